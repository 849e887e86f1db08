"""The texts that an import would write: new files, and files with changed values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.catalogue.fields import keys_of
from generator.catalogue.model.folders import BY_NAME
from generator.catalogue.problems.problem import Problem
from generator.catalogue.reading.editing import EditError, Value, edited
from generator.catalogue.reading.frontmatter import UnreadableError
from generator.desk.editing.checked_writing import encoded, raw_text
from generator.desk.importing.fates import Change, Fate, Planned
from generator.desk.importing.judging import Judge, column_of_path, keys_at
from generator.desk.importing.row_facts import Remarked

_ROUNDS = 6
"""So often rows are taken out until the rest has no error: one may be the cause of another's."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The rows, and by path below content/ each text to be written and the bytes it replaces.

    `wrong` are errors that no row can be blamed for: with them nothing may be written.
    """

    rows: Sequence[Planned]
    texts: Mapping[str, bytes] = field(default_factory=dict)
    before: Mapping[str, bytes] = field(default_factory=dict)
    wrong: Sequence[Problem] = ()


def proposed(content: Path, rows: Sequence[Planned], judge: Judge) -> Proposal:
    """What may be written of the rows without bringing an error."""
    files = _Files(content)
    for _ in range(_ROUNDS):
        rows, texts = files.of(rows)
        if not texts:
            return Proposal(rows)
        wrong = judge.errors(texts)
        if not wrong:
            return Proposal(rows, texts, {name: files.before[name] for name in texts})
        blamed = _blamed(rows, wrong, texts)
        if blamed == rows:
            break
        rows = blamed
    return Proposal(rows, wrong=wrong)


def _files_of(row: Planned) -> set[str]:
    return {*row.files, *(each.file for each in row.changes)} if _is_taken(row) else set()


def _is_taken(row: Planned) -> bool:
    return row.fate in (Fate.NEW, Fate.CHANGED)


class _Files:
    """The files of content/ as they are, read once, and as they would be."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self.before: dict[str, bytes] = {}
        self._edits: dict[tuple[str, str], bytes] = {}

    def of(self, rows: Sequence[Planned]) -> tuple[list[Planned], dict[str, bytes]]:
        """The rows, those refused whose values can't be set, and the texts of all others."""
        found = [self._possible(row) if _is_taken(row) and row.changes else row for row in rows]
        texts = dict[str, bytes]()
        changes = dict[str, list[Change]]()
        for row in found:
            if not _is_taken(row):
                continue
            texts |= {name: text.encode() for name, text in row.files.items()}
            for each in row.changes:
                changes.setdefault(each.file, []).append(each)
        self.before |= dict.fromkeys(texts, b"")
        for name, some in changes.items():
            texts[name] = self._edited(name, some)
        return found, texts

    def _possible(self, row: Planned) -> Planned:
        by_file: dict[str, list[Change]] = {}
        for each in row.changes:
            by_file.setdefault(each.file, []).append(each)
        for name, changes in by_file.items():
            try:
                self._edited(name, changes)
            except (EditError, UnreadableError, UnicodeDecodeError, OSError):
                keys = ", ".join(each.name for each in changes)
                told = Remarked(
                    changes[0].cell,
                    f"không sửa được {keys} trong content/{name} mà vẫn giữ nguyên phần còn lại; "
                    "hãy sửa bằng tay",
                    f"{keys} of content/{name} can't be changed without touching the rest: "
                    "edit it by hand",
                )
                return _refused(row, [told])
        return row

    def _edited(self, name: str, changes: Sequence[Change]) -> bytes:
        """The file with these values. Raises what reading and editing it raises."""
        values = {each.path: _value(each.after) for each in changes}
        known = name, repr(values)
        if known not in self._edits:
            file = self._content / name
            text = raw_text(file, self._content)
            self.before[name] = file.read_bytes()
            order = keys_of(BY_NAME[name.partition("/")[0]].model)
            new = edited(text, values, order)
            self._edits[known] = encoded(new, self.before[name])
        return self._edits[known]


def _value(after: object) -> Value:
    if isinstance(after, Mapping):
        return {str(key): _value(each) for key, each in after.items()}
    return after if isinstance(after, str | int) else str(after)


def _refused(row: Planned, told: Iterable[Remarked]) -> Planned:
    return replace(row, fate=Fate.REFUSED, files={}, changes=(), reasons=(*row.reasons, *told))


def _blamed(
    rows: Sequence[Planned], wrong: Iterable[Problem], texts: Mapping[str, bytes]
) -> list[Planned]:
    """The rows, refused where a file of theirs would have an error or is named in one."""
    causes: dict[str, list[Problem]] = {}
    for problem in wrong:
        named = {problem.path, *(value for _, value in problem.values)}
        for name in (each.removeprefix("content/") for each in named):
            if name in texts:
                causes.setdefault(name, []).append(problem)
    found = []
    for row in rows:
        told = [
            _remark(row, name, problem, texts)
            for name in sorted(_files_of(row) & causes.keys())
            for problem in causes[name]
        ]
        found.append(_refused(row, told) if told else row)
    return found


def _remark(row: Planned, name: str, problem: Problem, texts: Mapping[str, bytes]) -> Remarked:
    """The problem, with the cell of the value that it is about, where that is known."""
    cell = row.cell
    if problem.path == f"content/{name}":
        path = keys_at(texts[name].decode("utf-8", "replace")).get(problem.line, ())
        column = column_of_path(path, name.partition("/")[0])
        cell = row.cell_of(column) if column else cell
    return Remarked(cell, problem.said_in("vi"), problem.said_in("en"))
