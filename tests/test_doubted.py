"""What is silent today and doubted tomorrow is a warning."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_project import STORY, change, product, project, write

from generator.catalogue.judging.doubted import STARTER_TEXTS
from generator.catalogue.reading.reader import read
from generator.desk.new import STARTER

GAO = "content/products/gao.md"


def told(root: Path) -> list[str]:
    found = read(root).problems
    assert all("{" not in each.line_in("vi") + each.line_in("en") for each in found)
    return [f"{each.path.removeprefix('content/')}:{each.line} {each.rule.code}" for each in found]


@pytest.mark.parametrize(
    ("phone", "doubted"),
    [
        ("091234567", True),
        ("+84 91 234 56", True),
        ("0912 345 678", False),
        ("+84 912 345 678", False),
        ("0277 3 855 123", False),
        ("1900 1234", False),
    ],
)
def test_a_telephone_number_with_a_digit_too_few_is_doubted(
    tmp_path: Path, phone: str, doubted: bool
) -> None:
    project(tmp_path)
    file = "content/producers/co-so.md"
    change(tmp_path, file, "sample: true", f'phone: "{phone}"\nsample: true')

    assert ("producers/co-so.md:5 phone-digits" in told(tmp_path)) == doubted


@pytest.mark.parametrize(
    ("phone", "meant"),
    [
        ("912345678", "0912345678"),
        ("2773 855 123", "02773855123"),
        ("84912345678", "+84912345678"),
        ("842773855123", "+842773855123"),
        ("1900 1234", None),
        ("18006789", None),
    ],
)
@pytest.mark.parametrize("file", ["producers/co-so.md", "products/gao.md", "site.yaml"])
def test_a_telephone_number_that_lost_its_zero_is_doubted(
    tmp_path: Path, file: str, phone: str, meant: str | None
) -> None:
    project(tmp_path)
    old, new = {
        "producers/co-so.md": ("sample:", f"phone: {phone}\nsample:"),
        "products/gao.md": ("sample:", f"buy: [{{name: Chợ, phone: {phone}}}]\nsample:"),
        "site.yaml": ("tagline:", f"office: {{name: Văn phòng, phone: {phone}}}\ntagline:"),
    }[file]
    change(tmp_path, f"content/{file}", old, new)
    said = [each.line_in("vi") for each in read(tmp_path).problems]

    assert [f"“{meant}”" in each for each in said] == ([True] if meant else [])


@pytest.mark.parametrize(
    ("code", "doubted"),
    [("312345678", True), ("12345678901", True), ("0312345678", False), ("0312345678-001", False)],
)
def test_a_tax_code_with_digits_too_few_is_doubted(
    tmp_path: Path, code: str, doubted: bool
) -> None:
    project(tmp_path)
    change(tmp_path, "content/producers/co-so.md", "sample:", f"tax_code: {code}\nsample:")

    assert ("producers/co-so.md:5 tax-code-digits" in told(tmp_path)) == doubted


def test_an_end_that_is_no_day_is_doubted(tmp_path: Path) -> None:
    project(tmp_path)
    marks = "marks: [{scheme: vietgap, until: 2027}, {scheme: gi, until: 2027-12-31}]"
    change(tmp_path, GAO, "sample:", f"{marks}\nsample:")
    [found] = read(tmp_path).problems

    assert found.rule.code == "until-partial"
    assert "hết hạn từ sau 01/01/2027" in found.line_in("vi")
    assert "2027-12-31" in found.line_in("vi")


def test_a_day_of_a_lot_far_ahead_is_doubted(tmp_path: Path) -> None:
    """Labels of next week's lot may be printed today."""
    project(tmp_path)
    rows = "lot,produced\nL1,2050-06-01\nL2,2026-12-20\nL3,2027-01-09\n"
    write(tmp_path, "content/lots/gao.csv", rows)
    events = "lot,when,step\nL2,2062-12-20,packed\nL2,2026-12,tested\n"
    write(tmp_path, "content/lots/gao.events.csv", events)
    found = read(tmp_path, today=date(2026, 12, 1)).problems

    places = [(each.path.rpartition("/")[2], each.line, each.rule.code) for each in found]
    assert places == [
        ("gao.csv", 2, "lot-future"),
        ("gao.csv", 4, "lot-future"),
        ("gao.events.csv", 2, "lot-future"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("group: 4", "group: 1_0"),
        ("group: 4", "group: 1e1"),
        ("stars: 3", "stars: 0_3"),
        ("legal_basis: 148/QĐ-TTg", "legal_basis: 148/QĐ-TTg\n  score: 6_6"),
        ("legal_basis: 148/QĐ-TTg", "legal_basis: 148/QĐ-TTg\n  score: 6e1"),
        ("legal_basis: 148/QĐ-TTg", "legal_basis: 148/QĐ-TTg\n  score: nan"),
        ("sample:", "awards: [{name: Giải, year: 2_020, by: Hội}]\nsample:"),
    ],
)
def test_a_number_is_written_in_digits(tmp_path: Path, old: str, new: str) -> None:
    project(tmp_path)
    change(tmp_path, GAO, old, new)

    assert [each.severity.value for each in read(tmp_path).problems] == ["error"]


def test_a_seller_whom_nobody_can_reach_is_doubted(tmp_path: Path) -> None:
    project(tmp_path)
    sellers = "buy:\n  - name: Chợ\n  - name: Cửa hàng\n    phone: 0912 345 678"
    change(tmp_path, GAO, "sample: true", sellers)

    assert told(tmp_path) == ["products/gao.md:21 seller-contact"]


def test_a_withdrawal_without_its_day_is_doubted(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, GAO, "status: certified", "status: withdrawn")

    assert told(tmp_path) == ["products/gao.md:4 withdrawn-day"]


def test_a_name_copied_within_one_producer_is_doubted(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/mam-ca.md", "name: Mắm cá", "name: khô cá")
    change(tmp_path, GAO, "name: Gạo", "name: Khô cá")
    for slug in ("kho-ca", "mam-ca", "gao"):
        change(tmp_path, f"content/products/{slug}.md", "sample: true\n", "")

    assert "products/mam-ca.md:2 name-copied" in told(tmp_path)


def test_the_starters_words_are_doubted_when_sample_is_gone(tmp_path: Path) -> None:
    project(tmp_path)
    text = product("gao", name="Sản phẩm mẫu").replace("decision: Số 1", "decision: Số 01/QĐ-MẪU")
    write(tmp_path, GAO, text)
    assert told(tmp_path) == []
    write(tmp_path, GAO, text.replace("sample: true\n", ""))

    assert told(tmp_path) == ["products/gao.md:2 sample-text", "products/gao.md:10 sample-text"]


def test_the_starter_says_what_is_looked_for() -> None:
    said = "".join(path.read_text("utf-8") for path in STARTER.rglob("*.md"))

    assert all(f": {text}\n" in said or f': "{text}"\n' in said for text in STARTER_TEXTS)


def test_a_text_of_the_starter_that_is_left_in_a_real_product_is_doubted(tmp_path: Path) -> None:
    starter = (STARTER / "content/products/san-pham-mau.md").read_text("utf-8")
    story = starter.split("---\n", 2)[2]
    project(tmp_path)
    paragraphs = [each for each in story.split("\n\n") if not each.startswith("## Trước")]
    for number, paragraph in enumerate(paragraphs):
        write(tmp_path, f"content/products/m-{number}.md", _real(f"m-{number}", number, paragraph))

    assert [each for each in told(tmp_path) if "story" in each] == [
        f"products/m-{number}.md:23 sample-story" for number in range(len(paragraphs))
    ]


def _real(slug: str, number: int, paragraph: str) -> str:
    facts = {"name": f"Món {number}", "code": f"7K4M{number}", "group": "8", "stars": "3"}
    text = product(slug, **facts, producer="co-so", story=f"{STORY}{slug}.\n\n{paragraph}")
    return text.replace("sample: true\n", "").replace(f"{slug}.jpg", "gao.jpg")


@pytest.mark.parametrize(
    ("key", "doubted"),
    [
        ("issued_by: UBND tỉnh Tây Ninh (mẫu)", True),
        ("issued_by: UBND xã Mẫu", True),
        ("decision: Số 04/QĐ-MẪU", True),
        ("alt: Hộp quà mẫu mới", False),
        ("alt: Ruộng sáu mẫu của nhà", False),
    ],
)
def test_made_up_names_and_numbers_are_doubted_in_a_real_product(
    tmp_path: Path, key: str, doubted: bool
) -> None:
    project(tmp_path)
    text = product("gao").replace("sample: true\n", "")
    was = next(line for line in text.split("\n") if line.strip().startswith(key.split()[0]))
    write(tmp_path, GAO, text.replace(was.strip(), key))

    assert any("sample-text" in each for each in told(tmp_path)) == doubted


def test_the_words_of_a_sample_may_not_be_a_real_products(tmp_path: Path) -> None:
    project(tmp_path)
    write(
        tmp_path,
        GAO,
        product("gao", story=f"{STORY}Món này là kho-ca.").replace("gao để", "kho-ca để"),
    )
    assert told(tmp_path) == []
    change(tmp_path, GAO, "sample: true\n", "")

    assert told(tmp_path) == ["products/gao.md:1 story-copied", "products/gao.md:3 summary-copied"]


@pytest.mark.parametrize(
    ("value", "doubted"),
    [
        ("“Khô cá”", True),
        ("‘Khô cá’", True),
        ("„Khô cá“", True),
        ("«Khô cá»", True),
        ('“Khô cá"', True),
        ("'\"Khô cá\"'", True),
        ("Khô cá “Hương quê”", False),
        ("“Hương quê” và “Đồng xanh”", False),
        ('"Khô cá"', False),
    ],
)
def test_a_value_all_within_printed_quotes_is_doubted(
    tmp_path: Path, value: str, doubted: bool
) -> None:
    project(tmp_path)
    change(tmp_path, GAO, "name: Gạo", f"name: {value}")

    assert told(tmp_path) == ["products/gao.md:2 value-quotes"] * doubted


def test_a_cell_all_within_printed_quotes_is_doubted(tmp_path: Path) -> None:
    project(tmp_path)
    write(tmp_path, "content/lots/gao.csv", "lot\nL1\n")
    write(
        tmp_path, "content/lots/gao.events.csv", "lot,when,step,place\nL1,2026-01-02,dried,“Sân”\n"
    )

    assert told(tmp_path) == ["lots/gao.events.csv:2 value-quotes"]
