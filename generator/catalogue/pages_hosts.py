"""What hosts that serve a branch or a folder as a website accept at most.

Source: the hosts' own documentation, seen in autumn 2026.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.catalogue.model.publishing import PagesHost, PublishTarget

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class HostLimits:
    """The most files, and the most bytes of one and of all; None where there is no such limit."""

    called: str
    files: int | None = None
    file_bytes: int | None = None
    site_bytes: int | None = None


LIMITS: dict[PagesHost, HostLimits] = {
    "cloudflare": HostLimits("Cloudflare Pages", 20_000, 25 * MIB),
    "cloudflare-paid": HostLimits("Cloudflare Pages (paid)", 100_000, 25 * MIB),
    "github": HostLimits("GitHub Pages", site_bytes=1000 * MIB),
    "other": HostLimits("—"),
}
STRICTEST = HostLimits("Cloudflare Pages, GitHub Pages", 20_000, 25 * MIB, 1000 * MIB)
_NEAR = 0.9
_OWN_NAMES: Mapping[str, PagesHost] = {"pages.dev": "cloudflare", "github.io": "github"}
"""The host by the domain below which it has its customers' sites."""


def is_near(found: int, most: int | None) -> bool:
    """Whether so many files or bytes are almost too many: with a few more products they are."""
    return most is not None and found > most * _NEAR


def limits_of(target: PublishTarget) -> HostLimits | None:
    """What the target's host accepts: as `pages` names it, else by its address; None of others."""
    if target.pages:
        return LIMITS[target.pages]
    by_name = limits_at(target.url) if target.url else None
    return by_name or (STRICTEST if target.kind == "git" else None)


def limits_at(url: str) -> HostLimits | None:
    """What the host of a site's address accepts, where it is one of those by its name."""
    host = (urlsplit(url).hostname or "").removesuffix(".")  # of a name told in full
    domain = ".".join(host.rsplit(".", 2)[-2:])
    return LIMITS[_OWN_NAMES[domain]] if domain in _OWN_NAMES else None
