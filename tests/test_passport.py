"""The digital passport: both lists of the law, what is known of them, and where it is said."""

from __future__ import annotations

import json
import posixpath
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from small_project import built, one_product, project, run, write
from web_samples import BASE, Page, catalogue, made

from generator.catalogue.fields import Shows
from generator.catalogue.judging.passport import (
    CERTAINTY,
    ITEMS,
    passport,
    typical_lot,
)
from generator.catalogue.model.lots import LotStatus
from generator.engine.artifact import Artifact

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def site(artifacts: list[Artifact]) -> dict[str, bytes]:
    return made(artifacts)


@pytest.fixture
def desk_project(tmp_path: Path) -> Path:
    return one_product(tmp_path)


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def known(slug: str, **facts: object) -> dict[str, str | None]:
    """The passport's values by key of a product with more facts."""
    found = catalogue()
    product = found.by_slug[slug].model_copy(update=facts)
    return {each.item.key: each.value for each in passport(found, product).entries}


def test_the_table_holds_the_ten_items_of_the_circular_and_the_seven_of_the_decree() -> None:
    assert {item.circular for item in ITEMS} == {None, *range(1, 11)}
    assert {item.decree for item in ITEMS} == {None, *range(1, 8)}
    assert len({item.key for item in ITEMS}) == len(ITEMS)


def test_a_fact_is_called_as_its_field_is_unless_the_lists_want_another() -> None:
    by_key = {item.key: item for item in ITEMS}

    assert by_key["brand"].name("vi") == "Nhãn hiệu hoặc ký hiệu (nếu có)"
    assert by_key["gtin"].wanted("en") == "GTIN"
    assert by_key["picture"].name("en") == "Picture"
    assert [i.key for i in ITEMS if i.told == (i.row.name("vi"), i.row.name("en"))] == []


def test_every_fact_that_a_passport_has_shows_there_by_its_row() -> None:
    assert [item.key for item in ITEMS if not item.row.shows & Shows.PASSPORT] == []
    assert set(CERTAINTY.values()) == {"S", "S2"}


def test_every_fact_is_found_once_it_is_told() -> None:
    bare = known("gao-thom", photos=())

    assert {key for key, value in bare.items() if value} == {
        *("name", "producer", "address", "origin", "certificates")
    }
    assert known("gao-thom", brand="Sen Xanh")["brand"] == "Sen Xanh"
    assert known("gao-thom", standards=("VietGAP", "OCOP"))["standards"] == "VietGAP; OCOP"
    assert known("gao-thom", allergens="Có cá")["warnings"] == "Có cá"
    assert known("kho-ca")["stages"] == "Mua nguyên liệu → Đóng gói"
    assert known("kho-ca")["times"] == "tháng 10/2026 – 12/10/2026"
    assert known("kho-ca")["codes"] == "9521234500018 / L2; GLN 9521234500001"
    assert known("kho-ca")["produced"] == "12/10/2026"
    assert known("kho-ca")["shelf_life"] == "12/04/2027"


def test_a_numbered_item_is_known_where_all_its_facts_are() -> None:
    found = passport(catalogue(), catalogue().by_slug["kho-ca"])

    assert (found.circular.known, found.circular.of) == (8, 10)
    assert found.circular.missing == ("brand", "standards")
    assert (found.decree.known, found.decree.of) == (5, 7)
    assert found.decree.missing == ("identification", "warnings")


def test_a_service_is_not_asked_for_what_only_goods_have() -> None:
    found = passport(catalogue(), catalogue().by_slug["diem-vuon"])

    assert found.circular.of == 5
    assert not {"gtin", "stages", "produced"} & {each.item.key for each in found.entries}


def test_the_newest_recorded_lot_speaks_unless_it_is_recalled() -> None:
    found = catalogue()
    lot = typical_lot(found, found.by_slug["kho-ca"])

    assert lot
    assert lot.lot == "L2"
    assert typical_lot(found, found.by_slug["gao-thom"]) is None


def test_a_recalled_lot_never_speaks_for_the_product() -> None:
    found = catalogue()
    lots = tuple(replace(each, status=LotStatus.RECALLED) for each in found.lots["kho-ca"])
    recalled = found.model_copy(update={"lots": {**found.lots, "kho-ca": lots}})
    product = recalled.by_slug["kho-ca"].model_copy(update={"shelf_life": None})
    said = {each.item.key: each.value for each in passport(recalled, product).entries}

    assert typical_lot(recalled, product) is None
    assert (said["stages"], said["times"], said["produced"], said["shelf_life"]) == (None,) * 4
    assert "L2" not in (said["codes"] or "")


def test_a_passport_never_repeats_the_stars() -> None:
    text = json.dumps(known("kho-ca"), ensure_ascii=False)

    assert "sao" not in text
    assert "18/11/2028" in text


def test_a_page_shows_what_is_known_and_names_what_is_not(site: dict[str, bytes]) -> None:
    page = site["san-pham/kho-ca/index.html"].decode()
    section = page.split('class="passport"')[1].split("</section>")[0]

    assert "<b>8<span>/10</span></b>" in section
    assert section.count('class="on"') == 8
    assert "Chưa có thông tin:</b> mã số của cơ sở; nhãn hiệu" in section
    assert "Mua nguyên liệu → Đóng gói" in section
    assert "Mã GTIN" in section


def test_a_lots_page_shows_the_passport_of_that_lot(site: dict[str, bytes]) -> None:
    page = site["Q/7K3M9/L1/index.html"].decode()
    section = page.split('class="passport"')[1].split("</section>")[0]

    assert "ngày sản xuất" in section
    assert "L2" not in section


def test_every_passport_is_linked_from_its_pages_and_keeps_to_the_published_schema(
    site: dict[str, bytes],
) -> None:
    schema = json.loads(site["schema/passport.json"])
    check = validator(schema)
    files = [path for path in site if path.endswith("/passport.json") and "schema" not in path]

    assert len(files) == 4
    for path in files:
        content = json.loads(site[path])
        check.validate(content)
        assert content["$schema"] == schema["$id"] == f"{BASE}/schema/passport.json"
    for path in ("san-pham/kho-ca", "Q/7K3M9", "Q/7K3M9/L1", "en/products/kho-ca"):
        elements = Page(site[f"{path}/index.html"]).elements
        heads = (each for tag, each in elements if tag == "link")
        (link,) = (each["href"] for each in heads if each.get("type") == "application/json")
        assert posixpath.normpath(f"{path}/{link}") == "san-pham/kho-ca/passport.json"


def test_every_passport_of_the_catalogue_keeps_to_the_schema(output: Path) -> None:
    check = validator(json.loads((output / "site/schema/passport.json").read_text("utf-8")))
    files = sorted((output / "site/san-pham").glob("*/passport.json"))

    assert len(files) == 19
    for file in files:
        check.validate(json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize(
    "wrong",
    [
        {"sample": "no"},
        {"unknown": 1},
        {"lots": [{"lot": "l1"}]},
        {"completeness": {}},
        {"certificate": {"programme": "OCOP", "stars": 2}},
    ],
)
def test_the_schema_refuses_what_is_no_passport(
    site: dict[str, bytes], wrong: dict[str, Any]
) -> None:
    check = validator(json.loads(site["schema/passport.json"]))
    sound = json.loads(site["san-pham/kho-ca/passport.json"])

    assert not check.is_valid(sound | wrong)
    assert not check.is_valid({key: sound[key] for key in sound if key != "producer"})


def test_every_field_of_the_schema_is_described_in_both_languages() -> None:
    schema = json.loads((ROOT / "generator/web/schema/passport.json").read_text("utf-8"))

    def fields(part: object) -> list[dict[str, Any]]:
        if isinstance(part, list):
            return [found for each in part for found in fields(each)]
        if not isinstance(part, dict):
            return []
        own = [*part.get("properties", {}).values()] if "properties" in part else []
        return own + [found for each in part.values() for found in fields(each)]

    described = [each.get("description", "") for each in fields(schema) if "const" not in each]

    assert len(described) > 50
    assert [text for text in described if " · " not in text and text != "GTIN"] == []


def test_json_ld_names_the_certification_in_both_vocabularies(site: dict[str, bytes]) -> None:
    data = Page(site["san-pham/kho-ca/index.html"]).typed("Product")

    assert data["@context"] == ["https://schema.org", {"gs1": "https://ref.gs1.org/voc/"}]
    assert data["gs1:certification"] == {
        "@type": "gs1:CertificationDetails",
        "gs1:certificationStandard": "OCOP, 148/QĐ-TTg",
        "gs1:certificationAgency": "UBND tỉnh",
        "gs1:certificationStartDate": "2025-11-18",
        "gs1:certificationEndDate": "2028-11-18",
    }


def test_a_location_code_that_is_wrong_or_someone_elses_is_refused(desk_project: Path) -> None:
    producer = "---\nname: Cơ sở\nkind: household\nplace: tan-hung\ngln: {}\nsample: true\n---\n"
    wrong = {"9521234500002": "gln-wrong", "95212": "type-wrong", "8934588063053": "gln-sample"}
    for gln, rule in wrong.items():
        write(desk_project, "content/producers/co-so.md", producer.format(gln))
        assert f":5:6: error[{rule}]" in run(desk_project, "check")[2]
    real = producer.format("9521234500001").replace("sample: true\n", "")
    write(desk_project, "content/producers/co-so.md", real)
    assert ":5:6: error[gln-demonstration]" in run(desk_project, "check")[2]
    write(desk_project, "content/producers/co-so.md", producer.format("9521234500001"))
    assert run(desk_project, "check")[0] == 0


def test_the_command_says_what_is_known_and_where_to_add_the_rest(desk_project: Path) -> None:
    status, said, _ = run(desk_project, "passport", "kho-ca")

    assert status == 0
    assert "Khô cá: 4/10 (Thông tư 02/2024/TT-BKHCN), 2/7" in said
    assert "  ✓ Nơi làm ra: xã Tân Hưng, tỉnh Tây Ninh" in said
    assert "thêm brand vào content/products/kho-ca.md" in said
    assert "thêm step vào content/lots/kho-ca.events.csv" in said
    assert "thêm tax_code vào content/producers/co-so.md" in said


def test_the_command_speaks_json_and_english(desk_project: Path) -> None:
    found = json.loads(run(desk_project, "passport", "kho-ca", "--json", "--lang", "en")[1])

    assert found["circular_02_2024"]["known"] == 4
    assert {"key": "brand", "file": "content/products/kho-ca.md", "add": "brand"}.items() <= next(
        each for each in found["items"] if each["key"] == "brand"
    ).items()


def test_a_product_that_is_not_there_is_wrong_usage_and_one_with_errors_a_failure(
    desk_project: Path,
) -> None:
    status, _, said = run(desk_project, "passport", "kho-cá")
    assert (status, "Có phải “kho-ca”?" in said) == (2, True)

    write(desk_project, "content/products/kho-ca.md", "---\nname: x\n---\n")
    status, _, said = run(desk_project, "passport", "kho-ca")
    assert (status, "key-missing" in said) == (1, True)


def test_the_report_of_very_many_products_leaves_their_passports_to_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.desk.passport.MOST_REPORTED", 2)
    root = project(tmp_path)
    assert built(root, only="site") == 0

    assert json.loads((root / "output/report.json").read_text("utf-8"))["passports"] is None
    assert "0 trên 3 sản phẩm đủ thông tin" in run(root, "check")[1]


def test_check_counts_what_is_complete_and_the_report_names_what_is_missing(tmp_path: Path) -> None:
    root = project(tmp_path)
    _, said, _ = run(root, "check")
    assert built(root, only="site") == 0
    report = json.loads((root / "output/report.json").read_text("utf-8"))["passports"]

    assert "0 trên 3 sản phẩm đủ thông tin" in said
    assert "Còn thiếu gì: ocop passport gao" in said
    assert report["gao"]["circular_02_2024"]["known"] == 4
    assert "stages" in report["gao"]["circular_02_2024"]["missing"]
    assert report["gao"]["decree_37_2026_32"]["of"] == 7
