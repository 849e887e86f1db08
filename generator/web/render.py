"""Makers: from a page's values and a theme to the bytes of a file."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from generator import theme
from generator.catalogue.prose import story
from generator.engine.artifact import (
    Folders,
    Values,
)
from generator.pictures import codes
from generator.web import scripts, styles
from generator.web.loaded_theme import loaded_theme
from generator.web.template_values.common import StoryValues
from generator.web.template_values.frame import CodeOutline, TemplateNames

_INTERNAL = re.compile(r' href="ocop:([^"]*)"')


def render_page(values: Values, folders: Folders) -> tuple[bytes, ...]:
    """A page: `values` are `template` (a file of the theme's web/), `language` and `page`.

    `copies` says at how many addresses it stands, one where it isn't given; at the first `browsed`
    of them, none where that isn't given, nobody gets by a scan.
    """
    html = page_html(values, folders)
    copies, browsed = values.get("copies", 1), values.get("browsed", 0)
    linked = for_browsing(html, values, folders).encode() if browsed else b""
    scanned = html.encode() if copies > browsed else b""
    return (linked,) * browsed + (scanned,) * (copies - browsed)


def for_browsing(html: str, values: Values, folders: Folders) -> str:
    """The page of these values with a link to the sheet that stands in it.

    A scan is answered by one file. Who looks around has the sheet from the page before, and
    thousands of pages are a third of what they were. What has no sheet in it stays as it is.
    """
    root = values["page"]["root"]
    opening = f"<style>{loaded_theme(folders).inline_styles(root)}"
    link = f'<link rel="stylesheet" href="{root}static/{styles.PRODUCT_SHEET}">'
    html = html.replace(f"{opening}</style>", link, 1)
    return html.replace(opening, f"{link}\n<style>", 1)


def page_html(values: Values, folders: Folders) -> str:
    """The same as text, once."""
    shown = loaded_theme(folders)
    language = values["language"]
    words = shown.words(language)
    names = TemplateNames(
        language=language,
        page=values["page"],
        t=words.say,
        count=words.count,
        story=lambda text: story_html(text, words.say("nav.table")),
        code=code_outline,
        styles=shown.inline_styles,
        policy=shown.policy(values["template"]),
    )
    html = shown.template(language, values["template"]).render(names)
    return f"{html.strip()}\n"


def bundle_styles(values: Values, folders: Folders) -> tuple[bytes]:
    """The theme's style sheets of a `place` in one file."""
    return (styles.sheet(folders.theme, values["place"]).encode(),)


def join_script(values: Values, folders: Folders) -> tuple[bytes]:
    """A script of the theme in one file; `values` are its `path` in static/."""
    return (scripts.joined(theme.scripts(folders.theme)[values["path"]]),)


def copy_static(values: Values, folders: Folders) -> tuple[bytes]:
    """A file of the theme's static/; `values` are its `path` there.

    A picture of its own document knows nothing of the page's colours, so an SVG gets them here.
    Scripts go without their indents and lines of comment, which are for their authors.
    """
    content = theme.find(folders.theme, f"static/{values['path']}").read_bytes()
    if values["path"].endswith(".js"):
        return (scripts.squeezed(content),)
    if not values["path"].endswith(".svg"):
        return (content,)
    return (theme.palette(folders.theme).filled(content.decode()).encode(),)


def story_html(text: StoryValues, table: str) -> Markup:
    """A story's safe HTML; `text` is its `markdown`, its `folder`, and `links` by their targets.

    A link to a page that this edition of the site lacks keeps its words and loses its address.
    A table stands in a box that moves sideways, which `table` names to those who don't see it.
    """
    links = text["links"]

    def href(match: re.Match[str]) -> str:
        target = links.get(match[1])
        return f' href="{target}"' if target else ""

    html = _INTERNAL.sub(href, story.render(text["markdown"], text["folder"]).html)
    box = f'<div class="wide" role="region" aria-label="{escape(table)}" tabindex="0"><table>'
    html = html.replace("<table>", box).replace("</table>", "</table></div>")
    return Markup(html)  # noqa: S704 (the story room sanitises its HTML)


@lru_cache(maxsize=64)
def code_outline(text: str) -> CodeOutline:
    """A QR code to be drawn inline: `box` in modules with its quiet zone, and `path` to stroke."""
    matrix = codes.matrix(text)
    side = len(matrix) + 2 * codes.QUIET_ZONE
    start = -codes.QUIET_ZONE
    return {"box": f"{start} {start - 0.5} {side} {side}", "path": codes.svg_strokes(matrix)}
