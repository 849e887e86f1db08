"""Where `ocop brochure` makes what is asked for: all of it or, where one fails, none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator import theme
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.saying import figure
from generator.desk.content import Content, load
from generator.desk.options import Order
from generator.desk.photos import findings_of_broken
from generator.desk.reporting import FAILED, FINE, Reporter, VerbOutcome
from generator.desk.today import printing_day
from generator.engine import Folders, locked
from generator.engine.kept_files import check_room, put
from generator.pictures.imaging import PhotoError
from generator.press import brochures, left_out
from generator.press.lettered import lettered
from generator.press.pieces import Piece
from generator.press.selection import Selection, Stand
from generator.press.typesetter import PressError


@dataclass(frozen=True, slots=True)
class BrochureOutcome(VerbOutcome):
    """How `ocop brochure` ended; `files` are those it wrote, by path below output/."""

    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Press:
    """What print is made with: the project, read once under its lock, and its theme."""

    order: Order
    reporter: Reporter
    content: Content
    catalogue: Catalogue
    folders: theme.Folders

    def told(self, findings: Sequence[Finding]) -> tuple[Problem, ...]:
        """Tell an editor the findings; the problems that they are."""
        problems = self.content.placed(findings)
        self.reporter.problems(problems)
        return problems


def with_press(
    order: Order, reporter: Reporter, do: Callable[[Press], BrochureOutcome]
) -> BrochureOutcome:
    """Read the project under its lock and let `do` print from it."""
    reporter = reporter.speaking(order.language or "vi")
    try:
        with locked(order.cache / "lock", reporter.waiting):
            content = load(order.root, theme=order.theme)
            if content.catalogue:
                reporter = reporter.speaking(order.language or content.catalogue.site.language)
            if content.errors or content.catalogue is None:
                errors = tuple(p for p in content.problems if p.severity is Severity.ERROR)
                reporter.problems(errors)
                reporter.refused(content)
                return BrochureOutcome(FAILED, errors)
            catalogue = order.ordered(content.catalogue)
            folders = theme.chain(catalogue.site.theme, order.theme_roots)
            return do(Press(order, reporter, content, lettered(catalogue), folders))
    except theme.ThemeError as error:
        reporter.refuse(
            f"Không dùng được giao diện: {error.vi}", f"The theme can't be used: {error.en}"
        )
        return BrochureOutcome(FAILED)
    except OSError as error:
        reporter.unwritable(error)
        return BrochureOutcome(FAILED)


def print_all(press: Press, pieces: Sequence[Piece]) -> BrochureOutcome:
    """Make every piece, then write them all; where one can't be made, nothing is written."""
    day = printing_day()
    stand = Stand(press.content.pictures, not_held(press.catalogue, day))
    chosen = [(each, brochures.chosen_for(press.catalogue, each, stand)) for each in pieces]
    asked = [(each.format, each.subject, selection) for each, selection in chosen]
    problems = press.told([*left_out.findings(press.catalogue, asked, day)])
    if (press.order.strict and problems) or not any(each.shown for _, each in chosen):
        press.reporter.refuse("Chưa in gì cả.", "Nothing was printed.")
        return BrochureOutcome(FAILED, problems)
    files: dict[str, bytes] = {}
    with press.reporter.progress("Đang in", "Printing", len(chosen)) as advance:
        for piece, selection in chosen:
            if selection.shown:
                made, wrong = _made(press, piece, selection)
                problems += wrong
                files |= made
            advance(1)
    if any(each.severity is Severity.ERROR for each in problems):
        press.reporter.refuse("Chưa ghi gì cả.", "Nothing was written.")
        return BrochureOutcome(FAILED, problems)
    check_room(press.order.output, files)
    put(press.order.output, files)
    for path, content in files.items():
        said = f"{press.order.output / path}: {figure(len(content) / 1e6, 'en', 1)} MB"
        press.reporter.say(said, said)
    return BrochureOutcome(FINE, problems, (*files,))


def _made(
    press: Press, piece: Piece, selection: Selection
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a piece, or what stands against it, which has been told."""
    artifact = brochures.plan_one(press.catalogue, piece, selection, press.folders)
    try:
        made = artifact.make(artifact.values, Folders(press.order.content.resolve(), press.folders))
    except PressError as error:
        return {}, press.told([error.finding])
    except PhotoError as error:
        broken = {error.path: error.broken}
        return {}, press.told(findings_of_broken(broken, press.catalogue))
    return dict(zip(artifact.paths, made, strict=True)), ()
