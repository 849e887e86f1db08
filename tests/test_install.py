"""The wheel: what it holds, and that a project can be started and built from it alone."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

from generator.desk.new.guide import guide_files
from generator.desk.new.wheel import wheel_of

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's files in a folder far from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found if path.suffix != ".pyc"}


@pytest.mark.parametrize(
    ("kept", "shipped"),
    [
        ("themes/mua-nuoc-noi", "generator/themes/mua-nuoc-noi"),
        ("generator/starter", "generator/starter"),
    ],
)
def test_the_wheel_holds_every_file(unpacked: Path, kept: str, shipped: str) -> None:
    wanted = files(ROOT / kept)

    assert wanted
    assert files(unpacked / shipped) == wanted


def test_the_wheel_holds_the_guide(unpacked: Path) -> None:
    wanted = {name: path.read_bytes() for name, path in guide_files()}
    shipped = unpacked / "generator/docs"

    assert {name: (shipped / name).read_bytes() for name in files(shipped)} == wanted


def test_the_wheel_holds_nothing_but_the_program(unpacked: Path) -> None:
    packages = {path.name for path in unpacked.iterdir() if path.suffix != ".dist-info"}

    assert packages == {"generator"}


def test_a_site_is_started_and_built_from_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"}

    def python(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=environment,
            check=False,
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    origin = python("-c", "import generator; print(generator.__file__)")
    python("-m", "generator", "new", "site", "project")
    python("-m", "generator", "build", "--root", "project", "--only", "site", "--jobs", "1")

    assert Path(origin.strip()).is_relative_to(unpacked)
    assert "Sản phẩm mẫu" in (tmp_path / "project/output/site/index.html").read_text("utf-8")


def test_the_wheel_that_a_project_carries_is_the_packager_s(unpacked: Path, tmp_path: Path) -> None:
    name, content = wheel_of(distribution("ocop-catalogue"))
    (tmp_path / name).write_bytes(content)
    installed = tmp_path / "installed"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-compile",
    ]
    subprocess.run([*pip, "--target", str(installed), str(tmp_path / name)], check=True)
    wanted = {path for path in files(unpacked) if not path.endswith("/RECORD")}

    assert wanted <= files(installed)
    assert [
        path
        for path in wanted
        if path.startswith("generator/")
        and (installed / path).read_bytes() != (unpacked / path).read_bytes()
    ] == []
