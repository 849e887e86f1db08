"""Versions in a bare git repository of our own, written through `git fast-import`.

It knows no work tree, index, attributes, filters, ignored names or hooks, so bytes come back as
they were, and a version is there as a whole or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.desk.versions.git_process import Git
from generator.desk.versions.kept_version import KeepingError, KeptVersion, hash_of

_BRANCH = "refs/heads/content"
_WHO = b"ocop <ocop@localhost>"
_PHOTOS = "media/"
"""The folder of what is compressed already."""
_AS_IT_IS = ("-c", "core.compression=0", "-c", "fastimport.unpackLimit=1")
"""And in one file, not first in one and then each in its own."""


@dataclass(frozen=True, slots=True)
class GitKeeper:
    """Keeps versions in the bare repository `folder` by means of `program`."""

    folder: Path
    program: str

    @property
    def _git(self) -> Git:
        return Git(self.folder, self.program)

    def mark(self) -> str:
        """The last commit, and what tells without a process that git can no longer read it."""
        try:
            head = (self.folder / "HEAD").read_text("ascii", "replace").strip()
        except OSError:
            head = ""
        objects = sum(len(files) for _, _, files in os.walk(self.folder / "objects"))
        return f"{self._last()} {head} {objects}"

    def _last(self) -> str:
        """The name of the last commit."""
        try:
            return (self.folder / _BRANCH).read_text("ascii", "replace").strip()
        except OSError:  # it is packed, or there is none
            pass
        packed = self.folder / "packed-refs"
        lines = packed.read_text("ascii", "replace").splitlines() if packed.is_file() else ()
        for line in lines:
            if line.endswith(f" {_BRANCH}"):
                return line.partition(" ")[0]
        return ""

    def versions(self) -> tuple[KeptVersion, ...]:
        """All versions, oldest first."""
        return tuple(version for version, _ in self._commits())

    def files(self, number: int) -> Mapping[str, str]:
        """The hash of every file of a version."""
        return self._tree(self._commit(number))

    def read(self, number: int, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield files as they were in a version, all out of one process."""
        paths, files = [*paths], self.files(number)
        told = self._git.answers((files[path] for path in paths), "cat-file", "--batch")
        for path, found in zip(paths, told, strict=True):
            if hash_of(found) != files[path]:
                raise KeepingError(f"{self.folder}: hỏng (damaged): {path}")
            yield path, found

    def add(
        self, version: KeptVersion, files: Mapping[str, str], content: Callable[[str], bytes]
    ) -> None:
        """Keep a version, in one stream that counts only when it has come to its end."""
        self._make_ready()
        parent = self._last()
        before = self._tree(parent) if parent else {}
        known = set(before.values())
        photos = {h: p for p, h in files.items() if p.startswith(_PHOTOS) and h not in known}
        if photos:
            # Squeezed together or alone they get no smaller, and it takes ten times as long.
            self._import(_blobs(photos.values(), content), "--depth=0", settings=_AS_IT_IS)
        stream = _stream(version, parent, before, files, known | photos.keys(), content)
        self._import(stream)

    def _import(self, stream: Iterable[bytes], *words: str, settings: tuple[str, ...] = ()) -> None:
        words = ("fast-import", "--quiet", "--done", "--date-format=raw", *words)
        self._git.feed(stream, *words, settings=settings)

    def _make_ready(self) -> None:
        """Make the repository, or put away what a killed git left in it."""
        if not (self.folder / "HEAD").is_file():
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self._git.run("init", "--quiet", "--bare", "--template=", os.fspath(self.folder))
        for pattern in ("*.lock", "refs/**/*.lock", "fast_import_crash_*", "objects/pack/tmp_*"):
            for left in self.folder.glob(pattern):
                left.unlink(missing_ok=True)

    def _commits(self) -> list[tuple[KeptVersion, str]]:
        if not self._last():
            return []
        told = self._git.run("log", "--reverse", "--format=%H %s", _BRANCH, "--").decode(
            errors="replace"
        )
        found = []
        for line in told.splitlines():
            commit, _, subject = line.partition(" ")
            try:
                found.append((KeptVersion.of_line(subject), commit))
            except ValueError:
                continue  # somebody else's commit
        return found

    def _commit(self, number: int) -> str:
        for version, commit in self._commits():
            if version.number == number:
                return commit
        raise KeepingError(f"{number}?")

    def _tree(self, commit: str) -> dict[str, str]:
        found = {}
        for entry in self._git.run("ls-tree", "-r", "-z", commit).split(b"\0"):
            if entry:
                about, _, path = entry.partition(b"\t")
                found[path.decode(errors="surrogateescape")] = about.split()[2].decode()
        return found


def _blobs(paths: Iterable[str], content: Callable[[str], bytes]) -> Iterator[bytes]:
    """The files in fast-import's words, of no version yet."""
    for path in paths:
        found = content(path)
        yield b"blob\ndata %d\n" % len(found)
        yield found
        yield b"\n"
    yield b"done\n"


def _stream(
    version: KeptVersion,
    parent: str,
    before: Mapping[str, str],
    files: Mapping[str, str],
    known: set[str],
    content: Callable[[str], bytes],
) -> Iterator[bytes]:
    """The commit in fast-import's words; what is gone goes first: a folder may take its name."""
    message = version.as_line().encode("ascii")
    yield b"commit %s\ncommitter %s %d +0000\n" % (_BRANCH.encode(), _WHO, version.at)
    yield b"data %d\n%s\n" % (len(message), message)
    if parent:
        yield b"from %s\n" % parent.encode()
    for path in before.keys() - files.keys():
        yield b"D %s\n" % _quoted(path)
    for path, hash_ in files.items():
        if before.get(path) == hash_:
            continue
        if hash_ in known:
            yield b"M 100644 %s %s\n" % (hash_.encode(), _quoted(path))
            continue
        found = content(path)
        yield b"M 100644 inline %s\ndata %d\n" % (_quoted(path), len(found))
        yield found
        yield b"\n"
    yield b"done\n"


def _quoted(path: str) -> bytes:
    named = path.encode(errors="surrogateescape")
    return b'"%s"' % named.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
