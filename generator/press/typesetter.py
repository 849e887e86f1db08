"""The one place that calls Typst: templates and values in, PDF bytes out.

Values reach a template as JSON in `sys.inputs`, photos as files in a temporary folder; nothing a
contributor writes is ever markup. Type is Be Vietnam Pro alone, and the clock stands at 1970, so
the same values give the same bytes on every machine.
"""

from __future__ import annotations

import json
import re
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import typst

from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_press import (
    LABEL_OVERFLOW,
    LEAFLET_OVERFLOW,
    TEMPLATE_FAULT,
)
from generator.typeface import signs

Flavour = Literal["press", "office"]
"""press: CMYK, black from K alone, bleed. office: RGB, no bleed, PDF/A-2a and PDF/UA-1."""
FLAVOURS: tuple[Flavour, ...] = ("press", "office")

_OPTIONAL = ("longest", "larger_vi", "larger_en", "side")
"""Values that a rule's words may do without."""
_BREAK = "\u200b"
"""Lets an address break; it is no sign, and Typst knows it."""
_LANGUAGE = "vi"
"""Of the templates."""
_NO_ROOM = re.compile(r"panicked with: (?P<rule>[a-z]+-overflow): (?P<what>.*)", re.DOTALL)


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
    def problem(self) -> Problem:
        """The error as a line for editors."""
        known = dict.fromkeys(_OPTIONAL, "") | self.values
        return Problem.of(self.source, 1, 1, self.rule, found=self.reason, **known)

    def __str__(self) -> str:
        return self.problem.line_in("vi")

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
    with tempfile.TemporaryDirectory(prefix="press-") as folder:
        for name, content in {**templates, **(photos or {})}.items():
            (Path(folder) / name).write_bytes(content)
        try:
            pdf = _compiler().compile(
                input=Path(folder) / main,
                root=folder,
                format="pdf",
                sys_inputs=inputs,
                pdf_standards=["a-2a", "ua-1"] if flavour == "office" else [],
                timestamp=0,
            )
        except typst.TypstError as error:
            raise _explained(error, source) from error
    if not isinstance(pdf, bytes):
        raise PressError(source, TEMPLATE_FAULT, f"{main} gives no document")
    return pdf


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


_own = threading.local()


def _compiler() -> typst.Compiler:
    """One compiler per thread, which alone may use it; it keeps the fonts it has read."""
    if not hasattr(_own, "compiler"):
        family = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[signs.FOLDER]
        )
        _own.compiler = typst.Compiler(font_paths=family)
    found: typst.Compiler = _own.compiler
    return found


def _explained(error: typst.TypstError, source: str) -> PressError:
    message = str(error)
    if no_room := _NO_ROOM.search(message):
        leaflet = no_room["rule"].startswith("leaflet")
        what = no_room["what"].strip()
        return PressError(source, LEAFLET_OVERFLOW if leaflet else LABEL_OVERFLOW, what)
    return PressError(source, TEMPLATE_FAULT, getattr(error, "diagnostic", None) or message)
