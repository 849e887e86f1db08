"""Which keys there are, for a reader of YAML who is in doubt what is one.

The models say it, and are loaded at the first doubt: a command that only wants to know the site's
language has none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


@cache
def known_keys() -> frozenset[str]:
    """Every key that any file of content/ may have, at whatever depth."""
    return frozenset(key for model in _models() for key in model.model_fields)


@cache
def keys_beside(keys: frozenset[str]) -> frozenset[str]:
    """The keys that some mapping may have together with all of these."""
    fields = (frozenset(each.model_fields) for each in _models())
    return frozenset().union(*(each for each in fields if keys <= each))


@cache
def _models() -> frozenset[type[BaseModel]]:
    """The models of all files of content/ and of the mappings in them."""
    from generator.catalogue.model import Place, Site
    from generator.catalogue.model.folders import FOLDERS
    from generator.catalogue.model.publishing import PublishTarget
    from generator.catalogue.reading.declared import with_inner

    files: list[type[BaseModel]] = [Site, Place, PublishTarget]
    files += (each for row in FOLDERS for each in (row.model, row.words))
    return frozenset(inner for each in files for inner in with_inner(each))
