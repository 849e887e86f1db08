"""Whether values are what their identifiers promise, and go together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from stdnum import ean

from generator.addresses.gs1_checks import CHECKS, CSET_82
from generator.addresses.gs1_identifiers import Component, Identifier, fits, identifier
from generator.addresses.link_errors import (
    CharacterSetError,
    CompanionForbiddenError,
    CompanionMissingError,
    ContentError,
    EmptyError,
    LengthError,
    ShortGtinError,
    UnknownIdentifierError,
)

_SETS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "N": ("0-9", "chữ số", "digits"),
        "X": (re.escape(CSET_82), "bộ 82 ký tự của GS1", "GS1's character set 82"),
        "Y": ("-#/0-9A-Z", "bộ 39 ký tự của GS1", "GS1's character set 39"),
        "Z": ("-_=0-9A-Za-z", "ký tự base64url", "base64url characters"),
    }
)
_GTIN = 14
_SHORT_GTINS = (8, 12, 13)
_UNSERIALISED: Mapping[str, int] = MappingProxyType({"253": 13, "255": 13, "8003": 14})
"""Lengths at which these have no serial part, which a signature (8030) needs."""


def known(ai: str) -> Identifier:
    """The identifier of that number; UnknownIdentifierError where there is none."""
    found = identifier(ai)
    if found is None:
        raise UnknownIdentifierError(ai=ai)
    return found


def gtin14(gtin: str) -> str:
    """A GTIN of 8, 12, 13 or 14 digits in 14; LengthError or ContentError for any other text."""
    padded = gtin.zfill(_GTIN) if len(gtin) in _SHORT_GTINS else gtin
    check_value(known("01"), padded)
    return padded


def check_value(found: Identifier, value: str) -> None:
    """Raise EmptyError, LengthError, CharacterSetError or ContentError for a wrong value."""
    if not value:
        raise EmptyError(ai=found.ai)
    if found.ai == "01" and len(value) in _SHORT_GTINS and ean.is_valid(value):
        raise ShortGtinError(found=value, padded=value.zfill(_GTIN))
    least = sum(each.least for each in found.components if not each.optional)
    most = sum(each.most for each in found.components)
    if not least <= len(value) <= most:
        wanted = str(most) if least == most else f"{least}–{most}"
        raise LengthError(ai=found.ai, length=str(len(value)), wanted=wanted)
    rest = value
    for component in found.components:
        part, rest = rest[: component.most], rest[component.most :]
        if part or not component.optional:
            _check_part(found.ai, component, part)


def _check_part(ai: str, component: Component, part: str) -> None:
    if len(part) < component.least:
        wanted = str(component.least)
        raise LengthError(ai=ai, length=str(len(part)), wanted=wanted)
    allowed, wanted_vi, wanted_en = _SETS[component.kind]
    if wrong := re.search(f"[^{allowed}]", part):
        raise CharacterSetError(ai=ai, found=wrong[0], wanted_vi=wanted_vi, wanted_en=wanted_en)
    for name in component.checks:
        test, wrong_vi, wrong_en = CHECKS[name]
        if not test(part):
            raise ContentError(ai=ai, found=part, wanted_vi=wrong_vi, wanted_en=wrong_en)


def check_companions(elements: Mapping[str, str]) -> None:
    """Raise where an identifier lacks one that it needs, or stands beside one that it excludes."""
    for ai in elements:
        found = known(ai)
        for pattern in found.excludes:
            for other in elements:
                if other != ai and fits(pattern, other):
                    raise CompanionForbiddenError(ai=ai, other=other)
        for group in found.needs:
            if not any(_met(entry, elements) for entry in group):
                wanted = " / ".join(f"({entry.replace('+', ') + (')})" for entry in group)
                raise CompanionMissingError(ai=ai, wanted=wanted)
    for ai, length in _UNSERIALISED.items():
        if "8030" in elements and len(elements.get(ai, "")) == length:
            raise CompanionMissingError(ai="8030", wanted=f"({ai}) + serial")


def _met(entry: str, elements: Iterable[str]) -> bool:
    """Whether all that the entry joins are there: `01+21`."""
    return all(any(fits(pattern, ai) for ai in elements) for pattern in entry.split("+"))
