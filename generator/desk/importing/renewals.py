"""A product's recognitions of several years: the latest holds, in a list and in the catalogue."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from generator.catalogue.folding import bare
from generator.catalogue.model import Product
from generator.desk.importing.row_facts import Facts, Remarked

_DECIDED = "certificate.decided_on"
_DECISION = "certificate.decision"
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


def behind(facts: Facts, product: Product) -> Remarked | None:
    """Why a row is not taken whose decision is another than the file's, and earlier.

    With the same number it is a correction of the day.
    """
    held = product.certificate
    if held is None:
        return None
    told, number = (str(facts.values.get(key, "")) for key in (_DECIDED, _DECISION))
    own, own_number = str(held.decided_on or ""), held.decision or ""
    if not number or bare(number) == bare(own_number):
        return None
    if len(told) != _WHOLE_DAY or len(own) != _WHOLE_DAY or told >= own:
        return None
    return Remarked(
        facts.cell(_DECIDED),
        f"{product.source} đã có quyết định mới hơn ({own_number}, {own}), nên không lấy dòng này; "
        f"nếu tệp ấy sai thì sửa bằng ocop set {product.slug} certificate.decided_on={told}",
        f"{product.source} has a later decision ({own_number}, {own}), so this row is not taken; "
        f"if the file is wrong, use ocop set {product.slug} certificate.decided_on={told}",
    )
