"""Who makes what: producers that there are, and those that a list brings, told apart.

Rows that say different things of one producer are all doubted: nobody here knows who is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.catalogue.folding import bare
from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import kind, same_digits
from generator.catalogue.model import Catalogue, Producer
from generator.desk.importing.row_facts import Facts

_NUMBERS = ("phone", "tax_code")
_IN_FULL = {
    "htx": "hop tac xa",
    "tht": "to hop tac",
    "hkd": "ho kinh doanh",
    "cty": "cong ty",
    "tnhh": "trach nhiem huu han",
    "mtv": "mot thanh vien",
    "cp": "co phan",
    "dntn": "doanh nghiep tu nhan",
    "nn": "nong nghiep",
}
_HOUSEHOLD = "household"
_FORM = re.compile("^(?:ho kinh doanh|ho gia dinh|ho san xuat|ho) ")


def same_maker(name: str, producer: Producer) -> bool:
    """Whether a list's name is the producer's: “HTX Mẫu” is “Hợp tác xã Mẫu”.

    A household is known by the person's name, whether the list has its legal form before it or not.
    """
    if bare(name) == bare(producer.name):
        return True
    return kind(name) in ("", producer.kind.value) and same_name(name, producer.name)


def same_name(one: str, other: str) -> bool:
    """Whether both name the same producer, in full or with the usual abbreviations."""
    return _known_by(one) == _known_by(other)


@lru_cache(1 << 16)  # the same few names in row after row
def _known_by(name: str) -> str:
    words = " ".join(_IN_FULL.get(word, word) for word in bare(name).split())
    return _FORM.sub("", words) if kind(name) == _HOUSEHOLD else words


@dataclass(slots=True)
class Claims:
    """What the rows of a list say of one producer: by key each value, and where it stands."""

    values: dict[str, object] = field(default_factory=dict)
    cells: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, facts: Facts) -> None:
        """Keep what a row says."""
        for key, value in facts.of_producer.items():
            if f"producer.{key}" not in facts.filled:
                self.cells.setdefault(key, {}).setdefault(
                    _compared(key, value), facts.cell(f"producer.{key}")
                )
            self.values.setdefault(key, value)

    def against(self, key: str, value: object) -> tuple[str, str]:
        """The cell in which another value stands, and that value; empty for none."""
        own = _compared(key, value)
        others = ((cell, said) for said, cell in self.cells.get(key, {}).items() if said != own)
        return next(others, ("", ""))


def _compared(key: str, value: object) -> str:
    text = " ".join(str(value).split())
    return same_digits(text) if key in _NUMBERS else text


class Makers:
    """Finds the producer of each row."""

    def __init__(self, catalogue: Catalogue, communes: Communes) -> None:
        self._catalogue, self._communes = catalogue, communes
        self._named: dict[str, list[Producer]] = {}
        for producer in catalogue.producers.values():
            self._named.setdefault(_known_by(producer.name), []).append(producer)
        self._homes: dict[str, dict[str, None]] = {}
        self._found: dict[tuple[str, ...], list[Producer]] = {}

    def look_at(self, rows: Iterable[Facts]) -> None:
        """See in which communes producers of one name are, before any of them is told apart."""
        for facts in rows:
            told = facts.of_producer
            if place := told.get("place"):
                self._homes.setdefault(_name(told), {})[str(place)] = None

    def found(self, facts: Facts) -> list[Producer]:
        """The producers that there are and that the row may name."""
        told = facts.of_producer
        signs = tuple(str(told.get(key, "")) for key in ("slug", "name", "place"))
        if signs not in self._found:
            self._found[signs] = self._meant(told)
        return self._found[signs]

    def _meant(self, told: Mapping[str, object]) -> list[Producer]:
        if by_slug := self._catalogue.producers.get(str(told.get("slug", ""))):
            return [by_slug]
        name = str(told.get("name", ""))
        found = [each for each in self._named.get(_name(told), []) if same_maker(name, each)]
        if place := told.get("place"):
            today = self._communes.today
            found = [e for e in found if not e.place or today(e.place) == today(str(place))]
        return found

    def new(self, facts: Facts) -> tuple[str, str] | None:
        """By what a producer that there is not is known; None where it may be any of several."""
        told = facts.of_producer
        homes = [*self._homes.get(_name(told), {})]
        place = str(told.get("place", ""))
        if not place and len(homes) > 1:
            return None
        return _name(told), place or next(iter(homes), "")


def _name(told: Mapping[str, object]) -> str:
    return _known_by(str(told.get("name", "")))
