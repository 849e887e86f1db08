"""The text files below content/: which there are, and their text, read with care."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.folder_names import is_device
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START, Position
from generator.catalogue.problems.rules_files import (
    ENCODING,
    FILE_BLANKED,
    FILE_MISSING,
    FILE_OUTSIDE,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    TABLE_TOO_LARGE,
)
from generator.catalogue.reading.frontmatter import (
    UnreadableError,
    clean,
)
from generator.litter import is_passed_over
from generator.plain_files import (
    LARGEST_TEXT,
    TooLargeError,
    blanked_line,
    decoded,
    encoding_of,
    read_plain,
)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 100


@dataclass(frozen=True, slots=True)
class TextFile:
    """One Markdown file: `name` is the path for messages, `language` None for an original."""

    folder: Path
    name: str
    slug: str
    language: str | None

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.folder / self.name.rpartition("/")[2]

    @property
    def room(self) -> str:
        """The folder of content/ that it stands in."""
        return self.name.split("/")[1]

    @property
    def reserved(self) -> bool:
        """Whether the slug is a device's name on Windows, where no folder can bear it."""
        return is_device(self.slug)

    @property
    def speakable(self) -> bool:
        """Whether the name on the disk is text at all: some are bytes of another encoding."""
        return self.name.encode(errors="ignore").decode() == self.name

    @property
    def well_named(self) -> bool:
        """Whether the slug can be a page's address."""
        return len(self.slug) <= LONGEST_SLUG and _SLUG.fullmatch(self.slug) is not None


def markdown_files(
    content: Path, room: str, proposed: Collection[str] = ()
) -> tuple[TextFile, ...]:
    """The Markdown files in that folder of content/, by name, but for those nobody meant.

    `proposed` are names of others (content/products/x.md) that are to be read as if they stood.
    """
    folder = content / room
    start = f"content/{room}/"
    more = {name.removeprefix(start) for name in proposed if name.startswith(start)}
    try:
        found = sorted({*os.listdir(folder), *more})  # noqa: PTH208 - names, perhaps thousands
    except OSError:
        found = sorted(more)
    return tuple(_text_file(folder, name, room) for name in found if _is_markdown(name))


def text_file(content: Path, path: str) -> TextFile | None:
    """The Markdown file at that path from the project's root; None for what is read otherwise."""
    parts = path.split("/")
    if len(parts) != 3 or parts[0] != "content" or not _is_markdown(parts[2]):
        return None
    from generator.catalogue.model.folders import NAMES  # and all models; most files need none

    return _text_file(content / parts[1], parts[2], parts[1]) if parts[1] in NAMES else None


def _is_markdown(name: str) -> bool:
    return name.lower().endswith(".md") and not is_passed_over(name)


def _text_file(folder: Path, name: str, room: str) -> TextFile:
    slug, language = name[:-3], None
    if slug.endswith((".en", ".vi")):
        slug, language = slug[:-3], slug[-2:]
    return TextFile(folder, f"content/{room}/{name}", slug, language)


def stands(path: Path) -> bool:
    """Whether there is a file, or a link that leads nowhere, which reading it will tell of."""
    return path.exists() or path.is_symlink()


def read_text(path: Path, content: Path, largest: int = LARGEST_TEXT) -> str:
    """The file's text in NFC with plain line ends.

    Raises UnreadableError with file-missing, file-outside (a link that leaves content/),
    file-unreadable (a folder, no permission), file-too-large, file-blanked or encoding.
    """
    return text_of(read_bytes(path, content, largest))


def text_of(found: bytes) -> str:
    """UTF-8 or UTF-16 as text in NFC with plain line ends.

    Raises UnreadableError (encoding) for anything else.
    """
    try:
        return clean(decoded(found))
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding_of(found), "replace")
        at = Position(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        raise UnreadableError(Finding("", at, ENCODING)) from None


def read_bytes(path: Path, content: Path, largest: int = LARGEST_TEXT) -> bytes:
    """The file's bytes; raises UnreadableError as `read_text` does, but for encoding."""
    try:
        found = _bytes(path, content, largest)
    except FileNotFoundError:
        raise UnreadableError(Finding("", START, FILE_MISSING)) from None
    except TooLargeError:
        most = str(largest // 1000)
        rule = TABLE_TOO_LARGE if path.suffix.lower() == ".csv" else FILE_TOO_LARGE
        raise UnreadableError(Finding.of("", START, rule, most=most)) from None
    except (OSError, RuntimeError):
        raise UnreadableError(Finding("", START, FILE_UNREADABLE)) from None
    if line := blanked_line(found):
        raise UnreadableError(Finding("", Position(line, 1), FILE_BLANKED))
    return found


def _bytes(path: Path, content: Path, largest: int) -> bytes:
    # A loop of symbolic links is a RuntimeError in Python 3.11 and 3.12, an OSError after.
    linked = os.path.islink(path) or _linked(path, content)  # noqa: PTH114
    if linked and not path.resolve().is_relative_to(content.resolve()):
        raise UnreadableError(Finding("", START, FILE_OUTSIDE))
    return read_plain(path, largest)


def _linked(path: Path, content: Path) -> bool:
    """Whether the way from content/ to the file's folder goes through a symbolic link."""
    end, folder = os.fspath(content), os.fspath(path)
    while (folder := folder.rpartition(os.sep)[0]) and folder != end:
        if os.path.islink(folder):  # noqa: PTH114  # tens of thousands of times
            return True
    return False
