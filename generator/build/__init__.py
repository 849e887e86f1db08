"""Artifacts and how they are made and published; knows nothing of what they say."""

from generator.build.artifact import Artifact, Clash, Folders, Maker, Plan, Values, clashes
from generator.build.engine import Engine, Outcome, PublishedError, prepare
from generator.build.lock import locked
from generator.build.manifest import write
from generator.build.paths import outside
from generator.build.processes import spread
from generator.build.workers import ExecutorFactory, Made

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
    "PublishedError",
    "Values",
    "clashes",
    "locked",
    "outside",
    "prepare",
    "spread",
    "write",
]
