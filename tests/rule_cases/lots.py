"""A case for each rule about tables, and about lots, which are kept in them."""

from __future__ import annotations

from generator.catalogue.problems import rules_lots, rules_tables, rules_texts
from rule_cases.case import FISH, MAKER, Case, Edit, potential, put, swap, top

LOTS, EVENTS = "content/lots/kho-ca.csv", "content/lots/kho-ca.events.csv"
EXAMPLE, OTHER = "9521234500056", "0000000000017"
"""A location code with the prefix kept for examples, and one without that is nobody's."""


def lots(*rows: str, head: str = "lot,produced,best_before,status,note") -> Edit:
    """The table of lots: the first row in line 2."""
    return put(LOTS, "\n".join((head, *rows, "")))


def events(*rows: str, head: str = "lot,when,step,gln") -> Edit:
    """The table of what happened."""
    return put(EVENTS, "\n".join((head, *rows, "")))


ONE = lots("L1,2026-06-01,2026-12-31,ok,")
RECALLED = "L1,2026-06-01,2026-12-31,recalled"
CASES = (
    Case(rules_tables.TABLE_SYNTAX, f"{LOTS}:2:1", (lots(f"L1,,,ok,{'x' * 140_000}"),)),
    Case(rules_tables.TABLE_QUOTE_OPEN, f"{LOTS}:2:4", (lots('L1,"2026-06-01,,,'),)),
    Case(rules_tables.TABLE_QUOTE_BEHIND, f"{LOTS}:2:12", (lots('L1,,,ok,"a" b'),)),
    Case(rules_texts.TEXT_INVISIBLE, f"{LOTS}:2:9", (lots("L1,,,ok,Lô \u202eđầu"),)),
    Case(rules_lots.LOT_CAPITALS, f"{LOTS}:2:1", (lots("l1,,,ok,"),)),
    Case(rules_lots.LOT_TABLE_MISSING, f"{EVENTS}:1:1", (events("L1,2026-06-01,packed,"),)),
    Case(rules_tables.TABLE_COLUMN_MISSING, f"{LOTS}:1:1", (lots("ok", head="status"),)),
    Case(rules_tables.TABLE_COLUMN_UNKNOWN, f"{LOTS}:1:5", (lots("L1,ok", head="lot,statsu"),)),
    Case(
        rules_tables.TABLE_COLUMN_DUPLICATE,
        f"{LOTS}:1:12",
        (lots("L1,ok,ok", head="lot,status,status"),),
    ),
    Case(rules_tables.TABLE_CELL_EMPTY, f"{LOTS}:2:1", (lots(",2026-06-01,,,"),)),
    Case(rules_tables.TABLE_CELLS, f"{LOTS}:2:1", (lots("L1,,,ok,một,hai"),)),
    Case(
        rules_lots.LOT_FILE_FORM,
        "content/lots/kho-ca.xlsx:1:1",
        (put("content/lots/kho-ca.xlsx", b"PK"),),
    ),
    Case(
        rules_lots.LOT_PRODUCT,
        "content/lots/kho-cb.csv:1:1",
        (put("content/lots/kho-cb.csv", "lot\nL1\n"),),
    ),
    Case(rules_lots.LOT_OF_SERVICE, f"{LOTS}:1:1", (ONE, swap(FISH, "group: 8", "group: 26"))),
    Case(
        rules_lots.LOT_ADDRESS_MISSING,
        f"{LOTS}:1:1",
        (ONE, potential),
    ),
    Case(rules_lots.LOT_CHARACTERS, f"{LOTS}:2:1", (lots("lô 1,,,ok,"),)),
    Case(rules_lots.LOT_DUPLICATE, f"{LOTS}:3:1", (lots("L1,,,ok,", "L1,,,ok,"),)),
    Case(rules_lots.LOT_DATES_REVERSED, f"{LOTS}:2:15", (lots("L1,2026-06-02,2026-06-01,ok,"),)),
    Case(
        rules_lots.LOT_STEPS,
        f"{EVENTS}:3:4",
        (lots("L1,,,ok,"), events("L1,2026-06-01,packed,", "L1,2026-06-02,Thu hoạch,")),
    ),
    Case(rules_lots.LOT_PRODUCED_LATE, f"{EVENTS}:2:4", (ONE, events("L1,2026-05-31,sold,"))),
    Case(rules_lots.LOT_SOLD_LATE, f"{EVENTS}:2:4", (ONE, events("L1,2027-01-01,sold,"))),
    Case(rules_lots.EVENT_LOT, f"{EVENTS}:2:1", (ONE, events("L2,2026-06-01,packed,"))),
    Case(rules_lots.EVENT_STEP, f"{EVENTS}:2:15", (ONE, events("L1,2026-06-01,paked,"))),
    Case(
        rules_lots.GLN_WRONG,
        f"{EVENTS}:2:22",
        (ONE, events(f"L1,2026-06-01,packed,{EXAMPLE[:-1]}7")),
    ),
    Case(rules_lots.GLN_SAMPLE, f"{MAKER}:2:6", (top(MAKER, f'gln: "{OTHER}"'),)),
    Case(
        rules_lots.GLN_DEMONSTRATION,
        f"{MAKER}:2:6",
        (top(MAKER, f"gln: {EXAMPLE}"), swap(MAKER, "sample: true\n", "")),
    ),
    Case(
        rules_lots.RECALL_REASON,
        f"{LOTS}:2:1",
        (lots(f"{RECALLED},"), events("L1,2026-09-01,recalled,")),
    ),
    Case(rules_lots.LOT_FUTURE, f"{LOTS}:2:4", (lots("L1,2050-06-01,,ok,"),)),
    Case(rules_lots.RECALL_DAY, f"{LOTS}:2:26", (lots(f"{RECALLED},Thiếu nhãn"),)),
    Case(rules_lots.RECALL_STATUS, f"{LOTS}:2:26", (ONE, events("L1,2026-09-01,recalled,"))),
)
