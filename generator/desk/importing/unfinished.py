"""Drafts that still lack what a thing needs, and so stand in no catalogue; a list may mean them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from generator.catalogue.folding import bare
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.files import read_text


class Unfinished:
    """Such drafts by what a row may know them by: file name, name, code."""

    def __init__(self, root: Path, drafts: Iterable[str], catalogued: Set[str]) -> None:
        self._by: dict[tuple[str, str, str], str] = {}
        for source in sorted(drafts):
            if source in catalogued:
                continue
            for key, value in _signs(root, source):
                self._by.setdefault((source.split("/")[1], key, value), source)

    def meant(self, folder: str, slug: object, name: object, code: object = None) -> str | None:
        """The file of the draft that a row means, if it means one."""
        signs = ("slug", str(slug)), ("code", str(code)), ("name", bare(str(name)))
        return next(
            (self._by[folder, *each] for each in signs if (folder, *each) in self._by), None
        )


def _signs(root: Path, source: str) -> Iterator[tuple[str, str]]:
    yield "slug", Path(source).stem
    try:
        front = frontmatter.split(read_text(root / source, root / "content"))[0]
        found = frontmatter.parse(front).value
    except frontmatter.UnreadableError:
        return
    if isinstance(found, dict):
        yield from ((key, str(found[key])) for key in ("code",) if found.get(key))
        if name := found.get("name"):
            yield "name", bare(str(name))
