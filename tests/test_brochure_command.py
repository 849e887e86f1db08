"""`ocop brochure` prints what is asked for, all of it or nothing, and says what is wrong first."""

from __future__ import annotations

from pathlib import Path

import pytest
from click import UsageError
from press_samples import codes_in
from small_project import change, everything, project, run, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


def printed(root: Path) -> dict[str, bytes]:
    return {
        path: content
        for path, content in everything(root / "output").items()
        if path.endswith(".pdf")
    }


def test_a_format_is_printed_in_each_of_its_flavours(root: Path) -> None:
    assert run(root, "brochure", "leaflet")[0] == 0

    assert {*printed(root)} == {
        "brochures/catalogue/leaflet.pdf",
        "brochures/catalogue/leaflet.office.pdf",
        "brochures/catalogue/leaflet.screen.pdf",
    }


def test_chosen_products_alone_are_shown_in_their_order(root: Path) -> None:
    names = "gao,content/products/kho-ca.md"
    assert run(root, "brochure", "leaflet", "--products", names)[0] == 0

    found = printed(root)["brochures/chosen/leaflet.pdf"]
    codes = [each.rpartition("/")[2] for each in codes_in(found)]
    assert sorted(codes) == ["", "7K3M1", "7K3M3"]


def test_print_without_prices_takes_no_build_s_place(root: Path) -> None:
    assert run(root, "brochure", "leaflet", "--no-prices")[0] == 0
    assert "brochures/catalogue/leaflet-no-prices.pdf" in printed(root)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "--list"),
        (("leaflett",), "leaflet"),
        (("leaflet", "--fair", "khong-co"), "khong-co”.*ocop new fair"),
        (("leaflet", "--products", "kho-caa"), "kho-ca"),
        (("leaflet", "--label-lang", "vi+en"), "vi, en"),
    ],
)
def test_what_is_not_possible_is_said_before_anything_is_made(
    root: Path, given: tuple[str, ...], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        run(root, "brochure", *given)
    assert printed(root) == {}


def test_all_is_printed_or_nothing(root: Path) -> None:
    change(root, "content/site.yaml", "tagline: Ba món", f"tagline: {'Dài ' * 99}")
    status, _, said = run(root, "brochure", "leaflet")

    assert status == 1
    assert "print-overflow" in said
    assert printed(root) == {}


def test_what_fails_is_named_with_what_prints_without_it(root: Path) -> None:
    change(root, "content/site.yaml", "tagline: Ba món", f"brochures: []\ntagline: {'Dài ' * 99}")
    status, _, said = run(root, "brochure", "leaflet", "price-tags")

    assert status == 1
    assert "leaflet chưa in được. Những thứ còn lại in riêng được: price-tags." in said
    assert printed(root) == {}


def test_a_sheet_for_each_product_of_a_fair_is_what_it_is_printed_for(root: Path) -> None:
    days = "starts_on: 2026-12-18\nends_on: 2026-12-22"
    text = f"---\nname: Hội chợ\n{days}\nproducts: [gao, kho-ca]\n---\n"
    write(root, "content/fairs/hoi-cho.md", text)
    status, told, _ = run(root, "brochure", "product-sheet", "--fair", "hoi-cho")
    found = {path.split("/")[2] for path in printed(root)}

    assert status == 0
    assert found == {"kho-ca", "gao"}
    assert "kB" in told
    assert ".json" not in told


def test_the_list_has_every_format_with_its_size(root: Path) -> None:
    status, told, _ = run(root, "brochure", "--list")

    assert status == 0
    assert "leaflet" in told
    assert "297 × 210" in told


def test_a_draft_is_refused_in_one_line(root: Path) -> None:
    change(root, "content/products/gao.md", "sample: true", "sample: true\ndraft: true")
    status, _, said = run(root, "brochure", "leaflet", "--products", "gao", "--lang", "en")

    assert status == 2
    assert said.splitlines() == [
        "content/products/gao.md is a draft (draft: true), which is not printed. Once done, delete "
        "that line."
    ]
