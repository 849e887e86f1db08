"""Vietnamese text that was typed, saved or pasted in an encoding of old, told by its letters.

Four kinds. TCVN3 (fonts .VnTime …) and VNI (VNI-Times …) put Vietnamese into the codes of Western
letters: “Kh« c¸ chèt”, “Khoâ caù choát”. UTF-8 that was read as a Western code page gives “KhÃ´
cÃ¡”. A page that lacks a letter gives “Kh? c? l?c”.

A word is only taken for garbled if it can't be Vietnamese as it stands and can be once read
aright, and a paragraph only if nothing in it speaks against it: a false alarm would teach editors
to pass over this rule. The tables are those of TCVN 5712:1993 (VN3) and of VNI for Windows, as the
characters of cp1252 at the same codes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.catalogue.judging.syllables import LOST, is_syllable

_TCVN3: Mapping[str, str] = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "õ": "\u0303", "û": "\u0309", "ï": "\u0323"}
_VNI_ON_A = dict(zip("âáàåãäêéèúüë", "âấầẩẫậăắằẳẵặ", strict=True))
_VNI_ON_E = dict(zip("âáàåãä", "êếềểễệ", strict=True))
_VNI_ON_O = dict(zip("âáàåãä", "ôốồổỗộ", strict=True))
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    """Each letter, or pair of letters, of VNI with what it means."""
    found = dict(_VNI_ALONE)
    for base, marks in (("a", _VNI_ON_A), ("e", _VNI_ON_E), ("o", _VNI_ON_O)):
        found |= {base + mark: meant for mark, meant in marks.items()}
    for base in "aeouyôö":
        meant = _VNI_ALONE.get(base, base)
        for mark, tone in _VNI_TONES.items():
            found[base + mark] = unicodedata.normalize("NFC", meant + tone)
    found |= {pair.upper(): meant.upper() for pair, meant in found.items()}
    return found | {p[0].upper() + p[1:]: m.upper() for p, m in found.items() if p[0].islower()}


_VNI = _vni()
_SUSPECT = re.compile(
    "[" + "".join(set(_TCVN3) - set("ÈÉÊÌÒÓÔÕÝáâãèéêìíòóôõùúý")) + "]"
    "|[aA][âáàåãäêéèúüëÂÁÀÅÃÄÊÉÈÚÜË]|[eE][âáàåãÂÁÀÅÃ]|[oO][âåäÂÅÄ]"
    "|[aeouyôöAEOUYÔÖ][øùõûïØÙÕÛÏ]|[ñöæÑÖÆ]"
)
"""What ordinary text seldom has: it is not looked at any further."""
_UNITS = frozenset({"µm", "µg", "µl", "µs"})
_PLAIN = re.compile("[A-Za-z]")
WORD = re.compile(r"[^\s.,;:!?()\[\]{}\"'“”‘’*_/|<>&+=#…–—-]+")

_SHOWN = 60
"""Characters that are shown of a passage."""
_WESTERN = ("cp1252", "cp1258", "cp1250", "mac_roman")
"""Code pages in which UTF-8 is read by mistake."""


class Garbled(NamedTuple):
    """A text that lost its letters: the kind of fault, what is seen, what was perhaps meant."""

    kind: str
    found: str
    meant: str
    start: int


def garbled(text: str) -> Iterator[Garbled]:
    """Yield what is wrong with each paragraph that is garbled."""
    if not _needs_a_look(text):
        return
    for found in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        if not _needs_a_look(found[0]):
            continue
        for look in (_misread, _of_tcvn3, _of_vni, _lost):
            if one := look(found[0]):
                yield one._replace(start=found.start() + one.start)
                break


def _needs_a_look(text: str) -> bool:
    if "?" in text or "\ufffd" in text or _SUSPECT.search(text):
        return True
    if text.isascii():
        return False
    letters = set(text)
    pages = (page for page in _WESTERN if not letters.isdisjoint(_telling(page)))
    return any(_misreadings(page)[0].search(text) for page in pages)


@cache
def _telling(page: str) -> frozenset[str]:
    """Characters of which each passage has one that was UTF-8 and was read in that page."""
    shown = _characters(page)
    return frozenset(shown[code] for code in (0xC3, 0xC4, 0xC6, 0xBA, 0xBB))


@cache
def _of_vni_font() -> re.Pattern[str]:
    """Finds what stands for a letter, the longest first."""
    return re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


READINGS: Mapping[str, Callable[[str], str]] = {
    "tcvn3": lambda word: "".join(_TCVN3.get(c, c) for c in word),
    "vni": lambda word: _of_vni_font().sub(lambda one: _VNI[one[0]], word),
}
"""How a word of each kind of font is read."""


def _of_tcvn3(text: str) -> Garbled | None:
    return _of_a_font(text, "tcvn3", READINGS["tcvn3"])


def _of_vni(text: str) -> Garbled | None:
    return _of_a_font(text, "vni", READINGS["vni"])


def _of_a_font(text: str, kind: str, read: Callable[[str], str]) -> Garbled | None:
    """What was typed for a font whose letters stand at other codes.

    Words speak for it that are no syllables before and are some after; all others must be such
    after, or be without any mark.
    """
    if not _SUSPECT.search(text):
        return None
    words = [*WORD.finditer(text)]
    marked = [each for each in words if is_marked(each[0])]
    hits = [each for each in marked if not is_syllable(each[0]) and is_syllable(read(each[0]))]
    others = [each[0] for each in marked if not is_syllable(read(each[0]))]
    plain = [each[0] for each in words if each[0].isascii() and each[0].isalpha()]
    foreign = [each for each in plain if not is_syllable(each)]
    if not hits or len(others) * 4 > len(hits):
        return None
    if len(hits) < 3 and (others or len(foreign) * 2 > len(plain)):
        return None
    return _told(kind, text, hits, read)


def is_marked(word: str) -> bool:
    """Whether a word has plain letters and others, as garbled ones do; “·” and “©” stand alone."""
    return not word.isascii() and word not in _UNITS and _PLAIN.search(word) is not None


def _told(kind: str, text: str, hits: list[re.Match[str]], read: Callable[[str], str]) -> Garbled:
    """The passage from the first of the words on, as it stands and as it was meant."""
    start = hits[0].start()
    found = _excerpt(text, start)
    return Garbled(kind, found, WORD.sub(lambda one: read(one[0]), found), start)


def _excerpt(text: str, start: int) -> str:
    """A few whole words from there on."""
    line = text[start:].partition("\n")[0]
    return line if len(line) <= _SHOWN else line[:_SHOWN].rpartition(" ")[0] or line[:_SHOWN]


def _characters(page: str) -> Mapping[int, str]:
    """What the bytes above 127 are in a code page; those that it leaves open are controls."""
    found = {}
    for code in range(0x80, 0x100):
        character = bytes([code]).decode(page, "ignore") or chr(code)
        found[code] = character
    return found


_LETTERS_IN_LATIN = b"\xa1\xa2\xa3\xa8\xa9\xaa\xac\xb2\xb3\xb4\xb5\xb9\xba\xbd"
"""Last bytes of á â ã è é ê ì ò ó ô õ ù ú ý in UTF-8.

Those of à, í and capitals are no sign: as characters they stand behind “XÃ” in ordinary text.
"""


@cache
def _misreadings(page: str) -> tuple[re.Pattern[str], str]:
    """Patterns of UTF-8 in that page: letters that tell for sure, and all that UTF-8 can give.

    A last byte may be missing: what it became was a control character, and those are taken out.
    """
    shown = _characters(page)
    follow = "[" + re.escape("".join(shown[code] for code in range(0x80, 0xC0))) + "]"
    signs = "".join(shown[code] for code in _LETTERS_IN_LATIN)
    of_a, of_d, of_o, of_e = (re.escape(shown[code]) for code in (0xC3, 0xC4, 0xC6, 0xE1))
    second = "[" + re.escape(shown[0xBA] + shown[0xBB]) + "]"
    horn = "[" + re.escape(shown[0xA1] + shown[0xB0]) + "]"
    breve = re.escape(shown[0x91])
    sure = (
        f"{of_a}[{re.escape(signs)}]|{of_d}{breve}|{of_o}{horn}|{of_e}{second}(?:{follow}|(?=\\w))"
    )
    leads = "[" + re.escape("".join(shown[code] for code in range(0xC2, 0xE0))) + "]"
    long = re.escape(shown[0xE2])
    any_ = f"{of_e}{follow}{{1,2}}|{long}{follow}{{1,2}}|{leads}{follow}?"
    return re.compile(sure), any_


def _misread(text: str) -> Garbled | None:
    """UTF-8 read as a Western code page: nothing is left of the paragraph's marks but such."""
    for page in _WESTERN:
        sure, any_ = _misreadings(page)
        found = sure.search(text)
        if found and re.sub(any_, "", text).isascii():
            start = max(text.rfind(" ", 0, found.start()), text.rfind("\n", 0, found.start())) + 1
            seen = _excerpt(text, start)
            return Garbled("misread", seen, _reread(seen, page), start)
    return None


def _reread(text: str, page: str) -> str:
    """The text as UTF-8; empty where letters are missing."""
    codes = {character: code for code, character in _characters(page).items()}
    try:
        found = bytes(codes.get(c, ord(c)) for c in text).decode()
    except ValueError:
        return ""
    return found


_BROKEN = re.compile(r"(?<![\w?])[\w?]*\?[\w?]*")
_WITHIN = re.compile(r"\w\?+\w")
_LEAST = 2
"""Words that must have lost their first or last letter, where none has lost one within."""


def _lost(text: str) -> Garbled | None:
    """Letters that became “?” or “�”: words that are syllables once a letter stands there."""
    if "\ufffd" in text:
        start = max(0, text.index("\ufffd") - 10)
        return Garbled("lost", _excerpt(text, start), "", start)
    inner, outer = list[re.Match[str]](), list[re.Match[str]]()
    for each in _BROKEN.finditer(text):
        base = each[0].rstrip("?")
        word = base if is_syllable(base) else each[0]
        if "?" in word and base and _among_words(text, each) and _fits(word.lower()):
            (inner if _WITHIN.search(word) else outer).append(each)
    if not inner and (len(outer) < _LEAST or all(len(each[0].strip("?")) < 2 for each in outer)):
        return None
    start = min(each.start() for each in (*inner, *outer))
    return Garbled("lost", _excerpt(text, start), "", start)


def _among_words(text: str, found: re.Match[str]) -> bool:
    """Whether it stands among words, not in an address such as /tim?q=ca."""
    around = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
    return not set(around) & set("/.=&:%")


def _fits(word: str) -> bool:
    """Whether a syllable comes out with a letter at each “?”; at most two are tried."""
    if word.count("?") > 2 or len(word) > 7:
        return False
    head, _, tail = word.partition("?")
    for letter in LOST:
        whole = head + letter + tail
        if "?" in whole:
            if any(is_syllable(whole.replace("?", other)) for other in LOST):
                return True
        elif is_syllable(whole):
            return True
    return False
