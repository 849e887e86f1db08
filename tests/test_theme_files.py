"""Files of a project's own theme that change nothing: their names were mistyped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_project import change, project, write

from generator.desk.content import load


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "tagline:", "theme: rieng\ntagline:")
    return tmp_path


def told(root: Path) -> list[tuple[str, str]]:
    """Each file that is told, and the one that was meant."""
    lines = [each.line_in("en") for each in load(root).problems]
    assert all("theme-file-unused" in line for line in lines)
    found = (re.search(r"themes/rieng/(.*?):1:1: .*Did you mean “(.*?)”", line) for line in lines)
    return [(each[1], each[2]) for each in found if each]


@pytest.mark.parametrize(
    ("file", "meant"),
    [
        ("web/prodct.html", "web/product.html"),
        ("web/Product.html", "web/product.html"),
        ("web/product.HTML", "web/product.html"),
        ("web/product - Copy.html", "web/product.html"),
        ("static/produkt.css", "static/product.css"),
        ("strings/press-vi.toml", "strings/press.vi.toml"),
        ("press/leaflets.typ", "press/leaflet.typ"),
        ("scripts/search/word.js", "scripts/search/words.js"),
        ("statics/icon.svg", "static/icon.svg"),
        ("Web/home.html", "web/home.html"),
    ],
)
def test_a_file_with_nearly_the_name_of_one_is_told(root: Path, file: str, meant: str) -> None:
    write(root, f"themes/rieng/{file}", "")

    assert told(root) == [(file, meant)]


@pytest.mark.parametrize(
    "file",
    [
        "web/nhap.html",
        "static/anh-nen.webp",
        "README.md",
        "press/khung.typ",
        ".git/HEAD",
        "a/b.txt",
    ],
)
def test_what_is_like_no_file_may_be_there(root: Path, file: str) -> None:
    write(root, f"themes/rieng/{file}", "")

    assert told(root) == []


def test_what_another_file_of_the_theme_names_is_used(root: Path) -> None:
    write(root, "themes/rieng/web/parts2.html", "{% macro a() %}{% endmacro %}")
    write(root, "themes/rieng/web/nhap.html", '{% import "parts2.html" as mine %}')
    write(root, "themes/rieng/static/bases.css", "a{}")
    inherits = 'name = "rieng"\ninherits = "mua-nuoc-noi"\n'
    write(root, "themes/rieng/theme.toml", f'{inherits}[styles]\nlinked = ["bases.css"]\n')

    assert told(root) == []


def test_of_a_folder_with_a_mistyped_name_one_file_is_told(root: Path) -> None:
    for name in ("product.css", "base.css", "browse.css"):
        write(root, f"themes/rieng/sttic/{name}", "")

    assert told(root) == [("sttic/base.css", "static/base.css")]
