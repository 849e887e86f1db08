"""Codes for new products, which no product has and no pack or list has ever had."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from generator.addresses import handed_out, ledger, seal

_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a code may have, but for 0 and 1, which people take for O and I."""
_LENGTH = 5
_LIKE_A_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{4,8}(?![0-9A-Z])")


def codes_taken(content: Path) -> set[str]:
    """Whatever looks like a code in what was printed, handed out, or written of products.

    The texts are looked through as they are, for a file with errors has its code all the same.
    """
    files = [content / name for name in (ledger.NAME, seal.NAME, handed_out.NAME)]
    found = set[str]()
    for file in (*files, *(content / "products").glob("*")):
        with suppress(OSError):
            text = file.read_bytes().replace(b"\0", b"").decode("utf-8", "replace")
            found.update(_LIKE_A_CODE.findall(text.upper()))
    return found


def new_code(taken: Collection[str]) -> str:
    """A code that is not taken, and no number that a spreadsheet would change."""
    while True:
        code = "".join(secrets.choice(_SIGNS) for _ in range(_LENGTH))
        if code not in taken and any(map(str.isalpha, code)) and not _is_a_power(code):
            return code


def _is_a_power(code: str) -> bool:
    """Whether a spreadsheet reads it as a number such as 12E34."""
    return re.fullmatch(r"[0-9]+E[0-9]+", code) is not None
