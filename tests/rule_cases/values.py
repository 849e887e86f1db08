"""A case for each rule about values that YAML or a reader would take for another."""

from __future__ import annotations

from generator.catalogue.problems import rules_keys as rules
from generator.catalogue.problems import rules_site
from rule_cases.case import FISH, SITE, Case, Edit, put, swap, top

THEME = swap(SITE, "language: vi\n", "theme: rieng\nlanguage: vi\n")
LEAFLET = "themes/rieng/press/leaflet.typ"


def packs(text: str) -> Edit:
    """Another list of packs, from line 18 on."""
    return swap(FISH, "  - net: 500 g\n    price: 90000\n", text)


CASES = (
    Case(rules.NUMBER_SHORTENED, f"{FISH}:2:7", (top(FISH, "gtin: 8,93E+12"),)),
    Case(rules.VALUE_CUT, f"{FISH}:3:19", (swap(FISH, "Món kho-ca để thử.", "Món ngon #2"),)),
    Case(rules.VALUE_SPLIT, f"{FISH}:18:13", (packs("  - {net: 1,5 kg, price: 90000}\n"),)),
    Case(rules.YAML_MARK, f"{FISH}:2:7", (swap(FISH, "name: Khô cá", "name: !kho"),)),
    Case(rules.WORD_FOR_NOTHING, f"{FISH}:2:10", (top(FISH, "storage: N/A"),)),
    Case(rules.VALUE_MARKDOWN, f"{FISH}:2:11", (top(FISH, 'warnings: "**Có** đậu phộng"'),)),
    Case(rules.VALUE_QUOTES, f"{FISH}:2:7", (swap(FISH, "name: Khô cá", "name: “Khô cá”"),)),
    Case(rules.PRICE_DOUBTFUL, f"{FISH}:19:12", (swap(FISH, "price: 90000", "price: 185"),)),
    Case(
        rules_site.THEME_STRING_MISSING,
        f"{SITE}:3:8",
        (THEME, put(LEAFLET, '#let greeting = say.at("leaflet.greeting")\n')),
    ),
    Case(
        rules_site.THEME_STRING_PLACE,
        f"{SITE}:3:8",
        (THEME, put("themes/rieng/strings/press.vi.toml", '[print]\ncount = "{m} món"\n')),
    ),
)
