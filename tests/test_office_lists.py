"""Lists as offices keep them: each is understood, or named with its cell and a cure."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from office_lists import HEADING, MORE, old_workbook, opendocument, product_row, workbook

from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import (
    CellDoubt,
    day,
    phone,
    price,
    stands_for_nothing,
    stars,
    tax_code,
)
from generator.catalogue.lists.decisions import decision
from generator.catalogue.lists.list_error import ListError
from generator.catalogue.lists.old_texts import decoded, old_texts
from generator.catalogue.lists.rows import ListReading, ListRow, read_list
from generator.catalogue.lists.sections import Sections
from generator.catalogue.lists.tables import Value, read_sheets
from generator.catalogue.model import Place
from generator.catalogue.ocop.groups import GROUPS
from generator.desk.console import Desk
from generator.desk.importing.facts import facts_of
from generator.desk.importing.row_facts import Facts
from generator.desk.importing.telling import tell_lists

HEAD = (*HEADING, *MORE)
XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
PLACE = Place(slug="tan-hung", kind="xã", name="Tân Hưng", province="Tây Ninh")


def lists(file: Path) -> list[ListReading]:
    return [read_list(sheet, {}) for sheet in read_sheets(file)]


def rows(file: Path) -> list[ListRow]:
    return [row for each in lists(file) for row in each.rows]


def facts(file: Path) -> list[Facts]:
    communes = Communes({"tan-hung": PLACE})
    return [
        facts_of(row, each.head, communes, {})
        for each in lists(file)
        if each.head
        for row in each.rows
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ngày 7 tháng 4 năm 2023", "2023-04-07"),
        ("7/4/23", "2023-04-07"),
        ("07.04.2023", "2023-04-07"),
        ("2023-04-07 00:00:00", "2023-04-07"),
        ("Tân An, ngày 07 tháng 04 năm 2023", "2023-04-07"),
        (45023, "2023-04-07"),
        (date(2023, 4, 7), "2023-04-07"),
        ("Tháng 4/2023", "2023-04"),
        ("Quý II/2023", "2023-Q2"),
        ("Năm 2023", "2023"),
    ],
)
def test_a_day_is_read_in_every_form_and_comes_first(written: Value, meant: str) -> None:
    assert day(written) == meant


@pytest.mark.parametrize("written", ["4/13/2023", "31/02/2023", "7/4", "7/4/2023; 8/5/2024"])
def test_what_is_no_day_is_doubted(written: str) -> None:
    with pytest.raises(CellDoubt):
        day(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("OCOP 4 sao (2023)", 4), ("★★★★☆", 4), ("****", 4), ("Đạt 3 sao năm 2024", 3), (5.0, 5)],
)
def test_stars_are_counted_without_what_stands_beside_them(written: Value, meant: int) -> None:
    assert stars(written) == meant


@pytest.mark.parametrize("written", ["3-4 sao", "4.5", "6 sao", "tiềm năng 5 sao", "******"])
def test_stars_that_may_be_several_are_doubted(written: str) -> None:
    with pytest.raises(CellDoubt):
        stars(written)


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (phone, 912345678.0),
        (phone, "3.1E+9"),
        (phone, "0912 345 678 - 0987 654 321"),
        (phone, "0912345678\n0987654321"),
        (tax_code, "0.31E+10"),
        (tax_code, 310000000.0),
        (tax_code, 3100000000.0),
    ],
)
def test_digits_that_excel_has_shortened_and_two_in_a_cell_are_doubted(
    read: object, written: Value
) -> None:
    with pytest.raises(CellDoubt) as told:
        read(written)  # type: ignore[operator]

    assert "hãy" in told.value.vi


@pytest.mark.parametrize(
    ("text", "number", "signed"),
    [
        ("2008/QĐ-UBND, 07/04/2023", "Số 2008/QĐ-UBND", "2023-04-07"),
        ("QĐ 2008/QĐ-UBND (07/4/2023)", "Số 2008/QĐ-UBND", "2023-04-07"),
        ("2008/QĐ-UBND\nngày 07.4.2023", "Số 2008/QĐ-UBND", "2023-04-07"),
        ("QĐ 2008 ngày 7/4/23", "Số 2008", "2023-04-07"),
        ("Số 12/2023/QĐ-UBND", "Số 12/2023/QĐ-UBND", ""),
        ("QĐ-UBND số 2008 ngày 7/4/2023", "Số 2008/QĐ-UBND", "2023-04-07"),
        ("2008/QĐ-UBND-7/4/2023", "Số 2008/QĐ-UBND", "2023-04-07"),
        ("12/QĐ-BNN-KTHT - ngày 7/4/2023", "Số 12/QĐ-BNN-KTHT", "2023-04-07"),
        ("Ngày 7/4/2023, QĐ số 2008/QĐ-UBND", "Số 2008/QĐ-UBND", "2023-04-07"),
    ],
)
def test_number_and_date_of_a_decision_are_taken_apart(text: str, number: str, signed: str) -> None:
    assert decision(text)[:2] == (number, signed)


def test_two_decisions_in_a_cell_are_doubted() -> None:
    with pytest.raises(CellDoubt):
        decision("QĐ số 2008/QĐ-UBND ngày 7/4/2023; QĐ số 99/QĐ-UBND ngày 1/2/2024")


def test_prices_in_millions_are_read_where_the_heading_or_the_cell_says_so() -> None:
    assert price(0.185, 1_000_000) == price("0,185", 1_000_000) == 185_000
    assert price("1,2 triệu", None) == 1_200_000


def test_a_dash_is_nothing_and_a_failed_formula_is_named() -> None:
    assert stands_for_nothing("producer.phone", "không có")
    assert stands_for_nothing("name", " … ")
    assert not stands_for_nothing("allergens", "Không có")
    for lost in ("#N/A", "#REF!", "T\ufffdn Hưng"):
        with pytest.raises(CellDoubt):
            stands_for_nothing("name", lost)


def test_what_a_section_says_holds_for_its_rows_until_one_of_its_kind_begins() -> None:
    found = Sections()
    for text in ("I. NĂM 2024", "1. XÃ TÂN HƯNG", "SẢN PHẨM 4 SAO", "II. NĂM 2025"):
        found.enter(text, "A1")
    later = {key: told.value for key, told in found.stated().items()}
    found.enter(f"1. Bộ sản phẩm: {GROUPS[8].vi}", "A2")

    assert later == {"year": "2025"}
    assert {key: told.value for key, told in found.stated().items()} == {"year": "2025", "group": 8}


def test_a_row_without_a_fact_has_it_from_its_section_and_is_told_so(tmp_path: Path) -> None:
    bare = product_row("Khô một", stars="", decision="", group="")
    own = product_row("Khô hai")
    heads = [["I", "NĂM 2025"], ["", "SẢN PHẨM 4 SAO"], ["", "NHÓM 8"]]
    file = workbook(tmp_path / "ds.xlsx", [HEAD, *heads, bare, own])

    one, two = facts(file)

    wanted = {"certificate.decided_on": "2025", "certificate.stars": 4, "group": 8}
    assert {key: one.values.get(key) for key in wanted} == wanted
    assert [note.cell for note in one.notes if "lấy từ dòng" in note.vi] == [
        "DS!A2",
        "DS!A3",
        "DS!A4",
    ]
    assert two.values["certificate.decided_on"] == "2025-04-07"


def test_a_heading_in_two_rows_below_a_title_and_above_numbers_is_found(tmp_path: Path) -> None:
    upper = ["", "", "", "", "", "Hạng sao", "Số QĐ", "Cơ quan công nhận", "Nhóm"]
    lower = ["", "", "Tên chủ thể", "Địa chỉ", "Điện thoại"]
    numbers = [f"({n})" for n in range(1, 10)]
    merged = {(1, 2, 1, 4): "Chủ thể sản xuất", (1, 0, 2, 0): "TT", (1, 1, 2, 1): "Tên sản phẩm"}
    table = [["DANH SÁCH"], upper, lower, numbers, product_row("Khô cá chốt")]

    (row,) = rows(workbook(tmp_path / "ds.xlsx", table, merged))

    assert row.cell == "DS!B5"
    assert {"producer.phone", "producer.address", "group"} <= row.values.keys()


def test_a_list_of_opendocument_is_read(tmp_path: Path) -> None:
    file = opendocument(tmp_path / "ds.ods", [HEAD, product_row("Khô cá chốt")])

    (row,) = facts(file)

    assert row.values["name"] == "Khô cá chốt"
    assert row.values["group"] == 8


@pytest.mark.parametrize(
    ("encoding", "separator", "mark"),
    [
        ("utf-8", ";", b""),
        ("utf-8", "\t", b"\xef\xbb\xbf"),
        ("utf-16", "\t", b""),
        ("utf-16-le", ",", b""),
    ],
)
def test_a_table_as_text_is_read_whatever_its_signs(
    tmp_path: Path, encoding: str, separator: str, mark: bytes
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([HEAD, product_row("Khô cá chốt")])
    file = tmp_path / "ds.csv"
    file.write_bytes(mark + text.getvalue().encode(encoding))

    assert [row.values["name"] for row in rows(file)] == ["Khô cá chốt"]


def test_a_workbook_is_known_by_its_bytes_whatever_it_is_called(tmp_path: Path) -> None:
    file = workbook(tmp_path / "ds.xlsx", [HEAD, product_row("Khô cá chốt")])

    for name in ("ds.xls", "ds.csv", "ds.ods"):
        assert len(rows(file.rename(tmp_path / name))) == 1
        file = tmp_path / name


def test_a_table_of_a_web_page_under_excels_name_is_read_with_its_merged_cells(
    tmp_path: Path,
) -> None:
    def line(cells: Sequence[object], mark: str) -> str:
        return f"<tr>{''.join(f'<{mark}>{cell}' for cell in cells)}"

    first, second = product_row("Khô một"), product_row("Khô hai")
    first[1], first[2] = "Khô<br>một", "</td><td rowspan='2'>HTX&nbsp;Mẫu"
    del second[2]
    rows = line(HEAD, "th") + line(first, "td").replace("<td></td>", "") + line(second, "td")
    file = tmp_path / "ds.xls"
    file.write_text(f"<html><head><style>td</style></head><table>{rows}</table></html>", "utf-8")

    found = facts(file)

    assert [row.values["name"] for row in found] == ["Khô một", "Khô hai"]
    assert [row.values["producer.name"] for row in found] == ["HTX Mẫu"] * 2


def test_hidden_sheets_are_left_out_and_hidden_rows_are_read_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ds.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name in ("DS & lọc", "Cũ"):
            page = book.add_worksheet(name)
            for at, row in enumerate([HEAD, product_row("Khô một"), product_row("Khô hai")]):
                page.write_row(at, 0, row)
            page.set_row(2, None, None, {"hidden": True})
        page.hide()

    tell_lists(lists(file), Desk("vi"))
    said = capsys.readouterr().out

    assert [row.number for row in rows(file)] == [2, 3]
    assert "“Cũ” đang ẩn nên không đọc" in said
    assert "1 dòng đang ẩn trong Excel" in said
    assert "dòng 3." in said


@pytest.mark.parametrize(
    ("name", "found", "said"),
    [
        ("~$ds.xlsx", b"\x05User   ", "tệp tạm"),
        ("ds.xls", b"<html><p>T</p></html>", "HTML"),
        ("ds.xls", b"<table><tr><td rowspan=119999 colspan=599>T</td></tr></table>", "quá lớn"),
        ("ds.xls", b"<table><tr><td>T" * 300, "quá lớn"),
        ("ds.xls", b'<?xml version="1.0"?>\n<Workbook xmlns="' + XML_2003 + b'"/>', "XML 2003"),
        ("ds.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        ("ds.xlsx", b"", "hỏng"),
        ("ds.xlsx", b"PK\x03\x04 cut off", "hỏng"),
        ("ds.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "hỏng"),
        ("ds.docx", b"PK", ".docx"),
    ],
)
def test_what_is_no_list_is_named_with_a_cure(
    tmp_path: Path, name: str, found: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(found)

    with pytest.raises(ListError) as told:
        read_sheets(tmp_path / name)

    assert said in told.value.vi
    assert "ãy" in told.value.vi


def test_a_list_of_excel_97_is_read(tmp_path: Path) -> None:
    (row,) = facts(old_workbook(tmp_path / "ds.xls", [HEAD, product_row("Khô cá chốt")]))

    assert row.values["name"] == "Khô cá chốt"
    assert row.values["group"] == 8


def test_a_cell_with_letters_that_no_old_font_has_is_left_as_it_is_beside_old_cells() -> None:
    texts = ["Nöôùc maém Phuù Quoác", "Món gạo để thử", "Gạo vaø cá"]

    assert old_texts(texts).read(texts) == ["Nước mắm Phú Quốc", "Món gạo để thử", "Gạo và cá"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["Q§ sè 2008/Q§-UBND", "H§ND x· T©n H­ng"], ["QĐ số 2008/QĐ-UBND", "HĐND xã Tân Hưng"]),
        (["QÑ soá 2008/QÑ-UBND", "Taân Höng"], ["QĐ số 2008/QĐ-UBND", "Tân Hưng"]),
        (
            ["QÐ sôì 2008/QÐ-UBND", "Cõ quan công nhâòn"],
            ["QĐ số 2008/QĐ-UBND", "Cơ quan công nhận"],
        ),
        (["Khu phôì Roòc, thiò trâìn", "Cõ sở"], ["Khu phố Rọc, thị trấn", "Cõ sở"]),
    ],
)
def test_a_cell_of_old_is_read_whole_with_its_abbreviations(
    written: list[str], meant: list[str]
) -> None:
    assert old_texts(written).read(written) == meant


def test_a_plain_table_in_a_font_of_old_keeps_its_letters_whatever_page_they_could_be() -> None:
    text = "Tªn s¶n phÈm;Chñ thÓ;§Þa chØ\nM¾m c¸ lãc;Hîp t¸c x· Gß ThuyÒn;thÞ trÊn T©n H­ng"

    assert decoded(text.encode("cp1252")) == text
