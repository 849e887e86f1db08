"""The work behind the verb `build`, where something has changed."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator import __version__, theme
from generator.catalogue.judging.lapsing import change_after
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START
from generator.catalogue.problems.problem import Severity
from generator.catalogue.problems.rules_addresses import ADDRESS_DUPLICATE, ADDRESS_UNSAFE
from generator.desk import passport
from generator.desk.building.build_outcome import BuildOutcome
from generator.desk.building.build_record import BuiltSite, forget
from generator.desk.building.for_hosts import with_host_findings
from generator.desk.building.garbage import without_collecting
from generator.desk.building.going_on import Rest, forget_rest, last_published, rest_of
from generator.desk.building.handed_codes import remember_codes
from generator.desk.building.last_published import Mended
from generator.desk.building.lost_addresses import with_lost_addresses
from generator.desk.building.of_print import (
    hinders_print_alone,
    wants_site_without_print,
    without_errors,
)
from generator.desk.building.plan import plan
from generator.desk.building.published_pages import PublishedPages
from generator.desk.building.summary import Summary
from generator.desk.building.up_to_date import Inputs
from generator.desk.content import MARKDOWN, PHOTOS, Content, read_content
from generator.desk.options import (
    FIRST,
    Order,
)
from generator.desk.photos import findings_of_failed
from generator.desk.reporting import FAILED, FINE, PARTLY, Reporter
from generator.desk.site_size import SiteSize
from generator.desk.today import printing_day
from generator.desk.version import program_version
from generator.engine import (
    Clash,
    Folders,
    Plan,
    PublishedError,
    clashes,
    outside,
    write,
)
from generator.engine.engine import Engine, Outcome
from generator.engine.manifest import load_inventory
from generator.engine.tree import Trees

_SITE_ALONE = (
    "Lỗi chỉ ở bản in: ocop build --only site vẫn làm trang web.",
    "Only print has errors: ocop build --only site makes the site all the same.",
)


class Stopwatch:
    """Seconds per stage, for the report and the summary."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        start = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - start, 3)


def make(order: Order, inputs: Inputs, survey: Iterator[Trees], reporter: Reporter) -> BuildOutcome:
    """Read, plan, make and publish; where something is wrong, it has been said.

    `inputs` are the files as they stood before, `survey` the look at the output. Raises EditedError
    where content/ has been edited since, before anything is said of it or published.
    """
    watch = Stopwatch()
    if order.clean:
        (order.cache / PHOTOS).unlink(missing_ok=True)
        shutil.rmtree(order.cache / MARKDOWN, ignore_errors=True)
    with watch.stage("read"), without_collecting():
        read = with_lost_addresses(order, read_content(order, inputs.content))
        content = with_host_findings(order, read)
    if content.errors:
        inputs.still()
    reporter = reporter.speaking(order.language or content.language)
    reporter.problems(content.problems)
    if wants_site_without_print(order, content):
        return _site_alone(order, content, inputs, survey, reporter, watch)
    rest = rest_of(order, content, inputs.content) if content.errors and order.keep_going else None
    sound = rest.content if rest else content
    try:
        if sound.errors or (order.strict and content.doubts) or sound.catalogue is None:
            reporter.refused(content)
            if hinders_print_alone(content):
                reporter.say(*_SITE_ALONE)
            return BuildOutcome(FAILED, content.problems)
        texts = rest.texts if rest else None
        outcome = _made(order, sound, sound.catalogue, inputs, survey, reporter, watch, texts)
    finally:
        if order.keep_going:
            forget_rest(order)
    if rest is None:
        return outcome
    outcome = replace(outcome, behind=rest.texts.behind, site=_around(outcome.site, content, rest))
    if outcome.status == FINE:
        reporter.went_on(rest.texts.kept, rest.texts.left_out, rest.photos)
        return replace(outcome, status=PARTLY, problems=content.problems, summary=None, trees={})
    return outcome


def _site_alone(
    order: Order,
    content: Content,
    inputs: Inputs,
    survey: Iterator[Trees],
    reporter: Reporter,
    watch: Stopwatch,
) -> BuildOutcome:
    """Make the site of content with which only print can't be made, and leave print as it is."""
    order = replace(order, only=FIRST)
    sound = with_lost_addresses(order, without_errors(content))
    lost = tuple(each for each in sound.problems if each not in content.problems)
    reporter.problems(lost)
    problems = (*content.problems, *lost)
    if sound.catalogue is None or (order.strict and sound.doubts):
        reporter.refused(content)
        return BuildOutcome(FAILED, problems)
    outcome = _made(order, sound, sound.catalogue, inputs, survey, reporter, watch)
    if outcome.status != FINE:
        return outcome
    reporter.refuse(
        "Trang web đã làm xong. Tem nhãn và tờ bướm để nguyên như lần trước vì các lỗi trên: sửa "
        "xong hãy chạy lại ocop build.",
        "The site is done. Labels and leaflets are as they were, for the errors above: mend them "
        "and run ocop build again.",
    )
    wrong = tuple(sorted({p.path for p in content.problems if p.severity is Severity.ERROR}))
    site = outcome.site and replace(outcome.site, wrong=wrong)
    return replace(outcome, status=PARTLY, problems=problems, summary=None, trees={}, site=site)


def _around(site: BuiltSite | None, content: Content, rest: Rest) -> BuiltSite | None:
    """The site with what was broken while it was built."""
    wrong = {each.path for each in content.problems if each.severity is Severity.ERROR}
    return site and replace(
        site,
        wrong=tuple(sorted(wrong)),
        kept=rest.texts.kept,
        left_out=rest.texts.left_out,
        photos=rest.photos,
    )


def _made(
    order: Order,
    content: Content,
    found: Catalogue,
    inputs: Inputs,
    survey: Iterator[Trees],
    reporter: Reporter,
    watch: Stopwatch,
    texts: Mended | None = None,
) -> BuildOutcome:
    """Plan, make and publish `found`, the catalogue of content without errors.

    `texts` are what it was read from, where that is not all of content/: no page goes for want of
    the unsure ones, which may have been published and are broken now.
    """
    catalogue = order.ordered(found)
    try:
        chain = theme.chain(catalogue.site.theme, order.theme_roots)
        with watch.stage("plan"), without_collecting():
            planned = plan(catalogue, content, order.content, chain, order.scopes, printing_day())
    except theme.ThemeError as error:
        reporter.refuse(
            f"Không dùng được giao diện: {error.vi}", f"The theme can't be used: {error.en}"
        )
        return BuildOutcome(FAILED, content.problems)
    wrong = tuple(_stray(*each) for each in outside(planned.artifacts, order.scopes))
    wrong = wrong or tuple(map(_clashing, clashes(planned.artifacts)))
    if wrong:
        strays = content.placed(wrong)
        reporter.problems(strays)
        return BuildOutcome(FAILED, (*content.problems, *strays))
    if texts and texts.unsure and (lost := _lost_pages(order, planned)):
        reporter.would_lose(texts.unsure, lost)
        return BuildOutcome(FAILED, content.problems)
    remember_codes(order, found, catalogue, reporter)
    with watch.stage("make"):
        behind = texts.behind if texts else frozenset[str]()
        # They take much room: nobody has them while pages are made.
        pages = cache(lambda: content.pages or PublishedPages.of(found, found.site.base_url))
        outcome = _run(order, chain, planned, reporter, survey, inputs, behind, pages)
    if outcome.held != tuple(sorted(order.scopes)):
        try:
            _report(order, catalogue, content, outcome, watch)
        except OSError as error:
            raise PublishedError.after(error) from error
    published = FIRST in order.scopes and FIRST not in outcome.held
    site = BuiltSite(catalogue.site.base_url, _days(catalogue)) if published else None
    out = pages() if published else None
    if outcome.failed:
        told = (made.finding for made in outcome.failed if isinstance(made.finding, Finding))
        of_photos = findings_of_failed(outcome.failed, catalogue)
        failed = tuple(dict.fromkeys(content.placed((*of_photos, *told))))
        reporter.problems(failed)
        reporter.failed(outcome, order.output)
        told_problems = (*content.problems, *failed)
        return BuildOutcome(FAILED, told_problems, published=published, site=site, pages=out)
    summary = _summary(reporter.language, catalogue, content, outcome)
    reporter.built(summary, order.output, sum(watch.seconds.values()))
    return BuildOutcome(
        FINE, content.problems, summary, outcome.trees, published, site=site, pages=out
    )


def _lost_pages(order: Order, planned: Plan) -> tuple[str, ...]:
    """The pages that are published and that the plan doesn't have."""
    kept = {path for artifact in planned.artifacts for path in artifact.paths}
    pages = (path for path in load_inventory(order.output) if path.endswith(".html"))
    return tuple(
        sorted(
            path
            for path in pages
            if path not in kept
            and path.partition("/")[0] in order.scopes
            and (order.output / path).is_file()
        )
    )


def _summary(
    language: Language, catalogue: Catalogue, content: Content, outcome: Outcome
) -> Summary:
    size = SiteSize.of(outcome.trees.get(FIRST, {}))
    return Summary(
        language=language,
        products=len(catalogue.products),
        written=len(outcome.written),
        unchanged=len(outcome.unchanged),
        removed=len(outcome.removed),
        site_files=size.files,
        site_bytes=size.bytes,
        warnings=tuple(problem.line_in(language) for problem in content.problems),
        strangers=outcome.strangers,
        days=_days(catalogue),
        placeholder=catalogue.site.base_url if catalogue.site.placeholder_host else None,
    )


def _days(catalogue: Catalogue) -> tuple[str, str]:
    """Today, and the first day on which a certificate makes a difference, if there is one."""
    today = printing_day()
    change = change_after(catalogue, today)
    return today.isoformat(), change.isoformat() if change else ""


def _run(
    order: Order,
    chain: tuple[Path, ...],
    planned: Plan,
    reporter: Reporter,
    survey: Iterator[Trees],
    inputs: Inputs,
    behind: frozenset[str],
    pages: Callable[[], PublishedPages],
) -> Outcome:
    def ahead(scopes: frozenset[str]) -> None:
        # Before it is published: whoever kills the build then loses nothing that has gone out.
        if FIRST in scopes:
            last_published(order).remember(order.content, inputs.content, behind, ahead=True)
            before = PublishedPages.last(order)
            if (both := pages().on_the_way(before)) != before:
                both.remember(order)
            forget(order)

    with reporter.progress("Đang làm", "Making", len(planned.artifacts)) as advance:
        engine = Engine(
            output=order.output,
            cache=order.output_cache,
            folders=Folders(order.content.resolve(), chain, order.cache.resolve()),
            version=program_version(),
            jobs=order.jobs,
            scopes=order.scopes,
            on_made=lambda _: advance(1),
            executor=order.executor,
            cluster=order.cluster,
            first=FIRST,
            confirm=inputs.still,
            ahead=ahead,
        )
        return engine.run(planned, survey)


def _stray(path: str, source: str) -> Finding:
    return Finding.of(source, START, ADDRESS_UNSAFE, found=path)


def _clashing(clash: Clash) -> Finding:
    first, second = clash.sources
    return Finding.of(second, START, ADDRESS_DUPLICATE, found=clash.path, other=first)


def _report(
    order: Order, catalogue: Catalogue, content: Content, outcome: Outcome, watch: Stopwatch
) -> None:
    report = {
        "version": __version__,
        "products": len(catalogue.products),
        "files": len(outcome.written) + len(outcome.unchanged),
        "site": SiteSize.of(outcome.trees.get(FIRST, {})).as_report(),
        "written": list(outcome.written),
        "unchanged": len(outcome.unchanged),
        "removed": list(outcome.removed),
        "strangers": list(outcome.strangers),
        "held": list(outcome.held),
        "failed": [made.artifact.paths[0] for made in outcome.failed],
        "warnings": [p.line_in(catalogue.site.language) for p in content.problems],
        "passports": passport.report(catalogue),
        "seconds": watch.seconds,
    }
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    # The name of a stranger's file need not be UTF-8.
    write(order.output / "report.json", text.encode(errors="replace"))
