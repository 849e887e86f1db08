"""The guide that a new project carries: pages for those who work with it, and their pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.shipped import SHIPPED_GUIDE

FOLDER = "huong-dan"
"""Where it stands in a project."""
PAGES = (
    *("huong-dan.md", "tra-cuu.md", "dang-trang.md", "khoa.md", "quy-tac.md", "lenh.md"),
    *("may-chu.md", "themes.md"),
)
"""The guide, and the pages that it leads to."""
_PICTURE = re.compile(r'src="(images/[^"]+)"')


def guide_files() -> Iterator[tuple[str, Path]]:
    """Each file of the guide: its path in it, and where it is now; none where it wasn't shipped."""
    for folder in [each for each in SHIPPED_GUIDE if (each / PAGES[0]).is_file()][:1]:
        for page in PAGES:
            yield page, folder / page
            for picture in dict.fromkeys(_PICTURE.findall((folder / page).read_text("utf-8"))):
                yield picture, folder / picture
