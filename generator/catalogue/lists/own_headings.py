"""What an editor has said of a list's headings, kept for the next list: `content/headings.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.catalogue import settings_files
from generator.catalogue.folding import bare
from generator.catalogue.lists.columns import BY_KEY, IGNORED
from generator.catalogue.lists.list_error import ListError
from generator.catalogue.problems.nearest import closest
from generator.plain_files import read_plain_text

FILE = settings_files.HEADINGS


def read_headings(content: Path) -> dict[str, str]:
    """Keys by headings as they were written. Raises ListError where the file has faults."""
    if not (content / FILE).exists():
        return {}
    try:
        found = yaml.safe_load(read_plain_text(content / FILE)) or {}
        known = {str(heading): str(key) for heading, key in found.items()}
    except (OSError, ValueError, AttributeError, yaml.YAMLError) as error:
        raise ListError(
            f"Không đọc được content/{FILE}; hãy xóa tệp đó rồi dùng --map lại.",
            f"content/{FILE} can't be read; delete it and use --map again.",
        ) from error
    for key in known.values():
        check_key(key)
    return known


def check_key(key: str) -> None:
    """Raise ListError where there is no such column."""
    if key in BY_KEY or key == IGNORED:
        return
    near = closest(key, BY_KEY)
    keys = ", ".join(BY_KEY)
    raise ListError(
        f"Không có cột “{key}”" + (f"; có phải “{near}”?" if near else f". Các cột: {keys}."),
        f"There is no column “{key}”" + (f"; did you mean “{near}”?" if near else f": {keys}."),
    )


def by_words(headings: Mapping[str, str]) -> dict[str, str]:
    """Keys by headings without case, marks and signs, as they are looked up."""
    return {bare(heading): key for heading, key in headings.items()}


def written(headings: Mapping[str, str]) -> bytes:
    """The file's text."""
    told = "# Tiêu đề cột của danh sách, và khóa mà nó là (ocop import --map). - là bỏ qua.\n"
    text = yaml.safe_dump(dict(headings), allow_unicode=True, sort_keys=True, width=10_000)
    return (told + text).encode()
