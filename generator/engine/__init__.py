"""Artifacts and how they are made and published; knows nothing of what they say."""

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
from generator.engine.engine import (
    Engine,
    Outcome,
)
from generator.engine.lock import locked
from generator.engine.paths import outside
from generator.engine.processes import spread
from generator.engine.publish import PublishedError
from generator.engine.stages import StageError
from generator.engine.survey import prepare
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
    "Finished",
    "Folders",
    "InputError",
    "Made",
    "Maker",
    "Outcome",
    "Plan",
    "PublishedError",
    "StageError",
    "Values",
    "clashes",
    "locked",
    "outside",
    "prepare",
    "spread",
    "write",
]
