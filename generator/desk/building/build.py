"""The verb `build`: nothing where nothing changed, else all that it takes."""

from __future__ import annotations

import shutil
import time

from generator.desk.building.garbage import without_collecting
from generator.desk.building.up_to_date import Inputs
from generator.desk.console import Desk
from generator.desk.options import Order
from generator.engine import (
    PublishedError,
    prepare,
)
from generator.engine.lock import locked

FINE, FAILED = 0, 1


def build(order: Order) -> int:
    """Build what the order asks for into its output folder, or say why not."""
    desk = Desk(order.language or "vi")
    try:
        with locked(order.cache / "lock", desk.waiting):
            return _build(order)
    except PublishedError as error:
        desk.half_written(error)
        return FAILED
    except OSError as error:
        desk.unwritable(error)
        return FAILED


def _build(order: Order) -> int:
    start = time.perf_counter()
    if order.clean:
        shutil.rmtree(order.output_cache, ignore_errors=True)
    inputs = Inputs.of(order)
    if summary := inputs.unchanged_summary():
        desk = Desk("en" if summary.language == "en" else "vi")
        desk.warnings(summary.warnings)
        desk.built(summary, order.output, time.perf_counter() - start)
        return FINE
    with prepare(order.output, order.output_cache, order.scopes, order.jobs) as survey:
        with without_collecting():
            # The whole program, which an unchanged build spares.
            from generator.desk.building.make import make

        settled = inputs.settled()
        made = make(order, inputs.content, survey)
    if made is None:
        return FAILED
    if settled:
        try:
            inputs.remember(made.summary, made.trees)
        except OSError as error:
            raise PublishedError.after(error) from error
    return FINE
