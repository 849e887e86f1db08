"""The table of page kinds and that of content folders, held together."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import theme
from generator.catalogue.model.folders import FOLDERS
from generator.web.kinds import KINDS, TABLE

ROOT = Path(__file__).resolve().parent.parent
THEME = (ROOT / "themes" / "mua-nuoc-noi",)
NAMES = {kind.name for kind in KINDS}


def test_every_folder_of_content_has_its_kind_of_pages() -> None:
    assert {folder.kind for folder in FOLDERS} <= NAMES


def test_no_two_kinds_share_a_name_or_a_folder() -> None:
    assert len(NAMES) == len(KINDS)
    for language in ("vi", "en"):
        folders = [each.segments[language] for each in KINDS if each.segments[language]]
        assert len(folders) == len(set(folders))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_list_has_its_title_and_every_page_its_template(language: str) -> None:
    words = theme.words(THEME, language).table
    for kind in KINDS:
        assert not kind.list or TABLE.titles[kind.name] in words
        for made in filter(None, (kind.list, kind.one)):
            assert theme.find(THEME, f"web/{made.template}").is_file()


def test_rooms_below_the_web_know_nothing_of_it() -> None:
    for room in ("addresses", "catalogue", "engine", "theme", "pictures"):
        for file in (ROOT / "generator" / room).rglob("*.py"):
            assert "generator.web" not in file.read_text("utf-8"), file
