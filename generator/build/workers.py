"""Makes artifacts into a staging folder, in this process or in several.

The subject that artifacts derive their values from reaches a worker without being sent with each
task: a forked worker has it already, any other reads it once from a file.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import groupby
from multiprocessing import connection
from pathlib import Path
from typing import Any, TypeVar

from generator.build.artifact import Artifact, Folders
from generator.build.fingerprint import digest, fingerprint

_BATCH = 48
"""Light artifacts that a worker gets at once."""
_ALONE = 8
"""So few artifacts are made without starting workers."""

_WORTH_SPREADING = 3
"""So many calls are worth starting processes for."""

T = TypeVar("T")
R = TypeVar("R")
ExecutorFactory = Callable[[int], Executor]
"""Gives a `concurrent.futures` executor with so many workers."""


@dataclass(frozen=True, slots=True)
class Task:
    """An artifact to make unless its fingerprint is `known`; `grounds` as `fingerprint` wants.

    `needs` is for the manifest: the hash of its grounds and of all that its values may come from.
    """

    artifact: Artifact
    grounds: str
    known: str | None = None
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one artifact: a hash per path (none if it was fresh), or the error."""

    artifact: Artifact
    fingerprint: str = ""
    needs: str = ""
    digests: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A `Made` on its way home: `index` stands for the artifact."""

    index: int
    fingerprint: str
    digests: tuple[str, ...]
    error: str | None


class Subject:
    """What artifacts derive their values from; it travels as the name of a file."""

    _here: dict[str, Any] = {}  # noqa: RUF012  # one for all: that is its point

    def __init__(self, value: object, file: Path) -> None:
        self.file = file
        self.name = f"{file}:{os.getpid()}:{id(self)}"
        self._here[self.name] = value

    def value(self) -> Any:  # noqa: ANN401  # whatever the build is about
        """The subject itself, read from its file at the first call in a foreign process."""
        if self.name not in self._here:
            self._here.clear()
            self._here[self.name] = pickle.loads(self.file.read_bytes())  # noqa: S301  # written below
        return self._here[self.name]

    def write(self) -> None:
        """Write the file, for workers that are no forks of this process."""
        self.file.write_bytes(pickle.dumps(self.value(), pickle.HIGHEST_PROTOCOL))

    def forget(self) -> None:
        """Let the subject go."""
        self._here.pop(self.name, None)
        self.file.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Shop:
    """What all tasks of a build share."""

    folders: Folders
    staging: Path
    subject: Subject

    def make(self, index: int, task: Task) -> Result:
        """Make one artifact into the staging folder; any exception becomes its error."""
        artifact = task.artifact
        try:
            values = artifact.values_from(self.subject.value())
            print_ = fingerprint(task.grounds, values)
            if print_ == task.known:
                return Result(index, print_, (), None)
            contents = artifact.make(values, self.folders)
            hashed = self._write_all(artifact.paths, contents)
        except Exception as error:  # one failing artifact must let the others finish
            return Result(index, "", (), f"{type(error).__name__}: {error}")
        return Result(index, print_, hashed, None)

    def _write_all(self, paths: Sequence[str], contents: Sequence[bytes]) -> tuple[str, ...]:
        """The files' hashes; bytes that stand at several paths are hashed once and linked."""
        first: dict[int, tuple[str, str]] = {}
        hashes = []
        for path, content in zip(paths, contents, strict=True):
            known = first.get(id(content))
            if known is None or not self._link(known[0], path):
                self._write(path, content)
            first.setdefault(id(content), (path, known[1] if known else digest(content)))
            hashes.append(first[id(content)][1])
        return tuple(hashes)

    def _link(self, first: str, path: str) -> bool:
        target = self.staging / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(self.staging / first, target)
        except OSError:
            return False
        return True

    def _write(self, path: str, content: bytes) -> None:
        target = self.staging / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def make_all(
    tasks: Sequence[Task], shop: Shop, jobs: int, executor: ExecutorFactory | None = None
) -> Iterator[Made]:
    """Do them all, yielding each as it is done, in no particular order."""
    if executor is None and (jobs == 1 or len(tasks) <= _ALONE):
        for index, task in enumerate(tasks):
            yield _home(shop.make(index, task), tasks)
        return
    if executor or _start_method() != "fork":
        shop.subject.write()
    with (executor or _processes)(jobs) as pool:
        try:
            yield from _in_batches(tasks, shop, pool, jobs)
        except BrokenProcessPool:
            lost = "a worker process was killed, perhaps for want of memory"
            yield Made(tasks[0].artifact, error=lost)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
            raise


def _in_batches(tasks: Sequence[Task], shop: Shop, pool: Executor, jobs: int) -> Iterator[Made]:
    """Keep the workers busy, with few batches under way at a time: memory stays bounded."""
    batches = _batches(tasks, jobs)
    under_way: set[Future[list[Result]]] = set()
    for batch in batches:
        under_way.add(pool.submit(_make_batch, shop, [(index, tasks[index]) for index in batch]))
        if len(under_way) >= 3 * jobs:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            yield from (_home(result, tasks) for each in done for result in each.result())
    while under_way:
        done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
        yield from (_home(result, tasks) for each in done for result in each.result())


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


def _make_batch(shop: Shop, batch: Sequence[tuple[int, Task]]) -> list[Result]:
    return [shop.make(index, task) for index, task in batch]


def _home(result: Result, tasks: Sequence[Task]) -> Made:
    task = tasks[result.index]
    return Made(task.artifact, result.fingerprint, task.needs, result.digests, result.error)


def ahead(function: Callable[[], R]) -> Callable[[], R]:
    """Have another process find something out, and get what it found by calling the result.

    Where the system has no cheap processes, it is found out at that call, in this one.
    """
    if _start_method() != "fork":
        return function
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(
        target=_tell, args=(function, receiver, sender), daemon=True
    )
    child.start()
    sender.close()

    def answer() -> R:
        try:
            found: R = receiver.recv()
        except (EOFError, OSError):
            return function()
        finally:
            receiver.close()
            child.join()
        return found

    return answer


def _tell(
    function: Callable[[], object], receiver: connection.Connection, sender: connection.Connection
) -> None:
    """A child's whole life; whatever happens to the parent, the pipe ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    receiver.close()
    with contextlib.suppress(Exception):  # the parent then finds out by itself, and complains
        sender.send(function())
    sender.close()


def spread(jobs: int) -> Callable[[Callable[[T], R], Sequence[T]], Iterable[R]]:
    """A `map` over so many processes; over none where there is little to do."""

    def over(function: Callable[[T], R], things: Sequence[T]) -> Iterable[R]:
        if jobs == 1 or len(things) < _WORTH_SPREADING:
            return map(function, things)
        with _processes(min(jobs, len(things))) as pool:
            return [*pool.map(function, things)]

    return over


def _processes(jobs: int) -> Executor:
    context = multiprocessing.get_context(_start_method())
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_serve)


def _start_method() -> str:
    """Forks share the subject's memory; they are safe while no other thread runs here.

    Libraries start threads that Python does not count, so the system is asked.
    """
    if sys.platform != "linux":
        return "spawn"
    return "fork" if len(os.listdir("/proc/self/task")) == 1 else "forkserver"  # noqa: PTH208


def _serve() -> None:
    """Begin a worker's life: Ctrl-C is for the parent, and when the parent ends, so does this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)
