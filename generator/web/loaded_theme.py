"""A theme as the pages of one batch see it: templates, strings and inline styles.

Pages are many and the theme is one, so its files are looked at once for each `Folders` object: a
build in this process has one, and so has each batch that a worker is sent. A file edited between
two builds is noticed, however long the process lives.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, Template
from markupsafe import Markup

from generator import theme
from generator.engine.artifact import Folders
from generator.web import (
    policy,
    styles,
    templates,
)
from generator.web.template_values.frame import GlobalNames

_Stamped = tuple[tuple[Path, int], ...]
"""Files, each with the time of its last change in nanoseconds."""


class LoadedTheme:
    """What pages take from a theme, read when first asked for."""

    def __init__(self, folders: theme.Folders) -> None:
        self.folders = folders
        self._words: dict[str, theme.Words] = {}
        self._templates: dict[str, Environment] = {}
        self._styles: dict[tuple[str, str], Markup] = {}
        self._policies: dict[str, Markup] = {}

    def words(self, language: str) -> theme.Words:
        """The theme's strings of that language."""
        if language not in self._words:
            self._words[language] = theme.words(self.folders, language)
        return self._words[language]

    def template(self, language: str, name: str) -> Template:
        """The template web/<name>, with the strings of that language."""
        if language not in self._templates:
            strings = _stamped(theme.string_files(self.folders, language))
            found = (each for folder in self.folders for each in (folder / "web").rglob("*"))
            # Editors leave links that lead nowhere beside a file that is open.
            files = _stamped(filter(Path.is_file, found))
            files += _stamped(theme.manifest_files(self.folders))
            self._templates[language] = _environment(self.folders, language, strings + files)
        return self._templates[language].get_template(name)

    def policy(self, template: str) -> Markup:
        """The Content-Security-Policy of pages of that template; it has no double quotes."""
        if template not in self._policies:
            found = policy.page_policy(self.folders, template)
            self._policies[template] = Markup(found)  # noqa: S704 (made of the theme's own hashes)
        return self._policies[template]

    def inline_styles(self, root: str, place: str = "inline") -> Markup:
        """The style sheets of a place; `root` is the way from the page to the site's root."""
        if (root, place) not in self._styles:
            css = styles.sheet(self.folders, place)
            css = css.replace('url("', f'url("{root}static/')
            self._styles[root, place] = Markup(css)  # noqa: S704 (the theme's own)
        return self._styles[root, place]


_latest: tuple[Folders, LoadedTheme] | None = None


def loaded_theme(folders: Folders) -> LoadedTheme:
    """The theme in these folders."""
    global _latest
    latest = _latest
    if latest is None or latest[0] is not folders:
        _latest = latest = (folders, LoadedTheme(folders.theme))
    return latest[1]


def _stamped(files: Iterable[Path]) -> _Stamped:
    return tuple((path, path.stat().st_mtime_ns) for path in files)


@lru_cache(maxsize=8)
def _environment(folders: theme.Folders, language: str, files: _Stamped) -> Environment:
    del files  # part of the cache's key: after an edit, templates are compiled anew
    found = templates.environment(folders, theme.words(folders, language))
    shared: GlobalNames = {"colour": theme.palette(folders).on_screen}
    found.globals.update(shared)
    return found
