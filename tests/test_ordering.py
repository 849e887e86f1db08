"""Names stand in the order of the Vietnamese alphabet, wherever they are listed."""

from __future__ import annotations

import json
import random
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from press_samples import text_of
from small_project import built, product, project, write

from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.ordering import name_key

BY_HAND = [
    "2 kg",
    "10 kg",
    "Bánh tét 2 kg",
    "Bánh tét 10 kg",
    "Dừa sáp",
    "Đậu phộng",
    "Ong ruồi",
    "Ổi sấy",
    "Út Mười",
    "Ước mơ",
]
LETTERS = "aăâáàảãạằắẳẵặầấẩẫậbcdđeêéèẻẽẹếiíìoôơóòỏõọốớờyýuưúứkmnpqstvxz"
NAMES = st.text(
    st.sampled_from(LETTERS + LETTERS.upper() + " 0123456789-–,.()“”/&+%éñü"), max_size=12
)


@pytest.mark.parametrize(("first", "second"), [*pairwise(BY_HAND)])
def test_names_are_in_order(first: str, second: str) -> None:
    assert name_key(first) < name_key(second)


@given(NAMES)
def test_a_name_has_one_place_in_every_form_of_unicode(name: str) -> None:
    assert name_key(unicodedata.normalize("NFD", name)) == name_key(name)


def test_a_very_long_number_is_no_fault() -> None:
    assert name_key("9" * 5000) > name_key("9" * 20)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


def test_a_browser_has_the_same_order(page: Page) -> None:
    """Chromium sorts by ICU, which has CLDR's table."""
    texts = list(
        dict.fromkeys([*BY_HAND, *(group.name("vi") for group in GROUPS.values()), *_drawn()])
    )
    texts = [text for text in texts if text == " ".join(text.split())]
    collator = "new Intl.Collator('vi', {numeric: true}).compare"
    theirs = page.evaluate(f"names => names.sort({collator})", texts)

    assert len(theirs) > 3000
    assert sorted(theirs, key=lambda name: name_key(name)[:3]) == theirs


def _drawn() -> list[str]:
    dice = random.Random(7)  # noqa: S311  # a test's dice
    signs = LETTERS + LETTERS.upper() + "  0123456789-–,.()“”/&+%éñü'"
    return ["".join(dice.choices(signs, k=dice.randint(1, 9))) for _ in range(4000)]


def test_site_print_and_data_have_one_order(tmp_path: Path) -> None:
    root = project(tmp_path)
    names = {"gao": "Ước mơ", "kho-ca": "Bánh tét 10 kg", "mam-ca": "Bánh tét 2 kg"}
    for slug, name in names.items():
        write(root, f"content/products/{slug}.md", product(slug, name=name, stars="3"))
    wanted = ["Bánh tét 2 kg", "Bánh tét 10 kg", "Ước mơ"]
    assert [built(root, only) for only in ("site", "brochures")] == [0, 0]
    page = (root / "output/site/san-pham/index.html").read_text("utf-8")
    data = json.loads((root / "output/site/catalogue.json").read_text("utf-8"))
    leaflet = text_of((root / "output/brochures/catalogue/leaflet.office.pdf").read_bytes())
    leaflet = " ".join(leaflet.split())

    assert sorted(wanted, key=page.index) == wanted
    assert [each["name"] for each in data["products"]] == wanted
    assert sorted(wanted, key=leaflet.index) == wanted
