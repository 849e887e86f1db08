"""What the tasks of the menu share: to ask somebody at a terminal, and to run a command."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.languages import Language
from generator.desk.new.asking import Ask, Interview, yes_or_no
from generator.desk.new.choices import Choice
from generator.desk.reporting import Reporter

Run = Callable[[Sequence[str]], int]
"""Runs a command by its words, as if typed behind `ocop`; gives its exit status."""
_PLAIN = re.compile(r"[\w./\\:=,+-]+")


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk about one project. `given` is the language that every command is asked to speak."""

    root: Path
    ask: Ask
    run: Run
    reporter: Reporter
    given: Language | None = None

    def command(self, *words: str) -> int:
        """Show the command line, run it, and give its exit status."""
        project = () if self.root == Path() else ("--root", str(self.root))
        whole = (*words, *project, *(("--lang", self.given) if self.given else ()))
        line = " ".join(map(_quoted, ("ocop", *whole)))
        self.reporter.say(f"\nLệnh: {line}", f"\nCommand: {line}")
        return self.run(whole)

    def text(self, vietnamese: str, english: str) -> str:
        """What is typed, which may be nothing."""
        return self.ask(self._said(vietnamese, english)).strip()

    def yes(self, vietnamese: str, english: str) -> bool:
        """Whether the answer is yes; Enter is no."""
        while True:
            answer = yes_or_no(
                self.text(f"{vietnamese} (c: có, Enter: không)", f"{english} (y: yes, Enter: no)")
            )
            if answer is not None:
                return answer
            self.reporter.refuse("Hãy gõ c là có, hoặc k là không.", "Type y for yes, or n for no.")

    def one_of(self, choices: Sequence[Choice], vietnamese: str, english: str) -> str | None:
        """The value of the choice that is meant; None where nothing is typed."""
        return Interview(self.ask, self.reporter).one_of(choices, self._said(vietnamese, english))

    def _said(self, vietnamese: str, english: str) -> str:
        return vietnamese if self.reporter.language == "vi" else english


def _quoted(word: str) -> str:
    """The word as it would be typed."""
    return word if _PLAIN.fullmatch(word) else '"' + word.replace('"', '\\"') + '"'
