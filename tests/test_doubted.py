"""What is silent today and doubted tomorrow is a warning."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, product, project, write

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
