"""Every problem is told at the line and column where an editor finds its cause."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_project import change, project, write

from generator.catalogue.languages import Language
from generator.catalogue.reading.tables import read_table
from generator.desk.building.build import build
from generator.desk.console import Desk
from generator.desk.content import load
from generator.desk.options import Order

COLUMNS = ("lot", "produced", "note")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('L1,2026-01-01,"mở\nL2,2026-01-02,b\nL3,2026-01-03,c\n', "2:15 table-quote-open"),
        ('L1,2026-01-01,a\n"L2,2026-01-02,b\nL3,2026-01-03,c\n', "3:1 table-quote-open"),
        ('L1,2026-01-01,"mở\nL2,2026-01-02,"b"\nL3,,\n', "2:15 table-quote-open"),
        ('L1,2026-01-01,"a\nL2,2026-01-02,b"\nL3,,\n', "2:15 table-quote-open"),
        ('L1,2026-01-01,"a" b\nL2,,\n', "2:18 table-quote-behind"),
        ('L1,2026-01-01,"dòng\nhai"\nL2,,"mở\n', "4:5 table-quote-open"),
    ],
)
def test_an_open_quote_is_told_where_it_opens(rows: str, told: str) -> None:
    table = read_table(f"lot,produced,note\n{rows}", COLUMNS, ("lot",))

    (fault,) = table.faults
    assert f"{fault.at[0]}:{fault.at[1]} {fault.rule.code}" == told


def test_a_quote_within_a_cell_moves_no_column() -> None:
    table = read_table('lot,produced,note\nL1,5" x,b\n', COLUMNS, ("lot",))

    assert table.position(table.rows[0], "note") == (2, 9)


def test_a_cell_of_several_lines_is_no_open_quote() -> None:
    table = read_table('lot,produced,note\nL1,,"Một, hai\nba, bốn"\n', COLUMNS, ("lot",))

    assert not table.faults
    assert table.rows[0].cells["note"] == "Một, hai\nba, bốn"


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_line_ends_that_only_some_programs_know_shift_no_line(tmp_path: Path, sign: str) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "Món gao để thử.", f"Món{sign}gao.")
    change(tmp_path, "content/products/gao.md", "group: 4", "group: bốn")
    write(tmp_path, "content/lots/mam-ca.csv", f"lot,note\nL1,a{sign}b\nL2,c\nL2,d\n")
    write(tmp_path, "content/stocks.yaml", f"# a{sign}b\n- {{name: x}}\nz\n")

    told = {f"{each.path} {each.line} {each.rule.code}" for each in load(tmp_path).problems}
    assert "content/products/gao.md 6 unknown-group" in told
    assert "content/lots/mam-ca.csv 4 lot-duplicate" in told
    assert "content/stocks.yaml 3 yaml-syntax" in told


@pytest.mark.parametrize(
    "text", ["---\n", "---\nname: [", "---\nname: {\n---\n", '---\na: "b\n---']
)
def test_no_problem_stands_behind_the_last_line(tmp_path: Path, text: str) -> None:
    project(tmp_path)
    write(tmp_path, "content/products/gao.md", text)

    lines = [each.line for each in load(tmp_path).problems if each.path.endswith("gao.md")]
    assert lines
    assert max(lines) <= len(text.splitlines())


@pytest.mark.parametrize(("language", "words"), [("vi", "Chữ của"), ("en", "The words of")])
def test_words_that_do_not_fit_are_told_at_the_name_in_the_asked_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: Language, words: str
) -> None:
    project(tmp_path)
    write(tmp_path, "themes/rieng/press/labels.typ", '#panic("print-overflow: thử")')
    order = Order(tmp_path, tmp_path / "output", theme="rieng", only="labels", jobs=1)
    build(replace(order, language=language), Desk("vi"))
    said = capsys.readouterr().err

    assert f"content/products/gao.md:2:7: error[print-overflow]: {words} “Gạo" in said
    assert "PressError" not in said
