"""The command lines of the documents, and what of a command is only named in a sentence."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli import ocop

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (
    *("README.md", "CONTRIBUTING.md", "docs/huong-dan.md", "docs/tra-cuu.md"),
    *("docs/dang-trang.md", "docs/may-chu.md", "generator/starter/README.md"),
)
_PROGRAM = r"(?:\S*[\\/])?ocop(?:\.bat)?\b"
_LINE = re.compile(rf"^ {{4,}}{_PROGRAM}(.*)$|^```\w*\n((?:(?!```).*\n)*)```", re.MULTILINE)
_NAMED = re.compile(r"`ocop(?:\.bat)?((?: [^`]*)?)`")
_OMITTED = re.compile(r"\S*[<…]\S*|[A-ZÊ]{3,}")


@dataclass(frozen=True, slots=True)
class Shown:
    """One command: its words behind `ocop`; `whole` where it stands on a line to be typed."""

    words: tuple[str, ...]
    whole: bool

    def __str__(self) -> str:
        return " ".join(("ocop", *self.words))


def shown(text: str) -> Iterator[Shown]:
    """Every command that a document shows."""
    for line, block in _LINE.findall(text):
        lines = re.findall(rf"^{_PROGRAM}(.*)$", block, re.MULTILINE) if block else [line]
        yield from (Shown(_words(each), whole=True) for each in lines)
    yield from (Shown(_words(" ".join(each.split())), whole=False) for each in _NAMED.findall(text))


def _words(line: str) -> tuple[str, ...]:
    return tuple(shlex.split(line.replace("\\", "/").partition(" # ")[0]))


def of_documents() -> list[Shown]:
    """Every command of all documents, once."""
    texts = ((ROOT / name).read_text("utf-8") for name in DOCUMENTS)
    every = sorted(
        (each for text in texts for each in shown(text)), key=lambda each: not each.whole
    )
    return [*{each.words: each for each in reversed(every)}.values()]


def unknown(command: Shown) -> list[str]:
    """Which of its words and options the program does not know."""
    context, found = click.Context(ocop), ocop
    words = [*command.words]
    here: click.Command = found
    while isinstance(here, click.Group) and words and not _OMITTED.fullmatch(words[0]):
        below = here.get_command(context, words[0])
        if below is None:
            return [words[0]]
        here = below
        words.pop(0)
    known = {name for option in here.params for name in (*option.opts, *option.secondary_opts)}
    return [each for each in words if each.startswith("--") and each.split("=")[0] not in known]


def is_to_be_run(command: Shown) -> bool:
    """Whether it is whole: shown to be typed, or named with all that it needs."""
    if command.whole or not command.words:
        return command.whole
    if any(_OMITTED.fullmatch(each) for each in command.words):
        return False
    depth = 2 if command.words[0] == "new" else 1
    if len(command.words) <= depth:
        return False  # the name of a command
    return not _lacks_a_value(command)


def _lacks_a_value(command: Shown) -> bool:
    """Whether it ends with an option that wants a value, as one speaks of the option."""
    here = ocop.get_command(click.Context(ocop), command.words[0])
    options = here.params if here else []
    last = next((each for each in options if command.words[-1] in each.opts), None)
    return isinstance(last, click.Option) and not last.is_flag
