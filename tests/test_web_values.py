"""What templates of pages get is typed, documented from the types, and all that they ask for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jinja2.defaults import DEFAULT_NAMESPACE
from template_reader import Reader
from typed_values import differences

from generator import theme
from generator.engine.artifact import Artifact
from generator.web.kinds import KINDS
from generator.web.kinds.kind import PageOf
from generator.web.loaded_theme import LoadedTheme
from generator.web.template_values.frame import GlobalNames, TemplateNames
from generator.web.template_values.product import LotValues, ProductPage
from generator.web.templates_page import FRAMELESS, PART, TEMPLATES
from generator.web.views import content, frame, lot

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "themes/mua-nuoc-noi/web"
MACROS_ONLY = {"parts.html"}
SHARED = get_type_hints(GlobalNames)


def asked(folder: Path, name: str, kind: type) -> list[str]:
    """The values that a template asks for and does not get."""
    reader = Reader(folder, SHARED)
    names = {**get_type_hints(TemplateNames), "page": kind}
    if name == "lot.html":
        found = reader.template(name, SHARED)
        say = names["t"]
        passport = get_type_hints(LotValues)["passport"]
        reader.macro(found["head"], LotValues, ProductPage, say)
        reader.macro(found["trace"], LotValues, say)
        reader.macro(found["passport"], passport, say)
    else:
        reader.template(name, names)
    return reader.faults


def views() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every view with the template that lays it out."""
    pages = (each for kind in KINDS for each in (kind.list, kind.one) if isinstance(each, PageOf))
    yield from ((each.template, each.view) for each in pages)
    yield "layout.html", frame.frame
    yield "lot.html", lot.lot_view
    yield "not_found.html", content.not_found_page
    yield "redirect.html", content.redirect_page
    yield "redirect.html", content.root_page


def test_every_template_of_the_theme_has_its_type() -> None:
    assert {path.name for path in WEB.glob("*.html")} - MACROS_ONLY == TEMPLATES.keys()
    assert {template for template, _ in views()} == TEMPLATES.keys()


@pytest.mark.parametrize(("template", "view"), [*views()])
def test_a_view_gives_the_values_of_its_template(template: str, view: Callable[..., Any]) -> None:
    assert get_type_hints(view)["return"] is TEMPLATES[template]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_asks_for_no_value_that_it_does_not_get(template: str) -> None:
    assert asked(WEB, template, TEMPLATES[template]) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{{ page.nmae }}", "ProductPage.nmae"),
        ("{{ pgae }}", "pgae"),
        ("{{ page.producer.fax }}", "ProducerLine.fax"),
        ("{% if page.lot %}{% else %}{{ page.code.short|upper }}{% endif %}", "PrintedCode.short"),
        ("{% for p in page.packs if p.gross %}{% endfor %}", "PackValues.gross"),
        ("{% set c = page.certificate %}{{ t('x', n=c.score) }}", "CertificateValues.score"),
        ("{{ code(page.code.printed).level }}", "CodeOutline.level"),
        ("{{ page['title'] ~ page['tilte'] }}", "ProductPage.tilte"),
        ("{{ page.others[0].weight }}{{ page.others[:2] }}", "CardValues.weight"),
        ("{% import 'm.html' as m %}{{ m.one(page.awards, t) }}", "AwardValues.day"),
        (
            "{% extends 'parent.html' %}{% block b %}{{ page.name }}{% endblock %}",
            "AwardValues.day",
        ),
    ],
)
def test_a_value_that_no_template_gets_is_found_wherever_it_stands(
    tmp_path: Path, text: str, fault: str
) -> None:
    macros = (
        "{% macro two(a) %}{{ a.day }}{% endmacro %}"
        "{% macro one(s, t, x=none) %}{% for a in s %}{{ two(a) }}{% endfor %}{% endmacro %}"
    )
    parent = "{% import 'm.html' as m %}{{ m.two(page.awards[0]) }}{% block b %}{% endblock %}"
    (tmp_path / "m.html").write_text(macros)
    (tmp_path / "parent.html").write_text(parent)
    (tmp_path / "x.html").write_text(text)
    found = asked(tmp_path, "x.html", ProductPage)

    assert [each.rpartition(": ")[2] for each in found] == [fault]


def test_the_pages_of_the_content_have_exactly_the_declared_values(
    artifacts: list[Artifact],
) -> None:
    pages = [each.values for each in artifacts if "template" in each.values]
    lots = [lot for values in pages for lot in values.get("lots", ())]
    faults = [
        fault
        for values in pages
        for fault in differences(values["page"], TEMPLATES[values["template"]], values["template"])
    ]

    assert {values["template"] for values in pages} == TEMPLATES.keys() - {
        "layout.html",
        "lot.html",
    }
    assert faults == []
    assert lots
    assert [fault for lot in lots for fault in differences(lot, LotValues, "lot")] == []


def test_the_names_that_all_templates_share_are_declared() -> None:
    shown = LoadedTheme(theme.chain("mua-nuoc-noi", [ROOT / "themes"]))
    found = shown.template("vi", "parts.html").environment.globals

    assert found.keys() - DEFAULT_NAMESPACE.keys() == get_type_hints(GlobalNames).keys()


def test_the_docs_are_written_from_the_types() -> None:
    page = (ROOT / "docs/themes.md").read_text("utf-8")

    assert PART.inserted(page) == page, "run: make docs"


def test_a_link_within_the_docs_leads_to_one_heading() -> None:
    page = (ROOT / "docs/themes.md").read_text("utf-8")
    headings = (re.sub(r"[^\w\s-]", "", each) for each in re.findall(r"(?m)^#+ (.+)$", page))
    anchors = Counter(each.strip().lower().replace(" ", "-") for each in headings)

    assert {*re.findall(r"\]\(#([^)]+)\)", page)} <= anchors.keys()
    assert [anchor for anchor, count in anchors.items() if count > 1] == []


def test_what_the_frame_says_is_told_once() -> None:
    page = (ROOT / "docs/themes.md").read_text("utf-8")

    assert page.count("| `page.full_title` |") == 1
    assert {name for name in TEMPLATES if name in FRAMELESS} == FRAMELESS


def test_a_value_of_another_kind_would_be_seen() -> None:
    assert "x.title: 3" in differences({"title": 3}, TEMPLATES["redirect.html"], "x")
    assert "x.href" in differences({"title": ""}, TEMPLATES["redirect.html"], "x")
    assert "x.odd" in differences({"odd": 1}, TEMPLATES["redirect.html"], "x")
