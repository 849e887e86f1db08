"""What changed since the last edition of a piece of print is marked, listed, and kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
from press_samples import text_of
from small_project import change, project, run

from generator.press import edition_list
from generator.press.editions import Difference, FactOf, differences
from generator.press.marking import marked

PIECE = "brochures/catalogue/leaflet"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = project(tmp_path)
    change(made, "content/site.yaml", "https://thu.example", "https://ocop.xa-thu.vn")
    return made


def yellow(pdf: bytes) -> int:
    """Dots of the marks' colour on its pages."""
    pages = (page.render(scale=1).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(pdf))
    found = (each.getcolors(1 << 24) for each in pages)
    return sum(
        count
        for page in found
        for count, (red, green, blue) in page
        if _is_yellow(red, green, blue)
    )


def _is_yellow(red: int, green: int, blue: int) -> bool:
    return red > 230 and 195 < green < 225 and blue < 60


def test_a_mark_is_on_the_whole_word_alone(tmp_path: Path) -> None:
    root = project(tmp_path)
    change(root, "content/site.yaml", "tagline: Ba món thử", "tagline: Gian 20, 2026 và 20:00")
    printed(root)
    pdf = (root / "output/brochures/catalogue/leaflet.office.pdf").read_bytes()

    assert yellow(marked(pdf, ["20"])) > 0
    assert yellow(marked(pdf, ["2"])) == yellow(marked(pdf, ["026"])) == 0


def listed(root: Path) -> list[str]:
    return (root / "content" / edition_list.NAME).read_text("utf-8-sig").splitlines()


def printed(root: Path, *given: str) -> None:
    assert run(root, "brochure", "leaflet", *given)[0] == 0


def test_only_what_changed_is_entered_again_and_a_proof_enters_nothing(root: Path) -> None:
    printed(root)
    first = listed(root)
    printed(root)
    assert listed(root) == first

    change(root, "content/products/gao.md", "name: Gạo", "name: Gạo nàng thơm")
    printed(root, "--proof")
    assert listed(root) == first
    printed(root)
    [row] = listed(root)[len(first) :]
    assert row.endswith(f"{PIECE},gao,name,Gạo nàng thơm")


def test_a_proof_lists_each_change_with_what_stood_before_and_room_to_sign(root: Path) -> None:
    printed(root)
    change(root, "content/products/gao.md", "summary: Món gao", "summary: Hạt dài thơm, món")
    printed(root, "--proof")

    folder = root / "output" / "brochures" / "catalogue"
    said = " ".join(text_of((folder / "leaflet.changes.pdf").read_bytes()).split())
    assert "Món gao để thử." in said
    assert "Hạt dài thơm, món để thử." in said
    assert "Người duyệt" in said
    assert "Khô cá" not in said
    assert yellow((folder / "leaflet.office.pdf").read_bytes()) == 0
    assert yellow((folder / "leaflet.proof.pdf").read_bytes()) > 100


def test_the_first_proof_asks_to_read_everything(root: Path) -> None:
    printed(root, "--proof")
    folder = root / "output" / "brochures" / "catalogue"
    said = " ".join(text_of((folder / "leaflet.changes.pdf").read_bytes()).split())

    assert "chưa có lần in nào" in said
    assert "Những điều đã đổi" not in said
    assert "#" not in said
    assert "Khô cá" in said


def test_packs_that_stand_beside_their_prices_are_listed_once_and_signed_below_facts(
    root: Path,
) -> None:
    printed(root, "--proof")
    folder = root / "output/brochures/catalogue"
    pdf = (folder / "leaflet.changes.pdf").read_bytes()
    last = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)][-1]

    assert "Gói" not in text_of(pdf)
    assert "Giá" in text_of(pdf)
    assert len(last[: last.index("Người lập")].split()) > 3


def test_a_story_that_changed_is_told_in_words(root: Path) -> None:
    printed(root)
    story = root / "content/products/gao.md"
    story.write_text(story.read_text("utf-8") + "\nThêm một đoạn về mùa gặt.\n", "utf-8")
    printed(root, "--proof")
    folder = root / "output" / "brochures" / "catalogue"
    said = " ".join(text_of((folder / "leaflet.changes.pdf").read_bytes()).split())

    assert "(đã đổi: đọc trên bản duyệt)" in said
    assert "#" not in said


def test_a_trial_with_a_host_of_nobody_s_is_no_edition_and_is_told_so(tmp_path: Path) -> None:
    root = project(tmp_path)
    status, told, _ = run(root, "brochure", "leaflet")

    assert status == 0
    assert "content/editions.csv): --proof chưa so với nó được" in told
    assert not (root / "content" / edition_list.NAME).exists()


def test_a_list_that_cannot_be_read_stops_print_and_is_told_by_check(root: Path) -> None:
    printed(root)
    path = root / "content" / edition_list.NAME
    path.write_text("ngay,gi\n1,2\n", "utf-8")

    for verb in (("check",), ("brochure", "leaflet")):
        status, _, said = run(root, *verb)
        assert status == 1
        assert f"content/{edition_list.NAME}:1" in said
    assert path.read_text("utf-8") == "ngay,gi\n1,2\n"


def test_a_fact_that_is_gone_is_a_difference_and_forgotten_once_printed(tmp_path: Path) -> None:
    name, price = FactOf("gao", "name"), FactOf("gao", "prices")
    found = differences({name: "Gạo", price: "5 kg"}, {name: "Gạo"})
    assert found == [Difference(price, "5 kg", "")]

    content = tmp_path / "content"
    content.mkdir()
    day = date(2026, 12, 1)
    first = differences({}, {name: "Gạo", price: "5 kg"})
    assert edition_list.add(content, [(PIECE, first)], day) == 1
    assert edition_list.add(content, [(PIECE, found)], day) == 1
    assert edition_list.read(content) == ({PIECE: {name: "Gạo"}}, ())
    assert edition_list.add(content, [(PIECE, [])], day) == 0
