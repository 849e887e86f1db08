"""The first look at a project of thousands: a few pages in seconds, while the whole is being read.

Read are the files that were saved last, those that people ask for, and whatever these name. Lists
and figures are those of the few, and every page says that the rest is still to come.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.model.folders import BY_NAME, KEPT, Folder, Thing
from generator.catalogue.reading.files import TextFile, text_file
from generator.catalogue.reading.markdown_file import FileKind, MarkdownFile, read_files
from generator.catalogue.reading.markdown_files import MarkdownCache
from generator.catalogue.reading.own_language import own_language
from generator.catalogue.reading.reader import Reading, read
from generator.catalogue.reading.stand_ins import shown
from generator.desk.content import PHOTOS
from generator.desk.markdown_cache import is_held
from generator.desk.options import Order
from generator.desk.photos import PhotoCache
from generator.desk.today import printing_day
from generator.desk.version import program_version
from generator.engine.tree import Stamp, listing
from generator.pictures.photos import Picture

MANY = 800
"""Files of text of a project that is not read at once: some seconds' worth."""
_NEWEST = 80
"""Files of a large folder that are read first; one with no more is read whole."""
_LANGUAGES: tuple[Language, ...] = ("vi", "en")
_PHOTOS = 40
"""Photos that are looked at, of those that no earlier run has seen."""


class FewFiles(MarkdownCache):
    """A few files of a project, in the order in which they were chosen, each read once."""

    def __init__(self) -> None:
        self.names: dict[str, None] = {}
        self._read: dict[tuple[Language, str], MarkdownFile[Any]] = {}

    def listed(self, content: Path, room: str, proposed: Collection[str]) -> Sequence[TextFile]:
        """Those that were chosen."""
        del proposed
        start = f"content/{room}/"
        chosen = sorted(name for name in self.names if name.startswith(start))
        found = (text_file(content, name) for name in chosen)
        return [file for file in found if file and file.path.exists()]

    def recall(
        self, kind: FileKind, language: Language, files: Sequence[TextFile]
    ) -> list[MarkdownFile[Any]]:
        """Those that have been read."""
        del kind
        known = (self._read.get((language, file.name)) for file in files)
        return [one for one in known if one]

    def keep(self, kind: FileKind, language: Language, files: Sequence[MarkdownFile[Any]]) -> None:
        """Remember what was read."""
        del kind
        self._read |= {(language, one.name): one for one in files if not is_held(one)}

    def forget(self, names: Iterable[str]) -> None:
        """Have these read anew."""
        for name in names:
            for language in _LANGUAGES:
                self._read.pop((language, name), None)

    def known(self, kind: FileKind, language: Language, name: str) -> MarkdownFile[Any] | None:
        """What was last read of the file, however it is now."""
        del kind
        return self._read.get((language, name))

    def note(self, kind: FileKind, language: Language, one: MarkdownFile[Any]) -> None:
        """Remember what has just been read of one file."""
        self.keep(kind, language, [one])


class FirstLook:
    """Looks at a few files of a project with many; any thread may ask."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._stamps: Mapping[str, Stamp] = {}
        self.files = FewFiles()
        self._guard = threading.Lock()
        self._texts = 0
        self._followed: set[str] = set()
        self._photos: dict[str, Picture | None] = {}

    def begin(self) -> bool:
        """Choose what to begin with; whether there are so many files that this is worth it."""
        self._stamps = listing(self._order.content)
        found: defaultdict[str, list[str]] = defaultdict(list)
        for path in self._stamps:
            if text_file(self._order.content, f"content/{path}"):
                found[path.partition("/")[0]].append(path)
        self._texts = sum(map(len, found.values()))
        for paths in found.values():
            newest = sorted(paths, key=lambda path: self._stamps[path][1], reverse=True)
            self.files.names |= dict.fromkeys(f"content/{path}" for path in newest[:_NEWEST])
        return self._texts > MANY

    def reaches(self, path: str) -> bool:
        """Choose the files that the page at this path may be about; whether there are more now."""
        slug = path.rstrip("/").rpartition("/")[2]
        names = [f"content/{folder}/{slug}.md" for folder in BY_NAME]
        with self._guard:
            return self._choose(each for each in names if self._stands(each))

    def saved(self, names: Iterable[str]) -> None:
        """Have files read anew, those that nobody has asked for yet as well."""
        names = [*names]
        with self._guard:
            self.files.forget(names)
            self._followed.difference_update(names)
            for name in names:
                self._photos.pop(name.removeprefix("content/media/"), None)
            self._choose(each for each in names if self._stands(each))

    def read(self) -> tuple[Reading, dict[str, Picture]]:
        """What the few files say, and their photos. Raises OSError."""
        order = self._order
        with self._guard:
            self._read_what_is_named()
            reading = read(order.root, self.files, today=printing_day(), stand_ins=True)
            return reading, self._pictures(reading.seen)

    @property
    def texts(self) -> int:
        """How many files of text the whole project has."""
        return self._texts

    def _stands(self, name: str) -> bool:
        file = text_file(self._order.content, name)
        return file is not None and file.well_named and file.path.is_file()

    def _choose(self, names: Iterable[str]) -> bool:
        before = len(self.files.names)
        self.files.names |= dict.fromkeys(names)
        return len(self.files.names) > before

    def _read_what_is_named(self) -> None:
        """Read the chosen files, the things that these name, and the words of all."""
        content = self._order.content
        own = own_language(content)
        while waiting := [name for name in self.files.names if name not in self._followed]:
            self._followed.update(waiting)
            files = [file for name in waiting if (file := text_file(content, name))]
            named = dict.fromkeys(
                name for file in files for name in self._named(file, own) if self._stands(name)
            )
            self.files.names |= named

    def _named(self, file: TextFile, own: Language) -> Iterator[str]:
        kind = FileKind(file.room, translated=file.language is not None)
        found = self.files.recall(kind, own, [file])
        if not found and file.language != own:
            found = read_files(kind, self._order.content, own, [file])
            self.files.keep(kind, own, found)
        stem = f"content/{file.room}/{file.slug}"
        yield from (f"{stem}.md", *(f"{stem}.{each}.md" for each in _LANGUAGES))
        for one in found if not kind.translated else ():
            thing = shown(kind, one, own).file.thing if one.draft else one.thing
            if thing is not None:
                yield from _references(thing, kind.folder)

    def _pictures(self, catalogue: Catalogue | None) -> dict[str, Picture]:
        order = self._order
        products = {each.source: each for each in catalogue.products} if catalogue else {}
        chosen = [products[name] for name in self.files.names if name in products]
        named = dict.fromkeys(photo.file for each in chosen for photo in each.photos)
        files = [file for file in named if file not in self._photos]
        if files:
            cache = PhotoCache(order.cache / PHOTOS, program_version(), self._stamps, keeps=False)
            self._photos |= cache.remembered(files)
            unknown = [file for file in files if file not in self._photos][:_PHOTOS]
            seen = cache.look(unknown, order.content, map)
            self._photos |= {
                file: each if isinstance(each, Picture) else None for file, each in seen.items()
            }
        found = ((file, self._photos.get(file)) for file in named)
        return {file: each for file, each in found if each}


def _references(thing: Thing, folder: Folder) -> Iterator[str]:
    """The files of what the thing names."""
    for key, kind in folder.references.items():
        named = getattr(thing, key)
        for slug in named if isinstance(named, tuple) else (named,):
            yield f"content/{KEPT[kind]}/{slug}.md"
