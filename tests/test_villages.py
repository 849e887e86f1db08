"""Craft villages: their pages, their producers and products, and what the check says of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from small_project import built, change, project, write

from generator.desk.content import load

VILLAGE = """\
---
name: Làng chiếu mẫu
summary: Một làng để thử.
craft: Dệt chiếu
place: tan-hung
position: 10.8712, 105.6504
founded: 1950
recognised_on: 2020-05
decision: Số 7
recognised_by: UBND tỉnh Mẫu
sample: true
---
Người làng dệt chiếu. Xem [khô cá](../products/kho-ca.md) và [làng bên](lang-hai.md).
"""
ENGLISH = "---\nname: Sample mat village\ncraft: Mats\n---\nPeople weave mats.\n"
SECOND = "---\nname: Làng hai\nplace: vinh-chau\nmap: https://maps.example/lang-hai\n---\n"
MAP = "https://www.openstreetmap.org/?mlat=10.8712&amp;mlon=105.6504#map=15/10.8712/105.6504"


def village_project(root: Path) -> Path:
    project(root)
    write(root, "content/villages/lang-chieu.md", VILLAGE)
    write(root, "content/villages/lang-chieu.en.md", ENGLISH)
    write(root, "content/villages/lang-hai.md", SECOND)
    write(root, "content/villages/lang-xa.md", "---\nname: Làng xa\n---\n")
    change(root, "content/producers/co-so.md", "place:", "village: lang-chieu\nplace:")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = village_project(tmp_path_factory.mktemp("villages") / "p")
    assert load(root).problems == ()
    assert built(root, "site") == 0
    return root / "output" / "site"


def page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def test_a_village_has_a_page_with_its_story_map_producers_and_products(site: Path) -> None:
    html = page(site, "lang-nghe/lang-chieu")

    for words in ("Làng chiếu mẫu", "Dệt chiếu", "Xã Tân Hưng", "1950", "Số 7", "UBND tỉnh Mẫu"):
        assert words in html
    assert f'href="{MAP}"' in html
    assert 'href="../../chu-the/co-so/index.html">Nơi làm co-so</a>' in html
    assert 'href="../../san-pham/mam-ca/index.html">Mắm cá</a>' in html
    assert '<a href="../../san-pham/kho-ca/index.html">khô cá</a>' in html
    assert '<a href="../lang-hai/index.html">làng bên</a>' in html
    assert "../../san-pham/gao/" not in html
    assert "Dữ liệu mẫu" in html


def test_a_village_may_do_without_a_commune_as_a_producer_may(site: Path) -> None:
    html = page(site, "lang-nghe/lang-xa")

    assert "Làng xa" in html
    assert "<dt>Địa chỉ" not in html
    assert "None" not in html + page(site, "lang-nghe")


def test_a_village_without_producers_has_a_page_all_the_same(site: Path) -> None:
    html = page(site, "lang-nghe/lang-hai")

    assert 'href="https://maps.example/lang-hai"' in html
    assert 'class="card"' not in html


def test_a_village_is_told_to_search_engines_as_a_place(site: Path) -> None:
    html = page(site, "lang-nghe/lang-chieu")
    data = [json.loads(each) for each in re.findall(r'ld\+json">(.*?)</script>', html)]
    found = next(each for each in data if each["@type"] == "Place")

    assert found["name"] == "Làng chiếu mẫu"
    assert found["url"] == "https://thu.example/lang-nghe/lang-chieu/"
    assert found["geo"]["latitude"] == "10.8712"
    assert found["address"]["addressLocality"] == "xã Tân Hưng"


def test_villages_stand_in_the_list_the_menu_the_footer_and_the_sitemap(site: Path) -> None:
    listed = page(site, "lang-nghe")
    home = page(site, "")
    sitemap = (site / "sitemap.xml").read_text("utf-8")

    assert 'href="lang-chieu/index.html">Làng chiếu mẫu</a>' in listed
    assert 'href="lang-hai/index.html">Làng hai</a>' in listed
    assert len(re.findall(r'<a href="(?:\./)?lang-nghe/index.html">Làng nghề</a>', home)) == 2
    for path in ("lang-nghe/", "lang-nghe/lang-chieu/", "en/craft-villages/lang-chieu/"):
        assert f"<loc>https://thu.example/{path}</loc>" in sitemap


def test_an_edition_shows_the_villages_written_in_its_language(site: Path) -> None:
    listed = page(site, "en/craft-villages")

    assert "Sample mat village" in listed
    assert "lang-hai" not in listed
    assert not (site / "en/craft-villages/lang-hai").exists()
    assert "Dried fish" in page(site, "en/craft-villages/lang-chieu")


def test_a_producer_s_page_leads_to_its_village(site: Path) -> None:
    html = page(site, "chu-the/co-so")

    assert '<a href="../../lang-nghe/lang-chieu/index.html">Làng chiếu mẫu</a>' in html
    assert "lang-nghe/lang" not in page(site, "chu-the/hop-tac-xa")


def test_a_site_without_villages_names_none(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    assert built(root, "site") == 0

    assert "lang-nghe" not in page(root / "output" / "site", "")
    assert not (root / "output/site/lang-nghe").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        ("producers/co-so.md", "village: lang-chieu", "village: lang-chie", "4:10 unknown-village"),
        ("villages/lang-chieu.md", "place: tan-hung", "place: tan-hun", "5:8 unknown-place"),
        ("villages/lang-chieu.md", "position: 10", "position: 105.6, 10", "6:11 type-wrong"),
        ("villages/lang-chieu.md", "position: 10", "position: 40", "6:11 type-wrong"),
        ("villages/lang-chieu.md", "recognised_on: 2020-05", "recognised_on: x", "8:16 type-wrong"),
        ("villages/lang-chieu.md", "place: tan-hung", "plase: tan-hung", "5:1 key-unknown"),
        ("villages/lang-chieu.md", "(lang-hai.md)", "(lang-ba.md)", "13:73 link-broken"),
        ("villages/lang-chieu.en.md", "craft: Mats", "place: tan-hung", "3:1 translation-key"),
    ],
)
def test_a_wrong_village_is_told_where_it_is_wrong(
    tmp_path: Path, file: str, old: str, new: str, line: str
) -> None:
    root = village_project(tmp_path / "p")
    change(root, f"content/{file}", old, new)
    found = [
        f"{each.line}:{each.column} {each.rule.code}"
        for each in load(root).problems
        if each.path == f"content/{file}"
    ]

    assert line in found


def test_a_village_s_story_changes_its_own_pages_and_its_name_those_that_show_it(
    tmp_path: Path,
) -> None:
    root = village_project(tmp_path / "p")
    assert built(root, "site") == 0
    output = root / "output" / "site"
    before = {path: path.read_bytes() for path in output.rglob("*.html")}
    change(root, "content/villages/lang-chieu.md", "Người làng dệt", "Cả làng dệt")
    change(root, "content/villages/lang-chieu.md", "founded: 1950", "founded: 1951")
    assert built(root, "site") == 0
    changed = {path for path, old in before.items() if path.read_bytes() != old}
    english = output / "en/craft-villages/lang-chieu/index.html"

    assert changed == {output / "lang-nghe/lang-chieu/index.html", english}

    change(root, "content/villages/lang-chieu.md", "Làng chiếu mẫu", "Làng chiếu")
    assert built(root, "site") == 0

    assert "Làng chiếu</a>" in page(output, "chu-the/co-so")
    assert "Làng chiếu</a>" in page(output, "lang-nghe")
