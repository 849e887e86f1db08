"""Stars and the points they stand for.

Source: decisions 148/QĐ-TTg (24/02/2023) and its successors; only three stars and more are given a
decision and a certificate.
"""

from __future__ import annotations

MINIMUM_STARS = 3
MAXIMUM_STARS = 5
LOWEST_POINTS = {5: 90.0, 4: 70.0, 3: 50.0, 2: 30.0, 1: 0.0}
"""Lowest number of points (of 100) for each number of stars; each range ends below the next."""


def stars_for(points: float) -> int:
    """Stars that so many points (0–100) are worth."""
    return next(stars for stars, lowest in LOWEST_POINTS.items() if points >= lowest)
