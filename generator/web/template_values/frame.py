"""What layout.html gets, and what every template does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypedDict

from markupsafe import Markup

from generator.catalogue.languages import Language
from generator.web.template_values.common import JsonLd, NamedLink, StoryValues


class CodeOutline(TypedDict):
    """A QR code to be drawn inline."""

    box: Annotated[str, "the view box, in modules, with the quiet zone"]
    path: Annotated[str, "the dark modules as a path, to be stroked and not filled"]


class GlobalNames(TypedDict):
    """Names in every template, also in those that are imported for their macros."""

    colour: Annotated[
        Callable[[str], str],
        "`colour(name)`: a colour of `[colours]`, as screens show it by day",
    ]


class TemplateNames(TypedDict):
    """Names in every template; a macro gets those that it is handed."""

    language: Annotated[Language, "`vi` or `en`"]
    page: Annotated[object, "the page's own values, below"]
    t: Annotated[
        Callable[..., str], "`t(key, **values)`: a string of `strings/<language>.toml`, filled in"
    ]
    count: Annotated[Callable[[str, int], str], "`count(key, n)`: the same with a number"]
    story: Annotated[Callable[[StoryValues], Markup], "`story(text)`: a story's safe HTML"]
    code: Annotated[Callable[[str], CodeOutline], "`code(address)`: a QR code's `box` and `path`"]
    styles: Annotated[
        Callable[..., Markup], '`styles(page.root, place="inline")`: the style sheets of a place'
    ]
    scanned: Annotated[
        Callable[..., Markup],
        "`{% call scanned() %}…{% endcall %}`: what only those need who come by a code; a page "
        "leaves it out where it is browsed",
    ]
    indexed: Annotated[
        Callable[..., Markup],
        "the same for what only search engines need; a page leaves it out at `Q/<CODE>/`, for "
        "its `canonical` leads them to where it has it",
    ]
    policy: Annotated[
        Markup,
        "the page's Content-Security-Policy, for a `<meta http-equiv>` right after the charset; it "
        "allows the `<script>`s of the page's own templates as they stand there, so write no value "
        "into one",
    ]


class AlternateValues(TypedDict):
    """A translation of the page."""

    language: Annotated[str, "`vi`, `en` or `x-default`"]
    url: Annotated[str, "absolute address"]


class SwitchValues(TypedDict):
    """The way to the same page in the other language."""

    language: Annotated[Language, "the other language"]
    href: Annotated[str, "link to the page in it"]


class TitledLink(TypedDict):
    """An entry of header or footer."""

    title: Annotated[str, "title of the page"]
    href: Annotated[str, "link to the page"]


class MenuEntry(TitledLink):
    """An entry of the menu."""

    current: Annotated[bool, "whether this is the page"]


class OfficeValues(TypedDict):
    """The programme office."""

    name: Annotated[str, "name"]
    address: Annotated[str | None, "address"]
    phone: Annotated[str | None, "telephone number as written"]
    dial: Annotated[str | None, "the same without spaces"]
    email: Annotated[str | None, "e-mail address"]
    mail: Annotated[str | None, "the same as a link: mailto:…"]


class SiteValues(TypedDict):
    """What header and footer say."""

    name: Annotated[str, "the site's name"]
    tagline: Annotated[str | None, "its motto"]
    description: Annotated[str | None, "one or two sentences"]
    area: Annotated[str | None, "the commune or province it is about"]
    home: Annotated[str | None, "link to the home page"]
    catalogue: Annotated[str | None, "link to the catalogue"]
    mine: Annotated[str | None, "link to the visitor's own list"]
    office: Annotated[OfficeValues | None, "the programme office"]
    lists: Annotated[list[TitledLink], "links to lists, for the footer"]
    open_data: Annotated[str, "link to catalogue.json"]


class FrameValues(TypedDict):
    """Around every page but redirects; each template below gets these values as well."""

    kind: Annotated[
        str,
        "home, product, producer, village, commune, group, star, fair, recall, mine, compare, "
        "offline, page or "
        "lost",
    ]
    title: Annotated[str, "title of the page"]
    full_title: Annotated[str, "the same with the site's name"]
    description: Annotated[str | None, "one or two sentences"]
    canonical: Annotated[str | None, "absolute address; none for the page for lost addresses"]
    image: Annotated[str, "absolute address of the share card"]
    alternates: Annotated[
        list[AlternateValues],
        "every translation, with `x-default`; empty where there is one language",
    ]
    switch: Annotated[SwitchValues | None, "the other language"]
    own_words: Annotated[
        Language | None,
        "language of what editors write once for all languages (credits, sellers, booths), "
        "where it isn't the page's",
    ]
    root: Annotated[str, "the way to the site's root, with a closing slash"]
    feed: Annotated[str, "link to the Atom feed"]
    manifest: Annotated[str, "link to what makes the site an app of its own"]
    lost: Annotated[bool, "whether this is the page for lost addresses"]
    sample: Annotated[bool, "whether the content is invented for demonstration"]
    draft: Annotated[bool, "whether the file is in work; only a preview shows such a page"]
    lacks: Annotated[
        list[str], "what such a file has yet to tell, or tells wrongly: names of its keys"
    ]
    crumbs: Annotated[list[NamedLink], "the pages above"]
    menu: Annotated[list[MenuEntry], "the menu"]
    json_ld: Annotated[list[JsonLd], "structured data, one object a script element"]
    site: Annotated[SiteValues, "what header and footer say"]
