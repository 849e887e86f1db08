"""What was read and is yet doubted: words that a form left behind, and prices that no one asks.

Nothing of this is in a model, for a model has values, not how they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from generator.catalogue.judging.garbled_texts import garbled_findings, invisible_findings
from generator.catalogue.model.money import doubtful, written
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rules_keys import (
    PRICE_DOUBTFUL,
    VALUE_CUT,
    VALUE_MARKDOWN,
    VALUE_QUOTES,
    WORD_FOR_NOTHING,
)
from generator.catalogue.reading.declared import is_price, is_printed, is_text
from generator.catalogue.reading.remarks import Remark

_FOR_NOTHING = frozenset(
    {"~", "null", "nil", "none", "nan", "undefined", "n/a", "#n/a", "#ref!", "#value!", "#name?"}
    | {"#null!", "#num!", "#div/0!", "tbd", "todo", "xxx", "…", "...", "-", "--", "–", "—", "?"}
    | {"chưa rõ", "không rõ", "chưa có thông tin", "đang cập nhật", "chưa cập nhật"}
)
"""What forms, programs and spreadsheets write where there is nothing, in lower case."""

_MARKDOWN = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__|\[[^\[\]\n]{1,200}\]\([^()\s]{1,200}\)"
    r"|</?(?:a|b|br|em|i|p|strong|u)\b[^<>\n]{0,200}>"
)
"""Bold, a link, or a tag, as texts in Markdown have them and values of keys don't."""
_QUOTES = "\"'“”„‟‘’‚‛«»‹›″＂"
_QUOTED = re.compile(f"([{_QUOTES}])[^{_QUOTES}]+([{_QUOTES}])")
_SHORTENED = re.compile(r"[0-9]+(?:[.,][0-9]+)?[Ee]\+[0-9]+")


def says_nothing(text: str) -> bool:
    """Whether the text stands where a form, a program or a spreadsheet had nothing to say."""
    return text.strip().lower() in _FOR_NOTHING


def is_shortened(text: str) -> bool:
    """Whether a spreadsheet has shortened a long number: 8,93E+12."""
    return _SHORTENED.fullmatch(text.strip()) is not None


def quotes_around(text: str) -> str:
    """The two quotes between which the whole text stands, as a text program sets them, or none."""
    found = _QUOTED.fullmatch(text.strip())
    return f"{found[1]} {found[2]}" if found else ""


def doubts(
    model: type[BaseModel], value: Mapping[str, Any], remarks: Mapping[KeyPath, Remark]
) -> Iterator[Finding]:
    """Yield a finding for each value of the model's keys that an editor may not have meant."""
    for path, text in _scalars(value, ()):
        if is_above_doubt(text):
            continue
        if says_nothing(text) and is_text(model, path):
            yield Finding.of("", path, WORD_FOR_NOTHING, key=key_name(path), found=text)
        elif (mark := _MARKDOWN.search(text)) and is_text(model, path):
            yield Finding.of("", path, VALUE_MARKDOWN, key=key_name(path), found=mark[0])
        elif (marks := quotes_around(text)) and is_text(model, path):
            yield Finding.of("", path, VALUE_QUOTES, key=key_name(path), marks=marks)
        elif doubtful(text) and is_price(model, path):
            values = {"key": key_name(path), "found": text, **written(text)}
            yield Finding("", path, PRICE_DOUBTFUL, values)
        elif is_text(model, path):
            yield from garbled_findings(text, path)
            if not is_printed(model, path):  # print has a rule of its own for its signs
                yield from invisible_findings(text, key_name(path), path)
    for path, remark in remarks.items():
        if remark.numbered or (not remark.certain and is_text(model, path)):
            values = {"key": key_name(path), "found": remark.cut}
            yield Finding("", remark.at, VALUE_CUT, values)


@lru_cache(1 << 16)  # a catalogue has the same few words in file after file
def is_above_doubt(text: str) -> bool:
    """Whether nothing can be doubted of the text, whatever it is the value of."""
    return not (
        says_nothing(text)
        or _MARKDOWN.search(text)
        or quotes_around(text)
        or doubtful(text)
        or any(garbled_findings(text))
        or any(invisible_findings(text, ""))
    )


def _scalars(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _scalars(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _scalars(each, (*path, index))
