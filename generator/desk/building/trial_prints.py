"""Whether a project's own theme can be printed: one thing of each kind is made on trial."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from generator import theme
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.model import Catalogue, Site, Status
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_press import TEMPLATE_FAULT
from generator.desk.content import Content
from generator.desk.options import Order
from generator.desk.template_check import theme_hash
from generator.desk.theme_check import unusable
from generator.desk.today import printing_day
from generator.desk.version import program_version
from generator.engine.artifact import Artifact, Folders, InputError
from generator.engine.processes import SideProcess
from generator.engine.store import Store
from generator.shipped import is_shipped_theme
from generator.theme.errors import shown_path
from generator.theme.own_files import own_files

PRINTED = "tried-theme.json"
"""The last theme of which all kinds of print could be made, by its hash."""
_OF_PRINT = (
    *("press/*.typ", "press/*.toml", "strings/press.*.toml", "static/icon.svg"),
    "theme.toml",
)
_IN_TEMPLATE = re.compile(r"(?P<file>[\w.-]+\.typ):(?P<line>\d+):(?P<column>\d+): ")
"""How Typst says where something is wrong; its columns begin with 0."""
_FEW = 12
"""Products of a trial: a theme's colours and templates are the same for thousands."""


def with_trial_prints(order: Order, content: Content) -> Content:
    """The content with what keeps the project's own theme from being printed.

    Nothing is made where the theme has no colours, templates or words of print of its own, nor
    where this theme has been printed before.
    """
    if content.errors or content.catalogue is None:
        return content
    catalogue = order.ordered(content.catalogue)
    folders = theme.chain(catalogue.site.theme, order.theme_roots)
    if not _is_own(folders):
        return content
    store = Store(order.cache / PRINTED, program_version())
    found: tuple[Finding, ...] = ()
    try:
        prints = dict(_prints(catalogue, content, folders))
        site = catalogue.site.model_dump_json(include={"language", "labels", "press", "mark"})
        now = theme_hash(folders, site, *sorted(prints), of=_OF_PRINT)
        if store.read_json() == now:
            return content
        of_print = Folders(order.content.resolve(), folders, order.cache.resolve())
        # What typesets starts threads, after which this process couldn't be forked any more.
        with SideProcess(
            partial(_faults, tuple(prints.values()), of_print, catalogue.site)
        ) as aside:
            found = next(aside)
    except theme.ThemeError as error:
        found = (unusable(catalogue.site, error),)
    if not found:
        store.keep_json(now)
    placed = content.placed(found)
    return replace(content, problems=tuple(sorted((*content.problems, *placed))))


def _is_own(folders: theme.Folders) -> bool:
    """Whether the project has a theme that print is other in than in the program's."""
    own = [each for each in folders if not is_shipped_theme(each)]
    coloured = any(theme.manifest(each).colours for each in own)
    return coloured or any(path for each in own for path in own_files(each, *_OF_PRINT[:-1]))


def _faults(
    prints: Sequence[Artifact], folders: Folders, site: Site
) -> Iterator[tuple[Finding, ...]]:
    """Yield once what keeps them from being printed, each cause of a file once."""
    from generator.press.typesetter import PressError

    found: dict[tuple[str, str], Finding] = {}
    for each in prints:
        try:
            with suppress(InputError):  # a photo's fault, which is told of it
                each.make(each.values, folders)
        except PressError as error:
            told = _at_its_line(error.finding, folders.theme)
            found.setdefault((told.file, error.rule.code), told)
        except theme.ThemeError as error:
            found.setdefault((site.source, error.en), unusable(site, error))
    yield tuple(found.values())


def _at_its_line(finding: Finding, folders: theme.Folders) -> Finding:
    """What is wrong with a template of the project's own, at its line; else the same."""
    said = finding.values.get("found", "")
    at = _IN_TEMPLATE.match(said)
    if finding.rule is not TEMPLATE_FAULT or at is None:
        return finding
    path = theme.find(folders, f"press/{at['file']}")
    if is_shipped_theme(path):
        return finding
    place = Position(int(at["line"]), int(at["column"]) + 1)
    values = {**finding.values, "found": said[at.end() :]}
    return replace(finding, file=shown_path(path), at=place, values=values)


def _prints(
    catalogue: Catalogue, content: Content, folders: theme.Folders
) -> Iterator[tuple[str, Artifact]]:
    """Yield one of each kind that a build would make, with few products, by its name."""
    from generator.press import brochures, labels, pieces
    from generator.press import print_values as facts
    from generator.press.lettered import lettered
    from generator.press.selection import Stand
    from generator.press.usual import usual_stock

    worded, lapsed = lettered(catalogue), not_held(catalogue, printing_day())
    told = set[str]()
    stand = Stand(content.pictures, lapsed)
    for piece, chosen in pieces.with_products(worded, folders, stand, worded.site.language):
        if piece.format.key not in told:
            told.add(piece.format.key)
            few = replace(chosen, shown=chosen.shown[:_FEW])
            yield piece.format.key, brochures.plan_one(worded, piece, few, folders)
    yield from _pictures(worded, folders)
    stock = usual_stock(catalogue.site, content.stocks)
    for product in worded.products:
        sold = product.status is Status.CERTIFIED and product.slug not in lapsed
        if sold and facts.scan_url(worded, product):
            sheet = labels.plan_sheet(worded, product, folders, stock)
            yield f"labels {stock.name}", replace(sheet, values={**sheet.values, "count": 1})
            return


def _pictures(catalogue: Catalogue, folders: theme.Folders) -> Iterator[tuple[str, Artifact]]:
    """Yield what Typst draws for screens: a share card, and the icon."""
    from generator.pictures import cards, icons

    site = catalogue.site
    card = cards.Card(site=site.name, name=site.tagline or site.name, place=site.area or "")
    for first in catalogue.products[:1]:
        made_by = catalogue.producers[first.producer].name
        card = replace(card, name=first.name, producer=made_by, stars=first.stars)
    templates = theme.typst_template_files(folders)
    yield "card", cards.plan(None, site.language, site.source, card, None, Path(), templates)
    yield from (("icon", each) for each in islice(icons.icons(site.source, folders), 1))
