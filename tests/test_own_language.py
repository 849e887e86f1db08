"""A site's own language, Vietnamese or English: the same promises for every folder of content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

import pytest
from folder_samples import NAMES, needed, title_key
from small_project import built, project, write

from generator.catalogue.languages import Language
from generator.catalogue.model.folders import FOLDERS
from generator.desk.content import load
from generator.web.kinds import BY_NAME as KINDS

SLUGS = {**{each.name: each.kind for each in FOLDERS}, "products": "mam-ca", "producers": "co-so"}
"""A thing of every folder."""
LINKED = "Xem " + ", ".join(f"[{name}](../{name}/{slug}.md)" for name, slug in SLUGS.items())
OTHER: dict[Language, Language] = {"vi": "en", "en": "vi"}
SITE = """\
name: Catalogue
base_url: https://thu.example/ocop
language: {own}
languages: [{own}, {other}]
"""


@dataclass(frozen=True)
class Built:
    root: Path
    own: Language

    def page(self, path: str) -> str:
        return (self.root / "output" / "site" / path / "index.html").read_text("utf-8")

    def address(self, folder: str, language: Language) -> str:
        kind = next(each.kind for each in FOLDERS if each.name == folder)
        return KINDS[kind].page(SLUGS[folder], language)


def spoken_project(root: Path, own: Language) -> Path:
    """A project whose things are all written in both languages, and link to each other."""
    project(root)
    (root / "content/products/kho-ca.en.md").unlink()
    write(root, "content/site.yaml", SITE.format(own=own, other=OTHER[own]))
    for folder in FOLDERS:
        slug = SLUGS[folder.name]
        body = f"---\n{LINKED}\n\nThe text itself.\n"
        if folder.name == "products":
            text = (root / f"content/products/{slug}.md").read_text("utf-8")
            alias = "aliases: [/san-pham/cu/, /products/old/, /en/products/old/, /Q/7K3M9]\nsample:"
            text = text.replace("sample:", alias)
            write(root, f"content/products/{slug}.md", f"{text}\n\n{LINKED}\n")
        else:
            menu = "menu: 1\n" if folder.name == "pages" else ""
            keys = needed(folder, f"Own {slug}")
            write(root, f"content/{folder.name}/{slug}.md", f"---\n{keys}{menu}{body}")
        keys = f"{title_key(folder)}: Other {slug}\n"
        write(root, f"content/{folder.name}/{slug}.{OTHER[own]}.md", f"---\n{keys}{body}")
    return root


@pytest.fixture(scope="module", params=["vi", "en"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    own: Language = request.param
    root = spoken_project(tmp_path_factory.mktemp(own) / "p", own)
    assert load(root).problems == ()
    assert built(root, "site") == 0
    return Built(root, own)


def hrefs(html: str) -> list[str]:
    return re.findall(r'<a\b[^>]*href="([^"]+)"', html)


@pytest.mark.parametrize("folder", NAMES)
@pytest.mark.parametrize("translated", [False, True])
def test_texts_link_to_pages_of_their_own_language(
    site: Built, folder: str, translated: bool
) -> None:
    language = OTHER[site.own] if translated else site.own
    here = site.address(folder, language)
    found = {normpath(f"{here}{href}") for href in hrefs(site.page(here)) if "://" not in href}

    assert {f"{site.address(name, language)}index.html" for name in NAMES} <= found


@pytest.mark.parametrize("folder", NAMES)
def test_a_page_and_its_translation_name_each_other(site: Built, folder: str) -> None:
    own, other = site.address(folder, site.own), site.address(folder, OTHER[site.own])
    slug = SLUGS[folder]

    for path, language in ((own, site.own), (other, OTHER[site.own])):
        html = site.page(path)
        assert f'<html lang="{language}">' in html
        for each, at in ((site.own, own), (OTHER[site.own], other), ("x-default", own)):
            href = f'hreflang="{each}" href="https://thu.example/ocop/{at}"'
            assert f'<link rel="alternate" {href}>' in html
    assert f"Other {slug}" in site.page(other)


@pytest.mark.parametrize("folder", NAMES)
def test_an_alias_may_not_take_the_page_of_anything(
    site: Built, folder: str, tmp_path: Path
) -> None:
    root = spoken_project(tmp_path / "p", site.own)
    address = site.address(folder, site.own)
    file = root / "content/products/gao.md"
    file.write_text(
        file.read_text("utf-8").replace("sample:", f"aliases: [/{address}]\nsample:"), "utf-8"
    )

    assert [each.rule.code for each in load(root).problems] == ["alias-clash"]


@pytest.mark.parametrize("old", ["san-pham/cu/", "products/old/", "en/products/old/"])
def test_an_alias_leads_to_the_product_s_page_in_the_site_s_own_language(
    site: Built, old: str
) -> None:
    target = site.address("products", site.own)
    rules = (site.root / "output/site/_redirects").read_text("utf-8").splitlines()
    html = site.page(old)

    assert f"/ocop/{old} /ocop/{target} 301" in rules
    assert normpath(f"{old}{hrefs(html)[0]}") == f"{target}index.html"
    assert f'<link rel="canonical" href="https://thu.example/ocop/{target}">' in html


@pytest.mark.parametrize("scan", ["Q/7K3M2/", "Q/7K3M9/"])
def test_scan_pages_speak_the_site_s_own_language(site: Built, scan: str) -> None:
    html = site.page(scan)
    target = site.address("products", site.own)

    assert f'<html lang="{site.own}">' in html
    assert f'<link rel="canonical" href="https://thu.example/ocop/{target}">' in html


@pytest.mark.parametrize("folder", NAMES)
def test_the_page_for_lost_addresses_leads_to_what_there_is(site: Built, folder: str) -> None:
    html = (site.root / "output/site/404.html").read_text("utf-8")
    kind = KINDS[next(each.kind for each in FOLDERS if each.name == folder)]
    wanted = kind.folder(site.own) if kind.list else site.address(folder, site.own)
    links = [href for href in hrefs(html) if href.startswith("/")]

    assert f'<html lang="{site.own}">' in html
    assert any(href.removesuffix("index.html") == f"/ocop/{wanted}" for href in links)
    for href in links:
        file = site.root / "output" / "site" / href.removeprefix("/ocop/")
        assert (file / "index.html" if file.is_dir() else file).is_file()


def test_the_feed_and_the_sitemap_are_those_of_the_own_language(site: Built) -> None:
    output = site.root / "output" / "site"

    assert f'xml:lang="{site.own}"' in (output / "feed.xml").read_text("utf-8")
    sitemap = (output / "sitemap.xml").read_text("utf-8")
    for folder in NAMES:
        for language in (site.own, OTHER[site.own]):
            address = site.address(folder, language)
            assert f"<loc>https://thu.example/ocop/{address}</loc>" in sitemap


@pytest.mark.parametrize(("own", "home"), [("vi", ""), ("en", "en/")])
def test_a_site_in_one_language_answers_at_its_root(
    tmp_path: Path, own: Language, home: str
) -> None:
    root = project(tmp_path / "p")
    (root / "content/products/kho-ca.en.md").unlink()
    write(root, "content/site.yaml", SITE.replace(", {other}", "").format(own=own))
    assert built(root, "site") == 0
    html = (root / "output/site/index.html").read_text("utf-8")

    assert f'<html lang="{own}">' in html
    assert f'<link rel="canonical" href="https://thu.example/ocop/{home}">' in html
    assert ('http-equiv="refresh"' in html) == bool(home)
    assert not home or hrefs(html) == [f"{home}index.html"]


@pytest.mark.parametrize("own", ["vi", "en"])
@pytest.mark.parametrize("slug", ["san-pham", "products", "q", "01", "media", "en", "gioi-thieu"])
def test_a_content_page_may_not_take_the_place_of_a_list(
    tmp_path: Path, own: Language, slug: str
) -> None:
    root = project(tmp_path / "p")
    (root / "content/products/kho-ca.en.md").unlink()
    write(root, "content/site.yaml", SITE.replace(", {other}", "").format(own=own))
    write(root, f"content/pages/{slug}.md", "---\ntitle: Trang\n---\nChữ.\n")
    kept = {"vi": {"san-pham", "q", "01", "media", "en"}, "en": {"products"}}[own]

    found = [each.rule.code for each in load(root).problems]

    assert found == (["address-reserved"] if slug in kept else [])
