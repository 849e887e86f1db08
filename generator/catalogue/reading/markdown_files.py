"""All Markdown files of a project: read, or remembered where a file is as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self, cast

from generator.catalogue.judging.checks import leads_somewhere
from generator.catalogue.judging.copied import StoryPrint, copied_stories
from generator.catalogue.judging.drafts import Mention, lenient
from generator.catalogue.judging.figures import stale
from generator.catalogue.judging.place_spelling import misspelt, names_of
from generator.catalogue.languages import Language, other_language
from generator.catalogue.model import Fair, Place
from generator.catalogue.model.fairs import PRINT_FOLDERS
from generator.catalogue.model.folders import BY_NAME, FOLDERS, Folder, Thing
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rules_files import (
    FAIR_RESERVED,
    LANGUAGE_UNKNOWN,
    SLUG_DUPLICATE,
    SLUG_INVALID,
    SLUG_RESERVED,
    TRANSLATION_OWN_LANGUAGE,
)
from generator.catalogue.problems.rules_keys import TRANSLATION_ORPHAN
from generator.catalogue.problems.rules_references import LINK_BROKEN
from generator.catalogue.prose.link_meant import meant
from generator.catalogue.prose.links import content_key
from generator.catalogue.reading.files import (
    TextFile,
    markdown_files,
)
from generator.catalogue.reading.intake import Intake
from generator.catalogue.reading.loose import loosened
from generator.catalogue.reading.markdown_file import (
    KINDS,
    FileKind,
    MarkdownFile,
    adapter,
    read_files,
)
from generator.engine.fingerprint import digest

_LANGUAGE = re.compile(r"\.[a-z]{2}$")
_BATCH = 250
"""Files that a process gets at once."""

Batch = tuple[FileKind, tuple[TextFile, ...], Mapping[str, bytes]]
"""Files of a kind, and the bytes of those that are not on the disk as they are to be read."""
Spread = Callable[[Callable[[Batch], bytes], Sequence[Batch]], Iterable[bytes]]
"""Calls a function with each batch, perhaps in several processes; the results in order."""


class MarkdownCache:
    """What earlier readings gave; this one remembers nothing."""

    reads_proposed_whole = False
    """Whether warnings of what is proposed are wanted too, for it will be remembered as written."""

    def listed(self, content: Path, room: str, proposed: Collection[str]) -> Sequence[TextFile]:
        """The files of a folder that are read, by name: every one, but for a first look."""
        return markdown_files(content, room, proposed)

    def recall(
        self, kind: FileKind, language: Language, files: Sequence[TextFile]
    ) -> list[MarkdownFile[Any]]:
        """Those of the files that are as they were; `language` is the site's own."""
        del kind, language, files
        return []

    def keep(self, kind: FileKind, language: Language, files: Sequence[MarkdownFile[Any]]) -> None:
        """Remember all files of a kind, as far as they have settled."""

    def recall_proposed(self, kind: FileKind, language: Language) -> Sequence[MarkdownFile[Any]]:
        """What was read of bytes that were proposed for files."""
        del kind, language
        return ()

    def keep_proposed(
        self, kind: FileKind, language: Language, files: Sequence[MarkdownFile[Any]]
    ) -> None:
        """Remember what was proposed, for when most of it is proposed again."""

    def recall_places(self, text: str, language: Language) -> Mapping[int, Place] | None:
        """The places of such a list by their row; None where nobody has read it."""
        del text, language
        return None

    def keep_places(self, text: str, language: Language, places: Mapping[int, Place]) -> None:
        """Remember what a list without any problem says."""


class SeenMarkdown(MarkdownCache):
    """Keeps in memory what was read, for a verb that reads a project twice while it is locked.

    What is proposed is read whole where it `will_be_written`.
    """

    def __init__(self, stored: MarkdownCache, *, will_be_written: bool = False) -> None:
        self.reads_proposed_whole = will_be_written
        self._stored = stored
        self._seen: dict[tuple[FileKind, Language], list[MarkdownFile[Any]]] = {}
        self._proposed: dict[tuple[FileKind, Language], Sequence[MarkdownFile[Any]]] = {}

    def recall(
        self, kind: FileKind, language: Language, files: Sequence[TextFile]
    ) -> list[MarkdownFile[Any]]:
        """All that was read before, else what is stored."""
        if (kind, language) not in self._seen:
            self._seen[kind, language] = self._stored.recall(kind, language, files)
        return self._seen[kind, language]

    def keep(self, kind: FileKind, language: Language, files: Sequence[MarkdownFile[Any]]) -> None:
        """Remember the files here, and store them."""
        self._seen[kind, language] = [*files]
        self._stored.keep(kind, language, files)

    def recall_proposed(self, kind: FileKind, language: Language) -> Sequence[MarkdownFile[Any]]:
        """What was proposed last."""
        return self._proposed.get((kind, language), ())

    def keep_proposed(
        self, kind: FileKind, language: Language, files: Sequence[MarkdownFile[Any]]
    ) -> None:
        """Remember the files here alone: they may never be written."""
        self._proposed[kind, language] = files

    def recall_places(self, text: str, language: Language) -> Mapping[int, Place] | None:
        """Those that are stored."""
        return self._stored.recall_places(text, language)

    def keep_places(self, text: str, language: Language, places: Mapping[int, Place]) -> None:
        """Store them."""
        self._stored.keep_places(text, language, places)

    def written(self, store: MarkdownCache) -> None:
        """Have what was proposed last remembered there with all else: it was written."""
        for (kind, language), files in self._proposed.items():
            known = {one.name: one for one in (*self._seen.get((kind, language), ()), *files)}
            if files:
                store.keep(kind, language, [known[name] for name in sorted(known)])


NO_CACHE = MarkdownCache()


def at_once(read: Callable[[Batch], bytes], batches: Sequence[Batch]) -> Iterable[bytes]:
    """The `Spread` of a single process."""
    return map(read, batches)


@dataclass(frozen=True, slots=True)
class MarkdownFiles:
    """The files by kind, and the slugs in use by room.

    `known` has the slugs of files with errors too, so that a link to one isn't a second problem.
    """

    by_kind: Mapping[FileKind, Sequence[MarkdownFile[Any]]]
    known: Mapping[str, set[str]]

    @classmethod
    def read(
        cls,
        intake: Intake,
        cache: MarkdownCache,
        spread: Spread,
        proposed: Mapping[str, bytes] = MappingProxyType({}),
        *,
        errors_only: bool = False,
    ) -> Self:
        """Read every Markdown file below content/ that is not remembered.

        `proposed` are bytes by name that stand in for files: nothing of them is remembered. With
        `errors_only` warnings of these alone are not sought.
        """
        found = {room: cache.listed(intake.content, room, proposed) for room in BY_NAME}
        known = {
            room: {file.slug for file in files if not file.language}
            for room, files in found.items()
        }
        files = {kind: _of_kind(kind, found[kind.room], known, intake) for kind in KINDS}
        done = _recalled(files, intake.language, cache, proposed)
        batches = [*_batches(files, done, proposed)]
        in_short = errors_only and bool(proposed) and not cache.reads_proposed_whole
        read = partial(_read, intake.content, intake.language, in_short)
        for (kind, _, _), answer in zip(batches, spread(read, batches), strict=True):
            done[kind] |= {one.name: one for one in adapter(kind).validate_json(answer)}
        ordered = {kind: [done[kind][file.name] for file in files[kind]] for kind in KINDS}
        for kind in {kind for kind, _, _ in batches if not proposed}:
            cache.keep(kind, intake.language, ordered[kind])
        for kind in KINDS if proposed else ():
            tried = [one for one in ordered[kind] if one.name in proposed]
            cache.keep_proposed(kind, intake.language, tried)
        return cls(ordered, known)

    def things(self, folder: Folder) -> Iterator[Thing]:
        """What the folder's files describe, with their words in other languages."""
        words: dict[str, dict[Language, Any]] = {}
        for one in self.by_kind[FileKind(folder.name, translated=True)]:
            if one.thing is not None:
                words.setdefault(one.slug, {})[one.language] = one.thing
        for one in self.by_kind[FileKind(folder.name, translated=False)]:
            if one.thing is not None:
                said = words.get(one.slug)
                yield folder.told(one.thing, said) if said else one.thing

    def loose_things(self, folder: Folder) -> Iterator[Thing]:
        """What could be read of the folder's files that have errors, for findings alone."""
        for one in self.by_kind[FileKind(folder.name, translated=False)]:
            if one.loose:
                yield cast(Thing, loosened(folder.model).model_validate_json(one.loose))

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the files by themselves; a draft's words may lack facts as it may."""
        drafts = self.drafts()
        for kind, done in self.by_kind.items():
            for one in done:
                waits = kind.translated and kind.source(one.slug) in drafts
                yield from map(lenient, one.problems) if waits else one.problems

    def drafts(self) -> frozenset[str]:
        """The names of all files in work."""
        return frozenset(one.name for done in self.by_kind.values() for one in done if one.draft)

    def mentions(self) -> Iterator[Mention]:
        """What the texts of published files link to, in whatever language."""
        drafts = self.drafts()
        for kind, done in self.by_kind.items():
            for one in done:
                if kind.source(one.slug) not in drafts:
                    for target, line, column in one.links:
                        if key := content_key(target, kind.room):
                            yield f"content/{key}.md", one.name, Position(line, column)

    def findings(self, places: Iterable[Place]) -> Iterator[Finding]:
        """Links to files that there are not, stories of two products, translations left behind.

        And names of places that are written otherwise than in the list of these.
        """
        names = names_of(places)
        for kind, done in self.by_kind.items():
            for one in done:
                for target, line, column in one.links:
                    if not leads_somewhere(target, kind.room, self.known):
                        values = {"found": target, "closest": meant(target, kind.room, self.known)}
                        yield Finding(one.name, Position(line, column), LINK_BROKEN, values)
                yield from misspelt(one.name, one.places, names)
        for done in self.by_kind.values():
            yield from copied_stories(StoryPrint(one.name, one.story, one.real) for one in done)
        for folder in FOLDERS:
            yield from self._stale(folder)

    def _stale(self, folder: Folder) -> Iterator[Finding]:
        """Translations whose figures are others than the original's."""
        said = {each.slug: each for each in self.by_kind[FileKind(folder.name, translated=False)]}
        for one in self.by_kind[FileKind(folder.name, translated=True)]:
            if original := said.get(one.slug):
                found = stale(original.name, original.figures, one.name, one.figures)
                if found:
                    yield found

    def digests(self) -> Mapping[str, str]:
        """The hash of each file's bytes, by its name."""
        return {each.name: each.digest for done in self.by_kind.values() for each in done}


def _of_kind(
    kind: FileKind, files: Sequence[TextFile], known: Mapping[str, set[str]], intake: Intake
) -> Sequence[TextFile]:
    """The room's files of that kind, but for those whose name tells that they are of no use."""
    if kind.translated:
        return [file for file in files if file.language and _translates(file, kind, known, intake)]
    seen: dict[str, TextFile] = {}
    found = [file for file in files if not file.language]
    for file in found:
        if _in_no_language(file, known[kind.room]):
            values = {"name": file.path.name, "language": file.slug[-2:]}
            intake.report(file.name, (), LANGUAGE_UNKNOWN, **values)
        elif not file.well_named:
            intake.report(file.name, (), SLUG_INVALID, name=file.path.name)
        elif file.reserved:
            intake.report(file.name, (), SLUG_RESERVED, found=file.slug)
        elif kind.model is Fair and file.slug in PRINT_FOLDERS:
            intake.report(file.name, (), FAIR_RESERVED, found=file.slug)
        elif (other := seen.setdefault(file.slug, file)) is not file:
            intake.report(file.name, (), SLUG_DUPLICATE, slug=file.slug, other=other.name)
    return [
        file for file in found if file.speakable and not _in_no_language(file, known[kind.room])
    ]


def _in_no_language(file: TextFile, known: Set[str]) -> bool:
    """Whether it is a translation, by its name, into a language that no site has."""
    ending = _LANGUAGE.search(file.slug)
    return ending is not None and file.slug[: ending.start()] in known


def _translates(
    file: TextFile, kind: FileKind, known: Mapping[str, set[str]], intake: Intake
) -> bool:
    if file.language != other_language(intake.language):
        original = f"content/{kind.room}/{file.slug}.md"
        values = {"name": file.path.name, "language": intake.language, "original": original}
        intake.report(file.name, (), TRANSLATION_OWN_LANGUAGE, **values)
        return False
    if file.slug not in known[kind.room]:
        original = f"content/{kind.room}/{file.slug}.md"
        intake.report(file.name, (), TRANSLATION_ORPHAN, original=original)
        return False
    return True


def _recalled(
    files: Mapping[FileKind, Sequence[TextFile]],
    language: Language,
    cache: MarkdownCache,
    proposed: Mapping[str, bytes],
) -> dict[FileKind, dict[str, MarkdownFile[Any]]]:
    known = {}
    for kind, found in files.items():
        stored = cache.recall(kind, language, found)
        known[kind] = {one.name: one for one in stored if one.name not in proposed}
        for one in cache.recall_proposed(kind, language):
            if one.name in proposed and one.digest == digest(proposed[one.name]):
                known[kind][one.name] = one
    return known


def _batches(
    files: Mapping[FileKind, Sequence[TextFile]],
    done: Mapping[FileKind, Mapping[str, MarkdownFile[Any]]],
    proposed: Mapping[str, bytes],
) -> Iterator[Batch]:
    for kind, found in files.items():
        missing = [file for file in found if file.name not in done[kind]]
        for start in range(0, len(missing), _BATCH):
            batch = tuple(missing[start : start + _BATCH])
            named = (file.name for file in batch)
            yield kind, batch, {name: proposed[name] for name in named if name in proposed}


def _read(content: Path, language: Language, errors_only: bool, batch: Batch) -> bytes:
    """Files as JSON, which travels between processes for less than models do."""
    kind, files, proposed = batch
    found = read_files(kind, content, language, files, proposed, errors_only=errors_only)
    return adapter(kind).dump_json(found, exclude_defaults=True)
