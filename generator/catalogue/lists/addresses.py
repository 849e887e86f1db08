"""An address of a list: the commune of today that it leads to, and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.catalogue import saying
from generator.catalogue.folding import bare, folded
from generator.catalogue.lists.cells import CellDoubt
from generator.catalogue.model import Place

_PARTS = re.compile(r"\s*[,;\n]\s*|\s+[-–]\s+")
_INNER = re.compile(r"(?<!thị)\s+((?:xã|phường|thị trấn|huyện|thị xã|tỉnh)\s+(\S))", re.IGNORECASE)
"""A unit that no comma stands before."""
_UNIT = re.compile(
    r"(?P<kind>xã|phường|thị trấn|tt\.?|p\.|x\.|huyện|"
    r"h\.|quận|q\.|thị xã|tx\.?|thành phố|tp\.?|tỉnh|t\.)"
    r"\s*(?P<name>.+)",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"[\s,;(\-–]*\bnay\s+(?:là\s+|thuộc\s+)?(?P<now>(?:xã|phường)\s[^()]+)\)?(?P<more>,.*)?$",
    re.IGNORECASE | re.DOTALL,
)
"""Today's commune behind a former one: “xã Mẫu cũ (nay là xã Mẫu Mới)”."""
_FORMER = " cũ"
_COMMUNES = {"xã": "xã", "x": "xã", "phường": "phường", "p": "phường", "thị trấn": "thị trấn"}
_COMMUNES["tt"] = "thị trấn"
_PROVINCES = ("tỉnh", "t")


class Communes:
    """The communes that places.yaml knows, by their names."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places = places
        self._named: dict[str, list[Place]] = {}
        self._led: dict[tuple[str, str], tuple[str, str]] = {}
        for place in places.values():
            self._named.setdefault(folded(place.name), []).append(place)

    def today(self, slug: str) -> str:
        """The commune of today for a place's slug."""
        place = self._places.get(slug)
        return place.now if place and place.now else slug

    def named(self, text: str, around: str = "", recent: int = 1) -> str:
        """The slug of today's commune that is written alone in a cell. Raises CellDoubt.

        `recent` is what the heading says of it: 0 that it is a former one, 2 one of today.
        """
        if bare(text).replace(" ", "-") in self._places and text.isascii():
            return text
        unit = text if _UNIT.match(text) else f"xã {text}"
        written = (f"{unit}{_FORMER}", unit, f"nay là {unit}")[recent]
        return self.led(written, around)[0]

    def led(self, address: str, around: str = "") -> tuple[str, str]:
        """Today's commune (empty where none is named), and the address before its name.

        `around` says more, such as the district above the rows. Raises CellDoubt where it may be
        several communes, or one that places.yaml has not.
        """
        if (address, around) not in self._led:
            self._led[address, around] = self._parted(address, around)
        return self._led[address, around]

    def _parted(self, address: str, around: str) -> tuple[str, str]:
        if now := _NOW.search(address):
            _, commune, district, province = _units(f"{now['now']}{now['more'] or ''}")
            slug = self._today(commune, district, province, around, of_old=False)
            return slug, ", ".join(_units(address[: now.start()])[0])
        kept, commune, district, province = _units(address)
        if not commune[1]:
            return "", address
        return self._today(commune, district, province, around), ", ".join(kept)

    def _today(
        self,
        commune: tuple[str, str],
        district: str,
        province: str,
        around: str,
        *,
        of_old: bool = True,
    ) -> str:
        kind, name = commune
        found = self._named.get(folded(name), [])
        if not found and folded(name).endswith(_FORMER):
            former = self._named.get(folded(name).removesuffix(_FORMER), [])
            found = [each for each in former if each.now]
        if not of_old:
            found = [each for each in found if not each.now] or found
        exact = [each for each in found if folded(each.kind) == folded(kind)]
        found = exact or found
        words = f" {folded(around)} "
        if not district and "huyện" in words:
            found = [e for e in found if e.district and folded(e.district) in words] or found
        if district and province and (by_province := _of(found, province)):
            found = by_province
        if district:
            found = [e for e in found if not e.district or folded(e.district) == folded(district)]
            found = [e for e in found if e.district] or found
        elif province:
            found = _of(found, province) or found
        slugs = {self.today(each.slug) for each in found}
        if len(slugs) == 1:
            return slugs.pop()
        where = f"{kind} {name}" + (f", {saying.unit('huyện', district, 'vi')}" if district else "")
        if not slugs:
            raise CellDoubt(
                f"content/places.yaml chưa có {where}; hãy thêm một dòng vào đó "
                f"(xã cũ thì ghi now)",
                f"content/places.yaml has no {where}; add a line there (a former one with now)",
            )
        raise CellDoubt(
            f"{where} có thể là {_or(slugs, 'hoặc')}; hãy ghi thêm huyện cũ, hoặc xã hiện nay",
            f"{where} may be {_or(slugs, 'or')}; add the former district, or name today's commune",
        )


def _units(address: str) -> tuple[list[str], tuple[str, str], str, str]:
    """What stands before the units of an address; its commune, district and province."""
    kept, commune, district, province = list[str](), ("", ""), "", ""
    for part in filter(None, _PARTS.split(_INNER.sub(_apart, address))):
        unit = _UNIT.fullmatch(part.strip(" ."))
        kind = unit["kind"].casefold().rstrip(".") if unit else ""
        name = unit["name"].strip(" .") if unit else ""
        if kind in _COMMUNES and not commune[1]:
            commune = _COMMUNES[kind], name
        elif kind in _PROVINCES:
            province = name
        elif unit and commune[1]:
            district = district or name
        else:
            kept.append(part)
    return kept, commune, district, province


def _apart(unit: re.Match[str]) -> str:
    """The unit behind a comma, if a name follows: “Ấp 3 xã Mẫu”, but not “nhà xã hội”."""
    return f", {unit[1]}" if unit[2].isupper() else unit[0]


def _of(places: Iterable[Place], province: str) -> list[Place]:
    return [each for each in places if each.province and folded(each.province) == folded(province)]


def _or(slugs: Iterable[str], word: str) -> str:
    return f" {word} ".join(sorted(slugs))
