"""Files of content/ that a verb changes: under the project's lock, and never into an error.

The new texts are checked with all the rest as `ocop check` does. Where they bring a new error, or
a code that was handed out would open nothing, the files are as they were before the verb returns.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Severity
from generator.catalogue.problems.rules_printed import HANDED_OUT_HOST, HANDED_OUT_LOST
from generator.catalogue.reading.files import read_bytes
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.catalogue.reading.lot_table import LARGEST
from generator.catalogue.reading.table_editing import TableError
from generator.desk.building.lost_addresses import is_told_once, with_lost_addresses
from generator.desk.content import Content, load
from generator.desk.options import Order
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome
from generator.desk.versions import noted, noted_before
from generator.engine.writing import write
from generator.plain_files import decoded, encoding_of


class AskedError(ValueError):
    """What was asked for is not there, or can't be understood; `args` say so in both languages."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Texts for files of content/; `command` asks for them, `refusal` says that they can't be."""

    texts: Mapping[Path, str]
    command: str
    refusal: tuple[str, str]


def ended(
    reporter: Reporter, unreadable: tuple[str, str], work: Callable[[], VerbOutcome]
) -> VerbOutcome:
    """How a verb's work ends; where it can't be done, it has been said why.

    `unreadable` are the words for files that can't be read.
    """
    try:
        return work()
    except AskedError as error:
        reporter.refuse(*error.args)
        return VerbOutcome(MISUSED)
    except (TableError, UnreadableError, UnicodeDecodeError):
        reporter.refuse(*unreadable)
        return VerbOutcome(FAILED)
    except OSError as error:
        reporter.unwritable(error)
        return VerbOutcome(FAILED)


def write_checked(root: Path, before: Content, asked: Writing, reporter: Reporter) -> VerbOutcome:
    """Write the files durably, or say which errors they bring, with which nothing is written.

    What was there is noted as a version first, and what is there then, as of that command. What
    the change takes away from those who have an address is told at once. Raises OSError.
    """
    order = Order(root=root, output=root / "output")
    noted_before(root, asked.command, reporter)
    known = set(map(same, with_lost_addresses(order, before).problems))
    new = {real(path): text for path, text in asked.texts.items()}
    old = {path: path.read_bytes() if path.exists() else None for path in new}
    ours = {path: encoded(text, old[path]) for path, text in new.items()}
    try:
        for path, content in ours.items():
            write(path, content, durably=True)
        after = with_lost_addresses(order, load(root))
    except BaseException:
        _put_back(old, ours)
        raise
    found = [each for each in after.problems if same(each) not in known]
    wrong = tuple(each for each in found if _stops(each))
    if wrong:
        _put_back(old, ours)
        reporter.problems(wrong)
        reporter.refuse(*asked.refusal)
        return VerbOutcome(FAILED, wrong)
    noted(root, asked.command, reporter)
    lost = tuple(filter(is_loss, found))
    reporter.problems(lost)
    return VerbOutcome(FINE, lost)


def is_loss(problem: Problem) -> bool:
    """Whether a verb that brings it says so: an error, or an address that opens nothing more."""
    return is_told_once(problem) or _stops(problem)


def _stops(problem: Problem) -> bool:
    """Whether a change that brings it is refused: an error, or a code out there that opens none."""
    lost = problem.rule in (HANDED_OUT_HOST, HANDED_OUT_LOST)
    return lost or problem.severity is Severity.ERROR


def real(path: Path) -> Path:
    """Where the file is: a link stays one, and what it leads to is written.

    One that leads out of content/ is an error, and was never read.
    """
    return path.resolve() if path.is_symlink() else path


def same(problem: Problem) -> tuple[object, ...]:
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
