"""Names that are one and the same on some disks: by Unicode form, by capital letters."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from small_project import built, change, photo, project, write

from generator.catalogue.reading.unread_files import clash_findings
from generator.desk.content import load
from generator.engine.tree import listing

_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>'
_FILES_OF_SITE = "mark: {file: dấu.png}\npress: {profile: mực.icc}"


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _told(root: Path) -> list[str]:
    return [each.line_in("en") for each in load(root).problems]


def _photographed(root: Path, on_disk: str, written: str) -> Path:
    """A project in which a product's photo has one name on the disk and another in its file."""
    (project(root) / "content/media/kho-ca.jpg").unlink()
    photo(root, on_disk, "#c98a12")
    change(root, "content/products/kho-ca.md", "file: kho-ca.jpg", f"file: {written}")
    return root


@pytest.mark.parametrize("name", ["ảnh cá.jpg", "Khô cá/nắng đầu mùa.jpg"])
def test_a_photo_is_found_whichever_unicode_form_its_name_has(tmp_path: Path, name: str) -> None:
    for number, (on_disk, written) in enumerate(
        [(_nfd(name), name), (name, _nfd(name)), (_nfd(name), _nfd(name))]
    ):
        root = _photographed(tmp_path / str(number), on_disk, written)

        assert _told(root) == []
        assert built(root, only="site") == 0
        assert [*(root / "output/site/media").glob("*anh-ca*.480.avif")] or "/" in name


@pytest.mark.parametrize("named", ["lôgô.svg", _nfd("lôgô.svg")])
@pytest.mark.parametrize("on_disk", ["lôgô.svg", _nfd("lôgô.svg")])
@pytest.mark.parametrize("whose", ["producers/co-so.md", "products/kho-ca.md"])
def test_a_logo_is_found_whichever_unicode_form_its_name_has(
    tmp_path: Path, whose: str, on_disk: str, named: str
) -> None:
    write(project(tmp_path), f"content/media/{on_disk}", _LOGO)
    change(tmp_path, f"content/{whose}", "sample: true", f"logo: {named}\nsample: true")

    assert _told(tmp_path) == []


def test_the_mark_and_the_profile_are_found_under_their_names_on_the_disk(tmp_path: Path) -> None:
    photo(project(tmp_path), _nfd("dấu.png"), "#c98a12")
    write(tmp_path, f"content/{_nfd('mực.icc')}", "no profile")
    change(tmp_path, "content/site.yaml", "language: vi", f"language: vi\n{_FILES_OF_SITE}")
    (told,) = _told(tmp_path)

    assert "[press-profile]" in told
    assert "no ICC file" in told


def test_a_link_out_of_the_folder_is_found_under_its_name_on_the_disk(tmp_path: Path) -> None:
    root = _photographed(tmp_path, "gao-thom.jpg", "lá sen.jpg")
    (root / "content/media" / _nfd("lá sen.jpg")).symlink_to("/etc/hostname")
    (told,) = _told(root)

    assert "error[photo-path]" in told


@pytest.mark.parametrize(
    ("on_disk", "written", "meant"),
    [
        ("Kho-Ca.JPG", "kho-ca.jpg", "Kho-Ca.JPG"),
        ("kho-ca.jpeg", "kho-ca.jpg", "kho-ca.jpeg"),
        ("kho-ca.HEIC", "kho-ca.jpg", "kho-ca.HEIC"),
        ("2026/kho-ca.jpg", "kho-ca.jpg", "2026/kho-ca.jpg"),
        ("kho-ca.jpg", "san-pham/kho-ca.jpg", "kho-ca.jpg"),
        ("khô cá.jpg", "kho-ca.jpg", "khô cá.jpg"),
        (_nfd("khô cá.png"), "Khô-cá.jpg", "khô cá.png"),
        ("ca-say-mot-nang.jpg", "ca-say-1-nang.jpg", "ca-say-mot-nang.jpg"),
    ],
)
def test_for_a_missing_photo_the_nearest_one_is_named(
    tmp_path: Path, on_disk: str, written: str, meant: str
) -> None:
    named = _photographed(tmp_path, "x.jpg", written) / "content/media" / on_disk
    named.parent.mkdir(exist_ok=True)
    (tmp_path / "content/media/x.jpg").rename(named)
    (told,) = _told(tmp_path)

    assert told.startswith("content/products/kho-ca.md:15:11: error[photo-missing]: ")
    assert f"Did you mean “{meant}”?" in told


def test_a_photo_that_only_a_careless_disk_finds_is_missing_on_every_disk(tmp_path: Path) -> None:
    stamps = listing(project(tmp_path) / "content")
    stamps["media/Kho-Ca.jpg"] = stamps.pop("media/kho-ca.jpg")
    (told,) = (each.line_in("vi") for each in load(tmp_path, stamps=stamps).problems)

    assert "error[photo-missing]" in told
    assert "Có phải “Kho-Ca.jpg”?" in told


CLASHING = [
    ("media/nang.jpg", "media/Nang.JPG"),
    (f"media/{_nfd('nắng.jpg')}", "media/nắng.jpg"),
    ("media/2026/nang.jpg", "media/2026/Nang.jpg"),
    ("lots/kho-ca.csv", "lots/kho-ca.CSV"),
    ("lots/kho-ca.events.csv", "lots/kho-ca.EVENTS.csv"),
    ("products/mam-ca.en.md", "products/mam-ca.en.MD"),
]


@pytest.mark.parametrize(("one", "other"), CLASHING)
def test_two_names_that_some_disk_takes_for_one_are_told(
    tmp_path: Path, one: str, other: str
) -> None:
    content = project(tmp_path) / "content"
    for path in (one, other):
        (content / path).parent.mkdir(exist_ok=True)
        (content / path).write_text("lot,when,step\n" if "events" in path else "lot\n")
    named = {
        each.path: each.said_in("en")
        for each in load(tmp_path).problems
        if each.rule.code == "file-name-clash"
    }

    first, second = sorted((one, other))
    assert [*named] == [unicodedata.normalize("NFC", f"content/{second}")]
    assert unicodedata.normalize("NFC", f"differs from content/{first} only") in next(
        iter(named.values())
    )


def test_names_of_what_systems_leave_clash_with_nothing() -> None:
    left = ["media/Thumbs.db", "media/thumbs.db", "lots/desktop.ini", "lots/Desktop.ini"]

    assert [*clash_findings(left)] == []


RESERVED = ["q", "01", "media", "static", "share", "schema", "qr", "con", "nul", "com1", "san-pham"]


@pytest.mark.parametrize("name", RESERVED)
def test_a_page_can_t_take_a_name_that_is_reserved(tmp_path: Path, name: str) -> None:
    write(project(tmp_path), f"content/pages/{name}.md", "---\ntitle: Trang\n---\nChữ.\n")
    (told,) = _told(tmp_path)

    assert re.search(r"error\[(address-reserved|slug-reserved)\]", told)


@pytest.mark.parametrize("name", [*RESERVED[:-1], "Media", "SHARE", "Con", "san-pham"])
def test_an_old_address_can_t_take_a_name_that_is_reserved(tmp_path: Path, name: str) -> None:
    keys = f"sample: true\naliases: [/{name}/]\n---"
    change(project(tmp_path), "content/products/kho-ca.md", "sample: true\n---", keys)
    (told,) = _told(tmp_path)

    assert re.search(r"error\[alias-(form|clash|case|scan)\]", told)


@pytest.mark.parametrize("lot", ["CON", "AUX.1", "LPT1", "INDEX.HTML", "PASSPORT.JSON"])
def test_a_lot_can_t_take_a_name_that_its_folder_can_t_bear(tmp_path: Path, lot: str) -> None:
    write(project(tmp_path), "content/lots/kho-ca.csv", f"lot\n{lot}\n")
    (told,) = _told(tmp_path)

    assert told.startswith("content/lots/kho-ca.csv:2:1: error[lot-characters]")


def test_a_table_may_have_its_ending_in_capitals(tmp_path: Path) -> None:
    write(project(tmp_path), "content/lots/kho-ca.CSV", "lot\nL1\n")
    events = "lot,when,step\nL1,2026-01-02,harvested\n"
    write(tmp_path, "content/lots/kho-ca.EVENTS.CSV", events)
    found = load(tmp_path)

    assert found.problems == ()
    assert found.catalogue
    assert len(found.catalogue.lots["kho-ca"][0].events) == 1


@pytest.mark.parametrize(
    ("alias", "owner"),
    [
        ("/san-pham/gao/", "content/products/gao.md:1"),
        ("/Q/7K3M3/", "content/products/gao.md:1"),
        ("/chu-the/hop-tac-xa/", "content/producers/hop-tac-xa.md:1"),
        ("/gioi-thieu/", "content/pages/gioi-thieu.md:1"),
        ("/en/products/mam-ca/", "content/products/mam-ca.md:1"),
        ("/hang-cu/", "content/products/gao.md:21"),
        ("/san-pham/", "/san-pham/"),
        ("/san-pham/trang-2/", "/san-pham/"),
    ],
)
def test_an_old_address_that_is_taken_is_told_with_both_files_and_lines(
    tmp_path: Path, alias: str, owner: str
) -> None:
    write(project(tmp_path), "content/pages/gioi-thieu.md", "---\ntitle: Trang\n---\nChữ.\n")
    write(tmp_path, "content/products/mam-ca.en.md", "---\nname: Sauce\n---\n")
    change(
        tmp_path, "content/products/gao.md", "sample: true", "sample: true\naliases: [/hang-cu/]"
    )
    change(
        tmp_path, "content/products/kho-ca.md", "sample: true", f"sample: true\naliases: [{alias}]"
    )
    told = next(each for each in _told(tmp_path) if "alias" in each)
    first, second = sorted(["content/products/gao.md:21", "content/products/kho-ca.md:21"])

    assert "error[alias-clash]" in told
    if owner == first:
        assert told.startswith(second)
    else:
        assert told.startswith("content/products/kho-ca.md:21:11: ")
    assert f"already belongs to {owner}. " in told


GTINS = {
    "gtin-of-zeros": ["00000000", "0000000000000", "00000000000000"],
    "gtin-in-store": ["2012345678900", "0212345678906", "0412345678904", "20123451", "02345673"],
}


@pytest.mark.parametrize(
    ("rule", "gtin"), [(rule, gtin) for rule, gtins in GTINS.items() for gtin in gtins]
)
@pytest.mark.parametrize("where", ["product", "pack"])
def test_a_gtin_that_can_t_be_is_doubted(tmp_path: Path, where: str, rule: str, gtin: str) -> None:
    digits = gtin[:-1] + _check_digit(gtin[:-1])
    key = f'gtin: "{digits}"'
    of_pack = "" if where == "product" else f"price: 90000\n    {key}"
    change(project(tmp_path), "content/products/gao.md", "price: 90000", of_pack or "price: 90000")
    change(tmp_path, "content/products/gao.md", "sample: true", "" if of_pack else key)
    told = _told(tmp_path)

    assert [each for each in told if f"[{rule}]" in each]
    assert len(told) == 1


@pytest.mark.parametrize("gtin", ["8934563138161", "952123450001", "12345670", "0012345678905"])
def test_a_gtin_of_a_company_is_not_doubted(tmp_path: Path, gtin: str) -> None:
    digits = gtin[:-1] + _check_digit(gtin[:-1])
    change(project(tmp_path), "content/products/gao.md", "sample: true", f'gtin: "{digits}"')

    assert not [each for each in _told(tmp_path) if "in-store" in each or "nobody" in each]


def _check_digit(digits: str) -> str:
    weighed = (int(each) * (3, 1)[at % 2] for at, each in enumerate(reversed(digits)))
    return str(-sum(weighed) % 10)
