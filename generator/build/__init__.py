"""Artifacts and how they are made and published; knows nothing of what they say."""

from generator.build.artifact import (
    Artifact,
    Clash,
    Folders,
    InputError,
    Maker,
    Plan,
    Values,
    clashes,
)
from generator.build.engine import Engine, Outcome, prepare
from generator.build.lock import locked
from generator.build.manifest import write
from generator.build.processes import spread
from generator.build.workers import ExecutorFactory, Made

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
    "Values",
    "clashes",
    "locked",
    "prepare",
    "spread",
    "write",
]
