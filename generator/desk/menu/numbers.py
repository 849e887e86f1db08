"""Commands that are named to somebody at the menu, with the numbers of their tasks."""

from __future__ import annotations

import re

from generator.catalogue.languages import Language
from generator.desk.menu.tasks import TASKS

_COMMAND = re.compile(r"\bocop (new \w+|\w+)(?: --[a-z][\w-]*)*")
_NUMBERS = {verb: number for number, task in enumerate(TASKS, 1) for verb in task.verbs}


def with_numbers(text: str, language: Language) -> str:
    """The text with a task's number behind each command that the menu has."""

    def numbered(found: re.Match[str]) -> str:
        number = _NUMBERS.get(found[1])
        word = "việc" if language == "vi" else "task"
        return f"{found[0]} ({word} {number})" if number else found[0]

    return _COMMAND.sub(numbered, text)
