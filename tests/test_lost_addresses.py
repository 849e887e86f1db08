"""A page whose address the next build would lose is doubted, with the line that keeps it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_project import built, built_project, change, run

OLD, NEW = "content/products/kho-ca.md", "content/products/kho-ca-loc.md"
ONE_JOB = ("--only", "site", "--jobs", "1", "--theme", "rieng")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project, published, with its first product under another name."""
    built_project(tmp_path)
    _rename(tmp_path, OLD, NEW)
    return tmp_path


def _rename(root: Path, old: str, new: str) -> None:
    """Give the product's file another name, and its translation."""
    for ending in (".md", ".en.md"):
        (root / old.replace(".md", ending)).rename(root / new.replace(".md", ending))


def _told(root: Path, verb: str = "check") -> str:
    _, said, errors = run(root, verb, *(ONE_JOB if verb == "build" else ()))
    return said + errors


@pytest.mark.parametrize("verb", ["check", "build"])
def test_a_renamed_product_is_told_the_alias_of_each_language(root: Path, verb: str) -> None:
    assert "address-moved" in (said := _told(root, verb))
    assert NEW in said
    assert "aliases: [/san-pham/kho-ca/, /en/products/kho-ca/]" in said


def test_the_line_that_is_offered_is_the_cure(root: Path) -> None:
    line = "aliases: [/san-pham/kho-ca/, /en/products/kho-ca/]"
    change(root, NEW, "sample: true", f"{line}\nsample: true")

    assert "address-" not in _told(root)
    assert _told(root, "build")
    assert (root / "output/site/san-pham/kho-ca/index.html").is_file()


def test_a_product_without_heir_is_told_at_its_old_name(root: Path) -> None:
    _rename(root, NEW, OLD)
    change(root, OLD, "sample: true\n", "")
    assert built(root, "site") == 0
    _rename(root, OLD, NEW)
    change(root, NEW, "code: 7K3M1", "code: 7K3M9")

    assert f"{OLD}:1:1: warning[address-lost]" in _told(root)


def test_a_fresh_clone_is_not_warned(root: Path) -> None:
    shutil.rmtree(root / ".cache")

    assert "address-" not in _told(root)


def test_a_clean_build_forgets_what_was_given_up(root: Path) -> None:
    assert run(root, "build", *ONE_JOB, "--clean", "--strict")[0] == 0
    assert "address-" not in _told(root)


def test_a_sample_may_go(root: Path) -> None:
    change(root, NEW, "code: 7K3M1", "code: 7K3M9")

    assert "address-" not in _told(root)


def test_a_build_says_so_only_before_the_page_is_gone(root: Path) -> None:
    said = ["address-moved" in _told(root, "build") for _ in range(2)]

    assert said == [True, False]


def test_while_there_are_errors_nobody_knows_whose_page_it_was(root: Path) -> None:
    change(root, NEW, "price: 90000", "price: chín chục")

    assert "address-" not in _told(root)


def test_a_file_written_on_windows_has_its_heir_too(root: Path) -> None:
    file = root / NEW
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert built(root, "site") == 0
    _rename(root, NEW, OLD)

    assert "address-moved" in _told(root)


@pytest.fixture
def untranslated(root: Path) -> Path:
    """The project as it was published, but for the words of a product in English."""
    _rename(root, NEW, OLD)
    (root / OLD.replace(".md", ".en.md")).unlink()
    return root


def test_a_translation_that_is_gone_is_told_at_its_product(untranslated: Path) -> None:
    said = _told(untranslated)

    assert f"{OLD}:1:1: warning[address-untranslated]" in said
    assert "aliases: [/en/products/kho-ca/]" in said


def test_an_alias_answers_for_a_translation_that_is_gone(untranslated: Path) -> None:
    change(untranslated, OLD, "sample: true", "aliases: [/en/products/kho-ca/]\nsample: true")

    assert "address-" not in _told(untranslated)
    assert _told(untranslated, "build")
    assert (untranslated / "output/site/en/products/kho-ca/index.html").is_file()
