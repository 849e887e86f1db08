"""A slip is told over the pages that are made of its file, and in the corner of others."""

from __future__ import annotations

from pathlib import Path

import pytest
from serve_project import Trial, trial
from small_project import SITE, producer, product

FISH, RICE, HOME = "san-pham/kho-ca/", "san-pham/gao/", ""
BROKEN = {
    "its own file": (
        {"content/products/kho-ca.md": product("kho-ca").replace("group: 8", "group: 88")},
        {FISH},
    ),
    "its words in English": (
        {"content/products/kho-ca.en.md": "---\nname: [\n---\n"},
        {FISH, "en/products/kho-ca/"},
    ),
    "its lots": ({"content/lots/kho-ca.csv": "lot,status\nL1,gone\n"}, {FISH}),
    "its producer": (
        {"content/producers/co-so.md": producer("co-so", "nowhere")},
        {FISH, "chu-the/co-so/"},
    ),
    "the site's own keys": ({"content/site.yaml": SITE + "colour: red\n"}, {FISH, RICE, HOME}),
    "a file that no page is made of": ({"content/publish.yaml": "usb: {kind: lạ}\n"}, set[str]()),
    "a file without a page, where its page is looked for": (
        {"content/products/moi.md": "---\nname: [\n---\n"},
        {"san-pham/moi/"},
    ),
}


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return trial(tmp_path_factory.mktemp("p"))


@pytest.mark.parametrize(("files", "over"), BROKEN.values(), ids=BROKEN)
def test_a_slip_lies_over_the_pages_that_are_made_of_it_and_over_no_other(
    preview: Trial, files: dict[str, str], over: set[str]
) -> None:
    before = {path: _text(preview.root / path) for path in files}
    preview.settled(files)
    told = {page for page in {FISH, RICE, HOME, *over} if any(_here(preview, page))}
    counted = len(_here(preview, RICE))
    preview.settled(before)

    assert told == over
    assert counted


def _here(preview: Trial, page: str) -> list[bool]:
    """Of each error, whether it lies over that page."""
    rows = preview.preview.message(page, "", 0)["problems"]
    assert isinstance(rows, list)
    return [each["here"] for each in rows if each["severity"] == "error"]


def _text(file: Path) -> str | None:
    return file.read_text("utf-8") if file.exists() else None
