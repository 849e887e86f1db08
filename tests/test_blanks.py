"""What can't be seen before or behind a value makes no difference, wherever an editor writes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, one_product, run, write

from generator.catalogue.blanks import trimmed
from generator.catalogue.reading.frontmatter import parse
from generator.catalogue.reading.tables import read_table

BLANKS = ["\u00a0", "\u2007", "\u202f", "\u3000", "\u200b", "\ufeff", "\u200e", "\u2060", "\u00ad"]
FISH = "content/products/kho-ca.md"
VALUES = [
    (FISH, "name: Khô cá"),
    (FISH, "code: 7K3M1"),
    (FISH, "group: 8"),
    (FISH, "producer: co-so"),
    (FISH, "status: certified"),
    (FISH, "stars: 3"),
    (FISH, "decided_on: 2026-01-15"),
    (FISH, "file: kho-ca.jpg"),
    (FISH, "net: 500 g"),
    (FISH, "price: 90000"),
    (FISH, "sample: true"),
    ("content/producers/co-so.md", "kind: household"),
    ("content/producers/co-so.md", "place: tan-hung"),
    ("content/places.yaml", "slug: tan-hung"),
    ("content/site.yaml", "language: vi"),
    ("content/site.yaml", "base_url: https://thu.example"),
]


def told(root: Path) -> str:
    """All that the check says, but for its count."""
    return run(root, "check")[2]


@pytest.mark.parametrize("blank", BLANKS)
def test_blanks_around_a_value_are_no_part_of_it(blank: str) -> None:
    assert parse(f'a: Khô cá{blank}\nb: "{blank}Khô"\nc: [{blank}x{blank}]\n').value == {
        "a": "Khô cá",
        "b": "Khô",
        "c": ["x"],
    }


def test_blanks_behind_every_kind_of_value_at_once_change_nothing(tmp_path: Path) -> None:
    one_product(tmp_path)
    before = told(tmp_path)
    for index, (file, written) in enumerate(VALUES):
        change(tmp_path, file, written, written + BLANKS[index % len(BLANKS)])

    assert told(tmp_path) == before


def test_blanks_within_a_value_stay() -> None:
    assert trimmed("\u00a0500\u00a0g\u200b") == "500\u00a0g"
    assert parse("a: |\n  b\n  c\n").value == {"a": "b\nc\n"}


def test_a_value_of_blanks_alone_is_told_as_empty(tmp_path: Path) -> None:
    one_product(tmp_path)
    change(tmp_path, FISH, "name: Khô cá", 'name: "\u00a0"')

    assert f"{FISH}:2:7: error[type-wrong]" in told(tmp_path)


def test_what_turns_the_direction_of_words_is_still_told(tmp_path: Path) -> None:
    one_product(tmp_path)
    change(tmp_path, FISH, "name: Khô cá", "name: Khô cá\u202e")

    assert "U+202E" in told(tmp_path)


@pytest.mark.parametrize("blank", BLANKS)
def test_blanks_around_cells_and_columns_are_no_part_of_them(blank: str) -> None:
    table = read_table(
        f"lot{blank},{blank}note\n{blank}L1,Ngon{blank}\n", ("lot", "note"), ("lot",)
    )

    assert (table.faults, [row.cells for row in table.rows]) == (
        (),
        [{"lot": "L1", "note": "Ngon"}],
    )


def test_a_lot_is_found_though_blanks_stand_behind_it(tmp_path: Path) -> None:
    one_product(tmp_path)
    write(tmp_path, "content/lots/kho-ca.csv", "lot,produced\nL1\u00a0,2026-06-01\n")
    events = "lot,when,step\nL1\u200b,2026-06-02\ufeff,packed\u202f\n"
    write(tmp_path, "content/lots/kho-ca.events.csv", events)

    assert "content/lots" not in told(tmp_path)
