"""Answers of which one has to be chosen: shown with numbers, found by number or by words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from generator.catalogue.folding import bare
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Place
from generator.catalogue.model.choices import SAID
from generator.catalogue.model.folders import BY_NAME, KEPT, PLACE, Folder
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.ordering import name_key
from generator.catalogue.saying import place, place_in_full
from generator.desk.new.questions import Question


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the value for the file, what people call it, and under which heading."""

    value: str
    label: str
    heading: str = ""

    @property
    def words(self) -> list[str]:
        """What it is found by."""
        return bare(f"{self.value} {self.label} {self.heading}").split()

    def has_word_from(self, start: str) -> bool:
        """Whether one of its words begins so."""
        return any(each.startswith(start) for each in self.words)


def matching(choices: Sequence[Choice], text: str, *, numbered: bool) -> list[tuple[int, Choice]]:
    """The choices that are meant, with their numbers from 1.

    By number where they are shown `numbered`, by the very value, by a value or a name in full, else
    by words, with diacritics or without.
    """
    every = [*enumerate(choices, 1)]
    wanted = bare(text)
    words = wanted.split()
    by_number = [each for each in every if numbered and text == str(each[0])]
    by_value = [each for each in every if text == each[1].value]
    whole = [each for each in every if wanted in (bare(each[1].value), bare(each[1].label))]
    exact = [each for each in every if words and {*words} <= {*each[1].words}]
    begun = [each for each in every if words and all(map(each[1].has_word_from, words))]
    return by_number or by_value or whole or exact or begun


_BETWEEN = re.compile(r"\s*(?:;|,(?!\d)|(?<!\d),)\s*")
"""Between the parts of a list; “1,5 kg” is one."""


def parts_of(text: str, choices: Sequence[Choice] | None, *, numbered: bool) -> list[str]:
    """What a list names that is typed in one line: with commas or semicolons between.

    Of choices spaces will do too, between numbers or values; a name may have either.
    """
    if choices is None:
        return [each for each in _BETWEEN.split(text) if each]
    whole = bare(text)
    if any(whole in (bare(each.value), bare(each.label)) for each in choices):
        return [text]
    parts = [each for each in re.split(r"\s*[,;]\s*", text) if each]
    known = {each.value for each in choices}
    words = text.replace(",", " ").replace(";", " ").split()
    return words if all(w in known or (numbered and w.isdecimal()) for w in words) else parts


def choices_of(
    folder: Folder, question: Question, catalogue: Catalogue, language: Language
) -> list[Choice] | None:
    """What may be answered; None where anything of the right form may."""
    key, model = question.row.key, question.row.model
    if len(question.path) > 1:
        return None
    if key in folder.references:
        return _things(folder.references[key], catalogue, language)
    if key == "group":
        return [
            Choice(
                str(each.number),
                each.name(language),
                f"{each.sector.numeral}. {each.sector.name(language)}",
            )
            for each in GROUPS.values()
        ]
    kind = model.model_fields[key].annotation  # type: ignore[attr-defined]  # rows of folders are of models
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [Choice(str(each.value), SAID[each][language == "en"]) for each in kind]
    return None


def _things(kind: str, catalogue: Catalogue, language: Language) -> list[Choice]:
    if kind == PLACE:
        return _places(catalogue.places, language)
    folder = BY_NAME[KEPT[kind]]
    found = folder.things(catalogue)
    choices = [Choice(each.slug, getattr(each, "name", each.slug)) for each in found]
    return sorted(choices, key=lambda each: (name_key(each.label), each.value))


def _places(places: Mapping[str, Place], language: Language) -> list[Choice]:
    """Units of today by their names; former ones, and those of one name, with what they lie in."""
    names = Counter(place(each, language) for each in places.values() if not each.now)

    def label(unit: Place) -> str:
        name = place(unit, language)
        return place_in_full(unit, language) if unit.now or names[name] > 1 else name

    return [Choice(slug, label(each)) for slug, each in places.items()]
