"""The git program, run on a bare repository of our own.

Nothing of the user's configuration is read, nor of the variables that git sets for its hooks. The
repository is named outright, so that git asks neither where it is nor whose: a USB stick's files
belong to nobody.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from generator.desk.versions.kept_version import KeepingError

_LONGEST = 600
"""Seconds after which git hangs."""
_SETTINGS = tuple(
    word
    for setting in (
        *("core.hooksPath=/dev/null", "gc.auto=0", "core.fsync=all", "core.compression=1"),
        *("core.bigFileThreshold=2m", "log.showSignature=false"),
        # Else it maps whole packs, which photos of thousands of products make many gigabytes of.
        *("core.packedGitWindowSize=1m", "core.packedGitLimit=64m"),
    )
    for word in ("-c", setting)
)


def git_program(root: Path) -> str | None:
    """The git that is installed, None where there is none; never one that lies in the project."""
    found = shutil.which("git")
    if found is None or Path(found).resolve().is_relative_to(root.resolve()):
        return None
    return found


@dataclass(frozen=True, slots=True)
class Git:
    """The program at `program` on the repository `folder`. Its failures are KeepingErrors."""

    folder: Path
    program: str

    def run(self, *words: str) -> bytes:
        """What it prints."""
        with self._started(*words) as git:
            try:
                told, said = git.communicate(timeout=_LONGEST)
            except subprocess.TimeoutExpired as error:
                git.kill()
                raise KeepingError(f"git {words[0]}: {error}") from error
        _require_done(git, words[0], said)
        return told

    def feed(self, stream: Iterable[bytes], *words: str, settings: tuple[str, ...] = ()) -> None:
        """Have it read all of the stream; whatever the stream raises ends it first.

        `settings` are words that go before the command, for this time alone.
        """
        with self._started(*words, settings=settings) as git:
            try:
                for part in stream:
                    try:
                        _pipe(git.stdin).write(part)
                    except OSError:  # it has ended, and says below why
                        break
                _, said = git.communicate()
            except BaseException:
                git.kill()
                _hang_up(git)
                raise
        _require_done(git, words[0], said)

    def answers(self, questions: Iterable[str], *words: str) -> Iterator[bytes]:
        """Yield its answer to each line, which begins with a line that ends in its length."""
        with self._started(*words) as git:
            asked, told = _pipe(git.stdin), _pipe(git.stdout)
            try:
                for question in questions:
                    asked.write(f"{question}\n".encode())
                    asked.flush()
                    length = told.readline().split()[-1]
                    yield told.read(int(length) + 1)[:-1]
            except (OSError, ValueError, IndexError) as error:
                raise KeepingError(f"git {words[0]}: {question}: {error}") from error
            finally:
                git.kill()
                _hang_up(git)

    @contextmanager
    def _started(
        self, *words: str, settings: tuple[str, ...] = ()
    ) -> Iterator[subprocess.Popen[bytes]]:
        where = () if words[0] == "init" else (f"--git-dir={os.fspath(self.folder)}",)
        try:
            git = subprocess.Popen(  # noqa: S603 - our own words
                [self.program, *_SETTINGS, *settings, *where, *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=self._environment(),
            )
        except OSError as error:
            raise KeepingError(f"git {words[0]}: {error}") from error
        with git:
            yield git

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
            "GIT_DEFAULT_REF_FORMAT": "files",
        }


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    if end is None:
        raise KeepingError("git: no pipe")
    return end


def _hang_up(git: subprocess.Popen[bytes]) -> None:
    """Close its input, of which something may be left that it will never read."""
    with suppress(OSError):
        _pipe(git.stdin).close()


def _require_done(git: subprocess.Popen[bytes], word: str, said: bytes) -> None:
    if git.returncode:
        lines = said.decode(errors="replace").strip().splitlines()
        raise KeepingError(f"git {word}: {lines[0] if lines else git.returncode}")
