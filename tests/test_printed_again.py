"""An order that is run twice: what is counted, what is not, and what is refused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import small_project
from click.testing import CliRunner, Result
from press_samples import codes_in

from generator.cli import ocop

HOST = "https://ocop.example.vn"
ONE_LOT = ("kho-ca", "--design", "stamp", "--stock", "L7160", "--lot", "L1")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small_project.one_label_a_sheet(small_project.project(tmp_path))
    small_project.change(tmp_path, "content/site.yaml", "https://thu.example", HOST)
    small_project.change(tmp_path, "content/products/kho-ca.md", "sample: true\n", "")
    small_project.write(tmp_path, "content/lots/kho-ca.csv", "lot\nL1\nL2\n")
    return tmp_path


def ask(root: Path, *words: str, verb: str = "labels") -> Result:
    return CliRunner().invoke(ocop, [verb, *words, "--root", str(root)], standalone_mode=False)


def recorded(root: Path) -> list[str]:
    file = root / "content/printed.csv"
    rows = csv.DictReader(file.read_text("utf-8-sig").splitlines()) if file.exists() else ()
    return [f"{row['quantity']} {row['what']} {row['serials']}".strip() for row in rows]


def test_an_order_run_twice_is_counted_once_and_the_editor_is_told(root: Path) -> None:
    ask(root, *ONE_LOT)
    pdf = root / "output/labels/kho-ca/L1/stamp-a4-64x38/labels.pdf"
    first = pdf.read_bytes()
    pdf.unlink()
    again = ask(root, *ONE_LOT)

    assert again.return_value == 0
    assert "warning[printed-again]" in again.output
    assert "21 × stamp a4-64x38" in again.output
    assert pdf.read_bytes() == first
    assert recorded(root) == ["21 stamp a4-64x38"]


def test_an_order_run_twice_stops_where_warnings_do(root: Path) -> None:
    ask(root, *ONE_LOT)

    assert ask(root, *ONE_LOT, "--strict").return_value == 1


def test_again_prints_and_counts_once_more(root: Path) -> None:
    ask(root, *ONE_LOT, "--serials", "1-3")
    again = ask(root, *ONE_LOT, "--serials", "1-3", "--again")

    assert again.return_value == 0
    assert "printed-again" not in again.output
    assert recorded(root) == ["3 stamp a4-64x38 1–3"] * 2


@pytest.mark.parametrize(
    "other",
    [("--count", "5"), ("--stock", "L7159"), ("--design", "code"), ("--lot", "L2")],
)
def test_another_count_stock_design_or_lot_is_another_printing(
    root: Path, other: tuple[str, str]
) -> None:
    ask(root, *ONE_LOT)
    result = ask(root, *ONE_LOT, *other)

    assert result.return_value == 0
    assert len(recorded(root)) == 2
    assert ("trước đây đã in 21" in result.output) is (other[0] != "--lot")


def test_a_product_named_twice_is_printed_once(root: Path) -> None:
    ask(root, "kho-ca", "content/products/kho-ca.md", "--design", "stamp", "--count", "1")

    assert recorded(root) == ["1 stamp nhiet-70x50"]


def test_a_proof_repeats_nothing(root: Path) -> None:
    ask(root, *ONE_LOT)

    assert "printed-again" not in ask(root, *ONE_LOT, "--proof").output


def test_artwork_is_recorded_once(root: Path) -> None:
    ask(root, "kho-ca", "--design", "code")
    again = ask(root, "kho-ca", "--design", "code", "--size", "30")

    assert "warning[printed-again]" in again.output
    assert recorded(root) == ["1 artwork"]


def test_serials_keep_their_zeros_in_codes_and_in_the_ledger(root: Path) -> None:
    assert ask(root, *ONE_LOT, "--serials", "008-012").return_value == 0
    pdf = (root / "output/labels/kho-ca/L1/stamp-a4-64x38/labels.pdf").read_bytes()

    assert sorted(codes_in(pdf)) == [
        f"{HOST.upper()}/Q/7K3M1/L1/21/{number}" for number in ("008", "009", "010", "011", "012")
    ]
    assert recorded(root) == ["5 stamp a4-64x38 008–012"]
    assert ask(root, verb="check").return_value == 0


@pytest.mark.parametrize("serials", ["3-7", "3", "001-012", "1-2"])
def test_numbers_that_packs_of_the_lot_have_are_refused_with_those_that_are_free(
    root: Path, serials: str
) -> None:
    ask(root, *ONE_LOT, "--serials", "1-4")
    result = ask(root, *ONE_LOT, "--serials", serials, "--stock", "L7159")

    assert result.return_value == 1
    assert "error[printed-serials-again]" in result.output
    assert recorded(root) == ["4 stamp a4-64x38 1–4"]
    free = result.output.split("--serials ")[1].split(";")[0]
    assert ask(root, *ONE_LOT, "--serials", free).return_value == 0


def test_numbers_are_of_their_lot(root: Path) -> None:
    ask(root, *ONE_LOT, "--serials", "1-2")
    ask(root, *ONE_LOT, "--serials", "1-2", "--lot", "L2")
    ask(root, "kho-ca", "--design", "stamp", "--serials", "1-2")

    assert len(recorded(root)) == 3


def test_artwork_has_no_serials(root: Path) -> None:
    result = ask(root, "kho-ca", "--design", "code", "--serials", "1-5")

    assert getattr(result.exception, "exit_code", None) == 2


def test_a_spreadsheets_date_for_serials_stops_the_check(root: Path) -> None:
    ask(root, *ONE_LOT, "--serials", "1-12")
    small_project.change(root, "content/printed.csv", "1–12", "12-Jan")
    result = ask(root, verb="check")

    assert result.return_value == 1
    assert "error[printed-serials]" in result.output


def test_a_number_of_days_for_serials_is_doubted(root: Path) -> None:
    ask(root, *ONE_LOT, "--serials", "1-12")
    (root / "content/printed.seal").unlink()
    small_project.change(root, "content/printed.csv", "1–12", "46034")
    result = ask(root, verb="check")

    assert "warning[printed-serials-count]" in result.output
