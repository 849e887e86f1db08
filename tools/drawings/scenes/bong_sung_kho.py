"""Bông súng khô: coils and a bundle of dried water-lily stalks on bamboo over the lily pond."""

from __future__ import annotations

import math

from kit import backdrops, crafts, nature, plants, things
from kit import palette as c
from kit.picture import Scene
from kit.shapes import Point, group, oval, path, place, smooth, taper

STALKS = ("#8a5f4e", "#a67a5c", "#744a48", "#b78d68", "#94694f", "#6a4038")
NOON = c.Light(
    sky=("#8fb6d6", "#b9cfe0", "#e2dfe2", "#f6e6d4"),
    sun="#fffdf0",
    glow="#fff0d2",
    haze="#dcdcd8",
    water=("#e6e0dc", "#b9c9d6", "#86a5bd", "#5a7f9e", "#3c5f80", "#2c4a68"),
    trees=("#a3b39a", "#6f9480", "#3c6a5c"),
)
"""A bright high hour with a blue sky in the water, for the violet lilies."""


def draw() -> Scene:
    """Blue noon over a pond full of lilies; a bamboo rack with three coils and a bundle."""
    s = Scene("Bông súng khô cuộn từng vòng trên giàn tre bên đầm súng tím", seed=77)
    s.add(nature.landscape(s, 250, NOON, None))
    s.add(nature.birds(1060, 110, 40, "#fffaf0", 4))
    s.add(pond(s, 300, 570, 70))
    s.add(things.rack(s, 560, 1010, gap=58))
    s.add(place(bundle(s, 860), 830, 640, 2))
    s.add(place(coil(s, 250, 126, "left"), 490, 810, -4))
    s.add(place(coil(s, 262, 132, "right"), 1100, 818, 5))
    s.add(place(coil(s, 236, 116, "front"), 800, 930, 0))
    s.add(place(things.sheen(s, 560, 260, 0.5), 640, 730))
    for x, y, size, tone in (
        (240, 1090, 250, crafts.LILY_VIOLET),
        (1310, 1096, 250, crafts.LILY_WHITE),
        (1500, 1010, 170, crafts.LILY_VIOLET),
        (470, 1150, 150, crafts.LILY_WHITE),
    ):
        s.add(place(crafts.lily_pad(s, size * 0.8, 0.34, c.LEAF, x % 100), x + 40, y + 60))
        s.add(place(crafts.water_lily(s, size, tone), x, y))
    s.add(place(plants.grasses(s, 180, 300, count=24), 20, 1220))
    s.add(backdrops.soft_light(s, 0.4))
    return s


def pond(s: Scene, top: float, bottom: float, count: int) -> str:
    """Pads on the water, every second one with its flower standing above it."""
    rng = s.chance("pond")
    spots = sorted(
        (top + (bottom - top) * rng.random(), rng.uniform(-20, 1620)) for _ in range(count)
    )
    parts = []
    for i, (y, x) in enumerate(spots):
        r = 22 + (y - 280) * 0.2
        tone = c.mix(c.LEAF, c.MOSS, rng.random())
        parts.append(place(crafts.lily_pad(s, r, 0.3, tone, rng.uniform(0, 360)), x, y))
        if i % 2:
            hue = (crafts.LILY_VIOLET, crafts.LILY_VIOLET, crafts.LILY_WHITE)[i // 2 % 3]
            high = r * 0.7
            parts.append(plants.stem([(x, y), (x + 3, y - high * 0.5), (x, y - high)], r * 0.1))
            parts.append(place(crafts.water_lily(s, r * 1.3, hue), x, y - high))
    return group(*parts)


def strand(way: list[Point], thick: float, tone: str) -> str:
    """One wrinkled dried stalk along `way`: dark edge, body, lit ridge."""
    up = [(x - thick * 0.08, y - thick * 0.22) for x, y in way]
    body = path(taper(way, (thick, thick * 1.15, thick * 0.9, thick)), c.darker(tone, 0.58))
    body += path(taper(way, (thick * 0.6, thick * 0.85, thick * 0.6, thick * 0.7)), tone)
    return body + path(
        taper(up, (1, thick * 0.24, thick * 0.3, 1)), c.lighter(tone, 0.5), opacity=0.85
    )


def coil(s: Scene, rx: float, ry: float, name: str) -> str:
    """A hank of stalks wound in a ring and tied at three places, its middle at (0, 0)."""
    rng = s.chance(f"coil {name}")
    loops = sorted((rng.random(), rng.random(), rng.uniform(0, 360)) for _ in range(64))
    parts = []
    for layer, across, start in loops:
        wide = 0.58 + 0.42 * across
        rise = -layer * ry * 0.62 * math.sin(math.pi * (0.15 + 0.7 * across))
        arc = rng.uniform(110, 220)
        way: list[Point] = []
        for k in range(9):
            a = math.radians(start + arc * k / 8)
            wob = 1 + rng.uniform(-0.014, 0.014)
            way.append((math.cos(a) * rx * wide * wob, math.sin(a) * ry * wide * wob + rise))
        parts.append((layer, strand(way, rng.uniform(11, 17), rng.choice(STALKS))))
    ends = []
    for k in range(5):
        a = math.radians(200 + 34 * k + rng.uniform(-8, 8))
        x, y = math.cos(a) * rx * 0.9, -math.sin(a) * ry * 0.9
        tip = (x * 1.24 + rng.uniform(-20, 20), y * 1.3 + rng.uniform(-4, 14))
        ends.append(strand([(x * 0.9, y * 0.8), (x * 1.08, y * 1.1 - 12), tip], 12, STALKS[k]))
    ring = oval(0, 0, rx, ry) + oval(0, 0, rx * 0.55, ry * 0.55)
    cast = s.shadow(oval(0, 8, rx * 1.02, ry * 1.02), 22, 24, 14, 0.6)
    hole = path(oval(0, -6, rx * 0.58, ry * 0.56), c.SOOT, opacity=0.45)
    dark = s.linear((0.4, c.SHADOW, 0), (1, c.SHADOW, 0.5), angle=50)
    shade = path(ring, dark, fill_rule="evenodd", style="mix-blend-mode:multiply")
    ties = "".join(tie(rx, ry, a) for a in (52, 128, 270))
    return cast + hole + group(*ends, *(mark for _, mark in parts)) + shade + ties


def tie(rx: float, ry: float, angle: float) -> str:
    """A band of split bamboo over the ring at one angle."""
    a = math.radians(angle)
    parts, back = [], math.sin(a) < 0
    for k, tone in ((0.0, c.UMBER), (-9.0, c.RATTAN), (0.0, c.SAND), (9.0, c.RATTAN)):
        if back and tone == c.UMBER:
            continue
        shift = math.radians(k * 0.42)
        ca, sa = math.cos(a + shift), math.sin(a + shift)
        lift = -ry * (0.34 if back else 0.1)
        way = [
            (ca * rx * 0.52, sa * ry * 0.5),
            (ca * rx * 0.8, sa * ry * 0.8 + lift),
            (ca * rx * 1.03, sa * ry * 1.03 + 4),
        ]
        parts.append(path(taper(way, (8, 9, 8) if tone != c.UMBER else (26, 30, 26)), tone))
    return group(*parts)


def bundle(s: Scene, length: float) -> str:
    """A long bundle lying across the slats, some stalks still with their dry buds."""
    rng, parts, half = s.chance("bundle"), [], length / 2
    for i in range(60):
        y = rng.uniform(-44, 40)
        x0, x1 = -half + rng.uniform(-50, 60), half + rng.uniform(-90, 60)
        way: list[Point] = [
            (x0, y * 1.5 + rng.uniform(-8, 8)),
            (-half * 0.4, y * 0.7),
            (half * 0.3, y * 0.75),
            (x1, y * 1.6 + rng.uniform(-10, 10)),
        ]
        parts.append(strand(way, rng.uniform(10, 15), STALKS[i % 6]))
        if i % 5 == 0:
            bud = smooth([(0, -11), (30, -15), (62, 0), (30, 15), (0, 11)], closed=True)
            tone = c.mix(c.BRICK, crafts.LILY_VIOLET, 0.35)
            dry = s.formed(bud, s.linear(c.lighter(tone, 0.3), c.darker(tone, 0.2)))
            parts.append(place(dry, x1 - 8, way[-1][1], rng.uniform(-16, 16)))
    cast = s.shadow(oval(0, 42, half, 24), 20, 18, 12, 0.6)
    bands = "".join(
        path(taper([(x + k, -48), (x + 10 + k, 0), (x + k, 46)], (9, 10, 9)), tone)
        for x in (-half * 0.45, half * 0.34)
        for k, tone in ((0, c.UMBER), (-10, c.BAMBOO), (0, c.SAND), (10, c.BAMBOO))
    )
    return cast + group(*parts) + bands
