"""Text whose letters were lost, or that holds signs nobody sees: told wherever an editor writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.catalogue.judging.old_encodings import garbled
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath, Position
from generator.catalogue.problems.rules_texts import TEXT_GARBLED, TEXT_INVISIBLE

_KINDS: Mapping[str, tuple[str, str]] = {
    "tcvn3": ("gõ theo bảng mã TCVN3 (ABC)", "it was typed for fonts in TCVN3 (ABC)"),
    "vni": ("gõ theo bảng mã VNI", "it was typed for fonts in VNI"),
    "misread": ("UTF-8 bị đọc theo bảng mã khác", "UTF-8 was read in another encoding"),
    "lost": ("chữ có dấu đã thành “?”", "letters with marks have become “?”"),
}
_INVISIBLE = re.compile("[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""What turns the direction of words or takes no room; joiners, which emoji need, are let be."""


def garbled_findings(text: str, at: KeyPath = ()) -> Iterator[Finding]:
    """Yield a finding for each garbled paragraph: at the key, or by the text's own lines."""
    for one in garbled(text):
        vi, en = _KINDS[one.kind]
        values = {"found": one.found, "closest": one.meant, "kind_vi": vi, "kind_en": en}
        yield Finding("", at or _position(text, one.start), TEXT_GARBLED, values)


def invisible_findings(text: str, key: str, at: KeyPath = ()) -> Iterator[Finding]:
    """Yield a finding where the text has signs that can't be seen; `key` says where that is."""
    if found := _INVISIBLE.search(text):
        signs = ", ".join(f"U+{ord(each):04X}" for each in dict.fromkeys(_INVISIBLE.findall(text)))
        place = at or _position(text, found.start())
        yield Finding.of("", place, TEXT_INVISIBLE, key=key, signs=signs)


def _position(text: str, index: int) -> Position:
    before = text[:index]
    return Position(before.count("\n") + 1, index - before.rfind("\n"))
