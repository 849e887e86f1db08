"""Serial numbers of a printing: from one to another, as they are written, zeros and all.

`001-012` are twelve codes that end in 001 … 012. In the ledger they are written with a long dash,
`001–012`: of `1-12` a spreadsheet makes the 12th of January, and of `001` alone 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RANGE = re.compile(
    r"(?P<prefix>[A-Za-z]{0,5})(?P<first>[0-9]{1,15})"
    r"(?:\s*[-–—‒−]\s*(?P<again>[A-Za-z]{0,5})(?P<last>[0-9]{1,15}))?"
)
_BETWEEN = re.compile(r"[,;]")
_REVERSED = "số cuối nhỏ hơn số đầu", "the last number is below the first"
_WIDTHS = (
    "số đầu và số cuối không cùng số chữ số, mà có số 0 ở đầu, như 01-100; hãy ghi 001-100",
    "first and last have different numbers of digits and zeros before them, as in 01-100; "
    "write 001-100",
)
_FORM = (
    "phải là số đầu, gạch ngang, số cuối, như 1-500 hay 0001-0500",
    "it must be a first number, a dash and a last one, such as 1-500 or 0001-0500",
)


class SerialsError(ValueError):
    """Text that is no range of serial numbers; `vi` and `en` say why."""

    def __init__(self, reason: tuple[str, str]) -> None:
        super().__init__(*reason)
        self.vi, self.en = reason


@dataclass(frozen=True, slots=True)
class Serials:
    """`first` to `last`, each written with at least `width` digits, after the same `prefix`."""

    first: int
    last: int
    width: int = 1
    prefix: str = ""

    def __len__(self) -> int:
        return self.last - self.first + 1

    def __iter__(self) -> Iterator[str]:
        return map(self._written, range(self.first, self.last + 1))

    def __str__(self) -> str:
        return f"{self._written(self.first)}–{self._written(self.last)}"

    def meets(self, other: Serials) -> bool:
        """Whether a number is in both, however many zeros it has: 1 and 001 are taken for one."""
        return self.prefix == other.prefix and self.first <= other.last and other.first <= self.last

    def after(self, other: Serials) -> Serials:
        """As many numbers as these, right after the other's."""
        return Serials(
            other.last + 1, other.last + len(self), max(self.width, other.width), self.prefix
        )

    @property
    def last_alone(self) -> Serials:
        """The last number: the longest."""
        return Serials(self.last, self.last, self.width, self.prefix)

    def _written(self, number: int) -> str:
        return f"{self.prefix}{number:0{self.width}d}"


def read_serials(text: str) -> Serials:
    """One range, or one number; SerialsError for any other text."""
    found = _RANGE.fullmatch(text.strip())
    if found is None or found["again"] not in {None, found["prefix"]}:
        raise SerialsError(_FORM)
    first, last = found["first"], found["last"] or found["first"]
    if int(last) < int(first):
        raise SerialsError(_REVERSED)
    same = len(first) == len(last)
    if not same and any(each[0] == "0" and each != "0" for each in (first, last)):
        raise SerialsError(_WIDTHS)
    return Serials(int(first), int(last), len(first) if same else 1, found["prefix"])


def read_all_serials(text: str) -> tuple[Serials, ...]:
    """The ranges of a cell, between commas or semicolons; SerialsError where one is none."""
    return tuple(read_serials(part) for part in _BETWEEN.split(text))
