"""What a project's own theme would make no page with: found in its templates, and told there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator import theme
from generator.catalogue.model import Site
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_site import THEME_STRING_PLACE
from generator.catalogue.problems.rules_templates import (
    TEMPLATE_CALL,
    TEMPLATE_STRING,
    TEMPLATE_VALUE,
)
from generator.desk.options import Order
from generator.desk.string_places import place_of
from generator.desk.version import program_version
from generator.engine.store import Store
from generator.plain_files import read_plain_text
from generator.shipped import is_shipped_theme
from generator.theme.errors import shown_path
from generator.theme.own_files import own_files
from generator.web.paths import languages_of
from generator.web.template_fault import FaultKind, TemplateFault

FOUND = "theme.json"
"""What was found in the templates of a theme, by a hash of all that it was found in."""

_HANDED = (
    "; macro trong tệp được import chỉ biết những gì trao cho nó, ví dụ parts.card(c, t)",
    "; a macro of an imported file knows only what it is handed, as in parts.card(c, t)",
)


def template_findings(folders: theme.Folders, site: Site, order: Order) -> Iterator[Finding]:
    """Yield what the templates ask for and don't get. Raises ThemeError where they can't be read.

    A theme without pages and words of its own has those that come with the program.
    """
    if not has_own_pages(folders):
        return
    told: set[tuple[str, str]] = set()
    for fault in _faults(folders, site, order):
        # What a file of the theme's own lacks is told once, however often the program wants it.
        if fault.of and is_shipped_theme(theme.find(folders, f"web/{fault.template}")):
            if (fault.of, fault.found) in told:
                continue
            told.add((fault.of, fault.found))
        yield _finding(fault, folders, site, order)


def has_own_pages(folders: theme.Folders) -> bool:
    """Whether a theme of the project's own has templates, or words of pages."""
    own = [folder for folder in folders if not is_shipped_theme(folder)]
    return any(path for each in own for path in own_files(each, "web/*.html", "strings/??.toml"))


_OF_PAGES = ("web/**/*", "strings/*.toml", "static/*.css", "theme.toml")


def theme_hash(folders: theme.Folders, *further: str, of: tuple[str, ...] = _OF_PAGES) -> str:
    """A hash of the theme's templates, styles, words and colours, and of what else is given.

    Raises ThemeError for a file that can't be read.
    """
    hashed = hashlib.blake2b(repr(further).encode(), digest_size=16)
    for folder in folders:
        for path in own_files(folder, *of):
            try:
                content = path.read_bytes()
            except OSError as error:
                raise theme.ThemeError.unread(path, error) from error
            hashed.update(f"{path}\n{len(content)}\n".encode(errors="surrogateescape") + content)
    return hashed.hexdigest()


def _faults(folders: theme.Folders, site: Site, order: Order) -> list[TemplateFault]:
    languages = languages_of(site)
    store = Store(order.cache / FOUND, program_version())
    now = theme_hash(folders, *languages)
    match store.read_json():
        case [before, list(faults)] if before == now:
            return [_read(*each) for each in faults]
    # What makes pages, which nothing else here needs.
    from generator.web.theme_faults import require_templates, template_faults

    require_templates(folders, site.language)
    found = template_faults(folders, languages)
    store.keep_json([now, found])
    return found


def _read(
    template: str, line: int, kind: FaultKind, found: str, known: list[str], said: str, of: str
) -> TemplateFault:
    """A fault as JSON keeps it."""
    return TemplateFault(template, line, kind, found, tuple(known), said, of)


def _finding(fault: TemplateFault, folders: theme.Folders, site: Site, order: Order) -> Finding:
    path = theme.find(folders, f"web/{fault.template}")
    at, found = Position(fault.line, 1), fault.found
    if fault.kind == "place":
        own = _own_string(fault, folders)
        if own:
            text = fault.known[0]
            at = place_of(read_plain_text(own).splitlines(), fault.found, text)
            values = {"found": site.theme, "key": fault.found, "table": fault.said, "text": text}
            return Finding(_shown(own, order), at, THEME_STRING_PLACE, values)
        said = f"strings/{fault.said}.toml: “{fault.known[0]}”"
        values = {"found": f't("{found}")', "said": said}
        return Finding(_shown(path, order), at, TEMPLATE_CALL, values)
    if fault.of and is_shipped_theme(path):
        # The line is the program's; what lacks the macro is a file of the theme's own.
        found = f"{found} ({fault.template}:{fault.line})"
        path, at = theme.find(folders, f"web/{fault.of}"), Position(1, 1)
    near = closest(fault.found.rpartition(".")[2], fault.known) if fault.kind == "value" else ""
    near = near or (closest(fault.found, fault.known) if fault.kind == "string" else "")
    values = {"found": found, "files": fault.said, "said": fault.said, "closest": near}
    alone = fault.kind == "value" and "." not in fault.found
    values |= {"wanted_vi": _HANDED[0] * alone, "wanted_en": _HANDED[1] * alone}
    rules = {"value": TEMPLATE_VALUE, "string": TEMPLATE_STRING, "call": TEMPLATE_CALL}
    return Finding(_shown(path, order), at, rules[fault.kind], values)


def _own_string(fault: TemplateFault, folders: theme.Folders) -> Path | None:
    """The project's own table that the string comes from."""
    files = theme.string_files(folders, fault.said)
    path = next(each for each in files if fault.found in theme.string_table(each))
    return None if is_shipped_theme(path) else path


def _shown(path: Path, order: Order) -> str:
    root = order.root
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else shown_path(path)
