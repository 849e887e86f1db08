"""All rows, and what is found out from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.catalogue.fields import (
    lots,
    pages,
    producers,
    product_parts,
    products,
    publishing,
    site,
    translations,
)
from generator.catalogue.fields.row import Row, Shows, Written
from generator.catalogue.model import Model, Site, SiteWording
from generator.catalogue.model.folders import FOLDERS

ROWS = (
    *products.ROWS,
    *product_parts.ROWS,
    *translations.ROWS,
    *producers.ROWS,
    *pages.ROWS,
    *site.ROWS,
    *lots.ROWS,
    *publishing.ROWS,
)
BY_KEY = {(row.model, row.key): row for row in ROWS}
_OF_WORDS: Mapping[type[Model], type[Model]] = {
    **{folder.words: folder.model for folder in FOLDERS},
    SiteWording: Site,
}
"""Whose words in another language a model holds: its fields are that model's."""
_SEEN_BY_OTHERS = Shows.ELSEWHERE | Shows.OPEN_DATA


def rows_of(model: type) -> tuple[Row, ...]:
    """The model's own rows, in the order in which editors are shown them."""
    return tuple(row for row in ROWS if row.model is model)


def row_of(model: type, key: str) -> Row | None:
    """The row of a model's field; None for a model that has none, such as a label stock."""
    return BY_KEY.get((model, key)) or BY_KEY.get((_OF_WORDS.get(model, model), key))


def columns_of(model: type) -> tuple[str, ...]:
    """The columns of a table in which each row is of that kind."""
    return tuple(row.key for row in rows_of(model) if row.written is Written.AS_KEY)


@cache
def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that an editor may write for that model, in the model's order."""
    rows = {key: row_of(model, key) for key in model.model_fields}
    return tuple(key for key, row in rows.items() if not row or row.written is Written.AS_KEY)


def is_translated(row: Row) -> bool:
    """Whether a translation has words of its own for the field."""
    if row.written is Written.AS_TEXT:
        return True
    words = (words for words, model in _OF_WORDS.items() if model is row.model)
    return any(row.key in each.model_fields for each in words)


def own_page_only(model: type[BaseModel]) -> Mapping[str, Any]:
    """What only the own page and cards show, as pydantic's `exclude`, in the translations too."""
    return _chosen(model, _own_rows(model))


def searched_only(model: type[BaseModel]) -> Mapping[str, Any]:
    """What of that the search box looks through, as pydantic's `include`."""
    return _chosen(model, [row for row in _own_rows(model) if row.shows & Shows.SEARCH])


def _own_rows(model: type[BaseModel]) -> list[Row]:
    return [
        row
        for row in rows_of(model)
        if row.key in model.model_fields and (row.on_cards or not row.shows & _SEEN_BY_OTHERS)
    ]


def _chosen(model: type[BaseModel], own: Sequence[Row]) -> Mapping[str, Any]:
    words = {row.key: True for row in own if is_translated(row)}
    translated = words and "translations" in model.model_fields
    translations = {"translations": {"__all__": words}} if translated else {}
    return {**{row.key: True for row in own}, **translations}
