"""OCOP's own tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue.dates import PartialDate
from generator.catalogue.ocop.codes import OcopCode, parse_code
from generator.catalogue.ocop.groups import GROUPS, SECTORS, TOURISM_GROUP
from generator.catalogue.ocop.rulebooks import (
    RULE_BOOKS,
    Authority,
    cited,
    issuer_level,
    recogniser,
)


def test_there_are_26_groups_in_6_sectors() -> None:
    assert list(GROUPS) == list(range(1, 27))
    assert [sector.numeral for sector in SECTORS] == ["I", "II", "III", "IV", "V", "VI"]
    assert [sum(g.sector is s for g in GROUPS.values()) for s in SECTORS] == [13, 4, 3, 2, 3, 1]


@pytest.mark.parametrize("number", range(1, 27))
def test_every_group_has_both_names_of_its_own(number: int) -> None:
    group = GROUPS[number]

    assert group.number == number
    assert group.name("vi") != group.name("en")
    assert [g.vi for g in GROUPS.values()].count(group.vi) == 1
    assert [g.en for g in GROUPS.values()].count(group.en) == 1
    assert bool(group.subsector("vi")) == bool(group.subsector("en"))


def test_dried_fish_is_processed_food_and_tourism_is_a_service() -> None:
    assert GROUPS[8].subsector("vi") == "Thực phẩm chế biến"
    assert GROUPS[8].sector.name("en") == "Food"
    assert GROUPS[TOURISM_GROUP].sector is SECTORS[5]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("80-27721-05-2026", OcopCode("80", None, "27721", "05", 2026)),
        ("83-829-28780-3-2022", OcopCode("83", "829", "28780", "3", 2022)),
        (" 80 – 27721 – 05 – 2026 ", OcopCode("80", None, "27721", "05", 2026)),
    ],
)
def test_both_forms_of_a_product_code_are_read(text: str, code: OcopCode) -> None:
    assert parse_code(text) == code


@pytest.mark.parametrize(
    "text", ["", "80", "80-27721-2026", "80-27721-05-1926", "8-27721-05-2026", "80-2772A-05-2026"]
)
def test_any_other_code_is_not_read(text: str) -> None:
    assert parse_code(text) is None


def test_rule_books_stand_in_the_order_of_their_dates() -> None:
    dates = [book.dated.first_day for book in RULE_BOOKS]

    assert dates == sorted(dates)
    assert RULE_BOOKS[-1].certainty == "S2"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("148/QĐ-TTg", "148/QĐ-TTg"),
        ("Quyết định số 1048/QĐ-TTg", "1048/QĐ-TTg"),
        ("148/QĐ-TTg, sửa đổi bởi 1489/QĐ-TTg", "1489/QĐ-TTg"),
        ("Thông tư nào đó", None),
    ],
)
def test_the_latest_rule_book_named_is_the_one_cited(text: str, basis: str | None) -> None:
    book = cited(text)

    assert (book.basis if book else None) == basis


@pytest.mark.parametrize(
    ("stars", "decided", "level"),
    [
        (3, "2025-Q1", Authority.DISTRICT),
        (4, "2024", Authority.PROVINCE),
        (3, "2025-11-18", Authority.PROVINCE),
        (5, "2026-06-01", Authority.MINISTRY),
        (3, "2025-07-03", None),
        (3, "2025", None),
        (3, "2022-01-01", None),
    ],
)
def test_the_level_in_charge_follows_the_date(
    stars: int, decided: str, level: Authority | None
) -> None:
    assert recogniser(stars, PartialDate.parse(decided)) is level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("UBND huyện Tân Hưng", Authority.DISTRICT),
        ("Ủy ban nhân dân huyện Tân Hưng, tỉnh Long An", Authority.DISTRICT),
        ("UBND tỉnh Tây Ninh (mẫu)", Authority.PROVINCE),
        ("Bộ Nông nghiệp và Môi trường", Authority.MINISTRY),
        ("UBND xã Tân Hưng, tỉnh Tây Ninh", Authority.COMMUNE),
        ("Hội đồng OCOP", None),
    ],
)
def test_an_issuers_name_shows_its_level(name: str, level: Authority | None) -> None:
    assert issuer_level(name) is level


def test_the_programmes_tables_know_no_models() -> None:
    """They stand below the models, which use them."""
    room = Path(__file__).resolve().parent.parent / "generator" / "catalogue" / "ocop"
    files = {path.name: path.read_text("utf-8") for path in room.glob("*.py")}

    assert "steps.py" in files
    assert [name for name, text in files.items() if "catalogue.model" in text] == []
