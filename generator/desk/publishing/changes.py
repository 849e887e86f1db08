"""What a run has to do at a target, and in which order, so that every page is whole throughout.

What pages show comes before the pages, new pages before those that lead to them, and what lists
them last; then the manifest, and only then does anything go: first pages, then what they showed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import PurePosixPath

from generator.addresses.scan import is_scan_path
from generator.desk.publishing.site_version import SiteFile, SiteVersion, UnderWay

_LISTS = re.compile(
    r"(?:.*/)?(?:sitemap[^/]*\.xml|[^/]+\.xml|catalogue\.json|robots\.txt|sw\.js)"
    r"|_redirects|_headers|\.well-known/.*"
)
"""Files that tell of pages, for programs."""
_PAGE = re.compile(r".*\.html?", re.IGNORECASE)
_RENDITION = re.compile(r"(.+)\.[0-9a-f]{8}(\.[^/]+)")
"""A picture with a hash in its name: another hash is the picture of today, not another one."""
_UNKNOWN = SiteFile("", 0)


@dataclass(frozen=True, slots=True)
class TargetState:
    """What is known of a target: the version whose manifest is there, and what was under way.

    `sent` are hashes of files that are there for sure, from this machine's journal of a run that
    was stopped. `manifest` is what was read as such, be it damaged.
    """

    version: SiteVersion
    under_way: UnderWay
    sent: Mapping[str, str]
    manifest: bytes | None = field(default=None, repr=False)

    @property
    def unfinished(self) -> bool:
        """Whether a run was stopped before all pages of its version were there."""
        return bool(self.under_way.version) and self.under_way.version != self.version.id

    @property
    def known(self) -> frozenset[str]:
        """Every path that ocop has put there, or may have."""
        under_way = self.under_way
        return frozenset(self.version.files) | under_way.coming | under_way.leaving

    def has(self, path: str) -> bool:
        """Whether a file of ours stands there for sure, be it old or new."""
        stands = path in self.version.files and path not in self.under_way.leaving
        return stands or path in self.sent

    def digest_of(self, path: str) -> str | None:
        """The hash of what stands there; None where that is not known."""
        if path in self.sent:
            return self.sent[path]
        uncertain = self.unfinished and path in self.under_way.coming
        if uncertain or path in self.under_way.leaving or path not in self.version.files:
            return None
        return self.version.files[path].digest


@dataclass(frozen=True, slots=True)
class Changes:
    """What makes a target that is in some state be of a version.

    `kept` are files that would go but for the printed addresses that need them; they are among
    those of `new`.
    """

    new: SiteVersion
    state: TargetState
    send: frozenset[str]
    leave: frozenset[str]
    kept: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        """Whether the target is of that version already."""
        state = self.state
        return not (self.send or self.leave or state.under_way.version) and (
            state.version.files == self.new.files
        )

    @property
    def under_way(self) -> UnderWay:
        """What is to be written on the target before anything else."""
        before = self.state.under_way.coming if self.state.unfinished else frozenset()
        coming = (self.send | before) - self.leave
        return UnderWay(self.new.id, coming, self.leave)

    def stages(self) -> Iterator[tuple[str, ...]]:
        """Yield what is to be sent, in turn: all of one before any of the next."""
        ranked = sorted((self._rank(path), path) for path in self.send)
        for _, group in groupby(ranked, key=lambda each: each[0]):
            yield tuple(path for _, path in group)

    def _rank(self, path: str) -> tuple[int, int]:
        """Which files come first: those of lower rank."""
        there = self.state.has(path)
        if _LISTS.fullmatch(path):
            return (5 if there else 0), 0  # pages may refer to a new one
        if not _PAGE.fullmatch(path):
            return 0, 0
        depth = path.count("/")
        if depth <= 1 and path.endswith("index.html"):
            return 4, -depth  # the home pages of each language, and the lists
        if there:
            return 3, -depth
        # New pages lead to each other. Nobody finds them yet, unless a code was printed before.
        return (2 if is_scan_path(path) else 1), -depth

    @property
    def twins(self) -> frozenset[str]:
        """What is to go and has the name of what is to stay but for the case of letters."""
        staying = {path.casefold() for path in self.new.files}
        return frozenset(path for path in self.leave if path.casefold() in staying)

    def farewells(self, spared: Set[str] = frozenset()) -> Iterator[tuple[str, ...]]:
        """Yield what is to be removed and not spared, in turn: pages before what they show."""
        leave = self.leave - spared
        found = filter(_PAGE.fullmatch, leave)
        pages = tuple(sorted(found, key=lambda path: (not is_scan_path(path), path)))
        yield from filter(None, (pages, tuple(sorted(leave - {*pages}))))

    @property
    def emptied(self) -> tuple[str, ...]:
        """Folders in which nothing of ours is left, the deepest first."""
        folders = _folders(self.leave) - _folders(self.new.files)
        return tuple(sorted(folders, key=lambda each: (-each.count("/"), each)))

    @property
    def losses(self) -> int:
        """How many files go for which no other comes: a picture that was made anew is not lost."""
        renewed = {_plain(path) for path in self.new.files}
        return sum(_plain(path) not in renewed for path in self.leave)


def changes(state: TargetState, new: SiteVersion, kept: Collection[str] = ()) -> Changes:
    """What has to be done; nothing that is `kept` goes."""
    send = {path for path, file in new.files.items() if state.digest_of(path) != file.digest}
    gone = state.known - new.files.keys()
    stay = gone.intersection(kept)
    there = {path: state.version.files.get(path, _UNKNOWN) for path in stay}
    on_target = replace(new, files={**new.files, **there}) if stay else new
    return Changes(on_target, state, frozenset(send), gone - stay, stay)


def is_page(path: str) -> bool:
    """Whether it is what a browser opens by itself."""
    return _PAGE.fullmatch(path) is not None


def _folders(paths: Iterable[str]) -> set[str]:
    return {str(each) for path in paths for each in PurePosixPath(path).parents} - {"."}


def _plain(path: str) -> str:
    return _RENDITION.sub(r"\1\2", path)
