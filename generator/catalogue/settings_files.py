"""The files that stand directly in content/, by their names."""

from __future__ import annotations

SITE, PLACES = "site.yaml", "places.yaml"
"""What is told of the site, and of the places that others name."""
PUBLISH = "publish.yaml"
"""Where the site is published."""
PRINTED, SEAL, HANDED_OUT = "printed.csv", "printed.seal", "handed-out.csv"
"""The ledger of what was printed, its seal, and the codes that builds have handed out."""
EDITIONS = "editions.csv"
"""What editions of leaflets, books and so on were printed, and what they state."""
STOCKS, HEADINGS = "stocks.yaml", "headings.yaml"
"""The project's own stocks of labels, and the headings of its offices' lists."""
ALL = frozenset({SITE, PLACES, PUBLISH, PRINTED, SEAL, HANDED_OUT, EDITIONS, STOCKS, HEADINGS})
