"""Makers: from a page's values and a theme to the bytes of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.build.artifact import Folders, Values
from generator.catalogue import story
from generator.pictures import codes
from generator.web import theme

_INTERNAL = re.compile(r' href="ocop:([^"]*)"')


def render_page(values: Values, folders: Folders) -> tuple[bytes]:
    """One page: `values` are `template` (a file of the theme's web/), `language` and `page`."""
    return (page_html(values, folders).encode(),)


def page_html(values: Values, folders: Folders) -> str:
    """The same as text."""
    words = theme.words(folders.theme, values["language"])
    template = environment(folders.theme).get_template(values["template"])
    html = template.render(
        language=values["language"],
        page=values["page"],
        t=words.say,
        count=words.count,
        story=story_html,
        code=code_outline,
        styles=lambda root, place="inline": inline_styles(folders.theme, root, place),
    )
    return f"{html.strip()}\n"


def bundle_styles(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """static/site.css: the theme's linked style sheets in one file."""
    return (_squeezed(theme.styles(folders.theme, "linked")).encode(),)


def copy_static(values: Values, folders: Folders) -> tuple[bytes]:
    """A file of the theme's static/ as it is; `values` are its `path` there."""
    return (theme.find(folders.theme, f"static/{values['path']}").read_bytes(),)


@lru_cache(maxsize=8)
def environment(folders: theme.Folders) -> Environment:
    """The templates of a theme."""
    environment = Environment(
        loader=FileSystemLoader([folder / "web" for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def story_html(text: Mapping[str, Any]) -> Markup:
    """A story's safe HTML; `text` is its `markdown` and the `links` to other pages by target.

    A link to a page that this edition of the site lacks keeps its words and loses its address.
    """
    links: Mapping[str, str] = text["links"]

    def href(match: re.Match[str]) -> str:
        target = links.get(match[1])
        return f' href="{target}"' if target else ""

    html = story.render(text["markdown"]).html
    return Markup(_INTERNAL.sub(href, html))  # noqa: S704 (the story room sanitises its HTML)


@lru_cache(maxsize=64)
def code_outline(text: str) -> Mapping[str, Any]:
    """A QR code to be drawn inline: `box` in modules with its quiet zone, and `path` data."""
    matrix = codes.matrix(text)
    side = len(matrix) + 2 * codes.QUIET_ZONE
    start = -codes.QUIET_ZONE
    return {"box": f"{start} {start} {side} {side}", "path": codes.svg_path(matrix)}


def inline_styles(folders: theme.Folders, root: str, place: str = "inline") -> Markup:
    """The style sheets of a place; `root` is the way from the page to the site's root."""
    css = _squeezed(theme.styles(folders, place))
    return Markup(css.replace('url("', f'url("{root}static/'))  # noqa: S704 (the theme's own)


def _squeezed(paths: tuple[Path, ...]) -> str:
    return _squeeze(tuple((path, path.stat().st_mtime_ns) for path in paths))


@lru_cache(maxsize=8)
def _squeeze(paths: tuple[tuple[Path, int], ...]) -> str:
    """Comments and needless space dropped: a first view has 14 kB, so every line counts."""
    css = "\n".join(path.read_text("utf-8") for path, _ in paths)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(";}", "}").strip()
