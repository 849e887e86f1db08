"""Lots kept in a spreadsheet: what is read, and what is said at which cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reader_samples import PRODUCT, places, project

from generator.catalogue.model.lots import (
    LONGEST_LOT,
    Lot,
    is_lot,
)
from generator.catalogue.ocop.steps import (
    STEPS,
    step_key,
    step_name,
    step_rank,
)
from generator.catalogue.reading.lot_table import LARGEST
from generator.catalogue.reading.reader import read
from generator.catalogue.reading.tables import read_table
from generator.plain_files import LARGEST_TEXT

LOTS = '''\
lot,produced,best_before,quantity,status,note
L260101,01/01/2026,2026-07-01,"100 gói, 500 g",ok,
L260201,2026-02-01,01/08/2026,,recalled,"Mốc, ""chua"""
'''
EVENTS = """\
lot,when,step,place,actor,note
L260201,03/02/2026,packed,Xưởng,Cơ sở,
L260201,2026-01,bought,Ao,Hộ nuôi,800 kg
L260201,03/02/2026,Gác bếp,,,
L260201,20/02/2026,recalled,,,
"""


def lots_of(root: Path, **files: str | bytes) -> tuple[tuple[Lot, ...], list[str]]:
    """The product's lots and the places of problems, with these tables in content/lots."""
    names = {"lots": "lots/kho.csv", "events": "lots/kho.events.csv"}
    reading = read(project(root, {names[key]: text for key, text in files.items()}))
    assert reading.catalogue
    return reading.catalogue.lots.get("kho", ()), places(reading)


def test_a_table_of_lots_is_read_newest_first(tmp_path: Path) -> None:
    lots, problems = lots_of(tmp_path, lots=LOTS, events=EVENTS)

    assert problems == []
    assert [lot.lot for lot in lots] == ["L260201", "L260101"]
    assert lots[1].produced == date(2026, 1, 1)
    assert lots[1].best_before == date(2026, 7, 1)
    assert lots[1].quantity == "100 gói, 500 g"
    assert lots[0].recalled
    assert lots[0].note == 'Mốc, "chua"'
    assert [event.step for event in lots[0].events] == ["bought", "Gác bếp", "packed", "recalled"]
    assert str(lots[0].events[0].when) == "2026-01"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_every_spreadsheets_way_of_saving_is_read_alike(
    tmp_path: Path, separator: str, mark: bytes, line_end: bytes
) -> None:
    table = 'LOT,Produced, Best_Before ,note,,\nL1,1/2/2026,,"a , b",,\n,,,,,\nL2,,,,,\n'
    saved = mark + table.replace(",", separator).encode().replace(b"\n", line_end)
    lots, problems = lots_of(tmp_path, lots=saved)

    assert problems == []
    assert [(lot.lot, lot.produced) for lot in lots] == [("L1", date(2026, 2, 1)), ("L2", None)]
    assert lots[0].note == f"a {separator} b".replace("\t", "").replace("  ", " ")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("L260201,2026", "l260201,2026", ["kho.csv:3:1 lot-capitals"]),
        ("L260201,2026", "L26/0201,2026", ["kho.csv:3:1 lot-characters"]),
        ("L260201,2026", "L260101,2026", ["kho.csv:3:1 lot-duplicate"]),
        ("L260201,2026", ",2026", ["kho.csv:3:1 table-cell-empty"]),
        ("2026-02-01", "2026-02-30", ["kho.csv:3:9 date-impossible"]),
        ("2026-02-01", "12/31/2026", ["kho.csv:3:9 date-impossible"]),
        ("2026-02-01", "2026-02", ["kho.csv:3:9 type-wrong"]),
        ("2026-02-01", "hôm qua", ["kho.csv:3:9 type-wrong"]),
        ("01/08/2026", "01/01/2026", ["kho.csv:3:20 lot-dates-reversed"]),
        ("recalled", "callback", ["kho.csv:3:32 type-wrong"]),
        ('"100 gói, 500 g",ok', '"100 gói, 500 g",okay', ["kho.csv:2:48 type-wrong"]),
        ('"100 gói, 500 g"', "x" * 301, ["kho.csv:2:31 type-wrong"]),
        ("lot,produced", "lott,produced", ["kho.csv:1:1 table-column-missing"]),
        ("quantity", "quantite", ["kho.csv:1:26 table-column-unknown"]),
        ("quantity", "status", ["kho.csv:1:33 table-column-duplicate"]),
        ("note\n", "note\nL3,,,,,,thừa\n", ["kho.csv:2:1 table-cells"]),
        ('chua"""', "chua", ["kho.csv:3:41 table-quote-open"]),
    ],
)
def test_a_problem_names_the_very_cell(
    tmp_path: Path, old: str, new: str, found: list[str]
) -> None:
    assert old in LOTS
    recall = "lot,when,step\nL260201,2026-02-20,recalled\n"
    files = {"lots/kho.csv": LOTS.replace(old, new, 1), "lots/kho.events.csv": recall}
    problems = [
        place.removeprefix("lots/")
        for place in places(read(project(tmp_path, dict(files))))
        if "events" not in place
    ]

    assert found[0] in problems


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("L260201,2026-01", "L260202,2026-01", "3:1 event-lot"),
        ("2026-01,", "2026-13,", "3:9 date-impossible"),
        ("2026-01,", ",", "3:9 table-cell-empty"),
        ("bought", "bougth", "3:17 event-step"),
        ("note\n", "gln\n", "3:35 gln-wrong"),
    ],
)
def test_an_event_is_checked_like_a_lot(tmp_path: Path, old: str, new: str, found: str) -> None:
    assert old in EVENTS
    _, problems = lots_of(tmp_path, lots=LOTS, events=EVENTS.replace(old, new, 1))

    assert problems == [f"lots/kho.events.csv:{found}"]


def test_a_problem_below_a_cell_of_several_lines_stands_in_its_own_line(tmp_path: Path) -> None:
    table = 'lot,note,produced\nL1,"hai\ndòng, ""và""",xưa\nL2,,nay\n'
    _, problems = lots_of(tmp_path, lots=table)

    assert problems == ["lots/kho.csv:3:15 type-wrong", "lots/kho.csv:4:5 type-wrong"]


def test_a_recall_wants_a_reason_and_a_day_but_never_waits_for_them(tmp_path: Path) -> None:
    reading = read(project(tmp_path, {"lots/kho.csv": "lot,status\nL1,Recalled\n"}))

    assert places(reading) == ["lots/kho.csv:2:1 recall-reason", "lots/kho.csv:2:4 recall-day"]
    assert {problem.severity.value for problem in reading.problems} == {"warning"}
    assert reading.catalogue
    assert reading.catalogue.lots["kho"][0].recalled


@pytest.mark.parametrize("step", ["recalled", "RECALLED", "Thu hồi"])
@pytest.mark.parametrize("table", ["lot,status\nL1,ok\n", "lot,status\nL1,\n", "lot\nL1\n"])
def test_a_recall_among_the_events_alone_is_an_error(tmp_path: Path, table: str, step: str) -> None:
    _, problems = lots_of(tmp_path, lots=table, events=f"lot,when,step\nL1,2026-02-20,{step}\n")

    assert [each.rpartition(" ")[2] for each in problems] == ["recall-status"]


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("lot,status\nL1,callback\n", "type-wrong"),
        ("lot,statsu\nL1,recalled\n", "table-column-unknown"),
    ],
)
def test_a_status_that_cannot_be_read_is_one_problem(tmp_path: Path, table: str, rule: str) -> None:
    _, problems = lots_of(tmp_path, lots=table, events="lot,when,step\nL1,2026-02-20,recalled\n")

    assert [each.rpartition(" ")[2] for each in problems] == [rule]


def test_lots_belong_to_a_product_that_can_have_them(tmp_path: Path) -> None:
    table = "lot\nL1\n"
    tour = PRODUCT.replace("7K3M9", "7K3MT").replace("group: 8", "group: 26")
    bare = PRODUCT.replace("code: 7K3M9\n", "").replace("status: certified", "status: potential")
    start, end = bare.index("certificate:"), bare.index("photos:")
    files: dict[str, str | bytes] = {
        "products/tour.md": tour,
        "products/bare.md": bare[:start] + bare[end:],
        "lots/khoo.csv": table,
        "lots/tour.csv": table,
        "lots/bare.csv": table,
        "lots/kho.xlsx": b"PK",
        "lots/~$kho.csv": b"\xff",
        "lots/.kho.csv.swp": b"\xff",
    }

    assert places(read(project(tmp_path, files))) == [
        "lots/bare.csv:1:1 lot-address-missing",
        "lots/kho.xlsx:1:1 lot-file-form",
        "lots/khoo.csv:1:1 lot-product",
        "lots/tour.csv:1:1 lot-of-service",
    ]


def test_a_table_is_read_with_the_care_of_any_text_file(tmp_path: Path) -> None:
    root = project(
        tmp_path / "project",
        {
            "products/a.md": PRODUCT.replace("7K3M9", "7K3MA"),
            "products/b.md": PRODUCT.replace("7K3M9", "7K3MB"),
            "lots/kho.csv": b"lot\n" + b"L" * LARGEST,
            "lots/b.csv": b"lot,note\nL1,\xb9\n",
        },
    )
    outside = tmp_path / "outside.csv"
    outside.write_text("lot\nL1\n", "utf-8")
    (root / "content/lots/a.csv").symlink_to(outside)

    assert places(read(root)) == [
        "lots/a.csv:1:1 file-outside",
        "lots/b.csv:2:4 encoding",
        "lots/kho.csv:1:1 table-too-large",
    ]


def test_a_table_of_lots_may_grow_for_years_and_be_longer_than_any_story(tmp_path: Path) -> None:
    events = EVENTS.splitlines(keepends=True)[0]
    dried = "L260101,03/02/2026,dried,,," + "n" * 300 + "\n"
    events += dried * (LARGEST_TEXT // 300)
    lots, problems = lots_of(tmp_path, lots="lot\nL260101\n", events=events)

    assert problems == []
    assert len(lots[0].events) == LARGEST_TEXT // 300


def test_a_lot_is_what_an_upper_case_code_can_carry_and_a_folder_can_bear() -> None:
    good = ["L", "L260101", "A-1.B", "0", "X" * LONGEST_LOT]
    bad = ["", "l1", "L 1", "L_1", "L/1", "..", ".", "-A", "A.", "Đ1", "X" * 21, "CON", "COM1.A"]

    assert [text for text in good if not is_lot(text)] == []
    assert [text for text in bad if is_lot(text)] == []


def test_a_step_is_known_by_its_key_and_by_its_name_in_either_language() -> None:
    for key, step in STEPS.items():
        assert {step_key(key), step_key(step.vi.upper()), step_key(step.en)} == {key}
        assert step_name(key, "vi") == step.vi
    assert step_name(step_key("Gác bếp"), "en") == "Gác bếp"
    assert step_rank("bought") < step_rank("Gác bếp") <= step_rank("packed") < step_rank("shipped")


@given(st.binary(max_size=80), st.binary(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_bytes_can_stop_the_reader_of_lots(tmp_path: Path, lots: bytes, events: bytes) -> None:
    files: dict[str, str | bytes] = {
        "lots/kho.csv": b"lot,produced,status\n" + lots,
        "lots/kho.events.csv": b"lot,when,step\n" + events,
    }

    assert read(project(tmp_path, files)).catalogue


@given(st.text(max_size=60))
def test_no_text_can_stop_the_reader_of_tables(text: str) -> None:
    table = read_table(text, ("lot", "note"), ("lot",))

    for row in table.rows:
        line, column = table.position(row, "lot")
        assert 1 <= line <= text.count("\n") + text.count("\r") + 1
        assert column >= 1
