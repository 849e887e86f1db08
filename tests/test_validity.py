"""Validity is true on the day it is read, and on the day of printing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from press_samples import catalogue, fair, photographed, product
from reader_samples import PRODUCT, places
from reader_samples import project as written
from small_project import built, change, one_label_a_sheet, project, run, write

from generator.catalogue.judging.lapsing import (
    change_after,
    lapse_findings,
    not_held,
    stars_hold,
)
from generator.catalogue.model import Product
from generator.catalogue.reading.reader import read
from generator.desk.content import load
from generator.desk.today import printing_day
from generator.press.plan import plan

ROOT = Path(__file__).resolve().parent.parent
THEME = (ROOT / "themes" / "mua-nuoc-noi",)
ZONES = ["Asia/Ho_Chi_Minh", "America/Los_Angeles"]
FIRST_DAY = {
    "2025-11-17T16:59:59Z": False,
    "2025-11-17T17:00:00Z": True,
}
"""Khô cá lóc was decided on 18/11/2025."""
LAST_DAY = {
    "2028-11-17T05:00:00Z": True,
    "2028-11-18T16:59:59Z": True,
    "2028-11-18T17:00:00Z": False,
    "2028-11-20T05:00:00Z": False,
}
"""Khô cá lóc is valid through 18/11/2028: by moments in UTC, whether its stars may be seen."""
BEST_BEFORE = {
    "2027-04-11T05:00:00Z": True,
    "2027-04-12T16:59:59Z": True,
    "2027-04-12T17:00:00Z": False,
}
"""Its lot L261012 is best before 12/04/2027."""


@pytest.fixture(params=ZONES, scope="module")
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page whose reader lives in that zone, and keeps nothing between two visits."""
    context = browser.new_context(timezone_id=request.param, service_workers="block")
    yield context.new_page()
    context.close()


def stars_on(page: Page, where: str) -> bool:
    """Whether stars of khô cá lóc can be seen there."""
    found = page.locator(where).locator(".stars")
    assert found.count()
    return any(found.nth(index).is_visible() for index in range(found.count()))


@pytest.mark.parametrize(("moment", "valid"), LAST_DAY.items())
def test_stars_are_seen_through_the_last_day_in_viet_nam(
    page: Page, site: str, moment: str, valid: bool
) -> None:
    page.clock.set_fixed_time(moment)
    page.goto(f"{site}/san-pham/kho-ca-loc/")

    assert stars_on(page, ".cert") is valid


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("01/09521234500018/", ".cert"),
        ("Q/4N8TQ/L261012/", ".cert"),
        ("en/products/kho-ca-loc/", ".cert"),
        ("san-pham/", ".card:has(a[href*='kho-ca-loc/'])"),
        ("chu-the/co-so-mau-so-1/", ".card:has(a[href*='kho-ca-loc/'])"),
        ("san-pham/kho-ca-sac-ran/", ".others a[href*='kho-ca-loc/']"),
    ],
)
def test_stars_end_on_every_page_with_the_last_day(
    page: Page, site: str, path: str, where: str
) -> None:
    """A second before midnight in Viet Nam, and at midnight."""
    for moment, valid in [*LAST_DAY.items()][1:3]:
        page.clock.set_fixed_time(moment)
        page.goto(f"{site}/{path}")

        assert stars_on(page, where) is valid


@pytest.mark.parametrize(("moment", "valid"), FIRST_DAY.items())
def test_stars_are_not_seen_before_the_day_of_the_decision(
    page: Page, site: str, moment: str, valid: bool
) -> None:
    page.clock.set_fixed_time(moment)
    page.goto(f"{site}/san-pham/")
    in_list = stars_on(page, ".card:has(a[href*='kho-ca-loc/'])")
    page.goto(f"{site}/san-pham/kho-ca-loc/")

    assert in_list is stars_on(page, ".cert") is valid
    assert page.get_by_text("Có hiệu lực từ 18/11/2025").is_visible() is not valid


@pytest.mark.parametrize(("moment", "valid"), LAST_DAY.items())
def test_structured_data_loses_the_stars_with_the_page(
    page: Page, site: str, moment: str, valid: bool
) -> None:
    page.clock.set_fixed_time(moment)
    page.goto(f"{site}/san-pham/kho-ca-loc/")
    texts = page.locator("[type='application/ld+json']").all_text_contents()
    data = next(each for each in map(json.loads, texts) if "hasCertification" in each)
    found = data["hasCertification"]

    assert ("certificationRating" in found) is valid
    assert found["certificationStatus"].endswith("Active" if valid else "Inactive")


@pytest.mark.parametrize(("moment", "good"), BEST_BEFORE.items())
def test_a_lots_page_says_whether_its_date_has_passed(
    page: Page, site: str, moment: str, good: bool
) -> None:
    page.clock.set_fixed_time(moment)
    page.goto(f"{site}/01/09521234500018/10/L261012/")

    assert page.get_by_text("còn hạn", exact=True).is_visible() is good
    assert page.get_by_text("đã quá hạn", exact=True).is_visible() is not good


def test_a_list_by_stars_drops_what_has_lapsed(page: Page, site: str) -> None:
    card = ".card:has(a[href*='kho-ca-loc/'])"
    for moment, valid in LAST_DAY.items():
        page.clock.set_fixed_time(moment)
        page.goto(f"{site}/sao/3/")
        assert page.locator(card).is_visible() is valid


def test_a_page_that_stayed_open_is_judged_again_when_it_is_shown(page: Page, site: str) -> None:
    page.clock.set_fixed_time("2028-11-18T16:00:00Z")
    page.goto(f"{site}/Q/4N8TQ/")
    assert stars_on(page, ".cert")
    page.clock.set_fixed_time("2028-11-18T18:00:00Z")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")

    assert not stars_on(page, ".cert")
    assert page.get_by_text("Hết hiệu lực").first.is_visible()


def test_without_script_the_date_itself_is_said(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/01/09521234500018/10/L261012/")
    text = page.inner_text("main")
    context.close()

    assert "Có giá trị đến 18/11/2028" in text
    assert "12/04/2027" in text
    assert "Còn hiệu lực" not in text
    assert "còn hạn" not in text


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1796083199", date(2026, 12, 1)),
        ("1796057999", date(2026, 11, 30)),
        ("1796058000", date(2026, 12, 1)),
    ],
)
def test_the_day_of_printing_is_that_of_viet_nam(
    monkeypatch: pytest.MonkeyPatch, seconds: str, day: date
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)

    assert printing_day() == day


@pytest.mark.parametrize(
    ("today", "rules"),
    [
        (date(2025, 11, 17), ["certificate-future"]),
        (date(2025, 11, 18), []),
        (date(2028, 8, 19), []),
        (date(2028, 8, 20), ["certificate-lapsing"]),
        (date(2028, 11, 18), ["certificate-lapsing"]),
        (date(2028, 11, 19), ["certificate-lapsed"]),
    ],
)
def test_a_certificate_is_warned_of_90_days_before_its_end_and_never_stops_a_build(
    tmp_path: Path, today: date, rules: list[str]
) -> None:
    reading = read(written(tmp_path))
    assert reading.catalogue
    found = [*map(reading.positions.placed, lapse_findings(reading.catalogue, today))]

    assert [problem.rule.code for problem in found] == rules
    assert all(problem.severity.value == "warning" for problem in found)
    assert all(problem.line in {9, 12} for problem in found)


def test_the_day_on_which_anything_changes_is_known_beforehand(tmp_path: Path) -> None:
    found = read(written(tmp_path)).catalogue
    assert found

    assert change_after(found, date(2025, 1, 1)) == date(2025, 11, 18)
    assert change_after(found, date(2025, 11, 18)) == date(2028, 8, 20)
    assert change_after(found, date(2028, 8, 20)) == date(2028, 11, 19)
    assert change_after(found, date(2028, 11, 19)) is None


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        ("  expires_on: 2025-01-01\n", "certificate-dates"),
        ("  revoked_on: 01/01/2025\n", "certificate-revoked"),
        ("  revoked_on: 2026-02-31\n", "date-impossible"),
        ("  revoked_on: 2026-02\n", "type-wrong"),
    ],
)
def test_a_certificates_dates_are_checked(tmp_path: Path, keys: str, rule: str) -> None:
    root = written(tmp_path, {"products/kho.md": PRODUCT.replace("photos:", f"{keys}photos:")})

    assert f"products/kho.md:15:15 {rule}" in places(read(root))


def test_a_revoked_certificate_is_told_first_with_its_decision_and_without_stars(
    tmp_path: Path,
) -> None:
    root = project(tmp_path)
    file = "content/products/gao.md"
    change(root, file, "status: certified", "status: withdrawn")
    facts = "  revoked_on: 12/03/2026\n  revoked_by: Số 9/QĐ-MẪU\nphotos:"
    change(root, file, "photos:", facts)
    assert built(root, only="site") == 0
    page = (root / "output/site/san-pham/gao/index.html").read_text("utf-8")
    main = (root / "output/site/Q/7K3M3/index.html").read_text("utf-8").split("<main")[1]

    assert main.index("12/03/2026 (Số 9/QĐ-MẪU)") < main.index("<img")
    assert 'class="stars"' not in main.split('class="others"')[0]
    assert "CertificationInactive" in page
    assert '"certificationRating":{"' not in page


def sheets(today: date, *products: Product) -> set[str]:
    """The folders below output/labels of products with a sheet on that day."""
    found = catalogue(*products)
    artifacts = plan(found, {}, THEME, frozenset({"labels"}), not_held(found, today))
    return {a.paths[0].split("/")[1] for a in artifacts if a.paths[0].endswith("sheet.pdf")}


def test_no_sheet_is_planned_with_stars_that_have_lapsed() -> None:
    products = product(1), product(2, certificate={**_certificate("2030-05-01")})

    assert sheets(date(2028, 1, 1), *products) == {"kho-ca-1", "kho-ca-2"}
    assert sheets(date(2028, 1, 2), *products) == {"kho-ca-2"}


def test_a_leaflet_leaves_out_what_lapses_before_the_fair_is_over(tmp_path: Path) -> None:
    products = [product(n, certificate=_certificate(end)) for n, end in ((1, "21"), (2, "22"))]
    found = catalogue(*products).model_copy(update={"fairs": (fair(),)})
    photos = photographed(tmp_path, found)
    artifacts = {
        a.paths[0].split("/")[1]: [each["name"] for each in a.values["products"]]
        for a in plan(found, photos, THEME, frozenset({"brochures"}))
    }

    assert artifacts == {"catalogue": ["Khô cá số 1", "Khô cá số 2"], "hoi-cho": ["Khô cá số 2"]}


def _certificate(end: str) -> dict[str, str]:
    return {
        "stars": "3",
        "decided_on": "2025-01-01",
        "issued_by": "UBND",
        "legal_basis": "148/QĐ-TTg",
        "expires_on": end if len(end) > 2 else f"2026-12-{end}",
    }


def test_stars_without_certificate_or_end_always_hold() -> None:
    assert stars_hold(product(certificate=None, status="potential"), date(2100, 1, 1))


def test_a_lapsed_product_keeps_its_page_and_code_and_loses_sheet_and_leaflet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = one_label_a_sheet(project(tmp_path))
    change(root, "content/products/gao.md", "2026-01-15", "2023-12-15")
    assert built(root) == 0
    assert (root / "output/labels/gao/sheet.pdf").exists()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1797900000")
    assert printing_day() == date(2026, 12, 22)
    assert built(root) == 0

    assert not (root / "output/labels/gao/sheet.pdf").exists()
    assert not (root / "output/labels/gao/sheet.office.pdf").exists()
    assert (root / "output/labels/gao/qr.svg").exists()
    assert (root / "output/site/Q/7K3M3/index.html").exists()
    assert (root / "output/labels/kho-ca/sheet.pdf").exists()


def test_an_untouched_build_is_looked_at_again_on_the_day_that_something_lapses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = one_label_a_sheet(project(tmp_path))
    change(root, "content/products/gao.md", "2026-01-15", "2023-12-15")
    assert built(root) == 0
    assert "certificate-lapsing" in capsys.readouterr().err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1797300000")
    assert built(root) == 0

    assert printing_day() == date(2026, 12, 15)
    assert "certificate-lapsing" in capsys.readouterr().err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1797386400")
    assert built(root) == 0
    assert "certificate-lapsed" in capsys.readouterr().err


def test_check_judges_by_the_day_it_is_given(tmp_path: Path) -> None:
    root = project(tmp_path)
    rules = {p.rule.code for p in load(root, today=date(2029, 1, 16)).problems}

    assert "certificate-lapsed" in rules
    assert "certificate-lapsed" not in run(root, "check")[2]


def test_a_fair_warns_of_products_that_its_leaflet_will_leave_out(tmp_path: Path) -> None:
    root = project(tmp_path)
    keys = "name: Hội chợ\nstarts_on: 2026-12-18\nends_on: 2029-01-20\nproducts: [gao, kho-ca]\n"
    write(root, "content/fairs/hoi-cho.md", f"---\n{keys}---\n")
    problems = load(root, today=date(2026, 12, 1)).problems
    found = [p for p in problems if p.rule.code == "fair-certificate"]

    assert [(p.line, p.column) for p in found] == [(5, 12), (5, 17)]
