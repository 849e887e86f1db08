"""The legal check of labels: what each product group lacks, what it may not say, and when."""

from __future__ import annotations

from datetime import date

import pytest
from label_samples import DAY, FULL, full
from press_samples import catalogue, product

from generator.catalogue.judging.label_law import (
    ALCOHOL,
    COSMETICS,
    FOOD,
    FRESH,
    REQUIREMENTS,
    claims,
    label_problems,
    missing,
)
from generator.catalogue.model import Catalogue
from generator.catalogue.ocop.groups import GROUPS, TOURISM_GROUP
from generator.catalogue.problems.rules_press import LABEL_CLAIM, LABEL_FACT_MISSING


def rules_of(found: Catalogue, on: date = DAY) -> list[str]:
    return [each.rule.code for each in label_problems(found, found.products[0], on)]


def test_a_product_of_which_everything_is_known_lacks_nothing() -> None:
    assert rules_of(full()) == []


@pytest.mark.parametrize(
    ("group", "keys"),
    [
        (8, {"packs", "ingredients", "shelf_life", "directions", "storage", "address"}),
        (1, {"packs", "shelf_life", "address"}),
        (3, {"packs", "shelf_life", "address"}),
        (15, {"packs", "warnings", "ethanol", "address"}),
        (
            18,
            {"packs", "ingredients", "shelf_life", "directions", "storage", "warnings", "address"},
        ),
        (19, {"packs", "ingredients", "shelf_life", "directions", "address"}),
        (22, {"ingredients", "directions", "address"}),
        (21, {"address"}),
        (26, set()),
    ],
)
def test_each_group_is_asked_for_its_own_items(group: int, keys: set[str]) -> None:
    bare = catalogue(product(1, {"group": group, "packs": ()}), maker={"address": None})

    assert {one.key for one in missing(bare, bare.products[0])} == keys


def test_a_label_that_says_the_last_day_of_use_needs_no_shelf_life() -> None:
    found = full(shelf_life=None)

    assert [*label_problems(found, found.products[0], DAY, dated=True)] == []


@pytest.mark.parametrize("key", ["ingredients", "shelf_life", "directions", "storage"])
def test_each_missing_fact_is_told_with_its_key_and_its_law(key: str) -> None:
    found = full(**{key: None})
    [each] = label_problems(found, found.products[0], DAY)

    assert (each.file, each.at) == (found.products[0].source, (key,))
    assert each.rule is LABEL_FACT_MISSING
    assert each.values["key"] == key
    assert "43/2017/NĐ-CP" in each.values["law_vi"]


@pytest.mark.parametrize("said", ["Độ cồn 30 % vol", "Độ cồn: 29", "40% vol"])
def test_the_ethanol_of_spirits_is_found_where_it_is_written(said: str) -> None:
    spirits = full(group=15, ingredients=f"Rượu nếp. {said}", warnings="Không dùng khi lái xe")

    assert rules_of(spirits) == []
    assert "label-fact-missing" in rules_of(full(group=15, ingredients="Rượu nếp"))


def test_every_requirement_names_a_law_with_its_day_and_only_known_groups() -> None:
    for one in REQUIREMENTS:
        assert one.source.dated < DAY
        assert one.groups <= set(GROUPS) - {TOURISM_GROUP}
    assert not FRESH & FOOD
    assert not ALCOHOL & COSMETICS


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("name", "Trà lá sen chữa bệnh mất ngủ", "chữa bệnh"),
        ("directions", "Uống mỗi ngày để điều trị gút", "điều trị"),
        ("ingredients", "Mật ong ngon nhất vùng", "ngon nhất"),
        ("storage", "Hàng số một", "số một"),
    ],
)
def test_claims_that_a_food_may_not_make_are_warned_about_with_the_words(
    key: str, text: str, found: str
) -> None:
    product_ = full(**{key: text})
    [each] = label_problems(product_, product_.products[0], DAY)

    assert (each.rule, each.at, each.values["found"]) == (LABEL_CLAIM, (key,), found)
    assert each.values["law_vi"].startswith(("15/2018/NĐ-CP", "16/2012/QH13"))


@pytest.mark.parametrize(
    "text", ["Không có tác dụng điều trị bệnh", "Không phải là thuốc chữa bệnh", "Bộ số 10"]
)
def test_saying_that_it_is_no_medicine_is_no_claim(text: str) -> None:
    assert list(claims(full(directions=text).products[0])) == []


def test_crafts_may_say_that_they_are_the_only_ones() -> None:
    assert "label-claim" not in rules_of(full(group=21, name="Giỏ duy nhất"))


def test_stars_are_warned_about_from_the_day_after_the_last() -> None:
    assert rules_of(full(), date(2029, 1, 15)) == []
    assert rules_of(full(), date(2029, 1, 16)) == ["label-stars-lapsed"]


def test_stars_are_warned_about_until_the_day_of_the_decision() -> None:
    assert rules_of(full(), date(2026, 1, 14)) == ["label-stars-early"]
    assert rules_of(full(), date(2026, 1, 15)) == []


def test_a_label_needs_vietnamese_words() -> None:
    found = full()
    english = found.model_copy(update={"site": found.site.model_copy(update={"language": "en"})})

    assert rules_of(english) == ["label-language"]


@pytest.mark.parametrize("text", ["Dùng trước 2027-03-01", "Dùng trước 1/3/27"])
def test_dates_are_day_month_year(text: str) -> None:
    assert rules_of(full(storage=text)) == ["label-date-form"]
    assert rules_of(full(storage="Dùng trước 01/03/2027")) == []


def test_the_facts_of_these_tests_are_those_of_a_food() -> None:
    assert FULL["group"] in FOOD
