"""What is remembered is forgotten when it is damaged or of another version, and never wrong."""

from __future__ import annotations

import json
import pickle
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from small_project import built, change, everything, project

from generator.engine import store as store_module
from generator.engine.store import Stamps, Store, long_past
from generator.engine.tree import TICK, Stamp
from generator.engine.workers import SharedSubject

OLD: Stamp = (100, 1, 1, 1)
CONTENT = '{"mắm": [1, 2]}\n[]'.encode()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache" / "facts.json", "1; vi")


def test_what_was_written_is_read(store: Store) -> None:
    assert store.read() is None
    for content in (CONTENT, b"", b"\n\n"):
        store.write(content)
        assert store.read() == content


def test_whatever_byte_is_damaged_all_is_forgotten(store: Store) -> None:
    store.write(CONTENT)
    sound = store.path.read_bytes()
    for position, byte in enumerate(sound):
        for other in {0, ord("\n"), byte ^ 1, byte ^ 0x20, byte ^ 0x80} - {byte}:
            store.path.write_bytes(sound[:position] + bytes([other]) + sound[position + 1 :])
            assert store.read() is None, position
    store.path.write_bytes(sound)

    assert store.read() == CONTENT


def test_wherever_it_is_cut_or_added_to_all_is_forgotten(store: Store) -> None:
    store.write(CONTENT)
    sound = store.path.read_bytes()
    for position in range(len(sound)):
        before, after = sound[:position], sound[position:]
        for wrong in (
            before,
            after[1:],
            before + after[1:],
            before + b"\x00" + after,
            sound + b"\n",
        ):
            store.path.write_bytes(wrong)
            assert store.read() is None, position


def test_another_version_forgets(store: Store) -> None:
    store.write(CONTENT)

    assert Store(store.path, "2; vi").read() is None
    assert Store(store.path, "1; en").read() is None
    assert Store(store.path, "1; vi").read() == CONTENT


def test_a_store_in_anothers_place_is_not_taken_for_it(store: Store) -> None:
    store.write(CONTENT)
    other = store.path.with_name("others.json")
    shutil.copy(store.path, other)

    assert Store(other, store.version).read() is None


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_what_is_no_file_is_nothing_remembered(store: Store, make: Callable[[Path], None]) -> None:
    store.path.parent.mkdir()
    make(store.path)

    assert store.read() is None


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[" * 200_000])
def test_what_is_no_json_is_nothing_remembered(store: Store, content: bytes) -> None:
    store.write(content)

    assert store.read_json() is None


def test_nothing_is_remembered_of_a_file_that_was_written_within_a_tick() -> None:
    now = time.time_ns()
    young: Mapping[str, Stamp] = {"changed": (1, now, 1, 1), "entered": (1, 1, now, 1), "old": OLD}
    stamps = Stamps(young)

    assert [stamps.settled(name) for name in (*young, "missing")] == [None, None, OLD, None]


def test_times_are_past_when_no_change_can_bear_them_again() -> None:
    now = time.time_ns()

    assert long_past([])
    assert long_past([now - 2 * TICK])
    assert not long_past([now - 2 * TICK, now + 1000 * TICK])


@pytest.mark.parametrize("place", range(4))
def test_a_file_of_another_stamp_is_another(place: int) -> None:
    stamps = Stamps({"a": OLD})
    other = [*OLD]
    other[place] += 1

    assert stamps.agree("a", [*OLD])
    assert not stamps.agree("a", other)
    assert not stamps.agree("b", [*OLD])


@pytest.mark.parametrize("stamp", [None, 7, "abcd", [], [[]], {}])
def test_what_is_no_stamp_agrees_with_no_file(stamp: object) -> None:
    assert not Stamps({"a": OLD}).agree("a", stamp)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what a test has just written count as written long ago."""
    monkeypatch.setattr(store_module, "TICK", -(10**15))


STORES = ("photos.json", "products.json", "up-to-date-site.json")


def damaged(stored: bytes) -> bytes:
    """A name or a count changed to another that would be as good."""
    for old, new in ((b"kho-ca", b"kho-ga"), (b'"products": 3', b'"products": 4')):
        if old in stored:
            return stored.replace(old, new)
    raise AssertionError(stored)


@pytest.mark.usefixtures("settled")
def test_a_build_with_damaged_stores_is_a_clean_build(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    assert built(root, "site") == 0
    for name in STORES:
        (stored,) = root.glob(f".cache/**/{name}")
        stored.write_bytes(damaged(stored.read_bytes()))
    change(root, "content/site.yaml", "Danh mục thử", "Danh mục mới")
    assert built(root, "site") == 0
    changed = everything(root / "output")
    shutil.rmtree(root / ".cache")
    shutil.rmtree(root / "output")
    assert built(root, "site") == 0

    assert everything(root / "output") == changed


@pytest.mark.usefixtures("settled")
def test_what_cannot_be_remembered_is_found_out_each_time(tmp_path: Path) -> None:
    """A folder stands where the store should: nothing is the worse for it but time."""
    root = project(tmp_path / "project")
    many = "".join(
        f"- {{slug: xa-{k}, kind: commune, name: Xã Thử {k}, province: Mẫu}}\n" for k in range(500)
    )
    places = root / "content/places.yaml"
    places.write_text(places.read_text("utf-8") + many, "utf-8")
    for name in ("photos.json", "markdown/products.json", "markdown/place-list.json"):
        (root / ".cache" / name / "in the way").mkdir(parents=True)

    assert built(root, "site") == 0
    assert (root / "output/site/index.html").is_file()
    left = [*(root / ".cache").rglob("*.part")]
    assert left == []


@pytest.mark.usefixtures("settled")
def test_no_store_holds_anything_but_text(tmp_path: Path) -> None:
    """A pickle in the cache would run what anyone wrote into it."""
    root = project(tmp_path / "project")
    assert built(root, "site") == 0
    stores = [path for path in (root / ".cache").rglob("*.json") if path.name != "manifest.json"]

    assert {path.name for path in stores} >= set(STORES)
    for path in stores:
        for line in path.read_text("utf-8").splitlines()[1:]:
            json.loads(line)


@pytest.fixture
def subject(tmp_path: Path) -> SharedSubject:
    """A subject that has been written, and that this process has forgotten as another would."""
    shared = SharedSubject({"a": "khô"}, tmp_path)
    shared.write()
    SharedSubject._here.clear()
    return shared


def test_another_process_reads_the_subject(subject: SharedSubject) -> None:
    assert subject.value() == {"a": "khô"}


class Trap:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return exec, ("raise SystemExit",)


def test_a_subject_that_somebody_else_wrote_is_not_unpickled(
    subject: SharedSubject, tmp_path: Path
) -> None:
    (file,) = tmp_path.iterdir()
    file.write_bytes(pickle.dumps(Trap()))

    with pytest.raises(ValueError, match="not what this build has written"):
        subject.value()


def test_every_subject_has_a_name_of_its_own_and_leaves_nothing(tmp_path: Path) -> None:
    subjects = [SharedSubject(1, tmp_path), SharedSubject(1, tmp_path)]
    for each in subjects:
        each.write()
    written = [*tmp_path.iterdir()]
    for each in subjects:
        each.forget()

    assert len({path.name for path in written}) == 2
    assert not list(tmp_path.iterdir())


def test_others_cannot_read_a_subject(subject: SharedSubject, tmp_path: Path) -> None:
    (file,) = tmp_path.iterdir()

    assert subject
    assert file.stat().st_mode & 0o077 == 0
