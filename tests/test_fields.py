"""The field table: a row for every key, and what it says of where a field shows is true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from field_samples import (
    CHANGED,
    Outputs,
    changed,
    outputs,
    shows,
    told_to_engines,
)
from full_catalogue import PHOTOS, everything
from press_samples import THEME

from generator.catalogue.fields import (
    ROWS,
    Row,
    Written,
    own_page_only,
    row_of,
    rows_of,
)
from generator.catalogue.model import (
    Catalogue,
    Fair,
    Model,
    Page,
    Place,
    ProducerWording,
    Product,
    Site,
)
from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.model.lots import Event, Lot
from generator.catalogue.model.publishing import PublishTarget
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.declared import model_at
from generator.catalogue.reading.lot_files import read_lots
from generator.web.plan import plan
from generator.web.views import card as cards
from generator.web.views.edition import Edition

WRITTEN = [row for row in ROWS if row.written is not Written.NOT]
FILES = tuple(model for folder in FOLDERS for model in (folder.model, folder.words))
UNTRIED = {
    # What others call a thing by: another one makes another thing.
    *((model, "slug") for model in (Place, *(each.model for each in FOLDERS))),
    *((model, "lot") for model in (Lot, Event)),
    # A theme gives looks, and no other values.
    (Site, "theme"),
    # Tried as a producer's `bodies`.
    (ProducerWording, "body"),
    # Where the site goes is no matter of what is in it.
    *((PublishTarget, row.key) for row in rows_of(PublishTarget) if row.written is Written.AS_KEY),
}
OWN = [
    (folder.model, key)
    for folder in FOLDERS
    for key in own_page_only(folder.model)
    if key != "translations"
]


def within(model: type[Any]) -> Iterator[type[Any]]:
    """The model, and all that stand in its fields."""
    yield model
    for name in model.model_fields:
        inner = model_at(model, (name,)) or model_at(model, (name, 0))
        if inner:
            yield from within(inner)


MODELS = sorted(
    {inner for each in (*FILES, Site, Place, PublishTarget) for inner in within(each)}, key=str
)


def called(row: Row) -> str:
    return f"{row.model.__name__}.{row.key}"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return everything(tmp_path_factory.mktemp("fields"))


@pytest.fixture(scope="module")
def before(catalogue: Catalogue) -> Outputs:
    return outputs(catalogue)


def shown(found: Catalogue) -> dict[str, tuple[str | None, str, object]]:
    """What would be published, by path: what it may come from, its source and its values."""
    planned = plan(found, PHOTOS, Path("content"), THEME, {})
    return {
        each.paths[0]: (each.dependencies, each.source, each.values_from(planned.subject))
        for each in planned.artifacts
    }


def stale(found: Catalogue, model: type[Model], key: str) -> list[str]:
    """Pages of others that show the field and would not be made again when it changes."""
    other, own = changed(found, model, key)
    before, after = shown(found), shown(other)
    return [
        path
        for path, (dependencies, source, values) in after.items()
        if source != own and dependencies == before[path][0] and values != before[path][2]
    ]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_what_editors_write_has_a_row(model: type[Model]) -> None:
    assert [key for key in model.model_fields if not row_of(model, key)] == []


def test_every_row_has_a_field_and_no_field_two_rows() -> None:
    fields = {Event: {*Event.__slots__, "lot"}, Lot: {*Lot.__slots__}}
    own = [called(row) for row in ROWS]

    assert [
        called(row)
        for row in ROWS
        if row.key not in fields.get(row.model, getattr(row.model, "model_fields", ()))
    ] == []
    assert sorted(set(own)) == sorted(own)
    assert {row.key for row in rows_of(Lot)} == fields[Lot]
    assert {row.key for row in rows_of(Event)} == fields[Event]


def test_every_field_has_a_name_and_a_hint_in_both_languages() -> None:
    for row in WRITTEN:
        for language in ("vi", "en"):
            assert row.name(language), called(row)  # type: ignore[arg-type]
            assert row.hint(language).endswith("."), called(row)  # type: ignore[arg-type]
            assert row.meaning(language), called(row)  # type: ignore[arg-type]
        assert row.vi[1] != row.en[1], called(row)


def read_as_keys(text: str) -> Mapping[str, Any]:
    document = frontmatter.parse(text, 1)
    assert document.faults == ()
    assert isinstance(document.value, dict)
    return document.value


def test_every_example_is_one_that_the_field_accepts() -> None:
    """Beside those of the fields without which there is nothing."""
    for row in WRITTEN:
        if row.model in {Lot, Event}:
            continue
        fields = row.model.model_fields  # type: ignore[attr-defined]
        needed = {name for name, field in fields.items() if field.is_required()} | {row.key}
        rows = [found for name in needed if (found := row_of(row.model, name))]
        facts = {each.key: read_as_keys(f"x: {each.example or 'x'}")["x"] for each in rows}
        made = row.model.model_validate(facts)  # type: ignore[attr-defined]

        assert row.example, called(row)
        assert getattr(made, row.key), called(row)


def test_every_example_of_a_lot_can_stand_in_its_table(tmp_path: Path) -> None:
    tables = {"x.csv": rows_of(Lot), "x.events.csv": rows_of(Event)}
    (tmp_path / "lots").mkdir()
    for name, rows in tables.items():
        columns = [row for row in rows if row.written is Written.AS_KEY]
        lines = (",".join(row.key for row in columns), ",".join(row.example for row in columns))
        (tmp_path / "lots" / name).write_text("\n".join(lines), "utf-8")
    facts = {"slug": "x", "source": "x.md", "name": "X", "status": "certified", "group": 8}
    product = Product.model_validate(facts | {"producer": "x", "code": "7K3M1", "sample": True})
    found = read_lots(tmp_path, [product], {"x"})
    (lot,) = found.lots["x"]

    assert found.findings == ()
    assert lot.best_before
    assert lot.events[0].gln


def test_what_is_told_of_trying_fields_is_of_fields_that_editors_write() -> None:
    told = {(model, key) for model, fields in CHANGED.items() for key in fields}

    assert told | UNTRIED <= {(row.model, row.key) for row in WRITTEN}
    assert not told & UNTRIED


@pytest.mark.parametrize(
    "row",
    [row for row in WRITTEN if (row.model, row.key) not in UNTRIED],
    ids=called,
)
def test_a_field_shows_where_its_row_says(catalogue: Catalogue, before: Outputs, row: Row) -> None:
    assert shows(catalogue, before, row.model, row.key) == row.shows


@pytest.mark.parametrize("row", [row for row in ROWS if row.schema], ids=called)
def test_search_engines_are_told_a_field_under_the_term_of_its_row(
    catalogue: Catalogue, before: Outputs, row: Row
) -> None:
    told, other = told_to_engines(catalogue, before, row.model, row.key)

    assert row.schema in {term for term in told | other if told.get(term) != other.get(term)}


def test_what_only_the_own_page_shows_is_left_out_of_what_others_depend_on() -> None:
    words = {"craft": True, "summary": True, "body": True}

    assert own_page_only(Page) == {
        "summary": True,
        "body": True,
        "draft": True,
        "translations": {"__all__": {"summary": True, "body": True}},
    }
    assert {"position", "craft"} <= own_page_only(FOLDERS[0].model).keys()
    assert own_page_only(FOLDERS[0].model)["translations"] == {"__all__": words}
    assert "place" in own_page_only(Fair)
    assert "name" not in own_page_only(Fair)


@pytest.mark.parametrize(("model", "key"), OWN)
def test_no_page_of_another_shows_a_field_that_its_dependencies_leave_out(
    catalogue: Catalogue, model: type[Model], key: str
) -> None:
    assert stale(catalogue, model, key) == []


def test_a_card_with_a_way_of_use_would_be_found_stale(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = cards.card

    def told(edition: Edition, origin: str, product: Product) -> dict[str, object]:
        return {**plain(edition, origin, product), "price": product.directions}

    monkeypatch.setattr(cards, "card", told)

    assert stale(catalogue, Product, "directions")
