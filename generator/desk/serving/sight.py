"""What there is to see: the site as it stood at one moment, and all that was wrong then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.problem import Problem, Severity
from generator.engine import Artifact, Folders
from generator.pictures.picture import Picture
from generator.web.plan import Editions


@dataclass(frozen=True, slots=True)
class LiveSite:
    """A site whose files can be made one by one: `artifacts` by their path below site/.

    `headers` are the rules of `_headers`, `prefix` the path that the site's address ends in.
    `static` changes when a static file of the theme does.
    """

    catalogue: Catalogue
    pictures: Mapping[str, Picture]
    artifacts: Mapping[str, Artifact]
    editions: Editions
    folders: Folders
    headers: Mapping[str, Mapping[str, str]]
    prefix: str
    static: str


@dataclass(frozen=True, slots=True)
class Sight:
    """One state: the site, None where there never was a sound one, and the problems.

    `placed` gives a finding its line and column. `fault` is what the program itself failed at.
    `awaited` counts the files of a project of which only a few have been read so far; no problems
    are known then.
    """

    site: LiveSite | None
    problems: tuple[Problem, ...]
    language: Language = "vi"
    placed: Callable[[Finding], Problem] | None = field(default=None, compare=False)
    fault: str = ""
    awaited: int = 0

    @property
    def errors(self) -> int:
        """How many problems would stop a build."""
        return sum(each.severity is Severity.ERROR for each in self.problems)


NOTHING = Sight(None, ())


@dataclass(frozen=True, slots=True)
class Saved:
    """What somebody has just saved: content files and the theme's, by path from the root."""

    paths: frozenset[str]

    def below(self, folder: str) -> bool:
        """Whether all of it stands below that folder."""
        return bool(self.paths) and all(path.startswith(f"{folder}/") for path in self.paths)
