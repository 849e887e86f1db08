"""PDFs of a theme's templates: their values as JSON, and what went wrong as a line for editors."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_press import PRINT_OVERFLOW, TEMPLATE_FAULT
from generator.pictures.typst_compiler import TypstError, pdf
from generator.press.finishing.boxes import with_boxes
from generator.theme import signs

Flavour = Literal["press", "office", "screen"]
"""press: CMYK, black from K alone, bleed. office: RGB, no bleed, PDF/A-2a and PDF/UA-1. screen: as
office, with small photos, links and bookmarks."""
FLAVOURS: tuple[Flavour, ...] = ("press", "office")
"""Those of labels."""

_OPTIONAL = {
    "called_vi": "bản in",
    "called_en": "print",
    "shorten_vi": "tên hoặc lời giới thiệu",
    "shorten_en": "the name or the summary",
    "larger_vi": "",
    "larger_en": "",
}
"""Values that a rule's words may do without."""
_LANGUAGE = "vi"
"""Of what is printed, where its values name no other."""
_NO_ROOM = re.compile(
    r"panicked with: [a-z0-9-]+-overflow(?:\[(?P<keys>[a-z_]+(?:, [a-z_]+)*)\])?: (?P<what>.*)",
    re.DOTALL,
)
"""What a template says where words have no room: `print-overflow[name, summary]: Khô cá lóc`."""


_FOLDER = re.compile(r"\S*/typst-\w+/")
_AT = re.compile(r"┌─ \S*?(?P<at>[\w-]+\.typ:\d+:\d+)")


class PressError(ValueError):
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
    def finding(self) -> Finding:
        """The error as a broken rule; words that don't fit are sought at the key to shorten.

        A maker's name stands in a file of its own: of it the product's name tells.
        """
        keys = self.values.get("shorten_en", "").split()
        one = keys[0] if len(keys) == 1 or "(" in "".join(keys[1:2]) else "name"
        one = "name" if one == "producer" else one
        at = (one,) if self.rule is PRINT_OVERFLOW else START
        return Finding(
            self.source, at, self.rule, {**_OPTIONAL, **self.values, "found": self.reason}
        )

    def line_in(self, language: str) -> str:
        """The error as a line for editors."""
        return Problem.at(START, self.finding).line_in(language)

    def __str__(self) -> str:
        return self.line_in("vi")

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
    *,
    boxes: bool = True,
) -> bytes:
    """The PDF of template `main`, which reads `values` (JSON values) as `sys.inputs.values`.

    `templates` holds every template by file name, `photos` JPEG files by the name that the values
    give them. The document bears the values' `day` as its own. For the press it has no tags, which
    are for readers, and every page all of its `boxes`, unless it gets others later. Raises
    PressError naming `source`.
    """
    inputs = {"values": _settable(values), "flavour": flavour}
    standards = _standards(values) if flavour == "office" else ()
    files, tagged = {**templates, **(photos or {})}, flavour != "press" and not _is_over(values)
    day = date.fromisoformat(str(values["day"])) if "day" in values else None
    try:
        found = pdf(files, main, inputs, standards, tagged=tagged, day=day)
    except TypstError as fault:
        raise _explained(fault, source) from fault
    return with_boxes(found) if boxes and not tagged else found


def _standards(values: Mapping[str, object]) -> tuple[str, ...]:
    """What a document for readers aloud is; a later part of a book need not begin with a title."""
    book = values.get("book")
    if _is_over(values):
        return ("a-2b",)
    later = isinstance(book, Mapping) and "front" not in book["parts"]
    return ("a-2a",) if later else ("a-2a", "ua-1")


def _is_over(values: Mapping[str, object]) -> bool:
    """Whether it is laid over the pages of a book: readers aloud pass it over."""
    book = values.get("book")
    return isinstance(book, Mapping) and book["parts"] == ["feet"]


def _settable(values: Mapping[str, object]) -> str:
    """The values as JSON, without signs that the typeface lacks.

    The catalogue has none (`press/lettered.py`); a theme's words or a stock's name still may.
    """
    text = json.dumps(values, ensure_ascii=False)
    if signs.settable(text):
        return text
    language = str(values.get("language", _LANGUAGE))
    return json.dumps(_set(values, language), ensure_ascii=False)


def _set(value: object, language: str) -> object:
    if isinstance(value, str):
        return signs.printed(value, language)
    if isinstance(value, Mapping):
        return {key: _set(each, language) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_set(each, language) for each in value]
    return value


def _explained(fault: TypstError, source: str) -> PressError:
    if no_room := _NO_ROOM.search(fault.message):
        keys = no_room["keys"]
        return PressError(source, PRINT_OVERFLOW, no_room["what"].strip(), **_cure(keys))
    return PressError(source, TEMPLATE_FAULT, _where(fault))


def _cure(keys: str | None) -> dict[str, str]:
    """The keys to shorten, and a picture to leave out where it is what lacks room."""
    if not keys:
        return {}
    words, picture, _ = keys.partition(", plan")
    cure = {"shorten_vi": words, "shorten_en": words}
    if picture:
        cure["larger_vi"] = ", hoặc bỏ sơ đồ (plan), thứ không còn chỗ"
        cure["larger_en"] = ", or leave out the plan, which has no room left"
    return cure


def _where(fault: TypstError) -> str:
    """The fault behind its file and line; Typst draws these below it, as paths of our own."""
    at, what = _AT.search(fault.diagnostic), _FOLDER.sub("", fault.message)
    return f"{at['at']}: {what}" if at else what
