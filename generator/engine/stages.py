"""In which order artifacts are made: those that come after others wait until these are done.

Most artifacts come after none, and are the first stage. What a later one comes after it names by
paths: `site/feed.xml` is that file, and `site/*.html` all files of the first stage whose path has
that form; `*` stands for any letters, slashes too, and for none. So two artifacts can each come
after `site/*` without waiting for each other, and an artifact after another later one names that
one's file in full.

All within one scope: scopes are built, held back and published each by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.engine.artifact import Artifact


class StageError(ValueError):
    """Artifacts that can't be put in order: each would come after the other, or after itself."""


class Stage(NamedTuple):
    """Artifacts that don't wait for each other; `inputs` by the first path of one that waited."""

    artifacts: tuple[Artifact, ...]
    inputs: Mapping[str, tuple[str, ...]]

    def inputs_of(self, artifact: Artifact) -> tuple[str, ...]:
        """The paths of all files that the artifact comes after, sorted."""
        return self.inputs.get(artifact.paths[0], ()) if artifact.after else ()


def stages(artifacts: Sequence[Artifact]) -> tuple[Stage, ...]:
    """The artifacts in the order of their making; the first stage may be empty.

    Raises StageError.
    """
    first = tuple(each for each in artifacts if not each.after)
    later = [each for each in artifacts if each.after]
    if not later:
        return (Stage(first, {}),)
    makers = {path: each for each in later for path in each.paths}
    early = [path for each in first for path in each.paths]
    inputs = {each.paths[0]: _inputs(each, early, makers) for each in later}
    levels: dict[str, int] = {}
    for each in later:
        _level(each, inputs, makers, levels, ())
    return (
        Stage(first, {}),
        *(
            Stage(tuple(each for each in later if levels[each.paths[0]] == level), inputs)
            for level in range(1, max(levels.values()) + 1)
        ),
    )


def _inputs(
    artifact: Artifact, early: Sequence[str], makers: Mapping[str, Artifact]
) -> tuple[str, ...]:
    scopes = {path.partition("/")[0] for path in (*artifact.paths, *artifact.after)}
    if len(scopes) > 1:
        raise StageError(
            f"{artifact.paths[0]} (of {artifact.source}) comes after {', '.join(artifact.after)}: "
            "an artifact may come after files of its own scope alone"
        )
    named = {*artifact.after}
    matches = re.compile("|".join(map(_pattern, artifact.after))).fullmatch
    found = {path for path in early if matches(path)}
    return tuple(sorted(found | (named & makers.keys())))


def _pattern(form: str) -> str:
    return ".*".join(map(re.escape, form.split("*")))


def _level(
    artifact: Artifact,
    inputs: Mapping[str, tuple[str, ...]],
    makers: Mapping[str, Artifact],
    levels: dict[str, int],
    waiting: tuple[str, ...],
) -> int:
    """How many stages come before; `waiting` are the artifacts on the way to this one."""
    own = artifact.paths[0]
    if own in waiting:
        round_ = " comes after ".join((*waiting[waiting.index(own) :], own))
        raise StageError(f"no artifact can be the first to be made: {round_}")
    if own not in levels:
        before = {makers[path].paths[0]: makers[path] for path in inputs[own] if path in makers}
        nearest = (
            _level(each, inputs, makers, levels, (*waiting, own)) for each in before.values()
        )
        levels[own] = 1 + max(nearest, default=0)
    return levels[own]
