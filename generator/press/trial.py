"""Trial prints of words that print may have no room for: what a build would fail at, told before.

Ordinary words have room, which the tests hold the templates to; so nothing is set but what is
longer, and a check of a catalogue without such words doesn't even load the typesetter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from generator import theme
from generator.catalogue.model import Catalogue, Product, Status
from generator.catalogue.problems.finding import Finding
from generator.engine import Artifact, Values
from generator.press import book_parts, brochures
from generator.press import print_values as facts
from generator.press.pieces import Piece
from generator.press.selection import Selection, Stand
from generator.press.stocks import DEFAULT, Stock
from generator.press.template_values import BrochureProduct
from generator.press.tried import Tried
from generator.press.typesetter import PressError

ORDINARY_NAME = 100
"""Print has room for so many letters in any name."""
ORDINARY_IN_BOOK = 300
"""A book has room for so many in a name, and for any summary."""
ORDINARY_PRODUCT = 280
"""And for so many in all that a leaflet says of a product, where a third of its places is taken."""
FEW = 8
"""A third of the places of a sheet that doesn't say how many it has."""
ONE_OF_MANY = 32
"""Where more are taken, a sheet has room for so many letters in any name and place."""
OFFER_OF_MANY = 24
"""And for so many in a pack and its price, which stand in one line."""
ORDINARY_OFFER = 48
"""Elsewhere for so many."""
ORDINARY_PACKS = 100
"""And for so many in its packs and their prices, of which there may be `ORDINARY_OFFERS`."""
ORDINARY_OFFERS = 4
ORDINARY_CERTIFICATE = 220
"""And for so many in what its decision says."""
ORDINARY_ADDRESS = 45
"""And for so many in the site's address."""
ORDINARY_DETAILS = 700
"""And for so many in what certificate, facts, packs and sellers of a product say."""
ORDINARY_OWN = 80
"""And for so many in any line of the site's or the office's own: name, tagline, address."""
ORDINARY_BACK = 600
"""And for so many in all that its back and cover say of the site or the fair."""
_LONG_SYLLABLE = "nghiêng "
"""No syllable of Vietnamese is longer."""
_WIDE = 2
"""Letters of the room that a capital takes, or another wide sign."""
WIDE_SIGNS = frozenset("#%&@mw©¼½¾æœŵẁẃẅ—…‰™⅛⅜⅝")
"""Those of the theme's fonts, capitals aside, that are wider than most letters by a sixth."""


def findings(
    catalogue: Catalogue,
    chosen: Iterable[tuple[Piece, Selection]],
    stand: Stand,
    folders: theme.Folders,
    stock: Stock,
    tried: Tried,
) -> Iterator[Finding]:
    """Yield what a build could not print of the catalogue, its sheets on that stock.

    The catalogue is as print has it: `lettered`; `chosen` is what there is to print, and of what.
    What was `tried` before is not set again. Raises ThemeError, and what `tried` raises.
    """
    told: set[tuple[str, str]] = set()
    of_sheets = _sheets(catalogue, stand, folders, stock, tried)
    for error in (*_brochures(catalogue, chosen, folders, tried), *of_sheets):
        if (error.source, error.rule.code) not in told:
            told.add((error.source, error.rule.code))
            yield error.finding


def room(text: str | None) -> int:
    """How many letters' room a text takes on a line."""
    return sum(_WIDE if sign.isupper() or sign in WIDE_SIGNS else 1 for sign in text or "")


def _fits(text: str | None, most: int) -> bool:
    """Whether the text takes the room of so many letters at most; its length mostly tells."""
    return _WIDE * len(text or "") <= most or room(text) <= most


def _sheets(
    catalogue: Catalogue, stand: Stand, folders: theme.Folders, stock: Stock, tried: Tried
) -> Iterator[PressError]:
    printed = [
        each
        for each in catalogue.products
        if each.status is Status.CERTIFIED
        and each.slug not in stand.lapsed
        and facts.scan_url(catalogue, each)
    ]
    usual = stock.name == DEFAULT
    spared = printed and (usual or _is_roomy(catalogue, printed, folders, stock, tried))
    for product in printed:
        # Labels are made and proven, which a catalogue of ordinary names can spare.
        if not (spared and _is_ordinary(catalogue, product)):
            yield from _wrong(catalogue, product, folders, stock, tried)


def _wrong(
    catalogue: Catalogue, product: Product, folders: theme.Folders, stock: Stock, tried: Tried
) -> Iterator[PressError]:
    """Yield what is wrong with a label of that product."""
    from generator.press import labels

    sheet = labels.plan_sheet(catalogue, product, folders, stock)
    try:
        tried.attempt(sheet, partial(labels.try_sheet, folders=folders))
    except PressError as error:
        yield error


def _is_roomy(
    catalogue: Catalogue,
    printed: Sequence[Product],
    folders: theme.Folders,
    stock: Stock,
    tried: Tried,
) -> bool:
    """Whether a stock has room for any ordinary names, as the common one does.

    The label of the densest code is set with the longest of them.
    """
    densest = max(printed, key=lambda each: len(facts.scan_url(catalogue, each) or ""))
    long = (_LONG_SYLLABLE * ORDINARY_NAME)[:ORDINARY_NAME].rsplit(" ", 1)[0]
    maker = catalogue.producers[densest.producer]
    named = maker.model_copy(update={"name": long, "translations": {}})
    worst = densest.model_copy(update={"name": long, "translations": {}, "sample": True})
    around = catalogue.model_copy(
        update={"producers": {**catalogue.producers, densest.producer: named}}
    )
    return not any(_wrong(around, worst, folders, stock, tried))


def _is_ordinary(catalogue: Catalogue, product: Product) -> bool:
    producer = catalogue.producers[product.producer]
    names = product.wording("vi").name, producer.name_in("vi")
    return all(_fits(each, ORDINARY_NAME) for each in names)


def _brochures(
    catalogue: Catalogue,
    chosen: Iterable[tuple[Piece, Selection]],
    folders: theme.Folders,
    tried: Tried,
) -> Iterator[PressError]:
    for piece, selection in chosen:
        if not selection.shown:
            continue
        # Of a story any format prints as much as there is room for.
        wanted = replace(piece, stories=False)
        planned = brochures.plan_one(catalogue, wanted, selection, folders)
        values = planned.values
        if _is_short(values) and _are_short(values, _is_crowded(piece, selection)):
            continue
        for some in _few(values):
            try:
                tried.attempt(replace(planned, values=some), partial(_set, folders=folders))
            except PressError as error:
                yield error


def _set(brochure: Artifact, folders: theme.Folders) -> None:
    brochures.try_one(brochure.values, folders)


def _few(values: Values) -> Iterator[Values]:
    """Yield what is set on trial: of a large book only the products that may lack room."""
    if not book_parts.is_large(values):
        yield values
        return
    products = enumerate(values["products"])
    places = [place for place, each in products if not _fits_in_book(each)] or [0]
    for first in range(0, len(places), book_parts.PART):
        yield book_parts.with_only(values, places[first : first + book_parts.PART])


def _is_crowded(piece: Piece, selection: Selection) -> bool:
    """Whether so many products share a sheet that each has little room."""
    wanted = piece.format
    shares = bool(wanted.pages) and not wanted.repeated
    return shares and 3 * len(selection.shown) > (wanted.most or 3 * FEW)


def _are_short(values: Values, crowded: bool) -> bool:
    """Books and cards give every product as much room; a sheet shares its own among them."""
    if values["chapters"]:
        return all(map(_fits_in_book, values["products"]))
    short = all(_is_short_product(each) for each in values["products"])
    return short and not (crowded and any(map(_is_long_for_many, values["products"])))


def _is_long_for_many(product: BrochureProduct) -> bool:
    names = product["name"], product["producer"], product["place"]
    return (
        max(map(room, names)) > ONE_OF_MANY
        or max(map(_line, product["offers"]), default=0) > OFFER_OF_MANY
    )


def _fits_in_book(product: BrochureProduct) -> bool:
    """Words flow over a book's pages, and its lists leave out what has no room."""
    return room(product["name"]) <= ORDINARY_IN_BOOK


def _is_short_product(product: BrochureProduct) -> bool:
    names = product["name"], product["producer"]
    words = *names, product["place"], product["summary"]
    packs, held = _length(product["offers"]), _length(product["certificate"])
    details = packs + held + _length(product["facts"]) + _length(product["buy"])
    return (
        all(room(each) <= ORDINARY_NAME for each in names)
        and sum(map(room, words)) <= ORDINARY_PRODUCT
        and details <= ORDINARY_DETAILS
        and len(product["offers"]) <= ORDINARY_OFFERS
        and packs <= ORDINARY_PACKS
        and all(_line(each) <= ORDINARY_OFFER for each in product["offers"])
        and held <= ORDINARY_CERTIFICATE
    )


def _line(offer: Iterable[str | None]) -> int:
    return sum(map(room, offer))


def _length(table: Iterable[Iterable[str | None]]) -> int:
    return sum(map(room, _flat(table)))


def _is_short(values: Values) -> bool:
    fair = values["fair"]
    # A book for a fair has the site's own words on its back.
    back: list[str | None] = [values["place"], *values["office"], values["description"]]
    if fair:
        back += [fair["name"], fair["summary"], *_flat(fair["rows"])]
    names = values["title"], values["site"], *values["office"]
    return (
        all(room(each) <= ORDINARY_OWN for each in names)
        and sum(map(room, back)) <= ORDINARY_BACK
        and len(values["code"]["letters"]) <= ORDINARY_ADDRESS
        and values["mark"] is None
        and not _has_plan(values)
    )


def _has_plan(values: Values) -> bool:
    """Whether words share their room with a plan, whose shape says how much it takes."""
    plan = values["slots"].get("plan")
    return plan is not None and any(plan["files"])


def _flat(rows: Iterable[Iterable[str | None]]) -> Iterator[str | None]:
    for row in rows:
        yield from row
