"""Amounts of đồng as they are written in Vietnam, and which of them are slips."""

from __future__ import annotations

import re
from collections.abc import Mapping

CHEAPEST, DEAREST = 1_000, 10_000_000
"""Đồng; a bare number outside was perhaps written in thousands, or with a nought too many."""

_SPACE = "[ \u00a0\u2007\u2009\u202f]"
_DIGITS = re.compile("[0-9]{1,15}")
_GROUPED = re.compile(
    rf"[1-9][0-9]{{0,2}}(?:(?:\.[0-9]{{3}})+(?:,0{{1,2}})?|(?:,[0-9]{{3}})+(?:\.0{{1,2}})?"
    rf"|(?:{_SPACE}[0-9]{{3}})+|(?:_[0-9]{{3}})+)"
)
_CURRENCY = "(?:đồng|vnđ|vnd|đ|₫|d)"
_AMOUNT = re.compile(
    rf"(?:(?:vnđ|vnd|₫){_SPACE}?)?(.*?[0-9])(?:{_SPACE}?(k|nghìn|ngàn|triệu|tr))?"
    rf"(?:{_SPACE}?{_CURRENCY})?",
    re.IGNORECASE,
)
_FEW_DECIMALS = re.compile(r"([0-9]{1,4})(?:[.,]([0-9]{1,2}))?")
_TIMES = {"k": 1_000, "nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tr": 1_000_000}


def dong(text: str) -> int:
    """185000, 185.000, 185,000, “185 000 đ”, 185k and “1,2 triệu” as a number of đồng.

    Raises ValueError for all else: 185.00 may be 185 or 185000, and no one pays half a đồng.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"not an amount: {text!r}")
    number, unit = found[1], found[2]
    return _of_unit(number, _TIMES[unit.lower()]) if unit else whole(number)


def whole(text: str) -> int:
    """A whole number, its thousands set off by one kind of sign or by none; else ValueError."""
    if re.fullmatch("[0-9]{1,15}", text):
        return int(text)
    if not _GROUPED.fullmatch(text):
        raise ValueError(f"not a whole number: {text!r}")
    first, *groups = re.split(r"[^0-9]", text)
    return int(first + "".join(each for each in groups if len(each) == 3))


def _of_unit(number: str, times: int) -> int:
    # 1.200k is 1.2 million to some and 1,200 to others.
    found = _FEW_DECIMALS.fullmatch(number)
    if found is None:
        raise ValueError(f"not an amount: {number!r}")
    decimals = found[2] or ""
    return int(f"{found[1]}{decimals:0<2}") * times // 100


def doubtful(text: str) -> bool:
    """Whether it is a bare number so small or so large that it is more likely a slip."""
    return _DIGITS.fullmatch(text) is not None and not (
        CHEAPEST <= int(text) <= DEAREST or int(text) == 0
    )


def written(text: str) -> Mapping[str, str]:
    """For a doubtful number: `meant`, and `sure`, as one writes it who means what is written."""
    amount = int(text)
    if amount < CHEAPEST:
        return {"meant": _dotted(amount * 1_000), "sure": f"{amount} đ"}
    return {"meant": _dotted(amount // 10), "sure": _dotted(amount)}


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
