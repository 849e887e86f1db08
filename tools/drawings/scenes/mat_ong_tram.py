"""Mật ong tràm: dark honey running from a dipper into its jar, comb, bees and tràm blossom."""

from __future__ import annotations

import math

from kit import backdrops, crafts, vessels
from kit import palette as c
from kit.picture import Scene
from kit.shapes import Point, box, fan, group, oval, path, place, poly, smooth, stroke, taper

HONEY = ("#5e2206", "#b85c0c", "#f6ac2a", "#d27a12", "#8f3f08", "#4f1c06")
"""Across the jar, from the left edge to the right."""


def draw() -> Scene:
    """A table in the morning sun, the jar in the middle, comb to its left, blossom round it."""
    s = Scene("Hũ mật ong tràm với tầng ong và bông tràm trắng", seed=33)
    s.add(backdrops.table_by_water(s, edge=600, wood="#8f5a2c"))
    s.add(place(crafts.tram_bough(s, 560, 4, 3), -40, 90, 24))
    s.add(place(crafts.tram_bough(s, 460, 3, 5), 1650, 60, 152))
    s.add(backdrops.rays(s, 220, -80, 0.22))
    s.add(place(jar(s, 500, 580), 850, 1030))
    s.add(place(dipper(s), 866, 330))
    s.add(place(comb(s, 520, 300), 420, 960))
    s.add(place(crafts.tram_bough(s, 420, 3, 9), 1540, 1090, 196))
    s.add(place(crafts.bottlebrush(s, 170, 4), 640, 1090, 12))
    for x, y, size, turn in (
        (490, 480, 128, -8),
        (1250, 430, 116, 12),
        (262, 600, 92, 16),
        (1330, 720, 88, -14),
    ):
        s.add(place(crafts.bee(s, size), x, y, turn, 1 if x < 900 else -1))
    s.add(backdrops.motes(s, 30))
    s.add(backdrops.soft_light(s, 0.5))
    return s


def jar(s: Scene, width: float, height: float) -> str:
    """The open glass jar of honey on its foot (0, 0), with the light it throws."""
    w, h = width / 2, height
    half: list[Point] = [(w * 0.86, 0), (w * 0.98, h * 0.07), (w, h * 0.4), (w * 0.97, h * 0.66)]
    neck: list[Point] = [(w * 0.8, h * 0.82), (w * 0.73, h * 0.87), (w * 0.73, h * 0.92)]
    glass = vessels.turned([*half, *neck]) + box(-w * 0.73, -h, w * 1.46, h * 0.09)
    inner = vessels.turned([(x * 0.955, y * 0.985 + h * 0.016) for x, y in (*half, *neck)])
    honey = s.linear(*HONEY, angle=0)
    depth = s.linear((0, "#ffd873", 0.3), (0.4, "#ffd873", 0), (1, "#3d1204", 0.55))
    core = s.radial((0, "#ffcf5a", 0.85), (1, "#ffb02e", 0), cx=0.5, cy=0.5)
    glow = path(oval(w * 0.3, -h * 0.2, w * 0.62, h * 0.2), core)
    glow += path(oval(-w * 0.3, -h * 0.5, w * 0.5, h * 0.34), core)
    bubbles = "".join(
        path(oval(x * w, -y * h, r, r), "#ffe9a8", opacity=0.6)
        for x, y, r in (
            (0.4, 0.62, 5),
            (-0.2, 0.7, 4),
            (0.1, 0.36, 4),
            (0.56, 0.4, 6),
            (-0.5, 0.2, 4),
        )
    )
    level = s.linear("#ffd873", "#d98a1c", "#a3520d", angle=20)
    top = path(oval(0, -h * 0.925, w * 0.69, w * 0.135), level)
    top += path(oval(w * 0.06, -h * 0.92, w * 0.22, w * 0.05), "#ffe49a", opacity=0.8)
    back = path(oval(0, -h, w * 0.72, w * 0.15), "#fff4d6", opacity=0.35)
    glints = s.blurred(
        2,
        path(
            taper(
                [(-w * 0.72, -h * 0.74), (-w * 0.82, -h * 0.45), (-w * 0.76, -h * 0.1)],
                (6, w * 0.15, 6),
            ),
            "#fff6dc",
            opacity=0.75,
        ),
        path(
            taper(
                [(w * 0.8, -h * 0.66), (w * 0.86, -h * 0.4), (w * 0.8, -h * 0.12)], (3, w * 0.07, 3)
            ),
            "#fff6dc",
            opacity=0.5,
        ),
    )
    rim = path(oval(0, -h, w * 0.72, w * 0.15), stroke="#fff8e6", stroke_width=9, opacity=0.85)
    rim += path(oval(0, -h, w * 0.66, w * 0.125), stroke="#c9a56a", stroke_width=3, opacity=0.6)
    edge = path(vessels.turned([*half, *neck]), stroke="#7a4a1e", stroke_width=3.5, opacity=0.45)
    pool = path(oval(w * 0.95, w * 0.06, w * 0.62, w * 0.12), "#ffb732", opacity=0.7)
    body = path(glass, "#fff3d2", opacity=0.28) + path(inner, honey)
    body += s.clipped(inner, glow, bubbles) + path(inner, depth) + top
    return (
        vessels.cast(s, width, 0.55)
        + s.blurred(16, pool)
        + back
        + body
        + glints
        + edge
        + rim
        + twine(s, w * 0.76, h * 0.872)
    )


def twine(s: Scene, reach: float, up: float) -> str:
    """Jute wound round the jar's neck, tied with a sprig of blossom."""
    cords = []
    for k in range(4):
        y = -up + 9 * k
        cord = [(-reach, y), (0.0, y + reach * 0.2), (reach, y)]
        cords.append(stroke(cord, c.BARK, 10) + stroke(cord, (c.SAND, c.RATTAN)[k % 2], 7))
    ends = stroke([(20, -up + 60), (60, -up + 110), (46, -up + 170)], c.SAND, 6)
    ends += stroke([(10, -up + 60), (-16, -up + 120), (6, -up + 160)], c.RATTAN, 6)
    flower = place(crafts.bottlebrush(s, 120, 7), -8, -up + 56, 30)
    return group(*cords) + ends + flower + path(oval(8, -up + 58, 15, 13), c.RATTAN)


def dipper(s: Scene) -> str:
    """A wooden dipper with honey running off it; the strand reaches 170 below (0, 0)."""
    wood = s.linear(c.lighter(c.RATTAN, 0.5), c.RATTAN, c.darker(c.RATTAN, 0.5))
    handle = path(
        taper([(0, -50), (0, -240), (4, -470)], (24, 20, 30)),
        s.linear(c.lighter(c.RATTAN, 0.5), c.RATTAN, c.darker(c.RATTAN, 0.5), angle=0),
    )
    discs = ((-62, 46), (-40, 66), (-16, 78), (8, 80), (32, 70), (54, 48))
    head = "".join(
        path(box(-r, y - 8, 2 * r, 17, 8), wood) + path(box(-r, y + 7, 2 * r, 7, 3), "#a9500a")
        for y, r in discs
    )
    coat = smooth(
        [
            (-74, -6),
            (-80, 14),
            (-62, 48),
            (-30, 72),
            (-8, 100),
            (6, 100),
            (26, 72),
            (62, 50),
            (80, 16),
            (76, -2),
            (40, 12),
            (0, 2),
            (-40, 16),
        ],
        closed=True,
    )
    amber = s.linear("#ffc94a", "#e08c16", "#a14c08", angle=35)
    honey = path(coat, amber, opacity=0.93)
    shine = stroke([(-56, 10), (-48, 36), (-26, 60)], "#fff1bd", 7, opacity=0.85)
    strand = path(
        taper([(0, 84), (-2, 120), (1, 150), (0, 172)], (30, 13, 11, 18)),
        s.linear("#f7b63a", "#c8740f", "#8f4208", angle=0),
    )
    strand += stroke([(-3, 104), (-4, 130), (-2, 158)], "#ffe9a8", 2.4, opacity=0.9)
    return strand + place(handle + head, 0, 0, 24) + place(honey + shine, 0, 0, 10)


def comb(s: Scene, width: float, height: float) -> str:
    """A slab of honeycomb standing aslant on a small plate, its foot's middle at (0, 0)."""
    w, h = width / 2, height
    top: list[Point] = [
        (-w * 0.86, -h * 0.66),
        (-w * 0.4, -h),
        (w * 0.3, -h * 1.04),
        (w * 0.8, -h * 0.7),
    ]
    low: list[Point] = [
        (w * 0.86, -h * 0.12),
        (w * 0.3, -h * 0.04),
        (-w * 0.3, 0),
        (-w * 0.9, -h * 0.1),
    ]
    face = smooth([*top, *low], closed=True, tension=0.55)
    thick = smooth([(x + 26, y + 22) for x, y in (*top, *low)], closed=True, tension=0.55)
    rng, cells, r = s.chance("comb"), [], 27.0
    wax = s.linear("#f8d27a", "#dc9a34", "#a8651c", angle=55)
    for row in range(9):
        for col in range(13):
            x = -w + col * r * 1.74 + (row % 2) * r * 0.87
            cells.append(cell(s, x, -h * 1.06 + row * r * 1.5, r * 0.86, rng.random()))
    drip = "".join(
        taper(
            [(x, -h * 0.1), (x + 1, -h * 0.05), (x + 3, 6 + n * 0.4), (x + 1, 18 + n)],
            (4, 24, 13, 17),
        )
        for x, n in ((-w * 0.5, 12), (w * 0.12, 24), (w * 0.6, 4))
    )
    amber = s.linear("#ffc94a", "#c8700c", angle=50)
    plate = place(vessels.plate(s, 330, 92, "#f3ead6", c.TEAL), 10, 6)
    puddle = path(oval(0, 16, w * 0.82, 40), amber, opacity=0.9)
    slab = path(thick, "#8b4a10") + s.formed(face, wax, *cells, shade=0.45)
    return plate + puddle + slab + path(drip, amber)


def cell(s: Scene, x: float, y: float, r: float, luck: float) -> str:
    """One six-sided cell: most full of honey, some empty, some sealed with wax."""
    corners = poly([fan(x, y, r, 30 + 60 * k) for k in range(6)])
    if luck < 0.16:
        return path(corners, s.radial("#fbe3a4", "#e3b35a")) + path(
            oval(x - r * 0.2, y - r * 0.25, r * 0.3, r * 0.2), "#fff3cf", opacity=0.6
        )
    deep = "#7a340a" if luck < 0.3 else "#b8600c"
    full = s.radial(
        c.mix(deep, "#ffc94a", 0.75), deep, c.darker(deep, 0.4), cx=0.62, cy=0.66, r=0.75
    )
    glint = math.pi * r * 0.04
    return path(corners, full) + path(
        oval(x - r * 0.28, y - r * 0.34, glint * 1.6, glint), "#fff1bd", opacity=0.75
    )
