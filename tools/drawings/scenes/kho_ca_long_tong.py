"""Khô cá lòng tong: a round nia of slender silver fish on blue boat boards, from straight above."""

from __future__ import annotations

import math

from kit import backdrops, kitchen, palette, plants, things
from kit.fish import fish
from kit.form import outline
from kit.picture import Scene
from kit.shapes import fan, group, oval, path, place, stroke, taper
from kit.species import CA_LONG_TONG

MIDDLE = (800, 596)
RINGS = ((458, 32, 256), (284, 19, 240))
"""Each ring of fish as radius, how many, and their length."""


def minnow(s: Scene, length: float) -> str:
    """One dried minnow, pale and silvery, kept once."""
    body = fish(s, CA_LONG_TONG, length, dried=False, cast=0.6)
    d = outline(CA_LONG_TONG, length)
    silver = s.linear((0, "#e9f0ea", 0.25), (0.45, "#ffffff", 0.75), (1, "#f6ead0", 0.5))
    band = [(-length * 0.28, 0), (0, -length * 0.006), (length * 0.33, 0)]
    dark = path(taper(band, (1, length * 0.024, 2)), "#3d3a30", opacity=0.8)
    back = [
        (-length * 0.4, -length * 0.05),
        (-length * 0.1, -length * 0.08),
        (length * 0.3, -length * 0.04),
    ]
    ridge = path(taper(back, (2, length * 0.03, 2)), "#4a5240", opacity=0.65)
    eye = path(oval(-length * 0.415, -length * 0.012, length * 0.013, length * 0.013), palette.SOOT)
    return kitchen.stamp(s, body + s.clipped(d, path(d, silver), ridge, dark) + eye)


def ring(s: Scene, radius: float, count: int, length: float) -> str:
    """Fish laid round like the blades of a wheel, a little unruly."""
    rng, parts = s.chance(f"ring {radius}"), []
    kinds = [minnow(s, length * k) for k in (1.0, 0.94, 1.05)]
    for i in range(count):
        a = 360 * i / count + rng.uniform(-2.5, 2.5)
        x, y = fan(*MIDDLE, radius + rng.uniform(-10, 10), a)
        parts.append(place(kinds[i % 3], x, y, a + 58 + rng.uniform(-7, 7)))
    return group(*parts)


def dish(s: Scene, radius: float = 178) -> str:
    """A blue-rimmed bowl from above with one bundle of fish tied in lotus pink."""
    under = s.shadow(oval(8, 14, radius, radius), 12, 18, 14, 0.6)
    glaze = s.linear("#fffaf0", "#efe2c8", "#b9a583", angle=50)
    well = s.linear("#b8a684", "#efe4cd", "#fffaf0", angle=50)
    parts = [under, path(oval(0, 0, radius, radius), glaze)]
    for r, wide in ((0.93, 7), (0.87, 2.5)):
        blue = path(oval(0, 0, radius * r, radius * r), stroke="#2b6f8f", stroke_width=wide)
        parts.append(blue)
    parts.append(path(oval(0, 0, radius * 0.78, radius * 0.78), well))
    for i in range(16):
        x, y = fan(0, 0, radius * 0.9, i * 22.5)
        parts.append(path(oval(x, y, 4.5, 4.5), "#2b6f8f"))
    one = minnow(s, 262)
    spread = ((-66, -13), (66, 13), (-36, -7), (38, 7), (0, 1))
    parts += [place(one, 4 * math.copysign(1, dy), dy, turn) for dy, turn in spread]
    for x in (22, 31, 40):
        band = [(x, -80), (x + 9, 0), (x, 82)]
        parts.append(stroke(band, "#b8345f" if x != 31 else "#d9587f", 8))
    return group(*parts)


def draw() -> Scene:
    """Boards, tray filling the middle, two rings of fish, the bowl, plants in two corners."""
    s = Scene("Khô cá lòng tong xếp vòng trên nia tre", seed=29)
    s.add(backdrops.planks(s, "#1f6673"))
    s.add(place(backdrops.check_cloth(s, 620, 420, turn=-24), 1440, 1130))
    s.add(place(things.tray(s, 640, 640, 19, "#c99a4c"), *MIDDLE, scale=0.92))
    s.add(*(ring(s, *one) for one in RINGS))
    s.add(place(dish(s), *MIDDLE, -18))
    s.add(place(things.sheen(s, 560, 520, 0.6), 560, 380))
    s.add(
        place(plants.lotus_leaf(s, 210, 0.94), 60, 1150),
        place(plants.lotus_leaf(s, 120, 0.9), 1570, 70),
    )
    s.add(place(plants.lotus_bud(s, 150), 236, 1150, -24))
    s.add(backdrops.soft_light(s, 0.45))
    return s
