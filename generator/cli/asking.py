"""The terminal that a command may ask."""

from __future__ import annotations

import sys

import click


def is_terminal() -> bool:
    """Whether somebody sits there to answer."""
    try:
        return sys.stdin is not None and sys.stdin.isatty()
    except ValueError:  # closed
        return False


def ask(prompt: str) -> str:
    """Show the text, and give what is typed behind it."""
    answer: str = click.prompt(prompt, default="", show_default=False)
    return answer
