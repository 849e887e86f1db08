"""Rules for hosts that read them from the site's root: `_headers` and `_redirects`.

Cloudflare Pages and Netlify do, others serve the two as plain files, which does no harm;
docs/may-chu.md has the same for nginx, Apache and IIS. No rule sets `Cache-Control` for all paths:
these hosts have pages asked for anew each time, and would join two rules' values with a comma.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlsplit

from generator import addresses
from generator.engine.artifact import (
    Artifact,
    Folders,
    Values,
)
from generator.theme import Folders as Theme
from generator.web.linkset import DESCRIPTION, MEDIA_TYPE
from generator.web.policy import header_policy
from generator.web.views.edition import Edition

_PLAIN = "/-._~!$&'()+,;=@"
"""What stands in a path as it is; a colon or an asterisk would be a rule's own sign."""
_IMMUTABLE = "public, max-age=31536000, immutable"
_SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
SERIAL_MARK = "so-se-ri"
"""Tells a page in its fragment which single pack was scanned; product.html shows it."""
_OPEN = {"Access-Control-Allow-Origin": "*"}


def hosting(edition: Edition, theme: Theme) -> Iterator[Artifact]:
    """Both files, for the site's own edition."""
    source = edition.site.source
    prefix = urlsplit(edition.site.base_url).path
    headers = {"prefix": prefix, "policy": header_policy(theme)}
    yield Artifact(("site/_headers",), render_headers, headers, source)
    moved = addresses.redirects(edition.catalogue, edition.product_pages)
    redirects = {"prefix": prefix, "moved": [[each.path, each.target] for each in moved]}
    yield Artifact(("site/_redirects",), render_redirects, redirects, source)
    yield Artifact(("site/.nojekyll",), empty, {}, source)


def render_headers(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """`_headers`: `policy` for all pages, `prefix` the site's own path."""
    lines = []
    for path, headers in header_rules(values["prefix"], values["policy"]).items():
        lines.append(path)
        lines += [f"  {name}: {value}" for name, value in headers.items()]
    return ("\n".join([*lines, ""]).encode(),)


def header_rules(prefix: str, policy: str) -> Mapping[str, Mapping[str, str]]:
    """The headers for each form of path; `*` stands for whatever a path has there."""
    rules = {
        "/*": {**_SECURITY, "Content-Security-Policy": policy},
        "/media/*": {"Cache-Control": _IMMUTABLE},
        "/01/*/linkset.json": {"Content-Type": MEDIA_TYPE, **_OPEN},
        f"/{DESCRIPTION}": {"Content-Type": "application/json", **_OPEN},
        "/catalogue.json": _OPEN,
    }
    return {f"{prefix}{path}": headers for path, headers in rules.items()}


def render_redirects(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """`_redirects`: every alias, then single packs to the page of their lot or product.

    A lot itself is left to the page for lost addresses: on some hosts a rule goes before a file,
    and would hide the lots that have pages.
    """
    prefix = values["prefix"]
    moved = [(f"/{quote(old, safe=_PLAIN)}", f"/{new}", 301) for old, new in values["moved"]]
    lines = [
        f"{prefix}{old} {prefix}{new} {status}" for old, new, status in [*moved, *serial_rules()]
    ]
    return ("\n".join([*lines, ""]).encode(),)


def serial_rules() -> Iterator[tuple[str, str, int]]:
    """Yield the rules for single packs: the form of a path, where it leads, the status."""
    below, own, serial = "/01/:gtin", "/Q/:code", f"#{SERIAL_MARK}=:serial"
    yield from (
        (f"{below}/22/:cpv/10/:lot/21/:serial", f"{below}/10/:lot/{serial}", 302),
        (f"{below}/10/:lot/21/:serial", f"{below}/10/:lot/{serial}", 302),
        (f"{below}/22/:cpv/21/:serial", f"{below}/{serial}", 302),
        (f"{below}/21/:serial", f"{below}/{serial}", 302),
        (f"{own}/:lot/21/:serial", f"{own}/:lot/{serial}", 302),
        (f"{own}/21/:serial", f"{own}/{serial}", 302),
    )


def empty(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """.nojekyll: without it, GitHub Pages leaves out folders such as .well-known."""
    return (b"",)
