"""What a rule is: its code, how grave it is, and its words in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic_core import CoreSchema


class Severity(StrEnum):
    """An error fails the build; a warning does so only with `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """One rule; `vi` and `en` each say what is wrong and what to do."""

    code: str
    severity: Severity
    vi: tuple[str, str]
    en: tuple[str, str]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: object) -> CoreSchema:
        """A rule is remembered by its code; KeyError for one that nobody has made."""
        from pydantic_core import core_schema  # loaded by whoever remembers models

        return core_schema.no_info_plain_validator_function(
            lambda found: found if isinstance(found, cls) else _MADE[str(found)],
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda rule: rule.code, return_schema=core_schema.str_schema()
            ),
        )


_MADE: dict[str, Rule] = {}
"""By its code, each rule that a module loaded so far has made; who has a Problem has all."""


def error(code: str, *, vi: tuple[str, str], en: tuple[str, str]) -> Rule:
    """A rule that fails the build."""
    return _made(Rule(code, Severity.ERROR, vi, en))


def warning(code: str, *, vi: tuple[str, str], en: tuple[str, str]) -> Rule:
    """A rule that fails only a strict build."""
    return _made(Rule(code, Severity.WARNING, vi, en))


def _made(rule: Rule) -> Rule:
    """The rule, known by its code. Raises ValueError where another has that code."""
    if _MADE.setdefault(rule.code, rule) != rule:
        raise ValueError(f"two rules are called {rule.code}")
    return rule
