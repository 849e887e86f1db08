from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from office_lists import HEADING, MORE, product_row, workbook
from small_project import project, run

from generator.catalogue.lists import cells
from generator.catalogue.lists.columns import column_of
from generator.catalogue.lists.list_error import ListError
from generator.catalogue.lists.sizes import check_size
from generator.catalogue.reading.reader import read
from generator.desk.console import Desk
from generator.desk.importing.fates import Fate
from generator.desk.importing.importing import ImportOrder, ImportOutcome, import_list

HEAD = (*HEADING, *MORE)


def imported(root: Path, file: Path, **order: object) -> ImportOutcome:
    return import_list(ImportOrder(root, file, **order), Desk("vi"))  # type: ignore[arg-type]


def fates(outcome: ImportOutcome) -> list[Fate]:
    return [row.fate for row in outcome.rows]


def contents(root: Path) -> dict[str, bytes]:
    return {f.as_posix(): f.read_bytes() for f in (root / "content").rglob("*") if f.is_file()}


def listed_file(tmp_path: Path, *rows: list[object]) -> Path:
    return workbook(tmp_path / "ds.xlsx", [["DANH SÁCH SẢN PHẨM OCOP"], HEAD, *rows])


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    before = contents(root)

    assert fates(imported(root, listed_file(tmp_path, product_row("Khô cá chốt")))) == [Fate.NEW]
    assert contents(root) == before


def test_what_is_written_is_read_without_errors_and_imported_again_changes_nothing(
    tmp_path: Path,
) -> None:
    root = project(tmp_path / "p")
    file = listed_file(tmp_path, product_row("Khô cá chốt"), product_row("Mắm cá chốt"))

    outcome = imported(root, file, apply=True)
    catalogue = read(root).catalogue

    assert outcome.status == 0
    assert len(outcome.written) == 3
    assert catalogue is not None
    product = catalogue.by_slug["kho-ca-chot"]
    assert product.code
    assert product.certificate is not None
    assert product.certificate.decision == "Số 2008/QĐ-UBND"
    assert str(product.certificate.decided_on) == "2025-04-07"
    assert catalogue.producers[product.producer].place == "tan-hung"
    assert fates(imported(root, file, apply=True)) == [Fate.UNCHANGED] * 2


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ({"address": "Ấp 1, xã Chưa Có"}, "DS!D3"),
        ({"stars": "4 hoặc 5 sao"}, "DS!F3"),
        ({"decision": "QĐ số 1/QĐ-UBND ngày 31/02/2025"}, "DS!G3"),
    ],
)
def test_what_is_not_sure_is_named_by_its_cell_and_not_written(
    tmp_path: Path, cell: dict[str, object], said: str
) -> None:
    root = project(tmp_path / "p")

    outcome = imported(root, listed_file(tmp_path, product_row("Khô cá chốt", **cell)), apply=True)

    assert fates(outcome) == [Fate.DOUBTFUL]
    assert said in {each.cell for each in outcome.rows[0].reasons}
    assert outcome.written == ()


def test_a_telephone_number_that_was_shortened_holds_back_no_product_and_is_told_once(
    tmp_path: Path,
) -> None:
    root = project(tmp_path / "p")
    phone = {"phone": 912345678}
    file = listed_file(tmp_path, product_row("Khô một", **phone), product_row("Khô hai", **phone))

    outcome = imported(root, file, apply=True)
    catalogue = read(root).catalogue

    assert fates(outcome) == [Fate.NEW] * 2
    assert outcome.status == 3
    assert [each.cell for row in outcome.rows for each in row.refused] == ["DS!E3"]
    assert catalogue is not None
    assert catalogue.producers[catalogue.by_slug["kho-mot"].producer].phone is None
    assert fates(imported(root, file)) == [Fate.UNCHANGED] * 2


def test_a_fact_that_a_list_lacks_is_asked_for_and_can_be_given_for_all(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    file = listed_file(tmp_path, product_row("Khô cá chốt", office=""))

    refused = imported(root, file)
    given = imported(root, file, given={"certificate.issued_by": "UBND tỉnh Tây Ninh"})

    assert fates(refused) == [Fate.REFUSED]
    assert "--set certificate.issued_by" in refused.rows[0].reasons[-1].vi
    assert fates(given) == [Fate.NEW]


def test_a_producer_merged_over_its_products_makes_them_all(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    rows = [HEAD, product_row("Khô một"), product_row("Khô hai", "", address="", phone="")]
    file = workbook(tmp_path / "ds.xlsx", rows, {(1, 2, 2, 2): "HTX Mẫu"})

    outcome = imported(root, file, apply=True)
    catalogue = read(root).catalogue

    assert fates(outcome) == [Fate.NEW] * 2
    assert catalogue is not None
    assert {catalogue.by_slug[s].producer for s in ("kho-mot", "kho-hai")} == {"htx-mau"}
    assert catalogue.producers["htx-mau"].kind == "cooperative"


def test_sections_totals_numbers_and_signatures_are_no_products(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    rows = (
        [f"({n})" for n in range(1, 10)],
        ["I", "HUYỆN TÂN HƯNG"],
        product_row("Khô cá chốt"),
        ["", "NĂM 2025"],
        product_row("Mắm cá chốt"),
        ["", "Tổng cộng", "", "", "", 2],
        ["", "", "", "", "", "", "Tân Hưng, ngày 5 tháng 5 năm 2025"],
        ["", "Trần Văn Mẫu"],
    )

    outcome = imported(root, listed_file(tmp_path, *rows))

    assert [row.name for row in outcome.rows] == ["Khô cá chốt", "Mắm cá chốt"]


def test_texts_of_tcvn3_are_read_aright(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    row = product_row("Kh« c¸ chèt", "Hé kinh doanh NguyÔn V¨n MÉu", address="x· T©n H­ng")

    outcome = imported(root, listed_file(tmp_path, row), apply=True)

    assert fates(outcome) == [Fate.NEW]
    assert outcome.rows[0].name == "Khô cá chốt"


def test_headings_typed_for_vni_fonts_are_read_aright_above_cells_that_were_not(
    tmp_path: Path,
) -> None:
    root = project(tmp_path / "p")
    head = ("TT", "Teân saûn phaåm", "CHUÛ THEÅ", "Ñòa chæ", "Ñieän thoaïi", "Haïng sao")
    more = ("Soá quyeát ñònh", "Cô quan coâng nhaän", "Boä saûn phaåm")
    rows = [(*head, *more), *[product_row(f"Khô cá chốt {at}") for at in range(9)]]

    outcome = imported(root, workbook(tmp_path / "ds.xlsx", rows), apply=True)

    assert fates(outcome) == [Fate.NEW] * 9


def test_a_plain_table_of_cp1258_with_semicolons_is_read(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    file = tmp_path / "ds.csv"
    text = "Tên sản phẩm;Chủ thể;Sao;Cơ quan công nhận;Bộ sản phẩm\nBánh ít;HTX Mẫu;3;UBND;6\n"
    marks = {"ả": "a\u0309", "ẩ": "â\u0309", "ủ": "u\u0309", "ể": "ê\u0309", "ậ": "â\u0323"}
    marks |= {"ộ": "ô\u0323", "ẫ": "â\u0303"}
    file.write_bytes("".join(marks.get(c, c) for c in text).encode("cp1258"))

    outcome = imported(root, file)

    assert [(row.fate, row.name) for row in outcome.rows] == [(Fate.NEW, "Bánh ít")]


def test_a_heading_that_is_mapped_is_known_the_next_time(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    head = ["TT", "Món", *HEAD[2:]]
    file = workbook(tmp_path / "ds.xlsx", [head, product_row("Khô cá chốt")])

    assert imported(root, file).status == 2
    assert imported(root, file, headings={"Món": "name"}, apply=True).status == 0
    assert fates(imported(root, file)) == [Fate.UNCHANGED]
    assert "headings.yaml" not in "".join(run(root, "check")[1:])


def test_english_headings_are_known() -> None:
    names = {"name of the product": "name", "producer address": "producer.address", "stars": ""}
    names |= {"Producer name": "producer.name", "product group": "group"}

    assert {name: column_of(name)[0] for name in names} == {
        **names,
        "stars": "certificate.stars",
    }


def test_after_writing_the_way_back_and_the_headings_that_are_kept_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")
    file = listed_file(tmp_path, product_row("Khô mới"))

    imported(root, file, apply=True, headings={"TT": "-"})
    said = capsys.readouterr().out

    assert "ocop restore" in said
    assert "content/headings.yaml" in said


def part(sheet: str) -> bytes:
    return f"<worksheet>{sheet}</worksheet>".encode()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("xl/worksheets/sheet1.xml", part('<dimension ref="A1:BDWGN2"/>')),
        ("xl/worksheets/sheet1.xml", part('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
        ("xl/worksheets/sheet1.xml", part('<row r="9999999"><c><v>1</v></c></row>')),
        ("xl/worksheets/sheet1.xml", part("<row>" + "<c/>" * 2000 + "</row>")),
        ("xl/sharedStrings.xml", b"<t>" + b"a" * 120_000_000),
        ("xl/worksheets/sheet1.xml", part("<row r='1'><c r='XFD1'><v>1</v></c></row>")),
        ("xl/ws/s.bin", part('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
        ("xl/worksheets/sheet1.xml", part('<row r="100000"><c r="SA100000"><v>1</v></c></row>')),
        ("xl/sharedStrings.xml", b'<sst uniqueCount="4294967295"><si><t>a</t></si></sst>'),
        ("xl/sharedStrings.xml", b"<si/>" * 1_000_001),
        ("xl/workbook.bin", b""),
        ("content.xml", b'<text:s text:c="2000000000"/>'),
        (
            "content.xml",
            b'<table:table-row table:number-rows-repeated="100000"><table:table-cell '
            b'office:value-type="string" table:number-columns-repeated="500"/></table:table-row>',
        ),
    ],
    ids=[
        *("claimed", "far cell", "far row", "cells without a place", "much text"),
        *("single quotes", "another part", "a large rectangle", "texts claimed", "many texts"),
        *("in binary", "blanks by number", "a repeated rectangle"),
    ],
)
def test_a_file_that_would_fill_the_memory_is_refused_unread(
    tmp_path: Path, name: str, text: bytes
) -> None:
    file = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)

    with pytest.raises(ListError):
        check_size(file)


def test_cells_that_are_only_coloured_to_the_end_of_the_sheet_are_no_trap(tmp_path: Path) -> None:
    file = tmp_path / "to-mau.xlsx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", part('<row r="1"><c r="XFD1" s="1"/></row>'))

    check_size(file)


@pytest.mark.parametrize(
    ("there", "kind", "listed"),
    [
        ("Hợp tác xã Nông nghiệp Mẫu", "cooperative", "HTX NN Mẫu"),
        ("HTX Mẫu", "cooperative", "HỢP TÁC XÃ MẪU"),
        ("Nguyễn Thị Mẫu", "household", "Hộ kinh doanh Nguyễn Thị Mẫu"),
        ("Nguyễn Thị Mẫu", "household", "Hộ Nguyễn Thị Mẫu"),
        ("Công ty trách nhiệm hữu hạn Mẫu", "company", "Cty TNHH Mẫu"),
    ],
)
def test_a_producer_is_known_with_its_legal_form_in_full_in_short_or_left_out(
    tmp_path: Path, there: str, kind: str, listed: str
) -> None:
    root = project(tmp_path / "p")
    file = root / "content/producers/co-so.md"
    file.write_text(f"---\nname: {there}\nkind: {kind}\nplace: tan-hung\n---\n", "utf-8")
    name = read(root).catalogue.by_slug["kho-ca"].name  # type: ignore[union-attr]
    rows = [product_row(name, listed), product_row("Khô mới", listed)]

    outcome = imported(root, listed_file(tmp_path, *rows), apply=True)

    assert Fate.NEW not in fates(outcome)[:1]
    assert not any(name.startswith("producers/") for name in outcome.rows[1].files)
    assert f"name: {there}\n" in file.read_text("utf-8")


def test_a_legal_form_in_a_name_holds_against_one_that_is_given_for_all(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    rows = [
        product_row("Khô một", "HTX Mẫu"),
        product_row("Khô hai", "Cơ sở Mẫu"),
        product_row("Khô ba", "Hồ Tiêu Mẫu"),
    ]

    imported(root, listed_file(tmp_path, *rows), apply=True, given={"producer.kind": "công ty"})
    catalogue = read(root).catalogue

    assert catalogue is not None
    kinds = {each.name: each.kind.value for each in catalogue.producers.values()}
    assert kinds["HTX Mẫu"] == "cooperative"
    assert kinds["Cơ sở Mẫu"] == kinds["Hồ Tiêu Mẫu"] == "company"


def test_a_new_product_with_the_name_of_another_ones_is_pointed_out(tmp_path: Path) -> None:
    root = project(tmp_path / "p")

    outcome = imported(root, listed_file(tmp_path, product_row("Khô cá", "HTX Khác")))

    assert fates(outcome) == [Fate.NEW]
    assert "content/products/kho-ca.md" in outcome.rows[0].notes[-1].vi


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([product_row("Khô mới")], "--apply"),
        ([product_row("Khô mới", group="Thực phẩm")], "sửa trong danh sách"),
    ],
)
def test_a_preview_says_what_to_do_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: list[list[object]], said: str
) -> None:
    root = project(tmp_path / "p")

    imported(root, listed_file(tmp_path, *rows))

    assert said in capsys.readouterr().out.splitlines()[-1]


def test_a_whole_sector_is_told_with_its_groups(tmp_path: Path) -> None:
    root = project(tmp_path / "p")

    outcome = imported(root, listed_file(tmp_path, product_row("Khô mới", group="ĐỒ UỐNG")))

    assert "bộ từ 14 đến 17" in outcome.rows[0].reasons[0].vi


@pytest.mark.parametrize(("written", "stars"), [("03 sao", 3), ("Đạt 04 sao", 4), ("OCOP 5*", 5)])
def test_stars_are_read_with_a_nought_before_them(written: str, stars: int) -> None:
    assert cells.stars(written) == stars


@pytest.mark.parametrize("written", ["12 sao", "34", "45"])
def test_two_figures_are_not_stars(written: str) -> None:
    with pytest.raises(cells.CellDoubt):
        cells.stars(written)


def test_rows_that_were_left_are_counted_after_writing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")
    rows = [product_row("Khô mới"), product_row("Khô nữa", group="Gạo")]

    assert imported(root, listed_file(tmp_path, *rows), apply=True).status == 3
    assert "Còn 1 dòng chưa ghi" in capsys.readouterr().out


def test_a_workbook_with_a_picture_only_is_told_for_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = imported(tmp_path, workbook(tmp_path / "ds.xlsx", []))

    assert outcome.status == 2
    assert "chỉ có ảnh" in capsys.readouterr().err
