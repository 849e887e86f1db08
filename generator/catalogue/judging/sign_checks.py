"""Signs that the typeface lacks, told before anything is printed without them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import TypeVar

from generator.catalogue.judging.printed_texts import texts
from generator.catalogue.languages import Language
from generator.catalogue.model import Model
from generator.catalogue.reading.frontmatter import KeyPath
from generator.catalogue.reading.validation import key_name
from generator.theme import signs

_SHOWN = 6
"""Signs that one message names."""

Values = Mapping[str, str]
At = TypeVar("At", KeyPath, int)


def key_findings(thing: Model, language: Language) -> Iterator[tuple[KeyPath, str, Values]]:
    """Yield key path, rule and values for each text that print will change."""
    for each in texts(thing):
        where = {"where_vi": f"khóa {key_name(each.path)}", "where_en": key_name(each.path)}
        found = signs.judged(each.text, language)
        if each.required and found.left_out and not signs.printed(each.text, language):
            yield each.path, "sign-nothing-left", {**where, "signs": _named(found.left_out)}
        else:
            yield from _told(each.path, where, found)


def body_findings(markdown: str, language: Language) -> Iterator[tuple[int, str, Values]]:
    """Yield line, rule and values for signs in a text; each sign is told where it first stands."""
    if not signs.doubtful(markdown):
        return
    where = {"where_vi": "bài viết", "where_en": "the text below the keys"}
    told = set[str]()
    for number, line in enumerate(markdown.split("\n"), start=1):
        found = signs.judged(unescape(line), language)
        new = signs.Judgement(
            {sign: instead for sign, instead in found.replaced.items() if sign not in told},
            tuple(sign for sign in found.left_out if sign not in told),
        )
        told |= {*new.replaced, *new.left_out}
        yield from _told(number, where, new)


def _told(at: At, where: Values, found: signs.Judgement) -> Iterator[tuple[At, str, Values]]:
    if found.replaced:
        instead = _listed([f"“{each}”" for each in dict.fromkeys(found.replaced.values())])
        yield at, "sign-replaced", {**where, "signs": _named([*found.replaced]), "instead": instead}
    if found.left_out:
        yield at, "sign-left-out", {**where, "signs": _named(found.left_out)}


def _named(found: Sequence[str]) -> str:
    return _listed([_sign(each) for each in found])


def _listed(shown: Sequence[str]) -> str:
    return ", ".join([*shown[:_SHOWN], *(["…"] if len(shown) > _SHOWN else [])])


def _sign(sign: str) -> str:
    """“🐟” (U+1F41F); for a sign that can't be seen, its code point and its name."""
    point = f"U+{ord(sign):04X}"
    if sign.isprintable():
        return f"“{sign}” ({point})"
    name = unicodedata.name(sign, "")
    return f"{point} {name}".strip()
