"""A cluster's workers make what can be made anywhere: the same bytes, and nothing half done."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click import UsageError
from distributed import LocalCluster
from made_once import anew
from small_project import change, ended, everything, photo, project, run

from generator.desk.building.build import build
from generator.desk.console import Desk
from generator.desk.options import Order
from generator.desk.version import program_version
from generator.engine import away
from generator.engine.artifact import Artifact, Folders
from generator.engine.away import Cluster
from generator.engine.fingerprint import digest
from generator.engine.parcels import home_of, opened, packed
from generator.engine.shared_store import SharedStore
from generator.engine.workers import Task
from generator.pictures import photos

PROGRAM = ("generator.desk.version:program_version", program_version())


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler with two worker processes."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as found:
        yield found.scheduler_address


def pictured(root: Path) -> Path:
    """A project with several photos, so that there is something to send."""
    project(root)
    for colour in ("teal", "olive", "navy", "maroon"):
        photo(root, f"{colour}.jpg", colour)
        change(
            root,
            "content/products/kho-ca.md",
            "photos:",
            f"photos:\n  - file: {colour}.jpg\n    alt: Ảnh {colour}",
        )
    return root


def ordered(root: Path, scheduler: str, store: str | None = None) -> Order:
    cluster = Cluster(scheduler, PROGRAM, store)
    return Order(root, root / "output", only="site", jobs=1, cluster=cluster)


def at_home(root: Path) -> dict[str, bytes]:
    assert ended(Order(root, root / "here", only="site", jobs=1)) == 0
    return everything(root / "here")


@pytest.mark.parametrize("stored", [False, True])
def test_a_cluster_makes_the_same_bytes_and_gets_each_file_once(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch, stored: bool
) -> None:
    root, sent = pictured(tmp_path / "a"), list[str]()
    put = SharedStore.put
    monkeypatch.setattr(SharedStore, "put", lambda *given: put(*given) and sent.append(given[1]))
    store = (tmp_path / "kho").as_uri() if stored else None

    with anew():
        assert ended(ordered(root, scheduler, store)) == 0

    assert everything(root / "output") == at_home(root)
    kept = [each.name for each in (tmp_path / "kho").rglob("*") if each.is_file()]
    assert sorted(sent) == sorted(kept)
    assert len({*sent}) == len(sent)
    assert bool(sent) is stored


def test_a_theme_goes_out_once_and_a_photo_with_all_that_is_made_of_it(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, once, loads = pictured(tmp_path), list[str](), list[away._Load]()
    submitted, send = away._Sender._once, away._Sender.send

    def sent_once(sender: away._Sender, name: str, content: object) -> object:
        once.append(name)
        return submitted(sender, name, content)

    def sending(sender: away._Sender, load: away._Load) -> object:
        loads.append(load)
        return send(sender, load)

    monkeypatch.setattr(away._Sender, "_once", sent_once)
    monkeypatch.setattr(away._Sender, "send", sending)
    with anew():
        assert ended(ordered(root, scheduler)) == 0

    photos_of = [{task.artifact.files[0] for _, task in load} for load in loads]
    assert len(once) == 1
    assert all(len(each) == 1 for each in photos_of)
    assert sum(len(load) for load in loads) > len(loads)
    assert len({min(each) for each in photos_of}) == len(loads)


def test_of_many_photos_a_load_is_larger_than_what_dask_keeps_copies_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scheduler would else hold a gigabyte for each of its workers."""
    tasks = []
    for number in range(10):
        file = tmp_path / f"{number}.jpg"
        file.write_bytes(bytes(300_000))
        made = Artifact((f"site/{number}",), photos.make_renditions, {}, file.name, files=(file,))
        tasks.append(Task(made, "", None, "", ()))

    assert [len(each) for each in away._loads(tasks)] == [1] * 10
    monkeypatch.setattr(away, "_MANY", 2_000_000)
    loads = away._loads(tasks)

    assert [len(each) for each in loads] == [4, 4, 2]
    assert sorted(index for load in loads for index, _ in load) == [*range(10)]


def test_a_worker_that_dies_is_no_fault(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = pictured(tmp_path)
    send, killed = away._Sender.send, list[int]()

    def killing(sender: away._Sender, load: away._Load) -> object:
        found = send(sender, load)
        if not killed:
            pid = next(iter(sender.client.run(os.getpid).values()))
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)
        return found

    monkeypatch.setattr(away._Sender, "send", killing)
    with anew():
        assert ended(ordered(root, scheduler)) == 0

    assert killed
    assert everything(root / "output") == at_home(root)


@pytest.mark.parametrize(("killed", "status"), [("loads", 0), ("all", 1)])
def test_of_a_load_that_kills_workers_only_what_does_so_alone_fails(
    tmp_path: Path,
    scheduler: str,
    monkeypatch: pytest.MonkeyPatch,
    killed: str,
    status: int,
) -> None:
    root, sizes = pictured(tmp_path), dict[object, int]()
    send, heard = away._Sender.send, away.Cluster._heard

    def sending(sender: away._Sender, load: away._Load) -> object:
        future = send(sender, load)
        sizes[future] = len(load)
        return future

    def hearing(cluster: Cluster, future: object) -> object:
        dead = killed == "all" or sizes[future] > 1
        return [] if dead else heard(cluster, future)

    monkeypatch.setattr(away._Sender, "send", sending)
    monkeypatch.setattr(away.Cluster, "_heard", hearing)
    with anew():
        assert ended(ordered(root, scheduler)) == status

    assert {*sizes.values()} > {1}
    if status == 0:
        assert everything(root / "output") == at_home(root)


def test_a_parcel_names_nothing_of_this_machine(tmp_path: Path) -> None:
    content = tmp_path / "content"
    photo(tmp_path, "ca.jpg", "teal")
    files = (content / "media/ca.jpg",)
    (tmp_path / "link").symlink_to(content)
    artifact = photos.plan("ca.jpg", tmp_path / "link", photos.inspect(files[0]), "0" * 32)

    parcel, sent = packed(artifact, Folders(content, ()), hash_of, PROGRAM)
    made = opened(parcel, {hash_of(files[0]): files[0].read_bytes()}.__getitem__)

    assert os.fsencode(tmp_path) not in pickle.dumps(parcel)
    assert [each.resolve() for each in sent.values()] == [*files]
    assert made.contents == (*artifact.make(artifact.values, Folders(content, ())),)


def test_what_a_maker_says_comes_home(tmp_path: Path) -> None:
    content = tmp_path / "content"
    photo(tmp_path, "ca.jpg", "teal")
    file = content / "media/ca.jpg"
    artifact = photos.plan("ca.jpg", content, photos.inspect(file), "0" * 32)
    parcel, _ = packed(artifact, Folders(content, ()), lambda _: digest(b"no photo"), PROGRAM)

    made = opened(parcel, lambda _: b"no photo")

    assert made.error
    assert made.rule == "photo-unreadable"
    assert home_of(made.blamed, Folders(content, ())) == file
    with pytest.raises(OSError, match="not the bytes"):
        opened(parcel, lambda _: b"another")


def hash_of(file: Path) -> str:
    return digest(file.read_bytes())


@pytest.mark.parametrize(
    ("change_of", "said"),
    [
        ({"scheduler": "tcp://127.0.0.1:9"}, "Cụm máy tcp://127.0.0.1:9 không làm được việc"),
        ({"program": (PROGRAM[0], "khác")}, "bản khác của chương trình"),
        ({"program": ("generator.khong_co:x", "1")}, "không làm được việc"),
        ({"store": "foo://kho"}, "foo://kho: ValueError: Protocol not known"),
        ({"store": "/proc/kho"}, "/proc/kho: FileNotFoundError"),
    ],
)
def test_a_cluster_that_fails_is_one_clear_error_and_the_old_output_stands(
    tmp_path: Path,
    scheduler: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    change_of: dict[str, object],
    said: str,
) -> None:
    monkeypatch.setattr(away, "_PATIENCE", 2)
    root = pictured(tmp_path)
    assert ended(Order(root, root / "output", only="site", jobs=1)) == 0
    before = everything(root / "output")
    photo(root, "teal.jpg", "red")
    order = ordered(root, scheduler)
    order = replace(order, cluster=replace(order.cluster, **change_of))

    outcome = build(order, Desk("vi"))

    assert outcome.status == 1
    assert said in " ".join(capsys.readouterr().err.split())
    assert everything(root / "output") == before


def test_a_scheduler_that_is_lost_in_the_middle_leaves_the_old_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = pictured(tmp_path)
    assert ended(Order(root, root / "output", only="site", jobs=1)) == 0
    before = everything(root / "output")
    for colour in ("teal", "olive", "navy"):
        photo(root, f"{colour}.jpg", "red")
    with LocalCluster(n_workers=1, dashboard_address=None, host="127.0.0.1") as lost:
        send = away._Sender.send

        def losing(sender: away._Sender, load: away._Load) -> object:
            found = send(sender, load)
            lost.close()
            return found

        monkeypatch.setattr(away._Sender, "send", losing)
        with anew():
            assert ended(ordered(root, lost.scheduler_address)) == 1

    assert everything(root / "output") == before


@pytest.mark.parametrize(
    ("words", "lacks"),
    [(("--executor", "dask"), "--scheduler"), (("--scheduler", "tcp://a:1"), "--executor dask")],
)
def test_what_goes_with_a_cluster_is_told(
    tmp_path: Path, words: tuple[str, str], lacks: str
) -> None:
    project(tmp_path)

    with pytest.raises(UsageError, match=lacks):
        run(tmp_path, "build", *words)
