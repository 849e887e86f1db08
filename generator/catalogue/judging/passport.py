"""The digital passport (hộ chiếu số): what the law wants known of a product, and what is.

One table maps both lists to where each fact comes from: the ten items of Circular 02/2024/TT-BKHCN
(minimum traceability information; known in part second-hand, S2) and the seven of article 32 of
Decree 37/2026/NĐ-CP (the product's digital passport; seen in the source, S).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.catalogue import saying
from generator.catalogue.fields import BY_KEY, Row
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Mark, Producer, Product, Status
from generator.catalogue.model.lots import Event, Lot
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.ocop.steps import step_name

CIRCULAR = "Thông tư 02/2024/TT-BKHCN"
DECREE = "Nghị định 37/2026/NĐ-CP, điều 32"
CERTAINTY = {CIRCULAR: "S2", DECREE: "S"}
"""How sure the wording of each list is: S seen in the source, S2 partly second-hand."""

_FILES: dict[type, str] = {
    Product: "content/products/{product}.md",
    Producer: "content/producers/{producer}.md",
    Lot: "content/lots/{product}.csv",
    Event: "content/lots/{product}.events.csv",
}
_IF_ANY = {"vi": " (nếu có)", "en": ", if any"}


@dataclass(frozen=True, slots=True)
class PassportSubject:
    """What a passport is about: a product, in one language, with the lot its events come from."""

    catalogue: Catalogue
    product: Product
    lot: Lot | None
    language: Language

    @property
    def producer(self) -> Producer:
        """Who makes it."""
        return self.catalogue.producers[self.product.producer]


@dataclass(frozen=True, slots=True)
class Item:
    """One fact: its number in either list, how it is found, and the field that it is added as.

    It is called as the field is, but where a list asks for something that `told` names, in
    Vietnamese and English. `goods` marks what a service has not.
    """

    key: str
    row: Row
    circular: int | None
    decree: int | None
    find: Callable[[PassportSubject], str | None]
    told: tuple[str, str] | None = None
    if_any: bool = False
    goods: bool = False

    def called(self, language: Language) -> str:
        """What the fact is called within a sentence."""
        return self.told[language == "en"] if self.told else self.row.name(language)

    def wanted(self, language: Language) -> str:
        """The same as the lists want it: perhaps only if there is any."""
        return f"{self.called(language)}{_IF_ANY[language] if self.if_any else ''}"

    def name(self, language: Language) -> str:
        """That as an entry of a list."""
        wanted = self.wanted(language)
        return f"{wanted[:1].upper()}{wanted[1:]}"


@dataclass(frozen=True, slots=True)
class PassportEntry:
    """An item of one product: its value, None where nobody has told, and the file to add it to."""

    item: Item
    value: str | None
    file: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of a list's items are known; `missing` are the keys of facts that are not."""

    known: int
    of: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """All that is known and not known of one product."""

    entries: tuple[PassportEntry, ...]

    @property
    def circular(self) -> Completeness:
        """Measured by Circular 02/2024."""
        return self._by(lambda item: item.circular)

    @property
    def decree(self) -> Completeness:
        """Measured by Decree 37/2026, article 32."""
        return self._by(lambda item: item.decree)

    def _by(self, number_of: Callable[[Item], int | None]) -> Completeness:
        """An item of a list is known where every fact that it names is."""
        counted = [each for each in self.entries if number_of(each.item)]
        missing = [each for each in counted if each.value is None]
        numbers = {number_of(each.item) for each in counted}
        unknown = {number_of(each.item) for each in missing}
        keys = tuple(each.item.key for each in missing)
        return Completeness(len(numbers - unknown), len(numbers), keys)


def passport(
    catalogue: Catalogue, product: Product, language: Language = "vi", lot: Lot | None = None
) -> Passport:
    """The passport of a product, or of one lot; without one, the newest recorded lot speaks."""
    subject = PassportSubject(catalogue, product, lot or typical_lot(catalogue, product), language)
    return Passport(tuple(_entries(subject)))


def typical_lot(catalogue: Catalogue, product: Product) -> Lot | None:
    """The newest lot that has events, else the newest; a recalled one speaks for itself alone.

    None for a product without lots that may be sold.
    """
    lots = (lot for lot in catalogue.lots.get(product.slug, ()) if not lot.recalled)
    return min(lots, key=lambda lot: not lot.events, default=None)


def _entries(subject: PassportSubject) -> Iterator[PassportEntry]:
    product = subject.product
    names = {"product": product.slug, "producer": product.producer}
    for item in ITEMS:
        if not (item.goods and product.group == TOURISM_GROUP):
            yield PassportEntry(item, item.find(subject), _FILES[item.row.model].format_map(names))


def _picture(subject: PassportSubject) -> str | None:
    photos = subject.product.photos
    return subject.product.photo_alt(0, subject.language) if photos else None


def _address(subject: PassportSubject) -> str | None:
    maker = maker_of(subject.catalogue, subject.product)
    return saying.maker_address(maker, subject.language)


def _origin(subject: PassportSubject) -> str | None:
    commune = origin_of(subject.catalogue, subject.product).commune
    return saying.in_full_or_none(commune, subject.language)


def _stages(subject: PassportSubject) -> str | None:
    events = subject.lot.events if subject.lot else ()
    names = dict.fromkeys(step_name(event.step, subject.language) for event in events)
    return " → ".join(names) or None


def _codes(subject: PassportSubject) -> str | None:
    """The product's trace code and the location codes of its stages; both are wanted."""
    events = subject.lot.events if subject.lot else ()
    places = dict.fromkeys(event.gln for event in events if event.gln)
    if subject.producer.gln:
        places[subject.producer.gln] = None
    trace = subject.product.gtin or subject.product.code
    if trace is None or not places:
        return None
    lot = f" / {subject.lot.lot}" if subject.lot else ""
    return f"{trace}{lot}; GLN {', '.join(places)}"


def _times(subject: PassportSubject) -> str | None:
    days = [event.when for event in subject.lot.events] if subject.lot else []
    labels = dict.fromkeys(saying.period(day, subject.language) for day in days)
    return " – ".join([*labels][:: max(len(labels) - 1, 1)]) or None


def _shelf_life(subject: PassportSubject) -> str | None:
    lot = subject.lot
    told = subject.product.wording(subject.language).shelf_life
    return told or (saying.day_or_none(lot.best_before) if lot else None)


def _produced(subject: PassportSubject) -> str | None:
    lot = subject.lot
    return saying.day_or_none(lot.produced) if lot else None


def _certificates(subject: PassportSubject) -> str | None:
    """OCOP's certificate, or that there is none, and those of other schemes."""
    others = (_mark(each, subject.language) for each in subject.product.marks)
    return "; ".join(part for part in (_ocop(subject), *others) if part) or None


def _mark(mark: Mark, language: Language) -> str:
    """By its last day, not as valid: this text stays when it has lapsed."""
    until = f"→ {saying.day(mark.valid_until)}" if mark.valid_until else None
    parts = (mark.scheme_name(language), mark.number, mark.issuer, until)
    return ", ".join(part for part in parts if part)


def _ocop(subject: PassportSubject) -> str | None:
    """Never the stars: this text stays when they have lapsed."""
    held, status = subject.product.certificate, subject.product.status
    if status is not Status.CERTIFIED:
        return _NO_CERTIFICATE[status][subject.language == "en"]
    if held is None:
        return None
    until = f"→ {saying.day(held.valid_until)}" if held.valid_until else None
    parts = ("OCOP", held.decision, held.issued_by, until)
    return ", ".join(part for part in parts if part)


def _warnings(subject: PassportSubject) -> str | None:
    wording = subject.product.wording(subject.language)
    return " ".join(part for part in (wording.warnings, wording.allergens) if part) or None


_NO_CERTIFICATE = {
    Status.POTENTIAL: ("Chưa được công nhận OCOP", "Not recognised by OCOP yet"),
    Status.WITHDRAWN: ("Công nhận OCOP đã bị thu hồi", "The OCOP recognition was withdrawn"),
}

ITEMS = (
    Item(
        "name", BY_KEY[Product, "name"], 1, 1,
        lambda s: s.product.wording(s.language).name,
    ),
    Item("gtin", BY_KEY[Product, "gtin"], None, 1, lambda s: s.product.gtin, goods=True),
    Item(
        "picture", BY_KEY[Product, "photos"], 2, None, _picture, ("hình ảnh", "picture"),
    ),
    Item(
        "producer", BY_KEY[Producer, "name"], 3, 2,
        lambda s: s.producer.name_in(s.language),
        ("cơ sở sản xuất, kinh doanh", "producer or trader"),
    ),
    Item(
        "address", BY_KEY[Producer, "address"], 4, 2, _address, ("địa chỉ cơ sở", "its address"),
    ),
    Item(
        "identification", BY_KEY[Producer, "tax_code"], None, 2,
        lambda s: s.producer.tax_code,
        ("mã số của cơ sở", "its identification number"),
    ),
    Item("origin", BY_KEY[Product, "made_in"], None, 3, _origin),
    Item(
        "stages", BY_KEY[Event, "step"], 5, 4, _stages,
        ("các công đoạn", "stages of production and trade"), goods=True,
    ),
    Item(
        "codes", BY_KEY[Event, "gln"], 6, 4, _codes,
        ("mã truy vết sản phẩm và địa điểm", "trace code and location codes"), goods=True,
    ),
    Item(
        "times", BY_KEY[Event, "when"], 7, 4, _times,
        ("thời gian các công đoạn", "time of the stages"), goods=True,
    ),
    Item(
        "brand", BY_KEY[Product, "brand"], 8, None,
        lambda s: s.product.brand, if_any=True, goods=True,
    ),
    Item(
        "shelf_life", BY_KEY[Product, "shelf_life"], 9, 6, _shelf_life, if_any=True, goods=True,
    ),
    Item("produced", BY_KEY[Lot, "produced"], None, 6, _produced, if_any=True, goods=True),
    Item(
        "standards", BY_KEY[Product, "standards"], 10, None,
        lambda s: "; ".join(s.product.standards) or None,
    ),
    Item(
        "certificates", BY_KEY[Product, "certificate"], None, 5, _certificates,
        ("chứng nhận", "certificates"), if_any=True,
    ),
    Item("warnings", BY_KEY[Product, "warnings"], None, 7, _warnings, if_any=True),
)  # fmt: skip
"""Both lists as one, in the order in which a reader asks."""
