"""A case for each rule about the places that a site is published to."""

from __future__ import annotations

from generator.catalogue.problems import rules_publish as rules
from rule_cases.case import Case, Edit, put

FILE = "content/publish.yaml"
FTPS = "tinh: {kind: ftps, host: ftp.example.vn, user: ocop"


def targets(text: str) -> Edit:
    """The file with one target."""
    return put(FILE, f"{text}\n")


CASES = (
    Case(rules.PUBLISH_PASSWORD, f"{FILE}:1:65", (targets(f"{FTPS}, pass_word: x1}}"),)),
    Case(rules.PUBLISH_NAME, f"{FILE}:1:1", (targets("Cổng tỉnh: {kind: folder, path: ../x}"),)),
    Case(rules.PUBLISH_KEY_NEEDED, f"{FILE}:1:1", (targets("tinh: {kind: git}"),)),
    Case(rules.PUBLISH_KEY_UNUSED, f"{FILE}:1:62", (targets(f"{FTPS}, branch: x}}"),)),
    Case(rules.PUBLISH_PLACE, f"{FILE}:1:27", (targets("usb: {kind: folder, path: content/x}"),)),
    Case(rules.PUBLISH_PATH, f"{FILE}:1:60", (targets(f"{FTPS}, path: web/../x}}"),)),
)
