"""Facts in words: said in one place, alike in both languages' carriers, and only when they hold."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from label_samples import FULL, full, run_of, words
from press_samples import THEME, fair, planned

from generator.catalogue import saying
from generator.catalogue.judging.lapsing import not_held, stars_hold
from generator.catalogue.model import Place
from generator.catalogue.saying import count, figure, sizes
from generator.press.plan import plan
from generator.press.wording import label

ROOT = Path(__file__).resolve().parent.parent
DECIDED = date(2026, 1, 15)
_DAY = timedelta(days=1)
BY_HAND = {
    "a day": re.compile(r"%d/%m|%d\.%m|\.day:02\}"),
    "a price": re.compile(r"format_currency|format_decimal|\}\s?đ\b|:,\}"),
    "a unit": re.compile(r"(?:tỉnh|huyện) \{"),
    "a validity": re.compile(r"valid_until\s*(?:<|>=|>)\s*\w|<=?\s*[\w.]*valid_until"),
}
"""What would put a fact into words, or judge a certificate's day, outside its one place."""
HOMES = {"generator/catalogue/saying.py", "generator/catalogue/model/money.py"}
"""The second reads what editors write as a price, and tells how it is written."""
AS_RULES = {"generator/catalogue/judging/lapsing.py"}
"""Warns of the last day to come, which is another question than whether it holds."""


@pytest.mark.parametrize("what", BY_HAND)
def test_no_other_module_puts_facts_into_words(what: str) -> None:
    found = [
        f"{path}:{number}: {line.strip()}"
        for path in sorted(ROOT.glob("generator/**/*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if BY_HAND[what].search(line)
        and path.relative_to(ROOT).as_posix() not in HOMES
        and not (what == "a validity" and _may_compare(path))
    ]

    assert found == []


def _may_compare(path: Path) -> bool:
    name = path.relative_to(ROOT).as_posix()
    return name in AS_RULES or name.startswith("generator/catalogue/model/")


def test_prices_are_said_with_the_marks_of_each_language() -> None:
    assert saying.dong(185000, "vi") == "185.000\u00a0đ"
    assert saying.dong(185000, "en") == "185,000\u00a0đ"


def test_units_are_said_in_english_too_and_unknown_kinds_as_in_viet_nam() -> None:
    old = Place(slug="a", kind="xã", name="Vĩnh Lợi", district="Tân Hưng", province="Long An")
    other = Place(slug="b", kind="đặc khu", name="Phú Quốc", province="An Giang")

    assert saying.place_in_full(old, "vi") == "xã Vĩnh Lợi, huyện Tân Hưng, tỉnh Long An"
    assert saying.place_in_full(old, "en") == (
        "Vĩnh Lợi commune, Tân Hưng district, Long An province"
    )
    assert saying.place(other, "en") == "đặc khu Phú Quốc"


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (DECIDED - _DAY, False),
        (DECIDED, True),
        (date(2029, 1, 15), True),
        (date(2029, 1, 16), False),
    ],
)
def test_no_stars_are_printed_before_the_decision_or_after_the_last_day(
    day: date, holds: bool
) -> None:
    found = full()
    said = label(found, run_of(found, "a4-64x72", "label", on=day), words())
    sheets = [
        artifact.paths[0]
        for artifact in plan(found, {}, THEME, frozenset({"labels"}), not_held(found, day))
        if artifact.paths[0].endswith("sheet.pdf")
    ]

    assert found.products[0].certificate is not None
    assert found.products[0].certificate.holds_on(day) is holds
    assert (said["stars"] == FULL["certificate"]["stars"]) is holds  # type: ignore[index]
    assert (said["rank"] is not None) is holds
    assert bool(sheets) is holds


def test_a_build_prints_stars_that_hold_whatever_its_day_is() -> None:
    sheet = next(each for each in planned(full()) if each.paths[0].endswith("sheet.pdf"))

    assert sheet.values["label"]["stars"] == 4


def test_a_fair_before_the_decision_leaves_the_product_out() -> None:
    product = full().products[0]

    assert not stars_hold(product, fair(starts_on="2025-12-18", ends_on="2025-12-22").ends_on)
    assert stars_hold(product, fair().ends_on)


@pytest.mark.parametrize(
    ("facts", "vi", "en"),
    [
        ({"province": "Tây Ninh"}, "tỉnh Tây Ninh", "Tây Ninh province"),
        ({"province": "Cần Thơ"}, "thành phố Cần Thơ", "Cần Thơ city"),
        ({"province": "Thành phố Huế"}, "thành phố Huế", "Huế city"),
        ({"province": "TP. Hồ Chí Minh"}, "thành phố Hồ Chí Minh", "Hồ Chí Minh city"),
        ({"province": "tỉnh An Giang"}, "tỉnh An Giang", "An Giang province"),
        ({"province": "Biên Hòa", "province_kind": "thành phố"}, "thành phố Biên Hòa", None),
        ({"province": "Bayern", "province_kind": "bang"}, "bang Bayern", "bang Bayern"),
        ({}, None, None),
    ],
)
def test_a_province_is_called_what_it_is(facts: dict[str, str], vi: str, en: str | None) -> None:
    place = Place(slug="a", kind="phường", name="Ninh Kiều", **facts)

    assert saying.province(place, "vi") == vi
    assert en is None or saying.province(place, "en") == en
    assert saying.place_in_full(place, "vi") == ", ".join(filter(None, ["phường Ninh Kiều", vi]))


def test_a_former_district_that_was_a_town_is_no_huyen() -> None:
    old = Place(slug="a", kind="phường", name="1", district="thị xã Kiến Tường", province="Long An")

    assert saying.place_in_full(old, "vi") == "phường 1, thị xã Kiến Tường, tỉnh Long An"


def test_figures_have_the_language_s_own_comma() -> None:
    assert (figure(0.593, "vi"), figure(0.593, "en")) == ("0,593", "0.593")
    assert (figure(12, "vi"), figure(2.04, "vi", 1)) == ("12", "2,0")
    assert sizes((63.5, 38.1)) == ("63,5 × 38,1", "63.5 × 38.1")
    assert (count(12000, "vi"), count(12000, "en")) == ("12.000", "12,000")
