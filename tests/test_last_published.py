"""Texts as they were last published stand in one file, from which each comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from killed import seen_at_each_change

from generator.desk.building import last_published
from generator.desk.building.last_published import LastPublished
from generator.engine.tree import listing

A, B, C = "products/a.md", "products/b.md", "site.yaml"
Remembered = Callable[..., LastPublished]


@pytest.fixture
def remembered(tmp_path: Path) -> Remembered:
    """Writes texts below content/, and remembers them but for those that are behind."""
    content = tmp_path / "content"

    def remember(texts: dict[str, bytes | None], *behind: str) -> LastPublished:
        for path, text in texts.items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                file.unlink()
            else:
                file.write_bytes(text)
        found = LastPublished(tmp_path / "kept", "1")
        found.remember(content, listing(content), {f"content/{path}" for path in behind})
        return found

    return remember


def test_each_comes_back_as_it_was_published(remembered: Remembered) -> None:
    remembered({A: b"one", B: b"two", C: b"site"})
    kept = remembered({A: b"one, longer", B: b"broken", C: None}, B)

    assert {path: kept.text(path) for path in (A, B, C)} == {A: b"one, longer", B: b"two", C: None}
    assert kept.paths() == {A, B}


def test_what_is_gone_is_known_until_all_is_published(
    remembered: Remembered, tmp_path: Path
) -> None:
    kept = remembered({A: b"one", B: b"two"})
    content = tmp_path / "content"
    (content / A).unlink()
    (content / B).write_bytes(b"new")
    kept.remember(content, listing(content), set(), ahead=True)

    assert (kept.text(A), kept.text(B)) == (b"one", b"new")
    kept.remember(content, listing(content), set())
    assert (kept.text(A), kept.text(B)) == (None, b"new")


def test_the_file_does_not_grow_without_end(remembered: Remembered) -> None:
    remembered({B: b"two" * 100})
    for edit in range(50):
        kept = remembered({A: b"%050d" % edit * 10})

    size = sum(each.stat().st_size for each in kept.folder.glob("*.bin"))
    assert size <= last_published._WASTE * 800
    assert (kept.text(A), kept.text(B)) == (b"%050d" % 49 * 10, b"two" * 100)


@pytest.mark.parametrize(("edited", "other"), [(A, B), (B, A)])
def test_whenever_it_is_killed_each_comes_back(
    remembered: Remembered, tmp_path: Path, edited: str, other: str
) -> None:
    """Also while the texts move to another file, since most of the old one is of no use."""
    kept = remembered({A: b"short", B: b"short"})

    def edit() -> int:
        for number in range(9):
            remembered({edited: b"%050d" % number})
        return 0

    seen = seen_at_each_change(edit, lambda: kept.text(other), tmp_path / "seen")

    assert {*seen} == {b"short"}
    assert len([*kept.folder.glob("*.bin")]) == 1


def test_a_damaged_file_gives_nothing_rather_than_something_else(remembered: Remembered) -> None:
    kept = remembered({A: b"one", B: b"two"})
    (kept.folder / "texts.bin").write_bytes(b"x" * 900)

    assert kept.text(A) is None
    assert kept.paths() == {A, B}  # so that what goes on knows that it is unsure
    again = remembered({B: b"two, mended"})
    assert (again.text(A), again.text(B)) == (None, b"two, mended")
    for edit in range(5):  # also when the file is written anew
        again = remembered({A: b"broken", B: b"%d" % edit * 900}, A)
    assert (again.text(A), again.paths()) == (None, {A, B})
    assert remembered({A: b"sound"}).text(A) == b"sound"


@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_bytes(b"on")])
def test_what_is_missing_from_the_file_is_read_again(
    remembered: Remembered, harm: Callable[[Path], object]
) -> None:
    kept = remembered({A: b"one", B: b"two"})
    harm(kept.folder / "texts.bin")

    assert (kept.text(A), kept.text(B)) == (None, None)
    again = remembered({B: b"two, mended"})
    assert (again.text(A), again.text(B)) == (b"one", b"two, mended")
