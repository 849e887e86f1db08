"""Other processes of this machine: a pool of them, a map over them, one sent ahead.

What the library needs for them is loaded at the first: most commands have none.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    import multiprocessing
    from concurrent.futures import Executor
    from multiprocessing import connection

_WORTH_SPREADING = 3
"""So many calls are worth starting processes for."""

T = TypeVar("T")
R = TypeVar("R")


class SideProcess(Iterator[T]):
    """What `function` gives, one after another, found out by another process meanwhile.

    Where the system has no cheap processes, or where `alone` is asked for, each is found out when
    it is asked for. When a `with` block ends, nothing of it runs any more.
    """

    def __init__(self, function: Callable[[], Iterator[T]], *, alone: bool = False) -> None:
        self._function = function
        self._received = 0
        self._here: Iterator[T] | None = None
        self._child: multiprocessing.process.BaseProcess | None = None
        if alone or start_method() != "fork":
            return
        import multiprocessing

        self._receiver, sender = multiprocessing.Pipe(duplex=False)
        self._child = multiprocessing.get_context("fork").Process(
            target=_tell, args=(function, self._receiver, sender), daemon=True
        )
        with _interrupted_later():
            self._child.start()
        sender.close()

    def __next__(self) -> T:
        """Wait for the next answer. Raises what the function raises."""
        if self._child:
            try:
                number, found = self._receiver.recv()
            except (EOFError, OSError):
                number, found = None, None
            if number == self._received:
                self._received += 1
                answer: T = found
                return answer
            self._end()
        if self._here is None:
            self._here = islice(self._function(), self._received, None)
        return next(self._here)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child:
            self._child.terminate()
            self._end()

    def _end(self) -> None:
        if self._child:
            self._receiver.close()
            self._child.join()
            self._child = None


def _tell(
    function: Callable[[], Iterator[object]],
    receiver: connection.Connection,
    sender: connection.Connection,
) -> None:
    """A child's whole life: it does its work, whether or not the parent is there to hear.

    Until it ends it keeps the parent's open files, and with them the lock of a build.
    """
    from concurrent.futures import ThreadPoolExecutor

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    receiver.close()
    # A pipe holds little: the work goes on while the parent is not yet there to take an answer.
    with contextlib.suppress(Exception), ThreadPoolExecutor(1) as messenger:
        # Where it fails, the parent finds out by itself, and complains.
        for answer in enumerate(function()):
            messenger.submit(sender.send, answer)
    sender.close()


def spread(jobs: int) -> Callable[[Callable[[T], R], Sequence[T]], Iterable[R]]:
    """A `map` over so many processes; over none where there is little to do.

    What is found can be taken while the rest is still being looked for.
    """

    def over(function: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
        if jobs == 1 or len(things) < _WORTH_SPREADING:
            yield from map(function, things)
            return
        with pool(min(jobs, len(things))) as workers:
            yield from workers.map(function, things)

    return over


def shared_out(function: Callable[[T], R], things: Sequence[T], least: int) -> list[R]:
    """What any function gives for each; of many things other processes find out their share.

    Each has `least` of them or more. A worker, which has others beside it, does all by itself.
    """
    jobs = min(os.cpu_count() or 1, len(things) // least)
    if jobs < 2 or start_method() != "fork" or _is_worker():
        return [function(each) for each in things]
    edges = [len(things) * number // jobs for number in range(jobs + 1)]
    with contextlib.ExitStack() as opened:
        sides = [
            opened.enter_context(SideProcess(partial(_all_at_once, function, things[first:last])))
            for first, last in pairwise(edges[1:])
        ]
        found = [function(each) for each in things[: edges[1]]]
        for side in sides:
            found += next(side)
    return found


def _all_at_once(function: Callable[[T], R], things: Sequence[T]) -> Iterator[list[R]]:
    yield [function(each) for each in things]


def _is_worker() -> bool:
    """A worker was begun by that module, which others need not load to know."""
    module = sys.modules.get("multiprocessing")
    return module is not None and module.parent_process() is not None


class ProcessLostError(RuntimeError):
    """Another process has ended amid its work: somebody killed it, or the system for its memory."""


def pool(jobs: int) -> Executor:
    """An executor of so many processes."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context(start_method())
    gc.freeze()  # memory stays shared with forks only where no collector writes in it
    crew = ProcessPoolExecutor(jobs, mp_context=context, initializer=_serve)
    with _interrupted_later():
        crew.submit(int)  # forks are all made at the first task
    return crew


@contextlib.contextmanager
def _interrupted_later() -> Iterator[None]:
    """Ctrl-C waits while a process is forked.

    Python ignores what is raised in its own callbacks of a fork: a Ctrl-C that comes just then is
    printed as a traceback, and the work goes on.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def start_method() -> str:
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
    import multiprocessing
    from multiprocessing import connection

    parent = multiprocessing.parent_process()
    if parent:
        connection.wait([parent.sentinel])
        os._exit(1)
