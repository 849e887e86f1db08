"""What a page's values may come from, as one hash, found out without gathering them.

A page shows its own subject in full, and of everything else no more than a face: what cards,
lists and menus have of it. So a page can only change when its subject's own files do, or when
the face of the catalogue does; the words of a story, a price or a lot concern no other page, but
for the lists of recalls, where every recalled lot is in full.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from pydantic import TypeAdapter

from generator.catalogue.fields import own_page_only
from generator.catalogue.model import (
    Catalogue,
    Model,
    Place,
)
from generator.catalogue.model.folders import FOLDERS
from generator.pictures.picture import Picture
from generator.web.downloads import Download


@dataclass(frozen=True, slots=True)
class Dependencies:
    """`face` is the hash of what any page may show, `of_recalls` of that and all recalled lots.

    `digests` are those of files, as `Reading` has them.
    """

    face: str
    of_recalls: str
    digests: Mapping[str, str]

    @classmethod
    def seen(
        cls,
        catalogue: Catalogue,
        photos: Mapping[str, Picture],
        digests: Mapping[str, str],
        downloads: tuple[Download, ...] = (),
    ) -> Self:
        """Look at the whole catalogue, once."""
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
        return cls(face.hexdigest(), recalls.hexdigest(), digests)

    def of(self, source: str) -> str:
        """What the page about the thing in that content file may come from."""
        stem = source.removesuffix(".md")
        own = (f"{stem}{suffix}" for suffix in (".md", ".en.md", ".vi.md"))
        lots = stem.replace("content/products/", "content/lots/")
        return "\n".join((self.face, *(self.digests.get(name, "") for name in (*own, lots))))


@cache
def _adapter(model: type[Model]) -> TypeAdapter[list[Any]]:
    return TypeAdapter(list[model])  # type: ignore[valid-type]  # made at run time
