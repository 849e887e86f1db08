"""What a page's values may come from, as one hash, found out without gathering them.

A page shows its own subject in full, and of everything else no more than a face: what lists and
menus have of it. So a page can only change when its subject's own files do, or when the face of
the catalogue does; the words of a story or a lot concern no other page, but for the lists of
recalls, where every recalled lot is in full. Cards have a little more, such as a price: that
concerns the pages that have the product's card.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Self

from pydantic import TypeAdapter

from generator.catalogue.fields import own_page_only, searched_only
from generator.catalogue.model import (
    Catalogue,
    Model,
    Place,
)
from generator.catalogue.model.folders import FOLDERS
from generator.pictures.picture import Picture
from generator.web.downloads import Download
from generator.web.paths import Key
from generator.web.views.edition import Grouping


@dataclass(frozen=True, slots=True)
class Dependencies:
    """`face` is the hash of what any page may show, `of_recalls` of that and all recalled lots.

    `digests` are those of files, as `Reading` has them. `of_search` is of the face and what else
    the search box finds products by. `cards` are hashes of what cards alone
    tell, by the page that has these cards; of all products' for a page that isn't named.
    """

    face: str
    of_recalls: str
    digests: Mapping[str, str]
    of_search: str
    cards: Mapping[Key, str]
    all_cards: str
    _of_files: dict[str, str] = field(default_factory=dict)

    @classmethod
    def seen(
        cls,
        catalogue: Catalogue,
        photos: Mapping[str, Picture],
        digests: Mapping[str, str],
        groupings: Mapping[str, Grouping],
        downloads: tuple[Download, ...] = (),
    ) -> Self:
        """Look at the whole catalogue, once; `groupings` by the kinds of their pages."""
        face = hashlib.blake2b(catalogue.site.model_dump_json().encode(), digest_size=16)
        face.update(_adapter(Place).dump_json([*catalogue.places.values()]))
        for folder in FOLDERS:
            own = own_page_only(folder.model)
            inward = {"__all__": own} if own else None
            face.update(
                _adapter(folder.model).dump_json([*folder.things(catalogue)], exclude=inward)
            )
        for file, picture in sorted(photos.items()):
            face.update(repr((file, picture)).encode())
        face.update(repr(downloads).encode())
        # Menus have the list of recalls where there are lots at all.
        face.update(repr(any(catalogue.lots.values())).encode())
        recalls = face.copy()
        for slug, lots in catalogue.lots.items():
            recalls.update(repr((slug, [lot for lot in lots if lot.recalled])).encode())
        search = face.copy()
        for folder in FOLDERS:
            inward = {"__all__": searched_only(folder.model)}
            things = [*folder.things(catalogue)]
            search.update(_adapter(folder.model).dump_json(things, include=inward))
        cards, all_cards = _cards(catalogue, groupings)
        return cls(
            face.hexdigest(), recalls.hexdigest(), digests, search.hexdigest(), cards, all_cards
        )

    def of_page(self, key: Key, source: str) -> str:
        """What the page about that, in that content file, may come from."""
        return f"{self.of(source)}\n{self.cards.get(key, self.all_cards)}"

    def of(self, source: str) -> str:
        """The same where it has no cards of other products."""
        lots = source.removesuffix(".md").replace("content/products/", "content/lots/")
        return "\n".join((self.face, self.of_files(source), self.digests.get(lots, "")))

    def of_files(self, source: str) -> str:
        """What is written in that content file and its translations."""
        found = self._of_files.get(source)
        if found is None:
            digest_of = self.digests.get
            stem = source.removesuffix(".md")
            own = (f"{stem}.md", f"{stem}.en.md", f"{stem}.vi.md")
            found = "\n".join((source, *(digest_of(name, "") for name in own)))
            self._of_files[source] = found  # a product is asked for five times
        return found


def _cards(
    catalogue: Catalogue, groupings: Mapping[str, Grouping]
) -> tuple[Mapping[Key, str], str]:
    """Hashes of what the cards of each group tell, and of all; a product's page has its maker's."""
    found: dict[Key, list[str]] = {}
    for product in catalogue.products:
        packs = [(each.net, each.price) for each in product.packs]
        nets = [(said, each.pack_nets) for said, each in product.translations.items()]
        told = repr((product.slug, packs, nets))
        for kind, grouping in groupings.items():
            slug = grouping.slug_of(catalogue, product)
            if slug:
                found.setdefault((kind, slug), []).append(told)
    hashes = {key: _hash(each) for key, each in found.items()}
    of_makers = {
        ("product", each.slug): hashes.get(("producer", each.producer), "")
        for each in catalogue.products
    }
    return {**hashes, **of_makers}, _hash(hashes.values())


def _hash(texts: Iterable[str]) -> str:
    return hashlib.blake2b("\n".join(texts).encode(), digest_size=16).hexdigest()


@cache
def _adapter(model: type[Model]) -> TypeAdapter[list[Any]]:
    return TypeAdapter(list[model])  # type: ignore[valid-type]  # made at run time
