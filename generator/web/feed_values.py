"""What an Atom feed is written from."""

from __future__ import annotations

from typing import TypedDict

from generator.catalogue.languages import Language


class FeedEntry(TypedDict):
    """One entry: `id` is the page it is about, `updated` a time."""

    title: str
    id: str
    updated: str
    summary: str | None
    author: str


class FeedValues(TypedDict):
    """A feed: `id` is the page that shows the same, `self` the feed's own address."""

    language: Language
    title: str
    id: str
    self: str
    updated: str
    entries: list[FeedEntry]
