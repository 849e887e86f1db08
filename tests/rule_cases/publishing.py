"""A case for each rule about the places that a site is published to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.catalogue.pages_hosts import LIMITS, HostLimits
from generator.catalogue.problems import rules_hosts
from generator.catalogue.problems import rules_publish as rules
from rule_cases.case import SITE, Case, Edit, put, swap

FILE = "content/publish.yaml"
FTPS = "tinh: {kind: ftps, host: ftp.example.vn, user: ocop"


def targets(text: str) -> Edit:
    """The file with one target."""
    return put(FILE, f"{text}\n")


def accepts(limits: HostLimits) -> Callable[[pytest.MonkeyPatch], None]:
    """GitHub Pages as if it accepted no more: a site beyond its limits takes minutes to plan."""
    return lambda patch: patch.setitem(LIMITS, "github", limits)


GIT = targets("web: {kind: git, branch: web, pages: github}")
CASES = (
    Case(rules.PUBLISH_PASSWORD, f"{FILE}:1:65", (targets(f"{FTPS}, pass_word: x1}}"),)),
    Case(rules.PUBLISH_NAME, f"{FILE}:1:1", (targets("Cổng tỉnh: {kind: folder, path: ../x}"),)),
    Case(rules.PUBLISH_KEY_NEEDED, f"{FILE}:1:1", (targets("tinh: {kind: git}"),)),
    Case(rules.PUBLISH_KEY_UNUSED, f"{FILE}:1:62", (targets(f"{FTPS}, branch: x}}"),)),
    Case(rules.PUBLISH_PLACE, f"{FILE}:1:27", (targets("usb: {kind: folder, path: content/x}"),)),
    Case(rules.PUBLISH_PATH, f"{FILE}:1:60", (targets(f"{FTPS}, path: web/../x}}"),)),
    Case(
        rules_hosts.HOST_FILES,
        f"{FILE}:1:38",
        (GIT,),
        broken=accepts(HostLimits("GitHub Pages", files=20)),
    ),
    Case(
        rules_hosts.HOST_BYTES,
        f"{SITE}:2:11",
        (swap(SITE, "https://thu.example", "https://xa.github.io"),),
        broken=accepts(HostLimits("GitHub Pages", site_bytes=200_000)),
    ),
    Case(
        rules_hosts.HOST_FILE_BYTES,
        f"{FILE}:1:38",
        (GIT,),
        broken=accepts(HostLimits("GitHub Pages", file_bytes=20_000)),
    ),
)
