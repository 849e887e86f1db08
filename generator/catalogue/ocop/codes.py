"""The code a certificate gives its product, in the form of today and in the older one.

Of today: province-commune-number-year, `80-27721-05-2026` (26/2026/QĐ-TTg, second-hand, S2).
Older: province-district-commune-number-year, `83-829-28780-3-2022` (seen on certificates, S).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(
    r"(?P<province>[0-9]{2})-(?:(?P<district>[0-9]{3})-)?(?P<commune>[0-9]{5})"
    r"-(?P<number>[0-9]{1,4})-(?P<year>20[0-9]{2})"
)


@dataclass(frozen=True, slots=True)
class OcopCode:
    """The parts of a code, as written; `district` is None in the form of today."""

    province: str
    district: str | None
    commune: str
    number: str
    year: int


def parse_code(text: str) -> OcopCode | None:
    """Read either form; None for any other text. En dashes and spaces are forgiven."""
    match = _FORM.fullmatch(re.sub(r"\s*[-–]\s*", "-", text.strip()))
    if match is None:
        return None
    return OcopCode(
        match["province"], match["district"], match["commune"], match["number"], int(match["year"])
    )
