"""Checks of what a value means, by the names that the table of identifiers gives them.

Sources: GS1 General Specifications and the rules of the GS1 Barcode Syntax Dictionary. Of package
types and coupons only the form is checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from stdnum import ean, iban

from generator.addresses.gs1_lists import COUNTRIES, COUNTRY_LETTERS, CURRENCIES

CSET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
"""Character set 82, in the order that check characters are counted by."""
_CSET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83)
_PREFIX = 4
"""Digits that every GS1 company prefix has at least."""
_SEVERAL = "999"
"""Stands for a country where a processor is approved in several (7030 to 7039)."""
_LEAP = 2000
"""The century of a two-digit year matters for 29 February alone, and 2000 had one."""


def _check_digit(text: str) -> bool:
    return ean.calc_check_digit(text[:-1]) == text[-1]


def _check_pair(text: str) -> bool:
    """The two characters that end a GMN: weighted by primes from the right, modulo 1021."""
    data, pair = text[:-2], text[-2:]
    if len(text) < 2 or len(data) > len(_PRIMES):
        return False
    weighed = zip(reversed(data), _PRIMES, strict=False)
    total = sum(CSET_82.index(character) * prime for character, prime in weighed) % 1021
    return pair == _CSET_32[total >> 5] + _CSET_32[total & 31]


def _company_prefix(text: str) -> bool:
    return len(text) >= _PREFIX and text[:_PREFIX].isdigit()


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _date(text: str) -> bool:
    return _possible(_LEAP + int(text[:2]), int(text[2:4]), int(text[4:]))


def _date_or_month(text: str) -> bool:
    return _date(text[:4] + "01") if text.endswith("00") else _date(text)


def _long_date(text: str) -> bool:
    return _possible(int(text[:4]), int(text[4:6]), int(text[6:]))


def _pair(text: str) -> bool:
    return 0 < int(text[:2]) <= int(text[2:])


def _position(text: str) -> bool:
    return re.fullmatch(r"[1-9]/[1-9]", text) is not None and text[0] <= text[2]


def _below(limit: int) -> Callable[[str], bool]:
    return lambda text: int(text) < limit


def _among(*values: str) -> Callable[[str], bool]:
    return lambda text: text in values


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text) is not None


Check = tuple[Callable[[str], bool], str, str]
"""The test, and what is wrong where it fails, in Vietnamese and English."""

_DATE = ("không phải ngày có thật, viết theo NĂM-THÁNG-NGÀY", "not a real date, written YYMMDD")
_COUNTRY = ("không phải mã nước", "not the code of a country")
_TIME = ("không phải giờ có thật", "not a real time")

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "digit": (_check_digit, "chữ số kiểm tra không khớp", "the check digit is wrong"),
        "pair": (_check_pair, "cặp ký tự kiểm tra không khớp", "the check characters are wrong"),
        "prefix": (
            _company_prefix,
            "phải bắt đầu bằng tiền tố doanh nghiệp GS1",
            "it must begin with a GS1 company prefix",
        ),
        "prefix1": (
            lambda text: _company_prefix(text[1:]),
            "phải có tiền tố doanh nghiệp GS1 từ chữ số thứ hai",
            "it must have a GS1 company prefix from its second digit on",
        ),
        "date": (_date, *_DATE),
        "date0": (_date_or_month, *_DATE),
        "date8": (_long_date, *_DATE),
        "hh": (_below(24), *_TIME),
        "mi": (_below(60), *_TIME),
        "hhmi": (_matches("([01][0-9]|2[0-3])[0-5][0-9]"), *_TIME),
        "flag": (_among("0", "1"), "phải là 0 hoặc 1", "it must be 0 or 1"),
        "zero": (_among("0"), "chữ số đầu phải là 0", "the first digit must be 0"),
        "nonzero": (_matches("0*[1-9][0-9]*"), "phải khác 0", "it must not be zero"),
        "winding": (_among("0", "1", "9"), "phải là 0, 1 hoặc 9", "it must be 0, 1 or 9"),
        "sex": (_among("0", "1", "2", "9"), "phải là 0, 1, 2 hoặc 9", "it must be 0, 1, 2 or 9"),
        "minus": (_among("-"), "chỉ được là dấu -", "it can only be a -"),
        "piece": (_pair, "phải là phần thứ mấy của bao nhiêu", "it must be a piece of a total"),
        "position": (_position, "phải như 1/2", "it must look like 1/2"),
        "plain": (_matches("0|[1-9][0-9]*"), "không được có số 0 ở đầu", "it may not begin with 0"),
        "letter": (_matches(".*[^0-9].*"), "phải có chữ", "it must not be digits alone"),
        "index": (_matches("[-0-9A-Za-z_]"), "sai ký tự chỉ số", "the index character is wrong"),
        "iban": (iban.is_valid, "không phải số IBAN", "not an IBAN"),
        "latitude": (_below(1_800_000_001), "không phải vĩ độ", "not a latitude"),
        "longitude": (_below(3_600_000_001), "không phải kinh độ", "not a longitude"),
        "escaped": (
            _matches("(?:[^%]|%[0-9A-Fa-f]{2})*"),
            "dấu % phải đi với hai chữ số thập lục phân",
            "a % must be followed by two hexadecimal digits",
        ),
        "country": (COUNTRIES.__contains__, *_COUNTRY),
        "processor": ({*COUNTRIES, _SEVERAL}.__contains__, *_COUNTRY),
        "letters": (COUNTRY_LETTERS.__contains__, *_COUNTRY),
        "currency": (
            CURRENCIES.__contains__,
            "không phải mã tiền tệ",
            "not the code of a currency",
        ),
        "media": (_matches("0[1-9]|10|[89][0-9]"), "không có loại này", "there is no such type"),
    }
)
"""Every check by its name."""
