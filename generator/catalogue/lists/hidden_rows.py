"""Rows that a workbook hides, by a filter or by hand: they are read, and an editor is told so."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
_NAME = re.compile(r"\bname=\"([^\"]*)\"")
_ID = re.compile(r"\b\w+:id=\"([^\"]*)\"")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
_OF_RELATION = re.compile(r"\b(Id|Target)=\"([^\"]*)\"")
_HIDDEN = re.compile(
    rb"<(?:\w+:)?row\s(?=[^<>]*\shidden=\"(?:1|true)\")[^<>]*?\br=\"([0-9]{1,7})\"[^<>]*(?<!/)>"
)
"""Rows that hold something."""


def hidden_rows(path: Path) -> Mapping[str, tuple[int, ...]]:
    """The numbers of such rows, from 1, by the sheet's name; of a workbook of Excel, else none.

    For a file whose size has been looked at.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return {
                name: found
                for name, part in _parts(archive).items()
                if (found := tuple(map(int, _HIDDEN.findall(archive.read(part)))))
            }
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        return {}


def _parts(archive: zipfile.ZipFile) -> Mapping[str, str]:
    """The part of each sheet, by the sheet's name."""
    told = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {}
    for relation in _RELATION.findall(told):
        found = dict(_OF_RELATION.findall(relation))
        targets[found.get("Id")] = found.get("Target", "")
    parts = {}
    for sheet in _SHEET.findall(archive.read("xl/workbook.xml").decode("utf-8", "replace")):
        name, given = _NAME.search(sheet), _ID.search(sheet)
        if name and given and (target := targets.get(given[1])):
            parts[html.unescape(name[1])] = (
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )
    return parts
