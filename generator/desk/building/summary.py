"""What there is to say after a build."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Self

_COUNTS = ("products", "written", "unchanged", "removed", "site_files", "site_bytes")


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of products and files, the warnings as lines, and what else an editor should know.

    `site_files` and `site_bytes` are how much a host is given, nothing where no site was made.
    `placeholder` is the base_url where it is one that does not exist. `days` are the day of the
    build and the first day (or an empty text) on which a certificate makes a difference.
    """

    language: str
    products: int
    written: int
    unchanged: int
    removed: int
    site_files: int
    site_bytes: int
    warnings: tuple[str, ...]
    strangers: tuple[str, ...]
    placeholder: str | None
    days: tuple[str, ...]

    def holds_on(self, day: date) -> bool:
        """Whether a build of that day would say and make the same, as far as dates go."""
        first, change = self.days
        return first <= day.isoformat() and (not change or day.isoformat() < change)

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)

    @classmethod
    def of_json(cls, found: dict[str, Any]) -> Self:
        """Read what `as_json` gave. Raises KeyError or TypeError for anything else."""
        values = {each.name: found[each.name] for each in fields(cls)}
        for name in ("warnings", "strangers", "days"):
            values[name] = tuple(map(str, values[name]))
        for name in _COUNTS:
            values[name] = int(values[name])
        return cls(**values)
