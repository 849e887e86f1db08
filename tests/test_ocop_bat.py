"""`ocop.bat`, which Windows alone can run: what its command processor would stumble over."""

from __future__ import annotations

import re
import subprocess
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from conftest import ROOT

from generator.desk.console import Desk
from generator.desk.new import STARTER, new_site, program, site
from generator.desk.new.wheel import wheel_of

BAT = STARTER / "ocop.bat"
LINES = BAT.read_bytes().decode("ascii").split("\r\n")
"""Of ASCII alone: a code page has no say in it."""
WHEELS = "ocop_catalogue-*.whl"
"""What the batch file looks for."""
CODE = [line for line in LINES if not line.startswith(("rem ", "echo ", "@echo"))]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bat") / "Sản phẩm #1 & 2!"
    assert new_site(folder, "vi", Desk("vi")).status == 0
    return folder


def section(label: str) -> list[str]:
    """The lines from a label to the next one."""
    rest = LINES[LINES.index(f":{label}") + 1 :]
    return rest[: next((at for at, line in enumerate(rest) if line.startswith(":")), None)]


def test_a_new_project_has_it_byte_for_byte_and_so_has_the_programs_own_folder(
    project: Path,
) -> None:
    assert (project / "ocop.bat").read_bytes() == BAT.read_bytes()
    assert (ROOT / "ocop.bat").read_bytes() == BAT.read_bytes()


def test_its_lines_end_as_windows_wants_them_and_stay_so_through_git(project: Path) -> None:
    told = subprocess.run(
        ["git", "check-attr", "eol", "generator/starter/ocop.bat", "ocop.bat"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert BAT.read_bytes().count(b"\n") == BAT.read_bytes().count(b"\r\n") == len(LINES) - 1
    assert told.count("eol: crlf") == 2
    assert "*.bat text eol=crlf" in (project / ".gitattributes").read_text("utf-8")


def test_git_keeps_what_it_makes_out_of_the_project(project: Path) -> None:
    assert "/.venv/" in (project / ".gitignore").read_text("utf-8").splitlines()


def test_no_path_stands_outside_quotes() -> None:
    bare = [re.sub('"[^"]*"', "", line) for line in CODE]
    paths = re.compile(r"%~|%FROM%|\.venv|\\|requirements|pyproject|\.yaml")
    loop = f'for %%F in ("{WHEELS}") do set "FROM=%%~F"'

    assert loop in CODE
    assert [line for line in bare if paths.search(line)] == []
    assert [line for line in CODE if line.count('"') % 2] == []


def test_signs_in_the_folders_name_are_only_signs() -> None:
    setting = next(line for line in CODE if line.startswith("setlocal"))

    assert "DisableDelayedExpansion" in setting
    assert LINES.index(setting) < LINES.index('pushd "%~dp0"')
    assert [line for line in LINES if "%~dp0" in line] == ['pushd "%~dp0"']


def test_what_other_programs_set_for_their_own_python_reaches_none_of_ours() -> None:
    first = next(at for at, line in enumerate(CODE) if "python" in line and " -" in line)

    assert {'set "PYTHONHOME="', 'set "PYTHONPATH="'} <= {*CODE[:first]}


def test_what_it_says_is_said_and_not_done() -> None:
    said = [re.sub('"[^"]*"', "", line) for line in LINES if line.startswith("echo ")]

    assert [line for line in said if re.search(r"[&|<>^%!()]", line)] == []


def test_every_jump_has_a_place_to_go() -> None:
    labels = [line[1:] for line in LINES if line.startswith(":")]
    jumps = set(re.findall(r"goto (\w+)", "\n".join(CODE)))

    assert sorted(labels) == sorted(set(labels))
    assert jumps <= set(labels)
    assert set(labels) <= jumps | {"stopped", "failed"}


@pytest.mark.parametrize(
    "label", ["nofolder", *sorted(set(re.findall(r":(no\w+|inuse)", BAT.read_text("ascii"))))]
)
def test_the_window_stays_open_on_every_error(label: str) -> None:
    lines = section(label)

    assert "pause >nul" in lines if label == "nofolder" else "goto stopped" in lines
    assert "pause >nul" in section("failed")
    assert 'set "STATUS=1"' in section("stopped")


def test_every_step_of_the_setup_is_looked_at_and_its_mark_comes_last() -> None:
    steps = CODE[CODE.index(":found") : CODE.index(":ready")]
    run = [at for at, line in enumerate(steps) if " -m " in line or line.startswith("copy")]
    mark = next(at for at, line in enumerate(steps) if line.startswith("copy"))

    assert [steps[at] for at in run if not steps[at + 1].startswith("if errorlevel 1 goto ")] == []
    assert [line for line in steps[mark:] if "pip" in line] == []
    assert 'if exist ".venv" rmdir /s /q ".venv"' in steps


def test_what_is_half_made_or_made_from_something_else_is_made_again() -> None:
    looks = CODE[: CODE.index(":setup")]
    made = CODE[CODE.index(":found") : CODE.index(":ready")]
    begun, ready = ('type nul >".venv\\ocop-begun"', 'copy /b /y "%FROM%" ".venv\\ocop-ready" >nul')
    installs = [at for at, line in enumerate(made) if "pip install" in line]

    assert 'if not exist ".venv\\ocop-begun" goto try' in looks
    assert looks[looks.index('fc /b "%FROM%" ".venv\\ocop-ready" >nul 2>nul') + 1].endswith(
        "goto setup"
    )
    assert looks[looks.index(":try") + 2] == "if errorlevel 1 goto setup"
    assert made.index(begun) < min(installs) <= max(installs) < made.index(ready)


def test_it_asks_for_the_python_that_the_program_asks_for() -> None:
    wanted = re.search(r'requires-python = ">=3\.(\d+)"', (ROOT / "pyproject.toml").read_text())
    assert wanted

    assert BAT.read_text("ascii").count(f"sys.version_info < (3, {wanted[1]})") == 2


def test_a_program_from_an_index_comes_from_there_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Installed:
        version = "1.2"

        def read_text(self, name: str) -> None:
            assert name == "direct_url.json"

    monkeypatch.setattr(program, "distribution", lambda _: Installed())

    assert program.carried.__wrapped__() == ("requirements.txt", b"ocop-catalogue==1.2\n")


def test_a_program_from_a_folder_is_carried_by_the_project(project: Path) -> None:
    """No path of this machine is written anywhere: the project is set up on any other."""
    (wheel,) = project.glob(WHEELS)
    texts = [path.read_bytes() for path in project.rglob("*") if path.suffix in {".md", ".txt"}]

    assert not (project / "requirements.txt").exists()
    assert [text for text in texts if b"file:/" in text or str(ROOT).encode() in text] == []
    with zipfile.ZipFile(wheel) as archive:
        assert archive.testzip() is None
        notes = [archive.read(name) for name in archive.namelist() if "dist-info" in name]
        assert [note for note in notes if str(ROOT).encode() in note] == []


def test_one_program_makes_one_wheel() -> None:
    installed = program.distribution("ocop-catalogue")

    assert wheel_of(installed) == wheel_of(installed)


def test_a_program_that_is_not_installed_names_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def none(name: str) -> object:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(program, "distribution", none)
    monkeypatch.setattr(site, "carried", program.carried.__wrapped__)

    assert new_site(tmp_path, "vi", Desk("vi")).status == 0
    assert not (tmp_path / "requirements.txt").exists()
    assert not [*tmp_path.glob(WHEELS)]
