"""What Typst gives, its proof, brochures, cards, fonts, photos, templates: of the same, made once.

Hundreds of tests build the same small site, and most of what that costs are its pictures. A key
holds the bytes of all that goes in; what is fresh by the engine's account is no matter here, so
that a build from nothing still finds what the engine forgot. `anew` is for tests of whether the
same comes out twice, and for those that break a part of the program.

The processes of one run of tests share what they make: see `shared`.
"""

from __future__ import annotations

import copyreg
import functools
import hashlib
import marshal
import os
import pickle
import shutil
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import CodeType
from typing import ParamSpec, TypeVar

from generator.desk.photos import LARGEST_PHOTO
from generator.engine import Folders, Values
from generator.pictures import cards, fonts, photos, typst_compiler
from generator.plain_files import read_plain
from generator.press import brochures, proof
from generator.press.finishing import brochure_files, flavoured_photos, print_profile
from generator.press.preflight import WantedPrint
from generator.press.typesetter import Flavour
from generator.web import templates

copyreg.pickle(CodeType, lambda code: (marshal.loads, (marshal.dumps(code),)))  # type: ignore[arg-type, return-value]
P = ParamSpec("P")
T = TypeVar("T")
_THEMES = Path(__file__).resolve().parent.parent / "themes"
_KEPT = 400
"""So many results: some 50 MB in each process of tests."""
_SHARED = "OCOP_TESTS_SHARE"
"""The environment's name for the folder of what all processes of a run have made."""
_results: OrderedDict[str, object] = OrderedDict()
_off = False
_process = 0


@contextmanager
def shared() -> Iterator[None]:
    """The processes that are started meanwhile have what one of them has made."""
    folder = tempfile.mkdtemp(prefix="made-once-")
    os.environ[_SHARED] = folder
    try:
        yield
    finally:
        del os.environ[_SHARED]
        shutil.rmtree(folder, ignore_errors=True)


def install() -> None:
    """Remember results from now on, in this process and in its forks."""
    global _process  # the only one that writes: a test may count what its forks write
    _process = os.getpid()
    typst_compiler._compiled = _once(
        typst_compiler._compiled, lambda *given, **named: (given, named)
    )
    proof._prove = _once(proof._prove, lambda *given: given)
    templates._Loader._compiled = _once(  # type: ignore[method-assign]
        templates._Loader._compiled,
        lambda loader, _, *given: (sorted(loader._spoken), given),
    )
    fonts._subset = _once(fonts._subset, lambda *given: given)
    cards.make_card = _once(cards.make_card, _of_a_card)
    photos._renditions = _once(photos._renditions, _of_renditions)
    photos.inspect = _once(photos.inspect, _of_a_photo)
    flavoured_photos._cut = _once(flavoured_photos._cut, _of_cuts)
    brochures.make = _once(brochures.make, _of_a_brochure)
    brochure_files.preflight = _once(brochure_files.preflight, _of_a_preflight)
    brochure_files.legible = _once(brochure_files.legible, lambda *given: given)


@contextmanager
def anew() -> Iterator[None]:
    """All is made, whether it has been made before or not."""
    global _off  # a switch of this process
    _off = True
    try:
        yield
    finally:
        _off = False


def _of_a_card(values: Values, folders: Folders) -> object:
    photo = values["photo"]
    files = (folders.content / "media" / photo["file"]).read_bytes() if photo else b""
    return values, _templates_of(folders.theme), files


def _templates_of(folders: tuple[Path, ...]) -> object:
    """What Typst's templates and colours are made of, folder by folder."""
    return [_ours() if folder.parent == _THEMES else _read(folder) for folder in folders]


@functools.cache
def _ours() -> object:
    """Those of the program's own themes, which no test writes to, are read once."""
    read = [_read(folder) for folder in sorted(_THEMES.iterdir())]
    return hashlib.blake2b(_plain(read)).digest()


def _read(folder: Path) -> list[object]:
    files = [*(folder / "press").glob("*.typ"), folder / "theme.toml"]
    return [(file.name, file.read_bytes()) for file in sorted(files)]


def _of_a_photo(path: Path) -> object:
    return path.suffix, read_plain(path, LARGEST_PHOTO)


def _of_renditions(values: Values, folders: Folders) -> object:
    return values, (folders.content / "media" / values["file"]).read_bytes()


def _of_cuts(
    photo: Values, content: Path, flavours: Sequence[Flavour], profile: bytes, dpi: int
) -> object:
    file = (content / "media" / photo["file"]).read_bytes()
    return photo, flavours, profile, dpi, file


def _of_a_brochure(values: Values, folders: Folders) -> object:
    media = folders.content / "media"
    files = [(media / each["file"]).read_bytes() for each in values["photos"]]
    profile = print_profile.of_file(folders.content, values["profile"]).content
    return values, _templates_of(folders.theme), profile, files


def _of_a_preflight(pdf: bytes, wanted: WantedPrint) -> object:
    in_any_order = replace(wanted, codes=frozenset(), may=frozenset())
    return pdf, in_any_order, sorted(wanted.codes), sorted(wanted.may)


def _once(make: Callable[P, T], of: Callable[P, object]) -> Callable[P, T]:
    """Give what was made of the same before; `of` says what it is made of."""

    @functools.wraps(make)
    def remembered(*given: P.args, **named: P.kwargs) -> T:
        if _off:
            return make(*given, **named)
        try:
            made_of = make.__qualname__.encode() + _plain(of(*given, **named))
        except OSError:  # a photo that is not there
            return make(*given, **named)
        key = hashlib.blake2b(made_of, digest_size=24).hexdigest()
        if key not in _results:
            _results[key] = _of_all(key, lambda: make(*given, **named))
            if len(_results) > _KEPT:
                _results.popitem(last=False)
        return _results[key]  # type: ignore[return-value]

    return remembered


def _of_all(key: str, make: Callable[[], T]) -> T:
    """What another process has made under that key, or else what this one does."""
    if _SHARED not in os.environ:
        return make()
    file = Path(os.environ[_SHARED], key)
    if file.exists():
        return pickle.loads(file.read_bytes())  # type: ignore[no-any-return]  # noqa: S301
    made = make()
    if os.getpid() == _process:
        part = file.with_suffix(f".{_process}")
        part.write_bytes(pickle.dumps(made))
        part.replace(file)
    return made


def _plain(value: object) -> bytes:
    """All that there is to a value, in bytes."""
    match value:
        case dict():
            return _plain(sorted(value.items()))
        case tuple() | list():
            parts = [_plain(each) for each in value]
            return b"".join(b"%d:" % len(each) + each for each in parts)
        case bytes():
            return value
        case _:
            return repr(value).encode()
