"""Words and colours that a project's own theme sets for nobody: most often a name mistyped."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import theme
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.place import START, Position
from generator.catalogue.problems.rules_site import THEME_STRING_PLACE
from generator.catalogue.problems.rules_templates import THEME_KEY_UNUSED
from generator.desk.options import Order
from generator.desk.string_places import place_of
from generator.desk.theme_uses import Uses
from generator.plain_files import read_plain_text
from generator.shipped import is_shipped_theme
from generator.theme.inheritance import STYLE_PLACES, TABLES
from generator.theme.own_files import own_files

_PLACE = re.compile(r"\{\w*\}")


def unused_keys(folders: theme.Folders, order: Order) -> Iterator[Finding]:
    """Yield a finding for each name in the project's own tables that changes nothing.

    That is one which no theme behind it has, so that it takes no place, and which no file of the
    project's own uses. A string with a place that nobody fills in is told too. Raises ThemeError.
    """
    own = [folder for folder in folders if not is_shipped_theme(folder)]
    uses = Uses(own)
    for folder in own:
        behind = folders[folders.index(folder) + 1 :]
        if not behind:
            continue
        for path in own_files(folder / "strings", "*.toml"):
            yield from _strings(path, behind, uses, order)
        yield from _manifest(folder / "theme.toml", behind, uses, order)


def _strings(path: Path, behind: theme.Folders, uses: Uses, order: Order) -> Iterator[Finding]:
    known = [
        key for each in theme.string_files(behind, path.stem) for key in theme.string_table(each)
    ]
    tables = {key.partition(".")[0] for key in known}
    lines = read_plain_text(path).splitlines()
    filled = _filled(behind)
    for key, text in theme.string_table(path).items():
        table, _, name = key.partition(".")
        if uses.has(name.rpartition(".")[2]):
            continue
        if key in known and key not in filled and _PLACE.search(text):
            values = {"found": path.parent.parent.name, "key": key, "table": path.stem}
            file = path.relative_to(order.root).as_posix()
            at = place_of(lines, key, text)
            yield Finding(file, at, THEME_STRING_PLACE, {**values, "text": text})
        if key in known or key.removesuffix("_one") in known:
            continue
        if table not in tables and uses.has(table):
            continue  # words of a format of its own, put together by its name
        yield _finding(path, place_of(lines, key, text), key, known, order)


def _filled(folders: theme.Folders) -> frozenset[str]:
    """Strings in which the program fills something in; of others each bracket would be shown."""
    tables = (path for folder in folders for path in own_files(folder / "strings", "*.toml"))
    found = (theme.string_table(path).items() for path in tables)
    return frozenset(key for table in found for key, text in table if _PLACE.search(text))


def _manifest(path: Path, behind: theme.Folders, uses: Uses, order: Order) -> Iterator[Finding]:
    text = read_plain_text(path)
    table, lines = tomllib.loads(text), text.splitlines()
    wrong: list[tuple[str, tuple[str, ...]]] = [(key, TABLES) for key in table if key not in TABLES]
    styles = table.get("styles", {})
    wrong += [(key, STYLE_PLACES) for key in styles if key not in STYLE_PLACES]
    known = tuple(theme.palette(behind).colours)
    for colour in table.get("colours", {}):
        others = [name for name in lines if not re.match(rf"\s*{re.escape(colour)}\s*=", name)]
        named = re.search(rf'"{re.escape(colour)}( \d+%)?"', "\n".join(others))
        if colour not in known and not named and not uses.has(colour):
            wrong.append((colour, known))
    for key, names in wrong:
        yield _finding(path, _line_of(lines, key), key, names, order)


def _line_of(lines: Iterable[str], key: str) -> Position:
    wanted = re.compile(rf"\s*\[?{re.escape(key)}\s*[\]=.]")
    found = (Position(number, 1) for number, line in enumerate(lines, 1) if wanted.match(line))
    return next(found, START)


def _finding(path: Path, at: Position, key: str, known: Iterable[str], order: Order) -> Finding:
    values = {"found": key, "closest": closest(key, known)}
    return Finding(path.relative_to(order.root).as_posix(), at, THEME_KEY_UNUSED, values)
