"""What a sheet's rows are, told from the sheet itself: its heading, its products, their cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from office_lists import OFFICE, opendocument

from generator.catalogue.lists.addresses import Communes
from generator.catalogue.lists.cells import CellDoubt, group
from generator.catalogue.lists.columns import IGNORED, column_of
from generator.catalogue.lists.rows import ListReading, read_list
from generator.catalogue.lists.tables import ListSheet, Value, read_sheets
from generator.catalogue.model import Place
from generator.desk.importing.facts import facts_of
from generator.desk.importing.makers import Claims
from generator.desk.importing.row_facts import Facts

HEADING = ("TT", "Tên sản phẩm", "Chủ thể", "Phân hạng sao", "Cơ quan công nhận", "Bộ sản phẩm")
FIRST = (1, "Khô cá chốt", "HTX Mẫu", "4 sao", OFFICE, 4)
SECOND = (2, "Mắm cá linh", "", "3 sao", OFFICE, 9)


DECISION = "QĐ số 2008/QĐ-UBND ngày 7/4/2023"
DECIDED = "certificate.decided_on"


def reading(*rows: Sequence[Value]) -> ListReading:
    return read_list(ListSheet("DS", rows), {})


@pytest.mark.parametrize(
    ("heading", "first"),
    [
        (HEADING, FIRST),
        (HEADING[1:], FIRST[1:]),
        (("TT", "Sản phẩm tham gia OCOP", *HEADING[2:]), ("1.", *FIRST[1:])),
        (("Sản phẩm tham gia OCOP", *HEADING[2:]), FIRST[1:]),
    ],
)
def test_the_first_product_is_no_second_row_of_the_heading(
    heading: Sequence[Value], first: Sequence[Value]
) -> None:
    found = reading(["UBND XÃ MẪU"], heading, first)

    assert [row.values["name"] for row in found.rows] == ["Khô cá chốt"]


def test_a_heading_whose_words_stand_in_two_rows_is_one() -> None:
    upper = ("TT", "Tên", "Chủ", "Hạng", "Cơ quan", "Bộ")
    lower = ("", "sản phẩm", "thể", "sao", "công nhận", "sản phẩm")

    found = reading(upper, lower, FIRST)

    assert [row.number for row in found.rows] == [3]
    assert {"producer.name", "certificate.stars", "group"} <= found.rows[0].values.keys()


def test_products_below_a_producer_are_its_own_in_opendocument_too(tmp_path: Path) -> None:
    (sheet,) = read_sheets(opendocument(tmp_path / "ds.ods", [HEADING, FIRST, SECOND]))

    found = read_list(sheet, {})

    assert [row.values["producer.name"] for row in found.rows] == ["HTX Mẫu"] * 2
    assert [row.carried for row in found.rows] == [False, True]


def facts(heading: Sequence[Value], *values: Value, **given: str) -> Facts:
    """What is told of one product, by cells beside its name."""
    found = reading(("Tên sản phẩm", *heading), ("Khô cá chốt", *values))
    assert found.head is not None
    return facts_of(found.rows[0], found.head, Communes({}), given)


def test_a_day_beside_the_decision_comes_before_what_is_only_nearly_its_day() -> None:
    found = facts(["Quyết định", "Ngày cấp GCN"], DECISION, "15/5/2023")
    set_for_all = facts(["Quyết định", "Bộ"], DECISION, 4, **{DECIDED: "2024-01-01"})

    assert found.values[DECIDED] == set_for_all.values[DECIDED] == "2023-04-07"
    assert [note.cell for note in found.notes] == ["DS!C2"]
    assert not found.doubts


def test_two_days_of_one_decision_are_doubted_unless_one_says_more_of_the_other() -> None:
    heading = ["Quyết định", "Ngày quyết định"]

    (doubt,) = facts(heading, DECISION, "8/4/2023").doubts

    assert doubt.cell == "DS!C2"
    assert "DS!B2" in doubt.vi
    assert facts(heading, DECISION, "2023").values[DECIDED] == "2023-04-07"


@pytest.mark.parametrize("written", ["2008 ngày 7/4/2023", "QÐ-UBND số 2008, 7/4/2023"])
def test_a_decisions_cell_needs_not_say_what_its_heading_says(written: str) -> None:
    found = facts(["Quyết định", "Bộ"], written, 4).values

    assert str(found["certificate.decision"]).startswith("Số 2008")
    assert found[DECIDED] == "2023-04-07"


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("CoQuan_CN", "certificate.issued_by"),
        ("CQ công nhận", "certificate.issued_by"),
        ("Loại hình", "producer.kind"),
        ("Phân hạng sao", "certificate.stars"),
        ("Cơ quan ký", "certificate.issued_by"),
        ("Kinh_do", IGNORED),
        ("OBJECTID", IGNORED),
    ],
)
def test_headings_of_maps_and_platforms_are_known(heading: str, key: str) -> None:
    assert column_of(heading) == (key, True)
    assert column_of("SĐT liên hệ") == ("producer.phone", False)


@pytest.mark.parametrize(
    ("written", "key"),
    [("7K3M1", "code"), ("80-27721-05-2026", "certificate.ocop_code"), ("SP-000123", "")],
)
def test_a_code_of_another_office_is_none_of_the_catalogue(written: str, key: str) -> None:
    found = facts(["Mã sản phẩm", "Bộ"], written, 4)

    assert [name for name, value in found.values.items() if value == written] == [key] * bool(key)
    assert bool(found.notes) == (key != "code")
    assert not found.doubts


@pytest.mark.parametrize(
    "written", ["Bộ sản phẩm 12", "Bộ số 12", "Nhóm sản phẩm số 12", "12. Rượu"]
)
def test_a_group_is_read_by_its_number(written: str) -> None:
    assert group(written) == 12


@pytest.mark.parametrize(
    ("heading", "thousands"),
    [("tr.đ/kg", 1000), ("ĐVT: 1.000 đồng", 1), ("nghìn đồng", 1), ("triệu", 1000)],
)
def test_a_price_is_in_what_its_heading_says(heading: str, thousands: int) -> None:
    found = facts([f"Giá ({heading})", "Quy cách"], 2.5, "Gói 1 kg")

    assert found.values["packs"] == [{"net": "Gói 1 kg", "price": 2500 * thousands}]


def test_of_two_addresses_the_one_of_today_is_taken() -> None:
    old, new = "Địa chỉ (trước sáp nhập)", "Địa chỉ mới"

    assert facts([old, new], "Ấp 1", "Ấp 2").values["producer.address"] == "Ấp 2"
    assert facts([new, old], "Ấp 2", "Ấp 1").values["producer.address"] == "Ấp 2"
    assert column_of("Xã cũ") == column_of("Xã (mới)") == ("producer.place", True)
    assert column_of("Sản phẩm mới") != ("name", True)


@pytest.mark.parametrize(
    "address",
    [
        "Ấp 1, xã Mẫu cũ (nay là xã Mẫu Mới), tỉnh Tây Ninh",
        "Ấp 1, xã Mẫu, huyện Cũ, nay thuộc xã Mẫu Mới",
        "Ấp 1, xã Mẫu (cũ)",
        "Ấp 1, xã Mẫu cũ",
    ],
)
def test_a_former_commune_leads_to_that_of_today_however_it_is_written(address: str) -> None:
    today = Place(slug="mau-moi", kind="xã", name="Mẫu Mới", province="Tây Ninh")
    other = Place(slug="mau", kind="xã", name="Mẫu", province="Tây Ninh")
    former = Place(
        slug="mau-cu", kind="xã", name="Mẫu", district="Cũ", province="Long An", now="mau-moi"
    )

    communes = Communes({each.slug: each for each in (today, other, former)})

    assert communes.led(address) == ("mau-moi", "Ấp 1")
    assert communes.named("Mẫu", recent=0) == "mau-moi"
    assert communes.named("Mẫu", recent=2) == "mau"
    assert communes.led("Ấp 1, xã Mẫu cũ, nay là xã Mẫu") == ("mau", "Ấp 1")
    with pytest.raises(CellDoubt):
        communes.named("Mẫu")


def test_a_number_as_one_calls_it_from_abroad_is_the_same_number() -> None:
    claims = Claims()
    claims.add(facts(["Chủ thể", "Điện thoại"], "HTX Mẫu", "+84 912 345 678"))

    assert claims.against("phone", "0912.345.678") == ("", "")
    assert claims.against("phone", "0912.345.679")[0] == "DS!C2"


def test_products_of_promise_are_told_by_their_section_or_in_place_of_stars() -> None:
    found = reading(
        HEADING, ("I", "Sản phẩm đã được công nhận"), FIRST, ("II", "Sản phẩm tiềm năng"), SECOND
    )
    stated = [row.stated["status"].value for row in found.rows]

    assert stated == ["đã công nhận", "tiềm năng"]
    assert facts(["Hạng sao", "Bộ"], "Tiềm năng", 4).values["status"] == "potential"
