"""What each Typst template of print gets: the values by name, typed, with what each one is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NotRequired, TypedDict


class CodeValues(TypedDict):
    """A QR code, of which `side` and `runs` are made when the PDF is."""

    url: Annotated[str, "the address it carries"]
    letters: Annotated[str, "the address in letters; `breakable` in parts.typ lets it break"]
    side: NotRequired[Annotated[int, "modules a side, without the quiet zone"]]
    runs: NotRequired[Annotated[list[list[int]], "dark runs `[x, y, length]` in modules"]]
    file: NotRequired[Annotated[str, "a picture of it, in books: they have none of its runs"]]
    level: NotRequired[
        Annotated[str, "how much of it may be lost: `L`, `M`, `Q`, `H`; `M` where missing"]
    ]


class PanelValues(TypedDict):
    """A panel of a page, in millimetres of the trimmed page."""

    name: Annotated[str, "its name in formats.toml"]
    x: Annotated[float, "from the page's left edge"]
    y: Annotated[float, "from the page's top edge"]
    width: Annotated[float, "its width"]
    height: Annotated[float, "its height"]


class FormatValues(TypedDict):
    """The measures of a printed format, in millimetres."""

    key: Annotated[str, "its key in formats.toml and in the strings"]
    page_width: Annotated[float, "width of the trimmed page"]
    page_height: Annotated[float, "height of the trimmed page"]
    bleed: Annotated[float, "what is cut off in the flavour `press`; `office` has none"]
    pages: Annotated[list[list[PanelValues]], "the panels of each page, row by row"]
    repeated: Annotated[bool, "whether these pages come again until every product has its place"]
    folded: Annotated[bool, "whether the panels of repeated pages are folded, not cut apart"]


class SlotValues(TypedDict):
    """A place for photos, which are cut to its size and the bleed over its edges."""

    width: Annotated[float, "width on the trimmed page, in millimetres"]
    height: Annotated[float, "height on the trimmed page, in millimetres"]
    products: Annotated[
        list[int], "which of `products` each list of files is of; -1 for the fair's own pictures"
    ]
    bleeds: Annotated[list[str], "the edges that the photo runs over: `left`, `right`, `top`, …"]
    files: Annotated[
        list[list[str]],
        "a list of files for each product that it shows, in their order: empty for one without a "
        "photo, one file, or all it has",
    ]
    alts: Annotated[list[list[str]], "what each of these files shows, in words"]
    ratios: Annotated[list[list[float]], "width by height of each of these files"]


class OtherWords(TypedDict):
    """A product's words in the second language of a printed format."""

    name: Annotated[str, "its name"]
    summary: Annotated[str | None, "its summary, or none"]
    rank: Annotated[str, "the stars in words"]


class StoryBlock(TypedDict):
    """A paragraph of a story."""

    kind: Annotated[str, "`heading`, `paragraph`, `item`, `quote` and so on"]
    runs: Annotated[list[list[str | bool]], "triples: words, whether bold, whether italic"]


class BrochureProduct(TypedDict):
    """A product in a printed format."""

    source: Annotated[str, "its content file"]
    slug: Annotated[str, "its file's stem"]
    short_code: Annotated[str | None, "its code of a few letters, or none"]
    name: Annotated[str, "its name"]
    stars: Annotated[int | None, "number of stars, or none"]
    rank: Annotated[str, "the stars in words, or that it is a potential product"]
    potential: Annotated[bool, "whether it is a potential product"]
    tourism: Annotated[bool, "whether it is a service for visitors, which is booked, not bought"]
    group: Annotated[str, "the name of its product group"]
    group_number: Annotated[int, "the group's number, 1 to 26"]
    sector: Annotated[str, "the name of the group's sector"]
    producer: Annotated[str, "its producer's name"]
    phone: Annotated[str | None, "the producer's telephone, or none"]
    address: Annotated[str, "the producer's address of today; may be empty"]
    place: Annotated[str, "commune and province of its origin"]
    commune: Annotated[str, "the commune alone"]
    summary: Annotated[str | None, "its summary, or none"]
    story: Annotated[list[str], "the first sentences of its story, for as many as there is room"]
    blocks: Annotated[list[StoryBlock], "its whole story, for formats that ask for `stories`"]
    prices: Annotated[list[list[str]], "pairs of words: net content, price; empty without prices"]
    packs: Annotated[list[str], "the net content of each pack"]
    offers: Annotated[
        list[list[str | None]],
        "pairs for every pack: net content, price; none where it is not told or not wanted",
    ]
    gtins: Annotated[list[str | None], "the GTIN of each pack, or none"]
    buy: Annotated[list[list[str]], "pairs of words: who sells it, telephone or address"]
    certificate: Annotated[list[list[str]], "pairs of words: decision, day, issuer, valid until"]
    facts: Annotated[list[list[str]], "pairs of words: ingredients, storage and so on, where told"]
    sample: Annotated[str | None, "words of the pill for invented content, or none"]
    photo_alt: Annotated[str, "what its first photo shows, in words"]
    photo_alts: Annotated[list[str], "what each of its photos shows, in words"]
    code: Annotated[CodeValues | None, "the code that opens its page, or none"]
    code_alt: Annotated[str, "the code in words"]
    other: Annotated[OtherWords | None, "its words in the second language, or none"]


class ChapterValues(TypedDict):
    """The products of one group, or with number 0 all that are potential ones."""

    number: Annotated[int, "the group's number, 1 to 26; 0 for potential products"]
    name: Annotated[str, "the group's name; empty for potential products"]
    sector: Annotated[str, "the name of the group's sector; empty for potential products"]
    first: Annotated[int, "the place of the first in `products`; the others follow"]
    count: Annotated[int, "how many they are"]


class IndexRow(TypedDict):
    """A line of an index; a commune stands under its name without “xã” or “phường”."""

    initial: Annotated[str, "the letter under which it stands, or `#`"]
    words: Annotated[str, "the name"]
    products: Annotated[list[int], "places in `products` of those that bear it"]


class IndexValues(TypedDict):
    """An index of a book, in the order of Vietnamese names."""

    key: Annotated[str, "`names`, `producers`, `communes` or `codes`"]
    rows: Annotated[list[IndexRow], "its lines"]


class FootValues(TypedDict):
    """What is laid over a page of a large book's products."""

    number: Annotated[int, "the number of the page"]
    chapters: Annotated[list[int], "the chapters that stand on it, counted from 0"]


class BookPart(TypedDict):
    """What of a large book is set at once: `products`, `slots` and so on are of that part alone."""

    parts: Annotated[
        list[str], "`front`, `body` without feet and tabs, `back`; `feet`: what is laid over a body"
    ]
    first_page: Annotated[int, "the number of its first page"]
    first_product: Annotated[int, "the place of its first product among all"]
    pages: Annotated[list[int], "the page of every product of the book, as far as it is known"]
    later: Annotated[Mapping[str, int], "the pages of later chapters by key, as far as known"]
    feet: Annotated[list[FootValues], "the pages of a body that get feet and tabs"]


class TextValues(TypedDict):
    """A page of content/."""

    title: Annotated[str, "its title"]
    summary: Annotated[str | None, "its summary, or none"]
    blocks: Annotated[list[StoryBlock], "its text"]


class FairValues(TypedDict):
    """The fair that a printed format is about."""

    name: Annotated[str, "its name"]
    summary: Annotated[str | None, "its summary, or none"]
    rows: Annotated[list[list[str]], "pairs of words: when, hours, venue, booth, as far as told"]
    when: Annotated[str, "its days"]
    booth: Annotated[str | None, "the number or name of the stand there, or none"]
    sample: Annotated[str | None, "words of the pill for an invented fair, or none"]


class OcopMarkValues(TypedDict):
    """The programme's mark, as its office supplies it, in millimetres."""

    file: Annotated[str, "its picture, which is set whole"]
    width: Annotated[float, "how wide it is set"]
    height: Annotated[float, "how high"]


class BrochureValues(TypedDict):
    """Every format of formats.toml: one fair, one product or the whole catalogue."""

    day: Annotated[str, "the day that the document bears as its own: `2026-11-01`"]
    language: Annotated[str, "the language of all its words: `vi` or `en`"]
    source: Annotated[str, "the content file that asked for it"]
    format: Annotated[FormatValues, "page, bleed and panels, as formats.toml has them"]
    slots: Annotated[Mapping[str, SlotValues], "the places for photos that there are, by name"]
    title: Annotated[str, "name of fair or product; for the catalogue the site's tagline"]
    title_key: Annotated[str, "the key of the content that the title is from"]
    other_title: Annotated[str | None, "the title in the second language where it differs, or none"]
    document: Annotated[str, "the PDF's title"]
    author: Annotated[str, "the PDF's author"]
    kicker: Annotated[str, "the line over the title"]
    count: Annotated[str, "how many products there are, in words"]
    place: Annotated[str | None, "where the fair is; the site's area otherwise; or none"]
    fair: Annotated[FairValues | None, "the fair, or none"]
    cover_credit: Annotated[str | None, "who made the fair's own photo for the cover, or none"]
    description: Annotated[str | None, "the site's description, or none"]
    others: Annotated[list[list[str]], "name and commune of products that found no room"]
    others_in_all: Annotated[int, "how many these are, for the list may end before all are named"]
    office: Annotated[list[str], "the programme office's lines: name, address, telephone, e-mail"]
    site: Annotated[str, "the site's name"]
    code: Annotated[CodeValues, "the code that opens the site"]
    code_alt: Annotated[str, "that code in words"]
    sample: Annotated[str | None, "the remark on invented content, or none"]
    trial: Annotated[str | None, "the remark on a host that is only for trial, or none"]
    prices: Annotated[bool, "whether prices are wanted"]
    mark: Annotated[
        OcopMarkValues | None, "the programme's mark, where the format has a place for it, or none"
    ]
    products: Annotated[list[BrochureProduct], "the products shown, in order"]
    chapters: Annotated[
        list[ChapterValues], "products by group, for formats without `pages`; else none"
    ]
    indexes: Annotated[list[IndexValues], "the indexes, for formats without `pages`; else none"]
    book: Annotated[BookPart | None, "the part to set of a large book; none for the whole"]
    apply: Annotated[
        TextValues | None,
        "how to apply, for formats with `stories`; none where nobody says",
    ]
    words: Annotated[Mapping[str, str], "the theme's strings of print, by dotted key"]
    other_words: Annotated[
        Mapping[str, str] | None, "the strings in the second language, where one is wanted"
    ]
