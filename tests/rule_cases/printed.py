"""A case for each rule about the ledger of what was printed, and its seal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.addresses import ledger, seal
from generator.catalogue.problems import rules_printed as rules
from rule_cases.case import FISH, SITE, Case, Edit, gone, put, swap, top

LEDGER, SEAL = ledger.SOURCE, seal.SOURCE
HOST = "HTTPS://OCOP.THU.VN"
OF_LOT = f"{HOST}/01/09521234500056/10/L1"
REAL = swap(SITE, "https://thu.example", HOST.lower())
"""A host that is kept for no examples: what is printed for sale has one."""


def row(address: str = f"{HOST}/Q/7K3M1", product: str = "kho-ca", lot: str = "") -> Edit:
    """The ledger with one printing; its address stands in column 12."""
    head = "printed_on,address,product,lot,quantity,what"
    return put(LEDGER, f"{head}\n2026-03-12,{address},{product},{lot},1200,tem 70 × 37 mm\n")


def entered(root: Path) -> None:
    """A printing entered by the program, which seals it."""
    ledger.enter(
        root / "content",
        [
            ledger.Printing(
                printed_on=date(2026, 3, 12),
                address=f"{HOST}/Q/7K3M1",
                product="kho-ca",
                quantity=1200,
                what="tem 70 × 37 mm",
            )
        ],
    )


CASES = (
    Case(rules.PRINTED_ADDRESS, f"{LEDGER}:2:12", (REAL, row(f"{HOST}/P/7K3M1"))),
    Case(
        rules.PRINTED_LOT,
        f"{LEDGER}:2:63",
        (REAL, top(FISH, "gtin: 9521234500056"), row(OF_LOT, lot="L2")),
    ),
    Case(rules.PRINTED_LOST, f"{LEDGER}:2:12", (REAL, row(f"{HOST}/Q/7K3M8"))),
    Case(rules.PRINTED_RENAMED, f"{LEDGER}:2:12", (REAL, row(product="kho-ca-cu"))),
    Case(rules.PRINTED_OTHER, f"{LEDGER}:2:12", (REAL, row(product="gao"))),
    Case(
        rules.PRINTED_LOT_LOST,
        f"{LEDGER}:2:12",
        (REAL, top(FISH, "gtin: 9521234500056"), row(OF_LOT, lot="L1")),
    ),
    Case(rules.PRINTED_HOST, f"{LEDGER}:2:12", (REAL, row("HTTPS://CU.VN/Q/7K3M1"))),
    Case(rules.PRINTED_ROW_LOST, f"{SEAL}:8:1", (REAL, entered, gone(LEDGER))),
    Case(
        rules.PRINTED_SEAL_DAMAGED,
        f"{SEAL}:1:1",
        (REAL, entered, swap(SEAL, "= 1 ", "= 2 ")),
    ),
    Case(rules.PRINTED_PLACEHOLDER, f"{LEDGER}:2:12", (row("HTTPS://THU.EXAMPLE/Q/7K3M1"),)),
)
