"""Where `ocop brochure` makes what is asked for: all of it or, where one fails, none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from generator import theme
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.problems.rules_prepress import PHOTO_TOO_COARSE
from generator.catalogue.saying import figure
from generator.desk.brochures.preflight_words import measured
from generator.desk.brochures.proofs import PrintedEdition, edition_of, name_of, proof_of
from generator.desk.content import Content
from generator.desk.options import Order
from generator.desk.photos import findings_of_broken
from generator.desk.print_project import PrintOutcome, with_project
from generator.desk.reporting import FAILED, FINE, Reporter
from generator.desk.today import printing_day
from generator.engine import Artifact, Folders
from generator.engine.kept_files import put
from generator.pictures.imaging import PhotoError
from generator.press import brochures, edition_list, left_out, resolution
from generator.press.editions import Facts
from generator.press.lettered import lettered
from generator.press.pieces import Piece, chosen_for
from generator.press.selection import Stand
from generator.press.typesetter import PressError

_BOTH: tuple[Language, Language] = ("vi", "en")


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
    order: Order, reporter: Reporter, do: Callable[[Press], PrintOutcome]
) -> PrintOutcome:
    """Read the project under its lock and let `do` print from it."""

    def opened(heard: Reporter, content: Content, own: Catalogue) -> PrintOutcome:
        catalogue = order.ordered(own)
        folders = theme.chain(catalogue.site.theme, order.theme_roots)
        return do(Press(order, heard, content, lettered(catalogue), folders))

    return with_project(order, reporter, "ocop brochure", opened)


def print_all(press: Press, pieces: Sequence[Piece], proof: bool) -> PrintOutcome:
    """Make every piece, then write them all; where one can't be made, nothing is written.

    A `proof` is not entered in the list of editions, nor is a trial with a host of nobody's.
    """
    day = printing_day()
    stand = Stand(press.content.pictures, not_held(press.catalogue, day))
    chosen = [(each, chosen_for(press.catalogue, each, stand)) for each in pieces]
    before, faults = edition_list.read(press.order.content)
    coarse = [*resolution.findings(chosen)]
    told = [*left_out.findings_of_asked(press.catalogue, chosen), *faults, *coarse]
    problems = press.told(told)
    too_coarse = any(each.rule is PHOTO_TOO_COARSE for each in coarse)
    shown = [(each, selection) for each, selection in chosen if selection.shown]
    if faults or too_coarse or (press.order.strict and problems) or not shown:
        press.reporter.refuse("Chưa in gì cả.", "Nothing was printed.")
        return PrintOutcome(FAILED, problems)
    files: dict[str, bytes] = {}
    editions: list[PrintedEdition] = []
    failed: list[str] = []
    with press.reporter.progress("Đang in", "Printing", len(shown)) as advance:
        for piece, selection in shown:
            artifact = brochures.plan_one(press.catalogue, piece, selection, press.folders)
            facts = before.get(name_of(artifact), {})
            made, wrong = _made(press, piece, artifact, facts if proof else None)
            problems += wrong
            files |= made
            if not made:
                failed.append(piece.format.key)
            elif not proof:
                editions.append(edition_of(piece, artifact, facts, made[artifact.paths[0]]))
            advance(1)
    if any(each.severity is Severity.ERROR for each in problems):
        press.reporter.refuse(*_nothing_for([each.format.key for each, _ in shown], failed))
        return PrintOutcome(FAILED, problems)
    put(press.order.output, files)
    for path, content in files.items():
        if path.endswith(brochures.PROOF):
            press.reporter.say(*measured(content))
        else:
            press.reporter.say(
                *(f"{press.order.output / path}: {_big(content, it)}" for it in _BOTH)
            )
    for piece, selection in shown:
        _tell_of_booklet(press, piece, len(selection.shown))
    if not proof:
        _enter(press, editions, day)
    return PrintOutcome(FINE, problems, (*files,))


def _tell_of_booklet(press: Press, piece: Piece, products: int) -> None:
    """Say that a book is too thick to be folded, where it would be folded otherwise."""
    key = piece.format.key
    if brochures.has_booklet(piece.format, 0) and not brochures.has_booklet(piece.format, products):
        press.reporter.say(
            f"{key}: {products} sản phẩm, quá dày để gập và ghim giữa, nên không có bản gập.",
            f"{key}: {products} products are too thick to fold and staple, so no booklet.",
        )


def _nothing_for(wanted: Sequence[str], failed: Sequence[str]) -> tuple[str, str]:
    """Nothing was written; and what would print by itself."""
    names = ", ".join(dict.fromkeys(failed))
    rest = " ".join(each for each in dict.fromkeys(wanted) if each not in failed)
    if not rest:
        return "Chưa ghi gì cả.", "Nothing was written."
    return (
        f"Chưa ghi gì cả, vì {names} chưa in được. Những thứ còn lại in riêng được: {rest}.",
        f"Nothing was written, for {names} can't be printed yet. By themselves these can: {rest}.",
    )


def _big(content: bytes, language: Language) -> str:
    """“4,8 MB”, “61 kB”."""
    size = len(content)
    return f"{figure(size / 1e6, language, 1)} MB" if size >= 1e6 else f"{max(1, size // 1000)} kB"


def _enter(press: Press, editions: Sequence[PrintedEdition], day: date) -> None:
    """Enter what was printed in the list of editions.

    Files come first: where a run ends in between, the next proof shows too much, not too little.
    """
    if press.catalogue.site.placeholder_host:
        host = press.catalogue.site.base_url
        press.reporter.say(
            f"Địa chỉ {host} chỉ để thử, nên lần in này không vào sổ bản in "
            f"({edition_list.SOURCE}): --proof chưa so với nó được.",
            f"{host} is a placeholder, so this printing isn't entered in the list of editions "
            f"({edition_list.SOURCE}): --proof can't compare with it.",
        )
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
    press: Press, piece: Piece, artifact: Artifact, before: Facts | None
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a piece, or what stands against it, which has been told.

    Those of a proof, where it is given what the last edition stated `before`.
    """
    folders = Folders(press.order.content.resolve(), press.folders, press.order.cache.resolve())
    try:
        if before is not None:
            return proof_of(piece, artifact, before, folders), ()
        return dict(zip(artifact.paths, artifact.make(artifact.values, folders), strict=True)), ()
    except PressError as error:
        return {}, press.told([error.finding])
    except PhotoError as error:
        broken = {error.path: error.broken}
        return {}, press.told(findings_of_broken(broken, press.catalogue))
