"""`ocop labels --design code` without a stock: the code alone, for whoever designs the pack."""

from __future__ import annotations

from collections.abc import Mapping

from generator.addresses import ledger
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rule import Severity
from generator.catalogue.problems.rules_press import LOT_UNLISTED
from generator.desk.labels.for_sale import printing_of, proven_only, repeats, run_for, to_record
from generator.desk.labels.handing_out import hand_out
from generator.desk.labels.label_job import LabelJob, LabelsOutcome
from generator.desk.labels.label_runs import (
    Workshop,
    with_lot,
)
from generator.desk.reporting import FAILED, FINE
from generator.press import artwork
from generator.press.artwork import Scale
from generator.press.run import Run
from generator.press.typesetter import PressError

__all__ = ["Scale", "artwork_of"]

ARTWORK = "artwork"
"""What the ledger calls it."""


def artwork_of(job: LabelJob, scale: Scale) -> LabelsOutcome:
    """Make the files of every product asked for, or say why not."""
    job = proven_only(job)
    workshop = job.workshop
    made: list[tuple[Run, str, dict[str, bytes]]] = []
    problems, sound = list[Problem](), True
    for product in job.products:
        run, of_lot = with_lot(workshop.catalogue, run_for(job, product))
        found = [f for f in (*of_lot, *workshop.findings(run)) if f.rule != LOT_UNLISTED]
        wrong = any(each.rule.severity is Severity.ERROR for each in found)
        if not wrong:
            found += repeats(job, run, printing_of(job, run, ARTWORK, 1))
        problems += job.told(found)
        if wrong:
            sound = False
            continue
        url = run.urls(workshop.catalogue.site.base_url)[0]
        try:
            made.append((run, url, _files(workshop, run, url, scale)))
        except PressError as error:
            problems += job.told([error.finding])
            sound = False
    if not sound:
        job.reporter.refuse("Chưa ghi gì cả.", "Nothing was written.")
        return LabelsOutcome(FAILED, (*problems,))
    try:
        _keep(made, job)
    except ledger.LedgerError as error:
        job.reporter.refuse(str(error), str(error))
        return LabelsOutcome(FAILED, (*problems,))
    written = tuple(path for run, _, files in made for path in _placed(run, files))
    return LabelsOutcome(FINE, (*problems,), written)


def _files(workshop: Workshop, run: Run, url: str, scale: Scale) -> dict[str, bytes]:
    said = {
        "name": run.product.wording("vi").name,
        "source": run.product.source,
        "site": workshop.catalogue.site.name,
        "day": run.on.isoformat(),
    }
    return artwork.make(workshop.templates, workshop.words, said, url, run.level or "M", scale)


def _keep(made: list[tuple[Run, str, dict[str, bytes]]], job: LabelJob) -> None:
    order = job.order
    sold = [printing_of(job, run, ARTWORK, 1) for run, _, _ in made if not run.proof]
    hand_out(order, to_record(job, sold), [_placed(run, files) for run, _, files in made])
    for run, url, files in made:
        where = order.output / _folder_of(run)
        job.reporter.say(
            f"{run.product.slug}: {len(files)} tệp cho người thiết kế → {where} ({url})",
            f"{run.product.slug}: {len(files)} files for the designer → {where} ({url})",
        )


def _placed(run: Run, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{_folder_of(run)}/{name}": content for name, content in files.items()}


def _folder_of(run: Run) -> str:
    lot = f"{run.lot}/" if run.lot else ""
    return f"labels/{run.product.slug}/{lot}artwork{'-proof' if run.proof else ''}"
