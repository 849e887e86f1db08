"""Makers: from a page's values and a theme to the bytes of a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from markupsafe import Markup, escape

from generator import theme
from generator.catalogue.prose import story
from generator.engine.artifact import (
    Folders,
    Values,
)
from generator.pictures import codes
from generator.web import scripts, styles
from generator.web.loaded_theme import LoadedTheme, loaded_theme
from generator.web.template_failure import TemplateFailure, told_at_its_line
from generator.web.template_values.common import StoryValues
from generator.web.template_values.frame import CodeOutline, TemplateNames

Use = Literal["whole", "browsed", "coded"]
"""How people come to an address: `browsed` by looking around, `coded` by a code of our own."""
_SCANNED, _INDEXED = ("\x06", "\x07"), ("\x0e", "\x0f")
"""Marks, as in lots.py, around what only a scan needs, and what only search engines do."""
_TORN = (
    "phần trong scanned() hay indexed() bị cắt mất một đầu, như bộ lọc truncate làm",
    "a part within scanned() or indexed() is cut in two, as the filter truncate does",
)
_NO_LETTER = (
    "có mã không phải chữ nào (nửa của một cặp, U+D800 tới U+DFFF)",
    "a code that is no letter (half of a pair, U+D800 to U+DFFF)",
)
_INTERNAL = re.compile(r' href="ocop:([^"]*)"')


def render_page(values: Values, folders: Folders) -> tuple[bytes, ...]:
    """A page: `values` are `template` (a file of the theme's web/), `language` and `page`.

    `uses` says for each address at which it stands how people come there; one, whose page has all,
    where it isn't given.
    """
    html = page_html(values, folders)
    uses: Sequence[Use] = values.get("uses", ("whole",))
    shown = {
        use: as_bytes(used(html, use, values, folders), values["template"], folders)
        for use in {*uses}
    }
    return tuple(shown[use] for use in uses)


def as_bytes(html: str, template: str, folders: Folders) -> bytes:
    """What that template of a page's has written, as a file; raises TemplateFailure."""
    try:
        return html.encode()
    except UnicodeEncodeError as error:
        file = theme.find(folders.theme, f"web/{template}")
        raise TemplateFailure(file, 1, *_NO_LETTER) from error


def used(html: str, use: Use, values: Values, folders: Folders) -> str:
    """The page of these values as it stands where it is of that use; `html` is as rendered."""
    if _SCANNED[0] in html:
        html = _cut(html, _SCANNED, keep=use != "browsed")
    if _INDEXED[0] in html:
        html = _cut(html, _INDEXED, keep=use != "coded")
    return _linked(html, values, folders) if use == "browsed" else html


def _cut(html: str, marks: tuple[str, str], *, keep: bool) -> str:
    """The page with or without what stands between the marks, and without these."""
    if keep:
        return html.replace(marks[0], "").replace(marks[1], "")
    first, *parts = html.split(marks[0])
    return first + "".join(part.partition(marks[1])[2] for part in parts)


def _between(marks: tuple[str, str]) -> Callable[[Callable[[], str]], Markup]:
    """What a template calls for a part of a page that not all of its addresses have.

    One within another of its kind, as where a layout has the whole body in one, is part of that.
    """

    def part(caller: Callable[[], str]) -> Markup:
        within = caller().replace(marks[0], "").replace(marks[1], "")
        return Markup(f"{marks[0]}{within}{marks[1]}")  # noqa: S704 (rendered already)

    return part


def _linked(html: str, values: Values, folders: Folders) -> str:
    """The page of these values with a link to the sheet that stands in it.

    A scan is answered by one file. Who looks around has the sheet from the page before, and
    thousands of pages are half of what they were. What has no sheet in it stays as it is.
    """
    root = values["page"]["root"]
    before, opening, after = html.partition(f"<style>{loaded_theme(folders).inline_styles(root)}")
    if not opening:
        return html
    link = f'<link rel="stylesheet" href="{root}static/{styles.PRODUCT_SHEET}">'
    rest = after.removeprefix("</style>") if after.startswith("</style>") else f"\n<style>{after}"
    return f"{before}{link}{rest}"


def page_html(values: Values, folders: Folders) -> str:
    """The same as text, once, with marks around what not every address has: see `used`."""
    shown = loaded_theme(folders)
    with told_at_its_line():
        template = shown.template(values["language"], values["template"])
        html = template.render(template_names(values, shown))
    if any(html.count(begins) != html.count(ends) for begins, ends in (_SCANNED, _INDEXED)):
        raise TemplateFailure(Path(template.filename or ""), 1, *_TORN)
    return f"{html.strip()}\n"


def template_names(values: Values, shown: LoadedTheme) -> TemplateNames:
    """What the template of a page with these values gets."""
    words = shown.words(values["language"])
    return TemplateNames(
        language=values["language"],
        page=values["page"],
        t=words.say,
        count=words.count,
        story=lambda text: story_html(text, words.say("nav.table")),
        code=code_outline,
        styles=shown.inline_styles,
        scanned=_between(_SCANNED),
        indexed=_between(_INDEXED),
        policy=shown.policy(values["template"]),
    )


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
