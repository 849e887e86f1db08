"""The pages behind printed addresses: they never go, nor does anything that they show."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Set
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.addresses import ledger
from generator.addresses.scan import same_place

_REFERENCE = re.compile(
    r"""<(?:link|script|img|source|video|audio|use)\b[^>]*?>""", re.IGNORECASE | re.DOTALL
)
_ATTRIBUTE = re.compile(r"""\b(?:href|src|srcset|poster)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_IN_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


def printed_pages(content: Path, base_url: str) -> tuple[str, ...]:
    """The page of each printed address at that place, the last printed first; each once."""
    entries = sorted(
        ledger.read(content).entries, key=lambda each: each.printing.printed_on, reverse=True
    )
    scans = (each.printing.scan for each in entries)
    here = (each for each in scans if each.stem is None or same_place(each.stem, base_url))
    return tuple(dict.fromkeys(f"{each.page.rstrip('/')}/index.html" for each in here))


def shown_by(pages: Set[str], read: Callable[[str], bytes | None]) -> frozenset[str]:
    """The pages and all files that they show, styles and their fonts too.

    `read` gives what a file holds, None for one that there is not.
    """
    found, waiting = set[str](), [*pages]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        if path.endswith((".html", ".css")):
            text = (read(path) or b"").decode(errors="replace")
            waiting += (posixpath.normpath(each) for each in _references(path, text))
    return frozenset(found)


def _references(path: str, text: str) -> Iterator[str]:
    folder = posixpath.dirname(path)
    links = [*_IN_STYLES.findall(text)]
    for tag in _REFERENCE.findall(text):
        for double, single in _ATTRIBUTE.findall(tag):
            value = html.unescape(double or single)
            links += [part.split()[0] for part in value.split(",") if part.strip()]
    for link in links:
        try:
            parts = urlsplit(link)
        except ValueError:
            continue
        if parts.path and not (parts.scheme or parts.netloc or parts.path.startswith("/")):
            yield posixpath.join(folder, unquote(parts.path))
