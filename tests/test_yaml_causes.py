"""What keeps keys from being read: one cause, one sentence, told where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from small_project import change, project, write

from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.yaml_reasons import YAML_REASONS
from generator.catalogue.reading.frontmatter import UnreadableError, clean, parse
from generator.cli import ocop

CAUSES = [
    # what is written, line:column, the words in Vietnamese and English
    ("packs:\n\t- net: 250 g\n", (2, 1), "dấu Tab", "a tab"),
    ("packs:\n  - net: 250 g\n\tprice: 5\n", (3, 1), "dấu Tab", "a tab"),
    ("photos:\n  -\tfile: a.jpg\n", (2, 4), "dấu Tab", "a tab"),
    ("name:\u00a0Khô\nstatus: x\n", (1, 6), "sau “name:” là dấu cách không ngắt", "no-break"),
    ("code: A\nname:\u00a0Khô\n", (2, 6), "sau “name:” là dấu cách không ngắt", "no-break"),
    ("packs:\n  - net:\u202f5 g\n    price: 5\n", (2, 9), "dấu cách không ngắt", "no-break"),
    ("packs:\n\u00a0\u00a0net: 5 g\n", (2, 1), "khoảng thụt ở đây là dấu cách", "no-break spaces"),
    ("name:Khô\nstatus: x\n", (1, 6), "thiếu dấu cách sau “name:”", "no space behind “name:”"),
    ("code: A\nname:Khô\n", (2, 6), "thiếu dấu cách sau “name:”", "no space behind “name:”"),
    ("code: A\nname Khô\nstatus: x\n", (2, 5), "sau “name” thiếu dấu hai", "no colon and space"),
    ("code: A\nname = Khô\n", (2, 5), "sau “name” thiếu dấu hai", "no colon and space"),
    ("code: A\nname：Khô\n", (2, 5), "sau “name” thiếu dấu hai", "no colon and space"),
    ("name: @khô\n", (1, 7), "không được bắt đầu bằng dấu “@”", "can't begin with the sign “@”"),
    ("name: `khô`\n", (1, 7), "bắt đầu bằng dấu “`”", "begin with the sign “`”"),
    ("name: %khô\n", (1, 7), "bắt đầu bằng dấu “%”", "begin with the sign “%”"),
    ("name: , khô\n", (1, 7), "bắt đầu bằng dấu “,”", "begin with the sign “,”"),
    ("name: >= 5 kg\n", (1, 7), "bắt đầu bằng dấu “>=”", "begin with the sign “>=”"),
    ("name: |khô\n  cá\n", (1, 7), "bắt đầu bằng dấu “|khô”", "begin with the sign “|khô”"),
    ("name: *khô*\n", (1, 7), "“*khô*” ở đầu giá trị", "“*khô*” begins a value"),
    ("name: * khô\n", (1, 7), "“*” ở đầu giá trị", "“*” begins a value"),
    ("name: & khô\n", (1, 7), "“&” ở đầu giá trị", "“&” begins a value"),
    ('code: A\nname: "Khô\nx: y\nz: u\n', (2, 7), 'ngoặc " mở ở đây', 'quote " that opens here'),
    ("code: A\nname: 'Khô\nx: y\n", (2, 7), "ngoặc ' mở ở đây", "quote ' that opens here"),
    ('name: "Khô\nx: y\nz: "u"\n', (1, 7), 'ngoặc " mở ở đây', 'quote " that opens here'),
    ('name: "Khô" ngon\nx: y\n', (1, 13), "còn chữ “ngon”", "stands “ngon”"),
    ('name: "Khô \\q"\nx: y\n', (1, 12), "“\\q” không phải lệnh", "“\\q” is none"),
    ("name: [\n", (1, 7), "dấu “[” mở ở đây", "the “[” that opens here"),
    ("photos: [{a: b}, {c: d]\nx: y\n", (1, 23), "“]” không đọc được", "“]” can't be read"),
    ("photos: [a, b\nx: y\n", (1, 9), "dấu “[” mở ở đây", "the “[” that opens here"),
    ("certificate: {stars: 3\nx: y\n", (1, 14), "dấu “{” mở ở đây", "the “{” that opens here"),
    ("certificate: {stars: 3\nx: y # z}\n", (1, 14), "dấu “{” mở ở đây", "the “{” that opens"),
    ('photos: {a: "[#1"\nx: y\n', (1, 9), "dấu “{” mở ở đây", "the “{” that opens here"),
    ('photos: [a, "b #1]"\nx: y\n', (1, 9), "dấu “[” mở ở đây", "the “[” that opens here"),
    ("buy: [{name: Gian #5}]\nx: y\n", (1, 19), "“#5}]” là lời ghi chú", "“#5}]” is a remark"),
    ("- {slug: a, name: Mẫu #1, now: b}\n", (1, 23), "“#1, now: b}” là lời", "now: b}” is a"),
    ("standards: [\n  A #1,\n  B]\nx: y\n", (2, 5), "“#1,” là lời ghi chú", "is a remark"),
    ("standards: [\n  A, # x, y\n  B\nx: y\n", (1, 12), "dấu “[” mở ở đây", "the “[” that opens"),
    ("name: [Khô] cá\nx: y\n", (1, 13), "sau dấu ngoặc đóng còn chữ “cá”", "stands “cá”"),
    ("packs: [{net: a: b}]\n", (1, 16), "giữa hai dấu ngoặc, “: b}]”", "between the brackets"),
    ("name: Khô status: x\n", (1, 11), "khóa “status” đứng giữa dòng", "the key “status” stands"),
    ("summary: Cá, muối: ít,\n  ớt\n", (1, 18), "“: ” trong giá trị của “summary”", "within the"),
    ("summary: Cá,\n  muối: ít\nx: y\n", (2, 3), "trên nhiều dòng", "over several lines"),
    ("summary: Cá,\nmuối và ớt\nx: y\n", (2, 1), "dòng này không có khóa", "has no key"),
    ("name: Khô\n  status: x\n", (2, 3), "thụt vào không khớp", "not indented like"),
    ("c:\n    a: b\n  d: e\n", (3, 3), "thụt vào không khớp", "not indented like"),
    (" name: Khô\nstatus: x\n", (1, 2), "thụt vào không khớp", "not indented like"),
    ("packs: - net: 5 g\n", (1, 8), "danh sách bắt đầu ngay sau “packs:”", "begins right behind"),
    ("packs:\n  - net: 5 g\n  price: 5\n", (3, 3), "lẫn vào nhau", "mixed on one level"),
    ("- {slug: a}\n{slug: b}\n", (2, 1), "thiếu gạch nối ở đầu", "no hyphen before it"),
    ("# a\n{slug: a}\n- {slug: b}\n", (2, 1), "thiếu gạch nối ở đầu", "no hyphen before it"),
    ("{slug: a}\n{slug: b}\n", (1, 1), "thiếu gạch nối ở đầu", "no hyphen before it"),
    ("{slug: a}, {slug: b}\n", (1, 1), "thiếu gạch nối ở đầu", "no hyphen before it"),
    ("{slug: x kind: y}\n", (1, 10), "trước khóa “kind” thiếu dấu phẩy", "no comma before"),
    ("packs:\n  – net: 5 g\n    price: 5\n", (2, 3), "bắt đầu bằng dấu “–”", "the sign “–”"),
    ("standards:\n  * TCVN\n", (2, 3), "mục của danh sách", "an entry of a list"),
    ("packs:\n  -net: 5 g\n   price: 5\n", (2, 4), "thiếu dấu cách", "no space behind the hyphen"),
    ("code: A\n\ufeffname: Khô\n", (2, 1), "không nhìn thấy (U+FEFF", "can't be seen (U+FEFF"),
    ("code: A\n<<<<<<< HEAD\nname: a\n", (2, 1), "dấu của git", "git's mark"),
    ("code: A\n...\nname: a\n", (3, 1), "phần khai báo thứ hai", "second set of keys"),
    ("name: " + "[" * 20 + "]" * 20 + "\n", (1, 18), "lồng nhau quá sâu", "nested too deeply"),
    ("code: A\n: b\n", (2, 1), "thiếu tên khóa", "a key is missing"),
]


@pytest.mark.parametrize(("text", "at", "vi", "en"), CAUSES)
def test_each_cause_is_told_in_its_own_words_where_it_stands(
    text: str, at: tuple[int, int], vi: str, en: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(clean(text))

    problem = Problem.at(caught.value.finding.at, caught.value.finding)
    assert (problem.line, problem.column) == at
    assert vi in problem.said_in("vi")
    assert en in problem.said_in("en")
    assert "{" not in problem.said_in("vi").replace(text.strip(), "").replace("“{”", "")


def test_an_invisible_sign_in_a_key_is_told_and_the_key_is_known_all_the_same() -> None:
    document = parse("code: A\n\u200bname: Khô\n")

    (fault,) = document.faults
    assert (fault.rule.code, fault.at) == ("yaml-syntax", (2, 1))
    assert document.value == {"code": "A", "name": "Khô"}


def test_the_place_is_that_in_the_file(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "status: certified", "status:\u00a0certified")

    said = CliRunner().invoke(ocop, ["check", "--root", str(tmp_path), "--lang", "en"]).stderr
    assert "content/products/gao.md:4:8: error[yaml-syntax]: The keys can't be read: " in said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: Cá (80 %), gia vị: muối, ớt\nb: 1", {"a": "Cá (80 %), gia vị: muối, ớt", "b": "1"}),
        ("a: Gồm: cá: muối\n", {"a": "Gồm: cá: muối"}),
        ("a: Chú ý:\nb: 1", {"a": "Chú ý:", "b": "1"}),
        ("a:\n  - b: Cỡ: lớn\n    c: 1", {"a": [{"b": "Cỡ: lớn", "c": "1"}]}),
        ("a: Cỡ: lớn # ghi chú: x\n", {"a": "Cỡ: lớn"}),
        ('a: "Cỡ: lớn"\nb: Cỡ: bé', {"a": "Cỡ: lớn", "b": "Cỡ: bé"}),
        ("a: |\n  b: c: d\nb: Cỡ: bé", {"a": "b: c: d\n", "b": "Cỡ: bé"}),
    ],
)
def test_a_colon_within_a_text_of_one_line_is_text(text: str, value: object) -> None:
    assert parse(text).value == value


def test_a_colon_that_is_text_moves_no_place() -> None:
    document = parse("a: Cỡ: lớn # 1\nb: {c: 1}\n")

    assert document.values["b", "c"] == (2, 8)
    assert document.remarks["a",].at == (1, 12)


def test_every_reason_is_told_by_some_case() -> None:
    told = set()
    for text, *_ in CAUSES:
        with pytest.raises(UnreadableError) as caught:
            parse(clean(text))
        told.add(caught.value.finding.values.get("remedy_en"))

    without_part = {key: each.en[1] for key, each in YAML_REASONS.items() if key != "other"}
    assert {key for key, words in without_part.items() if "{" not in words} <= {
        key for key, words in without_part.items() if words in told
    }


def test_the_rest_of_the_project_is_judged_though_one_file_cannot_be_read(tmp_path: Path) -> None:
    project(tmp_path)
    write(tmp_path, "content/products/gao.md", "---\nname: [\n---\n")
    change(tmp_path, "content/products/kho-ca.md", "group: 8", "group: 88")

    said = CliRunner().invoke(ocop, ["check", "--root", str(tmp_path)]).stderr
    assert "gao.md:2:7: error[yaml-syntax]" in said
    assert "kho-ca.md:6:8: error[unknown-group]" in said
