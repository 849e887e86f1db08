"""A printed address is held against the pages that will really be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import built, change, project, write

from generator.desk.building.check import check
from generator.desk.console import Desk
from generator.desk.content import load
from generator.engine import Plan
from generator.web import plan

LEDGER = """\
printed_on,address,product,quantity,what
2026-03-12,HTTPS://THU.EXAMPLE/Q/7K3M1,kho-ca,1200,tem
"""


def rules(root: Path) -> list[str]:
    return [p.rule.code for p in load(root).problems if p.severity.value == "error"]


def plans_counted(monkeypatch: pytest.MonkeyPatch, dropped: str = "-") -> list[Plan]:
    """Every plan made from now on, without the page of that path."""
    made: list[Plan] = []
    whole = plan.plan

    def counted(*given: object) -> Plan:
        planned = whole(*given)  # type: ignore[arg-type]
        kept = (each for each in planned.artifacts if dropped not in each.paths)
        made.append(Plan((*kept,), planned.subject))
        return made[-1]

    monkeypatch.setattr(plan, "plan", counted)
    return made


@pytest.mark.parametrize("only", [None, "site", "labels", "brochures"])
def test_a_printed_page_that_the_plan_lacks_stops_check_and_every_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, only: str | None
) -> None:
    write(project(tmp_path), "content/printed.csv", LEDGER)
    assert rules(tmp_path) == []
    plans_counted(monkeypatch, "site/Q/7K3M1/index.html")

    assert rules(tmp_path) == ["printed-lost"]
    assert check(tmp_path, "vi", Desk("vi"), as_json=False).status == 1
    assert built(tmp_path, only) == 1


def test_the_site_is_planned_once_a_build_and_in_check_only_where_something_was_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = plans_counted(monkeypatch)
    load(project(tmp_path))
    assert made == []

    write(tmp_path, "content/printed.csv", LEDGER)
    assert built(tmp_path, "site") == 0
    assert len(made) == 1


def test_a_theme_that_can_t_make_the_printed_page_is_told_in_check(tmp_path: Path) -> None:
    write(project(tmp_path), "content/printed.csv", LEDGER)
    change(tmp_path, "content/site.yaml", "tagline:", "theme: khong-co\ntagline:")

    assert rules(tmp_path) == ["theme-missing"]
