"""The field table: a row for every key, and what it says of where a field shows is true."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from press_samples import THEME
from small_project import project

from generator.catalogue.fields import ROWS, Row, Shows, own_page_only, rows_of
from generator.catalogue.model import Catalogue, Fair, Page, Place, Producer, Product
from generator.catalogue.reading.reader import read
from generator.web.plan import plan
from generator.web.views import card as cards
from generator.web.views.edition import Edition, View

MODELS = (Product, Producer, Fair, Page, Place)
CHANGED: Mapping[str, Any] = {
    **dict.fromkeys(
        ("brand", "ingredients", "allergens", "directions", "storage", "warnings", "shelf_life"),
        "Lời mới",
    ),
    "story": "Chuyện mới",
    "video": "https://phim.example/moi",
    "standards": ("TCCS 9",),
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
        each.paths[0]: (each.needs, each.source, each.values_from(planned.subject))
        for each in planned.artifacts
    }


def stale(found: Catalogue, key: str) -> list[str]:
    """Pages of others that show the field and would not be made again when it changes."""
    product = found.products[0]
    facts = product.model_dump() | {key: CHANGED[key]}
    changed = tuple(
        Product.model_validate(facts) if each is product else each for each in found.products
    )
    before, after = shown(found), shown(found.model_copy(update={"products": changed}))
    return [
        path
        for path, (needs, source, values) in after.items()
        if source != product.source and needs == before[path][0] and values != before[path][2]
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
def test_no_page_of_another_shows_a_field_that_its_needs_leave_out(
    catalogue: Catalogue, key: str
) -> None:
    assert stale(catalogue, key) == []


def test_a_card_with_a_price_would_be_found_stale(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = cards.card

    def priced(edition: Edition, origin: str, product: Product) -> View:
        return {**plain(edition, origin, product), "price": [str(each) for each in product.packs]}

    monkeypatch.setattr(cards, "card", priced)

    assert stale(catalogue, "packs")
