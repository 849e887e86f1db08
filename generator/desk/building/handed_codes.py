"""Remembers the codes that a build hands out, before it does."""

from __future__ import annotations

from generator.addresses import handed_out
from generator.catalogue.model import Catalogue
from generator.desk.building.plan import coded
from generator.desk.options import Order
from generator.desk.reporting import Reporter
from generator.desk.today import printing_day


def remember_codes(order: Order, own: Catalogue, ordered: Catalogue, reporter: Reporter) -> None:
    """Enter new codes that phones could open; a build goes on where that can't be written.

    Codes of invented products, of a placeholder and of another `--base-url` are for trial.
    """
    if (
        "labels" not in order.scopes
        or ordered.site.placeholder_host
        or ordered.site.base_url != own.site.base_url
    ):
        return
    codes = [(url, product.slug) for product, url in coded(ordered) if not product.sample]
    try:
        count = handed_out.add(order.content, codes, printing_day())
    except OSError as error:
        reporter.say(
            f"Không ghi được {handed_out.SOURCE} ({error.strerror or error}), nên lần sau ocop "
            "không biết các mã này đã được đưa ra.",
            f"{handed_out.SOURCE} can't be written ({error.strerror or error}), so ocop will not "
            "know that these codes were handed out.",
        )
        return
    if count:
        reporter.say(
            f"Đã ghi {count} mã mới vào {handed_out.SOURCE}: đổi code, gtin hay base_url về sau "
            "thì ocop check nhắc.",
            f"Entered {count} new codes in {handed_out.SOURCE}: ocop check warns if a later change "
            "of code, gtin or base_url would break them.",
        )
