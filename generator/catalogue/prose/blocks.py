"""A story's HTML as blocks of styled text, which is all that print takes from it."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

Kind = Literal["heading", "paragraph", "quote", "item"]

_CELL_MARK = " · "


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text of one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece; a table gives a paragraph for each row."""

    kind: Kind
    runs: tuple[TextRun, ...]

    @property
    def text(self) -> str:
        """Its words without style."""
        return "".join(run.text for run in self.runs)


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of sanitised HTML, in reading order; empty ones are left out."""
    collector = _Collector()
    collector.feed(html)
    collector.close()
    collector.end_block()
    return tuple(collector.blocks)


class _Collector(HTMLParser):
    """Collects runs until a block-level tag begins or ends."""

    _KINDS: dict[str, Kind] = {  # noqa: RUF012 - a table, never changed
        "h3": "heading",
        "h4": "heading",
        "p": "paragraph",
        "li": "item",
        "tr": "paragraph",
        "blockquote": "quote",
    }

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._runs: list[TextRun] = []
        self._kind: Kind = "paragraph"
        self._numbers: list[int | None] = []
        self._number = ""
        self._quotes = self._bold = self._italic = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block or a style."""
        self._style(tag, 1)
        if tag in {"ul", "ol"}:
            self.end_block()
            self._numbers.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        if tag == "br":
            self.handle_data(" ")
        elif tag in {"td", "th"} and self._runs:
            self._runs.append(TextRun(_CELL_MARK))
        elif tag in self._KINDS:
            self._begin(tag)
        if tag == "li":
            self._count(dict(attrs).get("value"))

    def handle_endtag(self, tag: str) -> None:
        """End a block or a style."""
        self._style(tag, -1)
        if tag in self._KINDS or tag in {"ul", "ol", "table"}:
            self.end_block()
        if tag in {"ul", "ol"} and self._numbers:
            self._numbers.pop()

    def handle_data(self, data: str) -> None:
        """Add text in the style that holds."""
        if data.strip() or self._runs:
            self._runs.append(TextRun(data, self._bold > 0, self._italic > 0))

    def end_block(self) -> None:
        """Close the block collected so far, if it says anything."""
        runs = _joined(self._runs)
        if runs:
            runs = _joined([TextRun(self._number), *runs]) if self._number else runs
            self._number = ""
            self.blocks.append(Block(self._kind, runs))
        self._runs = []
        self._kind = "quote" if self._quotes else "paragraph"

    def _count(self, value: str | None) -> None:
        """Have the number of an entry stand before its words; it may be written for it."""
        self._number = ""
        if self._numbers and (counted := self._numbers[-1]) is not None:
            number = int(value) if value else counted
            self._number = f"{number}. "
            self._numbers[-1] = number + 1

    def _begin(self, tag: str) -> None:
        # The paragraph of a loosely written list entry is the entry itself.
        if tag == "p" and self._kind == "item" and not self._runs:
            return
        self.end_block()
        kind = self._KINDS[tag]
        self._kind = "quote" if self._quotes and kind == "paragraph" else kind

    def _style(self, tag: str, change: int) -> None:
        if tag == "strong" or tag == "th":
            self._bold += change
        elif tag == "em":
            self._italic += change
        elif tag == "blockquote":
            self._quotes += change


def _joined(runs: list[TextRun]) -> tuple[TextRun, ...]:
    """The runs with single spaces, neighbours of one style joined, and bare ends."""
    found: list[TextRun] = []
    for run in runs:
        text = " ".join(f"|{run.text}|".split())[1:-1]
        if not found or found[-1].text.endswith(" "):
            text = text.lstrip()
        if not text:
            continue
        if found and (found[-1].bold, found[-1].italic) == (run.bold, run.italic):
            found[-1] = TextRun(found[-1].text + text, run.bold, run.italic)
        else:
            found.append(TextRun(text, run.bold, run.italic))
    return _bare_end(found)


def _bare_end(runs: list[TextRun]) -> tuple[TextRun, ...]:
    if runs:
        last = runs.pop()
        text = last.text.rstrip()
        return (*runs, TextRun(text, last.bold, last.italic)) if text else _bare_end(runs)
    return ()
