"""Whether a build's output is what was asked for, looked at in the same way for every generator."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

WIDTHS = (480, 800, 1600)
_PICTURES = (".webp", ".avif")
"""How the three widths of a photo end: ours are AVIF, the peers' WebP; JPEG comes beside."""
_SRCSET = re.compile(r'srcset="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found: numbers of pages and files, and bytes of all."""

    pages: int
    product_pages: int
    scan_pages: int
    codes: int
    pictured: int
    pictures: int
    feeds: int
    bytes: int

    def as_json(self) -> Mapping[str, int]:
        """For the line of results."""
        return asdict(self)


def look(output: Path, slugs: Sequence[str]) -> Outcome:
    """Count what is there; `pictured` are product pages whose three pictures all exist."""
    files = {path: path.stat().st_size for path in output.rglob("*") if path.is_file()}
    kinds = Counter(path.suffix for path in files)
    pages = [page for slug in slugs if (page := product_page(output, slug)) in files]
    texts = {page: page.read_text("utf-8") for page in pages}
    return Outcome(
        pages=kinds[".html"],
        product_pages=len(pages),
        scan_pages=sum(path.match("Q/*/index.html") for path in files),
        codes=sum(_has_code(text, output) for text in texts.values()),
        pictured=sum(_pictured(page, text, output) for page, text in texts.items()),
        pictures=sum(kinds[ending] for ending in _PICTURES),
        feeds=sum((output / name).is_file() for name in ("sitemap.xml", "feed.xml")),
        bytes=sum(files.values()),
    )


def faults(found: Outcome, corpus: Mapping[str, Any]) -> Sequence[str]:
    """What falls short of the corpus; files of photos with equal content may be shared."""
    count = corpus["products"]
    photos = corpus["photo_files"]
    wanted = {
        "product_pages": count,
        "codes": count,
        "pictured": count if photos else 0,
        "feeds": 2,
    }
    wrong = [
        f"{name}: {getattr(found, name)} instead of {number}"
        for name, number in wanted.items()
        if getattr(found, name) != number
    ]
    least = len(WIDTHS) * min(photos, corpus["photos"])
    if not least <= found.pictures <= len(WIDTHS) * photos:
        wrong.append(f"pictures: {found.pictures} instead of {least}")
    return wrong


def lacking(output: Path, token: str) -> int:
    """How many pages do not show a text."""
    return sum(token not in page.read_text("utf-8") for page in output.rglob("*.html"))


def product_page(output: Path, slug: str) -> Path:
    """Where every generator was told to put it."""
    return output / "san-pham" / slug / "index.html"


def _has_code(text: str, output: Path) -> bool:
    """A drawing within the page, or a picture whose file exists."""
    if re.search(r'<svg class="qr"[^>]*>\s*<path d="[Mm][^"]{200,}"', text):
        return True
    image = re.search(r'<img class="qr" src="/([^"]+)"', text)
    return image is not None and (output / image[1]).is_file()


def _pictured(page: Path, text: str, output: Path) -> bool:
    match = _SRCSET.search(text)
    offers = [offer.split() for offer in match[1].split(",")] if match else []
    if [width for _, width in offers] != [f"{width}w" for width in WIDTHS]:
        return False
    return all(_target(page, address, output).is_file() for address, _ in offers)


def _target(page: Path, address: str, output: Path) -> Path:
    return output / address[1:] if address.startswith("/") else page.parent / address
