"""The colours every picture shares, the three lights, and arithmetic on colours.

Colours are `#rrggbb` strings. Light always comes from the upper left; shadows are warm, never
black.
"""

from __future__ import annotations

from dataclasses import dataclass

PAPER, INK, WATER = "#fbf8f1", "#1d2b2a", "#0e4f4a"
STRAW, LOTUS, LEAF = "#c98a12", "#b8345f", "#3f7a52"
CREAM, SAND, HONEY = "#f6e6c3", "#e2bf84", "#e0a13c"
AMBER, CLAY, BRICK = "#c8742f", "#a9552f", "#8a3b25"
BARK, UMBER, SOOT = "#5f4128", "#3d2a1c", "#2a1f18"
BAMBOO, BAMBOO_GREEN, RATTAN = "#d9b064", "#9aa75a", "#a8743a"
MOSS, PINE, TEAL, MIST = "#6f8f4e", "#2c5c46", "#2b7d75", "#a9cdbd"
SHADOW = "#3a1f2a"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, amount: float) -> str:
    """The colour `amount` (0–1) of the way from the first to the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * amount):02x}" for a, b in pairs)


def lighter(colour: str, amount: float = 0.2) -> str:
    """Towards warm sunlight rather than towards white."""
    return mix(colour, "#fff1cf", amount)


def darker(colour: str, amount: float = 0.2) -> str:
    """Towards warm shadow rather than towards black."""
    return mix(colour, "#33160f", amount)


@dataclass(frozen=True)
class Light:
    """An hour of the day: sky from zenith to horizon, sun, haze, water from horizon to the feet."""

    sky: tuple[str, ...]
    sun: str
    glow: str
    haze: str
    water: tuple[str, ...]
    trees: tuple[str, str, str]

    def distance(self, colour: str, amount: float) -> str:
        """`colour` as seen through `amount` (0 near – 1 lost) of the hour's haze."""
        return mix(colour, self.haze, amount)


MORNING = Light(
    sky=("#7fb8ae", "#b9d4b4", "#f4e3b2", "#fbcf86", "#f6ae66"),
    sun="#fff6d8",
    glow="#ffd98a",
    haze="#f0c88e",
    water=("#f9c887", "#c9cba0", "#7fb3a0", "#428d84", "#1d6c66", "#0f5550", "#0a423e"),
    trees=("#a9b07e", "#6d8f68", "#2f6450"),
)
"""Low warm sun, the picture's usual hour."""

DAY = Light(
    sky=("#5fa9ad", "#93c7bd", "#cfe3c9", "#f2efd2"),
    sun="#fffdf0",
    glow="#fff2c4",
    haze="#d9e6cd",
    water=("#dbe9cf", "#a9d0bf", "#5ea79b", "#2a7c75", "#12574f"),
    trees=("#9dbb97", "#5f936f", "#2d6a4f"),
)
"""Clear late morning: cooler, greener, for fresh things."""

DUSK = Light(
    sky=("#3f6f7d", "#8d8f8f", "#e0a27c", "#f58f55", "#ffb35c"),
    sun="#fff0c2",
    glow="#ff9a4f",
    haze="#e79a68",
    water=("#ffb468", "#e79465", "#a0797a", "#3f6a74", "#164a50", "#0b3437"),
    trees=("#a2766a", "#5c5f5e", "#23474a"),
)
"""The sun on the water, for slow and sweet things."""
