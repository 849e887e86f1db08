"""Names for new files: what a page's address can be, and what no other thing has or had."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from generator.addresses import handed_out, ledger
from generator.catalogue.folder_names import is_device
from generator.catalogue.folding import slugged
from generator.catalogue.model import Catalogue
from generator.catalogue.model.folders import Folder
from generator.catalogue.reading.files import TextFile
from generator.catalogue.reading.lot_table import FOLDER as LOTS
from generator.web.kinds import KINDS
from generator.web.paths import LANGUAGES, reserved

LONGEST = 60
"""Characters of a name that we make; a page's address is read out and typed."""


def slug_for(name: str, otherwise: str, taken: Collection[str]) -> str:
    """A slug from the name, with a number where another has it already.

    `otherwise` stands for a name without letters.
    """
    plain = slugged(name) or otherwise
    if len(plain) > LONGEST:
        plain = plain[:LONGEST].rpartition("-")[0] or plain[:LONGEST]
    return next(each for each in _tries(plain) if not is_device(each) and each not in taken)


def _tries(plain: str) -> Iterator[str]:
    yield plain
    yield from (f"{plain}-{number}" for number in count(2))


def is_slug(text: str) -> bool:
    """Whether a file of that name would have an address."""
    file = TextFile(Path(), "", text, None)
    return file.well_named and not file.reserved


def slugs_taken(content: Path, folder: Folder, catalogue: Catalogue) -> set[str]:
    """Every slug that a file has there, whatever its case, or that an old address needs."""
    taken = set(_stems(content / folder.name))
    if folder.kind == "product":
        taken.update(_stems(content / LOTS))
        taken.update(each.slug for each in catalogue.products)
        aliases = (alias for each in catalogue.products for alias in each.aliases)
        taken.update(alias.rstrip("/").rpartition("/")[2].casefold() for alias in aliases)
        for entries in (ledger.read(content).entries, handed_out.read(content).entries):
            taken.update(each.printing.product for each in entries)
    if folder.kind == "page":
        for language in LANGUAGES:
            taken.update(reserved(KINDS, language))
    return taken


def _stems(folder: Path) -> Iterator[str]:
    """What stands before the first dot of each name in the folder."""
    with suppress(OSError):
        for path in folder.iterdir():
            yield path.name.partition(".")[0].casefold()
