"""The mask of a QR code (ISO/IEC 18004, 7.8.3), chosen by arithmetic on whole symbols.

The qrcode package draws a symbol eight times, module by module, to find the mask of the lowest
penalty. Here the eight symbols are one integer with a bit a module, so that all masks are one XOR
and each rule of the penalty a few shifts. What is chosen is what qrcode would choose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from qrcode import QRCode, util

from generator.pictures.codewords import Packed

Rows = Sequence[Sequence[bool | None]]
"""Modules of a symbol: dark, light, or not yet known."""

MASKS = 8
_REMAINDER = 8
"""Bits that fill a symbol's last modules (at most 7), and one for its other modules."""


def masked(code: Packed) -> tuple[str, ...]:
    """Rows of "0" and "1" of the symbol with the mask of the lowest penalty."""
    frame = _frame(code.version, code.level)
    content = int.from_bytes(code.codewords, "big") << _REMAINDER
    bits = f"{content:0{8 * len(code.codewords) + _REMAINDER}b}"
    across = "".join(frame.across(bits))
    penalties = frame.penalties(across)
    best = penalties.index(min(penalties))
    side = frame.side
    text = f"{int(across, 2) ^ frame.finished[best]:0{side * side}b}"
    return tuple([text[start : start + side] for start in range(0, side * side, side)])


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all symbols of a version and level share.

    A symbol is an integer of side² bits, the module at the top left highest. `across` picks the
    bits of a symbol, row by row, from those of its codewords; `finished` is by mask what turns
    them into the whole symbol: mask, patterns and format.

    All else is for the penalties, where `MASKS` fields of `field` bytes stand in one integer. In
    each are the symbol's rows, then its columns as rows. `masks` turns the modules and adds the
    patterns without format; the others tell where a rule looks: at the beginnings of pairs in a
    line, of a finder's eleven modules, of a square of two by two.
    """

    side: int
    across: Callable[[str], Sequence[str]]
    finished: tuple[int, ...]
    field: int
    full: int
    masks: int
    pairs: int
    windows: int
    squares: int

    def penalties(self, across: str) -> list[int]:
        """Points lost with each mask by the symbol of these data modules."""
        side = self.side
        lines = across + "".join([across[column::side] for column in range(side)])
        one = int(lines, 2).to_bytes(self.field, "big")
        dark = int.from_bytes(one * MASKS, "big") ^ self.masks
        equal = (dark ^ dark << 1 ^ self.full) & self.pairs
        runs = equal & equal << 1
        runs &= runs << 2
        begins = runs & (runs >> 1 ^ self.full)
        squares = equal & equal << side & (dark ^ dark << side ^ self.full) & self.squares
        counts = map(self._counts, (dark, runs, begins, self._finders(dark), squares))
        return [
            in_runs + 2 * beginning + 40 * finders + 3 * square + self._of_share(modules // 2)
            for modules, in_runs, beginning, finders, square in zip(*counts, strict=True)
        ]

    def _finders(self, dark: int) -> int:
        """Where 1 : 1 : 3 : 1 : 1 begins with four light modules after, or those before it."""
        light = dark ^ self.full
        edges = dark & dark << 2
        gaps = light & light << 4
        finder = edges & edges << 4 & dark << 3 & gaps << 1
        space = light & light << 1
        space &= space << 2
        return (finder & space << 7 | space & finder << 4) & self.windows

    def _of_share(self, dark: int) -> int:
        return int(abs(dark / self.side**2 * 100 - 50) / 5) * 10

    def _counts(self, number: int) -> list[int]:
        """The ones in each field."""
        text = number.to_bytes(self.field * MASKS, "big")
        starts = range(0, len(text), self.field)
        return [int.from_bytes(text[s : s + self.field], "big").bit_count() for s in starts]


class _Unfilled(QRCode[Any]):
    """A symbol whose data modules stay None."""

    def map_data(self, data: object, mask_pattern: int) -> None:
        """Leave them."""


@lru_cache(maxsize=32)
def _frame(version: int, level: int) -> _Frame:
    code = _Unfilled(version=version, error_correction=level, border=0)
    code.data_cache = []
    drawn = []
    for number in range(MASKS):
        code.makeImpl(test=False, mask_pattern=number)
        drawn.append(code.modules)
    code.makeImpl(test=True, mask_pattern=0)
    blank = code.modules
    side = len(blank)
    places = list(_places(blank))
    order = [len(places)] * (side * side)
    for index, (row, column) in enumerate(places):
        order[row * side + column] = index
    turned = [
        [[blank[r][c] is None and turns(r, c) for c in range(side)] for r in range(side)]
        for turns in map(util.mask_func, range(MASKS))
    ]
    ends = [[column < side - 1 for column in range(side)]] * side
    room = [[column <= side - 11 for column in range(side)]] * side
    corners = [*ends[1:], [False] * side]
    field = -(-2 * side * side // 8)
    full = (1 << 8 * field * MASKS) - 1
    return _Frame(
        side=side,
        across=itemgetter(*order),
        finished=tuple(
            _number(rows) ^ _number(mask) for rows, mask in zip(drawn, turned, strict=True)
        ),
        field=field,
        full=full,
        masks=_fields(
            [_number(blank, _turned(blank)) ^ _number(mask, _turned(mask)) for mask in turned],
            field,
        ),
        pairs=_fields([_number(ends, ends)] * MASKS, field),
        windows=_fields([_number(room, room)] * MASKS, field),
        squares=_fields([_number(corners, [[False] * side] * side)] * MASKS, field),
    )


def _places(blank: Rows) -> Iterator[tuple[int, int]]:
    """Row and column of each data module, in the order of the data's bits (7.7.3)."""
    side = len(blank)
    upward = True
    for right in (c if c > 6 else c - 1 for c in range(side - 1, 0, -2)):
        for row in range(side - 1, -1, -1) if upward else range(side):
            yield from ((row, c) for c in (right, right - 1) if blank[row][c] is None)
        upward = not upward


def _number(*symbols: Rows) -> int:
    """The modules of a symbol as an integer, or of two, one after the other."""
    return int("".join("1" if dark else "0" for rows in symbols for row in rows for dark in row), 2)


def _fields(numbers: Sequence[int], field: int) -> int:
    """Integers of `field` bytes as one, the first highest."""
    return int.from_bytes(b"".join(number.to_bytes(field, "big") for number in numbers), "big")


def _turned(rows: Rows) -> Rows:
    return list(zip(*rows, strict=True))
