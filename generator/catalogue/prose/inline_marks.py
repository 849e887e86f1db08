"""Signs within a line: bare addresses become links, and a product of numbers stays one."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor, ReferenceProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from generator.catalogue.prose.links import TARGET, public_link

NEEDS = {"times": ("*",), "bare-address": ("://",)}
"""What a text must contain for a pattern of this file to match; see plain_prose."""
_TIMES = r"(?<=[0-9])\*+(?=[0-9])"
_ADDRESS = r"(?<![\w/@])https?://[^\s<>\"“”«»\x00-\x1f`]+"
_TRAILING = ".,;:!?'*_…’"


class _Times(InlineProcessor):
    """2*3*4 has no emphasis."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        """The stars as they are."""
        del data
        return m[0], m.start(), m.end()


class _BareAddress(InlineProcessor):
    """An address that stands in the text is a link to itself."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element | None, int | None, int | None]:
        """The link, without the signs that end a sentence."""
        del data
        address = m[0].rstrip(_TRAILING)
        if address.count("(") < address.count(")"):
            address = address.rstrip(")" + _TRAILING)
        if not public_link(address):
            return None, None, None
        link = ET.Element("a", {"href": address})
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


class _Break(InlineProcessor):
    """<br>, the one tag that a story may have."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        """A line break."""
        del data
        return ET.Element("br"), m.start(), m.end()


class _Headings(HashHeaderProcessor):
    """A heading has a space behind its marks: “#1 của tỉnh” and “C#” are words."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?:[ \t][^\n]*)?)(?:\n|$)")

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Make a heading, without the marks that may stand apart at its end."""
        super().run(parent, blocks)
        heading = parent[-1]
        words = (heading.text or "").rstrip("#")
        if words == "" or words.endswith((" ", "\t")):
            heading.text = words.rstrip()


class _Definitions(ReferenceProcessor):
    """“[Ghi chú]: cá” is no definition of a link: what it names is no address."""

    RE = re.compile(
        rf"^[ ]{{0,3}}\[([^\[\]]*)\]:[ ]*(?:\n[ ]*)?(<?{TARGET})[ ]*(?:\n[ ]*)?"
        r"(([\"'])(.*)\4[ ]*|\((.*)\)[ ]*)?$",
        re.MULTILINE,
    )


def add_marks(md: Markdown) -> None:
    """Register all of it in place of what Markdown has."""
    md.inlinePatterns.register(_Times(_TIMES, md), "times", 175)
    md.inlinePatterns.register(_BareAddress(_ADDRESS, md), "bare-address", 105)
    md.inlinePatterns.register(_Break(r"(?i)</?br\s*/?>", md), "html", 90)
    md.parser.blockprocessors.register(_Headings(md.parser), "hashheader", 70)
    md.parser.blockprocessors.register(_Definitions(md.parser), "reference", 15)
