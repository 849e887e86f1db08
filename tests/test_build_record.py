"""What a build leaves behind for publishing: what the site was made from, and what was broken."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from small_project import built, change, ended, one_product, write

from generator.desk.building.build_record import BuildRecord
from generator.desk.options import Order

PAGE = "output/site/index.html"
FISH = "content/products/kho-ca.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    found = one_product(tmp_path)
    assert built(found, "site") == 0
    return found


def order(root: Path, *, keep_going: bool = False) -> Order:
    output = root / "output"
    return Order(root=root, output=output, theme="rieng", only="site", keep_going=keep_going)


def record(root: Path) -> BuildRecord:
    found = BuildRecord.of(order(root))
    assert found
    return found


def test_a_site_is_known_though_its_files_were_written_only_just_before(root: Path) -> None:
    found = record(root)

    assert found.holds(order(root))
    assert found.site.base_url == "https://thu.example"
    assert found.site.wrong == ()


@pytest.mark.parametrize(
    "path", ["content/products/moi.md", "content/media/anh.jpg", "themes/rieng/theme.toml"]
)
def test_whatever_pages_are_made_of_makes_it_old(root: Path, path: str) -> None:
    write(root, path, 'name = "rieng"\ninherits = "mua-nuoc-noi"\n# khác\n')

    assert not record(root).holds(order(root))


@pytest.mark.parametrize(
    "path", ["printed.csv", "printed.seal", "handed-out.csv", "publish.yaml", "~$x.docx", "x.md~"]
)
def test_what_no_page_is_made_of_does_not(root: Path, path: str) -> None:
    write(root, f"content/{path}", "x")

    assert record(root).holds(order(root))


def test_the_file_that_was_edited_since_is_named(root: Path) -> None:
    assert record(root).newer(order(root)) == ""
    change(root, FISH, "Món", "Một món")
    later = (root / FISH).stat().st_mtime_ns + 10**9
    os.utime(root / FISH, ns=(later, later))

    assert record(root).newer(order(root)) == FISH


def test_a_build_around_a_broken_file_says_so_in_its_record(root: Path) -> None:
    change(root, FISH, "price: 90000", "price: chín chục")
    assert ended(order(root, keep_going=True)) == 3
    found = record(root)

    assert found.holds(order(root))
    assert (found.site.wrong, found.site.kept) == ((FISH,), (FISH,))


def test_a_build_with_nothing_to_do_makes_good_a_record_that_is_lost(root: Path) -> None:
    (file,) = root.glob(".cache/output-*/built-site.json")
    file.unlink()
    assert BuildRecord.of(order(root)) is None
    assert built(root, "site") == 0

    assert record(root).holds(order(root))


def test_a_site_of_an_earlier_day_is_old_from_the_day_a_certificate_lapses(root: Path) -> None:
    site = record(root).site
    first, lapses = site.days

    assert site.holds_on(date.fromisoformat(first))
    assert lapses
    assert not site.holds_on(date.fromisoformat(lapses))
