"""Checks that look at most texts only in passing miss nothing in them."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.catalogue.judging import old_encodings, place_spelling
from generator.catalogue.prose import foreign_marks as marks
from generator.catalogue.prose import links, markdown_engine, story

MARKS = "~~ == ++ [^1] [[ ]] {#a} {.b} ^2^ ~2~ :ten_goi: ``` ~~~ ` ** _ > # : ?"
LINKS = (
    "[ ] ( ]( [x]( a.md) [tên](../pages/a.md) [a](https://b.vn/c) javascript:x <b> <!-- --> .en.md"
)
PLACES = "xã Xã An phường đường là a b Ã¡ á»‡ Ä‘ Æ° á»§ Â æ ñ"
SPACED = (
    "- [x] ",
    " ",
    "\n",
    "\n\n",
    " An",
    "\u00a0An",
    "Xã Tân Hưng",
    "thị trấn Sa Rài",
    "AXã An",
)
PIECES = st.sampled_from([*f"{MARKS} {LINKS} {PLACES}".split(), *SPACED])
TEXTS = st.lists(PIECES, max_size=14).map("".join)
TOLD = re.compile(
    r"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hị xã|[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Tt]hành phố|[Đđ]ặc khu)"
    r"((?:[ \u00a0]\w+){1,4})"
)


@settings(max_examples=1500)
@given(TEXTS)
@example("- [x] một\n[a ~~b~~ c](d.md)")
@example("[~~a~~](b.md) [c](d==e==f)")
@example("xem [giá](bang-gia.md) rồi ++mới++")
def test_what_is_passed_over_has_none(text: str) -> None:
    found = {*marks._MARKS.finditer(marks.without_code(text)), *marks._FENCE.finditer(text)}
    assert bool([*marks.foreign_marks(text)]) == bool(found)

    scripts = links._SCRIPT.findall(links._without_tags(text))
    assert [each for each, _ in links.unsafe(text) if each.startswith("java")] == scripts
    assert bool(links.content_keys(text)) == bool(links._FILE.search(text))

    garbled = any(
        old_encodings._misreadings(page)[0].search(text) for page in old_encodings._WESTERN
    )
    assert old_encodings._needs_a_look(text) or not garbled

    named = {
        match[1].split()[0] for match in TOLD.finditer(text) if match[1].split()[0][0].isupper()
    }
    told = [each.split(":", 2) for each in place_spelling.places_told(text).split("\n") if each]
    assert {name.split()[0] for *_, name in told} == named
    for line, column, name in told:
        there = text.split("\n")[int(line) - 1][int(column) - 1 :]
        assert " ".join(there.split()).startswith(name)

    if markdown_engine._harmless(text):
        story._CONVERTER.convert(text)  # raises nothing
