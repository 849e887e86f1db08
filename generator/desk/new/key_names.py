"""Names of keys in what is said to somebody who is asked, and who may never see a file."""

from __future__ import annotations

import re

from generator.catalogue.fields import BY_KEY, ROWS, Row
from generator.catalogue.languages import Language

_QUOTED = re.compile(r"“(\w+)”")
_JOINED = re.compile(r"(?<![\w./-])[a-z]+(?:_[a-z]+)+(?![\w./-])")
"""Keys that no word of either language looks like."""
_ROW_OF = {row.key: row for row in reversed(ROWS)}
_LONG = 5
"""Letters of a word that is none of Vietnamese."""


def with_names(text: str, asked: Row, language: Language) -> str:
    """The text with keys called as readers call them; `asked` is the row of the question.

    A key of several models is meant of that one, where it has it.
    """

    def named(found: re.Match[str]) -> str:
        key = found[0].strip("“”")
        row = BY_KEY.get((asked.model, key)) or _ROW_OF.get(key)
        return found[0].replace(key, row.name(language)) if row else found[0]

    told = _JOINED.sub(named, _QUOTED.sub(named, text))
    if language == "vi":
        for key in _words_of(asked):
            told = re.sub(rf"(?<![\w“./-]){key}(?![\w”./-])", named, told)
    return told


def _words_of(asked: Row) -> list[str]:
    """The model's keys that are English words, and can't be Vietnamese ones."""
    keys = [key for model, key in BY_KEY if model is asked.model]
    return [key for key in keys if key.isalpha() and len(key) >= _LONG]
