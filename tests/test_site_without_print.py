"""An error that concerns print alone keeps nobody from building the site who asks for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_project import change, one_product, run, write

from generator.desk.building import of_print
from generator.desk.content import load

FISH = "content/products/kho-ca.md"
PAGE = "output/site/san-pham/kho-ca/index.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with words of the site's for which no leaflet has room."""
    one_product(tmp_path)
    tagline = "Nghiêng nghiêng mùa nước nổi lúa sen " * 10
    change(tmp_path, "content/site.yaml", "tagline: Ba món thử", f"tagline: {tagline}")
    assert of_print.hinders_print_alone(load(tmp_path))
    return tmp_path


def test_a_whole_build_makes_nothing_and_says_how_the_site_is_made(root: Path) -> None:
    status, said, errors = run(root, "build", "--jobs", "1")

    assert status == 1
    assert "ocop build --only site" in said + errors
    assert not (root / "output").exists()


@pytest.mark.parametrize("asked", [("--only", "site"), ("--keep-going",)])
def test_the_site_is_made_where_it_is_asked_for(root: Path, asked: tuple[str, ...]) -> None:
    for _ in range(2):  # the second time there is nothing to do, and yet something to say
        status, _, errors = run(root, "build", "--jobs", "1", *asked)

        assert status == 3
        assert "error[print-overflow]" in errors
        assert "Tem nhãn và tờ bướm để nguyên" in errors
    assert (root / PAGE).is_file()
    assert not (root / "output/labels").exists()


def test_another_error_stops_the_site_too(root: Path) -> None:
    change(root, FISH, "price: 90000", "price: chín chục")

    assert run(root, "build", "--jobs", "1", "--only", "site")[0] == 1
    assert not (root / PAGE).exists()


def test_a_draft_s_warnings_stop_no_strict_check(tmp_path: Path) -> None:
    one_product(tmp_path)
    write(tmp_path, "content/products/gao.md", "---\nname: Gạo\ndraft: true\n---\n")
    write(tmp_path, "content/products/gao.en.md", "---\nname: Rice\n---\n")
    content = load(tmp_path)

    assert content.warnings > 0
    assert run(tmp_path, "check", "--strict")[0] == 0
    change(tmp_path, "content/producers/co-so.md", "---\nname", "---\nphone: 912345678\nname")
    assert run(tmp_path, "check", "--strict")[0] == 1
