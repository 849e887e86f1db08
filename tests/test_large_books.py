"""Large books: what one costs doesn't grow faster than its products; nothing is lost by it."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from book_samples import book, books, pictured
from made_once import anew
from PIL import Image
from press_samples import BASE, THEME
from small_project import project, run

from generator.catalogue.model import Catalogue
from generator.desk.brochures import brochure_options
from generator.desk.print_project import PrintOutcome
from generator.desk.reporting import FINE
from generator.engine import Folders
from generator.press import book_parts, brochures, preflight
from generator.press.finishing import large_book
from generator.press.finishing.light_book import LightBook, stand_ins, with_photos
from generator.press.formats import formats
from generator.press.pieces import Piece, chosen_for
from generator.press.preflight_codes import codes_of
from generator.press.printed_text import InOrder
from generator.press.selection import Stand, Subject

CODES = {f"{BASE}/q/7k3m{number}".upper() for number in (1, 2, 3, 4, 6, 7, 8)}


def photos_in(pdf: bytes) -> list[tuple[int, int]]:
    """The pixels of every photo in the file."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [
            (int(each.Width), int(each.Height))
            for each in document.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Filter") == "/DCTDecode"
        ]


def photo(name: str, digest: str) -> Mapping[str, object]:
    return {"name": name, "digest": digest, "focus": None, "width": 1748, "height": 1488}


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    return book("handbook", tmp_path_factory.mktemp("content"), books())


def test_a_book_is_set_with_pictures_of_a_few_pixels_in_the_shapes_of_its_photos() -> None:
    small = stand_ins([photo("a", "1"), photo("b", "1"), photo("c", "2")], "press")

    assert small["a"] == small["b"] != small["c"]
    for each in small.values():
        with Image.open(BytesIO(each)) as image:
            assert image.mode == "CMYK"
            assert max(image.size) < 400
            assert image.width / image.height == pytest.approx(1748 / 1488, rel=1e-4)


def test_a_finished_book_has_its_photos_and_no_stand_in(handbook: list[bytes]) -> None:
    press, office, screen, *_ = map(photos_in, handbook[:4])
    assert len(press) == len(office) == len(screen) > 1
    assert min(map(max, press)) > 300


def test_a_photo_that_several_parts_of_a_book_have_is_in_the_file_once(
    handbook: list[bytes],
) -> None:
    small = stand_ins([photo("a", "1")], "office")
    with pikepdf.open(BytesIO(handbook[1])) as document:
        page = document.pages[0]
        for name in ("/One", "/Other"):
            picture = document.make_stream(small["a"], Subtype=pikepdf.Name.Image)
            picture["/Filter"] = pikepdf.Name.DCTDecode
            page.resources.XObject[name] = picture
        out = BytesIO()
        document.save(out)
    whole = BytesIO()
    Image.new("RGB", (1748, 1488)).save(whole, "JPEG")

    found = with_photos(out.getvalue(), {"a": whole.getvalue()}, [photo("a", "1")])

    assert photos_in(found).count((1748, 1488)) == 1


def test_office_and_screen_are_set_once() -> None:
    asked: list[str] = []

    def typeset(flavour: str, _: Mapping[str, bytes]) -> bytes:
        asked.append(flavour)
        out = BytesIO()
        pikepdf.new().save(out)
        return out.getvalue()

    light = LightBook([], typeset)
    for flavour in ("press", "office", "screen"):
        light(flavour, {})  # type: ignore[arg-type]  # each is a flavour

    assert asked == ["press", "office"]


def test_codes_are_read_back_from_their_drawings(handbook: list[bytes]) -> None:
    with pikepdf.open(BytesIO(handbook[0])) as document:
        found = {each.upper().rstrip("/") for each in codes_of(document)}
    assert found == CODES | {BASE.upper()}


def test_a_large_book_is_rendered_in_part_and_all_its_codes_are_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rendered: list[object] = []
    own = preflight._Rendered.of.__func__  # type: ignore[attr-defined]  # a class's method

    def counted(cls: type, page: object) -> object:
        rendered.append(page)
        return own(cls, page)

    monkeypatch.setattr(preflight._Rendered, "of", classmethod(counted))
    monkeypatch.setattr(preflight, "MOST_OF_BOOK", 4)
    with anew():
        *_, report = book("handbook", tmp_path, books())

    assert 0 < len(rendered) <= 4
    assert all(f"7K3M{number}".encode() in report for number in (1, 2, 3, 4, 6, 7, 8))


def test_one_changed_story_sets_its_part_of_a_large_book_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(book_parts, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(book_parts, "PART", 3)
    piece = Piece(formats(THEME)["catalogue"], Subject(), ("vi",), prices=True)

    def kept(found: Catalogue) -> set[str]:
        chosen = chosen_for(found, piece, Stand(pictured(tmp_path, found)))
        artifact = brochures.plan_one(found, piece, chosen, THEME)
        with anew():
            artifact.make(artifact.values, Folders(tmp_path, THEME, tmp_path / "cache"))
        return {file.name for file in (tmp_path / "cache" / "set").iterdir()}

    found = books()
    before = kept(found)
    told = found.products[6].model_copy(update={"summary": "Phơi hai nắng."})
    products = (*found.products[:6], told, *found.products[7:])

    new = kept(found.model_copy(update={"products": products})) - before
    assert len(before) > 6
    assert len(new) == 2, "one part, for the press and for the office"


def test_a_page_without_a_beginning_has_the_tab_of_the_chapter_that_goes_on() -> None:
    chapters = [{"first": 0, "count": 1}, {"first": 1, "count": 2}]
    part = {"book": {"first_product": 0}, "products": [1, 2, 3], "chapters": chapters}

    feet = [*book_parts.feet_of(part, 6, {"p0": 0, "p1": 2, "p2": 4}, 9)]

    assert [each["number"] for each in feet] == [9, 10, 11, 12, 13, 14]
    assert [each["chapters"] for each in feet] == [[0], [0], [1], [1], [1], [1]]


def test_words_are_found_in_any_order_and_those_near_by_in_a_long_text() -> None:
    text = InOrder("một hai ba bốn")
    assert text.has("ba")
    assert text.has("một")
    assert text.has_near("bốn")
    assert not text.has("năm")

    long = InOrder("x" * 600_000 + "Ốc gạo, xã Mẫu" + "y" * 600_000 + "xã Khác")
    assert long.has("Ốc gạo")
    assert long.has_near("xã Mẫu")
    assert not long.has_near("xã Khác")


def test_a_book_too_thick_to_staple_has_no_booklet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = books()
    piece = Piece(formats(THEME)["handbook"], Subject(), ("vi",), prices=True)
    chosen = chosen_for(found, piece, Stand(pictured(tmp_path, found)))
    names = brochures.plan_one(found, piece, chosen, THEME).paths
    monkeypatch.setattr(brochures, "MOST_IN_BOOKLET", len(chosen.shown) - 1)
    thick = brochures.plan_one(found, piece, chosen, THEME)

    assert {*names} - {*thick.paths} == {
        next(name for name in names if name.endswith(".booklet.pdf"))
    }
    assert len([*thick.make(thick.values, Folders(tmp_path, THEME))]) == len(thick.paths)


def _killed(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_process_that_is_killed_amid_a_large_book_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And nothing was printed."""

    def killed(*_: object) -> PrintOutcome:
        monkeypatch.setattr(os, "cpu_count", lambda: 2)
        with large_book._side_by_side() as over:
            return PrintOutcome(FINE, (), (*map(str, over(_killed, range(3))),))

    monkeypatch.setattr(brochure_options, "print_all", killed)
    status, _, said = run(project(tmp_path), "brochure", "price-tags", "--lang", "en")

    assert status == 1
    assert "Nothing was printed: a process that sets pages was ended midway" in said
    assert "fault of the program" not in said
