"""Codes that a build hands out at a real host are remembered: who breaks one is warned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_project import built, change, ended, one_label_a_sheet, project, write

from generator.addresses import handed_out
from generator.catalogue.reading import growing_tables
from generator.desk.content import load
from generator.desk.options import Order

HOST = "https://ocop.example.vn"
KHO, MAM = "content/products/kho-ca.md", "content/products/mam-ca.md"
LIST = "content/handed-out.csv"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project at a real host; one of its three products is invented."""
    one_label_a_sheet(project(tmp_path))
    change(tmp_path, "content/site.yaml", "https://thu.example", HOST)
    for file in (KHO, MAM):
        change(tmp_path, file, "sample: true\n", "")
    return tmp_path


def handed(root: Path) -> list[str]:
    found = handed_out.read(root / "content")
    assert found.faults == ()
    return [f"{each.printing.address} {each.printing.product}" for each in found.entries]


def told(root: Path) -> list[tuple[str, int]]:
    return [(e.rule.code, e.line) for e in load(root).problems if e.path == LIST]


def test_a_build_remembers_each_code_once_and_none_of_invented_products(root: Path) -> None:
    assert built(root, only="labels") == 0
    first = (root / LIST).read_bytes()
    assert built(root, only="labels") == 0

    assert handed(root) == [
        f"{HOST.upper()}/Q/7K3M1 kho-ca",
        f"{HOST.upper()}/Q/7K3M2 mam-ca",
    ]
    assert (root / LIST).read_bytes() == first
    assert told(root) == []


@pytest.mark.parametrize(
    "order",
    [{"base_url": "https://khac.example.vn"}, {"base_url": "http://localhost:8000"},
     {"only": "brochures"}],
)  # fmt: skip
def test_a_trial_elsewhere_and_a_build_without_labels_remember_nothing(
    root: Path, order: dict[str, str]
) -> None:
    for slug in ("mam-ca", "gao"):
        (root / f"content/products/{slug}.md").unlink()
    ended(Order(root=root, output=root / "output", jobs=1, **{"only": "labels", **order}))  # type: ignore[arg-type]

    assert not (root / LIST).exists()


def test_a_placeholder_is_not_remembered(root: Path) -> None:
    change(root, "content/site.yaml", HOST, "https://thu.example")
    built(root, only="labels")

    assert not (root / LIST).exists()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [(KHO, "code: 7K3M1", "code: 7K3M9"), (MAM, "code: 7K3M2", "gtin: 8938500000010")],
)
def test_another_code_is_a_warning_at_its_row_until_the_old_address_is_an_alias(
    root: Path, file: str, old: str, new: str
) -> None:
    built(root, only="labels")
    change(root, file, old, new)
    row = 2 if file == KHO else 3
    assert told(root) == [("handed-out-lost", row)]

    change(root, file, new, f"{new}\naliases: [/Q/{old[-5:]}]")
    assert told(root) == []


def test_a_code_that_opens_another_product_is_a_warning(root: Path) -> None:
    built(root, only="labels")
    change(root, KHO, "7K3M1", "7K3M9")
    change(root, MAM, "7K3M2", "7K3M1")

    assert [rule for rule, _ in told(root)] == ["handed-out-lost", "handed-out-lost"]


def test_another_host_is_one_warning_until_the_old_one_forwards(root: Path) -> None:
    built(root, only="labels")
    change(root, "content/site.yaml", HOST, "https://moi.example.vn")
    assert told(root) == [("handed-out-host", 2)]

    change(root, "content/site.yaml", "language:", f"former_base_urls: [{HOST}]\nlanguage:")
    assert told(root) == []


def test_a_row_may_be_deleted_and_a_spreadsheet_may_save_the_list(root: Path) -> None:
    built(root, only="labels")
    write(root, LIST, f"product;handed_on;address\nkho-ca;24/11/2026;{HOST.upper()}/Q/7K3M1\n")
    assert told(root) == []
    built(root, only="labels")

    assert handed(root) == [f"{HOST.upper()}/Q/7K3M1 kho-ca", f"{HOST.upper()}/Q/7K3M2 mam-ca"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_in_any_encoding_that_is_read_can_be_added_to(
    tmp_path: Path, encoding: str, end: str
) -> None:
    table = f"handed_on\taddress\tproduct{end}2026-11-24\t{HOST.upper()}/Q/7K3M1\tkho-ca{end}"
    write(tmp_path, LIST, table.encode(encoding))
    handed_out.add(
        tmp_path / "content", [(f"{HOST.upper()}/Q/7K3M2", "mam-ca")], date(2026, 11, 26)
    )

    assert handed(tmp_path) == [
        f"{HOST.upper()}/Q/7K3M1 kho-ca",
        f"{HOST.upper()}/Q/7K3M2 mam-ca",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_list_that_names_its_separator_can_be_added_to(tmp_path: Path, end: str) -> None:
    """Editors put “sep=;” above a table for Excel, which then ends lines as Windows does."""
    table = f"sep=;{end}handed_on;address;product{end}26/11/2026;{HOST.upper()}/Q/7K3M1;kho-ca{end}"
    write(tmp_path, LIST, table)
    handed_out.add(
        tmp_path / "content", [(f"{HOST.upper()}/Q/7K3M2", "mam-ca")], date(2026, 11, 26)
    )

    assert handed(tmp_path) == [
        f"{HOST.upper()}/Q/7K3M1 kho-ca",
        f"{HOST.upper()}/Q/7K3M2 mam-ca",
    ]


def test_a_list_with_errors_is_left_alone(tmp_path: Path) -> None:
    """A merge that was not finished, say: under that header no row could be read."""
    write(tmp_path, LIST, "<<<<<<< HEAD\nhanded_on,address,product\n")
    handed_out.add(tmp_path / "content", [(f"{HOST.upper()}/Q/7K3M2", "gao")], date(2026, 11, 26))

    assert (tmp_path / LIST).read_text("utf-8") == "<<<<<<< HEAD\nhanded_on,address,product\n"


@pytest.mark.parametrize("emptied", ["", "\ufeff", "\r\n"])
def test_an_emptied_list_is_a_list_without_rows(root: Path, emptied: str) -> None:
    write(root, LIST, emptied)
    assert told(root) == []

    handed_out.add(root / "content", [(f"{HOST.upper()}/Q/7K3M1", "kho-ca")], date(2026, 11, 26))
    assert handed(root) == [f"{HOST.upper()}/Q/7K3M1 kho-ca"]


def test_a_row_that_cannot_be_read_is_told_and_stops_nothing(root: Path) -> None:
    write(root, LIST, "handed_on,address,product\nhôm qua,đâu đó,kho-ca\n")

    assert told(root) == [("handed-out-row", 2)]
    assert built(root, only="labels") == 0


def test_a_list_that_cannot_be_written_stops_no_build(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(growing_tables, "write", full)

    assert built(root, only="labels") == 0
    assert "Không ghi được content/handed-out.csv" in capsys.readouterr().out
