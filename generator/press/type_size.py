"""How small print may be, in millimetres and points.

Decree 37/2026/NĐ-CP, as decree 43/2017 before it: letters of at least 1.2 mm, and 0.9 mm where the
face that bears them is under 80 cm². Which letter is meant the decree doesn't say; we take the
lowest, the x of Be Vietnam Pro, so that every letter passes.
"""

from __future__ import annotations

X_HEIGHT = 0.530
"""Of Be Vietnam Pro, in parts of the type size (its OS/2 table)."""
LOWEST_MM = 1.2
LOWEST_SMALL_FACE_MM = 0.9
SMALL_FACE_CM2 = 80.0
_POINT_MM = 25.4 / 72


def lowest_letters(face_cm2: float) -> float:
    """The least letter height in millimetres on a face of that size."""
    return LOWEST_SMALL_FACE_MM if face_cm2 < SMALL_FACE_CM2 else LOWEST_MM


def points(letter_mm: float) -> float:
    """The type size whose lower-case letters have that height, a hundredth above it."""
    return round(letter_mm / X_HEIGHT / _POINT_MM + 0.006, 2)


def millimetres(points_: float) -> float:
    """The height of lower-case letters of that type size."""
    return points_ * X_HEIGHT * _POINT_MM
