"""What print says of a product, as JSON values: its addresses and its code."""

from __future__ import annotations

from typing import cast

from generator import addresses
from generator.catalogue import saying
from generator.catalogue.languages import Language
from generator.catalogue.model import (
    Catalogue,
    Place,
    Product,
)
from generator.catalogue.model.provenance import Maker
from generator.pictures import codes
from generator.press.template_values import CodeValues

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
"""A JSON value."""

_FIRM = "\u00a0"
_SHORT = 24


def address(maker: Maker) -> str:
    """“Ấp mẫu 5, xã Vĩnh Thạnh, tỉnh Tây Ninh”; empty where nothing is known of it."""
    return kept_together(saying.maker_address(maker, "vi") or "")


def commune(place: Place | None, language: Language) -> str:
    """“Xã Vĩnh Thạnh, tỉnh Tây Ninh”; empty where it isn't known."""
    return kept_together(saying.capitalised(saying.in_full_or_none(place, language) or ""))


def scan_url(catalogue: Catalogue, product: Product) -> str | None:
    """The address that the product's code carries; None for a product without one."""
    paths = addresses.scan_paths(product)
    return addresses.printed_url(catalogue.site.base_url, paths[0]) if paths else None


def code(url: str) -> CodeValues:
    """A code for a template: modules a side, dark runs [x, y, length], and the address in letters.

    The runs are made when the PDF is, from `url`; see `drawn`.
    """
    return {"url": url, "letters": addresses.readable_url(url).rstrip("/")}


def drawn(value: CodeValues) -> CodeValues:
    """The code with its `side` and `runs`, at its `level` or the strongest that costs no dot."""
    level = value.get("level") or codes.strongest(value["url"])
    matrix = codes.matrix(value["url"], cast(codes.Level, level))
    runs = [list(run) for run in codes.outline(matrix)]
    return {**value, "side": len(matrix), "runs": runs}


def kept_together(address: str) -> str:
    """The address with unbreakable spaces inside its short parts, so lines end after a comma."""
    parts = address.split(", ")
    return ", ".join(p.replace(" ", _FIRM) if len(p) <= _SHORT else p for p in parts)
