"""Where runs of labels are made: checked against content and law, typeset, and proven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from generator import addresses, theme
from generator.catalogue import saying
from generator.catalogue.judging.label_law import (
    label_problems,
    language_problems,
    stars_problems,
)
from generator.catalogue.model import (
    Catalogue,
    Product,
    Status,
)
from generator.catalogue.model.lots import Lot, is_lot
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import Alike
from generator.catalogue.problems.place import START
from generator.catalogue.problems.rules_press import (
    CARD_PRICE_MISSING,
    CODE_OVERFLOW,
    LABEL_ADDRESS_MISSING,
    LABEL_ENGLISH_MISSING,
    LABEL_EXPIRED,
    LABEL_OFFSET,
    LABEL_WITHDRAWN,
    LOT_DATES,
    LOT_DAY_OTHER,
    LOT_FORM,
    LOT_STOPPED,
    LOT_UNKNOWN,
    LOT_UNLISTED,
    PRINT_OVERFLOW,
)
from generator.desk.content import Content
from generator.desk.options import Order
from generator.press import labels, proof
from generator.press.blamed_colours import blaming_colours
from generator.press.brand import picture_findings
from generator.press.label_pictures import Pictures, pictured
from generator.press.label_values import SheetValues
from generator.press.lettered import lettered
from generator.press.run import Run
from generator.press.stocks import Stock, largest_offset
from generator.press.typesetter import FLAVOURS, Flavour, PressError

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class PrintedRun:
    """A finished run: its files by their path below output/, and what the proof measured."""

    run: Run
    files: Files
    sheets: tuple[proof.Sheet, ...]
    urls: tuple[str, ...]


class Workshop:
    """Where runs are made: the catalogue as print has it, the theme's share, and every stock."""

    def __init__(self, content: Content, own: Catalogue, order: Order) -> None:
        catalogue = order.ordered(own)
        self.content = content
        self.own_base_url = own.site.base_url
        self.catalogue = lettered(catalogue)
        self.stocks: Mapping[str, Stock] = content.stocks
        folders = theme.chain(catalogue.site.theme, order.theme_roots)
        self.words = theme.press_words(folders, "vi")
        self.templates = theme.typst_templates(folders)
        self.theme = folders
        self.folder = order.content
        self.photos = {name: each.facts.size for name, each in content.pictures.items()}

    def findings(self, run: Run) -> Iterator[Finding]:
        """What stands against a run before anything is made: status, lot and law."""
        product, source = run.product, run.product.source
        if product.status is Status.WITHDRAWN:
            yield Finding.of(source, ("status",), LABEL_WITHDRAWN)
        if not run.urls(self.catalogue.site.base_url):
            yield Finding.of(source, ("name",), LABEL_ADDRESS_MISSING)
        if run.produced and run.best_before and run.best_before < run.produced:
            days = {key: saying.day(getattr(run, key)) for key in ("produced", "best_before")}
            yield Finding.of(source, START, LOT_DATES, product=product.slug, **days)
        elif run.best_before and run.best_before < run.on:
            last = saying.day(run.best_before)
            yield Finding.of(source, START, LABEL_EXPIRED, best_before=last)
        if "en" in run.languages and not self._has_english(product):
            yield Finding.of(source, ("name",), LABEL_ENGLISH_MISSING)
        yield from off_the_sheet(run, source)
        if run.drawn_as.priced:
            yield from _unpriced(run)
        yield from picture_findings(self.catalogue, run, self.folder, self.photos)
        if run.drawn_as.lawful:
            dated = run.best_before is not None
            yield from label_problems(self.catalogue, product, run.on, dated=dated)
        else:
            yield from stars_problems(product, run.on)
            yield from language_problems(self.catalogue, product)

    def _has_english(self, product: Product) -> bool:
        return self.catalogue.site.language == "en" or "en" in product.translations

    def designed(self, run: Run) -> Run:
        """The run with its design: the one asked for, else a full label, of a service a stamp.

        No design is taken for another that has more room: what would be missing is the law's.
        """
        if run.design:
            return run
        return replace(run, design="stamp" if run.product.group == TOURISM_GROUP else "label")

    def has_room(self, run: Run) -> bool:
        """Whether a label of that run can be set."""
        serials = run.serials.last_alone if run.serials else None
        try:
            self.values(replace(run, count=1, serials=serials, skip=0), "press")
        except PressError:
            return False
        return True

    def values(self, run: Run, flavour: Flavour) -> bytes:
        """One flavour of a run's PDF. Raises PressError."""
        values = labels.drawn(labels.values_of(self.catalogue, run, self.words))
        return labels.print_labels(self.templates, values, flavour)

    def print(self, run: Run) -> PrintedRun:
        """Make both flavours of a run and prove them. Raises PressError with the way out."""
        try:
            values = labels.drawn(labels.values_of(self.catalogue, run, self.words))
            values, pictures = self._pictured(values, run)
            pdfs, sheets = blaming_colours(partial(_proven, values, pictures), self.theme)
        except PressError as error:
            raise self._with_larger(error, run) from error
        folder = folder_of(run)
        files = {f"{folder}/{name}": pdf for name, pdf in pdfs.items()}
        files[f"{folder}/proof.json"] = proof.as_json(sheets)
        return PrintedRun(run, files, sheets, run.urls(self.catalogue.site.base_url))

    def _pictured(self, values: SheetValues, run: Run) -> tuple[SheetValues, Pictures]:
        press = self.catalogue.site.press
        profile = press.profile if press else None
        return pictured(values, run.stock, self.folder, profile, self.photos)

    def _with_larger(self, error: PressError, run: Run) -> PressError:
        if error.rule not in {PRINT_OVERFLOW, CODE_OVERFLOW}:
            return error
        for key, said in self.larger(run).items():
            word = "hoặc" if key.endswith("vi") else "or"
            error.values[key] = f", {word} {said}"
        return error

    def larger(self, run: Run, *, with_bars: bool = False) -> dict[str, str]:
        """How to say which larger stock takes the run, with bars if need be; empty without one."""
        found = labels.smallest_larger(
            self.catalogue, run, self.stocks, self.words, self.templates, with_bars=with_bars
        )
        if found is None:
            return {}
        vi, en = saying.sizes(found.size)
        stock = f"--stock {found.name}"
        return {
            "larger_vi": f"dùng giấy {found.name} ({vi} mm: {stock})",
            "larger_en": f"use the stock {found.name} ({en} mm: {stock})",
        }


def _proven(
    values: SheetValues, pictures: Pictures, folders: theme.Folders
) -> tuple[Files, tuple[proof.Sheet, ...]]:
    """Both flavours in that theme, proven. Raises PressError."""
    templates = theme.typst_templates(folders)
    pdfs = {
        name: labels.print_labels(templates, values, flavour, pictures.get(flavour))
        for name, flavour in zip(("labels.pdf", "labels.office.pdf"), FLAVOURS, strict=True)
    }
    return pdfs, proof.prove(pdfs, values)


def folder_of(run: Run) -> str:
    """Where a run's files go below output/: the product, its lot, the design, stock and pack."""
    lot = f"{run.lot}/" if run.lot else ""
    pack = addresses.slugify(run.pack.net) if run.pack else ""
    parts = (run.design or "", run.stock.name, pack, _dpi(run), "proof" if run.proof else "")
    name = "-".join(part for part in parts if part)
    return f"labels/{run.product.slug}/{lot}{name}"


def with_lot(catalogue: Catalogue, run: Run) -> tuple[Run, tuple[Finding, ...]]:
    """The run with its lot's dates, and what is wrong with the lot."""
    product, wanted = run.product, run.lot
    at = (product.source, START)
    if wanted is None or product.group == TOURISM_GROUP:
        return replace(run, lot=None), ()
    known = {lot.lot: lot for lot in catalogue.lots.get(product.slug, ())}
    values = {"found": wanted, "product": product.slug}
    if wanted not in known:
        # The nearest lot may be one that was recalled: only the same lot in other signs is named.
        values["closest"] = Alike(known).to(wanted)
    if not values.get("closest") and not is_lot(wanted):
        return run, (Finding.of(*at, LOT_FORM, found=wanted),)
    if not known:
        return run, (Finding.of(*at, LOT_UNLISTED, **values),)
    if wanted not in known:
        return run, (Finding.of(*at, LOT_UNKNOWN, **values),)
    lot = known[wanted]
    if lot.recalled:
        return run, (Finding.of(*at, LOT_STOPPED, found=wanted, status=lot.status.value),)
    produced = run.produced or lot.produced
    dated = replace(run, produced=produced, best_before=run.best_before or lot.best_before)
    return dated, tuple(_other_days(dated, lot))


def off_the_sheet(run: Run, source: str) -> Iterator[Finding]:
    """Yield a finding where the run's offset moves print off the printable part of its sheet."""
    least, most = largest_offset(run.stock)
    if not all(a <= b <= c for a, b, c in zip(least, run.offset, most, strict=True)):
        yield Finding.of(
            source,
            START,
            LABEL_OFFSET,
            found="{:g},{:g}".format(*run.offset),
            stock=run.stock.name,
            least="{:g},{:g}".format(*least),
            most="{:g},{:g}".format(*most),
        )


def _other_days(run: Run, lot: Lot) -> Iterator[Finding]:
    """Yield a warning for each day of the run that its lot's page gives otherwise."""
    for key, option in (("produced", "produced"), ("best_before", "best-before")):
        found, listed = getattr(run, key), getattr(lot, key)
        if listed and found != listed:
            days = {"found": saying.day(found), "listed": saying.day(listed)}
            values = {"lot": lot.lot, "key": key, "option": option, "product": run.product.slug}
            yield Finding.of(run.product.source, START, LOT_DAY_OTHER, **values, **days)


def _unpriced(run: Run) -> Iterator[Finding]:
    """Yield a finding where the card would show no price of a pack."""
    without = [each.net for each in run.packs if each.price is None]
    if without or not run.packs:
        yield Finding.of(
            run.product.source, ("packs",), CARD_PRICE_MISSING, found=", ".join(without) or "–"
        )


def _dpi(run: Run) -> str:
    return f"{run.dpi}dpi" if run.dpi != run.stock.dpi[0] else ""
