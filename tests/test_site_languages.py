"""A site has pages in its own language, whatever else site.yaml lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, project

from generator.catalogue.languages import Language
from generator.catalogue.problems.problem import Severity
from generator.desk.building.check import check
from generator.desk.console import Desk
from generator.desk.content import load

LINES = "language: vi\nlanguages: [vi, en]\n"


def found(root: Path, lines: str) -> list[tuple[str, str, int]]:
    """Errors of the small project with these lines in site.yaml."""
    change(root, "content/site.yaml", LINES, lines)
    (root / "content/products/kho-ca.en.md").unlink()
    return [
        (p.rule.code, p.path, p.line) for p in load(root).problems if p.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("lines", "rule", "line"),
    [
        ("language: vi\nlanguages: [en]\n", "site-language-unlisted", 4),
        ("language: vi\nlanguages: []\n", "site-language-unlisted", 4),
        ("language: en\nlanguages: [vi]\n", "site-language-unlisted", 4),
        ("languages: [en]\n", "site-language-unlisted", 3),
        ("language: vi\nlanguages: [vi, en, vi]\n", "site-language-twice", 4),
        ("language: vi\nlanguages:\n  - en\n  - en\n  - vi\n", "site-language-twice", 6),
    ],
)
def test_languages_that_would_drop_the_site_s_own_pages_are_an_error_at_their_line(
    tmp_path: Path, lines: str, rule: str, line: int
) -> None:
    told = found(project(tmp_path), lines)

    assert (rule, "content/site.yaml", line) in told
    assert len(told) == 1
    assert check(tmp_path, "vi", Desk("vi"), as_json=False).status == 1


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_site_that_lists_no_languages_has_its_own_alone(
    tmp_path: Path, language: Language
) -> None:
    told = found(project(tmp_path), f"language: {language}\n")
    catalogue = load(tmp_path).catalogue

    assert told == []
    assert catalogue is not None
    assert catalogue.site.languages == (language,)


def test_a_language_that_no_site_has_is_told_once_at_its_line(tmp_path: Path) -> None:
    told = found(project(tmp_path), "language: fr\n")

    assert told == [("type-wrong", "content/site.yaml", 3)]
