"""What happened to a lot in an order that can't be: harvested before it was sown, sold once stale.

A lot may be mixed, packed on several days and tested at any time, so only what holds for every
trade is doubted, and of a day that is known in part only what no day of it can be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model.lots import Event, Lot
from generator.catalogue.ocop.steps import RECALLED, Side, step_name, step_side
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_lots import LOT_PRODUCED_LATE, LOT_SOLD_LATE, LOT_STEPS

_LANGUAGES: tuple[Language, ...] = get_args(Language)
_PACKED = "packed"
_GATHERED = frozenset({"harvested", "caught"})
_IN_TRADE = frozenset({"shipped", "sold"})
_STAGES = (frozenset({"grown"}), _GATHERED, frozenset({_PACKED}), _IN_TRADE)
"""Each is over, at least for a first part of the lot, before the next begins."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An event (by its place among those given) of which the rule doubts the day."""

    index: int
    rule: Rule
    other: Event | None = None

    def values(self, lot: Lot, events: Sequence[Event]) -> dict[str, str]:
        """What fills the rule's words."""
        event, other = events[self.index], self.other or events[self.index]
        days = {"produced": lot.produced, "best_before": lot.best_before}
        return {
            "lot": lot.lot,
            **{f"found_{each}": step_name(event.step, each) for each in _LANGUAGES},
            **{f"when_{each}": saying.period(event.when, each) for each in _LANGUAGES},
            **{f"other_{each}": step_name(other.step, each) for each in _LANGUAGES},
            **{f"before_{each}": saying.period(other.when, each) for each in _LANGUAGES},
            **{key: saying.day(day) for key, day in days.items() if day},
        }


def doubts_of(lot: Lot, events: Sequence[Event]) -> Iterator[Doubt]:
    """Yield one doubt for each event that can't be where it stands."""
    late = dict(_late(events))
    for index, event in enumerate(events):
        if rule := _against_the_table(lot, event):
            yield Doubt(index, rule)
        elif index in late:
            yield Doubt(index, LOT_STEPS, late[index])


def _against_the_table(lot: Lot, event: Event) -> Rule | None:
    """The rule that the days in the table of lots break."""
    made, best_before = lot.produced, lot.best_before
    if event.step in _IN_TRADE and best_before and event.when.first_day > best_before:
        return LOT_SOLD_LATE
    after = event.step in _IN_TRADE or event.step == RECALLED
    if made and after and event.when.last_day < made:
        return LOT_PRODUCED_LATE
    if made and step_side(event.step) is Side.BACK and event.when.first_day > made:
        return LOT_PRODUCED_LATE
    return None


def _late(events: Sequence[Event]) -> Iterator[tuple[int, Event]]:
    """Yield where a stage begins, and the event with which a later stage was over by then."""
    over: Event | None = None
    for steps in reversed(_STAGES):
        told = [(index, event) for index, event in enumerate(events) if event.step in steps]
        if not told:
            continue
        first = min(told, key=lambda each: each[1].when.first_day)
        if over and over.when.last_day < first[1].when.first_day:
            yield first[0], over
        last = max((event for _, event in told), key=lambda each: each.when.last_day)
        if over is None or last.when.last_day < over.when.last_day:
            over = last
