"""Makes artifacts with several processes of this machine, or with what else runs tasks."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import groupby

from generator.engine.processes import pool, start_method
from generator.engine.workers import BuildContext, ExecutorFactory, Made, Result, Task, home

_BATCH = 48
"""Light artifacts that a worker gets at once."""


def make_together(
    tasks: Sequence[Task], context: BuildContext, jobs: int, executor: ExecutorFactory | None
) -> Iterator[Made]:
    """Do them all, yielding each as it is done, in no particular order."""
    if executor or start_method() != "fork":
        context.subject.write()
    with (executor or pool)(jobs) as crew:
        try:
            yield from _in_batches(tasks, context, crew, jobs)
        except BrokenProcessPool:
            lost = "a worker process was killed, perhaps for want of memory"
            yield Made(tasks[0].artifact, error=lost)
        except BaseException:
            import multiprocessing  # a check that has all it needs in the cache starts no process

            crew.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
            raise


def _in_batches(
    tasks: Sequence[Task], context: BuildContext, crew: Executor, jobs: int
) -> Iterator[Made]:
    """Keep the workers busy, with few batches under way at a time: memory stays bounded."""
    batches = _batches(tasks, jobs)
    under_way: set[Future[list[Result]]] = set()
    for batch in batches:
        under_way.add(crew.submit(_make_batch, context, [(index, tasks[index]) for index in batch]))
        if len(under_way) >= 3 * jobs:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            yield from (home(result, tasks) for each in done for result in each.result())
    while under_way:
        done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
        yield from (home(result, tasks) for each in done for result in each.result())


def _batches(tasks: Sequence[Task], jobs: int) -> Iterator[Sequence[int]]:
    """The longest artifacts one by one, then the others by the dozen, those of one source together.

    What is likely to be fresh counts as a moment.
    """
    costs = [0 if task.known else task.artifact.cost for task in tasks]
    costly = [index for index, cost in enumerate(costs) if cost]
    yield from ((index,) for index in sorted(costly, key=lambda index: -costs[index]))
    light = [index for index, cost in enumerate(costs) if not cost]
    light.sort(key=lambda index: tasks[index].artifact.source)
    size = max(1, min(_BATCH, len(light) // (4 * jobs)))
    batch: list[int] = []
    for _, group in groupby(light, key=lambda index: tasks[index].artifact.source):
        batch += group
        while len(batch) >= 2 * size:
            yield batch[:size]
            batch = batch[size:]
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def _make_batch(context: BuildContext, batch: Sequence[tuple[int, Task]]) -> list[Result]:
    os.umask(context.umask)
    return [context.make(index, task) for index, task in batch]
