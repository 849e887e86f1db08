"""A theme is trusted like code, and still reaches nothing that it has no business with."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2.sandbox import SecurityError
from small_project import built, change, everything, project, write

from generator import theme
from generator.theme.typst_files import typst_templates
from generator.web import templates

ROOT = Path(__file__).resolve().parent.parent
ROOTS = [ROOT / "themes"]


@pytest.mark.parametrize("name", ["../mua-nuoc-noi", "/etc", ".", "..", "a/b", "a\\b", ".git"])
def test_a_theme_is_a_folder_of_that_name_and_no_path(tmp_path: Path, name: str) -> None:
    (tmp_path / "themes/a/b").mkdir(parents=True)
    write(tmp_path, "themes/a/theme.toml", f"inherits = {name!r}\n")

    for wanted in (name, "a"):
        with pytest.raises(theme.ThemeError):
            theme.chain(wanted, [tmp_path / "themes"])


@pytest.mark.parametrize(
    "reach",
    [
        "{{ page.__class__.__mro__[1].__subclasses__() }}",
        "{% for each in page %}{{ loop.__class__.__mro__[1] }}{% endfor %}",
        "{% for each in page %}{{ loop._iterator.gi_frame }}{% endfor %}",
        '{% import "m.html" as own %}{{ own.__class__.__mro__[1] }}',
        "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    ],
)
def test_a_template_reaches_nothing_behind_its_values(tmp_path: Path, reach: str) -> None:
    write(tmp_path, "web/m.html", "{% macro m() %}{% endmacro %}")
    write(tmp_path, "web/x.html", reach)
    found = templates.environment((tmp_path,), theme.Words({})).get_template("x.html")

    with pytest.raises(SecurityError):
        found.render(page={"a": 1})


def test_static_files_come_without_what_programs_leave_behind(tmp_path: Path) -> None:
    root = project(tmp_path)
    for name in ("mark.svg", ".DS_Store", ".git/config"):
        write(root, f"themes/rieng/static/{name}", "x")
    assert built(root, "site") == 0
    found = {path for path in everything(root / "output") if path.startswith("site/static/")}

    assert "site/static/mark.svg" in found
    assert not any("/." in path for path in found)


@pytest.mark.parametrize(("link", "status"), [("static/passwd.txt", 1), ("static/more", 0)])
def test_nothing_behind_a_link_out_of_a_theme_is_published(
    tmp_path: Path, link: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")
    write(tmp_path, "elsewhere/secret.txt", "secret")
    target = tmp_path / ("elsewhere/secret.txt" if link.endswith("txt") else "elsewhere")
    path = root / "themes/rieng" / link
    path.parent.mkdir(parents=True)
    path.symlink_to(target)
    assert built(root, "site") == status
    there = everything(root / "output") if (root / "output").exists() else {}

    assert not any(b"secret" in each for each in there.values())
    assert ("dẫn ra ngoài thư mục của giao diện" in capsys.readouterr().err) is (status == 1)


def test_a_style_sheet_that_is_named_with_a_path_out_of_the_theme_is_refused(
    tmp_path: Path,
) -> None:
    write(tmp_path, "secret.css", "a{}")
    write(tmp_path, "themes/a/theme.toml", '[styles]\ninline = ["../../../secret.css"]\n')
    (tmp_path / "themes/a/static").mkdir()

    with pytest.raises(theme.ThemeError, match="out of the theme"):
        theme.styles((tmp_path / "themes/a",), "inline")


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/tidy:0.1.0": *',
        '#include("@local/a:1.0.0")',
        '#import  "@x/y:1"',
        '#let p = "@preview/a:1.0.0"',
    ],
)
def test_print_fetches_no_package(tmp_path: Path, text: str) -> None:
    write(tmp_path, "themes/a/theme.toml", 'inherits = "mua-nuoc-noi"\n')
    write(tmp_path, "themes/a/press/leaflet.typ", text)
    folders = theme.chain("a", [tmp_path / "themes", *ROOTS])

    with pytest.raises(theme.ThemeError, match="nothing is fetched"):
        typst_templates(folders)


def test_a_letter_and_a_call_are_addresses_whatever_is_written(tmp_path: Path) -> None:
    root = project(tmp_path)
    facts = "email: a+b@thu.example\nphone: +84 912.345 678\nsample: true"
    change(root, "content/producers/co-so.md", "sample: true", facts)
    assert built(root, "site") == 0
    page = (root / "output/site/chu-the/co-so/index.html").read_text("utf-8")

    assert 'href="mailto:a%2Bb@thu.example"' in page
    assert 'href="tel:+84912345678"' in page
