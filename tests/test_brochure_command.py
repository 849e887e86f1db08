"""`ocop brochure` prints what is asked for, all of it or nothing, and says what is wrong first."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest
from click import UsageError
from PIL import Image
from press_samples import codes_in
from small_project import change, everything, project, run, write

FLYER_OF_ONE = """\
[flyer-a5]
title = { vi = "tờ rơi A5", en = "flyer, A5" }
subjects = ["catalogue"]
template = "cards.typ"
page = "210 x 297"
built = false
most = 1
needs = []
flavours = ["office"]
repeated = true
pages = [{ panels = [{ name = "card", width = 105, count = 2 }], rows = 4 }]
"""


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


def test_what_was_measured_for_the_printing_house_is_said(root: Path) -> None:
    for language, form in (
        ("vi", r"Bản gửi nhà in: 2 trang, mực chồng tới \d+ %, .*chữ từ \d+,\d pt, đọc lại 4 mã"),
        (
            "en",
            r"For the printing house: 2 pages, inks of \d+ %, .* pt and more, 4 codes read back\n",
        ),
    ):
        _, said, _ = run(root, "brochure", "leaflet", "--lang", language)

        assert re.search(form, said)


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


def test_where_the_disk_is_full_what_was_printed_stands(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(root, "brochure", "price-tags", "badges")[0] == 0
    change(root, "content/products/gao.md", "name: Gạo", "name: Gạo mới")
    before, written = printed(root), Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if "badges.office" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        status, _, said = run(root, "brochure", "price-tags", "badges")

    assert (status, printed(root)) == (1, before)
    assert "badges.office.pdf: No space left" in said
    assert not [*root.rglob("*.part")]


def test_what_a_killed_run_has_left_is_cleared_by_the_next(root: Path) -> None:
    left = root / "output/brochures/catalogue/.price-tags.pdf.123.part"
    write(root, str(left.relative_to(root)), b"%PDF")

    assert run(root, "brochure", "price-tags")[0] == 0
    assert not left.exists()


@pytest.mark.parametrize("verb", [("brochure", "price-tags"), ("labels", "gao"), ("build",)])
@pytest.mark.parametrize("folder", ["content", "content/in", "themes/rieng"])
def test_nothing_is_made_among_what_people_write(
    root: Path, verb: tuple[str, ...], folder: str
) -> None:
    before = {path for path in root.rglob("*") if ".cache" not in path.parts}

    with pytest.raises(UsageError, match=folder):
        run(root, *verb, "--output", str(root / folder))
    assert {path for path in root.rglob("*") if ".cache" not in path.parts} == before


def test_all_is_printed_or_nothing(root: Path) -> None:
    change(root, "content/site.yaml", "tagline: Ba món", f"tagline: {'Dài ' * 99}")
    status, _, said = run(root, "brochure", "leaflet")

    assert status == 1
    assert "print-overflow" in said
    assert printed(root) == {}


def test_what_has_no_room_stops_only_what_it_is_printed_on(root: Path) -> None:
    """Even where a build is to make it, which `ocop check` then refuses."""
    named = f"brochures: [leaflet]\ntagline: {'Dài ' * 99}"
    change(root, "content/site.yaml", "tagline: Ba món", named)
    checked = run(root, "check")
    cards = run(root, "brochure", "price-tags")
    leaflet = run(root, "brochure", "leaflet", "--output", str(root / "other"))

    assert checked[0] == 1
    assert cards[0] == 0
    assert {path.rpartition("/")[2] for path in printed(root)} == {
        "price-tags.pdf",
        "price-tags.office.pdf",
    }
    assert "error[print-overflow]" in cards[2]
    assert "vẫn chưa in được" in cards[1]
    assert leaflet[0] == 1
    assert leaflet[2].count("error[print-overflow]") == 1
    assert not (root / "other").exists()


def test_other_errors_stop_all_print(root: Path) -> None:
    change(root, "content/site.yaml", "tagline: Ba món", f"tagline: {'Dài ' * 99}")
    change(root, "content/products/gao.md", "group: ", "grupp: ")

    assert run(root, "brochure", "price-tags")[0] == 1
    assert printed(root) == {}


def test_a_photo_too_coarse_stops_what_shows_it_alone(root: Path) -> None:
    change(root, "content/site.yaml", "tagline: Ba món", "brochures: [poster-a1]\ntagline: Ba món")
    sizes = [path for path in (root / "content/media").iterdir() if path.suffix == ".jpg"]
    for path in sizes:
        with Image.open(path) as photo:
            photo.resize((320, 60)).save(path)

    assert "error[photo-too-coarse]" in run(root, "check")[2]
    assert run(root, "brochure", "poster-a1")[0] == 1
    assert run(root, "brochure", "price-tags")[0] == 0


def test_a_photo_too_coarse_is_named_for_a_format_that_no_build_prints(root: Path) -> None:
    with Image.open(root / "content/media/gao.jpg") as photo:
        photo.resize((720, 1280)).save(root / "content/media/gao.jpg")
    status, _, said = run(root, "brochure", "poster-a3", "--products", "gao", "--lang", "en")

    assert status == 1
    assert "error[photo-too-coarse]" not in run(root, "check")[2]
    assert "content/products/gao.md:15:11: error[photo-too-coarse]: The photo “gao.jpg”" in said
    assert "press-preflight" not in said


def test_a_photo_that_will_look_soft_is_told_with_the_size_it_should_have(root: Path) -> None:
    """By the check only where somebody names the format for site or fair."""
    status, _, said = run(root, "brochure", "poster-a2", "--products", "gao", "--lang", "en")

    assert status == 0
    assert "photo-coarse" not in run(root, "check")[2]
    soft = r"gao.md:15:11: warning\[photo-coarse\]: .* \(1600 × 1040 pixels\) .*, of (\d+) ×"
    assert int(re.search(soft, said)[1]) > 1600  # type: ignore[index]


def lapse(root: Path, slug: str) -> None:
    change(root, f"content/products/{slug}.md", "decided_on: 2026-01-15", "decided_on: 2020-01-15")


def test_what_is_chosen_and_not_printed_is_told_with_the_reason(root: Path) -> None:
    lapse(root, "gao")
    status, _, said = run(root, "brochure", "leaflet", "--products", "gao,kho-ca", "--lang", "en")

    assert status == 0
    assert "warning[print-left-out]: 1 of 2 products" in said
    assert "whose certificate lapses: “Gạo”" in said


def test_where_nothing_is_printed_the_reason_is_told(root: Path) -> None:
    lapse(root, "gao")
    status, _, said = run(root, "brochure", "tent", "--products", "gao", "--lang", "en")

    assert status == 1
    assert "warning[print-nothing]" in said
    assert "whose certificate lapses: “Gạo”" in said


def test_products_chosen_over_a_formats_number_are_told(root: Path) -> None:
    write(root, "themes/rieng/press/formats.toml", FLYER_OF_ONE)
    asked = ("flyer-a5", "--theme", "rieng", "--products", "gao,kho-ca", "--lang", "en")
    status, _, said = run(root, "brochure", *asked)

    assert status == 0
    assert "over its 1 places: “Khô cá”. Choose 1 products at most with --products." in said


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


def test_the_list_has_the_size_of_what_is_cut_out(root: Path) -> None:
    told = run(root, "brochure", "--list")[1]
    sizes = {line.split()[0]: line for line in told.splitlines() if line[:1].strip()}

    assert "63 × 39" in sizes["price-tags"]
    assert "93 × 66" in sizes["cards"]
    assert "210 × 297" in sizes["tent"]


def test_without_a_project_the_list_has_the_programs_own_formats(tmp_path: Path) -> None:
    status, told, _ = run(tmp_path / "none", "brochure", "--list")

    assert status == 0
    assert "leaflet-z" in told


def test_a_draft_is_refused_in_one_line(root: Path) -> None:
    change(root, "content/products/gao.md", "sample: true", "sample: true\ndraft: true")
    status, _, said = run(root, "brochure", "leaflet", "--products", "gao", "--lang", "en")

    assert status == 2
    assert said.splitlines() == [
        "content/products/gao.md is a draft (draft: true), which is not printed. Once done, delete "
        "that line."
    ]
