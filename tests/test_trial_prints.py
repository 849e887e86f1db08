"""What print has no room for is told by the check; what is ordinary, or one long word, fits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from press_samples import THEME, catalogue, fair, photographed, product
from small_project import change, one_product, run

from generator.catalogue.model import Catalogue, Office, Pack
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_press import PRINT_OVERFLOW
from generator.engine import Values
from generator.press import book_parts, brochures, labels, pieces, stocks, trial
from generator.press.formats import formats
from generator.press.lettered import lettered
from generator.press.selection import Stand, Subject
from generator.press.tried import Tried, UntriedError
from generator.press.typesetter import PressError
from generator.theme import fonts

STOCK = stocks.shipped()[stocks.DEFAULT]
FISH, MAKER, SITE = "products/kho-ca.md", "producers/co-so.md", "site.yaml"
WORDS = "Nghiêng nghiêng mùa nước nổi lúa sen "
LETTERS = {"words": WORDS, "one word": "ả", "one wide word": "W"}
LONGEST = {"name": 60, "producer": 60, "place": 40, "summary": 120, "title": 100, "back": 300}


def filled(room: int, letters: str) -> str:
    """Words that take just so much room."""
    found = ""
    while trial.room(found + letters[len(found) % len(letters)]) <= room:
        found += letters[len(found) % len(letters)]
    return found.strip()


def crowded(count: int, letters: str, rooms: Mapping[str, int] = LONGEST) -> Catalogue:
    """So many products, every text of which takes its room."""
    said = {key: filled(room, letters) for key, room in rooms.items()}
    half = filled(rooms["place"] // 2, letters)
    made = (product(n + 1, name=said["name"], summary=said["summary"]) for n in range(count))
    found = catalogue(*made, maker={"name": said["producer"]})
    words = {"name": said["title"], "tagline": said["title"], "description": said["back"]}
    places = {
        slug: each.model_copy(update={"name": half, "province": half})
        for slug, each in found.places.items()
    }
    site = found.site.model_copy(update={**words, "area": said["place"]})
    return lettered(found.model_copy(update={"site": site, "places": places}))


def tried(found: Catalogue, stand: Stand, stock: stocks.Stock = STOCK) -> list[Finding]:
    """What a check tells of print that a build of the catalogue makes."""
    printed = lettered(found)
    chosen = pieces.with_products(printed, THEME, stand, "vi")
    return [*trial.findings(printed, chosen, stand, THEME, stock, Tried("1"))]


@pytest.mark.parametrize("letters", LETTERS.values(), ids=list(LETTERS))
@pytest.mark.parametrize("count", [1, 6])
def test_ordinary_words_need_no_trial(tmp_path: Path, count: int, letters: str) -> None:
    """The longest that a check passes untried, all at once."""
    found = crowded(count, letters)
    stand = Stand(photographed(tmp_path, found))

    assert not tried(found, stand)
    for artifact in brochures.plan(found, stand, THEME, "vi"):
        brochures.try_one(artifact.values, THEME)


@pytest.mark.parametrize("letters", LETTERS.values(), ids=list(LETTERS))
def test_a_stamp_holds_ordinary_names(letters: str) -> None:
    found = crowded(1, letters, {**LONGEST, "name": 100, "producer": 100})

    labels.try_sheet(labels.plan_sheet(found, found.products[0], THEME, STOCK), THEME)


@pytest.mark.parametrize("name", ["a4-64x38", "nhiet-40x30", "a4-tron-40", "nhiet-35x22x3"])
def test_a_site_s_own_stock_is_tried_and_what_has_no_room_there_is_told(
    tmp_path: Path, name: str
) -> None:
    """Ordinary names may be too long for a small stock, where a code may stand alone."""
    stock = stocks.shipped()[name]
    stand = Stand(photographed(tmp_path, short := catalogue(product(), product(2))))
    long = crowded(2, WORDS, {**LONGEST, "name": 100, "producer": 100})
    roomy = name in {"a4-64x38", "nhiet-35x22x3"}

    assert not tried(short, stand, stock)
    told = [each.rule.code for each in tried(long, stand, stock)]
    assert ("print-overflow" in told) is not roomy


@pytest.mark.parametrize("word", ["a" * 120, "W" * 21, "https://a.example/" + "b" * 90, "Ế" * 60])
def test_a_word_wider_than_any_line_is_parted(tmp_path: Path, word: str) -> None:
    found = lettered(catalogue(product(name=word), maker={"name": word}))

    assert not tried(found, Stand(photographed(tmp_path, found)))


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        (FISH, "summary: Món kho-ca để thử.", "summary: " + WORDS * 40, f"{FISH}:3:10"),
        (SITE, "tagline: Ba món thử", "tagline: " + WORDS * 10, f"{SITE}:5:10"),
        (SITE, "tagline: Ba món thử", "description: " + "a" * 4900, f"{SITE}:5:14"),
        (SITE, "tagline: Ba món thử", "area: " + "a" * 4900, f"{SITE}:5:7"),
    ],
)
def test_what_has_no_room_is_told_by_the_check(
    tmp_path: Path, file: str, old: str, new: str, at: str
) -> None:
    root = one_product(tmp_path)
    change(root, f"content/{file}", old, new)

    # Also the second time: only what has room is remembered.
    for _ in range(2):
        status, _, said = run(root, "check")
        assert status == 1
        assert f"content/{at}: error[print-overflow]" in said


@pytest.mark.parametrize("name", ["Cà phê Cư Ê̆a", "Z" + "\u0301\u0316\u0334" * 30 + "algo"])
def test_marks_on_marked_letters_are_told_and_left_out_in_print(tmp_path: Path, name: str) -> None:
    """Ê Đê has such letters; nobody's label fails for them."""
    root = one_product(tmp_path)
    change(root, f"content/{FISH}", "name: Khô cá", f'name: "{name}"')
    status, _, said = run(root, "check")
    built, _, _ = run(root, "build", "--only", "labels", "--jobs", "1")

    assert (status, built) == (0, 0)
    assert f"content/{FISH}:2:7: warning[sign-" in said


def test_a_kind_of_place_is_a_word_or_two(tmp_path: Path) -> None:
    root = one_product(tmp_path)
    change(root, "content/places.yaml", "kind: xã, name: Tân", f"kind: {WORDS * 3}, name: Tân")

    assert "error[type-wrong]" in run(root, "check")[2]


def test_a_full_sheet_whose_packs_are_long_is_tried(tmp_path: Path) -> None:
    """What has room on a leaflet's third of places has none where all are taken."""
    pack = Pack(net="Hộp quà tặng cao cấp gồm 12 hũ nhỏ 100 g", price=185000)
    found = catalogue(*(product(n, packs=(pack,)) for n in range(16)))
    site = found.site.model_copy(update={"brochures": ("leaflet-dl",)})
    found = found.model_copy(update={"site": site})
    stand = Stand(photographed(tmp_path, found))

    [told] = tried(found, stand)

    assert told.rule is PRINT_OVERFLOW


def test_an_offices_long_lines_on_a_flyer_are_tried() -> None:
    line = filled(98, WORDS)
    found = catalogue(*(product(n, photos=()) for n in range(2)), maker={"name": line})
    own = {"name": line, "tagline": line, "office": Office(name=line, address=filled(60, WORDS))}
    site = found.site.model_copy(update={**own, "brochures": ("flyer-a5",)})

    [told] = tried(found.model_copy(update={"site": site}), Stand({}))

    assert told.rule is PRINT_OVERFLOW


def test_signs_as_wide_as_capitals_take_their_room() -> None:
    font = TTFont(fonts.FOLDER / "BeVietnamPro-Bold.ttf")
    widths = {chr(code): font["hmtx"][name][0] for code, name in font.getBestCmap().items()}

    wide = {each for each, width in widths.items() if width > 1.15 * widths["ả"]}

    assert {each for each in wide if not each.isupper()} == trial.WIDE_SIGNS
    assert all(widths[each] < 2 * widths["ả"] for each in wide)


def test_a_name_of_wide_letters_is_tried() -> None:
    found = catalogue(product(name=" ".join(["mmmmmmmm"] * 8), photos=()))
    site = found.site.model_copy(update={"brochures": ("price-tags",)})

    [told] = tried(found.model_copy(update={"site": site}), Stand({}))

    assert told.rule is PRINT_OVERFLOW


@pytest.mark.parametrize(
    ("long", "source", "key"),
    [
        ({"packs": (Pack(net="túi giấy " * 20),)}, "content/products/kho-ca-1.md", "packs"),
        ({"fair": "Hội chợ mẫu " * 16}, "content/fairs/hoi-cho.md", "name"),
    ],
)
def test_what_has_no_room_is_told_at_what_is_long(
    long: dict[str, object], source: str, key: str
) -> None:
    named = str(long.pop("fair", "Hội chợ mẫu")).strip()
    found = catalogue(product(**long, photos=()))
    shown = fair(name=named, products=("kho-ca-1",))
    wanted = ("badges",) if named != "Hội chợ mẫu" else ("price-tags",)
    shown = shown.model_copy(update={"brochures": wanted})

    told = tried(found.model_copy(update={"fairs": (shown,)}), Stand({}))

    assert [(each.file, each.at) for each in told] == [(source, (key,))]


def test_a_name_beyond_all_room_is_told(tmp_path: Path) -> None:
    found = crowded(6, WORDS, {**LONGEST, "name": 200, "producer": 200, "summary": 300})
    stand = Stand(photographed(tmp_path, found))
    artifact = next(iter(brochures.plan(found, stand, THEME, "vi")))

    with pytest.raises(PressError, match="print-overflow"):
        brochures.try_one(artifact.values, THEME)
    told = [(each.at, each.rule.code) for each in tried(found, stand)]
    assert (("name",), "print-overflow") in told


def test_of_a_large_book_only_what_may_lack_room_is_set_on_trial(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_parts, "MOST_AT_ONCE", 2)
    tried: list[list[str]] = []

    def noted(values: Values, _: object) -> None:
        tried.append([each["name"] for each in values["products"]])

    monkeypatch.setattr(brochures, "try_one", noted)
    long = ("NGHIÊNG " * 24).strip()
    found = catalogue(*(product(n, name=long if n == 2 else "Khô cá") for n in range(1, 5)))
    stand = Stand(photographed(tmp_path, found))
    piece = pieces.Piece(formats(THEME)["catalogue"], Subject(), ("vi",), prices=True)
    chosen = [(piece, pieces.chosen_for(found, piece, stand))]

    before = Tried("1")
    assert not [*trial.findings(found, chosen, stand, THEME, STOCK, before)]
    assert tried == [[long]]

    # What had room is not set again, unless the program is another.
    assert not [*trial.findings(found, chosen, stand, THEME, STOCK, Tried("1", before.known))]
    assert tried == [[long]]
    with pytest.raises(UntriedError):
        [
            *trial.findings(
                found, chosen, stand, THEME, STOCK, Tried("2", before.known, setting=False)
            )
        ]
