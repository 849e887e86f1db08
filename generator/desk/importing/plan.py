"""What an import would do: each row new, changed, unchanged, doubtful or refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import count
from pathlib import Path

from generator.catalogue.folder_names import is_device
from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.columns import BY_KEY
from generator.catalogue.lists.folding import bare, folded, slugged
from generator.catalogue.lists.rows import ListReading
from generator.catalogue.model import Catalogue, Producer, Product
from generator.catalogue.problems.problem import Problem
from generator.desk.importing.facts import Facts, Remarked, facts_of
from generator.desk.importing.new_codes import NewCodes
from generator.desk.importing.new_files import errors_of, producer_text, product_text
from generator.desk.listed import listed


class Fate(Enum):
    """What becomes of a row: its words in both languages."""

    NEW = ("mới", "new")
    CHANGED = ("thay đổi", "changed")
    UNCHANGED = ("không đổi", "unchanged")
    DOUBTFUL = ("chưa chắc", "doubtful")
    REFUSED = ("không nhận", "refused")


_NEVER = ("slug", "code", "producer.slug", "producer.name", "name")
"""What names a thing: an import never changes it."""
_NEEDED = ("name", "producer.name", "producer.kind", "group", "status")


@dataclass(frozen=True, slots=True)
class Planned:
    """One row of a list; `changes` are old and new by key, `files` what would be written."""

    fate: Fate
    name: str
    cell: str
    reasons: tuple[Remarked, ...] = ()
    notes: tuple[Remarked, ...] = ()
    changes: Mapping[str, tuple[object, object]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


class Planner:
    """Holds the rows of a list against the catalogue."""

    def __init__(self, root: Path, catalogue: Catalogue) -> None:
        content = root / "content"
        self._root, self._catalogue = root, catalogue
        self._communes = Communes(catalogue.places)
        self._codes = NewCodes(content)
        self._slugs = {
            folder: {f.name.partition(".")[0].casefold() for f in content.glob(f"{folder}/*.md")}
            for folder in ("products", "producers")
        }
        self._coded = {each.code: each for each in catalogue.products if each.code}
        self._products: dict[str, list[Product]] = {}
        for product in catalogue.products:
            self._products.setdefault(bare(product.name), []).append(product)
        self._producers: dict[str, list[Producer]] = {}
        for producer in catalogue.producers.values():
            self._producers.setdefault(bare(producer.name), []).append(producer)
        self._new: dict[tuple[str, str], tuple[str, dict[str, object]]] = {}
        self._told: dict[str, dict[str, object]] = {}
        self._homes: dict[str, list[tuple[str, str]]] = {}
        self._seen: dict[tuple[str, str], str] = {}

    def plan(self, lists: Iterable[ListReading], given: Mapping[str, str]) -> tuple[Planned, ...]:
        """The fate of every row."""
        found = [
            self._row(facts_of(row, reading.head, self._communes, given))
            for reading in lists
            if reading.head
            for row in reading.rows
        ]
        makers = {name: producer_text(told) for name, told in self._told.items()}
        found = [
            replace(each, files={name: makers.get(name, text) for name, text in each.files.items()})
            for each in found
        ]
        texts = {name: text for each in found for name, text in each.files.items()}
        wrong = errors_of(self._root, texts) if texts else {}
        return tuple(_judged(each, wrong) for each in found)

    def _row(self, facts: Facts) -> Planned:
        name = str(facts.values.get("name", ""))
        row = Planned(Fate.NEW, name, facts.row.cell, tuple(facts.doubts), tuple(facts.notes))
        if not name:
            return _refused(row, "trống tên sản phẩm", "no name of the product")
        told = bare(name), bare(str(facts.values.get("producer.name", "")))
        if "slug" not in facts.values and (before := self._seen.get(told)):
            return _refused(row, f"trùng với dòng {before}", f"the same as {before}")
        self._seen[told] = facts.row.cell
        same = self._same(facts)
        if len(same) > 1:
            names = ", ".join(each.source for each in same)
            return _with(row, Fate.DOUBTFUL, f"có thể là {names}", f"may be any of {names}")
        if same:
            return self._compared(row, facts, same[0])
        return self._created(row, facts)

    def _same(self, facts: Facts) -> list[Product]:
        """The products that the row may be about."""
        values = facts.values
        by_slug = self._catalogue.by_slug.get(str(values.get("slug", "")))
        if by_slug:
            return [by_slug]
        if "code" in values and (coded := self._coded.get(str(values["code"]))):
            return [coded]
        named = self._products.get(bare(str(values["name"])), [])
        producer = bare(str(values.get("producer.name", "")))
        if producer:
            makers = self._catalogue.producers
            named = [each for each in named if bare(makers[each.producer].name) == producer]
        return named

    def _compared(self, row: Planned, facts: Facts, product: Product) -> Planned:
        before = listed(self._catalogue, product)
        changes = {
            key: (before.get(key, ""), value)
            for key, value in facts.values.items()
            if key not in _NEVER and not self._equal(key, before.get(key), value)
        }
        row = replace(row, name=product.name, changes=changes)
        if row.reasons:
            return replace(row, fate=Fate.DOUBTFUL)
        return replace(row, fate=Fate.CHANGED if changes else Fate.UNCHANGED)

    def _equal(self, key: str, before: object, after: object) -> bool:
        if key == "producer.place":
            return self._communes.today(str(before)) == self._communes.today(str(after))
        if isinstance(before, int | float) and isinstance(after, int | float):
            return before == after
        if key in ("producer.phone", "gtin"):
            return folded(str(before)).replace(" ", "") == folded(str(after)).replace(" ", "")
        return " ".join(str(before).split()) == " ".join(str(after).split())

    def _created(self, row: Planned, facts: Facts) -> Planned:
        missing = [key for key in _NEEDED if key not in facts.values]
        found = self._makers(facts)
        if found:
            missing = [key for key in missing if not key.startswith("producer.")]
        if "certificate.stars" in facts.values and "certificate.issued_by" not in facts.values:
            missing.append("certificate.issued_by")
        doubted = {each.cell for each in row.reasons}
        if left := [key for key in missing if _cell_of(facts, key) not in doubted]:
            reasons = (*row.reasons, *(_missing(row.cell, key) for key in left))
            return replace(row, fate=Fate.REFUSED, reasons=reasons)
        if row.reasons:
            return replace(row, fate=Fate.DOUBTFUL)
        if len(found) > 1:
            names = ", ".join(each.source for each in found)
            return _with(row, Fate.DOUBTFUL, f"chủ thể nào: {names}", f"which producer: {names}")
        files: dict[str, str] = {}
        if found:
            producer = found[0].slug
        else:
            producer, clash = self._new_producer(facts)
            if clash:
                return _with(
                    row,
                    Fate.DOUBTFUL,
                    f"chủ thể này ở dòng khác ghi khác: {clash}",
                    f"another row says otherwise of this producer: {clash}",
                )
            told = facts.of_producer()
            files[f"producers/{producer}.md"] = ""
            self._told[f"producers/{producer}.md"] = self._new[self._maker(told)][1]
        slug = self._slug("products", row.name, producer)
        code = "" if facts.values.get("code") else self._codes.next()
        files[f"products/{slug}.md"] = product_text(facts.values, producer, code)
        return replace(row, files=files)

    def _makers(self, facts: Facts) -> list[Producer]:
        """The producers that there are and that the row may name."""
        told = facts.of_producer()
        if by_slug := self._catalogue.producers.get(str(told.get("slug", ""))):
            return [by_slug]
        found = self._producers.get(bare(str(told.get("name", ""))), [])
        if place := told.get("place"):
            found = [
                each
                for each in found
                if not each.place or self._equal("producer.place", each.place, place)
            ]
        return found

    def _new_producer(self, facts: Facts) -> tuple[str, str]:
        """The slug of a producer that is made, and the key on which two rows disagree."""
        told = facts.of_producer()
        maker = self._maker(told)
        slug, known = self._new.setdefault(maker, ("", {}))
        clash = [key for key, value in told.items() if known.get(key, value) != value]
        if clash:
            return slug, f"{clash[0]} = {known[clash[0]]}"
        known.update(told)
        if not slug:
            slug = self._slug("producers", str(told["name"]), str(told.get("place", "")))
            self._new[maker] = slug, known
            self._homes.setdefault(maker[0], []).append(maker)
        return slug, ""

    def _maker(self, told: Mapping[str, object]) -> tuple[str, str]:
        """By what a new producer is known: its name, and its place where a row tells that."""
        maker = bare(str(told.get("name", ""))), str(told.get("place", ""))
        homes = self._homes.get(maker[0], [])
        if maker[1] and (maker[0], "") in homes:
            return maker[0], ""
        return homes[0] if not maker[1] and len(homes) == 1 else maker

    def _slug(self, folder: str, name: str, more: str) -> str:
        """A name for the file that no other has."""
        plain = slugged(name) or "san-pham"
        taken = self._slugs[folder]
        slug = next(e for e in _tries(plain, more) if e not in taken and not is_device(e))
        taken.add(slug)
        return slug


def _tries(plain: str, more: str) -> Iterator[str]:
    """The name, the name with what tells it from others, then with numbers."""
    yield plain
    if more:
        yield f"{plain}-{more}"[:90].strip("-")
    yield from (f"{plain}-{number}" for number in count(2))


def _cell_of(facts: Facts, key: str) -> str:
    """Where the fact stands, or that from which it follows; empty for nowhere."""
    return facts.row.cells.get("certificate.stars" if key == "status" else key, "")


def _missing(cell: str, key: str) -> Remarked:
    column = BY_KEY[key]
    return Remarked(
        cell,
        f"thiếu {column.row.name('vi')}: thêm cột “{column.heading}”, hoặc --set {key}=… "
        "cho mọi dòng chưa ghi",
        f"no {column.row.name('en')}: add a column “{column.heading}”, or --set {key}=… for all "
        "rows without it",
    )


def _with(row: Planned, fate: Fate, vi: str, en: str) -> Planned:
    return replace(row, fate=fate, reasons=(*row.reasons, Remarked(row.cell, vi, en)), files={})


def _refused(row: Planned, vi: str, en: str) -> Planned:
    return _with(row, Fate.REFUSED, vi, en)


def _judged(row: Planned, wrong: Mapping[str, Sequence[Problem]]) -> Planned:
    """The row, refused where a file of it would have errors."""
    found = [problem for name in row.files for problem in wrong.get(name, ())]
    if not found:
        return row
    told = (Remarked(row.cell, each.said_in("vi"), each.said_in("en")) for each in found)
    return replace(row, fate=Fate.REFUSED, files={}, reasons=(*row.reasons, *told))
