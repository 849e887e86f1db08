"""What product.html and lot.html get."""

from __future__ import annotations

from typing import Annotated, TypedDict

from generator.catalogue.languages import Language
from generator.web.template_values.common import (
    CardValues,
    JsonLd,
    NamedLink,
    PictureValues,
    StoryValues,
)
from generator.web.template_values.frame import FrameValues


class ProducerLine(TypedDict):
    """Who answers for the product, and where."""

    name: Annotated[str, "the producer's name"]
    href: Annotated[str | None, "link to the producer's page"]
    phone: Annotated[str | None, "telephone number as written"]
    dial: Annotated[str | None, "the same without spaces"]
    address: Annotated[str | None, "the producer's own address, of today"]
    former_address: Annotated[str | None, "the former unit's, that packs may show"]
    origin: Annotated[str | None, "where it is made, if that is another commune"]
    commune_href: Annotated[str | None, "link to the commune where it is made"]


# `from` is a word of Python, so that no class body can name it.
CertificateDays = TypedDict(
    "CertificateDays",
    {
        "from": Annotated[str | None, "first valid day, ISO"],
        "until": Annotated[str | None, "last valid day, ISO; none: nobody knows if it is valid"],
    },
)


class CertificateValues(CertificateDays):
    """The certificate of a certified product."""

    from_label: Annotated[str | None, "the first valid day for readers"]
    until_label: Annotated[str | None, "the last valid day for readers"]
    stars: Annotated[int | None, "number of stars; none without `until`"]
    decision: Annotated[str | None, "number of the decision"]
    decided_on: Annotated[str | None, "when it was decided, as far as known"]
    issued_by: Annotated[str, "who decided"]
    legal_basis: Annotated[str | None, "the rule book applied"]
    ocop_code: Annotated[str | None, "the programme's own code"]


class RevokedValues(TypedDict):
    """The decision that withdrew a product's recognition."""

    on: Annotated[str, "the day"]
    by: Annotated[str | None, "the decision"]


class FactValues(TypedDict):
    """A fact that labels tell."""

    name: Annotated[str, "a key of `[fact]` in the theme's strings"]
    value: Annotated[str | None, "what is known; none where nobody has told"]


class PassportRow(TypedDict):
    """A fact of the passport."""

    name: Annotated[str, "what is told"]
    value: Annotated[str | None, "the fact"]
    href: Annotated[str | None, "link to a page about it"]


class Known(TypedDict):
    """How much of a list of facts is known."""

    known: Annotated[int, "how many are known"]
    of: Annotated[int, "how many there are"]


class PassportValues(TypedDict):
    """The digital passport."""

    rows: Annotated[list[PassportRow], "known facts that the page does not show elsewhere"]
    missing: Annotated[list[str], "names of what is not known"]
    lot: Annotated[str | None, "the newest lot, whose stages are shown; none on a lot's page"]
    circular: Annotated[Known, "of what Circular 02/2024 asks for"]
    decree: Annotated[Known, "of what Decree 37/2026 asks for"]
    json: Annotated[str, "link to passport.json"]


class PackValues(TypedDict):
    """A size that the product is sold in."""

    net: Annotated[str, "net content"]
    price: Annotated[str | None, "“185.000 đ”"]


class AwardValues(TypedDict):
    """A prize."""

    name: Annotated[str, "name"]
    year: Annotated[int, "year"]
    by: Annotated[str, "who gave it"]


MarkDays = TypedDict(
    "MarkDays",
    {
        "from": Annotated[str | None, "first valid day, ISO"],
        "until": Annotated[str | None, "last valid day, ISO; none where there is no end to tell"],
    },
)


class MarkValues(MarkDays):
    """A certificate of another scheme than OCOP; without `until` it is never called valid."""

    scheme: Annotated[str, "what readers call the scheme"]
    number: Annotated[str | None, "its number"]
    issuer: Annotated[str | None, "who issued it"]
    from_label: Annotated[str | None, "since when, for readers, as far as known"]
    until_label: Annotated[str | None, "the last valid day for readers"]
    place: Annotated[
        int,
        "its place among the page's `hasCertification`, for `data-certification`: where `until` "
        "says so, the layout's script takes its status away there too",
    ]


class ShopValues(TypedDict):
    """Where the product can be bought."""

    name: Annotated[str, "name"]
    url: Annotated[str | None, "address of a page"]
    phone: Annotated[str | None, "telephone number as written"]
    dial: Annotated[str | None, "the same without spaces"]


class LotMarks(TypedDict):
    """Where the passages of `lot.html` go; nothing to be read in it."""

    lot: Annotated[str, "the lot"]
    head: Annotated[str, "place for `head`"]
    trace: Annotated[str, "place for `trace`"]
    passport: Annotated[str, "place for `passport`"]


class LotLink(TypedDict):
    """A lot of the product."""

    lot: Annotated[str, "the lot"]
    href: Annotated[str, "link to its page"]
    produced: Annotated[str | None, "day of production, for readers"]
    recalled: Annotated[bool, "whether it is recalled"]


class LotLinks(TypedDict):
    """The product's newest lots."""

    links: Annotated[list[LotLink], "the newest"]
    count: Annotated[int, "how many lots there are in all"]


class RecallLine(TypedDict):
    """A recalled lot."""

    lot: Annotated[str, "the lot"]
    href: Annotated[str, "link to its page"]
    since: Annotated[str | None, "since when it is recalled, for readers"]
    note: Annotated[str | None, "the reason"]
    language: Annotated[Language | None, "language of the reason, where it isn't the page's"]


class ReportValues(TypedDict):
    """How to report a doubt."""

    mail: Annotated[str | None, "a letter begun for the reader: a mailto: address"]
    phone: Annotated[str | None, "telephone number as written"]
    dial: Annotated[str | None, "the same without spaces"]


class PrintedCode(TypedDict):
    """The product's code as packs carry it."""

    printed: Annotated[str, "the address that the code carries, for `code()`"]
    readable: Annotated[str, "the same for readers"]


class ProductPage(FrameValues):
    """The page about a product, which also opens when its code is scanned.

    `static/sw.js` stands at the site's root: a service worker that keeps visited pages for when
    there is no network. A page from its store has `data-kept` (a time) on its `html` element; then
    `.kept` shows, and no certificate is called valid.
    """

    status: Annotated[str, "certified, potential or withdrawn"]
    keep: Annotated[str | None, "what a visitor's list keeps of it; none where it is withdrawn"]
    name: Annotated[str, "name"]
    also_known_as: Annotated[list[str], "other names"]
    summary: Annotated[str | None, "one or two sentences"]
    pictures: Annotated[list[PictureValues], "its photos"]
    producer: Annotated[ProducerLine, "who answers for it, and where"]
    certificate: Annotated[CertificateValues | None, "the certificate; none unless certified"]
    revoked: Annotated[
        RevokedValues | None, "of a withdrawn product when and why; none where not known"
    ]
    tourism: Annotated[bool, "whether it is a service of group 26"]
    group: Annotated[NamedLink | None, "the product group"]
    facts: Annotated[list[FactValues], "facts in the order of a label"]
    passport: Annotated[PassportValues, "the digital passport"]
    packs: Annotated[list[PackValues], "sizes and prices"]
    awards: Annotated[list[AwardValues], "prizes"]
    marks: Annotated[list[MarkValues], "certificates of other schemes"]
    story: Annotated[StoryValues | None, "the story"]
    video: Annotated[str | None, "address of a film"]
    buy: Annotated[list[ShopValues], "where it can be bought"]
    lot: Annotated[
        LotMarks | None, "on a lot's page where the passages of `lot.html` go; else none"
    ]
    lots: Annotated[LotLinks | None, "the newest lots; none without lots"]
    recalls: Annotated[list[RecallLine], "recalled lots; empty on a lot's own page"]
    report: Annotated[ReportValues | None, "how to report a doubt; none without a way"]
    code: Annotated[PrintedCode | None, "the printed code; none without one"]
    linkset: Annotated[str | None, "link to the product's linkset; none without a GTIN"]
    others: Annotated[list[CardValues], "products of the same producer"]


class EventValues(TypedDict):
    """Something that happened to a lot."""

    when: Annotated[str, "when, for readers"]
    step: Annotated[str, "key of the step, or an editor's own words"]
    name: Annotated[str, "the step in words"]
    free: Annotated[bool, "whether these are an editor's own"]
    side: Annotated[str, "back, here or forward"]
    place: Annotated[str | None, "where"]
    actor: Annotated[str | None, "who"]
    gln: Annotated[str | None, "location code (GLN) of the place"]
    note: Annotated[str | None, "a remark"]


class LotValues(TypedDict):
    """Macros for what a lot's page has of its own.

    `head(lot, page, t)`, `trace(lot, t)` and `passport(lot.passport, t)` are called once a lot and
    put in the places that `page.lot` marks; `product.html` calls `alarm(title, page, t)` for
    recalled lots, `unknown(t)` where a code may name no lot, and `passport(page.passport, t)`.
    """

    lot: Annotated[str, "the lot"]
    recalled: Annotated[bool, "whether it is recalled"]
    since: Annotated[str | None, "since when, for readers"]
    note: Annotated[str | None, "the note, of a recalled lot its reason"]
    language: Annotated[
        Language | None,
        "language of all that editors wrote about the lot, where it isn't the page's",
    ]
    produced: Annotated[str | None, "“12/10/2026”"]
    best_before: Annotated[str | None, "the same"]
    until: Annotated[str | None, "best-before day, ISO"]
    quantity: Annotated[str | None, "how much was made"]
    tests: Annotated[list[EventValues], "those events that are tests"]
    events: Annotated[list[EventValues], "what happened, in the order of days"]
    passport: Annotated[PassportValues, "the passport of this lot"]
    json_ld: Annotated[JsonLd, "structured data"]
    mail: Annotated[str | None, "a letter to the programme office, begun for the reader"]
