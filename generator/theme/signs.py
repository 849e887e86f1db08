"""Words as Be Vietnam Pro can set them, for whatever is printed or drawn.

Pages show every sign, since a phone has type for all of them; paper has this one family. Which
signs it has, its own character map tells. A few common signs that it lacks get another in their
place, compatible forms (“Ｋｇ”, “㎏”, “ﬁ”) their plain letters; every other sign is left out, with
the space that would then be doubled. So is a mark on a letter that has marks (“ê̆”), for which the
family knows no place: where it would stand, the line above or the label's edge may be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from generator.theme.character_map import signs_in
from generator.theme.fonts import font_path

_GAP, _NOTHING = "\x00", "\x01"
"""Stand for a sign that is left out: one that was to be seen, and one that never was."""


def _each(signs: str, instead: str) -> dict[str, str]:
    return dict.fromkeys(signs, instead)


COMMON: Mapping[str, str] = {
    **_each("‐‑⁃", "-"),
    **_each("‒―←→↔⇐⇒⇔➔➙➜➝➞➡⟵⟶⟷⟹", "–"),
    **_each("●○◦▪▫■□◆◇‣∙⋅➢➤▶►⚫🔹🔸", "•"),
    **_each("★☆⭐✩✪✫✭✮✯✰🌟", "*"),
    **_each("′ʹ", "'"),
    **_each("″ʺ", '"'),
    **_each("✕✖⨯", "×"),
    **_each("⩽≦", "≤"),
    **_each("⩾≧", "≥"),
    "∼": "~",
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ω": "omega",
    "μ": "µ",
}
"""Signs that are often written and that the family lacks, and what says the same in print."""

_NUMERO = "№"
_OPEN, _CLOSE, _BETWEEN = "(\\[{“«", ")\\]}”»", "\\-–—/|,:;·•+&"
# Compiled where something is left out, which is seldom.
_EMPTY = rf"[{_OPEN}][\s{_BETWEEN}]*[\x00\x01][\x00\x01\s{_BETWEEN}]*[{_CLOSE}]"
_OPENED = rf"([{_OPEN}])\s*[\x00\x01][\x00\x01\s]*(?:[{_BETWEEN}]\s*)?"
_FIRST = rf"^\s*[\x00\x01][\x00\x01\s]*(?:[{_BETWEEN}]+\s+)?"
_LAST = rf"(?:\s+[{_BETWEEN}]+|[,:;]+)?\s*[\x00\x01][\x00\x01\s]*$"
_INSIDE = r"(\s*)([\x00\x01](?:\s*[\x00\x01])*)(\s*)"
_ESCAPES = "\\&"
"""With these YAML and Markdown write a sign without showing it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What print does with a text: signs it replaces, and by what; and signs that it leaves out."""

    replaced: Mapping[str, str]
    left_out: tuple[str, ...]


@cache
def known() -> frozenset[str]:
    """Every sign that the family has."""
    return signs_in(font_path("Regular"))


@cache
def _marks() -> frozenset[str]:
    """Its signs that stand on the letter before them."""
    return frozenset(sign for sign in known() if unicodedata.combining(sign))


def doubtful(text: str) -> bool:
    """Whether a file's text may hold a sign that the family lacks: a quick look at all of it."""
    return _lacking(but=_ESCAPES).search(text) is not None


def settable(text: str) -> bool:
    """Whether print can set the text as it is."""
    return all(
        found[0] in _marks() and not _is_marked(text[max(0, found.start() - 1) : found.start()])
        for found in _lacking().finditer(text)
    )


def printed(text: str, language: str) -> str:
    """The text as print has it, empty where no letter or digit is left."""
    if settable(text):
        return text
    text = unicodedata.normalize("NFC", text)
    swapped = _lacking().sub(lambda found: _instead(found, language), text)
    if _GAP not in swapped and _NOTHING not in swapped:
        return swapped
    closed = _closed(swapped)
    return closed if any(map(str.isalnum, closed)) else ""


def judged(text: str, language: str) -> Judgement:
    """What print changes that a reader could notice."""
    replaced: dict[str, str] = {}
    left_out: dict[str, None] = {}
    text = unicodedata.normalize("NFC", text)
    for found in _lacking().finditer(text):
        sign, instead = found[0], _instead(found, language)
        if sign in _marks() and instead == _NOTHING:
            letter = _marked().match(text, _start_of_letter(text, found.start()))
            if letter:
                replaced[letter[0]] = printed(letter[0], language)
        elif instead in (_GAP, _NOTHING):
            left_out[sign] = None
        elif unicodedata.normalize("NFD", instead) != unicodedata.normalize("NFD", sign):
            replaced[sign] = instead.strip()
    seen = {sign: instead for sign, instead in replaced.items() if not sign.isspace()}
    return Judgement(seen, _by_themselves(left_out))


def _by_themselves(signs: Iterable[str]) -> tuple[str, ...]:
    """The signs without those that only change another; these alone where there is nothing else."""
    told = [sign for sign in signs if not "\ufe00" <= sign <= "\ufe0f"]
    whole = [sign for sign in told if not _extends(sign)]
    return tuple(whole or told)


def _extends(sign: str) -> bool:
    joins = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
    return sign in joins or unicodedata.category(sign) in {"Mn", "Mc", "Me", "Sk"}


@cache
def _lacking(but: str = "") -> re.Pattern[str]:
    """Finds a sign that the family lacks, a mark, or one of `but`.

    Line ends and tabs are no signs. One class is searched so quickly that all of a national
    catalogue can be looked at.
    """
    signs = (known() | {"\n", "\t"}) - _marks() - {*but}
    return re.compile(f"[^{''.join(_runs(sorted(map(ord, signs))))}]")


def _runs(points: Sequence[int]) -> Iterator[str]:
    """Code points in order as runs of a class, which is sooner compiled than each by itself."""
    for _, run in groupby(enumerate(points), key=lambda each: each[1] - each[0]):
        first, *rest = (point for _, point in run)
        yield f"\\U{first:08x}-\\U{(rest or [first])[-1]:08x}"


def _instead(found: re.Match[str], language: str) -> str:
    """What stands for a sign at its place in the text."""
    sign, before = found[0], found.string[: found.start()]
    if sign in _marks():
        return _NOTHING if _is_marked(before[-1:]) else sign
    if sign == _NUMERO:
        return _numero(before, found.string[found.end() :], language)
    plain = _plain(sign)
    if "\N{FRACTION SLASH}" in plain and before[-1:].isdigit():
        return f" {plain}"
    return plain


def _is_marked(sign: str) -> bool:
    """Whether it is a mark, or a letter that has one."""
    return any(map(unicodedata.combining, unicodedata.normalize("NFD", sign)))


def _start_of_letter(text: str, at: int) -> int:
    while at and unicodedata.combining(text[at]):
        at -= 1
    return at


@cache
def _marked() -> re.Pattern[str]:
    """Finds a letter with the marks behind it."""
    return re.compile(rf".[{''.join(sorted(_marks()))}]+", re.DOTALL)


def _numero(before: str, after: str, language: str) -> str:
    """“Số 5”, “giấy phép số 5”; in English “No. 5”."""
    word = "No." if language == "en" else "số" if before.strip() else "Số"
    return word if not after or after[0].isspace() else f"{word} "


@lru_cache(maxsize=1024)
def _plain(sign: str) -> str:
    if sign.isspace():
        return " "
    forms = (unicodedata.normalize(form, sign) for form in ("NFC", "NFKC", "NFKD"))
    for form in (COMMON.get(sign, ""), *forms):
        told = "".join(COMMON.get(each, each) for each in form)
        if told and all(each in known() for each in told):
            return told
    seen = unicodedata.category(sign)[0] not in "CM" or unicodedata.category(sign) == "Co"
    return _GAP if seen else _NOTHING


def _closed(text: str) -> str:
    """The text with its gaps closed: no empty brackets, doubled spaces or dangling dashes."""
    text = re.sub(_EMPTY, _GAP, text)
    text = re.sub(_OPENED, r"\1", text)
    text = re.sub(_LAST, "", re.sub(_FIRST, "", text))
    return re.sub(_INSIDE, _joint, text)


def _joint(found: re.Match[str]) -> str:
    before, gap, after = found.groups()
    last, first = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if before or after:
        if first and first in ",.;:!?%)]}”»":
            return ""
        return before[:1] or after[:1]
    return " " if _GAP in gap and last.isalnum() and first.isalnum() else ""
