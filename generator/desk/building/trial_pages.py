"""Whether a project's own theme can make the pages of its catalogue: a few are made on trial."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator import theme
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.problems.finding import Finding
from generator.desk.content import Content
from generator.desk.offered import downloads
from generator.desk.options import Order
from generator.desk.template_check import has_own_pages, theme_hash
from generator.desk.theme_check import unusable
from generator.desk.today import printing_day
from generator.desk.version import program_version
from generator.engine.artifact import Folders
from generator.engine.fingerprint import digest
from generator.engine.store import Store

TRIED = "tried-pages.json"
"""What has been seen of a theme's templates, by a hash of the theme."""


def with_trial_findings(order: Order, content: Content) -> Content:
    """The content with what fails in the templates of the project's own theme.

    What sound pages have shown before is not made again while the theme is the same, and nothing is
    looked for while the content is.
    """
    if content.errors or content.catalogue is None:
        return content
    catalogue = order.ordered(content.catalogue)
    folders = theme.chain(catalogue.site.theme, order.theme_roots)
    if not has_own_pages(folders):
        return content
    store = Store(order.cache / TRIED, program_version())
    now = theme_hash(folders, catalogue.site.model_dump_json())
    all_of_it = digest(repr(sorted(content.digests.items())).encode())
    match store.read_json():
        case [before, same, _] if (before, same) == (now, all_of_it):
            return content
        case [before, _, list(traits)] if before == now:
            known = frozenset(map(str, traits))
        case _:
            known = frozenset[str]()
    # What makes pages, which no other check needs.
    from generator.web import trial_pages
    from generator.web.plan import editions_of

    wanted = trial_pages.trials(catalogue, known)
    editions: Any = content.site.subject if content.site else None
    found: list[Finding] = []
    seen = {trait for each in wanted for trait in each.traits}
    try:
        if wanted and editions is None:
            offered = downloads(
                catalogue, content.pictures, folders, not_held(catalogue, printing_day())
            )
            editions = editions_of(catalogue, content.pictures, folders, offered)
        of_pages = Folders(order.content.resolve(), folders, order.cache.resolve())
        failed = trial_pages.failures(wanted, editions, of_pages) if wanted else ()
        for trial, failure in failed:
            seen -= trial.traits
            found.append(failure.finding or unusable(catalogue.site, failure.as_fault))
    except theme.ThemeError as error:
        found, seen = [unusable(catalogue.site, error)], set()
    if not found:
        store.keep_json([now, all_of_it, sorted(known | seen)])
    placed = dict.fromkeys(content.placed(found))
    return replace(content, problems=tuple(sorted((*content.problems, *placed))))
