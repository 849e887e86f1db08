"""What is said of a key that is missing or unknown comes from its row, in the asked language."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue.fields import ROWS, Written
from generator.catalogue.model import Model, Producer, Product, Translation
from generator.catalogue.reading.intake import Intake
from generator.catalogue.reading.key_words import meant
from generator.press.stocks import Stock

MADE = {"slug": "x", "source": "content/products/x.md"}
SOUND = {"name": "X", "status": "certified", "group": "8", "producer": "co-so"}


def said(tmp_path: Path, language: str, **keys: str) -> list[str]:
    """What is wrong with a product of these keys."""
    intake = Intake(tmp_path)
    text = "".join(f"{key.replace('__', ' ')}: {value}\n" for key, value in keys.items())
    entry = intake.markdown("content/products/x.md", f"---\n{text}---\n", "vi", bare=False)
    assert entry
    intake.validated(Product, entry, MADE, None)
    return [problem.said_in(language) for problem in intake.problems]


def test_a_missing_key_is_told_with_what_it_is_and_an_example(tmp_path: Path) -> None:
    keys = {**SOUND, "certificate": "{stars: 3, decided_on: 2026, legal_basis: 148/QĐ-TTg}"}

    assert said(tmp_path, "vi", **keys) == [
        "Thiếu khóa bắt buộc “certificate.issued_by”. Hãy thêm dòng “issued_by: …” "
        "(cơ quan ký quyết định; ví dụ “UBND tỉnh Mẫu”)."
    ]
    assert said(tmp_path, "en", **keys) == [
        "The required key “certificate.issued_by” is missing. Add a line “issued_by: …” "
        "(the authority that signed the decision; for example “UBND tỉnh Mẫu”)."
    ]


def test_a_mistyped_key_is_told_with_what_the_nearest_is_for(tmp_path: Path) -> None:
    keys = {**SOUND, "alergens": "Có cá"}

    assert said(tmp_path, "vi", **keys) == [
        "Không có khóa nào tên “alergens”. Có phải “allergens” (chất có thể gây dị ứng, nếu có)? "
        "Hãy sửa lại hoặc bỏ dòng này."
    ]
    assert said(tmp_path, "en", **keys) == [
        "There is no key “alergens”. Did you mean “allergens” (allergens, if any)? "
        "Correct the line or remove it."
    ]


def test_a_key_that_is_like_none_gets_no_guess(tmp_path: Path) -> None:
    assert said(tmp_path, "en", **SOUND, xyzzy="1") == [
        "There is no key “xyzzy”. Correct the line or remove it."
    ]


@pytest.mark.parametrize(
    ("model", "written", "key"),
    [
        (Product, "sumary", "summary"),
        (Product, "thành phần", "ingredients"),
        (Product, "Thanh_phan", "ingredients"),
        (Product, "tên sản phẩm OCOP", "name"),
        (Producer, "so-dien-thoai", "phone"),
        (Translation, "bảo quản", "storage"),
        (Translation, "mã GTIN", ""),
        (Stock, "far_margi", "far_margin"),
    ],
)
def test_a_key_written_as_what_it_is_called_is_known_again(
    model: type[Model], written: str, key: str
) -> None:
    assert meant(model, written) == key


def test_every_meaning_can_stand_within_a_sentence() -> None:
    written = [row for row in ROWS if row.written is not Written.NOT]

    assert [row.key for row in written if len(row.meaning("vi")) > 130] == []
    assert [row.key for row in written if len(row.meaning("en")) > 130] == []
