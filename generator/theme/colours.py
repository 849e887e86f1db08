"""A theme's colours, written once in `[colours]` of theme.toml: for screens and for paper.

    water = "#0e4f4a"
    straw = { light = "#b97d0e", dark = "#f0b94a", office = "#c98a12", press = [12, 46, 96, 4] }
    dusk = "deep 80%"

`light` and `dark` are for screens, `office` for RGB printers, `press` is in percent of cyan,
magenta, yellow and black. What isn't given follows: dark from light, office from light, press from
office. A value may name another colour, with or without an opacity, or for office be a grey
(0 to 255). A colour without `light` is for paper alone. A child's colour takes the place of its
parent's as a whole, so that no shade of the old one is left behind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.theme.errors import ThemeError

Inks = tuple[float, float, float, float]
Paint = str | int | Inks
Table = Mapping[str, object]

_PLACES = ("light", "dark", "office", "press")
_FALLBACK = {"dark": "light", "office": "light", "press": "office"}
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_OTHER = re.compile(rf"({_NAME.pattern})(?:\s+(\d{{1,2}}|100)%)?")
_PROPERTY = re.compile(rf"var\(--({_NAME.pattern})\)")
_WANTED = {
    "press": (
        "bốn số phần trăm như [88, 45, 62, 38]",
        "four percentages such as [88, 45, 62, 38]",
    ),
    "office": (
        "“#rrggbb”, độ xám từ 0 đến 255, hoặc tên một màu khác",
        "“#rrggbb”, a grey from 0 to 255, or another colour's name",
    ),
}
_WANTED_ON_SCREENS = (
    "“#rrggbb”, hoặc tên một màu khác, có hay không có độ đậm (“deep 80%”)",
    "“#rrggbb”, or another colour's name with or without an opacity (“deep 80%”)",
)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in every place; None on screens for one that is for paper alone."""

    light: str | None
    dark: str | None
    office: str | int
    press: Inks


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of a theme by name, in the order of its table."""

    colours: Mapping[str, Colour]

    def on_screen(self, name: str) -> str:
        """The colour by daylight, “#rrggbb”. Raises ThemeError."""
        found = self.colours.get(name)
        if found is None or found.light is None:
            raise ThemeError(
                f"giao diện không có màu {name!r} cho màn hình",
                f"the theme has no colour {name!r} for screens",
            )
        return found.light

    def css(self) -> str:
        """The colours for screens as custom properties: `--water` and so on."""
        shown = [(name, each) for name, each in self.colours.items() if each.light]
        light = ";".join(f"--{name}:{each.light}" for name, each in shown)
        dark = ";".join(f"--{name}:{each.dark}" for name, each in shown if each.dark != each.light)
        night = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}" if dark else ""
        return f":root{{{light}}}{night}" if light else ""

    def filled(self, svg: str) -> str:
        """A picture that stands by itself, with the colours that it names by `var(--water)`."""
        return _PROPERTY.sub(self._found, svg)

    def for_typst(self) -> Mapping[str, Mapping[str, Paint]]:
        """Every colour as press/palette.typ reads it, by flavour."""
        return {
            name: {
                "screen": each.office if each.light is None else each.light,
                "office": each.office,
                "press": each.press,
            }
            for name, each in self.colours.items()
        }

    def _found(self, match: re.Match[str]) -> str:
        return self.on_screen(match[1]) if match[1] in self.colours else match[0]


def resolved(tables: Sequence[Table]) -> Palette:
    """The colours of `[colours]` tables, the chosen theme's first. Raises ThemeError."""
    merged: dict[str, Table] = {}
    for table in reversed(tables):
        merged |= {name: _entry(name, given) for name, given in table.items()}
    found = _Resolver(merged)
    return Palette({name: found.colour(name) for name in merged})


def _entry(name: str, given: object) -> Table:
    if not _NAME.fullmatch(name):
        raise ThemeError(
            f"colours.{name}: tên màu chỉ gồm chữ thường không dấu, chữ số và gạch nối",
            f"colours.{name}: a name has small letters, digits and hyphens",
        )
    entry = given if isinstance(given, dict) else {"light": given}
    for key in entry:
        if key not in _PLACES:
            known = ", ".join(_PLACES)
            raise ThemeError(
                f"colours.{name}.{key}: chỉ có {known}", f"colours.{name}.{key}: there are {known}"
            )
    if not {"light", "office"} & entry.keys():
        raise ThemeError(
            f"colours.{name}: thiếu cả light lẫn office",
            f"colours.{name}: neither light nor office is given",
        )
    return entry


class _Resolver:
    """Follows names from colour to colour."""

    def __init__(self, table: Mapping[str, Table]) -> None:
        self._table = table

    def colour(self, name: str) -> Colour:
        entry = self._table[name]
        screens = "light" in entry
        return Colour(
            light=self._screen(name, "light") if screens else None,
            dark=self._screen(name, "dark") if screens else None,
            office=self._office(name),
            press=self._inks(name),
        )

    def _screen(self, name: str, place: str) -> str:
        found = self.paint(name, place)
        if isinstance(found, str):
            return found
        raise _unfit(name, place)

    def _office(self, name: str) -> str | int:
        found = self.paint(name, "office")
        if isinstance(found, str | int):
            return found
        raise _unfit(name, "office")

    def _inks(self, name: str) -> Inks:
        found = self.paint(name, "press")
        return found if isinstance(found, tuple) else _separated(found)

    def paint(self, name: str, place: str, behind: tuple[str, ...] = ()) -> Paint:
        if name in behind:
            way = " → ".join((*behind, name))
            raise ThemeError(
                f"colours.{name} gọi lại chính nó: {way}", f"colours.{name} names itself: {way}"
            )
        entry = self._table.get(name)
        if entry is None:
            raise ThemeError(
                f"colours.{behind[-1]}: không có màu {name!r}",
                f"colours.{behind[-1]}: there is no colour {name!r}",
            )
        if place not in entry:
            if place not in _FALLBACK:
                raise ThemeError(
                    f"colours.{behind[-1]}: {name!r} chỉ dùng trên giấy",
                    f"colours.{behind[-1]}: {name!r} is for paper alone",
                )
            return self.paint(name, _FALLBACK[place], behind)
        given = entry[place]
        if isinstance(given, str) and (other := _OTHER.fullmatch(given)):
            return _thinned(self.paint(other[1], place, (*behind, name)), other[2])
        return _plain(name, place, given)


def _plain(name: str, place: str, given: object) -> Paint:
    match given:
        case str() if place != "press" and _HEX.fullmatch(given):
            return given.lower()
        case bool():
            pass
        case int() if place == "office" and 0 <= given <= 255:
            return given
        case [int() | float(), int() | float(), int() | float(), int() | float()] if (
            place == "press" and all(0 <= each <= 100 for each in given)
        ):
            return (given[0], given[1], given[2], given[3])
    raise _unfit(name, place)


def _unfit(name: str, place: str) -> ThemeError:
    vi, en = _WANTED.get(place, _WANTED_ON_SCREENS)
    at = f"colours.{name}.{place}"
    return ThemeError(f"{at}: cần {vi}", f"{at}: wanted {en}")


def _thinned(paint: Paint, percent: str | None) -> Paint:
    """The colour at an opacity; ink has none."""
    if percent is None or not isinstance(paint, str):
        return paint
    return f"{_long(paint)[:7]}{round(int(percent) * 255 / 100):02x}"


def _long(colour: str) -> str:
    return colour if len(colour) > 4 else "#" + "".join(each * 2 for each in colour[1:])


def _separated(paint: str | int) -> Inks:
    """A screen's colour in inks, as far as that goes without a profile."""
    if isinstance(paint, int):
        return (0, 0, 0, round(100 - paint / 2.55, 1))
    red, green, blue = (int(_long(paint)[at : at + 2], 16) / 255 for at in (1, 3, 5))
    most = max(red, green, blue)
    if not most:
        return (0, 0, 0, 100)
    cyan, magenta, yellow = (round(100 * (1 - each / most), 1) for each in (red, green, blue))
    return (cyan, magenta, yellow, round(100 * (1 - most), 1))
