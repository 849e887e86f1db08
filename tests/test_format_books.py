"""Handbook and catalogue: all products are there, in order, in four indexes, with their codes."""

from __future__ import annotations

import json
import os
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the library has no types
import pytest
from book_samples import LONG, book, books
from made_once import anew
from PIL import Image
from press_samples import BASE, MM, catalogue, codes_in, product, text_of

from generator.catalogue.model import Catalogue, Pack
from generator.catalogue.ordering import initial
from generator.engine import Folders
from generator.pictures import photos
from generator.press import book_parts
from generator.press.book_values import indexes
from generator.press.finishing.cover_wrap import spine
from generator.press.finishing.flavoured_photos import flavoured
from generator.press.typesetter import PressError

if TYPE_CHECKING:
    from generator.press.template_values import BrochureProduct

KEYS = ("handbook", "catalogue")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[bytes]]:
    content = tmp_path_factory.mktemp("content")
    return {key: book(key, content, books()) for key in KEYS}


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.mark.parametrize("key", KEYS)
def test_every_product_is_in_a_book_with_or_without_photo_story_or_code(
    made: dict[str, list[bytes]], key: str
) -> None:
    for pdf in made[key][:2]:
        text = text_of(pdf).replace("\u00ad", "")
        for name in (each.name for each in books().products):
            assert name in text


@pytest.mark.parametrize("key", KEYS)
def test_the_codes_of_a_book_open_the_products_and_the_site(
    made: dict[str, list[bytes]], key: str
) -> None:
    own = {f"{BASE}/q/7k3m{number}".upper() for number in (1, 2, 3, 4, 6, 7, 8)}
    found = {each.upper().rstrip("/") for each in codes_in(made[key][0], 200)}
    assert found == own | {BASE.upper()}


@pytest.mark.parametrize(("key", "size"), [("handbook", (148, 210)), ("catalogue", (210, 297))])
def test_a_book_has_its_size_and_pages_in_fours(
    made: dict[str, list[bytes]], key: str, size: tuple[int, int]
) -> None:
    press, office, *_ = made[key]
    with pikepdf.open(BytesIO(press)) as document:
        assert len(document.pages) % 4 == 0
        box = [float(each) / MM for each in document.pages[0].TrimBox]
        assert (box[2] - box[0], box[3] - box[1]) == pytest.approx(size, abs=0.1)
    assert len(pages(office)) % 4 == 0


@pytest.mark.parametrize("key", KEYS)
def test_indexes_are_in_the_order_of_vietnamese_names_with_true_pages(
    made: dict[str, list[bytes]], key: str
) -> None:
    found = pages(made[key][1])
    [index] = [text for text in found if "Theo tên sản phẩm" in text]
    rows = ["Dừa sáp", "Đậu nành", "Gạo nàng thơm", "Khô cá chốt", "Khô cá lóc", "Mắm cá linh"]
    places = [re.search(rf"{name} (\d+)", index) for name in (*rows, "Ốc gạo")]
    assert all(places)
    assert [each.start() for each in places if each] == sorted(e.start() for e in places if e)
    for name, place in zip(rows, places, strict=False):
        assert place
        assert name in found[int(place[1]) - 1]


def test_a_handbook_tells_stories_to_their_end_and_how_to_apply(
    made: dict[str, list[bytes]],
) -> None:
    text = text_of(made["handbook"][1])
    assert text.count("Cá về khi nước rút, người ta bẻ ngạnh rồi phơi.") == 72
    assert "Nộp ở xã Hỏi xã." in text
    assert text.count("Sản phẩm tiềm năng") >= 2


@pytest.mark.parametrize("key", KEYS)
def test_a_code_promises_shops_only_where_its_page_names_some(
    made: dict[str, list[bytes]], key: str
) -> None:
    text = text_of(made[key][1])

    assert text.count("Quét để xem ảnh và nguồn gốc") == 7
    assert "nơi bán" not in text


def test_a_service_has_a_host_in_a_handbook_and_goods_a_maker(tmp_path: Path) -> None:
    unpriced = {"story": "", "photos": (), "packs": (Pack(net="một phần"),)}
    service = product(1, unpriced, group=26)
    goods = product(2, unpriced, group=8)
    text = text_of(book("handbook", tmp_path, catalogue(service, goods))[1])

    assert (text.count("Người đón khách"), text.count("Người làm")) == (1, 1)
    assert (text.count("Dịch vụ một phần"), text.count("Quy cách một phần")) == (1, 1)


def test_every_product_of_a_handbook_begins_a_page(made: dict[str, list[bytes]]) -> None:
    found = [each for each in pages(made["handbook"][1]) if "OCOP 3 sao" in each]
    assert len(found) == 7
    assert all(each.count("OCOP 3 sao") == 1 for each in found)


def test_no_product_of_a_catalogue_is_alone_on_its_page(made: dict[str, list[bytes]]) -> None:
    numbers = [text.count("Cơ sở mẫu") for text in pages(made["catalogue"][1])[3:]]
    shown = [each for each in numbers if each]
    assert min(shown[:-1]) >= 2


def test_a_catalogue_without_prices_names_none(tmp_path: Path) -> None:
    priced = books()
    packs = priced.products[0].packs[0].model_copy(update={"price": 185000})
    first = priced.products[0].model_copy(update={"packs": (packs,)})
    priced = priced.model_copy(update={"products": (first, *priced.products[1:3])})

    with_prices, without = (
        text_of(book("catalogue", tmp_path, priced, prices=prices)[1]) for prices in (True, False)
    )
    assert "185.000" in with_prices
    assert "185.000" not in without
    assert "500 g" in without


def test_letters_of_an_index_are_those_of_the_alphabet() -> None:
    assert [initial(each) for each in ("Ổi", "đậu", "Ướp", "“Sen”", "5 vị", "")] == [
        *("Ô", "Đ", "Ư", "S", "#", "#")
    ]
    assert initial(LONG) == "K"


def test_a_commune_stands_in_an_index_under_its_own_name() -> None:
    told = ("Xã Vĩnh Châu", "Phường Ô Môn", "Xã\u00a0Hưng\u00a0Điền", "Đặc khu Phú Quốc")
    shown = {"name": "", "producer": "", "short_code": None}
    [index] = indexes([cast("BrochureProduct", {**shown, "commune": each}) for each in told])

    assert [(row["initial"], row["words"]) for row in index["rows"]] == [
        ("H", told[2]),
        ("Ô", told[1]),
        ("P", told[3]),
        ("V", told[0]),
    ]


def test_a_bound_book_has_a_cover_with_a_spine_as_thick_as_its_pages(
    made: dict[str, list[bytes]],
) -> None:
    press, _, _, cover, _ = made["catalogue"]
    with pikepdf.open(BytesIO(press)) as whole, pikepdf.open(BytesIO(cover)) as sheet:
        thick = (len(whole.pages) - 4) / 2 * 0.11
        [page] = sheet.pages
        box = [float(each) / MM for each in page.TrimBox]
    assert box[2] - box[0] == pytest.approx(2 * 210 + thick, abs=0.06)
    assert spine(204, 0.11) == 11
    assert codes_in(cover, 150) == [f"{BASE}/".upper()]


def test_the_report_of_a_bound_book_tells_of_its_cover_too(made: dict[str, list[bytes]]) -> None:
    told = json.loads(made["catalogue"][-1])["files"]

    assert [*told] == ["press", "cover"]
    assert told["cover"]["pages"] == 1
    assert told["cover"]["codes"] == [f"{BASE}/".upper()]


def saying(times: int, tagline: str | None = None) -> Catalogue:
    """A small catalogue whose site says as much of itself."""
    found = books()
    told = {"description": "Danh mục OCOP của xã. " * times, "tagline": tagline}
    site = found.site.model_copy(update=told)
    return found.model_copy(update={"site": site, "products": found.products[:1]})


def test_what_the_back_says_stands_on_light_ground_however_much_it_is(tmp_path: Path) -> None:
    press, *_ = book("handbook", tmp_path, saying(38))
    *_, page = pypdfium2.PdfDocument(press)
    words, trim = page.get_textpage(), page.get_trimbox()
    feet = (words.get_charbox(at)[1] for at in range(words.count_chars()))
    lowest = min(foot for foot in feet if foot > trim[1])
    picture = page.render(scale=1, grayscale=True).to_pil()
    beside = (trim[2] - 6 * MM, picture.height - lowest)

    assert picture.getpixel(tuple(map(round, beside))) > 200
    with pytest.raises(PressError, match="print-overflow"):
        book("handbook", tmp_path, saying(150))


def test_words_on_a_spine_keep_within_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.press.finishing.cover_wrap.spine", lambda *_: 9.0)
    _, _, _, cover, _ = book("catalogue", tmp_path, saying(1, "Món quà của vùng Đồng Tháp " * 4))
    page = pypdfium2.PdfDocument(cover)[0]
    words = page.get_textpage()
    boxes = [words.get_charbox(at) for at in range(words.count_chars())]
    middle = page.get_trimbox()[0] + (210 + 4.5) * MM
    near = [box for box in boxes if abs((box[0] + box[2]) / 2 - middle) < 9 * MM]

    assert len(near) > 80
    assert all(abs(side - middle) < 4.5 * MM for box in near for side in (box[0], box[2]))


def test_a_large_book_that_is_set_in_parts_says_the_same(
    made: dict[str, list[bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By two processes side by side."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(book_parts, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(book_parts, "PART", 3)
    with anew():
        _, office, *_ = book("handbook", tmp_path, books())

    # But for the contents, which name the products of small books alone.
    assert pages(office)[3:] == pages(made["handbook"][1])[3:]
    with pikepdf.open(BytesIO(office)) as document:
        tags = document.Root.StructTreeRoot
        links = [each for page in document.pages for each in page.obj.get("/Annots", ())]
        numbers = {int(each.obj.StructParents) for each in document.pages}
        numbers |= {int(each.StructParent) for each in links}
        assert len(numbers) == int(tags.ParentTreeNextKey) == len(document.pages) + len(links)


def test_the_contents_of_a_book_set_in_parts_lead_to_its_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_parts, "MOST_AT_ONCE", 3)
    with anew():
        _, office, *_ = book("catalogue", tmp_path, books())

    with pikepdf.open(BytesIO(office)) as document:
        at = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        links = [each for page in document.pages for each in page.obj.get("/Annots", ())]
        inside = [at[each.Dest[0].objgen] for each in links if "/Dest" in each]
    contents = pages(office)[2]
    assert len(inside) > 3
    assert all(str(number) in contents.split() for number in inside)


def test_an_unchanged_photo_is_not_cut_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "media").mkdir()
    Image.new("RGB", (40, 30), (90, 140, 120)).save(tmp_path / "media/a.jpg")
    photo = {"name": "a-0.jpg", "file": "a.jpg", "digest": "00", "focus": "50% 50%"}
    wanted = [{**photo, "width": 20, "height": 20}]
    cuts: list[Path] = []

    def counted(path: Path, width: int, height: int, *rest: str) -> Image.Image:
        cuts.append(path)
        return cut(path, width, height, *rest)

    cut = photos.cropped
    monkeypatch.setattr(photos, "cropped", counted)

    def files(change: dict[str, str]) -> list[bytes]:
        asked = [{**each, **change} for each in wanted]
        folders = Folders(tmp_path, (), tmp_path / ".cache")
        return [found["a-0.jpg"] for _, found in flavoured(asked, folders, ("office",), b"", 300)]

    assert files({}) == files({})
    assert len(cuts) == 1
    files({"digest": "01"})
    assert len(cuts) == 2
