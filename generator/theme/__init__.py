"""Themes: folders of templates, styles, strings and drawings, each of which may inherit another.

A ground floor: what stands in theme.toml and strings/, whose file is taken, and which signs the
typeface has. It knows nothing of pages or PDF. `signs` and `fonts` are asked for by their names.
"""

from generator.theme.colours import Colour, Palette
from generator.theme.errors import ThemeError
from generator.theme.inheritance import (
    Folders,
    Manifest,
    chain,
    find,
    manifest,
    manifest_files,
    palette,
    require_written,
    scripts,
    static_files,
    styles,
    text_of,
)
from generator.theme.strings import Words, press_words, string_files, string_table, words
from generator.theme.typst_files import typst_template_files, typst_templates

__all__ = [
    "Colour",
    "Folders",
    "Manifest",
    "Palette",
    "ThemeError",
    "Words",
    "chain",
    "find",
    "manifest",
    "manifest_files",
    "palette",
    "press_words",
    "require_written",
    "scripts",
    "static_files",
    "string_files",
    "string_table",
    "styles",
    "text_of",
    "typst_template_files",
    "typst_templates",
    "words",
]
