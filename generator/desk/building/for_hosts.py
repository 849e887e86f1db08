"""Whether the host that a project names will accept its site, told before the site is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import theme
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.model import Catalogue
from generator.catalogue.pages_hosts import MIB, HostLimits, is_near, limits_at, limits_of
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import KeyPath
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_hosts import HOST_BYTES, HOST_FILE_BYTES, HOST_FILES
from generator.catalogue.reading import publish_file
from generator.catalogue.saying import count
from generator.desk.content import Content
from generator.desk.offered import downloads
from generator.desk.options import FIRST, Order
from generator.desk.site_plan import site_plan
from generator.desk.site_size import SiteSize
from generator.desk.today import printing_day
from generator.engine.tree import listing


@dataclass(frozen=True, slots=True)
class _Named:
    """A host, and where the project names it."""

    limits: HostLimits
    file: str
    at: KeyPath


def with_host_findings(order: Order, content: Content) -> Content:
    """The content with a warning for each limit of a named host that its site comes near.

    Files are counted in the plan, which is made this early only where a host is named.
    """
    if content.errors or content.catalogue is None or FIRST not in order.scopes:
        return content
    catalogue = order.ordered(content.catalogue)
    hosts = [*_named(order, catalogue)]
    if not hosts:
        return content
    try:
        content, size = _foretold(order, content, catalogue)
    except theme.ThemeError:
        return content
    told = content.placed(each for host in hosts for each in _findings(host, size, content))
    return replace(content, problems=tuple(sorted((*content.problems, *told))))


def _named(order: Order, catalogue: Catalogue) -> Iterator[_Named]:
    """Yield the hosts of publish.yaml, each at what tells it, and that of base_url.

    That one only where nothing is published, or something that readers are to find there.
    """
    targets, _ = publish_file.read(order.content)
    at_base_url = not targets
    for name, target in targets.items():
        if limits := limits_of(target):
            key = "pages" if target.pages else "url" if target.url else "kind"
            yield _Named(limits, publish_file.SOURCE, (name, key))
        elif target.url is None:
            at_base_url = True
    site = catalogue.site
    if at_base_url and (limits := limits_at(site.base_url)):
        yield _Named(limits, site.source, ("base_url",))


def _foretold(order: Order, content: Content, catalogue: Catalogue) -> tuple[Content, SiteSize]:
    """The content with the site's plan, and how large a build would make it. Raises ThemeError."""
    day = printing_day()
    folders = theme.chain(catalogue.site.theme, order.theme_roots)
    planned = content.site or site_plan(
        catalogue, content.pictures, content.digests, order.content, folders, day
    )
    offered = downloads(catalogue, content.pictures, folders, not_held(catalogue, day))
    paths = {path.removeprefix(f"{FIRST}/") for each in planned.artifacts for path in each.paths}
    before = SiteSize.of(listing(order.output / FIRST))
    size = SiteSize.foretold(paths | {each.path for each in offered}, before)
    return replace(content, site=planned), size


def _findings(host: _Named, size: SiteSize, content: Content) -> Iterator[Finding]:
    """Yield what of the site the host would refuse, or with a few more products."""
    limits, largest = host.limits, size.largest
    if is_near(size.files, limits.files):
        yield _finding(HOST_FILES, host, size.files, limits.files or 0, content)
    if is_near(size.bytes, limits.site_bytes):
        found, most = size.bytes // MIB, (limits.site_bytes or 0) // MIB
        yield _finding(HOST_BYTES, host, found, most, content)
    if largest and is_near(size.sizes[largest], limits.file_bytes):
        found, most = size.sizes[largest] // MIB, (limits.file_bytes or 0) // MIB
        yield _finding(HOST_FILE_BYTES, host, found, most, content, largest)


def _finding(
    rule: Rule, host: _Named, found: int, most: int, content: Content, file: str = ""
) -> Finding:
    cures = [*_cures(content)]
    values = {
        "host": host.limits.called,
        "file": file,
        "found_vi": count(found, "vi"),
        "found_en": count(found, "en"),
        "most_vi": count(most, "vi"),
        "most_en": count(most, "en"),
        "cure_vi": ", ".join(vi for vi, _ in cures),
        "cure_en": ", ".join(en for _, en in cures),
    }
    return Finding(host.file, host.at, rule, values)


def _cures(content: Content) -> Iterator[tuple[str, str]]:
    """Yield what makes the site of this project smaller, in Vietnamese and English."""
    site = content.catalogue.site if content.catalogue else None
    if site and site.downloads:
        yield "downloads: false trong content/site.yaml", "downloads: false in content/site.yaml"
    if site and site.share_cards:
        yield "share_cards: false", "share_cards: false"
    if content.pictures:
        yield "bớt ảnh của mỗi sản phẩm", "fewer photos of each product"
    yield "chia danh mục thành nhiều trang", "divide the catalogue among several sites"
