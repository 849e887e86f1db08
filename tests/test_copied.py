"""Two products can't have one story, one summary, one OCOP code, or two days of one decision."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, one_product, product, write
from test_doubted import told

from generator.desk.content import load

DRIED, SECOND = "content/products/kho-ca.md", "content/products/kho-hai.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two real products of one producer that have nothing in common but their decision."""
    one_product(tmp_path)
    change(tmp_path, DRIED, "sample: true\n", "")
    other = product("kho-ca", name="Khô hai", code="7K3M9", story="Một nắng là đủ. " * 40)
    write(tmp_path, SECOND, other.replace("sample: true\n", "").replace("Món", "Món hai"))
    return tmp_path


def test_products_of_one_decision_are_not_doubted(root: Path) -> None:
    assert told(root) == []


def test_a_copied_story_is_told_whatever_its_spaces_and_capitals(root: Path) -> None:
    story = (root / DRIED).read_text("utf-8").rpartition("---\n")[2]
    change(root, SECOND, "Một nắng là đủ. " * 40, story.upper().replace(" ", "\n"))

    assert told(root) == ["products/kho-hai.md:1 story-copied"]


def test_a_story_is_told_as_copied_where_its_file_is_remembered(root: Path) -> None:
    story = (root / DRIED).read_text("utf-8").rpartition("---\n")[2]
    change(root, SECOND, "Một nắng là đủ. " * 40, story)
    codes = [[each.rule.code for each in load(root).problems] for _ in range(2)]

    assert codes == [["story-copied"]] * 2


def test_samples_may_be_alike(root: Path) -> None:
    for file, code in ((DRIED, "7K3M1"), (SECOND, "7K3M9")):
        write(root, file, product("kho-ca", code=code))

    assert told(root) == []


@pytest.mark.parametrize(
    ("keys", "doubted"),
    [
        ({"decided_on": "2026-01-16"}, ["decision-days"]),
        ({"decided_on": "2026-02"}, ["decision-days"]),
        ({"decided_on": "2026-01"}, []),
        ({"decided_on": "2026-Q1"}, []),
        ({"decided_on": "2025-08-16"}, []),
        ({"issued_by": "UBND tỉnh Đồng Tháp"}, ["decision-issuers"]),
        ({"issued_by": "UBND Tỉnh  Tây Ninh"}, []),
        ({"issued_by": "UBND tỉnh Đồng Tháp", "decided_on": "2026-03-20"}, []),
        ({"decision": "Số 2", "decided_on": "2026-03-20"}, []),
    ],
)
def test_one_decision_has_one_day_and_one_issuer(
    root: Path, keys: dict[str, str], doubted: list[str]
) -> None:
    """Its number is another decision's too: of another authority, or in another year."""
    was = {"decision": "Số 1", "decided_on": "2026-01-15", "issued_by": "UBND tỉnh Tây Ninh"}
    for key, value in keys.items():
        change(root, SECOND, f"{key}: {was[key]}", f"{key}: {value}")

    assert [each.split()[1] for each in told(root)] == doubted


def test_an_ocop_code_belongs_to_one_product(root: Path) -> None:
    for file, code in ((DRIED, "80-27721-05-2026"), (SECOND, "80 – 27721 – 05 – 2026")):
        change(root, file, "  legal_basis", f"  ocop_code: {code}\n  legal_basis")

    assert told(root) == ["products/kho-hai.md:13 ocop-code-copied"]
