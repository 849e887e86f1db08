"""The terminal that a command may ask."""

from __future__ import annotations

import sys

import click

_NO_TEXT = (
    "Không đọc được chữ vừa gõ, hãy gõ lại. · What was typed is no readable text: type it again."
)


def is_terminal() -> bool:
    """Whether somebody sits there to answer."""
    try:
        return sys.stdin is not None and sys.stdin.isatty()
    except ValueError:  # closed
        return False


def confirm(question: str) -> bool:
    """Whether the question is answered with yes, in either language; nothing typed is no."""
    from generator.desk.new.asking import yes_or_no

    while True:
        answer = yes_or_no(ask(f"{question} (c, y: có, yes · Enter: không, no)"))
        if answer is not None:
            return answer


def ask(prompt: str) -> str:
    """Show the text, and give what is typed behind it."""
    while True:
        try:
            answer: str = click.prompt(prompt, default="", show_default=False)
        except UnicodeDecodeError:  # pasted from a program of another encoding
            click.echo(_NO_TEXT, err=True)
        else:
            return answer
