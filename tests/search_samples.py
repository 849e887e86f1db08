"""What the search box would find in a catalogue, asked of its scripts in a browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page
from web_samples import THEME

from generator.catalogue.model import Catalogue
from generator.engine.artifact import Folders
from generator.pictures.picture import Picture
from generator.web.plan import plan
from generator.web.render import join_script

TODAY = "2026-12-05"
_ASK = """([queries, stories, day]) => {
  const f = window.ocopFinder;
  const c = f.unpack(f.got.catalogue, day);
  const keys = Object.keys(f.got).filter((key) => key.startsWith("stories"));
  const shelves = keys.map((key) => f.got[key]);
  const told = stories ? f.shelved(c, shelves) : null;
  return queries.map((query) => {
    const found = f.find(c, query, told);
    const suggestion = found.how === "none" ? f.suggestion(c, query) : "";
    return [found.ids.map((p) => c.slug(p)), found.how, found.words.join(" "), suggestion];
  });
}"""


class Answer(NamedTuple):
    """Slugs in their order, how the query was read, its words as read, a suggestion."""

    slugs: list[str]
    how: str
    words: str
    suggestion: str


def place(slug: str, name: str, **facts: str) -> dict[str, Any]:
    return {"slug": slug, "kind": "xã", "name": name, "province": "Tây Ninh", **facts}


def product(slug: str, name: str, **facts: object) -> dict[str, Any]:
    """A certified product of one maker, of which only what is told is told."""
    certificate = {"stars": 3, "decided_on": "2025-11-18", "issued_by": "UBND tỉnh"}
    known = {"status": "certified", "group": 8, "producer": "co-so", "certificate": certificate}
    return {"slug": slug, "source": f"content/products/{slug}.md", "name": name, **known, **facts}


def catalogue(
    products: Sequence[Mapping[str, Any]],
    producers: Mapping[str, tuple[str, str]] | None = None,
    places: Sequence[Mapping[str, Any]] = (),
) -> Catalogue:
    """A catalogue of these products; `producers` by slug, each with name and place."""
    makers = producers or {"co-so": ("Cơ sở Một", "tan-hung")}
    known = [*places] or [place("tan-hung", "Tân Hưng")]
    site = {"name": "Thử", "base_url": "https://thu.example", "language": "vi"}
    return Catalogue.model_validate(
        {
            "site": {**site, "languages": ["vi", "en"]},
            "products": products,
            "producers": {
                slug: {
                    "slug": slug,
                    "source": f"content/producers/{slug}.md",
                    "name": name,
                    "kind": "household",
                    "place": at,
                }
                for slug, (name, at) in makers.items()
            },
            "places": {each["slug"]: each for each in known},
        }
    )


def search_files(
    found: Catalogue, photos: Mapping[str, Picture] | None = None, language: str = "vi"
) -> dict[str, bytes]:
    """The files that the search box loads, by name."""
    planned = plan(found, photos or {}, THEME[0], THEME)
    return {
        each.paths[0].rpartition("/")[2]: each.make(
            each.values_from(planned.subject), Folders(THEME[0], THEME)
        )[0]
        for each in planned.artifacts
        if each.paths[0].startswith("site/static/search")
        and each.paths[0].endswith(f".{language}.js")
    }


@contextmanager
def finder(browser: Browser, files: Mapping[str, bytes]) -> Iterator[Page]:
    """A page without anything but the script that finds, and these files."""
    page = browser.new_page()
    (script,) = join_script({"path": "search.js"}, Folders(THEME[0], THEME))
    page.add_script_tag(content=script.decode())
    for content in files.values():
        page.add_script_tag(content=content.decode())
    yield page
    page.close()


def answers(page: Page, queries: Sequence[str], *, stories: bool = False) -> dict[str, Answer]:
    """What each query finds."""
    found = page.evaluate(_ASK, [[*queries], stories, TODAY])
    return {query: Answer(*each) for query, each in zip(queries, found, strict=True)}
