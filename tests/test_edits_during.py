"""What is edited while a build is under way never goes out half old and half new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_project import built, built_project, change, everything, write

from generator.desk.building import make

GAO = "content/products/gao.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return built_project(tmp_path)


def meanwhile(monkeypatch: pytest.MonkeyPatch, *edits: Callable[[], object]) -> None:
    """Let each try of a build find an edit made after it has read and planned."""
    left = list(edits)
    plan = make.plan

    def planned(*asked: object) -> object:
        found = plan(*asked)  # type: ignore[arg-type]
        if left:
            left.pop(0)()
        return found

    monkeypatch.setattr(make, "plan", planned)


def test_an_edit_meanwhile_starts_the_build_over_once(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, GAO, "90000", "80000")
    meanwhile(monkeypatch, lambda: change(root, GAO, "80000", "70000"))

    assert built(root, "site") == 0
    assert f"{GAO} vừa được sửa trong lúc làm" in capsys.readouterr().out
    assert "70.000" in (root / "output/site/san-pham/gao/index.html").read_text("utf-8")


def test_a_second_edit_meanwhile_leaves_all_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(root / "output")
    change(root, GAO, "90000", "80000")
    meanwhile(
        monkeypatch,
        lambda: change(root, GAO, "80000", "70000"),
        lambda: write(root, "content/media/moi.jpg", "put there"),
    )

    assert built(root, "site") == 1
    assert "content/media/moi.jpg vẫn đang được sửa" in capsys.readouterr().err
    assert everything(root / "output") == before
    assert built(root, "site") == 0


def test_a_photo_that_moves_meanwhile_is_read_where_it_is_by_then(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = root / "content/media/gao.jpg"

    def move() -> None:
        photo.rename(photo.with_name("gao-moi.jpg"))
        change(root, GAO, "gao.jpg", "gao-moi.jpg")

    photo.write_bytes((root / "content/media/kho-ca.jpg").read_bytes())
    meanwhile(monkeypatch, move)

    assert built(root, "site") == 0
    assert "error" not in capsys.readouterr().err


@pytest.mark.parametrize("name", ["~$gao.docx", ".gao.md.swp", ".~lock.gao#"])
def test_what_programs_put_there_while_a_file_is_open_is_no_edit(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    change(root, GAO, "90000", "80000")
    meanwhile(monkeypatch, lambda: write(root, f"content/products/{name}", "x"))

    assert built(root, "site") == 0
    assert "vừa được sửa" not in capsys.readouterr().out


def test_the_time_of_an_entry_is_no_edit(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, GAO, "90000", "80000")
    meanwhile(monkeypatch, lambda: (root / GAO).chmod(0o600))

    assert built(root, "site") == 0
    assert "vừa được sửa" not in capsys.readouterr().out
