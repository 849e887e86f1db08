"""Why nothing is published, as far as nothing has been sent."""

from __future__ import annotations


class RefusedError(Exception):
    """What was asked for is not done; `vi` and `en` say why, and what to do."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en
