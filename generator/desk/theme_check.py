"""Whether the theme that the site names can be worn, said at its key in site.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator import theme
from generator.catalogue.judging.garbled_texts import garbled_findings, invisible_findings
from generator.catalogue.model import Site
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.rules_site import (
    THEME_MISSING,
    THEME_STRING_MISSING,
    THEME_STRING_PLACE,
    THEME_UNUSABLE,
)
from generator.desk.options import Order
from generator.desk.string_places import place_of
from generator.desk.theme_files import unused_files
from generator.desk.theme_keys import unused_keys
from generator.plain_files import read_plain_text
from generator.press import format_strings
from generator.press.formats import formats
from generator.shipped import is_shipped_theme
from generator.theme.own_files import own_files

_AT = ("theme",)


def theme_findings(site: Site, order: Order) -> Iterator[Finding]:
    """Yield what stands against the theme: that there is none of the name, or what is at fault."""
    known = {
        folder.name
        for root in order.theme_roots
        if root.is_dir()
        for folder in root.iterdir()
        if folder.is_dir()
    }
    if site.theme not in known:
        values = {"found": site.theme, "closest": closest(site.theme, sorted(known))}
        yield Finding(site.source, _AT, THEME_MISSING, values)
        return
    try:
        folders = theme.chain(site.theme, order.theme_roots)
        yield from _garbled(folders, order)
        yield from unused_keys(folders, order)
        yield from unused_files(folders, order)
        yield from _looked_at(folders, site, order)
    except theme.ThemeError as error:
        yield unusable(site, error)


def unusable(site: Site, error: theme.ThemeError) -> Finding:
    """What is told of a theme that can't be used, at its key; the values tell the theme's file."""
    values = {"reason_vi": error.vi, "reason_en": error.en}
    values |= {"file": error.file, "line": str(error.line)} if error.file else {}
    return Finding(site.source, _AT, THEME_UNUSABLE, values)


def _garbled(folders: theme.Folders, order: Order) -> Iterator[Finding]:
    """Yield a finding for each string of the project's own that has lost its letters."""
    own = [folder for folder in folders if not is_shipped_theme(folder)]
    for path in (path for folder in own for path in own_files(folder, "strings/*.toml")):
        file, table = path.relative_to(order.root).as_posix(), theme.string_table(path)
        lines = read_plain_text(path).splitlines()
        for key, text in table.items():
            for each in (*garbled_findings(text), *invisible_findings(text, key)):
                yield replace(each, file=file, at=place_of(lines, key, text))


def _looked_at(folders: theme.Folders, site: Site, order: Order) -> Iterator[Finding]:
    """Read the tables of a theme that doesn't come with the program. Raises ThemeError."""
    if all(map(is_shipped_theme, folders)):
        return
    for language in site.languages:
        theme.words(folders, language)
    # The pages, which a project without a theme of its own can spare here.
    from generator.desk.template_check import template_findings
    from generator.web.theme_faults import require_files

    require_files(folders)
    yield from template_findings(folders, site, order)
    told: set[format_strings.StringFault] = set()
    for wanted in formats(folders).values():
        for fault in format_strings.faults(folders, wanted, site.language):
            if fault in told:  # of a string that several formats have in common
                continue
            told.add(fault)
            values = {
                "found": site.theme,
                "key": fault.key,
                "language": site.language,
                "table": f"press.{site.language}",
                "called_vi": wanted.title.vi,
                "called_en": wanted.title.en,
            }
            if fault.text is None:
                yield Finding(site.source, _AT, THEME_STRING_MISSING, values)
            else:
                yield Finding(site.source, _AT, THEME_STRING_PLACE, {**values, "text": fault.text})
