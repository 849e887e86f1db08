"""One photo under two names: it makes one set of files, and check says where it shows twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_project import built, change, project

from generator.desk.content import load

PHOTO = "  - file: kho-ca.jpg\n    alt: Ảnh kho-ca\n"


@pytest.mark.parametrize("name", ["kho-ca.jpeg", "Khô cá.jpg", "./kho-ca.jpg", "khac.jpg"])
def test_a_photo_that_shows_twice_is_told_with_both_names_and_lines(
    tmp_path: Path, name: str
) -> None:
    media = project(tmp_path) / "content/media"
    if not (media / name).exists():
        shutil.copy(media / "kho-ca.jpg", media / name)
    twice = f"{PHOTO}  - file: {name}\n    alt: Lại nữa\n"
    change(tmp_path, "content/products/kho-ca.md", PHOTO, twice)
    (told,) = (each.line_in("en") for each in load(tmp_path).problems)

    assert told.startswith("content/products/kho-ca.md:17:11: warning[photo-twice]: ")
    assert f"“{name}”" in told
    assert "“kho-ca.jpg” at photos[1], line 15" in told
    assert built(tmp_path, only="site") == 0


def test_two_products_may_show_one_photo(tmp_path: Path) -> None:
    media = project(tmp_path) / "content/media"
    (media / "gao.jpg").write_bytes((media / "kho-ca.jpg").read_bytes())
    (media / "Khô cá.jpg").write_bytes((media / "kho-ca.jpg").read_bytes())
    change(tmp_path, "content/products/mam-ca.md", "file: mam-ca.jpg", "file: Khô cá.jpg")

    assert load(tmp_path).problems == ()
    assert built(tmp_path, only="site") == 0
