"""The field table: one row for each field that editors write, from which all else is derived.

A row has what the field is called, a hint and an example in both languages, and how far it shows.
"""

from __future__ import annotations

from generator.catalogue.fields.row import Row, Shows, Written
from generator.catalogue.fields.table import (
    BY_KEY,
    ROWS,
    columns_of,
    is_translated,
    keys_of,
    own_page_only,
    row_of,
    rows_of,
    searched_only,
)

__all__ = [
    "BY_KEY",
    "ROWS",
    "Row",
    "Shows",
    "Written",
    "columns_of",
    "is_translated",
    "keys_of",
    "own_page_only",
    "row_of",
    "rows_of",
    "searched_only",
]
