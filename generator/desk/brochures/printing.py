"""Where `ocop brochure` makes what is asked for: all of it or, where one fails, none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from generator import theme
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.saying import figure
from generator.desk.brochures.proofs import PrintedEdition, edition_of, proof_of
from generator.desk.content import Content, load
from generator.desk.options import Order
from generator.desk.photos import findings_of_broken
from generator.desk.reporting import FAILED, FINE, Reporter, VerbOutcome
from generator.desk.today import printing_day
from generator.engine import Artifact, Folders, locked
from generator.engine.kept_files import check_room, put
from generator.pictures.imaging import PhotoError
from generator.press import brochures, edition_list, left_out
from generator.press.lettered import lettered
from generator.press.pieces import Piece
from generator.press.selection import Stand
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


def print_all(press: Press, pieces: Sequence[Piece], proof: bool) -> BrochureOutcome:
    """Make every piece, then write them all; where one can't be made, nothing is written.

    A `proof` is not entered in the list of editions, nor is a trial with a host of nobody's.
    """
    day = printing_day()
    stand = Stand(press.content.pictures, not_held(press.catalogue, day))
    chosen = [(each, brochures.chosen_for(press.catalogue, each, stand)) for each in pieces]
    asked = [(each.format, each.subject, selection) for each, selection in chosen]
    _, faults = edition_list.read(press.order.content)
    problems = press.told([*left_out.findings(press.catalogue, asked, day), *faults])
    shown = [(each, selection) for each, selection in chosen if selection.shown]
    if faults or (press.order.strict and problems) or not shown:
        press.reporter.refuse("Chưa in gì cả.", "Nothing was printed.")
        return BrochureOutcome(FAILED, problems)
    files: dict[str, bytes] = {}
    editions: list[PrintedEdition] = []
    with press.reporter.progress("Đang in", "Printing", len(shown)) as advance:
        for piece, selection in shown:
            artifact = brochures.plan_one(press.catalogue, piece, selection, press.folders)
            made, wrong = _made(press, piece, artifact, proof)
            problems += wrong
            files |= made
            if made and not proof:
                pdf = made[artifact.paths[0]]
                editions.append(edition_of(press.order, piece, artifact, pdf))
            advance(1)
    if any(each.severity is Severity.ERROR for each in problems):
        press.reporter.refuse("Chưa ghi gì cả.", "Nothing was written.")
        return BrochureOutcome(FAILED, problems)
    check_room(press.order.output, files)
    if not proof:
        _enter(press, editions, day)
    put(press.order.output, files)
    for path, content in files.items():
        said = f"{press.order.output / path}: {figure(len(content) / 1e6, 'en', 1)} MB"
        press.reporter.say(said, said)
    return BrochureOutcome(FINE, problems, (*files,))


def _enter(press: Press, editions: Sequence[PrintedEdition], day: date) -> None:
    """Enter what is printed now in the list of editions, before anybody has it."""
    if press.catalogue.site.placeholder_host:
        return
    count = edition_list.add(
        press.order.content, [(each.name, each.changed) for each in editions], day
    )
    if count:
        press.reporter.say(
            f"Đã ghi {count} bản in vào {edition_list.SOURCE}.",
            f"Entered {count} editions in {edition_list.SOURCE}.",
        )


def _made(
    press: Press, piece: Piece, artifact: Artifact, proof: bool
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a piece, or what stands against it, which has been told."""
    folders = Folders(press.order.content.resolve(), press.folders, press.order.cache.resolve())
    try:
        if proof:
            return proof_of(press.order, piece, artifact, folders), ()
        return dict(zip(artifact.paths, artifact.make(artifact.values, folders), strict=True)), ()
    except PressError as error:
        return {}, press.told([error.finding])
    except PhotoError as error:
        broken = {error.path: error.broken}
        return {}, press.told(findings_of_broken(broken, press.catalogue))
