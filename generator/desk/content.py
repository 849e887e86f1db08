"""Reads a project and says everything that is wrong with it: what `build` and `check` share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import addresses
from generator.addresses import RedirectError
from generator.catalogue.models import Catalogue
from generator.catalogue.problems import Problem, Severity
from generator.catalogue.reader import Positions, read
from generator.desk.photos import PhotoBook, look_at_all
from generator.pictures.photos import Picture
from generator.press import own_stocks
from generator.press.stocks import Stock, shipped

PHOTOS = "photos.json"
"""What is known of each photo, in the cache."""


@dataclass(frozen=True, slots=True)
class Content:
    """What was read; `catalogue` is None where not even the site's own file can be read."""

    catalogue: Catalogue | None
    pictures: dict[str, Picture]
    problems: tuple[Problem, ...]
    stocks: Mapping[str, Stock] = field(default_factory=shipped)
    positions: Positions = field(default_factory=Positions)

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems don't."""
        return len(self.problems) - self.errors


def load(root: Path) -> Content:
    """Read everything under the project's root, photos included."""
    reading = read(root)
    if reading.catalogue is None:
        return Content(None, {}, reading.problems)
    book = PhotoBook(root / ".cache" / PHOTOS)
    pictures, of_photos = look_at_all(reading.catalogue, reading.positions, root / "content", book)
    of_aliases = _alias_problems(reading.catalogue, reading.positions)
    stocks, of_stocks = own_stocks.read(root / "content")
    problems = (*reading.problems, *of_photos, *of_aliases, *of_stocks)
    return Content(reading.catalogue, pictures, tuple(sorted(problems)), stocks, reading.positions)


def _alias_problems(catalogue: Catalogue, positions: Positions) -> tuple[Problem, ...]:
    wrong = addresses.faults(addresses.redirects(catalogue), addresses.pages(catalogue))
    return tuple(_alias_problem(one, catalogue, positions) for one in wrong)


def _alias_problem(error: RedirectError, catalogue: Catalogue, positions: Positions) -> Problem:
    redirect = error.redirect
    owner = next(p for p in catalogue.products if p.source == redirect.source)
    index = [addresses.alias_path(alias) for alias in owner.aliases].index(redirect.path)
    line, column = positions.of(owner.source, ("aliases", index))
    return Problem.of(owner.source, line, column, error.rule, alias=f"/{redirect.path}")
