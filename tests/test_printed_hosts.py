"""Where packs were printed and where the site lives: when the ledger lets a site move."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed_rows import keep, lines, row, told
from small_project import change, ended, project

from generator.desk.options import Order


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


@pytest.mark.parametrize(
    "base_url",
    [
        "https://khac.example",
        "https://thu.example/ocop",
        "https://thu.example:8443",
        "http://thu.example",
    ],
)
def test_a_site_moved_elsewhere_is_an_error(root: Path, base_url: str) -> None:
    keep(root, row())
    change(root, "content/site.yaml", "https://thu.example", base_url)
    (found,) = lines(root, "printed-host")

    assert base_url in found.line_in("vi")
    assert "1200 × tem 70 × 37 mm" in found.line_in("vi")


@pytest.mark.parametrize(
    ("former", "stands"),
    [
        ("https://thu.example", True),
        ("https://thu.example/", True),
        ("https://thu.example/a", False),
    ],
)
def test_packs_of_a_host_that_forwards_here_open_their_page(
    root: Path, former: str, stands: bool
) -> None:
    keep(root, row())
    moved = f"https://moi.example\nformer_base_urls: [{former}]"
    change(root, "content/site.yaml", "https://thu.example", moved)

    assert (lines(root, "printed-host") == []) is stands


@pytest.mark.parametrize(
    ("base_url", "stands"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://localhost:8000", True),
        ("https://xem-thu.example/nhanh", True),
        ("https://thu.example/", True),
        ("https://ocop.example.vn", False),
        ("https://thu.example.vn/ocop", False),
    ],
)
def test_only_a_trial_may_be_built_for_another_place_than_was_printed(
    root: Path, base_url: str, stands: bool
) -> None:
    keep(root, row())
    order = Order(root=root, output=root / "output", base_url=base_url, only="site", jobs=1)

    assert (ended(order) == 0) is stands


def test_a_path_without_a_host_stands_wherever_the_site_lives(root: Path) -> None:
    keep(root, row(address="/Q/7K3M1"))
    change(root, "content/site.yaml", "https://thu.example", "https://khac.example/ocop")

    assert told(root) == []


def test_packs_at_a_host_for_examples_are_a_warning(root: Path) -> None:
    keep(root, row(), row())

    assert len(lines(root, "printed-placeholder")) == 1
