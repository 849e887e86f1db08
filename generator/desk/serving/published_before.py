"""What broken files said when the site was last built: for a preview that begins among errors."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Set
from pathlib import Path

from generator.catalogue.model import Catalogue
from generator.catalogue.model.folders import FOLDERS, Folder, Thing
from generator.catalogue.reading.files import text_file
from generator.catalogue.reading.markdown_file import FileKind, read_files
from generator.desk.building.going_on import last_published
from generator.desk.building.last_published import LastPublished
from generator.desk.options import Order
from generator.engine import write

_CONTENT = "content/"


def as_published(order: Order, now: Catalogue, wrong: Set[str]) -> Catalogue:
    """The catalogue with the things of broken files as `ocop build` has last published them.

    Those of which nothing is known are left out; so are words in another language.
    """
    published = last_published(order)
    known = published.paths()
    names = sorted(each for each in wrong if each.removeprefix(_CONTENT) in known)
    with tempfile.TemporaryDirectory() as folder:
        found = [*_things(names, published, Path(folder), now)]
    parts = {
        folder.name: folder.gathered(
            [
                *(each for each in folder.things(now) if each.source not in wrong),
                *(thing for of, thing in found if of is folder),
            ]
        )
        for folder in FOLDERS
    }
    return now.with_parts(parts)


def _things(
    names: list[str], published: LastPublished, root: Path, now: Catalogue
) -> Iterator[tuple[Folder, Thing]]:
    for name in names:
        text = published.text(name.removeprefix(_CONTENT))
        file = text_file(root / "content", name)
        if text is None or file is None or file.language or not file.well_named:
            continue
        write(root / name, text)
        kind = FileKind(file.room, translated=False)
        (one,) = read_files(kind, root / "content", now.site.language, [file])
        if one.thing is not None:
            thing: Thing = one.thing
            yield kind.folder, thing
