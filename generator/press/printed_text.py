"""The words of a finished PDF, and where in them others stand, be it of ten thousand pages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

_LONG = 1_000_000
"""Letters of a text that is not read from end to end for each of its facts."""
_BEFORE, _AFTER = 20_000, 60_000
"""So many letters around a name its product's pages have, in a long text."""

_last: dict[bytes, tuple[str, ...]] = {}
"""The words of the PDF that was read last, by its hash: preflight and editions ask for the same."""


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The words of each page."""
    key = hashlib.blake2b(pdf, digest_size=16).digest()
    if key not in _last:
        _last.clear()
        _last[key] = _read(pdf)
    return _last[key]


def remember(pdf: bytes, texts: tuple[str, ...]) -> None:
    """Spare whoever asks for the words of that PDF to read what its parts were read for."""
    if texts:
        _last.clear()
        _last[hashlib.blake2b(pdf, digest_size=16).digest()] = texts


def _read(pdf: bytes) -> tuple[str, ...]:
    import pypdfium2  # takes as long to load as many builds take in all

    found: list[str] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            found.append(words.get_text_range())
            words.close()
            page.close()
    return tuple(found)


@dataclass(slots=True)
class InOrder:
    """Finds words that stand in a text in about the order in which they are asked for."""

    text: str
    at: int = 0
    """Where the last was found that was looked for in all of the text."""

    def has(self, words: str) -> bool:
        """Whether they are anywhere in the text; looked for from where the last ones were."""
        found = self.text.find(words, self.at, self.at + _AFTER)
        if found < 0:
            found = self.text.find(words)
        if found >= 0:
            self.at = found
        return found >= 0

    def has_near(self, words: str) -> bool:
        """Whether they are in the text; of a long one, near the last that it `has`."""
        if len(self.text) <= _LONG:
            return words in self.text
        return self.text.find(words, max(0, self.at - _BEFORE), self.at + _AFTER) >= 0
