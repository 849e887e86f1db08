"""Files that nobody means well: each is one clear line of the check, soon and in little memory."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from small_project import SITE, built, change, photo, product, project, run, write

from generator.desk.content import load
from generator.pictures.photos import rendition_paths

LETTERS = "x" * 200_000
KHO = "content/products/kho-ca.md"
STOCK = "- {{name: to, page: 9 x 9, columns: 1, rows: 1, label: 8 x 8, margin: 0 x 0, {}}}\n"
FORMAT = """\
[lon]
title = {{vi = "Lớn", en = "Large"}}
subjects = ["catalogue"]
template = "leaflet.typ"
page = "100 x 100"
flavours = ["press"]
pages = [{{panels = [{{name = "a", width = 100}}]}}]
{}
"""
MEMORY = 1_500_000_000
"""Bytes of addresses that a check may use; a photo of 3 GB would not go into it."""
CHECK = """\
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]), int(sys.argv[2])))
from generator.desk.content import load
print(*(each.line_in("en") for each in load(Path(sys.argv[1])).problems), sep="\\n")
"""


def _told(root: Path) -> list[str]:
    return [each.line_in("en") for each in load(root).problems]


def _png(path: Path, width: int, height: int) -> None:
    """A picture that claims a size and holds a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + parts)


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3_000_000_000)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "folder": Path.mkdir,
    "sparse": _sparse,
}
PLACES = [
    *("products/kho-ca.md", "products/kho-ca.en.md", "media/kho-ca.jpg", "lots/kho-ca.csv"),
    *("printed.csv", "printed.seal", "stocks.yaml", "producers/moi.md", "pages/moi.md"),
]


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("place", PLACES)
def test_what_is_no_plain_file_is_one_line_and_is_not_read(
    tmp_path: Path, place: str, kind: str
) -> None:
    path = project(tmp_path) / "content" / place
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    NO_FILES[kind](path)
    (told,) = _told(tmp_path)

    assert ": error[" in told
    assert place in told or "“kho-ca.jpg”" in told


@pytest.mark.parametrize("kind", NO_FILES)
@pytest.mark.parametrize("name", ["site.yaml", "places.yaml", "handed-out.csv"])
def test_a_setting_that_is_no_plain_file_is_one_line_of_the_check(
    tmp_path: Path, name: str, kind: str
) -> None:
    path = project(tmp_path) / "content" / name
    path.unlink(missing_ok=True)
    NO_FILES[kind](path)
    status, _, told = run(tmp_path, "check")

    assert status == 1
    assert told.count(f"content/{name}:1:1: error[") == told.count("error[") == 1


@pytest.mark.parametrize("kind", ["pipe", "device", "sparse"])
def test_a_theme_s_table_that_is_no_plain_file_is_one_line(tmp_path: Path, kind: str) -> None:
    write(project(tmp_path), "content/site.yaml", f"{SITE}theme: rieng\n")
    table = tmp_path / "themes/rieng/theme.toml"
    table.unlink()
    NO_FILES[kind](table)
    (told,) = _told(tmp_path)

    assert "content/site.yaml:9:8: error[theme-unusable]" in told
    assert told.count("theme.toml") == 1


@pytest.mark.parametrize("size", [(1, 119_000_000), (119_000_000, 1), (20_000, 20_000)])
def test_a_picture_that_claims_too_much_is_not_opened(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    _png(project(tmp_path) / "content/media/kho-ca.jpg", *size)
    (told,) = _told(tmp_path)

    assert told.startswith(f"{KHO}:15:11: error[photo-too-large]: ")


def test_a_check_of_endless_photos_stays_within_its_memory(tmp_path: Path) -> None:
    media = project(tmp_path) / "content/media"
    _sparse(media / "kho-ca.jpg")
    _png(media / "gao.jpg", 1, 119_000_000)
    command = [sys.executable, "-c", CHECK, str(tmp_path), str(MEMORY)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout.count("error[photo-too-large]") == 2


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("dpi: 99999999999999999999", "a whole number from 100 to 4800"),
        ("dpi: 1", "a whole number from 100 to 4800"),
        ("dpi: [203, 99999]", "a whole number from 100 to 4800"),
        ("dpi: []", "a list"),
        ("radius: .nan", "a number"),
        ("radius: nan", "a number"),
        ("radius: -1", "millimetres from 0 to 1000"),
        ("radius: 1e99", "millimetres from 0 to 1000"),
    ],
)
def test_a_stock_that_no_machine_prints_is_told(tmp_path: Path, keys: str, told: str) -> None:
    write(project(tmp_path), "content/stocks.yaml", STOCK.format(keys))
    (found,) = _told(tmp_path)

    assert found.startswith("content/stocks.yaml:1:")
    assert told in found


@pytest.mark.parametrize("dpi", ["99999999999999999999", "[]", "1", "1000000"])
def test_a_format_that_no_machine_prints_is_told(tmp_path: Path, dpi: str) -> None:
    write(project(tmp_path), "content/site.yaml", f"{SITE}theme: rieng\n")
    write(tmp_path, "themes/rieng/press/formats.toml", FORMAT.format(f"dpi = {dpi}"))
    (told,) = _told(tmp_path)

    assert "error[theme-unusable]" in told
    assert "lon.dpi" in told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: Khô cá", "name: {}"),
        ("file: kho-ca.jpg", "file: {}.jpg"),
        ("file: kho-ca.jpg", "file: a/{}.jpg"),
        ("alt: Ảnh kho-ca", "alt: {}"),
        ("net: 500 g", "net: {}"),
        ("producer: co-so", "producer: {}"),
        ("issued_by: UBND tỉnh Tây Ninh", "issued_by: {}"),
        ("sample: true", "sample: true\naliases: [/{}/]"),
        ("sample: true", "sample: true\ningredients: {}"),
    ],
)
def test_200_000_letters_are_one_line(tmp_path: Path, old: str, new: str) -> None:
    change(project(tmp_path), KHO, old, new.format(LETTERS))
    (told,) = _told(tmp_path)

    assert told.startswith(f"{KHO}:")
    assert ": error[" in told
    assert len(told) < 500


def test_a_long_text_is_told_how_long_it_may_be(tmp_path: Path) -> None:
    change(project(tmp_path), KHO, "name: Khô cá", f"name: {'Khô ' * 60}")
    (told,) = _told(tmp_path)

    assert told.endswith("Write at most 200 characters; these are 239.")


@pytest.mark.parametrize("name", ["x" * 4000, f"{'x' * 150}/{'y' * 150}", "ả" * 100])
def test_a_photo_s_name_is_never_too_long_for_what_is_made_of_it(name: str) -> None:
    paths = rendition_paths(f"{name}.jpg", "0123456789abcdef")

    assert all(len(Path(each).name) < 130 for each in paths.all)


def test_a_photo_named_as_a_device_makes_no_file_of_that_name() -> None:
    names = [
        Path(rendition_paths(each, "0" * 32).all[-1]).name for each in ("con.jpg", "…", "a.jpg")
    ]

    assert names == ["photo-con.00000000.800.jpg", "photo.00000000.800.jpg", "a.00000000.800.jpg"]


def test_a_photo_with_a_long_name_in_deep_folders_is_published(tmp_path: Path) -> None:
    name = f"{'a' * 120}/{'b' * 240}.jpg"
    photo(project(tmp_path), name, "#c98a12")
    change(tmp_path, KHO, "file: kho-ca.jpg", f"file: {name}")

    assert _told(tmp_path) == []
    assert built(tmp_path, only="site") == 0


NOT_UTF8 = os.fsdecode(b"kh\xf4")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("products/{}.md", "error[slug-invalid]"),
        ("products/{}.en.md", "error[translation-orphan]"),
        ("products/{}.txt", "warning[file-ignored]"),
        ("{}.md", "warning[file-ignored]"),
        ("{}/x.md", "warning[file-ignored]"),
        ("fairs/{}.docx", "warning[file-ignored]"),
    ],
)
def test_a_name_that_is_no_utf_8_is_one_line(tmp_path: Path, path: str, told: str) -> None:
    write(project(tmp_path), "content/" + path.format(NOT_UTF8), product("gao"))
    (found,) = _told(tmp_path)

    assert told in found
    assert found.encode()


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "sparse"])
def test_a_template_that_is_no_plain_file_is_one_line(tmp_path: Path, kind: str) -> None:
    """Named from themes/ on, wherever the project is."""
    write(project(tmp_path), "content/site.yaml", f"{SITE}theme: rieng\n")
    template = tmp_path / "themes/rieng/press/leaflet.typ"
    template.parent.mkdir()
    NO_FILES[kind](template)
    (told,) = _told(tmp_path)

    assert "content/site.yaml:9:8: error[theme-unusable]" in told
    assert ": themes/rieng/press/leaflet.typ: " in told
