"""Rules for hosts that read them from the site's root: `_headers` and `_redirects`.

Cloudflare Pages and Netlify do, others serve the two as plain files, which does no harm;
docs/may-chu.md has the same for nginx, Apache and IIS. No rule sets `Cache-Control` for all paths:
these hosts have pages asked for anew each time, and would join two rules' values with a comma.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from generator import addresses
from generator.engine.artifact import (
    Artifact,
    Folders,
    Values,
)
from generator.theme import Folders as Theme
from generator.web.linkset import DESCRIPTION, MEDIA_TYPE
from generator.web.views.edition import Edition

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_IMMUTABLE = "public, max-age=31536000, immutable"
_SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
_OPEN = {"Access-Control-Allow-Origin": "*"}


def hosting(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """Both files, for the site's own edition."""
    source = edition.site.source
    prefix = urlsplit(edition.site.base_url).path
    headers = {"prefix": prefix, "scripts": list(inline_scripts(theme))}
    yield Artifact(("site/_headers",), render_headers, headers, source)
    moved = addresses.flatten(addresses.redirects(edition.catalogue, edition.product_pages))
    redirects = {"prefix": prefix, "moved": [[each.path, each.target] for each in moved]}
    yield Artifact(("site/_redirects",), render_redirects, redirects, source)
    yield Artifact(("site/.nojekyll",), empty, {}, source)


def render_headers(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """`_headers`: `scripts` are the hashes of inline scripts, `prefix` the site's own path."""
    prefix = values["prefix"]
    rules = {
        "/*": {**_SECURITY, "Content-Security-Policy": content_policy(values["scripts"])},
        "/media/*": {"Cache-Control": _IMMUTABLE},
        "/01/*/linkset.json": {"Content-Type": MEDIA_TYPE, **_OPEN},
        f"/{DESCRIPTION}": {"Content-Type": "application/json", **_OPEN},
        "/catalogue.json": _OPEN,
    }
    lines = []
    for path, headers in rules.items():
        lines.append(f"{prefix}{path}")
        lines += [f"  {name}: {value}" for name, value in headers.items()]
    return ("\n".join([*lines, ""]).encode(),)


def render_redirects(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """`_redirects`: every alias, then single packs to the page of their lot or product.

    A lot itself is left to the page for lost addresses: on some hosts a rule goes before a file,
    and would hide the lots that have pages.
    """
    prefix = values["prefix"]
    rules = [(f"/{old}", f"/{new}", 301) for old, new in values["moved"]]
    below = "/01/:gtin"
    rules += [
        (f"{below}/22/:cpv/10/:lot/21/:serial", f"{below}/10/:lot/", 302),
        (f"{below}/10/:lot/21/:serial", f"{below}/10/:lot/", 302),
        (f"{below}/22/:cpv/21/:serial", f"{below}/", 302),
        (f"{below}/21/:serial", f"{below}/", 302),
    ]
    lines = [f"{prefix}{old} {prefix}{new} {status}" for old, new, status in rules]
    return ("\n".join([*lines, ""]).encode(),)


def empty(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """.nojekyll: without it, GitHub Pages leaves out folders such as .well-known."""
    return (b"",)


def content_policy(scripts: list[str]) -> str:
    """The Content-Security-Policy: the site's own files, and the inline scripts of these hashes.

    Styles stay free, since each photo has its placeholder in a style of its own; contributed HTML
    has no style left when it reaches a page.
    """
    allowed = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *(f"'{each}'" for each in scripts)]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def inline_scripts(theme: Theme) -> tuple[str, ...]:
    """The hashes of all inline scripts of a theme's templates, as a policy names them, sorted."""
    names = sorted({path.name for folder in theme for path in (folder / "web").glob("*.html")})
    found = [next(f for f in theme if (f / "web" / n).is_file()) / "web" / n for n in names]
    return _hashes(tuple((path, path.stat().st_mtime_ns) for path in found))


@lru_cache(maxsize=8)
def _hashes(templates: tuple[tuple[Path, int], ...]) -> tuple[str, ...]:
    texts = (path.read_text("utf-8") for path, _ in templates)
    return tuple(sorted({_hash(script) for text in texts for script in _SCRIPT.findall(text)}))


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
