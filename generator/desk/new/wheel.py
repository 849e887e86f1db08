"""The running program as a wheel, so that a project can carry what it is made with.

The packager would have to be fetched first, and a new project is often begun without a network. A
wheel is a plain archive: the package's files, the notes of its installation, and a list of hashes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path

from generator.desk.new.guide import guide_files
from generator.litter import is_of_system
from generator.shipped import SHIPPED_GUIDE, SHIPPED_THEMES

_PACKAGE = Path(__file__).resolve().parents[2]
_OF_THIS_INSTALLATION = frozenset(
    ["RECORD", "WHEEL", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json"]
)
_WHEEL = """\
Wheel-Version: 1.0
Generator: ocop
Root-Is-Purelib: true
Tag: py3-none-any
"""
_SAME_TIME = (2020, 1, 1, 0, 0, 0)
"""Of every file, so that one program makes one wheel."""


def wheel_of(program: Distribution) -> tuple[str, bytes]:
    """The name and the bytes of a wheel that installs what runs here. Raises OSError."""
    name = f"{program.metadata['Name'].replace('-', '_')}-{program.version}"
    notes = f"{name}.dist-info"
    files = {**dict(_package_files()), **dict(_notes(program, notes))}
    files[f"{notes}/WHEEL"] = _WHEEL.encode()
    files[f"{notes}/RECORD"] = _record(files, f"{notes}/RECORD")
    return f"{name}-py3-none-any.whl", _archive(files)


def _package_files() -> Iterator[tuple[str, bytes]]:
    """The package, with themes and guide inside that stand beside it in its repository."""
    inside, beside = SHIPPED_THEMES
    rooms = [(_PACKAGE, _PACKAGE.name)]
    if not inside.is_dir():
        rooms.append((beside, f"{_PACKAGE.name}/{beside.name}"))
    for room, within in rooms:
        for path in sorted(room.rglob("*")):
            if path.is_file() and path.suffix != ".pyc" and not is_of_system(path.name):
                yield f"{within}/{path.relative_to(room).as_posix()}", path.read_bytes()
    inside, _ = SHIPPED_GUIDE
    for name, path in guide_files() if not inside.is_dir() else ():
        yield f"{_PACKAGE.name}/{inside.name}/{name}", path.read_bytes()


def _notes(program: Distribution, folder: str) -> Iterator[tuple[str, bytes]]:
    """What the packager wrote of the program: its dependencies, its command, its licence."""
    for each in program.files or ():
        if each.parts[0] == folder and each.name not in _OF_THIS_INSTALLATION:
            yield each.as_posix(), Path(str(each.locate())).read_bytes()


def _record(files: dict[str, bytes], itself: str) -> bytes:
    lines = io.StringIO()
    rows = csv.writer(lines, lineterminator="\n")
    for path, content in files.items():
        digest = urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        rows.writerow((path, f"sha256={digest}", len(content)))
    rows.writerow((itself, "", ""))
    return lines.getvalue().encode()


def _archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, _SAME_TIME)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
