"""A product's code alone, and a sheet of labels: once for the printing house, once for an office.

What a label must say: decree 37/2026/NĐ-CP (name, responsible party and address, quantity, dates).
Letters are at least 5.6 pt high in type size: capitals of 1.46 mm and an x-height of 1.05 mm in Be
Vietnam Pro, where a face under 80 cm² asks for 0.9 mm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.build import Artifact, Folders, Values
from generator.catalogue.models import Catalogue, Product
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.press import facts, theme
from generator.press.stocks import Stock
from generator.press.typesetter import FLAVOURS, PressError, typeset

MOST_MODULES = 41
"""Modules a side of the largest code a label has room for (version 6)."""

_VOLUME = re.compile(r"\d\s*(?:ml|cl|l|lít)\b", re.IGNORECASE)
_MASS = re.compile(r"\d\s*(?:mg|g|gam|kg)\b", re.IGNORECASE)


def plan_code(catalogue: Catalogue, product: Product, url: str, folders: theme.Theme) -> Artifact:
    """qr.pdf: nothing but the code, its quiet zone included."""
    values = {
        "source": product.source,
        "title": product.name,
        "author": catalogue.site.name,
        "code": facts.code(url),
    }
    files = tuple(theme.template_files(folders).values())
    return Artifact((f"labels/{product.slug}/qr.pdf",), make_code, values, product.source, files)


def make_code(values: Values, folders: Folders) -> Sequence[bytes]:
    """A page as large as the code, for the printing house."""
    found = {**values, "code": facts.drawn(values["code"])}
    source = str(values["source"])
    return [typeset(theme.templates(folders.theme), "code.typ", found, "press", source)]


def plan_sheet(
    catalogue: Catalogue, product: Product, url: str, folders: theme.Theme, stock: Stock
) -> Artifact:
    """sheet.pdf and sheet.office.pdf: as many labels as the stock has."""
    words = theme.words(folders)
    values = {
        "source": product.source,
        "title": f"{words['label.sheet']}: {product.name}",
        "author": catalogue.site.name,
        "stock": stock.values(),
        "label": label(catalogue, product, url, words),
    }
    base = f"labels/{product.slug}/sheet"
    files = tuple(theme.template_files(folders).values())
    return Artifact(
        (f"{base}.pdf", f"{base}.office.pdf"), make_sheet, values, product.source, files, cost=1
    )


def make_sheet(values: Values, folders: Folders) -> Sequence[bytes]:
    """The sheet in both flavours. Raises PressError where the label has no room for its words."""
    source = str(values["source"])
    label = values["label"]
    code = facts.drawn(label["code"])
    if int(str(code["side"])) > MOST_MODULES:
        raise PressError(
            source, "code-overflow", f"{code['url']} ({code['side']} > {MOST_MODULES})"
        )
    found = {**values, "label": {**label, "code": code}}
    templates = theme.templates(folders.theme)
    return [typeset(templates, "labels.typ", found, flavour, source) for flavour in FLAVOURS]


def label(
    catalogue: Catalogue, product: Product, url: str, words: Mapping[str, str]
) -> dict[str, facts.Value]:
    """What one label says; what nobody has told is None, and the label leaves it out.

    A service (group 26) has no pack: it invites instead of giving quantity and dates.
    """
    maker = facts.origin(catalogue, product)
    service = product.group == TOURISM_GROUP
    former = None if service else maker.former_address
    return {
        "name": product.name,
        "producer": maker.producer.name,
        "address": facts.kept_together(maker.address),
        "former": (
            words["label.on_pack"].format(address=facts.kept_together(former)) if former else None
        ),
        "stars": product.stars,
        "rank": words["stars.rank"].format(n=product.stars) if product.stars else None,
        "net": None if service else quantity(product, words),
        "lines": [] if service else [words["label.made"], words["label.until"], words["label.lot"]],
        "invitation": words["label.invitation"] if service else None,
        "sample": words["sample.pill"] if product.sample else None,
        "trial": words["label.trial"] if catalogue.site.placeholder_host else None,
        "code": facts.code(url),
        "code_alt": words["code.alt"].format(name=product.name),
    }


def quantity(product: Product, words: Mapping[str, str]) -> dict[str, facts.Value]:
    """The quantity under the name its unit asks for; to be written in unless there is one pack."""
    if len(product.packs) != 1:
        return {"label": words["label.net_mass"], "value": None}
    net = product.packs[0].net
    if _VOLUME.search(net):
        return {"label": words["label.net_volume"], "value": net}
    return {"label": words["label.net_mass" if _MASS.search(net) else "label.net"], "value": net}
