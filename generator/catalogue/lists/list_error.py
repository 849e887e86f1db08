"""Why a list can't be read at all."""

from __future__ import annotations

from generator.catalogue.languages import Language


class ListError(ValueError):
    """A file that can't be read as a list; the message says what to do, in both languages."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(f"{vi} · {en}")
        self.vi, self.en = vi, en

    def said_in(self, language: Language) -> str:
        """The message in that language."""
        return self.en if language == "en" else self.vi
