"""Front matter and YAML files as plain text values, with the place of each in its file.

YAML is read from the C parser's events and built here: every scalar stays text (the models
convert it), every value keeps its line and column, a key written twice is found, and anchors,
deep nesting and tags, which no editor needs, can't be turned against the reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from generator.catalogue.blanks import HIDDEN, NO_BREAKS, trimmed
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START, KeyPath, Position
from generator.catalogue.problems.rules_keys import (
    FRONT_MATTER_MISSING,
    KEY_DUPLICATE,
    VALUE_SPLIT,
    YAML_MARK,
)
from generator.catalogue.reading.braces import is_bare, near_key
from generator.catalogue.reading.plain_colons import with_colons, without_inner_colons
from generator.catalogue.reading.remarks import Remark, remark_behind
from generator.catalogue.reading.yaml_causes import Cause, cause_of, code_point

DEEPEST = 12
"""Levels of nesting; the models have four."""
_NULLS = frozenset({"~", "null", "Null", "NULL"})
"""Plain words by which YAML says that there is no value."""
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Line ends that only some programs know, as a word processor leaves them: here they are spaces."""
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters but tab and newline, halves of characters, and what XML may not hold."""


class UnreadableError(ValueError):
    """The file's keys can't be read at all; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule.code)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Document:
    """`value` holds dicts, lists, text and None; positions are by key path.

    `values` tells where a scalar stands, or the key's line for a list or a mapping; `keys` where
    the key itself stands; `remarks` what “#” takes from a value; `splits` what a comma within
    braces takes from one.
    """

    value: Any
    values: Mapping[KeyPath, Position]
    keys: Mapping[KeyPath, Position]
    faults: tuple[Finding, ...]
    remarks: Mapping[KeyPath, Remark]
    splits: Mapping[KeyPath, Finding]


def ends_with_returns(text: str) -> bool:
    """Whether its lines end as those of old Macs do, with a carriage return alone."""
    return "\r" in text and "\n" not in text


def clean(text: str) -> str:
    """The text in NFC, with plain line ends and without control characters but tab and newline."""
    if text.isprintable():
        return unicodedata.normalize("NFC", text)
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", _BREAKS.sub(" ", plain)))


def split(text: str) -> tuple[str, str, int]:
    """The front matter, the body, and the body's first line in the file.

    Raises UnreadableError where the text does not begin with keys between two lines of ``---``.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        raise UnreadableError(Finding("", START, FRONT_MATTER_MISSING))
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            body = "\n".join(lines[index + 1 :])
            return "\n".join(lines[1:index]), body, index + 2
    raise UnreadableError(Finding("", START, FRONT_MATTER_MISSING))


def parse(text: str, first_line: int = 1) -> Document:
    """Read YAML whose first line is that line of its file.

    Raises UnreadableError (yaml-syntax) where it can't be read, or uses anchors or aliases.
    """
    builder = _Builder(text, text, first_line)
    try:
        value = builder.build()
    except yaml.YAMLError:
        builder = _Builder(text, without_inner_colons(text), first_line)
        try:
            value = builder.build()
        except yaml.YAMLError as error:
            raise UnreadableError(builder.cause(error).finding(first_line)) from None
    return Document(
        value,
        builder.values,
        builder.keys,
        tuple(builder.faults),
        builder.remarks,
        builder.splits,
    )


class _Before(NamedTuple):
    """The key before, between braces, and its value's event; None where the key was no key."""

    path: KeyPath
    key: str
    value: Any


class _Builder:
    """Builds one document's value from parser events, noting positions and doubled keys.

    `source` is what the parser reads: the text, perhaps with stand-ins for some of its colons.
    """

    def __init__(self, text: str, source: str, first_line: int) -> None:
        self._parser = yaml.CSafeLoader(source)
        self._text = text
        self._lines = text.split("\n")
        self._first_line = first_line
        self._last: Any = None
        self._remarked = "#" in text
        self.values: dict[KeyPath, Position] = {}
        self.keys: dict[KeyPath, Position] = {}
        self.remarks: dict[KeyPath, Remark] = {}
        self.splits: dict[KeyPath, Finding] = {}
        self.faults: list[Finding] = []

    def position(self, mark: Any) -> Position:  # noqa: ANN401 - the C parser's Mark has no type
        """The place in the file of a mark, which counts from 0 in the YAML."""
        return Position(mark.line + self._first_line, mark.column + 1)

    def cause(self, error: yaml.YAMLError) -> Cause:
        """Why the parser gave up."""
        return cause_of(error, self._text, self._last)

    def _next_event(self) -> Any:  # noqa: ANN401 - the C parser's events have no type
        self._last = event = self._parser.get_event()
        return event

    def _unreadable(self, reason: str, mark: Any, part: str = "") -> UnreadableError:  # noqa: ANN401
        cause = Cause(reason, mark.line, mark.column, part)
        return UnreadableError(cause.finding(self._first_line))

    def build(self) -> Any:  # noqa: ANN401 - a document is any nesting of dicts, lists and text
        """The only document's value, None for an empty one."""
        self._next_event()
        if isinstance(self._next_event(), yaml.StreamEndEvent):
            return None
        value = self._node(self._next_event(), ())
        self._next_event()
        extra = self._next_event()
        if not isinstance(extra, yaml.StreamEndEvent):
            raise self._unreadable("document", extra.start_mark)
        return value

    def _node(self, event: Any, path: KeyPath) -> Any:  # noqa: ANN401 - see build
        at = self.position(event.start_mark)
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            raise UnreadableError(Finding.of("", at, YAML_MARK, found=self._text_at(event)))
        if kind is yaml.ScalarEvent:
            self.values[path] = at
            if self._remarked and (remark := remark_behind(event, self._lines, self._first_line)):
                self.remarks[path] = remark
            if event.implicit[0] and event.value in _NULLS:
                return None
            return _without_ends(with_colons(clean(event.value)), event.style) or None
        if len(path) >= DEEPEST:
            raise self._unreadable("deep", event.start_mark)
        self.values[path] = self.keys.get(path, at)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(path)
        return self._in_braces(path) if event.flow_style else self._mapping(path)

    def _text_at(self, event: Any) -> str:  # noqa: ANN401 - see build
        """The word that stands there."""
        return self._text[event.start_mark.index :].split(None, 1)[0]

    def _sequence(self, path: KeyPath) -> list[Any]:
        found: list[Any] = []
        while type(event := self._next_event()) is not yaml.SequenceEndEvent:
            found.append(self._node(event, (*path, len(found))))
        return found

    def _mapping(self, path: KeyPath) -> dict[str, Any]:
        """The mapping; a key without a value is left out, as if it weren't written."""
        found: dict[str, Any] = {}
        while type(event := self._next_event()) is not yaml.MappingEndEvent:
            key, at = self._key(event)
            value = self._node(self._next_event(), self._new_key(path, key, at))
            if value is not None:
                found[key] = value
        return found

    def _in_braces(self, path: KeyPath) -> dict[str, Any]:
        """The same, between braces, where a comma may cut a value and a key may lack its colon."""
        found: dict[str, Any] = {}
        before: _Before | None = None
        while type(event := self._next_event()) is not yaml.MappingEndEvent:
            key, at = self._key(event)
            of_value = self._next_event()
            if not is_bare(event, of_value):
                inner = self._new_key(path, key, at)
                before = _Before(inner, key, of_value)
                value = self._node(of_value, inner)
                if value is not None:
                    found[key] = value
            elif near := near_key(event, [*found]):
                self.faults.append(near.cause.finding(self._first_line))
                inner = self._new_key(path, near.key, at)
                before = _Before(inner, near.key, None)
                self.values[inner] = at
                found[near.key] = near.value
            elif before is None:
                part = event.value
                raise self._unreadable("in-brackets", event.start_mark, part)
            elif before.value is not None:
                found[before.key] = self._split(before, event)
        return found

    def _new_key(self, path: KeyPath, key: str, at: Position) -> KeyPath:
        """The key's path; one that is written twice is told."""
        inner = (*path, key)
        if inner in self.keys:
            self.faults.append(Finding.of("", at, KEY_DUPLICATE, key=key))
        self.keys[inner] = at
        return inner

    def _split(self, before: _Before, event: Any) -> str:  # noqa: ANN401 - see build
        """The whole value that words behind a comma were to belong to."""
        start = before.value.start_mark.index
        whole = " ".join(self._text[start : event.end_mark.index].strip("\"'").split())
        told = self.splits.get(before.path)
        cut = f"{told.values['found']},{event.value}" if told else event.value
        at = told.at if told else self.position(event.start_mark)
        values = {"found": clean(cut), "key": before.key, "whole": clean(whole)}
        self.splits[before.path] = Finding("", at, VALUE_SPLIT, values)
        return clean(whole)

    def _key(self, event: Any) -> tuple[str, Position]:  # noqa: ANN401 - an event has no type
        at = self.position(event.start_mark)
        if type(event) is not yaml.ScalarEvent or event.anchor:
            raise self._unreadable("no-key", event.start_mark)
        if event.value.isascii() and event.value.isidentifier():
            return event.value, at
        if event.value.startswith(NO_BREAKS):
            raise self._unreadable("nbsp-indent", event.start_mark)
        if hidden := HIDDEN.search(event.value):
            cause = Cause("hidden", at.line, at.column - 1 + hidden.start(), code_point(hidden[0]))
            self.faults.append(cause.finding(0))
        return with_colons(clean(HIDDEN.sub("", event.value))).strip(), at


def _without_ends(text: str, style: str | None) -> str:
    """The text without blanks at its ends; a block keeps its lines.

    Blanks alone stay too, to be told as a text that is empty.
    """
    return text if style in ("|", ">") else trimmed(text) or text
