"""A window of the command line as a page: what a command says, with the line that was typed."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from click.testing import CliRunner

from generator.cli import asking, ocop
from generator.theme.fonts import FOLDER

_FONT = next(FOLDER.glob("*-Regular.*"))
"""The theme's: few fonts of equal widths stack the marks of Vietnamese well."""
_STYLE = """
body { margin: 0; background: #fff; }
main { margin: 10px; border-radius: 8px; overflow: hidden; border: 1px solid #2b2f36; }
h1 { margin: 0; padding: 7px 12px; background: #2b2f36; color: #dfe3ea; }
h1 { font: 13px Shown, sans-serif; }
pre { margin: 0; padding: 12px 14px 16px; background: #101318; color: #e8eaee;
  font: 14px/1.5 Shown, sans-serif; white-space: pre-wrap; }
b { color: #f4c95d; font-weight: normal; }
"""


def said(words: list[str], typed: str = "") -> str:
    """What the command says to somebody who types that."""
    before, asking.is_terminal = asking.is_terminal, lambda: True
    try:
        result = CliRunner().invoke(ocop, words, input=typed, standalone_mode=False)
    finally:
        asking.is_terminal = before
    if result.exception:
        raise result.exception
    return result.output


def page(folder: str, line: str, text: str) -> str:
    """The page: a window of that folder, the line typed into it, and what came."""
    prompt = f"{escape(folder)}&gt;<b>{escape(line)}</b>\n" if line else ""
    body = f"<main><h1>OCOP</h1><pre>{prompt}{escape(text.strip())}</pre></main>"
    font = b64encode(_FONT.read_bytes()).decode("ascii")
    face = f"@font-face {{ font-family: Shown; src: url(data:font/ttf;base64,{font}); }}"
    return f"<!doctype html><meta charset=utf-8><style>{face}{_STYLE}</style>{body}"
