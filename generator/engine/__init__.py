"""Artifacts and how they are made and published; knows nothing of what they say.

What every room speaks of is handed out here. `engine`, `survey` and `workers`, which make things,
are asked for by their names.
"""

from generator.engine.artifact import (
    Artifact,
    Clash,
    Finished,
    Folders,
    InputError,
    Maker,
    Plan,
    Values,
    clashes,
)
from generator.engine.lock import locked
from generator.engine.paths import outside
from generator.engine.processes import spread
from generator.engine.publish import PublishedError
from generator.engine.writing import write

__all__ = [
    "Artifact",
    "Clash",
    "Finished",
    "Folders",
    "InputError",
    "Maker",
    "Plan",
    "PublishedError",
    "Values",
    "clashes",
    "locked",
    "outside",
    "spread",
    "write",
]
