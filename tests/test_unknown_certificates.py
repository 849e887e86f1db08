"""What a register leaves out of a certificate is said to be unknown; nothing takes its place."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from press_samples import THEME
from small_project import built, change, project

from generator.catalogue.dates import PartialDate
from generator.catalogue.judging.lapsing import (
    change_after,
    lapse_findings,
    not_held,
    stars_hold,
)
from generator.catalogue.model import Certificate
from generator.catalogue.ocop.rulebooks import in_force
from generator.catalogue.reading.reader import read
from generator.press.plan import plan as press_plan

FISH = "content/products/kho-ca.md"
DECIDED = "  decided_on: 2026-01-15\n"
BASIS = "  legal_basis: 148/QĐ-TTg\n"


def site_without(root: Path, *lines: str) -> Path:
    """The published site of a project in which the fish's certificate lacks these lines."""
    project(root)
    for line in lines:
        change(root, FISH, line, "")
    assert built(root, only="site") == 0
    return root / "output" / "site"


@pytest.fixture(scope="module")
def dateless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Neither the day of the decision nor the last day is known."""
    return site_without(tmp_path_factory.mktemp("dateless"), DECIDED)


@pytest.fixture(scope="module")
def ending(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last day alone is known."""
    root = project(tmp_path_factory.mktemp("ending"))
    change(root, FISH, DECIDED, "  expires_on: 2029-01-15\n")
    assert built(root, only="site") == 0
    return root / "output" / "site"


@pytest.fixture(scope="module")
def baseless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_without(tmp_path_factory.mktemp("baseless"), BASIS)


def panel(site: Path) -> str:
    """The certificate on the fish's page."""
    page = (site / "san-pham/kho-ca/index.html").read_text("utf-8")
    found = re.search(r'<section class="cert[ "].*?</section>', page, re.DOTALL)
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


def test_a_certificate_without_any_day_is_not_called_valid_and_shows_no_stars(
    dateless: Path,
) -> None:
    """On its own page, nor in a list, nor to search engines, nor in open data."""
    page = (dateless / "san-pham/kho-ca/index.html").read_text("utf-8")
    card = re.search(
        r'<li class="card"((?!</li>).)*kho-ca/.*?</li>',
        (dateless / "san-pham/index.html").read_text("utf-8"),
        re.DOTALL,
    )
    passport = json.loads((dateless / "san-pham/kho-ca/passport.json").read_text("utf-8"))
    (row,) = (
        each
        for each in json.loads((dateless / "catalogue.json").read_text("utf-8"))["products"]
        if each["slug"] == "kho-ca"
    )

    assert "Hiệu lực chưa rõ" in panel(dateless)
    assert '<dt>Ngày công nhận</dt><dd class="unknown">chưa có thông tin</dd>' in panel(dateless)
    assert not re.search(r'class="stars"|Còn hiệu lực|data-(from|until)', panel(dateless))
    assert card
    assert not re.search(r'class="stars"|data-(from|until)|Tiềm năng', card[0])
    assert not re.search('CertificationActive|"certificationRating"|None', page)
    assert '"hasCertification"' in page
    assert (row["status"], row["stars"], row["valid_until"]) == ("certified", None, None)
    held = passport["certificate"]
    assert [held[key] for key in ("stars", "decided_on", "valid_from", "valid_until")] == [None] * 4
    assert not re.search("kho-ca", (dateless / "sao/3/index.html").read_text("utf-8"))


def test_a_certificate_whose_last_day_alone_is_known_holds_until_then(ending: Path) -> None:
    page = (ending / "san-pham/kho-ca/index.html").read_text("utf-8")

    assert 'data-until="2029-01-15"' in panel(ending)
    assert "data-from" not in panel(ending)
    assert 'class="stars"' in panel(ending)
    assert '<dt>Ngày công nhận</dt><dd class="unknown">chưa có thông tin</dd>' in panel(ending)
    assert "CertificationActive" in page
    assert "None" not in page
    assert "None" not in (ending / "san-pham/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("days", "day", "holds"),
    [
        ({}, date(2026, 6, 1), False),
        ({"expires_on": "2029-01-15"}, date(2026, 6, 1), True),
        ({"expires_on": "2029-01-15"}, date(2029, 1, 15), True),
        ({"expires_on": "2029-01-15"}, date(2029, 1, 16), False),
        ({"decided_on": "2026"}, date(2026, 6, 1), True),
        ({"decided_on": "2026"}, date(2025, 12, 31), False),
    ],
)
def test_stars_hold_through_a_last_day_that_is_known(
    days: Mapping[str, str], day: date, holds: bool
) -> None:
    held = Certificate.model_validate({"stars": "3", "issued_by": "UBND tỉnh"} | days)

    assert held.holds_on(day) is holds


def test_print_leaves_out_stars_that_nobody_can_say_to_be_valid(tmp_path: Path) -> None:
    """No sheet and no leaflet, as for those that have lapsed; codes and the site are made."""
    project(tmp_path)
    change(tmp_path, FISH, DECIDED, "")
    found = read(tmp_path).catalogue
    assert found is not None
    today = date(2026, 12, 1)
    planned = press_plan(found, {}, THEME, frozenset({"labels"}), not_held(found, today))
    paths = {path for each in planned for path in each.paths if "kho-ca" in path}

    assert not_held(found, today) == {"kho-ca"}
    assert not stars_hold(found.by_slug["kho-ca"], today)
    assert paths
    assert not [path for path in paths if "sheet" in path]
    assert list(lapse_findings(found, today)) == []
    assert change_after(found, today) == date(2028, 10, 17)


def test_a_sheet_is_planned_where_the_last_day_alone_is_known(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, FISH, DECIDED, "  expires_on: 2029-01-15\n")
    found = read(tmp_path).catalogue
    assert found is not None
    planned = press_plan(
        found, {}, THEME, frozenset({"labels"}), not_held(found, date(2026, 12, 1))
    )
    (sheet,) = (each for each in planned if each.paths[0] == "labels/kho-ca/sheet.pdf")

    assert '"stars": 3' in json.dumps(sheet.values, default=str)


@pytest.mark.parametrize(
    ("decided", "basis"),
    [
        ("2018-05", "1048/QĐ-TTg"),
        ("2022-12-01", "781/QĐ-TTg"),
        ("2025-07", "1489/QĐ-TTg"),
        ("2026-06-01", "26/2026/QĐ-TTg"),
    ],
)
def test_the_rule_book_that_is_suggested_was_in_force_when_it_was_decided(
    decided: str, basis: str
) -> None:
    assert in_force(PartialDate.parse(decided)).basis == basis
