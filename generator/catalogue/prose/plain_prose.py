"""Markdown with its steps passed by where they could find nothing; its results stay the same.

Most of a story is words without marks. Markdown tries a dozen patterns on each paragraph all the
same, which is half of the time that a story takes.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from generator.catalogue.prose.inline_marks import NEEDS

_NEEDS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "not_strong": ("*", "_"),
    "em_strong": ("*", "_"),
    "em_strong2": ("*", "_"),
    **NEEDS,
}
"""What a text must contain, one or the other, for the inline pattern of that name to match."""
_LETTERS_FIRST = re.compile(r"[^\W\d_][^\n]*(?:\n[^\W\d_][^\n]*)*")
"""A block each of whose lines begins with a letter; no other block of Markdown does."""


class PlainProse(Extension):
    """To be given to Markdown after all other extensions: it looks at what they have registered."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Put the shorter ways in place."""
        md.treeprocessors.register(_MarkedTexts(md), "inline", 20)
        md.parser.blockprocessors.register(_Paragraph(md.parser), "letters-first", 200)


class _Paragraph(ParagraphProcessor):
    """Takes what begins with letters before headings, lists, tables and quotes are tried."""

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002
        """Whether nothing but a paragraph can begin so."""
        return _LETTERS_FIRST.fullmatch(block) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Make paragraphs as long as such blocks follow."""
        super().run(parent, blocks)
        while blocks and _LETTERS_FIRST.fullmatch(blocks[0]):
            super().run(parent, blocks)


class _MarkedTexts(InlineProcessor):
    """Tries a pattern only where one may match, and of the patterns those that may."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        needs = {
            id(md.inlinePatterns[n]): needs for n, needs in _NEEDS.items() if n in md.inlinePatterns
        }
        self._patterns = [(each, needs.get(id(each), ("",))) for each in md.inlinePatterns]
        marks = {mark for _, needs in self._patterns for mark in needs}
        self._marks = re.compile("|".join(re.escape(mark) for mark in sorted(marks)))

    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        """Work on the texts that have a mark; a text declared atomic is left as it is."""
        marked = []
        for element in tree.iter():
            if element.text:
                if self._marks.search(element.text):
                    marked.append(element.text)
                else:
                    element.text = AtomicString(element.text)
            if element.tail:
                marked.append(element.tail)
        if not marked:
            return tree
        source = "\n".join(marked)
        self.inlinePatterns = [  # type: ignore[assignment]  # only counted and indexed
            pattern for pattern, needs in self._patterns if any(mark in source for mark in needs)
        ]
        return super().run(tree, ancestors)
