"""Files to start from, with each key explained: their comments are the hints of the field table."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from generator.catalogue.fields import Row, Written, rows_of
from generator.catalogue.model import Place, Site
from generator.catalogue.model.folders import BY_NAME
from generator.catalogue.reading.declared import model_at

_WIDTH = 110
_KEY = re.compile(r"( *)([a-z]\w*):")
_KEYS_HERE = "# {keys}\n"
"""Where a list of flow mappings has its keys explained, once for all."""
_EXAMPLE = re.compile(r"`content/(\w+)/[\w-]+\.md`:\n\n((?: {4}.*\n|\n(?= {4}))+)")


def explained(name: str, text: str) -> str:
    """The file of that name below the project, with hints, and with the keys that it has not.

    A key that the text lacks waits behind “#” with its example. One that can't stand there as it
    is has a space as well, as every explanation has.
    """
    if name == "README.md":
        return _EXAMPLE.sub(_explained_example, text)
    if name == "content/site.yaml":
        return _explained_keys(Site, text)
    if name == "content/places.yaml":
        return text.replace(_KEYS_HERE, "".join(_listed(Place)))
    _, _, below = name.partition("content/")
    folder = below.partition("/")[0]
    return _explained_file(BY_NAME[folder].model, text) if folder in BY_NAME else text


def _explained_example(found: re.Match[str]) -> str:
    """A file that stands in a guide, indented, with its name before it."""
    plain = textwrap.dedent(found[2])
    told = _explained_file(BY_NAME[found[1]].model, plain)
    return found[0].removesuffix(found[2]) + textwrap.indent(told, "    ")


def _explained_file(model: type[BaseModel], text: str) -> str:
    start, keys, body = re.split("^---\n", text, maxsplit=2, flags=re.MULTILINE)
    return "---\n".join((start, _explained_keys(model, keys), body))


def _explained_keys(model: type[BaseModel], text: str) -> str:
    """Keys, after a head of comments that ends with an empty line if there is one."""
    head, gap, keys = text.rpartition("\n\n")
    lines = _explain(model, keys.splitlines(), 0)
    return f"{head}{gap}" + "".join(f"{line}\n" for line in lines)


def _explain(model: type[BaseModel], lines: Sequence[str], indent: int) -> Iterator[str]:
    blocks = _blocks(lines, indent)
    pad = " " * indent
    for row in rows_of(model):
        if row.written is not Written.AS_KEY:
            continue
        yield from textwrap.wrap(
            row.hint("vi"), _WIDTH, initial_indent=f"{pad}# ", subsequent_indent=f"{pad}# "
        )
        if row.key in blocks:
            yield from _used(row, blocks[row.key], indent)
        else:
            mark = "# " if row.conditional else "#"
            yield f"{pad}{mark}{row.key}: {row.example}"


def _used(row: Row, block: Sequence[str], indent: int) -> Iterator[str]:
    """A key with its value: a mapping is explained inside, of a list the first entry."""
    inner = model_at(row.model, (row.key,)) or model_at(row.model, (row.key, 0))
    at = next(number for number, line in enumerate(block) if _KEY.match(line))
    nested = block[at + 1 :]
    if inner is None or not nested:
        yield from block
        return
    yield from block[: at + 1]
    if not nested[0].lstrip().startswith("- "):
        yield from _explain(inner, nested, indent + 2)
        return
    ends = [number for number, line in enumerate(nested) if line.lstrip().startswith("- ")]
    first = nested[: ends[1] if len(ends) > 1 else None]
    yield from _entry(inner, first, indent + 2)
    yield from nested[len(first) :]


def _entry(model: type[BaseModel], lines: Sequence[str], indent: int) -> Iterator[str]:
    """An entry of a list, whose dash stands before its first key."""
    bare = [lines[0].replace("- ", "  ", 1), *lines[1:]]
    waiting_for_dash = True
    for line in _explain(model, bare, indent + 2):
        if waiting_for_dash:
            key = _KEY.match(line)
            yield f"{' ' * indent}- {line.lstrip()}" if key else line[2:]
            waiting_for_dash = key is None
        else:
            yield line


def _blocks(lines: Sequence[str], indent: int) -> dict[str, list[str]]:
    """The lines of each key: the comments above it, the key, and what is indented below."""
    blocks: dict[str, list[str]] = {}
    above: list[str] = []
    current: list[str] = above
    for line in lines:
        key = _KEY.match(line)
        if key and len(key[1]) == indent:
            current = blocks[key[2]] = [*above, line]
            above = []
        elif line.startswith(f"{' ' * indent}#"):
            above.append(line)
        else:
            current.append(line)
    return blocks


def _listed(model: type[BaseModel]) -> Iterator[str]:
    """The keys of an entry, a line each."""
    rows = [row for row in rows_of(model) if row.written is Written.AS_KEY]
    width = max(len(row.key) for row in rows)
    for row in rows:
        optional = "" if model.model_fields[row.key].is_required() else " Không bắt buộc."
        yield f"# {row.key:<{width}}  {row.hint('vi')}{optional}\n"
