"""What a syllable of Vietnamese looks like in writing: an initial, a rime, and a tone at its place.

The rimes are those of the standard orthography (quốc ngữ). A word that fits is not always in a
dictionary; one that doesn't fit is foreign, mistyped or garbled.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

_INITIALS = "ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_WRITTEN_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
    iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu o oc oi om on ong op ot oong ooc
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uê uêch uênh uơ uy uya
    uych uyn uynh uyt uyu uyên uyêt uân uâng uât uây uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y
"""
_RIMES = frozenset(_WRITTEN_RIMES.split())
_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Huyền, sắc, ngã, hỏi, nặng as combining marks."""
_INITIAL = re.compile(_INITIALS)
_MARKED = "ăâêôơư"
_LETTERS = "aăâeêioôơuưy"
_ANY = tuple(
    unicodedata.normalize("NFC", letter + tone) for letter, tone in product(_LETTERS, ["", *_TONES])
)
LOST = tuple(each for each in (*_ANY, "đ") if not each.isascii())
"""The letters that a poorer encoding may not have."""


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Whether the word could be a syllable, in any case; the tone may stand as in hoà or hòa."""
    plain, tones, at = _without_tone(word.lower())
    return tones <= 1 and any(
        plain[start:] in _RIMES and (not tones or at - start in _places(plain[start:]))
        for start in _starts(plain)
    )


def _starts(plain: str) -> tuple[int, ...]:
    """Where the rime may begin; the i of “gi” is the rime's own where no other letter is."""
    found = _INITIAL.match(plain)
    initial = found[0] if found else ""
    return (len(initial), 1) if initial == "gi" else (len(initial),)


def _without_tone(word: str) -> tuple[str, int, int]:
    """The word without its tone, how many tones it has, and on which letter the last stands."""
    letters: list[str] = []
    tones, at = 0, -1
    for letter in unicodedata.normalize("NFC", word):
        parts = unicodedata.normalize("NFD", letter)
        bare = "".join(each for each in parts if each not in _TONES)
        if len(bare) < len(parts):
            tones, at = tones + 1, len(letters)
        letters.append(unicodedata.normalize("NFC", bare))
    return "".join(letters), tones, at


def _places(rime: str) -> set[int]:
    """The letters of a rime that may bear the tone."""
    marked = [index for index, letter in enumerate(rime) if letter in _MARKED]
    if marked:
        return {marked[-1]}
    vowels = [index for index, letter in enumerate(rime) if letter in _LETTERS]
    if len(vowels) == 1 or vowels[-1] < len(rime) - 1:
        return {vowels[-1]}
    if len(vowels) == 3:
        return {1}
    return {0, 1} if rime in {"oa", "oe", "uy"} else {0}
