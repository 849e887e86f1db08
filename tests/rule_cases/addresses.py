"""A case for each rule about codes, GTINs and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import published

from generator.catalogue.problems import rules_addresses as rules
from generator.catalogue.problems import rules_lost as lost
from generator.catalogue.reading import reader
from generator.desk import content
from rule_cases.case import ENGLISH, FISH, RICE, SAUCE, SITE, Case, gone, put, swap, top

EXAMPLE, OTHER = "9521234500056", "0000000000017"
"""A GTIN with the prefix kept for examples, and one without that is nobody's."""


def _aliases_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be if the rules for old addresses missed one."""
    monkeypatch.setattr(reader, "alias_findings", lambda *_: ())


def _names_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be if the rules for names missed one."""
    monkeypatch.setattr(content, "_name_findings", lambda *_: ())


def renamed(root: Path) -> None:
    """The rice's file under another name."""
    (root / RICE).rename(root / "content/products/gao-moi.md")


def _real(root: Path) -> None:
    """The site at a host that anyone can reach, with two pages of content."""
    swap(SITE, "thu.example", "ocop.vinhhung.vn")(root)
    for slug in ("mot", "hai"):
        put(f"content/pages/{slug}.md", f"---\ntitle: Trang {slug}\n---\nĐôi lời.\n")(root)
    swap(FISH, "sample: true\n", "")(root)
    published(root, "https://ocop.vinhhung.vn")


CASES = (
    Case(
        lost.ADDRESS_ALIAS,
        f"{FISH}:1:1",
        (top(FISH, "aliases: [/cu/]"), _real, swap(FISH, "aliases: [/cu/]\n", "")),
    ),
    Case(lost.ADDRESS_PAGE, "content/pages/mot.md:1:1", (_real, gone("content/pages/mot.md"))),
    Case(
        lost.ADDRESS_FOLDER,
        "content/pages:1:1",
        (_real, gone("content/pages/mot.md"), gone("content/pages/hai.md")),
    ),
    Case(lost.ADDRESS_LANGUAGE, f"{SITE}:4:1", (_real, swap(SITE, "[vi, en]", "[vi]"))),
    Case(
        lost.ADDRESS_OWN_LANGUAGE,
        f"{SITE}:3:11",
        (_real, swap(SITE, "language: vi", "language: en"), gone(ENGLISH)),
    ),
    Case(lost.ADDRESS_HOST, f"{SITE}:2:11", (_real, swap(SITE, "vinhhung", "tanhung"))),
    Case(lost.ADDRESS_MOVED, "content/products/gao-moi.md:1:1", (published, renamed)),
    Case(lost.ADDRESS_UNTRANSLATED, f"{FISH}:1:1", (published, gone(ENGLISH))),
    Case(
        lost.ADDRESS_LOST,
        f"{RICE}:1:1",
        (swap(RICE, "sample: true\n", ""), published, gone(RICE)),
    ),
    Case(
        lost.ADDRESS_DRAFT,
        f"{RICE}:2:8",
        (swap(RICE, "sample: true\n", ""), published, top(RICE, "draft: true")),
    ),
    Case(
        rules.BASE_URL,
        f"{SITE}:2:11",
        (swap(SITE, "https://thu.example", "https://thu.example/#ocop"),),
    ),
    Case(rules.SCAN_ADDRESS_MISSING, f"{FISH}:4:9", (swap(FISH, "code: 7K3M1\n", ""),)),
    Case(rules.CODE_DUPLICATE, f"{SAUCE}:5:7", (swap(SAUCE, "7K3M2", "7K3M1"),)),
    Case(
        rules.GTIN_DUPLICATE,
        f"{SAUCE}:2:7",
        (top(FISH, f"gtin: {EXAMPLE}"), top(SAUCE, f"gtin: {EXAMPLE}")),
    ),
    Case(rules.GTIN_CHECK_DIGIT, f"{FISH}:2:7", (top(FISH, f"gtin: {EXAMPLE[:-1]}7"),)),
    Case(rules.GTIN_SAMPLE, f"{FISH}:2:7", (top(FISH, f'gtin: "{OTHER}"'),)),
    Case(
        rules.GTIN_DEMONSTRATION,
        f"{FISH}:2:7",
        (top(FISH, f"gtin: {EXAMPLE}"), swap(FISH, "sample: true\n", "")),
    ),
    Case(rules.ALIAS_FORM, f"{FISH}:2:11", (top(FISH, "aliases: [/san-pham//kho/]"),)),
    Case(rules.ALIAS_CLASH, f"{FISH}:2:11", (top(FISH, "aliases: [/san-pham/gao/]"),)),
    Case(
        rules.ALIAS_CASE,
        f"{RICE}:2:11",
        (top(RICE, "aliases: [/San-pham/gao-cu/]"),),
    ),
    Case(rules.ALIAS_SCAN, f"{FISH}:2:11", (top(FISH, "aliases: [/Q/7K3-M8]"),)),
    Case(
        rules.ADDRESS_UNSAFE,
        f"{FISH}:1:1",
        (top(FISH, "aliases: [/../../cu/]"),),
        verb=("build", "--only", "site"),
        broken=_aliases_pass,
    ),
    Case(
        rules.ADDRESS_DUPLICATE,
        "content/pages/san-pham.md:1:1",
        (put("content/pages/san-pham.md", "---\ntitle: Sản phẩm\n---\n"),),
        verb=("build", "--only", "site"),
        broken=_names_pass,
    ),
)
