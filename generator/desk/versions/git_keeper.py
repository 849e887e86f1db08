"""Versions in a bare git repository of our own, written through `git fast-import`.

It knows no work tree, index, attributes, filters, ignored names or hooks, so bytes come back as
they were, and a version is there as a whole or not at all. Nothing of the user's configuration is
read, nor of the variables that git sets for its hooks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.desk.versions.kept_version import KeepingError, KeptVersion

_BRANCH = "refs/heads/content"
_WHO = b"ocop <ocop@localhost>"
_LONGEST = 600
"""Seconds after which git hangs."""
_SETTINGS = (
    *("-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0", "-c", "core.fsync=all"),
    *(
        "-c",
        "core.compression=1",
        "-c",
        "core.bigFileThreshold=2m",
        "-c",
        "log.showSignature=false",
    ),
)


def git_program(root: Path) -> str | None:
    """The git that is installed, None where there is none; never one that lies in the project."""
    found = shutil.which("git")
    if found is None or Path(found).resolve().is_relative_to(root.resolve()):
        return None
    return found


@dataclass(frozen=True, slots=True)
class GitKeeper:
    """Keeps versions in the bare repository `folder` by means of `program`."""

    folder: Path
    program: str

    def exists(self) -> bool:
        """Whether there is a version."""
        return bool(self.mark())

    def mark(self) -> str:
        """The name of the last commit."""
        try:
            return (self.folder / _BRANCH).read_text("ascii").strip()
        except (FileNotFoundError, NotADirectoryError):
            pass
        packed = self.folder / "packed-refs"
        for line in packed.read_text("ascii").splitlines() if packed.is_file() else ():
            if line.endswith(f" {_BRANCH}"):
                return line.partition(" ")[0]
        return ""

    def versions(self) -> tuple[KeptVersion, ...]:
        """All versions, oldest first."""
        return tuple(version for version, _ in self._commits())

    def files(self, number: int) -> Mapping[str, str]:
        """The hash of every file of a version."""
        return self._tree(self._commit(number))

    def read(self, number: int, path: str) -> bytes:
        """A file as it was in a version."""
        hash_ = self.files(number)[path]
        return self._git("cat-file", "blob", hash_)

    def add(
        self, version: KeptVersion, files: Mapping[str, str], content: Callable[[str], bytes]
    ) -> None:
        """Keep a version, in one stream that counts only when it has come to its end."""
        self._make_ready()
        parent = self.mark()
        before = self._tree(parent) if parent else {}
        known = set(before.values())
        self._import(_stream(version, parent, before, files, known, content))

    def _make_ready(self) -> None:
        """Make the repository, or put away what a killed git left in it."""
        if not (self.folder / "HEAD").is_file():
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self._git("init", "--quiet", "--bare", "--template=", os.fspath(self.folder), bare=True)
        for pattern in ("*.lock", "refs/**/*.lock", "fast_import_crash_*", "objects/pack/tmp_*"):
            for left in self.folder.glob(pattern):
                left.unlink(missing_ok=True)

    def _commits(self) -> list[tuple[KeptVersion, str]]:
        if not self.exists():
            return []
        told = self._git("log", "--reverse", "--format=%H %s", _BRANCH, "--").decode()
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
        for entry in self._git("ls-tree", "-r", "-z", commit).split(b"\0"):
            if entry:
                about, _, path = entry.partition(b"\t")
                found[path.decode(errors="surrogateescape")] = about.split()[2].decode()
        return found

    def _git(self, *words: str, bare: bool = False) -> bytes:
        where = () if bare else (f"--git-dir={os.fspath(self.folder)}",)
        try:
            done = subprocess.run(  # noqa: S603 - our own words
                [self.program, *_SETTINGS, *where, *words],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                env=self._environment(),
                timeout=_LONGEST,
                check=False,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise KeepingError(f"git {words[0]}: {error}") from error
        if done.returncode:
            raise _failed(words[0], done.stderr)
        return done.stdout

    def _import(self, stream: Iterator[bytes]) -> None:
        words = ("fast-import", "--quiet", "--done", "--date-format=raw")
        try:
            git = subprocess.Popen(  # noqa: S603 - our own words
                [self.program, *_SETTINGS, f"--git-dir={os.fspath(self.folder)}", *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=self._environment(),
            )
        except OSError as error:
            raise KeepingError(f"git fast-import: {error}") from error
        with git:
            try:
                for part in stream:
                    if git.stdin:
                        git.stdin.write(part)
                _, said = git.communicate()
            except BrokenPipeError:
                said = git.stderr.read() if git.stderr else b""
            except BaseException:
                git.kill()
                raise
        if git.returncode:
            raise _failed("fast-import", said)

    def _environment(self) -> dict[str, str]:
        """What git needs of the variables, without any that lead it elsewhere."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        nowhere = os.fspath(self.folder)
        ours = {"HOME": nowhere, "XDG_CONFIG_HOME": nowhere, "USERPROFILE": nowhere}
        return {
            **kept,
            **ours,
            "LC_ALL": "C",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_DEFAULT_HASH": "sha1",
        }


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


def _failed(word: str, said: bytes) -> KeepingError:
    lines = said.decode(errors="replace").strip().splitlines()
    return KeepingError(f"git {word}: {lines[0] if lines else '?'}")
