"""`ocop labels` and its stocks: the usual ones, rolls, what leaves the sheet, bars."""

from __future__ import annotations

from pathlib import Path

import pytest
import small_project
from label_project import ask, complete_project, ledger, status, written
from small_project import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return complete_project(tmp_path)


def test_a_site_says_once_what_its_labels_are_printed_on(root: Path) -> None:
    small_project.change(root, "content/site.yaml", "nhiet-70x50", "L7165, printer: 300")
    roll = ("--design", "code", "--count", "1", "--stock", "50x30")

    assert status(ask(root, "kho-ca", "--design", "stamp")) == 0
    assert status(ask(root, "kho-ca", *roll)) == 0
    assert status(ask(root, "kho-ca", *roll, "--dpi", "203")) == 0
    assert [row["what"] for row in ledger(root)] == ["stamp a4-99x68", "code nhiet-50x30"]
    assert [name for name in written(root) if "dpi" in name and name.endswith("labels.pdf")] == [
        "labels/kho-ca/code-nhiet-50x30-300dpi/labels.pdf"
    ]


def test_bars_that_are_lower_than_the_standard_or_left_out_are_told_with_the_stock_for_them(
    root: Path,
) -> None:
    small_project.change(root, "content/products/kho-ca.md", "code:", "gtin: 8938500000010\ncode:")
    label = ("kho-ca", "--design", "label", "--count", "1", "--stock")
    low, without = ask(root, *label, "a4-99x38"), ask(root, *label, "a4-64x38")
    full = ask(root, *label, "a6")

    assert "mã vạch 8938500000010 cao" in low.output
    assert "% chiều cao chuẩn" in low.output
    assert "chiều cao chuẩn" not in full.output + without.output
    assert "warning[label-bars-left-out]: Nhãn không đủ chỗ cho mã vạch" in without.output
    stock = without.output.split("--stock ")[1].split(")")[0]
    again = ask(root, *label, stock)
    assert (status(again), "label-bars-left-out" in again.output) == (0, False)


def test_a_roll_that_is_not_known_is_answered_with_the_entry_for_it(root: Path) -> None:
    said = ask(root, "kho-ca", "--stock", "50 × 30 × 2 tem").exception.format_message()  # type: ignore[union-attr]

    assert "{name: cuon-50x30x2, page: … x 30, columns: 2" in said
    entry = said.split("“…”: ")[1].replace("page: …", "page: 103").replace("gap: …", "gap: 2")
    write(root, "content/stocks.yaml", entry + "\n")
    assert status(ask(root, "kho-ca", "--design", "code", "--stock", "50x30x2")) == 0


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--outline", "--stock", "L7160", "--offset", "8,0"), 2),
        (("kho-ca", "--design", "code", "--stock", "L7160", "--offset", "-7,0"), 1),
        (("kho-ca", "--design", "code", "--stock", "35x22x3", "--offset", "0,1.4"), 1),
        (("kho-ca", "--design", "code", "--stock", "35x22x3", "--skip", "3"), 2),
    ],
)
def test_what_would_leave_the_sheet_is_refused_before_it_is_recorded(
    root: Path, asked: tuple[str, ...], code: int
) -> None:
    assert status(ask(root, *asked)) == code
    assert ledger(root) == []
    assert written(root) == []
