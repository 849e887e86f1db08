"""Artifacts made by the workers of a Dask cluster, which may have no folder in common with us.

What takes long and needs nothing but its files is sent (`Artifact.anywhere`); pages, which take
less time than their way there, are made here. Files go through the cluster, or through a store that
all reach. A worker that dies is no fault: its parcel is sent to another.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.engine.cluster_error import ClusterError
from generator.engine.fingerprint import digest, fingerprint
from generator.engine.parcels import Opened, OtherProgramError, Parcel, home_of, opened, packed
from generator.engine.shared_store import store_at
from generator.engine.workers import BuildContext, Made, Result, Task, home

if TYPE_CHECKING:
    from distributed import Client, Future

_PATIENCE = 30
"""Seconds to wait for the scheduler's answer, and for a first worker."""
_AHEAD = 3
"""Parcels under way for each thread of the cluster: memory stays bounded, and none is idle."""
_ASKED = 64
"""After so many parcels the cluster is asked again how large it is."""
_RETRIES = 2
_KEPT = 32
"""Files that the cluster keeps for the parcels to come: a theme's, and the last photos."""
_SMALL = 256_000
"""Bytes of a file that a worker keeps when it has come through a store."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The cluster with that `scheduler`, and the URL of the `store` that its workers reach, if any.

    `program` is where the program's version is told, as `module:name`, and that version.
    """

    scheduler: str
    program: tuple[str, str]
    store: str | None = None

    def make(self, tasks: Sequence[Task], context: BuildContext) -> Iterator[Made]:
        """Do them all, yielding each as it is done, in no particular order.

        Raises ClusterError where the cluster is lost; what was made so far is in the next tree.
        """
        from concurrent.futures import CancelledError

        from distributed.comm.core import CommClosedError

        try:
            yield from self._made(tasks, context)
        except (CommClosedError, CancelledError, TimeoutError, ConnectionError) as error:
            raise ClusterError(self.scheduler, f"{type(error).__name__}: {error}") from error

    def _made(self, tasks: Sequence[Task], context: BuildContext) -> Iterator[Made]:
        from distributed import Client, as_completed

        try:
            client = Client(self.scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError(self.scheduler, str(error)) from error
        with client:
            client.wait_for_workers(1, timeout=_PATIENCE)
            sender = _Sender(client, self, context)
            # Those of one photo one after the other, while the cluster still has it.
            order = sorted(enumerate(tasks), key=lambda each: str(each[1].artifact.files[:1]))
            waiting = iter(order)
            under_way: dict[Future[Opened], tuple[int, str]] = {}
            done = as_completed(loop=client.loop)
            for number in count():
                if number % _ASKED == 0:
                    most = _AHEAD * max(1, sum(client.nthreads().values()))
                while len(under_way) < most and (found := next(waiting, None)):
                    index, task = found
                    future = sender.send(task)
                    under_way[future] = index, fingerprint(task.bases, task.artifact.values)
                    done.add(future)
                if not under_way:
                    return
                future = next(done)
                index, print_ = under_way.pop(future)
                what = self._heard(future)
                yield home(_result(index, print_, what, tasks, context), tasks)

    def _heard(self, future: Future[Opened]) -> Opened:
        """What a worker answers. Raises ClusterError where it can't open parcels at all."""
        from distributed.scheduler import KilledWorker

        try:
            found: Opened = future.result()
        except KilledWorker:
            return Opened(error="its workers were killed, perhaps for want of memory")
        except OtherProgramError as error:
            raise ClusterError(self.scheduler, self.program[1], other_program=True) from error
        except Exception as error:  # whatever a worker says
            said = f"{type(error).__name__}: {error}"
            raise ClusterError(self.scheduler, said) from error
        return found


@dataclass(slots=True)
class _Sender:
    """Sends parcels, and before them their files, each once."""

    client: Client
    cluster: Cluster
    context: BuildContext
    build: str = field(default_factory=lambda: secrets.token_hex(4))
    _sent: OrderedDict[str, Any] = field(default_factory=OrderedDict)
    _hashes: dict[Path, str] = field(default_factory=dict)
    _read: dict[str, bytes] = field(default_factory=dict)
    """What the parcel in hand has just been hashed by: that goes out, and nothing is read twice."""

    def send(self, task: Task) -> Future[Opened]:
        artifact, folders = task.artifact, self.context.folders
        parcel, files = packed(artifact, folders, self._hash_of, self.cluster.program)
        given = {hash_: self._file(hash_, file) for hash_, file in files.items()}
        self._read.clear()
        return self.client.submit(
            _open, parcel, given, self.cluster.store or "", pure=False, retries=_RETRIES
        )

    def _hash_of(self, file: Path) -> str:
        if file not in self._hashes:
            content = file.read_bytes()
            self._hashes[file] = digest(content)
            self._read[self._hashes[file]] = content
        return self._hashes[file]

    def _file(self, hash_: str, file: Path) -> Any:  # noqa: ANN401  # a Future, or None
        """What the cluster knows the file by: None where it has to be asked of the store."""
        if hash_ in self._sent:
            self._sent.move_to_end(hash_)
            return self._sent[hash_]
        if self.cluster.store:
            try:
                store_at(self.cluster.store).put(hash_, file)
            except Exception as error:  # whatever the store's own library says
                said = f"{self.cluster.store}: {type(error).__name__}: {error}"
                raise ClusterError(self.cluster.scheduler, said) from error
            self._sent[hash_] = None
        else:
            # A task, not mere data: what dies with a worker comes again from the scheduler.
            key = f"file-{hash_}-{self.build}"
            content = self._read.get(hash_) or file.read_bytes()
            self._sent[hash_] = self.client.submit(_same, content, key=key)
        found = self._sent[hash_]
        if len(self._sent) > _KEPT:
            self._sent.popitem(last=False)
        return found


def _same(content: bytes) -> bytes:
    return content


def _open(parcel: Parcel, given: Mapping[str, bytes | None], store: str) -> Opened:
    """A worker's part: the parcel's files are `given`, or else in the store."""

    def content(hash_: str) -> bytes:
        found = given[hash_]
        return _from_store(store, hash_) if found is None else found

    return opened(parcel, content)


_small: dict[str, bytes] = {}
"""Files of a worker that many parcels need, such as a theme's."""


def _from_store(url: str, hash_: str) -> bytes:
    found = _small.get(hash_)
    if found is None:
        found = store_at(url).get(hash_)
        if len(found) <= _SMALL:
            _small[hash_] = found
            if len(_small) > _KEPT:
                del _small[next(iter(_small))]
    return found


def _result(
    index: int, print_: str, what: Opened, tasks: Sequence[Task], context: BuildContext
) -> Result:
    if not what.error:
        return context.put(index, tasks[index], print_, what.contents)
    blamed = home_of(what.blamed, context.folders) if what.blamed else None
    return Result(index, error=what.error, rule=what.rule, blamed=blamed, finding=what.finding)
