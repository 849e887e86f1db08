"""Codes for new products, which no product has and no pack or list has ever had."""

from __future__ import annotations

import re
import secrets
from contextlib import suppress
from pathlib import Path

from generator.addresses import handed_out, ledger, seal

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 5
_TAKEN = re.compile(r"[0-9A-Z]{4,8}")


class NewCodes:
    """Gives codes, each once."""

    def __init__(self, content: Path) -> None:
        self._taken = set[str]()
        files = [content / name for name in (ledger.NAME, seal.NAME, handed_out.NAME)]
        for file in (*files, *content.glob("products/*.md")):
            with suppress(OSError):
                text = file.read_bytes().decode("utf-8", "replace").replace("\0", "")
                self._taken.update(_TAKEN.findall(text.upper()))

    def next(self) -> str:
        """A code that stands nowhere in what was printed, handed out, or written of a product."""
        while True:
            code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
            if code not in self._taken and not code.isdigit():
                self._taken.add(code)
                return code
