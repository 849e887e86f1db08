"""What is printed stands on the site too, as files for screens, where a page offers them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from press_samples import text_of
from serve_project import Trial
from small_project import built, change, project, run, write

FAIR = """\
---
name: Hội thử
starts_on: 2026-12-18
ends_on: 2026-12-22
products: [gao]
sample: true
---
"""
SITE = "content/site.yaml"
FILES = ["brochures/catalogue/leaflet.pdf", "brochures/hoi/leaflet.pdf"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a fair, whose site offers what is printed."""
    project(tmp_path)
    write(tmp_path, "content/fairs/hoi.md", FAIR)
    change(tmp_path, SITE, "downloads: false", "downloads: true")
    return tmp_path


def offered(page: Path) -> list[tuple[str, str]]:
    """Files and names that a page offers."""
    text = page.read_text("utf-8")
    found = re.findall(r'href="([^"]+\.pdf)" type="application/pdf">([^<]+)<', text)
    return [((page.parent / href).resolve().name, name) for href, name in found]


def files(root: Path) -> list[str]:
    site = root / "output/site"
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.pdf"))


def test_pages_offer_their_own_files_in_both_languages(root: Path) -> None:
    assert built(root, "site") == 0

    site = root / "output/site"
    assert files(root) == FILES
    assert offered(site / "san-pham/index.html") == [("leaflet.pdf", "Tờ bướm (PDF)")]
    assert offered(site / "hoi-cho/hoi/index.html") == [("leaflet.pdf", "Tờ bướm (PDF)")]
    assert offered(site / "en/products/index.html") == [
        ("leaflet.pdf", "Leaflet (PDF, in Vietnamese)")
    ]
    catalogue, fair = (text_of((site / each).read_bytes()) for each in FILES)
    assert "Mắm cá" in catalogue
    assert "Gạo" in fair
    assert "Mắm cá" not in fair


def test_a_site_that_wants_none_offers_none(root: Path) -> None:
    change(root, SITE, "downloads: true", "downloads: false\nbrochures: [leaflet, price-tags]")
    assert built(root, "site") == 0

    assert files(root) == []
    assert offered(root / "output/site/san-pham/index.html") == []


def test_what_print_has_no_room_for_is_not_offered_on_a_site_that_is_made_without_it(
    root: Path,
) -> None:
    change(root, SITE, "tagline: Ba món thử", "tagline: " + "Nghiêng nghiêng lúa sen " * 12)
    status, _, said = run(root, "build", "--only", "site", "--jobs", "1", "--theme", "rieng")

    assert status == 3
    assert "print-overflow" in said
    assert files(root) == []
    assert offered(root / "output/site/san-pham/index.html") == []


def test_another_format_changes_the_pages_that_offer_it(root: Path) -> None:
    assert built(root, "site") == 0
    change(root, SITE, "downloads: true", "brochures: [handbook]")
    assert built(root, "site") == 0

    assert files(root) == [each.replace("leaflet", "handbook") for each in FILES]
    names = [name for _, name in offered(root / "output/site/san-pham/index.html")]
    assert names == ["Cẩm nang (PDF)"]


def test_the_preview_makes_the_file_when_it_is_asked_for(root: Path) -> None:
    trial = Trial(root)

    assert 'href="../brochures/catalogue/leaflet.pdf"' in trial.text("/san-pham/")
    answer = trial.ask("/brochures/catalogue/leaflet.pdf")
    assert (answer.status, answer.body[:5]) == (200, b"%PDF-")
    assert trial.ask("/brochures/catalogue/catalogue.pdf").status == 404
