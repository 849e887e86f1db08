"""Web fonts: the whole alphabet, and little else."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generator.engine import Folders
from generator.pictures import fonts
from generator.theme.fonts import FOLDER, PAGE_WEIGHTS, font_path


def made(weight: str) -> bytes:
    artifact = fonts.plan(weight)
    (content,) = artifact.make(artifact.values, Folders(Path(), ()))
    return content


def test_the_alphabet_has_every_vietnamese_letter_composed() -> None:
    alphabet = fonts.alphabet()

    assert len(set(alphabet)) == len(alphabet)
    assert set("ĂÂĐÊÔƠƯăâđêôơưẾếỆệỗỢợỮữỵỲằẵẠ") <= set(alphabet)
    # 12 vowels of 6 tones each and đ, in both cases, less the ASCII letters among them.
    assert sum(c.isalpha() and not c.isascii() for c in alphabet) >= 2 * (72 + 1 - 6)


@pytest.mark.parametrize("weight", PAGE_WEIGHTS)
def test_a_web_font_draws_every_sign_that_the_family_has(weight: str) -> None:
    with TTFont(font_path(weight)) as whole, TTFont(BytesIO(made(weight))) as subset:
        wanted = {ord(sign) for sign in fonts.alphabet()} & set(whole.getBestCmap())

        assert set(subset.getBestCmap()) == wanted
        assert len(wanted) > 250
        assert {ord(sign) for sign in "ệỮ₫–“”…×°"} <= wanted


@pytest.mark.parametrize("weight", PAGE_WEIGHTS)
def test_a_web_font_is_small_and_always_the_same(weight: str) -> None:
    content = made(weight)

    assert content[:4] == b"wOF2"
    assert len(content) < 25_000
    assert content == made(weight)


def test_marks_are_still_placed_and_letters_kerned() -> None:
    with TTFont(BytesIO(made("Bold"))) as font:
        features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}

    assert {"kern", "mark"} <= features


def test_each_weight_has_its_own_path_and_licence() -> None:
    assert fonts.plan("SemiBold").paths == ("site/static/be-vietnam-pro-semibold.woff2",)
    with TTFont(BytesIO(made("SemiBold"))) as font:
        assert "Open Font License" in font["name"].getDebugName(13)


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_the_typesetters_files_are_there(weight: str) -> None:
    assert font_path(weight).is_file()
    assert font_path(weight).parent == FOLDER


def test_an_unknown_weight_has_no_file() -> None:
    assert not font_path("Heavy").exists()
