"""Products' pages that the last build published, and whose address the next one would lose.

A file's name is its page's address, so a renamed file leaves links, bookmarks and search results
behind. What was published last is known only where it was built: a fresh clone says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from generator.catalogue.languages import Language, other_language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START
from generator.catalogue.problems.problem import Problem
from generator.catalogue.problems.rules_addresses import ADDRESS_LOST, ADDRESS_MOVED
from generator.catalogue.reading import frontmatter
from generator.desk.building.going_on import last_published
from generator.desk.building.last_published import LastPublished
from generator.desk.content import Content
from generator.desk.options import Order
from generator.web.kinds import PRODUCT

_PRODUCTS = "products"


def with_lost_addresses(order: Order, content: Content) -> Content:
    """The content with a warning for each page that is gone and that no alias answers for.

    While there are errors, nobody can say which product has which code and which alias.
    """
    if content.errors or content.catalogue is None:
        return content
    found = _findings(order, content, content.catalogue, last_published(order))
    lost = content.placed(found)
    return replace(content, problems=tuple(sorted((*content.problems, *lost)))) if lost else content


def is_told_once(problem: Problem) -> bool:
    """Whether that holds no longer when the build that says it has been published."""
    return problem.rule in (ADDRESS_LOST, ADDRESS_MOVED)


def _findings(
    order: Order, content: Content, catalogue: Catalogue, published: LastPublished
) -> Iterator[Finding]:
    before = published.paths()
    by_code = {code: each for each in catalogue.products for code in _codes(each.code, each.gtin)}
    answered = {alias.strip("/") for each in catalogue.products for alias in each.aliases}
    for path in sorted(before):
        file = PurePosixPath(path)
        if len(file.parts) != 2 or file.parts[0] != _PRODUCTS or "." in file.stem:
            continue
        if file.suffix != ".md" or f"content/{path}" in content.digests:
            continue
        if (order.content / path).exists():
            continue
        lost = [
            address
            for language in _told_in(catalogue, file, before)
            if (address := PRODUCT.page(file.stem, language).strip("/")) not in answered
        ]
        if lost:
            before_it = _keys(published.text(path))
            heir = _heir(before_it, by_code)
            if heir is None and str(before_it.get("sample")).lower() == "true":
                continue  # nobody needs the page of a product that was made up
            yield _finding(f"content/{path}", lost, heir)


def _told_in(catalogue: Catalogue, file: PurePosixPath, before: Iterable[str]) -> list[Language]:
    """The languages in which the product had a page."""
    own = catalogue.site.language
    other = other_language(own)
    translated = f"{_PRODUCTS}/{file.stem}.{other}.md" in before
    return [own, *([other] if translated and other in catalogue.site.languages else [])]


def _finding(source: str, lost: list[str], heir: Product | None) -> Finding:
    values = {
        "address": f"/{lost[0]}/",
        "aliases": f"[{', '.join(f'/{each}/' for each in lost)}]",
        "old": source,
    }
    if heir is None:
        return Finding(source, START, ADDRESS_LOST, values)
    aliases = ", ".join([*heir.aliases, *(f"/{each}/" for each in lost)])
    values["aliases"] = f"[{aliases}]"
    at = ("aliases",) if heir.aliases else START
    return Finding(heir.source, at, ADDRESS_MOVED, values)


def _keys(text: bytes | None) -> Mapping[str, object]:
    """The keys of a file as it was published."""
    try:
        keys = frontmatter.split(frontmatter.clean((text or b"").decode()))[0]
        value = frontmatter.parse(keys, 2).value
    except (UnicodeDecodeError, frontmatter.UnreadableError):
        return {}
    return value if isinstance(value, dict) else {}


def _heir(keys: Mapping[str, object], by_code: Mapping[str, Product]) -> Product | None:
    """The product of today that has the code or the GTIN which stands among the keys."""
    codes = _codes(keys.get("code"), keys.get("gtin"))
    return next((by_code[code] for code in codes if code in by_code), None)


def _codes(code: object, gtin: object) -> list[str]:
    """What tells a product from all others, whatever its file is called."""
    return [f"{kind} {each}" for kind, each in (("code", code), ("gtin", gtin)) if each]
