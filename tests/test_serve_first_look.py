"""A large project is looked at in part first; all of it follows."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from serve_project import Trial
from small_project import product, project, write

from generator.desk.photos import PhotoCache
from generator.desk.serving import first_look
from generator.desk.serving.preview import Preview
from generator.desk.serving.sight import Sight

FILE = "content/products/mam-ca.md"
PAGE = "/san-pham/mam-ca/"
NEWEST = "/san-pham/kho-ca/"


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
    """One product is enough to begin with, and it is the one that was saved last."""
    monkeypatch.setattr(first_look, "MANY", 1)
    monkeypatch.setattr(first_look, "_NEWEST", 1)
    root = project(tmp_path)
    for each in (root / "content").rglob("*.md"):
        os.utime(each, ns=(1, 1 if each.stem != "kho-ca" else 2))
    return Trial(root)


def test_the_newest_page_is_there_with_what_it_names_and_says_that_more_comes(
    preview: Trial,
) -> None:
    told = preview.preview.message(NEWEST[1:], "", 0)

    assert preview.ask(NEWEST).status == 200
    assert "tệp" in str(told["reading"])
    assert told["problems"] == []
    assert "Mắm cá" not in preview.text("/san-pham/")


def test_a_page_that_somebody_asks_for_is_read_for_it(preview: Trial) -> None:
    assert preview.ask(PAGE).status == 200
    assert "Mắm cá" in preview.text("/san-pham/")


def test_what_nobody_can_know_yet_is_waited_for_instead_of_lost(preview: Trial) -> None:
    waiting = preview.ask("/khong-co/")
    state = preview.state("/khong-co/")
    preview.session.catch_up()

    assert waiting.status == 503
    assert preview.told("/khong-co/", state)["act"] == "reload"
    assert preview.ask("/khong-co/").status == 404


def test_a_draft_that_lacks_facts_comes_with_the_producer_that_it_names(preview: Trial) -> None:
    preview.write({"content/products/moi.md": "---\nproducer: hop-tac-xa\ndraft: true\n---\n"})
    page = preview.text("/san-pham/moi/")

    assert preview.preview.sight.awaited
    assert "Bản nháp" in page
    assert "Nơi làm hop-tac-xa" in page


def test_an_edit_is_shown_while_all_is_still_being_read(preview: Trial) -> None:
    preview.saved({FILE: product("mam-ca", name="Mắm mới")})

    assert "Mắm mới" in preview.text(PAGE)
    assert preview.preview.sight.awaited


def test_all_of_it_follows_with_its_problems(preview: Trial) -> None:
    preview.write({FILE: product("mam-ca").replace("group: 8", "group: 99")})
    preview.session.catch_up()

    assert preview.rules() == ["unknown-group"]
    assert preview.preview.message("", "", 0)["reading"] == ""
    assert not preview.preview.sight.awaited


def test_a_project_whose_site_yaml_is_broken_is_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_look, "MANY", 1)
    root = project(tmp_path)
    write(root, "content/site.yaml", "name: [")

    assert Trial(root).rules() == ["yaml-syntax"]


def test_a_save_of_a_page_that_is_shown_reads_no_other_file(
    preview: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview.ask(PAGE)

    def read_all(_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(first_look.FirstLook, "read", read_all)
    preview.saved({FILE: product("mam-ca", name="Mắm mới")})

    assert "Mắm mới" in preview.text(PAGE)
    assert not preview.faults


def test_a_file_that_breaks_before_all_is_read_leaves_its_page_as_it_was(preview: Trial) -> None:
    preview.ask(PAGE)
    preview.saved({FILE: "---\nname: [\n---\n"})

    assert "Mắm cá" in preview.text(PAGE)
    assert preview.preview.message("", "", 0)["problems"] == []


def test_a_photo_is_looked_at_once_for_all_first_looks(
    preview: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(cache: PhotoCache, files: Sequence[str], *more: Any) -> Any:  # noqa: ANN401
        looked.extend(files)
        return look_at(cache, files, *more)

    look_at = PhotoCache.look
    monkeypatch.setattr(PhotoCache, "look", look)
    preview.ask(PAGE)

    assert looked == ["mam-ca.jpg"]


def test_what_pages_share_is_gathered_before_a_new_state_is_shown(
    preview: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview.ask(NEWEST)
    gathered: list[bool] = []

    def show(_: Preview, sight: Sight, *_saved: object) -> None:
        gathered.append(sight.site is not None and "ranked" in vars(sight.site.editions["vi"]))

    monkeypatch.setattr(Preview, "show", show)
    preview.session.catch_up()

    assert gathered == [True]
