"""What is published outlives a power cut, and a web server may read it."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from small_project import built, built_project, change, project

from generator.engine import live_output, writing

GAO = "content/products/gao.md"


def test_what_is_new_is_on_the_disk_before_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = built_project(tmp_path)
    change(root, GAO, "90000", "80000")
    steps: list[str] = []
    sync, publish = live_output.sync, live_output.publish

    def syncing(folder: Path, paths: set[str]) -> None:
        steps.append(f"sync {sorted(paths)}")
        sync(folder, paths)

    def publishing(live: Path, next_tree: Path) -> None:
        steps.append("publish")
        publish(live, next_tree)

    monkeypatch.setattr(live_output, "sync", syncing)
    monkeypatch.setattr(live_output, "publish", publishing)
    assert built(root, "site") == 0

    assert len(steps) == 2
    assert "san-pham/gao/index.html" in steps[0]
    assert steps[1] == "publish"


@pytest.mark.skipif(sys.platform != "linux", reason="looks at names of open files")
@pytest.mark.parametrize(
    ("few", "expected"), [(0, ["all"]), (1000, ["a.html", "b/c.html", ".", "b"])]
)
def test_files_and_their_folders_are_synced_one_by_one_or_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int, expected: list[str]
) -> None:
    paths = ["a.html", "b/c.html"]
    (tmp_path / "b").mkdir()
    for path in paths:
        (tmp_path / path).write_text("x")
    synced: list[str] = []

    def note(handle: int) -> None:
        name = Path(f"/proc/self/fd/{handle}").readlink()
        synced.append(str(name.relative_to(tmp_path)))

    monkeypatch.setattr(writing, "_FEW", few)
    monkeypatch.setattr(os, "sync", lambda: synced.append("all"))
    monkeypatch.setattr(os, "fsync", note)
    writing.sync(tmp_path, paths)

    assert synced == expected


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
@pytest.mark.parametrize(("custom", "jobs"), [(0o077, 2), (0o027, 1), (0o002, 1)])
def test_everybody_may_read_the_site_whatever_the_umask(
    tmp_path: Path, custom: int, jobs: int
) -> None:
    root = project(tmp_path)
    before = os.umask(custom)
    try:
        assert built(root, "site", jobs=jobs) == 0
        assert os.umask(custom) == custom
    finally:
        os.umask(before)
    site = root / "output/site"
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (site, *site.rglob("*"))}

    assert modes == {0o777 & ~(custom & 0o022), 0o666 & ~(custom & 0o022)}


def test_a_mount_point_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = built_project(tmp_path)
    change(root, GAO, "90000", "80000")
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "site")

    assert built(root, "site") == 1
    assert "hãy gắn cả thư mục chứa nó" in capsys.readouterr().err
