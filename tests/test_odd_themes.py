"""Themes as people may write them: sound ones are passed, and broken ones end in one line each."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, project, run, with_files, write

from generator.desk.content import load
from generator.web import trial_pages
from generator.web.template_files import template_files

_FRAME = '{% extends "layout.html" %}{% block body %}'
_PAGE = "---\ntitle: Giới thiệu\n---\nXin chào\n"
_SHIPPED = Path(__file__).parent.parent / "themes/mua-nuoc-noi"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "tagline:", "theme: rieng\ntagline:")
    return with_files(tmp_path, {"pages/gioi-thieu.md": _PAGE})


def _templates(root: Path, templates: dict[str, str]) -> None:
    for name, text in templates.items():
        write(root, f"themes/rieng/web/{name}", f"{text}{{% endblock %}}")


def test_what_jinja_allows_is_no_fault(root: Path) -> None:
    write(root, "themes/rieng/web/banner.html", "{{ page.title }}{{ greeting }}")
    _templates(
        root,
        {
            "page.html": f'{_FRAME}{{% set greeting = "Chào" %}}'
            '{% include "no.html" ignore missing %}{% include ["no.html", "banner.html"] %}'
            '{% include "kind-" ~ page.kind ~ ".html" ignore missing %}{{ "\\ud800" }}',
            "list.html": f"{_FRAME}{{% for c in page.cards %}}{{% block one scoped %}}"
            "{{ c.name }}{{ loop.index }}{% endblock %}{% endfor %}",
            "index.html": f"{_FRAME}{{% macro a(x, y, z) %}}{{% if not page %}}"
            "{{ a(x or page, y or x, z or y) }}{% endif %}{% endmacro %}"
            "{{ a(page.title, page.menu, 1) }}",
            "producer.html": _FRAME
            + "".join(f"{{% macro m{i}(x) %}}{{{{ x }}}}{{% endmacro %}}" for i in range(40))
            + "{{ m39(m38) }}",
        },
    )

    status, _, told = run(root, "check")
    assert (status, "error" in told) == (0, False)


def test_what_has_no_end_or_fails_within_the_program_s_templates_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks for it is the project's own template, or else the theme as a whole."""
    monkeypatch.setattr(trial_pages, "_LONGEST", 2)
    endless = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    _templates(
        root,
        {
            "producer.html": f'{_FRAME}\n{{% include "producer.html" %}}',
            "index.html": f'{_FRAME}\n\n{{% import "parts.html" as parts %}}'
            "{{ parts.card(page|attr('title'), t) }}",
            "page.html": f"{_FRAME}\n\n\n{endless}",
            "list.html": f'{_FRAME}\n\n\n\n{{% include "kho" ~ "ng.html" %}}',
        },
    )

    status, _, told = run(root, "check")
    lines = sorted(line for line in told.splitlines() if "error" in line)
    assert (status, len(lines)) == (1, 4)
    for line, (file, said) in zip(
        lines,
        (
            ("index.html:3", "giá trị không có ("),
            ("list.html:5", "không có mẫu trang “khong.html”"),
            ("page.html:4", "làm mãi không xong"),
            ("producer.html", "mẫu trang hay macro gọi lại chính nó mãi"),
        ),
        strict=True,
    ):
        assert line.startswith(f"themes/rieng/web/{file}:")
        assert "error[template-fails]" in line
        assert said in line


@pytest.mark.parametrize(
    "text",
    [
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
        "{{ " + "+".join(["1"] * 5000) + " }}",
        "{{ 10**5000 }}",
        '{% include "../theme.toml" %}',
    ],
)
def test_what_can_be_no_template_is_no_fault_of_the_program(root: Path, text: str) -> None:
    write(root, "themes/rieng/web/page.html", text)
    [problem] = load(root).problems

    assert problem.rule.code == "theme-unusable"


def test_a_template_known_only_when_a_page_is_made_may_be_any(root: Path) -> None:
    """A page is made again when one that it may extend or include changes."""
    write(root, "themes/rieng/web/bare.html", "x")
    write(
        root, "themes/rieng/web/page.html", '{% extends "bare.html" if page else "layout.html" %}'
    )
    folders = (root / "themes/rieng", _SHIPPED)

    assert root / "themes/rieng/web/bare.html" in template_files(folders, "page.html")


def test_a_place_in_a_string_takes_a_value_as_it_is(root: Path) -> None:
    """No part of it, nor more blanks than a line has; a number may have its thousands set off."""
    for place, faults in {
        "{n:,}": 0,
        "{n.__class__}": 1,
        "{n[0]}": 1,
        "{n:9999999999}": 1,
        "{n:{n}}": 1,
        "{n!r}": 1,
        "{n:q}": 1,
    }.items():
        write(root, "themes/rieng/strings/vi.toml", f"[stars]\nlabel = '{place}'\n")

        assert (place, len(load(root).problems)) == (place, faults)


def test_what_editors_and_systems_leave_beside_templates_stops_no_page(root: Path) -> None:
    write(root, "themes/rieng/web/page.html", f"{_FRAME}{{{{ page.title }}}}{{% endblock %}}")
    (root / "themes/rieng/web/.#page.html").symlink_to("nobody@nowhere.1234")
    write(root, "themes/rieng/web/._page.html", b"\0\xff")
    write(root, "themes/rieng/strings/._vi.toml", b"\0\xff")

    assert run(root, "check")[0] == 0
