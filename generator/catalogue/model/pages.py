"""Content pages, such as the site's own “about”."""

from __future__ import annotations

from pydantic import Field

from generator.catalogue.languages import Language
from generator.catalogue.model.types import Integer, Model, PageText, Slug


class PageWording(Model):
    """A content page's words in one language; `body` is Markdown."""

    title: PageText
    summary: PageText | None = None
    body: str = ""


class Page(PageWording):
    """A page of its own at `/<slug>/`; `menu` is its rank in the menu, None for none."""

    slug: Slug
    source: str
    menu: Integer | None = None
    draft: bool = False
    translations: dict[Language, PageWording] = Field(default_factory=dict)

    def wording(self, language: Language) -> PageWording:
        """The words in that language, else in the site's own."""
        return self.translations.get(language, self)
