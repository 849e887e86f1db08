"""Markdown to HTML within limits: what would exhaust the reader is refused, and nothing leaks.

An engine keeps state while it converts (open quotes, link definitions, raw HTML put aside). After
any exception it is thrown away, for what it kept would show in the next text. The limits don't
depend on how much of Python's stack is left, so that a text is refused everywhere or nowhere.
"""

from __future__ import annotations

import re
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_texts import (
    TEXT_DENSE,
    TEXT_LONG,
    TEXT_MARKS,
    TEXT_NESTED,
    TEXT_UNREADABLE,
)

DEEPEST = 12
"""Quotes and lists within each other."""
MOST_MARKS = 500
"""Opening brackets, angle brackets and backticks, each; time grows with the square of them."""
MOST_LINES = 2000
MOST_WORK = 500_000
"""Marks of one paragraph times its characters, which is what inline patterns cost at worst."""
MOST_TAG_WORK = 20 * MOST_WORK
"""Angle brackets of a whole text times its characters: each may have the rest looked through."""

_DEEPEST_TREE = 3 * DEEPEST
"""Elements within each other: a list is two, and emphasis and links stand in the innermost."""
_COUNTED = ("[", "<", "`")
_MARK = re.compile(r"[\[<`*_\\&]")
_HOLDERS = frozenset({"blockquote", "ul", "ol"})
_DEEP = re.compile(rf"^[ \t>+*.\-\d]{{{DEEPEST + 1},}}", re.MULTILINE)
"""The beginning of a line that could open so much: each level takes a character at least."""
_RISKY = re.compile(r"[<&\[`\\|\x00-\x08\x0b-\x1f]")
_LINK = re.compile(r"\[([^\n<&\[\]`\\|]{1,200})\]\([\w./:#?=%-]{1,200}\)")
_FEW = 100


class ProseError(ValueError):
    """A text that can't be made HTML; `rule` says why, `values` fill its words."""

    def __init__(self, rule: Rule, /, **values: str) -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.values: Mapping[str, str] = values


class Converter(threading.local):
    """One Markdown engine per thread, new after any exception.

    Extensions are no names: the library would look through all that is installed for each.
    """

    def __init__(self, *extensions: Extension) -> None:
        self._extensions = extensions
        self._engine: Markdown | None = None

    def convert(self, markdown: str) -> str:
        """The text as HTML, not yet sanitised. Raises ProseError."""
        _check_size(markdown)
        engine, self._engine = self._engine or self._new(), None
        try:
            html = engine.reset().convert(markdown)
        except ProseError:
            raise
        except Exception as error:  # the library raises anything
            raise ProseError(TEXT_UNREADABLE, found=type(error).__name__) from error
        self._engine = engine
        return html

    def _new(self) -> Markdown:
        return Markdown(extensions=[*self._extensions, _Limits()])

    def faults(self, markdown: str) -> Iterator[Finding]:
        """Yield a finding where the text can't be converted: one, or none."""
        if _harmless(markdown):
            return
        try:
            self.convert(markdown)
        except ProseError as error:
            at = Position(self._line(markdown), 1)
            yield Finding("", at, error.rule, error.values)

    def _line(self, markdown: str) -> int:
        """The last line of the shortest beginning of the text that can't be converted."""
        lines = markdown.split("\n")
        fine, wrong = 0, len(lines)
        while wrong - fine > 1:
            middle = (fine + wrong) // 2
            try:
                self.convert("\n".join(lines[:middle]))
            except ProseError:
                wrong = middle
            else:
                fine = middle
        return wrong


def _check_size(markdown: str) -> None:
    lines = markdown.count("\n") + 1
    if lines > MOST_LINES:
        raise ProseError(TEXT_LONG, most=str(MOST_LINES))
    for mark in _COUNTED:
        if markdown.count(mark) > MOST_MARKS:
            raise ProseError(TEXT_MARKS, found=mark, most=str(MOST_MARKS))
    if markdown.count("<") * len(markdown) > MOST_TAG_WORK:
        raise ProseError(TEXT_DENSE)


def _harmless(markdown: str) -> bool:
    """Whether the text is so plain that it need not be tried: most stories are."""
    links = markdown.count("](")
    marks = markdown.count("*") + markdown.count("_") + 2 * links
    return (
        markdown.count("\n") < MOST_LINES
        and marks <= _FEW
        and marks * len(markdown) <= MOST_WORK
        and not _RISKY.search(_LINK.sub(r"\1", markdown) if links else markdown)
        and not _DEEP.search(markdown)
    )


class _Limits(Extension):
    """To be given to Markdown last."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Put a watch before blocks, before inline patterns, and after them."""
        md.parser.blockprocessors.register(_Depth(md.parser), "depth", 1000)
        md.treeprocessors.register(_Work(md), "work", 1000)
        md.treeprocessors.register(_Tree(md), "tree", 19)


class _Depth(BlockProcessor):
    """Counts what is open while blocks are parsed: each is a call within a call."""

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002
        """Never; but raise ProseError where too much is open."""
        if len(self.parser.state) > 2 * DEEPEST:
            raise _too_deep()
        return False

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Nothing: it takes no block."""


class _Work(Treeprocessor):
    """Looks at each paragraph before inline patterns are tried on it."""

    def run(self, root: ET.Element) -> None:
        """Raise ProseError for one that would take too long."""
        _check_depth(root)
        for element in root.iter():
            for text in (element.text or "", element.tail or ""):
                if len(text) * len(_MARK.findall(text)) > MOST_WORK:
                    raise ProseError(TEXT_DENSE)


class _Tree(Treeprocessor):
    """Looks at the tree before it is written, which takes a call for each level."""

    def run(self, root: ET.Element) -> None:
        """Raise ProseError where it is too deep."""
        _check_depth(root)


def _check_depth(root: ET.Element) -> None:
    waiting = [(root, 0, 0)]
    while waiting:
        element, level, holders = waiting.pop()
        if level > _DEEPEST_TREE or holders > DEEPEST:
            raise _too_deep()
        waiting += ((child, level + 1, holders + (child.tag in _HOLDERS)) for child in element)


def _too_deep() -> ProseError:
    return ProseError(TEXT_NESTED, most=str(DEEPEST))
