"""The field table: a row for every key, and what it says of where a field shows is true."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from press_samples import THEME
from pydantic import ValidationError
from small_project import project

from generator.catalogue.fields import ROWS, Row, Shows, own_page_only, rows_of
from generator.catalogue.model import (
    Award,
    Catalogue,
    Fair,
    Page,
    Place,
    Producer,
    Product,
    Village,
)
from generator.catalogue.reading.reader import read
from generator.web.plan import plan
from generator.web.views import card as cards
from generator.web.views.edition import Edition

KHO_CA = "content/products/kho-ca.en.md"
MODELS = (Product, Producer, Village, Fair, Page, Place)
CHANGED: Mapping[str, Any] = {
    **dict.fromkeys(
        ("brand", "ingredients", "allergens", "directions", "storage", "warnings", "shelf_life"),
        "Lời mới",
    ),
    "story": "Chuyện mới",
    "video": "https://phim.example/moi",
    "standards": ("TCCS 9",),
    "awards": ({"name": "Giải mẫu", "year": "2024", "by": "Hội thi mẫu"},),
    "buy": ({"name": "Chợ mới"},),
    "packs": ({"net": "1 kg", "price": 123456},),
}
"""Another value for each of a product's fields that its own page alone shows."""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    found = read(project(tmp_path_factory.mktemp("fields"))).catalogue
    assert found is not None
    return found


def shown(found: Catalogue) -> dict[str, tuple[str | None, str, object]]:
    """What would be published, by path: what it may come from, its source and its values."""
    planned = plan(found, {}, Path("content"), THEME, {})
    return {
        each.paths[0]: (each.dependencies, each.source, each.values_from(planned.subject))
        for each in planned.artifacts
    }


def with_products(found: Catalogue, products: tuple[Product, ...]) -> Catalogue:
    """Another catalogue, which has looked nothing up yet."""
    parts = {name: getattr(found, name) for name in Catalogue.model_fields}
    return Catalogue.model_construct(**parts | {"products": products})


def stale(found: Catalogue, key: str) -> list[str]:
    """Pages of others that show the field and would not be made again when it changes."""
    product = found.products[0]
    facts = product.model_dump() | {key: CHANGED[key]}
    changed = tuple(
        Product.model_validate(facts) if each is product else each for each in found.products
    )
    before, after = shown(found), shown(with_products(found, changed))
    return [
        path
        for path, (dependencies, source, values) in after.items()
        if source != product.source
        and dependencies == before[path][0]
        and values != before[path][2]
    ]


@pytest.mark.parametrize("model", MODELS)
def test_every_field_has_one_row_and_every_row_a_field(model: type[Any]) -> None:
    assert sorted(row.key for row in rows_of(model)) == sorted(model.model_fields)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.model.__name__}.{row.key}")
def test_every_field_has_a_name_in_both_languages(row: Row) -> None:
    assert row.vi
    assert row.en


def test_every_field_that_only_the_own_page_shows_is_tried() -> None:
    own = {row.key for row in rows_of(Product) if row.shows is Shows.OWN_PAGE}

    assert own == CHANGED.keys()
    assert own_page_only(Place) == {}
    assert own_page_only(Page) == {"body": True, "translations": {"__all__": {"body": True}}}


@pytest.mark.parametrize("key", CHANGED)
def test_no_page_of_another_shows_a_field_that_its_dependencies_leave_out(
    catalogue: Catalogue, key: str
) -> None:
    assert stale(catalogue, key) == []


def test_a_card_with_a_price_would_be_found_stale(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = cards.card

    def priced(edition: Edition, origin: str, product: Product) -> dict[str, object]:
        return {**plain(edition, origin, product), "price": [str(each) for each in product.packs]}

    monkeypatch.setattr(cards, "card", priced)

    assert stale(catalogue, "packs")


@pytest.mark.parametrize("group", [8, 26])
def test_an_award_is_told_on_the_page_and_to_search_engines(
    catalogue: Catalogue, group: int
) -> None:
    """Of goods and of tourism alike, its name in the language of the page."""
    first, *others = catalogue.products
    english = {"en": {"source": KHO_CA, "name": "Fish", "award_names": ["Sample prize"]}}
    facts = first.model_dump() | {"awards": CHANGED["awards"], "translations": english}
    product = Product.model_validate(facts | {"group": group})
    found = with_products(catalogue, (product, *others))
    told = {
        path: values
        for path, (_, source, values) in shown(found).items()
        if source == product.source and path.endswith("index.html")
    }

    for name in ("Giải mẫu", "Sample prize"):
        assert [each["page"]["awards"] for each in told.values() if name in str(each)] == [
            [{"name": name, "year": 2024, "by": "Hội thi mẫu"}]
        ]
        assert any(f"{name} (Hội thi mẫu, 2024)" in str(each) for each in told.values())


@pytest.mark.parametrize(
    "wrong", [{"year": "1944"}, {"year": "2100"}, {"year": "năm ngoái"}, {"by": ""}]
)
def test_an_award_needs_a_year_of_our_time_and_who_gave_it(wrong: Mapping[str, str]) -> None:
    with pytest.raises(ValidationError):
        Award.model_validate(CHANGED["awards"][0] | wrong)
