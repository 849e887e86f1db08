"""Files of content/ that a verb changes: under the project's lock, and never into an error.

The new texts are checked with all the rest as `ocop check` does. Where they bring a new error, the
files are as they were before the verb returns.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Severity
from generator.catalogue.reading.files import read_bytes
from generator.desk.content import Content, load
from generator.desk.reporting import Reporter
from generator.desk.versions import noted, noted_before
from generator.engine.writing import write
from generator.plain_files import decoded, encoding_of

LARGEST = 4_000_000
"""Bytes of a table; a list of 50,000 lots has fewer."""


class AskedError(ValueError):
    """What was asked for is not there, or can't be understood; `args` say so in both languages."""


def new_errors(
    root: Path, before: Content, texts: Mapping[Path, str], command: str, reporter: Reporter
) -> tuple[Problem, ...]:
    """Write the files durably; the errors that they bring, with which nothing is written.

    What was there is noted as a version first, and what is there then, as of that command. Raises
    OSError.
    """
    noted_before(root, command, reporter)
    old = {path: path.read_bytes() if path.exists() else None for path in texts}
    ours = {path: encoded(text, old[path]) for path, text in texts.items()}
    try:
        for path, content in ours.items():
            write(path, content, durably=True)
        after = load(root)
    except BaseException:
        _put_back(old, ours)
        raise
    known = set(map(_same, before.problems))
    found = tuple(
        each
        for each in after.problems
        if each.severity is Severity.ERROR and _same(each) not in known
    )
    if found:
        _put_back(old, ours)
    else:
        noted(root, command, reporter)
    return found


def _same(problem: Problem) -> tuple[object, ...]:
    """What tells a problem from others, wherever it has moved and whatever is near by now."""
    values = tuple(each for each in problem.values if each[0] != "closest")
    return problem.path, problem.rule, values


def raw_text(path: Path, content: Path) -> str:
    """The file's text with its mark and line ends. Raises UnreadableError, UnicodeDecodeError."""
    found = read_bytes(path, content, LARGEST)
    mark = "\ufeff" if found.startswith(codecs.BOM_UTF8) else ""
    return mark + decoded(found)


def show_changes(reporter: Reporter, name: str, before: str, after: str) -> None:
    """Say which lines of a file go and which come."""
    lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    changed = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    reporter.raw("\n".join([name, *(f"  {line[0]} {line[1:]}" for line in changed)]))


def encoded(text: str, before: bytes | None) -> bytes:
    """The text in the encoding of what was there, UTF-8 for a new file."""
    if before is None or encoding_of(before) == "utf-8-sig":
        return text.encode()
    if before.startswith(codecs.BOM_UTF16_BE):
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    return text.encode(encoding_of(before))


def _put_back(old: Mapping[Path, bytes | None], ours: Mapping[Path, bytes]) -> None:
    """Undo what was written, but for what somebody has saved over it since."""
    for path, content in old.items():
        if not path.exists() or path.read_bytes() != ours[path]:
            continue
        if content is None:
            path.unlink(missing_ok=True)
        else:
            write(path, content, durably=True)
