"""A theme's words: those of pages in each language, and those of print.

A table is a file of strings/, `vi.toml`, `en.toml`, `press.vi.toml` or `press.en.toml`; a child's
string takes the place of its parent's.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from generator.plain_files import read_plain_text
from generator.theme.errors import ThemeError
from generator.theme.inheritance import Folders
from generator.theme.plain_text import plain


def string_files(folders: Folders, table: str) -> tuple[Path, ...]:
    """The string tables of that name (`vi`, `press.vi`), the nearest theme's first."""
    paths = (folder / "strings" / f"{table}.toml" for folder in folders)
    return tuple(path for path in paths if path.is_file())


def string_table(path: Path) -> Mapping[str, str]:
    """The strings of one table by dotted key. Raises ThemeError for a file that is no TOML."""
    try:
        return dict(_flat(tomllib.loads(read_plain_text(path))))
    except (OSError, ValueError, RecursionError) as error:
        raise ThemeError.unread(path, error) from error


@dataclass(frozen=True, slots=True)
class Words:
    """A theme's strings in one language, by dotted key (`product.story`)."""

    table: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """The string with its `{values}` filled in; ThemeError where the theme lacks the key."""
        text = self.table.get(key)
        if text is None:
            raise _lacking(key)
        return text.format(**values) if values else text

    def count(self, key: str, number: int) -> str:
        """`<key>_one` for one (where the language has it), else `<key>`, with `{n}` filled in."""
        single = f"{key}_one"
        return self.say(single if number == 1 and single in self.table else key, n=number)


class _Table(dict[str, str]):
    """Strings by dotted key, of which none is missing without a word."""

    def __missing__(self, key: str) -> str:
        raise _lacking(key)


def words(folders: Folders, language: str) -> Words:
    """All strings of that language, a child's taking the place of its parent's.

    Raises ThemeError for a file that is no TOML.
    """
    paths = string_files(folders, language)
    return _words(tuple((path, path.stat().st_mtime_ns) for path in paths))


def press_words(folders: Folders, language: str) -> Mapping[str, str]:
    """The strings of what is printed in that language, by dotted key.

    Asked for a key that the theme lacks, it raises ThemeError.
    """
    return words(folders, f"press.{language}").table


@lru_cache(maxsize=16)
def _words(paths: tuple[tuple[Path, int], ...]) -> Words:
    table = _Table()
    for path, _ in reversed(paths):
        table.update(string_table(path))
    return Words(table)


def _lacking(key: str) -> ThemeError:
    return ThemeError(
        f"các bảng chữ của giao diện thiếu {key!r}", f"the theme's strings lack {key!r}"
    )


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, plain(str(value))
