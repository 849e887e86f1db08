"""A case for each rule about the programme and its certificates."""

from __future__ import annotations

from generator.catalogue.problems import (
    rules_addresses,
    rules_doubted,
    rules_ocop,
    rules_texts,
)
from rule_cases.case import (
    CERTIFICATE,
    ENGLISH,
    FISH,
    MAKER,
    SAUCE,
    Case,
    Edit,
    end,
    put,
    swap,
    top,
)

_BASIS = "  legal_basis: 148/QĐ-TTg\n"


def certified(line: str) -> Edit:
    """One more key of the certificate, in line 14."""
    return swap(FISH, _BASIS, f"{_BASIS}  {line}\n")


def marked(facts: str) -> Edit:
    """A certificate of another scheme, in line 2."""
    return top(FISH, f"marks: [{{scheme: {facts}}}]")


REAL = swap(FISH, "sample: true\n", "")
ANOTHER = swap(SAUCE, "sample: true\n", "")

CASES = (
    Case(rules_addresses.GTIN_OF_ZEROS, f"{FISH}:2:7", (top(FISH, 'gtin: "0000000000000"'),)),
    Case(rules_addresses.GTIN_IN_STORE, f"{FISH}:2:7", (REAL, top(FISH, 'gtin: "2000000000008"'))),
    Case(
        rules_texts.TEXT_GARBLED,
        f"{FISH}:3:10",
        (swap(FISH, "Món kho-ca để thử.", "Kh« c¸ chèt ngon"),),
    ),
    Case(
        rules_doubted.PHONE_DIGITS,
        f"{MAKER}:2:8",
        (top(MAKER, 'phone: "091234567"'),),
    ),
    Case(rules_doubted.DATE_TO_COME, f"{MAKER}:2:10", (top(MAKER, "founded: 2062"),)),
    Case(
        rules_doubted.FOUNDED_LATE,
        "content/villages/lang.md:5:16",
        (
            put(
                "content/villages/lang.md",
                "---\nname: Làng\nplace: tan-hung\nfounded: 2010\nrecognised_on: 2009\n---\n",
            ),
        ),
    ),
    Case(rules_doubted.PHONE_ZERO, f"{MAKER}:2:8", (top(MAKER, "phone: 912345678"),)),
    Case(rules_doubted.TAX_CODE_DIGITS, f"{MAKER}:2:11", (top(MAKER, "tax_code: 312345678"),)),
    Case(rules_doubted.UNTIL_PARTIAL, f"{FISH}:14:15", (certified("expires_on: 2028"),)),
    Case(
        rules_doubted.SELLER_CONTACT,
        f"{FISH}:3:11",
        (REAL, top(FISH, "buy:", "  - name: Chợ")),
    ),
    Case(rules_doubted.WITHDRAWN_DAY, f"{FISH}:4:9", (swap(FISH, "certified", "withdrawn"),)),
    Case(
        rules_doubted.NAME_COPIED,
        f"{SAUCE}:2:7",
        (REAL, ANOTHER, swap(SAUCE, "name: Mắm cá", "name: Khô cá")),
    ),
    Case(
        rules_doubted.SUMMARY_COPIED,
        f"{SAUCE}:3:10",
        (ANOTHER, swap(SAUCE, "summary: Món mam-ca", "summary: MÓN  kho-ca")),
    ),
    Case(
        rules_doubted.STORY_COPIED,
        f"{SAUCE}:1:1",
        (ANOTHER, swap(SAUCE, "này là mam-ca", "này là kho-ca")),
    ),
    Case(
        rules_doubted.PLACE_SPELLING,
        f"{FISH}:24:6",
        (end(FISH, "Ở xã Tân Hung."),),
    ),
    Case(
        rules_doubted.OCOP_CODE_COPIED,
        f"{SAUCE}:14:14",
        (
            REAL,
            ANOTHER,
            certified("ocop_code: 80-27721-05-2026"),
            swap(SAUCE, _BASIS, f"{_BASIS}  ocop_code: 80-27721-05-2026\n"),
        ),
    ),
    Case(
        rules_doubted.DECISION_DAYS,
        f"{SAUCE}:11:15",
        (REAL, ANOTHER, swap(SAUCE, "2026-01-15", "2026-01-16")),
    ),
    Case(
        rules_doubted.DECISION_ISSUERS,
        f"{SAUCE}:12:14",
        (REAL, ANOTHER, swap(SAUCE, "UBND tỉnh Tây Ninh", "UBND tỉnh Đồng Tháp")),
    ),
    Case(
        rules_doubted.SAMPLE_TEXT,
        f"{FISH}:10:13",
        (REAL, swap(FISH, "decision: Số 1", "decision: Số 01/QĐ-MẪU")),
    ),
    Case(
        rules_doubted.TRANSLATION_FIGURES,
        f"{ENGLISH}:1:1",
        (end(FISH, "Có 120 hộ làm nghề."), end(ENGLISH, "There are 150 families.")),
    ),
    Case(
        rules_doubted.SAMPLE_STORY,
        f"{FISH}:23:1",
        (REAL, end(FISH, "> Một câu nói thật của người làm nghề hay hơn mười lời khen.")),
    ),
    Case(rules_ocop.STARS_RANGE, f"{FISH}:9:10", (swap(FISH, "stars: 3", "stars: 2"),)),
    Case(
        rules_ocop.CERTIFICATE_POTENTIAL,
        f"{FISH}:4:9",
        (swap(FISH, "status: certified", "status: potential"),),
    ),
    Case(rules_ocop.CERTIFICATE_MISSING, f"{FISH}:4:9", (swap(FISH, CERTIFICATE, ""),)),
    Case(
        rules_ocop.CERTIFICATE_DECISION_MISSING,
        f"{FISH}:8:1",
        (swap(FISH, "  decision: Số 1\n", ""),),
    ),
    Case(rules_ocop.CERTIFICATE_BASIS_MISSING, f"{FISH}:8:1", (swap(FISH, _BASIS, ""),)),
    Case(
        rules_ocop.CERTIFICATE_DATE_MISSING,
        f"{FISH}:8:1",
        (swap(FISH, "decided_on: 2026-01-15", "expires_on: 2029-01-15"),),
    ),
    Case(
        rules_ocop.CERTIFICATE_VALIDITY_UNKNOWN,
        f"{FISH}:8:1",
        (swap(FISH, "  decided_on: 2026-01-15\n", ""),),
    ),
    Case(rules_ocop.CERTIFICATE_DATES, f"{FISH}:14:15", (certified("expires_on: 2026-01-14"),)),
    Case(rules_ocop.CERTIFICATE_REVOKED, f"{FISH}:14:15", (certified("revoked_on: 2026-06-01"),)),
    Case(rules_ocop.CERTIFICATE_LAPSED, f"{FISH}:14:15", (certified("expires_on: 2026-11-30"),)),
    Case(rules_ocop.CERTIFICATE_LAPSING, f"{FISH}:14:15", (certified("expires_on: 2026-12-01"),)),
    Case(rules_ocop.CERTIFICATE_FUTURE, f"{FISH}:11:15", (swap(FISH, "2026-01-15", "2026-12-02"),)),
    Case(rules_ocop.POINTS_STARS, f"{FISH}:14:10", (certified("score: 70"),)),
    Case(rules_ocop.AUTHORITY, f"{FISH}:12:14", (swap(FISH, "UBND tỉnh", "UBND huyện"),)),
    Case(
        rules_ocop.LEGAL_BASIS_DATE,
        f"{FISH}:13:16",
        (swap(FISH, "148/QĐ-TTg", "26/2026/QĐ-TTg"),),
    ),
    Case(rules_ocop.OCOP_CODE_FORM, f"{FISH}:14:14", (certified("ocop_code: 80-27721-5"),)),
    Case(rules_ocop.MARK_LAPSED, f"{FISH}:2:34", (marked("vietgap, until: 2026-11-30"),)),
    Case(rules_ocop.MARK_LAPSING, f"{FISH}:2:34", (marked("vietgap, until: 2026-12-01"),)),
    Case(
        rules_ocop.MARK_DATES, f"{FISH}:2:47", (marked("gi, from: 2027-02-01, until: 2027-01-31"),)
    ),
    Case(rules_ocop.MARK_OCOP, f"{FISH}:2:18", (marked("OCOP 4 sao"),)),
    Case(rules_ocop.UNKNOWN_GROUP, f"{FISH}:6:8", (swap(FISH, "group: 8", "group: 27"),)),
)
