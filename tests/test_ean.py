"""EAN bars: another library's decoder reads what the little encoder writes."""

from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from stdnum import ean

from generator.pictures.ean import Bars, bars


def read(found: Bars) -> str:
    """The digits that ZXing sees in the bars, four dots a module."""
    image = Image.new("L", ((len(found.modules) + 22) * 4, 80), 255)
    for x, width in found.runs:
        image.paste(0, ((x + 11) * 4, 0, (x + 11 + width) * 4, 80))
    (code,) = zxingcpp.read_barcodes(image)
    return str(code.text)


@given(st.from_regex(r"[0-9]{12}", fullmatch=True))
def test_any_ean_13_reads_back(body: str) -> None:
    gtin = body + ean.calc_check_digit(body)
    found = bars(gtin)

    assert found is not None
    assert len(found.modules) == 95
    assert read(found).zfill(13) == gtin


@given(st.from_regex(r"[0-9]{7}", fullmatch=True))
def test_any_ean_8_reads_back(body: str) -> None:
    gtin = body + ean.calc_check_digit(body)
    found = bars(gtin)

    assert found is not None
    assert len(found.modules) == 67
    assert read(found) == gtin


def test_twelve_and_fourteen_digits_become_thirteen() -> None:
    assert bars("09521234500056") == bars("9521234500056")
    twelve = "614141000036"
    found = bars(twelve)
    assert found is not None
    assert found.digits == "0614141000036"


def test_a_trade_units_number_gets_no_bars_for_no_till_scans_it() -> None:
    assert bars("19521234500053") is None


def test_a_wrong_check_digit_is_refused() -> None:
    with pytest.raises(ValueError, match="9521234500057"):
        bars("9521234500057")
