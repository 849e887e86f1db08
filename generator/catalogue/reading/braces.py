"""Words within braces that have no colon: a key nearly written, or what a comma has cut off."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, NamedTuple

from generator.catalogue.reading.key_names import keys_beside
from generator.catalogue.reading.yaml_causes import Cause

_NEARLY = re.compile(r"([A-Za-z_]\w*)(?:(:)|\s*[：=]\s*|\s+)(\S.*)", re.DOTALL)
"""A key and its value, with no space behind the colon (2), or no colon."""


class NearKey(NamedTuple):
    """A key that YAML doesn't see as one, the value meant for it, and why it isn't seen."""

    key: str
    value: str
    cause: Cause


def is_bare(key: Any, value: Any) -> bool:  # noqa: ANN401 - an event has no type
    """Whether there is no colon between a key and its empty value: no key at all was meant."""
    return bool(value.end_mark.index == key.end_mark.index)


def near_key(event: Any, before: Collection[str]) -> NearKey | None:  # noqa: ANN401 - see is_bare
    """The key nearly written there, of those that may stand beside the keys before it."""
    found = _NEARLY.fullmatch(event.value) if event.implicit[0] else None
    if found is None or found[1] not in keys_beside(frozenset(before)):
        return None
    reason = "no-space" if found[2] else "no-colon"
    mark = event.start_mark
    at = mark.column + (found.end(2) if found[2] else found.end(1))
    return NearKey(found[1], found[3], Cause(reason, mark.line, at, found[1]))
