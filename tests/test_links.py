"""Links between content files: what the check accepts is what a page links, from any folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from folder_samples import NAMES, needed
from hypothesis import given, settings
from hypothesis import strategies as st
from small_project import PRODUCTS, project, write

from generator.catalogue.judging.checks import leads_somewhere
from generator.catalogue.languages import Language
from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.prose.links import links
from generator.catalogue.reading.reader import read
from generator.web.plan import plan
from generator.web.render import story_html
from generator.web.views.edition import Edition

ROOT = Path(__file__).resolve().parent.parent
TWO: dict[str, tuple[str, str]] = {
    **{folder.name: (f"{folder.kind}-mot", f"{folder.kind}-hai") for folder in FOLDERS},
    "products": ("kho-ca", "mam-ca"),
    "producers": ("co-so", "hop-tac-xa"),
}
"""Two things of every folder, each of which has a page."""


def linked_project(root: Path) -> Path:
    """A project with two things in every folder."""
    project(root)
    for folder in FOLDERS:
        for slug in TWO[folder.name]:
            if not (file := root / "content" / folder.name / f"{slug}.md").exists():
                write(root, str(file), f"---\n{needed(folder, slug)}---\nChữ.\n")
    return root


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Edition]:
    root = linked_project(tmp_path_factory.mktemp("links") / "p")
    reading = read(root)
    assert reading.catalogue is not None
    planned = plan(reading.catalogue, {}, root / "content", (ROOT / "themes" / "mua-nuoc-noi",))
    editions: dict[Language, Edition] = planned.subject
    return editions


KNOWN = {folder: {*slugs} for folder, slugs in TWO.items()} | {"products": {*PRODUCTS}}
SLUGS = [*(slug for slugs in TWO.values() for slug in slugs), "khong-co", "Mot", "a_b", ""]
WAYS = ["", "./", "../", "../../", "/", "x/../", "Foo/../", *(f"../{name}/" for name in NAMES)]
WAYS += ["../content/pages/", "../khac/", ".././pages/", "..//pages/", "page-mot.md/../"]
ENDS = [".md", ".en.md", ".vi.md", ".vi.en.md", "/.md", ".md#phan", ".md#", ".md?a=1", ".html", ""]
TARGETS = st.one_of(
    st.tuples(st.sampled_from(WAYS), st.sampled_from(SLUGS), st.sampled_from(ENDS)).map("".join),
    st.sampled_from(["#phan", "https://x.example/a", "mailto:a@x.example", "x.md", "javascript:a"]),
    st.text("./abm-#", max_size=12).map(lambda text: f"{text}.md"),
)


@settings(max_examples=400)
@given(target=TARGETS, folder=st.sampled_from(NAMES), language=st.sampled_from(["vi", "en"]))
def test_what_the_check_accepts_is_what_the_page_links(
    editions: dict[Language, Edition], target: str, folder: str, language: Language
) -> None:
    markdown = f"Xem [lời này]({target}) nhé."
    accepted = [leads_somewhere(found, folder, KNOWN) for found, *_ in links(markdown)]
    text = editions[language].story("", markdown, folder)
    assert text is not None
    html = str(story_html(text, "Bảng"))

    assert "lời này" in html
    assert ("href=" in html) == (accepted == [True])
    assert "ocop:" not in html


@pytest.mark.parametrize("there", NAMES)
@pytest.mark.parametrize("folder", NAMES)
def test_every_folder_s_texts_link_to_every_folder_s_pages(
    editions: dict[Language, Edition], folder: str, there: str
) -> None:
    for slug in TWO[there]:
        near = [f"{slug}.md", f"./{slug}.md", f"{slug}.en.md"] if folder == there else []
        for target in [*near, f"../{there}/{slug}.md", f"../{there}/{slug}.en.md#phan"]:
            text = editions["vi"].story("", f"[a]({target})", folder)
            kind = next(each.kind for each in FOLDERS if each.name == there)

            assert text is not None
            assert f'href="{editions["vi"].to("", (kind, slug))}"' in story_html(text, "Bảng")


def test_a_link_to_a_thing_without_a_page_keeps_its_words(
    editions: dict[Language, Edition],
) -> None:
    text = editions["vi"].story("", "[lời](../producers/khong-co.md)", "pages")

    assert text is not None
    assert story_html(text, "Bảng") == "<p><a>lời</a></p>"


@pytest.mark.parametrize(
    ("file", "target", "closest"),
    [
        ("products/kho-ca.md", "page-hai.md", "../pages/page-hai.md"),
        ("products/kho-ca.md", "../page-hai.md#gio-mo", "../pages/page-hai.md#gio-mo"),
        ("pages/page-mot.md", "Page-hai.md", "page-hai.md"),
        ("pages/page-mot.md", "page-hai.en.MD", "page-hai.md"),
        ("pages/page-mot.md", "/page-hai/", "page-hai.md"),
        ("pages/page-mot.md", "/san-pham/kho-ca/", "../products/kho-ca.md"),
        ("pages/page-mot.md", "../products/kho-ca.html", "../products/kho-ca.md"),
        ("pages/page-mot.md", "../products/kho-ka.md", "../products/kho-ca.md"),
        ("pages/page-mot.md", "../pages/khong-dau-ca-xyz.md", ""),
        ("pages/page-mot.md", "htp://mot", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told_where_it_stands_with_the_file_meant(
    tmp_path: Path, file: str, target: str, closest: str
) -> None:
    path = linked_project(tmp_path) / "content" / file
    path.write_text(f"{path.read_text('utf-8')}\nXem *các* [món]({target}).\n", "utf-8")
    text = path.read_text("utf-8").split("\n")
    [problem] = read(tmp_path).problems

    assert (problem.rule.code, problem.line) == ("link-broken", len(text) - 1)
    assert text[-2][problem.column - 1 :].startswith(target)
    assert (f"Có phải “{closest}”?" in problem.line_in("vi")) is bool(closest)
    assert ("Có phải" in problem.line_in("vi")) is bool(closest)
