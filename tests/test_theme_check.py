"""The theme that site.yaml names is looked at by `check`: what it passes, the build can wear."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from small_project import built, change, project, run, write

from generator.desk.building import trial_prints
from generator.desk.content import load
from generator.theme import chain, palette, words
from generator.web import trial_pages

SHIPPED = Path(__file__).parent.parent / "themes/mua-nuoc-noi"


def told(root: Path) -> list[str]:
    return [each.line_in("en") for each in load(root).problems]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "tagline:", "theme: rieng\ntagline:")
    return tmp_path


def test_a_theme_of_the_project_is_fine(root: Path) -> None:
    assert told(root) == []


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("theme.toml", "name = ", "theme.toml"),
        ("theme.toml", 'name = "rieng"\ninherits = "khong-co"\n', "no theme named 'khong-co'"),
        ("theme.toml", 'name = "rieng"\ninherits = "rieng"\n', "inherits itself"),
        ("press/formats.toml", "[the]\npage = 7\n", "formats.toml"),
    ],
)
def test_a_theme_that_cannot_be_used_is_told_at_its_key(
    root: Path, file: str, text: str, said: str
) -> None:
    write(root, f"themes/rieng/{file}", text)
    found = told(root)

    assert len(found) == 1
    assert found[0].startswith("content/site.yaml:")
    assert "error[theme-unusable]" in found[0]
    assert said in found[0]
    assert built(root) == 1


@pytest.mark.parametrize(
    ("file", "text", "vi", "en"),
    [
        ("theme.toml", "name = ", "không đúng cách viết TOML", "it is no TOML"),
        ("theme.toml", "name = a\n", "ở dòng 1, cột 8 (mỗi khóa một dòng", "at line 1, column 8"),
        ("theme.toml", "[colours]\n", 'ghi inherits = "mua', 'write inherits = "mua'),
        ("theme.toml", 'inherits = "mua-nuoc-noj"', "có phải “mua-nuoc-noi”", "did you mean “mua"),
        ("theme.toml", "inherits = 5\n", "inherits: cần tên", "inherits: wanted a theme's name"),
        ("theme.toml", "styles = 5\n", "styles: cần một bảng", "styles: wanted a table"),
        ("theme.toml", 'styles = {lot = "a"}\n', "styles.lot: cần danh", "styles.lot: wanted"),
        (
            "theme.toml",
            "[scripts]\na = 5\n",
            "scripts.a: cần danh sách",
            "scripts.a: wanted a list",
        ),
        ("theme.toml", "colours = 5\n", "colours: cần một bảng", "colours: wanted a table"),
        ("theme.toml", "[colours]\nwater = 7\n", "water.light: cần “#rrggbb”", "wanted “#rrggbb”"),
        ("theme.toml", "# \udcff", "hãy lưu lại bằng UTF-8", "save the file as UTF-8"),
        ("strings/vi.toml", "a", "không đúng cách viết TOML", "it is no TOML"),
        ("press/formats.toml", "the = 7\n", "the: cần một bảng [the]", "wanted a table [the]"),
        ("press/formats.toml", "[the]\n", "the.title: thiếu khóa này", "the.title: Field required"),
        ("press/x.typ", '#import "@preview/a:1.0.0"', "không tải gì từ mạng", "nothing is fetched"),
    ],
)
def test_what_is_wrong_with_a_theme_is_told_in_the_reader_s_language(
    root: Path, file: str, text: str, vi: str, en: str
) -> None:
    write(root, f"themes/rieng/{file}", text.encode(errors="surrogateescape"))
    [problem] = load(root).problems

    assert (vi in problem.line_in("vi"), en in problem.line_in("en")) == (True, True)
    assert en not in problem.line_in("vi")


def test_a_name_that_is_none_has_the_nearest_proposed(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "tagline:", "theme: mua-nuoc-noy\ntagline:")
    [line] = told(tmp_path)

    assert "error[theme-missing]: There is no theme named “mua-nuoc-noy”" in line
    assert "Did you mean “mua-nuoc-noi”?" in line


def test_a_theme_asked_for_by_the_command_stands_for_the_content_s(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "tagline:", "theme: khong-co\ntagline:")

    assert [each.rule.code for each in load(tmp_path).problems] == ["theme-missing"]
    assert load(tmp_path, theme="mua-nuoc-noi").problems == ()


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("static/a\udcff.txt", "x", "tên tệp static/a\ufffd.txt không phải UTF-8"),
        ("static/d\udcff/a.txt", "x", "tên tệp static/d\ufffd/a.txt không phải UTF-8"),
        ("theme.toml", '{}[styles]\nlinked = ["a.css"]\n', "không có tệp 'static/a.css'"),
        ("theme.toml", '{}[styles]\npaper = ["a.css"]\n', "không có tệp 'static/a.css'"),
        ("theme.toml", '{}[styles]\nkiosk = ["a.css"]\n', "không có tệp 'static/a.css'"),
        ("theme.toml", '{}[scripts]\nx = ["a.js"]\n', "không có tệp 'scripts/a.js'"),
        ("theme.toml", '{}[scripts]\n"../x" = ["search/words.js"]\n', "'../x.js' không thể là"),
        ("theme.toml", f"{{}}[a]\nb = {'[' * 2000}", "theme.toml: lồng quá sâu"),
        ("static/a\\b.txt", "x", "không thể là tên tệp trong static/"),
        ("static/a.svg", "<svg>\udcff</svg>", "a.svg: tệp không phải UTF-8"),
        ("scripts/search/words.js", "\udcff", "words.js: tệp không phải UTF-8"),
        ("static/site.css", "a{}\udcff", "site.css: tệp không phải UTF-8"),
        ("web/product.html", "\udcff", "product.html: tệp không phải UTF-8"),
        ("web/product.html", "\0" * 20, "product.html: từ dòng 1 tệp chỉ còn byte 0"),
        ("static/site.css", "a{}\n" + "\0" * 20, "site.css: từ dòng 2 tệp chỉ còn byte 0"),
        ("static/page.js", "a()\n" + "\0" * 20, "page.js: từ dòng 2 tệp chỉ còn byte 0"),
        ("static/chu.woff2", "\0" * 20, "chu.woff2: từ dòng 1 tệp chỉ còn byte 0"),
        ("web/product.html", "\n{% if %}", "product.html:2: sai cú pháp của mẫu trang"),
        ("web/product.html", "{{ 1|khong }}", "product.html:1: sai cú pháp của mẫu trang"),
        ("web/product.html", '{% extends "b.html" %}', "không có tệp 'web/b.html'"),
        ("web/cua-toi.html", "\udcff", "cua-toi.html: tệp không phải UTF-8"),
    ],
)
def test_what_keeps_a_theme_from_making_pages_is_told_at_its_key(
    root: Path, file: str, text: str, said: str
) -> None:
    inherits = 'name = "rieng"\ninherits = "mua-nuoc-noi"\n'
    styles = inherits + '[styles]\nlinked = ["site.css"]\n'
    write(root, "themes/rieng/theme.toml", styles if file.endswith(".css") else inherits)
    content = text.replace("{}[", f"{inherits}[").encode(errors="surrogateescape")
    write(root, f"themes/rieng/{file}", content)
    [problem] = load(root).problems

    assert problem.line_in("vi").startswith("content/site.yaml:5:8: error[theme-unusable]")
    assert said in problem.line_in("vi")


def test_a_pipe_among_the_strings_is_passed_over_as_the_build_does(root: Path) -> None:
    (root / "themes/rieng/strings").mkdir()
    os.mkfifo(root / "themes/rieng/strings/vi.toml")

    assert told(root) == []


def test_a_link_out_of_the_theme_is_told_by_the_check(root: Path) -> None:
    (root / "themes/rieng/static").mkdir()
    (root / "themes/rieng/static/a.txt").symlink_to(root / "content/site.yaml")
    [line] = told(root)

    assert "leads out of the theme" in line


def test_zeros_within_a_file_that_is_no_text_are_no_fault(root: Path) -> None:
    write(root, "themes/rieng/static/chu.woff2", b"wOF2" + bytes(40))

    assert told(root) == []


def test_a_draft_that_no_page_is_made_with_is_no_fault(root: Path) -> None:
    write(root, "themes/rieng/web/nhap.html", "{% if %}")

    assert told(root) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[product]\nstory = "XuÊt xø"\n', "strings/vi.toml:2:10: warning[text-garbled]"),
        ('product.story = "KhÃ´ cÃ¡"\n', "strings/vi.toml:1:18: warning[text-garbled]"),
        (
            '[product]\nlot = "Tốt"\ncall = "Kh? c? l?c"\n',
            "strings/vi.toml:3:9: warning[text-garbled]",
        ),
        ('[product]\nlot = """\nXuÊt xø"""\n', "strings/vi.toml:2:1: warning[text-garbled]"),
        ('product.lot = "Tốt\u200b"\n', "strings/vi.toml:1:16: warning[text-invisible]"),
    ],
)
def test_a_string_of_the_project_s_theme_that_lost_its_letters_is_told(
    root: Path, text: str, said: str
) -> None:
    write(root, "themes/rieng/strings/vi.toml", text)
    [line] = told(root)

    assert line.startswith(f"themes/rieng/{said}")


def test_a_name_in_a_theme_that_changes_nothing_is_told_with_the_one_that_was_meant(
    root: Path,
) -> None:
    head = 'inherits = "mua-nuoc-noi"\n'
    colours = '[colours]\nwatter = "#123456"\nhome = "#123457"\ndeep = "dusk"\ndusk = "#023"\n'
    write(root, "themes/rieng/theme.toml", f"{head}[style]\nlinked = []\n{colours}")
    strings = '[product]\nstory = "Chuyện kể"\nlott = "Lô"\nmine = "Của tôi"\n'
    write(root, "themes/rieng/strings/vi.toml", strings)
    write(root, "themes/rieng/strings/en.toml", '[product]\nmine = "Mine"\n')
    write(root, "themes/rieng/static/more.css", "a{color:var(--home)}")
    write(root, "themes/rieng/web/own.html", '{{ t("product.mine") }}')

    assert [line.replace("themes/rieng/", "").split(" Copy")[0] for line in told(root)] == [
        f"{at}: warning[theme-key-unused]: “{name}” changes nothing: the theme behind has no such "
        f"name, and no file of this theme uses it. Did you mean “{meant}”?"
        for at, name, meant in (
            ("strings/vi.toml:3:9", "product.lott", "product.lot"),
            ("theme.toml:2:1", "style", "styles"),
            ("theme.toml:5:1", "watter", "water"),
        )
    ]


def test_the_first_theme_of_the_guide_is_fine_and_changes_what_it_says(root: Path) -> None:
    guide = (Path(__file__).parent.parent / "docs/themes.md").read_text("utf-8")
    files = re.findall(r"```toml\n# (themes/cho-noi/\S+)\n(.*?)```", guide, re.DOTALL)
    for file, text in files:
        write(root, file, text)
    change(root, "content/site.yaml", "theme: rieng", "theme: cho-noi")

    assert len(files) == 2
    assert told(root) == []
    folders = chain("cho-noi", [root / "themes", SHIPPED.parent])
    assert palette(folders).on_screen("water") == "#7a1f5c"
    assert words(folders, "vi").say("product.story") == "Chuyện kể"


def test_a_place_in_a_string_that_nothing_is_filled_into_is_told(root: Path) -> None:
    """It would stand on the page as it is written; the project's own templates may fill it in."""
    strings = '[product]\nstory = "Chuyện {ten}"\nlot = "Lô {so}"\nserial = "Số"\n'
    write(root, "themes/rieng/strings/vi.toml", strings)
    write(root, "themes/rieng/web/own.html", '{{ t("product.lot", so=1) }}')
    [line] = told(root)

    assert line.startswith("themes/rieng/strings/vi.toml:2:10: error[theme-string-place]")
    assert "“Chuyện {ten}”" in line


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "web/parts.html",
            "macro waves()",
            "macro wave()",
            "{line}:1: error[template-value]: Mẫu trang cần “parts.waves (cat",
        ),
        (
            "strings/vi.toml",
            'label = "{n} sao"',
            'label = "{x} sao"',
            "strings/vi.toml:2:10: error[theme-string-place]: Chữ stars.label trong",
        ),
        (
            "web/product.html",
            "<h1>{{ page.name",
            "<h1>{{ page.video|length }}{{ page.name",
            "{line}:1: error[template-fails]: Mẫu trang hỏng ở dòng này",
        ),
        (
            "web/parts.html",
            '{% if c.price %}<span class="price">',
            '{{ c.price|length }}{% if c.price %}<span class="price">',
            "{line}:1: error[template-fails]: Mẫu trang hỏng ở dòng này",
        ),
        (
            "web/lot.html",
            "{{ lot.lot }}</b>",
            "{{ lot.lot }}{{ lot.quantity|length }}</b>",
            "{line}:1: error[template-fails]: Mẫu trang hỏng ở dòng này",
        ),
    ],
)
def test_what_templates_cannot_do_is_told_at_their_line(
    root: Path, file: str, old: str, new: str, said: str
) -> None:
    shipped = (SHIPPED / file).read_text("utf-8") if file.endswith("html") else f"[stars]\n{old}"
    assert old in shipped
    write(root, f"themes/rieng/{file}", shipped.replace(old, new))
    write(root, "content/lots/kho-ca.csv", "lot,produced\nL1,2026-10-01\n")
    change(root, "content/products/gao.md", "packs:\n  - net: 500 g\n    price: 90000\n", "")
    status, _, lines = run(root, "check")
    told = [line for line in lines.splitlines() if "error" in line]

    assert (status, len({line.partition(": Mẫu")[0] for line in told})) == (1, len(told))
    line = shipped[: shipped.index(old)].count("\n") + 1
    # A macro that is asked for and isn't there is lacking in the file as a whole.
    where = f"{file}:{1 if 'macro' in old else line}"
    assert told[0].startswith(f"themes/rieng/{said.format(line=where)}")


def test_a_theme_of_its_own_that_lacks_a_page_is_told(root: Path) -> None:
    shutil.copytree(SHIPPED, root / "themes/rieng", dirs_exist_ok=True)
    change(root, "themes/rieng/theme.toml", 'name = "mua-nuoc-noi"', 'name = "rieng"')
    assert told(root) == []

    (root / "themes/rieng/web/offline.html").unlink()
    [line] = told(root)
    assert "error[theme-unusable]" in line
    assert "'web/offline.html'" in line


def test_pages_are_tried_anew_only_where_something_new_is_to_be_seen(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    one = trial_pages._make
    monkeypatch.setattr(
        trial_pages, "_make", lambda about, *rest: [made.append(about), one(about, *rest)]
    )
    home = "{% extends 'layout.html' %}"
    write(root, "themes/rieng/web/home.html", home)
    told = []
    for file, old, new in (
        (None, "", ""),
        ("content/products/gao.md", "Món gao", "Gạo"),
        ("content/products/gao.md", "summary: Gạo để thử.\n", ""),
        ("themes/rieng/web/home.html", home, f"{home}\n"),
    ):
        if file:
            change(root, file, old, new)
        made.clear()
        assert run(root, "check")[0] == 0
        told.append(len(made))

    assert told[1] == 0
    assert told[0] == told[3] > told[2] > 0
    assert ("product", "gao") in made


def test_colours_that_hide_print_are_told_once_and_sound_print_is_made_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of words in leaflets and of codes on labels alike, where the colours stand."""
    inherits = 'name = "rieng"\ninherits = "mua-nuoc-noi"\n'
    write(root, "themes/rieng/theme.toml", f'{inherits}[colours]\nink = "#fff"\n')
    status, _, told = run(root, "check")

    assert status == 1
    assert told.count("\n") == 1
    assert told.startswith("themes/rieng/theme.toml:1:1: error[press-colours]: Với các màu")
    assert "(ink)" in told
    assert [each.rule.code for each in load(root).problems] == []

    write(root, "themes/rieng/theme.toml", f'{inherits}[colours]\nink = "#111"\n')
    assert run(root, "check")[0] == 0
    monkeypatch.setattr(trial_prints, "_faults", None)
    assert run(root, "check")[0] == 0


def test_what_typst_cannot_set_or_draw_is_told(root: Path) -> None:
    for file in ("press/leaflet.typ", "press/share-card.typ", "static/icon.svg"):
        write(root, f"themes/rieng/{file}", "#khong-co(1)\n")
    status, _, told = run(root, "check")

    assert (status, told.count("\n")) == (1, 3)
    assert "themes/rieng/press/leaflet.typ:1:2: error[template-fault]" in told
    assert all(file in told for file in ("leaflet.typ", "share-card.typ", "icon.svg"))
