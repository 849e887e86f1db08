"""What the command ends with, and what it leaves behind when the program itself is at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import cli
from generator.desk.building import check
from generator.desk.console import Desk
from generator.desk.new import new_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new_site(tmp_path / "p", "vi", Desk("vi"))
    return tmp_path / "p"


def ended(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["ocop", *words])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    code = caught.value.code
    assert isinstance(code, int)
    return code


def test_sound_content_ends_with_0(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(monkeypatch, "check", "--root", str(root)) == 0


def test_a_problem_ends_with_1(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content/products/sai.md").write_text("---\n---\n", "utf-8")

    assert ended(monkeypatch, "check", "--root", str(root)) == 1


def test_usage_names_the_command_that_an_editor_typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["generator/__main__.py", "check", "--no-such-option"])
    with pytest.raises(SystemExit):
        cli.main()

    assert "Usage: ocop check" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["check", "--no-such-option"], ["check", "--root", "nowhere"]])
def test_wrong_usage_ends_with_2(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(monkeypatch, *words) == 2


def test_a_fault_of_the_program_leaves_its_trace_in_the_project(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(*_: object, **__: object) -> bool:
        raise RuntimeError("x")

    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(check, "check", broken)
    code = ended(monkeypatch, "check", "--root", str(root))
    told = capsys.readouterr().err

    assert code == 1
    assert "Traceback" not in told
    assert str(root / ".cache/error.log") in told
    assert "RuntimeError: x" in (root / ".cache/error.log").read_text("utf-8")
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("epoch", ["99999999999999", "9" * 5000])
def test_a_day_that_there_is_not_is_wrong_usage(
    epoch: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    status = ended(monkeypatch, "check")

    said = capsys.readouterr().err
    assert status == 2
    assert "SOURCE_DATE_EPOCH=9999" in said
    assert len(said) < 300
