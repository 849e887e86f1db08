"""Which files a page's template is made from: its own, and all that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, meta

from generator import theme

_REFERENCE = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_NAMED = re.compile(
    r"""\s*["']([^"'\\]+)["'](?:\s+(?:as|import|with|without|ignore)\b.*|\s*)""", re.DOTALL
)
"""A reference whose template is a plain name."""


@dataclass(frozen=True, slots=True)
class TemplateFiles:
    """A theme's templates and what each names, every file read once."""

    folders: theme.Folders
    _read: dict[str, tuple[Path, tuple[str, ...]]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[Path, ...]:
        """The template's own file and all that it extends, includes or imports, however deep."""
        found: dict[str, Path] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found[current], named = self._known(current)
            waiting.extend(named)
        return tuple(found.values())

    def _known(self, name: str) -> tuple[Path, tuple[str, ...]]:
        if name not in self._read:
            path = theme.find(self.folders, f"web/{name}")
            self._read[name] = path, _referenced(theme.text_of(path))
        return self._read[name]


def template_files(folders: theme.Folders, name: str) -> tuple[Path, ...]:
    """The files of one template: see `TemplateFiles.of`."""
    return TemplateFiles(folders).of(name)


@lru_cache(maxsize=64)
def _referenced(text: str) -> tuple[str, ...]:
    """The templates that a template names; parsing it takes long, and is seldom needed."""
    named = [_NAMED.fullmatch(each) for each in _REFERENCE.findall(_COMMENT.sub("", text))]
    if all(named):
        return tuple(match[1] for match in named if match)
    tree = Environment(autoescape=True).parse(text)
    return tuple(each for each in meta.find_referenced_templates(tree) if each)
