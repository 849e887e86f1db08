"""What goes wrong between braces and brackets: one cause, one sentence, with the cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, one_product, run, write

PLACE = "- {slug: tan-hung, kind: xã, name: Tân Hưng, province: Tây Ninh}\n"
FISH = "content/products/kho-ca.md"


def told(root: Path, verb: str = "check") -> list[str]:
    """The lines of errors and warnings."""
    return [line for line in run(root, verb)[2].splitlines() if line.startswith("content/")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{slug: x, kind: xã, nam: Y, province: T}", "2:23: error[key-unknown]: Không có khóa"),
        ("{slug: x, kind: xã, tên: Y, province: T}", "2:23: error[key-unknown]: Không có khóa"),
        ("{slug: x, kind: xã, name:Y, province: T}", "2:28: error[yaml-syntax]: thiếu dấu cách"),
        ("{slug:x, kind: xã, name: Y, province: T}", "2:9: error[yaml-syntax]: thiếu dấu cách"),
        ("{slug x, kind: xã, name: Y, province: T}", "2:8: error[yaml-syntax]: sau “slug” thiếu"),
        ("{slug: x, kind xã, name: Y, province: T}", "2:17: error[yaml-syntax]: sau “kind” thiếu"),
        ("{slug: x, kind：xã, name: Y, province: T}", "2:17: error[yaml-syntax]: sau “kind”"),
        ("{slug: x, kind=xã, name: Y, province: T}", "2:17: error[yaml-syntax]: sau “kind” thiếu"),
        ("{slug: x kind: xã, name: Y, province: T}", "2:12: error[yaml-syntax]: trước khóa “kind”"),
        ("{slug: x, kind: xã, name: Y; province: T}", "2:32: error[yaml-syntax]: “province”"),
        ("{mới, slug: x, kind: xã, name: Y, province: T}", "2:4: error[yaml-syntax]: “mới”"),
        ("[slug: x, kind: xã]", "2:3: error[type-wrong]: “[2]” đang là “- … - …”"),
    ],
)
def test_a_slip_between_braces_is_told_once(tmp_path: Path, written: str, said: str) -> None:
    one_product(tmp_path)
    write(tmp_path, "content/places.yaml", f"{PLACE}- {written}\n")
    place, _, words = said.partition("]: ")
    (line,) = told(tmp_path)

    assert line.startswith(f"content/places.yaml:{place}]")
    assert words in line


def test_a_key_misspelt_outside_braces_is_told_once(tmp_path: Path) -> None:
    one_product(tmp_path)
    rows = "- slug: x\n  kind: xã\n  nam: Y\n  province: T\n"
    write(tmp_path, "content/places.yaml", PLACE + rows)
    (line,) = told(tmp_path)

    assert line.startswith("content/places.yaml:4:3: error[key-unknown]")


@pytest.mark.parametrize(
    ("old", "new", "at", "cure"),
    [
        ("{score: 66,5, ", "", "8:22", "66.5."),
        ("{score: 66, 5, ", "", "8:22", "66.5."),
        ("{score:66,5, ", "", "8:21", "thêm một dấu cách"),
        ("{score 66.5, ", "", "8:20", "“score: …”"),
        ("{", "packs: [{net: 0,5 kg, price: 90000}]", "12:17", 'net: "0,5 kg"'),
        ("{", "packs: [{net: 5 g, price: 1,290,000}]", "12:29", 'price: "1,290,000"'),
        (
            "{",
            "packs: [{net: 5 g, from the south, price: 90000}]",
            "12:20",
            '"5 g, from the south"',
        ),
    ],
)
def test_a_value_cut_by_a_comma_is_told_once_with_what_to_write(
    tmp_path: Path, old: str, new: str, at: str, cure: str
) -> None:
    one_product(tmp_path)
    text = (tmp_path / FISH).read_text("utf-8")
    before, rest = text.split("certificate:\n")
    certificate, rest = rest.split("photos:\n")
    keys = ", ".join(line.strip() for line in certificate.splitlines())
    write(tmp_path, FISH, f"{before}certificate: {old}{keys}}}\nphotos:\n{rest}")
    if new:
        change(tmp_path, FISH, "packs:\n  - net: 500 g\n    price: 90000", new)
    (line,) = told(tmp_path)

    assert line.startswith(f"{FISH}:{at}: error")
    assert cure in line


def test_a_decimal_comma_is_told_with_the_number_to_write(tmp_path: Path) -> None:
    one_product(tmp_path)
    change(tmp_path, FISH, "  stars: 3", "  score: 66,5\n  stars: 3")
    (line,) = told(tmp_path)

    assert "66.5" in line
