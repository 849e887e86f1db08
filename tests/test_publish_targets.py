"""Which target is meant: one that is not there, or not named, is answered with those that are."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import one_product, run, write

TARGETS = "usb: {kind: folder, path: ../usb}\ntinh: {kind: folder, path: ../tinh}\n"


def said(root: Path, *words: str, targets: str = TARGETS) -> str:
    """What `ocop publish` answers, where it publishes nothing."""
    one_product(root)
    write(root, "content/publish.yaml", targets)
    status, out, wrong = run(root, "publish", *words)
    assert (status, out) == (2, "")
    return wrong


@pytest.mark.parametrize("more", [[], ["--rollback"], ["--dry-run"], ["--password"]])
def test_without_a_name_those_that_are_there_are_told(more: list[str], tmp_path: Path) -> None:
    assert said(tmp_path, *more) == "Chưa ghi tên nơi đăng. Có: usb, tinh.\n"
    assert "There is: usb, tinh." in said(tmp_path, *more, "--lang", "en")


@pytest.mark.parametrize("more", [[], ["--password"]])
def test_a_misspelt_name_is_answered_with_the_nearest(more: list[str], tmp_path: Path) -> None:
    assert "Có phải “usb”? Có: usb, tinh." in said(tmp_path, "usa", *more)


def test_where_there_is_none_the_guide_is_named(tmp_path: Path) -> None:
    answer = said(tmp_path, targets="")

    assert "Chưa có nơi nào" in answer
    assert "Đăng trang" in answer


def test_what_is_wrong_with_the_targets_is_told(tmp_path: Path) -> None:
    assert "content/publish.yaml:1:" in said(tmp_path, targets="usb: {path: ../usb}\n")
