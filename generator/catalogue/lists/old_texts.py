"""Texts of a list that were typed or saved in an encoding of old, read aright.

A word is changed only where it can't be Vietnamese as it stands and can be once read aright, and
only on a sheet whose other words say that this encoding was used there.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.judging.old_encodings import READINGS, WORD, garbled, is_marked
from generator.catalogue.judging.syllables import is_syllable
from generator.plain_files import encoding_of

NAMES = {
    "tcvn3": "TCVN3 (.VnTime)",
    "vni": "VNI",
    "cp1258": "Windows-1258",
    "misread": "UTF-8 đọc nhầm",
}
"""What each encoding is called."""
_OF_OLD = frozenset(map(chr, range(0x100))) | {
    *bytes(range(0x80, 0x100)).decode("cp1252", "ignore")
}
"""The letters that a font of old shows as something else, and those beside them."""
_ABBREVIATED = re.compile("[A-Z]*Đ[A-ZĐ]*")
"""“QĐ”, “HĐND”: no syllable, yet a word of these texts."""
_MOST = 200_000
"""Characters of a text that are looked at."""
_LEAST = 2
"""Words that must speak for an encoding before any is changed."""


def decoded(found: bytes) -> str:
    """The text of a table: UTF-8 or UTF-16, else whichever page of Windows gives more words."""
    try:
        return found.decode(encoding_of(found))
    except UnicodeDecodeError:
        of_windows, western = (_of_page(found, page) for page in ("cp1258", "cp1252"))
        # A font of old puts its letters into Western codes, so there they are words only once read.
        fonts = max(_syllables(western, read) for read in READINGS.values())
        known = max(_syllables(western, str), fonts)
        return of_windows if _syllables(of_windows, str) >= known else western


def _syllables(text: str, read: Callable[[str], str]) -> int:
    return sum(is_syllable(read(word)) for word in _marked(text))


def _of_page(found: bytes, page: str) -> str:
    return unicodedata.normalize("NFC", found.decode(page, "replace"))


def _marked(text: str) -> Iterator[str]:
    return (each[0] for each in WORD.finditer(text[:_MOST]) if is_marked(each[0]))


def _of_cp1258(word: str) -> str:
    """A word of Windows-1258 that was read as Windows-1252: “chôìt” is “chốt”."""
    try:
        return unicodedata.normalize("NFC", word.encode("cp1252").decode("cp1258"))
    except ValueError:
        return word


def _of_utf8(word: str) -> str:
    try:
        return bytes(map(_code, word)).decode()
    except ValueError:
        return word


def _code(letter: str) -> int:
    """The byte that became this letter; those that Windows-1252 leaves open became themselves."""
    found = letter.encode("cp1252", "ignore")
    return found[0] if found else ord(letter)


_READ: Mapping[str, Callable[[str], str]] = {
    **READINGS,
    "cp1258": _of_cp1258,
    "misread": _of_utf8,
}


@dataclass(frozen=True, slots=True)
class OldTexts:
    """How the texts of one sheet are read: as they are, where `kind` is empty."""

    kind: str = ""

    def read(self, texts: Sequence[str]) -> list[str]:
        """The texts of one row, every garbled one as it was meant."""
        if not self.kind or not any(self._is_garbled(each) for each in texts):
            return list(texts)
        return [each if each.isascii() else self._read(each) for each in texts]

    def _is_garbled(self, text: str) -> bool:
        return not text.isascii() and any(
            not is_syllable(word) and is_syllable(self._meant(word)) for word in _marked(text)
        )

    def _meant(self, word: str) -> str:
        return _READ[self.kind](word)

    def _read(self, text: str) -> str:
        if self.kind == "misread":
            return unicodedata.normalize("NFC", _of_utf8(text))
        if any(is_syllable(word) and not is_syllable(self._meant(word)) for word in _marked(text)):
            return text
        # A letter such as “ử” came from no font of old: its neighbours are as they were meant too.
        stand = any(letter not in _OF_OLD for letter in text)
        stand = stand or (self.kind == "cp1258" and not self._is_garbled(text))
        return WORD.sub(lambda found: self._word(found[0], stand=stand), text)

    def _word(self, word: str, *, stand: bool) -> str:
        """The word as it was meant; `stand` is whether one that can be Vietnamese is left alone."""
        if stand and is_syllable(word):
            return word
        meant = self._meant(word)
        sure = is_syllable(meant) or _ABBREVIATED.fullmatch(meant)
        return meant if is_marked(word) and sure else word


def old_texts(texts: Iterable[str]) -> OldTexts:
    """How to read a sheet's texts, by what most of its words say."""
    votes, words = Counter[str](), set[str]()
    for text in texts:
        if text.isascii():
            continue
        for found in garbled(text):
            votes[found.kind] += _LEAST
        words.update(WORD.findall(text[:_MOST]))
    bad = [word for word in words if is_marked(word) and not is_syllable(word)]
    for kind, read in _READ.items():
        votes[kind] += sum(is_syllable(read(word)) for word in bad if read(word) != word)
    votes.pop("lost", None)
    kind, count = next(iter(votes.most_common(1)), ("", 0))
    return OldTexts(kind) if count >= _LEAST else OldTexts()
