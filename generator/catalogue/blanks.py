"""Spaces and signs of which nothing can be seen, as copying from elsewhere leaves them."""

from __future__ import annotations

import re

NO_BREAKS = ("\u00a0", "\u202f", "\u2007")
"""Spaces at which no line breaks, and which indent nothing."""
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Signs that show nothing."""
_BLANK = "[\\s\u00ad\u200b-\u200f\u2060\ufeff]+"
"""Signs without which words stay what they are: those that turn their direction are no blanks."""
_ENDS = re.compile(rf"\A{_BLANK}|{_BLANK}\Z")


def trimmed(text: str) -> str:
    """The text without what can't be seen before and behind it."""
    if text[:1].isalnum() and text[-1:].isalnum():
        return text
    return _ENDS.sub("", text)


def without_blanks(text: str) -> str:
    """The text without anything that can't be seen."""
    return "".join(HIDDEN.sub("", text).split())
