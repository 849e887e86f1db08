"""The part of docs/themes.md on print, written from the templates' typed values: `make docs`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

from generator.press.label_values import (
    ArtworkValues,
    CodePageValues,
    OutlineValues,
    SheetValues,
)
from generator.press.template_values import BrochureValues

TEMPLATES: Mapping[str, type] = {
    "labels.typ": SheetValues,
    "code.typ": CodePageValues,
    "artwork.typ": ArtworkValues,
    "outline.typ": OutlineValues,
    "leaflet.typ": BrochureValues,
}
"""Which values each template gets; every format of formats.toml gets those of leaflet.typ."""

BEGIN, END = "<!-- press templates: begin -->\n", "<!-- press templates: end -->\n"


def part() -> str:
    """The whole part as Markdown: each template's values, then those that stand within others."""
    seen: dict[str, type] = {}
    parts = [_section(f"### `press/{name}`", kind, seen) for name, kind in TEMPLATES.items()]
    told: set[str] = set()
    while wanted := [name for name in seen if name not in told]:
        told.add(wanted[0])
        parts.append(_section(f"#### {wanted[0]}", seen[wanted[0]], seen))
    return "\n".join(parts)


def inserted(page: str) -> str:
    """The page with its part made anew."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}{part()}{END}{after}"


def _section(heading: str, kind: type, seen: dict[str, type]) -> str:
    rows = "".join(_rows(kind, seen))
    return f"{heading}\n{kind.__doc__}\n\n| value | what it is |\n|---|---|\n{rows}"


def _rows(kind: type, seen: dict[str, type]) -> Iterator[str]:
    for name, hint in get_type_hints(kind, include_extras=True).items():
        told = get_args(hint)[0] if get_origin(hint) is NotRequired else hint
        typed, said = get_args(told)
        within = next(_typed_dicts(typed), None)
        if within:
            seen.setdefault(_name(within), within)
        also = f" ([{_name(within)}](#{_name(within)}))" if within else ""
        yield f"| `{name}` | {said}{also} |\n"


def _typed_dicts(hint: Any) -> Iterator[type]:  # noqa: ANN401 # a type's arguments may be anything
    """The dictionaries of named values within a type."""
    if is_typeddict(hint):
        yield hint
    elif get_origin(hint) is Annotated or isinstance(hint, UnionType) or get_args(hint):
        for each in get_args(hint):
            yield from _typed_dicts(each)


def _name(kind: type) -> str:
    """“stock” for StockValues."""
    name = kind.__name__.removesuffix("Values")
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(inserted(path.read_text("utf-8")), "utf-8")
