"""The build engine: what is fresh stays, a failed build changes nothing, strangers stay."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from engine_samples import copy, fail, files, gathered, plan, shout, site_engine, text

from generator.engine import (
    Artifact,
    Folders,
    Plan,
    Values,
    clashes,
)
from generator.engine import next_tree as next_tree
from generator.engine import renaming as renaming
from generator.engine import swap as swap
from generator.engine.engine import Engine, Outcome
from generator.engine.manifest import load_inventory
from generator.engine.tree import listing


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return site_engine(tmp_path)


def test_artifacts_become_files(engine: Engine) -> None:
    outcome = engine.run(plan(text("site/a", "khô"), text("site/b/c", "mắm")))

    assert outcome.written == ("site/a", "site/b/c")
    assert files(engine) == {"site/a": "KHÔ", "site/b/c": "MẮM"}


def test_a_second_build_writes_nothing(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô")))
    before = (engine.output / "site/a").stat().st_mtime_ns
    outcome = engine.run(plan(text("site/a", "khô")))

    assert outcome == Outcome(unchanged=("site/a",))
    assert (engine.output / "site/a").stat().st_mtime_ns == before


def test_only_what_changed_is_written(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô"), text("site/b", "mắm")))

    assert engine.run(plan(text("site/a", "gạo"), text("site/b", "mắm"))).written == ("site/a",)


def test_an_input_file_counts_by_its_content(engine: Engine, tmp_path: Path) -> None:
    photo = tmp_path / "photo"
    photo.write_text("one")
    made = Artifact(("site/p",), copy, {"file": "photo"}, "p.md", (photo,))
    engine.run(plan(made))
    photo.write_text("two")
    engine.run(plan(made))

    assert files(engine) == {"site/p": "two"}


def test_another_version_of_the_program_makes_everything_anew(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô")))
    seen: list[object] = []
    replace(engine, version="2", on_made=seen.append).run(plan(text("site/a", "khô")))

    assert len(seen) == 1


def test_a_file_changed_by_hand_is_mended(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô")))
    (engine.output / "site/a").write_text("scribble")
    engine.run(plan(text("site/a", "khô")))

    assert files(engine) == {"site/a": "KHÔ"}


def test_what_is_no_longer_wanted_goes_and_strangers_stay(engine: Engine) -> None:
    engine.run(plan(text("site/old/a", "khô"), text("site/b", "mắm")))
    (engine.output / "site/CNAME").write_text("stranger")
    outcome = engine.run(plan(text("site/b", "mắm")))

    assert outcome.removed == ("site/old/a",)
    assert set(files(engine)) == {"site/b", "site/CNAME"}
    assert not (engine.output / "site/old").exists()


def test_where_the_output_was_deleted_the_next_one_is_known_without_the_cache(
    engine: Engine,
) -> None:
    engine.run(plan(text("site/a", "khô")))
    shutil.rmtree(engine.output)
    engine.run(plan(text("site/a", "khô")))

    assert load_inventory(engine.output) == {"site/a"}


def test_a_build_of_one_scope_leaves_the_others(engine: Engine) -> None:
    everything = replace(engine, scopes=frozenset({"site", "labels"}))
    everything.run(plan(text("site/a", "khô"), text("labels/a", "tem")))
    engine.run(plan(text("site/a", "khô")))

    assert set(files(engine)) == {"site/a", "labels/a"}


def test_a_failed_artifact_publishes_nothing_and_lets_the_others_finish(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô")))
    seen: list[object] = []
    broken = Artifact(("site/x",), fail, {"text": "no picture"}, "x.md")
    outcome = replace(engine, on_made=seen.append).run(plan(broken, text("site/a", "gạo")))

    assert [made.artifact.source for made in outcome.failed] == ["x.md"]
    assert len(seen) == 2
    assert files(engine) == {"site/a": "KHÔ"}


def test_what_a_failed_build_made_is_forgotten(engine: Engine) -> None:
    sound = plan(text("site/a", "khô"), text("site/b", "mắm"))
    engine.run(sound)
    broken = Artifact(("site/x",), fail, {"text": "no picture"}, "x.md")
    engine.run(plan(broken, text("site/a", "gạo"), text("site/c/d", "trà")))
    again = engine.run(sound)
    engine.run(plan(text("site/a", "khô"), text("site/b", "nem")))

    assert again.written == again.removed == ()
    assert files(engine) == {"site/a": "KHÔ", "site/b": "NEM"}


def test_a_folder_takes_a_files_place_and_a_file_a_folders(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô"), text("site/b/c", "mắm")))
    engine.run(plan(text("site/a/x", "gạo"), text("site/b", "trà")))

    assert files(engine) == {"site/a/x": "GẠO", "site/b": "TRÀ"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"\xff\x00",
        lambda stored: stored[: len(stored) // 2],
        lambda stored: stored.replace(b"site/a", b"site/b"),
        lambda stored: b"1" + stored,
        lambda stored: b" ".join([*(parts := stored.split(b" "))[:3], b"0" * 32, *parts[4:]]),
        lambda stored: stored.partition(b"\n")[0] + b"\n[]",
    ],
)
def test_a_damaged_manifest_is_not_believed(
    engine: Engine, damage: Callable[[bytes], bytes]
) -> None:
    engine.run(plan(text("site/a", "khô")))
    manifest = engine.cache / "manifest.json"
    manifest.write_bytes(damage(manifest.read_bytes()))
    seen: list[object] = []
    replace(engine, on_made=seen.append).run(plan(text("site/a", "khô")))

    assert files(engine) == {"site/a": "KHÔ"}
    assert len(seen) == 1


def test_several_workers_make_the_same_files(engine: Engine) -> None:
    many = [text(f"site/{n}", f"khô {n}") for n in range(40)]
    outcome = replace(engine, jobs=2).run(plan(*many))

    assert len(outcome.written) == 40
    assert files(engine)["site/39"] == "KHÔ 39"


def test_two_artifacts_with_one_path_name_both_sources() -> None:
    (clash,) = clashes([text("site/a", "khô"), text("site/b", "x"), text("site/a", "mắm")])

    assert (clash.path, clash.sources) == ("site/a", ("khô.md", "mắm.md"))


def test_where_folders_cannot_change_places_at_once_the_build_still_stands(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_at_once", lambda *_: False)
    engine.run(plan(text("site/a", "khô")))
    engine.run(plan(text("site/a", "gạo")))

    assert files(engine) == {"site/a": "GẠO"}


@pytest.mark.parametrize("stopped_after", [1, 2])
def test_a_build_stopped_between_two_renames_is_made_good(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, stopped_after: int
) -> None:
    """As on a system without the one step: the old site is back, or the new one is there."""
    monkeypatch.setattr(swap, "_at_once", lambda *_: False)
    engine.run(plan(text("site/a", "khô")))
    rename, calls = renaming.rename, []

    def stop(source: Path, target: Path, *, about: Path) -> None:
        if "aside" in f"{source.name}{target.name}" or calls:
            if len(calls) == stopped_after:
                raise KeyboardInterrupt
            calls.append(source)
        rename(source, target, about=about)

    with monkeypatch.context() as patched:
        patched.setattr(swap, "rename", stop)
        with pytest.raises(KeyboardInterrupt):
            engine.run(plan(text("site/a", "gạo")))
    outcome = engine.run(plan(text("site/a", "gạo")))

    assert files(engine) == {"site/a": "GẠO"}
    assert not outcome.failed
    assert not [path for path in engine.output.iterdir() if "aside" in path.name]


def test_the_next_tree_is_never_believed(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô"), text("site/b/c", "mắm")))
    engine.run(plan(text("site/a", "gạo"), text("site/b/c", "mắm")))
    tree = engine.cache / "next_tree" / "site"
    (tree / "b" / "c").unlink()
    (tree / "b" / "c").write_text("forged")
    (tree / "a").unlink()
    (tree / "a").mkdir()
    (tree / "stray").write_text("stray")
    engine.run(plan(text("site/a", "trà"), text("site/b/c", "mắm")))

    assert files(engine) == {"site/a": "TRÀ", "site/b/c": "MẮM"}


def test_a_scope_may_lose_its_last_file_and_get_one_again(engine: Engine) -> None:
    engine.run(plan(text("site/a/b", "khô")))
    emptied = engine.run(plan())
    again = engine.run(plan(text("site/a/b", "gạo")))

    assert emptied.removed == ("site/a/b",)
    assert again.written == ("site/a/b",)
    assert files(engine) == {"site/a/b": "GẠO"}


@pytest.mark.parametrize("link", ["site/media", "site"])
def test_nothing_is_written_through_a_link(engine: Engine, tmp_path: Path, link: str) -> None:
    engine.run(plan(text("site/media/a", "khô")))
    elsewhere = tmp_path / "elsewhere"
    (engine.output / link).rename(elsewhere)
    (engine.output / link).symlink_to(elsewhere)
    before = {path: path.read_text() for path in elsewhere.rglob("a")}
    with pytest.raises(OSError, match=link):
        engine.run(plan(text("site/media/a", "gạo")))

    assert before
    assert {path: path.read_text() for path in elsewhere.rglob("a")} == before
    assert (engine.output / link).is_symlink()


def test_without_hard_links_the_stamps_are_those_of_what_stands(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(next_tree, "_linked", lambda *_: False)
    engine.run(plan(text("site/a", "khô"), text("site/b", "mắm")))
    outcome = engine.run(plan(text("site/a", "gạo"), text("site/b", "mắm")))

    assert files(engine) == {"site/a": "GẠO", "site/b": "MẮM"}
    assert outcome.trees["site"] == listing(engine.output / "site")


def test_stamps_are_right_where_a_name_of_a_file_went(engine: Engine) -> None:
    def named(*paths: str) -> Artifact:
        return Artifact(paths, several, {"paths": len(paths), "text": "khô"}, "a.md")

    for made in (named("site/a", "site/q", "site/r"), named("site/a", "site/q")):
        engine.run(plan(made, text("site/b", "mắm")))
    outcome = engine.run(plan(named("site/a", "site/q"), text("site/b", "nem")))

    assert outcome.trees["site"] == listing(engine.output / "site")


def test_parts_of_files_that_a_killed_build_left_are_removed(engine: Engine) -> None:
    engine.run(plan(text("site/a", "khô")))
    for folder in (engine.output, engine.cache):
        (folder / "..inventory.123.part").write_bytes(b"half")
    engine.run(plan(text("site/a", "khô")))

    assert not list(engine.output.glob(".*.part"))
    assert not list(engine.cache.glob(".*.part"))


def derived(dependencies: str | None) -> Artifact:
    return Artifact(
        ("site/a",), shout, {"key": "a"}, "a.md", derive=gathered, dependencies=dependencies
    )


def test_where_dependencies_are_as_they_were_nothing_is_gathered(engine: Engine) -> None:
    engine.run(Plan((derived("1"),), {"a": "khô"}))
    subject = {"a": "khô"}
    outcome = engine.run(Plan((derived("1"),), subject))

    assert "asked" not in subject
    assert outcome.unchanged == ("site/a",)


def test_other_dependencies_with_the_same_values_write_nothing(engine: Engine) -> None:
    engine.run(Plan((derived("1"),), {"a": "khô"}))
    before = (engine.output / "site/a").stat().st_mtime_ns
    first, second = {"a": "khô"}, {"a": "khô"}
    outcome = engine.run(Plan((derived("2"),), first))
    engine.run(Plan((derived("2"),), second))

    assert outcome.written == ()
    assert (engine.output / "site/a").stat().st_mtime_ns == before
    assert first["asked"] == "x"
    assert "asked" not in second


def test_other_dependencies_with_other_values_are_made(engine: Engine) -> None:
    engine.run(Plan((derived("1"),), {"a": "khô"}))
    outcome = engine.run(Plan((derived("2"),), {"a": "gạo"}))

    assert outcome.written == ("site/a",)
    assert files(engine) == {"site/a": "GẠO"}


def test_dependencies_say_nothing_of_another_version_of_the_program(engine: Engine) -> None:
    engine.run(Plan((derived("1"),), {"a": "khô"}))
    subject = {"a": "gạo"}
    replace(engine, version="2").run(Plan((derived("1"),), subject))

    assert subject["asked"] == "x"


def test_a_file_that_went_missing_is_made_though_its_dependencies_are_as_they_were(
    engine: Engine,
) -> None:
    engine.run(Plan((derived("1"),), {"a": "khô"}))
    (engine.output / "site/a").unlink()
    engine.run(Plan((derived("1"),), {"a": "khô"}))

    assert files(engine) == {"site/a": "KHÔ"}


def twice(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """Give one and the same content for two paths."""
    content = str(values["text"]).encode()
    return [content, content]


def several(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """Give one and the same content for several paths."""
    return [str(values["text"]).encode()] * int(values["paths"])


def test_what_stands_at_two_paths_changes_at_both(engine: Engine) -> None:
    def both(words: str) -> Plan:
        return plan(Artifact(("site/a", "site/q/a"), twice, {"text": words}, "a.md"))

    engine.run(both("khô"))
    (engine.output / "site/a").unlink()
    (engine.output / "site/a").write_text("scribble")
    mended = engine.run(both("khô"))
    changed = engine.run(both("gạo"))

    assert mended.written == ("site/a",)
    assert changed.written == ("site/a", "site/q/a")
    assert files(engine) == {"site/a": "gạo", "site/q/a": "gạo"}
