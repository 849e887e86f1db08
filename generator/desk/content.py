"""Reads a project and says everything that is wrong with it: what `build` and `check` share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator import addresses
from generator.catalogue.judging.lapsing import lapse_findings
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import (
    Problem,
    Severity,
)
from generator.catalogue.reading.reader import (
    Positions,
    read,
)
from generator.desk.markdown_cache import CachedSheets
from generator.desk.photos import PhotoBook, look_at_all
from generator.desk.printed import printed_findings
from generator.desk.today import printing_day
from generator.desk.version import program_version
from generator.engine import spread
from generator.engine.tree import (
    Stamp,
    listing,
)
from generator.pictures.photos import Picture
from generator.press import own_stocks
from generator.press.stocks import Stock, shipped

PHOTOS = "photos.json"
"""What is known of each photo, in the cache."""
SHEETS = "sheets"
"""What was read of each Markdown file, a folder of the cache."""


@dataclass(frozen=True, slots=True)
class Content:
    """What was read; `catalogue` is None where not even the site's own file can be read.

    `digests` are hashes of files' bytes, as `Reading` has them.
    """

    catalogue: Catalogue | None
    pictures: dict[str, Picture]
    problems: tuple[Problem, ...]
    digests: Mapping[str, str] = field(default_factory=dict)
    stocks: Mapping[str, Stock] = field(default_factory=shipped)
    positions: Positions = field(default_factory=lambda: Positions(Path()))

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems don't."""
        return len(self.problems) - self.errors


def load(
    root: Path,
    jobs: int = 1,
    stamps: Mapping[str, Stamp] | None = None,
    *,
    base_url: str | None = None,
    today: date | None = None,
) -> Content:
    """Read everything under the project's root, photos included, with so many processes.

    `stamps` are those of the files below content/, by path there, if somebody has just looked.
    `base_url` is where the site will live, where that is not as the content says; `today` the day
    by which certificates are judged, without one the day of printing.
    """
    cache = root / ".cache"
    known = listing(root / "content") if stamps is None else stamps
    over = spread(jobs)
    reading = read(root, CachedSheets(cache / SHEETS, program_version(), known), over)
    if reading.catalogue is None:
        return Content(None, {}, reading.problems)
    book = PhotoBook(cache / PHOTOS, program_version(), known)
    pictures, of_photos = look_at_all(reading.catalogue, root / "content", book, over)
    of_aliases = _alias_findings(reading.catalogue)
    of_dates = lapse_findings(reading.catalogue, today or printing_day())
    wrong = {each.path for each in reading.problems if each.severity is Severity.ERROR}
    of_print = printed_findings(root / "content", reading.catalogue, base_url, wrong)
    stocks, of_stocks = own_stocks.read(root / "content")
    found = (*of_photos, *of_aliases, *of_dates, *of_print)
    problems = (*reading.problems, *map(reading.positions.placed, found), *of_stocks)
    return Content(
        reading.catalogue,
        pictures,
        tuple(sorted(problems)),
        reading.digests,
        stocks,
        reading.positions,
    )


def _alias_findings(catalogue: Catalogue) -> tuple[Finding, ...]:
    claims = addresses.claims(catalogue)
    return addresses.faults(claims, addresses.pages(catalogue)) if claims else ()
