"""A translation whose figures are others than its original's is doubted, a shorter one is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import STORY, change, one_product, product, write
from test_doubted import told

from generator.catalogue.judging.figures import Figures, stale
from generator.desk.content import load

DRIED, ENGLISH = "content/products/kho-ca.md", "content/products/kho-ca.en.md"
STALE = ["products/kho-ca.en.md:1 translation-figures"]


def english(root: Path, story: str, summary: str = "Dried fish.") -> None:
    write(root, ENGLISH, f"---\nname: Dried fish\nsummary: {summary}\n---\n{story}\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    one_product(tmp_path)
    story = f"{STORY}Từ năm 2018, 120 hộ làm 1.200 kg mỗi tháng, gói 500 g."
    write(tmp_path, DRIED, product("kho-ca", story=story))
    return tmp_path


@pytest.mark.parametrize(
    ("story", "doubted"),
    [
        ("Since 2018 120 families make 1,200 kg a month.", False),
        ("Since 2018 120 families make 1 200 kg a month.", False),
        ("Since 2018 120 families make 1.2 thousand kilograms a month.", False),
        ("Since 2018: 0.0012 million kg by 120 families.", False),
        ("Since 2018 150 families make 1,200 kg a month.", True),
        ("Since 2019 120 families make 1,200 kg a month.", True),
        ("Made by families.", False),
        ("Since 2018 120 families make 1,200 kg in packs of 500 g for 35 shops.", False),
        ("Since 2018, in packs of 500 g, certified in 2026.", False),
        ("Since 2018, by 12 people in 3 days.", False),
        ("Since 2018. [More](https://ocop.vn/2044/77).", False),
    ],
)
def test_a_figure_is_doubted_where_either_text_has_one_that_the_other_lacks(
    root: Path, story: str, doubted: bool
) -> None:
    english(root, story)

    assert told(root) == STALE * doubted


def test_a_summary_is_compared_too(root: Path) -> None:
    change(root, DRIED, "summary: Món kho-ca", "summary: Khô 48 giờ, món kho-ca")
    english(root, "Since 2018.", summary="Dried for 36 hours.")

    assert told(root) == STALE


def test_it_is_told_of_files_that_are_remembered_too(root: Path) -> None:
    english(root, "Since 2019.")
    codes = [[each.rule.code for each in load(root).problems] for _ in range(2)]

    assert codes == [["translation-figures"]] * 2


def test_a_translation_of_any_kind_of_thing_is_compared(root: Path) -> None:
    page = "---\ntitle: {}\nsummary: {}\n---\n{}\n"
    write(root, "content/pages/tin.md", page.format("Tin", "Tin mới.", "Có 45 gian hàng."))
    write(root, "content/pages/tin.en.md", page.format("News", "News.", "There are 40 booths."))

    assert told(root) == ["pages/tin.en.md:1 translation-figures"]


def test_the_message_names_what_either_lacks() -> None:
    texts = ("Năm 2018, 120 hộ", "In 2018, 150 families")
    said, translated = (Figures.of([text], text) for text in texts)
    found = stale("a.md", said, "a.en.md", translated)

    assert found is not None
    assert found.values == {"figures": "150", "originals": "120", "other": "a.md"}
