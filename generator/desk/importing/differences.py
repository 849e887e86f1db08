"""How a row of a list differs from the product and the producer that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from generator.catalogue.folding import bare
from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import CellDoubt, same_digits
from generator.catalogue.lists.quantities import quantity_key
from generator.catalogue.model import Catalogue, Producer, Product
from generator.catalogue.model.products import Status
from generator.catalogue.problems.place import KeyPath
from generator.desk.importing.facts import OWN
from generator.desk.importing.fates import Change
from generator.desk.importing.makers import same_name
from generator.desk.importing.row_facts import Facts
from generator.desk.listed import listed, listed_producer

_IDENTITY = ("slug", "code", "producer.slug")
"""By what a thing is known. It is compared elsewhere, and never changed."""
_NUMBERS = ("producer.phone", "producer.tax_code", "gtin")


class Differences:
    """Compares rows with the catalogue."""

    def __init__(self, catalogue: Catalogue, communes: Communes) -> None:
        self._catalogue, self._communes = catalogue, communes
        self._makers: dict[str, Mapping[str, object]] = {}

    def of_product(self, facts: Facts, product: Product, maker: Producer) -> list[Change]:
        """What the row says otherwise of the product itself, and of who makes it."""
        file = f"products/{product.slug}.md"
        before = listed(self._catalogue, product)
        told = {k: v for k, v in facts.values.items() if not k.startswith("producer.")}
        found = [*self._changes(file, (), facts, before, told)]
        if maker.slug != product.producer:
            cell = facts.cell("producer.slug")
            path: KeyPath = ("producer",)
            found.append(Change(file, path, "producer.slug", product.producer, maker.slug, cell))
        packs: Any = told.get("packs", ())
        for path, old, new in _of_packs(product, packs):
            key = "packs.price" if path[-1] == "price" else "packs.net"
            found.append(Change(file, path, key, old, new, facts.cell(key)))
        return found

    def of_producer(self, facts: Facts, producer: Producer) -> list[Change]:
        """What the row says otherwise of a producer."""
        before = self._makers.get(producer.slug) or listed_producer(producer)
        self._makers[producer.slug] = before
        told = {k: v for k, v in facts.values.items() if k.startswith("producer.")}
        file = f"producers/{producer.slug}.md"
        return [*self._changes(file, ("producer",), facts, before, told)]

    def _changes(
        self,
        file: str,
        above: KeyPath,
        facts: Facts,
        before: Mapping[str, object],
        told: Mapping[str, object],
    ) -> Iterator[Change]:
        for key, value in told.items():
            old = before.get(key, "")
            if key == "packs" or (old and key in _IDENTITY):
                continue
            if self.equal(facts, key, old, value):
                continue
            if key in facts.filled and not _may_fill(key, old):
                continue
            path = tuple(key.split("."))[len(above) :]
            yield Change(file, path, key, old, value, facts.cell(key))

    def equal(self, facts: Facts, key: str, before: object, after: object) -> bool:
        """Whether both say the same: a name in capitals is the name, a year is a day of it."""
        if before in (None, ""):
            return False
        if before == after:
            return True
        if key in ("producer.place", "made_in"):
            return self._communes.today(str(before)) == self._communes.today(str(after))
        if isinstance(before, int | float) and isinstance(after, int | float):
            return before == after
        one, other = " ".join(str(before).split()), " ".join(str(after).split())
        if key == "name" and OWN not in facts.values:
            return bare(one) == bare(other)
        if key == "producer.name" and OWN not in facts.values:
            return same_name(one, other)
        if key in _NUMBERS:
            return same_digits(one) == same_digits(other)
        if key == "certificate.decided_on" and one.startswith(f"{other}-"):
            return True
        return one == other


def _may_fill(key: str, before: object) -> bool:
    """Whether what follows from other cells may stand there: in place of nothing.

    A potential product that a list gives stars is one no more; one that was withdrawn remains so.
    """
    return before in (None, "") or (key == "status" and before == Status.POTENTIAL.value)


def _of_packs(
    product: Product, told: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[KeyPath, object, object]]:
    """Each value of the packs that changes: its path, as it is and as the list has it.

    Packs are known by what they hold; a list may be silent on some. Raises CellDoubt where nobody
    can say which pack is which.
    """
    there = {quantity_key(pack.net): number for number, pack in enumerate(product.packs)}
    known = [there.get(quantity_key(each["net"])) for each in told]
    more = len(told) > len(product.packs) and {*there.values()} <= {*known}
    if None in known and not more and len(told) != len(product.packs):
        raise CellDoubt(
            f"sản phẩm có {len(product.packs)} quy cách, danh sách ghi {len(told)} quy cách khác; "
            "hãy ghi đủ các quy cách, hoặc sửa packs trong tệp của sản phẩm",
            f"the product has {len(product.packs)} packs, the list {len(told)} others; "
            "name them all, or change packs in the product's file",
        )
    free = count(len(product.packs))
    for at, (each, number) in enumerate(zip(told, known, strict=True)):
        if more:
            place = next(free) if number is None else number
        else:
            place = at if None in known or number is None else number
        if place >= len(product.packs):
            yield ("packs", place), "", dict(each)
            continue
        pack = product.packs[place]
        if quantity_key(pack.net) != quantity_key(each["net"]):
            yield ("packs", place, "net"), pack.net, each["net"]
        if each.get("price") not in (None, pack.price):
            yield ("packs", place, "price"), pack.price or "", each["price"]
