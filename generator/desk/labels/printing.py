"""The verb `labels`: runs of labels, proven, entered in the ledger and written.

Everything is made and proven before anything is written; a run with an error leaves no file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import theme
from generator.addresses import ledger
from generator.catalogue.model import Product
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.problems.problem import (
    Problem,
    Severity,
)
from generator.catalogue.problems.rules_press import (
    LABEL_BARS_LEFT_OUT,
    LABEL_FACT_MISSING,
    LOT_UNLISTED,
)
from generator.desk.console import Desk
from generator.desk.content import load
from generator.desk.labels.handing_out import hand_out
from generator.desk.labels.label_runs import (
    PrintedRun,
    Workshop,
    folder_of,
    with_lot,
)
from generator.desk.options import Order
from generator.engine import locked
from generator.engine.kept_files import put
from generator.press import labels, wording
from generator.press.run import Run
from generator.press.typesetter import PressError

FINE, FAILED = 0, 1


@dataclass(frozen=True, slots=True)
class LabelJob:
    """What a verb of `ocop labels` works with; `run` has all but the product and the lot's dates.

    The project has been read once, and the build's lock is held.
    """

    order: Order
    desk: Desk
    workshop: Workshop
    products: tuple[Product, ...]
    run: Run


def with_workshop(order: Order, do: Callable[[Desk, Workshop], int]) -> int:
    """Read the project under its lock and let `do` work with it; the exit status."""
    desk = Desk(order.language or "vi")
    try:
        with locked(order.cache / "lock", desk.waiting):
            desk, workshop = _opened(order)
            return FAILED if workshop is None else do(desk, workshop)
    except OSError as error:
        desk.unwritable(error)
        return FAILED


def law_of(job: LabelJob) -> int:
    """Say what the full labels of these products (or all that are no service) lack by law."""
    desk, workshop = job.desk, job.workshop
    products = job.products or tuple(
        each for each in workshop.catalogue.products if each.group != TOURISM_GROUP
    )
    problems, ready = [], 0
    for product in products:
        found = [*workshop.problems(replace(job.run, product=product, design="label"))]
        ready += not any(problem.severity is Severity.ERROR for problem in found)
        problems += found
    desk.problems(tuple(problems))
    desk.say(
        f"{ready}/{len(products)} sản phẩm đủ mục luật đòi trên nhãn hàng hóa.",
        f"{ready} of {len(products)} products have all that the law asks of a label.",
    )
    return FAILED if ready < len(products) or (job.order.strict and problems) else FINE


def outline_of(job: LabelJob) -> int:
    """Write the stock's test grid, for no product in particular."""
    desk, workshop, stock = job.desk, job.workshop, job.run.stock
    site = workshop.catalogue.site.name
    path = f"labels/outline/{stock.name}.pdf"
    pdf = labels.outline(workshop.templates, workshop.words, stock, job.run.offset, site)
    put(job.order.output, {path: pdf})
    where = job.order.output / path
    desk.say(
        f"Khung thử của {stock.name}: {where}. In trên giấy thường, đúng 100 %.",
        f"Test grid of {stock.name}: {where}. Print it on plain paper at 100 %.",
    )
    return FINE


def _opened(order: Order) -> tuple[Desk, Workshop | None]:
    """The desk and the workshop; None where the content or the theme is wrong, then said."""
    content = load(order.root)
    catalogue = content.catalogue
    desk = Desk(order.language or (catalogue.site.language if catalogue else "vi"))
    if content.errors or catalogue is None:
        desk.problems(tuple(p for p in content.problems if p.severity is Severity.ERROR))
        desk.refused(content)
        return desk, None
    try:
        return desk, Workshop(content, order.ordered(catalogue), order)
    except theme.ThemeError as error:
        desk.refuse(f"Không dùng được giao diện: {error}", f"The theme can't be used: {error}")
        return desk, None


def proven_only(job: LabelJob) -> LabelJob:
    """The job as a proof where its codes would not open this site's pages on sold packs."""
    desk, site, own = job.desk, job.workshop.catalogue.site, job.workshop.own_base_url
    if job.run.proof or not (site.placeholder_host or site.base_url != own):
        return job
    if site.placeholder_host:
        desk.say(
            f"{site.base_url} chỉ để thử, không ai quét tới được, nên đây là bản in thử và không "
            "ghi sổ. Muốn in thật, hãy đặt base_url thật trong content/site.yaml.",
            f"{site.base_url} is a placeholder that nobody can reach, so this is a proof and is "
            "not recorded. To print for sale, set the real base_url in content/site.yaml.",
        )
    else:
        desk.say(
            f"--base-url {site.base_url} khác với base_url trong content/site.yaml ({own}), nên "
            "đây là bản in thử và không ghi sổ. Muốn in thật, hãy bỏ --base-url.",
            f"--base-url {site.base_url} is not the base_url of content/site.yaml ({own}), so "
            "this is a proof and is not recorded. To print for sale, leave --base-url out.",
        )
    return replace(job, run=replace(job.run, proof=True))


def labels_of(job: LabelJob) -> int:
    """Make what is asked for, or say why not."""
    job = proven_only(job)
    desk, order, done, sound = job.desk, job.order, list[PrintedRun](), True
    for product in job.products:
        printed = _one(job.workshop, desk, replace(job.run, product=product), order.strict)
        sound = sound and printed is not None
        done += [printed] if printed else []
    if not sound:
        desk.refuse("Chưa ghi gì cả.", "Nothing was written.")
        return FAILED
    try:
        _keep(done, order, desk)
    except ledger.LedgerError as error:
        desk.refuse(str(error), str(error))
        return FAILED
    return FINE


def _one(workshop: Workshop, desk: Desk, asked: Run, strict: bool) -> PrintedRun | None:
    """One product's run, made and proven; None where something stands against it, then said."""
    run, of_lot = with_lot(workshop.catalogue, asked)
    run = workshop.designed(run)
    problems = (*of_lot, *workshop.problems(run))
    desk.problems(problems)
    if any(_stops(problem, run, strict) for problem in problems):
        return None
    try:
        printed = workshop.print(run)
    except PressError as error:
        desk.problems((error.problem,))
        return None
    if left_out := _bars_left_out(workshop, printed):
        desk.problems((left_out,))
        return None if strict else printed
    return printed


def _stops(problem: Problem, run: Run, strict: bool) -> bool:
    """Whether it stops the run: a trial goes ahead of what the label still lacks."""
    if problem.severity is Severity.WARNING:
        return strict
    return not (run.proof and problem.rule in {LABEL_FACT_MISSING, LOT_UNLISTED})


def _bars_left_out(workshop: Workshop, printed: PrintedRun) -> Problem | None:
    run = printed.run
    bars = wording.bars(run.product, workshop.words)
    if run.design != "label" or bars is None or printed.sheets[0].code.bars:
        return None
    at = (run.product.source, *workshop.content.positions.of(run.product.source, ("gtin",)))
    return Problem.of(*at, LABEL_BARS_LEFT_OUT, found=bars["digits"])


def _keep(done: Sequence[PrintedRun], order: Order, desk: Desk) -> None:
    """Enter real runs in the ledger, then write all files: nothing is printed unrecorded.

    Nothing is said in between, for a message may fail.
    """
    real = [printed for printed in done if not printed.run.proof]
    hand_out(order, [_entry(printed) for printed in real], [printed.files for printed in done])
    for printed in done:
        _tell(printed, order.output, desk)
    if real:
        desk.say(
            f"Đã ghi {len(real)} lượt in vào {order.content / ledger.NAME}.",
            f"Entered {len(real)} printings in {order.content / ledger.NAME}.",
        )


def _entry(printed: PrintedRun) -> ledger.Printing:
    run = printed.run
    address = printed.urls[0].rpartition("/21/")[0] if run.serials else printed.urls[0]
    return ledger.Printing(
        printed_on=run.on,
        address=address,
        product=run.product.slug,
        lot=run.lot,
        serials=f"{run.serials[0]}-{run.serials[1]}" if run.serials else None,
        quantity=run.labels,
        what=f"{run.design} {run.stock.name}",
    )


def _tell(printed: PrintedRun, output: Path, desk: Desk) -> None:
    run, sheet = printed.run, printed.sheets[0]
    code = sheet.code
    folder = output / folder_of(run)
    desk.say(
        f"{run.product.slug}: {sheet.labels} nhãn “{run.design}” trên {sheet.pages} trang "
        f"{run.stock.name}, đọc lại được {sheet.read}/{sheet.labels} mã → {code.address}",
        f"{run.product.slug}: {sheet.labels} labels “{run.design}” on {sheet.pages} pages of "
        f"{run.stock.name}, {sheet.read}/{sheet.labels} codes read back → {code.address}",
    )
    desk.say(
        f"  ô {code.module_mm:g} mm = {code.dots_per_module:g} chấm ở {sheet.dpi} dpi, mức "
        f"{code.level}; viền trắng {code.quiet_zone_modules:g} ô; tương phản {code.contrast:.0%}; "
        f"chữ nhỏ nhất {sheet.smallest_letter_mm:g} mm → {folder}",
        f"  module {code.module_mm:g} mm = {code.dots_per_module:g} dots at {sheet.dpi} dpi, level "
        f"{code.level}; quiet zone {code.quiet_zone_modules:g} modules; contrast "
        f"{code.contrast:.0%}; smallest letters {sheet.smallest_letter_mm:g} mm → {folder}",
    )
