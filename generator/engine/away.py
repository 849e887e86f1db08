"""Artifacts made by the workers of a Dask cluster, which may have no folder in common with us.

What takes long and needs nothing but its files is sent (`Artifact.anywhere`); pages, which take
less time than their way there, are made here. Files go through the cluster, or through a store that
all reach. A worker that dies is no fault: its load is sent to another.
"""

from __future__ import annotations

import secrets
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, count, groupby
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
_Load = list[tuple[int, Task]]
"""Tasks that are sent together, with their place among all."""
_TOGETHER = 8
"""Tasks of a load at most: many of them have no photo, and each worker is to have its share."""
_LOGGED = 1_000_000
"""Bytes: Dask's scheduler keeps the last 1,000 messages to each worker, but for larger ones."""
_MANY = 100 * _LOGGED
"""Less than this takes nobody's memory; each worker is rather to have its share."""
_MOST = 32
"""Tasks of a load that is joined of several."""
_AHEAD = 3
"""Loads under way for each thread of the cluster: memory stays bounded, and none is idle."""
_ASKED = 64
"""After so many loads the cluster is asked again how large it is."""
_RETRIES = 2
_KEPT = 256
"""Files that the cluster keeps for the loads to come, such as a theme's."""
_KILLED = Opened(error="its workers were killed, perhaps for want of memory")
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
        import dask.config
        from distributed import Client, as_completed

        try:
            client = Client(self.scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError(self.scheduler, str(error)) from error
        with client, dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 GB"}):
            client.wait_for_workers(1, timeout=_PATIENCE)
            loads = _loads(tasks)
            sender = _Sender(client, self, context, _shared(loads))
            waiting: Iterator[_Load] = iter(loads)
            under_way: dict[Future[list[Opened]], _Load] = {}
            done = as_completed(loop=client.loop)
            for number in count():
                if number % _ASKED == 0:
                    most = _AHEAD * max(1, sum(client.nthreads().values()))
                while len(under_way) < most and (load := next(waiting, None)):
                    future = sender.send(load)
                    under_way[future] = load
                    done.add(future)
                if not under_way:
                    return
                future = next(done)
                load = under_way.pop(future)
                found = self._heard(future)
                if not found and len(load) > 1:  # which of them it was is found out one by one
                    waiting = chain(([each] for each in load), waiting)
                    continue
                found = found or [_KILLED]
                for (index, _), what in zip(load, found, strict=True):
                    yield home(_result(index, what, tasks, context), tasks)

    def _heard(self, future: Future[list[Opened]]) -> list[Opened]:
        """What a worker answers, nothing where its load kills workers.

        Raises ClusterError where it can't open parcels at all.
        """
        from distributed.scheduler import KilledWorker

        try:
            found: list[Opened] = future.result()
        except KilledWorker:
            return []
        except OtherProgramError as error:
            raise ClusterError(self.scheduler, self.program[1], other_program=True) from error
        except Exception as error:  # whatever a worker says
            said = f"{type(error).__name__}: {error}"
            raise ClusterError(self.scheduler, said) from error
        return found


def _loads(tasks: Sequence[Task]) -> list[_Load]:
    """What is sent together: the tasks of one photo, so that it travels with them, and once.

    Where there are many photos, those of several, until they are more than Dask keeps a copy of.
    """
    order = sorted(enumerate(tasks), key=_first_file)
    loads = [
        each[start : start + _TOGETHER]
        for each in (list(group) for _, group in groupby(order, _first_file))
        for start in range(0, len(each), _TOGETHER)
    ]
    sizes = [_bytes_of(load) for load in loads]
    if sum(sizes) < _MANY:
        return loads
    joined: list[_Load] = [[]]
    gathered = 0
    for load, size in zip(loads, sizes, strict=True):
        joined[-1] += load
        gathered += size
        if gathered > _LOGGED or len(joined[-1]) >= _MOST:
            joined.append([])
            gathered = 0
    return [*filter(None, joined)]


def _bytes_of(load: _Load) -> int:
    """Bytes of the photo that its tasks have in common, which is the first file of each."""
    (_, task), *_ = load
    try:
        return sum(file.stat().st_size for file in task.artifact.files[:1])
    except OSError:
        return 0  # told where it is read


def _first_file(numbered: tuple[int, Task]) -> str:
    return str(numbered[1].artifact.files[:1])


def _shared(loads: Sequence[_Load]) -> Set[Path]:
    """Files that several loads need."""
    needs = Counter(
        file for load in loads for file in {f for _, task in load for f in task.artifact.files}
    )
    return {file for file, loads_of_it in needs.items() if loads_of_it > 1}


@dataclass(slots=True)
class _Sender:
    """Sends loads, with the files that they alone need, and before them the `shared` ones, once."""

    client: Client
    cluster: Cluster
    context: BuildContext
    shared: Set[Path]
    build: str = field(default_factory=lambda: secrets.token_hex(4))
    _sent: OrderedDict[str, Any] = field(default_factory=OrderedDict)
    _hashes: dict[Path, str] = field(default_factory=dict)
    _read: dict[str, bytes] = field(default_factory=dict)
    """What the load in hand has just been hashed by: that goes out, and nothing is read twice."""

    def send(self, load: _Load) -> Future[list[Opened]]:
        parcels, files = list[Parcel](), dict[str, Path]()
        for _, task in load:
            parcel, needed = packed(
                task.artifact, self.context.folders, self._hash_of, self.cluster.program
            )
            parcels.append(parcel)
            files |= needed
        store = self.cluster.store or ""
        bundled = set[str]() if store else {hash_ for each in parcels for hash_ in each.of_themes}
        given = {h: self._given(h, file) for h, file in files.items() if h not in bundled}
        bundle = self._bundle({h: files[h] for h in sorted(bundled)}) if bundled else {}
        self._read.clear()
        return self.client.submit(
            _open, parcels, given, bundle, store, pure=False, retries=_RETRIES
        )

    def _hash_of(self, file: Path) -> str:
        if file not in self._hashes:
            content = file.read_bytes()
            self._hashes[file] = digest(content)
            self._read[self._hashes[file]] = content
        return self._hashes[file]

    def _given(self, hash_: str, file: Path) -> Any:  # noqa: ANN401  # bytes, a Future, or None
        """The file, or what the cluster knows it by: None where it is to be asked of the store."""
        if hash_ in self._sent:
            self._sent.move_to_end(hash_)
            return self._sent[hash_]
        if self.cluster.store:
            try:
                store_at(self.cluster.store).put(hash_, file)
            except Exception as error:  # whatever the store's own library says
                said = f"{self.cluster.store}: {type(error).__name__}: {error}"
                raise ClusterError(self.cluster.scheduler, said) from error
            self._keep(hash_, None)
            return None
        content = self._content(hash_, file)
        return self._once(hash_, content) if file in self.shared else content

    def _bundle(self, files: Mapping[str, Path]) -> Any:  # noqa: ANN401  # a Future
        """The files of a theme, which many loads need, all of them: one thing to wait for."""
        name = digest("\n".join(files).encode())
        if name in self._sent:
            self._sent.move_to_end(name)
            return self._sent[name]
        return self._once(name, {hash_: self._content(hash_, files[hash_]) for hash_ in files})

    def _content(self, hash_: str, file: Path) -> bytes:
        return self._read.get(hash_) or file.read_bytes()

    def _once(self, name: str, content: object) -> Any:  # noqa: ANN401  # a Future
        # A task, not mere data: what dies with a worker comes again from the scheduler.
        key = f"file-{name}-{self.build}"
        return self._keep(name, self.client.submit(_same, content, key=key))

    def _keep(self, hash_: str, known_by: Any) -> Any:  # noqa: ANN401  # a Future, or None
        self._sent[hash_] = known_by
        if len(self._sent) > _KEPT:
            self._sent.popitem(last=False)
        return known_by


def _same(content: object) -> object:
    return content


def _open(
    parcels: Sequence[Parcel],
    given: Mapping[str, bytes | None],
    bundle: Mapping[str, bytes],
    store: str,
) -> list[Opened]:
    """A worker's part: the parcels' files are `given` or in the `bundle`, or else in the store."""

    def content(hash_: str) -> bytes:
        found = bundle[hash_] if hash_ in bundle else given[hash_]
        return _from_store(store, hash_) if found is None else found

    return [opened(parcel, content) for parcel in parcels]


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


def _result(index: int, what: Opened, tasks: Sequence[Task], context: BuildContext) -> Result:
    if not what.error:
        task = tasks[index]
        print_ = fingerprint(task.bases, task.artifact.values)
        return context.put(index, task, print_, what.contents)
    blamed = home_of(what.blamed, context.folders) if what.blamed else None
    return Result(index, error=what.error, rule=what.rule, blamed=blamed, finding=what.finding)
