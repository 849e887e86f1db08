"""`ocop new site`: an office's own name, communes and host, by options or asked at a terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.catalogue.reading.reader import Reading, read
from generator.cli import asking, ocop

OFFICE = "Phòng: “Kinh tế” 'A' \"B\" #1, [x] {y} & *z"


def new_site(folder: Path, *words: str, typed: Sequence[str] = ()) -> Result:
    lines = "".join(f"{each}\n" for each in typed)
    arguments = ["new", "site", str(folder), *words]
    return CliRunner().invoke(ocop, arguments, input=lines, standalone_mode=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "dự án"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def told(found: Reading) -> tuple[str | None, str, dict[str, tuple[str, str, str | None]]]:
    """Office, address and places."""
    assert found.problems == ()
    assert found.catalogue is not None
    site = found.catalogue.site
    places = found.catalogue.places.items()
    return (
        site.office.name if site.office else None,
        site.base_url,
        {slug: (each.kind, each.name, each.province) for slug, each in places},
    )


def test_options_are_written_so_that_every_sign_survives(folder: Path) -> None:
    communes = ("--commune", "xã Tân Lập", "--commune", 'phường Con, Đặc Khu O\'Hai "#1"')
    said = ("--office", OFFICE, *communes, "--province", "tỉnh An: Giang #", "--host", "ocop.vn/xa")
    result = new_site(folder, *said)

    assert result.return_value == 0
    assert "CHÚ Ý: “tỉnh An: Giang #” không phải tên một trong 34" in result.stderr
    assert told(read(folder)) == (
        OFFICE,
        "https://ocop.vn/xa",
        {
            "tan-lap": ("xã", "Tân Lập", "An: Giang #"),
            "con-2": ("phường", "Con", "An: Giang #"),
            "o-hai-1": ("đặc khu", 'O\'Hai "#1"', "An: Giang #"),
        },
    )
    assert "place: tan-lap" in (folder / "README.md").read_text("utf-8")
    assert "để làm mẫu" not in (folder / "content/places.yaml").read_text("utf-8")


@pytest.mark.parametrize("typed", ["xã Tân Lập", "Xã Tân Lập, PHƯỜNG  Long An"])
def test_communes_name_the_catalogue_and_leave_no_words_to_be_written_anew(
    folder: Path, typed: str
) -> None:
    new_site(folder, "--commune", typed, "--province", "Tây Ninh")
    found = read(folder).catalogue
    where = typed.replace("Xã", "xã").replace("PHƯỜNG  ", "phường ")

    assert found is not None
    assert found.site.name == f"Danh mục OCOP {where}"
    assert where in str(found.site.tagline)
    assert found.site.description == f"Danh mục sản phẩm OCOP của {where}."
    assert found.by_slug["san-pham-mau"].made_in == "tan-lap"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--commune", "Tân Lập", "--province", "A"), "--commune: “Tân Lập” chưa ghi"),
        (("--commune", "xã A, xã A", "--province", "A"), "--commune: “xã A” ghi hai lần"),
        (("--commune", "xã A"), "Thiếu --province"),
        (("--host", "http://a b"), "--host: "),
        (("--host", "ftp://a.vn"), "--host: "),
        (("--host", "a"), "--host: "),
        (("--office", "a" * 201), "--office: "),
    ],
)
def test_what_can_t_be_is_refused_with_the_reason(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    result = new_site(folder, *words)

    assert result.return_value == 2
    assert said in result.stderr
    assert not folder.exists()


@pytest.mark.usefixtures("terminal")
def test_a_terminal_is_asked_and_asked_again(folder: Path) -> None:
    answers = ["UBND xã: A", "Tân Lập", "xã Tân Lập, xã Mỹ Trà", "Tây Ninh", "a b", "ocop.vn"]
    result = new_site(folder, typed=answers)

    assert result.return_value == 0, result.output
    assert "như xã Tân Lập" in result.stderr
    assert told(read(folder)) == (
        "UBND xã: A",
        "https://ocop.vn",
        {
            "tan-lap": ("xã", "Tân Lập", "Tây Ninh"),
            "my-tra": ("xã", "Mỹ Trà", "Tây Ninh"),
        },
    )


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("typed", "doubts", "written"),
    [
        (["tay ninh"], 0, "Tây Ninh"),
        (["TP. Hồ Chí Minh"], 0, "Hồ Chí Minh"),
        (["ocop.tanlap.gov.vn", "Tây Ninh"], 1, "Tây Ninh"),
        (["Tây Nin", "Long An", "Tây Ninh"], 2, "Tây Ninh"),
        (["Champasak", "Champasak"], 1, "Champasak"),
    ],
)
def test_a_province_is_one_of_the_country_s_or_typed_twice(
    folder: Path, typed: list[str], doubts: int, written: str
) -> None:
    result = new_site(folder, typed=["", "xã Tân Lập", *typed, ""])

    assert told(read(folder))[2]["tan-lap"][2] == written
    assert result.stderr.count("34 tỉnh") == doubts
    assert ("Có phải Tây Ninh?" in result.stderr) is ("Tây Nin" in typed)


def test_nothing_typed_and_no_terminal_give_the_same_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert new_site(tmp_path / "a").return_value == 0
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    assert new_site(tmp_path / "b", typed=["", "", ""]).return_value == 0

    assert files(tmp_path / "a") == files(tmp_path / "b")


@pytest.mark.usefixtures("terminal")
def test_a_folder_in_use_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    result = new_site(tmp_path)

    assert result.return_value == 1
    assert "không trống" in result.stderr


def test_a_new_project_carries_the_guide_with_all_that_it_leads_to(folder: Path) -> None:
    new_site(folder)
    pages = [folder / "README.md", *(folder / "huong-dan").glob("*.md")]
    leads = {
        (page, target)
        for page in pages
        for found in re.findall(r'\]\(([^)#\s]+)|src="([^"]+)"', page.read_text("utf-8"))
        if "://" not in (target := found[0] or found[1]) and "." in target
    }

    assert (folder / "README.md", "huong-dan/huong-dan.md") in leads
    assert [
        f"{page.name} → {target}"
        for page, target in leads
        if not (page.parent / target).resolve().is_relative_to(folder.resolve())
        or not (page.parent / target).is_file()
    ] == []
