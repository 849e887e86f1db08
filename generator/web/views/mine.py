"""The frames of pages that the browser fills with what a visitor chose."""

from __future__ import annotations

from generator.web.paths import Key
from generator.web.template_values.pages import MinePage
from generator.web.views.edition import Edition
from generator.web.views.frame import frame
from generator.web.views.lists import index_head

MINE: Key = ("mine", "")
COMPARISON: Key = ("compare", "")


def mine_page(edition: Edition, key: Key) -> MinePage:
    """Values of mine.html and compare.html."""
    head = index_head(edition, key[0])
    return {
        **frame(edition, head),
        "mine": edition.to(head.origin, MINE) or "",
        "comparison": edition.to(head.origin, COMPARISON) or "",
    }
