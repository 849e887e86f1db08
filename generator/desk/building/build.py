"""The verb `build`: nothing where nothing changed, else all that it takes."""

from __future__ import annotations

import shutil
import time

from generator.desk.building.build_outcome import BuildOutcome
from generator.desk.building.build_record import recorded, remember
from generator.desk.building.garbage import without_collecting
from generator.desk.building.summary import Summary
from generator.desk.building.up_to_date import EditedError, Inputs
from generator.desk.options import FIRST, Order
from generator.desk.reporting import FAILED, FINE, Reporter
from generator.desk.versions import noted
from generator.engine import (
    PublishedError,
)
from generator.engine.cluster_error import ClusterError
from generator.engine.lock import locked


def build(order: Order, reporter: Reporter) -> BuildOutcome:
    """Build what the order asks for into its output folder, or say why not."""
    reporter = reporter.speaking(order.language or "vi")
    try:
        with locked(order.cache / "lock", reporter.waiting):
            outcome = _build(order, reporter)
            if order.bundle and outcome.status != FAILED:
                from generator.desk.building.bundle import bundle  # and all models

                reporter.bundled(bundle(order.output))
            return outcome
    except PublishedError as error:
        reporter.half_written(error)
    except OSError as error:
        reporter.unwritable(error)
    except ClusterError as error:
        reporter.refuse(*_of_the_cluster(error))
    return BuildOutcome(FAILED)


def _of_the_cluster(error: ClusterError) -> tuple[str, str]:
    """Why the cluster made nothing, in Vietnamese and English."""
    at = error.scheduler
    if error.other_program:
        return (
            f"Cụm máy {at} có máy chạy bản khác của chương trình, nên có thể làm ra kết quả khác. "
            "Hãy cài cùng một bản ở mọi máy. Kết quả cũ còn nguyên.",
            f"The cluster {at} has a machine with another version of the program, which might make "
            "something else. Install the same everywhere. The old output stands.",
        )
    return (
        f"Cụm máy {at} không làm được việc: {error.reason}. Hãy xem scheduler và worker còn chạy "
        "không, rồi làm lại, hoặc bỏ --executor để làm ở máy này. Kết quả cũ còn nguyên.",
        f"The cluster {at} can't do its part: {error.reason}. See whether scheduler and workers "
        "run and build again, or leave out --executor to build here. The old output stands.",
    )


def _build(order: Order, reporter: Reporter) -> BuildOutcome:
    if order.clean:
        shutil.rmtree(order.output_cache, ignore_errors=True)
    try:
        return _attempt(order, reporter)
    except EditedError as edited:
        reporter.say(
            f"{edited.path} vừa được sửa trong lúc làm: làm lại từ đầu …",
            f"{edited.path} was edited meanwhile: starting over …",
        )
    try:
        return _attempt(order, reporter)
    except EditedError as edited:
        reporter.refuse(
            f"{edited.path} vẫn đang được sửa. Sửa xong hãy chạy lại; kết quả cũ còn nguyên.",
            f"{edited.path} is still being edited. Run again when done; the old output stands.",
        )
        return BuildOutcome(FAILED)


def _attempt(order: Order, reporter: Reporter) -> BuildOutcome:
    """One try, in which nothing is published unless content/ stays as it is. Raises EditedError."""
    start = time.perf_counter()
    inputs = Inputs.of(order)
    if (summary := inputs.unchanged_summary()) and (FIRST not in order.scopes or recorded(order)):
        reporter = _as_it_speaks(reporter, summary)
        reporter.warnings(summary.warnings)
        reporter.built(summary, order.output, time.perf_counter() - start)
        noted(order.root, "ocop build", reporter, inputs.content)
        return BuildOutcome(FINE, summary=summary)
    from generator.engine.survey import prepare

    with prepare(order.output, order.output_cache, order.scopes, order.jobs) as survey:
        with without_collecting():
            # The whole program, which an unchanged build spares.
            from generator.desk.building.going_on import last_published
            from generator.desk.building.lost_addresses import is_told_once
            from generator.desk.building.make import make
            from generator.desk.building.published_pages import PublishedPages

        settled = inputs.settled()
        try:
            outcome = make(order, inputs, survey, reporter)
        except PublishedError:
            raise
        except OSError:
            inputs.still()  # a file that was moved meanwhile can't be read
            raise
    try:
        if outcome.published:
            last_published(order).remember(order.content, inputs.content, outcome.behind)
        if outcome.pages:
            # While files were broken nobody was told what is gone.
            before = PublishedPages.last(order) if outcome.behind else PublishedPages()
            outcome.pages.with_gone(before).remember(order)
        if outcome.site:
            remember(order, inputs.content, outcome.site)
        if outcome.summary and settled and not any(map(is_told_once, outcome.problems)):
            inputs.remember(outcome.summary, outcome.trees)
    except OSError as error:
        raise PublishedError.after(error) from error
    if outcome.status == FINE and outcome.summary:
        noted(order.root, "ocop build", _as_it_speaks(reporter, outcome.summary))
    return outcome


def _as_it_speaks(reporter: Reporter, summary: Summary) -> Reporter:
    return reporter.speaking("en" if summary.language == "en" else "vi")
