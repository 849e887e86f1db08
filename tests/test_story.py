"""Stories: Markdown to safe HTML, text and print blocks."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue.prose.links import (
    links,
    pictures,
    unsafe,
)
from generator.catalogue.prose.story import (
    TAGS,
    Block,
    TextRun,
    render,
    word_count,
)


def test_paragraphs_emphasis_lists_and_quotes_become_html() -> None:
    html = render("Cá *lóc* **đồng**\n\n> Coi trời\n\n- một\n- hai", "products").html

    assert "<p>Cá <em>lóc</em> <strong>đồng</strong></p>" in html
    assert "<blockquote>\n<p>Coi trời</p>\n</blockquote>" in html
    assert "<ul>\n<li>một</li>\n<li>hai</li>\n</ul>" in html


@pytest.mark.parametrize(
    ("line", "tag"), [("# A", "h3"), ("## A", "h3"), ("### A", "h4"), ("###### A", "h4")]
)
def test_headings_start_below_those_of_the_page(line: str, tag: str) -> None:
    assert render(line, "products").html == f"<{tag}>A</{tag}>"


def test_an_empty_heading_is_left_out() -> None:
    assert render("#\n\nchữ", "products").html == "<p>chữ</p>"


@pytest.mark.parametrize(
    ("target", "room", "href"),
    [
        ("x.md", "products", "ocop:products/x"),
        ("x.md", "pages", "ocop:pages/x"),
        ("./x.en.md#a", "products", "ocop:products/x"),
        ("../pages/x.md", "products", "ocop:pages/x"),
        ("../producers/x.md", "fairs", "ocop:producers/x"),
    ],
)
def test_a_link_to_a_content_file_names_its_room_and_slug(
    target: str, room: str, href: str
) -> None:
    assert f'<a href="{href}">' in render(f"[a]({target})", room).html


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "/san-pham/x/",
        "x.html",
        "../../x.md",
        "../lots/x.md",
        "ocop:products/x",
        "http://",
        "//evil.example",
        "http://[",
    ],
)
def test_a_link_that_leads_nowhere_loses_its_address(target: str) -> None:
    assert "href" not in render(f"[a]({target})", "products").html


def test_a_link_to_another_host_vouches_for_nothing() -> None:
    html = render("[a](https://vi.example/?a=1&b=ơ)", "products").html

    assert 'href="https://vi.example/?a=1&amp;b=%C6%A1"' in html
    assert 'rel="noopener nofollow"' in html
    assert "rel" not in render("[a](x.md)", "products").html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a <b onclick=x>b</b> c", "<p>a b c</p>"),
        ("a\n\n<script>alert(1)</script>\n\nb", "<p>a</p>\n<p>b</p>"),
        ("<div><p>chữ", "<p>chữ</p>"),
        ("a <iframe src=x></iframe>", "<p>a</p>"),
        ("a ![ảnh](x.jpg) b", "<p>a  b</p>"),
        ("a &amp; b &lt;i&gt;", "<p>a &amp; b &lt;i&gt;</p>"),
        ("a<br>b", "<p>a<br>\nb</p>"),
        ("# A {: #x onclick=y }", "<h3>A {: #x onclick=y }</h3>"),
    ],
)
def test_raw_html_leaves_only_its_words(markdown: str, html: str) -> None:
    assert render(markdown, "products").html.replace("> </", "></").replace(" </p>", "</p>") == html


def test_an_indented_paragraph_is_no_program_code() -> None:
    assert render("    lùi vào", "products").html == "<p>lùi vào</p>"


def test_blocks_carry_styles_to_the_typesetter() -> None:
    story = render("## Đầu\n\nCá *lóc*\nđồng\n\n> Coi **trời**\n\n- một\n\n  thêm", "products")

    assert story.blocks == (
        Block("heading", (TextRun("Đầu"),)),
        Block("paragraph", (TextRun("Cá "), TextRun("lóc", italic=True), TextRun(" đồng"))),
        Block("quote", (TextRun("Coi "), TextRun("trời", bold=True))),
        Block("item", (TextRun("một"),)),
        Block("paragraph", (TextRun("thêm"),)),
    )
    assert story.text.splitlines()[:2] == ["Đầu", "Cá lóc đồng"]
    assert story.words == 8


def test_a_table_is_a_paragraph_a_row_in_print() -> None:
    story = render("| a | b |\n|---|---|\n| 1 | 2 |", "products")

    assert "<table>" in story.html
    assert [block.text for block in story.blocks] == ["a · b", "1 · 2"]


def test_words_have_a_letter_or_a_digit() -> None:
    assert word_count("Cá – 3 con, ## * ơi") == 4
    assert word_count("") == 0


def test_links_are_found_with_their_lines_and_columns() -> None:
    markdown = "[a](x.md)\n![p](p.jpg) [b\nc](<y.md> 't')\n`[k](k.md)`\n\n[d]: z.md\n"

    assert list(links(markdown)) == [("x.md", 1, 5), ("y.md", 3, 5), ("z.md", 6, 6)]
    assert list(pictures(markdown)) == [("p.jpg", 2)]


def test_what_a_page_leaves_out_is_found_with_its_line() -> None:
    markdown = "a<br>\n<script>x</script>\n[b](javascript:go)\n<a\nonclick=x>\n<https://a.example>"

    assert [line for _, line in unsafe(markdown)] == [2, 4, 3]
    assert not list(unsafe("3 < 5 > 2, <ten@vi.example>, `<b>`"))


def test_a_tag_is_told_once_with_the_one_that_closes_it() -> None:
    found = [tag for tag, _ in unsafe("<b>một <B>hai</b></b> ba</b>\n<br>bốn</br></i>")]

    assert found == ["<b>", "<B>", "</b>", "</i>"]


class _Nesting(HTMLParser):
    """Fails on a tag outside the list, on a handler, and on tags closed out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert all(name in {"href", "title", "rel", "start", "value", "align"} for name, _ in attrs)
        if tag not in {"br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


_MARKUP = st.text(st.sampled_from("ab \n#*_`>-1.[]()!<>/\"'=|:&\\đ\u0002"), max_size=80)


@settings(max_examples=150, deadline=None)
@given(_MARKUP | st.text(max_size=60))
def test_any_text_gives_closed_and_harmless_html(markdown: str) -> None:
    story = render(markdown, "products")
    parser = _Nesting()
    parser.feed(story.html)
    parser.close()

    assert parser.open == []
    assert all(block.runs and block.text == block.text.strip() for block in story.blocks)
    assert list(links(markdown)) is not None


@pytest.mark.parametrize("text", [">" * 3000, "[" * 20_000, "<a" * 20_000, "- " * 2000])
def test_text_meant_to_exhaust_the_reader_is_shown_as_it_is(text: str) -> None:
    assert render(text, "products").blocks is not None
