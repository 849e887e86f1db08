"""The desk on which files are opened: texts, keys and models, and every problem met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.catalogue import frontmatter
from generator.catalogue.complaints import complaints, unknown_keys, written_keys
from generator.catalogue.files import TextFile, markdown_files, read_text
from generator.catalogue.frontmatter import (
    Document,
    Fault,
    KeyPath,
    Positions,
    UnreadableError,
)
from generator.catalogue.models import Language, Model
from generator.catalogue.problems import Problem

M = TypeVar("M", bound=Model)

ROOMS = ("products", "producers", "fairs", "pages")
NAMELESS = "nameless"
"""The slug under which a badly named file is read, so that its other problems are found too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The keys of one file (or of one entry of a list, at `prefix`) and the text below them."""

    name: str
    slug: str
    language: Language
    value: Mapping[str, Any]
    prefix: KeyPath = ()
    body: str = ""
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown text that was read: its file, its room, its first line in the file.

    `is_story` marks a product's story in the site's own language.
    """

    name: str
    room: str
    markdown: str
    line: int
    is_story: bool


class Shelf:
    """Opens the files below content/ and keeps positions, bodies and problems.

    `known` holds the slugs in use by room, also those of files with errors, so that a link to
    such a file isn't a second problem.
    """

    def __init__(self, content: Path) -> None:
        self.content = content
        self.language: Language = "vi"
        self.problems: list[Problem] = []
        self.bodies: list[Body] = []
        self.positions = Positions()
        self._files = {room: markdown_files(content, room) for room in ROOMS}
        self.known: dict[str, set[str]] = {
            room: {file.slug for file in files if not file.language}
            for room, files in self._files.items()
        }

    def report(self, name: str, path: KeyPath, rule: str, /, **values: str) -> None:
        """Note a problem at that key's value."""
        self.problems.append(Problem.of(name, *self.positions.of(name, path), rule, **values))

    def mapping(self, name: str) -> Entry | None:
        """A YAML file of keys, such as site.yaml; None where it can't be read."""
        document = self._yaml(name)
        if document is None:
            return None
        return self._entry(f"content/{name}", document.value or {}, ())

    def sequence(self, name: str) -> list[tuple[int, Entry]]:
        """The rows, from 0, of a YAML file that is a list of mappings, such as places.yaml."""
        document = self._yaml(name)
        if document is None or document.value is None:
            return []
        if not isinstance(document.value, list):
            self._wrong(f"content/{name}", (), "list")
            return []
        entries = (
            (row, self._entry(f"content/{name}", value, (row,)))
            for row, value in enumerate(document.value)
        )
        return [(row, entry) for row, entry in entries if entry]

    def originals(self, room: str) -> list[Entry]:
        """The room's files in the site's own language."""
        seen: dict[str, TextFile] = {}
        entries = []
        for file in self._files[room]:
            if file.language:
                continue
            if not file.well_named:
                self.report(file.name, (), "slug-invalid", name=file.path.name)
            elif (other := seen.setdefault(file.slug, file)) is not file:
                self.report(file.name, (), "slug-duplicate", slug=file.slug, other=other.name)
            if entry := self._markdown(file, room, self.language):
                entries.append(entry)
        return entries

    def translations(self, room: str) -> list[Entry]:
        """The room's files in another language; those of producers may do without keys."""
        entries = []
        for file in self._files[room]:
            language = _other_language(file.language, self.language)
            if file.language and language is None:
                self.report(file.name, (), "slug-invalid", name=file.path.name)
            elif language and file.slug not in self.known[room]:
                original = f"content/{room}/{file.slug}.md"
                self.report(file.name, (), "translation-orphan", original=original)
            elif language and (entry := self._markdown(file, room, language)):
                entries.append(entry)
        return entries

    def validated(
        self, model: type[M], entry: Entry, made: Mapping[str, Any], facts_of: type[Model] | None
    ) -> M | None:
        """The model of an entry's keys and what we add; None where a problem was noted.

        `facts_of` is the original's model, if the entry is a translation.
        """
        known = written_keys(model, without=made)
        self._only_keys(entry, known, facts_of)
        keys = {key: value for key, value in entry.value.items() if key in known}
        try:
            return model.model_validate(keys | dict(made))
        except ValidationError as error:
            for path, fault in complaints(error):
                self._note(entry.name, fault, entry.prefix + path)
            return None

    def _only_keys(
        self, entry: Entry, known: Iterable[str], facts_of: type[Model] | None = None
    ) -> None:
        """Note every key that is not known, or that a translation must not repeat."""
        facts = written_keys(facts_of, without=("slug",)) if facts_of else ()
        original = entry.name.removesuffix(f".{entry.language}.md") + ".md"
        for path, fault in unknown_keys(entry.value, known):
            if path[0] in facts:
                values = {"key": str(path[0]), "original": original}
                fault = Fault("translation-key", (1, 1), values)
            self._note(entry.name, fault, entry.prefix + path)

    def _note(self, name: str, fault: Fault, path: KeyPath) -> None:
        at = self.positions.of(name, path)
        if fault.rule in {"key-unknown", "translation-key"}:
            at = self.positions.of_key(name, path)
        self.problems.append(Problem.of(name, *at, fault.rule, **fault.values))

    def _wrong(self, name: str, path: KeyPath, wanted: str) -> None:
        self.report(name, path, "type-wrong", key=name, found="…", wanted=wanted)

    def _entry(self, name: str, value: object, prefix: KeyPath) -> Entry | None:
        if not isinstance(value, dict):
            self._wrong(name, prefix, "mapping")
            return None
        return Entry(name, "", self.language, value, prefix)

    def _yaml(self, name: str) -> Document | None:
        path = f"content/{name}"
        try:
            return self._document(path, read_text(self.content / name, self.content), 1)
        except UnreadableError as error:
            self._fault(path, error.fault)
            return None

    def _markdown(self, file: TextFile, room: str, language: Language) -> Entry | None:
        try:
            text = read_text(file.path, self.content)
            keys, body, line = _parts(text, bare=room == "producers" and language != self.language)
            document = self._document(file.name, keys, 2)
        except UnreadableError as error:
            self._fault(file.name, error.fault)
            return None
        is_story = room == "products" and language == self.language
        self.bodies.append(Body(file.name, room, body, line, is_story))
        entry = self._entry(file.name, document.value or {}, ())
        if entry is None:
            return None
        slug = file.slug if file.well_named else NAMELESS
        return Entry(file.name, slug, language, entry.value, (), body, line)

    def _document(self, name: str, text: str, first_line: int) -> Document:
        document = frontmatter.parse(text, first_line)
        self.positions.keep(name, text, first_line)
        for fault in document.faults:
            self._fault(name, fault)
        return document

    def _fault(self, name: str, fault: Fault) -> None:
        self.problems.append(Problem.of(name, *fault.position, fault.rule, **fault.values))


def _parts(text: str, *, bare: bool) -> tuple[str, str, int]:
    if bare and not text.startswith("---"):
        return "", text, 1
    return frontmatter.split(text)


def _other_language(language: str | None, own: Language) -> Language | None:
    if language == "en" and own != "en":
        return "en"
    if language == "vi" and own != "vi":
        return "vi"
    return None
