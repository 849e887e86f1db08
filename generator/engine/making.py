"""Makes artifacts, here or in other processes, by how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.engine.workers import BuildContext, ExecutorFactory, Made, Task, home

_ALONE = 8
"""So few artifacts are made without starting workers."""


def make_all(
    tasks: Sequence[Task], context: BuildContext, jobs: int, executor: ExecutorFactory | None = None
) -> Iterator[Made]:
    """Do them all, yielding each as it is done, in no particular order."""
    if executor is None and (jobs == 1 or len(tasks) <= _ALONE):
        for index, task in enumerate(tasks):
            yield home(context.make(index, task), tasks)
        return
    # Other processes, which a small build can spare.
    from generator.engine.crew import make_together

    yield from make_together(tasks, context, jobs, executor)
