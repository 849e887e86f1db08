"""Colours stand once, in theme.toml, and reach pages, paper and pictures from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from press_samples import drawing_of

from generator import theme
from generator.engine.artifact import Folders
from generator.press.typesetter import Flavour, typeset
from generator.theme.colours import Palette, resolved
from generator.web import styles
from generator.web.loaded_theme import loaded_theme
from generator.web.render import copy_static

ROOT = Path(__file__).parent.parent
DEFAULT = ROOT / "themes" / "mua-nuoc-noi"
OLD, NEW = "#0e4f4a", "#7a1f5c"


def child(root: Path, colours: str) -> theme.Folders:
    """A theme of its own that changes nothing but these colours."""
    (root / "rieng").mkdir(exist_ok=True)
    text = f'inherits = "mua-nuoc-noi"\n[colours]\n{colours}\n'
    (root / "rieng" / "theme.toml").write_text(text, "utf-8")
    return theme.chain("rieng", [root, ROOT / "themes"])


def test_no_colour_is_written_outside_theme_toml() -> None:
    found = re.compile(
        r"(?<!&)#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|cmyk|oklch)\(\s*\"?[\d#]", re.IGNORECASE
    )
    wrong = [
        (path.name, found.findall(path.read_text("utf-8")))
        for path in DEFAULT.rglob("*.*")
        if path.is_file() and path.name != "theme.toml"
    ]

    assert [each for each in wrong if each[1]] == []


def test_every_colour_that_the_theme_uses_is_one_it_has() -> None:
    palette = theme.palette((DEFAULT,)).colours
    text = "".join(path.read_text("utf-8") for path in DEFAULT.rglob("*.*") if path.is_file())
    css = set(re.findall(r"var\(--([\w-]+)", text)) - {"r", "text", "head"}
    typst = set(re.findall(r"palette\.([a-z][\w-]*)", text)) - {"typ"}
    screens = {name for name, each in palette.items() if each.light}

    assert css <= screens
    assert typst <= palette.keys()
    assert screens <= css | typst | set(re.findall(r'"([a-z-]+)(?: \d+%)?"', text))


def test_a_childs_colour_reaches_style_sheets(tmp_path: Path) -> None:
    folders = child(tmp_path, f'water = "{NEW}"')

    for place in ("inline", "linked"):
        css = styles.sheet(folders, place)
        assert f"--water:{NEW}" in css
        assert f"--link:{NEW}" in css
        assert OLD not in css
        assert f"--lotus:{theme.palette((DEFAULT,)).on_screen('lotus')}" in css
    assert ":root" not in styles.sheet(folders, "lot")


def test_a_childs_colour_reaches_a_phones_address_bar(tmp_path: Path) -> None:
    folders = child(tmp_path, f'water = "{NEW}"')
    lines = (DEFAULT / "web" / "layout.html").read_text("utf-8").split("\n")
    (line,) = (each for each in lines if "theme-color" in each)
    template = loaded_theme(Folders(tmp_path, folders)).template("vi", "layout.html")

    assert template.environment.from_string(line).render() == (
        f'<meta name="theme-color" content="{NEW}">')  # fmt: skip


def test_a_childs_colour_reaches_the_icon(tmp_path: Path) -> None:
    (icon,) = copy_static({"path": "icon.svg"}, Folders(tmp_path, child(tmp_path, "")))
    (own,) = copy_static(
        {"path": "icon.svg"}, Folders(tmp_path, child(tmp_path, f'water = "{NEW}"'))
    )

    assert OLD.encode() in icon
    assert own == icon.replace(OLD.encode(), NEW.encode())
    assert b"var(" not in own


@pytest.mark.parametrize(
    ("flavour", "inks"),
    [
        ("office", "0.47843137 0.12156863 0.36078432 scn"),
        ("press", "0 0.74509805 0.24705882 0.52156866 k"),
    ],
)
def test_a_childs_colour_reaches_paper(tmp_path: Path, flavour: Flavour, inks: str) -> None:
    main = """#import "palette.typ": palette
        #set document(title: "x")
        #set text(lang: "vi")
        #figure(alt: "x", rect(width: 9mm, height: 9mm, fill: palette.water))"""
    own = theme.typst_templates(child(tmp_path, f'water = "{NEW}"'))
    pdf = typeset({**own, "x.typ": main.encode()}, "x.typ", {}, flavour, "x")

    assert inks in drawing_of(pdf)


def test_what_is_not_given_follows_from_what_is() -> None:
    given = {"a": "#102030", "b": {"light": "a 50%", "dark": "#fff"}, "c": {"office": 128}}
    found = resolved([given]).colours

    assert (found["a"].dark, found["a"].office) == ("#102030", "#102030")
    assert found["a"].press == (66.7, 33.3, 0, 81.2)
    assert (found["b"].light, found["b"].dark, found["b"].office) == (
        "#10203080", "#fff", "#10203080")  # fmt: skip
    assert (found["c"].light, found["c"].press) == (None, (0, 0, 0, 49.8))


def test_a_childs_colour_leaves_no_shade_of_its_parents() -> None:
    parent = {"a": {"light": "#111111", "dark": "#222222", "press": [1, 2, 3, 4]}, "b": "a"}
    found = resolved([{"a": "#00ff00"}, parent]).colours

    assert {found["a"].light, found["a"].dark, found["b"].light} == {"#00ff00"}
    assert found["a"].press == found["b"].press == (100, 0, 100, 0)
    assert list(found) == ["a", "b"]


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('water = "teal green"', r"colours\.water\.light: wanted"),
        ('water = "#12345"', r"colours\.water\.light: wanted"),
        ("water = 7", r"colours\.water\.light: wanted"),
        ("water = { light = 7 }", r"colours\.water\.light: wanted"),
        ('water = { light = "#123456", office = true }', r"colours\.water\.office: wanted"),
        ('water = { light = "#123456", office = 256 }', r"colours\.water\.office: wanted"),
        ('water = { light = "#123456", press = "#123456" }', r"colours\.water\.press: wanted"),
        ('water = { light = "#123456", press = [1, 2, 3] }', r"colours\.water\.press: wanted"),
        ('water = { light = "#123456", press = [1, 2, 3, 101] }', r"colours\.water\.press"),
        ('water = { light = "#123456", night = "#000" }', r"colours\.water\.night: there are"),
        ("water = { press = [1, 2, 3, 4] }", r"colours\.water: neither light nor office"),
        ('water = "lagoon"', r"colours\.water: there is no colour 'lagoon'"),
        ('water = "hair"', r"colours\.water: 'hair' is for paper alone"),
        ('water = "link"', r"colours\.water names itself: water → link → water"),
        ('Water = "#123456"', r"colours\.Water: a name has small letters"),
        ('water = "#123456\\n"', r"colours\.water\.light: wanted"),
    ],
)
def test_a_wrong_colour_is_told_with_its_theme_and_key(
    tmp_path: Path, toml: str, told: str
) -> None:
    with pytest.raises(theme.ThemeError, match=f"theme 'rieng': {told}"):
        child(tmp_path, toml)


def test_a_picture_may_use_properties_of_its_own() -> None:
    palette = Palette({**resolved([{"a": "#123"}]).colours})

    assert palette.filled("var(--a) var(--own)") == "#123 var(--own)"
