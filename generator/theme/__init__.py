"""Themes: folders of templates, styles, strings and drawings, each of which may inherit another.

A ground floor: what stands in theme.toml and strings/, whose file is taken, and which signs the
typeface has. It knows nothing of pages or PDF. `signs` and `fonts` are asked for by their names.
"""

from generator.theme.inheritance import (
    Folders,
    Manifest,
    ThemeError,
    chain,
    find,
    manifest,
    static_files,
    styles,
)
from generator.theme.strings import Words, press_words, string_files, words

__all__ = [
    "Folders",
    "Manifest",
    "ThemeError",
    "Words",
    "chain",
    "find",
    "manifest",
    "press_words",
    "static_files",
    "string_files",
    "styles",
    "words",
]
