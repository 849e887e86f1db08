"""Links and unsafe passages in Markdown: where they stand and where they lead.

The scanner works on the source, not on rendered HTML, because a message needs the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from generator.catalogue.model.folders import NAMES

_INLINE = re.compile(r"\]\(\s*<?([^()\s<>]+)")
_DEFINED = re.compile(r"^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?([^\s<>]+)", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?([^()\s<>]*)")
_FILE = re.compile(r"([a-z0-9-]+)(?:\.en|\.vi)?\.md")
_CODE = re.compile(r"`[^`\n]*`")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])[^<>]*>?")
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
    slugs = {match[1] for match in _FILE.finditer(markdown)}
    return frozenset(f"{folder}/{slug}" for folder in NAMES for slug in slugs)


def links(markdown: str) -> Iterator[tuple[str, int]]:
    """Yield each link's target and its line in the text, from 1; pictures are no links."""
    text = _without_code(markdown)
    pictures = {match.start(1) for match in _PICTURE.finditer(text)}
    for form in (_INLINE, _DEFINED):
        for match in form.finditer(text):
            if match.start(1) not in pictures:
                yield match[1], _line(text, match.start(1))


def pictures(markdown: str) -> Iterator[tuple[str, int]]:
    """Yield each picture's target and line."""
    text = _without_code(markdown)
    return ((match[1], _line(text, match.start())) for match in _PICTURE.finditer(text))


def unsafe(markdown: str) -> Iterator[tuple[str, int]]:
    """Yield what a page will leave out, and its line: raw HTML tags, and script addresses.

    A tag that closes one told before goes with it.
    """
    text = _without_code(markdown)
    told = Counter[str]()
    for match in _TAG.finditer(text):
        name, closing = match[1].lower(), match[0].startswith("</")
        if closing and told[name]:
            told[name] -= 1
        elif name != "br":
            told[name] += not closing
            yield match[0], _line(text, match.start())
    for match in _SCRIPT.finditer(_TAG.sub(_blank, text)):
        yield match[0], _line(text, match.start())


def _without_code(markdown: str) -> str:
    """The text with its code spans blanked out, so that places stay the same."""
    return _CODE.sub(_blank, markdown)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
