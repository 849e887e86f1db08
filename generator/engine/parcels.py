"""Artifacts made where nothing of this machine can be read: with all that they need sent along.

A parcel names its maker, its values, and each file that the maker reads by the hash of its bytes;
so a file travels once, however many artifacts are made of it. Where it is opened, the files stand
in a folder of their own for as long as the maker takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.engine.artifact import Artifact, Folders, InputError, Maker, Values
from generator.engine.fingerprint import digest

Contents = Callable[[str], bytes]
"""Gives the bytes that have that hash."""
_CONTENT = "content"


class OtherProgramError(Exception):
    """The parcel was packed by another version of the program, which could make other bytes."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a maker needs: `files` are (place, hash), places as `content/media/a.jpg`, `0/x.typ`.

    `maker` and `version_of` are named as `module:name`; the latter gives the program's version,
    which has to be `version` where the parcel is opened.
    """

    maker: str
    values: Values
    files: tuple[tuple[str, str], ...]
    themes: int
    version_of: str
    version: str

    @property
    def of_themes(self) -> Set[str]:
        """Hashes of the files that a theme has, which other parcels need too."""
        return {hash_ for place, hash_ in self.files if not place.startswith(f"{_CONTENT}/")}


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of a parcel: the files' bytes, or what the artifact's error says.

    `blamed` is the place of the file that is at fault, `rule` what is wrong with it.
    """

    contents: tuple[bytes, ...] = ()
    error: str = ""
    rule: str = ""
    blamed: str = ""
    finding: object | None = None


def packed(
    artifact: Artifact,
    folders: Folders,
    hash_of: Callable[[Path], str],
    program: tuple[str, str],
) -> tuple[Parcel, Mapping[str, Path]]:
    """The parcel of an artifact that reads nothing but its `files`, and these files by their hash.

    `program` is `version_of` and `version`. Raises OSError for a file that can't be read.
    """
    files = {place_of(file, folders): file for file in artifact.files}
    hashes = {place: hash_of(file) for place, file in files.items()}
    parcel = Parcel(
        _named(artifact.make), artifact.values, tuple(hashes.items()), len(folders.theme), *program
    )
    return parcel, {hashes[place]: file for place, file in files.items()}


def opened(parcel: Parcel, contents: Contents) -> Opened:
    """Make what the parcel is about; raises OtherProgramError, or what `contents` raises."""
    if _thing(parcel.version_of)() != parcel.version:
        raise OtherProgramError
    with TemporaryDirectory(prefix="parcel-") as folder:
        root = Path(folder)
        for place, hash_ in parcel.files:
            content = contents(hash_)
            if digest(content) != hash_:
                raise OSError(f"{place}: not the bytes that were sent")
            file = root / place
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        folders = Folders(
            root / _CONTENT, tuple(root / str(number) for number in range(parcel.themes))
        )
        try:
            return Opened(tuple(_thing(parcel.maker)(parcel.values, folders)))
        except InputError as error:
            said = f"{type(error).__name__}: {error}"
            return Opened(error=said, rule=error.rule, blamed=place_of(error.path, folders))
        except Exception as error:  # as at home: the others are made all the same
            said = f"{type(error).__name__}: {error}"
            return Opened(error=said, finding=getattr(error, "finding", None))


def place_of(file: Path, folders: Folders) -> str:
    """Where a file stands in a parcel. Raises ValueError for one of no folder of the build's.

    A folder may be named in several ways: as it was asked for, by links, whole.
    """
    roots = {_CONTENT: folders.content, **{str(n): each for n, each in enumerate(folders.theme)}}
    wanted = {each.resolve(): name for name, each in roots.items()}
    for above in file.absolute().parents:
        if name := wanted.get(above.resolve()):
            return f"{name}/{file.absolute().relative_to(above).as_posix()}"
    raise ValueError(f"{file}: in no folder that a parcel has")


def home_of(place: str, folders: Folders) -> Path:
    """The file that stands at that place of a parcel."""
    name, _, rest = place.partition("/")
    return (folders.content if name == _CONTENT else folders.theme[int(name)]) / rest


def _named(maker: Maker) -> str:
    return f"{maker.__module__}:{maker.__qualname__}"


def _thing(name: str) -> Callable[..., Any]:
    module, _, attribute = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), attribute)
    return found
