"""Links and unsafe passages in Markdown: where they stand and where they lead.

The scanner works on the source, not on rendered HTML, because a message needs the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from generator.catalogue.model.folders import NAMES
from generator.catalogue.prose.raw_html import blank, tags, without_code

TARGET = r"(?=[A-Za-z][A-Za-z+.-]*:\S|\.{0,2}/\S|#\S|\S*[\w-]\.[A-Za-z]{2})\S+"
"""What the definition of a link names; any other word behind “[…]: ” is part of the text."""

_INLINE = re.compile(r"\]\(\s*<?([^()\s<>]+)")
_DEFINED = re.compile(rf"^ {{0,3}}\[[^\[\]\n]+\]:[ \t]*<?({TARGET})", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?([^()\s<>]*)")
_FILE = re.compile(r"([a-z0-9-]+)(?:\.en|\.vi)?\.md")
_SCRIPT = re.compile(r"\b(?:javascript|vbscript|data):[^\s)>\"']+", re.IGNORECASE)
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"


def public_link(target: str) -> bool:
    """Whether it is a whole http address of another host."""
    try:
        parts = urlsplit(target)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False


def resolve(target: str, folder: str) -> str | None:
    """The href of a link in a text of that folder; None for a link that can't lead anywhere.

    Files of the content (`x.md`, `../pages/x.md`, also with `.en`) become `ocop:<folder>/<slug>`.
    """
    target = target.strip()
    if public_link(target) or re.match(r"(?:mailto|tel):[^\s]+$", target):
        return quote(target, safe=_SAFE)
    key = content_key(target, folder)
    return f"ocop:{key}" if key else None


def content_key(target: str, folder: str) -> str | None:
    """`products/x` for a link to that file from a text in that folder of content/.

    None where no file that has a page can be meant.
    """
    path = target.partition("#")[0]
    if not path.endswith(".md") or path.startswith("/") or ":" in path:
        return None
    *above, name = path.split("/")
    file = _FILE.fullmatch(name)
    parts = [folder]
    for part in above:
        if part == ".." and parts:
            parts.pop()
        elif part not in {".", ""}:
            parts.append(part)
    if file is None or len(parts) != 1 or parts[0] not in NAMES:
        return None
    return f"{parts[0]}/{file[1]}"


def content_keys(markdown: str) -> frozenset[str]:
    """Every `products/x` that a link of the text may lead to, and many to which none does.

    A story's HTML is made elsewhere and later, and must find the address of every link that it
    comes to have; so whatever ends like a file of the content counts, in whatever folder.
    """
    if ".md" not in markdown:
        return frozenset()
    slugs = {match[1] for match in _FILE.finditer(markdown)}
    return frozenset(f"{folder}/{slug}" for folder in NAMES for slug in slugs)


def links(markdown: str) -> Iterator[tuple[str, int, int]]:
    """Yield each link's target, its line and column in the text, from 1; pictures are no links."""
    text = without_code(markdown)
    pictures = {match.start(1) for match in _PICTURE.finditer(text)}
    for form in (_INLINE, _DEFINED):
        for match in form.finditer(text):
            if match.start(1) not in pictures:
                at = match.start(1)
                yield match[1].rstrip("<>"), _line(text, at), at - text.rfind("\n", 0, at)


def pictures(markdown: str) -> Iterator[tuple[str, int]]:
    """Yield each picture's target and line."""
    text = without_code(markdown)
    return ((match[1], _line(text, match.start())) for match in _PICTURE.finditer(text))


def unsafe(markdown: str) -> Iterator[tuple[str, int]]:
    """Yield what a page will leave out, and its line: raw HTML tags, and script addresses.

    A tag that closes one told before goes with it.
    """
    line, before = 1, 0
    told = Counter[str]()
    for match in tags(markdown):
        opens, closes = match["opens"], match["closes"]
        if closes and told[closes.lower()]:
            told[closes.lower()] -= 1
            continue
        if opens:
            told[opens.lower()] += 1
        line += markdown.count("\n", before, match.start())
        before = match.start()
        yield match[0], line
    if _SCRIPT.search(markdown):
        for match in _SCRIPT.finditer(_without_tags(markdown)):
            yield match[0], _line(markdown, match.start())


def _without_tags(markdown: str) -> str:
    found = list(without_code(markdown))
    for match in tags(markdown):
        found[match.start() : match.end()] = blank(match)
    return "".join(found)


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
