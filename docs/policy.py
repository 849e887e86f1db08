"""Write the policy of pages into the samples of docs/may-chu.md, for `make docs`."""

from __future__ import annotations

import re
from pathlib import Path

from generator import theme
from generator.web.policy import header_policy

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "may-chu.md"


def written(page: str) -> str:
    """The page with the policy of today in each sample."""
    policy = header_policy(theme.chain("mua-nuoc-noi", [ROOT / "themes"]))
    return re.sub(r'"default-src [^"]*"', lambda _: f'"{policy}"', page)


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
