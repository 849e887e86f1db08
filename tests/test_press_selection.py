"""What a printed format shows of its subject, and why it leaves out the rest."""

from __future__ import annotations

from datetime import date

from press_samples import THEME, catalogue, fair, product

from generator.catalogue.model import Catalogue, Translation
from generator.catalogue.model.fairs import PRINT_FOLDERS
from generator.pictures.photos import PhotoFacts, Picture
from generator.press import left_out
from generator.press.formats import Format, formats
from generator.press.pieces import Piece, chosen_for
from generator.press.selection import Reason, Stand, Subject, select, subjects

LEAFLET = formats(THEME)["leaflet"]
ENGLISH = Translation(source="content/products/kho-ca-1.en.md", name="Fish", summary="Dried.")


def stand(found: Catalogue, *lapsed: str) -> Stand:
    photos = {
        photo.file: Picture(PhotoFacts(9, 9, ""), "00")
        for each in found.products
        for photo in each.photos
    }
    return Stand(photos, frozenset(lapsed))


def told(found: Catalogue, subject: Subject, *lapsed: str) -> tuple[list[str], dict[str, Reason]]:
    chosen = select(found, LEAFLET, subject, stand(found, *lapsed), "vi")
    shown = [each.product.slug for each in chosen.shown]
    return shown, {each.product.slug: each.reason for each in chosen.left_out}


def test_every_product_left_out_has_its_reason() -> None:
    found = catalogue(
        product(1, photos=()),
        product(2, code=None),
        product(3),
        *(product(number) for number in range(4, 28)),
    )
    shown, left_out = told(found, Subject(), "kho-ca-3")

    assert shown == ["kho-ca-1", *(f"kho-ca-{number}" for number in range(4, 27))]
    assert left_out == {
        "kho-ca-2": Reason.NO_CODE,
        "kho-ca-3": Reason.LAPSED,
        "kho-ca-27": Reason.OVER_THE_NUMBER,
    }


def test_what_is_printed_for_no_fair_has_folders_that_no_fair_may_take() -> None:
    subjects = Subject(), Subject(product=product()), Subject(products=(product(),))

    assert {each.folder.partition("/")[0] for each in subjects} == PRINT_FOLDERS


def test_a_fairs_own_list_gives_the_order_and_withdrawn_products_are_left_out() -> None:
    found = catalogue(product(1), product(2, status="withdrawn"), product(3))
    shown, left_out = told(found, Subject(fair=fair(products=("kho-ca-3", "kho-ca-2", "kho-ca-1"))))

    assert shown == ["kho-ca-3", "kho-ca-1"]
    assert left_out == {"kho-ca-2": Reason.WITHDRAWN}


def test_stars_that_lapse_before_the_fair_is_over_are_not_printed() -> None:
    found = catalogue(product(1))
    shown, left_out = told(found, Subject(fair=fair(starts_on="2031-01-01", ends_on="2031-01-02")))

    assert shown == []
    assert left_out == {"kho-ca-1": Reason.LAPSED}


def test_a_format_may_be_for_each_certified_product() -> None:
    found = catalogue(product(1), product(2, status="potential"), product(3))
    cards = Format.model_validate(LEAFLET.model_dump() | {"key": "card", "subjects": ("product",)})
    wanted = [*subjects(found, cards.subjects)]

    assert [each.folder for each in wanted] == ["products/kho-ca-1", "products/kho-ca-3"]
    for each in wanted:
        chosen = select(found, cards, each, stand(found), "vi")
        assert [shown.product for shown in chosen.shown] == [each.product]


def test_a_format_without_a_number_shows_all() -> None:
    found = catalogue(*(product(number) for number in range(1, 10)))
    whole = LEAFLET.model_copy(update={"most": None})

    assert len(select(found, whole, Subject(), stand(found), "vi").shown) == 9


def test_formats_that_leave_out_the_same_for_the_same_reason_are_told_of_at_once() -> None:
    found = catalogue(product(1, translations={"en": ENGLISH}), product(2))
    here = fair(products=("kho-ca-1", "kho-ca-2"))
    pieces = [
        Piece(formats(THEME)[key], Subject(fair=here), ("en",)) for key in ("leaflet", "cards")
    ]
    chosen = [(each, chosen_for(found, each, Stand({}))) for each in pieces]
    [said] = left_out.findings(found, chosen, date(2026, 12, 1))

    assert said.values["called_vi"] == "tờ bướm, thẻ quầy"
    assert "Khô cá số 2" in said.values["left_vi"]
