"""What the Typst templates of labels, codes and test grids get, typed, with what each value is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NotRequired, TypedDict

from generator.press.template_values import CodeValues


class StockValues(TypedDict):
    """A label stock, in millimetres."""

    name: Annotated[str, "its name"]
    page_width: Annotated[float, "width of the page"]
    page_height: Annotated[float, "height of the page"]
    rows: Annotated[int, "rows of labels"]
    columns: Annotated[int, "columns of labels"]
    width: Annotated[float, "width of a label"]
    height: Annotated[float, "height of a label"]
    pitch_x: Annotated[float, "from one label to the next, across"]
    pitch_y: Annotated[float, "from one label to the next, down"]
    left: Annotated[float, "from the page's left edge to the first label"]
    top: Annotated[float, "from the page's top edge to the first label"]
    inset_x: Annotated[float, "what stays clear of print left and right in a label"]
    inset_y: Annotated[float, "what stays clear of print above and below in a label"]
    radius: Annotated[float, "of a label's corners"]
    bleed: Annotated[float, "what the printing house cuts off around the page; `office` has none"]
    round: Annotated[bool, "whether labels are round"]
    cut: Annotated[bool, "whether labels are cut from plain paper"]
    roll: Annotated[bool, "whether it is a roll, one label a page"]
    dot: Annotated[float, "a dot of the printer"]


class QuantityValues(TypedDict):
    """How much is in the pack."""

    label: Annotated[str, "its name: net mass, volume or quantity"]
    value: Annotated[str | None, "the quantity; none to write it in"]
    english: Annotated[str | None, "name and quantity in English, or none"]


class ItemValues(TypedDict):
    """A paragraph of a full label."""

    key: Annotated[str, "its front-matter key"]
    title: Annotated[str, "its heading"]
    text: Annotated[str, "its words"]
    strong: Annotated[bool, "whether it must stand out, as allergens do"]
    english: Annotated[str | None, "heading and words in English, or none"]


class ContactValues(TypedDict):
    """Who answers for the product."""

    title: Annotated[str, "the heading"]
    contact: Annotated[str | None, "the telephone, or none"]


class OriginValues(TypedDict):
    """Where the product is from, or where a service is to be found."""

    title: Annotated[str, "the heading"]
    text: Annotated[str, "the place"]


class BarsValues(TypedDict):
    """Bars that shops scan."""

    digits: Annotated[str, "the number under the bars"]
    modules: Annotated[str, "the modules from the left, `1` for dark, without light margins"]
    runs: Annotated[list[list[int]], "dark runs `[x, length]` in modules"]
    alt: Annotated[str, "the bars in words"]


class PriceValues(TypedDict):
    """What a pack costs."""

    value: Annotated[str, "the price"]
    per: Annotated[str, "the pack it buys"]
    english: Annotated[str | None, "that pack in English, or none"]


class EnglishValues(TypedDict):
    """A label's English."""

    name: Annotated[str, "the product's name"]
    maker: Annotated[str, "who made it"]


class LabelValues(TypedDict):
    """What one label says."""

    name: Annotated[str, "the product's name"]
    producer: Annotated[str, "the producer's name"]
    address: Annotated[str, "the producer's address"]
    address_and_origin: Annotated[str, "the address, and where it is made if that is elsewhere"]
    former: Annotated[str | None, "the address that older packs bear, or none"]
    commune: Annotated[str, "commune and province of its origin"]
    stars: Annotated[int | None, "number of stars that hold on the day of printing, or none"]
    rank: Annotated[str | None, "those stars in words, or none"]
    net: Annotated[QuantityValues | None, "the quantity; none for a service"]
    dates: Annotated[
        list[list[str | None]], "pairs of name and value; the value is none to stamp on"
    ]
    elsewhere: Annotated[str, "where to look for lot and days that are not on the label"]
    invitation: Annotated[str | None, "a service's invitation, or none"]
    sample: Annotated[str | None, "words of the pill for invented content, or none"]
    trial: Annotated[str | None, "the remark on a host that is only for trial, or none"]
    trial_short: Annotated[str | None, "the same in short"]
    caption: Annotated[str, "what stands beneath the code; `breakable` in parts.typ lets it break"]
    code_alt: Annotated[str, "the code in words"]
    items: Annotated[list[ItemValues], "the paragraphs of a full label, in the decree's order"]
    maker: Annotated[ContactValues, "who answers for the product"]
    origin: Annotated[OriginValues | None, "where it is from; none where the address tells it"]
    bars: Annotated[BarsValues | None, "bars that shops scan, or none"]
    prices: Annotated[list[PriceValues], "what each pack costs"]
    call: Annotated[str, "why to scan the code"]
    site: Annotated[str, "the site's name"]
    english: Annotated[EnglishValues | None, "name and maker in English, or none"]


class ShapeValues(TypedDict):
    """An outline of a logo, in parts of the logo's height."""

    steps: Annotated[list[list[str | float]], "`M x y`, `L x y`, `C x1 y1 x2 y2 x y` or `Z`"]
    paper: Annotated[bool, "whether it is light"]
    even_odd: Annotated[bool, "whether the rule of its inside is even-odd"]


class LogoValues(TypedDict):
    """A logo: outlines, or a picture."""

    file: Annotated[str, "its file in content/media"]
    name: Annotated[str, "the picture's name for the template"]
    alt: Annotated[str, "the logo in words"]
    width: Annotated[float, "its width in parts of its height"]
    shapes: Annotated[list[ShapeValues], "its outlines; none for a picture"]


class PhotoValues(TypedDict):
    """The photo of a brand label."""

    name: Annotated[str, "the picture's name for the template"]
    file: Annotated[str, "its file in content/media"]
    focus: Annotated[str, "where its subject is, in percent"]
    alt: Annotated[str, "what it shows, in words"]


class BrandValues(TypedDict):
    """What a brand label shows of its maker; of other large labels the photo alone."""

    cut: Annotated[bool, "whether it is cut out along a line, and colour runs over it"]
    colour: Annotated[str | None, "its one colour such as `#0e4f4a`; none for the theme's"]
    logo: Annotated[LogoValues | None, "the logo, or none"]
    photo: Annotated[PhotoValues | None, "the photo, or none"]


class LabelCode(TypedDict):
    """The code of one label, drawn."""

    url: Annotated[str, "the address it carries"]
    caption: Annotated[str, "the words beneath it"]
    side: Annotated[int, "modules a side, without the quiet zone"]
    runs: Annotated[list[list[int]], "dark runs `[x, y, length]` in modules"]


class SheetValues(TypedDict):
    """Pages of equal labels."""

    source: Annotated[str, "the content file that asked for it"]
    title: Annotated[str, "the PDF's title"]
    author: Annotated[str, "the PDF's author"]
    day: Annotated[str, "the day that the document bears as its own: `2026-11-01`"]
    design: Annotated[str, "the design's name, as `--design` has it"]
    stock: Annotated[StockValues, "the stock's measures"]
    dpi: Annotated[int, "the printer's dots an inch"]
    ink: Annotated[str, "`black` for a thermal printer, else `colour`"]
    level: Annotated[
        str | None, "how much of the code may be lost: `L`, `M`, `Q`, `H`; none where nobody asks"
    ]
    letter_mm: Annotated[float, "the least height of letters that the law allows, in millimetres"]
    least: Annotated[float, "the least type size, in points"]
    module_least: Annotated[float, "the least module of the code, in millimetres"]
    module_most: Annotated[float, "the largest module"]
    module_target: Annotated[float, "the module to aim at"]
    label: Annotated[LabelValues, "what each label says"]
    brand: Annotated[
        BrandValues | None, "logo, colour, photo of a brand label, photo of a large one; or none"
    ]
    urls: Annotated[list[str], "the addresses: one for all labels, or one for each"]
    captions: Annotated[list[str], "the words beneath each of these codes"]
    count: Annotated[int, "how many labels"]
    skip: Annotated[int, "labels of the first page that are used up already"]
    offset: Annotated[list[float], "by how much to move print right and down, in millimetres"]
    proof: Annotated[str | None, "the words over a proof, or none"]
    codes: NotRequired[Annotated[list[LabelCode], "the codes of `urls`"]]
    side: NotRequired[Annotated[int, "modules a side of the largest code"]]


class CodePageValues(TypedDict):
    """A page as large as the code with its quiet zone."""

    title: Annotated[str, "the PDF's title, and the code in words"]
    author: Annotated[str, "the PDF's author"]
    day: Annotated[str, "the day that the document bears as its own: `2026-11-01`"]
    code: Annotated[CodeValues, "the code"]
    source: NotRequired[Annotated[str, "the content file that asked for it; may be missing"]]
    module: NotRequired[
        Annotated[float, "a module in millimetres; where missing, six dots of 300 dpi"]
    ]
    marked: NotRequired[
        Annotated[bool, "true to frame the quiet zone and say its size; may be missing"]
    ]
    words: NotRequired[Annotated[Mapping[str, str], "the theme's strings of print, where `marked`"]]


class ArtworkValues(TypedDict):
    """The sheet for whoever designs the pack."""

    title: Annotated[str, "the product's name, as the PDF's title"]
    name: Annotated[str, "the product's name"]
    author: Annotated[str, "the PDF's author"]
    day: Annotated[str, "the day that the document bears as its own: `2026-11-01`"]
    code: Annotated[CodeValues, "the code"]
    module: Annotated[float, "the module asked for, in millimetres"]
    shown: Annotated[list[float], "the modules of the codes on the sheet, the least first"]
    words: Annotated[Mapping[str, str], "the theme's strings of print, by dotted key"]


class OutlineValues(TypedDict):
    """A test grid of a stock for plain paper."""

    title: Annotated[str, "the PDF's title"]
    author: Annotated[str, "the PDF's author"]
    day: Annotated[str, "the day that the document bears as its own: `2026-11-01`"]
    stock: Annotated[StockValues, "the stock's measures"]
    offset: Annotated[list[float], "by how much to move print right and down, in millimetres"]
    words: Annotated[Mapping[str, str], "the theme's strings of print, by dotted key"]
