"""What templates ask for and don't get."""

from __future__ import annotations

from typing import Literal, NamedTuple

FaultKind = Literal["value", "string", "place", "call"]
"""A name, a key of strings, a place in a string, a call that can't be answered."""


class CallFault(NamedTuple):
    """What is wrong with a call: what was found, of which `known` names, and what is wanted."""

    kind: FaultKind
    found: str
    known: tuple[str, ...] = ()
    said: str = ""


class TemplateFault(NamedTuple):
    """The same with its template and line; `of` is the template that was asked."""

    template: str
    line: int
    kind: FaultKind
    found: str
    known: tuple[str, ...] = ()
    said: str = ""
    of: str = ""
