"""Raw HTML in Markdown: which “<” begins a tag, and which is only a sign in somebody's words.

A tag has the name of an HTML element and attributes as HTML writes them. So “<số điện thoại>”,
“<Nguyễn Văn A>”, “<A Phủ>” and “x<y” are words, and “<b>”, “</div>” and “<a href=x>” are tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_ELEMENTS = (
    "a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|button|"
    "canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|div|dl|"
    "dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|"
    "hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|marquee|math|"
    "menu|meta|meter|nav|nobr|noscript|object|ol|optgroup|option|output|p|param|path|picture|pre|"
    "progress|q|rp|rt|ruby|s|samp|script|section|select|slot|small|source|span|strike|strong|"
    "style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|"
    "track|tt|u|ul|use|var|video|wbr|[ovw]:[a-z]+"
)
_BOOLEAN = (
    "allowfullscreen|async|autoplay|checked|controls|default|defer|disabled|hidden|loop|multiple|"
    "muted|nowrap|open|readonly|required|reversed|selected"
)
_VALUE = r"\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s\"'=<>`]+)"
_ATTRIBUTE = rf"\s+(?:[a-z_:@][\w:.@-]*{_VALUE}|(?:{_BOOLEAN})(?=[\s/>]))"
_COMMENT = ("<!--", "-->")
_PROGRAM = re.compile(r"(<(script|style)\b[^<>]*>).*?(</\2\s*>)", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")


@cache
def _tag() -> re.Pattern[str]:
    """Finds a tag; compiled at the first “<” that is looked at, for it takes long."""
    either = rf"/(?P<closes>{_ELEMENTS})\s*|(?P<opens>{_ELEMENTS})(?:{_ATTRIBUTE})*\s*/?"
    return re.compile(f"<(?:{either})>", re.IGNORECASE)


def without_code(markdown: str) -> str:
    """The text with code spans and comments blanked out, so that places stay the same."""
    text = _CODE.sub(blank, markdown)
    for start, end in _comments(text):
        text = text[:start] + _blanked(text[start:end]) + text[end:]
    return text


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Where each comment begins and ends; one that is not closed is none."""
    opening, closing = _COMMENT
    after = 0
    while (start := text.find(opening, after)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            return
        after = end + len(closing)
        yield start, after


def blank(match: re.Match[str]) -> str:
    """As many spaces as were found, line ends kept."""
    return _blanked(match[0])


def _blanked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def tags(markdown: str) -> Iterator[re.Match[str]]:
    """Each tag outside code, but for line breaks (br), which stories may have."""
    return _tag().finditer(without_code(markdown)) if "<" in markdown else iter(())


def without_tags(markdown: str) -> str:
    """The text without its tags and comments, and what stands in a script or a style."""
    if "<" not in markdown:
        return markdown
    seen = without_code(markdown)
    spans = [*_comments(_CODE.sub(blank, markdown))]
    spans += [match.span() for match in _PROGRAM.finditer(seen)]
    seen = _PROGRAM.sub(blank, seen)
    spans += [match.span() for match in _tag().finditer(seen)]
    kept, after = [], 0
    for start, end in sorted(spans):
        kept.append(markdown[after:start])
        after = end
    return "".join([*kept, markdown[after:]])
