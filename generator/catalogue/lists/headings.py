"""The heading of a sheet: in which row or two it stands, and what each column is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue.folding import bare
from generator.catalogue.lists.columns import NUMBER, column_of, how_recent
from generator.catalogue.lists.tables import ListSheet, Value

LAST_ROW = 20
"""The heading stands within so many rows from the top."""
_LEAST = 2
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LONGEST = 120
_NUMBERED = re.compile(r"0*[1-9][0-9]*(?:\.0)?\.?")
_UNITS = {
    r"trieu|tr ?d|tr dong|1000 000 ?d": 1_000_000,
    r"nghin|ngan|1000 ?(?:d|dong|vnd)|n ?d": 1_000,
}
"""What a price is written in, as in “Giá (tr.đ)”, “ĐVT: 1.000 đồng”."""
_STARS_ALONE = re.compile(r"(?:hang |dat )?([345]) sao")


@dataclass(frozen=True, slots=True)
class ListHeading:
    """A column as its heading says: the `key` is empty where nobody knows what it is.

    `times` is by how much its prices are to be multiplied, None where the heading doesn't say.
    `ticked` are the stars of a product that has a mark in this column, one of several.
    """

    column: int
    text: str
    key: str
    sure: bool
    times: int | None = None
    ticked: int | None = None


@dataclass(frozen=True, slots=True)
class ListHead:
    """The headings of a sheet; the rows below begin at `below`, from 0."""

    headings: tuple[ListHeading, ...]
    below: int

    def of(self, key: str) -> ListHeading | None:
        """The first column of that key."""
        return next((each for each in self.headings if each.key == key), None)


def find_head(sheet: ListSheet, given: Mapping[str, str]) -> ListHead | None:
    """The heading of a sheet that names products, else None.

    `given` are keys by folded headings, as an editor has corrected them.
    """
    best: tuple[tuple[int, int], ListHead] | None = None
    for row in range(min(LAST_ROW, len(sheet.rows))):
        for depth, head in enumerate(_heads(sheet, row, given), 1):
            known = {each.key for each in head.headings if each.key and each.sure}
            ticked = sum(each.ticked is not None for each in head.headings)
            score = len(known - {NUMBER}) + (ticked > 1), -depth
            if score[0] >= _LEAST and head.of("name") and (best is None or score > best[0]):
                best = score, head
    return best[1] if best else None


def _heads(sheet: ListSheet, row: int, given: Mapping[str, str]) -> Iterator[ListHead]:
    """The heading in this row alone, and the one in it and the next, unless that is a product's."""
    head = _head(sheet, row, 1, given)
    yield head
    if row + 1 < len(sheet.rows) and not _is_product(sheet.rows[row + 1], head):
        yield _head(sheet, row, 2, given)


def _is_product(row: Sequence[Value], head: ListHead) -> bool:
    """Whether a row has a number, or a name, where the heading above it says so."""
    for each in head.headings:
        value = row[each.column] if each.column < len(row) else ""
        text = _BRACKETS.sub("", value).strip() if isinstance(value, str) else str(value)
        if each.key == "name" and re.search(r"[^\W\d_]", text):
            return bare(text) != bare(each.text) and not column_of(text)[1]
        if each.key == NUMBER and _NUMBERED.fullmatch(text):
            return True
    return False


def _head(sheet: ListSheet, row: int, depth: int, given: Mapping[str, str]) -> ListHead:
    rows = [_texts(sheet, at) for at in range(row, min(row + depth, len(sheet.rows)))]
    found, taken = list[ListHeading](), set[str]()
    for column in range(max(map(len, rows), default=0)):
        parts = [texts[column] for texts in rows if column < len(texts) and texts[column]]
        text = " ".join(dict.fromkeys(parts))
        if not text:
            continue
        key, sure = _key(parts, text, given)
        ticked = _STARS_ALONE.fullmatch(bare(parts[-1]))
        if ticked:
            key, sure = "certificate.stars", True
        elif key in taken and (before := _given_up(found, key, text)) is not None:
            found[before] = replace(found[before], key="")
        elif key in taken:
            key = ""
        if len(key) > 1:
            taken.add(key)
        found.append(ListHeading(column, text, key, sure, _times(text), ticked and int(ticked[1])))
    return ListHead(tuple(found), row + depth)


def _given_up(found: Sequence[ListHeading], key: str, text: str) -> int | None:
    """Which column of that key gives way, as “Địa chỉ cũ” does to “Địa chỉ mới”; None for none."""
    before = next(at for at, each in enumerate(found) if each.key == key)
    return before if how_recent(text) > how_recent(found[before].text) else None


def _texts(sheet: ListSheet, row: int) -> list[str]:
    """A row's texts, where a merged cell is seen in each column that it covers."""
    cells = sheet.rows[row]
    texts = [" ".join(each.split()) if isinstance(each, str) else "" for each in cells]
    for (top, left), (bottom, right) in sheet.merged:
        if top == row and bottom - top < _LEAST and left < len(texts):
            for column in range(left, min(right + 1, len(texts))):
                texts[column] = texts[left]
    return ["" if len(each) > _LONGEST else each for each in texts]


def _key(parts: Sequence[str], text: str, given: Mapping[str, str]) -> tuple[str, bool]:
    for each in (text, *reversed(parts)):
        if key := given.get(bare(each)):
            return key, True
    tries = [text, parts[-1], parts[0]]
    found = [column_of(_BRACKETS.sub(" ", each)) for each in tries]
    found += [column_of(each) for each in tries]
    exact = next((each for each in found if each[1]), None)
    return exact or next((each for each in found if each[0]), ("", False))


def _times(text: str) -> int | None:
    words = re.sub(r"\b1 000\b", "1000", bare(text))
    for units, times in _UNITS.items():
        if re.search(rf"\b(?:{units})\b", words):
            return times
    return 1 if re.search(r"\b(dong|vnd|d)\b", words) else None
