"""Awards: what is told of them, and what may be written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from press_samples import THEME
from pydantic import ValidationError
from small_project import project

from generator.catalogue.model import Award, Catalogue, Product
from generator.catalogue.reading.reader import read
from generator.web.plan import plan

KHO_CA = "content/products/kho-ca.en.md"
AWARD = {"name": "Giải mẫu", "year": "2024", "by": "Hội thi mẫu"}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    found = read(project(tmp_path_factory.mktemp("awards"))).catalogue
    assert found is not None
    return found


def pages_of(found: Catalogue, product: Product) -> list[Any]:
    """The values of the product's own pages, in a catalogue that has looked nothing up yet."""
    parts = {name: getattr(found, name) for name in Catalogue.model_fields}
    others = tuple(each for each in found.products if each.slug != product.slug)
    changed = Catalogue.model_construct(**parts | {"products": (product, *others)})
    planned = plan(changed, {}, Path("content"), THEME, {})
    return [
        each.values_from(planned.subject)
        for each in planned.artifacts
        if each.source == product.source and each.paths[0].endswith("index.html")
    ]


@pytest.mark.parametrize("group", [8, 26])
def test_an_award_is_told_on_the_page_and_to_search_engines(
    catalogue: Catalogue, group: int
) -> None:
    """Of goods and of tourism alike, its name in the language of the page."""
    first = catalogue.products[0]
    english = {"en": {"source": KHO_CA, "name": "Fish", "award_names": ["Sample prize"]}}
    facts = first.model_dump() | {"awards": [AWARD], "translations": english}
    product = Product.model_validate(facts | {"group": group})
    told = pages_of(catalogue, product)

    for name in ("Giải mẫu", "Sample prize"):
        assert [each["page"]["awards"] for each in told if name in str(each)] == [
            [{"name": name, "year": 2024, "by": "Hội thi mẫu"}]
        ]
        assert any(f"{name} (Hội thi mẫu, 2024)" in str(each) for each in told)


@pytest.mark.parametrize(
    "wrong", [{"year": "1944"}, {"year": "2100"}, {"year": "năm ngoái"}, {"by": ""}]
)
def test_an_award_needs_a_year_of_our_time_and_who_gave_it(wrong: Mapping[str, str]) -> None:
    with pytest.raises(ValidationError):
        Award.model_validate(AWARD | wrong)
