"""What a rule is: its code, how grave it is, and its words in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


def error(code: str, *, vi: tuple[str, str], en: tuple[str, str]) -> Rule:
    """A rule that fails the build."""
    return Rule(code, Severity.ERROR, vi, en)


def warning(code: str, *, vi: tuple[str, str], en: tuple[str, str]) -> Rule:
    """A rule that fails only a strict build."""
    return Rule(code, Severity.WARNING, vi, en)
