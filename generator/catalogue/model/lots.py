"""Lots and what happened to them: plain frozen values, for there can be thousands of a product.

Circular 02/2024/TT-BKHCN: one step back, one step forward, with the time of each event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.catalogue.dates import PartialDate
from generator.catalogue.folder_names import is_device, is_file_of_pages

LONGEST_LOT = 20
"""Characters of a lot; GS1 General Specifications, application identifier 10."""

AHEAD = timedelta(days=31)
"""So long before its day a lot may be entered, and its labels printed."""

_FORM = re.compile(r"[A-Z0-9](?:[A-Z0-9.-]*[A-Z0-9])?")


class LotStatus(StrEnum):
    """Whether a lot may be sold and eaten."""

    OK = "ok"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a lot.

    `step` is a key of STEPS, or free text; `gln` the location code of the place (13 digits).
    """

    when: PartialDate
    step: str
    place: str | None = None
    actor: str | None = None
    gln: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Lot:
    """One lot of a product; its events come in the order in which they happened."""

    lot: str
    produced: date | None = None
    best_before: date | None = None
    quantity: str | None = None
    status: LotStatus = LotStatus.OK
    note: str | None = None
    events: tuple[Event, ...] = ()

    @property
    def recalled(self) -> bool:
        """Whether the lot has been called back."""
        return self.status is LotStatus.RECALLED


def is_lot(text: str) -> bool:
    """Whether the text can be a lot in an address.

    Of GS1's 82 characters those that an upper-case code carries as they are and that can name a
    folder: A–Z, 0–9, hyphen and full stop, the last two only between others; at most 20.
    """
    taken = is_device(text) or is_file_of_pages(text)
    return len(text) <= LONGEST_LOT and _FORM.fullmatch(text) is not None and not taken
