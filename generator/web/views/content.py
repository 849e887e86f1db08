"""Pages of content/pages, the page for lost addresses, and redirects from old ones."""

from __future__ import annotations

from generator.catalogue.model import Page
from generator.web.template_values.pages import ContentPage, NotFoundPage, RedirectPage
from generator.web.views.edition import NOT_FOUND, Edition
from generator.web.views.frame import Head, frame
from generator.web.views.lists import links


def content_page(edition: Edition, page: Page) -> ContentPage:
    """Values of page.html."""
    wording = page.wording(edition.language)
    head = Head(
        key=("page", page.slug),
        origin=edition.path(("page", page.slug)) or "",
        title=wording.title,
        description=wording.summary,
        trail=(("home", ""),),
        draft=page.draft,
    )
    return {
        **frame(edition, head),
        "summary": wording.summary,
        "story": edition.story(head.origin, wording.body, "pages"),
    }


def not_found_page(edition: Edition) -> NotFoundPage:
    """Values of not_found.html."""
    head = Head(
        key=("lost", ""),
        origin=NOT_FOUND,
        title=edition.words.say("lost.title"),
        description=None,
    )
    return {**frame(edition, head), "groups": links(edition, NOT_FOUND, "group")}


def root_page(edition: Edition) -> RedirectPage:
    """Values of redirect.html at the root of a site whose home page stands below it."""
    home = edition.path(("home", "")) or ""
    title = edition.site.wording(edition.language).name
    return {"title": title, "href": edition.link("", home), "canonical": edition.url(home)}


def redirect_page(edition: Edition, path: str, slug: str) -> RedirectPage:
    """Values of redirect.html, standing at an old address of the product."""
    target = edition.path(("product", slug)) or ""
    return {
        "title": edition.catalogue.by_slug[slug].name,
        "href": edition.link(path, target),
        "canonical": edition.url(target),
    }
