"""A case for each rule about codes, GTINs and addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import built

from generator.catalogue.problems import rules_addresses as rules
from generator.catalogue.reading import reader
from generator.desk import content
from rule_cases.case import FISH, RICE, SAUCE, SITE, Case, gone, put, swap, top

EXAMPLE, OTHER = "9521234500056", "0000000000017"
"""A GTIN with the prefix kept for examples, and one without that is nobody's."""


def _aliases_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be if the rules for old addresses missed one."""
    monkeypatch.setattr(reader, "alias_findings", lambda *_: ())


def _names_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be if the rules for names missed one."""
    monkeypatch.setattr(content, "_name_findings", lambda *_: ())


def published(root: Path) -> None:
    """A build before what is edited next."""
    assert built(root, "site") == 0


def renamed(root: Path) -> None:
    """The rice's file under another name."""
    (root / RICE).rename(root / "content/products/gao-moi.md")


CASES = (
    Case(rules.ADDRESS_MOVED, "content/products/gao-moi.md:1:1", (published, renamed)),
    Case(
        rules.ADDRESS_LOST,
        f"{RICE}:1:1",
        (swap(RICE, "sample: true\n", ""), published, gone(RICE)),
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
