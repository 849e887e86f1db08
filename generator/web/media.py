"""The pictures and fonts that pages refer to, as artifacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator import theme
from generator.catalogue import saying
from generator.catalogue.model import Product
from generator.catalogue.model.provenance import origin_of
from generator.engine.artifact import Artifact
from generator.pictures import cards, fonts, photos
from generator.pictures.picture import Picture
from generator.theme.fonts import PAGE_WEIGHTS
from generator.theme.signs import printed
from generator.web.paths import written
from generator.web.views.edition import Edition


def media(
    editions: Iterable[Edition],
    pictures: Mapping[str, Picture],
    content: Path,
    folders: theme.Folders,
) -> Iterator[Artifact]:
    """Renditions of every photo, share cards in every language, and the web fonts."""
    templates = theme.typst_template_files(folders)
    yield from _renditions(pictures, content)
    for edition in editions:
        yield _site_card(edition, content, templates)
        for product in edition.catalogue.products:
            if edition.has_card(product) and written(edition.catalogue, product, edition.language):
                yield _card(edition, product, content, templates)
    for weight in PAGE_WEIGHTS:
        yield fonts.plan(weight)


def _renditions(pictures: Mapping[str, Picture], content: Path) -> Iterator[Artifact]:
    """Renditions of each photo; one photo under two names that make one address has one set."""
    planned: dict[tuple[str, ...], Artifact] = {}
    for file, picture in pictures.items():
        artifact = photos.plan(file, content, picture.facts, picture.digest)
        planned.setdefault(artifact.paths, artifact)
    yield from planned.values()


def _card(
    edition: Edition, product: Product, content: Path, templates: tuple[Path, ...]
) -> Artifact:
    card = cards.Card(
        site=edition.site.wording(edition.language).name,
        name=product.wording(edition.language).name,
        producer=edition.catalogue.producers[product.producer].name_in(edition.language),
        place=saying.place_or_none(origin_of(edition.catalogue, product).commune, edition.language)
        or "",
        stars=product.stars,
        sample=edition.words.say("sample.pill") if product.sample else None,
        until=_until(edition, product),
    )
    shown = next((photo for photo in product.photos if photo.file in edition.photos), None)
    return cards.plan(
        product.slug, edition.language, product.source, card, shown, content, templates
    )


def _until(edition: Edition, product: Product) -> str | None:
    held = product.certificate if product.stars else None
    until = saying.until(held) if held else None
    return edition.words.say("stars.until", until=until) if until else None


def _site_card(edition: Edition, content: Path, templates: tuple[Path, ...]) -> Artifact:
    site = edition.site.wording(edition.language)
    told = printed(site.tagline or "", edition.language) or site.name
    card = cards.Card(site=site.name, name=told, place=site.area or "")
    return cards.plan(None, edition.language, edition.site.source, card, None, content, templates)
