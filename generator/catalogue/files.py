"""The text files below content/: which there are, and their text, read with care."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.catalogue.frontmatter import Fault, UnreadableError, clean

LARGEST = 256_000
"""Bytes of a text file; a story of 400 words has about 3,000."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 100


@dataclass(frozen=True, slots=True)
class TextFile:
    """One Markdown file: `name` is the path for messages, `language` None for an original."""

    path: Path
    name: str
    slug: str
    language: str | None

    @property
    def well_named(self) -> bool:
        """Whether the slug can be a page's address."""
        return len(self.slug) <= LONGEST_SLUG and _SLUG.fullmatch(self.slug) is not None


def markdown_files(content: Path, room: str) -> tuple[TextFile, ...]:
    """The Markdown files in that folder of content/, by name; hidden files are ignored."""
    try:
        found = sorted((content / room).iterdir(), key=lambda path: path.name)
    except OSError:
        return ()
    return tuple(_text_file(path, room) for path in found if _is_markdown(path))


def _is_markdown(path: Path) -> bool:
    return path.suffix.lower() == ".md" and not path.name.startswith(".")


def _text_file(path: Path, room: str) -> TextFile:
    slug, language = path.stem, None
    if slug.endswith((".en", ".vi")):
        slug, language = slug[:-3], slug[-2:]
    return TextFile(path, f"content/{room}/{path.name}", slug, language)


def read_text(path: Path, content: Path, largest: int = LARGEST) -> str:
    """The file's text in NFC with plain line ends.

    Raises UnreadableError with file-missing, file-outside (a link that leaves content/),
    file-unreadable (a folder, no permission), file-too-large or encoding.
    """
    try:
        return clean(_bytes(path, content, largest).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        raise UnreadableError(Fault("encoding", (line, column))) from None
    except FileNotFoundError:
        raise UnreadableError(Fault("file-missing", (1, 1))) from None
    except (OSError, RuntimeError):
        raise UnreadableError(Fault("file-unreadable", (1, 1))) from None


def _bytes(path: Path, content: Path, largest: int) -> bytes:
    # A loop of symbolic links is a RuntimeError in Python 3.11 and 3.12, an OSError after.
    if not path.resolve().is_relative_to(content.resolve()):
        raise UnreadableError(Fault("file-outside", (1, 1)))
    size = path.stat().st_size
    if not path.is_file():
        raise UnreadableError(Fault("file-unreadable", (1, 1)))
    if size > largest:
        raise UnreadableError(Fault("file-too-large", (1, 1), {"most": str(largest // 1000)}))
    return path.read_bytes()


def leaves_media(file: str, content: Path) -> bool:
    """Whether a photo's name is a path out of content/media, by itself or by a symbolic link."""
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or re.search(r"[\\:\x00]", file):
        return True
    media = content / "media"
    try:
        return not (media / file).resolve().is_relative_to(media.resolve())
    except (OSError, RuntimeError):
        return True
