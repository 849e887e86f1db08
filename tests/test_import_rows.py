"""How quantities, printed facts and legal forms of a list's rows are taken and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from planned_rows import planned, text_of
from small_project import project, with_files

from generator.catalogue.lists.choice_words import tells_form
from generator.catalogue.lists.columns import column_of
from generator.catalogue.lists.quantities import quantity_key, spaced
from generator.catalogue.model import ProducerKind
from generator.desk.console import Desk
from generator.desk.importing.fates import Fate
from generator.desk.importing.telling import tell_rows

HEADS = ("Tên sản phẩm", "Chủ thể", "Quy cách", "Giá bán")
FISH = ("Khô cá", "Nơi làm co-so")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = (
        "printed_on,address,product,quantity,what\n"
        "2026-01-20,https://thu.example/Q/7K3M1,kho-ca,100,a4-65\n"
    )
    return with_files(project(tmp_path_factory.mktemp("rows")), {"printed.csv": ledger})


@pytest.mark.parametrize("written", ["500g", "500 G", "500gr", "500 gram", "500\u00a0g"])
def test_a_quantity_is_the_same_however_it_is_written(root: Path, written: str) -> None:
    (row,) = planned(root, {}, HEADS, (*FISH, written, ""))

    assert row.fate is Fate.UNCHANGED


@pytest.mark.parametrize(
    ("one", "other"), [("500 g", "500 ml"), ("1,5 kg", "15 kg"), ("50 g", "500 g"), ("5 l", "51")]
)
def test_other_quantities_are_not_the_same(one: str, other: str) -> None:
    assert quantity_key(one) != quantity_key(other)


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("500g", "500 g"),
        ("Hộp 0,5kg", "Hộp 0,5 kg"),
        ("Lốc 6 chai x 250ML", "Lốc 6 chai x 250 ML"),
        ("10 gói", "10 gói"),
        ("1 lít", "1 lít"),
    ],
)
def test_a_new_quantity_has_a_space_before_its_unit(written: str, taken: str) -> None:
    assert spaced(written) == taken


def test_a_new_product_is_written_with_that_space(root: Path) -> None:
    heads = (*HEADS, "Nhóm", "Tình trạng")

    (row,) = planned(root, {}, heads, ("Khô mới", "HTX Mẫu", "500g", 85000, 8, "tiềm năng"))

    assert "net: 500 g" in text_of(row).replace('"', "")


def test_of_a_printed_product_the_files_value_and_the_lists_are_told_apart(root: Path) -> None:
    (row,) = planned(root, {}, HEADS, (*FISH, "500g", 95000))

    (told,) = row.refused
    assert "đã in a4-65 ngày 20/01/2026" in told.vi
    assert "vẫn là “90000” như trong tệp" in told.vi
    assert "“95000” của danh sách" in told.vi


def test_what_is_said_of_several_rows_is_told_once_with_all_cells(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heads = (*HEADS, "Nhóm", "Tình trạng")
    rows = [(f"Khô {n}", "HTX Mẫu", "500g", 85000, 8, "tiềm năng") for n in range(20)]
    for n in (1, 2, 3, 7):
        rows[n] = (*rows[n][:4], 99, "tiềm năng")
    found = planned(root, {}, heads, *rows)

    tell_rows(found, Desk("vi"))
    lines = capsys.readouterr().out.splitlines()

    (alike,) = (line for line in lines if "không rõ bộ sản phẩm" in line)
    assert alike.startswith("4 dòng: DS!E3–E5, E9: ")
    assert "[chưa chắc] DS!A3 Khô 1" in lines


def test_what_is_said_of_two_rows_stands_by_each(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heads = (*HEADS, "Nhóm", "Tình trạng")
    rows = [(f"Khô {n}", "HTX Mẫu", "500g", 85000, 99, "tiềm năng") for n in range(2)]

    tell_rows(planned(root, {}, heads, *rows), Desk("vi"))

    assert capsys.readouterr().out.count("    DS!E") == 2


@pytest.mark.parametrize(
    ("name", "form", "said"),
    [
        ("Hộ kinh doanh Nguyễn Văn Mẫu", ProducerKind.HOUSEHOLD, True),
        ("HKD Nguyễn Văn Mẫu", ProducerKind.HOUSEHOLD, True),
        ("HTX Mẫu", ProducerKind.COOPERATIVE, True),
        ("Công ty TNHH Mẫu", ProducerKind.COMPANY, True),
        ("Nguyễn Văn Mẫu (household business)", ProducerKind.HOUSEHOLD, True),
        ("Hồ Thị Mẫu", ProducerKind.HOUSEHOLD, False),
        ("Cơ sở mẫu", ProducerKind.COOPERATIVE, False),
    ],
)
def test_a_name_is_known_to_say_the_legal_form(name: str, form: ProducerKind, said: bool) -> None:
    assert tells_form(name, form) is said


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Loại hình", "producer.kind"),
        ("Loại hình sản phẩm", "-"),
        ("Số GCN", "certificate.ocop_code"),
        ("Số giấy chứng nhận", "certificate.ocop_code"),
    ],
)
def test_headings_of_legal_form_and_certificate_are_known(heading: str, key: str) -> None:
    assert column_of(heading) == (key, True)
