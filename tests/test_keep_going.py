"""A broken file doesn't hold back the rest: `--keep-going` leaves it as it was last published."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from killed import seen_at_each_change
from small_project import built, built_project, change, everything, product, project, write

from generator.cli import ocop
from generator.desk.building.going_on import last_published
from generator.desk.options import Order

GAO, FISH = "content/products/gao.md", "content/products/kho-ca.md"
LOTS, RECALLED = "content/lots/kho-ca.csv", "lot,status,note\nL1,recalled,Ẩm mốc\n"
PAGE = "output/site/san-pham/{}/index.html"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a lot, its site built once."""
    found = built_project(tmp_path_factory.mktemp("first"))
    write(found, LOTS, "lot,status,note\nL1,ok,\n")
    assert built(found, "site") == 0
    return found


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(first, tmp_path, symlinks=True, dirs_exist_ok=True))


def go_on(root: Path, *more: str) -> tuple[int, str]:
    """The exit status and all that is said."""
    words = ["build", "--keep-going", "--only", "site", "--jobs", "1", "--theme", "rieng", *more]
    done = CliRunner().invoke(ocop, [*words, "--root", str(root)], standalone_mode=False)
    assert done.exception is None, done.output
    return done.return_value, done.output


def page(root: Path, slug: str) -> str:
    return (root / PAGE.format(slug)).read_text("utf-8")


def test_a_recall_goes_out_though_another_file_is_broken(root: Path) -> None:
    before = page(root, "gao")
    change(root, GAO, "price: 90000", "price: chín chục")
    change(root, GAO, "name: Gạo", "name: Gạo mới")
    write(root, LOTS, RECALLED)
    assert built(root, "site") == 1
    status, said = go_on(root)

    assert status == 3
    assert f"{GAO}:19:12: error[type-wrong]" in said
    assert f"Giữ như lần đăng trước: {GAO}." in said
    assert "Ẩm mốc" in page(root, "kho-ca")
    assert "Ẩm mốc" in (root / "output/site/thu-hoi/index.html").read_text("utf-8")
    assert page(root, "gao") == before
    assert "Gạo mới" not in (root / "output/site/san-pham/index.html").read_text("utf-8")


def test_when_it_is_mended_the_output_is_that_of_a_clean_build(root: Path) -> None:
    change(root, GAO, "price: 90000", "price: chín chục")
    assert go_on(root)[0] == 3
    change(root, GAO, "price: chín chục", "price: 80000")
    assert built(root, "site") == 0
    found = everything(root / "output")
    shutil.rmtree(root / "output")
    shutil.rmtree(root / ".cache")

    assert built(root, "site") == 0
    assert everything(root / "output") == found


def test_a_sound_project_ends_as_ever(root: Path) -> None:
    assert go_on(root)[0] == 0


def test_a_new_product_that_is_broken_waits(root: Path) -> None:
    text = product("moi", name="Mới", code="7K3M9", group="8", producer="co-so", stars="3")
    write(root, "content/products/moi.md", text.replace("price: 90000", "price: nhiều"))
    change(root, FISH, "price: 90000", "price: 80000")
    status, said = go_on(root)

    assert status == 3
    assert "Chưa đăng được: content/products/moi.md." in said
    assert "80.000" in page(root, "kho-ca")
    assert not (root / PAGE.format("moi")).exists()


def test_what_needs_the_new_form_of_a_broken_file_stays_too(root: Path) -> None:
    """A place is renamed in a list that is broken: who names it stands as before."""
    write(root, "content/places.yaml", "- {slug: tan-hung")
    change(root, FISH, "summary: Món kho-ca", "summary: Món ngon")
    status, said = go_on(root)

    assert status == 3
    assert "content/places.yaml" in said
    assert "Món ngon" in page(root, "kho-ca")


def test_the_sites_own_file_may_be_the_broken_one(root: Path) -> None:
    change(root, "content/site.yaml", "language: vi", "language: [")
    change(root, FISH, "summary: Món kho-ca", "summary: Món ngon")

    assert go_on(root)[0] == 3
    assert "Món ngon" in page(root, "kho-ca")


def test_a_product_does_without_a_photo_that_cannot_be_read(root: Path) -> None:
    write(root, "content/media/gao.jpg", "no picture")
    change(root, FISH, "summary: Món kho-ca", "summary: Món ngon")
    status, said = go_on(root)

    assert status == 3
    assert "Ảnh chưa dùng được: gao.jpg." in said
    assert "Món ngon" in page(root, "kho-ca")
    assert "<h1>Gạo</h1>" in page(root, "gao")


def test_a_printed_address_is_never_lost(root: Path) -> None:
    before = everything(root / "output")
    text = "address,kind,what,when\n"
    write(root, "content/printed.csv", text.replace("address", "khong-phai"))
    status, said = go_on(root)

    assert status == 1
    assert "content/printed.csv" in said
    assert everything(root / "output") == before


def test_what_was_published_is_not_believed_when_damaged(root: Path) -> None:
    (kept,) = root.glob(".cache/**/texts.bin")
    kept.write_bytes(kept.read_bytes().replace("name: Gạo".encode(), "name: Giả".encode()))
    change(root, GAO, "price: 90000", "price: chín chục")
    before = everything(root / "output")
    status, said = go_on(root)

    assert status == 1
    assert f"không còn bản lần trước của {GAO}" in said
    assert everything(root / "output") == before


@pytest.mark.parametrize(
    ("broken", "text"),
    [
        (GAO, "---\nname: [\n"),
        ("content/places.yaml", "- {slug: tan-hung"),
        ("content/producers/co-so.md", "---\nname: [\n"),
        ("content/lots/kho-ca.csv", 'lot,status,note\n"L1,ok,\n'),
        ("content/products/kho-ca.en.md", "---\nname: [\n"),
    ],
)
def test_without_the_cache_no_published_page_is_taken_away(
    root: Path, broken: str, text: str
) -> None:
    """What was last published is not known then, so that it can't be told from what never was."""
    shutil.rmtree(root / ".cache")
    write(root, broken, text)
    before = everything(root / "output")
    status, said = go_on(root)

    assert status == 1
    assert broken in said
    assert "mất trang đã đăng: site/" in said
    assert everything(root / "output") == before


def test_without_the_cache_a_broken_file_that_has_no_page_yet_waits(root: Path) -> None:
    shutil.rmtree(root / ".cache")
    write(root, "content/products/moi.md", "---\nname: [\n")
    write(root, LOTS, RECALLED)

    assert go_on(root)[0] == 3
    assert "Ẩm mốc" in page(root, "kho-ca")


def test_what_was_published_while_a_file_was_broken_counts_as_published(root: Path) -> None:
    """A recall that went out so stays out when its own file is broken later on."""
    change(root, GAO, "price: 90000", "price: chín chục")
    write(root, LOTS, RECALLED)
    assert go_on(root)[0] == 3
    before = page(root, "gao")
    write(root, LOTS, RECALLED + '"L2,ok,\n')
    status, said = go_on(root)

    assert status == 3
    assert f"Giữ như lần đăng trước: {LOTS}, {GAO}." in said
    assert "Ẩm mốc" in page(root, "kho-ca")
    assert page(root, "gao") == before


def test_what_was_published_though_the_labels_failed_counts_as_published(root: Path) -> None:
    """The site is put in place though another scope is not; a recall in it is not forgotten."""
    write(root, "themes/rieng/press/labels.typ", '#panic("print-overflow: thử")')
    write(root, LOTS, RECALLED)
    assert built(root) == 1
    assert "Ẩm mốc" in page(root, "kho-ca")
    write(root, LOTS, RECALLED + '"L2,ok,\n')

    assert go_on(root)[0] == 3
    assert "Ẩm mốc" in page(root, "kho-ca")


def test_what_was_published_by_a_build_that_was_killed_counts_as_published(
    root: Path, tmp_path: Path
) -> None:
    """Killed at any change of the disk after the recall is out, nothing takes it back."""
    write(root, LOTS, RECALLED)

    def kept() -> tuple[bool, bytes | None]:
        text = last_published(Order(root=root, output=root / "output")).text("lots/kho-ca.csv")
        return "Ẩm mốc" in page(root, "kho-ca"), text

    seen = seen_at_each_change(lambda: built(root, "site"), kept, tmp_path / "seen")

    assert {text for is_out, text in seen if is_out} == {RECALLED.encode()}


def test_a_site_that_was_never_built_has_what_is_sound(tmp_path: Path) -> None:
    root = project(tmp_path)
    change(root, GAO, "price: 90000", "price: chín chục")
    status, said = go_on(root)

    assert status == 3
    assert f"Chưa đăng được: {GAO}." in said
    assert "Khô cá" in page(root, "kho-ca")


@pytest.mark.parametrize("merged", ["<<<<<<< HEAD\n", "handed_on,address\n", "\xff\xfe\xff"])
def test_a_broken_list_of_codes_holds_no_recall_back(root: Path, merged: str) -> None:
    """Only warnings follow from its rows; the list itself is left to whoever mends it."""
    write(root, "content/handed-out.csv", merged.encode("latin-1"))
    write(root, LOTS, RECALLED)
    status, said = go_on(root, "--only", "labels")

    assert status == 3
    assert "Đã làm phần còn lại. Hãy sửa các lỗi trên" in said
    assert (root / "content/handed-out.csv").read_bytes() == merged.encode("latin-1")
    assert go_on(root)[0] == 3
    assert "Ẩm mốc" in page(root, "kho-ca")


def test_what_is_laid_out_for_it_does_not_stay(root: Path) -> None:
    change(root, GAO, "price: 90000", "price: chín chục")
    assert go_on(root)[0] == 3

    assert not [*root.glob(".cache/**/going-on")]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are POSIX's")
def test_what_nothing_reads_is_not_waited_for(root: Path) -> None:
    """A pipe or a film in content/ is a warning; a build that remembers texts passes it by."""
    os.mkfifo(root / "content/products/ong.txt")
    write(root, "content/products/phim.mp4", "x" * 1000)
    change(root, FISH, "summary: Món kho-ca", "summary: Món ngon")
    assert built(root, "site") == 0
    change(root, GAO, "price: 90000", "price: chín chục")

    assert go_on(root)[0] == 3
    assert not [*root.glob(".cache/**/phim.mp4")]


@pytest.mark.parametrize("row", ["L2,2026-13-01,ok,", 'l 2,,ok,"Một\nhai"', "L1,,ok,"])
def test_a_recall_goes_out_though_another_row_of_its_table_is_broken(root: Path, row: str) -> None:
    write(root, LOTS, f"lot,produced,status,note\nL1,,recalled,Ẩm mốc\n{row}\nL3,,ok,\n")
    status, said = go_on(root)

    assert status == 3
    assert LOTS in said
    assert "Ẩm mốc" in page(root, "kho-ca")


def test_a_row_that_is_broken_stays_as_it_was_published(root: Path) -> None:
    write(root, LOTS, "lot,produced,status,note\nL1,2026-99-01,ok,\nL7,,ok,Mới\n")
    assert go_on(root)[0] == 3

    lots = (root / "output/site/Q/7K3M1").iterdir()
    assert {each.name for each in lots if each.is_dir()} == {"L1", "L7"}


def test_a_folder_where_a_file_was_to_be_keeps_nothing_else_back(root: Path) -> None:
    (root / "content/products/x.md").mkdir()
    write(root, LOTS, RECALLED)
    status, said = go_on(root)

    assert status == 3
    assert "content/products/x.md:1:1: error[file-unreadable]" in said


def test_what_nothing_reads_may_be_a_pipe_or_endless(root: Path) -> None:
    (root / "content/notes").mkdir()
    os.mkfifo(root / "content/notes/a.md")
    with (root / "content/big.csv").open("wb") as file:
        file.truncate(30_000_000)
    write(root, "content/products/gao.md", "---\nname: [\n---\n")

    assert go_on(root)[0] == 3
    assert go_on(root)[0] == 3


def test_a_file_that_may_not_be_read_stays_as_published(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "gao.md" and path.parent.parent == root / "content":
            raise PermissionError(13, "Permission denied", str(path))
        return reading(path)

    before = page(root, "gao")
    change(root, GAO, "name: Gạo", "name: Gạo mới")
    monkeypatch.setattr(Path, "read_bytes", refusing)
    status, said = go_on(root)

    assert status == 3
    assert f"{GAO}:1:1: error[file-unreadable]" in said
    assert page(root, "gao") == before
