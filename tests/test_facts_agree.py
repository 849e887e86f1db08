"""What a page, a label, a leaflet, a passport and structured data say of a product agrees."""

from __future__ import annotations

import functools
import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from press_samples import THEME, text_of
from small_project import PLACES, built, change, project, write

from generator import theme
from generator.catalogue import saying
from generator.catalogue.judging.passport import passport
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.reading.reader import read
from generator.pictures.photos import PhotoFacts, Picture
from generator.press import labels, wording
from generator.press.brochure_values import values_of
from generator.press.formats import formats
from generator.press.pieces import Piece
from generator.press.run import Run
from generator.press.selection import Selection, Shown, Subject
from generator.press.stocks import shipped
from generator.theme import press_words, typst_templates
from generator.web.kinds import KINDS, TABLE
from generator.web.passport_files import passport_values
from generator.web.paths import paths_of
from generator.web.structured import product_data
from generator.web.views.card import card, lowest_price
from generator.web.views.edition import Edition
from generator.web.views.product import product_page

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 24)
LANGUAGES: tuple[Language, ...] = ("vi", "en")
FORMER = "- {slug: cu, kind: xã, name: Vĩnh Cũ, district: Tân Hưng, province: Long An, now: %s}\n"


@functools.cache
def sample() -> Catalogue:
    found = read(ROOT).catalogue
    assert found is not None
    return found


def elsewhere(root: Path, now: str | None = None) -> Path:
    """A project whose dried fish is made in another commune, or in an old unit of `now`."""
    project(root)
    change(root, "content/products/kho-ca.md", "certificate:", "made_in: noi-lam\ncertificate:")
    made_in = (
        (FORMER % now).replace("slug: cu", "slug: noi-lam")
        if now
        else ("- {slug: noi-lam, kind: xã, name: Nơi Làm Ra, province: Tây Ninh}\n")
    )
    write(root, "content/places.yaml", PLACES + made_in)
    change(root, "content/producers/co-so.md", "sample:", "address: Ấp Cây Me\nsample:")
    return root


def read_at(root: Path) -> Catalogue:
    found = read(root).catalogue
    assert found is not None
    return found


def edition(catalogue: Catalogue, language: Language) -> Edition:
    return Edition(
        catalogue, {}, paths_of(catalogue, KINDS), language, theme.words(THEME, language), TABLE
    )


def page(catalogue: Catalogue, product: Product, language: Language) -> dict[str, Any]:
    found = edition(catalogue, language)
    return product_page(found, product, found.path(("product", product.slug)) or "")


def label(catalogue: Catalogue, product: Product) -> dict[str, Any]:
    run = Run(product, shipped()["a4-64x72"], on=DAY, design="label")
    return wording.label(catalogue, run, theme.press_words(THEME, "vi"))


def inside(catalogue: Catalogue, product: Product) -> dict[str, Any]:
    """What a leaflet says of the product."""
    picture = Picture(PhotoFacts(9, 9, ""), "00")
    shown = Shown(product, ((product.photos[0], picture),), "https://x.vn/")
    leaflet = Piece(formats(THEME)["leaflet"], Subject(), ("vi",))
    words = {"vi": press_words(THEME, "vi")}
    values = values_of(catalogue, leaflet, Selection("vi", (shown,), ()), words)
    return dict(values["products"][0])


def plain(text: str) -> str:
    """With ordinary spaces and a small letter first, as within a sentence."""
    text = text.replace("\u00a0", " ")
    return text[:1].lower() + text[1:]


@pytest.mark.parametrize(
    ("slug", "language"),
    [
        (slug, language or "vi")
        for file in sorted((ROOT / "content/products").glob("*.md"))
        for slug, _, language in [file.stem.partition(".")]
    ],
)
def test_every_sample_product_has_one_maker_place_price_and_date(
    slug: str, language: Language
) -> None:
    agree(sample(), sample().by_slug[slug], language)


@pytest.mark.parametrize("now", [None, "tan-hung", "vinh-chau"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_product_made_elsewhere_than_its_producer_is_said_alike(
    tmp_path: Path, now: str | None, language: Language
) -> None:
    found = read_at(elsewhere(tmp_path, now))

    agree(found, found.by_slug["kho-ca"], language)


def agree(catalogue: Catalogue, product: Product, language: Language) -> None:
    """The facts of the page against those of each other carrier."""
    shown, printed = page(catalogue, product, language), label(catalogue, product)
    here = page(catalogue, product, "vi")
    folded = inside(catalogue, product)
    machine = passport_values(
        {"vi": edition(catalogue, "vi")}, {"language": "vi", "about": product.slug}
    )
    listed = card(edition(catalogue, "vi"), "", product)
    linked = product_data(edition(catalogue, language), product, [])
    items = {each.item.key: each.value for each in passport(catalogue, product).entries}
    maker, origin = maker_of(catalogue, product), origin_of(catalogue, product)
    service = product.group == TOURISM_GROUP

    business = linked["provider" if service else "manufacturer"]
    assert shown["producer"]["name"] == business["name"]
    assert here["producer"]["name"] == printed["producer"] == folded["producer"]
    assert here["producer"]["name"] == machine["producer"]["name"] == items["producer"]

    address = here["producer"]["address"]
    assert plain(address) == plain(printed["address"])
    assert address == machine["producer"]["address"] == items["address"]
    assert business["address"]["addressLocality"] == saying.place(maker.commune, "vi")
    assert business["address"].get("streetAddress") == maker.producer.address

    old = here["producer"]["former_address"]
    assert old == machine["producer"]["former_address"]
    assert (printed["former"] is not None) == (old is not None and not service)
    assert not printed["former"] or old in plain(printed["former"])

    commune = here["producer"]["origin"] or saying.place_in_full(maker.commune, "vi")
    assert commune == items["origin"] == plain(printed["commune"]) == plain(folded["place"])
    assert commune.startswith(listed["commune"])
    assert machine["origin"]["commune"] == listed["commune"]
    assert commune in plain(printed["address_and_origin"])
    assert saying.place_in_full(origin.commune, "vi") == commune
    if service:
        assert linked["address"]["addressLocality"] == listed["commune"]
    else:
        said = [each["value"] for each in linked.get("additionalProperty", [])]
        assert said == ([shown["producer"]["origin"]] if origin.elsewhere else [])
    assert printed["origin"] is None or (
        origin.elsewhere == (commune in plain(printed["origin"]["text"]))
    )

    prices = [each["price"] for each in here["packs"]]
    assert [each["value"] for each in printed["prices"]] == [each for each in prices if each]

    held = shown["certificate"]
    if held:
        assert held["until"] == machine["certificate"]["valid_until"] == listed["until"]
        assert held["until"] == linked["hasCertification"]["expires"]
        assert held["until_label"] in (items["certificates"] or "")
        assert (
            held["stars"] == machine["certificate"]["stars"] == folded["stars"] == listed["stars"]
        )
        assert held["stars"] == linked["hasCertification"]["certificationRating"]["ratingValue"]
    assert printed["stars"] in {None, product.stars}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_leaflet_calls_its_maker_s_address_no_place_of_making(language: Language) -> None:
    template = (ROOT / "themes/mua-nuoc-noi/press/leaflet-lead.typ").read_text("utf-8")
    words = press_words(THEME, language)
    (key,) = re.findall(r'say\.at\("([\w.]+)"\), lead\.address', template)

    assert words[key] == words["stated.address"]


def test_page_and_stamp_of_a_product_made_elsewhere_name_both_places(tmp_path: Path) -> None:
    root = elsewhere(tmp_path)
    assert built(root, only="site") == 0
    found = read_at(root)
    html = (root / "output" / "site" / "san-pham" / "kho-ca" / "index.html").read_text("utf-8")
    line = unescape(re.sub(r"<[^>]+>", " ", re.findall(r'<p class="by">.*?</p>', html)[0]))
    values = {}
    for design in ("stamp", "label", "shelf-card"):
        stock = shipped()["a4-a6" if design == "shelf-card" else "a4-99x68"]
        run = Run(found.by_slug["kho-ca"], stock, on=DAY, design=design)
        drawn = labels.drawn(labels.values_of(found, run, press_words(THEME, "vi")))
        values[design] = text_of(labels.print_labels(typst_templates(THEME), drawn, "press"))

    assert "Ấp Cây Me, xã Tân Hưng, tỉnh Tây Ninh" in " ".join(line.split())
    assert "Nơi làm ra: xã Nơi Làm Ra, tỉnh Tây Ninh" in " ".join(line.split())
    for design in ("stamp", "label"):
        text = " ".join(values[design].split())
        assert "Ấp Cây Me, xã Tân Hưng, tỉnh Tây Ninh" in text, design
    assert "(làm tại xã Nơi Làm Ra, tỉnh Tây Ninh)" in values["stamp"]
    assert "Xuất xứ: Xã Nơi Làm Ra, tỉnh Tây Ninh, Việt Nam" in values["label"]
    assert "Xã Nơi Làm Ra, tỉnh Tây Ninh" in values["shelf-card"]


def test_the_page_shows_the_street_address_that_the_passport_counts(tmp_path: Path) -> None:
    found = read_at(elsewhere(tmp_path))
    values = page(found, found.by_slug["kho-ca"], "vi")

    assert values["producer"]["address"].startswith("Ấp Cây Me, ")


def test_a_card_of_several_packs_names_the_lowest_price() -> None:
    packs = [{"net": "1 kg", "price": 300_000}, {"net": "500 g", "price": 160_000}, {"net": "hộp"}]
    several = next(each for each in sample().products if each.packs)
    found = Product.model_validate({**several.model_dump(), "packs": packs})

    assert lowest_price(found) == 160_000
    assert lowest_price(several.model_copy(update={"packs": ()})) is None


@pytest.mark.parametrize(
    ("nets", "told"),
    [
        (("a box", "a bag"), ["a box", "a bag"]),
        (("a box",), ["hộp", "túi"]),
        (("a box", "a bag", "a sack"), ["hộp", "túi"]),
        ((), ["hộp", "túi"]),
    ],
)
def test_words_of_packs_are_told_only_where_each_has_its_own(
    nets: tuple[str, ...], told: list[str]
) -> None:
    found = next(each for each in sample().products if each.translations.get("en"))
    english = {**found.translations["en"].model_dump(), "pack_nets": nets}
    packs = [{"net": "hộp"}, {"net": "túi"}]
    product = Product.model_validate(
        {**found.model_dump(), "packs": packs, "translations": {"en": english}}
    )

    assert [each.net for each in product.packs_in("en")] == told
    assert [each.net for each in product.packs_in("vi")] == ["hộp", "túi"]
