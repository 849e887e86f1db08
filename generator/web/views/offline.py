"""The page that keeps the catalogue for when there is no network."""

from __future__ import annotations

from generator.web.offline import HELP, files_path, listing_path
from generator.web.template_values.pages import OfflinePage
from generator.web.views.edition import Edition
from generator.web.views.frame import frame
from generator.web.views.lists import index_head


def offline_page(edition: Edition) -> OfflinePage:
    """Values of offline.html."""
    head = index_head(edition, HELP[0])
    return {
        **frame(edition, head),
        "listing": edition.rooted(head.origin, listing_path(edition.language)),
        "files": edition.rooted(head.origin, files_path(edition.language)),
    }
