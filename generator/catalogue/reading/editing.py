"""Values of front matter and YAML files changed in place, everything else byte for byte as it was.

Comments, the order of keys, quotes, line ends and the story are the editor's own. What is written
is read back by the same reader that reads it for a build: if anything but the value that was to
change reads differently, nothing is changed at all.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

import yaml

from generator.catalogue.blanks import trimmed
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.plain_colons import without_inner_colons
from generator.catalogue.reading.yaml_nodes import Node, Style, nodes_of

_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_FENCE = re.compile(r"---[^\S\n]*\r?\n")
_STEP = 2
"""Signs by which what belongs to a key is moved in."""


class Removed(Enum):
    """Stands for a value that is to go."""

    REMOVED = "removed"


REMOVED = Removed.REMOVED
Value = str | int | bool | Sequence["Value"] | Mapping[str, "Value"]
Changes = Mapping[KeyPath, Value | Removed]


class EditError(ValueError):
    """The value at `path` can't be changed without touching something else."""

    def __init__(self, path: KeyPath) -> None:
        self.path = path
        super().__init__(".".join(map(str, path)))


def edited(text: str, changes: Changes, order: Sequence[str] = ()) -> str:
    """The Markdown file's text with these values of its front matter changed.

    A new key of the top level is put where `order` has it, any other behind those that are there.
    Raises EditError, and UnreadableError where the text has no front matter.
    """
    if frontmatter.ends_with_returns(text):
        return edited(text.replace("\r", "\n"), changes, order).replace("\n", "\r")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    opening = _FENCE.match(text, len(mark))
    keys = frontmatter.split(frontmatter.clean(text))[0]
    if not opening:
        raise EditError(next(iter(changes), ()))
    start = opening.end()
    end = start
    for _ in range(keys.count("\n") + 1 if keys else 0):
        end = text.index("\n", end) + 1
    return text[:start] + edited_yaml(text[start:end], changes, order) + text[end:]


def edited_yaml(text: str, changes: Changes, order: Sequence[str] = ()) -> str:
    """The same for a text that is YAML alone. Raises EditError and UnreadableError."""
    if frontmatter.ends_with_returns(text):
        return edited_yaml(text.replace("\r", "\n"), changes, order).replace("\n", "\r")
    for path, value in changes.items():
        text = _Edit(text, path, order).to(value)
    return text


class _Edit:
    """One change of a text."""

    def __init__(self, text: str, path: KeyPath, order: Sequence[str]) -> None:
        self._text, self._path, self._order = text, path, order
        self._break = "\r\n" if "\r\n" in text else "\n"
        self._before = _read(text)
        source = _BREAKS.sub(" ", text)
        try:
            try:
                self._root = nodes_of(source)
            except yaml.YAMLError:
                self._root = nodes_of(without_inner_colons(source))
        except yaml.YAMLError:
            raise EditError(path) from None

    def to(self, value: Value | Removed) -> str:
        """The text with that value at the path. Raises EditError."""
        wanted = _changed(self._before, self._path, value)
        if wanted == self._before or self._is_there(value):
            return self._text
        tries = self._without(self._path) if isinstance(value, Removed) else self._with(value)
        for text in tries:
            try:
                found = _read(text)
            except frontmatter.UnreadableError:
                continue
            if found == wanted:
                return text
        raise EditError(self._path)

    def _is_there(self, value: Value | Removed) -> bool:
        """Whether it is that text already, with the line's end that a block has behind it."""
        if not isinstance(value, str) or not (self._root and self._root.at(self._path)):
            return False
        found = self._before
        for step in self._path:
            found = found.get(step) if isinstance(found, dict) else found[step]
        return bool(frontmatter.clean(value) == found)

    def _with(self, value: Value) -> Iterator[str]:
        there = self._root.at(self._path) if self._root else None
        if there:
            yield from self._replaced(there, value)
            return
        depth = len(self._path) - 1
        while depth and not self._parent(depth):
            depth -= 1
        parent = self._parent(depth)
        for step in reversed(self._path[depth + 1 :]):
            value = [value] if isinstance(step, int) else {step: value}
        name = self._path[depth]
        if parent is None:
            yield self._put(0, f"{_line(name, value, 0, self._break)}{self._break}")
        elif parent.kind == "scalar":
            wrapped: Value = [value] if isinstance(name, int) else {name: value}
            yield from self._replaced(parent, wrapped)
        elif parent.in_braces:
            yield from self._in_braces(parent, name, value)
        else:
            yield from self._in_block(parent, name, value)

    def _parent(self, depth: int) -> Node | None:
        return self._root.at(self._path[:depth]) if self._root else None

    def _replaced(self, node: Node, value: Value) -> Iterator[str]:
        if isinstance(value, str | int):
            in_line = _scalars(value, node.style)
        else:
            in_line = iter([_flow(value)])
            if not self._among_braces():
                indent = self._indent(node) + _STEP
                block = _block(value, indent, self._break)
                start = (
                    node.start
                    - len(self._text[: node.start])
                    + len(self._text[: node.start].rstrip(" "))
                )
                yield self._text[:start] + self._break + block + self._text[node.end :]
        empty = node.start == node.end and self._text[node.start - 1 : node.start] in {":", "-"}
        for each in in_line:
            spaced = f" {each}" if empty else each
            yield self._text[: node.start] + spaced + self._text[node.end :]

    def _among_braces(self) -> bool:
        whole = (self._parent(depth) for depth in range(len(self._path)))
        return any(each and each.in_braces for each in whole)

    def _indent(self, node: Node) -> int:
        """How far the line is moved in on which the value's key stands."""
        line = self._text[self._line_start(node.start) : node.start]
        return len(line) - len(line.lstrip(" -"))

    def _in_braces(self, parent: Node, name: str | int, value: Value) -> Iterator[str]:
        inside = self._text[parent.end - 1]
        if inside not in "]}":
            return
        end = parent.start + len(self._text[parent.start : parent.end - 1].rstrip(", \t\r\n"))
        comma = ", " if parent.entries else ""
        for each in _scalars(value) if isinstance(value, str | int) else [_flow(value)]:
            pair = each if isinstance(name, int) else f"{_key(name)}: {each}"
            yield self._put(end, comma + pair)

    def _in_block(self, parent: Node, name: str | int, value: Value) -> Iterator[str]:
        before = self._behind_which(parent, name)
        first = parent.entries[0][1]
        if isinstance(name, int):
            dash = self._text.rindex("-", 0, first)
            indent = dash - self._line_start(dash)
        else:
            indent = first - self._line_start(first)
        line = _line(name, value, indent, self._break)
        if before is None:
            at = self._line_start(first)
            if self._text[at:first].strip():  # behind a dash: the new key takes its place
                yield self._put(first, line.lstrip(" ") + self._break + " " * indent)
            else:
                yield self._put(at, line + self._break)
            return
        example = self._example(name, indent, before.end)
        if example:
            yield self._put(example, line + self._break)
        at = self._past_comments(self._line_end(before.end), indent)
        lead = "" if self._text[:at].endswith("\n") else self._break
        yield self._put(at, lead + line + (self._break if at < len(self._text) or not lead else ""))

    def _example(self, name: str | int, indent: int, start: int) -> int:
        """Where the line ends that shows the key as a comment, `#summary: …`; 0 for none."""
        shown = re.compile(rf"^ {{{indent}}}#{re.escape(str(name))}:[^\n]*\n", re.MULTILINE)
        found = shown.search(self._text, self._line_end(start))
        whole = not indent or (
            found and self._past_comments(self._line_end(start), indent - 1) >= found.end()
        )
        return found.end() if found and whole else 0

    def _past_comments(self, at: int, indent: int) -> int:
        """Where the comments end that are moved in further, which belong to what is above them."""
        comment = re.compile(rf" {{{indent + 1},}}#[^\n]*\n")
        while found := comment.match(self._text, at):
            at = found.end()
        return at

    def _behind_which(self, parent: Node, name: str | int) -> Node | None:
        """The entry behind which a new one belongs; None for the beginning."""
        if parent is self._root and name in self._order:
            earlier = set(self._order[: self._order.index(str(name))])
            places = [i for i, (key, _, _) in enumerate(parent.entries) if key in earlier]
            return parent.entries[places[-1]][2] if places else None
        return parent.entries[-1][2] if parent.entries else None

    def _without(self, path: KeyPath) -> Iterator[str]:
        parent = self._root.at(path[:-1]) if self._root else None
        if parent is None:
            return
        number = next((i for i, each in enumerate(parent.entries) if each[0] == path[-1]), None)
        if number is None:
            return
        if len(parent.entries) == 1 and len(path) > 1:
            yield from self._without(path[:-1])
            return
        _, start, value = parent.entries[number]
        following = parent.entries[number + 1][1] if number + 1 < len(parent.entries) else None
        if parent.in_braces:
            if following is not None:
                yield self._text[:start] + self._text[following:]
            else:
                yield self._text[: parent.entries[number - 1][2].end] + self._text[value.end :]
            return
        begin = self._line_start(start)
        if self._text[begin:start].strip(" ") in {"", "-"} and (
            parent.kind == "list" or not self._text[begin:start].strip()
        ):
            yield self._text[:begin] + self._text[self._line_end(value.end) :]
        elif following is not None:
            yield self._text[:start] + self._text[following:]

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Where the line after that place begins."""
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end + 1

    def _put(self, at: int, more: str) -> str:
        return self._text[:at] + more + self._text[at:]


def _read(text: str) -> Any:  # noqa: ANN401 - a document is any nesting of dicts, lists and text
    """What the reader of a build makes of the text. Raises UnreadableError."""
    found = frontmatter.parse(frontmatter.clean(text))
    for fault in (*found.faults, *found.splits.values()):
        raise frontmatter.UnreadableError(fault)
    return found.value


def _changed(whole: Any, path: KeyPath, value: Value | Removed) -> Any:  # noqa: ANN401 - see _read
    """A copy of the document with that value at the path. Raises EditError."""
    new = copy.deepcopy(whole)
    if not path:
        raise EditError(path)
    holder: Any = {"": new}
    steps: list[tuple[Any, str | int]] = [(holder, "")]
    for number, step in enumerate(path):
        outer, key = steps[-1]
        inner = outer[key]
        if inner is None:
            inner = outer[key] = [] if isinstance(step, int) else {}
        fits = isinstance(inner, list) if isinstance(step, int) else isinstance(inner, dict)
        if not fits or (isinstance(step, int) and not 0 <= step <= len(inner)):
            raise EditError(path)
        if isinstance(step, int):
            if step == len(inner):
                inner.append(None)
        elif number < len(path) - 1 or step not in inner:
            inner.setdefault(step, None)
        steps.append((inner, step))
    outer, key = steps.pop()
    if not isinstance(value, Removed):
        outer[key] = _as_read(value)
        return holder[""]
    del outer[key]
    while not outer and len(steps) > 1:  # a key without a value is as if it weren't written
        outer, key = steps.pop()
        del outer[key]
    return holder[""] or None


def _as_read(value: Value) -> Any:  # noqa: ANN401 - see _read
    """The value as the reader gives it: text, lists and tables of text."""
    if isinstance(value, Mapping):
        return {key: _as_read(each) for key, each in value.items()}
    if isinstance(value, str):
        text = frontmatter.clean(value)
        return trimmed(text) or text or None
    if isinstance(value, bool | int):
        return json.dumps(value)
    return [_as_read(each) for each in value]


def _scalars(value: str | int, liked: Style = "plain") -> Iterator[str]:
    """Ways of writing a value in one place of a line, the one that was there first."""
    if isinstance(value, int):
        yield json.dumps(value)
        return
    value = frontmatter.clean(value)
    if liked == "'" and "\n" not in value:
        yield _single(value)
    if liked == '"':
        yield json.dumps(value, ensure_ascii=False)
    if "\n" not in value and value == value.strip() and value:
        yield value
    if "\n" not in value and '"' in value:
        yield _single(value)
    yield json.dumps(value, ensure_ascii=False)


def _single(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _safe(value: str | int, around: str) -> str:
    """The plainest way of writing a value that reads back as it is, in the middle of `around`."""
    wanted = _as_read(value)
    for each in _scalars(value):
        try:
            found = _read(around.format(each))
        except frontmatter.UnreadableError:
            continue
        if found == {"k": wanted} or found == {"k": {"a": wanted, "b": "x"}}:
            return each
    return json.dumps(value, ensure_ascii=False)


def _key(name: str | int) -> str:
    return name if re.fullmatch(r"[a-z][a-z0-9_]*", str(name)) else json.dumps(str(name))  # type: ignore[return-value]


def _flow(value: Value) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, str | int):
        return _safe(value, "k: {{a: {}, b: x}}")
    return "[" + ", ".join(map(_flow, value)) + "]"


def _line(name: str | int, value: Value, indent: int, ending: str) -> str:
    """A key or an item with its value, as lines without the last line's end."""
    start = " " * indent
    if isinstance(name, int):
        return _block([value], indent, ending)
    if isinstance(value, str | int):
        return f"{start}{_key(name)}: {_safe(value, 'k: {}')}"
    if not value:
        return f"{start}{_key(name)}: {_flow(value)}"
    return f"{start}{_key(name)}:{ending}{_block(value, indent + _STEP, ending)}"


def _block(value: Value, indent: int, ending: str) -> str:
    """A list or table as lines of their own, moved in."""
    if isinstance(value, str | int):
        return f"{' ' * indent}{_safe(value, 'k: {}')}"
    if isinstance(value, Mapping):
        return ending.join(_line(key, each, indent, ending) for key, each in value.items())
    lines = []
    for each in value:
        if isinstance(each, str | int):
            lines.append(f"{' ' * indent}- {_safe(each, 'k: {}')}")
        else:
            inner = _block(each, indent + _STEP, ending)
            lines.append(f"{' ' * indent}- {inner.lstrip(' ')}")
    return ending.join(lines)
