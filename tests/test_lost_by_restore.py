"""What older files take away is told by the command that brings them back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.addresses import ledger
from generator.addresses.ledger_row import Printing
from generator.desk.versions import archive as archives
from generator.desk.versions import noted
from tests.small_project import change, one_product, published, run, write

FISH = "content/products/kho-ca.md"
NEWER = "content/products/kho-khac.md"
SITE = "content/site.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with dated copies of the content, without its second product and after."""
    monkeypatch.delenv("OCOP_VERSIONS")
    monkeypatch.setattr(archives, "git_program", lambda _: None)
    one_product(tmp_path)
    noted(tmp_path, "ocop build")
    text = (tmp_path / FISH).read_text("utf-8")
    (tmp_path / NEWER).write_text(
        text.replace("7K3M1", "7K3M5").replace("Khô cá", "Khô khác").replace("sample: true\n", ""),
        "utf-8",
    )
    change(tmp_path, SITE, "languages: [vi]", "languages: [vi, en]")
    noted(tmp_path, "ocop import")
    return tmp_path


def test_a_product_whose_code_is_printed_is_told_when_it_goes(root: Path) -> None:
    printing = Printing(
        printed_on=date(2026, 11, 26),
        address="HTTPS://THU.EXAMPLE/Q/7K3M5",
        product="kho-khac",
        quantity=1,
        what="tem",
    )
    ledger.enter(root / "content", [printing])
    status, _, said = run(root, "restore", "1")

    assert status == 0
    assert "error[printed-lost]" in said
    assert "“ocop restore” lần nữa là về như cũ" in said
    status, _, said = run(root, "restore")
    assert (status, said) == (0, "")
    assert (root / NEWER).is_file()


def test_a_language_and_a_page_are_told_when_they_go(root: Path) -> None:
    published(root)
    said = run(root, "restore", "1")[2]

    assert "warning[address-lost]" in said
    assert "warning[address-language]" in said


def test_a_restore_that_takes_nothing_away_says_nothing_more(root: Path) -> None:
    published(root)
    change(root, FISH, "price: 90000", "price: 95000")

    assert run(root, "restore", FISH)[2] == ""


def test_a_file_that_no_version_has_is_told_with_the_nearest_name(root: Path) -> None:
    for name, near in (("kho-cá.md", "products/kho-ca.md"), ("products/kho-kac.md", "kho-khac")):
        status, _, said = run(root, "restore", "1", name)

        assert status == 2
        assert f"Không phiên bản nào có tệp “{name}”" in said
        assert near in said


LOTS = "content/lots/kho-ca.csv"


@pytest.mark.parametrize("kept", ["lot,status,note\nL1,,\nL2,recalled,Mốc\n", ""])
def test_a_recall_that_goes_is_told_by_product_and_lot(root: Path, kept: str) -> None:
    if kept:
        write(root, LOTS, kept)
        noted(root, "ocop build")
    version = "3" if kept else "1"
    write(root, LOTS, "lot,status,note\nL1,Recalled,Hở\nL2,recalled,Mốc\n")
    shown = run(root, "restore", version, "--dry-run")
    still = (root / LOTS).read_text("utf-8")
    status, _, said = run(root, "restore", version)

    assert (status, shown[0]) == (0, 0)
    assert "L1,Recalled" in still
    for each in (said, shown[2]):
        assert "CẢNH BÁO: lô L1 của kho-ca đang được ghi là thu hồi" in each
        assert ("lô L2" in each) is (not kept)
    assert "lô L" not in run(root, "restore")[2]


def test_lots_that_go_are_told_in_a_line_of_their_product(root: Path) -> None:
    write(root, LOTS, "lot\nL0\n")
    noted(root, "ocop build")
    lots = (*(f"L{at:02}" for at in range(12)), "L0")
    write(root, LOTS, "\n".join(("lot", *lots, "")))
    said = run(root, "restore")[2]

    assert said.count("CẢNH BÁO") == 1
    assert "chưa có lô L00, L01" in said
    assert "L09, … (+2) của kho-ca" in said
