"""A product's code alone, and pages of labels: once for the printing house, once for an office.

What a label must say: decree 37/2026/NĐ-CP (name, responsible party and address, quantity, dates);
how small it may say it: `press/letters.py`. The designs fit themselves to the stock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

from generator import theme
from generator.catalogue.model import (
    Catalogue,
    Product,
)
from generator.catalogue.problems.rules_press import CODE_OVERFLOW, PRINT_OVERFLOW
from generator.catalogue.saying import sizes
from generator.engine import (
    Artifact,
    Folders,
    Values,
)
from generator.pictures import codes
from generator.press import print_values as facts
from generator.press import proof
from generator.press.blamed_colours import blaming_colours
from generator.press.brand import BLEED, brand_of, without_pictures
from generator.press.designs import DESIGNS, Part
from generator.press.document_day import day_of
from generator.press.label_values import (
    CodePageValues,
    LabelCode,
    OutlineValues,
    SheetValues,
    StockValues,
)
from generator.press.run import Run
from generator.press.stocks import Stock
from generator.press.type_size import (
    lowest_letters,
    points,
)
from generator.press.typesetter import FLAVOURS, Flavour, PressError, typeset
from generator.press.usual import printer_dots
from generator.press.wording import captions, label

MOST_MODULES = 41
"""Modules a side of the largest code a label has room for (version 6)."""
_OF_PART: Mapping[Part, tuple[str, ...]] = {
    "law": ("items", "maker", "origin", "bars"),
    "dates": ("dates", "net", "elsewhere", "address_and_origin", "former"),
    "offer": ("prices", "call", "site"),
}
"""What of a label's values is only on labels that have the part."""
LEAST_STAMP_CM2 = 10
"""A smaller label has room for a code and its address, and hardly for a name besides."""


def plan_code(catalogue: Catalogue, product: Product, url: str, folders: theme.Folders) -> Artifact:
    """qr.pdf: nothing but the code, its quiet zone included."""
    values: CodePageValues = {
        "source": product.source,
        "title": product.name,
        "author": catalogue.site.name,
        "day": day_of([product]).isoformat(),
        "code": facts.code(url),
    }
    files = theme.typst_template_files(folders)
    return Artifact((f"labels/{product.slug}/qr.pdf",), make_code, values, product.source, files)


def make_code(values: Values, folders: Folders) -> Sequence[bytes]:
    """A page as large as the code, for the printing house."""
    found = {**values, "code": facts.drawn(values["code"])}
    source = str(values["source"])
    return [typeset(theme.typst_templates(folders.theme), "code.typ", found, "press", source)]


def plan_sheet(
    catalogue: Catalogue, product: Product, folders: theme.Folders, stock: Stock
) -> Artifact:
    """sheet.pdf, sheet.office.pdf and the proof of both: a page of stamps, or codes, to look at.

    It bears the words of a proof, for no build records what it makes: those for sale come from
    `ocop labels`, which does.
    """
    design = "stamp" if stock.area >= LEAST_STAMP_CM2 else "code"
    dpi = printer_dots(catalogue.site, stock)
    run = Run(product, stock, on=_first_day(product), design=design, dpi=dpi, proof=True)
    values = values_of(catalogue, run, theme.press_words(folders, "vi"))
    base = f"labels/{product.slug}"
    paths = (f"{base}/sheet.pdf", f"{base}/sheet.office.pdf", f"{base}/proof.json")
    files = theme.typst_template_files(folders)
    return Artifact(paths, make_sheet, values, product.source, files, cost=2)


def _first_day(product: Product) -> date:
    """A day on which the stars hold, whenever the build is: what it makes depends on no day.

    Whether they hold on the day of the build was asked before.
    """
    held = product.certificate
    return (held and (held.valid_from or held.valid_until)) or date.min


def make_sheet(values: Values, folders: Folders) -> Sequence[bytes]:
    """The sheet in both flavours, and the proof. Raises PressError where either is not sound."""
    return blaming_colours(partial(_make_sheet, values), folders.theme)


def _make_sheet(values: Values, folders: theme.Folders) -> Sequence[bytes]:
    templates = theme.typst_templates(folders)
    found = drawn(cast(SheetValues, values))
    pdfs = {
        name: print_labels(templates, found, flavour)
        for name, flavour in zip(("sheet.pdf", "sheet.office.pdf"), FLAVOURS, strict=True)
    }
    report = proof.prove(pdfs, found)
    return [*pdfs.values(), proof.as_json(report)]


def try_sheet(artifact: Artifact, folders: theme.Folders) -> None:
    """Set and prove one label of the sheet. Raises PressError where it is not sound."""
    one = drawn(cast(SheetValues, {**artifact.values, "count": 1}))

    def proven(worn: theme.Folders) -> None:
        pdf = print_labels(theme.typst_templates(worn), one, FLAVOURS[0])
        proof.prove({"sheet.pdf": pdf}, one)

    blaming_colours(proven, folders)


def values_of(catalogue: Catalogue, run: Run, words: Mapping[str, str]) -> SheetValues:
    """Values of labels.typ but for the drawn codes; the run's design must be settled."""
    if run.design not in DESIGNS:
        raise ValueError(f"no design: {run.design!r}")
    letter = lowest_letters(run.stock.area)
    return {
        "source": run.product.source,
        "title": f"{words['label.sheet']}: {run.product.name}",
        "author": catalogue.site.name,
        "day": (day_of([run.product]) if run.proof else run.on).isoformat(),
        "design": run.drawn_as.name,
        "stock": _stock_values(run),
        "dpi": run.dpi,
        "ink": "black" if run.stock.roll else "colour",
        "level": run.level,
        "letter_mm": letter,
        "least": points(letter),
        "module_least": proof.LEAST_MODULE_MM,
        "module_most": (proof.MOST_MODULE_MM if run.drawn_as.on_packs else proof.MOST_SHOWN_MM),
        "module_target": proof.TARGET_MODULE_MM,
        "label": label(catalogue, run, words),
        "brand": brand_of(catalogue, run),
        "urls": [*run.urls(catalogue.site.base_url)],
        "captions": captions(catalogue, run, words),
        "count": run.labels,
        "skip": run.skip,
        "offset": [*run.offset],
        "proof": words["label.proof"] if run.proof else None,
    }


def _stock_values(run: Run) -> StockValues:
    """The stock's measures; a brand label has the bleed of a label that is cut out."""
    found = run.stock.values(run.dpi)
    return {**found, "bleed": BLEED} if run.drawn_as.branded and run.stock.may_bleed else found


def edition(catalogue: Catalogue, run: Run, words: Mapping[str, str]) -> str:
    """What the run's labels say, in short: design, stock and a hash of the facts on them.

    Two runs of one edition say the same, but for the numbers of their labels.
    """
    said: dict[str, object] = {}
    if run.drawn_as.says:
        others = _OF_PART.keys() - {*run.drawn_as.says}
        left_out = {key for part in others for key in _OF_PART[part]}
        said = {**label(catalogue, replace(run, serials=None), words)}
        said = {key: value for key, value in said.items() if key not in left_out}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    mark = hashlib.blake2b(text.encode(), digest_size=6).hexdigest()
    return f"{run.drawn_as.name}/{run.stock.name}/{mark}"


def drawn(values: SheetValues) -> SheetValues:
    """The values with their codes drawn. Raises PressError (code-overflow) for one too dense."""
    longest_url = max(values["urls"], key=len, default="")
    level = cast(codes.Level | None, values["level"]) or codes.strongest(longest_url)
    made: list[LabelCode] = []
    side = 0
    for url, caption in zip(values["urls"], values["captions"], strict=True):
        matrix = codes.matrix(url, level)
        side = max(side, len(matrix))
        runs = [list(run) for run in codes.outline(matrix)]
        made.append({"url": url, "caption": caption, "side": len(matrix), "runs": runs})
    if side > MOST_MODULES:
        raise PressError(str(values["source"]), CODE_OVERFLOW, values["urls"][-1], side=str(side))
    return {**values, "codes": made, "side": side}


def print_labels(
    templates: Mapping[str, bytes],
    values: SheetValues,
    flavour: Flavour,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """One flavour of drawn values, with its pictures. Raises PressError where words lack room.

    Without pictures a brand label has none, and a logo only if it is outlines.
    """
    values = without_pictures(values, pictures or {})
    try:
        return typeset(templates, "labels.typ", values, flavour, str(values["source"]), pictures)
    except PressError as error:
        if error.rule != PRINT_OVERFLOW:
            raise
        stock, longest_fact = values["stock"], longest(values)
        name = f"{values['design']}, {stock['name']}"
        vi, en = sizes((stock["width"], stock["height"]))
        said = {
            "called_vi": f"nhãn ({name}, {vi} mm)",
            "called_en": f"label ({name}, {en} mm)",
            "shorten_vi": longest_fact,
            "shorten_en": longest_fact,
        }
        raise PressError(error.source, error.rule, values["label"]["name"], **said) from error


def outline(
    templates: Mapping[str, bytes],
    words: Mapping[str, str],
    stock: Stock,
    offset: tuple[float, float],
    author: str,
    day: date,
) -> bytes:
    """A test grid of the stock for plain paper, in the office flavour."""
    values: OutlineValues = {
        "title": words["outline.title"].format(stock=stock.name),
        "author": author,
        "day": day.isoformat(),
        "stock": stock.values(stock.dpi[0]),
        "offset": [*offset],
        "words": dict(words),
    }
    return typeset(templates, "outline.typ", values, "office", "press/outline.typ")


def longest(values: SheetValues) -> str:
    """The key of the longest fact on the label, which gains most from being shorter; its length."""
    said = values["label"]
    texts = {"name": said["name"], "producer": said["producer"]}
    if values["design"] == "label":
        texts["producer"] = ", ".join(filter(None, [said["producer"], said["address"]]))
        texts |= {item["key"]: item["text"] for item in said["items"]}
    key = max(texts, key=lambda each: len(texts[each]))
    return f"{key} ({len(texts[key])})"


def smallest_larger(
    catalogue: Catalogue,
    run: Run,
    stocks: Mapping[str, Stock],
    words: Mapping[str, str],
    templates: Mapping[str, bytes],
    *,
    with_bars: bool = False,
) -> Stock | None:
    """The smallest larger stock of the same kind that has room for all the run's labels say.

    `with_bars` is whether bars have to be among that.
    """
    candidates = sorted(
        (
            stock
            for stock in stocks.values()
            if stock.area > run.stock.area and stock.roll == run.stock.roll
        ),
        key=lambda stock: stock.area,
    )
    for stock in candidates:
        serials = run.serials.last_alone if run.serials else None
        one = replace(run, stock=stock, dpi=stock.dpi[0], count=1, serials=serials, skip=0)
        try:
            values = drawn(values_of(catalogue, one, words))
            pdf = print_labels(templates, values, "press")
            (sheet,) = proof.prove({"labels.pdf": pdf}, values)
        except PressError:
            continue
        if sheet.code.bars or not with_bars:
            return stock
    return None
