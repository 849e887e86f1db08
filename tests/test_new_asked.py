"""`ocop new product` and the like at a terminal: what is asked, and what answers may be."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from new_project import errors, files, keys, run, without_photos
from small_project import producer, with_files, write

from generator.catalogue.fields import BY_KEY
from generator.catalogue.model.lots import Lot
from generator.catalogue.reading.reader import read
from generator.cli import asking, ocop
from generator.desk.new.choices import Choice, matching
from generator.desk.new.key_names import with_names

PLACES = """\
- {slug: vinh-thanh, kind: xã, name: Vĩnh Thạnh, province: Tây Ninh}
- {slug: cu, kind: xã, name: Vĩnh Thạnh, district: Tân Hưng, province: Long An, now: vinh-thanh}
- {slug: tan-lap, kind: xã, name: Tân Lập, province: Tây Ninh}
- {slug: tan-lap-2, kind: xã, name: Tân Lập, province: Thái Nguyên}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return without_photos(tmp_path)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_a_terminal_is_asked_and_wrong_answers_are_asked_again(root: Path) -> None:
    answers = [
        *("", "a" * 201, "Mật: ong"),  # the name
        *("9", "công nhận"),  # the status
        *("99", "mat ong", "4"),  # the group: none, several, by number
        *("nơi làm", "co so"),  # the producer
        *("6", "4"),  # stars
        "",  # the decision
        *("30/02/2026", "15/01/2026"),
        "UBND tỉnh Tây Ninh",
    ]
    result = run(root, "product", typed=answers)
    found = keys(root, "products/mat-ong.md")

    assert result.return_value == 0, result.output
    del found["code"]
    assert found == {
        "name": "Mật: ong",
        "status": "certified",
        "group": "4",
        "producer": "co-so",
        "certificate": {
            "stars": "4",
            "decided_on": "15/01/2026",
            "issued_by": "UBND tỉnh Tây Ninh",
        },
    }
    assert "I. Thực phẩm" in result.output
    assert "   4  Mật ong, mật khác và nông sản thực phẩm khác" in result.output
    assert "Số sao “6” không hợp lệ" in result.stderr
    assert "“mat ong” hợp với 2 mục" in result.stderr
    assert errors(read(root)) == []


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("typed", ["1, 2", "gao;kho-ca", "1 2", "Khô cá, gạo"])
def test_a_fair_is_asked_for_its_venue_and_for_all_its_products(root: Path, typed: str) -> None:
    answers = ["Hội chợ", "Nhà văn hóa", "1/12/2026", "2/12/2026", "", "khô, phở", typed]
    result = run(root, "fair", typed=answers)
    found = keys(root, "fairs/hoi-cho.md")

    assert result.return_value == 0, result.output
    assert found["venue"] == "Nhà văn hóa"
    assert sorted(found["products"]) == ["gao", "kho-ca"]
    assert "Không có mục nào là “phở”" in result.stderr


@pytest.mark.usefixtures("terminal")
def test_who_is_asked_reads_names_and_no_keys(root: Path) -> None:
    asked = ["Hội", "", "1", "1/12/2026", "2/12/2026", "", ""]
    fair = run(root, "fair", typed=asked)
    certified = run(root, "product", typed=["Cá", "certified", *[""] * 6])

    assert "“ngày mở” đang là “1”" in fair.stderr
    assert "không có ngày này lẫn ngày hết hạn thì" in certified.output
    assert re.findall(r"\w+_on\b", fair.output + certified.output) == []


@pytest.mark.usefixtures("terminal")
def test_an_end_before_the_beginning_is_asked_for_again_at_once(root: Path) -> None:
    result = run(root, "fair", typed=["Hội", "", "9/12/2026", "2/12/2026", "12/12/2026", "", ""])

    assert result.return_value == 0, result.output
    assert "Ngày kết thúc đứng trước ngày bắt đầu" in result.stderr
    assert keys(root, "fairs/hoi.md")["ends_on"] == "12/12/2026"


@pytest.mark.usefixtures("terminal")
def test_an_end_is_taken_while_nobody_knows_the_beginning(root: Path) -> None:
    result = run(root, "fair", typed=["Hội", "", "", "1/1/1999", "", ""])

    assert keys(root, "fairs/hoi.md")["ends_on"] == "1/1/1999", result.stderr


def test_keys_are_named_as_words_alone_and_in_no_path() -> None:
    row = BY_KEY[Lot, "produced"]
    said = "Hãy xem lại produced và best_before trong content/products/x.md, “produced”."
    wanted = "Hãy xem lại ngày sản xuất và hạn dùng trong content/products/x.md, “ngày sản xuất”."

    assert with_names(said, row, "vi") == wanted
    assert with_names("Compare produced and best_before", row, "en").startswith("Compare produced")


@pytest.mark.parametrize(("typed", "meant"), [(["có"], True), (["?", "y"], True), ([""], False)])
def test_a_question_tells_what_to_type_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, typed: list[str], meant: bool
) -> None:
    asked = list[str]()

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return typed[len(asked) - 1]

    monkeypatch.setattr(asking, "ask", ask)

    assert asking.confirm("Xóa?") is meant
    assert "c, y: có, yes · Enter: không, no" in asked[0]


@pytest.mark.usefixtures("terminal")
def test_what_nobody_knows_yet_makes_a_draft(root: Path) -> None:
    result = run(root, "product", "--lang", "en", typed=["Mật ong", "certified", *[""] * 6])

    assert result.return_value == 0, result.output
    assert "for it lacks: product group, producer, stars" in result.output
    assert keys(root, "products/mat-ong.md")["draft"] == "true"
    assert errors(read(root)) == []


@pytest.mark.usefixtures("terminal")
def test_only_what_was_not_given_is_asked(root: Path) -> None:
    result = run(root, "producer", "--name", "Cô Sáu", typed=["hộ", "vinh chau"])

    assert result.return_value == 0, result.output
    assert keys(root, "producers/co-sau.md") == {
        "name": "Cô Sáu",
        "kind": "household",
        "place": "vinh-chau",
    }


@pytest.mark.usefixtures("terminal")
def test_where_there_is_no_producer_yet_the_way_to_one_is_told(root: Path) -> None:
    for folder in ("products", "producers"):
        for path in (root / "content" / folder).iterdir():
            path.unlink()
    result = run(root, "product", typed=["Mật ong", "2", "4"])

    assert result.return_value == 0, result.output
    assert "ocop new producer" in result.output
    assert keys(root, "products/mat-ong.md")["draft"] == "true"


@pytest.mark.usefixtures("terminal")
def test_many_choices_are_searched_by_words(root: Path) -> None:
    with_files(root, {f"producers/a{n}.md": producer(f"a{n}", "tan-hung") for n in range(40)})
    result = run(root, "product", "--status", "tiềm năng", typed=["Mật ong", "4", "lam a33"])

    assert result.return_value == 0, result.output
    assert "… và 12 mục nữa" in result.output
    assert result.output.index("Nơi làm a2\n") < result.output.index("Nơi làm a10\n")
    assert keys(root, "products/mat-ong.md")["producer"] == "a33"


@pytest.mark.usefixtures("terminal")
def test_units_of_one_name_are_told_apart(root: Path) -> None:
    write(root, "content/places.yaml", PLACES)
    result = run(root, "producer", typed=["Hộ kinh doanh A", "1", "vinh", "Xã Vĩnh Thạnh"])

    assert "2  xã Vĩnh Thạnh, huyện Tân Hưng, tỉnh Long An" in result.output
    assert "3  xã Tân Lập, tỉnh Tây Ninh" in result.output
    assert "“vinh” hợp với 2 mục" in result.stderr
    assert keys(root, "producers/ho-kinh-doanh-a.md")["place"] == "vinh-thanh"


@pytest.mark.usefixtures("terminal")
def test_an_end_of_answers_writes_nothing(root: Path) -> None:
    before = files(root)
    result = CliRunner().invoke(ocop, ["new", "page", "--root", str(root)], input="")

    assert result.exit_code == 1
    assert files(root) == before


def test_a_value_in_full_is_meant_even_where_several_have_that_name() -> None:
    choices = [Choice("mat-ong-htx", "Mật ong"), Choice("mat-ong", "Mật ong")]

    assert matching(choices, "mat-ong", numbered=False) == [(2, choices[1])]
    assert len(matching(choices, "mật ong", numbered=False)) == 2


def test_what_is_no_text_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter([b"M\xe3m", "Mắm".encode()])
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(typed).decode())

    assert asking.ask("Tên") == "Mắm"
