"""What there is to say after a build."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of products and files, the warnings as lines, and what else an editor should know.

    `placeholder` is the base_url where it is one that does not exist.
    """

    language: str
    products: int
    written: int
    unchanged: int
    removed: int
    warnings: tuple[str, ...]
    strangers: tuple[str, ...]
    placeholder: str | None

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values."""
        return asdict(self)

    @classmethod
    def of_json(cls, found: dict[str, Any]) -> Self:
        """Read what `as_json` gave. Raises KeyError or TypeError for anything else."""
        values = {each.name: found[each.name] for each in fields(cls)}
        for name in ("warnings", "strangers"):
            values[name] = tuple(map(str, values[name]))
        for name in ("products", "written", "unchanged", "removed"):
            values[name] = int(values[name])
        return cls(**values)
