"""A problem in the content: where it is, which rule found it, and its line for the editor."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.phrases import PHRASES
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rule import (
    Rule,
    Severity,
)
from generator.catalogue.problems.rules import RULES

__all__ = ["RULES", "Problem", "Rule", "Severity"]

LONGEST_VALUE = 80
"""Characters of a quoted value that a message shows."""


_SIMPLE = re.compile("[!-~]*(?: [!-~]+)*")
"""Words in ASCII with a space between each two."""


def _printable(text: str, longest: int) -> str:
    """The text on one line, without control characters, cut to that many characters."""
    if len(text) <= longest and _SIMPLE.fullmatch(text):
        return text
    kept = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    line = unicodedata.normalize("NFC", " ".join(kept.split()))
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _visible(text: str) -> str:
    """The text with a name for each sign that shows nothing, which else nobody would look for."""
    if text.isprintable():
        return text
    return "".join(f"⟨U+{ord(c):04X}⟩" if unicodedata.category(c) == "Cf" else c for c in text)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding whose place is known.

    `path` is relative to the project's root; `line` and `column` count from 1.
    `values` fill the rule's text; a value called `wanted` names one of PHRASES, where it isn't
    given in words (`wanted_vi`, `wanted_en`); `about_vi` and `about_en` tell what a key is for.
    """

    path: str
    line: int
    column: int
    rule: Rule
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, path: str, line: int, column: int, rule: Rule, /, **values: object) -> Self:
        """A problem at that line and column."""
        shown = tuple(
            (key, _printable(_visible(str(value)), 4 * LONGEST_VALUE))
            for key, value in values.items()
        )
        return cls(_printable(path, 400), line, column, rule, shown)

    @classmethod
    def at(cls, position: Position, finding: Finding) -> Self:
        """The finding, whose place is that position."""
        return cls.of(finding.file, *position, finding.rule, **finding.values)

    @property
    def severity(self) -> Severity:
        """Whether it fails the build."""
        return self.rule.severity

    def line_in(self, language: str) -> str:
        """`content/products/x.md:7:12: error[photo-missing]: <what>. <what to do>.`."""
        at = f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.rule.code}]"
        return f"{at}: {self.said_in(language)}"

    def said_in(self, language: str) -> str:
        """What is wrong and what to do, without the place."""
        what, remedy = self.parts_in(language)
        return f"{what} {remedy}"

    def parts_in(self, language: str) -> tuple[str, str]:
        """What is wrong, and what to do: a sentence each."""
        what, remedy = self.rule.en if language == "en" else self.rule.vi
        values = self._values_in(language)
        return f"{what.format_map(values)}.", f"{remedy.format_map(values)}."

    def _values_in(self, language: str) -> dict[str, str]:
        values = dict(self.values)
        if "found" in values:
            values["found"] = _printable(values["found"], LONGEST_VALUE)
        for name in ("about", "wanted"):
            if f"{name}_{language}" in values:
                values[name] = values[f"{name}_{language}"]
        values["about"] = f" {values['about']}" if values.get("about") else ""
        if "closest" in values:
            hint = PHRASES["hint"][language == "en"] if values["closest"] else ""
            values["hint"] = hint.format_map(values)
        values.setdefault("hint", "")
        if f"wanted_{language}" in values:
            values["wanted"] = values[f"wanted_{language}"]
        elif "wanted" in values:
            phrase = PHRASES[values["wanted"]][language == "en"]
            values["wanted"] = phrase.format_map(values)
        return values
