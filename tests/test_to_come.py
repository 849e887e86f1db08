"""What is told as past lies in the past, and the day on which it will is a day of change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_project import change, project, with_files

from generator.catalogue.judging.lapsing import change_after, lapse_findings
from generator.desk.content import load

FISH = "products/kho-ca.md"
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("file", "lines", "key"),
    [
        ("producers/co-so.md", "founded: 2027", "founded"),
        ("villages/lang.md", "founded: 2027", "founded"),
        ("villages/lang.md", "recognised_on: 2026-12", "recognised_on"),
        (FISH, "awards: [{name: Giải, year: 2027, by: Hội thi}]", "awards[1].year"),
        (FISH, "marks: [{scheme: VietGAP, from: 2027-01-01}]", "marks[1].from"),
    ],
)
def test_a_year_or_day_that_is_yet_to_come_is_doubted_at_its_key(
    tmp_path: Path, file: str, lines: str, key: str
) -> None:
    project(tmp_path)
    with_files(tmp_path, {"villages/lang.md": "---\nname: Làng\nplace: tan-hung\n---\n"})
    change(tmp_path, f"content/{file}", "---\nname", f"---\n{lines}\nname")
    catalogue = load(tmp_path).catalogue
    assert catalogue is not None
    found = [each for each in lapse_findings(catalogue, TODAY) if each.rule.code == "date-to-come"]

    assert [(each.file, each.values["key"]) for each in found] == [(f"content/{file}", key)]
    assert change_after(catalogue, TODAY) in (date(2026, 12, 1), date(2027, 1, 1))


def test_a_certificate_that_is_to_be_revoked_is_doubted(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, f"content/{FISH}", "certified", "withdrawn")
    change(tmp_path, f"content/{FISH}", "  stars", "  revoked_on: 2027-03-01\n  stars")
    catalogue = load(tmp_path).catalogue
    assert catalogue is not None

    assert [each.at for each in lapse_findings(catalogue, TODAY)] == [("certificate", "revoked_on")]
