"""Keeps a target's password where only this person's programs find it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.desk.publishing import passwords
from generator.desk.publishing.targets import target_of
from generator.desk.publishing.transport import TransportError
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome


def keep_password(root: Path, name: str, ask: Callable[[], str], reporter: Reporter) -> VerbOutcome:
    """Ask for the password of the target of that name, and keep it."""
    if target_of(root, name, reporter) is None:
        return VerbOutcome(MISUSED)
    password = ask()
    if not password:
        reporter.refuse("Chưa cất gì: mật khẩu trống.", "Nothing was kept: no password given.")
        return VerbOutcome(MISUSED)
    try:
        passwords.keep(name, password)
    except TransportError as error:
        reporter.refuse(error.vi, error.en)
        return VerbOutcome(FAILED)
    reporter.say(
        f"Đã cất mật khẩu của “{name}” vào kho khóa của máy.",
        f"The password of “{name}” is in this machine's keyring.",
    )
    return VerbOutcome(FINE)
