"""The site's language, for verbs that must work though nothing else of content/ can be read."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue.languages import Language
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.files import read_text
from generator.catalogue.settings_files import SITE


def own_language(content: Path) -> Language:
    """The language that site.yaml names; Vietnamese where it names none or can't be read."""
    try:
        found = frontmatter.parse(read_text(content / SITE, content)).value
    except frontmatter.UnreadableError:
        return "vi"
    return "en" if isinstance(found, dict) and found.get("language") == "en" else "vi"
