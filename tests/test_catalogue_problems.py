"""The table of rules and the line an editor reads."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from pydantic import TypeAdapter

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.phrases import PHRASES
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.problem import (
    RULES,
    Problem,
    Severity,
)
from generator.catalogue.problems.rules_keys import TYPE_WRONG
from generator.catalogue.problems.rules_ocop import POINTS_STARS
from generator.catalogue.problems.rules_photos import PHOTO_MISSING
from generator.catalogue.problems.rules_references import LINK_BROKEN, UNKNOWN_PRODUCT
from generator.catalogue.problems.rules_texts import STORY_SHORT

ROOM = Path(__file__).parent.parent / "generator/catalogue/problems"


def test_every_rule_says_what_is_wrong_and_what_to_do_in_both_languages() -> None:
    for code, rule in RULES.items():
        assert rule.code == code
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)+|encoding|authority", code)
        for text in (*rule.vi, *rule.en):
            assert text.strip() == text, code
            assert text, code
            assert not text.endswith("."), code


def test_a_rule_asks_for_the_same_values_in_both_languages() -> None:
    def fields(texts: tuple[str, str]) -> set[str]:
        found = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
        return {re.sub(r"_(vi|en)$", "", name) for name in found} - {"detail"}

    for code, rule in RULES.items():
        assert fields(rule.vi) == fields(rule.en), code


def test_a_rule_is_a_constant_that_bears_its_code() -> None:
    """And every module of rules is part of the table."""
    found = re.findall(
        r'^([A-Z_]+) = (?:error|warning)\(\s+"([^"]+)"',
        "\n".join(path.read_text("utf-8") for path in ROOM.glob("rules_*.py")),
        re.MULTILINE,
    )

    assert len(found) == len({code for _, code in found}) == len(RULES)
    assert [(name, code) for name, code in found if name != code.upper().replace("-", "_")] == []
    assert {code for _, code in found} == RULES.keys()


def test_a_problem_is_one_line_with_its_place_severity_and_rule() -> None:
    problem = Problem.of("content/products/x.md", 7, 12, PHOTO_MISSING, found="ca.jpg", closest="")

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
    problem = Problem.of("a\nb.md", 1, 1, LINK_BROKEN, found="{0}\n\x1b[31m" + "x" * 500)

    line = problem.line_in("en")
    assert "\n" not in line
    assert "\x1b" not in line
    assert "{0}" in line
    assert len(line) < 400


def test_a_hint_appears_only_where_a_name_is_near() -> None:
    near = Problem.of("x.md", 1, 1, UNKNOWN_PRODUCT, found="gao", closest="gao-thom")
    far = Problem.of("x.md", 1, 1, UNKNOWN_PRODUCT, found="gao", closest="")

    assert "Did you mean “gao-thom”? Correct" in near.line_in("en")
    assert "Có phải “gao-thom”? Hãy" in near.line_in("vi")
    assert "mean" not in far.line_in("en")


@pytest.mark.parametrize("wanted", sorted(PHRASES.keys() - {"hint"}))
def test_every_kind_of_value_has_words_in_both_languages(wanted: str) -> None:
    values = {"key": "k", "found": "f", "wanted": wanted, "choices": "a, b", "most": "9"}
    values |= {"least": "1", "largest": "2", "decimal": "66.5", "length": "10"}
    problem = Problem.of("x.md", 1, 1, TYPE_WRONG, **values)

    assert "{" not in problem.line_in("vi") + problem.line_in("en")


def test_what_is_remembered_of_a_problem_is_its_rules_code() -> None:
    problem = Problem.of("x.md", 1, 2, PHOTO_MISSING, found="ca.jpg", closest="")
    stored = TypeAdapter(Problem).dump_json(problem)

    assert b'"rule":"photo-missing"' in stored
    assert TypeAdapter(Problem).validate_json(stored) == problem
    with pytest.raises(KeyError):
        TypeAdapter(Problem).validate_json(stored.replace(b"photo-missing", b"no-such-rule"))


def test_a_finding_in_a_part_is_told_at_its_place_in_the_whole() -> None:
    of_key = Finding("", ("score",), POINTS_STARS).in_file("x.md", below=("certificate",))
    of_text = Finding("", Position(3, 1), STORY_SHORT).in_file("x.md", lines=20)

    assert (of_key.file, of_key.at) == ("x.md", ("certificate", "score"))
    assert (of_text.file, of_text.at) == ("x.md", Position(23, 1))


@pytest.mark.parametrize("room", ["prose", "problems", "judging"])
def test_rooms_below_reading_do_not_import_it(room: str) -> None:
    above = re.compile(
        r"^from generator\.catalogue\.reading|^from generator\.(?:desk|press|web)", re.MULTILINE
    )
    files = [*(ROOM.parent / room).glob("*.py")]

    assert files
    assert [each.name for each in files if above.search(each.read_text("utf-8"))] == []
