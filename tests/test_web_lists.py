"""Lists of products: their parts, and where they lead."""

from __future__ import annotations

import re
from pathlib import Path

from web_samples import THEME, catalogue

from generator.engine import Folders
from generator.web.plan import plan


def test_a_list_leads_to_the_others_of_its_kind_and_not_to_itself() -> None:
    whole = catalogue()
    moved = [each.model_copy(update={"group": 21 + n}) for n, each in enumerate(whole.products)]
    found = plan(whole.model_copy(update={"products": tuple(moved)}), {}, Path("content"), THEME)
    shown = {
        values["title"]: [each["title"] for each in values["siblings"]]
        for artifact in found.artifacts
        if artifact.paths[0].startswith("site/nhom/")
        and "siblings" in (values := artifact.values_from(found.subject)["page"])
    }

    assert len(shown) > 2
    assert all(shown[own] == [each for each in shown if each != own] for own in shown)


def test_a_long_list_stands_on_several_pages() -> None:
    whole = catalogue()
    first = whole.products[0]
    many = [
        first.model_copy(update={"slug": f"mon-{n:03}", "name": f"Món {n:03}", "code": f"8M{n:03}"})
        for n in range(130)
    ]
    found = plan(whole.model_copy(update={"products": tuple(many)}), {}, Path("content"), THEME)
    folders = Folders(Path("content"), THEME)
    pages = {
        artifact.paths[0]: artifact.make(artifact.values_from(found.subject), folders)[0].decode()
        for artifact in found.artifacts
        if re.fullmatch(r"site/san-pham/(trang-\d/)?index.html", artifact.paths[0])
    }
    shown = [re.findall(r'<h3><a href="[^"]*(mon-\d{3})/', page) for page in pages.values()]

    assert list(pages) == [
        "site/san-pham/index.html",
        "site/san-pham/trang-2/index.html",
        "site/san-pham/trang-3/index.html",
    ]
    assert [len(each) for each in shown] == [48, 48, 34]
    assert sorted(slug for page in shown for slug in page) == [each.slug for each in many]
    second = pages["site/san-pham/trang-2/index.html"]
    assert 'rel="prev" href="../index.html"' in second
    assert 'rel="next" href="../trang-3/index.html"' in second
    assert '/san-pham/trang-2/"' in second.split('rel="canonical"')[1].split(">")[0]
    assert "Trang 2 / 3" in second
