"""Rows of a list that tell of one product's recognition in several years: the latest holds."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from generator.desk.importing.facts import Facts

_DECIDED = "certificate.decided_on"
_WHOLE_DAY = len("2026-05-15")


def outdone(rows: Iterable[tuple[Hashable, Facts]]) -> Mapping[int, Facts]:
    """The row of the latest decision, by the identity of each row of an earlier one.

    Rows stand beside what their product is known by. Where days are missing, or the latest is
    that of two rows, nobody can tell which holds.
    """
    together: dict[Hashable, list[Facts]] = {}
    for known, facts in rows:
        together.setdefault(known, []).append(facts)
    found = dict[int, Facts]()
    for some in together.values():
        days = [str(facts.values.get(_DECIDED, "")) for facts in some]
        if len(some) == 1 or any(len(day) != _WHOLE_DAY for day in days):
            continue
        latest = max(days)
        if days.count(latest) == 1:
            newest = some[days.index(latest)]
            found |= {id(facts): newest for facts in some if facts is not newest}
    return found
