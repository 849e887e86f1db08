"""What stands where in a YAML text: every key and value with its first and last sign.

Models are read by frontmatter.py; this is for changing a value in place, which needs its ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from generator.catalogue.problems.place import KeyPath

Style = Literal["plain", "'", '"', "block"]
_STYLES: dict[str | None, Style] = {"'": "'", '"': '"', "|": "block", ">": "block"}


@dataclass(slots=True)
class Node:
    """A value; `start` and `end` count signs of the text from 0, `end` behind the last.

    `entries` are a mapping's keys or a list's numbers, each with the key's own place (in a list
    the item's) and its value. Two keys of one name are two entries.
    """

    start: int
    end: int
    kind: Literal["scalar", "mapping", "list"] = "scalar"
    style: Style = "plain"
    in_braces: bool = False
    entries: list[tuple[str | int, int, Node]] = field(default_factory=list)

    def entry(self, name: str | int) -> Node | None:
        """The value of that key or number."""
        return next((value for key, _, value in self.entries if key == name), None)

    def at(self, path: KeyPath) -> Node | None:
        """The value at that path below this one."""
        found: Node | None = self
        for step in path:
            found = found.entry(step) if found else None
        return found


def nodes_of(text: str) -> Node | None:
    """The text's value; None for an empty text. Raises yaml.YAMLError."""
    return _Reader(text).document()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._parser = yaml.CSafeLoader(text)

    def _next(self) -> Any:  # noqa: ANN401 - the C parser's events have no type
        return self._parser.get_event()

    def document(self) -> Node | None:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        return self._node(self._next())

    def _node(self, event: Any) -> Node:  # noqa: ANN401 - see _next
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise yaml.YAMLError("anchor, alias or tag")
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            last = start + len(self._text[start:end].rstrip())
            return Node(start, last, style=_STYLES.get(event.style, "plain"))
        is_list = isinstance(event, yaml.SequenceStartEvent)
        found = Node(start, end, "list" if is_list else "mapping", in_braces=event.flow_style)
        last = self._items(found) if is_list else self._pairs(found)
        # A block's end is told where the next thing begins: it ends with its last value.
        ends = (value.end for _, _, value in found.entries)
        found.end = last if found.in_braces else max(ends, default=end)
        return found

    def _items(self, found: Node) -> int:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            value = self._node(event)
            found.entries.append((len(found.entries), value.start, value))
        return _end(event)

    def _pairs(self, found: Node) -> int:
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.anchor:
                raise yaml.YAMLError("no plain key")
            value = self._node(self._next())
            found.entries.append((event.value.strip(), _start(event), value))
        return _end(event)


def _start(event: Any) -> int:  # noqa: ANN401 - see _end
    return int(event.start_mark.index)


def _end(event: Any) -> int:  # noqa: ANN401 - the C parser's events have no type
    return int(event.end_mark.index)
