"""Which files a page's template is made from: its own, and all that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, nodes

from generator import theme
from generator.litter import is_passed_over

_REFERENCE = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_NAMED = re.compile(
    r"""\s*["']([^"'\\]+)["'](?:\s+(?:as|import|with|without)\b.*|\s*)""", re.DOTALL
)
"""A reference whose template is a plain name, and has to be there."""
_ANY = "*"
"""A reference whose template is known when a page is made: any that there is."""


_Naming = nodes.Extends | nodes.FromImport | nodes.Import | nodes.Include
_Reference = tuple[str, bool]
"""The name of a template, and whether it has to be there."""


@dataclass(frozen=True, slots=True)
class TemplateFiles:
    """A theme's templates and what each names, every file read once."""

    folders: theme.Folders
    _read: dict[str, tuple[Path, tuple[_Reference, ...]]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[Path, ...]:
        """The template's own file and all that it extends, includes or imports, however deep."""
        found: dict[str, Path] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found[current], named = self._known(current)
            waiting += [each for each, needed in named if needed or self._is_there(each)]
            waiting += self._every() if (_ANY, False) in named else ()
        return tuple(found.values())

    def _is_there(self, name: str) -> bool:
        return any((folder / "web" / name).is_file() for folder in self.folders)

    def _every(self) -> set[str]:
        webs = [folder / "web" for folder in self.folders]
        found = ((path, web) for web in webs for path in web.rglob("*.html"))
        return {p.relative_to(web).as_posix() for p, web in found if not is_passed_over(p.name)}

    def _known(self, name: str) -> tuple[Path, tuple[_Reference, ...]]:
        if name not in self._read:
            path = theme.find(self.folders, f"web/{name}")
            self._read[name] = path, _referenced(theme.text_of(path))
        return self._read[name]


def template_files(folders: theme.Folders, name: str) -> tuple[Path, ...]:
    """The files of one template: see `TemplateFiles.of`."""
    return TemplateFiles(folders).of(name)


@lru_cache(maxsize=64)
def _referenced(text: str) -> tuple[_Reference, ...]:
    """The templates that a template names; parsing it takes long, and is seldom needed."""
    named = [_NAMED.fullmatch(each) for each in _REFERENCE.findall(_COMMENT.sub("", text))]
    if all(named):
        return tuple((match[1], True) for match in named if match)
    tree = Environment(autoescape=True).parse(text)
    found = (each for each in tree.find_all(nodes.Stmt) if isinstance(each, _Naming))
    return tuple(named for each in found for named in _names(each))


def _names(
    node: _Naming,
) -> list[_Reference]:
    """What that statement names; of several in a list the first that is there is taken."""
    optional = isinstance(node, nodes.Include) and node.ignore_missing
    match node.template:
        case nodes.Const(value=str(name)):
            return [(name, not optional)]
        case nodes.List(items=items) | nodes.Tuple(items=items):
            written = [each.value for each in items if isinstance(each, nodes.Const)]
            open_ = [(_ANY, False)] if len(written) < len(items) else []
            return [*open_, *((each, False) for each in written if isinstance(each, str))]
    return [(_ANY, False)]
