"""Why YAML can't be read, told from the lines themselves at the place of the cause.

The parser says where it gave up, which is often a line too late, and in terms of its grammar. Here
the lines around are looked at for what editors and word processors do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import yaml

from generator.catalogue.blanks import HIDDEN, NO_BREAKS
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_keys import YAML_MARK, YAML_SYNTAX
from generator.catalogue.problems.yaml_reasons import YAML_REASONS
from generator.catalogue.reading.key_names import known_keys

_KEY = re.compile(r"[ \t]*(?:-[ ]+)?([\w-]+)")
_TEXT_KEY = re.compile(r"[ ]*(?:-[ ]+)*([a-z][a-z0-9_]*):[ ]+\S")
"""A line with a key and a value."""
_NO_COLON = re.compile(r"(?!.*:(\s|$))(\s*[：=].*|\s+[^\s:].*|)")
"""What stands behind a key that has no colon, if the rest of the line has none either."""
_LAST_WORD = re.compile(r"[\w-]+$")
_BULLET = re.compile(r"[ \t]*([–—‒−•·∙◦▪●*+])[ \u00a0]?\S")
_DASHED = re.compile(r"[ ]*-([^\s-])")
_CONFLICT = re.compile(r"<{7}( |$)|={7}$|>{7}( |$)|\|{7}( |$)")
_EMPTY = re.compile(r"\s*(#.*)?$")
_QUOTED = re.compile(r"""(?<=[\s,\[{:])("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
_REMARK = re.compile(r"(?<=\s)#.*[\]}].*|(?<=[^\s,\[{] )#.*,.*")
"""A remark that takes a bracket with it, or the comma that the value before it lacks."""
_NO_NODE = frozenset(",]}")


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason of YAML_REASONS, where it is in the text (from 0), and what it is about."""

    reason: str
    line: int
    column: int
    part: str = ""

    def finding(self, first_line: int) -> Finding:
        """The finding in the file where the text begins at that line."""
        at = Position(self.line + first_line, self.column + 1)
        if self.reason == "mark":
            return Finding.of("", at, YAML_MARK, found=self.part)
        said = YAML_REASONS[self.reason]
        words = {"reason_vi": said.vi[0], "remedy_vi": said.vi[1]}
        words |= {"reason_en": said.en[0], "remedy_en": said.en[1]}
        filled = {key: text.replace("{part}", self.part) for key, text in words.items()}
        return Finding("", at, YAML_SYNTAX, filled)


def cause_of(error: yaml.YAMLError, text: str, last: Any) -> Cause:  # noqa: ANN401 - an event
    """Why the parser gave up on the text; `last` is the event that it gave last."""
    lines = text.split("\n")
    if not isinstance(error, yaml.MarkedYAMLError):
        return _unprintable(lines)
    # The parser may give up on a line behind the last one, where nobody can look.
    found = _Looked([*lines, ""], error, last).cause()
    end = max(number for number, line in enumerate(lines) if line or not number)
    return found if found.line <= end else replace(found, line=end, column=0)


def _unprintable(lines: Sequence[str]) -> Cause:
    for number, line in enumerate(lines):
        for column, sign in enumerate(line):
            if not sign.isprintable() and sign != "\t":
                return Cause("hidden", number, column, code_point(sign))
    return Cause("other", 0, 0, "a character that YAML does not know")


def code_point(sign: str) -> str:
    """The number and the name by which Unicode knows a sign."""
    name = unicodedata.name(sign, "")
    return f"U+{ord(sign):04X} {name}".strip()


class _Looked:
    """The lines around the place where the parser gave up."""

    def __init__(self, lines: Sequence[str], error: yaml.MarkedYAMLError, last: Any) -> None:  # noqa: ANN401
        self._lines = lines
        self._problem = error.problem or ""
        self._context = error.context or ""
        mark = error.problem_mark or error.context_mark
        self._line, self._column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
        start = error.context_mark or mark
        self._start = (start.line, start.column) if start else (0, 0)
        self._last = last

    def cause(self) -> Cause:
        """The first of the causes that fits."""
        return (
            self._of_signs()
            or self._of_quotes()
            or self._of_line(self._suspect())
            or self._of_brackets()
            or self._of_colon()
            or self._of_braces()
            or self._of_place()
            or self._other()
        )

    def _suspect(self) -> int:
        """The line on which the parser was at work when it met what it could not take."""
        if self._context == "while scanning a simple key":
            return self._start[0]
        if self._problem.startswith("mapping values"):
            # Words without a key go on as one with the line that follows.
            above = self._above(self._line)
            if above is not None and not _TEXT_KEY.match(self._lines[above]):
                return above if self._of_line(above) else self._line
        return self._line

    def _of_signs(self) -> Cause | None:
        line, column = self._line, self._column
        if "tab character" in self._problem or (
            "cannot start any token" in self._problem and self._sign() == "\t"
        ):
            return Cause("tab", line, self._lines[line].find("\t", column))
        if "cannot start any token" in self._problem or (
            "expected node content" in self._problem and self._sign() in _NO_NODE
        ):
            return Cause("sign", line, column, self._sign())
        line, column = self._start
        if "block scalar" in self._context:
            return Cause("sign", line, column, self._lines[line][column:].split(" ", 1)[0])
        if self._context.endswith(("an alias", "an anchor", "a tag")):
            if bullet := _BULLET.match(self._lines[line]):
                return Cause("bullet", line, bullet.start(1), bullet[1])
            return Cause("mark", line, column, self._lines[line][column:].split(None, 1)[0])
        if "directive" in self._context:
            return Cause("sign", line, column, "%")
        return None

    def _of_quotes(self) -> Cause | None:
        if "unexpected end" in self._problem or "document indicator" in self._problem:
            line, column = self._start
            return Cause("quote-open", line, column, self._lines[line][column : column + 1])
        if "escape" in self._problem or "hexdecimal" in self._problem:
            part = self._lines[self._line][self._column : self._column + 2]
            return Cause("escape", self._line, self._column, part)
        last = self._last
        if self._problem.startswith("did not find") and _quoted(last):
            start, end = last.start_mark, last.end_mark
            if end.line > start.line:
                return Cause("quote-open", start.line, start.column, last.style)
            if end.line == self._line:
                rest = self._lines[self._line][self._column :].strip()
                return Cause("quote-behind", self._line, self._column, rest)
        return None

    def _of_line(self, number: int) -> Cause | None:
        """What is wrong with that line, whatever the parser says."""
        line = self._lines[number]
        if _CONFLICT.match(line):
            return Cause("conflict", number, 0)
        if hidden := HIDDEN.search(line[: line.find(":") + 2] if ":" in line else line[:1]):
            return Cause("hidden", number, hidden.start(), code_point(hidden[0]))
        if bullet := _BULLET.match(line):
            return Cause("bullet", number, bullet.start(1), bullet[1])
        if dashed := _DASHED.match(line):
            return Cause("dash", number, dashed.start(1))
        return self._of_key(number, line)

    def _of_key(self, number: int, line: str) -> Cause | None:
        key = _KEY.match(line)
        if not key or not key[1].isascii():
            return None
        name, end = key[1], key.end()
        if line[end:].startswith(tuple(f":{each}" for each in NO_BREAKS)):
            return Cause("nbsp", number, end + 1, name)
        if re.match(r":[^\s:/]", line[end:]):
            return Cause("no-space", number, end + 1, name)
        if name in known_keys() and _NO_COLON.fullmatch(line[end:]):
            return Cause("no-colon", number, end, name)
        return None

    def _of_brackets(self) -> Cause | None:
        if "parsing a flow" in self._context:
            rest = self._lines[self._line][self._column :].strip()
            if self._line > self._start[0] or not rest:
                return self._remark_within() or self._open_bracket()
            word = _LAST_WORD.search(self._lines[self._line][: self._column])
            if rest.startswith(":") and word and word[0] in known_keys():
                return Cause("no-comma", self._line, word.start(), word[0])
            return Cause("in-brackets", self._line, self._column, rest)
        closed = isinstance(self._last, (yaml.SequenceEndEvent, yaml.MappingEndEvent))
        end = self._last.end_mark if closed else None
        if (
            end
            and end.line == self._line
            and self._lines[end.line][: end.column].endswith(("]", "}"))
        ):
            rest = self._lines[self._line][self._column :].strip()
            return Cause("bracket-behind", self._line, self._column, rest)
        return None

    def _remark_within(self) -> Cause | None:
        """The first remark since the bracket that holds a sign which the list lacks."""
        for number in range(self._start[0], self._line + 1):
            if remark := _REMARK.search(self._scanned(number)):
                part = self._lines[number][remark.start() :]
                return Cause("remark-in-brackets", number, remark.start(), part)
        return None

    def _scanned(self, number: int) -> str:
        """The line as far as the parser came, without what stands in quotes."""
        end = self._column if number == self._line else None
        return _QUOTED.sub(lambda found: "_" * len(found[0]), self._lines[number][:end])

    def _open_bracket(self) -> Cause | None:
        """The nearest bracket before that nothing closes."""
        closed = 0
        for number in range(self._line, -1, -1):
            for column, sign in reversed([*enumerate(self._scanned(number))]):
                closed += (sign in "]}") - (sign in "[{")
                if closed < 0:
                    return Cause("bracket-open", number, column, sign)
        return None

    def _of_colon(self) -> Cause | None:
        if not self._problem.startswith("mapping values"):
            return None
        line = self._lines[self._line]
        if (found := _TEXT_KEY.match(line)) and self._column >= found.end() - 1:
            return self._inner_colon(line, found[1])
        above = self._above(self._line)
        over = _TEXT_KEY.match(self._lines[above]) if above is not None else None
        key = _KEY.match(line)
        begin = len(line) - len(line.lstrip())
        if over and not (key and key[1] in known_keys()):
            return Cause("colon-lines", self._line, begin, over[1])
        return Cause("indent", self._line, begin)

    def _inner_colon(self, line: str, key: str) -> Cause:
        word = _LAST_WORD.search(line[: self._column])
        if word and word[0] in known_keys():
            return Cause("two-keys", self._line, word.start(), word[0])
        return Cause("colon", self._line, self._column, key)

    def _of_braces(self) -> Cause | None:
        """A row in braces that lacks its hyphen, at the place or at the beginning of the file."""
        at = []
        if "document start" in self._problem:
            at = [next((n for n, line in enumerate(self._lines) if not _EMPTY.match(line)), 0)]
        if at or re.search("expected (key|'-' indicator)", self._problem):
            at.append(self._line)
        if self._context == "while scanning a simple key":
            at.append(self._start[0])
        for number in at:
            line = self._lines[number]
            if line.lstrip().startswith("{"):
                return Cause("no-dash", number, line.index("{"))
        return None

    def _of_place(self) -> Cause | None:
        line = self._lines[self._line]
        begin = len(line) - len(line.lstrip())
        if "sequence entries" in self._problem:
            key = _KEY.match(line)
            return Cause("list-inline", self._line, self._column, key[1] if key else "…")
        if self._context == "while scanning a simple key":
            number = self._start[0]
            return Cause("lines", number, self._start[1])
        if "document start" in self._problem:
            first = self._lines[0]
            if first[:1] == " ":
                return Cause("indent", 0, len(first) - len(first.lstrip()))
            return Cause("document", self._line, 0)
        if "'-' indicator" in self._problem:
            begins = self._start[1] == begin
            return Cause("list-mixed" if begins else "indent", self._line, begin)
        if "expected key" in self._problem:
            return self._no_key(line, begin)
        return None

    def _no_key(self, line: str, begin: int) -> Cause:
        if line[begin:].startswith(("- ", "-\n")) or line[begin:] == "-":
            return Cause("list-mixed", self._line, begin)
        if line[self._column :].startswith(":"):
            return Cause("no-key", self._line, self._column)
        above = self._above(self._line)
        if not re.search(r":(\s|$)", line) and above is not None:
            return Cause("lines", self._line, begin)
        return Cause("indent", self._line, begin)

    def _other(self) -> Cause:
        return Cause("other", self._line, self._column, self._problem)

    def _above(self, number: int) -> int | None:
        """The nearest line above that isn't empty."""
        while number > 0:
            number -= 1
            if self._lines[number].strip():
                return number
        return None

    def _sign(self) -> str:
        """The sign at which the parser gave up, empty at the end."""
        line = self._lines[self._line]
        return line[self._column : self._column + 1]


def _quoted(event: Any) -> bool:  # noqa: ANN401 - an event has no type
    return isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"')
