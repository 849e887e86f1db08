"""Signs that the printed typeface lacks: told by `check`, and put into other words by print."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from marked_project import project
from press_samples import THEME, catalogue, photographed
from press_samples import product as sample
from small_project import write

from generator.catalogue.judging.printed_texts import rewritten, texts
from generator.catalogue.problems.problem import (
    Problem,
    Severity,
)
from generator.catalogue.reading.reader import read
from generator.pictures import cards
from generator.press.lettered import lettered
from generator.press.plan import plan
from generator.press.typesetter import typeset
from generator.theme import signs
from generator.theme.fonts import FOLDER

LEFT_OUT = ["🐟", "✔", "❤️", "鱼干", "ខ្មែរ", "شكرا", "\ue000", "\u200b", "\u2060", "\u202e"]
REPLACED = {
    "℃": "°C", "→": "–", "\u2011": "-", "●": "•", "▪": "•", "★": "*", "α": "alpha", "ﬁ": "fi",
    "Ｋ": "K", "㎏": "kg", "⅓": "1⁄3", "①": "1", "′": "'", "ⁿ": "n",
}  # fmt: skip
SILENT = ["½", "²", "•", "…", "\u202f", "\u3000", "\u1e3f", "\ufffe", "\x07", "\u2028"]
"""What print has, or has in the same form, and what no reader would miss."""


def sign_problems(root: Path) -> list[Problem]:
    return [each for each in read(root).problems if each.rule.code.startswith("sign-")]


def lines_with(root: Path, text: str) -> set[tuple[str, int]]:
    return {
        (file.relative_to(root).as_posix(), number)
        for file in (root / "content").rglob("*.*")
        if file.suffix in {".md", ".yaml"}
        for number, line in enumerate(file.read_text("utf-8").split("\n"), start=1)
        if text in line
    }


@pytest.mark.parametrize("sign", [*LEFT_OUT, *REPLACED])
def test_a_sign_is_told_wherever_print_may_show_it(tmp_path: Path, sign: str) -> None:
    """Every key of every model: each line that bears the sign has its warning, and no other."""
    root = project(tmp_path, f"Chữ {sign} chữ", story=f"Cá về.\n\nRồi phơi {sign} nắng.")
    found = sign_problems(root)

    assert {(each.path, each.line) for each in found} == lines_with(root, sign)
    assert {each.severity for each in found} == {Severity.WARNING}
    assert len(found) == len({(each.path, each.line) for each in found}) > 20
    for problem in found:
        assert f"U+{ord(sign[0]):04X}" in problem.line_in("vi")
        assert REPLACED.get(sign, "") in problem.line_in("en")


@pytest.mark.parametrize("sign", SILENT)
def test_what_print_can_show_is_no_problem(tmp_path: Path, sign: str) -> None:
    assert not sign_problems(project(tmp_path, f"Chữ {sign} chữ", story=f"Cá {sign} về."))


@pytest.mark.parametrize("sign", [*LEFT_OUT, *REPLACED, *SILENT])
def test_print_values_have_only_signs_of_the_typeface(tmp_path: Path, sign: str) -> None:
    root = project(tmp_path, f"Chữ {sign} chữ", story=f"Cá {sign} về.")
    found = read(root).catalogue
    assert found
    photos = photographed(root / "content", found)
    scopes = frozenset({"labels", "brochures"})
    made = [*plan(found, photos, THEME, scopes)]

    assert {each.paths[0].split("/")[0] for each in made} == scopes
    for artifact in made:
        said = json.dumps(artifact.values, ensure_ascii=False)
        assert signs.settable(said)


def test_a_sign_written_as_an_escape_is_told_too(tmp_path: Path) -> None:
    root = project(tmp_path, "Chữ", story="Cá &#9733; về.")
    file = root / "content/products/kho-ca.md"
    text = file.read_text("utf-8").replace('"summary Chữ"', '"Món \\u2192 \\U0001F41F ngon"')
    file.write_text(text, "utf-8")
    told = {each.rule.code: each for each in sign_problems(root) if each.line < 10}

    assert told.keys() == {"sign-replaced", "sign-left-out"}
    assert "U+1F41F" in told["sign-left-out"].line_in("vi")
    assert any("U+2605" in each.line_in("vi") for each in sign_problems(root))


@pytest.mark.parametrize("nothing", ["🐟", "鱼干", "🐟 – ✔!", "鱼干 2"])
def test_a_required_text_of_which_nothing_is_left_is_an_error(tmp_path: Path, nothing: str) -> None:
    root = project(tmp_path, "Chữ")
    file = root / "content/products/kho-ca.md"
    file.write_text(file.read_text("utf-8").replace("name Chữ", nothing), "utf-8")
    problem, of_seller = sorted(sign_problems(root), key=lambda each: each.line)

    assert (problem.path, problem.rule.code) == ("content/products/kho-ca.md", "sign-nothing-left")
    assert {(each.path, each.line) for each in (problem, of_seller)} <= {*lines_with(root, nothing)}
    assert problem.severity is Severity.ERROR
    assert "khóa name" in problem.line_in("vi")


def test_what_may_be_missing_may_have_nothing_left(tmp_path: Path) -> None:
    """Print then does as if nobody had told it."""
    root = project(tmp_path, "Chữ")
    file = root / "content/products/kho-ca.md"
    file.write_text(file.read_text("utf-8").replace("allergens Chữ", "鱼"), "utf-8")
    reading = read(root)
    assert reading.catalogue

    assert [each.rule.code for each in sign_problems(root)] == ["sign-left-out"]
    assert reading.catalogue.products[0].allergens == "鱼"
    assert lettered(reading.catalogue).products[0].allergens is None


def test_a_sign_is_told_once_in_a_story(tmp_path: Path) -> None:
    root = project(tmp_path, "Chữ", story="Cá 🐟 về.\n\nLại 🐟 và →.")
    at = [
        (each.line, each.rule.code) for each in sign_problems(root) if each.path.endswith("ca.md")
    ]

    assert [rule for _, rule in at] == ["sign-left-out", "sign-replaced"]
    assert at[1][0] - at[0][0] == 2


def test_a_text_in_another_script_is_one_line(tmp_path: Path) -> None:
    (problem, *_) = sign_problems(project(tmp_path, "Chữ 产品是用当地原料制成的"))

    assert problem.line_in("vi").count("U+") == 6


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Khô cá 🐟", "Khô cá"),
        ("🐟 Khô cá", "Khô cá"),
        ("Khô 🐟 cá", "Khô cá"),
        ("Khô🐟cá", "Khô cá"),
        ("Khô\u200b cá\u2060 lóc", "Khô cá lóc"),
        ("Khô\u200bcá", "Khôcá"),
        ("Khô cá 🐟, tôm ✔.", "Khô cá, tôm."),
        ("Khô cá (鱼干)", "Khô cá"),
        ("Khô (鱼干) cá", "Khô cá"),
        ("Cá (鱼, dried) khô", "Cá (dried) khô"),
        ("Dried fish – 鱼干 🐟", "Dried fish"),
        ("鱼干 – Dried fish", "Dried fish"),
        ("🐟 -5 °C", "-5 °C"),
        ("25 ℃ → 30℃", "25 °C – 30°C"),
        ("№ 12", "Số 12"),
        ("Giấy phép №12", "Giấy phép số 12"),
        ("1⅓ kg", "1 1⁄3 kg"),
        ("5\u202fkg", "5 kg"),
        ("👩\u200d🌾 Làm bằng tay", "Làm bằng tay"),
        ("🐟!", ""),
        ("\ud83d\udc1f cá", "cá"),
    ],
)
def test_what_is_left_out_leaves_no_trace(written: str, printed: str) -> None:
    assert signs.printed(written, "vi") == printed


def test_the_number_sign_is_a_word_of_the_language() -> None:
    assert signs.printed("Licence №12", "en") == "Licence No. 12"


def test_what_stands_in_place_of_a_sign_can_be_set_and_was_needed() -> None:
    assert all(map(signs.settable, signs.COMMON.values()))
    assert not [sign for sign in signs.COMMON if signs.settable(sign)]


def test_every_weight_has_the_same_signs() -> None:
    for file in FOLDER.glob("*.ttf"):
        with TTFont(file, lazy=True) as font:
            assert frozenset(map(chr, font.getBestCmap())) == signs.known()


def test_text_that_can_be_set_stays_as_it_is() -> None:
    plain = sample(name="Khô cá “chốt” – 5 °C")
    found = catalogue(plain)

    assert lettered(found).products[0] is found.products[0]
    assert plain.name == signs.printed(plain.name, "vi")


def test_words_in_another_language_are_rewritten_in_it() -> None:
    found = sample(translations={"en": {"source": "a.en.md", "name": "Fish №5"}})

    assert rewritten(found, "vi", signs.printed).translations["en"].name == "Fish No. 5"


def test_share_cards_are_lettered_as_print_is(tmp_path: Path) -> None:
    card = cards.Card("Danh mục 🐟", "Khô cá → 鱼干", "Cơ sở ★", "xã\u2011Mẫu", 3)
    said = cards.plan("a", "vi", "a.md", card, None, tmp_path, ()).values["card"]

    assert [said[key] for key in ("site", "name", "producer", "place", "stars")] == [
        "Danh mục", "Khô cá", "Cơ sở *", "xã-Mẫu", 3,
    ]  # fmt: skip


@pytest.mark.parametrize("flavour", ["press", "office"])
def test_no_sign_of_a_themes_own_words_stops_the_typesetter(flavour: str) -> None:
    template = b"""#set document(title: "x")
#set text(font: "Be Vietnam Pro", fallback: false, lang: "vi")
#json(bytes(sys.inputs.values)).word"""
    word = "Ấp \u2192 \U0001f41f \ue000 \x00 \ufffe \ud83d \u0e01"

    assert typeset({"a.typ": template}, "a.typ", {"word": word}, flavour, "a")  # type: ignore[arg-type]


def test_pages_alone_show_what_print_does_not_mark(tmp_path: Path) -> None:
    """A text without the mark never comes to paper or to a card, so nobody is told of it."""
    hidden = "Ẩn giấu"
    root = project(tmp_path, "Chữ")
    file = root / "content/products/kho-ca.md"
    text = file.read_text("utf-8").replace('"sample": true', f'"brand": "{hidden}", "sample": true')
    file.write_text(text.replace("148/QĐ-TTg", hidden), "utf-8")
    write(root, "content/pages/a.md", f"---\ntitle: {hidden}\n---\n{hidden}\n")
    found = read(root).catalogue
    assert found
    photos = photographed(root / "content", found)
    made = plan(found, photos, THEME, frozenset({"labels", "brochures"}))

    assert found.products[0].brand == hidden
    assert hidden not in json.dumps([artifact.values for artifact in made], ensure_ascii=False)


def test_the_walk_finds_texts_in_lists_and_inner_models() -> None:
    found = sample(standards=("VietGAP", "HACCP"), packs=({"net": "500 g"},))

    assert {"500 g", "VietGAP", "HACCP", found.name} <= {each.text for each in texts(found)}


def test_a_sign_that_cannot_be_seen_is_told_by_its_name(tmp_path: Path) -> None:
    (problem, *_) = sign_problems(project(tmp_path, "Chữ 🐟\u202e \u200b"))

    assert "“🐟” (U+1F41F), dấu không nhìn thấy (U+202E RIGHT-TO-LEFT OVERRIDE)" in problem.line_in(
        "vi"
    )
