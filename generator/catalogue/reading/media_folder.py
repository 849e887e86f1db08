"""content/media, and what else content/ has beside its texts, as editors and disks name it.

What an editor writes is in NFC; a disk, or an archive made on a Mac, may have the same name in NFD.
Both are one picture: a name is looked up in NFC, and read under the name that the disk has.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeVar

from generator.catalogue.folding import bare
from generator.catalogue.model import Fair, FairWording, Photo, Producer, Product, Site
from generator.catalogue.model.folders import Thing
from generator.catalogue.problems.nearest import Nearest

W = TypeVar("W", bound=FairWording)
_PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".gif", ".bmp"}
)


def is_picture(name: str) -> bool:
    """Whether a file's name ends as one of a photo."""
    return PurePosixPath(name).suffix.lower() in _PICTURES


class MediaFolder:
    """The folder's pictures. It is listed only where a name is not on the disk as it is written."""

    def __init__(self, content: Path) -> None:
        self._media = content / "media"

    def on_disk(self, thing: Thing) -> Thing:
        """The thing, with its photos and logo under the names that they have there."""
        if isinstance(thing, Fair):
            words = {key: self._worded(said) for key, said in thing.translations.items()}
            return self._worded(thing).model_copy(update={"translations": words})
        if isinstance(thing, Producer | Product) and thing.logo and not thing.logo.isascii():
            thing = thing.model_copy(update={"logo": self.name_of(thing.logo)})
        if not isinstance(thing, Product) or all(each.file.isascii() for each in thing.photos):
            return thing
        photos = tuple(map(self._named, thing.photos))
        return thing.model_copy(update={"photos": photos})

    def site_on_disk(self, site: Site) -> Site:
        """The site, with the programme's mark and the profile under the names that they have."""
        known: dict[str, object] = {}
        if site.mark:
            known["mark"] = site.mark.model_copy(update={"file": self.name_of(site.mark.file)})
        if site.press and site.press.profile:
            profile = self._beside(site.press.profile)
            known["press"] = site.press.model_copy(update={"profile": profile})
        return site.model_copy(update=known)

    def _beside(self, file: str) -> str:
        """The name that a file in content/ itself has on the disk."""
        content = self._media.parent
        if file.isascii() or (content / file).exists():
            return file
        names = (each.name for each in content.iterdir())
        return next((name for name in names if _nfc(name) == _nfc(file)), file)

    def _worded(self, said: W) -> W:
        return said.model_copy(update={key: self._named(photo) for key, photo in said.pictures})

    def _named(self, photo: Photo) -> Photo:
        return photo.model_copy(update={"file": self.name_of(photo.file)})

    def name_of(self, file: str) -> str:
        """The name that a picture has on the disk; as it is written where there is none such."""
        if file.isascii() or self._is_there(file):
            return file
        return self._by_nfc.get(_nfc(file), file)

    def leaves(self, file: str) -> bool:
        """Whether a photo's name is a path out of the folder, by itself or by a symbolic link."""
        path = PurePosixPath(file)
        if path.is_absolute() or ".." in path.parts or re.search(r"[\\:\x00]", file):
            return True
        try:
            return not (self._media / file).resolve().is_relative_to(self._media.resolve())
        except (OSError, RuntimeError):
            return True

    def _is_there(self, file: str) -> bool:
        try:
            return (self._media / file).exists()
        except (OSError, ValueError):
            return False

    @cached_property
    def _by_nfc(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for folder, _, files in os.walk(self._media, followlinks=False):
            for file in sorted(files):
                name = (Path(folder) / file).relative_to(self._media).as_posix()
                found.setdefault(_nfc(name), name)
        return found


def _nfc(name: str) -> str:
    return unicodedata.normalize("NFC", str(PurePosixPath(name)))


class NearestPhoto:
    """Which photo was perhaps meant by a name that is none, in NFC.

    Nearest is one that differs only in capital letters, then one in another folder, then one with
    another ending, then one that differs in few letters, which is sought for the first few names
    alone. `known` are paths below content/media.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._names = sorted({_nfc(each) for each in known})
        self._in_letters = Nearest(self._names)

    def to(self, file: str) -> str:
        """The photo most like the one named, empty where none is near."""
        wanted = _nfc(file)
        for sameness, names in self._alike:
            if found := names.get(sameness(wanted)):
                return found
        return self._in_letters.to(wanted)

    @cached_property
    def _alike(self) -> Sequence[tuple[Callable[[str], str], Mapping[str, str]]]:
        """Names by what they have in common, the first of several."""
        return [
            (each, {each(name): name for name in reversed(self._names)})
            for each in (str.casefold, _bare, _stem, _plain_stem)
        ]


def _bare(name: str) -> str:
    return PurePosixPath(name).name.casefold()


def _stem(name: str) -> str:
    return PurePosixPath(name).stem.casefold()


def _plain_stem(name: str) -> str:
    """The stem as a machine may have rewritten it: without marks, with hyphens for spaces."""
    return bare(_stem(name)).replace(" ", "-")
