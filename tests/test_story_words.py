"""Words don't vanish: what a story says in Markdown is on its page, in its text and in print."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue.judging.checks import body_findings
from generator.catalogue.prose.story import render

_WORD = re.compile(r"[^\W_]+")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "li" and (value := dict(attrs).get("value")):
            self.found.append(f" {value} ")
        elif tag not in {"em", "strong", "a", "code"}:
            self.found.append(" ")


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def shown(html: str) -> str:
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "".join(parser.found)


def told(markdown: str) -> list[tuple[str, int]]:
    """Rules and lines of what check tells of a text, but for its length."""
    found = body_findings(markdown, is_story=False)
    return [(each.rule.code, each.at[0]) for each in found]


_NAMES = st.text(st.sampled_from("abđêịA3"), min_size=1, max_size=5)
_SAID = st.one_of(
    _NAMES,
    st.sampled_from(["<số điện thoại>", "<Nguyễn Văn A>", "x<y", "<A Phủ>", "a > b", "<B và C>"]),
    st.sampled_from(["5*3*2", "a_b_c", "https://a.vn/x_y", "C#", "#1", "[1]", "(2)", "{3}", "`m`"]),
    st.sampled_from(["*nghiêng*", "**đậm**", "~~gạch~~", "==tô==", "<br>", "&", "&amp;", "|", "~"]),
    st.sampled_from(
        ["[Ghi chú]: cá", "[^1]: chú", "\\*", "1.200", "30. 4. 1975", "<3", "->", "R&D"]
    ),
)
_BEGIN = st.sampled_from(
    [
        "",
        "",
        "",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2. ",
        "7. ",
        "15. ",
        "2008. ",
        "1945. ",
        "> ",
        "> - ",
        "## ",
        "#",
        "   - ",
        "  - ",
        "    - ",
        "   1. ",
        "   ",
        "    ",
        "\t",
        "\t- ",
        "| ",
        "1) ",
    ]
)
_LINE = st.tuples(_BEGIN, st.lists(_SAID, min_size=1, max_size=4).map(" ".join)).map("".join)
_STORY = st.lists(st.tuples(_LINE, st.sampled_from(["\n", "\n\n", "  \n"])).map("".join)).map(
    "".join
)


def _said(markdown: str) -> list[str]:
    """The words of the source: without the marks that number entries, and without tags."""
    plain = markdown.replace("<br>", " ").replace("&amp;", "&")
    return words(re.sub(r"(?m)^[ \t>]*(?:[0-9]{1,2}\. +)", "", plain))


@settings(max_examples=500)
@given(_STORY)
def test_every_word_of_a_story_is_on_its_page_in_its_text_and_in_print(markdown: str) -> None:
    story = render(markdown, "products")

    for text in (shown(story.html), story.text, "\n".join(each.text for each in story.blocks)):
        left = words(text)
        for word in _said(markdown):
            assert word in left, (word, text)
            left.remove(word)


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [
                "\x02",
                "\x03",
                "\x05",
                "\x1d",
                "\x7f",
                "\x9f",
                "&#2;",
                "&#3;",
                "&#x5;",
                "&#127;",
                "&copy;",
                "&amp;",
                "`",
                "*",
                "_",
                "[a](b.md '",
                "')",
                "[a]",
                "[a]: x.md '&lt;'\n",
                "<a@b.vn>",
                "<https://a.vn/&amp;>",
                "\\*",
                "\n",
                "\n\n",
                "- ",
                "3. ",
                "|",
                "![x](y)",
                "wzxhzdk:0",
                "klzzwxh:0001",
                "amp",
                "5*3",
                "https://a.vn/x",
                "<b>",
                "<!-- ",
                " -->",
                "| a | b |\n|---|--:|\n",
                "> ",
                "## ",
                "<br>",
                "a",
                " ",
            ]
        ),
        max_size=25,
    ).map("".join)
    | st.text(max_size=60)
)
def test_neither_markdowns_own_signs_nor_control_characters_reach_a_page(markdown: str) -> None:
    story = render(markdown, "products")

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", story.html + story.text)
    assert story.text.count("wzxhzdk") <= markdown.count("wzxhzdk")
    assert story.text.count("klzzwxh") <= markdown.count("klzzwxh")


@pytest.mark.parametrize(
    "text",
    [
        "gọi <số điện thoại> nhé",
        "<Nguyễn Văn A>",
        "x<y",
        "<A Phủ>",
        "<I Rơ Ngao>",
        "a<b và c>d",
        "<3",
        "<->",
        "1 < 2 > 1",
        "<!-- dở",
        "<họ và tên=?>",
        "<em Ba>",
        "</Ba>",
        "<?x?>",
        "<![a]>",
    ],
)
def test_what_is_no_tag_stays_as_it_is_written(text: str) -> None:
    assert render(text, "products").text == text
    assert told(text) == []


@pytest.mark.parametrize(
    "tag", ["<b>", "</b>", "<A HREF='x'>", "<em>", "<table border=1>", "<o:p>", "<input disabled>"]
)
def test_a_tag_is_left_out_and_told(tag: str) -> None:
    assert render(f"chữ {tag} khác", "products").text == "chữ khác"
    assert told(f"một\n\nchữ {tag} khác") == [("script-removed", 3)]


def test_a_remark_is_left_out_of_its_line_which_stays_one() -> None:
    assert render("Trước <!-- ẩn --> sau.", "products").html == "<p>Trước  sau.</p>"
    assert (
        render("Trước\n\n<!-- <b>\n\n[x](khong.md) -->\n\nsau.", "products").text == "Trước\nsau."
    )
    assert told("Trước <!-- <b> ![x](y.jpg) --> sau.") == []


def test_years_that_begin_paragraphs_keep_their_value() -> None:
    story = render("2008. Chị Ba mở lò.\n\n2015. Cả xóm.\n\n30. 4. 1975 là ngày.", "products")

    assert story.html == (
        "<p>2008. Chị Ba mở lò.</p>\n<p>2015. Cả xóm.</p>\n<p>30. 4. 1975 là ngày.</p>"
    )


@pytest.mark.parametrize(
    ("markdown", "numbers"),
    [
        ("5. a\n\n10. b\n\n11. c", ["5", "10", "11"]),
        ("1. a\n3. b\n2. c", ["1", "3", "2"]),
        ("1. a\n1. b\n1. c", ["1", "2", "3"]),
        ("3. a\n   7. b\n   9. c\n5. d", ["3", "7", "9", "5"]),
        ("> 4. a\n> 8. b", ["4", "8"]),
    ],
)
def test_entries_keep_the_numbers_that_were_written(markdown: str, numbers: list[str]) -> None:
    story = render(markdown, "products")

    assert [block.text.split(".")[0] for block in story.blocks] == numbers


@pytest.mark.parametrize(
    "markdown",
    [
        "- a\n  - b\n- c",
        "- a\n   - b\n- c",
        "- a\n    - b\n- c",
        "- a\n\t- b\n- c",
        "* a\n  + b\n* c",
        "- a\n\n  - b\n- c",
        "> - a\n>   - b\n> - c",
    ],
)
def test_an_entry_set_in_by_two_spaces_or_more_is_nested(markdown: str) -> None:
    html = re.sub(r"\s|</?p>|</?blockquote>", "", render(markdown, "products").html)

    assert html == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


def test_a_list_may_begin_right_below_words_and_change_its_kind() -> None:
    story = render("Cần:\n- cá\n- muối\n1. xẻ\n2. phơi\n\nXong.", "products")

    assert [each.kind for each in story.blocks] == ["paragraph", *["item"] * 4, "paragraph"]
    assert story.text == "Cần:\ncá\nmuối\n1. xẻ\n2. phơi\nXong."


def test_a_tables_columns_keep_their_side_and_its_rows_their_cells() -> None:
    story = render("| a | b |\n|:--|--:|\n| x | 1 | 2 |", "products")

    assert '<td align="right">1 | 2</td>' in story.html
    assert story.blocks[1].text == "x · 1 | 2"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Xem https://example.com/x_y nhé", "https://example.com/x_y"),
        ("(http://a.vn/b).", "http://a.vn/b"),
        ("https://a.vn/b_(c)!", "https://a.vn/b_(c)"),
    ],
)
def test_a_bare_address_is_a_link_and_shows_as_it_is(text: str, address: str) -> None:
    story = render(text, "products")

    assert f'<a href="{address}" rel="noopener nofollow">{address}</a>' in story.html
    assert story.text == text


def test_an_address_within_a_link_is_no_second_link() -> None:
    assert render("[https://a.vn](https://b.vn)", "products").html.count("<a ") == 1


def test_stars_between_digits_and_marks_without_a_space_are_signs() -> None:
    assert render("5*3*2=30, 2**3**4", "products").html == "<p>5*3*2=30, 2**3**4</p>"
    assert render("#1 của tỉnh", "products").html == "<p>#1 của tỉnh</p>"
    assert render("## Giải C#", "products").html == "<h3>Giải C#</h3>"


@pytest.mark.parametrize(
    "mark",
    [
        *("~~gạch~~", "==tô==", "chữ[^1]", "- [ ] việc", "```\nmã\n```", "chữ {.lớp}"),
        *("H~2~O", "2^10^", "++chèn++", "[[trang]]", ":smile:"),
        *("[hai] (hai.md)", "[hai] (https://a.vn/b)", "[chín](hai.md và hết dòng"),
    ],
)
def test_marks_of_other_programs_show_as_they_are_and_are_told(mark: str) -> None:
    assert told(f"một\n\n{mark}") == [("mark-unused", 3)]


def test_marks_in_code_and_ordinary_signs_are_not_told() -> None:
    assert told("`~~a~~` x == y, ~ 5 kg ~ 6 kg, [1], [ ] và {3}") == []
    assert told("Mở 8:00:15, giá ~5~6 nghìn, 2^n, C++ và a++b, [xem] (năm 2025)") == []
