"""Names of places whose marks differ from the list's: “xã Tân Hung” where there is Tân Hưng.

What follows a word such as xã or tỉnh is compared with places.yaml, letters first: only a name of
the same letters with other marks is doubted, so that no other place is taken for a wrong one. Which
side of a syllable its tone stands on (hòa, hoà) is no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from generator.catalogue.folding import bare
from generator.catalogue.model import Place
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_doubted import PLACE_SPELLING

_MOST_WORDS = 4
_NAMED = re.compile(
    # The first letter is told before all else, which is how a long text is soon looked through.
    r"[XxPpTtHhQqĐđ](?<!\w.)(?:(?<=[Xx])ã|(?<=[Pp])hường|(?<=[Tt])(?:hị trấn|hị xã|ỉnh|hành phố)"
    r"|(?<=[Hh])uyện|(?<=[Qq])uận|(?<=[Đđ])ặc khu)"
    rf"((?:[ \u00a0]\w+){{1,{_MOST_WORDS}}})"
)


def places_told(text: str) -> str:
    """The names that a file's text calls places: each once, with its line and column, a line each.

    One text for all, for a national catalogue has many.
    """
    found: dict[str, str] = {}
    number, before = 1, 0
    for each in _NAMED.finditer(text):
        words = takewhile(_has_capital, each[1].split())
        if name := unicodedata.normalize("NFC", " ".join(words)):
            number += text.count("\n", before, each.start())
            before = each.start()
            column = each.start(1) + 1 - text.rfind("\n", 0, before)
            found.setdefault(name, f"{number}:{column}:{name}")
    return "\n".join(found.values())


def _has_capital(word: str) -> bool:
    return word[0].isupper()


def names_of(places: Iterable[Place]) -> Mapping[str, frozenset[str]]:
    """The names of communes, districts and provinces, by their letters without marks."""
    found: dict[str, set[str]] = {}
    for place in places:
        for name in (place.name, place.district, place.province):
            if name:
                found.setdefault(bare(name), set()).add(name)
    return {letters: frozenset(names) for letters, names in found.items()}


def misspelt(source: str, told: str, known: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Yield each name that one file tells (as `places_told` has it) with other marks than known."""
    for each in filter(None, told.split("\n")):
        line, column, name = each.split(":", 2)
        words = name.split()
        for length in range(len(words), 0, -1):
            said = " ".join(words[:length])
            if names := known.get(bare(said)):
                if said not in names and _marks(said) not in map(_marks, names):
                    at = Position(int(line), int(column))
                    values = {"found": said, "closest": min(names)}
                    yield Finding(source, at, PLACE_SPELLING, values)
                break


def _marks(name: str) -> tuple[str, ...]:
    """The marks of each syllable, wherever in it they stand."""
    apart = unicodedata.normalize("NFD", name.casefold().replace("đ", "d\u0335"))
    return tuple("".join(sorted(filter(unicodedata.combining, word))) for word in apart.split())
