"""“: ” inside a value of one line, which YAML would take for a key, is read as the text it is.

Every third list of ingredients has one (“gia vị: muối, đường”). Where nothing else can be meant,
the colon is hidden from the parser behind a sign of the same length, so that every place stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.catalogue.reading.key_names import known_keys

STAND_IN = "\ue03a"
"""A sign of no meaning (private use) for a colon."""
_VALUE = re.compile(r"([ ]*(?:-[ ]+)*)[a-z][a-z0-9_]*:[ ]+(?![\"'\[{|>&*!%@`#,?-] ?)(?=\S)")
_REMARK = re.compile(r"[ \t]#")
_COLON = re.compile(r":(?=\s|$)")
_WORD = re.compile(r"[\w-]*$")


def without_inner_colons(text: str) -> str:
    """The text with every colon that can only be part of a value's text replaced by STAND_IN."""
    if STAND_IN in text:
        return text
    lines = text.split("\n")
    return "\n".join(_hidden(number, lines) for number, line in enumerate(lines))


def with_colons(text: str) -> str:
    """What was hidden, as it was written."""
    return text.replace(STAND_IN, ":")


def _hidden(number: int, lines: Sequence[str]) -> str:
    line = lines[number]
    key = _VALUE.match(line)
    if not key or _goes_on(number, lines, len(key[1])):
        return line
    remark = _REMARK.search(line, key.end())
    end = remark.start() if remark else len(line)
    colons = [*_COLON.finditer(line, key.end(), end)]
    words = {_word_before(line, each.start()) for each in colons}
    if words and words & known_keys():
        return line  # two keys on one line: only the editor knows where the first value ends
    for each in colons:
        line = line[: each.start()] + STAND_IN + line[each.end() :]
    return line


def _goes_on(number: int, lines: Sequence[str], indent: int) -> bool:
    """Whether the next line that isn't empty stands deeper than the key: one with its value."""
    below = next(_filled(lines, number + 1), "")
    return len(below) - len(below.lstrip(" \t")) > indent


def _filled(lines: Sequence[str], start: int) -> Iterator[str]:
    return (lines[at] for at in range(start, len(lines)) if lines[at].strip())


def _word_before(line: str, at: int) -> str:
    found = _WORD.search(line[:at])
    return found[0] if found else ""
