"""The strings that a printed format can't do without, and what is wrong with a theme's own.

Some the program puts into the values (`print.count`), the others a template asks for by name:
`values.words.at("leaflet.what")`. One that is asked for with a `default` may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import theme
from generator.catalogue.languages import Language
from generator.press.formats import Format

SHARED: Mapping[str, str | None] = {
    "code.alt": "name",
    **dict.fromkeys(
        (
            *("fact.decision", "fact.decided_on", "fact.issued_by", "fact.valid_until"),
            *("fact.ingredients", "fact.allergens", "fact.directions", "fact.storage"),
            *("fact.shelf_life", "fact.warnings", "fact.standards"),
        )
    ),
    "sample.note": None,
    "sample.pill": None,
    "stars.potential": None,
    "stars.rank": "n",
}
"""Strings of all that is printed, each with the one value that the program fills in, or none."""
OWN: Mapping[str, str | None] = {
    "title": "name",
    "count": "n",
    "count_mixed": "n",
    "cover_fair": None,
    "cover_catalogue": None,
    "cover_potential": None,
    "when": None,
    "hours": None,
    "venue": None,
    "booth": None,
    "site_alt": "name",
    "trial": None,
}
"""Strings of a format, `<key>.<name>`, or of all formats, `print.<name>`."""
IN_THE_SINGULAR = "_one"
"""Ends the name of a string that says the same of one; a language may do without it."""
_TRIED = {"name": "Khô cá", "n": 1}

_ASKED = re.compile(r"""\.at\(\s*"([\w-]+(?:\.[\w-]+)+)"\s*\)""")
_OTHER = re.compile(r"""(?:import|include)\s+"([\w-]+\.typ)\"""")


@dataclass(frozen=True, slots=True)
class StringFault:
    """A string that is missing, or one whose `text` has a place that nobody fills in."""

    key: str
    text: str | None = None


def faults(folders: theme.Folders, wanted: Format, language: Language) -> Iterator[StringFault]:
    """What is wrong with the strings that the format needs of a language. Raises ThemeError."""
    words = theme.press_words(folders, language)
    own = {f"print.{name}": filled for name, filled in OWN.items()}
    for key, filled in {**SHARED, **own}.items():
        special = key.replace("print.", f"{wanted.key}.")
        if key not in words and special not in words:
            yield StringFault(key)
        for each in dict.fromkeys((key, special)):
            for said in (each, f"{each}{IN_THE_SINGULAR}"):
                if filled and said in words and not _fills(words[said], filled):
                    yield StringFault(said, words[said])
    for key in asked(theme.typst_templates(folders), wanted.template):
        if key not in words:
            yield StringFault(key)


def asked(templates: Mapping[str, bytes], main: str) -> tuple[str, ...]:
    """The keys of strings that a template asks for, or one that it imports."""
    found: dict[str, None] = {}
    waiting, seen = [main], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in templates:
            continue
        seen.add(name)
        text = templates[name].decode("utf-8", "replace")
        found |= dict.fromkeys(_ASKED.findall(text))
        waiting += _OTHER.findall(text)
    return tuple(sorted(found))


def _fills(text: str, filled: str) -> bool:
    """Whether the text can be filled in with that value."""
    try:
        text.format(**{filled: _TRIED[filled]})
    except (ValueError, LookupError, AttributeError):
        return False
    return True
