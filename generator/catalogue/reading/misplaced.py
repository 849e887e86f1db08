"""A content file in the wrong folder, told by its keys, which are those of another folder."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from generator.catalogue.fields import keys_of
from generator.catalogue.model.folders import BY_NAME, FOLDERS


def rightful_folder(keys: Iterable[str], folder: str) -> str:
    """The folder whose files have such keys; empty where the file may well belong to `folder`.

    The other folder must know every key and miss none, for an unfinished file or a mistyped key is
    no sign; and `folder` must know one key less and miss another, or know two less.
    """
    found = frozenset(keys)
    known, needed = _keys(folder)
    foreign, missing = len(found - known), len(needed - found)
    if not foreign or foreign + missing < 2:
        return ""
    others = (each.name for each in FOLDERS if each.name != folder)
    return next((each for each in others if _keys(each)[1] <= found <= _keys(each)[0]), "")


@cache
def _keys(folder: str) -> tuple[frozenset[str], frozenset[str]]:
    """The keys that a file of the folder may have, and those that it must have."""
    model = BY_NAME[folder].model
    known = keys_of(model)
    fields = model.model_fields
    return frozenset(known), frozenset(key for key in known if fields[key].is_required())
