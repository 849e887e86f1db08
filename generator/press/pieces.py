"""What somebody wants printed: a format, what it is about, in which languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import theme
from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Fair, Site
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import closest
from generator.catalogue.problems.rules_press import FORMAT_SUBJECT, FORMAT_UNKNOWN
from generator.press.formats import Format, formats
from generator.press.selection import Selection, Stand, Subject, select, subjects


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of print that is wanted.

    All its words are in the first of `languages`; names and summaries stand in the second too,
    where there is one. `prices` tells whether prices are printed, `stories` whether stories are
    read from their files, which a trial of the room for all else can spare.
    """

    format: Format
    subject: Subject
    languages: tuple[Language, ...]
    prices: bool = True
    stories: bool = True

    def base(self, own: Language) -> str:
        """The path of its files without their endings, where the site's language is `own`.

        What a build makes has a name of its own, so that nothing else takes its place.
        """
        said = "" if self.languages == (own,) else "-" + "-".join(self.languages)
        priced = "" if self.prices else "-no-prices"
        return f"brochures/{self.subject.folder}/{self.format.key}{said}{priced}"


def of_build(catalogue: Catalogue, folders: theme.Folders, language: Language) -> Iterator[Piece]:
    """What a build makes in that language. Raises ThemeError for a faulty entry of a format."""
    site = catalogue.site
    for wanted in formats(folders).values():
        by_site = _is_named(wanted, site.brochures)
        # Thousands of products need not be put in order for what nobody wants of each.
        abouts = tuple(each for each in wanted.subjects if by_site or each == "fair")
        for subject in subjects(catalogue, abouts):
            named = subject.fair.brochures if subject.fair else None
            if _is_named(wanted, site.brochures if named is None else named):
                yield Piece(wanted, subject, (language,))


def with_products(
    catalogue: Catalogue, folders: theme.Folders, stand: Stand, language: Language
) -> Iterator[tuple[Piece, Selection]]:
    """What a build makes in that language that has a product to show, and what it shows.

    Raises ThemeError for a faulty entry of a format.
    """
    for piece in of_build(catalogue, folders, language):
        chosen = chosen_for(catalogue, piece, stand)
        if chosen.shown:
            yield piece, chosen


def is_offered(site: Site, piece: Piece) -> bool:
    """Whether visitors of the site may take along the file for screens.

    A product's own sheet is for buyers to whom somebody sends it.
    """
    suits_screens = "screen" in piece.format.flavours
    return site.downloads and suits_screens and piece.subject.product is None


def site_path(piece: Piece, own: Language) -> str:
    """Where the site, of that language, has the file for screens: below its root."""
    return f"{piece.base(own)}.pdf"


def _is_named(wanted: Format, named: tuple[str, ...] | None) -> bool:
    """Whether the format is one of those named; a usual one is made where nobody names any."""
    return wanted.built if named is None else wanted.key in named


def chosen_for(catalogue: Catalogue, piece: Piece, stand: Stand) -> Selection:
    """What the piece shows, and what it leaves out and why."""
    return select(catalogue, piece.format, piece.subject, stand, piece.languages[0])


def findings(catalogue: Catalogue, known: Mapping[str, Format]) -> Iterator[Finding]:
    """Yield what is wrong with the formats that site and fairs name."""
    for thing in _things(catalogue):
        for place, key in enumerate(thing.brochures or ()):
            at = ("brochures", place)
            if key not in known:
                near = closest(key, sorted(known))
                yield Finding.of(thing.source, at, FORMAT_UNKNOWN, found=key, closest=near)
            elif isinstance(thing, Fair) and "fair" not in known[key].subjects:
                called = known[key].title
                values = {"called_vi": saying.capitalised(called.vi), "called_en": called.en}
                yield Finding.of(thing.source, at, FORMAT_SUBJECT, found=key, **values)


def naming(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the files that name formats, with what they name."""
    for thing in _things(catalogue):
        if thing.brochures:
            yield thing.source, thing.brochures


def _things(catalogue: Catalogue) -> tuple[Site | Fair, ...]:
    return (catalogue.site, *catalogue.fairs)
