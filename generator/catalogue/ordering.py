"""The order of names: Vietnamese as CLDR has it, with numbers by their value.

Letters come before marks, marks before capitals: Dừa, Đậu; Ong, Ổi; Út, Ước; 2 kg, 10 kg. The order
is that of the collation `vi` with numeric ordering (Unicode CLDR 46, common/collation/vi.xml, over
the root table of UCA), for letters that are written in Viet Nam and for what else is in names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from generator.catalogue.languages import Language
from generator.catalogue.model import Product

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Grave, hook, tilde, acute, dot below: the order of tones; any other mark comes after."""
_SIGNS = (
    *"_-",
    "‐‑",
    *"–—,;:!?.…·",
    "'‘’‚",
    *"‹›",
    '"“”„',
    *"«»()[]{}§¶@*/\\&#%‰†‡•`´˜^¨°©®+±÷×<=>|¦~¤¢$£¥₫€",
)
"""Punctuation, symbols and currencies in the order of the root table; a group has one place."""
_PLACES = {sign: (place, group.index(sign)) for place, group in enumerate(_SIGNS) for sign in group}
_DIGITS = re.compile("[0-9]+")
_LENGTHS = 0xE000
"""Signs of private use stand for lengths of numbers."""
_FIRST_SIGN, _NUMBER, _FIRST_LETTER, _OTHER = 0x20, 0x300, 0x500, 0x1000
"""Where primary weights begin: of signs, numbers, the alphabet's letters, and all other."""

NameKey = tuple[str, str, str, str]


class _Level(dict[int, str]):
    """Weights of characters on one level, found as they are met."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place

    def __missing__(self, code: int) -> str:
        self[code] = weight = _weights(chr(code))[self._place]
        return weight


_PRIMARY, _SECONDARY, _TERTIARY = (_Level(place) for place in range(3))


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> NameKey:
    """A key that sorts names; equal for two that differ in nothing that can be seen."""
    text = unicodedata.normalize("NFC", " ".join(name.split()))
    return (
        _DIGITS.sub(_number, text).translate(_PRIMARY),
        text.translate(_SECONDARY),
        text.translate(_TERTIARY),
        text,
    )


def in_order(products: Iterable[Product], language: Language) -> list[Product]:
    """Products as every list has them: most stars first, then by name."""

    def key(product: Product) -> tuple[int, NameKey, str]:
        return -(product.stars or 0), name_key(product.wording(language).name), product.slug

    return sorted(products, key=key)


def initial(name: str) -> str:
    """The letter of the alphabet under which a name stands in an index, “#” for any other sign."""
    first = next((sign for sign in unicodedata.normalize("NFC", name) if sign.isalnum()), "#")
    letter, _ = _letter(first)
    return letter.upper() if letter in _ALPHABET else "#"


def _number(found: re.Match[str]) -> str:
    """A number as it sorts: a sign for how long it is (255 digits at most), then its digits."""
    digits = found[0].lstrip("0")
    return chr(_LENGTHS + min(len(digits), 255)) + digits


def _weights(sign: str) -> tuple[str, str, str]:
    """Primary, secondary and tertiary weight of a composed character."""
    if _LENGTHS <= ord(sign) <= _LENGTHS + 255:
        return chr(_NUMBER + ord(sign) - _LENGTHS), "", ""
    if unicodedata.combining(sign):
        return "", chr(_tone(sign)), ""
    if sign == " ":
        return "\x01", "\x20", "1"
    if sign in _PLACES:
        place, within = _PLACES[sign]
        return chr(_FIRST_SIGN + place), chr(0x20 + within), "1"
    if sign in "0123456789":
        return chr(_NUMBER + int(sign)), "\x20", "1"
    letter, marks = _letter(sign)
    weight = _ALPHABET.find(letter)
    primary = chr(_FIRST_LETTER + weight) if weight >= 0 else chr(_OTHER + ord(letter[0]))
    return (
        primary,
        "\x20" + "".join(chr(_tone(mark)) for mark in marks),
        "2" if sign != sign.lower() else "1",
    )


def _letter(sign: str) -> tuple[str, str]:
    """The letter of the alphabet in lower case, and the marks on it that are no part of it."""
    base, *marks = list(unicodedata.normalize("NFD", sign.lower()))
    for mark in marks:
        whole = unicodedata.normalize("NFC", base + mark)
        if whole in _ALPHABET:
            rest = list(marks)
            rest.remove(mark)
            return whole, "".join(rest)
    return base, "".join(marks)


def _tone(mark: str) -> int:
    place = _TONES.find(mark)
    return 0x30 + place if place >= 0 else 0x40 + ord(mark)
