"""A story in Markdown as safe HTML, as plain text, and as blocks for the typesetter.

Raw HTML in a story is never passed on: its tags vanish, its words stay; and “<” that begins no tag
is a sign as any other. What remains is made by Markdown alone, so it is well formed, and is
sanitised once more (nh3) before anyone sees it. Headings start at h3, for a page owns h1 and h2.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape
from itertools import islice

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_texts import TEXT_UNREADABLE
from generator.catalogue.prose.blocks import Block, TextRun, blocks_of
from generator.catalogue.prose.inline_marks import add_marks
from generator.catalogue.prose.links import (
    public_link,
    resolve,
)
from generator.catalogue.prose.lists import add_lists
from generator.catalogue.prose.markdown_engine import Converter, ProseError
from generator.catalogue.prose.plain_prose import PlainProse
from generator.catalogue.prose.raw_html import without_tags
from generator.catalogue.prose.table_rows import Tables

__all__ = ["Block", "Story", "TextRun", "faults", "render", "word_count"]

TAGS = {
    "a",
    "br",
    "code",
    "em",
    "strong",
    "blockquote",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "ul",
} | {*("table", "tbody", "td", "th", "thead", "tr")}
ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "ol": {"start"},
    "li": {"value"},
    **{cell: {"align"} for cell in ("td", "th")},
}
SCHEMES = {"http", "https", "mailto", "tel", "ocop"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>\n?")
_WORD = re.compile(r"[^\W_]\S*")
_LEVELS = {"h1": "h3", "h2": "h3", "h3": "h4", "h4": "h4", "h5": "h4", "h6": "h4"}
_HEADINGS = {*_LEVELS, *_LEVELS.values()}


@dataclass(frozen=True)
class Story:
    """A rendered text: `html` for pages; `blocks` for print are gathered when first asked for."""

    html: str

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The text as styled paragraphs."""
        return blocks_of(self.html)

    @cached_property
    def text(self) -> str:
        """The words alone, a line for each block."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return word_count(self.text)


@lru_cache(maxsize=512)
def render(markdown: str, folder: str) -> Story:
    """Render Markdown; `folder` is the one of content/ whose file it stands in.

    Links to content files become `ocop:<folder>/<slug>`; those that lead nowhere lose their
    address.
    A text beyond the limits, which `faults` tells of, is shown as it is. Raises ProseError where
    Markdown fails otherwise: no text is ever lost quietly.
    """
    html = _cleaner(folder).clean(_convert(markdown))
    return Story(_EMPTY_PARAGRAPH.sub("", _CONTROL.sub("", html)).strip())


@lru_cache(maxsize=8)
def _cleaner(folder: str) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=lambda tag, name, value: _attribute(tag, name, value, folder),
        url_schemes=SCHEMES,
        link_rel=None,
    )


def word_count(text: str, most: int | None = None) -> int:
    """Words of a plain or Markdown text: what stands between spaces and has a letter or digit.

    No more than `most` are counted.
    """
    return sum(1 for _ in islice(_WORD.finditer(text), most))


def _attribute(tag: str, name: str, value: str, folder: str) -> str | None:
    if (tag, name) == ("a", "href"):
        return resolve(value, folder)
    if (tag, name) in {("ol", "start"), ("li", "value")}:
        return value if value.isascii() and value.isdigit() and len(value) < 5 else None
    return value


class _Headings(Treeprocessor):
    """Shift headings, and take out elements that a page can't show or would show empty."""

    def run(self, root: ET.Element) -> None:
        """Change the tree in place."""
        for element in list(root.iter()):
            element.tag = _LEVELS.get(element.tag, element.tag)
            if element.tag == "a" and public_link(element.get("href", "")):
                element.set("rel", "noopener nofollow")
            for child in [c for c in element if c.tag in _HEADINGS and not _full(c)]:
                element.remove(child)


def _full(element: ET.Element) -> bool:
    return any(text.strip() for text in element.itertext())


class _Words(Preprocessor):
    """Takes out control characters, the tags of raw HTML, and comments."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines without them."""
        return without_tags(_CONTROL.sub("", "\n".join(lines))).split("\n")


class StoryRules(Extension):
    """Markdown as stories use it: no code blocks from indentation, no raw HTML."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the story's own steps."""
        md.parser.blockprocessors.deregister("code")
        md.treeprocessors.register(_Headings(md), "story-headings", 5)
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Words(md), "story-words", 28)
        add_lists(md)
        add_marks(md)


_CONVERTER = Converter(SaneListExtension(), Tables(), StoryRules(), PlainProse())


def faults(markdown: str) -> Iterator[Finding]:
    """Yield what keeps the text from being rendered: one, or none."""
    return _CONVERTER.faults(markdown)


def _convert(markdown: str) -> str:
    try:
        return _CONVERTER.convert(markdown)
    except ProseError as error:
        if error.rule == TEXT_UNREADABLE:
            raise
        return _as_it_is(markdown)


def _as_it_is(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())
