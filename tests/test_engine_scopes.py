"""The build engine: each scope is published as a whole or stays as it was."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from engine_samples import fail, files, plan, text

from generator.engine import (
    Artifact,
    Folders,
)
from generator.engine.engine import Engine
from generator.engine.tree import listing

BROKEN = Artifact(("labels/x",), fail, {"text": "no room"}, "x.md")


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return Engine(
        output=tmp_path / "output",
        cache=tmp_path / ".cache",
        folders=Folders(tmp_path, ()),
        version="1",
        jobs=1,
        scopes=frozenset({"site", "labels"}),
        first="site",
    )


def test_a_scope_with_a_failed_artifact_stays_as_it_was_and_the_others_go_out(
    engine: Engine,
) -> None:
    engine.run(plan(text("site/a", "khô"), text("labels/a", "tem"), text("labels/old", "cũ")))
    outcome = engine.run(plan(text("site/a", "gạo"), text("labels/a", "nhãn"), BROKEN))

    assert files(engine) == {"site/a": "GẠO", "labels/a": "TEM", "labels/old": "CŨ"}
    assert (outcome.written, outcome.removed, outcome.held) == (("site/a",), (), ("labels",))
    assert [made.artifact.source for made in outcome.failed] == ["x.md"]
    assert outcome.trees["site"] == listing(engine.output / "site")


def test_what_the_others_lean_on_holds_all_back(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô"), text("labels/a", "tem")))
    broken = Artifact(("site/x",), fail, {"text": "no picture"}, "x.md")
    outcome = engine.run(plan(text("site/a", "gạo"), text("labels/a", "nhãn"), broken))

    assert files(engine) == {"site/a": "KHÔ", "labels/a": "TEM"}
    assert outcome.held == ("labels", "site")


def test_a_scope_that_was_held_back_goes_out_when_it_is_mended(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô"), text("labels/a", "tem"), text("labels/old", "cũ")))
    engine.run(plan(text("site/a", "gạo"), text("labels/a", "nhãn"), BROKEN))
    outcome = engine.run(plan(text("site/a", "gạo"), text("labels/a", "nhãn")))

    assert files(engine) == {"site/a": "GẠO", "labels/a": "NHÃN"}
    assert (outcome.written, outcome.removed) == (("labels/a",), ("labels/old",))
    assert outcome.strangers == outcome.held == ()


def test_what_was_made_for_a_scope_that_was_held_back_is_forgotten(engine: Engine) -> None:
    first = plan(text("site/a", "khô"), text("labels/a", "tem"))
    engine.run(first)
    engine.run(plan(text("site/a", "khô"), text("labels/a", "nhãn"), BROKEN))
    again = engine.run(first)

    assert again.written == again.removed == ()
    assert files(engine) == {"site/a": "KHÔ", "labels/a": "TEM"}


class _Dying(ThreadPoolExecutor):
    """Workers of whom one is killed with the second batch."""

    _batches = 0
    _lock = threading.Lock()

    def submit(self, *args: Any, **keys: Any) -> Any:  # noqa: ANN401  # the executor's own form
        with self._lock:
            self._batches += 1
            if self._batches > 1:
                raise BrokenProcessPool
        return super().submit(*args, **keys)


def _dying(jobs: int) -> Executor:
    return _Dying(jobs)


def test_a_scope_of_which_anything_was_never_made_is_not_published(engine: Engine) -> None:
    """When workers are killed, one artifact bears the error, whatever else is missing."""
    engine.run(plan(text("site/a", "khô"), text("labels/a", "tem")))
    labels: Sequence[Artifact] = [text(f"labels/{n}", f"tem {n}") for n in range(200)]
    outcome = replace(engine, jobs=2, executor=_dying).run(plan(*labels, text("site/a", "gạo")))

    assert files(engine) == {"site/a": "KHÔ", "labels/a": "TEM"}
    assert outcome.failed
    assert outcome.held == ("labels", "site")
