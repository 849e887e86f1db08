"""What a book says beside its products: chapters, indexes in the order of names, how to apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.ordering import initial, name_key
from generator.catalogue.prose.blocks import Block
from generator.catalogue.prose.story import render
from generator.catalogue.saying import without_kind
from generator.press.template_values import (
    BrochureProduct,
    ChapterValues,
    IndexRow,
    IndexValues,
    StoryBlock,
    TextValues,
)
from generator.theme.signs import printed

HOW_TO_APPLY = "dang-ky-du-thi"
"""The content page that tells producers how to have a product assessed."""


def chapters(products: Sequence[BrochureProduct]) -> list[ChapterValues]:
    """A chapter for each product group and one for potential products, in their order."""
    found: list[ChapterValues] = []
    for place, each in enumerate(products):
        number = 0 if each["potential"] else each["group_number"]
        if not found or found[-1]["number"] != number:
            name, sector = ("", "") if each["potential"] else (each["group"], each["sector"])
            chapter = ChapterValues(number=number, name=name, sector=sector, first=place, count=0)
            found.append(chapter)
        found[-1]["count"] += 1
    return found


def indexes(products: Sequence[BrochureProduct]) -> list[IndexValues]:
    """Products by name, by who makes them, by commune and by code."""
    kinds = {
        "names": [each["name"] for each in products],
        "producers": [each["producer"] for each in products],
        "communes": [each["commune"] for each in products],
        "codes": [each["short_code"] or "" for each in products],
    }
    return [
        {"key": key, "rows": _rows(words, without_kind if key == "communes" else str)}
        for key, words in kinds.items()
        if any(words)
    ]


def styled(blocks: Iterable[Block], language: Language) -> list[StoryBlock]:
    """A text as styled paragraphs."""
    return [
        {
            "kind": block.kind,
            "runs": [[printed(run.text, language), run.bold, run.italic] for run in block.runs],
        }
        for block in blocks
    ]


def how_to_apply(catalogue: Catalogue, language: Language) -> TextValues | None:
    """The content page about it, where somebody has written one in that language."""
    for page in catalogue.pages:
        own = language == catalogue.site.language or language in page.translations
        if page.slug == HOW_TO_APPLY and own:
            said = page.wording(language)
            blocks = styled(render(said.body, "pages").blocks, language)
            return {"title": said.title, "summary": said.summary, "blocks": blocks}
    return None


def _rows(words: Iterable[str], under: Callable[[str], str]) -> list[IndexRow]:
    """Lines in the order of what each stands `under`."""
    found: dict[str, list[int]] = {}
    for place, each in enumerate(words):
        if each:
            found.setdefault(each, []).append(place)
    return [
        {"initial": initial(under(each)), "words": each, "products": found[each]}
        for each in sorted(found, key=lambda each: (name_key(under(each)), name_key(each)))
    ]
