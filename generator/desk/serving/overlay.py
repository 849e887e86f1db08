"""Problems as the browser shows them: rows of plain text, and the words around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalogue.languages import Language
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.problems.rules_site import THEME_UNUSABLE
from generator.desk.serving.opening import may_be_opened
from generator.desk.serving.sight import Sight
from generator.plain_files import LARGEST_TEXT, decoded, read_plain

MOST = 300
"""Problems that a browser is told of one by one."""
_AROUND = 1
"""Lines of an excerpt before and after the line that is meant."""
_LONGEST = 240
"""Letters of a line in an excerpt."""

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("Cần sửa", "To be mended"),
    "errors": ("{n} lỗi", "Errors: {n}"),
    "warnings": ("{n} cảnh báo", "Warnings: {n}"),
    "standing": (
        "Trang bên dưới là bản tốt gần nhất. Sửa xong và lưu lại là bảng này tự biến mất.",
        "The page below is the last good one. This goes away once the files are mended and saved.",
    ),
    "nothing": (
        "Chưa có trang nào để xem. Sửa xong và lưu lại là trang hiện ra.",
        "There is no page to show yet. It appears once the files are mended and saved.",
    ),
    "doubts": (
        "Cảnh báo không ngăn việc đăng, nhưng nên xem lại.",
        "Warnings don't keep the site from being published, but have a look.",
    ),
    "error": ("lỗi", "error"),
    "warning": ("cảnh báo", "warning"),
    "line": ("dòng {n}", "line {n}"),
    "open": ("Mở tệp", "Open the file"),
    "opened": ("Đang mở …", "Opening …"),
    "failed": ("Không mở được, hãy mở bằng tay", "It can't be opened from here"),
    "hide": ("Thu nhỏ", "Hide"),
    "more": ("và {n} vấn đề nữa: chạy ocop check", "and {n} more: run ocop check"),
    "lost": ("Mất kết nối với ocop serve", "ocop serve has ended"),
}
_READING = (
    "Mới đọc được một phần. Danh sách và số liệu còn thiếu; đọc xong {n} tệp, trang tự hiện lại.",
    "Only a part has been read. Lists and figures lack the rest; once all {n} files are read, the "
    "page comes again by itself.",
)
_FAULT = (
    ("Lỗi của chương trình: {said}.", "A fault of the program: {said}."),
    (
        "Hãy gửi dòng này cho người phụ trách.",
        "Please send this line to whoever keeps the program.",
    ),
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file, the first of which has that number."""

    first: int
    lines: tuple[str, ...]


def words(language: Language) -> Mapping[str, str]:
    """What the overlay says around the problems."""
    return {key: both[language == "en"] for key, both in _WORDS.items()}


def reading(sight: Sight) -> str:
    """What is said while a project of thousands is still being read."""
    if not sight.awaited:
        return ""
    count = f"{sight.awaited:,}"
    if sight.language == "vi":
        return _READING[0].format(n=count.replace(",", "."))
    return _READING[1].format(n=count)


def rows(sight: Sight, root: Path, more: Sequence[Problem] = ()) -> list[Mapping[str, object]]:
    """The problems of a sight, and what else is wrong with the page that is shown; errors first."""
    found: dict[object, Problem] = {}
    for each in (*sight.problems, *more):
        problem = _at_its_cause(each, root)
        # A page fails at the same line of a theme as the check, and may say it in other words.
        moved = problem.path != each.path
        found.setdefault((problem.path, problem.line) if moved else problem, problem)
    every = sorted(found.values(), key=lambda each: (each.severity.value, each))
    texts: dict[str, Sequence[str]] = {}
    told = [_row(each, root, sight.language, texts) for each in every[:MOST]]
    return [*_fault_rows(sight), *told]


def _at_its_cause(problem: Problem, root: Path) -> Problem:
    """The problem, where the project's own theme is wrong, at the line to be mended."""
    values = dict(problem.values)
    file = values.get("file", "") if problem.rule is THEME_UNUSABLE else ""
    if not file or may_be_opened(root, file) is None:
        return problem
    return replace(problem, path=file, line=int(values["line"]), column=1)


def _row(
    problem: Problem, root: Path, language: Language, texts: dict[str, Sequence[str]]
) -> Mapping[str, object]:
    what, cure = problem.parts_in(language)
    excerpt = _excerpt(problem, root, texts)
    return {
        "file": problem.path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity.value,
        "rule": problem.rule.code,
        "what": what,
        "cure": cure,
        "first": excerpt.first,
        "lines": excerpt.lines,
        "opens": may_be_opened(root, problem.path) is not None,
    }


def _fault_rows(sight: Sight) -> list[Mapping[str, object]]:
    if not sight.fault:
        return []
    what, cure = (both[sight.language == "en"] for both in _FAULT)
    return [
        {
            "file": "",
            "severity": Severity.ERROR.value,
            "what": what.format(said=sight.fault),
            "cure": cure,
            "lines": (),
            "opens": False,
        }
    ]


def _excerpt(problem: Problem, root: Path, texts: dict[str, Sequence[str]]) -> Excerpt:
    if problem.path not in texts:
        texts[problem.path] = _lines(may_be_opened(root, problem.path))
    lines = texts[problem.path]
    start = max(0, problem.line - 1 - _AROUND)
    shown = lines[start : problem.line + _AROUND]
    return Excerpt(start + 1, tuple(line[:_LONGEST] for line in shown))


def _lines(file: Path | None) -> Sequence[str]:
    if file is None:
        return ()
    try:
        return decoded(read_plain(file, LARGEST_TEXT)).splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
