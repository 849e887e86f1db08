"""The mask of a QR code (ISO/IEC 18004, 7.8.3), chosen by arithmetic on whole symbols.

The qrcode package draws a symbol eight times, module by module, to find the mask of the lowest
penalty. Here a symbol is one integer with a bit a module, so that a mask is one XOR and each rule
of the penalty a few shifts. What is chosen is what qrcode would choose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from qrcode import QRCode, util

Rows = Sequence[Sequence[bool | None]]
"""Modules of a symbol: dark, light, or not yet known."""

MASKS = 8
_REMAINDER = 8
"""Bits that fill a symbol's last modules (at most 7), and one for its other modules."""
_FINDERS = ("10111010000", "00001011101")
"""What looks like a finder pattern to a scanner: 1 : 1 : 3 : 1 : 1 with four light modules."""


def masked(code: QRCode[Any]) -> tuple[str, ...]:
    """Rows of "0" and "1" of a code whose version is known, with the mask of the lowest penalty."""
    if code.version is None:
        raise ValueError("the code's version is not known yet")
    frame = _frame(code.version, code.error_correction)
    content = util.create_data(code.version, code.error_correction, code.data_list)
    bits = "".join(f"{byte:08b}" for byte in content) + "0" * _REMAINDER
    across = int("".join(frame.across(bits)), 2)
    down = int("".join(frame.down(bits)), 2)
    penalties = [
        frame.penalty(across ^ frame.masks[number][0], down ^ frame.masks[number][1])
        for number in range(MASKS)
    ]
    best = penalties.index(min(penalties))
    side = frame.side
    symbol = across ^ frame.masks[best][0] | frame.functions[best]
    text = f"{symbol:0{side * side}b}"
    return tuple(text[start : start + side] for start in range(0, side * side, side))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all symbols of a version and level share.

    Symbols are integers of side² bits, the module at the top left highest; each comes row by row
    and column by column. `blank` is the symbol without data and format, `functions` by mask the
    finished symbol without data, `masks` the modules that a mask turns.
    """

    side: int
    across: Callable[[str], Sequence[str]]
    down: Callable[[str], Sequence[str]]
    blank: tuple[int, int]
    functions: tuple[int, ...]
    masks: tuple[tuple[int, int], ...]
    full: int
    pairs: int
    windows: int

    def penalty(self, across: int, down: int) -> int:
        """Points lost by a symbol, given by its data modules row by row and column by column."""
        rows, columns = across | self.blank[0], down | self.blank[1]
        share = rows.bit_count() / self.side**2 * 100
        return (
            self._of_lines(rows)
            + self._of_lines(columns)
            + self._of_blocks(rows)
            + int(abs(share - 50) / 5) * 10
        )

    def _of_lines(self, symbol: int) -> int:
        """Rules 1 and 3 along one direction: long runs of one colour, and false finders."""
        equal = ~(symbol ^ symbol << 1) & self.pairs
        runs = equal & equal << 1 & equal << 2 & equal << 3
        begins = runs & ~(runs >> 1)
        return runs.bit_count() + 2 * begins.bit_count() + 40 * self._finders(symbol)

    def _finders(self, symbol: int) -> int:
        shifted = [(symbol << place, ~(symbol << place)) for place in range(len(_FINDERS[0]))]
        found = 0
        for pattern in _FINDERS:
            places = self.windows
            for (dark, light), module in zip(shifted, pattern, strict=True):
                places &= dark if module == "1" else light
            found += places.bit_count()
        return found

    def _of_blocks(self, symbol: int) -> int:
        """Rule 2: blocks of two by two modules of one colour."""
        equal = ~(symbol ^ symbol << 1) & self.pairs
        below = ~(symbol ^ symbol << self.side)
        return 3 * (equal & (equal << self.side) & below & self.full).bit_count()


class _Unfilled(QRCode[Any]):
    """A symbol whose data modules stay None."""

    def map_data(self, data: object, mask_pattern: int) -> None:
        """Leave them."""


@lru_cache(maxsize=32)
def _frame(version: int, level: int) -> _Frame:
    code = _Unfilled(version=version, error_correction=level, border=0)
    code.data_cache = []
    finished = []
    for number in range(MASKS):
        code.makeImpl(test=False, mask_pattern=number)
        finished.append(_number(code.modules))
    code.makeImpl(test=True, mask_pattern=0)
    blank = code.modules
    side = len(blank)
    places = list(_places(blank))
    order = [len(places)] * (side * side)
    for index, (row, column) in enumerate(places):
        order[row * side + column] = index
    turned = [order[row * side + column] for column in range(side) for row in range(side)]
    masks = [
        [[blank[r][c] is None and turns(r, c) for c in range(side)] for r in range(side)]
        for turns in map(util.mask_func, range(MASKS))
    ]
    return _Frame(
        side=side,
        across=itemgetter(*order),
        down=itemgetter(*turned),
        blank=(_number(blank), _number(_turned(blank))),
        functions=tuple(finished),
        masks=tuple((_number(rows), _number(_turned(rows))) for rows in masks),
        full=_number([[True] * side] * side),
        pairs=_number([[True] * (side - 1) + [False]] * side),
        windows=_number([[column <= side - 11 for column in range(side)]] * side),
    )


def _places(blank: Rows) -> Iterator[tuple[int, int]]:
    """Row and column of each data module, in the order of the data's bits (7.7.3)."""
    side = len(blank)
    upward = True
    for right in (c if c > 6 else c - 1 for c in range(side - 1, 0, -2)):
        for row in range(side - 1, -1, -1) if upward else range(side):
            yield from ((row, c) for c in (right, right - 1) if blank[row][c] is None)
        upward = not upward


def _number(rows: Rows) -> int:
    return int("".join("1" if dark else "0" for row in rows for dark in row), 2)


def _turned(rows: Rows) -> Rows:
    return list(zip(*rows, strict=True))
