"""Markdown's shorter ways: whatever the text, they give what the long way gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

from generator.catalogue.prose.plain_prose import PlainProse
from generator.catalogue.prose.story import StoryRules


class Shouts(Extension):
    """A pattern that Markdown doesn't have itself."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()(ơi)", "big"), "shouts", 5)


LONG = Markdown(extensions=["sane_lists", "tables", StoryRules()])
SHORT = Markdown(extensions=["sane_lists", "tables", StoryRules(), PlainProse()])

_PIECES = st.sampled_from(
    [
        *"ađ1 \n\n\n#*_`>-+=.[]()!<>/\"'|:&;\\~{}\t\r\u0002\u0003",
        *(
            "  \n",
            "    ",
            "\n\n",
            "![",
            "](x.md)",
            "[a]: x.md 'b'\n",
            "[a]",
            "[a][b]",
            "<b>",
            "</b>",
        ),
        *("**", "__", "***", "&amp;", "&#38;", "<https://a.example>", "<a@b.example>", "<br>"),
        *(
            "- ",
            "1. ",
            "> ",
            "# ",
            "| a | b |\n|---|---|\n",
            "---\n",
            "Cá lóc đồng",
            "Mùa nước nổi\n",
        ),
        *("\u0002klzzwxh:0000\u0003", "\u0002wzxhzdk:0\u0003", "<!-- x -->", "<div>", "</div>"),
    ]
)


@settings(max_examples=1500)
@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=80))
@example("a  \nb")
@example("a&copy;b\n\n[c]\n\n[c]: x.md '*d*'")
def test_no_text_tells_the_short_way_from_the_long(markdown: str) -> None:
    assert SHORT.reset().convert(markdown) == LONG.reset().convert(markdown)


@pytest.mark.parametrize("text", ["Cá lóc ơi", "ơi *a*\n\nơi", "- à\n- ơi ơi"])
def test_a_pattern_it_does_not_know_is_tried_on_every_text(text: str) -> None:
    long = Markdown(extensions=[Shouts()])
    short = Markdown(extensions=[Shouts(), PlainProse()])

    assert short.convert(text) == long.convert(text)
    assert "<big>ơi</big>" in short.convert(text)
