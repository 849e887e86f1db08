"""What would keep a project's own theme from making pages, found without making any."""

from __future__ import annotations

from pathlib import Path

from jinja2 import TemplateSyntaxError

from generator import theme
from generator.catalogue.languages import Language
from generator.theme.errors import shown_path
from generator.web.policy import inline_scripts
from generator.web.scripts import joined
from generator.web.styles import PLACES, sheet
from generator.web.template_files import TemplateFiles
from generator.web.templates import environment


def require_sound(folders: theme.Folders, language: Language) -> None:
    """Read what every build reads of the theme. Raises ThemeError with the first fault.

    The last folder is that of a theme that inherits none: the pages are those it has templates for.
    """
    theme.static_files(folders)
    inline_scripts(folders)
    for place in PLACES:
        sheet(folders, place)
    for parts in theme.scripts(folders).values():
        joined(parts)
    found = environment(folders, theme.words(folders, language))
    templates = TemplateFiles(folders)
    for name in sorted(path.name for path in (folders[-1] / "web").glob("*.html")):
        for path in templates.of(name):
            try:
                found.get_template(_name(folders, path))
            except TemplateSyntaxError as error:
                file, said = shown_path(path), error.message
                raise theme.ThemeError(
                    f"{file}:{error.lineno}: sai cú pháp của mẫu trang ({said})",
                    f"{file}:{error.lineno}: it is no template ({said})",
                    *(file, error.lineno),
                ) from error


def _name(folders: theme.Folders, path: Path) -> str:
    """The name by which templates call that file of theirs."""
    webs = (folder / "web" for folder in folders)
    return next(path.relative_to(web).as_posix() for web in webs if path.is_relative_to(web))
