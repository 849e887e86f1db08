"""Small sites that are published, targets that fail, and a look at what the public then has."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.desk.publishing.changes import changes
from generator.desk.publishing.sending import Sender
from generator.desk.publishing.site_version import SiteFile, SiteVersion
from generator.desk.publishing.transport import Transport, TransportError
from generator.engine.fingerprint import digest

Files = Mapping[str, bytes]


class BrokenError(TransportError):
    """The connection is gone."""

    def __init__(self) -> None:
        super().__init__("đứt", "broken")


class Dying:
    """A transport whose connection breaks at the operation of that number, from 1.

    With `late` it breaks when the operation is done, but nobody has heard of it.
    """

    def __init__(self, inner: Transport, at: int, *, late: bool = False) -> None:
        self._inner = inner
        self._left = at
        self._late = late
        self.done = 0

    def _tick(self) -> None:
        self.done += 1
        self._left -= 1
        if not self._left:
            raise BrokenError

    def read(self, path: str) -> bytes | None:
        return self._inner.read(path)

    def present(self, paths: Collection[str]) -> frozenset[str]:
        return self._inner.present(paths)

    def top(self) -> frozenset[str]:
        return self._inner.top()

    def folds_cases(self) -> bool:
        return self._inner.folds_cases()

    def write(self, files: Mapping[str, Path]) -> Iterator[str]:
        if not 0 < self._left <= len(files):  # not now: all at once
            self.done += len(files)
            self._left -= len(files)
            yield from self._inner.write(files)
            return
        for path, place in files.items():
            if not self._late:
                self._tick()
            written = [*self._inner.write({path: place})]
            if self._late:
                self._tick()
            yield from written

    def delete(self, paths: Collection[str]) -> None:
        if not 0 < self._left <= len(paths):
            self.done += len(paths)
            self._left -= len(paths)
            self._inner.delete(paths)
            return
        for path in paths:
            if not self._late:
                self._tick()
            self._inner.delete((path,))
            if self._late:
                self._tick()

    def prune(self, folders: Sequence[str]) -> None:
        self._tick()
        self._inner.prune(folders)

    def tidy(self) -> None:
        self._inner.tidy()

    def finish(self) -> None:
        self._tick()
        self._inner.finish()


def version(files: Files) -> SiteVersion:
    """The site of these files."""
    found = {path: SiteFile(digest(text), len(text)) for path, text in files.items()}
    return SiteVersion(found, "https://ocop.tan-hung.vn", "2026-06-01")


class Memory:
    """A target that is no more than a mapping."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def present(self, paths: Collection[str]) -> frozenset[str]:
        return frozenset(paths).intersection(self.files)

    def top(self) -> frozenset[str]:
        return frozenset(path.partition("/")[0] for path in self.files)

    def folds_cases(self) -> bool:
        return False

    def write(self, files: Mapping[str, Path]) -> Iterator[str]:
        for path, place in files.items():
            self.files[path] = place.read_bytes()
            yield path

    def delete(self, paths: Collection[str]) -> None:
        for path in paths:
            self.files.pop(path, None)

    def prune(self, folders: Sequence[str]) -> None: ...

    def tidy(self) -> None: ...

    def finish(self) -> None: ...


class Office:
    """A machine that publishes sites; `home` is where it remembers what it does.

    Files by their hash, which are the same everywhere, it shares with others beside it.
    """

    def __init__(self, home: Path, target: Transport | None = None) -> None:
        self._store = home.parent / "files"
        self._notes = home / "sent"
        self.target = target or Memory({})
        self._store.mkdir(parents=True, exist_ok=True)

    def publish(
        self,
        files: Files,
        dies_at: int = 0,
        kept: Collection[str] = (),
        *,
        late: bool = False,
    ) -> int:
        """Publish them; how many operations that took. Raises BrokenError where it was to die."""
        for text in files.values():
            if not (place := self._store / digest(text)).exists():
                place.write_bytes(text)
        transport = Dying(self.target, dies_at, late=late)
        sender = Sender(transport, self._notes, lambda hash_: self._store / hash_)
        planned = changes(sender.state(), version(files), kept)
        if not planned.nothing:
            sender.send(planned, lambda _: None)
        return transport.done

    @property
    def public(self) -> dict[str, bytes]:
        """What the public can open, where the target is a mapping."""
        assert isinstance(self.target, Memory)
        return {
            path: text for path, text in self.target.files.items() if not path.startswith(".ocop-")
        }


class _Looks(HTMLParser):
    """What a page shows, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.shows: list[str] = []
        self.leads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        if tag == "a":
            self.leads.append(found.get("href", ""))
        elif tag == "meta" and found.get("property") == "og:image":
            self.shows.append(found.get("content", ""))
        else:
            self.shows += [found.get("src", ""), found.get("href", "")]
            self.shows += [each.split()[0] for each in found.get("srcset", "").split(",") if each]


def public_files(public: Path) -> dict[str, bytes]:
    """What the public can open."""
    return {
        path.relative_to(public).as_posix(): path.read_bytes()
        for path in sorted(public.rglob("*"))
        if path.is_file() and not path.relative_to(public).parts[0].startswith(".ocop-")
    }


def missing(files: Files, *, links: bool = True) -> list[tuple[str, str]]:
    """Each page with what it shows, or leads to, and there is not."""
    found = []
    for page, text in files.items():
        if not page.endswith(".html"):
            continue
        looks = _Looks()
        looks.feed(text.decode())
        for link in [*looks.shows, *(looks.leads if links else [])]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path or page == "404.html":
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
            if path not in files and f"{path}/index.html" not in files:
                found.append((page, path))
    return found
