"""The part of docs/themes.md on print, written from the templates' typed values: `make docs`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from generator.press.finishing.cover_wrap import CoverValues
from generator.press.finishing.marks import MarksValues
from generator.press.label_values import (
    ArtworkValues,
    CodePageValues,
    OutlineValues,
    SheetValues,
)
from generator.press.template_values import BrochureValues
from generator.theme.values_page import TemplateValues, ValuesPart

TEMPLATES: Mapping[str, type] = {
    "labels.typ": SheetValues,
    "code.typ": CodePageValues,
    "artwork.typ": ArtworkValues,
    "outline.typ": OutlineValues,
    "leaflet.typ": BrochureValues,
    "marks.typ": MarksValues,
    "cover-wrap.typ": CoverValues,
}
"""Which values each template gets; every format of formats.toml gets those of leaflet.typ."""

PART = ValuesPart(
    "press templates",
    tuple(TemplateValues(f"`press/{name}`", kind) for name, kind in TEMPLATES.items()),
)

if __name__ == "__main__":
    PART.write(Path(sys.argv[1]))
