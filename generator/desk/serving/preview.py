"""The preview: the latest sight, the files of its site, and what browsers are to do about it."""

from __future__ import annotations

import fnmatch
import hashlib
import re
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rules import RULES
from generator.catalogue.problems.rules_site import THEME_UNUSABLE
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.desk.serving import overlay
from generator.desk.serving.going import Going, going_to
from generator.desk.serving.made_files import MadeFiles
from generator.desk.serving.made_of import is_made_of
from generator.desk.serving.proof_pictures import FOLDER, ProofPictures
from generator.desk.serving.sight import NOTHING, LiveSite, Saved, Sight
from generator.desk.theme_check import unusable
from generator.engine import Artifact, InputError
from generator.theme import ThemeError
from generator.web.hosting import serial_rules
from generator.web.styles import PRODUCT_SHEET
from generator.web.views.edition import NOT_FOUND

_STYLE = re.compile(rb"(<style[^>]*>).*?</style>", re.DOTALL)
_LAST_GOOD = 200
"""Pages of which the last good state is remembered."""
_LOOKED_AT = 3
"""Pages that are gathered ahead, of those looked at last."""
_CORS = "Access-Control-Allow-Origin"
_SHEETS = ("static/site.css", f"static/{PRODUCT_SHEET}")
"""Of these each page links one."""
EMPTY = b'<!doctype html><meta charset="utf-8"><title>ocop serve</title><body></body>'


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file of the preview: its bytes as they are made, its status and headers.

    `state` tells a page from its earlier states, in three parts: the whole, the whole without its
    styles, and the style sheets that pages link. `path` is where it stands below site/.
    """

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    state: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether it is HTML, which a browser is to keep fresh."""
        return bool(self.state)


class Preview:
    """What the server shows; any thread may ask."""

    def __init__(self, root: Path, cache: Path) -> None:
        self.root = root
        self.sight = NOTHING
        self.number = 0
        self.run = secrets.token_hex(4)
        self.files = MadeFiles(cache)
        self.proofs = ProofPictures(self.files)
        self.reaches: Callable[[str], bool] = lambda _: False
        """Has a first look show the page at a path too; whether there may be one then."""
        self._going = Going()
        self._changed = threading.Condition()
        self._ended = False
        self._last_good: OrderedDict[str, bytes] = OrderedDict()

    def show(self, sight: Sight, saved: Saved | None = None) -> None:
        """From now on that is what there is to see; browsers go to the page of what was `saved`."""
        going = going_to(sight.site, saved) if sight.site and saved else None
        with self._changed:
            if sight.site is not self.sight.site:
                self.files.forget()
            self.sight = sight
            self.number += 1
            if going:
                self._going = replace(going, number=self.number)
            self._changed.notify_all()

    def prepare(self, sight: Sight) -> None:
        """Gather ahead what the pages that were looked at last say in a sight that is yet unseen.

        The first page gathers what others share, and of thousands of products nobody who has just
        saved is to wait for that. No page is made: who wants one meanwhile would wait for it.
        """
        site = sight.site
        if site is None or site is self.sight.site:
            return
        for name in [*self._last_good][-_LOOKED_AT:]:
            if artifact := site.artifacts.get(name):
                with suppress(Exception):  # told where the page is asked for
                    artifact.values_from(site.editions)

    def end(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def wait(self, number: int, seconds: float) -> bool:
        """Wait for another sight than that of the number; whether the preview goes on."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self.number != number, seconds)
            return not self._ended

    def file(self, path: str) -> ShownFile | None:
        """The file at that path below the site's root; None where there is none."""
        sight = self.sight
        if sight.site is None:
            return self._empty(sight) if path.endswith(("/", ".html")) or not path else None
        name = f"{path}index.html" if path.endswith("/") or not path else path
        if sight.awaited and name not in sight.site.artifacts and name.endswith(".html"):
            if not self.reaches(path):
                return self._empty(sight)  # nobody knows yet
            sight = self.sight
        if sight.site is None:
            return None
        artifact = sight.site.artifacts.get(name) or self.proofs.offered(sight.site, name)
        return self._made(name, artifact, sight.site) if artifact else None

    def lost(self) -> ShownFile:
        """The page for addresses that there are not."""
        site = self.sight.site
        artifact = site.artifacts.get(NOT_FOUND) if site else None
        if site is None or artifact is None:
            return self._empty(self.sight)
        shown = self._made(NOT_FOUND, artifact, site)
        return ShownFile(shown.body, 404, shown.headers, shown.path, shown.state, shown.problems)

    def has(self, path: str) -> bool:
        """Whether a file stands there."""
        site = self.sight.site
        return site is not None and path in site.artifacts

    def page(self, path: str) -> ShownFile:
        """The page that a browser has at that path, the one for lost addresses where none is."""
        found = self.file(path)
        return found if found and found.is_page else self.lost()

    def moved(self, path: str) -> str | None:
        """Where the address of a single pack leads, as hosts do it by `_redirects`."""
        for form, target, _ in serial_rules():
            pattern = re.sub(r":([a-z]+)", lambda name: f"(?P<{name[1]}>[-.\\w]+)", form)
            if found := re.fullmatch(pattern, f"/{path.rstrip('/')}"):
                for name, value in found.groupdict().items():
                    target = target.replace(f":{name}", value)
                return target
        return None

    def message(self, path: str, state: str, since: int) -> Mapping[str, object]:
        """What a browser with that page is to show and do; it was up to date at `since`."""
        sight, number, going = self.sight, self.number, self._going
        proof = path.startswith(FOLDER)
        shown = self.proof_page("") if proof else self.page(path)
        told: dict[str, object] = {
            "number": number,
            "state": shown.state,
            "language": sight.language,
            "words": overlay.words(sight.language),
            "problems": overlay.rows(sight, self.root, self._is_told_over(shown), shown.problems),
            "more": max(0, len(sight.problems) - overlay.MOST),
            "standing": sight.site is not None,
            "reading": overlay.reading(sight),
        }
        if going.number > since and not proof and not self._is_about(shown, path, going):
            told["go"] = f"{sight.site.prefix if sight.site else ''}{going.pages[0]}"
        elif shown.state != state:
            told["act"] = _act(state, shown.state)
        return told

    def proof_page(self, asked: str) -> ShownFile:
        """The page that shows labels and brochures, those of products with that name."""
        site = self.sight.site
        if site is None:
            return self._empty(self.sight)
        try:
            body = self.proofs.index(site, asked)
        except Exception as error:  # as with pages
            problem = self._problem(error, site.artifacts[NOT_FOUND], site)
            return ShownFile(EMPTY, 500, {}, f"{FOLDER}index.html", "", (problem,))
        return ShownFile(body, 200, {}, f"{FOLDER}index.html", f"{_hash(body)}..")

    def _is_told_over(self, shown: ShownFile) -> Callable[[Problem], bool]:
        """What tells whether a problem lies over the page: others are counted in its corner.

        Where there is no such page, or the proofs of everything, all of them do.
        """
        site = self.sight.site
        artifact = site.artifacts.get(shown.path) if site else None
        if site is None or artifact is None or shown.status != 200:
            return lambda _: True
        source = artifact.source
        return lambda each: each in shown.problems or is_made_of(each.path, source, site)

    def _is_about(self, shown: ShownFile, path: str, going: Going) -> bool:
        """Whether the page shows what was saved already, be it at another of its addresses."""
        site = self.sight.site
        artifact = site.artifacts.get(shown.path) if site else None
        return f"/{path}" in going.pages or (
            artifact is not None and artifact.source in going.sources and shown.status == 200
        )

    def _made(self, name: str, artifact: Artifact, site: LiveSite) -> ShownFile:
        problems: tuple[Problem, ...] = ()
        status = 200
        try:
            made = self._told(artifact, site)
            body = made[artifact.paths.index(f"site/{name}")]
        except Exception as error:  # whatever a template does, the last good page stands
            problems = (self._problem(error, artifact, site),)
            good = self._last_good.get(name)
            body, status = good or EMPTY, 200 if good else 500
        if not name.endswith(".html"):
            return ShownFile(body, status, self._headers(name, site), name)
        if not problems:
            self._remember(name, body)
        state = self._state(body, site, problems)
        return ShownFile(body, status, self._headers(name, site), name, state, problems)

    def _told(self, artifact: Artifact, site: LiveSite) -> Sequence[bytes]:
        """The artifact's files; without the story, where the file that has it can't be read."""
        try:
            return self.files.of(artifact, site)
        except UnreadableError:
            untold = site.catalogue.with_parts({"content": None})
            editions = {
                language: edition.anew(catalogue=untold)
                for language, edition in site.editions.items()
            }
            return self.files.of(artifact, replace(site, editions=editions))

    def _empty(self, sight: Sight) -> ShownFile:
        return ShownFile(EMPTY, 503 if not sight.problems else 500, {}, "", f"empty.{self.run}.")

    def _headers(self, name: str, site: LiveSite) -> Mapping[str, str]:
        """What hosts send by `_headers`, but for leave to be read by other sites."""
        found: dict[str, str] = {}
        for form, headers in site.headers.items():
            if fnmatch.fnmatchcase(f"/{name}", form):
                found |= headers
        found.pop(_CORS, None)
        return found

    def _state(self, body: bytes, site: LiveSite, problems: Sequence[Problem]) -> str:
        css = b""
        for sheet in filter(None, map(site.artifacts.get, _SHEETS)):
            try:
                css += self.files.of(sheet, site)[0]
            except Exception:  # told where the sheet itself is asked for
                css += b"?"
        told = f"{site.static}{problems}".encode()
        whole, bare = _hash(body + told), _hash(_STYLE.sub(rb"\1", body) + told)
        return f"{whole}.{bare}.{_hash(css)}"

    def _remember(self, name: str, body: bytes) -> None:
        with self._changed:
            self._last_good[name] = body
            self._last_good.move_to_end(name)
            while len(self._last_good) > _LAST_GOOD:
                self._last_good.popitem(last=False)

    def _problem(self, error: Exception, artifact: Artifact, site: LiveSite) -> Problem:
        """An error in making a file as a problem of the file that is to blame."""
        place = self.sight.placed
        finding = getattr(error, "finding", None)
        if isinstance(error, ThemeError):
            finding = unusable(
                site.catalogue.site, error
            )  # the same as the check tells, if it does
        if isinstance(finding, Finding):
            return place(finding) if place else Problem.at(START, finding)
        if isinstance(error, InputError) and error.rule in RULES:
            found = {"found": error.path.name}
            return Problem.at(START, Finding(artifact.source, START, RULES[error.rule], found))
        said = f"{type(error).__name__}: {error}"
        values = {"reason_vi": said, "reason_en": said}
        return Problem.at(START, Finding(site.catalogue.site.source, START, THEME_UNUSABLE, values))


def _act(before: str, now: str) -> str:
    """Whether styles alone are other than before."""
    had, has = before.split("."), now.split(".")
    return "styles" if len(had) == 3 and had[1] == has[1] else "reload"


def _hash(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()


def with_script(shown: ShownFile, run: str, number: int) -> bytes:
    """The page with the one script that keeps it fresh, before its end."""
    tag = (
        f'<script src="/_serve/live.js" data-run="{run}" data-number="{number}" '
        f'data-state="{escape(shown.state)}" defer></script>'
    ).encode()
    head, end, tail = shown.body.rpartition(b"</body>")
    return head + tag + end + tail if end else shown.body + tag
