"""Products' pages that the last build published, and whose address the next one would lose.

A file's name is its page's address, so a renamed file leaves links, bookmarks and search results
behind. What was published last is known only where it was built: a fresh clone says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator.catalogue.languages import Language, other_language
from generator.catalogue.model import Catalogue, Product
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START
from generator.catalogue.problems.rules_addresses import ADDRESS_LOST, ADDRESS_MOVED
from generator.catalogue.reading import frontmatter
from generator.desk.building.going_on import last_published
from generator.desk.building.last_published import LastPublished
from generator.desk.content import Content
from generator.desk.options import Order
from generator.web.kinds import PRODUCT

_PRODUCTS = "products"


def with_lost_addresses(order: Order, content: Content) -> Content:
    """The content with a warning for each page that is gone and that no alias answers for."""
    if content.catalogue is None:
        return content
    found = _findings(order, content, content.catalogue, last_published(order))
    lost = content.placed(found)
    return replace(content, problems=tuple(sorted((*content.problems, *lost)))) if lost else content


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
            heir = _heir(published.text(path), by_code)
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


def _heir(text: bytes | None, by_code: dict[str, Product]) -> Product | None:
    """The product of today that has the code or the GTIN which stands in the text."""
    try:
        keys = frontmatter.split((text or b"").decode())[0]
        value = frontmatter.parse(keys, 2).value
    except (UnicodeDecodeError, frontmatter.UnreadableError):
        return None
    known = value if isinstance(value, dict) else {}
    codes = _codes(known.get("code"), known.get("gtin"))
    return next((by_code[code] for code in codes if code in by_code), None)


def _codes(code: object, gtin: object) -> list[str]:
    """What tells a product from all others, whatever its file is called."""
    return [f"{kind} {each}" for kind, each in (("code", code), ("gtin", gtin)) if each]
