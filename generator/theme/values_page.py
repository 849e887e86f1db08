"""Parts of docs/themes.md that are written from the types of what templates get."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict


@dataclass(frozen=True, slots=True)
class TemplateValues:
    """A template, or whatever the heading names, and the type of its values.

    `prefix` is what a template writes before their names. Values that `beyond` has too are told
    there.
    """

    heading: str
    kind: type
    prefix: str = ""
    beyond: type | None = None


@dataclass(frozen=True, slots=True)
class ValuesPart:
    """The part between two comments of the page that have its `name`."""

    name: str
    templates: tuple[TemplateValues, ...]

    def text(self) -> str:
        """The part as Markdown: each template's values, then those that stand within others."""
        seen: dict[str, type] = {}
        parts = [_section(f"### {each.heading}", each, seen) for each in self.templates]
        told: set[str] = set()
        while wanted := [name for name in seen if name not in told]:
            name = wanted[0]
            told.add(name)
            parts.append(_section(f"#### {name}", TemplateValues(name, seen[name]), seen))
        return "\n".join(parts)

    def inserted(self, page: str) -> str:
        """The page with this part made anew."""
        begin, end = f"<!-- {self.name}: begin -->\n", f"<!-- {self.name}: end -->\n"
        before, _, rest = page.partition(begin)
        after = rest.partition(end)[2]
        return f"{before}{begin}{self.text()}{end}{after}"

    def write(self, path: Path) -> None:
        """Make this part of the file anew."""
        path.write_text(self.inserted(path.read_text("utf-8")), "utf-8")


def _section(heading: str, told: TemplateValues, seen: dict[str, type]) -> str:
    rows = "".join(_rows(told, seen))
    about = inspect.cleandoc(told.kind.__doc__ or "")
    return f"{heading}\n{about}\n\n| value | what it is |\n|---|---|\n{rows}"


def _rows(told: TemplateValues, seen: dict[str, type]) -> Iterator[str]:
    elsewhere = get_type_hints(told.beyond) if told.beyond else {}
    for name, hint in get_type_hints(told.kind, include_extras=True).items():
        if name in elsewhere:
            continue
        typed, said = get_args(get_args(hint)[0] if get_origin(hint) is NotRequired else hint)
        if NoneType in get_args(typed) and "none" not in said:
            said += ", or none"
        within = next(_typed_dicts(typed), None)
        if within:
            seen.setdefault(_name(within), within)
            said += f" ([{_name(within)}](#{_name(within)}))"
        yield f"| `{told.prefix}{name}` | {said} |\n"


def _typed_dicts(hint: Any) -> Iterator[type]:  # noqa: ANN401 # a type's arguments may be anything
    """The dictionaries of named values within a type."""
    if is_typeddict(hint):
        yield hint
    elif get_origin(hint) is Annotated or isinstance(hint, UnionType) or get_args(hint):
        for each in _flat(get_args(hint)):
            yield from _typed_dicts(each)


def _flat(arguments: Iterable[Any]) -> Iterator[Any]:
    """The arguments of a type; those of a function stand in a list of their own."""
    for each in arguments:
        yield from each if isinstance(each, list) else (each,)


def _name(kind: type) -> str:
    """“stock” for StockValues."""
    name = kind.__name__.removesuffix("Values")
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")
