"""Every problem is told in one pass, and none that only follows from another."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, product, project, write

from generator.desk.content import load

GAO = "content/products/gao.md"


def told(root: Path, path: str = "") -> list[str]:
    """Line and rule of every error and of what is asked for."""
    return [
        f"{each.path.removeprefix('content/')}:{each.line} {each.rule.code}"
        for each in load(root).problems
        if each.path.startswith(path) and each.rule.code != "placeholder-host"
    ]


def test_eight_mistakes_in_one_file_are_told_at_once(tmp_path: Path) -> None:
    project(tmp_path)
    text = product("gao", producer="hop-tac", group="77")
    for old, new in (
        ("price: 90000", "price: rẻ"),
        ("file: gao.jpg", "file: goa.jpg"),
        ("summary: Món gao để thử.", f"summary: {'Món gạo ngon. ' * 20}"),
        ("stars: 3", "stars: 9"),
        ("legal_basis: 148/QĐ-TTg", "legal_basis: 148/QĐ-TTg\n  ocop_code: x y z"),
        ("sample: true", "sample: true\naliases: ['http://khac.vn/x']"),
    ):
        assert old in text
        text = text.replace(old, new)
    write(tmp_path, GAO, text)

    assert told(tmp_path, GAO) == [
        "products/gao.md:3 summary-long",
        "products/gao.md:6 unknown-group",
        "products/gao.md:7 unknown-producer",
        "products/gao.md:9 stars-range",
        "products/gao.md:14 ocop-code-form",
        "products/gao.md:16 photo-missing",
        "products/gao.md:20 type-wrong",
        "products/gao.md:22 alias-form",
    ]


def test_photos_are_looked_at_though_the_product_or_the_site_has_errors(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, GAO, "producer: hop-tac-xa", "producer: khong-co")
    change(tmp_path, GAO, "file: gao.jpg", "file: khong-co.jpg")
    change(tmp_path, "content/site.yaml", "language: vi", "language: tiếng Việt")

    found = told(tmp_path)
    assert "products/gao.md:7 unknown-producer" in found
    assert "products/gao.md:15 photo-missing" in found
    assert "site.yaml:3 type-wrong" in found


def test_what_needs_an_unreadable_value_is_silent(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, GAO, "status: certified", "status: được")

    assert told(tmp_path, GAO) == ["products/gao.md:4 type-wrong"]


EVENTS = "lot,when,step,gln\n" + "L1,2026,harvested,9521234567899\n" * 3


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("price: 90000", "price: một ít", "products/gao.md:19 type-wrong"),
        ("name: Gạo", "name: [Gạo", "products/gao.md:2 yaml-syntax"),
        ("sample: true", "sample: có", "products/gao.md:20 type-wrong"),
    ],
)
def test_events_say_nothing_of_a_product_that_cannot_be_read(
    tmp_path: Path, old: str, new: str, found: str
) -> None:
    project(tmp_path)
    write(tmp_path, "content/lots/gao.csv", "lot\nL1\n")
    write(tmp_path, "content/lots/gao.events.csv", EVENTS.replace("9521234567899", gln()))
    assert told(tmp_path) == []
    change(tmp_path, GAO, old, new)

    assert told(tmp_path) == [found]


def gln() -> str:
    """A location code of the prefix for examples, with its check digit."""
    from stdnum import ean

    return "952123456789" + ean.calc_check_digit("952123456789")


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ('lot,note\nL1,"mở\nL2,\n', ["lots/gao.csv:2 table-quote-open"]),
        ("lo,note\nL1,a\n", ["lots/gao.csv:1 table-column-missing"]),
        ("lot,note\nL1,a,b\nL2,\n", ["lots/gao.csv:2 table-cells"]),
        ("lot,note\nL 1,a\n", ["lots/gao.csv:2 lot-characters"]),
        (None, ["lots/gao.events.csv:1 lot-table-missing"]),
    ],
)
def test_events_say_nothing_of_lots_that_cannot_be_read(
    tmp_path: Path, table: str | None, found: list[str]
) -> None:
    project(tmp_path)
    lot = "L 1" if table and "L 1" in table else "L1"
    events = f"lot,when,step\n{lot},2026,harvested\n{lot},2026,prepared\n"
    write(tmp_path, "content/lots/gao.events.csv", events)
    if table:
        write(tmp_path, "content/lots/gao.csv", table)

    lines = [each for each in told(tmp_path) if "unknown" not in each]
    assert lines == found


def test_a_mistyped_key_does_not_make_its_value_missing_elsewhere(tmp_path: Path) -> None:
    """A producer's file with an error is still a producer that products may name."""
    project(tmp_path)
    change(tmp_path, "content/producers/hop-tac-xa.md", "kind: household", "kind: hộ")

    assert told(tmp_path) == ["producers/hop-tac-xa.md:3 type-wrong"]


def test_two_products_of_one_code_are_told_though_one_has_another_error(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, GAO, "code: 7K3M3", "code: 7K3M1")
    change(tmp_path, GAO, "price: 90000", "price: một ít")

    found = told(tmp_path)
    assert "products/gao.md:19 type-wrong" in found
    assert sum("code-duplicate" in each for each in found) == 1
