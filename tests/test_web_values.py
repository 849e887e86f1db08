"""What templates of pages get is typed, documented from the types, and all that they ask for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from jinja2.defaults import DEFAULT_NAMESPACE
from typed_values import differences

from generator import theme
from generator.engine.artifact import Artifact
from generator.web.kinds import KINDS
from generator.web.kinds.kind import PageOf
from generator.web.loaded_theme import LoadedTheme
from generator.web.paths import LANGUAGES
from generator.web.template_values.frame import GlobalNames
from generator.web.template_values.product import LotValues, ProductPage
from generator.web.templates import environment
from generator.web.templates_page import FRAMELESS, PART, TEMPLATES
from generator.web.theme_faults import reader_of, template_faults
from generator.web.views import content, frame, lot

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "themes/mua-nuoc-noi/web"
MACROS_ONLY = {"parts.html"}
SHIPPED = theme.chain("mua-nuoc-noi", [ROOT / "themes"])
SHOWN = LoadedTheme(SHIPPED)
WORDS = {language: SHOWN.words(language).table for language in LANGUAGES}


def asked(folder: Path, kind: type = ProductPage, name: str = "x.html") -> list[str]:
    """The values that a template of that folder asks for and does not get."""
    reader = reader_of(environment((folder, *SHIPPED), SHOWN.words("vi")), SHOWN, WORDS)
    reader.template(name, {**reader.names, "page": kind})
    return [f"{each.template}:{each.line} {each.found}" for each in reader.faults]


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


def test_the_templates_of_the_theme_ask_for_no_value_that_they_do_not_get() -> None:
    assert template_faults(SHIPPED, LANGUAGES) == []


MACROS = (
    "{% macro two(a) %}{{ a.day }}{% endmacro %}"
    "{% macro one(s, t, x=none) %}{% for a in s %}{{ two(a) }}{% endfor %}{% endmacro %}"
    "{% macro worded(text) %}{{ page.title }}{{ text }}{% endmacro %}"
    "{% macro around(text) %}{{ caller() }}{{ text }}{% endmacro %}"
)
PARENT = "{% import 'm.html' as m %}{{ m.two(page.awards[0]) }}{% block b %}{% endblock %}"


def test_what_no_template_gets_is_found_wherever_it_stands(tmp_path: Path) -> None:
    faults = {
        "{{ page.nmae }}": "x.html:1 page.nmae",
        "{{ pgae }}": "x.html:1 pgae",
        "{{ page.producer.fax }}": "x.html:1 page.producer.fax",
        "{% if page.lot %}{% else %}\n{{ page.code.short|upper }}{% endif %}": (
            "x.html:2 page.code.short"
        ),
        "{% for p in page.packs if p.gross %}{% endfor %}": "x.html:1 p.gross",
        "{% set c = page.certificate %}{{ t('nav.main', n=c.score) }}": "x.html:1 c.score",
        "{{ code(page.code.printed).level }}": "x.html:1 code().level",
        "{{ page['title'] ~ page['tilte'] }}": "x.html:1 page.tilte",
        "{{ page.others[0].weight }}{{ page.others[:2] }}": "x.html:1 page.others[…].weight",
        "{% import 'm.html' as m %}{{ m.one(page.awards, t) }}": "m.html:1 a.day",
        "{% extends 'parent.html' %}{% block b %}{{ page.name }}{% endblock %}": "m.html:1 a.day",
        "{% import 'm.html' as m %}{{ m.worded(1) }}": "m.html:1 page",
        "{% import 'm.html' as m %}{{ m.thre() }}": "x.html:1 m.thre",
        "{% from 'm.html' import thre as m %}{{ m() }}": "x.html:1 thre",
        "{% import 'm.html' as m %}{{ m.two({}, 2) }}": "x.html:1 m.two()",
        "{% import 'm.html' as m %}{% call m.two(t) %}{% endcall %}": "x.html:1 m.two()",
        "{% include 'inc.html' %}": "inc.html:1 page.nmae",
        "{% with x = page.nmae %}{% endwith %}": "x.html:1 page.nmae",
        "{% for a, b in page.nmae|items %}{{ a }}{% endfor %}": "x.html:1 page.nmae",
        "{% filter upper %}{{ page.nmae }}{% endfilter %}": "x.html:1 page.nmae",
        "{% autoescape false %}{{ page.nmae }}{% endautoescape %}": "x.html:1 page.nmae",
        "{{ t('product.stoy') }}": "x.html:1 product.stoy",
        "{{ t('a' if page.lot else 'product.story') }}": "x.html:1 a",
        "{% macro a(t) %}{{ t('product.stoy') }}{% endmacro %}{{ a(t) }}": "x.html:1 product.stoy",
        "{{ count('list.nun', 2) }}": "x.html:1 list.nun",
        "{{ t('recall.lot', lo=1) }}": "x.html:1 recall.lot",
        "{{ scanned() }}": "x.html:1 scanned()",
        "{% call indexed(1) %}{% endcall %}": "x.html:1 indexed()",
        "{{ styles(page.root, 'xyz') }}": 'x.html:1 styles("xyz")',
        "{{ styles(page.root, place='xyz') }}": 'x.html:1 styles("xyz")',
        "{{ styles() }}": "x.html:1 styles()",
        "{{ colour('xyz') }}": 'x.html:1 colour("xyz")',
    }
    write(tmp_path, **{"m.html": MACROS, "parent.html": PARENT, "inc.html": "{{ page.nmae }}"})

    assert {text: written_and_asked(tmp_path, text) for text in faults} == {
        text: [fault] for text, fault in faults.items()
    }


def test_what_may_well_work_is_no_fault(tmp_path: Path) -> None:
    fine = (
        "{{ page.nmae|default('') }}{{ pgae|default(1) }}",
        "{% if page.nmae is defined %}{{ page.nmae }}{% endif %}",
        "{% if page.lot %}{% set x = 1 %}{% else %}{% set x = 'a' %}{% endif %}{{ x }}",
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}1{% endmacro %}{{ a() }}",
        "{% macro a(x) %}{{ x }}{{ t('product.story') }}{% endmacro %}{{ a() }}",
        "{% macro a() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ a(1, x=2) }}",
        "{% set n = namespace(x=0) %}{% set n.x = n.x + 1 %}{{ n.x }}",
        "{% set a, b = 1, 2 %}{{ a + b }}{{ dict(a=1).a }}{{ page.items() }}",
        "{% for t in [1] %}{{ t('product.stoy') }}{% endfor %}",
        "{{ t('recall.lot', **{'lot': 1}) }}{{ t('product.story', n=1) }}{{ t(page.name) }}",
        "{% import 'm.html' as m with context %}{{ m.worded(1) }}",
        "{% import 'm.html' as m %}{% call m.around(1) %}{{ page.name }}{% endcall %}",
        "{% call scanned() %}{{ styles(page.root, 'lot') }}{% endcall %}{{ colour('water') }}",
        "{% extends 'layout.html' %}{% block body %}{{ parts.mark() }}{{ super() }}{% endblock %}",
        "{% for i in range(3) recursive %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{% include 'x.html' %}{% import page.name as z %}{{ z.y }}",
        "{% extends page.kind ~ '.html' %}{% block b %}{{ whatever }}{% endblock %}",
        "{% extends 'rows.html' %}{% block row %}{{ c.title }}{% endblock %}",
        "{% block b %}{% endblock %}{{ self.b() }}",
        "{% for d in page.json_ld %}{{ d.name }}{% endfor %}{{ page.name.upper().x }}",
    )
    rows = "{% for c in page.menu %}{% block row scoped %}{% endblock %}{% endfor %}"
    write(tmp_path, **{"m.html": MACROS.replace("a.day", "a.year"), "rows.html": rows})

    assert {text: written_and_asked(tmp_path, text) for text in fine} == {x: [] for x in fine}


def test_a_layout_may_ask_for_what_one_kind_of_page_has(tmp_path: Path) -> None:
    layout = "{% if page.kind == 'product' %}{{ page.name }}{% endif %}\n{{ page.nmae }}"
    pages = dict.fromkeys(("product.html", "home.html"), "{% extends 'layout.html' %}")
    write(tmp_path, **{"layout.html": layout, **pages})
    (tmp_path / "theme.toml").touch()
    faults = template_faults((tmp_path, *SHIPPED), LANGUAGES)

    assert [(each.template, each.line, each.found) for each in faults] == [
        ("layout.html", 2, "page.nmae")
    ]


def write(root: Path, **files: str) -> None:
    (root / "web").mkdir(exist_ok=True)
    for name, text in files.items():
        (root / "web" / name).write_text(text, "utf-8")


def written_and_asked(root: Path, text: str) -> list[str]:
    write(root, **{"x.html": text})
    return asked(root)


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
