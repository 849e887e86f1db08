"""The recipe “a field”: one row, and the field is explained wherever keys are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic.fields import FieldInfo

from generator.catalogue.fields import ROWS, Row, Shows, keys_page, table
from generator.catalogue.model import Certificate, Product
from generator.catalogue.reading.key_words import about, meant
from generator.desk.explained import explained
from generator.desk.new import STARTER

TASTE = Row(
    Product,
    "taste",
    vi=("vị", "Vị của sản phẩm. Ghi bằng vài chữ."),
    en=("taste", "How it tastes. In a few words."),
    example="Ngọt, mặn",
    shows=Shows.OWN_PAGE,
)
SEAL = Row(
    Certificate,
    "seal",
    vi=("dấu", "Số dấu nổi."),
    en=("seal", "The number of the seal."),
    example="A1",
    shows=Shows.OWN_PAGE,
    conditional=True,
)
FILE = "content/products/san-pham-mau.md"


@pytest.fixture
def _more(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # What other tests have asked of the table is remembered for a process.
    table.keys_of.cache_clear()
    monkeypatch.setattr(table, "ROWS", (*ROWS, TASTE, SEAL))
    for row in (TASTE, SEAL):
        monkeypatch.setitem(table.BY_KEY, (row.model, row.key), row)
        field = FieldInfo(annotation=str | None, default=None)
        monkeypatch.setitem(row.model.model_fields, row.key, field)  # type: ignore[attr-defined]
    yield
    table.keys_of.cache_clear()


def starter() -> str:
    return explained(FILE, (STARTER / FILE).read_text("utf-8"))


@pytest.mark.usefixtures("_more")
def test_a_row_more_is_a_key_more_on_the_page_in_the_starter_and_in_messages() -> None:
    assert "| `taste`<br>vị · taste | Vị của sản phẩm. Ghi bằng vài chữ." in keys_page.page()
    assert "\n# Vị của sản phẩm. Ghi bằng vài chữ.\n#taste: Ngọt, mặn\n" in starter()
    assert meant(Product, "tase") == "taste"
    assert about(Product, "taste", by_example=True) == {
        "about_vi": "(vị của sản phẩm; ví dụ “Ngọt, mặn”)",
        "about_en": "(how it tastes; for example “Ngọt, mặn”)",
    }


@pytest.mark.usefixtures("_more")
def test_a_row_of_a_part_stands_within_the_part() -> None:
    assert "\n  # Số dấu nổi.\n  # seal: A1\n# Ảnh sản phẩm." in starter()


def test_without_their_rows_nobody_tells_of_them() -> None:
    assert "taste" not in keys_page.page()
    assert "taste" not in starter()
    assert about(Product, "taste") == {"about": ""}
