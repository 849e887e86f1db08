"""A wrong value is explained by its type, wherever a model has a field of that type."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from generator.addresses.ledger import Printing
from generator.catalogue.model import (
    Certificate,
    Fair,
    Pack,
    Page,
    Place,
    Producer,
    Product,
    Site,
    Village,
)
from generator.catalogue.problems.rules_ocop import STARS_RANGE
from generator.catalogue.reading.declared import model_at, says_at
from generator.press.stocks import Stock

WRITTEN: tuple[type[BaseModel], ...] = (
    Product,
    Producer,
    Place,
    Village,
    Fair,
    Page,
    Site,
    Stock,
    Printing,
)


OF_A_FORM = re.compile(r"pattern=|datetime\.date|PartialDate")


def unsaid(model: type[BaseModel]) -> Iterator[str]:
    """Every field whose text must have a form, or is a date, and whose type doesn't say which."""
    for name, field in model.model_fields.items():
        said = says_at(model, (name,)) or says_at(model, (name, 0))
        if OF_A_FORM.search(repr(field)) and not said:
            yield f"{model.__name__}.{name}"
        if inner := model_at(model, (name,)) or model_at(model, (name, 0)):
            yield from unsaid(inner)


@pytest.mark.parametrize("model", WRITTEN)
def test_every_form_that_a_field_must_have_is_said_by_its_type(model: type[BaseModel]) -> None:
    assert list(unsaid(model)) == []


def test_types_are_found_within_lists_options_and_nested_models() -> None:
    gtin = says_at(Pack, ("gtin",))
    stars = says_at(Certificate, ("stars",))

    assert gtin is not None
    assert "GTIN" in gtin.en
    assert says_at(Product, ("packs", 1, "gtin")) == gtin
    assert says_at(Product, ("certificate", "stars")) == stars
    assert stars is not None
    assert stars.rule is STARS_RANGE
    assert says_at(Fair, ("products", 0)) == says_at(Product, ("slug",))
    assert says_at(Product, ("name",)) is None
    assert model_at(Product, ("packs", 0)) is Pack
    assert model_at(Product, ("name",)) is None
