"""A folder that an office's machine and its workers both reach: on a share, on S3, wherever.

Files lie in it under the hash of their bytes, so that each is sent once, and nothing in it is ever
out of date. Whoever can write there is not trusted: what is read is held to its hash.
"""

from __future__ import annotations

import secrets
from functools import lru_cache
from pathlib import Path


class SharedStore:
    """The store at a URL, as fsspec knows it: `/mnt/kho`, `s3://kho/anh`."""

    def __init__(self, url: str) -> None:
        from fsspec.core import url_to_fs  # only where a store is asked for

        self._files, self._root = url_to_fs(url)

    def put(self, hash_: str, file: Path) -> bool:
        """Send a file with that hash unless it is there; whether it was sent.

        Raises OSError, or what the store's own library raises.
        """
        target = self._place(hash_)
        if self._files.exists(target):
            return False
        self._files.makedirs(target.rpartition("/")[0], exist_ok=True)
        part = f"{target}.{secrets.token_hex(8)}.part"
        self._files.put_file(str(file), part)
        self._files.mv(part, target)
        return True

    def get(self, hash_: str) -> bytes:
        """What was sent under that hash. Raises OSError where it isn't there."""
        found: bytes = self._files.cat_file(self._place(hash_))
        return found

    def _place(self, hash_: str) -> str:
        return f"{self._root.rstrip('/')}/{hash_[:2]}/{hash_}"


@lru_cache(maxsize=4)
def store_at(url: str) -> SharedStore:
    """The store at a URL, opened once by each process."""
    return SharedStore(url)
