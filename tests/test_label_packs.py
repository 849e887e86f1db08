"""Labels of a product sold in several sizes: for one pack each; a shelf card shows every price."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import small_project
from click.testing import CliRunner, Result
from label_samples import full, printed, run_of, words
from press_samples import text_of

from generator.catalogue.model import Pack, Translation
from generator.cli import ocop
from generator.press import wording

HOST = "https://ocop.example.vn"
TWO = """\
packs:
  - {net: 250 g, price: 50000, gtin: 8938500000010}
  - {net: 500 g, price: 90000}
"""
FACTS = "ingredients: Cá\ndirections: Chiên\nstorage: Nơi mát\nshelf_life: 6 tháng\n"
STAMP = ("kho-ca", "--design", "stamp", "--count", "1")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small_project.project(tmp_path)
    small_project.change(tmp_path, "content/site.yaml", "https://thu.example", HOST)
    file = "content/products/kho-ca.md"
    small_project.change(tmp_path, file, "packs:\n  - net: 500 g\n    price: 90000\n", TWO)
    small_project.change(tmp_path, file, "sample: true\n", FACTS)
    small_project.change(tmp_path, "content/producers/co-so.md", "sample: true", "address: Ấp 1")
    return tmp_path


def ask(root: Path, *words: str) -> Result:
    return CliRunner().invoke(ocop, ["labels", *words, "--root", str(root)], standalone_mode=False)


def printed_text(root: Path, folder: str) -> str:
    return text_of((root / "output/labels/kho-ca" / folder / "labels.pdf").read_bytes())


@pytest.mark.parametrize(
    "asked", [(), ("--design", "label"), ("--design", "stamp"), ("--design", "stamp", "--proof")]
)
def test_a_label_of_a_product_with_several_packs_needs_to_be_told_which(
    root: Path, asked: tuple[str, ...]
) -> None:
    result = ask(root, "kho-ca", "--stock", "L7165", *asked)
    said = result.exception.format_message()  # type: ignore[union-attr]

    assert result.exception.exit_code == 2  # type: ignore[union-attr]
    assert "“250 g” (8938500000010), “500 g”" in said
    assert '--pack "250 g"' in said
    assert not (root / "output").exists()


@pytest.mark.parametrize(
    "asked", ["500 g", "500g", " 500  G", "500\u00a0g", "500\u202fg", "500 g\u200b", "５００ g"]
)
def test_quantity_folder_and_ledger_are_those_of_the_pack(root: Path, asked: str) -> None:
    assert ask(root, *STAMP, "--pack", asked).return_value == 0

    assert "Khối lượng tịnh: 500 g" in printed_text(root, "stamp-a4-70x37-500-g")
    rows = csv.DictReader((root / "content/printed.csv").read_text("utf-8-sig").splitlines())
    assert [row["what"] for row in rows] == ["stamp a4-70x37 500 g"]


def test_two_packs_are_two_orders_and_neither_writes_over_the_other(root: Path) -> None:
    ask(root, *STAMP, "--pack", "250 g")
    second = ask(root, *STAMP, "--pack", "500 g")

    assert "printed-again" not in second.output
    assert "250 g" in printed_text(root, "stamp-a4-70x37-250-g")
    assert "500 g" in printed_text(root, "stamp-a4-70x37-500-g")


def test_a_packs_own_bars_stand_on_its_label_and_never_on_anothers(root: Path) -> None:
    small_project.change(root, "content/products/kho-ca.md", "code:", "gtin: 8938500000010\ncode:")
    label = ("kho-ca", "--stock", "a6", "--count", "1")

    assert ask(root, *label, "--pack", "8938500000010").return_value == 0
    assert ask(root, *label, "--pack", "500 g").return_value == 0
    for folder, barred in (("label-a6-250-g", True), ("label-a6-500-g", False)):
        proof = (root / "output/labels/kho-ca" / folder / "proof.json").read_text("utf-8")
        assert ('"digits": "8938500000010"' in proof) is barred


@pytest.mark.parametrize("asked", ["1 kg", "", "8938500000027"])
def test_a_pack_that_there_is_not_is_refused_with_those_there_are(root: Path, asked: str) -> None:
    result = ask(root, *STAMP, "--pack", asked)

    assert result.exception.exit_code == 2  # type: ignore[union-attr]
    assert "“250 g”" in result.exception.format_message()  # type: ignore[union-attr]


def test_where_there_is_one_pack_it_may_be_named(root: Path) -> None:
    small_project.change(root, "content/products/mam-ca.md", "sample: true\n", "")

    assert ask(root, "mam-ca", *STAMP[1:], "--pack", "500 g").return_value == 0
    assert (root / "output/labels/mam-ca/stamp-a4-70x37/labels.pdf").is_file()


def test_what_names_no_pack_needs_none(root: Path) -> None:
    for asked in (("--design", "code"), ("--design", "code", "--stock", "L7651"), ("--check",)):
        assert ask(root, "kho-ca", *asked).return_value == 0


@pytest.mark.parametrize("stock", ["a4-a6", "a4-a7", "a5", "a6", "a7", "nhiet-100x70"])
@pytest.mark.parametrize("count", [2, 4])
def test_a_shelf_card_shows_every_packs_price(stock: str, count: int) -> None:
    packs = tuple(Pack(net=f"{n}50 g", price=n * 45_000) for n in range(1, count + 1))
    pdf, _ = printed(*(each := full(packs=packs), run_of(each, stock, "shelf-card", count=1)))
    text = text_of(pdf)

    for n in range(1, count + 1):
        assert f"{n * 45_000:,}".replace(",", ".") in text
        assert f"/ {n}50 g" in text


def test_a_shelf_card_for_one_pack_shows_its_price_alone(root: Path) -> None:
    ask(root, "kho-ca", "--design", "shelf-card", "--count", "1", "--pack", "500 g")
    text = printed_text(root, "shelf-card-a4-a7-500-g")

    assert "90.000" in text
    assert "50.000" not in text


def test_a_shelf_card_without_a_price_is_told(root: Path) -> None:
    small_project.change(root, "content/products/kho-ca.md", "500 g, price: 90000", "500 g")
    result = ask(root, "kho-ca", "--design", "shelf-card", "--count", "1")

    assert result.return_value == 0
    assert "warning[card-price-missing]: Thẻ quầy không có giá của gói 500 g" in result.output


def test_values_of_a_whole_product_have_no_quantity() -> None:
    found = full(packs=({"net": "1 kg"}, {"net": "2 kg"}))

    assert wording.label(found, run_of(found, "a6", "label"), words())["net"] == {
        "label": words()["label.net_mass"],
        "value": None,
        "english": None,
    }


@pytest.mark.parametrize("asked", ["0,5 kg", "0,5kg", "0.5kg", "0.5 KG", "0,5\u00a0kg"])
@pytest.mark.parametrize("written", ["0.5 kg", '"0,5 kg"', "0.5kg"])
def test_a_quantity_is_understood_with_either_decimal_sign(
    root: Path, asked: str, written: str
) -> None:
    small_project.change(root, "content/products/kho-ca.md", "net: 500 g", f"net: {written}")

    assert ask(root, "kho-ca", "--check", "--pack", asked).exception is None


def test_a_pack_that_there_is_not_is_answered_with_the_nearest(root: Path) -> None:
    result = ask(root, *STAMP, "--pack", "550 g")

    assert "Có phải “500 g”?" in result.exception.format_message()  # type: ignore[union-attr]


TRANSLATED = {
    "packs": ({"net": "1 hộp 300 g", "price": 50000}, {"net": "1 kg", "price": 90000}),
    "translations": {
        "en": Translation(source="", name="Dried fish", pack_nets=("a box of 300 g", "1 kg"))
    },
}


@pytest.mark.parametrize("languages", [("vi",), ("vi", "en")])
def test_what_a_pack_holds_stands_in_english_where_english_is_asked_for(
    languages: tuple[str, ...],
) -> None:
    """Beneath the Vietnamese, and only where it is another; a pack is chosen by the original."""
    found = full(**TRANSLATED)
    asked = {"pack": found.products[0].packs[0], "languages": languages, "count": 1}
    label, _ = printed(found, run_of(found, "a4-99x68", "label", **asked))
    card, _ = printed(found, run_of(found, "a4-99x68", "shelf-card", **{**asked, "pack": None}))
    english = "en" in languages

    assert "Khối lượng tịnh: 1 hộp 300 g" in text_of(label)
    assert ("Quantity: a box of 300 g" in text_of(label)) is english
    assert ("a box of 300 g" in text_of(card)) is english
    assert text_of(card).count("1 kg") == 1
