"""A file that nobody sees is told of with its cure; what systems leave behind is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder_samples import NAMES
from small_project import built, built_project, everything, product, project, write

from generator.catalogue.model.folders import FOLDERS
from generator.desk.content import load
from generator.desk.new import new_site
from generator.desk.reporting import FINE
from generator.litter import is_passed_over

ROOMS = [folder.name for folder in FOLDERS]
LITTER = [
    *("desktop.ini", "Desktop.ini", "Thumbs.db", "ehthumbs.db", "Icon\r", ".DS_Store", "._x.md"),
    *("._x.csv", "~$x.docx", "~$x.md", ".~lock.x.csv#", "~WRL0001.tmp", "x.md~", "AB12.tmp"),
    *(".git/HEAD", "__MACOSX/x.md", "$RECYCLE.BIN/desktop.ini", ".obsidian/app.json"),
]


def _told(root: Path) -> list[str]:
    return [each.line_in("en") for each in load(root).problems]


def _put(root: Path, path: str) -> None:
    write(root, f"content/{path}", product("gao"))


@pytest.mark.parametrize("name", LITTER)
@pytest.mark.parametrize("room", ["", "products/", "lots/", "media/", "fairs/"])
def test_what_systems_and_programs_leave_is_passed_over(
    tmp_path: Path, room: str, name: str
) -> None:
    _put(project(tmp_path), room + name)

    assert _told(tmp_path) == []


def test_what_systems_leave_in_a_theme_or_a_new_folder_changes_nothing(tmp_path: Path) -> None:
    built_project(tmp_path / "p")
    before = everything(tmp_path / "p/output")
    for path in ("static/desktop.ini", "static/._a.js", "press/._labels.typ", "strings/Thumbs.db"):
        write(tmp_path / "p", f"themes/rieng/{path}", "\x00\x05\x16\x07")

    assert built(tmp_path / "p", only="site") == 0
    assert everything(tmp_path / "p/output") == before


def test_a_folder_with_nothing_but_what_finder_left_is_empty(tmp_path: Path) -> None:
    from generator.desk.console import Desk

    (tmp_path / "p").mkdir()
    (tmp_path / "p/.DS_Store").write_bytes(b"\0")

    assert new_site(tmp_path / "p", "vi", Desk("vi")).status == FINE


UNREAD = [
    ("products/kho-moi.md.txt", "Rename it kho-moi.md"),
    ("products/kho-moi.en.md.txt", "Rename it kho-moi.en.md"),
    ("fairs/hoi-cho.txt", "Rename it hoi-cho.md"),
    ("pages/gioi-thieu.markdown", "Rename it gioi-thieu.md"),
    ("producers/co-so-2", "Rename it co-so-2.md"),
    ("products/Khô mới.docx", "a plain text file Khô mới.md"),
    ("villages/lang.pdf", "a plain text file lang.md"),
    ("products/kho-ca.png", "under the key photos"),
    ("products/kho-ca.xlsx", "in content/lots under the name kho-ca.csv"),
    ("products/kho-ca.csv", "in content/lots under the name kho-ca.csv"),
    ("products/kho-ca.yaml", "copy its words into a .md file"),
    ("kho-moi.md", f"folders {', '.join(NAMES)} of content/"),
    ("kho-moi.md.txt", f"folders {', '.join(NAMES)} of content/"),
    ("kho-moi.JPG", "content/media only"),
    ("site.yml", "Did you mean “site.yaml”?"),
    ("Site.yaml.txt", "Did you mean “site.yaml”?"),
    ("places (1).yaml", "Did you mean “places.yaml”?"),
    ("stocks.yml", "Did you mean “stocks.yaml”?"),
    ("printed - Copy.csv", "directly in content/ only"),
    ("printed.xlsx", "Did you mean “printed.csv”?"),
    ("media/kho-ca.md", "only photos are looked for"),
    ("media/lo/kho-ca.csv", "only photos are looked for"),
]


@pytest.mark.parametrize(("path", "cure"), UNREAD)
def test_a_file_that_nothing_reads_is_told_with_its_cure(
    tmp_path: Path, path: str, cure: str
) -> None:
    _put(project(tmp_path), path)
    (told,) = _told(tmp_path)

    assert told.startswith(f"content/{path}:1:1: warning[file-ignored]: ")
    assert cure in told


@pytest.mark.parametrize(
    ("folder", "cure"),
    [
        ("product", "Did you mean “products”?"),
        ("Products", "Did you mean “products”?"),
        ("sản phẩm", f"one of the folders {', '.join(NAMES)}"),
        ("ảnh", "one of the folders"),
        ("lot", "Did you mean “lots”?"),
        *((f"{room}/2026", f"Move the files in it up into content/{room}") for room in ROOMS),
        ("products/2026/thang-1", "Move the files in it up into content/products"),
    ],
)
def test_a_folder_that_nothing_reads_is_told_once_with_its_cure(
    tmp_path: Path, folder: str, cure: str
) -> None:
    for name in ("kho-mot.md", "kho-hai.md"):
        _put(project(tmp_path), f"{folder}/{name}")
    (told,) = _told(tmp_path)
    top = "/".join(folder.split("/")[:2])

    assert told.startswith(f"content/{top}:1:1: warning[file-ignored]: ")
    assert f"content/{folder}/kho-hai.md" in told
    assert cure in told


def test_unread_files_are_told_although_the_site_s_own_file_is_one_of_them(tmp_path: Path) -> None:
    site = project(tmp_path) / "content/site.yaml"
    site.rename(site.with_name("site.yml"))
    told = "\n".join(_told(tmp_path))

    assert "content/site.yaml:1:1: error[file-missing]" in told
    assert "content/site.yml:1:1: warning[file-ignored]" in told


def test_nothing_is_told_of_empty_folders_and_of_photos_that_nobody_names(tmp_path: Path) -> None:
    content = project(tmp_path) / "content"
    for path in ("product", "products/2026", "media/2026", "lots", "fairs"):
        (content / path).mkdir()
    (content / "media/2026/x.heic").write_bytes(b"x")
    (content / "media/phim.mp4").write_bytes(b"x")

    assert _told(tmp_path) == []


def test_every_file_of_the_sample_content_is_read() -> None:
    root = Path(__file__).resolve().parent.parent

    assert [each for each in _told(root) if "file-ignored" in each] == []


def test_a_name_that_someone_meant_is_not_passed_over() -> None:
    for name in ("kho-ca.md", "icon.jpg", "Thumbs.jpg", "desktop.md", "tmp.md", "ảnh~1.jpg"):
        assert not is_passed_over(name)


@pytest.mark.parametrize(
    ("room", "keys", "belongs"),
    [
        ("producers", None, "products"),
        ("villages", None, "products"),
        (
            "products",
            "name: Cơ sở\nkind: household\nplace: tan-hung\nphone: 0912 345 678",
            "producers",
        ),
        ("pages", "name: Cơ sở\nkind: household\nplace: tan-hung", "producers"),
        ("products", "title: Giới thiệu", "pages"),
        ("producers", "name: Hội chợ\nstarts_on: 2026-12-18\nends_on: 2026-12-20", "fairs"),
        ("products", "name: Làng\ncraft: Đan\nplace: tan-hung", "villages"),
    ],
)
def test_a_file_in_another_s_folder_is_told_where_it_belongs(
    tmp_path: Path, room: str, keys: str | None, belongs: str
) -> None:
    text = f"---\n{keys}\n---\nChữ.\n" if keys else product("gao")
    write(project(tmp_path), f"content/{room}/lac-cho.md", text)
    (told,) = _told(tmp_path)

    assert told.startswith(f"content/{room}/lac-cho.md:1:1: error[file-misplaced]: ")
    assert told.endswith(f"Move the file to content/{belongs}.")


@pytest.mark.parametrize(
    "keys", ["name: Khô", "name: Khô\nsumary: x", "name: Khô\ngruop: 8", "a: b"]
)
def test_an_unfinished_file_or_a_mistyped_key_is_in_no_wrong_folder(
    tmp_path: Path, keys: str
) -> None:
    write(project(tmp_path), "content/products/moi.md", f"---\n{keys}\n---\nChữ.\n")

    assert "file-misplaced" not in "".join(_told(tmp_path))
