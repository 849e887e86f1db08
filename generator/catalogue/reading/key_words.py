"""What a message says of a key from the field table: what it is for, and which one was meant."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.catalogue.fields import Row, keys_of, row_of
from generator.catalogue.folding import bare
from generator.catalogue.languages import Language
from generator.catalogue.problems.nearest import closest, key_name
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.reading.declared import model_at


def about(model: type[BaseModel], key: str, *, by_example: bool = False) -> dict[str, str]:
    """In brackets, what the key is, perhaps with an example; nothing of a key without a row."""
    row = row_of(model, key)
    if row is None:
        return {"about": ""}
    example_vi = f"; ví dụ “{row.example}”" if by_example else ""
    example_en = f"; for example “{row.example}”" if by_example else ""
    return {
        "about_vi": f"({_lowered(row.meaning('vi'))}{example_vi})",
        "about_en": f"({_lowered(row.meaning('en'))}{example_en})",
    }


def called(model: type[BaseModel], path: KeyPath, language: Language) -> str:
    """What a reader calls the key at that path, and the key: “số sao (certificate.stars)”."""
    last = max((index for index, part in enumerate(path) if isinstance(part, str)), default=0)
    around = model_at(model, path[:last])
    row = row_of(around, str(path[last])) if around else None
    return f"{row.name(language)} ({key_name(path)})" if row else key_name(path)


def meant(model: type[BaseModel], written: str) -> str:
    """The key that is spelt most like the one written, or else is called so; empty for none."""
    keys = keys_of(model)
    if near := closest(written, keys):
        return near
    rows = (row for key in keys if (row := row_of(model, key)))
    called = {bare(name): row.key for row in rows for name in _names(row)}
    return called.get(closest(bare(written), called), "")


def _names(row: Row) -> Iterator[str]:
    yield row.name("vi")
    yield row.name("en")
    yield from row.headings


def _lowered(text: str) -> str:
    """As within a sentence: a first letter is made small, an abbreviation stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text
