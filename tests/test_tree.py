"""What stands below a folder, as text by which it is known."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.engine import tree
from generator.engine.tree import lines, lines_of, listing


@pytest.mark.parametrize("share", [1, 500])
def test_several_processes_tell_of_a_folder_what_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int
) -> None:
    monkeypatch.setattr(tree, "_SHARE", share)
    monkeypatch.setattr(tree, "_SHARES", 1)
    for number in range(9):
        deep = tmp_path / f"site/a/{number}/x/é y"
        deep.mkdir(parents=True)
        (deep / "index.html").write_text(str(number))
    (tmp_path / "site/a/1/empty").mkdir()
    (tmp_path / "site/top").write_text("")
    (tmp_path / "site/a/2/link").symlink_to("/")
    if os.name == "posix":
        (tmp_path / "site/a/3/new\nline").write_text("")
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/site/a/4/\xff")).write_text("")

    assert lines_of("site", tmp_path / "site") == lines([("site", listing(tmp_path / "site"))])


def test_of_a_folder_that_is_not_there_nothing_is_told(tmp_path: Path) -> None:
    assert lines_of("site", tmp_path / "none") == lines([("site", listing(tmp_path / "none"))])
