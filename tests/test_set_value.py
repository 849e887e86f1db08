"""`ocop set`: one value of a file, checked before it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from label_project import ask, complete_project
from small_project import built, change, project, published, run, write

from generator.catalogue.reading.editing import REMOVED
from generator.desk.content import Content, load
from generator.desk.editing import checked_writing
from generator.desk.editing.checked_writing import AskedError
from generator.desk.editing.set_value import change_of

FILE = "content/products/kho-ca.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


def text(root: Path) -> str:
    return (root / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "path", "value"),
    [
        ("name=Khô cá", ("name",), "Khô cá"),
        ("certificate.stars = 4", ("certificate", "stars"), "4"),
        ("packs[1].price=90000", ("packs", 0, "price"), "90000"),
        ("packs.2.net=1 kg", ("packs", 1, "net"), "1 kg"),
        ("summary=a=b", ("summary",), "a=b"),
        ("video=", ("video",), REMOVED),
        ("standards=[VietGAP, HACCP]", ("standards",), ["VietGAP", "HACCP"]),
        ("name=[x", ("name",), "[x"),
    ],
)
def test_what_is_asked_for_is_understood(asked: str, path: object, value: object) -> None:
    assert change_of(asked) == (path, value)


@pytest.mark.parametrize("asked", ["name", "=x", "a b=c", "packs[x]=1", "packs[0].net=1 kg", ""])
def test_what_is_no_key_and_value_is_wrong_usage(asked: str) -> None:
    with pytest.raises(AskedError):
        change_of(asked)


def test_a_value_is_changed_shown_and_nothing_else_touched(root: Path) -> None:
    before = text(root)
    status, said, _ = run(root, "set", "kho-ca", "certificate.stars=4", "packs[1].price=95000")

    assert status == 0
    assert "-   stars: 3" in said
    assert "+   stars: 4" in said
    assert text(root) == before.replace("stars: 3", "stars: 4").replace("90000", "95000")
    assert run(root, "set", "kho-ca", "certificate.stars=4")[1].startswith("Không có gì khác")


def test_of_a_draft_no_build_is_asked_for(root: Path) -> None:
    assert "Hãy chạy ocop build" in run(root, "set", "kho-ca", "packs[1].price=95000")[1]
    assert "xóa dòng draft: true" in run(root, "set", "kho-ca", "draft=true")[1]


def test_a_new_key_stands_where_the_guide_has_it(root: Path) -> None:
    assert run(root, "set", "kho-ca", "ingredients=Cá: 92 %, muối")[0] == 0

    lines = text(root).splitlines()
    assert 'ingredients: "Cá: 92 %, muối"' in lines or "ingredients: Cá: 92 %, muối" in lines
    assert run(root, "check")[0] == 0
    assert run(root, "set", "kho-ca", "ingredients=")[0] == 0
    assert "ingredients" not in text(root)


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        ("certificate.stars=7", "stars-range"),
        ("pries=1", "key-unknown"),
        ("producer=khong-co", "unknown-producer"),
        ("code=7K3M2", "code-duplicate"),
        ("name=", "key-missing"),
    ],
)
def test_a_value_that_brings_an_error_is_not_kept(root: Path, asked: str, rule: str) -> None:
    before = (root / FILE).read_bytes()
    status, _, said = run(root, "set", "kho-ca", "summary=Khác.", asked)

    assert status == 1
    assert f"error[{rule}]" in said
    assert (root / FILE).read_bytes() == before


def test_another_files_error_holds_no_change_up(root: Path) -> None:
    change(root, "content/products/gao.md", "stars: 3", "stars: 9")

    assert run(root, "set", "kho-ca", "summary=Khác hẳn.")[0] == 0
    assert "summary: Khác hẳn." in text(root)


def test_a_printed_code_stays(tmp_path: Path) -> None:
    root = complete_project(tmp_path)
    assert built(root, "labels") == 0
    assert ask(root, "kho-ca", "--stock", "a4-64x34", "--count", "1").exit_code == 0
    status, _, said = run(root, "set", "kho-ca", "code=7K3MZ")

    assert status == 1
    assert "7K3M1" in said
    assert "code: 7K3M1" in text(root)


def test_other_files_are_named_with_their_folder(root: Path) -> None:
    assert run(root, "set", "producers/co-so", "phone=0000 000 001")[0] == 0
    assert run(root, "set", "kho-ca.en", "name=Fish")[0] == 0
    assert run(root, "set", "site", "tagline=Ba món ngon")[0] == 0
    assert "phone: 0000 000 001" in (root / "content/producers/co-so.md").read_text("utf-8")
    assert "tagline: Ba món ngon" in (root / "content/site.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["kho-cax", "../site", "producers/../products/gao", "x/y", ""])
def test_a_file_that_is_not_there_is_wrong_usage(root: Path, name: str) -> None:
    status, _, said = run(root, "set", name, "name=x")

    assert status == 2
    assert name != "kho-cax" or "Có phải “kho-ca”" in said


def test_a_name_with_its_marks_leads_to_the_file(root: Path) -> None:
    assert "Có phải “kho-ca”" in run(root, "set", "Khô cá", "name=x")[2]


@pytest.mark.parametrize("key", ["photos[7].alt", "packs[1].price"])
def test_items_of_lists_are_counted_as_in_messages(root: Path, key: str) -> None:
    status, _, said = run(root, "set", "kho-ca", f"{key}=x")

    assert status == 1
    assert f"“{key}”" in said


def test_a_code_that_was_handed_out_stays_unless_it_still_opens_the_page(root: Path) -> None:
    row = "2026-03-12,HTTPS://THU.EXAMPLE/Q/7K3M1,kho-ca\n"
    write(root, "content/handed-out.csv", f"handed_on,address,product\n{row}")
    status, _, said = run(root, "set", "kho-ca", "code=7K3MZ")

    assert status == 1
    assert "handed-out-lost" in said
    assert "code: 7K3M1" in text(root)
    assert run(root, "set", "kho-ca", "code=7K3MZ", "aliases=[/Q/7K3M1]")[0] == 0


def test_an_address_that_a_change_takes_away_is_told_with_it(root: Path) -> None:
    change(root, FILE, "sample: true\n", "")
    published(root)
    status, _, said = run(root, "set", "site", "languages=[vi]")

    assert status == 0
    assert "warning[address-language]" in said


@pytest.mark.parametrize("name", ["kho-ca", "producers/co-so", "site"])
def test_lines_that_end_as_on_old_macs_stay_so(root: Path, name: str) -> None:
    path = f"{name}.yaml" if name == "site" else f"{name if '/' in name else f'products/{name}'}.md"
    file = root / "content" / path
    old = file.read_bytes().replace(b"\n", b"\r")
    file.write_bytes(old)
    key = "tagline" if name == "site" else "name"

    assert run(root, "set", name, f"{key}=Tên khác")[0] == 0
    new = file.read_bytes()
    assert b"\n" not in new
    assert f"{key}: Tên khác\r".encode() in new
    assert len(new.split(b"\r")) == len(old.split(b"\r"))


def test_a_link_stays_one_and_the_file_behind_it_is_changed(root: Path) -> None:
    file, kept = root / FILE, root / "content/media/kho-ca.md"
    file.rename(kept)
    file.symlink_to(kept)

    assert run(root, "set", "kho-ca", "certificate.stars=4")[0] == 0
    assert file.is_symlink()
    assert "stars: 4" in kept.read_text("utf-8")


def test_a_link_that_leads_out_of_the_content_is_not_followed(root: Path) -> None:
    outside = root / "kho-ca.md"
    (root / FILE).rename(outside)
    (root / FILE).symlink_to(outside)
    before = outside.read_bytes()

    assert run(root, "set", "kho-ca", "certificate.stars=4")[0] == 1
    assert outside.read_bytes() == before


def test_line_ends_and_mark_of_windows_stay(root: Path) -> None:
    file = root / FILE
    windows = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(windows)

    assert run(root, "set", "kho-ca", "certificate.stars=4")[0] == 0
    assert file.read_bytes() == windows.replace(b"stars: 3", b"stars: 4")


def test_what_is_saved_while_a_value_is_checked_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(_: Path) -> Content:
        (root / FILE).write_text("vừa lưu", "utf-8")
        return load(root)

    monkeypatch.setattr(checked_writing, "load", check)
    code, _, _ = run(root, "set", "kho-ca", "group=99")

    assert (code, text(root)) == (1, "vừa lưu")
