"""A template that fails while a page is made: told at its line, whatever the page is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from jinja2 import (
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
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
    def as_fault(self) -> ThemeError:
        """The same as a fault of the theme as a whole, where no file of its own is known."""
        file = shown_path(self.file)
        return ThemeError(f"{file}:{self.line}: {self.vi}", str(self), file, self.line)

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
        if isinstance(error, OSError) and not isinstance(error, TemplateError | TimeoutError):
            raise
        lines = [*_lines(error.__traceback__)]
        if isinstance(error, TemplateSyntaxError) and error.filename:
            lines.append((Path(error.filename), error.lineno))
        if not lines:
            raise
        # A template of the program's fails by what one of the project's own has asked of it.
        own = [each for each in lines if not is_shipped_theme(each[0])]
        at, innermost = (own or lines)[-1], lines[-1]
        within = "" if at == innermost else f" ({shown_path(innermost[0])}:{innermost[1]})"
        raise TemplateFailure(*at, *(f"{said}{within}" for said in _reasons(error))) from error


def _lines(trace: TracebackType | None) -> Iterator[tuple[Path, int]]:
    """Yield the lines of templates on the way of the error, the innermost last."""
    while trace:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template) and template.filename:
            line = template.get_corresponding_lineno(trace.tb_lineno)
            yield Path(template.filename), line
        elif trace.tb_frame.f_code.co_filename.endswith(".html"):  # as Jinja shows its frames
            yield Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno
        trace = trace.tb_next


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
        case TemplateNotFound(name=str(name)):
            return f"không có mẫu trang “{name}”", f"there is no template “{name}”"
        case MemoryError():
            return "cần nhiều bộ nhớ hơn máy có", "it wants more memory than there is"
        case TimeoutError():
            return "làm mãi không xong", "it does not come to an end"
        case ZeroDivisionError():
            return "chia cho 0", "a division by zero"
    said = f"{type(error).__name__}: {error}"
    return said, said
