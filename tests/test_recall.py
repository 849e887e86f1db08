"""`ocop recall`: a lot called back in its tables, whatever else is broken."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from small_project import built, change, project, run, write

from generator.catalogue.reading.lot_files import LOT_COLUMNS
from generator.catalogue.reading.table_editing import TableError, with_cells

LOTS = "content/lots/kho-ca.csv"
EVENTS = "content/lots/kho-ca.events.csv"
WHY = "Có mốc; xem “ghi chú”"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = project(tmp_path)
    write(root, LOTS, "\ufefflot;produced;note;status\r\nL2;02/09/2026;;ok\r\nL1;01/08/2026\r\n")
    write(root, EVENTS, "lot,when,step\nL1,01/08/2026,dried\n")
    return root


def read(root: Path, path: str) -> str:
    return (root / path).read_bytes().decode()


def test_the_lot_is_called_back_and_all_else_stays(root: Path) -> None:
    status, said, _ = run(root, "recall", "kho-ca", "L1", "--reason", WHY, "--day", "26/11/2026")

    assert status == 0
    assert "--keep-going" in said
    assert read(root, LOTS) == (
        f'\ufefflot;produced;note;status\r\nL2;02/09/2026;;ok\r\nL1;01/08/2026;"{WHY}";recalled\r\n'
    )
    assert read(root, EVENTS) == (
        f"lot,when,step,note\nL1,01/08/2026,dried\nL1,26/11/2026,recalled,{WHY}\n"
    )
    assert run(root, "check")[0] == 0


def test_twice_is_as_once(root: Path) -> None:
    for _ in range(2):
        assert run(root, "recall", "kho-ca", "L1", "--reason", WHY)[0] == 0
        tables = read(root, LOTS), read(root, EVENTS)

    assert tables[0].count("recalled") == tables[1].count("recalled") == 1


def test_it_goes_out_though_another_file_is_broken(root: Path) -> None:
    assert built(root, "site") == 0
    change(root, "content/products/gao.md", "stars: 3", "stars: 9")

    assert run(root, "recall", "kho-ca", "L1", "--reason", WHY)[0] == 0
    assert run(root, "build", "--only", "site", "--jobs", "1", "--keep-going")[0] == 3
    page = root / "output/site/Q/7K3M1/L1/index.html"
    assert "Có mốc" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("product", "lot", "said"),
    [("kho-ca", "l1", "Có phải “L1”"), ("kho-cá", "L1", "Có phải “kho-ca”")],
)
def test_what_is_not_there_is_not_called_back(
    root: Path, product: str, lot: str, said: str
) -> None:
    before = read(root, LOTS)
    status, _, told = run(root, "recall", product, lot, "--reason", WHY)

    assert status == 2
    assert said in told
    assert read(root, LOTS) == before


def test_a_lot_without_a_table_can_be_called_back(root: Path) -> None:
    asked = ("mam-ca", "M9", "--reason", WHY)
    assert run(root, "recall", *asked)[0] == 2
    assert run(root, "recall", *asked, "--unlisted")[0] == 0
    assert run(root, "check")[0] == 0
    assert "M9,recalled" in read(root, "content/lots/mam-ca.csv")


def test_a_table_with_a_fault_is_left_alone(root: Path) -> None:
    write(root, LOTS, 'lot,status\nL1,"ok\nL2,ok\n')
    before = read(root, LOTS)

    assert run(root, "recall", "kho-ca", "L1", "--reason", WHY)[0] in {1, 2}
    assert read(root, LOTS) == before


def test_a_table_in_utf_16_stays_one(root: Path) -> None:
    (root / LOTS).write_text("lot\tnote\nL1\t\n", "utf-16")

    assert run(root, "recall", "kho-ca", "L1", "--reason", WHY)[0] == 0
    assert "L1\t" in (root / LOTS).read_bytes().decode("utf-16")
    assert run(root, "check")[0] == 0


@pytest.mark.parametrize(
    ("table", "after"),
    [
        ("lot\nL1\n", "lot,note\nL1,x\n"),
        ("lot,note,\nL1,a\n", "lot,note,\nL1,x\n"),
        ("sep=;\nlot;note\nL1;a", "sep=;\nlot;note\nL1;x"),
        ("\n\nlot,note\nL1,a\n\n", "\n\nlot,note\nL1,x\n\n"),
        ('lot,note\n"L1","a, b"\nL2,\n', 'lot,note\n"L1",x\nL2,\n'),
        ("lot,note\nL2,b\n", "lot,note\nL2,b\nL1,x\n"),
        ("lot,note", "lot,note\nL1,x\n"),
        ('lot,note\nL1,"a\nb"\n', "lot,note\nL1,x\n"),
        ("LOT , Note\nL1,a\n", "LOT , Note\nL1,x\n"),
    ],
)
def test_a_cell_is_changed_in_place(table: str, after: str) -> None:
    assert with_cells(table, LOT_COLUMNS, ("lot",), {"lot": "L1", "note": "x"}) == after


@pytest.mark.parametrize("table", ["", "note\nx\n", 'lot,note\nL1,"a\n', "lot,what\nL1,x\n"])
def test_a_table_that_would_not_be_read_right_is_refused(table: str) -> None:
    with pytest.raises(TableError):
        with_cells(table, LOT_COLUMNS, ("lot",), {"lot": "L1", "note": "x"})


@pytest.mark.parametrize("product", ["../producers/co-so", "../products/kho-ca", ""])
def test_no_path_leads_out_of_the_products(root: Path, product: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in (root / "content").rglob("*")}

    assert run(root, "recall", product, "L1", "--reason", WHY, "--unlisted")[0] == 2
    assert {path: path.stat().st_mtime_ns for path in (root / "content").rglob("*")} == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_and_a_link_out_of_content_are_left_alone(root: Path, tmp_path: Path) -> None:
    for make in (os.mkfifo, lambda path: path.symlink_to(tmp_path / "themes/rieng/theme.toml")):
        (root / LOTS).unlink()
        make(root / LOTS)
        assert run(root, "recall", "kho-ca", "L1", "--reason", WHY)[0] == 1


def test_a_table_in_utf_16_of_the_other_order_stays_one(root: Path) -> None:
    (root / LOTS).write_bytes(codecs.BOM_UTF16_BE + "lot\tnote\nL1\t\n".encode("utf-16-be"))

    assert run(root, "recall", "kho-ca", "L1", "--reason", WHY)[0] == 0
    assert (root / LOTS).read_bytes().startswith(codecs.BOM_UTF16_BE)
    assert run(root, "check")[0] == 0


def test_a_recall_says_why_on_one_line(root: Path) -> None:
    before = read(root, LOTS)
    assert run(root, "recall", "kho-ca", "L1", "--reason", " \n")[0] == 2
    assert read(root, LOTS) == before
    assert run(root, "recall", "kho-ca", "L1", "--reason", "Có mốc\nở góc")[0] == 0
    assert "Có mốc ở góc" in read(root, LOTS)


def test_a_recall_that_a_draft_keeps_from_buyers_says_so(root: Path) -> None:
    change(root, "content/products/kho-ca.md", "sample: true", "draft: true")

    status, said, told = run(root, "recall", "kho-ca", "L1", "--reason", WHY)

    assert status == 0
    assert "content/products/kho-ca.md là bản nháp" in told
    assert "--keep-going" not in said
    assert "warning[draft-recalled]: Lô L1 đã thu hồi" in run(root, "check")[2]


def test_a_table_whose_lines_end_as_on_old_macs_stays_so(root: Path) -> None:
    write(root, LOTS, "lot,produced\rL1,01/08/2026\r")

    assert run(root, "recall", "kho-ca", "L1", "--reason", "Mốc")[0] == 0
    assert read(root, LOTS) == "lot,produced,status,note\rL1,01/08/2026,recalled,Mốc\r"
