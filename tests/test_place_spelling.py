"""A place in a text is held to the list of places: letters alike, marks too."""

from __future__ import annotations

import pytest

from generator.catalogue.judging.place_spelling import misspelt, names_of, places_told
from generator.catalogue.model import Place

KNOWN = names_of(
    [
        Place(slug="a", kind="xã", name="Tân Hưng", province="Tây Ninh"),
        Place(slug="b", kind="xã", name="Hòa Bình", district="Vĩnh Hưng", province="Long An"),
        Place(slug="c", kind="xã", name="Tân Hùng", province="Vĩnh Long"),
    ]
)


def told(text: str) -> list[tuple[str, str]]:
    return [
        (each.values["found"], each.values["closest"])
        for each in misspelt("x.md", places_told(text), KNOWN)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ở xã Tân Hung, mùa nước nổi.", [("Tân Hung", "Tân Hùng")]),
        ("Huyện Vỉnh Hưng cũ", [("Vỉnh Hưng", "Vĩnh Hưng")]),
        ("tỉnh Tây\u00a0Nính", [("Tây Nính", "Tây Ninh")]),
        ("xã Tân Hung và xã Tân Hung", [("Tân Hung", "Tân Hùng")]),
        ("xã Tân Hung Thôn Hai", [("Tân Hung", "Tân Hùng")]),
    ],
)
def test_other_marks_are_told_once(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ở xã Tân Hưng, tỉnh Tây Ninh.",
        "xã Tân Hùng",
        "xã Hoà Bình và xã Hòa Bình",
        "xã Ta\u0302n Hưng",
        "huyện Tân Thạnh",
        "xã Tân Hương",
        "XÃ TÂN HUNG",
        "Tân Hung là tên người",
        "xã hội tan hung",
        "tỉnh lỵ",
    ],
)
def test_other_places_and_other_spellings_of_the_same_marks_are_not(text: str) -> None:
    assert told(text) == []


def test_line_and_column_are_those_of_the_name() -> None:
    (found,) = misspelt("x.md", places_told("---\nname: A\n---\nỞ xã Tân Hung."), KNOWN)

    assert (found.at.line, found.at.column) == (4, 6)  # type: ignore[union-attr]
