"""What is printed that the site offers to its visitors as files."""

from __future__ import annotations

from collections.abc import Mapping

from generator import theme
from generator.catalogue.model import Catalogue
from generator.pictures.picture import Picture
from generator.press import pieces
from generator.press.selection import Stand
from generator.web.downloads import Download


def downloads(
    catalogue: Catalogue,
    pictures: Mapping[str, Picture],
    folders: theme.Folders,
    lapsed: frozenset[str],
) -> tuple[Download, ...]:
    """What a build makes for screens, of the catalogue and of its fairs. Raises ThemeError.

    `lapsed` products, by slug, are not printed.
    """
    if not catalogue.site.downloads:
        return ()
    own = catalogue.site.language
    made = pieces.with_products(catalogue, folders, Stand(pictures, lapsed), own)
    return tuple(
        Download(
            path=pieces.site_path(piece, own),
            names={"vi": piece.format.title.vi, "en": piece.format.title.en},
            language=own,
            fair=piece.subject.fair.slug if piece.subject.fair else None,
        )
        for piece, _ in made
        if pieces.is_offered(catalogue.site, piece)
    )
