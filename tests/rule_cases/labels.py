"""A case for each rule of print but those of the proof: stocks, labels, lots and the law."""

from __future__ import annotations

from generator.catalogue.problems import rules_brand, rules_prepress, rules_stocks
from generator.catalogue.problems import rules_press as rules
from rule_cases.case import (
    ENGLISH,
    FISH,
    MAKER,
    SITE,
    Case,
    Edit,
    gone,
    potential,
    put,
    swap,
    top,
)
from rule_cases.lots import lots
from rule_cases.printed import SALE

STOCKS = "content/stocks.yaml"
FAIR = "content/fairs/hoi.md"
EXAMPLE = "9521234500056"
FACTS = ("ingredients: Cá", "directions: Chiên", "storage: Nơi mát", "shelf_life: 6 tháng")
"""What the law asks of a food's label besides; lines 2 to 5 of the product."""
LAWFUL = (top(FISH, *FACTS), top(MAKER, "address: Ấp 1"))
FULL = ("labels", "kho-ca", "--design", "label", "--count", "1", "--stock", "a4-99x68")
STAMP = ("labels", "kho-ca", "--design", "stamp", "--count", "1")
OF_LAW = ("labels", "kho-ca", "--check")
THEMED = ("--theme", "rieng")
LABELS = "themes/rieng/press/labels.typ"


def certified(line: str) -> Edit:
    """One more key of the certificate, in line 14."""
    return swap(FISH, "  legal_basis", f"  {line}\n  legal_basis")


def cards_of(*slugs: str) -> Edit:
    """A fair whose certificates are printed, of products in line 6."""
    keys = ("name: Hội", "starts_on: 2026-12-18", "ends_on: 2026-12-20")
    chosen = "brochures: [certificate-card]", f"products: [{', '.join(slugs)}]"
    return put(FAIR, "\n".join(("---", *keys, *chosen, "---", "")))


ONE_LOT = lots("L1,2026-06-01,2026-12-31,ok,")
CASES = (
    Case(
        rules_stocks.STOCK_GEOMETRY,
        f"{STOCKS}:2:9",
        (
            put(
                STOCKS,
                "- name: giay\n  page: 210 x 297\n  columns: 3\n  rows: 8\n"
                "  label: 80 x 37\n  margin: 0 x 0\n",
            ),
        ),
    ),
    Case(
        rules_stocks.STOCK_BLEED,
        f"{STOCKS}:8:10",
        (
            put(
                STOCKS,
                "- name: giay\n  page: 210 x 297\n  columns: 2\n  rows: 8\n"
                "  label: 80 x 37\n  margin: 0 x 0\n  gap: 0 x 0\n  bleed: 3\n",
            ),
        ),
    ),
    Case(
        rules_stocks.STOCK_INSET,
        f"{STOCKS}:8:10",
        (
            put(
                STOCKS,
                "- name: giay\n  page: 210 x 297\n  columns: 2\n  rows: 8\n"
                "  label: 80 x 37\n  margin: 9 x 0\n  gap: 0 x 0\n  inset: 9 x 20\n",
            ),
        ),
    ),
    Case(
        rules_stocks.STOCK_PRINTABLE,
        f"{STOCKS}:8:10",
        (
            put(
                STOCKS,
                "- name: giay\n  page: 210 x 297\n  columns: 2\n  rows: 8\n"
                "  label: 80 x 36\n  margin: 0 x 9\n  gap: 0 x 0\n  inset: 1 x 1\n",
            ),
        ),
    ),
    Case(
        rules_stocks.LABEL_STOCK_UNKNOWN,
        f"{SITE}:5:17",
        (swap(SITE, "tagline: Ba món thử", "labels: {stock: L716O}"),),
    ),
    Case(
        rules_stocks.LABEL_PRINTER,
        f"{SITE}:5:19",
        (swap(SITE, "tagline: Ba món thử", "labels: {printer: 600}"),),
    ),
    Case(
        rules_prepress.PRESS_PROFILE,
        f"{SITE}:5:18",
        (
            swap(SITE, "tagline: Ba món thử", "press: {profile: in-offset.icc}"),
            put("content/in-offset.icc", "x"),
        ),
    ),
    Case(
        rules.FORMAT_UNKNOWN,
        f"{SITE}:5:13",
        (swap(SITE, "tagline: Ba món thử", "brochures: [to-buom]"),),
    ),
    Case(
        rules.FORMAT_SUBJECT,
        "content/fairs/hoi-cho.md:5:13",
        (
            put(
                "content/fairs/hoi-cho.md",
                "---\nname: Hội chợ thử\nstarts_on: 2026-12-18\nends_on: 2026-12-22\n"
                "brochures: [product-sheet]\n---\n",
            ),
        ),
    ),
    Case(
        rules.PRINT_OVERFLOW,
        f"{FISH}:6:7",
        LAWFUL,
        verb=("labels", "kho-ca", "--design", "label", "--stock", "a4-38x21"),
    ),
    Case(rules.PRINT_LEFT_OUT, f"{FAIR}:6:17", (cards_of("gao", "kho-ca"), potential)),
    Case(rules.PRINT_NOTHING, f"{FAIR}:6:12", (cards_of("kho-ca"), potential)),
    Case(
        rules.CODE_OVERFLOW,
        f"{FISH}:1:1",
        (swap(SITE, "https://thu.example", f"https://thu.example/{'danh-muc/' * 6}x"),),
        verb=(*STAMP, "--level", "H"),
    ),
    Case(
        rules.TEMPLATE_FAULT,
        f"{FISH}:1:1",
        (put(LABELS, "#nothing-of-that-name"),),
        verb=(*STAMP, *THEMED),
    ),
    Case(
        rules.LABEL_WITHDRAWN,
        f"{FISH}:4:9",
        (swap(FISH, "status: certified", "status: withdrawn"),),
        verb=STAMP,
    ),
    Case(
        rules.LABEL_ADDRESS_MISSING,
        f"{FISH}:2:7",
        (potential,),
        verb=STAMP,
    ),
    Case(rules.LABEL_OFFSET, f"{FISH}:1:1", verb=(*STAMP, "--offset", "20,0")),
    Case(rules.LOT_FORM, f"{FISH}:1:1", verb=(*STAMP, "--lot", "lô 1")),
    Case(rules.LOT_UNKNOWN, f"{FISH}:1:1", (ONE_LOT,), verb=(*STAMP, "--lot", "L2")),
    Case(rules.LOT_UNLISTED, f"{FISH}:1:1", SALE, verb=(*STAMP, "--lot", "L1")),
    Case(
        rules.LOT_STOPPED,
        f"{FISH}:1:1",
        (
            lots("L1,2026-06-01,2026-12-31,recalled,Thiếu nhãn"),
            put("content/lots/kho-ca.events.csv", "lot,when,step\nL1,2026-09-01,recalled\n"),
        ),
        verb=(*STAMP, "--lot", "L1"),
    ),
    Case(
        rules.LOT_DAY_OTHER,
        f"{FISH}:1:1",
        (ONE_LOT,),
        verb=(*STAMP, "--lot", "L1", "--produced", "02/06/2026"),
    ),
    Case(rules.LABEL_EXPIRED, f"{FISH}:1:1", verb=(*STAMP, "--best-before", "01/06/2026")),
    Case(
        rules.LOT_DATES,
        f"{FISH}:1:1",
        verb=(*STAMP, "--produced", "02/06/2026", "--best-before", "01/06/2026"),
    ),
    Case(
        rules.LABEL_FACT_MISSING,
        f"{FISH}:1:1",
        (*SALE, *LAWFUL, swap(FISH, "storage: Nơi mát\n", "")),
        verb=FULL,
    ),
    Case(
        rules.CARD_PRICE_MISSING,
        f"{FISH}:17:1",
        (swap(FISH, "    price: 90000\n", ""),),
        verb=("labels", "kho-ca", "--design", "shelf-card", "--count", "1"),
    ),
    Case(
        rules.LABEL_LANGUAGE,
        f"{FISH}:2:7",
        (swap(SITE, "language: vi", "language: en"), gone(ENGLISH)),
        verb=STAMP,
    ),
    Case(
        rules.LABEL_STARS_LAPSED,
        f"{FISH}:8:1",
        (certified("expires_on: 2026-11-30"),),
        verb=STAMP,
    ),
    Case(
        rules.LABEL_STARS_UNKNOWN,
        f"{FISH}:8:1",
        (swap(FISH, "  decided_on: 2026-01-15\n", ""),),
        verb=STAMP,
    ),
    Case(
        rules.LABEL_STARS_EARLY,
        f"{FISH}:11:15",
        (swap(FISH, "2026-01-15", "2026-12-02"),),
        verb=STAMP,
    ),
    Case(
        rules.LABEL_CLAIM,
        f"{FISH}:3:13",
        (*LAWFUL, swap(FISH, "Chiên", "Dùng để chữa bệnh")),
        verb=FULL,
    ),
    Case(
        rules.LABEL_DATE_FORM,
        f"{FISH}:5:13",
        (*LAWFUL, swap(FISH, "6 tháng", "Đến 2027-01-15")),
        verb=FULL,
    ),
    Case(
        rules.LABEL_ENGLISH_MISSING,
        f"{FISH}:2:7",
        (gone(ENGLISH),),
        verb=(*STAMP, "--label-lang", "vi+en"),
    ),
    Case(rules_brand.LOGO_MISSING, f"{MAKER}:2:7", (top(MAKER, "logo: logo.svg"),)),
    Case(
        rules_brand.LOGO_UNUSABLE,
        f"{MAKER}:2:7",
        (put("content/media/logo.svg", "<svg/>"), top(MAKER, "logo: logo.svg")),
    ),
    Case(
        rules_brand.PICTURE_COARSE,
        f"{FISH}:15:11",
        SALE,
        verb=("labels", "kho-ca", "--design", "brand", "--stock", "a5"),
    ),
    Case(
        rules.LABEL_BARS_LEFT_OUT,
        f"{FISH}:2:7",
        (*LAWFUL, top(FISH, f"gtin: {EXAMPLE}")),
        verb=("labels", "kho-ca", "--design", "label", "--count", "1", "--stock", "a4-99x34"),
    ),
)
