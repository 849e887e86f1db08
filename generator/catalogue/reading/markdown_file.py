"""What one Markdown file says by itself: its facts or words, and its own problems.

What it says depends on nothing but its file (and on the site's own language), so it can be made by
any process and remembered for as long as the file stays as it is. What one file says of another
is judged when all files are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from generator.catalogue.judging import sign_checks
from generator.catalogue.judging.checks import (
    body_findings,
    own_findings,
)
from generator.catalogue.judging.copied import fingerprint
from generator.catalogue.judging.doubted import starter_stories
from generator.catalogue.judging.drafts import is_draft, lenient
from generator.catalogue.judging.figures import NO_FIGURES, Figures, texts_in
from generator.catalogue.judging.garbled_texts import garbled_findings, invisible_findings
from generator.catalogue.judging.place_spelling import places_told
from generator.catalogue.judging.printed_texts import tells_a_story
from generator.catalogue.languages import Language, other_language
from generator.catalogue.model import Model, Producer, Product
from generator.catalogue.model.folders import BY_NAME, FOLDERS, Folder
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rules_files import FILE_MISPLACED
from generator.catalogue.problems.unsound import if_sound
from generator.catalogue.prose.links import (
    content_key,
    links,
    resolve,
)
from generator.catalogue.reading.files import (
    TextFile,
    read_bytes,
    text_of,
)
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.catalogue.reading.intake import (
    Entry,
    Intake,
)
from generator.catalogue.reading.misplaced import rightful_folder
from generator.engine.fingerprint import digest
from generator.theme import signs

M = TypeVar("M", bound=Model)
NAMELESS = "nameless"
"""The slug under which a badly named file is read, so that its other problems are found too."""


@dataclass(frozen=True, slots=True)
class MarkdownFile(Generic[M]):
    """One file as read; `thing` is None where it can't be used, and `problems` say why.

    `loose` is what could be read of it all the same, as JSON (reading/loose.py), empty for nothing.

    `digest` is the hash of its bytes; `links` are its text's links with line and column, but
    for those that lead to other sites. `story` is the fingerprint of a product's story, and
    `real` says that the product is no sample; `figures` are those that a translation has too. A
    `draft` is in work: it may lack facts. `places` are the names that it calls places.
    """

    name: str
    slug: str
    language: Language
    digest: str
    thing: M | None
    problems: tuple[Problem, ...]
    links: tuple[tuple[str, int, int], ...]
    loose: str = ""
    story: str = ""
    real: bool = False
    figures: Figures = NO_FIGURES
    draft: bool = False
    places: str = ""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: its folder, and whether it tells of a thing in another language."""

    room: str
    translated: bool

    @property
    def folder(self) -> Folder:
        """The folder's row."""
        return BY_NAME[self.room]

    def source(self, slug: str) -> str:
        """The file of the thing itself, be it told in another language."""
        return f"content/{self.room}/{slug}.md"

    @property
    def model(self) -> type[Model]:
        """What the file is read as."""
        return self.folder.words if self.translated else self.folder.model


KINDS = tuple(
    FileKind(folder.name, translated) for folder in FOLDERS for translated in (False, True)
)


@cache
def adapter(kind: FileKind) -> TypeAdapter[list[MarkdownFile[Any]]]:
    """Files of a kind as JSON and back: `dump_json` and `validate_json`."""
    kind.model.model_rebuild()  # once by itself, and not again where one such model is asked for
    return TypeAdapter(list[MarkdownFile[kind.model]])  # type: ignore[name-defined]  # made at run time


def read_files(
    kind: FileKind,
    content: Path,
    language: Language,
    files: Sequence[TextFile],
    proposed: Mapping[str, bytes] = MappingProxyType({}),
    *,
    errors_only: bool = False,
) -> list[MarkdownFile[Any]]:
    """Read files of one kind; `language` is the site's own.

    `proposed` are the bytes, by name, of those that are read as if they stood so on the disk. With
    `errors_only` nothing is sought that only warnings are told by.
    """
    return [
        _read(kind, Intake(content, language, errors_only=errors_only), file, proposed)
        for file in files
    ]


def _read(
    kind: FileKind, intake: Intake, file: TextFile, proposed: Mapping[str, bytes]
) -> MarkdownFile[Any]:
    own = intake.language
    language: Language = other_language(own) if kind.translated else own
    slug = file.slug if file.well_named else NAMELESS
    thing: Model | None = None
    loose: Model | None = None
    facts = kind.folder.model if kind.translated else None
    hashed, found, story, real = "", tuple[tuple[str, int, int], ...](), "", False
    figures, draft, places = NO_FIGURES, False, ""
    try:
        given = proposed.get(file.name)
        raw = read_bytes(file.path, intake.content) if given is None else given
        hashed = digest(raw)
        bare = kind.translated and kind.folder.bare
        text = text_of(raw)
        entry = intake.markdown(file.name, text, language, bare=bare)
    except UnreadableError as error:
        intake.note(error.finding.in_file(file.name))
        entry = None
    if entry and (other := _other_folder(kind, entry)):
        intake.report(file.name, (), FILE_MISPLACED, other=f"content/{other}")
    elif entry:
        thing, loose = intake.as_far_as_valid(kind.model, entry, _made(kind, entry, slug), facts)
        found = tuple(
            (target, entry.body_line - 1 + line, column)
            for target, line, column in links(entry.body)
            if resolve(target, kind.room) is None or content_key(target, kind.room)
        )
        _judge(intake, kind, entry, thing or loose)
        draft = is_draft(thing or loose)
        real = kind.model is Product and if_sound(thing or loose, "sample") is False
        story = fingerprint(entry.body) if kind.model is Product else ""
        if not intake.errors_only:
            translated = texts_in(entry.value, kind.folder.words.model_fields.keys(), entry.body)
            figures = Figures.of(translated, text)
            places = places_told(text)
        if signs.doubtful(text):
            _judge_signs(intake, kind, entry, thing)
    problems = tuple(map(lenient, intake.problems) if draft else intake.problems)
    left = loose.model_dump_json() if loose else ""
    return MarkdownFile(
        file.name,
        slug,
        language,
        hashed,
        thing,
        problems,
        found,
        left,
        story,
        real,
        figures,
        draft,
        places,
    )


def _other_folder(kind: FileKind, entry: Entry) -> str:
    """The folder that the file belongs to by its keys, empty where it may belong to its own."""
    return "" if kind.translated else rightful_folder(entry.value, kind.room)


def _judge(intake: Intake, kind: FileKind, entry: Entry, thing: Model | None) -> None:
    """Note what is wrong with the thing, and with the text below the keys."""
    is_story = kind.model is Product
    for finding in body_findings(entry.body, is_story=is_story):
        intake.note(finding.in_file(entry.name, lines=entry.body_line - 1))
    for finding in () if intake.errors_only else _body_doubts(kind, entry, thing):
        intake.note(finding.in_file(entry.name, lines=entry.body_line - 1))
    if thing is not None:
        for finding in own_findings(thing, errors_only=intake.errors_only):
            intake.note(finding)


def _body_doubts(kind: FileKind, entry: Entry, thing: Model | None) -> Iterator[Finding]:
    yield from garbled_findings(entry.body)
    yield from starter_stories(thing, entry.body)
    if not tells_a_story(kind.model):
        yield from invisible_findings(entry.body, "…")


def _judge_signs(intake: Intake, kind: FileKind, entry: Entry, thing: Model | None) -> None:
    """Note the signs that print can't show."""
    if tells_a_story(kind.model):
        for finding in sign_checks.body_findings(entry.body, entry.language):
            intake.note(finding.in_file(entry.name, lines=entry.body_line - 1))
    if thing is not None:
        for finding in sign_checks.key_findings(thing, entry.language):
            intake.note(finding.in_file(entry.name))


def _made(kind: FileKind, entry: Entry, slug: str) -> Mapping[str, Any]:
    """What a model has that no editor writes as a key; stories stay in their files."""
    found: dict[str, Any] = {"slug": slug, "source": entry.name, "body": entry.body}
    if kind.model is Producer and entry.body.strip():
        found["bodies"] = {entry.language: entry.body}
    return {key: value for key, value in found.items() if key in kind.model.model_fields}
