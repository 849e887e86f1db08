"""Figures in an original and in its translation, which tell that only one of the two was changed.

No file's time is asked: a copy of the repository has other ones. A figure is doubted only where
both texts have one that the other file lacks, so that a translation may be shorter than its
original, or say more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START
from generator.catalogue.problems.rules_doubted import TRANSLATION_FIGURES

_FIGURE = re.compile(
    r"([0-9](?:[0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]*(?:[.,][0-9]+)*))"
    r"(?:[ \u00a0]?(nghìn|ngàn|thousand|triệu|million|tỷ|tỉ|billion)\b)?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:([ .,\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*")
"""A whole number with its thousands set apart: “1.200” in one language, “1,200” in the other."""
_ZEROS = {
    **dict.fromkeys(("nghìn", "ngàn", "thousand"), 3),
    **dict.fromkeys(("triệu", "million"), 6),
    **dict.fromkeys(("tỷ", "tỉ", "billion"), 9),
}
_TARGET = re.compile(r"\]\([^)\n]*\)|https?://\S+")
"""Where a link leads, in each language to its own address."""
_IN_WORDS = 12
"""Up to here figures are months, hours, and what one writes in words in another language."""


@dataclass(frozen=True, slots=True)
class Figures:
    """`told` are those of a file's texts as written, a line each; `known` the digits of all in it.

    Both are one text each: a national catalogue has many.
    """

    told: str = ""
    known: str = ""

    @classmethod
    def of(cls, texts: Sequence[str], whole: str) -> Figures:
        """The figures of the texts that are translated, and of the whole file."""
        told = {
            _value(found[1], found[2]): found[0]
            for text in texts
            for found in _FIGURE.finditer(_TARGET.sub("]", text))
        }
        worth_telling = (each for value, each in told.items() if _is_large(value))
        known = sorted({_value(*found) for found in {*_FIGURE.findall(whole)}})
        return cls("\n".join(worth_telling), " ".join(known))

    def unknown_to(self, other: Figures) -> list[str]:
        """What is told here and stands nowhere in the other file."""
        there: Set[str] = set(other.known.split(" "))
        found = ((each, _FIGURE.match(each)) for each in self.told.splitlines())
        return [
            each for each, figure in found if figure and _value(figure[1], figure[2]) not in there
        ]


NO_FIGURES = Figures()


def texts_in(value: Mapping[str, object], keys: Set[str], body: str) -> list[str]:
    """The texts of those keys, and the one below the keys."""
    return [*(text for key in keys if isinstance(text := value.get(key), str)), body]


def stale(original: str, said: Figures, translation: str, told: Figures) -> Finding | None:
    """A doubt where each of the two files has figures that the other one lacks."""
    missing, other = said.unknown_to(told), told.unknown_to(said)
    if not missing or not other:
        return None
    values = {"figures": ", ".join(other[:3]), "originals": ", ".join(missing[:3])}
    return Finding(translation, START, TRANSLATION_FIGURES, {**values, "other": original})


@lru_cache(1 << 16)  # a catalogue has the same figures in file after file
def _value(digits: str, unit: str | None) -> str:
    """The same for “1.200”, “1,200” and “1,2 nghìn”: the number in digits alone."""
    unit = (unit or "").lower()
    if not unit and _GROUPED.fullmatch(digits):
        return re.sub(r"\D", "", digits).lstrip("0") or "0"
    whole, _, part = re.sub(r"[^0-9.]", "", digits.replace(",", ".")).partition(".")
    part = part.rstrip("0")
    zeros = _ZEROS.get(unit, 0)
    whole, part = f"{whole}{part[:zeros].ljust(zeros, '0')}".lstrip("0") or "0", part[zeros:]
    return f"{whole}.{part}" if part else whole


def _is_large(value: str) -> bool:
    whole = value.partition(".")[0]
    return len(whole) > len(str(_IN_WORDS)) or int(whole) > _IN_WORDS
