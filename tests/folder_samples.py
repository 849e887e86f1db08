"""A thing of each folder of content/, from the tables of folders and fields alone.

So the folder that someone adds is tried wherever tests go through all folders.
"""

from __future__ import annotations

from generator.catalogue.fields import keys_of, row_of
from generator.catalogue.model.folders import FOLDERS, PLACE, Folder

NAMES = tuple(folder.name for folder in FOLDERS)


def title_key(folder: Folder) -> str:
    """What a file says first: the one key that a translation has to repeat."""
    return keys_of(folder.words)[0]


def needed(folder: Folder, title: str) -> str:
    """The keys that a file can't do without, by the examples of their rows."""
    said = {}
    for key in keys_of(folder.model):
        row = row_of(folder.model, key)
        if row and folder.model.model_fields[key].is_required():
            said[key] = "tan-hung" if folder.references.get(key) == PLACE else row.example
    said[title_key(folder)] = title
    return "".join(f"{key}: {value}\n" for key, value in said.items())
