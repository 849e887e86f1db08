"""The texts of new files: keys in their usual order. A story only the maker can tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from generator.catalogue.folder_names import is_device
from generator.catalogue.folding import slugged

_KEYS = (
    *("name", "summary", "status", "code", "gtin", "group", "brand", "producer", "made_in"),
    *("certificate", "packs", "ingredients", "allergens", "directions", "storage", "warnings"),
    *("shelf_life", "kind", "place", "address", "phone", "email", "website", "tax_code", "founded"),
)
_CERTIFICATE = (
    *("stars", "decision", "decided_on", "issued_by", "legal_basis", "score", "ocop_code"),
    "expires_on",
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,./()%+“”–-]*[\w.)%”])?")
_KEYWORDS = ("true", "false", "yes", "no", "on", "off", "y", "n", "null")


def product_text(values: Mapping[str, object], producer: str, code: str) -> str:
    """A new product's file."""
    told = {key.partition(".")[2]: value for key, value in values.items() if "certificate." in key}
    certificate = {key: told[key] for key in _CERTIFICATE if key in told}
    keys = {**values, "producer": producer, "code": values.get("code", code)}
    return _text({**keys, **({"certificate": certificate} if certificate else {})})


def producer_text(values: Mapping[str, object]) -> str:
    """A new producer's file."""
    return _text(values)


def _text(values: Mapping[str, object]) -> str:
    lines = _mapping({key: values[key] for key in _KEYS if key in values}, "")
    return "\n".join(["---", *lines, "---", ""])


def _mapping(values: Mapping[str, object], indent: str) -> Iterator[str]:
    """The lines of a table. A library's writer took a third of all the time of a long list."""
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, f"{indent}  ")
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{indent}{key}:"
            for each in value:
                first, *others = _mapping(each, "")
                yield f"{indent}  - {first}"
                yield from (f"{indent}    {line}" for line in others)
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _scalar(value: object) -> str:
    """A value as editors write it: in quotes where it might be taken for something else."""
    text = str(value)
    if not isinstance(value, str) or _DAY.fullmatch(text):
        return text
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _KEYWORDS
    return text if plain else json.dumps(text, ensure_ascii=False)


class NewNames:
    """Gives names for files, each once; `taken` are those that there are."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken

    def named(self, name: str, more: str) -> str:
        """A name from that of a thing, with what tells it from others of the same name."""
        plain = slugged(name) or "san-pham"
        longer = f"{plain}-{more}"[:90].strip("-") if more else plain
        for slug in (plain, longer):
            if self.take(slug):
                return slug
        return next(f"{plain}-{n}" for n in count(2) if self.take(f"{plain}-{n}"))

    def take(self, slug: str) -> bool:
        """Whether that name was free; it is no more."""
        if slug in self._taken or is_device(slug):
            return False
        self._taken.add(slug)
        return True
