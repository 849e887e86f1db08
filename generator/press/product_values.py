"""What a printed format says of one product, as JSON values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product, Wording
from generator.catalogue.model.provenance import maker_of, origin_of
from generator.catalogue.ocop.groups import GROUPS, TOURISM_GROUP
from generator.catalogue.prose.blocks import Block
from generator.catalogue.prose.story import render
from generator.catalogue.reading.stories import story_of
from generator.press import print_values as facts
from generator.press.book_values import styled
from generator.press.filling import Words, filled, in_each
from generator.press.pieces import Piece
from generator.press.selection import Shown, worded
from generator.press.slot_photos import alt_of
from generator.press.template_values import BrochureProduct, OtherWords
from generator.theme.signs import printed

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[“\"(]?[^\W\d_a-z])")
_MOST_SENTENCES = 6
_TOLD = ("ingredients", "allergens", "directions", "storage", "shelf_life", "warnings")


def product_values(
    catalogue: Catalogue, piece: Piece, shown: Shown, words: Mapping[Language, Words]
) -> BrochureProduct:
    """All that a template may say of a product, in the languages of the piece."""
    language = piece.languages[0]
    product, said, own = shown.product, shown.product.wording(language), words[language]
    maker = maker_of(catalogue, product)
    group = GROUPS.get(product.group)  # a draft that lacks one has none
    named_in = [words[each] for each in piece.languages]
    alts = [alt_of(product, photo, language) for photo, _ in shown.photos]
    told = story_of(catalogue, product, language) if piece.stories else ""
    story = render(told, "products").blocks if told else ()
    return {
        "source": product.source,
        "slug": product.slug,
        "short_code": product.code,
        "name": said.name,
        "stars": product.stars,
        "rank": rank(product, own),
        "potential": product.stars is None,
        "tourism": product.group == TOURISM_GROUP,
        "group": group.name(language) if group else "",
        "group_number": product.group,
        "sector": group.sector.name(language) if group else "",
        "producer": maker.producer.name_in(language),
        "phone": maker.producer.phone,
        "address": facts.kept_together(saying.maker_address(maker, language) or ""),
        "place": facts.commune(origin_of(catalogue, product).commune, language),
        "commune": facts.kept_together(
            saying.capitalised(
                saying.place_or_none(origin_of(catalogue, product).commune, language) or ""
            )
        ),
        "summary": said.summary,
        "story": sentences(story, language),
        "blocks": styled(story, language) if piece.format.stories else [],
        "prices": _prices(product, language) if piece.prices else [],
        "packs": [pack.net for pack in product.packs_in(language)],
        "offers": _offers(product, piece, language),
        "gtins": _gtins(product),
        "buy": [[each.name, each.phone or _address(each.url)] for each in product.buy],
        "certificate": [*_certificate(product, language, named_in)],
        "facts": [*_facts(product, said, own)],
        "sample": own["sample.pill"] if product.sample else None,
        "photo_alt": alts[0] if alts else said.name,
        "photo_alts": alts,
        "code": facts.code(shown.url) if shown.url else None,
        "code_alt": filled(own["code.alt"], name=said.name),
        "other": _other(catalogue, product, piece, words),
    }


def rank(product: Product, words: Words) -> str:
    """“OCOP 3 sao”, or that it is a potential product."""
    if product.stars is None:
        return words["stars.potential"]
    return filled(words["stars.rank"], n=product.stars)


def sentences(story: Iterable[Block], language: Language) -> list[str]:
    """The first sentences of a story, for as many as there is room."""
    opening = next((block.text for block in story if block.kind == "paragraph"), "")
    said = printed(opening, language)
    return [each for each in _SENTENCE_END.split(said)[:_MOST_SENTENCES] if each]


def _prices(product: Product, language: Language) -> list[list[str]]:
    packs = product.packs_in(language)
    return [[p.net, saying.dong(p.price, language)] for p in packs if p.price is not None]


def _offers(product: Product, piece: Piece, language: Language) -> list[list[str | None]]:
    return [
        [pack.net, saying.dong(pack.price, language) if piece.prices and pack.price else None]
        for pack in product.packs_in(language)
    ]


def _gtins(product: Product) -> list[str | None]:
    """The GTIN of every pack; the product's own is that of its only one."""
    alone = product.gtin if len(product.packs) == 1 else None
    return [pack.gtin or alone for pack in product.packs]


def _address(url: str | None) -> str:
    return (url or "").removeprefix("https://").removeprefix("http://").rstrip("/")


def _certificate(
    product: Product, language: Language, strings: Sequence[Words]
) -> Iterator[list[str]]:
    """Pairs of words: what the decision says, as far as it is told, named in each language."""
    held = product.certificate
    if held is None or product.stars is None:
        return
    rows = {
        "decision": held.decision,
        "decided_on": saying.period_or_none(held.decided_on, language),
        "issued_by": held.issued_by,
        "valid_until": saying.until(held),
    }
    for key, text in rows.items():
        if text:
            yield [in_each(strings, itemgetter(f"fact.{key}")), text]


def _facts(product: Product, said: Wording, words: Words) -> Iterator[list[str]]:
    """Pairs of words: ingredients, storage and so on, as far as they are told."""
    rows = {words[f"fact.{key}"]: getattr(said, key) for key in _TOLD}
    rows[words["fact.standards"]] = ", ".join(product.standards)
    yield from ([name, text] for name, text in rows.items() if text)


def _other(
    catalogue: Catalogue, product: Product, piece: Piece, words: Mapping[Language, Words]
) -> OtherWords | None:
    """Its words in the second language, where one is wanted and somebody has written them."""
    if len(piece.languages) == 1 or not worded(catalogue, product, piece.languages[1]):
        return None
    language = piece.languages[1]
    said = product.wording(language)
    return {"name": said.name, "summary": said.summary, "rank": rank(product, words[language])}
