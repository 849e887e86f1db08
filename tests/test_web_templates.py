"""Templates of a theme: strings put in place, and edits noticed at the next build."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError

from generator import theme
from generator.engine.artifact import Folders
from generator.web import templates
from generator.web.loaded_theme import loaded_theme
from generator.web.render import render_page
from generator.web.template_failure import TemplateFailure

WORDS = theme.Words({"a": "Cá & <lóc>", "n": "{n} con", "n_one": "một con"})


def written(root: Path, **files: str) -> theme.Folders:
    for name, text in files.items():
        (root / "web").mkdir(parents=True, exist_ok=True)
        (root / "web" / f"{name}.html").write_text(text, "utf-8")
    return (root,)


def rendered(folders: theme.Folders, name: str, **values: object) -> str:
    environment = templates.environment(folders, WORDS)
    return environment.get_template(f"{name}.html").render(t=WORDS.say, count=WORDS.count, **values)


@pytest.mark.parametrize(
    "template",
    [
        '<p>{{ t("a") }}</p>',
        '<p title="{{ t("a")|upper }}">{{ t("a")|safe }}{{ t("a" ~ "")|lower }}</p>',
        '{{ t("n", n=3) }}{{ count("n", 1) }}{{ t(page.key) }}{{ t("a" if page.key else "n") }}',
        '{% set x %}{{ t("a") }}{% endset %}{{ x }}{% if t("a") %}{{ t("a") ~ 1 }}{% endif %}',
        '{% macro m(t) %}<b>{{ t("a") }}</b>{% endmacro %}{{ m(t) }}',
        '{% import "parts.html" as parts %}{{ parts.m(t, page) }}',
        '{% extends "frame.html" %}{% block body %}{{ t("a") }}{% endblock %}',
        '{% for t in page.calls %}{{ t("a") }}{% endfor %}',
        '{% macro t(x) %}{{ x }}!{% endmacro %}{{ t("a") }}',
        '{% from "parts.html" import m as t %}{{ t("a", page) }}',
        '{% import "parts.html" as t %}{{ t.m("a", page) }}',
    ],
)
def test_a_page_is_the_same_as_if_each_string_were_looked_up(tmp_path: Path, template: str) -> None:
    folders = written(
        tmp_path,
        x=template,
        parts="{% macro m(t, page) %}{{ t is callable and t('a') or t }}{{ page }}{% endmacro %}",
        frame="<i>{{ t('a') }}</i>\n{% block body %}{% endblock %}\n",
    )
    plain = Environment(
        loader=FileSystemLoader(tmp_path / "web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = {"key": "a", "calls": [str.upper, str.title]}

    assert rendered(folders, "x", page=page) == plain.get_template("x.html").render(
        t=WORDS.say, count=WORDS.count, page=page
    )


def test_a_string_stands_escaped_in_the_compiled_template(tmp_path: Path) -> None:
    folders = written(tmp_path, x='<p>{{ t("a") }}</p>')
    template = templates.environment(folders, WORDS).get_template("x.html")

    assert template.render() == "<p>Cá &amp; &lt;lóc&gt;</p>"


def test_a_string_that_the_theme_lacks_is_named_where_it_is_used(tmp_path: Path) -> None:
    folders = written(tmp_path, x='{% if page.show %}{{ t("none") }}{% endif %}')

    assert rendered(folders, "x", page={"show": False}) == ""
    with pytest.raises(theme.ThemeError, match="'none'"):
        rendered(folders, "x", page={"show": True})


def test_a_key_of_a_page_wins_over_a_method_of_its_name_and_a_missing_one_is_named(
    tmp_path: Path,
) -> None:
    folders = written(tmp_path, x="{{ page.items }}", y="{{ page.other }}", z="{{ page.keys() }}")

    assert rendered(folders, "x", page={"items": 3}) == "3"
    assert rendered(folders, "z", page={"a": 3}) == "dict_keys([&#39;a&#39;])"
    with pytest.raises(UndefinedError, match="other"):
        rendered(folders, "y", page={"items": 3})


def themed(root: Path) -> Folders:
    write(root, "theme.toml", '[styles]\ninline = ["a.css"]')
    write(root, "web/x.html", "{% include 'part.html' %}<style>{{ styles('../') }}</style>")
    write(root, "web/part.html", "{{ t('a') }} {{ page }}")
    write(root, "strings/vi.toml", 'a = "một"')
    write(root, "static/a.css", '/* x */ a { src: url("f.woff2"); }')
    return Folders(root, (root,))


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, "utf-8")


def page_of(folders: Folders) -> str:
    (found,) = render_page({"template": "x.html", "language": "vi", "page": 1}, folders)
    return found.decode()


def test_a_page_ends_with_one_line_break_and_has_its_styles_within(tmp_path: Path) -> None:
    page = page_of(themed(tmp_path))

    assert page == 'một 1<style>a{src: url("../static/f.woff2")}</style>\n'


@pytest.mark.parametrize(
    ("path", "text", "shown"),
    [
        ("web/part.html", "{{ t('a') }} mới", "một mới"),
        ("web/x.html", "{{ page }} khác", "1 khác"),
        ("strings/vi.toml", 'a = "hai"', "hai 1"),
        ("static/a.css", "b { top: 0 }", "b{top: 0}"),
        ("theme.toml", '[styles]\ninline = ["a.css", "b.css"]', "b{top: 1px}"),
        (
            "theme.toml",
            '[styles]\ninline = ["a.css"]\n[colours]\nwater = "#123456"',
            "--water:#123456",
        ),
    ],
)
def test_an_edited_theme_is_seen_by_the_next_build_of_the_same_process(
    tmp_path: Path, path: str, text: str, shown: str
) -> None:
    folders = themed(tmp_path)
    write(tmp_path, "static/b.css", "b { top: 1px }")
    before = page_of(folders)
    write(tmp_path, path, text)

    assert shown not in before
    assert shown in page_of(Folders(folders.content, folders.theme))


def test_the_theme_is_looked_at_once_for_a_batch(tmp_path: Path) -> None:
    folders = themed(tmp_path)

    assert loaded_theme(folders) is loaded_theme(folders)
    assert loaded_theme(folders) is not loaded_theme(Folders(folders.content, folders.theme))


def test_an_edit_compiles_what_was_edited_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    original = Environment.compile

    def counted(self: Environment, tree: object, name: str, *rest: object) -> object:
        compiled.append(name)
        return original(self, tree, name, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counted)
    folders = written(tmp_path, one="<i>một</i>", two="<b>{{ t('a') }}</b>")
    for name in ("one", "two"):
        rendered(folders, name)
    written(tmp_path, two="<u>{{ t('a') }}</u>")

    assert rendered(folders, "one") == "<i>một</i>"
    assert rendered(folders, "two") == "<u>Cá &amp; &lt;lóc&gt;</u>"
    assert compiled == ["one.html", "two.html", "two.html"]


def test_a_string_edited_alone_shows_too(tmp_path: Path) -> None:
    folders = written(tmp_path, x="{{ t('a') }}")
    rendered(folders, "x")
    other = templates.environment(folders, theme.Words({"a": "khác"}))

    assert other.get_template("x.html").render(t=None) == "khác"


def test_control_characters_of_a_theme_are_no_marks_and_its_line_ends_no_matter(
    tmp_path: Path,
) -> None:
    folders = themed(tmp_path)
    write(tmp_path, "strings/vi.toml", 'a = "m\\u0006ộ\\u000et"')
    write(tmp_path, "static/a.css", "\ufeffa { color: \x06red }\r\n")
    text = '\ufeff<i>{{ policy }}</i>\r\n<script>a()\r\n</script>{{ t("a") }}{{ "\\x07" }}\x06\x0f'
    write(tmp_path, "web/x.html", f"{text}<style>{{{{ styles('') }}}}</style>")
    page = page_of(folders)
    hashed = base64.b64encode(hashlib.sha256(b"a()\n").digest()).decode()

    assert page.startswith("<i>")
    assert hashed in page
    assert page.endswith("<script>a()\n</script>một<style>a{color: red}</style>\n")


def test_a_part_for_scans_that_a_filter_tears_is_told_and_cuts_no_page(tmp_path: Path) -> None:
    folders = themed(tmp_path)
    part = "{% call scanned() %}abc{% endcall %}"
    write(tmp_path, "web/x.html", f"{{% filter truncate(3, true, '', 0) %}}{part}{{% endfilter %}}")

    with pytest.raises(TemplateFailure, match=r"web/x\.html:1: a part within scanned"):
        page_of(folders)


def test_half_of_a_letter_is_told_at_its_template(tmp_path: Path) -> None:
    folders = themed(tmp_path)
    write(tmp_path, "web/x.html", '{{ "%c"|format(55296) }}')

    with pytest.raises(TemplateFailure, match=r"web/x\.html:1: a code that is no letter"):
        page_of(folders)
