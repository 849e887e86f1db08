"""Products' stories, which stay in their files until one is asked for."""

from __future__ import annotations

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.reading.files import read_text
from generator.catalogue.reading.frontmatter import split


def story_of(catalogue: Catalogue, product: Product, language: Language) -> str:
    """The product's story in that language, else in the site's own: Markdown.

    Raises UnreadableError where its file has become unreadable since the catalogue was read.
    """
    wording, content = product.wording(language), catalogue.content
    if wording.story or content is None:
        return wording.story
    return split(read_text(content / wording.source.removeprefix("content/"), content))[1]
