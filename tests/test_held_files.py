"""A file that another program holds open, as Windows lets it: waited for, then named."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from small_project import built, built_project, change, everything, project, write

from generator.cli import ocop
from generator.desk.console import Desk
from generator.engine import renaming, swap, writing

Hold = Callable[[str, int], list[float]]


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> Hold:
    """Have a file held for so many tries to rename it or to take its place; the pauses made."""
    replace = os.replace

    def holding(name: str, tries: int) -> list[float]:
        left = [tries]
        pauses: list[float] = []

        def held(source: str | Path, target: str | Path) -> None:
            if name in {Path(source).name, Path(target).name} and left[0]:
                left[0] -= 1
                raise PermissionError(13, "Access is denied", str(source), 5, str(target))
            replace(source, target)

        monkeypatch.setattr(renaming, "IS_HELD_BY_READERS", True)
        monkeypatch.setattr(renaming, "sleep", pauses.append)
        monkeypatch.setattr(os, "replace", held)
        monkeypatch.setattr(swap, "_at_once", lambda *_: False)
        return pauses

    return holding


ALWAYS = 10**6


def run(*words: str) -> Result:
    return CliRunner().invoke(ocop, words, standalone_mode=False)


def test_a_file_that_is_held_for_a_moment_is_written_all_the_same(
    tmp_path: Path, hold: Hold
) -> None:
    pauses = hold("sổ.csv", 2)
    writing.write(tmp_path / "sổ.csv", b"moi")

    assert (tmp_path / "sổ.csv").read_bytes() == b"moi"
    assert pauses == [*renaming.PAUSES[:2]]


def test_a_file_that_stays_held_is_as_it_was_and_is_named(tmp_path: Path, hold: Hold) -> None:
    write(tmp_path, "sổ.csv", "cũ")
    pauses = hold("sổ.csv", ALWAYS)
    with pytest.raises(PermissionError) as caught:
        writing.write(tmp_path / "sổ.csv", b"moi")

    assert caught.value.filename == str(tmp_path / "sổ.csv")
    assert caught.value.filename2 is None
    assert pauses == [*renaming.PAUSES]
    assert everything(tmp_path) == {"sổ.csv": "cũ".encode()}


def test_elsewhere_nobody_waits_for_what_no_patience_changes(
    tmp_path: Path, hold: Hold, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = hold("sổ.csv", ALWAYS)
    monkeypatch.setattr(renaming, "IS_HELD_BY_READERS", False)
    with pytest.raises(PermissionError):
        writing.write(tmp_path / "sổ.csv", b"moi")

    assert pauses == []


@pytest.mark.parametrize("tries", [2, ALWAYS])
def test_two_folders_change_places_once_nobody_looks_into_them_or_not_at_all(
    tmp_path: Path, hold: Hold, tries: int
) -> None:
    write(tmp_path, "site/a", "cũ")
    write(tmp_path, "next/a", "mới")
    hold("site", tries)
    if tries == ALWAYS:
        with pytest.raises(PermissionError) as caught:
            swap.swap(tmp_path / "site", tmp_path / "next")
        assert caught.value.filename == str(tmp_path / "site")
    else:
        swap.swap(tmp_path / "site", tmp_path / "next")
    stands, other = ("cũ", "mới") if tries == ALWAYS else ("mới", "cũ")

    assert everything(tmp_path) == {"site/a": stands.encode(), "next/a": other.encode()}


def test_a_value_is_set_though_a_scanner_looks_at_the_file(tmp_path: Path, hold: Hold) -> None:
    project(tmp_path)
    hold("gao.md", 2)

    assert run("set", "gao", "name=Gạo thơm", "--root", str(tmp_path)).return_value == 0
    assert "name: Gạo thơm" in (tmp_path / "content/products/gao.md").read_text("utf-8")


@pytest.mark.parametrize(("language", "cure"), [("vi", "Excel hay"), ("en", "Excel or")])
def test_what_is_held_is_told_in_a_line_with_its_cure(
    tmp_path: Path, hold: Hold, language: str, cure: str
) -> None:
    file = project(tmp_path) / "content/products/gao.md"
    before = file.read_bytes()
    hold("gao.md", ALWAYS)
    result = run("set", "gao", "name=Gạo thơm", "--root", str(tmp_path), "--lang", language)

    assert result.return_value == 1
    assert len(result.stderr.splitlines()) == 1
    assert str(file) in result.stderr
    assert cure in result.stderr
    assert file.read_bytes() == before


def test_a_build_whose_site_stays_held_leaves_all_of_it(tmp_path: Path, hold: Hold) -> None:
    built_project(tmp_path)
    before = everything(tmp_path / "output/site")
    change(tmp_path, "content/products/gao.md", "name: Gạo", "name: Gạo thơm")
    hold("site", ALWAYS)

    assert built(tmp_path, only="site") == 1
    assert everything(tmp_path / "output/site") == before


def test_a_disk_that_is_full_is_not_said_to_be_held(capsys: pytest.CaptureFixture[str]) -> None:
    Desk("vi").unwritable(OSError(28, "No space left on device", "x.csv"))
    told = capsys.readouterr().err

    assert "còn chỗ" in told
    assert "Excel" not in told


@pytest.mark.parametrize("durably", [True, False])
def test_a_full_disk_names_the_file_that_was_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, durably: bool
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full) if durably else monkeypatch.setattr(Path, "open", full)
    file = tmp_path / "content/products/kho-ca.md"
    with pytest.raises(OSError, match="No space") as raised:
        writing.write(file, b"x", durably=durably)

    assert raised.value.filename == str(file)
    assert [*file.parent.iterdir()] == []
