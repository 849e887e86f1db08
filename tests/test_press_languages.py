"""A printed format speaks one language throughout; a theme's strings are looked at by `check`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from press_samples import BASE, THEME, catalogue, fair, made_of, photographed, product, text_of
from small_project import built, change, ended, project, write

from generator.catalogue.languages import Language
from generator.catalogue.model import (
    Catalogue,
    FairWording,
    Pack,
    Producer,
    Site,
    SiteWording,
    Translation,
)
from generator.desk.content import load
from generator.desk.options import Order
from generator.pictures.picture import PhotoFacts, Picture
from generator.press import brochures
from generator.press.brochure_values import values_of
from generator.press.format_strings import IN_THE_SINGULAR, OWN, SHARED, asked
from generator.press.formats import formats
from generator.press.pieces import Piece, chosen_for, of_build
from generator.press.selection import Reason, Stand, Subject
from generator.theme import press_words, typst_templates

VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def translated(number: int) -> dict[str, object]:
    words = Translation(
        source=f"content/products/kho-ca-{number}.en.md",
        name=f"Dried fish no. {number}",
        summary="Fish of the fields, dried for two days.",
        story="Fish come as the water falls. They are cleaned and dried.",
        photo_alts=("Dried fish on a tray",),
    )
    return {"translations": {"en": words}, "sample": True}


def bilingual(count: int = 2) -> Catalogue:
    """A catalogue of which the site, a fair, the maker and so many products have English words."""
    told = fair(
        name="Hội chợ Tân Hưng",
        hours="8 giờ tới 20 giờ",
        venue="Sân mẫu",
        booth="Gian 12",
        place="nay",
        translations={
            "en": FairWording(name="Sample Fair", hours="8 am to 8 pm", venue="Sample ground")
        },
    )
    found = catalogue(
        *(product(number, translated(number)) for number in range(1, count + 1)),
        product(count + 1),
    )
    maker: Producer = found.producers["co-so"]
    site = Site(
        name="Danh mục Tân Hưng",
        base_url=BASE,
        area="Đồng Tháp Mười",
        english=SiteWording(
            name="Tan Hung Catalogue", description="All we make.", area="The reeds"
        ),
    )
    update = {
        "site": site,
        "fairs": (told,),
        "producers": {"co-so": maker.model_copy(update={"names": {"en": "Sample workshop"}})},
        "places": {
            slug: place.model_copy(update={"name": "Vinh Loi", "province": "Tay Ninh"})
            for slug, place in found.places.items()
        },
    }
    return found.model_copy(update=update)


def leaflets(found: Catalogue, language: Language, content: Path) -> dict[str, bytes]:
    """The text of each leaflet of the office, by its folder."""
    stand = Stand(photographed(content, found))
    return {
        artifact.paths[0].split("/")[1]: made_of(artifact, "office", content)
        for artifact in brochures.plan(found, stand, THEME, language)
    }


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    files = leaflets(bilingual(), "en", tmp_path_factory.mktemp("content"))
    return {name: text_of(pdf) for name, pdf in files.items()}


@pytest.mark.parametrize("which", ["catalogue", "hoi-cho"])
def test_an_english_leaflet_has_no_vietnamese_word(english: dict[str, str], which: str) -> None:
    assert VIETNAMESE.findall(english[which]) == []
    for said in ("What is an OCOP product?", "Sample workshop", "Vinh Loi commune", "OCOP 3 stars"):
        assert said in english[which]


def test_an_english_leaflet_says_the_fair_in_english(english: dict[str, str]) -> None:
    for said in ("Sample Fair", "18–22/12/2026", "8 am to 8 pm", "Sample ground, Vinh Loi commune"):
        assert said in english["hoi-cho"]
    assert re.search(r"Booth 12\b", english["hoi-cho"])
    assert "2 OCOP products" in english["hoi-cho"]


def test_one_product_is_said_in_the_singular(tmp_path: Path) -> None:
    text = text_of(leaflets(bilingual(1), "en", tmp_path)["catalogue"])

    assert "1 OCOP product " in text


def test_the_same_catalogue_in_vietnamese_is_vietnamese(tmp_path: Path) -> None:
    text = text_of(leaflets(bilingual(), "vi", tmp_path)["hoi-cho"])

    assert "Khô cá số 1" in text
    assert "OCOP 3 sao" in text
    assert "Dried" not in text


def test_a_pdf_says_its_language_to_readers_aloud(tmp_path: Path) -> None:
    for language in ("en", "vi"):
        pdf = leaflets(bilingual(), language, tmp_path)["catalogue"]
        with pikepdf.open(BytesIO(pdf)) as document:
            assert str(document.Root.Lang).startswith(language)


def test_a_product_without_words_in_that_language_is_left_out_with_its_reason() -> None:
    found = bilingual()
    stand = Stand({})
    [first, *_] = [chosen_for(found, each, stand) for each in of_build(found, THEME, "en")]

    assert first.left_out[-1].product.slug == "kho-ca-3"
    assert first.left_out[-1].reason is Reason.NO_TRANSLATION


def test_every_string_of_a_printed_format_is_in_both_languages() -> None:
    templates = typst_templates(THEME)
    tables = {language: press_words(THEME, language) for language in ("vi", "en")}
    for wanted in formats(THEME).values():
        keys = {*SHARED, *(f"print.{name}" for name in OWN), *asked(templates, wanted.template)}
        own = {key for key in tables["vi"] if key.startswith(f"{wanted.key}.")}

        assert asked(templates, wanted.template)
        for table in tables.values():
            assert keys | own <= {*table}
    ones = {key for key in tables["en"] if key.endswith(IN_THE_SINGULAR)}
    assert {*tables["en"]} - ones <= {*tables["vi"]}


class Asked(dict[str, str]):
    """Strings that note which of them are asked for."""

    def __init__(self, table: dict[str, str]) -> None:
        super().__init__(table)
        self.keys_asked = set[str]()

    def __getitem__(self, key: str) -> str:
        self.keys_asked.add(key)
        return super().__getitem__(key)


def all_asked(found: Catalogue) -> Iterator[str]:
    leaflet = formats(THEME)["leaflet"]
    photo = Picture(PhotoFacts(640, 480, ""), "00")
    stand = Stand({f"{number}.jpg": photo for number in range(9)})
    for piece in of_build(found, THEME, "vi"):
        words = Asked(dict(press_words(THEME, "vi")))
        of_leaflet = Piece(leaflet, piece.subject, ("vi",))
        values_of(found, of_leaflet, chosen_for(found, of_leaflet, stand), {"vi": words})
        yield from words.keys_asked


def test_check_looks_for_every_string_that_the_program_asks_for() -> None:
    sample = product(1, sample=True)
    assert sample.certificate
    held = sample.certificate.model_copy(update={"decision": "Số 1"})
    potential = product(2, status="potential")
    mixed = catalogue(sample.model_copy(update={"certificate": held}), potential)
    shown = fair(products=("kho-ca-1", "kho-ca-2"), hours="8:00", venue="Sân", booth="1")
    keys = {*all_asked(mixed.model_copy(update={"fairs": (shown,)}))}
    keys |= {*all_asked(catalogue(potential))}

    assert keys == {*SHARED, *(f"print.{name}" for name in OWN)} - {"print.title"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose theme has strings of its own for print."""
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "tagline:", "theme: rieng\ntagline:")
    return tmp_path


def told(root: Path) -> list[str]:
    return [each.line_in("en") for each in load(root).problems]


def own_template(root: Path, asks: str) -> None:
    text = (THEME[0] / "press/leaflet-outside.typ").read_text("utf-8")
    write(root, "themes/rieng/press/leaflet-outside.typ", text.replace("leaflet.what_title", asks))


def test_a_childs_string_takes_the_place_of_its_parents(root: Path) -> None:
    write(root, "themes/rieng/strings/press.vi.toml", '[print]\ncount = "Có {n} món"\n')

    assert told(root) == []
    assert built(root, "brochures") == 0
    found = text_of((root / "output/brochures/catalogue/leaflet.office.pdf").read_bytes())
    assert "Có 3 món" in found


def test_a_string_that_a_template_asks_for_and_no_theme_has_is_told_by_check(root: Path) -> None:
    own_template(root, "leaflet.greeting")
    [line] = told(root)

    assert "content/site.yaml:5:8: error[theme-string-missing]" in line
    assert "lacks the string leaflet.greeting in strings/press.vi.toml" in line
    assert ended(Order(root=root, output=root / "output", jobs=1)) == 1
    write(root, "themes/rieng/strings/press.vi.toml", '[leaflet]\ngreeting = "Chào"\n')
    assert told(root) == []
    assert built(root, "brochures") == 0


def test_a_template_that_is_imported_is_looked_at_too(root: Path) -> None:
    write(root, "themes/rieng/press/greeting.typ", '#let hi(say) = say.at("leaflet.hi")\n')
    text = (THEME[0] / "press/leaflet.typ").read_text("utf-8")
    write(root, "themes/rieng/press/leaflet.typ", f'#import "greeting.typ": hi\n{text}')

    assert len(told(root)) == 1
    assert "leaflet.hi" in told(root)[0]


def test_a_string_with_a_default_may_be_missing(root: Path) -> None:
    own_template(root, 'leaflet.greeting", default: "Chào')

    assert told(root) == []


@pytest.mark.parametrize("text", ["{m} món", "{n", "{} món", "{n.x} món"])
def test_a_place_that_nobody_fills_in_is_told_by_check_and_no_fault_of_the_program(
    root: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, "themes/rieng/strings/press.vi.toml", f'[print]\ncount = "{text}"\n')
    [line] = told(root)

    assert "error[theme-string-place]" in line
    assert f"can't fill in: “{text}”." in line
    assert built(root, "brochures") == 1
    assert "Không dùng được giao diện" in capsys.readouterr().err


@pytest.mark.parametrize("table", ["press.vi", "vi", "en"])
def test_strings_that_are_no_toml_are_told_by_check(
    root: Path, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(root, f"themes/rieng/strings/{table}.toml", "[print\n")
    [line] = told(root)

    assert "error[theme-unusable]" in line
    assert f"{table}.toml" in line
    assert built(root) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_an_english_site_has_its_leaflets_in_english(root: Path) -> None:
    site = "name: Trial\nbase_url: https://thu.example\nlanguage: en\ntheme: rieng\n"
    write(root, "content/site.yaml", site)
    (root / "content/products/kho-ca.en.md").unlink()
    assert built(root, "brochures") == 0
    found = text_of((root / "output/brochures/catalogue/leaflet.office.pdf").read_bytes())

    assert "What is an OCOP product?" in found
    assert "Sản phẩm OCOP là gì?" not in found


def test_a_selection_knows_its_language() -> None:
    found = [
        chosen_for(bilingual(), each, Stand({})) for each in of_build(bilingual(), THEME, "en")
    ]

    assert {each.language for each in found} == {"en"}


def test_packs_stand_in_the_language_of_the_piece() -> None:
    packs = (Pack(net="hộp 300 g", price=50000), Pack(net="gói 1 kg", price=90000))
    found = bilingual(1)
    words = (
        found.products[0].translations["en"].model_copy(update={"pack_nets": ("a box", "a bag")})
    )
    changed = {"packs": packs, "translations": {"en": words}}
    found = found.model_copy(update={"products": (found.products[0].model_copy(update=changed),)})
    for language, nets in (("vi", ["hộp 300 g", "gói 1 kg"]), ("en", ["a box", "a bag"])):
        piece = Piece(formats(THEME)["leaflet"], Subject(), (language,))
        chosen = chosen_for(found, piece, Stand({}))
        said = values_of(found, piece, chosen, {language: press_words(THEME, language)})
        [told] = said["products"]

        assert told["packs"] == nets
        assert [net for net, _ in told["prices"]] == nets
        assert [net for net, _ in told["offers"]] == nets
