"""What verbs give and whom they speak to: outcomes are values, a Reporter tells an editor of them.

A verb prints nothing and ends no process. Whoever calls it passes a Reporter, which shows live what
is under way, and makes of the outcome's status what it likes; `ocop` makes its exit status of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.table import Table

    from generator.catalogue.languages import Language
    from generator.catalogue.problems.problem import Problem
    from generator.desk.building.summary import Summary
    from generator.desk.content import Content
    from generator.engine.engine import Outcome

FINE, FAILED, MISUSED, PARTLY = 0, 1, 2, 3
"""How a verb ended: all is done; problems or a failure; it was asked for what there is not; all is
done but for what has been named."""


@dataclass(frozen=True, slots=True)
class VerbOutcome:
    """How a verb ended, and every problem that it told."""

    status: int
    problems: tuple[Problem, ...] = ()


class Reporter(Protocol):
    """Tells an editor, in one language, what a verb has to say, as soon as it is said."""

    @property
    def language(self) -> Language:
        """The language that is spoken."""

    def speaking(self, language: Language) -> Reporter:
        """The reporter that speaks that language."""

    def say(self, vietnamese: str, english: str) -> None:
        """One line of news."""

    def problems(self, problems: Iterable[Problem]) -> None:
        """Every problem on a line of its own."""

    def refuse(self, vietnamese: str, english: str) -> None:
        """Say why nothing more is done."""

    def raw(self, text: str) -> None:
        """Text for another program, as it is."""

    def table(self, table: Table) -> None:
        """Rows for people."""

    def waiting(self) -> None:
        """Say that another build is under way."""

    def unwritable(self, error: OSError) -> None:
        """Say that a file or folder can't be read or written, and that nothing is lost."""

    def half_written(self, error: OSError) -> None:
        """Say the same when some of the output is new already."""

    def checked(self, content: Content) -> None:
        """Sum up a check."""

    def refused(self, content: Content) -> None:
        """Say that problems in the content stop the build."""

    def went_on(
        self, kept: tuple[str, ...], left_out: tuple[str, ...], photos: tuple[str, ...]
    ) -> None:
        """Say which broken files stand as last published, which not at all, and what lacks."""

    def would_lose(self, files: tuple[str, ...], pages: tuple[str, ...]) -> None:
        """Say that without these broken files published pages would go, so that nothing is made."""

    def failed(self, outcome: Outcome, output: Path) -> None:
        """Say what could not be made, and what goes out all the same."""

    def warnings(self, warnings: tuple[str, ...]) -> None:
        """The warnings of an earlier build that still holds."""

    def bundled(self, file: Path) -> None:
        """Tell of the zip of the whole site."""

    def built(self, summary: Summary, output: Path, seconds: float) -> None:
        """Sum up a build."""

    def progress(
        self, vietnamese: str, english: str, total: int
    ) -> AbstractContextManager[Callable[[int], None]]:
        """Count up to `total` while work is under way; gives a function that adds to the count."""
