"""PDFs of a theme's templates: their values as JSON, and what went wrong as a line for editors."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Literal

from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_press import (
    LABEL_OVERFLOW,
    LEAFLET_OVERFLOW,
    TEMPLATE_FAULT,
)
from generator.engine import ToldError
from generator.pictures.typst_compiler import TypstError, pdf
from generator.theme import signs

Flavour = Literal["press", "office"]
"""press: CMYK, black from K alone, bleed. office: RGB, no bleed, PDF/A-2a and PDF/UA-1."""
FLAVOURS: tuple[Flavour, ...] = ("press", "office")

_OPTIONAL = ("longest", "larger_vi", "larger_en", "side", "called_vi", "called_en")
"""Values that a rule's words may do without."""
_BREAK = "\u200b"
"""Lets an address break; it is no sign, and Typst knows it."""
_LANGUAGE = "vi"
"""Of the templates."""
_NO_ROOM = re.compile(r"panicked with: (?P<rule>[a-z0-9-]+-overflow): (?P<what>.*)", re.DOTALL)


_FOLDER = re.compile(r"\S*/typst-\w+/")
_AT = re.compile(r"┌─ \S*?(?P<at>[\w-]+\.typ:\d+:\d+)")


class PressError(ToldError):
    """Something that can't be printed: `source` is the content file, `rule` what it breaks.

    The rules are those of `problems/rules_press.py`; `reason` and `values` fill their words.
    """

    def __init__(self, source: str, rule: Rule, reason: str, **values: str) -> None:
        super().__init__(source, rule.code, reason)
        self.source = source
        self.rule = rule
        self.reason = reason
        self.values = values

    @property
    def problem(self) -> Problem:
        """The error as a line for editors."""
        known = dict.fromkeys(_OPTIONAL, "") | self.values
        return Problem.of(self.source, 1, 1, self.rule, found=self.reason, **known)

    @property
    def told(self) -> Mapping[str, str]:
        """The line in both languages, for a build that goes on without it."""
        return {language: self.problem.line_in(language) for language in ("vi", "en")}

    def __str__(self) -> str:
        return self.told["vi"]

    def __reduce__(self) -> tuple[type[PressError], tuple[str, Rule, str], dict[str, object]]:
        """Let a worker process hand the error over."""
        return type(self), (self.source, self.rule, self.reason), {"values": self.values}


def typeset(
    templates: Mapping[str, bytes],
    main: str,
    values: Mapping[str, object],
    flavour: Flavour,
    source: str,
    photos: Mapping[str, bytes] | None = None,
) -> bytes:
    """The PDF of template `main`, which reads `values` (JSON values) as `sys.inputs.values`.

    `templates` holds every template by file name, `photos` JPEG files by the name that the values
    give them. Raises PressError naming `source`.
    """
    inputs = {"values": _settable(values), "flavour": flavour}
    standards = ("a-2a", "ua-1") if flavour == "office" else ()
    try:
        return pdf({**templates, **(photos or {})}, main, inputs, standards)
    except TypstError as fault:
        raise _explained(fault, source) from fault


def _settable(values: Mapping[str, object]) -> str:
    """The values as JSON, without signs that the typeface lacks.

    The catalogue has none (`press/lettered.py`); a theme's words or a stock's name still may.
    """
    text = json.dumps(values, ensure_ascii=False)
    if signs.settable(text, besides=_BREAK):
        return text
    return json.dumps(_set(values), ensure_ascii=False)


def _set(value: object) -> object:
    if isinstance(value, str):
        return _BREAK.join(signs.printed(part, _LANGUAGE) for part in value.split(_BREAK))
    if isinstance(value, Mapping):
        return {key: _set(each) for key, each in value.items()}
    return [*map(_set, value)] if isinstance(value, list | tuple) else value


def _explained(fault: TypstError, source: str) -> PressError:
    if no_room := _NO_ROOM.search(fault.message):
        label = no_room["rule"] == LABEL_OVERFLOW.code
        what = no_room["what"].strip()
        return PressError(source, LABEL_OVERFLOW if label else LEAFLET_OVERFLOW, what)
    return PressError(source, TEMPLATE_FAULT, _where(fault))


def _where(fault: TypstError) -> str:
    """The fault behind its file and line; Typst draws these below it, as paths of our own."""
    at, what = _AT.search(fault.diagnostic), _FOLDER.sub("", fault.message)
    return f"{at['at']}: {what}" if at else what
