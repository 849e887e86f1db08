"""The fish of the flooded plain as numbers; `fish.fish` draws them.

Lengths are parts of the whole length, nose 0 to tail tip 1; heights are measured from the axis.
Colours are those of the living fish; `dried=True` warms and darkens them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Profile = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Fin:
    """A fin on the edge of back or belly from `start` to `end`.

    `outline` are (part of its base, height) points; `spine` makes its first ray a thorn; `rays` 0
    is fleshy (adipose).
    """

    edge: Literal["back", "belly"]
    start: float
    end: float
    outline: Profile
    rays: int = 9
    spine: bool = False


@dataclass(frozen=True)
class Paddle:
    """A paired fin rooted at (t, part of the half depth there, down positive)."""

    t: float
    depth: float
    length: float
    width: float
    angle: float = 35
    spine: bool = False


@dataclass(frozen=True)
class Species:
    """All that tells one fish from another."""

    back: Profile
    belly: Profile
    colours: tuple[str, str, str, str]
    """Back, side, belly, fins."""
    fins: tuple[Fin, ...]
    paddles: tuple[Paddle, ...]
    tail: Literal["forked", "round", "pointed"]
    tail_spread: float
    head: float
    """Where the gill cover ends."""
    eye: tuple[float, float, float]
    """t, height above the axis, radius."""
    mouth: float = 0.05
    barbels: tuple[Profile, ...] = ()
    scale: float = 0.0
    """Size of a scale; 0 is a naked skin."""
    marks: Literal["none", "stripes", "bars", "chevrons", "band", "mottled"] = "none"


CA_CHOT = Species(
    back=(
        (0, 0.012),
        (0.04, 0.045),
        (0.14, 0.078),
        (0.3, 0.112),
        (0.45, 0.1),
        (0.66, 0.064),
        (0.85, 0.038),
    ),
    belly=(
        (0, 0.012),
        (0.04, 0.032),
        (0.14, 0.056),
        (0.3, 0.078),
        (0.45, 0.078),
        (0.66, 0.054),
        (0.85, 0.036),
    ),
    colours=("#4b5137", "#8f8a5c", "#efe3bd", "#a98b55"),
    fins=(
        Fin(
            "back", 0.31, 0.43, ((0.08, 0.145), (0.32, 0.128), (0.85, 0.066), (1.22, 0.02)), 7, True
        ),
        Fin("back", 0.58, 0.73, ((0.2, 0.014), (0.65, 0.036), (1.05, 0.036), (1.16, 0.016)), 0),
        Fin("belly", 0.62, 0.74, ((0.15, 0.075), (0.45, 0.085), (1.0, 0.05), (1.15, 0.02)), 8),
    ),
    paddles=(Paddle(0.215, 0.62, 0.13, 0.062, 24, True), Paddle(0.475, 0.9, 0.085, 0.05, 40)),
    tail="forked",
    tail_spread=0.115,
    head=0.2,
    eye=(0.088, 0.026, 0.0165),
    barbels=(
        ((0.022, 0.022), (-0.03, 0.075), (0.02, 0.135), (0.16, 0.16), (0.34, 0.15)),
        ((0.03, 0.03), (-0.012, 0.06), (0.02, 0.105), (0.12, 0.135)),
        ((0.05, 0.034), (0.04, 0.07), (0.085, 0.105), (0.165, 0.112)),
        ((0.04, -0.04), (0.012, -0.075), (0.05, -0.11), (0.125, -0.112)),
    ),
    marks="stripes",
)
"""Cá chốt (Mystus): slender naked catfish with thorns, four pairs of barbels, adipose fin."""

CA_LOC = Species(
    back=(
        (0, 0.01),
        (0.05, 0.042),
        (0.16, 0.066),
        (0.32, 0.082),
        (0.55, 0.084),
        (0.74, 0.068),
        (0.86, 0.046),
    ),
    belly=(
        (0, 0.014),
        (0.05, 0.04),
        (0.16, 0.066),
        (0.32, 0.08),
        (0.55, 0.074),
        (0.74, 0.058),
        (0.86, 0.044),
    ),
    colours=("#37402f", "#73714a", "#e9dcb4", "#6b6440"),
    fins=(
        Fin(
            "back",
            0.33,
            0.83,
            ((0.04, 0.05), (0.4, 0.056), (0.8, 0.062), (1.06, 0.06), (1.08, 0.02)),
            26,
        ),
        Fin("belly", 0.5, 0.82, ((0.05, 0.042), (0.5, 0.048), (0.95, 0.052), (1.1, 0.03)), 18),
    ),
    paddles=(Paddle(0.3, 0.35, 0.11, 0.075, 18), Paddle(0.35, 0.96, 0.07, 0.04, 38)),
    tail="round",
    tail_spread=0.075,
    head=0.285,
    eye=(0.075, 0.03, 0.0135),
    mouth=0.1,
    scale=0.03,
    marks="chevrons",
)
"""Cá lóc (Channa striata): snakehead, long fins above and below, round tail, slanting bars."""

CA_SAC_RAN = Species(
    back=(
        (0, 0.0),
        (0.06, 0.062),
        (0.18, 0.135),
        (0.34, 0.186),
        (0.5, 0.18),
        (0.68, 0.125),
        (0.82, 0.066),
    ),
    belly=(
        (0, 0.01),
        (0.06, 0.05),
        (0.18, 0.115),
        (0.34, 0.176),
        (0.5, 0.178),
        (0.68, 0.12),
        (0.82, 0.06),
    ),
    colours=("#4e5a43", "#93936a", "#e8dfba", "#8d8257"),
    fins=(
        Fin(
            "back",
            0.42,
            0.62,
            ((0.1, 0.05), (0.5, 0.09), (1.0, 0.13), (1.5, 0.11), (1.2, 0.04)),
            11,
        ),
        Fin(
            "belly",
            0.3,
            0.8,
            ((0.1, 0.04), (0.5, 0.07), (0.85, 0.09), (1.06, 0.07), (1.06, 0.02)),
            24,
        ),
    ),
    paddles=(Paddle(0.25, 0.12, 0.16, 0.085, 10), Paddle(0.24, 0.8, 0.62, 0.012, 27)),
    tail="forked",
    tail_spread=0.12,
    head=0.24,
    eye=(0.1, 0.022, 0.024),
    mouth=0.035,
    scale=0.032,
    marks="bars",
)
"""Cá sặc rằn (Trichopodus pectoralis): deep gourami, slanting bars, thread-like pelvic fins."""

CA_LONG_TONG = Species(
    back=(
        (0, 0.0),
        (0.06, 0.034),
        (0.18, 0.062),
        (0.36, 0.08),
        (0.55, 0.07),
        (0.72, 0.046),
        (0.82, 0.034),
    ),
    belly=(
        (0, 0.012),
        (0.06, 0.036),
        (0.18, 0.07),
        (0.36, 0.092),
        (0.55, 0.08),
        (0.72, 0.046),
        (0.82, 0.032),
    ),
    colours=("#5f6a4c", "#b3b48c", "#f8f0d2", "#cdae6a"),
    fins=(
        Fin("back", 0.44, 0.54, ((0.1, 0.09), (0.4, 0.1), (0.95, 0.05), (1.2, 0.02)), 7),
        Fin("belly", 0.6, 0.71, ((0.12, 0.065), (0.4, 0.065), (1.0, 0.03)), 6),
    ),
    paddles=(Paddle(0.23, 0.6, 0.13, 0.04, 22), Paddle(0.45, 0.92, 0.08, 0.035, 40)),
    tail="forked",
    tail_spread=0.125,
    head=0.205,
    eye=(0.085, 0.012, 0.026),
    mouth=0.03,
    scale=0.03,
    marks="band",
)
"""Cá lòng tong (Rasbora): finger-long silver minnow with one dark band and big eyes."""

CA_LINH = Species(
    back=(
        (0, 0.0),
        (0.05, 0.036),
        (0.16, 0.076),
        (0.34, 0.112),
        (0.52, 0.096),
        (0.7, 0.058),
        (0.82, 0.04),
    ),
    belly=(
        (0, 0.014),
        (0.05, 0.036),
        (0.16, 0.07),
        (0.34, 0.1),
        (0.52, 0.09),
        (0.7, 0.054),
        (0.82, 0.038),
    ),
    colours=("#6a7757", "#c2c6a4", "#fbf5dd", "#d9b06a"),
    fins=(
        Fin("back", 0.36, 0.5, ((0.1, 0.12), (0.35, 0.125), (0.95, 0.055), (1.15, 0.02)), 9),
        Fin("belly", 0.62, 0.71, ((0.12, 0.07), (0.4, 0.07), (1.0, 0.03)), 6),
    ),
    paddles=(Paddle(0.22, 0.68, 0.12, 0.04, 24), Paddle(0.44, 0.94, 0.09, 0.04, 42)),
    tail="forked",
    tail_spread=0.13,
    head=0.19,
    eye=(0.078, 0.014, 0.022),
    mouth=0.03,
    scale=0.028,
)
"""Cá linh (Henicorhynchus): small silver carp of the rising water."""

CA_CHACH = Species(
    back=(
        (0, 0.004),
        (0.04, 0.014),
        (0.12, 0.032),
        (0.28, 0.046),
        (0.5, 0.05),
        (0.75, 0.036),
        (0.93, 0.014),
    ),
    belly=(
        (0, 0.004),
        (0.04, 0.012),
        (0.12, 0.03),
        (0.28, 0.044),
        (0.5, 0.046),
        (0.75, 0.034),
        (0.93, 0.014),
    ),
    colours=("#574a2c", "#98813f", "#eed9a0", "#7d6a3a"),
    fins=(
        Fin("back", 0.54, 0.92, ((0.1, 0.022), (0.5, 0.034), (0.9, 0.028), (1.05, 0.012)), 26),
        Fin("belly", 0.55, 0.92, ((0.1, 0.022), (0.5, 0.032), (0.9, 0.026), (1.05, 0.012)), 26),
    ),
    paddles=(Paddle(0.19, 0.2, 0.05, 0.036, 14),),
    tail="pointed",
    tail_spread=0.022,
    head=0.16,
    eye=(0.07, 0.012, 0.008),
    mouth=0.04,
    marks="mottled",
)
"""Cá chạch (Macrognathus): eel-like, pointed snout, fins run together at the tail."""
