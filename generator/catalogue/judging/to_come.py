"""Facts that an editor tells as past, and whose day is yet to come: mostly a slip of the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.catalogue import saying
from generator.catalogue.dates import PartialDate
from generator.catalogue.model import Catalogue, Producer, Product, Status, Village
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_doubted import DATE_TO_COME


@dataclass(frozen=True, slots=True)
class ToldAsPast:
    """A year or a day at a key of a file, which can't be after today."""

    source: str
    at: KeyPath
    when: PartialDate

    @property
    def first_day(self) -> date:
        """The first day on which it may be true."""
        return self.when.first_day


def told_as_past(catalogue: Catalogue) -> Iterator[ToldAsPast]:
    """Yield every year and day that must have been, but for the decisions of valid certificates."""
    things: tuple[Producer | Village, ...] = (
        *catalogue.producers.values(),
        *catalogue.villages.values(),
    )
    for thing in things:
        if thing.founded:
            yield ToldAsPast(thing.source, ("founded",), PartialDate(thing.founded))
        if isinstance(thing, Village) and thing.recognised_on:
            yield ToldAsPast(thing.source, ("recognised_on",), thing.recognised_on)
    for product in catalogue.products:
        yield from _of_product(product)


def findings_to_come(catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """Yield a warning for each that is after today."""
    for told in told_as_past(catalogue):
        if told.first_day > today:
            values = {
                "key": key_name(told.at),
                "found_vi": saying.period(told.when, "vi"),
                "found_en": saying.period(told.when, "en"),
            }
            yield Finding(told.source, told.at, DATE_TO_COME, values)


def _of_product(product: Product) -> Iterator[ToldAsPast]:
    for index, award in enumerate(product.awards):
        yield ToldAsPast(product.source, ("awards", index, "year"), PartialDate(award.year))
    for index, mark in enumerate(product.marks):
        if mark.begins_on:
            yield ToldAsPast(product.source, ("marks", index, "from"), mark.begins_on)
    held = product.certificate
    if held and held.revoked_on:
        day = held.revoked_on
        when = PartialDate(day.year, month=day.month, day=day.day)
        yield ToldAsPast(product.source, ("certificate", "revoked_on"), when)
    if held and held.decided_on and product.status is not Status.CERTIFIED:
        yield ToldAsPast(product.source, ("certificate", "decided_on"), held.decided_on)
