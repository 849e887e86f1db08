"""The build engine: an artifact that comes after others reads what they made, and keeps up."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from engine_samples import fail, files, gathered, plan, site_engine, text

from generator.engine import (
    Artifact,
    Folders,
    Plan,
    Values,
)
from generator.engine.engine import Engine, Outcome
from generator.engine.stages import StageError
from generator.engine.workers import Made


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return site_engine(tmp_path)


def join(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """List the finished files, each with what it holds."""
    finished = folders.finished
    lines = (f"{path}={finished.read(path).decode()}" for path in finished.digests)
    return [" ".join(lines).encode()]


def peep(values: Values, folders: Folders) -> Sequence[bytes]:
    """Read a file, whether or not the artifact comes after it."""
    return [folders.finished.read(str(values["path"]))]


def die(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """Be killed in the midst of making."""
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def listing(path: str, *after: str) -> Artifact:
    return Artifact((path,), join, {}, f"{path}.md", after=after or ("site/*",))


def run(engine: Engine, *artifacts: Artifact) -> tuple[Outcome, list[str]]:
    """The outcome, and the first paths of what had to be looked into."""
    looked: list[str] = []

    def note(one: Made) -> None:
        looked.append(one.artifact.paths[0])

    return replace(engine, on_made=note).run(plan(*artifacts)), looked


LIST = listing("site/list")


def test_it_is_made_after_them_wherever_it_stands_in_the_plan(engine: Engine) -> None:
    _, looked = run(engine, LIST, text("site/b", "khô"), text("site/a", "mắm"))

    assert looked[-1] == "site/list"
    assert files(engine)["site/list"] == "site/a=MẮM site/b=KHÔ"


def test_it_reads_what_stays_as_well_as_what_is_new(engine: Engine) -> None:
    run(engine, LIST, text("site/a", "khô"), text("site/b", "mắm"))
    outcome, looked = run(engine, LIST, text("site/a", "gạo"), text("site/b", "mắm"))

    assert outcome.written == ("site/a", "site/list")
    assert looked[-1] == "site/list"
    assert files(engine)["site/list"] == "site/a=GẠO site/b=MẮM"


def test_while_none_of_them_changes_it_stays(engine: Engine) -> None:
    few = listing("site/few", "site/a*")
    run(engine, few, text("site/a", "khô"), text("site/b", "mắm"))
    outcome, looked = run(engine, few, text("site/a", "khô"), text("site/b", "gạo"))
    _, again = run(engine, few, text("site/a", "khô"), text("site/b", "gạo"))

    assert outcome.written == ("site/b",)
    assert "site/few" not in [*looked, *again]


def test_what_was_made_anew_into_the_same_bytes_has_not_changed(engine: Engine) -> None:
    run(engine, LIST, text("site/a", "khô"))
    _, looked = run(engine, LIST, text("site/a", "KHÔ"))

    assert looked == ["site/a"]


def test_a_file_that_comes_and_one_that_goes_are_seen(engine: Engine) -> None:
    run(engine, LIST, text("site/a", "khô"))
    run(engine, LIST, text("site/a", "khô"), text("site/b", "mắm"))
    both = files(engine)["site/list"]
    outcome, _ = run(engine, LIST, text("site/b", "mắm"))
    run(engine, LIST)

    assert both == "site/a=KHÔ site/b=MẮM"
    assert (outcome.written, outcome.removed) == (("site/list",), ("site/a",))
    assert files(engine) == {"site/list": ""}


def test_a_strangers_file_is_none_of_them(engine: Engine) -> None:
    run(engine, LIST, text("site/a", "khô"))
    (engine.output / "site/CNAME").write_text("stranger")
    run(engine, LIST, text("site/a", "gạo"))

    assert files(engine)["site/list"] == "site/a=GẠO"


def test_a_file_of_theirs_that_was_changed_by_hand_is_mended_first(engine: Engine) -> None:
    run(engine, LIST, text("site/a", "khô"))
    (engine.output / "site/a").write_text("scribble")
    (engine.output / "site/list").write_text("scribble")
    run(engine, LIST, text("site/a", "khô"))

    assert files(engine) == {"site/a": "KHÔ", "site/list": "site/a=KHÔ"}


def test_one_that_waits_may_be_waited_for(engine: Engine) -> None:
    last = listing("site/last", "site/mid*", "site/list")
    made = (last, listing("site/middle", "site/list"), LIST, text("site/a", "khô"))
    _, looked = run(engine, *made)
    last = listing("site/last", "site/middle", "site/list")
    run(engine, last, *made[1:])
    whole = files(engine)["site/last"]
    run(engine, last, *made[1:-1], text("site/a", "gạo"))

    assert looked[:2] == ["site/a", "site/list"]
    assert whole == "site/list=site/a=KHÔ site/middle=site/list=site/a=KHÔ"
    assert files(engine)["site/last"] == whole.replace("KHÔ", "GẠO")


def test_those_after_all_files_do_not_wait_for_each_other(engine: Engine) -> None:
    run(engine, LIST, listing("site/index"), text("site/a", "khô"))

    assert files(engine)["site/list"] == files(engine)["site/index"] == "site/a=KHÔ"


def test_where_one_of_them_fails_it_is_not_made_and_its_scope_stays(engine: Engine) -> None:
    both = replace(engine, scopes=frozenset({"site", "labels"}))
    run(both, LIST, text("site/a", "khô"), text("labels/a", "tem"))
    broken = Artifact(("site/x",), fail, {"text": "no picture"}, "x.md")
    outcome, looked = run(both, LIST, broken, text("site/a", "gạo"), text("labels/a", "nhãn"))
    mended, _ = run(both, LIST, text("site/x", "ảnh"), text("site/a", "gạo"))

    assert "site/list" not in looked
    assert [made.artifact.source for made in outcome.failed] == ["x.md"]
    assert (outcome.written, outcome.held) == (("labels/a",), ("site",))
    assert mended.written == ("site/a", "site/list", "site/x")
    assert files(both)["site/list"] == "site/a=GẠO site/x=ẢNH"


def test_where_it_fails_its_scope_stays(engine: Engine) -> None:
    run(engine, LIST, text("site/a", "khô"))
    outcome, _ = run(engine, replace(LIST, make=fail, values={"text": "x"}), text("site/a", "gạo"))

    assert (outcome.written, outcome.held) == ((), ("site",))
    assert files(engine) == {"site/a": "KHÔ", "site/list": "site/a=KHÔ"}


@pytest.mark.parametrize("after", [("site/a",), ()])
def test_a_file_that_it_does_not_name_is_not_to_be_read(
    engine: Engine, after: tuple[str, ...]
) -> None:
    """It would not be made again when that file changes."""
    curious = Artifact(("site/list",), peep, {"path": "site/b"}, "l.md", after=after)
    outcome, _ = run(engine, curious, text("site/a", "khô"), text("site/b", "mắm"))

    assert "site/b: the artifact does not come after it" in str(outcome.failed[0].error)


@pytest.mark.parametrize(
    ("artifacts", "said"),
    [
        (
            [listing("site/a", "site/b"), listing("site/b", "site/c"), listing("site/c", "site/a")],
            "site/a comes after site/b comes after site/c comes after site/a",
        ),
        (
            [listing("site/x", "site/b"), listing("site/b", "site/c"), listing("site/c", "site/b")],
            ": site/b comes after site/c comes after site/b",
        ),
        ([listing("site/a", "site/a")], "site/a comes after site/a"),
        ([listing("site/a", "labels/*")], r"site/a \(of site/a.md\) comes after labels/\*"),
    ],
)
def test_artifacts_that_cannot_be_put_in_order_are_told_before_anything_is_made(
    engine: Engine, artifacts: list[Artifact], said: str
) -> None:
    with pytest.raises(StageError, match=said):
        run(engine, text("site/z", "khô"), *artifacts)

    assert not engine.output.exists()


def threads(jobs: int) -> Executor:
    return ThreadPoolExecutor(jobs)


def many(words: str) -> list[Artifact]:
    """More than are made without workers, in each stage."""
    first = [text(f"site/a/{n}", f"{words} {n}") for n in range(40)]
    second = [listing(f"site/b/{n}", f"site/a/{n}*") for n in range(20)]
    return [*second, listing("site/all", "site/*", *(each.paths[0] for each in second)), *first]


@pytest.mark.parametrize("executor", [None, threads], ids=["processes", "threads"])
def test_several_workers_make_the_same_files(
    engine: Engine, tmp_path: Path, executor: type[Executor] | None
) -> None:
    several = replace(engine, jobs=2, executor=executor)
    alone = replace(engine, output=tmp_path / "other", cache=tmp_path / ".other")
    for words in ("khô", "mắm"):
        run(several, *many(words))
        run(alone, *many(words))

        assert files(several) == files(alone)
        assert files(alone)["site/b/1"].startswith(f"site/a/1={words.upper()} 1 site/a/10=")


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_all_is_as_a_build_from_nothing_makes_it(
    engine: Engine, tmp_path: Path, seed: int, jobs: int
) -> None:
    dice = random.Random(seed)  # noqa: S311  # a test's dice
    names = [f"{folder}/{n}" for folder in ("p", "q") for n in range(8)]
    shown: dict[str, str] = {}
    for step in range(8):
        for name in dice.sample(names, 3):
            shown[name] = dice.choice(("khô", "mắm"))
        for name in dice.sample(sorted(shown), step % 3):
            del shown[name]
        artifacts = [
            listing("site/last", "site/list", "site/q/1"),
            listing("site/list", *dice.choice((("site/p/*",), ("site/p/*", "site/q/*")))),
            *(text(f"site/{name}", words) for name, words in shown.items()),
        ]
        run(replace(engine, jobs=jobs), *artifacts)
        clean = replace(engine, output=tmp_path / f"out{step}", cache=tmp_path / f"cache{step}")
        run(clean, *artifacts)

        assert files(engine) == files(clean)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is killed in the midst of a build")
def test_a_build_killed_in_a_later_stage_leaves_all_as_it_was(engine: Engine) -> None:
    run(engine, LIST, text("site/a", "khô"))
    deadly = plan(replace(LIST, make=die), text("site/a", "gạo"), text("site/b", "mắm"))
    child = multiprocessing.get_context("fork").Process(target=engine.run, args=(deadly,))
    child.start()
    child.join()
    left = files(engine)
    run(engine, LIST, text("site/a", "gạo"), text("site/b", "mắm"))

    assert child.exitcode == -signal.SIGKILL
    assert left == {"site/a": "KHÔ", "site/list": "site/a=KHÔ"}
    assert files(engine)["site/list"] == "site/a=GẠO site/b=MẮM"


def retell(values: Values, folders: Folders) -> Sequence[bytes]:
    """Put words before the list."""
    return [f"{values['text']}: ".encode() + join(values, folders)[0]]


def test_its_values_are_gathered_when_one_of_them_changed_and_only_then(engine: Engine) -> None:
    told = Artifact(
        *(("site/list",), retell, {"key": "a"}, "l.md"),
        derive=gathered,
        dependencies="1",
        after=("site/*",),
    )
    subjects = [{"a": "Có"}, {"a": "Có"}, {"a": "Có"}]
    for subject, words in zip(subjects, ("khô", "khô", "gạo"), strict=True):
        engine.run(Plan((told, text("site/a", words)), subject))

    assert ["asked" in subject for subject in subjects] == [True, False, True]
    assert files(engine)["site/list"] == "Có: site/a=GẠO"
