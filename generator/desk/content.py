"""Reads a project and says everything that is wrong with it: what `build` and `check` share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator import addresses, theme
from generator.catalogue import settings_files
from generator.catalogue.judging.lapsing import lapse_findings, not_held
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START, KeyPath
from generator.catalogue.problems.problem import (
    Problem,
    Severity,
)
from generator.catalogue.problems.rules_drafts import DRAFT_RECALLED
from generator.catalogue.problems.rules_lost import ADDRESS_DRAFT
from generator.catalogue.problems.rules_pages import ADDRESS_RESERVED
from generator.catalogue.reading import publish_file
from generator.catalogue.reading.lot_files import lots_of
from generator.catalogue.reading.reader import (
    NO_CACHE,
    MarkdownCache,
    Positions,
    errors_in,
    read,
)
from generator.catalogue.reading.unread_files import clash_findings, unread_findings
from generator.desk.markdown_cache import StoredMarkdown
from generator.desk.options import Order
from generator.desk.photos import SMALLEST_FOR_PRINT, PhotoCache, look_at_all
from generator.desk.printed import printed_findings, was_printed
from generator.desk.site_plan import site_plan
from generator.desk.theme_check import theme_findings, unusable
from generator.desk.today import printing_day
from generator.desk.version import program_version
from generator.engine import Plan, spread
from generator.engine.processes import SideProcess
from generator.engine.store import Store
from generator.engine.tree import (
    Stamp,
    listing,
)
from generator.pictures.picture import Picture
from generator.press import (
    edition_list,
    left_out,
    own_mark,
    own_stocks,
    pieces,
    resolution,
    trial,
    usual,
)
from generator.press.brand import logo_findings
from generator.press.finishing import own_profile
from generator.press.formats import formats
from generator.press.lettered import lettered
from generator.press.selection import Stand
from generator.press.stocks import Stock, shipped
from generator.press.tried import Tried, UntriedError
from generator.web.kinds import KINDS, PAGE, PRODUCT
from generator.web.paths import claimed, languages_of, reserved

if TYPE_CHECKING:
    from generator.desk.building.published_pages import PublishedPages

_Findings = Callable[[], tuple[Finding, ...]]
PHOTOS = "photos.json"
"""What is known of each photo, in the cache."""
MARKDOWN = "markdown"
"""What was read of each Markdown file, a folder of the cache."""
TRIED = "tried.json"
"""Which prints were set on trial and had room, in the cache."""

_OF_OTHERS = frozenset({ADDRESS_DRAFT, DRAFT_RECALLED})
"""Warnings that stand at a draft, and are about what has been published or sold."""


@dataclass(frozen=True, slots=True)
class Content:
    """What was read; `catalogue` is None where not even the site's own file can be read.

    `digests` are hashes of files' bytes, as `Reading` has them. `site` is the plan of the site,
    which only a project that has printed, and has no error, needs this early, and `pages` its
    addresses, where somebody has held them against those of the last build. `product_files` counts
    all products, also those that can't be read, but for drafts.

    The catalogue has no `drafts`, of which these are the files' names, unless they were asked for.
    """

    catalogue: Catalogue | None
    pictures: dict[str, Picture]
    problems: tuple[Problem, ...]
    digests: Mapping[str, str] = field(default_factory=dict)
    stocks: Mapping[str, Stock] = field(default_factory=shipped)
    positions: Positions = field(default_factory=lambda: Positions(Path()))
    site: Plan | None = None
    pages: PublishedPages | None = None
    product_files: int = 0
    drafts: frozenset[str] = frozenset()

    @property
    def language(self) -> Language:
        """The site's own, as far as it could be read."""
        return self.catalogue.site.language if self.catalogue else "vi"

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems don't."""
        return len(self.problems) - self.errors

    @property
    def doubts(self) -> int:
        """How many warnings there are of what is published: a file in work may be unfinished."""
        return sum(
            each.severity is Severity.WARNING and not self._waits(each) for each in self.problems
        )

    def _waits(self, problem: Problem) -> bool:
        """Whether it is of a draft, or of its words in another language, and of nothing else."""
        if problem.rule in _OF_OTHERS:
            return False
        file = re.sub(r"\.(?:en|vi)\.md$", ".md", problem.path)
        slug = lots_of(problem.path)
        return file in self.drafts or f"content/products/{slug}.md" in self.drafts

    def placed(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """The findings with the lines and columns of their keys: what can be told an editor."""
        return tuple(map(self.positions.placed, findings))


def read_content(order: Order, stamps: Mapping[str, Stamp], texts: Path | None = None) -> Content:
    """What `load` gives for an order; `stamps` and `texts` as it wants them."""
    return load(
        order.root,
        order.jobs,
        stamps,
        base_url=order.base_url,
        theme=order.theme,
        texts=texts,
    )


def load(
    root: Path,
    jobs: int = 1,
    stamps: Mapping[str, Stamp] | None = None,
    *,
    base_url: str | None = None,
    theme: str | None = None,
    today: date | None = None,
    texts: Path | None = None,
    with_drafts: bool = False,
    stand_ins: bool = False,
    markdown: MarkdownCache | None = None,
    proposed: Mapping[str, bytes] = MappingProxyType({}),
    errors_only: bool = False,
) -> Content:
    """Read everything under the project's root, photos included, with so many processes.

    `stamps` are those of the files below content/, by path there, if somebody has just looked.
    `base_url` is where the site will live, and `theme` the one it wears, where those are not as the
    content says; `today` is the day by which certificates are judged, without one that of printing.
    `texts` is another root, from whose content/ everything but photos and the ledger is read.
    `with_drafts` is for a preview: the catalogue has files in work too, and their pages say so;
    with `stand_ins` also those that lack facts, with something in place of these.
    `markdown` remembers what was read of Markdown files; without it the project's cache does.
    `proposed` are bytes by name that stand in for such files, to see what would be wrong with them.
    With `errors_only` no warning is looked for where that takes time, and none is told.
    """
    cache = root / ".cache"
    known = listing(root / "content") if stamps is None else stamps
    over = spread(jobs)
    read_before = stored_markdown(root, known) if markdown is None else markdown
    day = today or printing_day()
    markdown = NO_CACHE if texts else read_before
    reading = read(
        texts or root, markdown, over, day, proposed, errors_only=errors_only, stand_ins=stand_ins
    )
    judged = reading.preview if with_drafts else reading.catalogue
    reading = replace(reading, catalogue=reading.seen if with_drafts and stand_ins else judged)
    named = tuple(map(reading.positions.placed, _file_findings(known)))
    of_pictures = PhotoCache(cache / PHOTOS, program_version(), known)
    pictures, of_photos = look_at_all(reading, root / "content", of_pictures, over)
    if reading.catalogue is None or judged is None or reading.seen is None:
        of_photos_placed = map(reading.positions.placed, of_photos)
        told = tuple(sorted((*reading.problems, *named, *of_photos_placed)))
        return Content(None, {}, told, product_files=reading.product_files, drafts=reading.drafts)
    order = Order(root=root, output=root / "output", base_url=base_url, theme=theme)
    stocks, of_stocks = own_stocks.read((texts or root) / "content")
    to_print = order.ordered(judged), pictures, stocks, order, day, errors_only, jobs
    with _prints_tried(*to_print) as of_prints:
        findings = (
            *of_photos,
            *_alias_findings(reading.seen, reading.positions),
            *_name_findings(reading.seen),
            *lapse_findings(reading.preview or judged, day),
            *usual.findings(judged.site, stocks),
            *logo_findings(judged, (texts or root) / "content"),
            *own_profile.findings(judged.site, (texts or root) / "content"),
            *own_mark.findings(judged.site, root / "content"),
            *_format_findings(judged, order),
            *edition_list.read(order.content)[1],
            # Another theme, asked for on the command line, is no matter of the content.
            *(() if theme else theme_findings(reading.catalogue.site, order)),
            *of_prints(),
        )
    if errors_only:
        findings = tuple(errors_in(findings))
    wrong = {each.path for each in reading.problems if each.severity is Severity.ERROR}
    _, of_targets = publish_file.read((texts or root) / "content", root)
    placed = reading.positions.placed
    problems = (*reading.problems, *named, *map(placed, findings), *of_stocks, *of_targets)
    found = Content(
        reading.catalogue,
        pictures,
        problems,
        reading.digests,
        stocks,
        positions=reading.positions,
        product_files=reading.product_files,
        drafts=reading.drafts,
    )
    site, of_theme = _planned(found, order, day)
    of_print = printed_findings(root / "content", judged, base_url, wrong, site, reading.drafts)
    return replace(
        found, problems=tuple(sorted((*problems, *map(placed, (*of_theme, *of_print))))), site=site
    )


def stored_markdown(root: Path, stamps: Mapping[str, Stamp]) -> StoredMarkdown:
    """What the project's cache knows of Markdown files with these stamps."""
    return StoredMarkdown(root / ".cache" / MARKDOWN, program_version(), stamps)


def _file_findings(paths: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each file that nothing reads, or that some disks can't tell apart."""
    paths = [*paths]
    yield from unread_findings(paths, settings_files.ALL)
    yield from clash_findings(paths)


def _planned(content: Content, order: Order, day: date) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The site's plan where a printed address is to be looked up in it."""
    if content.errors or content.catalogue is None or not was_printed(order.content):
        return None, ()
    catalogue = order.ordered(content.catalogue)
    try:
        folders = theme.chain(catalogue.site.theme, order.theme_roots)
        pictures, digests = content.pictures, content.digests
        return site_plan(catalogue, pictures, digests, order.content, folders, day), ()
    except theme.ThemeError as error:
        return None, (unusable(catalogue.site, error),)


@contextmanager
def _trial(
    try_out: Callable[[Tried], Iterator[Finding]], cache: Path, jobs: int
) -> Iterator[_Findings]:
    """Begin a trial print, where there are several processes by one of its own; what it finds.

    What typesets starts threads, after which a process can't be forked any more, and workers that
    are no forks take long to begin.
    """
    version = program_version()
    store = Store(cache / TRIED, version)
    stored = store.read_json()
    known = [str(each) for each in stored] if isinstance(stored, list) else []
    try:
        before = tuple(try_out(Tried(version, known, setting=False)))
    except UntriedError:
        pass
    else:
        yield lambda: before
        return

    def at_once() -> Iterator[tuple[tuple[Finding, ...], tuple[str, ...]]]:
        tried = Tried(version, known)
        yield tuple(try_out(tried)), tried.known

    with SideProcess(at_once, alone=jobs == 1) as aside:

        def found() -> tuple[Finding, ...]:
            now, known_now = next(aside)
            store.keep_json(known_now)
            return now

        yield found


@contextmanager
def _prints_tried(
    catalogue: Catalogue,
    pictures: Mapping[str, Picture],
    stocks: Mapping[str, Stock],
    order: Order,
    day: date,
    errors_only: bool,
    jobs: int,
) -> Iterator[_Findings]:
    """Begin to find what printed formats have no room for, and what they leave out.

    The latter is no error. Nothing is found where the theme, of which is told, has no formats.
    """
    stand = Stand(pictures, not_held(catalogue, day))
    stock = usual.usual_stock(catalogue.site, stocks)
    with ExitStack() as opened:
        try:
            folders = theme.chain(catalogue.site.theme, order.theme_roots)
            printed = lettered(catalogue)
            wanted = pieces.of_build(printed, folders, printed.site.language)
            chosen = [(each, pieces.chosen_for(printed, each, stand)) for each in wanted]
            try_out = partial(trial.findings, printed, chosen, stand, folders, stock)
            without_room = opened.enter_context(_trial(try_out, order.cache, jobs))
        except theme.ThemeError:
            yield tuple
            return

        def found() -> tuple[Finding, ...]:
            sizes = {name: max(each.facts.size) for name, each in pictures.items()}
            small = [name for name, side in sizes.items() if side < SMALLEST_FOR_PRINT]
            told = dict.fromkeys(small, SMALLEST_FOR_PRINT)
            try:
                left = () if errors_only else (*left_out.findings(printed, chosen, day),)
                return (*left, *resolution.findings(chosen, told), *without_room())
            except theme.ThemeError:
                return ()

        yield found


def _format_findings(catalogue: Catalogue, order: Order) -> tuple[Finding, ...]:
    """What is wrong with the printed formats that site and fairs name, where there are any."""
    if not any(pieces.naming(catalogue)):
        return ()
    try:
        folders = theme.chain(catalogue.site.theme, order.theme_roots)
        return (*pieces.findings(catalogue, formats(folders)),)
    except theme.ThemeError:
        return ()  # told at the theme


def _alias_findings(catalogue: Catalogue, positions: Positions) -> tuple[Finding, ...]:
    own = catalogue.site.language
    targets = {each.slug: PRODUCT.page(each.slug, own) for each in catalogue.products}
    claims = addresses.claims(catalogue, targets)
    if not claims:
        return ()

    def place(file: str, at: KeyPath) -> str:
        return f"{file}:{positions.of(file, at).line}"

    pages = addresses.pages(catalogue, claimed(catalogue, KINDS))
    return addresses.faults(claims, pages, place)


def _name_findings(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each content page whose address is that of something else."""
    for language in languages_of(catalogue.site):
        taken = reserved(KINDS, language)
        for page in catalogue.pages:
            if page.slug in taken and language in (catalogue.site.language, *page.translations):
                found = f"/{PAGE.page(page.slug, language)}"
                yield Finding.of(page.source, START, ADDRESS_RESERVED, found=found)
