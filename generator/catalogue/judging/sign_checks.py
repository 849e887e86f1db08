"""Signs that the typeface lacks, told before anything is printed without them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from generator.catalogue.judging.printed_texts import texts
from generator.catalogue.languages import Language
from generator.catalogue.model import Model
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.place import KeyPath, Position
from generator.catalogue.problems.rules_signs import SIGN_LEFT_OUT, SIGN_NOTHING_LEFT, SIGN_REPLACED
from generator.theme import signs

_SHOWN = 6
"""Signs that one message names."""

Values = Mapping[str, str]


def key_findings(thing: Model, language: Language) -> Iterator[Finding]:
    """Yield a finding for each text that print will change."""
    for each in texts(thing):
        where = {"where_vi": f"khóa {key_name(each.path)}", "where_en": key_name(each.path)}
        found = signs.judged(each.text, language)
        if each.required and _is_lost(signs.printed(each.text, language), found.left_out):
            values = {**where, **_named(found.left_out)}
            yield Finding("", each.path, SIGN_NOTHING_LEFT, values)
        else:
            yield from _told(each.path, where, found)


def body_findings(markdown: str, language: Language) -> Iterator[Finding]:
    """Yield a finding for signs in a text; each sign is told where it first stands."""
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
        yield from _told(Position(number, 1), where, new)


def _is_lost(left: str, lost: Sequence[str]) -> bool:
    """Whether nothing is left, or of a name with letters only its figures: “鱼干 2” is no “2”."""
    letters = any(each.isalpha() for each in "".join(lost))
    return bool(lost) and (not left or (letters and not any(each.isalpha() for each in left)))


def _told(at: Position | KeyPath, where: Values, found: signs.Judgement) -> Iterator[Finding]:
    if found.replaced:
        instead = _listed([f"“{each}”" for each in dict.fromkeys(found.replaced.values())])
        values = {**where, **_named([*found.replaced]), "instead": instead}
        yield Finding("", at, SIGN_REPLACED, values)
    if found.left_out:
        yield Finding("", at, SIGN_LEFT_OUT, {**where, **_named(found.left_out)})


def _named(found: Sequence[str]) -> dict[str, str]:
    """The signs in both languages."""
    unseen = {"vi": "dấu không nhìn thấy", "en": "an invisible sign"}
    return {
        f"signs_{language}": _listed([_sign(each, words) for each in found])
        for language, words in unseen.items()
    }


def _listed(shown: Sequence[str]) -> str:
    return ", ".join([*shown[:_SHOWN], *(["…"] if len(shown) > _SHOWN else [])])


def _sign(sign: str, unseen: str) -> str:
    """“🐟” (U+1F41F); for a sign that can't be seen, these words, its code point and its name."""
    point = " ".join(f"U+{ord(each):04X}" for each in sign)
    if sign.isprintable():
        return f"“{sign}” ({point})"
    name = unicodedata.name(sign, "")
    return f"{unseen} ({f'{point} {name}'.strip()})"
