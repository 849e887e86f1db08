"""The desk on which files are opened: texts, keys and models, and every problem met on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.catalogue.fields import keys_of
from generator.catalogue.languages import Language
from generator.catalogue.model import Model
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Rule, Severity
from generator.catalogue.problems.rules_keys import TRANSLATION_KEY, TYPE_WRONG
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.doubts import doubts
from generator.catalogue.reading.files import read_text
from generator.catalogue.reading.frontmatter import (
    Document,
    UnreadableError,
)
from generator.catalogue.reading.loose import read_loosely
from generator.catalogue.reading.positions import Positions
from generator.catalogue.reading.remarks import Remark
from generator.catalogue.reading.validation import (
    complaints,
    one_for_each_cause,
    shown,
    unknown_keys,
)

M = TypeVar("M", bound=Model)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """The keys of one file (or of one entry of a list, at `prefix`) and the text below them."""

    name: str
    language: Language
    value: Mapping[str, Any]
    prefix: KeyPath = ()
    body: str = ""
    body_line: int = 1
    remarks: Mapping[KeyPath, Remark] = field(default_factory=dict)
    splits: Mapping[KeyPath, Finding] = field(default_factory=dict)


class Intake:
    """Opens files below content/, and keeps every problem with its position.

    `language` is the site's own. Names of files are paths from the project's root. With
    `errors_only` no warning is looked for where that takes time, and none is kept.
    """

    def __init__(
        self, content: Path, language: Language = "vi", *, errors_only: bool = False
    ) -> None:
        self.content = content
        self.language = language
        self.errors_only = errors_only
        self.problems: list[Problem] = []
        self.positions = Positions(content)

    def note(self, finding: Finding) -> None:
        """Keep a finding, with the place of its key."""
        if self.errors_only and finding.rule.severity is not Severity.ERROR:
            return
        self.problems.append(self.positions.placed(finding))

    def report(self, name: str, path: KeyPath, rule: Rule, /, **values: str) -> None:
        """Note a problem at that key's value."""
        self.note(Finding.of(name, path, rule, **values))

    def mapping(self, name: str) -> Entry | None:
        """A YAML file of keys, such as site.yaml; None where it can't be read."""
        document = self._yaml(name)
        if document is None:
            return None
        return self._entry(f"content/{name}", document, document.value or {}, ())

    def sequence(self, name: str) -> list[tuple[int, Entry]]:
        """The rows, from 0, of a YAML file that is a list of mappings."""
        return self._rows(name, self._yaml(name))

    def sequence_in(self, name: str, text: str) -> list[tuple[int, Entry]]:
        """The same of a file whose text is known."""
        return self._rows(name, self._yaml_in(name, text))

    def _rows(self, name: str, document: Document | None) -> list[tuple[int, Entry]]:
        if document is None or document.value is None:
            return []
        if not isinstance(document.value, list):
            self._wrong(f"content/{name}", (), "list", document.value)
            return []
        entries = (
            (row, self._entry(f"content/{name}", document, value, (row,)))
            for row, value in enumerate(document.value)
        )
        return [(row, entry) for row, entry in entries if entry]

    def mappings(self, name: str) -> list[tuple[str, Entry]]:
        """The parts, by their key, of a YAML file in which each key has keys below it."""
        document = self._yaml(name)
        if document is None or document.value is None:
            return []
        source = f"content/{name}"
        if not isinstance(document.value, dict):
            self._wrong(source, (), "mapping", document.value)
            return []
        entries = (
            (key, self._entry(source, document, value, (key,)))
            for key, value in document.value.items()
        )
        return [(key, entry) for key, entry in entries if entry]

    def markdown(self, name: str, text: str, language: Language, *, bare: bool) -> Entry | None:
        """A Markdown file's keys and body; `bare` files may do without keys."""
        try:
            keys, body, line = _parts(text, bare=bare)
            document = self._document(name, keys, 2)
        except UnreadableError as error:
            self.note(error.finding.in_file(name))
            return None
        entry = self._entry(name, document, document.value or {}, ())
        return entry and replace(entry, language=language, body=body, body_line=line)

    def validated(
        self, model: type[M], entry: Entry, made: Mapping[str, Any], facts_of: type[Model] | None
    ) -> M | None:
        """The model of an entry's keys and what we add; None where a problem was noted.

        `facts_of` is the original's model, if the entry is a translation.
        """
        found = self._read(model, entry, made, facts_of)
        return None if isinstance(found, ValidationError) else found

    def as_far_as_valid(
        self, model: type[M], entry: Entry, made: Mapping[str, Any], facts_of: type[Model] | None
    ) -> tuple[M | None, M | None]:
        """The same, and where that is None, what can be read of it all the same."""
        found = self._read(model, entry, made, facts_of)
        if isinstance(found, ValidationError):
            keys = _known(model, entry) | dict(made)
            return None, read_loosely(model, keys, found)
        return found, None

    def _read(
        self, model: type[M], entry: Entry, made: Mapping[str, Any], facts_of: type[Model] | None
    ) -> M | ValidationError:
        keys = _known(model, entry)
        found = [*_foreign_keys(entry, model, facts_of)]
        if not self.errors_only:
            found += doubts(model, keys, entry.remarks)
        thing: M | ValidationError
        try:
            thing = model.model_validate(keys | dict(made))
        except ValidationError as error:
            thing = error
            found += complaints(error, model)
        for finding in one_for_each_cause(found, entry.splits):
            self.note(finding.in_file(entry.name, below=entry.prefix))
        return thing

    def _wrong(self, name: str, path: KeyPath, wanted: str, value: object) -> None:
        key = key_name(path) or name
        self.report(name, path, TYPE_WRONG, key=key, found=shown(value), wanted=wanted)

    def _entry(self, name: str, document: Document, value: object, prefix: KeyPath) -> Entry | None:
        if not isinstance(value, dict):
            self._wrong(name, prefix, "mapping", value)
            return None
        remarks, splits = _below(prefix, document.remarks), _below(prefix, document.splits)
        return Entry(name, self.language, value, prefix, remarks=remarks, splits=splits)

    def _yaml(self, name: str) -> Document | None:
        try:
            text = read_text(self.content / name, self.content)
        except UnreadableError as error:
            self.note(error.finding.in_file(f"content/{name}"))
            return None
        return self._yaml_in(name, text)

    def _yaml_in(self, name: str, text: str) -> Document | None:
        path = f"content/{name}"
        try:
            return self._document(path, text, 1)
        except UnreadableError as error:
            self.note(error.finding.in_file(path))
            return None

    def _document(self, name: str, text: str, first_line: int) -> Document:
        document = frontmatter.parse(text, first_line)
        self.positions.keep(name, document)
        for fault in document.faults:
            self.note(fault.in_file(name))
        return document


def _below(prefix: KeyPath, found: Mapping[KeyPath, T]) -> dict[KeyPath, T]:
    """What is at paths below that one, by the rest of the path."""
    depth = len(prefix)
    return {path[depth:]: each for path, each in found.items() if path[:depth] == prefix}


def _known(model: type[Model], entry: Entry) -> dict[str, Any]:
    """Those of the entry's keys that the model has."""
    known = keys_of(model)
    return {key: value for key, value in entry.value.items() if key in known}


def _foreign_keys(
    entry: Entry, model: type[Model], facts_of: type[Model] | None
) -> Iterator[Finding]:
    """Yield every key that is not known, or that a translation must not repeat."""
    facts = keys_of(facts_of) if facts_of else ()
    original = entry.name.removesuffix(f".{entry.language}.md") + ".md"
    for finding in unknown_keys(entry.value, model):
        if (key := finding.values["key"]) in facts:
            values = {"key": key, "original": original}
            finding = Finding("", (key,), TRANSLATION_KEY, values)
        yield finding


def _parts(text: str, *, bare: bool) -> tuple[str, str, int]:
    if bare and not text.startswith("---"):
        return "", text, 1
    return frontmatter.split(text)
