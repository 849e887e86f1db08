"""No file is written outside its scope, whoever asks; and what is said of it is true."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_project import built, change, project

from generator.addresses.ledger import Printing
from generator.catalogue.reading import reader
from generator.desk.building import make
from generator.desk.labels.handing_out import hand_out
from generator.desk.options import Order
from generator.engine import (
    Artifact,
    Folders,
    Plan,
    Values,
    clashes,
    live_output,
    outside,
)
from generator.engine.engine import Engine
from generator.engine.kept_files import put
from generator.engine.paths import is_below

SCOPES = frozenset({"site"})
NASTY = [
    *("site/../victim", "site/a/../../victim", "../victim", "/site/a", "/etc/victim", "site/./a"),
    *("site", "site/", "site//a", "", "other/a", "site\\a", "site/..\\victim", "C:/site/a"),
    *("site/C:/a", "site/a\0b", "site/a\nb", "site/a\u2028b", "site/\ud800", "site/a:b"),
]


def words(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """Some bytes."""
    return [b"words"]


def of(*paths: str) -> tuple[Artifact, ...]:
    return tuple(Artifact((path,), words, {}, "x.md") for path in paths)


def engine_at(root: Path) -> Engine:
    return Engine(root / "output", root / ".cache", Folders(root, ()), "1", 1, SCOPES)


@pytest.mark.parametrize("path", NASTY)
def test_a_path_that_leaves_its_scope_is_refused_before_anything_is_written(
    tmp_path: Path, path: str
) -> None:
    found = of("site/a", path)

    assert [each for each, _ in outside(found, SCOPES)] == [path]
    with pytest.raises(OSError, match="outside the output folder"):
        engine_at(tmp_path).run(Plan(found))
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError, match="outside the output folder"):
        put(tmp_path / "output", {"labels/a": b"", path: b""})
    assert list(tmp_path.iterdir()) == []


@given(st.text(alphabet="site/.\\:a \0C%~", max_size=24).map("site/{}".format))
def test_what_passes_lies_below_its_scope_on_every_system(path: str) -> None:
    if not is_below(path, SCOPES):
        return
    for base in ("/out", "//out/"):
        assert os.path.normpath(f"{base}/{path}").startswith(f"{os.path.normpath(base)}/site/")
    assert "\\" not in path
    assert ":" not in path


def test_a_file_where_another_needs_a_folder_is_a_clash() -> None:
    (clash,) = clashes(of("site/sw.js", "site/sw.js/index.html"))

    assert clash.path == "site/sw.js"


@pytest.mark.parametrize("where", ["labels", "labels/kho-ca"])
def test_no_label_is_written_through_a_link(tmp_path: Path, where: str) -> None:
    victim, output = tmp_path / "victim", tmp_path / "output"
    victim.mkdir()
    (output / where).parent.mkdir(parents=True)
    (output / where).symlink_to(victim)

    with pytest.raises(OSError, match="a link"):
        put(output, {"labels/kho-ca/a/b.pdf": b""})
    assert list(victim.iterdir()) == []


@pytest.mark.parametrize("where", ["next_tree", "next_tree/site"])
def test_a_link_in_the_cache_leads_no_build_elsewhere(tmp_path: Path, where: str) -> None:
    victim, next_tree = tmp_path / "victim", tmp_path / ".cache" / where
    (victim / "site").mkdir(parents=True)
    (victim / "site/kept").write_text("kept")
    (victim / "kept").write_text("kept")
    next_tree.parent.mkdir(parents=True)
    next_tree.symlink_to(victim)
    engine_at(tmp_path).run(Plan(of("site/a")))

    assert sorted(path.name for path in victim.rglob("*")) == ["kept", "kept", "site"]
    assert (tmp_path / "output/site/a").read_bytes() == b"words"
    assert not (tmp_path / "output/site").is_symlink()


def test_a_build_whose_content_slips_through_says_which_file_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Should the rules for content ever miss one, the build does not."""
    root = project(tmp_path / "p")
    change(root, "content/products/kho-ca.md", "sample:", "aliases: [/../../cu/]\nsample:")
    monkeypatch.setattr(reader, "alias_findings", lambda *_: ())

    assert built(root, only="site") == 1
    told = capsys.readouterr().err
    assert "content/products/kho-ca.md:1:1: error[address-unsafe]: “site/../../cu/index" in told
    assert not (root / "output/site").exists()


def test_it_is_not_said_that_the_earlier_output_stands_when_some_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")
    publish = live_output.publish

    def break_off(live: Path, next_tree: Path) -> None:
        if live.name == "site":
            raise OSError(28, "no space", str(live))
        publish(live, next_tree)

    monkeypatch.setattr(live_output, "publish", break_off)
    assert built(root) == 1
    partly = capsys.readouterr().err
    assert built(root, only="site") == 1
    wholly_old = capsys.readouterr().err

    assert "Một phần kết quả đã là bản mới" in partly
    assert "còn nguyên" not in partly
    assert "Kết quả lần trước còn nguyên" in wholly_old


def test_a_report_that_can_t_be_written_comes_after_the_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "p")

    def full(*_: object) -> None:
        raise OSError(28, "no space", "report.json")

    monkeypatch.setattr(make, "_report", full)

    assert built(root, only="site") == 1
    assert "còn nguyên" not in capsys.readouterr().err


def test_a_link_in_the_way_of_labels_is_told_before_anything_is_recorded(tmp_path: Path) -> None:
    output, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    (output / "labels").mkdir(parents=True)
    elsewhere.mkdir()
    (output / "labels/gao").symlink_to(elsewhere, target_is_directory=True)
    (tmp_path / "content").mkdir()
    order = Order(root=tmp_path, output=output)
    address, day = "HTTPS://OCOP.VN/Q/7K3M9", date(2026, 1, 2)
    printing = Printing(printed_on=day, address=address, product="gao", quantity=1, what="tem")

    with pytest.raises(OSError, match="link"):
        hand_out(order, [printing], [{"labels/gao/labels.pdf": b"%PDF"}])

    assert not (tmp_path / "content/printed.csv").exists()
    assert not list(elsewhere.iterdir())
