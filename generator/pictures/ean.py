"""EAN-13 and EAN-8 bar codes (ISO/IEC 15420) as light and dark modules.

The encoding is two small tables of the standard; libraries for it draw pictures of their own,
while the typesetter wants the bars alone, so that they lie on a printer's whole dots.
"""

from __future__ import annotations

from dataclasses import dataclass

_ODD = (
    *("0001101", "0011001", "0010011", "0111101", "0100011"),
    *("0110001", "0101111", "0111011", "0110111", "0001011"),
)
"""Set A, by digit; set C is its complement, set B that complement read backwards."""
_PARITIES = (
    *("AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB"),
    *("ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA"),
)
"""Sets of the left half, by the first digit of an EAN-13."""
_GUARD, _MIDDLE = "101", "01010"


@dataclass(frozen=True, slots=True)
class Bars:
    """The digits beneath and the modules, "1" for dark, without light margins."""

    digits: str
    modules: str

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Dark bars as (x, width) in modules from the left."""
        found, x = [], 0
        for run in self.modules.replace("10", "1 0").replace("01", "0 1").split(" "):
            if run[0] == "1":
                found.append((x, len(run)))
            x += len(run)
        return tuple(found)


def bars(gtin: str) -> Bars | None:
    """The bars of a GTIN of 8, 12, 13 or 14 digits; None for a trade unit's (indicator 1 to 9).

    Raises ValueError for a wrong check digit.
    """
    from stdnum import ean  # loaded where there are bars to draw

    if not ean.is_valid(gtin):
        raise ValueError(f"not a GTIN: {gtin!r}")
    if len(gtin) == 8:
        return Bars(gtin, _halves(gtin[:4], gtin[4:], "AAAA"))
    digits = gtin.zfill(14)
    if digits[0] != "0":
        return None
    digits = digits[1:]
    return Bars(digits, _halves(digits[1:7], digits[7:], _PARITIES[int(digits[0])]))


def _halves(left: str, right: str, parities: str) -> str:
    first = "".join(_digit(int(d), kind) for d, kind in zip(left, parities, strict=True))
    last = "".join(_digit(int(d), "C") for d in right)
    return f"{_GUARD}{first}{_MIDDLE}{last}{_GUARD}"


def _digit(digit: int, kind: str) -> str:
    odd = _ODD[digit]
    if kind == "A":
        return odd
    other = odd.translate(str.maketrans("01", "10"))
    return other if kind == "C" else other[::-1]
