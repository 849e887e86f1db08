"""The verb `labels`: runs of labels, proven, entered in the ledger and written.

Everything is made and proven before anything is written; a run with an error leaves no file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.build import locked
from generator.build.manifest import add_guests
from generator.build.manifest import replace as write
from generator.catalogue.complaints import closest
from generator.catalogue.label_law import label_problems, language_problems, stars_problems
from generator.catalogue.models import Catalogue, Product, Status
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.problems import Problem, Severity
from generator.desk import ledger
from generator.desk.console import Desk
from generator.desk.content import Content, load
from generator.desk.order import Order
from generator.press import labels, proof, wording
from generator.press import theme as press_theme
from generator.press.run import CUSTOMARY, Run, sound_lot
from generator.press.stocks import Stock
from generator.press.typesetter import FLAVOURS, Flavour, PressError
from generator.web import theme

FINE, FAILED = 0, 1
Files = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Wish:
    """What an editor asks of `ocop labels`; `run` holds all but the product and the lot's dates."""

    order: Order
    products: tuple[str, ...]
    run: Run


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished run: its files by their path below output/, and what the proof measured."""

    run: Run
    files: Files
    sheets: tuple[proof.Sheet, ...]
    urls: tuple[str, ...]


class Workshop:
    """Where runs are made: the catalogue, the theme's templates and words, and every stock."""

    def __init__(self, content: Content, catalogue: Catalogue, order: Order) -> None:
        self.content = content
        self.catalogue = catalogue
        self.stocks: Mapping[str, Stock] = content.stocks
        folders = theme.chain(catalogue.site.theme, order.theme_roots)
        self.words = press_theme.words(folders)
        self.templates = press_theme.templates(folders)

    def problems(self, run: Run) -> Iterator[Problem]:
        """What stands against a run before anything is made: status, lot and law."""
        product, source = run.product, run.product.source
        if product.status is Status.WITHDRAWN:
            yield Problem.of(*self._at(source, "status"), "label-withdrawn")
        if not run.urls(self.catalogue.site.base_url):
            yield Problem.of(*self._at(source, "name"), "label-address-missing")
        if run.produced and run.best_before and run.best_before < run.produced:
            yield Problem.of(source, 1, 1, "lot-dates", found=run.lot or "")
        if "en" in run.languages and not self._has_english(product):
            yield Problem.of(*self._at(source, "name"), "label-english-missing")
        found = (
            label_problems(self.catalogue, product, run.on)
            if run.design == "label"
            else (*stars_problems(product, run.on), *language_problems(self.catalogue, product))
        )
        for path, key_path, rule, values in found:
            yield Problem.of(path, *self.content.positions.of(path, key_path), rule, **values)

    def _at(self, path: str, key: str) -> tuple[str, int, int]:
        return (path, *self.content.positions.of(path, (key,)))

    def _has_english(self, product: Product) -> bool:
        return self.catalogue.site.language == "en" or "en" in product.translations

    def designed(self, run: Run) -> Run:
        """The run with its design: the one asked for, else the fullest lawful one that fits."""
        if run.design:
            return run
        for design in CUSTOMARY:
            trial = replace(run, design=design)
            lawful = not any(p.severity is Severity.ERROR for p in self.problems(trial))
            if not lawful and design != CUSTOMARY[-1]:
                continue
            one = replace(trial, count=1, serials=_last(run.serials), skip=0)
            try:
                self.values(one, "press")
            except PressError:
                continue
            return trial
        return replace(run, design=CUSTOMARY[-1])

    def values(self, run: Run, flavour: Flavour) -> bytes:
        """One flavour of a run's PDF. Raises PressError."""
        values = labels.drawn(labels.values_of(self.catalogue, run, self.words))
        return labels.print_labels(self.templates, values, flavour)

    def print(self, run: Run) -> Printed:
        """Make both flavours of a run and prove them. Raises PressError with the way out."""
        try:
            values = labels.drawn(labels.values_of(self.catalogue, run, self.words))
            names = ("labels.pdf", "labels.office.pdf")
            pdfs = {
                name: labels.print_labels(self.templates, values, flavour)
                for name, flavour in zip(names, FLAVOURS, strict=True)
            }
            sheets = proof.prove(pdfs, values)
        except PressError as error:
            raise self._with_larger(error, run) from error
        folder = folder_of(run)
        files = {f"{folder}/{name}": pdf for name, pdf in pdfs.items()}
        files[f"{folder}/proof.json"] = proof.as_json(sheets)
        return Printed(run, files, sheets, run.urls(self.catalogue.site.base_url))

    def _with_larger(self, error: PressError, run: Run) -> PressError:
        if error.rule not in {"label-overflow", "code-overflow"}:
            return error
        larger = labels.smallest_larger(
            self.catalogue, run, self.stocks, self.words, self.templates
        )
        if larger:
            size = f"{larger.name} ({larger.size[0]:g} × {larger.size[1]:g} mm)"
            error.values["larger_vi"] = f", hoặc dùng giấy {size}"
            error.values["larger_en"] = f", or use the stock {size}"
        return error


def labels_of(wish: Wish) -> int:
    """Make what is asked for, or say why not."""
    desk = Desk(wish.order.language or "vi")
    try:
        with locked(wish.order.cache / "lock", desk.waiting):
            return _make(wish)
    except OSError as error:
        desk.unwritable(error)
        return FAILED


def folder_of(run: Run) -> str:
    """Where a run's files go below output/: the product, its lot, the design and the stock."""
    lot = f"{run.lot}/" if run.lot else ""
    parts = (run.design or "", run.stock.name, _dpi(run), "proof" if run.proof else "")
    name = "-".join(part for part in parts if part)
    return f"labels/{run.product.slug}/{lot}{name}"


def chosen(catalogue: Catalogue, names: Sequence[str]) -> tuple[Product, ...]:
    """The products of those slugs. Raises KeyError with the name that is none, and the closest."""
    found = []
    for name in names:
        product = catalogue.by_slug.get(name)
        if product is None:
            raise KeyError(name, closest(name, catalogue.by_slug))
        found.append(product)
    return tuple(found)


def law_of(wish: Wish) -> int:
    """Say what the full labels of these products (or all that are no service) lack by law."""
    desk, workshop = opened(wish)
    if workshop is None:
        return FAILED
    catalogue = workshop.catalogue
    products = chosen(catalogue, wish.products) or tuple(
        each for each in catalogue.products if each.group != TOURISM_GROUP
    )
    problems, ready = [], 0
    for product in products:
        found = [*workshop.problems(replace(wish.run, product=product, design="label"))]
        ready += not any(problem.severity is Severity.ERROR for problem in found)
        problems += found
    desk.problems(tuple(problems))
    desk.say(
        f"{ready}/{len(products)} sản phẩm đủ mục luật đòi trên nhãn hàng hóa.",
        f"{ready} of {len(products)} products have all that the law asks of a label.",
    )
    return FINE if ready == len(products) else FAILED


def outline_of(wish: Wish) -> int:
    """Write the stock's test grid, for no product in particular."""
    desk, workshop = opened(wish)
    if workshop is None:
        return FAILED
    stock, site = wish.run.stock, workshop.catalogue.site.name
    path = f"labels/outline/{stock.name}.pdf"
    pdf = labels.outline(workshop.templates, workshop.words, stock, wish.run.offset, site)
    add_guests(wish.order.output, [path])
    write(wish.order.output / path, pdf)
    where = wish.order.output / path
    desk.say(
        f"Khung thử của {stock.name}: {where}. In trên giấy thường, đúng 100 %.",
        f"Test grid of {stock.name}: {where}. Print it on plain paper at 100 %.",
    )
    return FINE


def opened(wish: Wish) -> tuple[Desk, Workshop | None]:
    """The desk and the workshop; None where the content or the theme is wrong, then said."""
    content = load(wish.order.root)
    catalogue = content.catalogue
    desk = Desk(wish.order.language or (catalogue.site.language if catalogue else "vi"))
    if content.errors or catalogue is None:
        desk.problems(tuple(p for p in content.problems if p.severity is Severity.ERROR))
        desk.refused(content)
        return desk, None
    wanted = {"base_url": wish.order.base_url, "theme": wish.order.theme}
    given = {key: value.rstrip("/") for key, value in wanted.items() if value}
    site = catalogue.site.model_copy(update=given)
    try:
        return desk, Workshop(content, catalogue.model_copy(update={"site": site}), wish.order)
    except theme.ThemeError as error:
        desk.refuse(f"Không dùng được giao diện: {error}", f"The theme can't be used: {error}")
        return desk, None


def _make(wish: Wish) -> int:
    desk, workshop = opened(wish)
    if workshop is None:
        return FAILED
    done, sound = [], True
    for product in chosen(workshop.catalogue, wish.products):
        printed = _one(workshop, desk, replace(wish.run, product=product), wish.order.strict)
        sound = sound and printed is not None
        done += [printed] if printed else []
    if not sound:
        desk.refuse("Chưa ghi gì cả.", "Nothing was written.")
        return FAILED
    try:
        _keep(done, wish.order, desk)
    except ledger.LedgerError as error:
        desk.refuse(str(error), str(error))
        return FAILED
    return FINE


def _one(workshop: Workshop, desk: Desk, asked: Run, strict: bool) -> Printed | None:
    """One product's run, made and proven; None where something stands against it, then said."""
    run, of_lot = with_lot(workshop.catalogue, asked)
    run = workshop.designed(run)
    problems = (*of_lot, *workshop.problems(run))
    desk.problems(problems)
    if any(_stops(problem, run, strict) for problem in problems):
        return None
    try:
        printed = workshop.print(run)
    except PressError as error:
        desk.problems((error.problem,))
        return None
    if left_out := _bars_left_out(workshop, printed):
        desk.problems((left_out,))
    return printed


def _stops(problem: Problem, run: Run, strict: bool) -> bool:
    """Whether it stops the run: a trial goes ahead of what the label still lacks."""
    if problem.severity is Severity.WARNING:
        return strict
    return not (run.proof and problem.rule == "label-fact-missing")


def _bars_left_out(workshop: Workshop, printed: Printed) -> Problem | None:
    run = printed.run
    bars = wording.bars(run.product, workshop.words)
    if run.design != "label" or bars is None or printed.sheets[0].code.bars:
        return None
    at = (run.product.source, *workshop.content.positions.of(run.product.source, ("gtin",)))
    return Problem.of(*at, "label-bars-left-out", found=bars["digits"])


def with_lot(catalogue: Catalogue, run: Run) -> tuple[Run, tuple[Problem, ...]]:
    """The run with its lot's dates, and what is wrong with the lot."""
    product, wanted = run.product, run.lot
    at = (product.source, 1, 1)
    if wanted is None or product.group == TOURISM_GROUP:
        return replace(run, lot=None), ()
    if not sound_lot(wanted):
        return run, (Problem.of(*at, "lot-form", found=wanted),)
    known = {lot.lot: lot for lot in getattr(catalogue, "lots", {}).get(product.slug, ())}
    if not known:
        dated = run.produced or run.best_before
        values = {"found": wanted, "product": product.slug}
        return run, () if dated else (Problem.of(*at, "lot-unlisted", **values),)
    if wanted not in known:
        values = {"found": wanted, "product": product.slug, "closest": closest(wanted, known)}
        return run, (Problem.of(*at, "lot-unknown", **values),)
    lot = known[wanted]
    status = str(getattr(lot, "status", "") or "")
    if status in {"recalled", "withdrawn", "stopped"}:
        return run, (Problem.of(*at, "lot-stopped", found=wanted, status=status),)
    produced = run.produced or _day(lot.produced)
    return replace(run, produced=produced, best_before=run.best_before or _day(lot.best_before)), ()


def _day(value: object) -> date | None:
    """A lot's date where it is one whole day; a label prints no part of one."""
    if isinstance(value, date):
        return value
    first, last = getattr(value, "first_day", None), getattr(value, "last_day", None)
    return first if first is not None and first == last else None


def _keep(done: Sequence[Printed], order: Order, desk: Desk) -> None:
    """Enter real runs in the ledger, then write all files: nothing is printed unrecorded."""
    real = [printed for printed in done if not printed.run.proof]
    if real:
        ledger.enter(order.content, [_entry(printed) for printed in real])
    paths = [path for printed in done for path in printed.files]
    add_guests(order.output, paths)
    for printed in done:
        for path, content in printed.files.items():
            write(order.output / path, content)
        _tell(printed, order.output, desk)
    if real:
        desk.say(
            f"Đã ghi {len(real)} lượt in vào {order.content / ledger.FILE}.",
            f"Entered {len(real)} printings in {order.content / ledger.FILE}.",
        )


def _entry(printed: Printed) -> ledger.Printing:
    run = printed.run
    address = printed.urls[0].rpartition("/21/")[0] if run.serials else printed.urls[0]
    return ledger.Printing(
        printed_on=run.on,
        address=address,
        product=run.product.slug,
        lot=run.lot,
        serials=f"{run.serials[0]}-{run.serials[1]}" if run.serials else None,
        quantity=run.labels,
        what=f"{run.design} {run.stock.name}",
    )


def _tell(printed: Printed, output: Path, desk: Desk) -> None:
    run, sheet = printed.run, printed.sheets[0]
    code = sheet.code
    folder = output / folder_of(run)
    desk.say(
        f"{run.product.slug}: {sheet.labels} nhãn “{run.design}” trên {sheet.pages} trang "
        f"{run.stock.name}, đọc lại được {sheet.read}/{sheet.labels} mã → {code.address}",
        f"{run.product.slug}: {sheet.labels} labels “{run.design}” on {sheet.pages} pages of "
        f"{run.stock.name}, {sheet.read}/{sheet.labels} codes read back → {code.address}",
    )
    desk.say(
        f"  ô {code.module_mm:g} mm = {code.dots_per_module:g} chấm ở {sheet.dpi} dpi, mức "
        f"{code.level}; viền trắng {code.quiet_zone_modules:g} ô; tương phản {code.contrast:.0%}; "
        f"chữ nhỏ nhất {sheet.smallest_letter_mm:g} mm → {folder}",
        f"  module {code.module_mm:g} mm = {code.dots_per_module:g} dots at {sheet.dpi} dpi, level "
        f"{code.level}; quiet zone {code.quiet_zone_modules:g} modules; contrast "
        f"{code.contrast:.0%}; smallest letters {sheet.smallest_letter_mm:g} mm → {folder}",
    )


def _dpi(run: Run) -> str:
    return f"{run.dpi}dpi" if run.dpi != run.stock.dpi[0] else ""


def _last(serials: tuple[int, int] | None) -> tuple[int, int] | None:
    return (serials[1], serials[1]) if serials else None
