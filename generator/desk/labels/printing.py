"""The verb `labels`: runs of labels, proven, entered in the ledger and written.

Everything is made and proven before anything is written; a run with an error leaves no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator import theme
from generator.addresses import ledger
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Rule, Severity
from generator.catalogue.problems.rules_brand import PICTURE_COARSE
from generator.catalogue.problems.rules_press import (
    LABEL_BARS_LEFT_OUT,
    LABEL_FACT_MISSING,
    LOT_UNLISTED,
    PRINT_OVERFLOW,
)
from generator.catalogue.saying import figure
from generator.desk.content import Content, load
from generator.desk.labels.for_sale import (
    printing_of,
    proven_only,
    repeats,
    run_for,
    tell_total,
    to_record,
)
from generator.desk.labels.handing_out import hand_out
from generator.desk.labels.label_job import LabelJob, LabelsOutcome
from generator.desk.labels.label_runs import (
    PrintedRun,
    Workshop,
    folder_of,
    off_the_sheet,
    with_lot,
)
from generator.desk.labels.packs import require_packs
from generator.desk.options import Order
from generator.desk.reporting import FAILED, FINE, Reporter
from generator.desk.versions import noted, noted_before
from generator.engine import locked
from generator.engine.kept_files import put
from generator.press import labels, wording
from generator.press.run import Run
from generator.press.typesetter import PressError

NO_STOCK_TAKES_BARS = {
    "larger_vi": "rút ngắn chữ, vì không giấy nào đủ chỗ cho cả hai",
    "larger_en": "shorten the words, for no stock has room for both",
}


def with_workshop(
    order: Order, reporter: Reporter, do: Callable[[Reporter, Workshop], LabelsOutcome]
) -> LabelsOutcome:
    """Read the project under its lock and let `do` work with it."""
    reporter = reporter.speaking(order.language or "vi")
    try:
        with locked(order.cache / "lock", reporter.waiting):
            content = load(order.root)
            if content.catalogue:
                reporter = reporter.speaking(order.language or content.catalogue.site.language)
            opened = _opened(order, content, reporter)
            if not isinstance(opened, Workshop):
                return opened
            outcome = do(reporter, opened)
            if outcome.status == FINE and outcome.files:
                noted(order.root, "ocop labels", reporter)
            return outcome
    except OSError as error:
        reporter.unwritable(error)
        return LabelsOutcome(FAILED)


def law_of(job: LabelJob) -> LabelsOutcome:
    """Say what the full labels of these products (or all that are no service) lack by law."""
    workshop = job.workshop
    products = job.products or tuple(
        each for each in workshop.catalogue.products if each.group != TOURISM_GROUP
    )
    findings, ready = list[Finding](), 0
    for product in products:
        found = [*workshop.findings(replace(job.run, product=product, design="label"))]
        ready += not any(each.rule.severity is Severity.ERROR for each in found)
        findings += found
    problems = job.told(findings)
    job.reporter.say(
        f"{ready}/{len(products)} sản phẩm đủ mục luật đòi trên nhãn hàng hóa.",
        f"{ready} of {len(products)} products have all that the law asks of a label.",
    )
    stopped = ready < len(products) or (job.order.strict and bool(problems))
    return LabelsOutcome(FAILED if stopped else FINE, problems)


def outline_of(job: LabelJob) -> LabelsOutcome:
    """Write the stock's test grid, for no product in particular. Raises click.BadParameter."""
    workshop, stock = job.workshop, job.run.stock
    for each in off_the_sheet(job.run, ""):
        said = "{found}; {stock}: {least} – {most}".format_map(each.values)
        raise click.BadParameter(said, param_hint="--offset")
    site = workshop.catalogue.site.name
    path = f"labels/outline/{stock.name}.pdf"
    pdf = labels.outline(
        workshop.templates, workshop.words, stock, job.run.offset, site, job.run.on
    )
    put(job.order.output, {path: pdf})
    where = job.order.output / path
    job.reporter.say(
        f"Khung thử của {stock.name}: {where}. In trên giấy thường, đúng 100 %.",
        f"Test grid of {stock.name}: {where}. Print it on plain paper at 100 %.",
    )
    return LabelsOutcome(FINE, files=(path,))


def _opened(order: Order, content: Content, reporter: Reporter) -> Workshop | LabelsOutcome:
    """The workshop; where the content or the theme is wrong, how it ended, which has been said."""
    if content.errors or content.catalogue is None:
        errors = tuple(p for p in content.problems if p.severity is Severity.ERROR)
        reporter.problems(errors)
        reporter.refused(content)
        return LabelsOutcome(FAILED, errors)
    try:
        return Workshop(content, order.ordered(content.catalogue), order)
    except theme.ThemeError as error:
        reporter.refuse(
            f"Không dùng được giao diện: {error.vi}", f"The theme can't be used: {error.en}"
        )
        return LabelsOutcome(FAILED)


def labels_of(job: LabelJob) -> LabelsOutcome:
    """Make what is asked for, or say why not."""
    require_packs(job)
    job = proven_only(job)
    done, problems, sound = list[PrintedRun](), list[Problem](), True
    for product in job.products:
        printed, told = _one(job, run_for(job, product))
        sound = sound and printed is not None
        done += [printed] if printed else []
        problems += told
    if not sound:
        job.reporter.refuse("Chưa ghi gì cả.", "Nothing was written.")
        return LabelsOutcome(FAILED, (*problems,))
    try:
        _keep(done, job)
    except ledger.LedgerError as error:
        job.reporter.refuse(str(error), str(error))
        return LabelsOutcome(FAILED, (*problems,))
    files = tuple(path for printed in done for path in printed.files)
    return LabelsOutcome(FINE, (*problems,), files)


def _one(job: LabelJob, asked: Run) -> tuple[PrintedRun | None, tuple[Problem, ...]]:
    """One product's run, made and proven; None where something stands against it.

    And every problem of it, which has been told.
    """
    workshop = job.workshop
    run, of_lot = with_lot(workshop.catalogue, asked)
    run = workshop.designed(run)
    found = [*of_lot, *workshop.findings(run)]
    if not any(each.rule.severity is Severity.ERROR for each in found):
        found += repeats(job, run, _printing(job, run))
    told = job.told(found)
    stopping = {each.rule for each in found if _stops(each.rule, run, job.order.strict)}
    if stopping:
        if asked.design is None and LABEL_FACT_MISSING in stopping:
            _offer_stamp(job, run)
        return None, told
    try:
        printed = workshop.print(run)
    except PressError as error:
        told = (*told, *job.told([error.finding]))
        if asked.design is None and error.rule == PRINT_OVERFLOW:
            _offer_stamp(job, run)
        return None, told
    left_out = job.told(_bars_left_out(workshop, printed))
    return None if left_out and job.order.strict else printed, (*told, *left_out)


def _offer_stamp(job: LabelJob, run: Run) -> None:
    """Say that a stamp would fit where a full label was meant and can't be made."""
    if run.design == "label" and job.workshop.has_room(replace(run, design="stamp")):
        job.reporter.say(
            f"{run.product.slug}: không ghi --design thì in “label”, nhãn hàng hóa. Chỉ cần tem "
            "truy xuất, không có các mục của nhãn hàng hóa, thì thêm --design stamp.",
            f"{run.product.slug}: without --design this is “label”, a full label. If a stamp will "
            "do, which lacks a full label's particulars, add --design stamp.",
        )


def _stops(rule: Rule, run: Run, strict: bool) -> bool:
    """Whether it stops the run: a trial goes ahead of what the label still lacks."""
    if rule.severity is Severity.WARNING:
        return strict
    return not (run.proof and rule in {LABEL_FACT_MISSING, LOT_UNLISTED, PICTURE_COARSE})


def _bars_left_out(workshop: Workshop, printed: PrintedRun) -> Iterator[Finding]:
    """Yield a warning where the label should have bars and has no room for them."""
    run = printed.run
    bars = wording.bars(run, workshop.words)
    if run.drawn_as.lawful and bars and not printed.sheets[0].code.bars:
        larger = workshop.larger(run, with_bars=True) or NO_STOCK_TAKES_BARS
        values = {"found": bars["digits"], **larger}
        yield Finding(run.product.source, ("gtin",), LABEL_BARS_LEFT_OUT, values)


def _keep(done: Sequence[PrintedRun], job: LabelJob) -> None:
    """Enter real runs in the ledger, then write all files: nothing is printed unrecorded.

    Nothing is said in between, for a message may fail.
    """
    order = job.order
    sold = [_printing(job, printed.run) for printed in done if not printed.run.proof]
    real = to_record(job, sold)
    if real:
        noted_before(order.root, "ocop labels", job.reporter)
    hand_out(order, real, [printed.files for printed in done])
    for printed in done:
        _tell(printed, order.output, job.reporter)
    for printing in real:
        tell_total(job, printing)
    if real:
        job.reporter.say(
            f"Đã ghi {len(real)} lượt in vào {order.content / ledger.NAME}.",
            f"Entered {len(real)} printings in {order.content / ledger.NAME}.",
        )


def _printing(job: LabelJob, run: Run) -> ledger.Printing:
    pack = f" {run.pack.net}" if run.pack else ""
    edition = labels.edition(job.workshop.catalogue, run, job.workshop.words)
    what = f"{run.design} {run.stock.name}{pack}"
    return printing_of(job, run, what, run.labels, edition)


def _tell(printed: PrintedRun, output: Path, reporter: Reporter) -> None:
    run, sheet = printed.run, printed.sheets[0]
    code = sheet.code
    folder = output / folder_of(run)
    reporter.say(
        f"{run.product.slug}: {sheet.labels} nhãn “{run.design}” trên {sheet.pages} trang "
        f"{run.stock.name}, đọc lại được {sheet.read}/{sheet.labels} mã → {code.address}",
        f"{run.product.slug}: {sheet.labels} labels “{run.design}” on {sheet.pages} pages of "
        f"{run.stock.name}, {sheet.read}/{sheet.labels} codes read back → {code.address}",
    )
    sizes = (
        *(code.module_mm, code.dots_per_module, code.quiet_zone_modules),
        sheet.smallest_letter_mm,
    )
    said = [figure(each, "vi") for each in sizes]
    reporter.say(
        f"  ô {said[0]} mm = {said[1]} chấm ở {sheet.dpi} dpi, mức {code.level}; viền trắng "
        f"{said[2]} ô; chữ nhỏ nhất {said[3]} mm → {folder}",
        f"  module {code.module_mm:g} mm = {code.dots_per_module:g} dots at {sheet.dpi} dpi, level "
        f"{code.level}; quiet zone {code.quiet_zone_modules:g} modules; "
        f"smallest letters {sheet.smallest_letter_mm:g} mm → {folder}",
    )
    if code.bars and not code.bars.full:
        share = f"{code.bars.height_share:.0%}"
        reporter.say(
            f"  mã vạch {code.bars.digits} cao {figure(code.bars.height_mm, 'vi')} mm, bằng "
            f"{share} chiều cao chuẩn: vẫn đọc được, nhưng ở quầy có thể phải xoay gói hàng",
            f"  bars {code.bars.digits} {code.bars.height_mm:g} mm high, {share} of the standard: "
            "they read, but the pack may have to be turned at the till",
        )
