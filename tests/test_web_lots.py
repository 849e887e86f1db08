"""A lot's page, and how a recall is told: on its page, on the product's, in a list and a feed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from small_project import built, change, project, report, write
from web_samples import BASE, Page, made

from generator import theme
from generator.desk.content import load
from generator.engine.artifact import Artifact
from generator.web.plan import plan

ROOT = Path(__file__).resolve().parent.parent
ATOM = "{http://www.w3.org/2005/Atom}"
SCANS = ("01/09521234500018/10/{}/index.html", "Q/7K3M9/{}/index.html")
LOTS = "lot,produced,best_before,status,note\nL1,01/10/2026,01/04/2027,ok,\nL2,02/10/2026,,,\n"
EVENTS = "lot,when,step,actor\nL1,30/09/2026,bought,Hộ nuôi\nL1,01/10/2026,packed,Cơ sở\n"


@pytest.fixture(scope="module")
def site(artifacts: list[Artifact]) -> dict[str, bytes]:
    return made(artifacts)


def body(content: bytes) -> str:
    return content.decode().split("<body")[1]


@pytest.mark.parametrize("address", SCANS)
def test_a_lot_has_a_page_at_each_scan_address_with_all_that_the_products_page_has(
    site: dict[str, bytes], address: str
) -> None:
    page = body(site[address.format("L2")])

    assert page.index("L2") < page.index("<h1")
    for words in ("12/10/2026", "12/04/2027", "Cá tươi từ sáng sớm", "185.000", "UBND tỉnh"):
        assert words in page
    assert 'data-until="2027-04-12"' in page


def test_a_lots_page_says_that_its_code_is_the_whole_products(site: dict[str, bytes]) -> None:
    assert "không riêng lô L2" in body(site["Q/7K3M9/L2/index.html"])
    assert "not for lot L2 alone" in body(site["en/products/kho-ca/L2/index.html"])
    assert "không riêng lô" not in body(site["Q/7K3M9/index.html"])


def test_a_lots_page_shows_its_events_from_raw_material_to_pack(site: dict[str, bytes]) -> None:
    page = body(site["Q/7K3M9/L2/index.html"])

    assert page.index("Mua nguyên liệu") < page.index("Đóng gói")
    assert "một bước trước" in page
    assert "tháng 10/2026" in page
    assert "9521234500001" in page


def test_words_of_a_table_cannot_become_markup_nor_marks(site: dict[str, bytes]) -> None:
    pages = [content for path, content in site.items() if path.endswith(("L1/index.html",))]

    assert "Hộ &lt;b&gt;nuôi" in body(site["Q/7K3M9/L2/index.html"])
    assert all("Mốc &amp; chua" in body(page) for page in pages)
    assert not any(mark in page for page in pages for mark in (b"\1", b"\2", b"\3", b"\4"))


def test_a_recalled_lot_says_so_before_anything_else(site: dict[str, bytes]) -> None:
    page = body(site["Q/7K3M9/L1/index.html"]).split("<main")[1]

    assert page.index("Lô L1 đã bị thu hồi") < page.index("<img")
    assert page.index("05/08/2026") < page.index("<img")
    assert page.index("đừng dùng, đừng bán") < page.index("<img")
    assert "data-until" not in page.split('class="cert"')[0]


@pytest.mark.parametrize("path", ["san-pham/kho-ca", "Q/7K3M9", "en/products/kho-ca"])
def test_the_products_pages_name_its_recalled_lots_first(site: dict[str, bytes], path: str) -> None:
    page = body(site[f"{path}/index.html"]).split("<main")[1]

    assert page.index("Mốc &amp; chua") < page.index("<img")
    assert 'role="alert"' in page
    assert "L2" not in page.split("<img")[0]


@pytest.mark.parametrize("path", ["san-pham/kho-ca", "Q/7K3M9/L1", "thu-hoi", "en/recalls"])
def test_why_a_lot_was_called_back_ends_as_a_sentence_does(
    site: dict[str, bytes], path: str
) -> None:
    assert re.search(
        r": (<span[^>]*>)?Mốc &amp; chua(</span>)?\.<", body(site[f"{path}/index.html"])
    )


def test_lots_are_linked_alike_from_all_addresses_of_a_product(tmp_path: Path) -> None:
    """One page stands at all of them, so that its links start from any."""
    root = project(tmp_path)
    write(root, "content/lots/kho-ca.csv", LOTS.replace("ok,", "recalled,Mốc"))
    assert built(root, only="site") == 0

    for path in ("san-pham/kho-ca", "Q/7K3M1", "en/products/kho-ca"):
        folder = root / "output/site" / path
        links = [
            link for link in Page((folder / "index.html").read_bytes()).links() if "L1" in link
        ]
        assert len(links) == 2
        assert all((folder / link).resolve().is_file() for link in links)


def test_a_lot_that_is_well_raises_no_alarm(site: dict[str, bytes]) -> None:
    assert 'role="alert"' not in body(site["Q/7K3M9/L2/index.html"])


def test_recalls_have_a_list_and_a_feed_in_each_language(site: dict[str, bytes]) -> None:
    feed = ET.fromstring(site["thu-hoi.xml"])  # noqa: S314  # our own
    entries = feed.findall(f"{ATOM}entry")

    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["Kho ca: thu hồi lô L1"]
    assert entries[0].findtext(f"{ATOM}updated") == "2026-08-05T00:00:00+07:00"
    assert entries[0].findtext(f"{ATOM}id") == f"{BASE}/01/09521234500018/10/L1/"
    assert "Mốc & chua" in (entries[0].findtext(f"{ATOM}summary") or "")
    assert b"lot L1 recalled" in site["en/recalls.xml"]
    heads = [e for tag, e in Page(site["thu-hoi/index.html"]).elements if tag == "link"]
    assert "../thu-hoi.xml" in {e["href"] for e in heads if "atom" in e.get("type", "")}
    assert "thu hồi lô L1" in body(site["thu-hoi/index.html"])
    assert "lot L1 recalled" in body(site["en/recalls/index.html"])


def test_a_lot_can_be_read_in_the_other_language(site: dict[str, bytes]) -> None:
    page = Page(site["Q/7K3M9/L1/index.html"])
    (switch,) = (each for tag, each in page.elements if each.get("class") == "switch")

    assert switch["href"] == "../../../en/products/kho-ca/L1/index.html"
    assert "Lot L1 has been recalled" in body(site["en/products/kho-ca/L1/index.html"])


def test_a_lots_structured_data_names_the_lot_in_gs1s_vocabulary(site: dict[str, bytes]) -> None:
    page = Page(site["01/09521234500018/10/L2/index.html"])
    data = next(each for each in page.data if "gs1:hasBatchLotNumber" in each)

    assert data["@context"][1] == {"gs1": "https://ref.gs1.org/voc/"}
    assert data["gs1:hasBatchLotNumber"] == "L2"
    assert data["productionDate"] == "2026-10-12"
    assert data["gs1:bestBeforeDate"] == "2027-04-12"
    assert data["url"] == f"{BASE}/01/09521234500018/10/L2/"


@pytest.mark.parametrize(
    ("path", "url", "lot"),
    [
        ("Q/7K3M9/L1", f"{BASE}/Q/7K3M9/L1/", "Lô: L1"),
        ("Q/7K3M9", f"{BASE}/01/09521234500018/", "Lô: (xin ghi số lô"),
        ("en/products/kho-ca/L2", f"{BASE}/en/products/kho-ca/L2/", "Lot: L2"),
    ],
)
def test_a_doubt_is_a_letter_already_begun_with_address_and_lot(
    site: dict[str, bytes], path: str, url: str, lot: str
) -> None:
    page = Page(site[f"{path}/index.html"])
    (letter,) = {link for link in page.links() if "?" in link and link.startswith("mailto:")}
    parts = urlsplit(letter)
    (text,) = parse_qs(parts.query)["body"]

    assert parts.path == "a%26b@ocop.example"
    assert url in text
    assert lot in text
    assert "+" not in parts.query
    assert "tel:0000000009" in page.links()


@pytest.mark.parametrize("address", SCANS)
def test_a_lots_page_keeps_to_the_weight_of_a_scan_page(
    site: dict[str, bytes], address: str
) -> None:
    for lot in ("L1", "L2"):
        assert len(gzip.compress(site[address.format(lot)])) <= 14_000


def needs(root: Path) -> dict[str, str | None]:
    """What each file of the site may come from."""
    content = load(root)
    assert content.catalogue
    chain = theme.chain("rieng", (root / "themes", ROOT / "themes"))
    planned = plan(content.catalogue, content.pictures, root / "content", chain, content.digests)
    return {path: each.dependencies for each in planned.artifacts for path in each.paths}


def test_only_a_products_own_pages_need_its_lots_and_only_lists_of_recalls_the_recalled(
    tmp_path: Path,
) -> None:
    """Nothing else is even gathered when a lot changes."""
    root = project(tmp_path)
    write(root, "content/lots/kho-ca.csv", LOTS)
    write(root, "content/lots/kho-ca.events.csv", EVENTS)
    before = needs(root)
    change(root, "content/lots/kho-ca.events.csv", "Hộ nuôi", "Hộ nuôi cá")
    second = needs(root)
    change(root, "content/lots/kho-ca.csv", "ok,", "recalled,Mốc")
    third = needs(root)

    own = {p for p in before if "7K3M1" in p or "/kho-ca/" in p}
    recalls = {p for p in before if "thu-hoi" in p or "recalls" in p}
    assert len(own) == 3 + 4 + 1
    assert len(recalls) == 4
    assert {p for p in before if second[p] != before[p]} == own
    assert {p for p in before if third[p] != second[p]} == own | recalls


def test_one_lots_change_writes_its_pages_and_no_other(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, "content/lots/kho-ca.csv", LOTS)
    write(root, "content/lots/kho-ca.events.csv", EVENTS)
    assert built(root, only="site") == 0
    change(root, "content/lots/kho-ca.events.csv", "Hộ nuôi", "Hộ nuôi cá")
    assert built(root, only="site") == 0

    pages = {"site/Q/7K3M1/L1/index.html", "site/en/products/kho-ca/L1/index.html"}
    assert {p for p in report(root)["written"] if p.endswith(".html")} == pages


def test_a_recall_reaches_every_page_where_it_must_be_read(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, "content/lots/kho-ca.csv", LOTS)
    assert built(root, only="site") == 0
    change(root, "content/lots/kho-ca.csv", "ok,", "recalled,Mốc")
    assert built(root, only="site") == 0
    written = set(report(root)["written"])

    assert {"site/thu-hoi.xml", "site/en/recalls.xml", "site/thu-hoi/index.html"} <= written
    assert {"site/Q/7K3M1/index.html", "site/Q/7K3M1/L1/index.html"} <= written
    assert {"site/san-pham/kho-ca/index.html", "site/en/products/kho-ca/index.html"} <= written


def test_a_catalogue_without_lots_has_no_list_of_recalls(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert built(root, only="site") == 0

    assert not (root / "output/site/thu-hoi.xml").exists()
    assert not (root / "output/site/thu-hoi").exists()
