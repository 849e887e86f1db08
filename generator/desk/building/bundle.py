"""The whole site as one zip, for a stick or an old computer: unpacked, it opens without a network.

What only hosts read is left out. The same site makes the same bytes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import BinaryIO

from generator.addresses import slugify
from generator.engine.tree import listing
from generator.engine.writing import write_by

NAME = "catalogue.zip"
START, READ_FIRST, PAGES = "mo-danh-muc.html", "doc-truoc.txt", "trang"
"""What is seen when the zip is unpacked: what to open, what to read, and the site."""
_FOR_HOSTS = re.compile(
    r"_headers|_redirects|\.nojekyll|404\.html|sw\.js|robots\.txt|sitemap[^/]*\.xml|\.well-known/.*"
    r"|(?:en/)?manifest\.json|(?:.*/)?linkset\.json|static/offline[^/]*json"
)
_PACKED = (".avif", ".webp", ".jpg", ".png", ".woff2", ".pdf")
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that a zip can tell: when a file was made must not change the bytes."""
_NOTE = """\
Giải nén cả thư mục này ra máy hoặc ra thẻ nhớ, rồi mở {start}. Không cần mạng.
Unpack the whole folder onto the computer or a stick, then open {start}. No network is needed.
"""
_PAGE = """\
<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{name}</title>
<meta http-equiv="refresh" content="0; url={home}"></head>
<body><p><a href="{home}">{name}</a></p></body></html>
"""


def bundle(output: Path) -> Path:
    """Pack the site that stands in `output`, which nobody may change meanwhile; gives the zip.

    Raises OSError; an older zip stands until the new one is whole.
    """
    site, target = output / "site", output / NAME
    name = _title((site / "index.html").read_text("utf-8"))
    folder = slugify(name) or "catalogue"
    first = _PAGE.format(name=escape(name), home=f"{PAGES}/index.html")

    def pack(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            _add(packed, f"{folder}/{READ_FIRST}", _NOTE.format(start=START).encode())
            _add(packed, f"{folder}/{START}", first.encode())
            for path in _files(site):
                _add(packed, f"{folder}/{PAGES}/{path}", (site / path).read_bytes())

    write_by(target, pack)
    return target


def _title(html: str) -> str:
    """The first page's title, which is the site's name."""
    found = re.search("<title>(.*?)</title>", html, re.DOTALL)
    return unescape(found[1]).strip() if found else ""


def _files(site: Path) -> Iterator[str]:
    """What the site has to show, in one order on every machine."""
    for path in sorted(listing(site)):
        if not path.endswith("/") and not _FOR_HOSTS.fullmatch(path):
            yield path


def _add(packed: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(path, _DAY)
    entry.external_attr = 0o644 << 16
    is_packed = path.endswith(_PACKED)
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    packed.writestr(entry, content)
