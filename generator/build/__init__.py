"""Artifacts and how they are made and published; knows nothing of what they say."""

from generator.build.artifact import Artifact, Folders, Maker, Values
from generator.build.engine import Clash, Engine, Outcome, clashes
from generator.build.manifest import replace
from generator.build.workers import Made

__all__ = [
    "Artifact",
    "Clash",
    "Engine",
    "Folders",
    "Made",
    "Maker",
    "Outcome",
    "Values",
    "clashes",
    "replace",
]
