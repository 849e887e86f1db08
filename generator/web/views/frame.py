"""What every page has around its content: head, header, breadcrumbs and footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import quote

from generator import addresses
from generator.catalogue.model import (
    Office,
    Product,
)
from generator.catalogue.model.folders import BY_NAME, KEPT
from generator.catalogue.reading.key_words import called
from generator.pictures.picture import share_path
from generator.web.paths import RECALLS, Key
from generator.web.structured import breadcrumbs
from generator.web.template_values.common import JsonLd
from generator.web.template_values.frame import (
    AlternateValues,
    FrameValues,
    MenuEntry,
    OfficeValues,
    SiteValues,
    SwitchValues,
    TitledLink,
)
from generator.web.views.edition import NOT_FOUND, Edition


@dataclass(frozen=True, slots=True)
class Head:
    """A page's own part of its frame.

    `key` is what it is about, `origin` where it stands (a scan page stands elsewhere than the page
    about its product), `trail` the pages above it, `image` a file for previews of shared links,
    `part` the number of the page in a long list.
    """

    key: Key
    origin: str
    title: str
    description: str | None
    trail: tuple[Key, ...] = ()
    image: str | None = None
    sample: bool = False
    draft: bool = False
    part: int = 1


def frame(edition: Edition, head: Head, json_ld: Sequence[JsonLd] = ()) -> FrameValues:
    """The values that layout.html needs."""
    path = (edition.path(head.key) or "") if head.part == 1 else head.origin
    trail = [(title_of(edition, key), edition.path(key) or "") for key in head.trail]
    crumbs = [*trail, (head.title, path)] if trail else []
    extra = [breadcrumbs([(name, edition.url(at)) for name, at in crumbs])] if crumbs else []
    lost = head.origin == NOT_FOUND
    return {
        "kind": head.key[0],
        "title": head.title,
        "full_title": _title(edition, head),
        "description": head.description,
        "canonical": None if lost else edition.url(path),
        "image": edition.url(head.image or share_card(edition, None)),
        "alternates": [] if lost or head.part > 1 else _alternates(edition, head.key),
        "switch": None if lost else _switch(edition, head),
        "root": edition.root(head.origin),
        "feed": edition.rooted(head.origin, feed_path(edition)),
        "manifest": edition.rooted(head.origin, manifest_path(edition)),
        "lost": lost,
        "own_words": edition.own_words,
        "sample": head.sample,
        "draft": head.draft,
        "lacks": _lacks(edition, head.key) if head.draft else [],
        "crumbs": [{"name": name, "href": edition.link(head.origin, at)} for name, at in trail],
        "menu": _menu(edition, head),
        "json_ld": [*json_ld, *extra],
        "site": edition.once(("site", edition.root(head.origin)), lambda: _site(edition, head)),
    }


def _lacks(edition: Edition, key: Key) -> list[str]:
    """What the draft has yet to tell, in this language or at all."""
    folder = BY_NAME[KEPT[key[0]]]
    stem = f"content/{folder.name}/{key[1]}"
    files = {f"{stem}.md": folder.model, f"{stem}.{edition.language}.md": folder.words}
    names = (
        called(model, path, edition.language)
        for file, model in files.items()
        for path in edition.catalogue.lacking.get(file, ())
    )
    return [*dict.fromkeys(names)]


def _site(edition: Edition, head: Head) -> SiteValues:
    """What header and footer say, the same for all pages of one depth."""
    site = edition.site.wording(edition.language)
    return {
        "name": site.name,
        "tagline": site.tagline,
        "description": site.description,
        "area": site.area,
        "home": _way(edition, head, ("home", "")),
        "catalogue": _way(edition, head, ("product", "")),
        "mine": _way(edition, head, ("mine", "")),
        "office": office(edition.site.office),
        "lists": [
            {"title": title_of(edition, (kind, "")), "href": href}
            for kind in edition.kinds.footer
            if (href := _way(edition, head, (kind, "")))
        ],
        "open_data": edition.rooted(head.origin, "catalogue.json"),
    }


def _way(edition: Edition, head: Head, key: Key) -> str | None:
    path = edition.path(key)
    return None if path is None else edition.rooted(head.origin, path)


def _title(edition: Edition, head: Head) -> str:
    """The title with the site's name, told from those of the list's other parts."""
    name = edition.site.wording(edition.language).name
    if head.key[0] == "home":
        return name
    part = edition.words.say("list.part", title=head.title, n=head.part)
    return f"{part if head.part > 1 else head.title} · {name}"


def feed_path(edition: Edition) -> str:
    """The Atom feed of this language."""
    return (
        "feed.xml" if edition.language == edition.site.language else f"{edition.language}/feed.xml"
    )


def manifest_path(edition: Edition) -> str:
    """What makes the site an app of its own in this language."""
    return f"{addresses.home(edition.language)}manifest.json"


def recall_feed_path(edition: Edition) -> str:
    """The Atom feed of recalled lots: `thu-hoi.xml`, `en/recalls.xml`."""
    return f"{edition.paths.of(RECALLS)[edition.language].rstrip('/')}.xml"


def share_card(edition: Edition, product: Product | None) -> str:
    """The picture for shared links to a product; without a photo of its own, the site's."""
    slug = product.slug if product and edition.has_card(product) else None
    return share_path(slug, edition.language).removeprefix("site/")


def office(found: Office | None) -> OfficeValues | None:
    """The programme office, with the number as a telephone dials it."""
    if found is None:
        return None
    return {
        "name": found.name,
        "address": found.address,
        "phone": found.phone,
        "dial": dial(found.phone),
        "email": found.email,
        "mail": mailto(found.email) if found.email else None,
    }


def dial(phone: str | None) -> str | None:
    """A telephone number without the signs that people read: a plus sign and digits."""
    return re.sub(r"[^+0-9]", "", phone) if phone else None


def mailto(email: str) -> str:
    """The address of a letter to somebody. Source: RFC 6068."""
    return f"mailto:{quote(email, safe='@')}"


def title_of(edition: Edition, key: Key) -> str:
    """The title of the home page, or of a kind's list."""
    return edition.words.say(edition.kinds.titles[key[0]])


def _alternates(edition: Edition, key: Key) -> list[AlternateValues]:
    paths = edition.paths.of(key)
    if len(paths) < 2:
        return []
    own = paths.get(edition.site.language)
    pairs: list[tuple[str, str]] = [*paths.items()]
    if own is not None:
        pairs.append(("x-default", own))
    return [{"language": language, "url": edition.url(path)} for language, path in pairs]


def _switch(edition: Edition, head: Head) -> SwitchValues | None:
    for language, path in edition.paths.of(head.key).items():
        if language != edition.language:
            return {"language": language, "href": edition.link(head.origin, path)}
    return None


def _menu(edition: Edition, head: Head) -> list[MenuEntry]:
    entries = edition.once(
        ("menu", edition.root(head.origin)), lambda: [*_menu_entries(edition, head)]
    )
    return [{**entry, "current": key == head.key} for key, entry in entries]


def _menu_entries(edition: Edition, head: Head) -> Iterator[tuple[Key, TitledLink]]:
    for key, title in chain.from_iterable(part(edition) for part in edition.kinds.menu):
        path = edition.paths.of(key).get(edition.language)
        if path is not None:
            yield key, {"title": title, "href": edition.rooted(head.origin, path)}
