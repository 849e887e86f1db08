"""Values that several templates get: pictures, cards, links, stories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypedDict

JsonLd = dict[str, object]
"""Structured data (schema.org), an object of JSON."""


class PictureValues(TypedDict):
    """A photo in the sizes that it is published in."""

    alt: Annotated[str, "what it shows"]
    credit: Annotated[str | None, "who took it"]
    srcset: Annotated[str, "the AVIF files with their widths"]
    jpeg_srcset: Annotated[str, "the JPEG files with theirs, for browsers that can't show AVIF"]
    jpeg: Annotated[str, "link to the widest JPEG"]
    jpeg_path: Annotated[str, "the same file from the site's root"]
    width: Annotated[int, "in pixels"]
    height: Annotated[int, "in pixels"]
    placeholder: Annotated[str, "a blurred version as a data URI"]
    focus: Annotated[str, "where its subject is: “x% y%”"]


# `from` is a word of Python, so that no class body can name it.
CardDays = TypedDict(
    "CardDays",
    {
        "from": Annotated[str | None, "first day of the certificate, ISO; none unless certified"],
        "until": Annotated[str | None, "last day of the certificate, ISO; none unless certified"],
    },
)


class CardValues(CardDays):
    """What lists show of a product."""

    name: Annotated[str, "name"]
    keep: Annotated[str, "what a visitor's list keeps of it: the code on packs, else its slug"]
    summary: Annotated[str | None, "one or two sentences"]
    href: Annotated[str | None, "link to its page"]
    picture: Annotated[PictureValues | None, "its first photo"]
    producer: Annotated[str, "the producer's name"]
    commune: Annotated[str | None, "where it is made"]
    price: Annotated[str | None, "the price, “từ …” where several packs are sold"]
    net: Annotated[str | None, "what the pack holds, where there is one"]
    stars: Annotated[int | None, "number of stars; none unless certified"]
    potential: Annotated[bool, "whether it is a potential product"]
    sample: Annotated[bool, "whether it is invented for demonstration"]


class LinkWords(TypedDict):
    """What a link to a list says, wherever it stands."""

    title: Annotated[str, "title of the page"]
    note: Annotated[str, "a remark, mostly how many products there are; may be empty"]
    names: Annotated[list[str], "names of a few of its products"]


class LinkValues(LinkWords):
    """A link to a page that gathers products."""

    href: Annotated[str | None, "link to the page"]
    picture: Annotated[PictureValues | None, "a photo; on pages of `index.html` alone"]


class DownloadValues(TypedDict):
    """A file to take along."""

    name: Annotated[str, "what it is, and in which language where that is another one"]
    href: Annotated[str, "link to the PDF"]


class NamedLink(TypedDict):
    """A name that leads to its page, where there is one."""

    name: Annotated[str, "name"]
    href: Annotated[str | None, "link to its page"]


class StoryValues(TypedDict):
    """A text of content/, for `story()`."""

    markdown: Annotated[str, "the text"]
    folder: Annotated[str, "the folder of content/ that it comes from"]
    links: Annotated[Mapping[str, str], "links to pages by what the text calls them"]


class PagerValues(TypedDict):
    """Which part of a long list a page is."""

    number: Annotated[int, "number of the part, from 1"]
    count: Annotated[int, "how many parts there are"]
    previous: Annotated[str | None, "link to the part before"]
    next: Annotated[str | None, "link to the part after"]
