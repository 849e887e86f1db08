"""Rows that head others, such as “NĂM 2025” or “I. HUYỆN MẪU”, and what they say of those below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.catalogue.folding import bare
from generator.catalogue.lists.cells import CellDoubt, group, stars
from generator.catalogue.lists.columns import YEAR_ONLY
from generator.catalogue.lists.tables import Value
from generator.catalogue.ocop.groups import GROUPS

_HEADS = re.compile(
    r"(?:[ivx]+|[a-h])\b(?= |$)|(?:nam (?:19|20)\d\d|huyen|thi xa|thanh pho|xa|phuong|nhom|nganh|"
    r"bo san pham|san pham|hang|dot|[345] sao|tinh)\b"
)
_MARK = re.compile(r"^\s*(?:[IVX]+|[A-H]|[0-9]{1,2}(?:\.[0-9]{1,2})*)(?:\s*[.)/:\-–]\s*|\s+)(?=\S)")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STARS = re.compile(r"\b(?:[345]|ba|bon|nam) sao\b")
_COMMUNE = re.compile(r"(?:xã|phường|thị trấn)\s+\S.*", re.IGNORECASE)
_DISTRICT = re.compile(r"(?:huyen|thi xa|thanh pho|quan|tinh)\b")
_OF_GROUP = re.compile(r"(?i)^(?:bộ|nhóm|ngành)(?:\s+sản\s+phẩm)?\s*(?:số\s*)?[:.\-–]?\s*")
_GROUPS = {bare(each.vi): number for number, each in GROUPS.items()}
RECOGNISED, _POTENTIAL = "đã công nhận", "tiềm năng"
_DISTRICTS = "district"


class Stated(NamedTuple):
    """What a row says of those below it: the value, where it stands, and the row's text."""

    value: Value
    cell: str
    text: str


def is_section(words: str) -> bool:
    """Whether a text without marks, alone in its row, heads the rows below."""
    return bool(_HEADS.match(words)) or words in _GROUPS


class Sections:
    """The rows that the rows now read stand under, the outermost first."""

    def __init__(self) -> None:
        self._open: dict[str, Mapping[str, Stated]] = {}
        self._texts: dict[str, str] = {}

    def enter(self, text: str, cell: str) -> None:
        """Begin a section. One of the same kind ends, and so do all that were within it."""
        said = dict(_said(text, cell))
        kind = next(iter(said), "other")
        if kind in self._open:
            kinds = [*self._open]
            for ended in kinds[kinds.index(kind) :]:
                del self._open[ended], self._texts[ended]
        self._open[kind], self._texts[kind] = said, text

    def entitle(self, text: str, cell: str) -> None:
        """Take the stars that a title or a sheet's name says; a year there is often a report's."""
        if len(found := _STARS.findall(bare(text))) == 1:
            told = Stated(stars(found[0]), cell, text)
            self._open["title"], self._texts["title"] = {"certificate.stars": told}, text

    def text(self) -> str:
        """What stands above, as one text."""
        return " ".join(self._texts.values())

    def stated(self) -> Mapping[str, Stated]:
        """What the rows above say, by the keys of columns."""
        return {
            key: told
            for said in self._open.values()
            for key, told in said.items()
            if key != _DISTRICTS
        }


def _said(text: str, cell: str) -> Iterator[tuple[str, Stated]]:
    own = _MARK.sub("", text, count=1).strip(" .:-–")
    words = bare(own)
    if _DISTRICT.match(words):
        yield _DISTRICTS, Stated(own, cell, text)
    if re.search(r"\bnam (?:19|20)\d\d\b", words) and len(years := _YEARS.findall(own)) == 1:
        yield YEAR_ONLY, Stated(years[0], cell, text)
    if len(found := _STARS.findall(words)) == 1:
        yield "certificate.stars", Stated(stars(found[0]), cell, text)
    if re.search(r"\b(?:san pham|y tuong|danh sach)\b.*\btiem nang\b", words):
        yield "status", Stated(_POTENTIAL, cell, text)
    elif re.search(r"\bsan pham\b.*\bduoc cong nhan\b", words) and "chua" not in words:
        yield "status", Stated(RECOGNISED, cell, text)
    if _COMMUNE.fullmatch(own):
        yield "producer.place", Stated(own, cell, text)
    if number := _group(own):
        yield "group", Stated(number, cell, text)


def _group(text: str) -> int | None:
    """The group that the text names and no more; None for a sector, or for anything else."""
    named = _OF_GROUP.match(text)
    rest = text[named.end() :] if named else text
    if rest.isdigit() and not named:
        return None
    if bare(rest) not in _GROUPS and not rest[:2].strip().rstrip(".").isdigit():
        return None
    try:
        return group(rest)
    except CellDoubt:
        return None
