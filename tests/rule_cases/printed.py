"""A case for each rule about the ledger of what was printed, and its seal."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner

from generator.addresses import handed_out, ledger, seal
from generator.catalogue.problems import rules_printed as rules
from generator.cli import ocop
from rule_cases.case import FISH, MAKER, SITE, Case, Edit, gone, put, swap, top

LEDGER, SEAL = ledger.SOURCE, seal.SOURCE
HOST = "HTTPS://OCOP.THU.VN"
OF_LOT = f"{HOST}/01/09521234500056/10/L1"
REAL = swap(SITE, "https://thu.example", HOST.lower())
"""A host that is kept for no examples: what is printed for sale has one."""


def row(address: str = f"{HOST}/Q/7K3M1", product: str = "kho-ca", lot: str = "") -> Edit:
    """The ledger with one printing; its address stands in column 12."""
    head = "printed_on,address,product,lot,quantity,what"
    return put(LEDGER, f"{head}\n2026-03-12,{address},{product},{lot},1200,tem 70 × 37 mm\n")


def entered(root: Path, *more: int) -> None:
    """Printings of 1,200 and of so many more, entered by the program, which seals them."""
    ledger.enter(
        root / "content",
        [
            ledger.Printing(
                printed_on=date(2026, 3, 12),
                address=f"{HOST}/Q/7K3M1",
                product="kho-ca",
                quantity=each,
                what="tem 70 × 37 mm",
            )
            for each in (1200, *more)
        ],
    )


def entered_often(root: Path) -> None:
    """Six printings entered."""
    entered(root, *range(1, 6))


SALE = (REAL, swap(FISH, "sample: true\n", ""), swap(MAKER, "sample: true\n", ""))
"""What is for sale: no sample, at a real host."""
CODES = ("labels", "kho-ca", "--design", "code", "--stock", "a4-64x34", "--count", "1")
SERIALS = "printed_on,address,product,lot,serials,quantity,what"


def numbered(serials: str, quantity: int) -> Edit:
    """The ledger with a printing of serial numbers, which stand in column 48."""
    at = f"2026-03-12,{HOST}/Q/7K3M1,kho-ca,"
    return put(LEDGER, f"{SERIALS}\n{at},{serials},{quantity},tem\n")


def printed(*words: str) -> Edit:
    """Labels printed before, in the same way."""

    def edit(root: Path) -> None:
        done = CliRunner().invoke(ocop, [*words, "--root", str(root)], standalone_mode=False)
        assert done.return_value == 0, done.output

    return edit


LIST = handed_out.SOURCE


def handed(address: str, day: str = "2026-03-12") -> Edit:
    """A code that a build handed out; its address stands in column 12."""
    return put(LIST, f"handed_on,address,product\n{day},{address},kho-ca\n")


CASES = (
    Case(rules.PRINTED_DRAFT, f"{FISH}:2:8", (REAL, row(), top(FISH, "draft: true"))),
    Case(rules.HANDED_OUT_LOST, f"{LIST}:2:12", (REAL, handed(f"{HOST}/Q/7K3M8"))),
    Case(rules.HANDED_OUT_HOST, f"{LIST}:2:12", (REAL, handed("HTTPS://CU.VN/Q/7K3M1"))),
    Case(rules.HANDED_OUT_ROW, f"{LIST}:2:9", (REAL, handed(f"{HOST}/Q/7K3M1", "hôm qua"))),
    Case(rules.PRINTED_SERIALS, f"{LEDGER}:2:48", (REAL, numbered("12-Jan", 12))),
    Case(rules.PRINTED_SERIALS_COUNT, f"{LEDGER}:2:48", (REAL, numbered("0001–0012", 11))),
    Case(rules.PRINTED_AGAIN, f"{FISH}:1:1", (*SALE, printed(*CODES)), verb=CODES),
    Case(
        rules.PRINTED_SERIALS_AGAIN,
        f"{FISH}:1:1",
        (*SALE, printed(*CODES[:-2], "--serials", "0001-0012")),
        verb=(*CODES[:-2], "--serials", "0012-0014"),
    ),
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
        rules.PRINTED_ROWS_LOST,
        f"{SEAL}:13:1",
        (REAL, entered_often, gone(LEDGER)),
        also={rules.PRINTED_ROW_LOST: "the first few are named"},
    ),
    Case(
        rules.PRINTED_SEAL_DAMAGED,
        f"{SEAL}:1:1",
        (REAL, entered, swap(SEAL, "= 1 ", "= 2 ")),
    ),
    Case(rules.PRINTED_PLACEHOLDER, f"{LEDGER}:2:12", (row("HTTPS://THU.EXAMPLE/Q/7K3M1"),)),
)
