"""What would keep a project's own theme from making pages, found without making any."""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import filterfalse
from pathlib import Path
from typing import Any, get_args, get_type_hints

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError

from generator import theme
from generator.catalogue.languages import Language
from generator.engine.paths import is_below
from generator.litter import is_passed_over
from generator.theme.errors import shown_path
from generator.web.called import Called, Check, keys, nothing, one_of
from generator.web.loaded_theme import LoadedTheme
from generator.web.policy import inline_scripts
from generator.web.render import template_names
from generator.web.scripts import joined
from generator.web.styles import PLACES, sheet
from generator.web.template_fault import TemplateFault
from generator.web.template_files import TemplateFiles
from generator.web.template_reader import Function, Hint, Macro, TemplateReader
from generator.web.template_values.frame import GlobalNames, TemplateNames
from generator.web.template_values.product import LotValues, ProductPage
from generator.web.templates import environment
from generator.web.templates_page import TEMPLATES
from generator.web.written_template import WrittenTemplate, written

_OF_LOTS = "lot.html"
_TEXTS = frozenset({".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"})
"""Of static/: in these no zeros stand in a row."""


def require_files(folders: theme.Folders) -> None:
    """Read what every build reads of the theme, but for templates. Raises ThemeError."""
    static, scripts = theme.static_files(folders), theme.scripts(folders)
    for path in (*static, *scripts):
        if not is_below(f"static/{path}", {"static"}):
            raise theme.ThemeError(
                f"{path!r} không thể là tên tệp trong static/",
                f"{path!r} can be no file's name in static/",
            )
    for path, file in static.items():
        try:
            content = file.read_bytes()
            theme.require_written(file, content, text=file.suffix in _TEXTS)
            if path.endswith(".svg"):
                content.decode()
        except (OSError, ValueError) as error:
            raise theme.ThemeError.unread(file, error) from error
    inline_scripts(folders)
    for place in PLACES:
        sheet(folders, place)
    for parts in scripts.values():
        joined(parts)


def require_templates(folders: theme.Folders, language: Language) -> None:
    """Compile the templates that pages are made with. Raises ThemeError with the first fault.

    The last folder is that of a theme that inherits none: the pages are those it has templates for.
    """
    found = environment(folders, theme.words(folders, language))
    templates = TemplateFiles(folders)
    names = sorted(path.name for path in (folders[-1] / "web").glob("*.html"))
    for name in filterfalse(is_passed_over, names):
        for path in templates.of(name):
            try:
                found.get_template(_name(folders, path))
            except TemplateSyntaxError as error:
                raise _no_template(path, error.lineno, error.message or "") from error
            except TemplateNotFound as error:
                name = f"web/{error.name}"
                raise theme.ThemeError(f"không có tệp {name!r}", f"no file {name!r}") from error
            except Exception as error:  # of Python's compiler, which takes not all that Jinja does
                raise _no_template(path, 1, f"{type(error).__name__}: {error}") from error


def _no_template(path: Path, line: int, said: str) -> theme.ThemeError:
    file = shown_path(path)
    return theme.ThemeError(
        f"{file}:{line}: sai cú pháp của mẫu trang ({said})",
        f"{file}:{line}: it is no template ({said})",
        *(file, line),
    )


def template_faults(folders: theme.Folders, languages: Sequence[Language]) -> list[TemplateFault]:
    """What the templates ask for and don't get, on whatever branch; `template` is the name.

    They are sound as far as `require_templates` looks, and read as pages of the site's `languages`.
    """
    shown = LoadedTheme(folders)
    words = {language: shown.words(language).table for language in languages}
    reader = reader_of(environment(folders, shown.words(languages[0])), shown, words)
    # One that is too deep for this reader may still make pages, and is told of where it can't.
    with suppress(RecursionError):
        for name, kind in TEMPLATES.items():
            if name != _OF_LOTS:
                reader.template(name, {**reader.names, "page": kind})
        read_lots(reader)
        reader.uncalled()
        return reader.faults
    return []


def reader_of(
    found: Environment, shown: LoadedTheme, words: Mapping[Language, Mapping[str, str]]
) -> TemplateReader:
    """What reads templates of that environment, with the `words` of each language.

    Asked for a template that no theme has, it raises ThemeError.
    """
    loader: Any = found.loader  # that of templates.py

    def parsed(name: str) -> WrittenTemplate:
        try:
            source, _, _ = loader.get_source(found, name)
        except TemplateNotFound as error:
            theme.find(shown.folders, f"web/{name}")
            raise theme.ThemeError(f"không có tệp {name!r}", f"no file {name!r}") from error
        return written(source)

    def exists(name: str) -> bool:
        with suppress(TemplateNotFound):
            return bool(loader.get_source(found, name))
        return False

    names: Mapping[str, Any] = template_names(
        {"language": next(iter(words)), "page": None, "template": "redirect.html"}, shown
    )
    palette = theme.palette(shown.folders)
    on_screens = tuple(name for name, each in palette.colours.items() if each.light)
    checks: Mapping[str, Check] = {
        "t": keys(words, counted=False),
        "count": keys(words, counted=True),
        "styles": one_of(PLACES, 1, "place"),
        "colour": one_of(on_screens, 0, "name"),
    }
    values = {**names, "colour": palette.on_screen}
    hints = {**get_type_hints(TemplateNames), **get_type_hints(GlobalNames)}
    known: dict[str, Hint] = {}
    for name, hint in hints.items():
        known[name] = hint
        if callable(values[name]) and not isinstance(values[name], str):
            called = Called(name, inspect.signature(values[name]), checks.get(name, nothing))
            known[name] = Function(called, (get_args(hint) or (Any,))[-1])
    shared = {name: known[name] for name in get_type_hints(GlobalNames)}
    return TemplateReader(parsed, exists, shared, say=known["t"], names=known)


def read_lots(reader: TemplateReader) -> None:
    """Read lot.html, whose macros web/lots.py calls."""
    found = reader.module(_OF_LOTS).names
    passport = get_type_hints(LotValues)["passport"]
    wanted = {
        "head": (LotValues, ProductPage, reader.say),
        "trace": (LotValues, reader.say),
        "passport": (passport, reader.say),
    }
    for name, given in wanted.items():
        if isinstance(macro := found.get(name), Macro):
            reader.macro(macro, *given)
        else:
            reader.lacks(_OF_LOTS, name, tuple(sorted(found)))


def _name(folders: theme.Folders, path: Path) -> str:
    """The name by which templates call that file of theirs."""
    webs = (folder / "web" for folder in folders)
    return next(path.relative_to(web).as_posix() for web in webs if path.is_relative_to(web))
