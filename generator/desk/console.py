"""The Reporter of a console: a progress display on a terminal, plain lines otherwise."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalogue.languages import Language
from generator.catalogue.problems.rule import Severity
from generator.catalogue.saying import count, figure

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID
    from rich.table import Table

    from generator.catalogue.problems.problem import Problem
    from generator.desk.building.summary import Summary
    from generator.desk.content import Content
    from generator.engine.engine import Outcome

_SIGHTS = (
    ("Trang web", "Site", "site/index.html"),
    ("Tem nhãn", "Labels", "labels/*/sheet.pdf"),
    ("Ấn phẩm", "Print", "brochures"),
)
"""What to look at after a build: its name in both languages, and where the first of it is."""

_UNSHOWN = dict.fromkeys(map(ord, "\a\b\v\f\r"))
"""What would move or ring a terminal, as a file's name may; rich leaves it out too."""
_MISNAMED = frozenset({errno.EINVAL, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EEXIST})
"""What a system says of a name or a place that can't be, however empty the disk is."""
_ADVICE = (
    (
        "Hãy xem ổ đĩa còn chỗ và thư mục có cho ghi không.",
        "See whether the disk is full or the folder read-only.",
    ),
    (
        "Hãy xem tên ấy có quá dài, hay ở đó đang có thứ khác.",
        "See whether the name is too long, or something else is in its place.",
    ),
)
"""What to do: where it can't be written, and where it can't be named so."""
_HELD = (
    "Có lẽ đang mở trong Excel hay chương trình khác, hoặc không cho ghi: hãy đóng lại rồi "
    "chạy lại.",
    "Perhaps Excel or another program has it open, or it is read-only: close it and run "
    "this again.",
)
"""What to do where the system denies it."""


Reworded = Callable[[str, Language], str]
"""Puts a line as those who read it can follow it."""


def _as_it_is(text: str, _: Language) -> str:
    return text


class Desk:
    """Speaks one language; news goes to standard output, problems to standard error.

    `reworded` has the last word on every line, such as what the menu calls a command.
    """

    def __init__(self, language: Language, reworded: Reworded = _as_it_is) -> None:
        self.language = language
        self._reworded = reworded

    @cached_property
    def _out(self) -> Console:
        return _console()

    @cached_property
    def _err(self) -> Console:
        return _console(stderr=True)

    def speaking(self, language: Language) -> Desk:
        """The desk that speaks that language."""
        return self if language == self.language else Desk(language, self._reworded)

    def say(self, vietnamese: str, english: str) -> None:
        """One line of news."""
        self.raw(self._said(vietnamese if self.language == "vi" else english))

    def _said(self, text: str) -> str:
        return self._reworded(text, self.language)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Every problem on a line of its own, by file and line; errors come last."""
        for problem in sorted(problems, key=lambda each: (each.severity is Severity.ERROR, each)):
            style = "red" if problem.severity.value == "error" else "yellow"
            line = self._said(problem.line_in(self.language))
            self._err.print(line, style=style, markup=False)

    def refuse(self, vietnamese: str, english: str) -> None:
        """Say why nothing more is done."""
        line = self._said(vietnamese if self.language == "vi" else english)
        self._err.print(line, style="bold red", markup=False)

    def raw(self, text: str) -> None:
        """Text for another program, as it is."""
        # Without colours there is no need of rich, which takes longer to load than a line to find.
        print(text.translate(_UNSHOWN).expandtabs(), flush=True)

    def table(self, table: Table) -> None:
        """Rows for people, as wide as the screen; they wrap where it is narrow."""
        from rich.console import Console

        Console(highlight=False, emoji=False).print(table, markup=False)

    def waiting(self) -> None:
        """Say that another build is under way."""
        self.say("Đang có lượt làm khác, đợi cho xong …", "Another build is under way, waiting …")

    def unwritable(self, error: OSError) -> None:
        """Say that a file or folder can't be read or written, and that nothing is lost."""
        self._stopped(error, "Kết quả lần trước còn nguyên.", "The earlier output stands.")

    def half_written(self, error: OSError) -> None:
        """Say that a file or folder can't be written, when some of the output is new already."""
        self._stopped(
            error,
            "Một phần kết quả đã là bản mới: sửa xong hãy chạy lại, đừng đăng trước khi chạy lại.",
            "Some of the output is new already: mend this and run again before it is published.",
        )

    def _stopped(self, error: OSError, vietnamese: str, english: str) -> None:
        where = error.filename2 or error.filename or ""
        why = error.strerror or error
        cure = _HELD if isinstance(error, PermissionError) else _ADVICE[error.errno in _MISNAMED]
        self.refuse(
            f"Không đọc hoặc ghi được {where}: {why}. {cure[0]} {vietnamese}",
            f"{where} can't be read or written: {why}. {cure[1]} {english}",
        )

    def checked(self, content: Content) -> None:
        """Sum up a check; products whose files have errors count too, drafts by themselves."""
        count, spoiled = content.product_files, _spoiled(content)
        self.say(
            f"{count} sản phẩm{f' ({spoiled} còn lỗi)' if spoiled else ''}: "
            f"{content.errors} lỗi, {content.warnings} cảnh báo.",
            f"{_count(count, 'product')}{f' ({spoiled} with errors)' if spoiled else ''}: "
            f"{_count(content.errors, 'error')}, {_count(content.warnings, 'warning')}.",
        )
        if drafts := len(content.drafts):
            self.say(
                f"{drafts} bản nháp (draft: true) chưa đăng.",
                f"{_count(drafts, 'draft')} (draft: true) not published.",
            )

    def refused(self, content: Content) -> None:
        """Say that problems in the content stop the build."""
        self.refuse(
            f"Chưa làm gì cả: {content.errors} lỗi, {content.warnings} cảnh báo. "
            "Kết quả lần trước còn nguyên.",
            f"Nothing was made: {content.errors} errors, {content.warnings} warnings. "
            "The earlier output stands.",
        )

    def went_on(
        self, kept: tuple[str, ...], left_out: tuple[str, ...], photos: tuple[str, ...]
    ) -> None:
        """Say which broken files stand as last published, which not at all, and what lacks."""
        said = [
            (kept, "Giữ như lần đăng trước", "As last published"),
            (left_out, "Chưa đăng được", "Not published"),
            (photos, "Ảnh chưa dùng được", "Photos left out"),
        ]
        lines = [(_few(paths), vi, en) for paths, vi, en in said if paths]
        self.refuse(
            "Đã làm phần còn lại. "
            + "".join(f"{vi}: {paths}. " for paths, vi, _ in lines)
            + "Hãy sửa các lỗi trên rồi chạy lại.",
            "The rest is done. "
            + "".join(f"{en}: {paths}. " for paths, _, en in lines)
            + "Mend the above and run again.",
        )

    def would_lose(self, files: tuple[str, ...], pages: tuple[str, ...]) -> None:
        """Say that without these broken files published pages would go, so that nothing is made."""
        self.refuse(
            f"Chưa làm gì cả: không còn bản lần trước của {_few(files)}, nên làm tiếp thì mất "
            f"trang đã đăng: {_few(pages)}. Kết quả lần trước còn nguyên. Hãy sửa các lỗi trên rồi "
            "chạy lại; nếu chấp nhận mất các trang ấy, hãy dời tệp có lỗi ra khỏi content/.",
            f"Nothing was made: what was last published of {_few(files)} is no longer known, so "
            f"that going on would take published pages away: {_few(pages)}. The earlier output "
            "stands. Mend the above and run again; if those pages may go, move the broken file out "
            "of content/.",
        )

    def failed(self, outcome: Outcome, output: Path) -> None:
        """Say which artifacts could not be made, but for what a problem has told already.

        And what goes out all the same, and what doesn't. What an artifact's maker says of itself
        stands on a line of its own, as `ocop check` would say it; once, if several fail alike.
        """
        for made in (each for each in outcome.failed if not (each.blamed or each.finding)):
            where = f"{made.artifact.source}: {made.artifact.paths[0]}"
            self.refuse(
                f"{where}: không làm được ({made.error}). Hãy chạy ocop check; nếu không thấy lỗi, "
                "hãy gửi dòng này cho người phụ trách.",
                f"{where}: can't be made ({made.error}). Run ocop check; if it finds nothing, send "
                "this line to whoever keeps the program.",
            )
        published = [output / scope for scope in sorted(outcome.trees.keys() - {*outcome.held})]
        if not published:
            self.refuse("Kết quả lần trước còn nguyên.", "The earlier output stands.")
            return
        held = ", ".join(str(output / scope) for scope in outcome.held)
        done = ", ".join(map(str, published))
        self.refuse(
            f"Đã làm mới trọn vẹn: {done}. Chưa làm mới, còn nguyên như lần trước: {held}; "
            "đừng in từ đó cho đến khi sửa xong lỗi trên.",
            f"Made new as a whole: {done}. Not made new, as it was before: {held}; print nothing "
            "from there until the above is mended.",
        )

    def warnings(self, warnings: tuple[str, ...]) -> None:
        """The warnings of an earlier build that still holds."""
        for line in warnings:
            self._err.print(line, style="yellow", markup=False)

    def bundled(self, file: Path) -> None:
        """Tell of the zip of the whole site."""
        size = file.stat().st_size / 1e6
        self.say(
            f"  {'Tệp zip':<12} {file} ({figure(size, 'vi', 1)} MB): giải nén rồi mở.",
            f"  {'Zip file':<12} {file} ({size:.1f} MB): unpack it, then open it.",
        )

    def built(self, summary: Summary, output: Path, seconds: float) -> None:
        """Sum up a build: what was made, how long it took, what to look at."""
        self.say(
            f"Xong {summary.products} sản phẩm trong {figure(seconds, 'vi', 1)} giây: "
            f"{summary.written} tệp mới, {summary.unchanged} giữ nguyên, {summary.removed} đã gỡ, "
            f"{len(summary.warnings)} cảnh báo.",
            f"{summary.products} products in {seconds:.1f} s: {summary.written} files written, "
            f"{summary.unchanged} unchanged, {summary.removed} removed, "
            f"{len(summary.warnings)} warnings.",
        )
        if summary.site_files:
            files, much = summary.site_files, summary.site_bytes / 1e6
            self.say(
                f"Cả trang có {count(files, 'vi')} tệp, nặng {figure(much, 'vi', 1)} MB.",
                f"The whole site has {_count(files, 'file')}, {much:.1f} MB.",
            )
        for path in summary.strangers:
            self.say(
                f"Tệp lạ, không do ocop làm ra, để nguyên: {output / path}",
                f"Not made by ocop, left alone: {output / path}",
            )
        for vietnamese, english, path in _SIGHTS:
            found = next(iter(sorted(output.glob(path))), None)
            if found:
                self.say(f"  {vietnamese:<12} {found}", f"  {english:<12} {found}")
        if summary.placeholder:
            self.say(
                f"Địa chỉ {summary.placeholder} chỉ để thử: đừng in tem để bán trước khi đặt "
                "base_url thật trong content/site.yaml.",
                f"{summary.placeholder} is a placeholder: set the real base_url in "
                "content/site.yaml before labels are printed for sale.",
            )

    @contextmanager
    def progress(
        self, vietnamese: str, english: str, total: int
    ) -> Iterator[Callable[[int], None]]:
        """Count up to `total` while work is under way; gives a function that adds to the count."""
        title = vietnamese if self.language == "vi" else english
        if not self._out.is_terminal:
            self.say(f"{vietnamese} ({total}) …", f"{english} ({total}) …")
            yield lambda _: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
        )
        with Progress(*columns, console=self._out, transient=True, auto_refresh=False) as bar:
            task = bar.add_task(title, total=total)
            yield lambda count: _advance(bar, task, count)


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True, emoji=False)


def _few(paths: tuple[str, ...]) -> str:
    """Names in a sentence; a few of many."""
    shown = ", ".join(paths[:5])
    return f"{shown} (+{len(paths) - 5})" if len(paths) > 5 else shown


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _advance(bar: Progress, task: TaskID, count: int) -> None:
    """Count on and show it; no thread redraws the bar, so that worker processes can be forked."""
    bar.advance(task, count)
    bar.refresh()


def _spoiled(content: Content) -> int:
    """How many products' files have errors; where site.yaml can't be used, by what is told."""
    if content.catalogue:
        return content.product_files - len(content.catalogue.products)
    wrong = (each.path for each in content.problems if each.severity is Severity.ERROR)
    files = {re.sub(r"\.(?:en|vi)\.md$", ".md", path) for path in wrong}
    return sum(path.startswith("content/products/") for path in files)
