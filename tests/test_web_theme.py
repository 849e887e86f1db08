"""Themes: inheritance, strings, and the documented values of templates."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from generator import theme
from generator.engine.artifact import Artifact
from generator.web.scripts import joined
from generator.web.template_files import template_files

ROOT = Path(__file__).parent.parent
DEFAULT = ROOT / "themes" / "mua-nuoc-noi"


def make_theme(root: Path, name: str, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / name / path).parent.mkdir(parents=True, exist_ok=True)
        (root / name / path).write_text(text, "utf-8")


def test_a_child_overrides_single_files_and_strings(tmp_path: Path) -> None:
    parent = {"theme.toml": "", "web/a.html": "old", "strings/vi.toml": '[x]\na="1"\nb="2"'}
    child = {"theme.toml": 'inherits = "p"', "web/b.html": "", "strings/vi.toml": '[x]\na="3"'}
    make_theme(tmp_path, "p", parent)
    make_theme(tmp_path, "c", child)
    folders = theme.chain("c", [tmp_path])

    assert theme.find(folders, "web/a.html") == tmp_path / "p" / "web/a.html"
    assert theme.words(folders, "vi").table == {"x.a": "3", "x.b": "2"}


@pytest.mark.parametrize(
    ("name", "toml"), [("missing", ""), ("a", 'inherits = "a"'), ("a", "not toml")]
)
def test_a_theme_that_cannot_be_used_is_refused(tmp_path: Path, name: str, toml: str) -> None:
    make_theme(tmp_path, "a", {"theme.toml": toml})

    with pytest.raises(theme.ThemeError):
        theme.chain(name, [tmp_path])


def test_a_missing_string_or_file_is_named(tmp_path: Path) -> None:
    make_theme(tmp_path, "a", {"theme.toml": ""})

    with pytest.raises(theme.ThemeError, match=r"home\.lead"):
        theme.words((tmp_path / "a",), "vi").say("home.lead")
    with pytest.raises(theme.ThemeError, match=r"web/x\.html"):
        theme.find((tmp_path / "a",), "web/x.html")


def test_a_script_is_of_the_parts_that_the_nearest_theme_lists(tmp_path: Path) -> None:
    listed = {f"scripts/{each}.js": f"{each}()" for each in "abc"}
    make_theme(tmp_path, "p", {"theme.toml": '[scripts]\none = ["a.js", "b.js"]', **listed})
    own = {"theme.toml": 'inherits = "p"', "scripts/b.js": "// why\n  own()\n"}
    make_theme(tmp_path, "part", own)
    more = 'inherits = "part"\n[scripts]\none = ["c.js", "b.js"]\ntwo = ["a.js"]'
    make_theme(tmp_path, "list", {"theme.toml": more})
    make_theme(tmp_path, "whole", {"theme.toml": 'inherits = "p"', "static/one.js": "x()"})

    def made(name: str) -> dict[str, bytes]:
        found = theme.scripts(theme.chain(name, [tmp_path]))
        return {path: joined(parts) for path, parts in found.items()}

    one = b'(function () {\n"use strict";\n%s\n})();\n'
    assert made("p") == {"one.js": one % b"a()\nb()"}
    assert made("part") == {"one.js": one % b"a()\nown()"}
    assert made("list") == {"one.js": one % b"c()\nown()", "two.js": one % b"a()"}
    assert made("whole") == {}
    assert theme.static_files(theme.chain("list", [tmp_path])) == {}


def test_a_template_names_all_that_it_extends_and_imports(tmp_path: Path) -> None:
    files = {
        "theme.toml": "",
        "web/a.html": '{% extends "b.html" %}',
        "web/b.html": '{% import "c.html" as c %}',
        "web/c.html": "",
    }
    make_theme(tmp_path, "a", files)

    found = template_files((tmp_path / "a",), "a.html")

    assert [path.name for path in found] == ["a.html", "b.html", "c.html"]


def test_both_languages_have_the_same_strings_with_the_same_blanks() -> None:
    vi, en = (theme.words((DEFAULT,), language).table for language in ("vi", "en"))
    blanks = re.compile(r"\{\w+\}")

    assert {key for key in en if not key.endswith("_one")} == set(vi)
    assert {
        key for key in vi if set(blanks.findall(vi[key])) != set(blanks.findall(en[key]))
    } == set()


def test_the_default_theme_names_itself() -> None:
    assert tomllib.loads((DEFAULT / "theme.toml").read_text("utf-8"))["name"] == DEFAULT.name


def test_the_values_of_every_template_are_documented(artifacts: list[Artifact]) -> None:
    text = (ROOT / "docs" / "themes.md").read_text("utf-8")
    documented = {
        name: set(re.findall(r"^\| `(?:page|lot)\.(\w+)`", part, re.MULTILINE))
        for name, part in re.findall(r"(?ms)^### `([\w.]+)`\n(.*?)(?=^##|\Z)", text)
    }
    given: dict[str, set[str]] = {}
    for artifact in artifacts:
        if "template" in artifact.values:
            keys = given.setdefault(artifact.values["template"], set())
            keys |= set(artifact.values["page"])
            for lot in artifact.values.get("lots", ()):
                given.setdefault("lot.html", set()).update(lot)
    frame = documented.pop("layout.html")

    assert set(documented) == set(given)
    for template, keys in given.items():
        own = keys if template in {"redirect.html", "lot.html"} else keys - frame
        assert documented[template] == own, template


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{% extends "layout.html" %}{% import "parts.html" as parts %}', {"layout", "parts"}),
        ("{%- include 'a.html' -%} {% from \"b.html\" import c with context %}", {"a", "b"}),
        ('{% include ["a.html", "b.html"] ignore missing %}', {"a", "b"}),
        ('{% include "a.html" ignore missing %}{# {% include "gone.html" %} #}', {"a"}),
        ("{% include page.template %}", {"layout", "parts", "a", "b"}),
        ("extends nothing {{ include }}", set()),
    ],
)
def test_the_files_of_a_template_are_all_that_it_names(
    tmp_path: Path, text: str, names: set[str]
) -> None:
    """As Jinja itself finds them, whatever the form of the reference."""
    (tmp_path / "web").mkdir()
    for name in ("layout", "parts", "a", "b"):
        (tmp_path / "web" / f"{name}.html").write_text("x", "utf-8")
    (tmp_path / "web" / "page.html").write_text(text, "utf-8")
    found = template_files((tmp_path,), "page.html")

    assert {path.stem for path in found} == names | {"page"}
