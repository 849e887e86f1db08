"""What is made again after one edit: exactly the files whose words, numbers or pictures change."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from small_project import (
    ENGLISH,
    built,
    change,
    everything,
    one_label_a_sheet,
    photo,
    product,
    project,
    report,
    set_back,
    write,
)

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = ROOT / "themes" / "mua-nuoc-noi"
KHO = "content/products/kho-ca.md"
GROUP_4 = "nhom/4-mat-ong-mat-khac-va-nong-san-thuc-pham-khac"
GROUP_8 = "nhom/8-che-bien-tu-thit-trung-sua-thuy-san-cac-san-pham-tu-mat-ong"
PREFLIGHT = "brochures/catalogue/leaflet.proof.json"
LEAFLET = {f"brochures/catalogue/leaflet{end}.pdf" for end in ("", ".office", ".screen")}


def pages(*folders: str) -> set[str]:
    """The pages in those folders of the site; the home page is the empty one."""
    return {f"site/{folder}/index.html".replace("//", "/") for folder in folders}


def label(slug: str) -> set[str]:
    """The label sheets, whose words and sizes come from the product."""
    names = ("sheet.pdf", "sheet.office.pdf", "qr.pdf")
    return {f"labels/{slug}/{name}" for name in names}


def codes(slug: str) -> set[str]:
    return {f"labels/{slug}/qr.svg", f"labels/{slug}/qr.png"}


OWN = pages("san-pham/kho-ca", "Q/7K3M1")
OWN_IN_ENGLISH = pages("en/products/kho-ca")
LISTS = pages("", "san-pham", "chu-the/co-so", GROUP_8, "sao/3", "xa/tan-hung")
"""Lists with a card of khô cá; the pages of its maker's other product show it too."""
OTHERS = pages("san-pham/mam-ca", "Q/7K3M2")
NAMES = pages("chu-the", "nhom", "sao", "xa", GROUP_4, "sao/4", "xa/vinh-chau") | {"site/404.html"}
"""Pages that name products beside the links to lists."""
ENGLISH_LISTS = pages(
    *("en", "en/products", "en/producers/co-so", "en/stars/3", "en/communes/tan-hung"),
    "en/groups/8-made-from-meat-eggs-milk-fish-and-seafood-honey-other-nectar",
)
PRICED = (OWN | OWN_IN_ENGLISH | LISTS | ENGLISH_LISTS) - pages("en")
"""The English home page has its only product in the window, where no price stands."""


def search(language: str, *parts: str) -> set[str]:
    """What the search box loads in that language: all of it, or those parts."""
    names = {
        "catalogue": "search",
        "cards": "search-cards",
        "stories": "search-stories-0",
        "facts": "search-facts-0",
    }
    return {f"site/static/{names[part]}.{language}.js" for part in parts or names}


FOUND = search("vi", "catalogue") | search("en", "catalogue")
COMPARED = search("vi", "facts") | search("en", "facts")
"""What a comparison shows."""
DATA = {"site/catalogue.json", "site/feed.xml"}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built once."""
    root = one_label_a_sheet(project(tmp_path_factory.mktemp("first") / "project"))
    assert built(root) == 0
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the built project that a test may edit."""
    copy = tmp_path / "project"
    shutil.copytree(first, copy, symlinks=True)
    yield copy
    shutil.rmtree(copy)


def edited(
    root: Path, edit: Callable[[], object], only: str | None = None
) -> tuple[set[str], set[str]]:
    """What a build writes and removes after an edit, but for the leaflet's preflight.

    That changes with what it measured: the number of products, their codes. Left out too are the
    lists of what a phone keeps, which must change with any of their files and with nothing else.
    """
    edit()
    assert built(root, only) == 0
    found = report(root)
    written, removed = set(found["written"]), set(found["removed"])
    lists = {name.format(each) for name in KEPT_LISTS for each in ("vi", "en")}
    of = [language for each in written | removed for language in keeping(each)]
    assert lists & written == {name.format(each) for name in KEPT_LISTS for each in of}
    return written - lists - {PREFLIGHT}, removed


KEPT_LISTS = ("site/static/offline.{}.json", "site/static/offline-files.{}.json")


def keeping(path: str) -> Sequence[str]:
    """The languages whose phones keep a file of the site."""
    if re.fullmatch(r"site/static/offline(-files)?\.\w+\.json|site/404\.html", path):
        return ()
    if path.startswith("site/static/") or path.endswith((".480.avif", ".800.avif")):
        return ("vi", "en")
    if not path.endswith(".html"):
        return ()
    return ("en",) if path.startswith("site/en/") else ("vi",)


def test_nothing_is_written_when_nothing_changed(root: Path) -> None:
    before = everything(root / "output")
    times = {p: p.stat().st_mtime_ns for p in (root / "output").rglob("*")}
    assert built(root) == 0

    assert everything(root / "output") == before
    assert {p: p.stat().st_mtime_ns for p in times if "report" not in p.name} == {
        p: t for p, t in times.items() if "report" not in p.name
    }


def test_a_story_changes_its_pages_and_the_leaflet_that_quotes_it(root: Path) -> None:
    written, removed = edited(root, lambda: change(root, KHO, "hai nắng", "ba nắng"))

    assert written == OWN | LEAFLET | search("vi", "stories")
    assert removed == set()


def test_a_price_changes_its_pages_and_cards_in_both_languages(root: Path) -> None:
    written, _ = edited(root, lambda: change(root, KHO, "90000", "95000"))

    assert written == PRICED | LEAFLET | FOUND | COMPARED


def test_a_name_changes_all_that_shows_it(root: Path) -> None:
    written, removed = edited(root, lambda: change(root, KHO, "name: Khô cá", "name: Khô cá lóc"))

    proof = {"labels/kho-ca/proof.json"}  # it counts the letters
    own = {"site/share/kho-ca.jpg", "site/san-pham/kho-ca/passport.json"}
    own |= label("kho-ca") | proof
    assert written == OWN | LISTS | OTHERS | NAMES | DATA | LEAFLET | FOUND | own
    assert removed == set()


def test_another_photo_of_the_same_name_size_and_time_changes_what_is_made_of_it(
    root: Path,
) -> None:
    file = root / "content" / "media" / "kho-ca.jpg"
    times, size = file.stat(), file.stat().st_size
    old = {path for path in everything(root / "output") if path.startswith("site/media/kho-ca.")}

    def swap() -> None:
        photo(root, "kho-ca.jpg", "#a05a12")
        assert file.stat().st_size == size
        set_back(file, times)

    written, removed = edited(root, swap)
    new = {path for path in written if path.startswith("site/media/kho-ca.")}
    shares = {"site/share/kho-ca.jpg", "site/share/kho-ca.en.jpg"}

    assert len(new) == len(old) == 5
    assert removed == old
    thumbnails = pages("en/stars", "en/groups", "en/communes", "en/producers")
    site = OWN | OWN_IN_ENGLISH | OTHERS | LISTS | ENGLISH_LISTS | thumbnails
    cards = search("vi", "cards") | search("en", "cards")
    assert written == new | shares | LEAFLET | site | cards


def test_a_gtin_adds_its_scan_page_its_linkset_and_the_host_s_description(root: Path) -> None:
    gtin = 'gtin: "9521234500018"\nsample: true'
    written, removed = edited(root, lambda: change(root, KHO, "sample: true", gtin))
    scan = {"site/01/09521234500018/linkset.json", "site/.well-known/gs1resolver"}
    scan |= pages("01/09521234500018")

    assert removed == set()
    assert written == (
        OWN | OWN_IN_ENGLISH | scan | LEAFLET | label("kho-ca") | codes("kho-ca")
        | {"site/catalogue.json", "site/san-pham/kho-ca/passport.json"}
        | {"labels/kho-ca/proof.json"} | FOUND
    )  # fmt: skip

    written, _ = edited(root, lambda: change(root, KHO, "90000", "95000"), "site")

    assert written == PRICED | pages("01/09521234500018") | FOUND | COMPARED


def test_an_old_address_changes_the_redirects_alone(root: Path) -> None:
    alias = "aliases: [/san-pham/kho-cu/]\nsample: true"
    written, _ = edited(root, lambda: change(root, KHO, "sample: true", alias))

    assert written == pages("san-pham/kho-cu") | {"site/_redirects"}

    change(root, KHO, "/san-pham/kho-cu/", "/san-pham/kho-cu/, /Q/7K3M0")
    written, _ = edited(root, lambda: None)

    assert written == pages("Q/7K3M0")


def test_a_printing_changes_nothing_that_is_public(root: Path) -> None:
    row = "2026-03-12,HTTPS://THU.EXAMPLE/Q/7K3M1,kho-ca,1200,tem\n"
    text = "printed_on,address,product,quantity,what\n" + row
    written, removed = edited(root, lambda: write(root, "content/printed.csv", text))

    assert written | removed == set()


def test_a_script_of_a_template_changes_the_policy_for_hosts(root: Path) -> None:
    template = (DEFAULT / "web" / "not_found.html").read_text("utf-8")
    edit = template.replace("<script>", "<script>/**/")
    written, _ = edited(root, lambda: write(root, "themes/rieng/web/not_found.html", edit))

    assert written == {"site/404.html", "site/_headers"}


def test_a_template_changes_the_pages_that_use_it(root: Path) -> None:
    template = (DEFAULT / "web" / "list.html").read_text("utf-8")
    edit = template.replace('<main id="main">', '<main id="main" data-trial="">')
    assert edit != template
    written, removed = edited(root, lambda: write(root, "themes/rieng/web/list.html", edit))
    lists = {path for path in written if path.startswith("site/")}

    assert removed == set()
    assert lists == pages(
        *(GROUP_4, GROUP_8, "sao/3", "sao/4", "xa/tan-hung", "xa/vinh-chau"),
        *("en/stars/3", "en/communes/tan-hung"),
        "en/groups/8-made-from-meat-eggs-milk-fish-and-seafood-honey-other-nectar",
    )
    assert written == lists


def test_a_part_of_a_script_changes_that_script(root: Path) -> None:
    part = "scripts/search/facets.js"
    edit = (DEFAULT / part).read_text("utf-8") + "window.trial = 1;\n"
    written, removed = edited(root, lambda: write(root, f"themes/rieng/{part}", edit))
    (after,) = written
    script = (root / "output" / after).read_text("utf-8")
    back, _ = edited(root, lambda: write(root, f"themes/rieng/{part}", f"// why\n{edit}"))

    assert (after, removed, back) == ("site/static/search.js", set(), set())
    assert script.startswith('(function () {\n"use strict";\nconst TONES')
    assert script.count('"use strict"') == script.count("window.trial = 1;\nconst waiting") == 1


def test_a_string_table_changes_the_pages_of_its_language(root: Path) -> None:
    table = (DEFAULT / "strings" / "en.toml").read_text("utf-8")
    edit = table.replace('until_valid = "until"', 'until_valid = "up to"')
    assert edit != table
    written, _ = edited(root, lambda: write(root, "themes/rieng/strings/en.toml", edit))

    assert written == OWN_IN_ENGLISH


def test_the_sites_name_changes_every_page_and_nothing_of_the_pictures(root: Path) -> None:
    output = root / "output"
    every = {path for path in everything(output) if path.endswith(".html")}
    written, _ = edited(
        root, lambda: change(root, "content/site.yaml", "Danh mục thử", "Danh mục mới"), "site"
    )
    in_vietnamese = {path for path in every if "/en/" not in path}

    assert {path for path in written if path.endswith(".html")} == in_vietnamese
    assert not any(path.startswith("site/media/") for path in written)
    assert {"site/feed.xml", "site/catalogue.json", "site/share.jpg"} <= written


def test_a_new_product_changes_the_lists_that_have_it(root: Path) -> None:
    def add() -> None:
        facts = {"name": "Trà sen", "code": "7K3M4", "group": "4", "producer": "hop-tac-xa"}
        write(root, "content/products/tra-sen.md", product("tra-sen", stars="3", **facts))
        photo(root, "tra-sen.jpg", "#3f6a4a")

    written, removed = edited(root, add)
    made = {path for path in written if "tra-sen" in path or "7K3M4" in path}
    lists = pages("", "san-pham", "chu-the/hop-tac-xa", GROUP_4, GROUP_8, "sao/3", "sao/4")
    lists |= pages("chu-the", "nhom", "sao", "xa", "xa/tan-hung", "xa/vinh-chau")

    assert removed == set()
    assert len(made) == 2 + 5 + 1 + 1 + 6
    assert written - made == (
        lists | pages("san-pham/gao", "Q/7K3M3") | DATA | LEAFLET | {"site/sitemap.xml"}
        | {"site/404.html"} | search("vi")
    )  # fmt: skip


def test_a_deleted_product_leaves_nothing_behind(root: Path) -> None:
    own = {
        path
        for path in everything(root / "output")
        if "gao" in path or "7K3M3" in path or "hop-tac-xa" in path
    }
    written, removed = edited(root, lambda: (root / "content/products/gao.md").unlink())
    lists = pages("", "san-pham", GROUP_8, "sao/3", "sao/4", "xa/tan-hung")
    lists |= pages("chu-the", "nhom", "sao", "xa")

    assert removed == own | pages(GROUP_4, "xa/vinh-chau")
    others = {"site/sitemap.xml", "site/404.html"}
    assert written == lists | DATA | LEAFLET | others | search("vi")


def test_a_renamed_file_moves_its_page_and_keeps_its_scan_address(root: Path) -> None:
    old = {path for path in everything(root / "output") if "/gao" in path and "media" not in path}

    def rename() -> None:
        file = root / "content/products/gao.md"
        file.rename(file.with_name("gao-thom.md"))

    written, removed = edited(root, rename)
    moved = {path.replace("gao", "gao-thom") for path in old}
    lists = pages("", "san-pham", "chu-the/hop-tac-xa", GROUP_4, "sao/3", "xa/vinh-chau")

    assert removed == old
    others = pages("Q/7K3M3") | {"site/sitemap.xml"} | search("vi")
    assert written == moved | lists | DATA | others


def test_a_translation_adds_to_the_english_edition(root: Path) -> None:
    english = "content/products/gao.en.md"
    written, removed = edited(root, lambda: write(root, english, ENGLISH))
    vietnamese = {path for path in written if "/en/" not in path}
    both = pages("san-pham/gao", "Q/7K3M3", "chu-the/hop-tac-xa", GROUP_4, "xa/vinh-chau")

    assert removed == set()
    assert vietnamese == both | {
        "site/sitemap.xml",
        "site/catalogue.json",
        "site/share/gao.en.jpg",
        "site/san-pham/gao/passport.json",
        *search("vi", "catalogue"),
        *search("en"),
    }
    assert pages("en/products/gao") <= written
