"""A story on its product's page: its words as they are written, whatever signs are among them."""

from __future__ import annotations

import html
from pathlib import Path

from small_project import built, product, project, write

SAID = "Gọi <số điện thoại> hay <Nguyễn Văn A>, x<y, 5*3*2."


def test_a_page_shows_the_words_and_lifts_no_digit_out_of_a_year(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, "content/products/gao.md", product("gao", story=f"2008. Mở lò.\n\n{SAID}"))
    assert built(root, only="site") == 0
    pages = root / "output/site/san-pham"
    page = (pages / "gao/index.html").read_text("utf-8")
    other = (pages / "kho-ca/index.html").read_text("utf-8")

    assert f"<p>2008. Mở lò.</p>\n<p>{html.escape(SAID, quote=False)}</p>" in page
    assert '<section class="story dated">' in page
    assert '<section class="story">' in other


def test_a_story_that_is_but_a_remark_has_no_words(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, "content/products/gao.md", product("gao", story="<!-- chưa viết -->"))

    assert built(root, only="site") == 0
    assert "chưa viết" not in (root / "output/site/san-pham/gao/index.html").read_text("utf-8")
