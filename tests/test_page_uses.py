"""One page at several addresses: where it is browsed, where a pack's code opens it, for GS1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from web_samples import made

from generator.engine.artifact import Artifact, Folders
from generator.web.render import render_page, used

BROWSED, CODED, GS1 = ("san-pham/kho-ca", "Q/7K3M9", "01/09521234500018")
SHEET = re.compile(r'<link rel="stylesheet" href="((?:\.\./)+)static/product\.css">')
STYLE = re.compile(r"<style>:root\{.*?</style>", re.DOTALL)
LINK = '<link rel="stylesheet" href="../static/product.css">'
DATA = re.compile(r'<script type="application/ld\+json">.*?</script>\n', re.DOTALL)
OWN = re.compile(
    rf"{DATA.pattern}|{SHEET.pattern}|<style>.*?</style>|<script>\(function\(h.*?</script>"
    r'|<p class="serial".*?</p>|<div class="unlot".*?</div>',
    re.DOTALL,
)
"""What a page has at some of its addresses alone."""


@pytest.fixture(scope="module")
def site(artifacts: list[Artifact]) -> dict[str, str]:
    found = made(artifacts)
    text = (".html", ".css", ".js", ".json")
    return {path: found[path].decode() for path in found if path.endswith(text)}


def test_a_browsed_page_links_the_sheet_that_stands_in_a_scanned_one(site: dict[str, str]) -> None:
    """The sheet holds the same rules: a page is the same to look at from any of its addresses."""
    of_products = [path for path in site if '<p class="by">' in site[path]]
    inline = {path for path in of_products if STYLE.search(site[path])}
    linked = {path for path in of_products if SHEET.search(site[path])}
    style = STYLE.search(site[f"{CODED}/index.html"])

    assert style
    assert inline == {path for path in of_products if path.startswith(("Q/", "01/"))}
    assert linked == {path for path in of_products if path.startswith(("san-pham/", "en/"))}
    assert len(inline) > 6 < len(linked)
    assert any(path.startswith("en/products/kho-ca/L") for path in linked)  # a lot's
    sheet = site["static/product.css"].replace('url("', 'url("../../static/')
    assert style[0].startswith(f"<style>{sheet}")


def test_what_stands_at_one_address_alone_is_all_that_differs(site: dict[str, str]) -> None:
    browsed, coded, gs1 = (site[f"{path}/index.html"] for path in (BROWSED, CODED, GS1))

    assert len(DATA.findall(browsed)) == len(DATA.findall(gs1)) == 2
    assert coded == DATA.sub("", gs1)
    for each in ("data-serial", "data-unknown-lot", "so-se-ri"):
        assert each in coded
        assert each not in browsed
    assert _alike(browsed) == _alike(coded) == _alike(gs1)


def _alike(html: str) -> str:
    """The page without what differs."""
    return re.sub(r"\s", "", OWN.sub("", html))


def test_no_page_has_a_mark_left(site: dict[str, str]) -> None:
    assert [path for path in site if re.search("[\x01-\x08\x0e-\x1f]", site[path])] == []


@pytest.mark.parametrize(
    ("template", "browsed"),
    [
        (
            "<style>{{ styles('../') }}</style>x",
            '<link rel="stylesheet" href="../static/product.css">x',
        ),
        (
            "<style>{{ styles('../') }}{{ styles('../', 'lot') }}</style>",
            f"{LINK}\n<style>b{{top: 0}}</style>",
        ),
        ("<style media='screen'>{{ styles('../') }}</style>", None),
        ("a{% call scanned() %}b{% endcall %}c{% call indexed() %}d{% endcall %}", "acd"),
        ("a{% call scanned() %}b{% call scanned() %}c{% endcall %}e{% endcall %}f", "af"),
    ],
    ids=["inline alone", "lot's too", "in a theme's own element", "marked parts", "part of a part"],
)
def test_a_themes_own_template_is_cut_as_far_as_it_is_known(
    tmp_path: Path, template: str, browsed: str | None
) -> None:
    for path, text in {
        "theme.toml": '[styles]\ninline = ["a.css"]\nlot = ["b.css"]',
        "web/x.html": template,
        "static/a.css": "a { left: 0 }",
        "static/b.css": "b { top: 0 }",
        "strings/vi.toml": "",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    folders = Folders(tmp_path, (tmp_path,))
    values = {"template": "x.html", "language": "vi", "page": {"root": "../"}}
    uses = ["browsed", "coded", "whole", "whole"]
    found = [each.decode() for each in render_page({**values, "uses": uses}, folders)]

    assert found[0] == (f"{browsed}\n" if browsed else found[1])
    assert found[2] == found[3] == render_page(values, folders)[0].decode()
    assert found[1] == found[2].replace("d\n", "\n")
    assert used(found[2], "coded", values, folders) == found[2]
