"""`ocop restore`: files as they were, and never a ledger that has forgotten rows."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.addresses import ledger
from generator.addresses.ledger_row import Printing
from generator.desk.versions import archive as archives
from generator.desk.versions import noted, placing
from generator.desk.versions.named_files import below_content
from tests.kept_project import KEEPERS, NAME, kept, kept_project, numbers, state
from tests.killed import killed_when, seen_at_each_change
from tests.small_project import one_product, run, with_files


@pytest.fixture(params=KEEPERS)
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project, kept by git or by dated copies."""
    return kept_project(request.param, tmp_path, monkeypatch)


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that has printed twice, with a version after each."""
    root = kept_project("git", tmp_path, monkeypatch)
    for code in ("7K3M1", "7K3M2"):
        enter(root, code)
        noted(root, "ocop labels")
    return root


def enter(root: Path, code: str) -> None:
    printing = Printing(
        printed_on=date(2026, 11, 26),
        address=f"HTTPS://THU.EXAMPLE/Q/{code}",
        product="kho-ca",
        quantity=1,
        what="tem",
    )
    ledger.enter(root / "content", [printing])


def test_one_named_file_comes_back_alone(root: Path) -> None:
    noted(root, "ocop build")
    with_files(root, {NAME: "hỏng", "site.yaml": "name: B\n"})
    noted(root, "ocop build")

    assert run(root, "restore", f"content/{NAME}")[0] == 0
    assert state(root)[NAME] == b"m\xe1\xbb\x99t\r\n"
    assert state(root)["site.yaml"] == b"name: B\n"


def test_a_file_becomes_a_folder_and_comes_back(root: Path) -> None:
    noted(root, "ocop build")
    before = state(root)
    (root / "content/lost.md").unlink()
    with_files(root, {"lost.md/in it.md": "2"})

    assert run(root, "restore", "1")[0] == 0
    assert state(root) == before


def test_what_is_not_kept_is_not_touched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 20)
    noted(root, "ocop build")
    with_files(root, {"media/phim.mp4": b"x" * 21, "~$lost.md": "open", "lost.md": "2"})

    run(root, "restore", "1")

    assert state(root)["media/phim.mp4"] == b"x" * 21
    assert state(root)["~$lost.md"] == b"open"
    assert state(root)["lost.md"] == b"1"


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    with_files(root, {"media/a.jpg": "old"})
    noted(root, "ocop build")
    shutil.rmtree(root / "content/media")
    (tmp_path / "elsewhere").mkdir()
    (root / "content/media").symlink_to(tmp_path / "elsewhere")

    status, _, said = run(root, "restore", "1")

    assert (status, list((tmp_path / "elsewhere").iterdir())) == (1, [])
    assert "content/media/a.jpg" in said


def test_unknown_versions_and_files_change_nothing(root: Path) -> None:
    noted(root, "ocop build")
    before = state(root)

    assert run(root, "restore", "99")[0] == 2
    assert run(root, "restore", "1", "nothing.md")[0] == 2
    assert run(root, "history", "nothing.md")[0] == 2
    assert state(root) == before


def test_ledgers_stay_as_they_are_where_all_is_brought_back(printed: Path) -> None:
    before = state(printed)
    with_files(printed, {"lost.md": "2"})

    status, said, _ = run(printed, "restore", "1")

    assert status == 0
    assert state(printed) == before
    assert "content/printed.csv, content/printed.seal. Sổ in chỉ ghi thêm" in said


@pytest.mark.parametrize("name", ["printed.csv", "printed.seal"])
def test_an_older_ledger_that_lacks_a_row_never_comes_back(name: str, printed: Path) -> None:
    before = state(printed)

    status, _, said = run(printed, "restore", "1", f"content/{name}", "lost.md")

    assert status == 1
    assert "thiếu 1 dòng" in said
    assert state(printed) == before


@pytest.mark.parametrize("name", ["printed.csv", "printed.seal"])
@pytest.mark.parametrize("spoilt", [b"", b"\xff\xfe\xff", None])
def test_a_ledger_that_was_spoilt_comes_back_by_name_from_a_version_that_lacks_nothing(
    name: str, spoilt: bytes | None, printed: Path
) -> None:
    before = state(printed)
    if spoilt is None:
        (printed / "content" / name).unlink()
    else:
        with_files(printed, {name: spoilt})

    assert run(printed, "restore", "1", f"content/{name}")[0] == 1
    assert run(printed, "restore", f"content/{name}")[0] == 0
    assert state(printed) == before


@pytest.mark.parametrize(
    ("name", "head", "row"),
    [
        ("handed-out.csv", "handed_on,address,product", "26/11/2026,/Q/7K3M1,kho-ca"),
        ("editions.csv", "printed_on,piece,product,fact,value", "2026-11-26,cards,gao,prices,9 đ"),
    ],
)
def test_codes_that_were_handed_out_and_what_was_printed_are_not_forgotten(
    root: Path, name: str, head: str, row: str
) -> None:
    with_files(root, {name: f"{head}\n"})
    noted(root, "ocop build")
    with_files(root, {name: f"{head}\n{row}\n", "tet.md": "mới"})
    noted(root, "ocop build")

    assert run(root, "restore", "1", f"content/{name}")[0] == 1
    assert run(root, "restore", "1")[0] == 0
    assert state(root)[name] == f"{head}\n{row}\n".encode()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_restore_that_is_killed_leaves_each_file_old_or_new_and_history_tells(
    root: Path, tmp_path: Path
) -> None:
    noted(root, "ocop build")
    old = state(root)
    with_files(root, dict.fromkeys(old, "mới") | {"thêm.md": "mới"})
    noted(root, "ocop build")
    new, before = state(root), root.with_name("before")
    root.rename(before)

    def anew() -> None:
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(before, root)

    def work() -> int:
        return run(root, "restore", "1")[0]

    def partly(now: dict[str, bytes]) -> bool:
        found = {path: text for path, text in now.items() if not path.endswith(".part")}
        assert all(text in {old.get(path), new[path]} for path, text in found.items())
        assert found.keys() >= old.keys()
        return found not in (old, new)

    def restored() -> int:
        now = state(root)
        return sum(now.get(path) == text for path, text in old.items())

    anew()
    seen = seen_at_each_change(work, lambda: state(root), tmp_path / "seen")
    assert (seen[0], seen[-1]) == (new, old)
    assert sum(map(partly, seen)) > 2
    for count in range(1, len(old)):
        anew()
        assert killed_when(lambda count=count: restored() == count, work)
        assert partly(state(root))
        assert "chưa xong" in run(root, "history")[2]

        assert work() == 0
        assert state(root) == old
        assert "chưa xong" not in run(root, "history")[2]


def test_what_is_saved_while_it_works_is_left_and_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(root, "ocop build")
    (path, *_) = state(root)
    with_files(root, {path: "mới"})
    moved = placing.WayBack.place

    def place(*arguments: object) -> object:
        with_files(root, {path: "vừa lưu", "moi-tinh.md": "vừa lưu"})
        return moved(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(placing.WayBack, "place", place)
    code, _, said = run(root, "restore", "1")

    assert (code, state(root)[path].decode()) == (1, "vừa lưu")
    assert "moi-tinh.md" in state(root)
    assert f"content/{path} (vừa được sửa" in said


def test_a_full_disk_stops_it_before_anything_has_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(root, "ocop build")
    with_files(root, {NAME: "sửa", "lost.md": "2"})
    before = state(root)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(placing, "sync", full)

    assert run(root, "restore", "1")[0] == 1
    assert state(root) == before
    assert kept(root, numbers(root)[-1], "lost.md") == b"2"


def test_many_files_come_back_with_few_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kept_project("git", tmp_path, monkeypatch)
    with_files(root, {f"media/{number}.txt": f"{number}" for number in range(200)})
    noted(root, "ocop build")
    before = state(root)
    shutil.rmtree(root / "content/media")
    started, start = list[object](), subprocess.Popen.__init__

    def counting(self: subprocess.Popen[bytes], *words: object, **more: object) -> None:
        started.append(words)
        start(self, *words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess.Popen, "__init__", counting)

    assert run(root, "restore")[0] == 0
    assert state(root) == before
    assert len(started) < 30


def test_what_has_become_a_link_is_left_alone_and_told(root: Path, tmp_path: Path) -> None:
    noted(root, "ocop build")
    outside = tmp_path / "outside.md"
    outside.write_text("theirs", "utf-8")
    (root / "content/lost.md").unlink()
    (root / "content/lost.md").symlink_to(outside)
    with_files(root, {NAME: "sửa"})

    status, said, _ = run(root, "restore", "1")

    assert status == 0
    assert "content/lost.md" in said
    assert (root / "content/lost.md").is_symlink()
    assert outside.read_text("utf-8") == "theirs"
    assert state(root)[NAME] == b"m\xe1\xbb\x99t\r\n"


def test_without_versions_nothing_is_changed(root: Path) -> None:
    noted(root, "ocop build")
    with_files(root, {"lost.md": "2"})
    shutil.rmtree(root / ".versions")
    before = state(root)

    assert run(root, "restore")[0] == 2
    assert run(root, "restore", "7")[0] == 2
    assert state(root) == before


def test_a_damaged_version_is_not_brought_back_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = kept_project("copies", tmp_path, monkeypatch)
    noted(root, "ocop build")
    for copy in (root / ".versions/copies").rglob("lost.md"):
        copy.write_text("edited", "utf-8")
    with_files(root, dict.fromkeys(state(root), "sửa"))
    before = state(root)

    status, _, said = run(root, "restore", "1")

    assert status == 1
    assert "đã bị sửa" in said
    assert state(root) == before


def test_damage_is_told_by_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = kept_project("git", tmp_path, monkeypatch)
    noted(root, "ocop build")
    shutil.rmtree(root / ".versions/git/objects")

    assert ".versions/ bị hỏng" in run(root, "history")[2]


def test_what_comes_back_passes_the_check_as_it_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OCOP_VERSIONS")
    root = one_product(tmp_path)
    before = run(root, "check")
    noted(root, "ocop build")
    with_files(root, {"site.yaml": "name: [\n", "products/kho-ca.md": "hỏng"})
    shutil.rmtree(root / "content/media")
    assert run(root, "check")[0] == 1

    assert run(root, "restore")[0] == 0
    assert run(root, "check") == before


def test_a_file_is_known_by_its_path_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content/products").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "content/products")

    for name in ("gao.md", "./gao.md", "../products/gao.md"):
        assert below_content(Path("../.."), name) == "products/gao.md"
