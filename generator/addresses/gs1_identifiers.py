"""GS1's Application Identifiers: their form, their place in a Digital Link, what goes with what.

Facts of the GS1 Barcode Syntax Dictionary (2025), which GS1's own engine reads, arranged by what
the identifiers have in common; those of mobile devices (8040 to 8043) are left out.

A form is components such as `N13:digit,prefix` and `[X..17]`: N for digits, X for character set 82,
Y for set 39, Z for base64url; a length, or `..` and the greatest; brackets where it may be absent;
the names of checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

_COMPONENT = re.compile(r"(\[?)([NXYZ])(\.\.)?(\d+)\]?(?::([a-z0-9,]+))?")
_TRADE = "01 02 8006 8026"
_MADE = "01 02 03 8006 8026"
_MEASURED = "30 31nn 32nn 35nn 36nn"

KEYS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "00": ((),),
        "01": (("22", "10", "21"), ("235",)),
        "253": ((),),
        "255": ((),),
        "401": ((),),
        "402": ((),),
        "414": (("254",), ("7040",)),
        "415": (("8020",),),
        "417": (("7040",),),
        "8003": ((),),
        "8004": (("7040",),),
        "8006": (("22", "10", "21"),),
        "8010": (("8011",),),
        "8013": ((),),
        "8017": (("8019",),),
        "8018": (("8019",),),
    }
)
"""The primary keys, and for each the sets of qualifiers that may follow, in their order."""

PATH_ONLY = frozenset(
    ["03", "21", "22", "235", "254", "7040", "7041", "8011", "8014", "8019", "8020", "8200"]
)
"""Identifiers that are no data attributes."""


class _Row(NamedTuple):
    """Identifiers of one form, such as `4300-4301 4310`; `own` excludes the rest of a family."""

    names: str
    form: str
    needs: tuple[str, ...] = ()
    excludes: str = ""


_ROWS: tuple[_Row, ...] = (
    _Row("00", "N18:digit,prefix1"),
    _Row("01", "N14:digit,prefix1", (), "255 37"),
    _Row("02", "N14:digit,prefix1", ("37",), "01 03"),
    _Row("03", "N14:digit,prefix1", (), "01 02 37"),
    _Row("10", "X..20", (_MADE,)),
    _Row("11 13 15 16", "N6:date0", (_MADE,)),
    _Row("12", "N6:date0", ("8020",)),
    _Row("17", "N6:date0", (f"255 {_MADE}",)),
    _Row("20", "N2", (_TRADE,)),
    _Row("21", "X..20", ("01 03 8006",), "235"),
    _Row("22 243", "X..20", ("01",)),
    _Row("235", "X..28", ("01",)),
    _Row("240 241", "X..30", (_TRADE,)),
    _Row("242", "N..6", (_TRADE,)),
    _Row("250", "X..30", ("01 8006", "21")),
    _Row("251", "X..30", ("01 8006",)),
    _Row("253", "N13:digit,prefix [X..17]"),
    _Row("254", "X..20", ("414",)),
    _Row("255", "N13:digit,prefix [N..12]", (), "01 02 415 8006 8020 8026"),
    _Row("30", "N..8", ("01 02",)),
    _Row("310-316 320-329 350-352 356-357 360-361 364-366", "N6", ("01 02",), "own"),
    _Row("330-336 340-349 353-355 362-363 367-369", "N6", ("00 01",), "own"),
    _Row("337", "N6", ("01",), "own"),
    _Row("37", "N..8", ("00", "02 8026")),
    _Row("3900-3909", "N..15", ("255 8020",), "390n 391n 394n 8111"),
    _Row("3910-3919", "N3:currency N..15", ("8020",), "391n"),
    _Row("3920-3929", "N..15", ("01", _MEASURED), "392n 393n"),
    _Row("3930-3939", "N3:currency N..15", (_MEASURED,), "393n"),
    _Row("3940-3943", "N4", ("255",), "394n 8111"),
    _Row("3950-3955", "N6", (_MEASURED,), "392n 393n 395n 8005"),
    _Row("400", "X..30"),
    _Row("401", "X..30:prefix"),
    _Row("402", "N17:digit,prefix"),
    _Row("403 4308 4319", "X..30", ("00",)),
    _Row("410-414 416-417", "N13:digit,prefix"),
    _Row("415", "N13:digit,prefix", ("8020",)),
    _Row("420", "X..20", (), "421"),
    _Row("421", "N3:country X..9", (), "4307"),
    _Row("422", "N3:country", (_TRADE,), "426"),
    _Row("423 425", "N3:country" + 4 * " [N3:country]", ("01 02",), "426"),
    _Row("424", "N3:country", ("01 02",), "426"),
    _Row("426", "N3:country", ("01 02",)),
    _Row("427", "X..3", ("01 02", "422")),
    _Row("4300-4301 4310-4311 4320", "X..35:escaped", ("00",)),
    _Row("4302 4304-4306 4312 4314-4316", "X..70:escaped", ("00",)),
    _Row("4303", "X..70:escaped", ("4302",)),
    _Row("4313", "X..70:escaped", ("4312",)),
    _Row("4307 4317", "X2:letters", ("00",)),
    _Row("4309", "N10:latitude N10:longitude", ("00",)),
    _Row("4318", "X..20", ("00",)),
    _Row("4321-4323", "N1:flag", ("00",)),
    _Row("4324-4325", "N6:date0 N4:hhmi", ("00",)),
    _Row("4326", "N6:date", ("00",)),
    _Row("4330", "N6 [X1:minus]", ("00",), "4331"),
    _Row("4331", "N6 [X1:minus]", ("00",), "4330"),
    _Row("4332", "N6 [X1:minus]", ("00",), "4333"),
    _Row("4333", "N6 [X1:minus]", ("00",), "4332"),
    _Row("7001", "N13", (_TRADE,)),
    _Row("7002", "X..30", ("01 02",)),
    _Row("7003", "N6:date N4:hhmi", ("01 02",)),
    _Row("7004", "N..4", ("01", "10")),
    _Row("7005", "X..12", ("01 02",)),
    _Row("7006", "N6:date", ("01 02",)),
    _Row("7007", "N6:date [N6:date]", ("01 02",)),
    _Row("7008", "X..3", ("01 02",)),
    _Row("7009", "X..10", ("01 02",)),
    _Row("7010", "X..2", ("01 02",)),
    _Row("7011", "N6:date [N4:hhmi]", ("01 02",)),
    _Row("7020", "X..20", ("01 8006", "416")),
    _Row("7021 7240 8012", "X..20", ("01 8006",)),
    _Row("7022", "X..20", ("7021",)),
    _Row("7023", "X..30:prefix"),
    _Row("7030-7039", "N3:processor X..27", ("01 02",)),
    _Row("7040", "N1 X1 X1 X1:index"),
    _Row("7041", "X..4", ("00",)),
    _Row("710-717", "X..20", ("01",)),
    _Row("7230-7239", "X2 X..28", ("01 8004",)),
    _Row("7241", "N2:media", ("8017 8018",)),
    _Row("7242", "X..25", ("8017 8018",)),
    _Row("7250", "N8:date8", ("8018",), "7251"),
    _Row("7251", "N8:date8 N4:hhmi", ("8018",), "7250"),
    _Row("7252", "N1:sex", ("8018",)),
    _Row("7253-7254", "X..40:escaped", ("8017 8018",), "7256 7259"),
    _Row("7255", "X..10", ("8017 8018",), "7256 7259"),
    _Row("7256", "X..90:escaped", ("8017 8018",)),
    _Row("7257", "X..70:escaped", ("8018",)),
    _Row("7258", "X3:position", ("8018+7259",)),
    _Row("7259", "X..40:escaped", ("8018",), "7256"),
    _Row("8001", "N4:nonzero N5:nonzero N3:nonzero N1:winding N1", ("01",)),
    _Row("8002", "X..20"),
    _Row("8003", "N1:zero N13:digit,prefix [X..16]"),
    _Row("8004", "X..30:prefix"),
    _Row("8005", "N6", ("01 02",)),
    _Row("8006", "N14:digit,prefix1 N4:piece", (), "01 37"),
    _Row("8007", "X..34:iban", ("415",)),
    _Row("8008", "N6:date N2:hh [N2:mi] [N2:mi]", ("01 02",)),
    _Row("8009", "X..50", ("00 01",)),
    _Row("8010", "Y..30:prefix"),
    _Row("8011", "N..12:plain", ("8010",)),
    _Row("8013", "X..25:pair,prefix"),
    _Row("8014", "X..25:pair,prefix,letter", ("01",)),
    _Row("8017", "N18:digit,prefix", (), "8018"),
    _Row("8018", "N18:digit,prefix", (), "8017"),
    _Row("8019", "N..10", ("8017 8018",)),
    _Row("8020", "X..25", ("415",)),
    _Row("8026", "N14:digit,prefix1 N4:piece", ("37",), "02 8006"),
    _Row("8030", "Z..90", ("00 01+21 253 255 8003 8004 8006+21 8010+8011 8017 8018",)),
    _Row("8110 8112", "X..70"),
    _Row("8111", "N4", ("255",)),
    _Row("8200", "X..70", ("01",)),
    _Row("90", "X..30"),
    _Row("91-99", "X..90"),
)


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a value: its character set, its least and greatest length, its checks."""

    kind: str
    least: int
    most: int
    optional: bool
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identifier:
    """`needs` are groups of which each must be met by one of its entries; `excludes` are patterns.

    An entry is identifiers joined by `+`; in a pattern `n` stands for any digit.
    """

    ai: str
    components: tuple[Component, ...]
    needs: tuple[tuple[str, ...], ...]
    excludes: tuple[str, ...]

    @property
    def predefined(self) -> bool:
        """Whether its length is fixed by its first two digits (General Specifications)."""
        return self.ai[:2] in _PREDEFINED

    @property
    def attribute(self) -> bool:
        """Whether it may stand in the query."""
        return self.ai not in PATH_ONLY


_PREDEFINED = frozenset(
    ["00", "01", "02", "03", "04", *map(str, range(11, 21)), *map(str, range(31, 37)), "41"]
)


def identifier(ai: str) -> Identifier | None:
    """The identifier of that number, None for a number that has no meaning."""
    return _table().get(ai)


def fits(pattern: str, ai: str) -> bool:
    """Whether the identifier is one of the pattern's: 31nn stands for 3100 and 3105."""
    same = (wanted in ("n", digit) for wanted, digit in zip(pattern, ai, strict=False))
    return len(pattern) == len(ai) and all(same)


@cache
def _table() -> Mapping[str, Identifier]:
    return {each.ai: each for row in _ROWS for each in _identifiers(row)}


def _identifiers(row: _Row) -> Iterator[Identifier]:
    own = row.excludes == "own"
    for family in row.names.split():
        for ai in _expanded(family, measures=own):
            yield Identifier(
                ai,
                tuple(_components(row.form)),
                tuple(tuple(group.split()) for group in row.needs),
                (f"{ai[:3]}n",) if own else tuple(row.excludes.split()),
            )


def _expanded(family: str, *, measures: bool) -> Iterator[str]:
    """The identifiers of “4300-4301”; measures have a fourth digit, their decimal places 0 to 5."""
    first, _, last = family.partition("-")
    for number in range(int(first), int(last or first) + 1):
        ai = str(number).zfill(len(first))
        yield from (f"{ai}{places}" for places in range(6)) if measures else (ai,)


def _components(form: str) -> Iterator[Component]:
    for optional, kind, upto, length, checks in _COMPONENT.findall(form):
        most = int(length)
        names = tuple(checks.split(",")) if checks else ()
        yield Component(kind, 1 if upto else most, most, bool(optional), names)
