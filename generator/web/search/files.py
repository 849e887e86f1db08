"""The files that the search box loads, as artifacts: `static/search-….<language>.js`.

Their names stay, so that no page changes when a product does; hosts have files of `static/` asked
for anew each time. A name with a hash would want a file that tells it, which is asked for anew just
the same, and one more round trip before the first letter is answered.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue.languages import Language
from generator.compact_json import compact_json
from generator.engine.artifact import (
    Artifact,
    Deriver,
    Folders,
    Values,
)
from generator.web.dependencies import Dependencies
from generator.web.search.columns import by_name, card_columns, catalogue_columns, stamp
from generator.web.search.facets import facets
from generator.web.search.facts import fact_shelves, facts_of, names
from generator.web.search.stories import shelves, words_of
from generator.web.views.edition import Edition

_A_TENTH = 2000
"""Products that take a tenth of a second; of stories, a quarter."""
Editions = Mapping[Language, Edition]


def search_path(language: Language, part: str = "") -> str:
    """Where a file stands below the site's root: the catalogue's, or that part's of it."""
    return f"static/search{part and f'-{part}'}.{language}.js"


def search_files(
    editions: Sequence[Edition], dependencies: Dependencies | None
) -> Iterator[Artifact]:
    """All of them; `editions` with the site's own language first."""
    for edition in editions:
        own = dependencies.of_search if dependencies else None
        words = json.dumps([_words(edition), names(edition)])
        yield _file(edition, "", _catalogue, own and f"{own}\n{words}")
        yield _file(edition, "cards", _cards, own)
        for number, products in enumerate(shelves(edition)):
            of_stories = None
            if dependencies:
                told = (each.wording(edition.language).story for each in products)
                files = (dependencies.of_files(each.source) for each in products)
                of_stories = "\n".join((*files, *told))
            yield _file(edition, f"stories-{number}", _stories, of_stories, shelf=number)
        for number in range(len(fact_shelves(edition))):
            yield _file(edition, f"facts-{number}", _facts, own, shelf=number)


def _file(
    edition: Edition, part: str, derive: Deriver, dependencies: str | None, **values: int
) -> Artifact:
    return Artifact(
        (f"site/{search_path(edition.language, part)}",),
        script,
        {"language": edition.language, **values},
        edition.site.source,
        derive=derive,
        dependencies=dependencies,
        cost=len(edition.products) // _A_TENTH,
    )


def script(values: Values, folders: Folders) -> tuple[bytes]:  # noqa: ARG001 (a maker)
    """A call of the page's script with `values`: their `part` tells what they are."""
    text = compact_json(values)
    safe = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return (f"ocopSearch({safe})\n".encode(),)


def _catalogue(editions: Editions, values: Values) -> Values:
    edition = editions[values["language"]]
    return {
        "part": "catalogue",
        "stamp": stamp(edition),
        "count": len(by_name(edition)),
        "language": edition.language,
        "pages": edition.path(("product", "")),
        "shelves": len(shelves(edition)),
        "facets": facets(edition),
        "facts": {"names": names(edition), "shelves": len(fact_shelves(edition))},
        "words": _words(edition),
        **catalogue_columns(edition),
    }


def _cards(editions: Editions, values: Values) -> Values:
    edition = editions[values["language"]]
    return {"part": "cards", "stamp": stamp(edition), **card_columns(edition)}


def _stories(editions: Editions, values: Values) -> Values:
    edition, number = editions[values["language"]], values["shelf"]
    products = shelves(edition)[number]
    slugs = "\n".join(each.slug for each in products)
    return {
        "part": "stories",
        "shelf": number,
        "count": len(products),
        "stamp": hashlib.blake2b(slugs.encode(), digest_size=6).hexdigest(),
        **words_of(edition, products),
    }


def _facts(editions: Editions, values: Values) -> Values:
    edition, number = editions[values["language"]], values["shelf"]
    return {
        "part": f"facts-{number}",
        "of": {each.slug: facts_of(edition, each) for each in fact_shelves(edition)[number]},
    }


def _words(edition: Edition) -> Mapping[str, str]:
    """What the script says, as the theme has it."""
    table = edition.words.table
    return {
        key.removeprefix("search."): table[key]
        for key in sorted(table)
        if key.startswith("search.")
    }
