"""A template that fails while a page is made: told at its line, whatever the page is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import Position
from generator.catalogue.problems.rules_templates import TEMPLATE_FAILS
from generator.shipped import is_shipped_theme
from generator.theme import ThemeError
from generator.theme.errors import shown_path


class TemplateFailure(Exception):  # noqa: N818  # no fault of the program's
    """Where the template failed and why; of a project's own one there is a `finding` to tell."""

    def __init__(self, file: Path, line: int, vi: str, en: str) -> None:
        super().__init__(file, line, vi, en)
        self.file, self.line, self.vi, self.en = file, line, vi, en

    def __str__(self) -> str:
        return f"{shown_path(self.file)}:{self.line}: {self.en}"

    @property
    def finding(self) -> Finding | None:
        """What to tell whoever wrote the template; None of a theme that comes with the program."""
        if is_shipped_theme(self.file):
            return None
        values = {"reason_vi": self.vi, "reason_en": self.en}
        return Finding(shown_path(self.file), Position(self.line, 1), TEMPLATE_FAILS, values)


@contextmanager
def told_at_its_line() -> Iterator[None]:
    """Have what goes wrong in a template raise TemplateFailure."""
    try:
        yield
    except TemplateFailure:
        raise
    except Exception as error:
        if isinstance(error, OSError) and not isinstance(error, TemplateError):
            raise
        at = _line(error.__traceback__)
        if isinstance(error, TemplateSyntaxError) and error.filename:
            at = Path(error.filename), error.lineno
        if at is None:
            raise
        raise TemplateFailure(*at, *_reasons(error)) from error


def _line(trace: TracebackType | None) -> tuple[Path, int] | None:
    """The innermost line of a template on the way of the error."""
    found = None
    while trace:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template) and template.filename:
            line = template.get_corresponding_lineno(trace.tb_lineno)
            found = Path(template.filename), line
        elif trace.tb_frame.f_code.co_filename.endswith(".html"):  # as Jinja shows its frames
            found = Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno
        trace = trace.tb_next
    return found


def _reasons(error: Exception) -> tuple[str, str]:
    match error:
        case ThemeError():
            return error.vi, error.en
        case UndefinedError():
            return f"giá trị không có ({error})", f"a value that is not there ({error})"
        case SecurityError():
            return f"việc mà mẫu trang không được làm ({error})", f"not allowed ({error})"
        case RecursionError():
            return "mẫu trang hay macro gọi lại chính nó mãi", "a template or macro calls itself"
        case ZeroDivisionError():
            return "chia cho 0", "a division by zero"
    said = f"{type(error).__name__}: {error}"
    return said, said
