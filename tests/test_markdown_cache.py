"""What was read is remembered while its file stays as it was, and never believed beyond that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from small_project import change, project

from generator.catalogue.reading import place_list
from generator.catalogue.reading.markdown_files import Batch
from generator.catalogue.reading.reader import (
    Reading,
    read,
)
from generator.desk import markdown_cache
from generator.desk.markdown_cache import StoredMarkdown
from generator.engine.tree import Stamp

OLD: Stamp = (100, 1, 1, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def stamps(root: Path, **other: Stamp) -> Mapping[str, Stamp]:
    """A stamp long settled for every file, or the one given for a product's slug."""
    content = root / "content"
    return {
        path.relative_to(content).as_posix(): other.get(path.stem.replace("-", "_"), OLD)
        for path in content.rglob("*.md")
    }


def reading(
    root: Path, known: Mapping[str, Stamp], version: str = "1"
) -> tuple[Reading, Sequence[str]]:
    """What a reading gives, and the names of the files that it had to open."""
    opened: list[str] = []

    def spread(reader: Any, batches: Sequence[Batch]) -> Iterable[bytes]:  # noqa: ANN401
        opened.extend(file.slug for _, files, _ in batches for file in files)
        return map(reader, batches)

    return read(root, StoredMarkdown(root / ".cache", version, known), spread), sorted(opened)


def test_files_that_stayed_as_they_were_are_not_opened_again(root: Path) -> None:
    first, opened = reading(root, stamps(root))
    second, reopened = reading(root, stamps(root))

    assert opened == ["co-so", "gao", "hop-tac-xa", "kho-ca", "kho-ca", "mam-ca"]
    assert reopened == []
    assert second.catalogue == first.catalogue
    assert second.problems == first.problems
    assert second.digests == first.digests


def test_files_are_read_from_the_cache_some_at_a_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown_cache, "_LINE", 1)
    first, _ = reading(root, stamps(root))
    second, reopened = reading(root, stamps(root))

    assert reopened == []
    assert second.catalogue == first.catalogue


def test_a_file_with_another_stamp_is_opened(root: Path) -> None:
    reading(root, stamps(root))
    change(root, "content/products/gao.md", "name: Gạo", "name: Gạo thơm")
    second, reopened = reading(root, stamps(root, gao=(100, 2, 2, 1)))

    assert reopened == ["gao"]
    assert second.catalogue
    assert second.catalogue.by_slug["gao"].name == "Gạo thơm"


def test_a_file_written_a_moment_ago_is_not_remembered(root: Path) -> None:
    just_now = (100, 2**62, 2**62, 1)
    reading(root, stamps(root, gao=just_now))

    assert reading(root, stamps(root, gao=just_now))[1] == ["gao"]


def test_another_version_of_the_program_reads_everything(root: Path) -> None:
    reading(root, stamps(root))

    assert len(reading(root, stamps(root), version="2")[1]) == 6


@pytest.mark.parametrize("damage", [b"", b"{}\n[]", b"\xff", b'{"for": 1}\n'])
def test_a_damaged_memory_gives_nothing(root: Path, damage: bytes) -> None:
    first, _ = reading(root, stamps(root))
    (root / ".cache" / "products.json").write_bytes(damage)
    second, reopened = reading(root, stamps(root))

    assert reopened == ["gao", "kho-ca", "mam-ca"]
    assert second.catalogue == first.catalogue


def test_a_memory_whose_words_were_changed_gives_nothing(root: Path) -> None:
    reading(root, stamps(root))
    stored = root / ".cache" / "products.json"
    assert "Mắm cá".encode() in stored.read_bytes()
    stored.write_bytes(stored.read_bytes().replace("Mắm cá".encode(), "Mắm tép".encode()))
    second, reopened = reading(root, stamps(root))

    assert reopened == ["gao", "kho-ca", "mam-ca"]
    assert second.catalogue
    assert second.catalogue.by_slug["mam-ca"].name == "Mắm cá"


def test_a_long_list_of_places_is_remembered_until_its_text_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown_cache, "_LONG_LIST", 1)
    first, _ = reading(root, stamps(root))
    monkeypatch.setattr(place_list, "_places_in", None)  # nobody reads it anew
    second, _ = reading(root, stamps(root))
    monkeypatch.undo()
    change(root, "content/places.yaml", "name: Tân Hưng", "name: Tân Hưng Đông")
    third, _ = reading(root, stamps(root))

    assert first.catalogue
    assert second.catalogue == first.catalogue
    assert second.problems == first.problems
    assert third.catalogue
    assert third.catalogue.places != first.catalogue.places


def test_a_long_list_of_places_with_a_fault_is_told_each_time(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown_cache, "_LONG_LIST", 1)
    change(root, "content/places.yaml", "slug: tan-hung", "slug: Tân")
    first, _ = reading(root, stamps(root))
    second, _ = reading(root, stamps(root))

    assert any(each.path == "content/places.yaml" for each in first.problems)
    assert second.problems == first.problems
