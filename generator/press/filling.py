"""The theme's strings of print, filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.press.format_strings import IN_THE_SINGULAR
from generator.press.formats import Format
from generator.theme import ThemeError

Words = Mapping[str, str]


def own_string(words: Words, wanted: Format, name: str) -> str:
    """The format's own string, else the one for all of print."""
    return words.get(f"{wanted.key}.{name}") or words[f"print.{name}"]


def in_each(strings: Iterable[Words], said: Callable[[Words], str]) -> str:
    """What the strings of each language say, once where they agree: “Giờ / Hours”."""
    return " / ".join(dict.fromkeys(map(said, strings)))


def filled(text: str, **values: object) -> str:
    """The string with its values. Raises ThemeError for a place that nobody fills in."""
    try:
        return text.format(**values)
    except (ValueError, LookupError, AttributeError) as error:
        raise ThemeError(
            f"có chữ không điền được: {text!r}", f"a string that can't be filled in: {text!r}"
        ) from error


def counted(words: Words, wanted: Format, name: str, number: int) -> str:
    """So many in words, with the string for one where the language has it."""
    single = f"{name}{IN_THE_SINGULAR}"
    if number == 1 and (f"{wanted.key}.{single}" in words or f"print.{single}" in words):
        name = single
    return filled(own_string(words, wanted, name), n=number)
