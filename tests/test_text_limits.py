"""One text never spoils another: limits are told by the check, and no engine keeps anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.catalogue.problems.rules_texts import TEXT_UNREADABLE
from generator.catalogue.prose import story
from generator.catalogue.prose.markdown_engine import DEEPEST, Converter, ProseError
from generator.catalogue.prose.story import (
    faults,
    render,
)
from generator.catalogue.reading.reader import read
from tests.small_project import STORY, built, everything, product, project, write

DENSE = "[a" + "x" * 40
HTML = ("<a@b " + "x " * 200 + "\n\n") * 400
EXCESSIVE = {
    "text-nested": [
        "- " * 200 + "x",
        ">" * 200 + " x",
        "1. - " * 60 + "x",
        "> - " * 60 + "x",
        "> " * 5000 + "- x",
        "\n".join("    " * level + "- x" for level in range(40)),
        "\n\n".join("    " * level + "1. x" for level in range(40)),
    ],
    "text-marks": ["[" * 20_000, "<a" * 20_000, "``a`" * 5000, "![" * 600],
    "text-long": ["=\n" * 50_000, "a\n\n" * 50_000, "- a\n" * 50_000],
    "text-dense": [DENSE * 400, "*a " * 30_000, "\\*" * 60_000, "&amp;" * 40_000, HTML],
}
EVERY = [(rule, text) for rule, texts in EXCESSIVE.items() for text in texts]
ORDINARY = [
    "\n".join("    " * level + f"- tầng {level}" for level in range(5)),
    "> a\n>\n> > b\n> > > - c",
    "- - - - - - - - - - - - - - - - - - - -\n\nchữ",
    "\n".join(f"- **[Quầy {n}](https://a.example/{n})**, xã *Mẫu*" for n in range(150)),
    "| a | b |\n|---|---|\n" + "| **x** | [y](https://a.example) |\n" * 200,
    " " * 60 + "thơ thụt vào",
    STORY * 40,
]


@pytest.mark.parametrize(("rule", "text"), EVERY)
def test_a_text_beyond_the_limits_is_told(rule: str, text: str) -> None:
    assert [found.rule.code for found in faults(text)] == [rule]
    assert render(text, "products").blocks, "and shown as it is, should anyone render it"


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_text_is_within_the_limits(text: str) -> None:
    assert not list(faults(text))


@pytest.mark.parametrize("opening", [">", "> ", "- ", "* "])
def test_the_limit_is_a_number_of_levels(opening: str) -> None:
    assert not list(faults(opening * DEEPEST + "x"))
    assert list(faults(opening * (DEEPEST + 1) + "x"))


def test_the_line_told_is_the_one_that_goes_too_far() -> None:
    text = f"một\n\nhai\n\n{'> ' * 100}x\n\nba\n"

    assert [found.at for found in faults(text)] == [(5, 1)]


def deeper(calls: int, text: str) -> list[str]:
    return deeper(calls - 1, text) if calls else [found.rule.code for found in faults(text)]


@pytest.mark.parametrize("levels", [DEEPEST, DEEPEST + 1])
def test_the_judgement_is_the_same_wherever_it_is_asked_for(levels: int) -> None:
    text = "- " * levels + "x"

    assert deeper(0, text) == deeper(400, text)


STATEFUL = ["[a]: https://a.example", "<div>\n\n&amp;", "> - a", "*a", "| a |\n|---|", "[a]"]
_TEXTS = st.sampled_from([*STATEFUL, *(text for _, text in EVERY[:8])]) | st.text(
    st.sampled_from("ab \n#*_`>-1.[]()!<>/\"'=|:&\\đ"), max_size=60
)


@settings(max_examples=200)
@given(st.lists(_TEXTS, max_size=4), _TEXTS)
def test_a_text_is_rendered_alike_whatever_came_before(before: list[str], text: str) -> None:
    story.render.cache_clear()
    alone = render(text, "products")
    for each in before:
        render(each, "products")
    story.render.cache_clear()

    assert render(text, "products") == alone


class _Broken(Markdown):
    """An engine that leaves something behind and fails."""

    def convert(self, source: str) -> str:
        self.parser.state.set("list")
        raise KeyError(source)


def test_whatever_markdown_raises_is_one_finding_and_the_engine_goes() -> None:
    converter = Converter()
    converter._engine = _Broken()  # what a fault of the library would be

    with pytest.raises(ProseError):
        converter.convert("một")
    assert converter.convert("một\n\nhai") == "<p>một</p>\n<p>hai</p>"


def test_a_text_that_markdown_fails_at_is_never_an_empty_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: object, text: str) -> str:
        raise ProseError(TEXT_UNREADABLE, found=text)

    story.render.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(Converter, "convert", fail)
        with pytest.raises(ProseError):
            render("`một`", "products")
        assert [found.rule.code for found in faults("`một`")] == ["text-unreadable"]

    assert render("`một`", "products").html == "<p><code>một</code></p>"


@settings(max_examples=150)
@given(st.text(st.sampled_from("aá 1.\n#*_>-+=()!/\"':\t"), max_size=120))
def test_what_is_passed_untried_can_be_rendered(text: str) -> None:
    if not list(faults(text)):
        assert story._CONVERTER.convert(text) is not None  # no fallback here


DEEP = "- " * 400 + "x"
ROOMS: dict[str, Callable[[str], str]] = {
    "products/sau.md": lambda text: product(
        "kho-ca", name="Sâu", code="7K3M9", group="8", producer="co-so", stars="3", story=text
    ),
    "products/gao.en.md": lambda text: f"---\nname: Rice\n---\n{text}\n",
    "producers/co-so.md": lambda text: (
        f"---\nname: Nơi\nkind: household\nplace: tan-hung\nsample: true\n---\n{text}\n"
    ),
    "producers/co-so.en.md": lambda text: f"---\nname: A place\n---\n{text}\n",
    "fairs/hoi-cho.md": lambda text: (
        f"---\nname: Hội chợ\nstarts_on: 2026-12-18\nends_on: 2026-12-22\n---\n{text}\n"
    ),
    "pages/gioi-thieu.md": lambda text: f"---\ntitle: Giới thiệu\n---\n{text}\n",
}


@pytest.mark.parametrize("name", ROOMS)
def test_every_text_in_markdown_is_judged_at_its_own_line(tmp_path: Path, name: str) -> None:
    root = project(tmp_path)
    text = ROOMS[name](f"một\n\n{DEEP}")
    write(root, f"content/{name}", text)
    wrong = [each for each in read(root).problems if each.severity.value == "error"]

    assert [(each.path, each.rule.code) for each in wrong] == [(f"content/{name}", "text-nested")]
    assert wrong[0].line == text.split("\n").index(DEEP) + 1


@pytest.mark.parametrize("slug", ["a-dau", "z-cuoi"])
def test_one_story_spoils_no_other(tmp_path: Path, slug: str) -> None:
    """First or last in the order of products, told once, gone with its line."""
    root = project(tmp_path)
    facts = {"name": "Thêm", "code": "7K3M9", "group": "8", "producer": "co-so", "stars": "3"}
    path = f"content/products/{slug}.md"
    write(root, path, product("kho-ca", **facts, story=f"{STORY}\n\n{DEEP}"))
    stopped = built(root, only="site")
    assert not (root / "output/site").exists()
    write(root, path, product("kho-ca", **facts))
    mended = built(root, only="site")
    clean = built(root, only="site", output=root / "clean")

    assert (stopped, mended, clean) == (1, 0, 0)
    assert everything(root / "output") == everything(root / "clean")
