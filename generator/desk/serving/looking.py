"""From files to what there is to see: all of it anew, or only what one file has changed.

Reading all takes time where there are thousands of products, though each file is read once. So an
edit is shown before: what a single file says replaces what it said, in the pages about it, and
whatever depends on it elsewhere follows with the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from generator import theme
from generator.catalogue.judging.aliases import own_places, with_paths
from generator.catalogue.judging.checks import named_photos
from generator.catalogue.judging.drafts import lenient
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.languages import Language, other_language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.model.folders import FOLDERS, Thing
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.problems.rules_site import (
    THEME_MISSING,
    THEME_STRING_MISSING,
    THEME_STRING_PLACE,
    THEME_UNUSABLE,
)
from generator.catalogue.problems.rules_templates import (
    TEMPLATE_CALL,
    TEMPLATE_FAILS,
    TEMPLATE_STRING,
    TEMPLATE_VALUE,
    THEME_FILE_UNUSED,
    THEME_KEY_UNUSED,
)
from generator.catalogue.reading.files import TextFile, text_file
from generator.catalogue.reading.markdown_file import FileKind, MarkdownFile, read_files
from generator.catalogue.reading.positions import Positions
from generator.catalogue.reading.stand_ins import UNSHOWN, shown
from generator.catalogue.reading.standing import standing, with_thing, with_words
from generator.desk.building.garbage import without_collecting
from generator.desk.building.going_on import OF_PHOTOS, with_good_photos
from generator.desk.content import MARKDOWN, Content, load
from generator.desk.offered import downloads
from generator.desk.options import Order
from generator.desk.serving.first_look import FirstLook
from generator.desk.serving.published_before import as_published
from generator.desk.serving.sight import LiveSite, Saved, Sight
from generator.desk.serving.warm_files import LastRead, WarmFiles
from generator.desk.theme_check import theme_findings, unusable
from generator.desk.today import printing_day
from generator.desk.version import program_version
from generator.engine import Artifact, Folders
from generator.engine.fingerprint import digest
from generator.engine.tree import listing, stamp_of
from generator.pictures.picture import Picture
from generator.web import plan as pages
from generator.web.hosting import header_rules
from generator.web.policy import header_policy

_OF_THEMES = frozenset(
    {
        *(THEME_MISSING, THEME_STRING_MISSING, THEME_STRING_PLACE, THEME_UNUSABLE),
        *(TEMPLATE_CALL, TEMPLATE_FAILS, TEMPLATE_STRING, TEMPLATE_VALUE),
        *(THEME_FILE_UNUSED, THEME_KEY_UNUSED),
    }
)
_SITE = "site/"
_Couple = tuple[MarkdownFile[Any] | None, MarkdownFile[Any] | None]
"""A thing's own file, and that of its words in the other language."""


class Looker:
    """Looks at a project, and remembers what it has read."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._files = WarmFiles(order.cache / MARKDOWN, program_version())

    def whole(self, before: Sight, jobs: int = 1) -> Sight:
        """Read everything. What is broken stands as it stood `before`. Raises OSError."""
        order = self._order
        with without_collecting():
            stamps = listing(order.content)
            self._files.look(stamps)
            content = load(
                *(order.root, jobs, stamps),
                base_url=order.base_url,
                theme=order.theme,
                markdown=self._files,
                with_drafts=True,
                stand_ins=True,
            )
            return self._seen(content, before)

    def few(self, first: FirstLook) -> Sight | None:
        """What can be shown before all has been read; None where site.yaml can't be used.

        Raises OSError.
        """
        with without_collecting():
            reading, pictures = first.read()
            if reading.seen is None:
                return None
            catalogue = with_good_photos(self._order.ordered(reading.seen), pictures)
            content = Content(catalogue, pictures, (), positions=reading.positions)
            try:
                site = self._site(catalogue, content)
            except theme.ThemeError:
                return None
            placed = reading.positions.placed
            return Sight(site, (), catalogue.site.language, placed, awaited=first.texts)

    def part(self, before: Sight, saved: Saved, first: FirstLook | None = None) -> Sight | None:
        """What can be shown at once of what was saved; None where that takes the whole.

        With a first look, `before` is what that has shown.
        """
        files: LastRead = first.files if first else self._files
        if before.site is None or not saved.paths:
            return None
        if saved.below("themes"):
            return self._other_theme(before, before.site)
        seen: Sight | None = before
        for path in saved.paths:
            file = text_file(self._order.content, path)
            seen = self._with_file(seen, file, files) if seen and file else None
        # Of a first look no problems are told: those of other files are not known.
        return replace(seen, problems=()) if seen and first else seen

    def says_the_same(self, sight: Sight, path: str) -> bool:
        """Whether that Markdown file is, byte for byte, what was last read of it."""
        file = text_file(self._order.content, path)
        if file is None or sight.site is None:
            return False
        own = sight.site.catalogue.site.language
        one = self._files.known(_kind(file), own, file.name)
        try:
            return one is not None and one.digest == digest(file.path.read_bytes())
        except OSError:
            return False

    def _seen(self, content: Content, before: Sight) -> Sight:
        told = Sight(before.site, content.problems, before.language, content.positions.placed)
        if content.catalogue is None:
            return told
        language = content.catalogue.site.language
        told = replace(told, language=language)
        of_theme = any(_stops(each) and each.rule in _OF_THEMES for each in content.problems)
        if of_theme and before.site:
            return told
        now = content.catalogue
        wrong = {each.path for each in content.problems if _stops(each) and _of_a_thing(each)}
        wrong -= _drafts_shown(now, content)
        earlier = before.site.catalogue if before.site else as_published(self._order, now, wrong)
        catalogue = self._order.ordered(standing(now, earlier, wrong))
        known = {**self._pictures(before), **content.pictures}
        catalogue = with_good_photos(catalogue, known)
        try:
            site = self._site(catalogue, replace(content, pictures=known))
        except theme.ThemeError as error:
            finding = unusable(catalogue.site, error)
            problems = {*content.problems, content.positions.placed(finding)}
            return replace(told, problems=tuple(sorted(problems)))
        return replace(told, site=site)

    def _pictures(self, before: Sight) -> Mapping[str, Picture]:
        """Photos as they were, but for those that are gone."""
        found = before.site.pictures if before.site else {}
        media = self._order.content / "media"
        return {file: each for file, each in found.items() if (media / file).is_file()}

    def _site(self, catalogue: Catalogue, content: Content) -> LiveSite:
        order = self._order
        chain = theme.chain(catalogue.site.theme, order.theme_roots)
        plan = None if content.errors else content.site
        if plan is None:
            lapsed = not_held(catalogue, printing_day())
            offered = downloads(catalogue, content.pictures, chain, lapsed)
            plan = pages.plan(catalogue, content.pictures, order.content, chain, downloads=offered)
        editions: Any = plan.subject
        return LiveSite(
            catalogue=catalogue,
            pictures=content.pictures,
            artifacts=_table(plan.artifacts),
            editions=editions,
            folders=Folders(order.content.resolve(), chain, order.cache.resolve()),
            headers=header_rules("", header_policy(chain)),
            prefix=urlsplit(catalogue.site.base_url).path.rstrip("/"),
            static=_static(chain),
        )

    def _other_theme(self, before: Sight, site: LiveSite) -> Sight | None:
        """The same pages in the theme as it is now; as they were, where it is broken."""
        catalogue = site.catalogue
        positions = Positions(self._order.content)
        others = [each for each in before.problems if each.rule not in _OF_THEMES]
        try:
            chain = theme.chain(catalogue.site.theme, self._order.theme_roots)
            found = [*map(positions.placed, theme_findings(catalogue.site, self._order))]
            if not any(map(_stops, found)):
                words = {language: theme.words(chain, language) for language in site.editions}
                site = replace(
                    site,
                    editions={
                        language: edition.anew(words=words[language])
                        for language, edition in site.editions.items()
                    },
                    folders=Folders(
                        self._order.content.resolve(), chain, self._order.cache.resolve()
                    ),
                    headers=header_rules("", header_policy(chain)),
                    static=_static(chain),
                )
        except theme.ThemeError as error:
            found = [positions.placed(unusable(catalogue.site, error))]
        return replace(before, site=site, problems=tuple(sorted({*others, *found})))

    def _with_file(self, before: Sight, file: TextFile, files: LastRead) -> Sight | None:
        site = before.site
        if site is None or not (file.well_named and file.speakable) or file.reserved:
            return None
        own = site.catalogue.site.language
        if file.language not in (None, other_language(own)):
            return None
        kind = _kind(file)
        read_before = files.known(kind, own, file.name)
        if read_before is None or not file.path.exists():
            return None
        (one,) = read_files(kind, self._order.content, own, [file])
        files.note(kind, own, one)
        couple = _couple(files, kind, own, file.slug)
        in_work = couple[0] is not None and couple[0].draft
        gone, now = read_before.problems, one.problems
        lacking = dict(site.catalogue.lacking)
        if in_work:
            gone, now = tuple(map(lenient, gone)), tuple(map(lenient, now))
            couple = _stood_in(couple, kind, own, lacking)
        of_others = (each for each in before.problems if each.path != file.name or each not in gone)
        seen = replace(before, problems=tuple(sorted({*of_others, *now})))
        if not in_work and (one.thing is None or any(map(_stops, one.problems))):
            return seen
        thing = _told(couple, kind, site.catalogue)
        if thing is None or not _all_pictured(thing, site):
            return None
        catalogue = with_thing(site.catalogue, kind.folder, thing)
        if catalogue is None:
            return None
        catalogue = catalogue.with_parts({"lacking": lacking})
        editions = {
            language: edition.anew(catalogue=catalogue)
            for language, edition in site.editions.items()
        }
        return replace(seen, site=replace(site, catalogue=catalogue, editions=editions))


def _couple(files: LastRead, kind: FileKind, own: Language, slug: str) -> _Couple:
    """The thing's own file and that of its words in the other language, as last read."""
    stem = f"content/{kind.room}/{slug}"
    return (
        files.known(FileKind(kind.room, translated=False), own, f"{stem}.md"),
        files.known(FileKind(kind.room, translated=True), own, f"{stem}.{other_language(own)}.md"),
    )


def _stood_in(
    couple: _Couple, kind: FileKind, own: Language, lacking: dict[str, tuple[KeyPath, ...]]
) -> _Couple:
    """A draft's two files as a preview has them; what they lack is noted."""
    found = [
        each and shown(FileKind(kind.room, translated), each, own)
        for translated, each in zip((False, True), couple, strict=True)
    ]
    lacking |= {each.file.name: each.lacking for each in found if each}
    facts, words = (each.file if each else None for each in found)
    return facts, words


def _told(couple: _Couple, kind: FileKind, catalogue: Catalogue) -> Thing | None:
    """The thing with its words in the other language, as its two files say it.

    Broken words stand as the catalogue has them.
    """
    one, words = couple
    if one is None or one.thing is None:
        return None
    thing: Thing = one.thing
    if words and words.thing is not None:
        other = other_language(catalogue.site.language)
        thing = kind.folder.told(thing, {other: words.thing})
    elif words:
        standing_words = (each for each in kind.folder.things(catalogue) if each.slug == one.slug)
        thing = with_words(thing, next(standing_words, thing), kind.folder)
    return with_paths(thing, own_places(catalogue.site)) if isinstance(thing, Product) else thing


def _drafts_shown(catalogue: Catalogue, content: Content) -> Set[str]:
    """Files in work that the catalogue has, whatever is wrong with them beside."""
    if not content.drafts:
        return frozenset()
    unshown = {each.path for each in content.problems if each.rule in UNSHOWN}
    things = (each for folder in FOLDERS for each in folder.things(catalogue))
    return {each.source for each in things if each.draft} - unshown


def _table(artifacts: Iterable[Artifact]) -> Mapping[str, Artifact]:
    return {path.removeprefix(_SITE): each for each in artifacts for path in each.paths}


def _static(chain: theme.Folders) -> str:
    """Changes when a static file of the theme does."""
    files = sorted(theme.static_files(chain).items())
    files += [(path, part) for path, parts in theme.scripts(chain).items() for part in parts]
    return repr([(path, stamp_of(file.stat())[:2]) for path, file in files])


def _all_pictured(thing: Thing, site: LiveSite) -> bool:
    return all(photo.file in site.pictures for photo in named_photos(thing))


def _stops(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _of_a_thing(problem: Problem) -> bool:
    """Whether it stands against a file that tells of a thing or of lots; photos are left out."""
    return problem.rule not in OF_PHOTOS and problem.path.startswith("content/")


def _kind(file: TextFile) -> FileKind:
    return FileKind(file.room, translated=file.language is not None)
