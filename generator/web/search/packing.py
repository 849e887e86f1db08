"""Columns as text that stays short when a host compresses it, and that a page unpacks at once.

Numbers are written in printable signs that JSON leaves as they are: no quote and no backslash.
`scripts/search/unpack.js` of the theme reads all of these.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypedDict

from generator.catalogue.folding import bare

_SIGNS = "".join(chr(code) for code in range(35, 126) if code != 92)
_BASE = len(_SIGNS)
_HALF = _BASE // 2
_NO_STEM = re.compile("[^a-z0-9]+")
_PLAIN = re.compile(r"[\s!-~đĐ]*")


class PackedTexts(TypedDict):
    """Texts that all have `w` letters, one after the other, or a line each where `w` is 0."""

    w: int
    t: str


class PackedNumbers(TypedDict):
    """Numbers of `w` signs each."""

    w: int
    n: str


class WordedTexts(TypedDict):
    """Texts of few different words: a line of these, the most frequent first, and their numbers.

    They count from 1; 0 ends a text. Frequent words take one sign.
    """

    words: str
    t: str


class SortedTexts(WordedTexts):
    """Texts without the words that each shares with the one before; `shared` is how many."""

    shared: PackedNumbers


class SparseTexts(TypedDict):
    """Texts that few have: `at` is whose they are."""

    at: str
    t: PackedTexts


class NamedTexts(TypedDict):
    """Names, and how each one's slug ends where it begins as the name does."""

    names: PackedTexts
    tails: PackedTexts


def texts(lines: Sequence[str]) -> PackedTexts:
    """The texts; none has a line break."""
    width = len(lines[0]) if lines else 0
    if width and all(len(each) == width and each.isascii() for each in lines):
        return {"w": width, "t": "".join(lines)}
    return {"w": 0, "t": "\n".join(" ".join(_composed(each).split()) for each in lines)}


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def numbers(values: Sequence[int]) -> PackedNumbers:
    """Numbers from 0, all of one width."""
    width, most = 1, max(values, default=0)
    while _BASE**width <= most:
        width += 1
    return {"w": width, "n": "".join(_number(each, width) for each in values)}


def _number(value: int, width: int) -> str:
    signs = ""
    for _ in range(width):
        value, last = divmod(value, _BASE)
        signs = _SIGNS[last] + signs
    return signs


def rising(values: Iterable[int]) -> str:
    """Numbers that rise: each as its distance from the one before, in as few signs as it takes."""
    written, before = [], -1
    for value in values:
        written.append(_short(value - before - 1))
        before = value
    return "".join(written)


def _short(value: int) -> str:
    """A number in as few signs as it takes; the last is of the lower half, and no other."""
    rest, sign = divmod(value, _HALF)
    found = _SIGNS[sign]
    while rest:
        rest, sign = divmod(rest - 1, _HALF)
        found = _SIGNS[_HALF + sign] + found
    return found


def worded(lines: Sequence[str]) -> WordedTexts:
    """Texts of words that come again and again."""
    return _worded([_composed(each).split() for each in lines])


def _worded(lines: Sequence[Sequence[str]]) -> WordedTexts:
    counts = Counter(word for words in lines for word in words)
    frequent = sorted(counts, key=lambda word: (-counts[word], word))
    ranks = {word: rank for rank, word in enumerate(frequent, 1)}
    numbered = (rank for words in lines for rank in (*(ranks[word] for word in words), 0))
    return {"words": " ".join(frequent), "t": "".join(map(_short, numbered))}


def sorted_texts(lines: Sequence[str]) -> SortedTexts:
    """Texts in an order in which many begin as the one before."""
    rests, shares, before = [], [], list[str]()
    for line in lines:
        words, shared = _composed(line).split(), 0
        most = min(len(words) - 1, len(before))
        while shared < most and words[shared] == before[shared]:
            shared += 1
        rests.append(words[shared:])
        shares.append(shared)
        before = words
    return {"shared": numbers(shares), **_worded(rests)}


def sparse(lines: Sequence[str]) -> SparseTexts:
    """The texts that aren't empty."""
    at = [index for index, each in enumerate(lines) if each]
    return {"at": rising(at), "t": texts([lines[index] for index in at])}


def first_seen(values: Iterable[str]) -> tuple[PackedNumbers, list[str]]:
    """Values by their place among all that differ, in the order in which they are first seen.

    0 is the next new one, any other the place and one more.
    """
    places: dict[str, int] = {}
    found = []
    for value in values:
        found.append(places[value] + 1 if value in places else 0)
        places.setdefault(value, len(places))
    return numbers(found), [*places]


def named(names: Sequence[str], slugs: Sequence[str]) -> NamedTexts:
    """Names with their slugs."""
    tails = [_tail(name, slug) for name, slug in zip(names, slugs, strict=True)]
    return {"names": texts(names), "tails": texts(tails)}


def tails(begin: Sequence[str], whole: Sequence[str]) -> PackedTexts:
    """How each text ends that begins as another; after a slash, one that doesn't."""
    return texts(
        [
            each.removeprefix(start) if each.startswith(start) else f"/{each}"
            for start, each in zip(begin, whole, strict=True)
        ]
    )


def _tail(name: str, slug: str) -> str:
    stem = _NO_STEM.sub("-", bare(name)).strip("-")
    apart = unicodedata.normalize("NFD", name)
    plain = _PLAIN.fullmatch("".join(each for each in apart if not unicodedata.combining(each)))
    return slug.removeprefix(stem) if plain and slug.startswith(stem) else f"/{slug}"
