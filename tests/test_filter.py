"""The box that narrows a list never speaks of products that it didn't look at."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser
from small_project import built, product, project, write


def test_a_filter_says_which_part_of_a_long_list_it_looked_at(
    browser: Browser, tmp_path: Path
) -> None:
    root = project(tmp_path)
    for number in range(60):
        facts = {"name": f"Món {number}", "code": f"8M{number:03}", "group": "4", "stars": "3"}
        text = product(f"mon-{number}", producer="co-so", **facts)
        write(root, f"content/products/mon-{number}.md", re.sub(r"photos:\n.*\n.*\n", "", text))
    assert built(root, "site") == 0
    page = browser.new_page()
    said = []
    for path in ("san-pham/", "san-pham/trang-2/"):
        page.goto((root / f"output/site/{path}index.html").as_uri())
        hint = page.inner_text("#hint")
        page.fill("#filter", "khong co mon nay")
        said.append((hint, page.inner_text("[data-none]")))
    page.close()

    for number, (hint, none) in enumerate(said, 1):
        assert hint.endswith(f"Chỉ tìm trong trang {number}/2")
        assert none.startswith(f"Trang {number}/2 này không có sản phẩm nào khớp")
        assert none.endswith("hãy tìm cả ở những trang kia.")
