"""Products that a printed format leaves out are told, with the reason and the cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from press_samples import text_of
from small_project import built, change, photo, product, project, write

from generator.desk.content import load
from generator.press import formats

FAIR = """\
---
name: Hội chợ thử
starts_on: 2026-12-18
ends_on: {ends_on}
sample: true
{products}---
"""
CODES = "23456789"
RULES = {"print-left-out", "print-nothing"}


def fair(root: Path, *slugs: str, ends_on: str = "2026-12-22") -> None:
    listed = f"products: [{', '.join(slugs)}]\n" if slugs else ""
    write(root, "content/fairs/hoi.md", FAIR.format(ends_on=ends_on, products=listed))


def more(root: Path, count: int) -> list[str]:
    """So many products besides the project's three."""
    slugs = [f"mon-{number}" for number in range(count)]
    for number, slug in enumerate(slugs):
        facts = {"name": f"Món {number}", "code": f"7K4M{CODES[number]}", "group": "8"}
        text = product(slug, producer="co-so", stars="3", **facts)
        write(root, f"content/products/{slug}.md", text)
        photo(root, f"{slug}.jpg", "#c98a12")
    return slugs


def without_photo(root: Path, slug: str) -> None:
    change(
        root,
        f"content/products/{slug}.md",
        f"photos:\n  - file: {slug}.jpg\n    alt: Ảnh {slug}\n",
        "",
    )


def told(root: Path, language: str = "en") -> list[str]:
    problems = load(root).problems
    return [each.line_in(language) for each in problems if each.rule.code in RULES]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose leaflet, the one format there is, has six places and wants photos."""
    text = formats._OF_PROGRAM.read_text("utf-8")
    entry = text[text.index("[leaflet]") :].partition("\n\n[")[0]
    entry = entry.replace("most = 24", "most = 6").replace('["code"]', '["code", "photo"]')
    table = tmp_path / "formats.toml"
    table.write_text(entry, "utf-8")
    monkeypatch.setattr(formats, "_OF_PROGRAM", table)
    return project(tmp_path / "project")


def test_a_brochure_that_shows_all_has_no_warning(root: Path) -> None:
    fair(root, "gao", "kho-ca", "mam-ca")

    assert told(root) == []


def test_a_product_without_photo_is_named_at_its_place_in_the_fairs_list(root: Path) -> None:
    without_photo(root, "kho-ca")
    fair(root, "gao", "kho-ca", "mam-ca")
    [of_fair, of_site] = told(root)

    assert of_fair == (
        "content/fairs/hoi.md:6:17: warning[print-left-out]: 1 of 3 products are not on the "
        "leaflet: without a photo: “Khô cá”. Add a photo at the key photos."
    )
    assert of_site.startswith("content/site.yaml:1:1: warning[print-left-out]: 1 of 3 products")
    assert "chưa có ảnh: “Khô cá”. Hãy thêm ảnh ở khóa photos." in told(root, "vi")[0]


def test_a_build_warns_too_and_again_where_nothing_changed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_photo(root, "kho-ca")
    for _ in range(2):
        assert built(root, "brochures") == 0
        assert capsys.readouterr().err.count("warning[print-left-out]") == 1
    text = text_of((root / "output/brochures/catalogue/leaflet.office.pdf").read_bytes())
    assert "Trong danh mục còn có Khô cá" in text


def test_a_fair_with_more_products_than_places_names_those_beyond(root: Path) -> None:
    slugs = more(root, 5)
    fair(root, "gao", "kho-ca", "mam-ca", *slugs)
    [line] = told(root)

    assert "2 of 8 products are not on the leaflet: over its 6 places: “Món 3”, “Món 4”." in line
    assert "Put the 6 products to print first at the fair's key products" in line
    assert line.endswith("or print with --products.")


def test_many_products_left_out_are_counted(root: Path) -> None:
    slugs = more(root, 8)
    for slug in (*slugs, "gao"):
        without_photo(root, slug)
    fair(root)
    line = next(line for line in told(root) if "fairs" in line)

    assert "9 of 11 products" in line
    assert ", +4." in line
    assert len(line) < 400


def test_each_reason_has_its_names_and_its_cure(root: Path) -> None:
    without_photo(root, "gao")
    change(root, "content/products/mam-ca.md", "status: certified", "status: withdrawn")
    fair(root, "gao", "kho-ca", "mam-ca")
    line = told(root)[0]

    assert "2 of 3" in line
    assert "without a photo: “Gạo”; withdrawn: “Mắm cá”." in line
    assert "Add a photo at the key photos; take out what is withdrawn." in line


def test_a_product_whose_stars_end_before_the_fair_does_is_told_once(root: Path) -> None:
    change(root, "content/products/mam-ca.md", "2026-01-15", "2023-12-20")
    fair(root, "kho-ca", "mam-ca")
    rules = {each.rule.code for each in load(root).problems}

    assert told(root) == []
    assert "fair-certificate" in rules


def test_withdrawn_products_of_a_fairs_list_are_told_and_others_are_not(root: Path) -> None:
    change(root, "content/products/mam-ca.md", "status: certified", "status: withdrawn")
    fair(root, "kho-ca", "mam-ca")
    [line] = told(root)
    fair(root)

    assert "withdrawn: “Mắm cá”. Take out what is withdrawn." in line
    assert told(root) == []


def test_potential_products_are_told_where_the_fair_has_no_list(root: Path) -> None:
    """The fair's page shows them too; on paper they are shown by the list alone."""
    text = (root / "content/products/mam-ca.md").read_text("utf-8")
    start, end = text.index("certificate:"), text.index("photos:")
    text = (text[:start] + text[end:]).replace("status: certified", "status: potential")
    write(root, "content/products/mam-ca.md", text)
    fair(root)
    [line] = told(root)
    fair(root, "kho-ca", "mam-ca")

    assert "1 of 3 products are not on the leaflet: not recognised yet: “Mắm cá”" in line
    assert told(root) == []


def test_a_brochure_with_nothing_to_show_is_told_not_to_be_there(root: Path) -> None:
    without_photo(root, "kho-ca")
    fair(root, "kho-ca")
    [line] = [line for line in told(root) if "fairs" in line]
    assert built(root, "brochures") == 0

    assert "warning[print-nothing]: There is no leaflet, for no product can be shown" in line
    assert not (root / "output/brochures/hoi").exists()


def test_the_catalogue_s_own_leaflet_tells_nothing_where_its_places_are_full(root: Path) -> None:
    """It shows as many as it has places for, and names others on its back."""
    without_photo(root, more(root, 6)[-1])

    assert told(root) == []


def test_a_fair_that_is_over_is_told_nothing(root: Path) -> None:
    without_photo(root, "kho-ca")
    text = FAIR.replace("2026-12-18", "2026-11-18")
    write(root, "content/fairs/hoi.md", text.format(ends_on="2026-11-20", products=""))

    assert [line for line in told(root) if "fairs" in line] == []


def test_a_photo_that_is_missing_is_told_once(root: Path) -> None:
    (root / "content/media/kho-ca.jpg").unlink()
    fair(root, "kho-ca", "gao")

    assert told(root) == []
    assert [each.rule.code for each in load(root).problems] == ["photo-missing"]
