"""The documents say what the program does: rules, paths, commands and pictures."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import click
import pytest
from PIL import Image

from generator.catalogue.fields import ROWS, Written, keys_page
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.ocop.steps import STEPS
from generator.catalogue.problems.rules import RULES
from generator.catalogue.problems.rules_page import page
from generator.cli import ocop
from generator.press.formats import formats

ROOT = Path(__file__).resolve().parent.parent
commands = runpy.run_path(str(ROOT / "docs/commands.py"))["commands"]
KEYS = (ROOT / "docs/khoa.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
FOR_EDITORS = ("docs/huong-dan.md", "docs/tra-cuu.md", "docs/dang-trang.md", "docs/may-chu.md")
PICTURES = re.compile(r'<img src="([^"]+)"[^>]*?alt="([^"]+)"')


def test_the_page_of_rules_is_that_of_the_table() -> None:
    assert (ROOT / "docs/quy-tac.md").read_text("utf-8") == page(), "run: make docs"


def test_every_rule_is_told_in_both_languages() -> None:
    lines = page().splitlines()
    for code in RULES:
        (row,) = (line for line in lines if line.startswith(f"| `{code}`"))
        cells = re.split(r"(?<!\\)\|", row)[1:-1]

        assert len(cells) == 3, code
        assert not re.search(r"[{}]", row), code
        assert all(cell.strip().endswith(".*") for cell in cells[1:]), code


def places_to_change() -> list[str]:
    table = README.split("## Where to change what")[1].split("\n\n")[1]
    return re.findall(r"`([\w<>*./-]+/[\w<>*./-]*)`", table)


def test_the_places_to_change_are_there() -> None:
    places = places_to_change()

    assert len(places) > 8
    assert [p for p in places if not list(ROOT.glob(re.sub(r"<\w+>", "*", p).rstrip("/")))] == []


def anchors(text: str) -> set[str]:
    """Where links into a page may lead: its headings, as code hosts spell them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", *FOR_EDITORS])
def test_links_lead_to_files_and_headings_that_are_there(document: str) -> None:
    path = ROOT / document
    text = path.read_text("utf-8")
    linked = re.findall(r'(?:\]\(|(?:src|href)=")(?!https?:)([^)"#]*)(?:#([^)"]+))?', text)
    pages = [(path.parent / target if target else path, place) for target, place in linked]

    assert bool(linked) == ("](" in text)
    assert [page for page, _ in pages if not page.exists()] == []
    assert [
        place for page, place in pages if place and place not in anchors(page.read_text("utf-8"))
    ] == []


def test_every_page_for_editors_is_reached_from_the_guide() -> None:
    guide = (ROOT / "docs/huong-dan.md").read_text("utf-8")
    wanted = {"khoa.md", "quy-tac.md", "lenh.md", "tra-cuu.md", "dang-trang.md", "may-chu.md"}
    wanted |= {"themes.md"}

    assert [page for page in wanted if f"]({page}" not in guide] == []
    assert "(khoa.md#bộ-sản-phẩm--product-groups)" in guide


def test_the_guide_s_table_of_print_names_formats_that_there_are() -> None:
    guide = (ROOT / "docs/huong-dan.md").read_text("utf-8")
    table = guide.split("\n## 9. In ấn phẩm\n")[1].split("|---|---|---|---|\n")[1].split("\n\n")[0]
    named = {key for row in table.splitlines() for key in re.findall("`(.+?)`", row.split("|")[2])}

    assert named
    assert named <= {*formats((ROOT / "themes/mua-nuoc-noi",))}


def test_the_readme_s_make_targets_are_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

    assert set(re.findall(r"\bmake ([a-z]+)", README)) >= {"site", "test"}
    assert set(re.findall(r"(?:`|^    )make ([a-z]+)", README, re.MULTILINE)) <= targets


def pictures() -> list[tuple[Path, str]]:
    """Each picture of README and guide, with the text that stands for it."""
    texts = {ROOT / name: (ROOT / name).read_text("utf-8") for name in ("README.md", *FOR_EDITORS)}
    return [
        (page.parent / name, alt) for page, t in texts.items() for name, alt in PICTURES.findall(t)
    ]


def test_every_picture_is_sharp_light_and_described() -> None:
    shown = pictures()
    made = {path for path in (ROOT / "docs/images").iterdir() if path.suffix in {".webp", ".png"}}

    assert {path.resolve() for path, _ in shown} == made
    assert [path.name for path, alt in shown if len(alt) < 40] == []
    for path in made:
        assert path.stat().st_size <= 90_000
        with Image.open(path) as opened:
            assert opened.width >= 720


def test_the_page_of_keys_is_that_of_the_field_table() -> None:
    assert keys_page.page() == KEYS, "run: make docs"


def test_the_page_of_keys_has_every_key_column_group_and_standard_step() -> None:
    keys = [row for row in ROWS if row.written is not Written.NOT]
    lines = KEYS.splitlines()

    assert sum(each.count("<br>") == 2 and each.startswith("| `") for each in lines) == len(keys)
    assert [each for each in GROUPS if f"\n| {each} | " not in KEYS] == []
    assert [key for key, step in STEPS.items() if f"`{key}` | {step.vi} |" not in KEYS] == []


def test_no_cell_of_the_page_of_keys_is_broken() -> None:
    rows = [re.split(r"(?<!\\)\|", each) for each in KEYS.splitlines() if each.startswith("| `")]

    assert {len(each) for each in rows} == {5, 6}
    assert [each for each in rows if not all(cell.strip() for cell in each[1:-1])] == []


def test_the_page_of_commands_is_that_of_the_program() -> None:
    page = runpy.run_path(str(ROOT / "docs/commands.py"))["page"]()

    assert (ROOT / "docs/lenh.md").read_text("utf-8") == page, "run: make docs"


@pytest.mark.parametrize(("name", "command"), [*commands(ocop, "ocop")])
def test_every_command_and_option_says_what_it_does_in_both_languages(
    name: str, command: click.Command
) -> None:
    asked = [each for each in command.params if isinstance(each, click.Option)]
    silent = [max(each.opts, key=len) for each in asked if " · " not in (each.help or "")]

    assert " · " in (command.help or ""), name
    assert silent == []


def test_the_files_that_the_architecture_names_are_there() -> None:
    text = (ROOT / "docs/architecture.md").read_text("utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.(?:py|toml))`", text))
    there = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("generator/**/*.*")}
    there |= {path.relative_to(ROOT).as_posix() for path in ROOT.glob("t*/**/*.*")}

    assert len(named) > 30
    assert [
        n for n in sorted(named) if not any(f"/{path}".endswith(f"/{n}") for path in there)
    ] == []
    assert len(text.splitlines()) <= 150
