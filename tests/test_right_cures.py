"""What a message asks for is what mends the mistake."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from small_project import change, project, write

from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.reading.reader import read
from generator.cli import ocop
from generator.desk.asked_things import unknown
from generator.desk.usage import ARGUMENTS, in_vietnamese


def told(root: Path, language: str = "vi") -> str:
    return "\n".join(each.line_in(language) for each in read(root).problems)


@pytest.mark.parametrize("group", ["0", "27", "bảy", "7.5", "3xx"])
def test_whoever_writes_no_group_is_given_the_list(tmp_path: Path, group: str) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "group: 4", f"group: {group}")

    for language in ("vi", "en"):
        said = told(tmp_path, language)
        assert "gao.md:6:8: error[unknown-group]: " in said
        assert f"“{group}”" in said
        for number, each in GROUPS.items():
            assert f"{number} {each.name(language)}" in said


def test_a_month_where_a_day_is_wanted_is_no_impossible_day(tmp_path: Path) -> None:
    project(tmp_path)
    write(tmp_path, "content/lots/gao.csv", "lot,produced\nL1,11/2025\nL2,31/02/2025\n")
    old = "legal_basis: 148/QĐ-TTg"
    change(tmp_path, "content/products/mam-ca.md", old, f"{old}\n  revoked_on: 11/2025")
    change(tmp_path, "content/products/kho-ca.md", old, f"{old}\n  revoked_on: 2025-02-31")

    said = told(tmp_path)
    assert "gao.csv:2:4: error[type-wrong]" in said
    assert "gao.csv:3:4: error[date-impossible]" in said
    assert "mam-ca.md:14:15: error[type-wrong]" in said
    assert "kho-ca.md:14:15: error[date-impossible]" in said


@pytest.mark.parametrize("number", ["8,93E+12", "8.93E+12", "8,93e+12"])
def test_a_number_that_a_spreadsheet_shortened_is_known_for_it(tmp_path: Path, number: str) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "code: 7K3M3", f"code: 7K3M3\ngtin: {number}")
    write(tmp_path, "content/lots/gao.csv", f"lot\nL1\n{number.replace(',', '.')}\n")
    events = f"lot;when;step;gln\nL1;2026;harvested;{number}\n"
    write(tmp_path, "content/lots/gao.events.csv", events)

    said = told(tmp_path)
    assert "gao.md:6:7: error[number-shortened]" in said
    assert "gao.csv:3:1: error[number-shortened]" in said
    assert "gao.events.csv:2:19: error[number-shortened]" in said
    assert "định dạng cột là Văn bản (Text)" in said


def test_an_invisible_sign_in_a_value_is_shown_by_its_number(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "code: 7K3M3", "code: 7K\u200b3M3")

    assert "“7K⟨U+200B⟩3M3”" in told(tmp_path)


def test_an_invisible_sign_in_words_is_called_invisible(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "Món gao", "Món\u202dgao")

    assert "dấu không nhìn thấy (U+202D LEFT-TO-RIGHT OVERRIDE)" in told(tmp_path)
    assert "an invisible sign (U+202D LEFT-TO-RIGHT OVERRIDE)" in told(tmp_path, "en")


def test_choices_in_english_words_say_what_they_are(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "status: certified", "status: đã công nhận")

    assert "certified (đã công nhận), potential (tiềm năng), withdrawn (đã thu hồi)" in told(
        tmp_path
    )
    assert "one of: certified, potential, withdrawn." in told(tmp_path, "en")


def test_who_writes_a_name_for_a_file_s_name_is_told_what_that_is(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "producer: hop-tac-xa", "producer: Cơ sở Mẫu")

    assert "tên tệp không kèm .md" in told(tmp_path)


def test_a_place_is_not_told_to_be_like_a_product_alone(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/places.yaml", "slug: vinh-chau", "slug: Vĩnh Châu")

    assert "tan-lap (địa danh)" in told(tmp_path)


@pytest.mark.parametrize(
    ("words", "vietnamese"),
    [
        (["check", "--nope"], "Không có tùy chọn --nope."),
        (["passport"], "Thiếu PRODUCT (tên tệp của sản phẩm, không kèm .md)."),
        (
            ["build", "--jobs", "x"],
            "Giá trị của --jobs không dùng được. Hãy ghi một số nguyên từ 1.",
        ),
        (["build", "--only", "x"], "Hãy ghi một trong: site, labels, brochures."),
        (["chek"], "Không có lệnh này. Có phải check?"),
        (["check", "a", "b"], "Lệnh có chữ thừa."),
        (["new", "site"], "Xem cách dùng: ocop new site --help"),
        (["import", "không-có.xlsx"], "Không có tệp hay thư mục đã ghi ở FILE"),
        (["build", "--jobs"], "Tùy chọn --jobs ghi chưa đúng."),
    ],
)
def test_wrong_usage_is_told_in_vietnamese_too(words: list[str], vietnamese: str) -> None:
    with pytest.raises(Exception, match=r"\w") as caught:
        ocop(words, standalone_mode=False)

    assert vietnamese in in_vietnamese(caught.value)  # type: ignore[arg-type]
    assert "--help" in in_vietnamese(caught.value)  # type: ignore[arg-type]


def test_a_name_that_is_none_is_told_in_one_language_after_the_other() -> None:
    known = ["kho-ca", "gao"]

    assert unknown("Không có “koca”.", "No “koca”.", "koca", known) == (
        "Không có “koca”. Có phải “kho-ca”? · No “koca”. Did you mean “kho-ca”?"
    )
    assert unknown("Không có “x”.", "No “x”.", "x", known) == "Không có “x”. · No “x”."


def test_every_word_that_a_command_wants_is_explained_where_it_is_missing() -> None:
    """“Thiếu PRODUCT” alone tells nobody what to write."""

    def wanted(command: click.Command) -> set[str]:
        if isinstance(command, click.Group):
            return set().union(*map(wanted, command.commands.values()))
        named = [each for each in command.params if isinstance(each, click.Argument)]
        return {each.human_readable_name.strip("[]…") for each in named if each.required}

    assert wanted(ocop) <= set(ARGUMENTS)


def test_a_message_in_both_languages_is_not_told_twice(tmp_path: Path) -> None:
    with pytest.raises(Exception, match=" · ") as caught:
        ocop(["check", "--root", str(tmp_path)], standalone_mode=False)

    assert in_vietnamese(caught.value) == ""  # type: ignore[arg-type]
    assert CliRunner().invoke(ocop, ["check", "--root", str(tmp_path)]).exit_code == 2
