"""“Did you mean”: for the first few, never for a lot, and photos whatever the case of letters."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from small_project import change, product, project, write

from generator.catalogue.problems import nearest
from generator.catalogue.problems.nearest import MOST_LOOKS, Nearest
from generator.catalogue.problems.problem import Problem
from generator.catalogue.reading.media_folder import NearestPhoto
from generator.catalogue.reading.reader import read
from generator.desk.content import load


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every word that was compared with all known ones."""
    found: list[str] = []

    def look(word: str, known: list[str], n: int) -> list[str]:
        found.append(word)
        return difflib.get_close_matches(word, known, n)

    monkeypatch.setattr(nearest, "get_close_matches", look)
    return found


def test_only_the_first_few_of_many_unknown_words_are_compared(looks: list[str]) -> None:
    near = Nearest(f"ten-{number}" for number in range(500))

    told = [near.to(f"ten-{number}x") for number in range(500)]
    assert told[0] == "ten-0"
    assert told[MOST_LOOKS:] == [""] * (500 - MOST_LOOKS)
    assert len(looks) == MOST_LOOKS


def test_thousands_of_mistyped_lots_cost_no_comparison(tmp_path: Path, looks: list[str]) -> None:
    project(tmp_path)
    lots = "\n".join(f"L26{number:04}A" for number in range(2000))
    events = "\n".join(f"L26{number:04},2026,harvest" for number in range(2000))
    write(tmp_path, "content/lots/gao.csv", f"lot\n{lots}\n")
    write(tmp_path, "content/lots/gao.events.csv", f"lot,when,step\n{events}\n")

    told = [each.rule.code for each in read(tmp_path).problems]
    assert told.count("event-lot") == 2000
    assert looks == []


def test_thousands_of_unknown_producers_and_places_cost_few(
    tmp_path: Path, looks: list[str]
) -> None:
    project(tmp_path)
    for number in range(60):
        write(tmp_path, f"content/products/x-{number}.md", product("gao", producer="co-sox"))
    former = "".join(f"- {{slug: p-{n}, kind: xã, name: P, now: tan-hungx}}\n" for n in range(60))
    places = (tmp_path / "content/places.yaml").read_text("utf-8")
    write(tmp_path, "content/places.yaml", places + former)

    told = [each.rule.code for each in read(tmp_path).problems]
    assert told.count("unknown-producer") == 60
    assert len(looks) <= 2 * MOST_LOOKS


def test_thousands_of_missing_photos_cost_few(looks: list[str]) -> None:
    near = NearestPhoto(f"anh-{number}.jpg" for number in range(2000))

    assert {near.to(f"anh-{number}.JPG") for number in range(2000)} == {
        f"anh-{number}.jpg" for number in range(2000)
    }
    assert looks == []
    assert [near.to(f"hinh-{number}.jpg") for number in range(2000)][MOST_LOOKS:] == [""] * (
        2000 - MOST_LOOKS
    )
    assert len(looks) == MOST_LOOKS


def test_a_lot_is_never_guessed_for_the_nearest_may_be_recalled(tmp_path: Path) -> None:
    project(tmp_path)
    write(tmp_path, "content/lots/gao.csv", "lot,status,note\nL260112A,recalled,Mốc\n")
    write(tmp_path, "content/lots/gao.events.csv", "lot,when,step\nL260112B,2026,harvest\n")

    (told,) = _told(tmp_path, "event-lot")
    assert "L260112A" not in told.line_in("vi") + told.line_in("en")


def test_a_lot_in_small_letters_is_told_which_letters_are_wrong(tmp_path: Path) -> None:
    project(tmp_path)
    write(tmp_path, "content/lots/gao.csv", "lot\nl260112a\n")

    (told,) = _told(tmp_path, "lot-capitals")
    assert "chữ in hoa" in told.said_in("vi")
    assert "L260112A" in told.said_in("vi")


@pytest.mark.parametrize("written", ["GAO.jpg", "gao.JPG", "gao.jpeg", "goa.jpg"])
def test_a_missing_photo_is_told_with_the_nearest_name(tmp_path: Path, written: str) -> None:
    project(tmp_path)
    change(tmp_path, "content/products/gao.md", "gao.jpg", written)

    (told,) = _told(tmp_path, "photo-missing")
    assert "Có phải “gao.jpg”?" in told.said_in("vi")


def _told(root: Path, rule: str) -> list[Problem]:
    return [each for each in load(root).problems if each.rule.code == rule]
