"""What is printed, offered on a page as files."""

from __future__ import annotations

from generator.catalogue import saying
from generator.web.template_values.common import DownloadValues
from generator.web.views.edition import Edition


def downloads_of(edition: Edition, origin: str, fair: str | None) -> list[DownloadValues]:
    """What is printed for that fair, or of the whole catalogue without one."""
    return [
        {
            "name": edition.words.say(
                f"downloads.{'pdf' if each.language == edition.language else each.language}",
                name=saying.capitalised(each.names[edition.language]),
            ),
            "href": edition.link(origin, each.path),
        }
        for each in edition.downloads
        if each.fair == fair
    ]
