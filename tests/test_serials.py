"""Serial numbers: kept as they are written, in codes and in the ledger, and ranges alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.addresses import ledger, seal
from generator.addresses.ledger import COLUMNS, Printing
from generator.addresses.serials import Serials, SerialsError, read_all_serials, read_serials
from generator.catalogue.problems.place import START
from generator.catalogue.problems.problem import Problem


@pytest.mark.parametrize(
    ("text", "first", "last", "count", "shown"),
    [
        ("1-500", "1", "500", 500, "1–500"),
        ("001-012", "001", "012", 12, "001–012"),
        ("0001–1200", "0001", "1200", 1200, "0001–1200"),
        ("1 — 12", "1", "12", 12, "1–12"),
        ("9-10", "9", "10", 2, "9–10"),
        ("0-9", "0", "9", 10, "0–9"),
        ("10-99", "10", "99", 90, "10–99"),
        ("0001", "0001", "0001", 1, "0001–0001"),
        ("7", "7", "7", 1, "7–7"),
        ("A001-A100", "A001", "A100", 100, "A001–A100"),
    ],
)
def test_a_range_keeps_the_width_that_is_written(
    text: str, first: str, last: str, count: int, shown: str
) -> None:
    found = read_serials(text)
    numbers = list(found)

    assert (numbers[0], numbers[-1], len(numbers), len(found)) == (first, last, count, count)
    assert str(found) == shown
    assert read_serials(shown) == found


@pytest.mark.parametrize(
    "text",
    ["12-Jan", "Jan-12", "01/12/2026", "1/12", "2026-01-12", "12-thg 1", "01-Thg12", "", "-", "1-",
     "12-1", "01-100", "1-012", "A1-B2", "A1-2", "một", "1.5", "1-2-3", "١-٢"],
)  # fmt: skip
def test_what_is_no_range_is_refused_and_said_why(text: str) -> None:
    with pytest.raises(SerialsError) as caught:
        read_serials(text)

    assert caught.value.vi
    assert caught.value.en


def test_a_cell_may_hold_several_ranges() -> None:
    assert [len(each) for each in read_all_serials("1–10, 15; 20-21")] == [10, 1, 2]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [("1-12", "12-20", True), ("1-12", "13-20", False), ("001-012", "5", True), ("A1", "1", False)],
)
def test_ranges_meet_where_a_number_is_in_both_however_it_is_written(
    one: str, other: str, meet: bool
) -> None:
    assert read_serials(one).meets(read_serials(other)) is meet
    assert read_serials(other).meets(read_serials(one)) is meet


def test_the_next_free_numbers_are_as_many_and_as_wide() -> None:
    assert Serials(5, 14).after(Serials(1, 12, 3)) == Serials(13, 22, 3)


def kept(tmp_path: Path, serials: str) -> list[tuple[int, str]]:
    row = f"2026-11-24,HTTPS://OCOP.EXAMPLE.VN/Q/7K3M1,kho-ca,,{serials},12,stamp\n"
    (tmp_path / "printed.csv").write_text(",".join(COLUMNS) + "\n" + row, "utf-8")
    faults = ledger.read(tmp_path).faults
    return [(each.at[0], Problem.at(START, each).line_in("en")) for each in faults]  # type: ignore[misc]


@pytest.mark.parametrize("text", ["12-Jan", "Jan-12", "01/12/2026", "12-thg 1"])
def test_a_date_that_a_spreadsheet_made_of_serials_is_an_error_at_its_place(
    tmp_path: Path, text: str
) -> None:
    [(line, said)] = kept(tmp_path, text)

    assert f"error[printed-serials]: serials “{text}”" in said
    assert line == 2


@pytest.mark.parametrize("text", ["1-12", "0001–0012", "1–6; 7–12", "A01–A12", ""])
def test_a_range_in_the_ledger_is_fine(tmp_path: Path, text: str) -> None:
    assert kept(tmp_path, text) == []


def test_a_seal_takes_any_dash_for_the_same_and_misses_zeros() -> None:
    def digest(serials: str) -> str:
        return seal.digest(
            Printing(
                printed_on=date(2026, 11, 24),
                address="HTTPS://OCOP.EXAMPLE.VN/Q/7K3M1",
                product="kho-ca",
                serials=serials,
                quantity=12,
                what="stamp",
            )
        )

    assert digest("1-12") == digest("1–12")
    assert digest("01–12") != digest("1–12")
