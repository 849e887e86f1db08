"""Scan addresses: those of a product, those it answers for besides, and how they are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, product, project, write

from generator import addresses, theme
from generator.addresses import read_scan_address
from generator.addresses.link_errors import DigitalLinkError
from generator.addresses.scan import ScanAddress, same_place
from generator.desk.content import Content, load
from generator.engine.artifact import Folders
from generator.web.plan import plan

ROOT = Path(__file__).resolve().parent.parent
KHO = "content/products/kho-ca.md"
GTIN = "09521234500018"


def with_aliases(root: Path, *aliases: str) -> Content:
    change(root, KHO, "sample: true", f"aliases: [{', '.join(aliases)}]\nsample: true")
    return load(root)


def pages(root: Path, content: Content) -> dict[str, str]:
    """The site's pages by path, as workers would make them."""
    assert content.catalogue is not None
    chain = theme.chain("mua-nuoc-noi", [ROOT / "themes"])
    planned = plan(content.catalogue, content.pictures, root / "content", chain)
    folders = Folders(root / "content", chain)
    return {
        path: html.decode()
        for each in planned.artifacts
        if each.paths[0].endswith("index.html")
        for path, html in zip(
            each.paths, each.make(each.values_from(planned.subject), folders), strict=True
        )
    }


def test_a_whole_page_stands_at_an_alias_that_is_a_scan_address(tmp_path: Path) -> None:
    root = project(tmp_path)
    content = with_aliases(root, "/Q/7K3M0", f"/01/{GTIN}/", "/san-pham/kho-cu/")
    found = pages(root, content)
    own = found["site/Q/7K3M1/index.html"]

    assert content.problems == ()
    assert found["site/Q/7K3M0/index.html"] == own
    assert "<h1>Khô cá</h1>" in found[f"site/01/{GTIN}/index.html"]
    assert 'http-equiv="refresh"' in found["site/san-pham/kho-cu/index.html"]


def test_what_is_printed_is_the_product_s_own_address_not_an_alias(tmp_path: Path) -> None:
    content = with_aliases(project(tmp_path), f"/01/{GTIN}")
    assert content.catalogue is not None
    kho = content.catalogue.by_slug["kho-ca"]

    assert addresses.scan_paths(kho) == ("Q/7K3M1",)
    assert addresses.all_scan_paths(kho) == ("Q/7K3M1", f"01/{GTIN}")


@pytest.mark.parametrize(
    ("alias", "rule"),
    [
        ("/Q/7K3M2", "alias-clash"),
        ("/Q/7K3M1", "alias-clash"),
        ("/Q/7k3m0", "alias-scan"),
        ("/Q/7K3M0/L1", "alias-scan"),
        ("/Q/OILU", "alias-scan"),
        ("/01/9521234500018", "alias-scan"),
        ("/01/09521234500019", "alias-scan"),
        ("/01/", "alias-scan"),
    ],
)
def test_a_scan_address_that_can_t_be_an_alias_is_an_error(
    tmp_path: Path, alias: str, rule: str
) -> None:
    content = with_aliases(project(tmp_path), alias)

    assert [(each.rule.code, each.path) for each in content.problems] == [(rule, KHO)]


def test_two_products_can_t_answer_for_one_old_code(tmp_path: Path) -> None:
    root = project(tmp_path)
    text = product("gao").replace("sample: true", "aliases: [/Q/7K3M0]\nsample: true")
    write(root, "content/products/gao.md", text)
    content = with_aliases(root, "/Q/7K3M0")

    assert [each.rule.code for each in content.problems] == ["alias-clash"]


def test_what_the_catalogue_says_is_served_is_what_the_site_has(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, "content/lots/kho-ca.csv", "lot\nL1\nL.2\n")
    content = with_aliases(root, "/Q/7K3M0", f"/01/{GTIN}")
    assert content.catalogue is not None
    found = {path.removeprefix("site/").removesuffix("index.html") for path in pages(root, content)}
    scans = {path for path in found if path.startswith(("01/", "Q/"))}

    assert addresses.served(content.catalogue.products, content.catalogue.lots) == scans


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Q/7K3M9", ScanAddress(None, "Q/7K3M9")),
        ("/Q/7K3M9/", ScanAddress(None, "Q/7K3M9")),
        (" /Q/7K3M9/L-01 ", ScanAddress(None, "Q/7K3M9", "L-01")),
        ("HTTPS://A.EXAMPLE/Q/7K3M9", ScanAddress("HTTPS://A.EXAMPLE", "Q/7K3M9")),
        ("https://a.example/ocop/Q/7K3M9?x=1", ScanAddress("https://a.example/ocop", "Q/7K3M9")),
        ("https://a.example/Q/7K3M9/L%2F1", ScanAddress("https://a.example", "Q/7K3M9", "L/1")),
        ("/Q/7K3M9/L1/21/0007", ScanAddress(None, "Q/7K3M9", "L1")),
        ("/Q/7K3M9/21/7", ScanAddress(None, "Q/7K3M9")),
        ("/Q/7K3M9/21", ScanAddress(None, "Q/7K3M9", "21")),
        (f"/01/{GTIN}", ScanAddress(None, f"01/{GTIN}")),
        (f"01/{GTIN}/10/L1/21/7", ScanAddress(None, f"01/{GTIN}", "L1")),
        (
            f"HTTPS://A.EXAMPLE/OCOP/01/{GTIN}/10/L1?17=270505",
            ScanAddress("HTTPS://A.EXAMPLE/OCOP", f"01/{GTIN}", "L1"),
        ),
    ],
)
def test_an_address_is_read_as_it_was_printed(text: str, found: ScanAddress) -> None:
    assert read_scan_address(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("", "/", "Q", "Q/", "Q/abcde", "san-pham/kho-ca", "a.example/Q/7K3M9", "ftp://a/Q/7K3M9"),
        *("https:///Q/7K3M9", "https://a b/Q/7K3M9", "Q/7K3M9/L1/21", f"Q/7K3M9/{'L' * 21}"),
        *("https://a.example/", "https://a.example/01/9521234500018", "01/09521234500019"),
        *("https://a.example/00/395212345000000013", "Q/7K3M9/lô"),
    ],
)
def test_what_is_no_scan_address_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(DigitalLinkError) as caught:
        read_scan_address(text)

    assert caught.value.text("vi")


def test_the_page_that_must_answer_is_the_lot_s_or_the_product_s() -> None:
    """A single pack's serial has no page of its own."""
    assert read_scan_address(f"01/{GTIN}/21/7").page == f"01/{GTIN}"
    assert read_scan_address(f"01/{GTIN}/10/L1/21/7").page == f"01/{GTIN}/10/L1"
    assert read_scan_address("Q/7K3M9/L1").page == "Q/7K3M9/L1"


@pytest.mark.parametrize(
    ("stem", "base_url", "same"),
    [
        ("HTTPS://A.EXAMPLE", "https://a.example", True),
        ("https://a.example/ocop", "https://A.example/ocop", True),
        ("http://a.example", "https://a.example", True),
        ("https://a.example", "http://a.example", False),
        ("https://a.example", "https://b.example", False),
        ("https://a.example", "https://a.example:8443", False),
        ("https://a.example", "https://a.example/ocop", False),
        ("https://a.example/OCOP", "https://a.example/ocop", False),
    ],
)
def test_a_printed_host_and_prefix_open_only_below_the_same(
    stem: str, base_url: str, same: bool
) -> None:
    assert same_place(stem, base_url) is same


def test_a_lot_s_address_is_printed_with_its_marks_encoded() -> None:
    path = addresses.lot_path(f"01/{GTIN}", "L+1&2")
    printed = addresses.printed_url("https://a.example", path)

    assert printed == f"HTTPS://A.EXAMPLE/01/{GTIN}/10/L%2B1%262"
    assert read_scan_address(printed).page == path
