"""Parts of a large book as they were set, kept in the cache: what has not changed is not set anew.

A part is kept under a hash of all that it is made from: its values, the theme's templates and
colours, the shapes of its photos, the typesetter and its fonts. It has stand-ins for its photos and
no numbers of pages, so that it depends on no other part.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator import theme
from generator.engine import Values
from generator.engine.store import Store
from generator.pictures.typst_compiler import let_go
from generator.press.drawn_codes import Told, with_pictures
from generator.press.finishing.cut_photos import is_kept
from generator.press.finishing.light_book import numbered, stand_ins
from generator.press.typesetter import Flavour, typeset
from generator.theme.fonts import FOLDER

_VERSION = "set 1"
"""Goes up when the program would set the same values otherwise."""


def kept_part(
    part: Told,
    frame: Values,
    photos: Sequence[Values],
    flavour: Flavour,
    themes: theme.Folders,
    folder: Path,
) -> Store:
    """Where the part is kept; it is set now where it is not yet. Raises PressError.

    `frame` are the values of the whole book that tell how it is set, `photos` those of the part.
    """
    told = json.dumps([part, frame["template"], flavour, numbered(photos)], ensure_ascii=False)
    key = hashlib.blake2b(told.encode(), key=_around(themes), digest_size=16).hexdigest()
    found = Store(folder / key, _VERSION)
    if not is_kept(found):
        found.write(just_set(part, frame, photos, flavour, themes))
        let_go()
    return found


def just_set(
    part: Told,
    frame: Values,
    photos: Sequence[Values],
    flavour: Flavour,
    themes: theme.Folders,
) -> bytes:
    """The part's pages. Raises PressError."""
    values, codes = with_pictures(part, flavour)
    files = {**stand_ins(photos, flavour), **codes}
    template, source = str(frame["template"]), str(frame["source"])
    return typeset(_templates(themes), template, values, flavour, source, files, boxes=False)


@cache
def _templates(themes: theme.Folders) -> Mapping[str, bytes]:
    return theme.typst_templates(themes)


@cache
def _around(themes: theme.Folders) -> bytes:
    """A hash of what all parts are made from."""
    hashed = hashlib.blake2b(version("typst").encode(), digest_size=32)
    files = {file.name: file.read_bytes() for file in Path(FOLDER).iterdir() if file.is_file()}
    for name, content in sorted({**files, **_templates(themes)}.items()):
        hashed.update(hashlib.blake2b(name.encode() + b"\0" + content).digest())
    return hashed.digest()
