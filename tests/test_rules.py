"""Every rule has a case: what breaks it, where that is told, and what is said of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import small_project
from click.testing import CliRunner
from rule_cases import CASES, Case
from rule_cases.case import CHECK, put

from generator.catalogue.problems.rule import Rule, Severity
from generator.catalogue.problems.rules import RULES
from generator.catalogue.problems.rules_drafts import DRAFT_UNFINISHED
from generator.cli import ocop

LANGUAGES = ("vi", "en")
_LINE = re.compile(r"^(\S.*?:\d+:\d+): (?:error|warning)\[([a-z0-9-]+)\]: (.+)$", re.MULTILINE)
_QUOTED = re.compile(r"“[^”]+”|[QN]Đ-\w+|\bđ(?:ồng)?\b")
"""What stands in a message as the content has it, the names of laws, and that of the money."""
_VIETNAMESE = re.compile(
    r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)
_ENGLISH = re.compile(r"\b(?:the|is|are|of|and|this|it|with|was|must|not|there)\b", re.IGNORECASE)
_CURES = re.compile(r"\bhãy\b|\bđừng\b|\bchỉ\b", re.IGNORECASE)
IDS = [case.rule.code for case in CASES]


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered: its status, and its problems as (place, rule, words)."""

    status: int
    problems: list[tuple[str, str, str]]

    @property
    def told(self) -> list[tuple[str, str]]:
        """Place and rule of each problem."""
        return [(at, rule) for at, rule, _ in self.problems]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, as nobody has changed it."""
    return small_project.project(tmp_path_factory.mktemp("sound"))


def copied(sound: Path, root: Path) -> Path:
    """A copy of the project, whose photos are the very same files."""

    def copy(source: str, target: str) -> None:
        (os.link if source.endswith(".jpg") else shutil.copyfile)(source, target)

    shutil.copytree(sound, root, copy_function=copy, dirs_exist_ok=True)
    return root


def ask(root: Path, *words: str) -> Said:
    """Run the command in this process."""
    result = CliRunner().invoke(ocop, [*words, "--root", str(root)], standalone_mode=False)
    assert result.exception is None, result.output
    if "--json" not in words:
        return Said(result.return_value, _LINE.findall(result.output))
    found = json.loads(result.stdout)
    lines = "\n".join(each["message"] for each in found)
    assert len(_LINE.findall(lines)) == len(found), lines
    return Said(result.return_value, _LINE.findall(lines))


def everything(root: Path) -> dict[str, bytes]:
    """All files below the project but for what a command remembers."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] != ".cache"
    }


def at_work(case: Case, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for edit in case.edits:
        edit(root)
    if case.broken:
        case.broken(monkeypatch)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    assert sorted(case.rule.code for case in CASES) == sorted(RULES)
    assert all(RULES[case.rule.code] is case.rule for case in CASES)
    assert all(why for case in CASES for why in case.also.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_project_that_cases_change_has_no_problems(sound: Path, language: str) -> None:
    assert ask(sound, "check", "--json", "--lang", language) == Said(0, [])


def runs_of(case: Case) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The language and the words of each command that tells of a case, and whether it is stopped.

    What `check` finds is said once more by a build, which shall not go on.
    """
    error = case.rule.severity is Severity.ERROR
    strict = () if error else ("--strict",)
    if case.verb == CHECK:
        yield "vi", ("check", "--json"), error
        # A file in work may be unfinished, however strict a build is.
        goes_on = case.rule is DRAFT_UNFINISHED
        all_or_site = ("--only", "site") if goes_on else ()
        yield "en", ("build", "--jobs", "1", *all_or_site, *strict), not goes_on
    else:
        yield "en", (*case.verb, *strict), True
        yield "vi", case.verb, error


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_broken_rule_is_told_alone_at_its_place_in_both_languages_and_stops_a_build(
    case: Case, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A warning stops a strict build, unless it is of a draft."""
    root = copied(sound, tmp_path)
    at_work(case, root, monkeypatch)
    before = everything(root)
    for language, words, stopped in runs_of(case):
        said = ask(root, *words, "--lang", language)

        assert (case.at, case.rule.code) in said.told, said
        others = {rule for place, rule in said.told if (place, rule) != (case.at, case.rule.code)}
        assert others == {rule.code for rule in case.also}, said
        assert said.told.count((case.at, case.rule.code)) == 1, said
        assert said.status == stopped
        if stopped:
            assert everything(root) == before
        for _, rule, message in said.problems:
            _judge(RULES[rule], message, language)


def _judge(rule: Rule, message: str, language: str) -> None:
    """Hold the words of a message against what every message must be."""
    what, cure = rule.en if language == "en" else rule.vi
    plain = _QUOTED.sub("…", message)

    assert what.strip()
    assert cure.strip()
    assert not re.search(r"\{\w*\}|\bNone\b|“”| {2}|\.\.(?!/)| \.(?![\w.])|: ?\.", plain), message
    assert message.endswith(".")
    assert tempfile.gettempdir() not in message  # a folder of ours, which nobody can mend
    if language == "vi":
        assert _VIETNAMESE.search(plain), message
        assert not _ENGLISH.search(plain), message
        assert _CURES.search(message), message
    else:
        assert not _VIETNAMESE.search(plain), message


@pytest.mark.parametrize("name", ["places.yaml", "stocks.yaml", "printed.csv", "printed.seal"])
def test_a_link_that_leads_nowhere_is_no_file_that_a_project_does_without(
    name: str, sound: Path, tmp_path: Path
) -> None:
    """And where places can't be read, nobody is told of a place that there is not."""
    root = copied(sound, tmp_path)
    (root / "content" / name).unlink(missing_ok=True)
    (root / "content" / name).symlink_to(root / "content/khong-co")

    assert ask(root, "check").told == [(f"content/{name}:1:1", "file-missing")]


def test_places_that_cannot_be_read_are_one_problem(sound: Path, tmp_path: Path) -> None:
    root = copied(sound, tmp_path)
    put("content/places.yaml", "- {slug: tan-hung")(root)

    assert [rule for _, rule in ask(root, "check").told] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ('L1,"2026', "table-quote-open"),
        ("L1,ok,một,hai", "table-cells"),
        ("lô 1,ok", "lot-characters"),
    ],
)
def test_events_of_a_lot_that_cannot_be_read_are_no_second_problem(
    row: str, rule: str, sound: Path, tmp_path: Path
) -> None:
    root = copied(sound, tmp_path)
    put("content/lots/kho-ca.csv", f"lot,status\n{row}\n")(root)
    put("content/lots/kho-ca.events.csv", "lot,when,step\nL1,2026-06-01,packed\n")(root)

    assert [each for _, each in ask(root, "check").told] == [rule]
