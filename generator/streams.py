"""Standard output and error that never end a command: what is said can't undo what is done.

A file or a pipe gets UTF-8 whatever the machine's code page (on Windows that is cp1252, cp1258 or
cp437, none of which can write Vietnamese); a terminal keeps its own and gets the nearest letters it
can show. Whoever stops reading (`ocop check | head -1`) stops nothing else.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_SIGNS = "đĐØ₫“”‘’–—·•→×≥≤✓★…\N{NO-BREAK SPACE}\N{BRAILLE PATTERN BLANK}"
_PLAIN = dict(
    zip(_SIGNS, (*"dDOd\"\"''----", "->", "x", ">=", "<=", *"+*", "...", *"  "), strict=True)
)
"""What stands for characters that are no letter with a mark."""
_PICTURE = "#"
"""Stands for braille dots, of which pictures of stocks are drawn."""


def prepare() -> None:
    """Make sys.stdout and sys.stderr ready, before the first word is said."""
    sys.stdout = _ready(sys.stdout)
    sys.stderr = _ready(sys.stderr)


def lost() -> OSError | None:
    """Why something that was said could not be written (a full disk), though somebody reads on."""
    for stream in (sys.stdout, sys.stderr):
        outlet = getattr(getattr(stream, "buffer", None), "raw", None)
        if isinstance(outlet, _Outlet) and outlet.error:
            return outlet.error
    return None


def _ready(stream: TextIO | None) -> TextIO:
    if stream is None:
        # A program without a console (pythonw), or one started with the stream closed.
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  # no file of ours
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    if not isinstance(stream, io.TextIOWrapper) or not isinstance(raw, io.RawIOBase):
        return stream
    stream.flush()
    encoding = stream.encoding if stream.isatty() else "utf-8"
    return io.TextIOWrapper(
        io.BufferedWriter(_Outlet(raw)),
        encoding=encoding,
        errors=_readable(encoding),
        line_buffering=stream.line_buffering,
    )


class _Outlet(io.RawIOBase):
    """Bytes go on to a file, a pipe or a terminal; when that fails, they are dropped."""

    def __init__(self, below: io.RawIOBase) -> None:
        self._below = below
        self._shut = False
        self.error: OSError | None = None

    def write(self, data: ReadableBuffer, /) -> int | None:
        if not self._shut:
            try:
                return self._below.write(data)
            except OSError as error:
                self._shut = True
                self.error = None if _is_hanging_up(error) else error
        return memoryview(data).nbytes

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._below.fileno()

    def isatty(self) -> bool:
        return self._below.isatty()


def _is_hanging_up(error: OSError) -> bool:
    """Whether nobody reads any more; Windows calls it an invalid argument."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def _readable(encoding: str) -> str:
    """The name of an error handler that writes what is nearest in that encoding."""
    name = f"ocop-{encoding}"
    codecs.register_error(name, partial(_nearest_of, encoding))
    return name


def _nearest_of(encoding: str, error: UnicodeError) -> tuple[bytes, int]:
    """What to write instead of the characters that a codec couldn't; where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    return b"".join(_nearest(letter, encoding) for letter in unknown), error.end


def _nearest(letter: str, encoding: str) -> bytes:
    """The first of its candidates that the encoding has."""
    for candidate in _candidates(letter):
        with suppress(UnicodeEncodeError):
            return candidate.encode(encoding)
    return b"?"


def _candidates(letter: str) -> Iterator[str]:
    """Ever simpler ways to write a letter: “ê” and a tone mark beside it, “ê”, “e”, “?”."""
    base, *marks = tuple(unicodedata.normalize("NFD", letter))
    if marks:
        composed = [unicodedata.normalize("NFC", base + mark) for mark in marks]
        # Windows-1258 has the tone marks by themselves, to stand after the letter.
        for index, each in enumerate(composed):
            yield each + "".join(marks[:index] + marks[index + 1 :])
        yield base + "".join(marks)
        yield from composed
        yield base
    if unicodedata.combining(letter):
        yield ""
    if "\N{BRAILLE PATTERN BLANK}" < letter <= "\N{BRAILLE PATTERN DOTS-12345678}":
        yield _PICTURE
    if "\ud800" <= letter <= "\udfff":
        # A byte of a file's name that is not UTF-8.
        yield "\N{REPLACEMENT CHARACTER}"
    yield _PLAIN.get(base, "?")
