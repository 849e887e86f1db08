"""Front matter: text values, and the place of each in its file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.reading.frontmatter import (
    UnreadableError,
    clean,
    parse,
    split,
)


def test_every_scalar_stays_text() -> None:
    document = parse('a: 012\nb: true\nc: 2025-11-18\nd: "1"\ne: ~x\n')

    assert document.value == {"a": "012", "b": "true", "c": "2025-11-18", "d": "1", "e": "~x"}


def test_a_key_without_a_value_is_as_if_not_written() -> None:
    assert parse('a:\nb: ""\nc: 1\n').value == {"c": "1"}
    assert parse("").value is None


def test_positions_count_from_one_in_the_file() -> None:
    document = parse("name: Gạo\npacks:\n  - net: 5 kg\n    price: 1\n", first_line=2)

    assert document.values["name",] == (2, 7)
    assert document.values["packs",] == (3, 1)
    assert document.values["packs", 0, "price"] == (5, 12)
    assert document.keys["packs", 0, "price"] == (5, 5)


def test_columns_count_letters_not_bytes() -> None:
    assert parse("đường: ẩm").values["đường",] == (1, 8)


def test_a_key_written_twice_is_told_where_it_stands_again() -> None:
    (fault,) = parse("a: 1\nb: 2\na: 3\n", first_line=2).faults

    assert (fault.rule.code, fault.at, fault.values) == (
        "key-duplicate",
        (4, 1),
        {"key": "a"},
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{a: b: c}", 1),
        ("a: 1\n\tb: 2", 2),
        ("a: [1", 1),
        ('a: "x', 1),
        ("? [x]\n: y", 1),
        ("a: \x07", 1),
        ("[" * 100_000, 1),
        ("- " * 50_000, 1),
        ("a: 1\n...\n---\nb: 2", 3),
        ("a: 1\n...\nb: 2", 3),
    ],
)
def test_yaml_that_cannot_be_read_is_a_fault_at_a_line(text: str, line: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(text)

    assert caught.value.finding.rule.code == "yaml-syntax"
    assert caught.value.finding.at[0] == line


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\nb: !!python/object/apply:os.getcwd x", "!!python/object/apply:os.getcwd"),
        ("a: 1\nb: !Ngon cá", "!Ngon"),
        ("a: 1\nb: *x", "*x"),
        ("a: 1\nb: &x 1", "&x"),
        ("a: 1\nb: ! x", "!"),
    ],
)
def test_a_mark_that_would_take_a_word_from_the_value_is_a_fault(text: str, found: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(text)

    finding = caught.value.finding
    assert (finding.rule.code, finding.values) == ("yaml-mark", {"found": found})
    assert finding.at == (2, 4)


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL"])
def test_yamls_words_for_nothing_are_as_if_not_written(word: str) -> None:
    assert parse(f"a: {word}\nb: {{c: {word}, d: 1}}").value == {"b": {"d": "1"}}
    assert parse(f'a: "{word}"\nb: {word} x').value == {"a": word, "b": f"{word} x"}


def test_the_line_ends_of_word_processors_are_spaces() -> None:
    assert clean("cá\u2028lóc\x0bđồng\x85khô\x0cngon\u2029") == "cá lóc đồng khô ngon "


def test_the_body_keeps_its_line_numbers() -> None:
    assert split("---\na: 1\n---\nMột\n\nHai\n") == ("a: 1", "Một\n\nHai\n", 4)
    assert split("---\n---\n") == ("", "", 3)


@pytest.mark.parametrize("text", ["", "a: 1\n", "---\na: 1\n", " ---\na: 1\n---\n", "----\n---\n"])
def test_keys_must_stand_between_two_lines_of_hyphens(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        split(text)

    assert caught.value.finding.rule.code == "front-matter-missing"


def test_windows_line_ends_marks_and_split_accents_are_tolerated() -> None:
    text = clean("\ufeff---\r\nname: Ga\u0323o\r\n---\r\nx\x00\r\n")

    assert text == "---\nname: Gạo\n---\nx\n"


@given(st.text())
def test_any_text_is_read_or_refused_politely(text: str) -> None:
    try:
        positions = list(parse(clean(text)).values.values())
    except UnreadableError as error:
        positions = [error.finding.at]

    assert all(line >= 1 and column >= 1 for line, column in positions)
