"""A row of the table: all that is said of one field, but for how it is read and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, Flag, auto

from generator.catalogue.languages import Language


class Shows(Flag):
    """Where a field is seen. The tests change each field and look what else changes."""

    OWN_PAGE = auto()
    """On the page of the thing itself and the pages of its lots."""
    ELSEWHERE = auto()
    """On cards, lists, menus, pages of others, or in what hosts and feeds get."""
    LABEL = auto()
    """On label sheets and in codes."""
    LEAFLET = auto()
    """On leaflets."""
    PASSPORT = auto()
    """In the digital passport that machines read."""
    OPEN_DATA = auto()
    """In catalogue.json."""
    SEARCH = auto()
    """In what the search box looks through, or what products are compared by."""
    EVERYWHERE = OWN_PAGE | ELSEWHERE | LABEL | LEAFLET | PASSPORT | OPEN_DATA | SEARCH
    NOWHERE = 0
    """It only steers what is made, or is compared with other facts."""


class Written(Enum):
    """How an editor writes a field."""

    AS_KEY = "key"
    """As a key, or as a column of a table."""
    AS_FILE_NAME = "file name"
    """As the name of the file."""
    AS_TEXT = "text"
    """As the text below the keys."""
    NOT = "not"
    """Not at all: reading adds it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A field of a model.

    `vi` and `en` are its name and its hint: the first sentence of a hint says what the field is,
    the others how it is written. `example` is YAML, of a kind that its type accepts. One that is
    `conditional` can't stand in a file as it is: it wants another file, or other values beside it.
    One that is `on_cards` is shown by pages of others too, but on its product's card alone.
    `schema` is the term of schema.org under which search engines are told the value, `headings`
    are what the column may be called in spreadsheets of others.
    """

    model: type
    key: str
    vi: tuple[str, str]
    en: tuple[str, str]
    example: str
    shows: Shows
    written: Written = Written.AS_KEY
    conditional: bool = False
    on_cards: bool = False
    schema: str = ""
    headings: tuple[str, ...] = ()

    def name(self, language: Language) -> str:
        """What a reader calls it, in small letters."""
        return self._words(language)[0]

    def hint(self, language: Language) -> str:
        """What it is and how it is written, in whole sentences."""
        return self._words(language)[1]

    def meaning(self, language: Language) -> str:
        """What it is: the first sentence of the hint, without its full stop."""
        return self.hint(language).partition(". ")[0].removesuffix(".")

    def _words(self, language: Language) -> tuple[str, str]:
        return self.en if language == "en" else self.vi
