"""What a register leaves out of a certificate is said to be unknown; nothing takes its place."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from small_project import built, change, project

FISH = "content/products/kho-ca.md"
BASIS = "  legal_basis: 148/QĐ-TTg\n"


def site_without(root: Path, *lines: str) -> Path:
    """The published site of a project in which the fish's certificate lacks these lines."""
    project(root)
    for line in lines:
        change(root, FISH, line, "")
    assert built(root, only="site") == 0
    return root / "output" / "site"


@pytest.fixture(scope="module")
def baseless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_without(tmp_path_factory.mktemp("baseless"), BASIS)


def panel(site: Path) -> str:
    """The certificate on the fish's page."""
    page = (site / "san-pham/kho-ca/index.html").read_text("utf-8")
    found = re.search(r'<section class="cert".*?</section>', page, re.DOTALL)
    assert found
    return found[0]


def test_a_rule_book_that_is_not_known_is_said_to_be_unknown(baseless: Path) -> None:
    page = (baseless / "san-pham/kho-ca/index.html").read_text("utf-8")
    passport = json.loads((baseless / "san-pham/kho-ca/passport.json").read_text("utf-8"))
    rows = json.loads((baseless / "catalogue.json").read_text("utf-8"))["products"]

    assert '<dt>Theo bộ tiêu chí</dt><dd class="unknown">chưa có thông tin</dd>' in panel(baseless)
    assert "None" not in page
    assert '"gs1:certificationStandard":"OCOP"' in page.replace('": "', '":"')
    assert passport["certificate"]["legal_basis"] is None
    assert [each["legal_basis"] for each in rows if each["slug"] == "kho-ca"] == [None]
