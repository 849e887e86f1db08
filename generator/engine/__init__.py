"""Artifacts and how they are made and published; knows nothing of what they say."""

from generator.engine.artifact import (
    Artifact,
    Clash,
    Folders,
    InputError,
    Maker,
    Plan,
    ToldError,
    Values,
    clashes,
)
from generator.engine.engine import (
    Engine,
    Outcome,
    PublishedError,
    prepare,
)
from generator.engine.lock import locked
from generator.engine.paths import outside
from generator.engine.processes import spread
from generator.engine.workers import (
    ExecutorFactory,
    Made,
)
from generator.engine.writing import write

__all__ = [
    "Artifact",
    "Clash",
    "Engine",
    "ExecutorFactory",
    "Folders",
    "InputError",
    "Made",
    "Maker",
    "Outcome",
    "Plan",
    "PublishedError",
    "ToldError",
    "Values",
    "clashes",
    "locked",
    "outside",
    "prepare",
    "spread",
    "write",
]
