"""The languages of a site: Vietnamese, and English beside it or on its own."""

from __future__ import annotations

from typing import Literal

Language = Literal["vi", "en"]


def other_language(own: Language) -> Language:
    """The language that translations are in; `own` is the site's."""
    return "en" if own == "vi" else "vi"
