"""What `ocop check` would say of a project in which other texts stood."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.catalogue.lists.columns import BY_KEY
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.reading import frontmatter
from generator.catalogue.reading.markdown_files import SeenMarkdown
from generator.desk.content import Content, load, stored_markdown
from generator.engine.tree import Stamp, listing

_WORTH_A_PROCESS = 500
"""Starting a process takes as long as reading so many files."""


class Judge:
    """Reads a project once as it is, and then as often as somebody proposes other texts.

    Texts that `will_be_written` are read whole: what was read of them is remembered.
    """

    def __init__(self, root: Path, *, will_be_written: bool) -> None:
        self._root = root
        self._stamps = listing(root / "content")
        self._stored = stored_markdown(root, self._stamps)
        self._markdown = SeenMarkdown(self._stored, will_be_written=will_be_written)
        self.before: Content = self._load({})
        self._known = frozenset(map(_told, _errors(self.before)))

    def errors(self, texts: Mapping[str, bytes]) -> list[Problem]:
        """The errors that files (by path below content/) would bring with them."""
        proposed = {f"content/{name}": text for name, text in texts.items()}
        return [each for each in _errors(self._load(proposed)) if _told(each) not in self._known]

    def written(self, stamps: Mapping[str, Stamp]) -> None:
        """Remember what was read of the texts that have been written, which have these stamps."""
        self._markdown.written(self._stored.with_written(stamps))

    def _load(self, proposed: Mapping[str, bytes]) -> Content:
        files = len(proposed) or sum(name.endswith(".md") for name in self._stamps)
        jobs = min(os.cpu_count() or 1, 1 + files // _WORTH_A_PROCESS)
        # A product in work is no new one.
        return load(
            self._root,
            jobs,
            self._stamps,
            with_drafts=True,
            markdown=self._markdown,
            proposed=proposed,
            errors_only=True,
        )


def _errors(content: Content) -> Iterable[Problem]:
    return (each for each in content.problems if each.severity is Severity.ERROR)


def _told(problem: Problem) -> tuple[str, str, str]:
    """A problem without its line, which other changes move."""
    return problem.path, problem.rule.code, problem.said_in("en")


def keys_at(text: str) -> Mapping[int, KeyPath]:
    """The key that stands in each line of a file's front matter, from 1."""
    try:
        document = frontmatter.parse(frontmatter.split(frontmatter.clean(text))[0], 2)
    except frontmatter.UnreadableError:
        return {}
    return {place.line: path for path, place in document.values.items()}


def column_of_path(path: KeyPath, folder: str) -> str:
    """The column from which the value at that path comes; empty for none."""
    steps: Sequence[str] = [step for step in path if isinstance(step, str)]
    name = ".".join(steps if folder == "products" else ["producer", *steps])
    return name if name in BY_KEY else ""
