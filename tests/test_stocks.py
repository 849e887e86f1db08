"""Label stocks: geometry adds up to the page, and a project's own are checked by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue.model import Site
from generator.catalogue.problems.problem import Problem
from generator.desk.labels.stock_table import picture
from generator.press import own_stocks
from generator.press.stock_names import find, nearest
from generator.press.stocks import DEFAULT, Stock, measures, off_the_printable, shipped
from generator.press.usual import printer_dots, usual_stock

WANTED = [
    *[(38.1, 21.2, 65), (52.5, 29.7, 40), (70, 25.4, 33), (70, 37, 24), (63.5, 33.9, 24)],
    *[(63.5, 38.1, 21), (99.1, 33.9, 16), (105, 37, 16), (63.5, 72, 12), (105, 74, 8)],
    *[(99.1, 67.7, 8), (40, 40, 24), (60, 60, 12), (210, 148, 1), (70, 36, 24), (99.1, 139, 4)],
    *[(99.1, 57, 10), (35.56, 16.93, 80), (45.72, 21.17, 48), (35, 22, 2), (35, 22, 3)],
    *[(40, 30, 1), (50, 30, 1), (60, 40, 1), (70, 50, 1), (100, 70, 1), (75, 100, 1)],
    (100, 150, 1),
]
OWN = """\
- name: giay-cua-toi
  page: 210 x 297
  columns: 2
  rows: 5
  label: 99,1 x 57
  margin: 4.65 x 6
  far_margin: 4.65 x 6
  gap: 2.5 x 0
"""
ONE = """\
- name: the-lon
  page: 148 x 105
  columns: 1
  rows: 1
  label: 148 x 105
  margin: 0 x 0
"""


def stocks_of(root: Path, text: str) -> tuple[dict[str, Stock], list[str]]:
    """What content/stocks.yaml gives: the stocks it adds, and its problems as lines."""
    (root / "stocks.yaml").write_text(text, "utf-8")
    found, problems = own_stocks.read(root)
    added = {name: stock for name, stock in found.items() if shipped().get(name) is not stock}
    return added, [Problem.line_in(problem, "en") for problem in problems]


@pytest.mark.parametrize("stock", shipped().values(), ids=list(shipped()))
def test_margins_labels_and_gaps_make_up_the_page_exactly(stock: Stock) -> None:
    (left, top), (right, bottom) = measures(stock.margin), measures(stock.far_margin or "")
    (width, height), (across, down) = stock.size, measures(stock.gap)

    assert left + stock.columns * width + (stock.columns - 1) * across + right == pytest.approx(
        stock.page_size[0], abs=0.01
    )
    assert top + stock.rows * height + (stock.rows - 1) * down + bottom == pytest.approx(
        stock.page_size[1], abs=0.01
    )
    assert stock.misfit() is None


@pytest.mark.parametrize("stock", shipped().values(), ids=list(shipped()))
def test_what_stays_clear_of_print_leaves_room_inside(stock: Stock) -> None:
    inset_x, inset_y = measures(stock.inset)

    assert 0 < 2 * inset_x < stock.size[0] / 2
    assert 0 < 2 * inset_y < stock.size[1] / 2


@pytest.mark.parametrize(("width", "height", "count"), WANTED)
def test_the_common_stocks_are_there(width: float, height: float, count: int) -> None:
    assert any(s.size == (width, height) and s.count == count for s in shipped().values())


def test_only_a_page_that_is_one_label_bleeds() -> None:
    bleeds = {name: stock.page_bleed for name, stock in shipped().items() if stock.page_bleed}

    assert bleeds == {"a5": 3, "a6": 3, "a7": 3}
    assert shipped()["a6"].values(300)["bleed"] == 3
    assert shipped()["a4-70x37"].values(300)["bleed"] == 0


@pytest.mark.parametrize(("given", "bleed"), [("", 3), ("  bleed: 5\n", 5), ("  bleed: 0\n", 0)])
def test_a_page_of_ones_own_bleeds_as_it_says_and_else_as_usual(
    tmp_path: Path, given: str, bleed: float
) -> None:
    added, problems = stocks_of(tmp_path, f"{ONE}{given}")

    assert problems == []
    assert added["the-lon"].page_bleed == bleed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{OWN}  bleed: 3\n", "stocks.yaml:9:10: error[stock-bleed]"),
        (f"{ONE}  roll: true\n  bleed: 3\n", "error[stock-bleed]"),
        (f"{ONE}  bleed: -1\n", "millimetres from 0 to 10"),
        (f"{ONE}  bleed: 11\n", "millimetres from 0 to 10"),
        (f"{ONE}  bleed: .nan\n", "error[type-wrong]"),
    ],
)
def test_a_bleed_that_no_page_can_have_is_told(tmp_path: Path, text: str, said: str) -> None:
    added, problems = stocks_of(tmp_path, text)

    assert added == {}
    assert len(problems) == 1
    assert said in problems[0]


def test_thermal_rolls_are_for_203_and_300_dpi_and_203_means_8_dots_a_millimetre() -> None:
    rolls = [stock for stock in shipped().values() if stock.roll]

    assert {stock.dpi for stock in rolls} == {(203, 300)}
    assert rolls[0].values(203)["dot"] == 0.125
    assert rolls[0].values(300)["dot"] == pytest.approx(25.4 / 300)


def test_a_stock_is_found_by_its_name_or_a_makers() -> None:
    assert find(DEFAULT, shipped()) == shipped()["a4-70x37"]
    assert find("l7160", shipped()) == shipped()["a4-64x38"]
    assert find("avery L7651", shipped()) == shipped()["a4-38x21"]
    assert find("3475", shipped()) == find("herma 4453", shipped()) == shipped()["a4-70x36"]
    for name, number in (("a4-99x139", "L7169"), ("a4-99x57", "L7173"), ("a4-36x17", "L4732")):
        assert find(number, shipped()) == shipped()[name]
    assert find("L7636", shipped()) == shipped()["a4-46x21"]
    assert find("a4-71x37", shipped()) is None
    assert nearest("a4-71x37", shipped()) == "a4-70x37"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("35x22x3", "nhiet-35x22x3"),
        ("35 × 22 × 3 tem", "nhiet-35x22x3"),
        ("35x22 x 2 tem", "nhiet-35x22x2"),
        ("50x30", "nhiet-50x30"),
        ("100 x 150 mm", "nhiet-100x150"),
        ("63,5x38,1", "a4-64x38"),
        ("105x74", None),
        ("50x30x2", None),
        ("50x30x", None),
    ],
)
def test_a_stock_is_found_by_its_measures_where_only_one_has_them(
    said: str, name: str | None
) -> None:
    found = find(said, shipped())

    assert (found and found.name) == name


@pytest.mark.parametrize("stock", shipped().values(), ids=list(shipped()))
def test_no_stock_prints_where_printers_cannot(stock: Stock) -> None:
    assert off_the_printable(stock) is None


@pytest.mark.parametrize(
    ("inset", "said"),
    [
        ("2 x 2", "error[stock-printable]: Stock “sat-mep”: words would come within 2 mm"),
        ("40 x 3", "error[stock-inset]: Stock “sat-mep”: what stays clear of print"),
    ],
)
def test_a_stock_of_ones_own_keeps_print_where_printers_can_and_leaves_some(
    tmp_path: Path, inset: str, said: str
) -> None:
    sheet = "- {name: sat-mep, page: 210 x 297, columns: 3, rows: 8, label: 70 x 37, margin: 0 x 0"
    added, problems = stocks_of(tmp_path, f"{sheet}, inset: {inset}}}\n")

    assert added == {}
    assert len(problems) == 1
    assert said in problems[0]


def test_a_roll_has_no_edges_that_stay_blank(tmp_path: Path) -> None:
    roll = "- {name: cuon, page: 102 x 30, columns: 2, rows: 1, label: 50 x 30, margin: 0 x 0"
    added, problems = stocks_of(tmp_path, f"{roll}, gap: 2 x 0, roll: true, dpi: 203}}\n")

    assert problems == []
    assert find("50x30x2", added) == added["cuon"]


def site_with(**labels: object) -> Site:
    return Site.model_validate({"name": "Thử", "base_url": "https://a.example", "labels": labels})


def test_a_site_has_its_usual_stock_and_the_printer_of_its_rolls() -> None:
    site = site_with(stock="L7160", printer="300")
    roll = shipped()["nhiet-50x30"]

    assert usual_stock(site, shipped()).name == "a4-64x38"
    assert usual_stock(site_with(printer=203), shipped()).name == DEFAULT
    assert printer_dots(site, roll) == 300
    assert printer_dots(site_with(), roll) == 203
    assert printer_dots(site, shipped()[DEFAULT]) == 300


def test_a_project_adds_its_own_with_decimal_commas_if_it_likes(tmp_path: Path) -> None:
    added, problems = stocks_of(tmp_path, OWN)

    assert problems == []
    assert added["giay-cua-toi"].size == (99.1, 57)
    assert added["giay-cua-toi"].pitch == (101.6, 57)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("rows: 5", "rows: 6", ":2:9: error[stock-geometry]: Stock “giay-cua-toi”"),
        ("99,1 x 57", "99,1", ":5:10: error[type-wrong]: “label” is “99,1”. Write two measures"),
        ("rows: 5", "rows: năm", ":4:9: error[type-wrong]: “rows” is “năm”. Write a whole number"),
        ("far_margin:", "far_margi:", ":7:3: error[key-unknown]: There is no key “far_margi”"),
        ("  rows: 5\n", "", ":1:3: error[key-missing]: The required key “rows” is missing"),
    ],
)
def test_a_wrong_measure_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: str
) -> None:
    _, problems = stocks_of(tmp_path, OWN.replace(old, new))

    assert len(problems) == 1
    assert problems[0].startswith(f"content/stocks.yaml{line}"), problems


def test_a_stock_that_does_not_add_up_can_not_be_printed_on(tmp_path: Path) -> None:
    assert stocks_of(tmp_path, OWN.replace("rows: 5", "rows: 6"))[0] == {}


def test_a_sheet_that_leaves_room_is_wrong_only_if_it_says_what_remains(tmp_path: Path) -> None:
    short = OWN.replace("rows: 5", "rows: 4")
    assert "stock-geometry" in stocks_of(tmp_path, short)[1][0]

    added, problems = stocks_of(tmp_path, short.replace("  far_margin: 4.65 x 6\n", ""))
    assert problems == []
    assert added["giay-cua-toi"].count == 8


def test_a_name_used_twice_is_told(tmp_path: Path) -> None:
    assert "slug-duplicate" in stocks_of(tmp_path, OWN + OWN)[1][0]


def test_a_picture_shows_as_many_labels_as_the_sheet_has() -> None:
    rows = picture(shipped()["a4-105x74"]).splitlines()

    assert len(rows) == 7
    assert all(set(row) <= {chr(0x2800 + bits) for bits in range(256)} for row in rows)
    assert picture(shipped()["a4-105x74"]) != picture(shipped()["a4-105x37"])
