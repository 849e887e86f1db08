"""A large book's files: its parts set, finished and measured side by side, then joined.

First all parts with products are set, which have no numbers of pages; when these are counted, the
pages before and behind them. Then each part gets its photos, its feet and what a printer needs.
Nobody holds more than a part: what is finished waits in a file.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from generator import theme
from generator.engine import Folders, Values
from generator.engine.processes import ProcessLostError, pool
from generator.engine.store import Store
from generator.press import book_parts
from generator.press.drawn_codes import Told
from generator.press.finishing.brochure_frame import edition_of, sheet_of, wanted_of
from generator.press.finishing.cut_photos import tidy
from generator.press.finishing.flavoured_photos import flavoured
from generator.press.finishing.joined import joined, places
from generator.press.finishing.light_book import LIKE, put_photos
from generator.press.finishing.press_pdf import VERSION, framed, lay_over, to_pdf_x
from generator.press.finishing.print_profile import of_file
from generator.press.finishing.set_parts import just_set, kept_part
from generator.press.preflight import MOST_OF_BOOK, Preflight, legible, preflight
from generator.press.printed_text import page_texts, remember
from generator.press.template_values import BrochureValues, FootValues
from generator.press.typesetter import Flavour

if TYPE_CHECKING:
    import pikepdf

_LARGE = ("products", "slots", "indexes", "photos")
"""Values that grow with the book: a part has its own."""

T = TypeVar("T")
R = TypeVar("R")
Over = Callable[[Callable[[T], R], Iterable[T]], Iterable[R]]


@dataclass(frozen=True, slots=True)
class _Part:
    """What of a book is set at once: its values, its photos, what the whole is set and made with.

    `kept` is where parts are kept that have been set.
    """

    told: Told
    photos: Sequence[Values]
    frame: Values
    folders: Folders
    kept: Path

    def set_as(self, like: Flavour) -> Store:
        """Where its pages are kept. Raises PressError."""
        return kept_part(self.told, self.frame, self.photos, like, self.folders.theme, self.kept)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Where a part is as each flavour, how many pages it has, and where its labels are."""

    stores: Mapping[Flavour, Store]
    pages: int
    found: Mapping[str, int]


_SetPart = tuple[_Part, _Counted]
"""A part that has been set."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A part that has been set, where it stands in the book, and the file that it goes to."""

    part: _Part
    store: Store
    flavour: Flavour
    first: int
    count: int
    feet: Sequence[FootValues]
    look_at: int
    file: Path


@dataclass(frozen=True, slots=True)
class _Finished:
    """A finished part: its file, its words, and what was measured of it for the press."""

    file: Path
    texts: tuple[str, ...]
    measured: Preflight | None


@dataclass(slots=True)
class LargeBook:
    """Makes the PDF of each flavour; `measured` and `pages` are known of what has been made."""

    values: Values
    folders: Folders
    flavours: Sequence[Flavour]
    measured: Preflight | None = None
    pages: int = 0

    def made(self) -> Iterator[tuple[Flavour, bytes]]:
        """Yield each flavour's PDF. Raises PressError, PhotoError, or ProcessLostError."""
        with TemporaryDirectory(prefix="book-") as folder:
            work = Path(folder)
            cache = self.folders.cache or work
            folders, kept = replace(self.folders, cache=cache), cache / "set"
            kept.mkdir(parents=True, exist_ok=True)
            finished: dict[Flavour, list[_Finished]] = {}
            with _side_by_side() as over:
                parts = [*self._set(folders, kept, over)]
                self.pages = sum(counted.pages for _, counted in parts)
                for flavour in self.flavours:
                    finished[flavour] = [*over(_finish, self._placed(parts, flavour, work))]
            # The workers, and what they hold, are gone by now.
            for flavour, files in finished.items():
                yield flavour, self._joined(flavour, files)
            tidy(kept)
            tidy(cache / "cuts")

    def _set(self, folders: Folders, kept: Path, over: Over[Any, Any]) -> Iterator[_SetPart]:
        """Yield the parts in their order; all that they need of each other is known by then."""
        told = {key: self.values[key] for key in BrochureValues.__annotations__}
        frame = {key: value for key, value in self.values.items() if key not in _LARGE}
        by_name = {each["name"]: each for each in self.values["photos"]}

        def all_set(*values: Told) -> list[_SetPart]:
            parts = []
            for each in values:
                names = book_parts.photos_of(each)
                photos = [by_name[name] for name in sorted(names)]
                parts.append(_Part(each, photos, frame, folders, kept))
            return [*zip(parts, over(_set, parts), strict=True)]

        (_, before), *bodies = all_set(book_parts.front(told), *book_parts.bodies(told))
        first_page, pages = before.pages + 1, list[int]()
        for part, counted in bodies:
            first, count = part.told["book"]["first_product"], len(part.told["products"])
            products = range(first, first + count)
            pages += [first_page + counted.found[f"p{place}"] for place in products]
            first_page += counted.pages
        ((behind, last),) = all_set(book_parts.back(told, pages, first_page))
        later = {name: first_page + at for name, at in last.found.items()}
        yield from (*all_set(book_parts.front(told, pages, later)), *bodies, (behind, last))

    def _placed(self, parts: Sequence[_SetPart], flavour: Flavour, work: Path) -> Iterator[_Place]:
        first, look_at = 0, -(-MOST_OF_BOOK // len(parts))
        for number, (part, counted) in enumerate(parts):
            told, file = part.told, work / f"{flavour}-{number}.pdf"
            feet: list[FootValues] = []
            if told["book"]["parts"] == ["body"]:
                feet = [*book_parts.feet_of(told, counted.pages, counted.found, first + 1)]
            store = counted.stores[LIKE[flavour]]
            yield _Place(part, store, flavour, first, self.pages, feet, look_at, file)
            first += counted.pages

    def _joined(self, flavour: Flavour, finished: Sequence[_Finished]) -> bytes:
        import pikepdf

        out = BytesIO()
        said = hashlib.sha256()
        for each in finished:
            said.update(each.file.read_bytes())
        with joined([each.file for each in finished]) as document:
            how: dict[str, Any] = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
            if flavour == "press":
                profile = of_file(self.folders.content, self.values["profile"])
                to_pdf_x(document, edition_of(self.values, profile), said.hexdigest())
                how["force_version"] = VERSION
                self.measured = _together([each.measured for each in finished if each.measured])
            document.save(out, deterministic_id=True, **how)
        for each in finished:
            each.file.unlink()
        pdf = out.getvalue()
        remember(pdf, tuple(text for each in finished for text in each.texts))
        return pdf


def _set(part: _Part) -> _Counted:
    """Set a part for all flavours and cut its photos; what of that is kept is left as it is."""
    frame, flavours = part.frame, part.frame["flavours"]
    profile = of_file(part.folders.content, frame["profile"])
    for _ in flavoured(
        part.photos, part.folders, flavours, profile.content, frame["dpi"], tidied=False
    ):
        pass
    stores = {like: part.set_as(like) for like in dict.fromkeys(LIKE[each] for each in flavours)}
    pages, found = places(_content(next(iter(stores.values()))))
    return _Counted(stores, pages, found)


def _finish(place: _Place) -> _Finished:
    """Give a part its photos, its feet, and for the press what a printing house needs."""
    import pikepdf

    part, flavour = place.part, place.flavour
    frame, photos = part.frame, part.photos
    profile = of_file(part.folders.content, frame["profile"])
    made = flavoured(photos, part.folders, [flavour], profile.content, frame["dpi"], tidied=False)
    measured = None
    with pikepdf.open(BytesIO(_content(place.store))) as document:
        for _, cut in made:
            put_photos(document, cut, photos)
        if place.feet:
            _lay_feet(document, place)
        if flavour == "press":
            templates = theme.typst_templates(part.folders.theme)
            sheet, edition = sheet_of(frame), edition_of(frame, profile)
            framed(document, place.first, place.count, sheet, edition, templates)
        document.save(place.file, deterministic_id=True)
    pdf = place.file.read_bytes()
    if flavour == "press":
        has_products = part.told["book"]["parts"] == ["body"]
        products = part.told["products"] if has_products else []
        own = {"products": products, "photos": photos, "slots": part.told["slots"]}
        wanted = wanted_of({**frame, **own})
        measured = preflight(pdf, replace(wanted, most_pages=place.look_at))
    else:
        legible(pdf, sheet_of(frame), frame["source"], place.look_at)
    is_first = flavour == frame["flavours"][0]
    return _Finished(place.file, page_texts(pdf) if is_first else (), measured)


def _lay_feet(document: pikepdf.Pdf, place: _Place) -> None:
    import pikepdf

    part, like = place.part, LIKE[place.flavour]
    told = book_parts.feet(part.told, place.feet)
    feet = just_set(told, part.frame, (), like, part.folders.theme)
    with pikepdf.open(BytesIO(feet)) as over:
        for page, its_foot in zip(document.pages, over.pages, strict=True):
            its_foot.trimbox = its_foot.mediabox  # a tab reaches into the bleed
            drawn = document.copy_foreign(its_foot.as_form_xobject())
            lay_over(page, "/Foot", drawn, spoken=like != "press")


def _content(store: Store) -> bytes:
    """What is kept there. Raises OSError where it is gone the moment after it was there."""
    content = store.read()
    if content is None:
        raise FileNotFoundError(store.path)
    return content


@contextmanager
def _side_by_side() -> Iterator[Over[Any, Any]]:
    """A map over a process for each core; in a worker, which has others beside it, over none."""
    jobs = os.cpu_count() or 1
    if jobs == 1 or multiprocessing.parent_process():
        yield map
        return
    with pool(jobs) as crew:
        try:
            yield crew.map
        except BrokenExecutor as error:
            raise ProcessLostError from error
        except BaseException:
            crew.shutdown(wait=False, cancel_futures=True)
            raise


def _together(parts: Sequence[Preflight]) -> Preflight:
    """What was measured of all parts."""
    first = parts[0]
    coarsest = [each.coarsest_photo_dpi for each in parts if each.coarsest_photo_dpi is not None]
    smallest = [each.smallest_letters_pt for each in parts if each.smallest_letters_pt is not None]
    return replace(
        first,
        pages=sum(each.pages for each in parts),
        pages_looked_at=sum(each.pages_looked_at for each in parts),
        fonts=tuple(dict.fromkeys(font for each in parts for font in each.fonts)),
        inks_of_photos=max(each.inks_of_photos for each in parts),
        inks_of_colours=max(each.inks_of_colours for each in parts),
        photos=sum(each.photos for each in parts),
        coarsest_photo_dpi=min(coarsest, default=None),
        smallest_letters_pt=min(smallest, default=None),
        names=sum(each.names for each in parts),
        codes=tuple(sorted({code for each in parts for code in each.codes})),
    )
