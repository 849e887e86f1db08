"""A folder or USB stick as a target: files take their names in one step, strangers' files stay."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from killed import killed_at
from publish_samples import BrokenError, Office, missing, public_files

from generator.desk.publishing import folder_target
from generator.desk.publishing.folder_target import FolderTarget
from generator.desk.publishing.site_version import MANIFEST, PARTS
from generator.desk.publishing.transport import TransportError

PAGE = b'<html><link rel="stylesheet" href="static/%s"></html>'
A = {"index.html": PAGE % b"a.css", "static/a.css": b"a", "cu/x/index.html": b"x"}
B = {"index.html": PAGE % b"b.css", "static/b.css": b"b"}


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return tmp_path / "Ổ đĩa 'của xã' #1" / "trang & web"


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """What is on the disk itself when is one test's matter."""
    if "synced" not in request.node.name:
        monkeypatch.setattr(folder_target, "sync", lambda *_: None)


def send(public: Path, files: dict[str, bytes], dies_at: int = 0) -> None:
    public.parent.mkdir(exist_ok=True)
    with FolderTarget(public).opened(to_write=True) as target:
        Office(public.parent.parent / "office", target).publish(files, dies_at)


def test_a_site_is_published_and_replaced(public: Path) -> None:
    for each in (A, B, A):
        send(public, each)

        assert public_files(public) == each
    assert not (public / "static/b.css").exists()


def test_a_folder_that_is_empty_then_goes_with_its_files(public: Path) -> None:
    send(public, A)
    send(public, B)

    assert not (public / "cu").exists()


def test_files_of_strangers_stay_and_so_do_their_folders(public: Path) -> None:
    for path in (".htaccess", "cu/x/ghi-chu.txt", "static/anh.jpg", "rieng/x.html"):
        file = public / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")
    (public / "trong").mkdir()
    strange = public_files(public)
    for each in (A, B):
        send(public, each)

    assert public_files(public) == B | strange
    assert (public / "trong").is_dir()


def test_nothing_is_written_or_removed_through_a_link(public: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    send(public, A)
    (public / "static").rename(elsewhere)
    (public / "static").symlink_to(elsewhere)
    with pytest.raises(TransportError, match="link"):
        send(public, B)

    assert [path.name for path in elsewhere.iterdir()] == ["a.css"]


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(
    public: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "rieng.txt"
    outside.write_text("x")
    send(public, A)
    (public / "index.html").unlink()
    (public / "index.html").symlink_to(outside)
    send(public, B)

    assert outside.read_text() == "x"
    assert public_files(public) == B


@pytest.mark.parametrize("name", ["missing", "link"])
def test_what_stands_in_the_way_is_seen_also_where_it_leads_nowhere(
    name: str, public: Path
) -> None:
    send(public, A)
    (public / "link").symlink_to(public / "nowhere")
    with FolderTarget(public).opened(to_write=False) as target:
        assert target.present(("index.html", name)) == {"index.html"} | {name} - {"missing"}


def test_parts_of_files_never_stay(public: Path) -> None:
    (public / PARTS).mkdir(parents=True)
    (public / PARTS / "0").write_bytes(b"half")
    with pytest.raises(BrokenError):
        send(public, A, 3)

    assert not (public / PARTS).exists()


def test_a_folder_that_is_a_link_is_not_taken_for_that_of_parts(
    public: Path, tmp_path: Path
) -> None:
    (tmp_path / "rieng").mkdir()
    (tmp_path / "rieng/x").write_text("x")
    public.mkdir(parents=True)
    (public / PARTS).symlink_to(tmp_path / "rieng")
    with pytest.raises(TransportError):
        send(public, A)

    assert (tmp_path / "rieng/x").exists()


def test_a_stick_that_is_not_plugged_in_is_not_made(tmp_path: Path) -> None:
    with (
        pytest.raises(TransportError, match="USB"),
        FolderTarget(tmp_path / "usb/ocop").opened(to_write=True),
    ):
        pass
    assert not (tmp_path / "usb").exists()


def test_looking_makes_nothing(tmp_path: Path) -> None:
    with FolderTarget(tmp_path / "web").opened(to_write=False) as target:
        assert target.read("index.html") is None
        assert target.present(("index.html",)) == frozenset()
    assert not (tmp_path / "web").exists()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "đầy"),
        (errno.EROFS, "không cho ghi"),
        (errno.EIO, "còn cắm"),
        (errno.ENOENT, "người khác đang đăng"),
    ],
)
def test_a_disk_that_fails_is_told_with_its_cure_and_what_was_there_stays(
    number: int, said: str, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(public, A)

    def fail(_: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number), str(target))

    monkeypatch.setattr(folder_target.shutil, "copyfile", fail)
    with pytest.raises(TransportError) as error:
        send(public, B)

    assert said in error.value.vi
    assert public_files(public) == A


def test_files_are_synced_before_they_take_their_names(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    plain: Callable[[Path, Collection[str]], None] = folder_target.sync

    def sync(root: Path, paths: Collection[str]) -> None:
        done.extend(f"{path} {(root / 'index.html').exists()}" for path in paths)
        plain(root, paths)

    monkeypatch.setattr(folder_target, "sync", sync)
    send(public, {"index.html": b"x"})

    assert done[2:4] == [f"{PARTS}/0 False", "index.html True"]


def test_a_process_killed_at_any_change_of_the_disk_leaves_whole_pages(public: Path) -> None:
    """Every third change: what is sent when is gone through elsewhere."""
    send(public, A)
    before = public.parent / "before"
    shutil.copytree(public, before)
    count = public.parent / "count"
    at = 1
    while True:
        shutil.rmtree(public)
        shutil.copytree(before, public)
        shutil.rmtree(public.parent.parent / "office", ignore_errors=True)
        status = killed_at(at, lambda: send(public, B) or 0, count)  # type: ignore[func-returns-value]
        files = public_files(public)
        assert missing(files) == [], at
        assert all(text in (A.get(path), B.get(path)) for path, text in files.items()), at
        send(public, B)
        assert public_files(public) == B, at
        if not os.WIFSIGNALED(status):
            break
        at += 3
    assert at > 15


def test_what_is_published_can_be_read_by_a_server_of_another_account(public: Path) -> None:
    send(public, A)

    assert stat.S_IMODE((public / "index.html").stat().st_mode) & 0o044


def test_a_disk_folds_cases_where_it_finds_our_list_by_another_name(public: Path) -> None:
    send(public, A)
    target = FolderTarget(public)
    assert not target.folds_cases()
    (public / MANIFEST.upper()).touch()

    assert target.folds_cases()
