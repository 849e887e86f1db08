"""What templates of print get is typed, and documented from the types."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, get_type_hints

import pikepdf
import pytest
from press_samples import THEME, catalogue, fair, photographed, planned, product
from typed_values import differences

from generator.press import artwork, brochures, labels
from generator.press.artwork import Scale
from generator.press.designs import DESIGNS
from generator.press.finishing import brochure_files, cover_wrap, imposition, press_pdf
from generator.press.formats import formats
from generator.press.label_values import SheetValues
from generator.press.run import Run
from generator.press.stocks import shipped
from generator.press.template_values import BrochureValues
from generator.press.templates_page import PART, TEMPLATES
from generator.theme import press_words, typst_templates

ROOT = Path(__file__).resolve().parent.parent
TYPES = {**{each.template: BrochureValues for each in formats(THEME).values()}, **TEMPLATES}
"""What each template gets: that of a format what that of the leaflet does."""
NAMES = sorted(TYPES)


def blank_pages(count: int = 4) -> bytes:
    """A PDF of so many pages, for what is done with it after it is typeset."""
    out = BytesIO()
    with pikepdf.new() as document:
        for _ in range(count):
            document.add_blank_page()
        document.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """Every set of values that each template is given."""
    found: dict[str, list[dict[str, Any]]] = {}
    content = tmp_path_factory.mktemp("content")
    blank = blank_pages()

    def noted(_: object, main: str, values: dict[str, Any], *__: object, **___: object) -> bytes:
        found.setdefault(main, []).append(values)
        return blank_pages(len(values["pages"])) if main == press_pdf.MARKS else blank

    with pytest.MonkeyPatch.context() as patch:
        for room in (artwork, brochures, cover_wrap, imposition, labels, press_pdf):
            patch.setattr(room, "typeset", noted)
        patch.setattr(artwork, "_proof", lambda *_: b"")
        patch.setattr(brochure_files, "preflight", lambda *_: None)
        patch.setattr(brochure_files, "as_json", lambda _: b"")
        whole = catalogue(product(1, gtin="8936012345674", sample=True), product(2))
        site = whole.site.model_copy(update={"brochures": tuple(formats(THEME))})
        fairs = (fair(hours="8:00", venue="Sân mẫu"),)
        whole = whole.model_copy(update={"site": site, "fairs": fairs})
        everything = planned(whole, "brochures", photographed(content, whole))
        for artifact in (*everything, *planned(whole)):
            if artifact.make is not labels.make_sheet:
                artifact.make(artifact.values, brochures.Folders(content, THEME))
        words, templates = press_words(THEME, "vi"), typst_templates(THEME)
        for design in DESIGNS:
            run = Run(whole.products[0], shipped()["a4-70x37"], on=date(2026, 11, 1), design=design)
            values = labels.drawn(labels.values_of(whole, run, words))
            labels.print_labels(templates, values, "press")
        of = imposition.Booklet("Sách", "2026-11-01", "a.md", (148, 210), words)
        imposition.booklet(blank, of, templates)
        said = {"name": "Khô", "source": "a.md", "site": "Trang", "day": "2026-11-01"}
        artwork.make(templates, words, said, "https://a.vn/q/7K3M1", "M", Scale())
        labels.outline(
            templates, words, shipped()["a4-70x37"], (0.5, 0), "Trang", date(2026, 11, 1)
        )
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_template_gets_the_values_of_its_type(
    given: dict[str, list[dict[str, Any]]], name: str
) -> None:
    assert given[name]
    for values in given[name]:
        assert differences(values, TYPES[name], name) == []


def test_every_template_that_is_given_values_is_in_the_table(
    given: dict[str, list[dict[str, Any]]],
) -> None:
    assert {*given} == {*TYPES}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_asks_for_no_value_that_it_does_not_get(name: str) -> None:
    text = (THEME[0] / "press" / name).read_text("utf-8")
    asked = {*re.findall(r"\bvalues\.(?!at\b)(\w+)", text)}

    assert asked
    assert asked <= {*get_type_hints(TYPES[name])}


@pytest.mark.parametrize("name", NAMES)
def test_every_document_bears_a_day_that_it_is_given(name: str) -> None:
    assert "day" in get_type_hints(TYPES[name])


def test_the_docs_are_written_from_the_types() -> None:
    page = (ROOT / "docs/themes.md").read_text("utf-8")

    assert PART.inserted(page) == page, "run: make docs"


def test_a_value_of_another_kind_would_be_seen() -> None:
    assert "x.dpi: '300'" in differences({"dpi": "300"}, SheetValues, "x")
    assert "x.odd" in differences({"odd": 1}, SheetValues, "x")
