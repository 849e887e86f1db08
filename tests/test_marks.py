"""What registers tell beside the OCOP certificate: certificates of other schemes, other names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from press_samples import THEME
from pydantic import ValidationError
from small_project import built, change, project

from generator.catalogue.judging.lapsing import change_after, lapse_findings
from generator.catalogue.judging.passport import passport
from generator.catalogue.model import Catalogue, Mark, Product
from generator.catalogue.reading.reader import read
from generator.web.plan import plan

FISH, SAUCE, RICE = (f"content/products/{slug}.md" for slug in ("kho-ca", "mam-ca", "gao"))
VIETGAP = "{scheme: vietgap, number: VG-1, issuer: Nơi cấp, from: 2026-02-01, until: 2027-01-31}"
GI = "{scheme: gi, number: PGI-IT-02305}"
ACTIVE, INACTIVE = (f"https://schema.org/Certification{each}" for each in ("Active", "Inactive"))


def marked(root: Path) -> Path:
    """A certified product with two marks, a potential one with one, and one without any."""
    project(root)
    change(root, FISH, "status:", "also_known_as: [Khô lóc, Cá một nắng]\nstatus:")
    change(root, FISH, "packs:\n", f"marks: [{VIETGAP}, {GI}]\npacks:\n")
    change(root, SAUCE, "packs:\n", f"marks: [{VIETGAP}]\npacks:\n")
    text = (root / SAUCE).read_text("utf-8")
    certificate = text[text.index("certificate:") : text.index("photos:")]
    change(root, SAUCE, certificate, "")
    change(root, SAUCE, "status: certified", "status: potential")
    return root


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    found = read(marked(tmp_path_factory.mktemp("marks")))
    assert found.catalogue is not None, found.problems
    return found.catalogue


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = marked(tmp_path_factory.mktemp("published"))
    assert built(root, only="site") == 0
    return root / "output" / "site"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(service_workers="block")
    yield context.new_page()
    context.close()


def opened(page: Page, published: Path, slug: str, moment: str) -> list[dict[str, Any]]:
    """Open the product's page at that moment; its certifications as search engines get them."""
    page.clock.set_fixed_time(moment)
    page.goto((published / "san-pham" / slug / "index.html").as_uri())
    # Shown again, as after going back to it: what was judged once is judged by the same rule.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    texts = page.locator("[type='application/ld+json']").all_text_contents()
    data = next(each for each in map(json.loads, texts) if "hasCertification" in each)
    found: list[dict[str, Any]] = data["hasCertification"]
    return found


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-01-31T16:59:59Z", "Chưa có hiệu lực; đến 31/01/2027"),
        ("2026-01-31T17:00:00Z", "Còn hiệu lực đến 31/01/2027"),
        ("2027-01-31T16:59:59Z", "Còn hiệu lực đến 31/01/2027"),
        ("2027-01-31T17:00:00Z", "Hết hiệu lực sau 31/01/2027"),
    ],
)
def test_a_mark_lapses_by_the_readers_clock_and_leaves_the_stars_alone(
    page: Page, published: Path, moment: str, said: str
) -> None:
    ocop, vietgap, gi = opened(page, published, "kho-ca", moment)

    assert said in page.inner_text(".marks li >> nth=0")
    assert page.locator(".cert .stars").is_visible()
    assert ocop["certificationStatus"] == ACTIVE
    assert ocop["certificationRating"]["ratingValue"] == 3
    assert vietgap["certificationStatus"] == (ACTIVE if "Còn" in said else INACTIVE)
    assert "certificationStatus" not in gi


def test_lapsed_stars_leave_the_marks_alone(page: Page, published: Path) -> None:
    """Also when the page is judged for the second time. OCOP's begins on 15/01/2026."""
    ocop, vietgap, _ = opened(page, published, "kho-ca", "2026-01-10T05:00:00Z")
    assert (ocop["certificationStatus"], vietgap["certificationStatus"]) == (INACTIVE, INACTIVE)
    assert "certificationRating" not in ocop

    lone = opened(page, published, "mam-ca", "2026-06-01T05:00:00Z")
    assert [each["certificationStatus"] for each in lone] == [ACTIVE]
    lone = opened(page, published, "mam-ca", "2027-06-01T05:00:00Z")
    assert [each["certificationStatus"] for each in lone] == [INACTIVE]


def test_a_mark_without_an_end_is_never_called_valid(page: Page, published: Path) -> None:
    opened(page, published, "kho-ca", "2026-06-01T05:00:00Z")

    assert page.inner_text(".marks li >> nth=1") == "Chỉ dẫn địa lý PGI-IT-02305"


def test_without_script_a_marks_last_day_itself_is_said(published: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto((published / "san-pham/kho-ca/index.html").as_uri())
    text = plain.inner_text(".marks li >> nth=0")
    context.close()

    assert "Có giá trị đến 31/01/2027" in text
    assert "Còn hiệu lực" not in text


def test_a_product_without_marks_has_one_certification_and_no_list(published: Path) -> None:
    page = (published / "san-pham/gao/index.html").read_text("utf-8")

    assert 'class="marks"' not in page
    assert '"hasCertification":{' in page.replace(": {", ":{")


def test_other_names_of_a_product_stand_below_its_own_and_are_told_to_search_engines(
    published: Path,
) -> None:
    fish = (published / "san-pham/kho-ca/index.html").read_text("utf-8")
    english = (published / "en/products/kho-ca/index.html").read_text("utf-8")
    rice = (published / "san-pham/gao/index.html").read_text("utf-8")

    assert ">còn gọi là Khô lóc, Cá một nắng</p>" in fish
    assert '>also known as <span lang="vi">Khô lóc, Cá một nắng</span></p>' in english
    assert '"alternateName":["Khô lóc","Cá một nắng"]' in fish.replace('", "', '","').replace(
        ": [", ":["
    )
    assert "còn gọi là" not in rice
    assert "alternateName" not in rice


@pytest.mark.parametrize("group", [8, 26])
def test_marks_are_told_in_the_language_of_the_page_of_goods_and_of_tourism(
    catalogue: Catalogue, group: int
) -> None:
    parts = {name: getattr(catalogue, name) for name in Catalogue.model_fields}
    fish = catalogue.by_slug["kho-ca"].model_copy(update={"group": group})
    others = tuple(each for each in catalogue.products if each.slug != "kho-ca")
    changed = Catalogue.model_construct(**parts | {"products": (fish, *others)})
    planned = plan(changed, {}, Path("content"), THEME, {})
    told = {
        each.paths[0]: each.values_from(planned.subject)["page"]["marks"]
        for each in planned.artifacts
        if each.source == FISH and each.paths[0].endswith("kho-ca/index.html")
    }

    assert {path: [each["scheme"] for each in marks] for path, marks in told.items()} == {
        "site/san-pham/kho-ca/index.html": ["VietGAP", "Chỉ dẫn địa lý"],
        "site/en/products/kho-ca/index.html": ["VietGAP", "Geographical indication"],
    }


def test_the_passport_names_marks_by_their_last_day(catalogue: Catalogue, published: Path) -> None:
    said = {
        slug: next(
            each.value
            for each in passport(catalogue, catalogue.by_slug[slug]).entries
            if each.item.key == "certificates"
        )
        for slug in ("kho-ca", "mam-ca")
    }
    machine = json.loads((published / "san-pham/kho-ca/passport.json").read_text("utf-8"))

    mark = "VietGAP, VG-1, Nơi cấp, → 31/01/2027"
    assert said == {
        "kho-ca": f"OCOP, Số 1, UBND tỉnh Tây Ninh, → 15/01/2029; {mark}; "
        "Chỉ dẫn địa lý, PGI-IT-02305",
        "mam-ca": f"Chưa được công nhận OCOP; {mark}",
    }
    assert machine["marks"][0]["valid_until"] == "2027-01-31"
    assert machine["marks"][1] == {
        "scheme": "Chỉ dẫn địa lý",
        "number": "PGI-IT-02305",
        "issuer": None,
        "from": None,
        "valid_until": None,
    }


@pytest.mark.parametrize(
    ("today", "rules"),
    [
        (date(2026, 11, 1), []),
        (date(2026, 11, 2), ["mark-lapsing"] * 2),
        (date(2027, 1, 31), ["mark-lapsing"] * 2),
        (date(2027, 2, 1), ["mark-lapsed"] * 2),
    ],
)
def test_a_warning_begins_ninety_days_before_a_mark_lapses(
    catalogue: Catalogue, today: date, rules: list[str]
) -> None:
    """Of each of the two, be the product certified or not."""
    assert [each.rule.code for each in lapse_findings(catalogue, today)] == rules


def test_a_build_says_when_a_marks_warning_will_change(catalogue: Catalogue) -> None:
    assert change_after(catalogue, date(2026, 6, 1)) == date(2026, 11, 2)
    assert change_after(catalogue, date(2026, 11, 2)) == date(2027, 2, 1)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("organic", ("Hữu cơ", "Organic")),
        ("VietGAP", ("VietGAP", "VietGAP")),
        ("GlobalG.A.P.", ("GLOBALG.A.P.", "GLOBALG.A.P.")),
        ("ISO 22000", ("ISO 22000", "ISO 22000")),
        ("Dấu của làng", ("Dấu của làng", "Dấu của làng")),
    ],
)
def test_a_scheme_is_a_known_key_or_any_name(written: str, names: tuple[str, str]) -> None:
    mark = Mark(scheme=written)

    assert (mark.scheme_name("vi"), mark.scheme_name("en")) == names


@pytest.mark.parametrize(
    ("written", "is_ocop"),
    [
        ("OCOP", True),
        ("Chứng nhận OCOP 4 sao", True),
        ("Mỗi xã một sản phẩm", True),
        ("vietgap", False),
        ("Coopmart", False),
    ],
)
def test_ocops_own_certificate_is_told_from_other_schemes(written: str, is_ocop: bool) -> None:
    assert Mark(scheme=written).is_ocop is is_ocop


@pytest.mark.parametrize(
    "wrong", [{"scheme": ""}, {"number": "9" * 61}, {"until": "2027-02-30"}, {"expires": "2027"}]
)
def test_a_mark_needs_a_scheme_and_dates_that_there_are(wrong: Mapping[str, str]) -> None:
    with pytest.raises(ValidationError):
        Mark.model_validate({"scheme": "vietgap"} | wrong)


def test_a_mark_survives_being_written_and_read_as_json(catalogue: Catalogue) -> None:
    """`from` is a word of Python; what others depend on is a hash of this."""
    fish = catalogue.by_slug["kho-ca"]
    again = Product.model_validate_json(fish.model_dump_json())

    assert again.marks == fish.marks
    assert again.marks[0].valid_from == date(2026, 2, 1)
