"""Artifacts and how they are made and published; knows nothing of what they say."""

from generator.engine.artifact import (
    Artifact,
    Clash,
    Folders,
    Maker,
    Plan,
    Values,
    clashes,
)
from generator.engine.engine import (
    Engine,
    Outcome,
    prepare,
)
from generator.engine.lock import locked
from generator.engine.manifest import write
from generator.engine.processes import spread
from generator.engine.workers import (
    ExecutorFactory,
    Made,
)

__all__ = [
    "Artifact",
    "Clash",
    "Engine",
    "ExecutorFactory",
    "Folders",
    "Made",
    "Maker",
    "Outcome",
    "Plan",
    "Values",
    "clashes",
    "locked",
    "prepare",
    "spread",
    "write",
]
