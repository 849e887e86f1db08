"""The table of rules and the line an editor reads."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from generator.catalogue.model.folders import KEPT
from generator.catalogue.problems.phrases import PHRASES
from generator.catalogue.problems.problem import (
    RULES,
    Problem,
    Severity,
)

ROOM = Path(__file__).parent.parent / "generator" / "catalogue"
TOLD_BY_OTHER_ROOMS = {
    "photo-missing",
    "photo-unreadable",
    "photo-too-large",
    "photo-too-small",
    "photo-unmade",
    "address-unsafe",
    "alias-case",
    "alias-clash",
    "alias-cycle",
    "alias-scan",
    "address-duplicate",
    "address-reserved",
    "printed-address",
    "printed-lot",
    "printed-lost",
    "printed-renamed",
    "printed-other",
    "printed-lot-lost",
    "printed-host",
    "printed-placeholder",
    "printed-row-lost",
    "printed-seal-damaged",
    "printed-theme",
}
OTHER_NAMES = {
    "host-empty",
    "host-long",
    "host-single",
    "cdn-cgi",
    "letters-first",
    "utf-8-sig",
    "story-headings",
    "mua-nuoc-noi",
}


@pytest.mark.parametrize("code", RULES)
def test_every_rule_says_what_is_wrong_and_what_to_do_in_both_languages(code: str) -> None:
    rule = RULES[code]

    assert rule.code == code
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+|encoding|authority", code)
    for text in (*rule.vi, *rule.en):
        assert text.strip() == text
        assert text
        assert not text.endswith(".")


@pytest.mark.parametrize("code", RULES)
def test_a_rule_asks_for_the_same_values_in_both_languages(code: str) -> None:
    def fields(texts: tuple[str, str]) -> set[str]:
        found = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
        return {re.sub(r"_(vi|en)$", "", name) for name in found} - {"detail"}

    assert fields(RULES[code].vi) == fields(RULES[code].en)


def test_every_rule_that_the_code_names_exists_and_every_rule_is_used() -> None:
    sources = [path for path in ROOM.rglob("*.py") if not path.name.startswith("rules")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    named = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', text))
    built = {f"unknown-{kind}" for kind in KEPT}
    unused = {code for code in RULES if f'"{code}"' not in text}

    assert named - RULES.keys() - PHRASES.keys() <= OTHER_NAMES
    assert unused <= built | TOLD_BY_OTHER_ROOMS


def test_a_problem_is_one_line_with_its_place_severity_and_rule() -> None:
    problem = Problem.of("content/products/x.md", 7, 12, "photo-missing", found="ca.jpg")

    assert problem.severity is Severity.ERROR
    assert problem.line_in("vi") == (
        "content/products/x.md:7:12: error[photo-missing]: Không có ảnh “ca.jpg” trong "
        "content/media. Hãy chép ảnh vào đó hoặc sửa tên tệp."
    )
    assert problem.line_in("en") == (
        "content/products/x.md:7:12: error[photo-missing]: There is no photo “ca.jpg” in "
        "content/media. Copy it there, or correct its name."
    )


def test_a_value_can_neither_break_the_line_nor_act_as_a_template() -> None:
    problem = Problem.of("a\nb.md", 1, 1, "link-broken", found="{0}\n\x1b[31m" + "x" * 500)

    line = problem.line_in("en")
    assert "\n" not in line
    assert "\x1b" not in line
    assert "{0}" in line
    assert len(line) < 400


def test_a_hint_appears_only_where_a_name_is_near() -> None:
    near = Problem.of("x.md", 1, 1, "unknown-product", found="gao", closest="gao-thom")
    far = Problem.of("x.md", 1, 1, "unknown-product", found="gao", closest="")

    assert "Did you mean “gao-thom”? Correct" in near.line_in("en")
    assert "Có phải “gao-thom”? Hãy" in near.line_in("vi")
    assert "mean" not in far.line_in("en")


@pytest.mark.parametrize("wanted", sorted(PHRASES.keys() - {"hint"}))
def test_every_kind_of_value_has_words_in_both_languages(wanted: str) -> None:
    values = {"key": "k", "found": "f", "wanted": wanted, "choices": "a, b", "most": "9"}
    problem = Problem.of("x.md", 1, 1, "type-wrong", **values)

    assert "{" not in problem.line_in("vi") + problem.line_in("en")


def test_a_rule_nobody_wrote_is_refused() -> None:
    with pytest.raises(KeyError):
        Problem.of("x.md", 1, 1, "no-such-rule")
