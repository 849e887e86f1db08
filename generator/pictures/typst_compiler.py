"""The one place that calls Typst: files and values in, the bytes of a PDF or PNG out.

Values reach a template as `sys.inputs`, pictures as files in a temporary folder; nothing a
contributor writes is ever markup. Type is Be Vietnam Pro alone, and a document bears the day that
it is given, so the same values give the same bytes on every machine.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.theme.fonts import FOLDER

if TYPE_CHECKING:
    import typst

_NEVER = date(1970, 1, 1)
_REMEMBERED = 10
"""Documents that Typst's compiler makes before it lets go of a layout that none has needed."""


class TypstError(ValueError):
    """A template that can't be compiled, or whose words have no room.

    `message` is the template's own where it gave up, `diagnostic` says at which line.
    """

    def __init__(self, message: str, diagnostic: str) -> None:
        super().__init__(message, diagnostic)
        self.message = message
        self.diagnostic = diagnostic

    def __str__(self) -> str:
        return self.diagnostic


def pdf(
    files: Mapping[str, bytes],
    main: str,
    inputs: Mapping[str, str],
    standards: Sequence[str] = (),
    *,
    tagged: bool = True,
    day: date | None = None,
) -> bytes:
    """The PDF of the file `main`, dated that day. Raises TypstError.

    Without a day it is one that nobody should be shown: the first of 1970.
    """
    midnight = datetime.combine(day or _NEVER, time(), UTC)
    return _compiled(
        files,
        main,
        inputs,
        format="pdf",
        pdf_standards=[*standards],
        pdf_tags=tagged,
        timestamp=int(midnight.timestamp()),
    )


def png(files: Mapping[str, bytes], main: str, inputs: Mapping[str, str]) -> bytes:
    """The one page of the file `main` as PNG, a pixel for each point. Raises TypstError."""
    return _compiled(files, main, inputs, format="png", ppi=72.0)


def let_go() -> None:
    """Free what Typst remembers of documents made so far: it does so after ten more of them.

    Whoever makes one document after the other that have little in common gains nothing by it.
    """
    for _ in range(_REMEMBERED + 1):
        pdf({"empty.typ": b""}, "empty.typ", {})
    give_back()


def give_back() -> None:
    """Give the system the memory that is free; glibc keeps what lay between things that stay."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # other C libraries have no such call
            ctypes.CDLL(None).malloc_trim(0)


def _compiled(
    files: Mapping[str, bytes],
    main: str,
    inputs: Mapping[str, str],
    **options: Any,  # noqa: ANN401  # those of Typst
) -> bytes:
    import typst  # takes a while to load, which builds without anything to typeset can spare

    with tempfile.TemporaryDirectory(prefix="typst-") as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        try:
            found = _compiler().compile(
                input=Path(folder) / main,
                root=folder,
                sys_inputs=dict(inputs),
                **options,
            )
        except typst.TypstError as error:
            message = str(error)
            raise TypstError(message, getattr(error, "diagnostic", None) or message) from error
    if not isinstance(found, bytes):
        message = f"{main} gives no single document"
        raise TypstError(message, message)
    return found


_own = threading.local()


def _compiler() -> typst.Compiler:
    """One compiler per thread, which alone may use it; it keeps the fonts it has read.

    A worker has others beside it, one a core: more threads would only be in their way.
    """
    import multiprocessing  # as typst: what typesets nothing loads neither

    if multiprocessing.parent_process():
        os.environ.setdefault("RAYON_NUM_THREADS", "1")
    import typst

    if not hasattr(_own, "compiler"):
        family = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER]
        )
        _own.compiler = typst.Compiler(font_paths=family)
    found: typst.Compiler = _own.compiler
    return found
