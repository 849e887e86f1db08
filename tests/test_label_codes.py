"""Codes of labels: large enough for phones, and standing as much damage as costs no room."""

from __future__ import annotations

from datetime import date

import pytest
from label_samples import FULL, printed, run_of
from press_samples import catalogue, product, text_of

from generator.catalogue.model import Catalogue
from generator.pictures import codes

DATED = {"lot": "L261012", "produced": date(2026, 10, 12), "best_before": date(2027, 4, 12)}
ADDRESSES = (
    "HTTPS://OCOP.TANHUNG.VN/Q/7K3M1",
    "HTTPS://OCOP.TANHUNG.VN/Q/7K3M1/L261012",
    "HTTPS://OCOP.TANHUNG.VN/01/09521234500056/10/L261012",
    "https://tayninh.example/ocop/Q/7K3M1",
    "HTTPS://A.VN/Q/7K3M1",
)


def fish(**facts: object) -> Catalogue:
    """What is sold: a host that is no placeholder, so that no trial's remark takes a line."""
    stated = {**FULL, "name": "Khô cá lóc một nắng", "code": "7K3M1", **facts}
    maker = {"address": "Ấp mẫu 3", "name": "Cơ sở mẫu số 1"}
    return catalogue(product(1, stated), base="https://ocop.tanhung.vn", maker=maker)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_stands_as_much_damage_as_it_can_without_growing(address: str) -> None:
    level = codes.strongest(address)
    sides = {each: len(codes.matrix(address, each)) for each in ("M", "Q", "H")}

    assert sides[level] == sides["M"]
    assert all(sides[each] > sides["M"] for each in "MQH"["MQH".index(level) + 1 :])


@pytest.mark.parametrize(("asked", "level"), [(None, "Q"), ("M", "M"), ("H", "H")])
def test_a_level_that_is_asked_for_is_kept(asked: str | None, level: str) -> None:
    found = fish(gtin=None)
    run = run_of(found, "a4-70x37", "stamp", count=1, level=asked, **DATED)

    assert printed(found, run)[1].code.level == level


@pytest.mark.parametrize("asked", [{}, DATED], ids=["blank", "dated"])
def test_a_round_stamp_of_40_mm_has_a_module_that_phones_read(asked: dict[str, object]) -> None:
    found = fish()
    pdf, sheet = printed(found, run_of(found, "a4-tron-40", "stamp", count=1, **asked))

    assert sheet.code.module_mm >= 0.495
    assert "Khô cá lóc một nắng" in text_of(pdf)


@pytest.mark.parametrize("name", ["Khô cá", "Mắm cá linh mùa nước nổi Đồng Tháp"])
def test_blanks_of_a_round_stamp_stay_on_the_label(name: str) -> None:
    found = fish(name=name)
    pdf, _ = printed(found, run_of(found, "a4-tron-60", "stamp", count=1))

    assert "NSX" in text_of(pdf)
