"""A value of a file is changed in place; everything else stays byte for byte."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue.blanks import trimmed
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.editing import (
    REMOVED,
    Changes,
    EditError,
    Removed,
    Value,
    edited,
    edited_yaml,
)

CONTENT = Path(__file__).resolve().parent.parent / "content"
FILES = sorted((*CONTENT.rglob("*.md"), *CONTENT.glob("*.yaml")))
HOSTILE = {
    "comments": "# đầu\nname: Khô cá  # tên\n\n# giữa\ngroup: 8\n  # cuối\nsample: true # hết",
    "quotes": "name: 'Khô ''cá'''\nsummary: \"a: b # c\"\ngroup: \"8\"\n'code': 7K3M9\n",
    "braces": "certificate: {stars: 3, decision: Số 1}\npacks: [{net: 500 g, price: 90000}]\n",
    "blocks": "summary: |\n  một\n  hai\n\nname: >-\n  ba\n  bốn\n\ngroup: 8\n",
    "lists": "photos:\n- file: a.jpg\n  alt: A # chữ\n-   file: b.jpg\n    alt: B\n"
    "aliases:\n  - /x/\n",
    "empty": "name:\nsummary: ~\ngroup:   # chưa rõ\npacks: []\ncertificate: {}\n",
    "colons": "ingredients: cá: 92 %, gia vị: muối\nname: Khô\n",
    "lines": "name: Khô cá\n  lóc đồng\ngroup: 8\n",
}


def keys_of(text: str) -> str:
    return frontmatter.split(frontmatter.clean(text))[0] if text.startswith("---") else text


def value_of(text: str) -> Any:  # noqa: ANN401  # any nesting
    return frontmatter.parse(keys_of(text)).value


def scalars(
    value: Any,  # noqa: ANN401  # any nesting
    path: KeyPath = (),
) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value or ())
    for key, each in () if isinstance(value, str) else pairs:
        yield from scalars(each, (*path, key))


def change(text: str, changes: Changes) -> str:
    return edited(text, changes) if text.startswith("---") else edited_yaml(text, changes)


def with_ends(text: str, ends: str) -> str:
    return text.replace("\n", ends)


@functools.cache
def of_the_sample() -> dict[str, str]:
    """The files of the sample content that have a key which none before in their folder has."""
    found, seen = {}, set[object]()
    for path in FILES:
        text = path.read_text("utf-8")
        keys = {
            (path.parent, tuple(each for each in at if isinstance(each, str)))
            for at, _ in scalars(value_of(text))
        }
        if keys - seen:
            found[path.relative_to(CONTENT).as_posix()] = text
        seen |= keys
    return found


SOURCES = {
    f"{name} {kind}": with_ends(text, ends)
    for name, text in HOSTILE.items()
    for kind, ends in (("", "\n"), ("crlf", "\r\n"))
}


def assert_changes_back(text: str) -> None:
    before = value_of(text)
    values = dict(scalars(before))
    for path, value in values.items():
        assert change(text, {path: value}) == text
        new = change(text, {path: "giá trị: mới # thật"})
        assert dict(scalars(value_of(new))) == {**values, path: "giá trị: mới # thật"}
        if "\n" not in value:
            again = change(new, {path: value})
            assert value_of(again) == before
            assert len(again.splitlines()) >= len(new.splitlines())


@pytest.mark.parametrize("name", SOURCES)
def test_a_value_changed_and_changed_back_leaves_every_byte(name: str) -> None:
    assert_changes_back(SOURCES[name])


def test_a_value_of_the_sample_changed_and_changed_back_leaves_every_byte() -> None:
    assert len(of_the_sample()) > 10
    for text in of_the_sample().values():
        assert_changes_back(text)


@pytest.mark.parametrize("name", [*SOURCES, None])
def test_only_the_line_of_a_value_is_touched(name: str | None) -> None:
    """Of the hostile texts one by one, and of the sample content."""
    for text in of_the_sample().values() if name is None else [SOURCES[name]]:
        assert_one_line_is_touched(text, name or "")


def assert_one_line_is_touched(text: str, name: str) -> None:
    for path, value in scalars(value_of(text)):
        if "\n" in value or name.startswith(("blocks", "lines")):
            continue
        lines, new = text.splitlines(keepends=True), change(text, {path: "7"}).splitlines(True)
        assert len(lines) == len(new)
        assert sum(one != other for one, other in zip(lines, new, strict=True)) <= 1


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("a: 1\nb: 2\n", ("c",), "3", "a: 1\nb: 2\nc: 3\n"),
        ("a: 1 # x\n# y\nb: 2", ("c",), "3", "a: 1 # x\n# y\nb: 2\nc: 3"),
        ("a: {b: 1}\n", ("a", "c"), "x, y", 'a: {b: 1, c: "x, y"}\n'),
        ("a: {}\n", ("a", "c"), "3", "a: {c: 3}\n"),
        ("a:\n  b: 1\nd: 4\n", ("a", "c"), "3", "a:\n  b: 1\n  c: 3\nd: 4\n"),
        ("a: 1\n", ("b", "c"), "3", "a: 1\nb:\n  c: 3\n"),
        ("a:\n", ("a",), "3", "a: 3\n"),
        ("a: # x\n", ("a",), "3", "a: 3 # x\n"),
        ("a: '1'\n", ("a",), "2", "a: '2'\n"),
        ('a: "1"\n', ("a",), 'b "c"', 'a: "b \\"c\\""\n'),
        ("a: 1\n", ("a",), "null", 'a: "null"\n'),
        ("a: 1\n", ("a",), "- x", 'a: "- x"\n'),
        ("a: 1\n", ("a",), True, "a: true\n"),
        ("a: 1\nb: 2\n", ("a",), REMOVED, "b: 2\n"),
        ("a: {b: 1, c: 2}\n", ("a", "b"), REMOVED, "a: {c: 2}\n"),
        ("a: {b: 1, c: 2}\n", ("a", "c"), REMOVED, "a: {b: 1}\n"),
        ("a:\n  b: 1\nc: 2\n", ("a", "b"), REMOVED, "c: 2\n"),
        ("a:\n  - x\n  - y\n", ("a", 2), "z", "a:\n  - x\n  - y\n  - z\n"),
        ("a:\n  - x\n  - y\n", ("a", 0), REMOVED, "a:\n  - y\n"),
        ("a:\n  - x: 1\n    y: 2\n", ("a", 0, "x"), REMOVED, "a:\n  - y: 2\n"),
        ("a:\n  - x: 1\n", ("a", 1), {"x": "2", "y": "3"},
         "a:\n  - x: 1\n  - x: 2\n    y: 3\n"),
        ("a: [x]\n", ("a", 1), "y", "a: [x, y]\n"),
        ("a: 1\n", ("b",), [{"c": "1"}], "a: 1\nb:\n  - c: 1\n"),
        ("a: 1\r\n", ("b",), ["x", "y"], "a: 1\r\nb:\r\n  - x\r\n  - y\r\n"),
        ("", ("a",), "1", "a: 1\n"),
        ("a: |\n  x\n  y\nb: 2\n", ("a",), "z", "a: z\nb: 2\n"),
        ("a: 1\n", ("a",), ["x"], "a:\n  - x\n"),
    ],
)  # fmt: skip
def test_what_is_added_or_taken_away_looks_as_an_editor_would_write_it(
    before: str, path: KeyPath, value: Value | Removed, after: str
) -> None:
    assert edited_yaml(before, {path: value}) == after


def test_a_new_key_stands_where_the_order_has_it() -> None:
    text = "name: a\ngroup: 8\n"

    assert edited_yaml(text, {("code",): "X"}, ("name", "code", "group")) == (
        "name: a\ncode: X\ngroup: 8\n"
    )
    assert edited_yaml(text, {("first",): "X"}, ("first", "name")) == f"first: X\n{text}"


def test_a_new_key_stands_below_the_comment_that_shows_it() -> None:
    text = "name: a\n# Other names.\n#also: [x]\n# Told.\n#summary: x\nstatus: b\n"
    order = ("name", "also", "summary", "status")

    assert edited_yaml(text, {("summary",): "y"}, order) == text.replace(
        "#summary: x\n", "#summary: x\nsummary: y\n"
    )


def test_a_new_key_does_not_part_a_block_from_the_comments_that_belong_to_it() -> None:
    text = "a:\n  b: 1\n  # Told.\n  #c: 2\n  # More.\n  #d: 3\n# Photos.\n#photo: x\nz: 1\n"
    order = ("a", "e", "photo", "z")

    assert edited_yaml(text, {("e",): "1"}, order) == text.replace("# Photos", "e: 1\n# Photos")
    assert edited_yaml(text, {("photo",): "y"}, order) == text.replace("z:", "photo: y\nz:")
    assert edited_yaml(text, {("a", "d"): "4"}, order) == text.replace(
        "  #d: 3\n", "  #d: 3\n  d: 4\n"
    )


def test_a_comment_inside_a_text_shows_no_key() -> None:
    text = "a: |\n  x\n\n  #b: 1\nc: |\n  #d: 2\n"

    assert edited_yaml(text, {("d",): "3"}, ("a", "d", "c")) == text.replace("c: |", "d: 3\nc: |")


def test_the_story_the_byte_order_mark_and_the_fences_stay() -> None:
    text = "\ufeff--- \r\nname: Khô\r\n---\t\r\n# Tiêu đề\r\nname: Khô\r\n---\r\n"

    assert edited(text, {("name",): "Mắm"}) == text.replace("Khô", "Mắm", 1)
    assert edited("---\n---\nchữ", {("name",): "x"}) == "---\nname: x\n---\nchữ"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 1\n", ("a", "b", 0)),
        ("a: [x]\n", ("a", "b")),
        ("a: [x]\n", ("a", 3)),
        ("a: &x 1\nb: *x\n", ("a",)),
        ("a: 1\na: 2\n", ("a",)),
    ],
)
def test_what_cannot_be_done_without_harm_is_refused(text: str, path: KeyPath) -> None:
    with pytest.raises((EditError, frontmatter.UnreadableError)):
        edited_yaml(text, {path: "x"})


@settings(max_examples=150)
@given(st.sampled_from(sorted(HOSTILE)), st.integers(0, 40), st.text(max_size=12))
def test_any_text_is_read_back_as_it_was_asked_for(name: str, number: int, value: str) -> None:
    text = HOSTILE[name]
    paths = [path for path, _ in scalars(value_of(text))] or [("name",)]
    path = paths[number % len(paths)]
    wanted = trimmed(frontmatter.clean(value)) or frontmatter.clean(value)
    try:
        found = edited_yaml(text, {path: value})
    except EditError:
        assert not wanted.strip() or not wanted.isprintable()
        return

    assert dict(scalars(value_of(found))).get(path) == (wanted or None)
