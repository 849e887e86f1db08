"""What an import would do: each row new, changed, unchanged, doubtful or refused."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.addresses.new_codes import codes_taken, new_code
from generator.catalogue.folding import bare, slugged
from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import CellDoubt
from generator.catalogue.lists.columns import BY_KEY
from generator.catalogue.lists.rows import ListReading
from generator.catalogue.model import Catalogue, Producer, Product
from generator.desk.importing.differences import Differences
from generator.desk.importing.facts import facts_of
from generator.desk.importing.fates import Change, Fate, Planned
from generator.desk.importing.makers import Claims, Makers, same_maker
from generator.desk.importing.missing import missing_fact
from generator.desk.importing.new_files import NewNames, producer_text, product_text
from generator.desk.importing.printed_facts import PrintedFacts
from generator.desk.importing.renewals import behind, outdone
from generator.desk.importing.row_facts import Facts, Remarked
from generator.desk.importing.unfinished import Unfinished

_NEEDED = ("name", "producer.name", "producer.kind", "group", "status")
_TOLD_APART_BY = ("producer.slug", "producer.name")


class Planner:
    """Holds the rows of a list against the catalogue."""

    def __init__(self, root: Path, catalogue: Catalogue, drafts: Iterable[str] = ()) -> None:
        content = root / "content"
        known = {each.source for each in catalogue.products}
        known |= {each.source for each in catalogue.producers.values()}
        self._unfinished = Unfinished(root, drafts, known)
        self._catalogue = catalogue
        self._communes = Communes(catalogue.places)
        self._makers = Makers(catalogue, self._communes)
        self._differences = Differences(catalogue, self._communes)
        self._printed = PrintedFacts(content, catalogue)
        self._codes = codes_taken(content)
        self._names = {
            folder: NewNames(
                {f.name.partition(".")[0].casefold() for f in content.glob(f"{folder}/*.md")}
            )
            for folder in ("products", "producers")
        }
        self._files = {f.name.partition(".")[0] for f in content.glob("products/*.md")}
        self._coded = {each.code: each for each in catalogue.products if each.code}
        self._products: dict[str, list[Product]] = {}
        for product in catalogue.products:
            self._products.setdefault(bare(product.name), []).append(product)
        self._seen: dict[Hashable, str] = {}
        self._outdone: Mapping[int, Facts] = {}
        self._claims: dict[object, Claims] = {}
        self._slugs: dict[object, str] = {}
        self._told: set[tuple[str, str]] = set()
        self._maker_of_row: dict[int, Hashable] = {}

    def plan(self, lists: Iterable[ListReading], given: Mapping[str, str]) -> list[Planned]:
        """The fate of every row, before anybody has judged the files that would come of it."""
        rows = [
            facts_of(row, reading.head, self._communes, given)
            for reading in lists
            if reading.head
            for row in reading.rows
        ]
        self._makers.look_at(rows)
        self._maker_of_row = {}
        named = [facts for facts in rows if facts.values.get("name")]
        self._outdone = outdone((self._known(each, self._same(each)), each) for each in named)
        self._claims = {}
        for facts in rows:
            if id(facts) not in self._outdone and (maker := self._maker(facts)):
                self._claims.setdefault(maker, Claims()).add(facts)
        planned = [self._row(facts) for facts in rows]
        texts = {
            f"producers/{slug}.md": producer_text(self._claims[maker].values)
            for maker, slug in self._slugs.items()
        }
        return [
            replace(each, files={name: texts.get(name, text) for name, text in each.files.items()})
            if each.files
            else each
            for each in planned
        ]

    def _maker(self, facts: Facts) -> Hashable:
        """By what the row's producer is known: its slug, or its name and place; None if unsure."""
        if id(facts) not in self._maker_of_row:
            self._maker_of_row[id(facts)] = self._maker_by_name(facts)
        return self._maker_of_row[id(facts)]

    def _maker_by_name(self, facts: Facts) -> Hashable:
        there = self._makers.found(facts)
        if len(there) > 1:
            return None
        if there:
            return there[0].slug
        return self._makers.new(facts) if facts.values.get("producer.name") else None

    def _row(self, facts: Facts) -> Planned:
        name = str(facts.values.get("name", ""))
        same = self._same(facts) if name else []
        if not facts.recognised and not any(each.certificate for each in same):
            facts.leave_out_certificate()
        doubts, notes = tuple(facts.doubts), tuple(facts.notes)
        row = Planned(Fate.NEW, name, facts.row.cell, doubts, notes, cell_of=facts.cell)
        row = replace(row, refused=self._untold(facts)) if facts.spared else row
        if not name:
            return _refused(row, facts.row.cell, "trống tên sản phẩm", "no name of the product")
        if len(same) > 1:
            names = ", ".join(each.source for each in same)
            return _with(row, Fate.DOUBTFUL, f"có thể là {names}", f"may be any of {names}")
        if newer := self._outdone.get(id(facts)):
            return _outdone(row, newer)
        known = self._known(facts, same)
        if before := self._seen.get(known):
            told_vi = f"trùng với dòng {before}; hãy để lại một dòng"
            return _refused(
                row, facts.row.cell, told_vi, f"the same as {before}; leave one of them"
            )
        self._seen[known] = facts.row.cell
        if same and (later := behind(facts, same[0])):
            return _older(row, later)
        if same:
            return self._compared(row, facts, same[0])
        draft = self._draft(facts)
        return _waiting(row, draft) if draft else self._created(row, facts)

    def _known(self, facts: Facts, same: Sequence[Product]) -> Hashable:
        """By what the row's product is known: its slug, or all that the row calls it by."""
        if same:
            return same[0].slug
        values = facts.values
        maker = self._maker(facts) or bare(str(values.get("producer.name", "")))
        return bare(str(values["name"])), maker, str(values.get("slug", ""))

    def _untold(self, facts: Facts) -> tuple[Remarked, ...]:
        """The facts of its producer that are not taken, each told once for all its products."""
        name = bare(str(facts.values.get("producer.name", "")))
        found = [each for each in facts.spared if (name, each.vi) not in self._told]
        self._told.update((name, each.vi) for each in found)
        return tuple(found)

    def _draft(self, facts: Facts) -> str | None:
        """The draft that the row may be about, or that may be of its producer."""
        told, maker = facts.values, facts.of_producer
        found = self._unfinished.meant(
            "products", told.get("slug"), told.get("name"), told.get("code")
        )
        if found or self._makers.found(facts):
            return found
        return self._unfinished.meant("producers", maker.get("slug"), maker.get("name"))

    def _same(self, facts: Facts) -> list[Product]:
        """The products that the row may be about."""
        values = facts.values
        if by_slug := self._catalogue.by_slug.get(str(values.get("slug", ""))):
            return [by_slug]
        if "code" in values and (coded := self._coded.get(str(values["code"]))):
            return [coded]
        named = self._products.get(bare(str(values["name"])), [])
        if producer := str(values.get("producer.name", "")):
            makers = self._catalogue.producers
            named = [each for each in named if same_maker(producer, makers[each.producer])]
        return named

    def _compared(self, row: Planned, facts: Facts, product: Product) -> Planned:
        if row.name != product.name:
            row = replace(row, name=product.name)
        if wrong := _not_the_same(facts, product):
            return replace(row, fate=Fate.REFUSED, reasons=(*row.reasons, wrong))
        maker = self._maker_of(facts, product)
        if maker is None:
            name = facts.values.get("producer.name")
            return _with(
                row,
                Fate.DOUBTFUL,
                f"danh sách ghi chủ thể “{name}” chưa có; hãy tạo chủ thể ấy và sửa producer trong "
                f"{product.source}",
                f"there is no producer “{name}” of the list; make it, and change producer in "
                f"{product.source}",
                facts.cell("producer.name"),
            )
        try:
            changes = self._differences.of_product(facts, product, maker)
        except CellDoubt as doubt:
            cell = facts.cell("packs")
            return _with(row, Fate.DOUBTFUL, doubt.vi, doubt.en, cell)
        return self._with_changes(row, facts, changes, maker)

    def _maker_of(self, facts: Facts, product: Product) -> Producer | None:
        """Who makes the product by the row; None where that is somebody nobody knows."""
        own = self._catalogue.producers[product.producer]
        told = facts.of_producer
        if "slug" not in told and (not told.get("name") or same_maker(str(told["name"]), own)):
            return own
        found = self._makers.found(facts)
        return found[0] if len(found) == 1 else None

    def _with_changes(
        self, row: Planned, facts: Facts, changes: Sequence[Change], maker: Producer
    ) -> Planned:
        of_maker = self._differences.of_producer(facts, maker)
        clashes = [*self._clashes(maker.slug, facts, {each.key for each in of_maker})]
        kept, refused = self._printed.sorted_out((*changes, *of_maker))
        reasons = (*row.reasons, *clashes)
        if reasons:
            fate = Fate.DOUBTFUL
        elif row.files:
            fate = row.fate
        elif kept:
            fate = Fate.CHANGED
        else:
            fate = Fate.REFUSED if refused else Fate.UNCHANGED
        refused = [*row.refused, *refused]
        return replace(row, fate=fate, reasons=reasons, changes=tuple(kept), refused=tuple(refused))

    def _clashes(self, maker: object, facts: Facts, keys: Iterable[str]) -> Iterator[Remarked]:
        """What other rows say otherwise of the same producer."""
        told = facts.of_producer
        for key in keys:
            short = key.removeprefix("producer.")
            if key in facts.filled or short not in told:
                continue
            cell, other = self._claims[maker].against(short, told[short])
            if cell:
                name = BY_KEY[key].row
                yield Remarked(
                    facts.cell(key),
                    f"{name.name('vi')} của chủ thể này ở ô {cell} ghi khác: “{other}”; "
                    "hãy ghi giống nhau",
                    f"{name.name('en')} of this producer is “{other}” in {cell}; "
                    "write the same in both",
                )

    def _created(self, row: Planned, facts: Facts) -> Planned:
        there = self._makers.found(facts)
        missing = [key for key in _NEEDED if key not in facts.values]
        if there:
            missing = [key for key in missing if not key.startswith("producer.")]
        if facts.recognised:
            missing = [key for key in missing if key != "status"]
            needed = ("certificate.stars", "certificate.issued_by")
            missing += [key for key in needed if key not in facts.values]
        doubted = {each.cell for each in row.reasons}
        if left := [key for key in missing if facts.stated_at(key) not in doubted]:
            reasons = (*row.reasons, *(missing_fact(row.cell, key) for key in left))
            return replace(row, fate=Fate.REFUSED, reasons=reasons)
        if row.reasons:
            return replace(row, fate=Fate.DOUBTFUL)
        slug = slugged(str(facts.values["name"]))
        if slug in self._files:
            namesake = Remarked(
                facts.cell("name"),
                f"đã có content/products/{slug}.md cùng tên; nếu là một sản phẩm thì ghi chủ thể "
                "cho giống tệp ấy, để không thành hai",
                f"content/products/{slug}.md has that name; if it is the same product, name the "
                "producer as there, lest there be two",
            )
            row = replace(row, notes=(*row.notes, namesake))
        maker = self._maker(facts)
        if maker is None:
            names = ", ".join(each.source for each in there) or "?"
            return _with(
                row,
                Fate.DOUBTFUL,
                f"có nhiều chủ thể cùng tên ({names}); hãy ghi thêm xã của chủ thể",
                f"several producers have that name ({names}); add the commune",
                facts.cell("producer.name"),
            )
        if there:
            row = replace(row, files=self._product_file(facts, there[0].slug))
            return self._with_changes(row, facts, (), there[0])
        of_maker = (key for key in facts.values if key.startswith("producer."))
        keys = [key for key in of_maker if key not in _TOLD_APART_BY]
        if clashes := [*self._clashes(maker, facts, keys)]:
            return replace(row, fate=Fate.DOUBTFUL, reasons=(*row.reasons, *clashes))
        if maker not in self._slugs:
            self._slugs[maker] = self._new_name(facts, "producers", "producer.")
        home = self._slugs[maker]
        made = {f"producers/{home}.md": ""}
        return replace(row, files={**made, **self._product_file(facts, home)})

    def _product_file(self, facts: Facts, producer: str) -> dict[str, str]:
        slug = self._new_name(facts, "products", "", producer)
        code = "" if facts.values.get("code") else self._new_code()
        return {f"products/{slug}.md": product_text(facts.values, producer, code)}

    def _new_code(self) -> str:
        code = new_code(self._codes)
        self._codes.add(code)
        return code

    def _new_name(self, facts: Facts, folder: str, above: str, more: str = "") -> str:
        """The file's name that the list has, where that is free, else one from the thing's name."""
        names, asked = self._names[folder], str(facts.values.get(f"{above}slug", ""))
        if asked and asked == slugged(asked) and names.take(asked):
            return asked
        more = more or str(facts.values.get("producer.place", ""))
        return names.named(str(facts.values[f"{above}name"]), more)


def _not_the_same(facts: Facts, product: Product) -> Remarked | None:
    """Why a row that names a product by one sign has another's sign beside it."""
    for key, own in (("code", product.code), ("slug", product.slug)):
        told = facts.values.get(key)
        if told and own and str(told) != own:
            return Remarked(
                facts.cell(key),
                f"{BY_KEY[key].row.name('vi')} của sản phẩm này là “{own}”, không bao giờ đổi "
                f"thành “{told}”; hãy sửa ô ấy",
                f"{BY_KEY[key].row.name('en')} of this product is “{own}”, which never becomes "
                f"“{told}”; correct the cell",
            )
    return None


def _outdone(row: Planned, newer: Facts) -> Planned:
    told = Remarked(
        newer.cell("certificate.decided_on"),
        f"dòng này có quyết định mới hơn ({newer.values['certificate.decided_on']}), nên lấy dòng "
        "này thay cho dòng trên",
        f"this row has a later decision ({newer.values['certificate.decided_on']}), so it is taken "
        "for the one above",
    )
    return _older(row, told)


def _older(row: Planned, told: Remarked) -> Planned:
    return replace(row, fate=Fate.OUTDONE, reasons=(told,), notes=(), refused=())


def _waiting(row: Planned, draft: str) -> Planned:
    return _with(
        row,
        Fate.DOUBTFUL,
        f"{draft} là bản nháp chưa đủ khóa, có lẽ chính là nó; hãy bổ sung cho đủ rồi nhập lại, "
        "hoặc xóa tệp ấy",
        f"{draft} is a draft that lacks keys, and perhaps the same; add them and import again, or "
        "delete that file",
    )


def _with(row: Planned, fate: Fate, vi: str, en: str, cell: str = "") -> Planned:
    told = Remarked(cell or row.cell, vi, en)
    return replace(row, fate=fate, reasons=(*row.reasons, told), files={})


def _refused(row: Planned, cell: str, vi: str, en: str) -> Planned:
    return _with(row, Fate.REFUSED, vi, en, cell)
