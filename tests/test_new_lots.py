"""`ocop new lot`: a row more in the product's table of lots."""

from __future__ import annotations

from pathlib import Path

import pytest
from new_project import errors, files, run, without_photos
from small_project import write

from generator.catalogue.reading.reader import read
from generator.cli import asking


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return without_photos(tmp_path)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)


class TestLot:
    def test_a_lot_is_a_new_row_and_all_else_stays(self, root: Path) -> None:
        table = "\ufefflot;produced;note\r\nL1;1/2/2026;x\r\n"
        write(root, "content/lots/kho-ca.csv", table)
        said = ("--produced", "5/2/2026", "--best-before", "5/8/2026", "--note", 'a; "b"')
        result = run(root, "lot", "kho-ca", "L2", *said)

        assert result.return_value == 0, result.output
        assert (root / "content/lots/kho-ca.csv").read_bytes().decode() == (
            "\ufefflot;produced;note;best_before\r\nL1;1/2/2026;x\r\n"
            'L2;5/2/2026;"a; ""b""";5/8/2026\r\n'
        )
        assert errors(read(root)) == []

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (("kho-ca", "l2"), "Hãy ghi L2"),
            (("kho-ca", "L1"), "đã có ở dòng 2"),
            (("kho-ca", "../L2"), "LOT:"),
            (("kho-ca", "L2", "--produced", "31/2/2026"), "--produced:"),
            (("kho-ca", "L2", "--status", "bad"), "--status:"),
            (("kho-caa", "L2"), "kho-caa"),
            ((), "Thiếu PRODUCT, LOT"),
            (("kho-ca",), "Thiếu LOT"),
            (("kho-ca", " \x00"), "Thiếu LOT"),
        ],
    )
    def test_a_lot_that_can_t_be_is_refused(
        self, root: Path, words: tuple[str, ...], said: str
    ) -> None:
        write(root, "content/lots/kho-ca.csv", "lot\nL1\n")
        before = files(root)
        result = run(root, "lot", *words)

        assert result.return_value == 2
        assert said in result.stderr
        assert files(root) == before

    @pytest.mark.usefixtures("terminal")
    def test_a_terminal_is_asked_for_product_lot_and_days(self, root: Path) -> None:
        result = run(root, "lot", typed=["khô", "l 1", "L1", "1/2/2026", ""])

        assert result.return_value == 0, result.output
        assert "L1,1/2/2026,,,," in (root / "content/lots/kho-ca.csv").read_text("utf-8")

    def test_a_table_with_a_fault_is_left_alone(self, root: Path) -> None:
        write(root, "content/lots/kho-ca.csv", 'lot,note\nL1,"x\n')
        before = files(root)

        assert run(root, "lot", "kho-ca", "L2").return_value == 1
        assert files(root) == before
