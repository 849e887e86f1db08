"""The proof looks at the words: none over each other, none off its label, none left out."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date
from itertools import product as product_of

import pypdfium2
import pytest
from label_lines import too_near
from label_samples import CODES_ALONE, FULL, assert_inside, run_of, templates, words
from press_samples import catalogue, product

from generator.addresses.serials import Serials
from generator.catalogue.model import (
    Catalogue,
    Translation,
)
from generator.press import (
    labels,
    proof,
    proof_words,
)
from generator.press import print_values as facts
from generator.press.designs import DESIGNS
from generator.press.label_values import SheetValues
from generator.press.stocks import largest_offset, shipped
from generator.press.typesetter import PressError

BASE = "https://ocop.tanhung.example"
LONG_NAME = (
    "Khô cá sặc rằn nuôi ruộng mùa nước nổi Đồng Tháp Mười phơi hai nắng, ướp nhạt theo lối xưa, "
    "để nguyên con, hút chân khô"
)
DATED: dict[str, object] = {
    "lot": "L261012",
    "produced": date(2026, 10, 12),
    "best_before": date(2027, 4, 12),
}
ENGLISH = Translation(
    name="Sun-dried snakehead fillets", ingredients="Fish, salt", source="content/products/a.en.md"
)


def fish(**facts: object) -> Catalogue:
    stated = {**FULL, "name": "Khô cá lóc một nắng", "code": "7K3M1", **facts}
    maker = {"address": "Ấp mẫu 3", "phone": "0000 000 001", "name": "Cơ sở mẫu số 1"}
    return catalogue(product(1, stated), base=BASE, maker=maker)


PRICED = {"packs": ({"net": "500 g", "price": 185000},)}
CASES: dict[str, tuple[Catalogue, dict[str, object]]] = {
    "plain": (fish(**PRICED), {}),
    "lot": (fish(**PRICED), DATED),
    "serial": (fish(**PRICED), {**DATED, "serials": Serials(99, 100)}),
    "english": (fish(translations={"en": ENGLISH}), {**DATED, "languages": ("vi", "en")}),
    "long": (fish(name=LONG_NAME), DATED),
    "bare": (catalogue(product(1, {"packs": (), "certificate": None}), base=BASE), {}),
}
LABELLED = ("a4-99x68", "a4-99x139", "a4-105x74", "a5", "a6", "a7", "nhiet-100x150")
SMALL = {"a4-36x17", "a4-38x21", "a4-46x21", "nhiet-35x22x2", "nhiet-35x22x3"}
"""Stocks without room for a stamp with a lot."""
COMMON = ("plain", "lot")
"""Cases in which each stock is printed with some design of `EVERYDAY`."""
EVERYDAY = {
    *((stock, "code", case) for stock in shipped() for case in COMMON),
    *((stock, "stamp", "plain") for stock in shipped() if stock not in CODES_ALONE),
    *((stock, "stamp", "lot") for stock in shipped() if stock not in SMALL),
    *((stock, "label", "lot") for stock in LABELLED),
    *((stock, "shelf-card", "lot") for stock in ("a4-64x38", "a4-a7", "a4-a6", "a5", "a6", "a7")),
}


def made(values: SheetValues) -> bytes | None:
    """The PDF, or None where the design says that it has no room."""
    try:
        return labels.print_labels(templates(), values, "press")
    except PressError as error:
        if error.rule.code != "print-overflow":
            raise
        return None


UNBRANDED = [each for each, row in DESIGNS.items() if not row.branded]


@functools.cache
def meetings() -> set[tuple[str, str, str]]:
    """Stocks, designs and cases, so that any two of them meet; and all that shall have room.

    Stamps of long words are on every stock in test_label_designs.py.
    """
    apart = {
        (stock, UNBRANDED[(number + turn) % len(UNBRANDED)], case)
        for number, stock in enumerate(shipped())
        for turn, case in enumerate(case for case in CASES if case not in COMMON)
    }
    return EVERYDAY | apart | {("a6", design, case) for design in UNBRANDED for case in COMMON}


def runs(stock: str, design: str) -> Iterator[tuple[str, SheetValues]]:
    """The cases in which they meet, told apart by what the design says.

    Without words they are told apart by their addresses.
    """
    seen: list[object] = []
    for case, (found, asked) in CASES.items():
        if (stock, design, case) not in meetings():
            continue
        count = {} if "serials" in asked else {"count": 1}
        run = run_of(found, stock, design, **asked, **count)
        values = labels.values_of(found, run, words())
        told = values["label"] if DESIGNS[design].says else None, values["urls"]
        if told not in seen:
            seen.append(told)
            yield case, labels.drawn(values)


def test_any_two_of_stock_design_and_case_meet() -> None:
    met = meetings()

    for axes, wanted in {
        (0, 1): product_of(shipped(), UNBRANDED),
        (0, 2): product_of(shipped(), CASES),
        (1, 2): product_of(UNBRANDED, CASES),
    }.items():
        assert {tuple(each[axis] for axis in axes) for each in met} >= {*wanted}


@pytest.mark.parametrize("stock", shipped())
def test_every_design_is_sound_or_has_no_room(stock: str) -> None:
    """And its lines are 1.25 of their size apart or more, measured on the finished PDF.

    Letters of codes and stamps are looked for beyond the safe area in another way than the proof's.
    """
    for design in UNBRANDED:
        for case, values in runs(stock, design):
            pdf = made(values)
            if pdf:
                [sheet] = proof.prove({"labels.pdf": pdf}, values)
                assert sheet.code.quiet_zone_modules == 4
                assert too_near(pdf) == [], (design, case)
            if pdf and design in {"code", "stamp"} and case in {"plain", "lot"}:
                assert_inside(pdf, shipped()[stock])
            assert pdf or (stock, design, case) not in EVERYDAY


@pytest.mark.parametrize("stock", ["a4-64x38", "a4-99x68", "a4-tron-60", "nhiet-100x70", "a6"])
def test_capitals_with_marks_stay_clear_of_what_hangs_above_them(stock: str) -> None:
    words_ = "GIỖ TỔ ẨM THỰC ĐẶC SẢN ỚT HIỂM ẤP ỔI, gọng Ẩm gỗ Ẳng gợ Ớt gụ Ấm"
    maker = {"name": f"CƠ SỞ {words_[:24]}", "address": "Ấp Cỏ Gợ, đường Ỷ Lan"}
    found = catalogue(product(1, {**FULL, "name": words_, "ingredients": words_ * 2}), maker=maker)
    sound = 0
    for design in UNBRANDED:
        run = run_of(found, stock, design, count=1, **DATED)
        values = labels.drawn(labels.values_of(found, run, words()))
        if pdf := made(values):
            proof.prove({"labels.pdf": pdf}, values)
            assert too_near(pdf) == [], design
            sound += design != "code"
    assert sound


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("lines.typ", "let pitch = 1.28", "let pitch = 1.2"),
        ("stamp.typ", "  v(gap + group)", "  v(-0.1 * size)"),
    ],
)
def test_lines_that_are_too_near_are_found(file: str, old: str, new: str) -> None:
    close = templates()[file].decode()
    assert old in close
    files = {**templates(), file: close.replace(old, new).encode()}
    values = drawn("a4-70x37", count=1, **DATED)

    assert too_near(labels.print_labels(templates(), values, "press")) == []
    assert too_near(labels.print_labels(files, values, "press")) != []


def drawn(
    stock: str = "a4-64x38", design: str = "stamp", **asked: object
) -> dict[str, facts.Value]:
    found = fish(**PRICED)
    return labels.drawn(labels.values_of(found, run_of(found, stock, design, **asked), words()))


@pytest.mark.parametrize(
    ("design", "file", "old", "new", "rule"),
    [
        ("stamp", "stamp.typ", "column-gutter: gutter", "column-gutter: -6mm", "overlap"),
        ("stamp", "lines.typ", "let pitch = 1.28", "let pitch = 0.7", "overlap"),
        ("stamp", "stamp.typ", "dx: left-edge, dy: -room.y,", "dx: left-edge, dy: 1mm,", "outside"),
        ("stamp", "stamp.typ", "breakable(code.caption))", "code.caption.slice(9))", "missing"),
        ("shelf-card", "card.typ", "v(size * 0.6)", "v(-size * 1.6)", "overlap"),
        ("shelf-card", "card.typ", "label.commune", "label.commune.slice(0, 5)", "missing"),
    ],
)
def test_a_theme_that_spoils_the_words_is_refused(
    design: str, file: str, old: str, new: str, rule: str
) -> None:
    spoiled = {**templates()}
    text = spoiled[file].decode()
    assert old in text
    spoiled[file] = text.replace(old, new).encode()
    values = drawn(design=design, **DATED)
    pdf = labels.print_labels(spoiled, values, "press")

    with pytest.raises(PressError, match=f"proof-words-{rule}") as caught:
        proof.prove({"labels.pdf": pdf}, values)
    assert "Nhãn thứ 1" in caught.value.line_in("vi")


def test_letters_off_the_sheet_are_refused() -> None:
    values = drawn("a4-70x37", count=1, offset=(-5.0, 0.0))
    pdf = labels.print_labels(templates(), values, "press")

    with pytest.raises(PressError, match=r"proof-(words-outside|unread|quiet-zone)"):
        proof.prove({"labels.pdf": pdf}, values)


def test_the_report_says_which_words_were_found() -> None:
    values = drawn(**DATED)
    pdf = labels.print_labels(templates(), values, "press")
    [sheet] = proof.prove({"labels.pdf": pdf}, values)
    letters = proof_words.letters_on(pypdfium2.PdfDocument(pdf)[0])

    assert sheet.words.labels == 21
    assert sheet.words.letters == len(letters)
    assert sheet.words.facts == ("name", "producer", "NSX", "HSD", "Lô")
    assert sheet.words.address == "Quétmã·ocop.tanhung.example"


@pytest.mark.parametrize("stock", shipped().values(), ids=list(shipped()))
def test_a_stock_may_always_stay_where_it_is(stock: object) -> None:
    least, most = largest_offset(stock)  # type: ignore[arg-type]

    assert all(low <= 0 <= high for low, high in zip(least, most, strict=True))


def test_the_largest_offset_keeps_the_words_on_the_printable_page() -> None:
    assert largest_offset(shipped()["a4-64x38"]) == ((-6.25, -14.15), (6.25, 14.15))
