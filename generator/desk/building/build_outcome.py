"""How a build ended, for whoever called it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.desk.building.build_record import BuiltSite
from generator.desk.building.summary import Summary
from generator.desk.reporting import VerbOutcome
from generator.engine.tree import Trees

if TYPE_CHECKING:
    from generator.desk.building.published_pages import PublishedPages


@dataclass(frozen=True, slots=True)
class BuildOutcome(VerbOutcome):
    """How a build ended; `summary` where it went well, `trees` the output as it left it.

    `published` tells whether the site is new, be it that other scopes failed; of the files `behind`
    it has another text than content/, or none. `site` and `pages` are what is known of it. A build
    that had nothing to do did not look at problems or output again.
    """

    summary: Summary | None = None
    trees: Trees = field(default_factory=dict)
    published: bool = False
    behind: frozenset[str] = frozenset()
    site: BuiltSite | None = None
    pages: PublishedPages | None = None
