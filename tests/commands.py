"""Whole commands with streams of their own, without a start of Python for each.

On Linux and macOS one interpreter forks for all of them (forking_interpreter.py). What is left out
so is what Python does before the program's first line; tests of that start a process.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from conftest import ROOT

Stream = BinaryIO | int | None
"""What a command writes into; None where it has no such stream."""


def environment(root: Path, given: Mapping[str, str]) -> dict[str, str]:
    """That of a process whose locale is nobody's and which finds modules of the project."""
    plain = {key: value for key, value in os.environ.items() if key[:3] not in {"LC_", "LAN"}}
    return {**plain, "PYTHONPATH": f"{ROOT}{os.pathsep}{root}", "COLUMNS": "100", **given}


def command(*words: str) -> list[str]:
    """How the command is started."""
    return [sys.executable, "-m", "generator", *words]


class Interpreter:
    """Forks for each command; `root` is the project in whose folder they run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._line, its = socket.socketpair()
        with its:
            program = [sys.executable, str(Path(__file__).with_name("forking_interpreter.py"))]
            self._started = subprocess.Popen(
                [*program, str(its.fileno())],
                cwd=root,
                env=environment(root, {}),
                pass_fds=[its.fileno()],
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._line.close()
        self._started.wait()

    def begin(
        self,
        words: Sequence[str],
        out: Stream,
        err: Stream,
        encoding: str = "utf-8",
        given: Mapping[str, str] | None = None,
    ) -> None:
        """Start a command on a code page; `given` is put into its environment."""
        with open(os.devnull, "rb") as nothing:  # noqa: PTH123
            streams: list[Stream] = [nothing, out, err]
            open_ones = [each for each in streams if each is not None]
            files = [each if isinstance(each, int) else each.fileno() for each in open_ones]
            places = iter(range(len(files)))
            asked = {
                "words": [*words],
                "folder": str(self.root),
                "encoding": encoding,
                "environment": {**(given or {})},
                "streams": [None if each is None else next(places) for each in streams],
            }
            socket.send_fds(self._line, [json.dumps(asked).encode()], files)

    def ended(self) -> int:
        """The exit status of what was begun last."""
        with self._line.makefile("r") as answers:
            return int(answers.readline())

    def run(
        self, words: Sequence[str], encoding: str = "utf-8"
    ) -> subprocess.CompletedProcess[bytes]:
        """The command with its output in pipes."""
        out, err = os.pipe(), os.pipe()
        self.begin(words, out[1], err[1], encoding)
        os.close(out[1])
        os.close(err[1])
        with ThreadPoolExecutor(2) as readers:
            said, complained = readers.map(_all_of, (out[0], err[0]))
        return subprocess.CompletedProcess([*words], self.ended(), said, complained)


def _all_of(pipe: int) -> bytes:
    with os.fdopen(pipe, "rb") as file:
        return file.read()
