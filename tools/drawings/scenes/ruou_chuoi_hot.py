"""Rượu chuối hột: slices of seeded banana steeping in amber spirit, in a kitchen at nightfall."""

from __future__ import annotations

from kit import backdrops, crafts, nature, vessels
from kit import palette as c
from kit.picture import Scene
from kit.shapes import Point, box, fan, group, oval, path, place, smooth, stroke, taper

SPIRIT = ("#5a2208", "#b3560f", "#f0a02c", "#cf7313", "#8a3d0a", "#471a06")


def draw() -> Scene:
    """Dark boards, the last light in the window, the jar aglow, cups and a hand of bananas."""
    s = Scene("Bình rượu chuối hột màu hổ phách bên nải chuối và chén nhỏ", seed=88)
    s.add(wall(s))
    s.add(window(s))
    s.add(backdrops.table(s, 660, "#6f4225"))
    s.add(place(halo(s), 800, 640))
    s.add(place(hand(s), 300, 690))
    s.add(place(jar(s), 800, 980))
    s.add(place(cup(s, 1.0), 1180, 1000))
    s.add(place(cup(s, 0.94), 1370, 930))
    s.add(place(cup(s, 1.05), 1080, 1100))
    for x, y, r, turn in ((430, 1040, 92, 10), (560, 1100, 84, 40), (330, 1110, 78, -20)):
        s.add(s.shadow(oval(x, y + 12, r, r * 0.5), 14, 10, 8, 0.6))
        s.add(place(path(oval(0, 12, r, r), "#6b6a24"), x, y, squash=0.5))
        s.add(place(piece(s, r, turn), x, y, squash=0.5))
    s.add(backdrops.soft_light(s, 0.5))
    return s


def wall(s: Scene) -> str:
    """The plank wall of the kitchen."""
    rng = s.chance("wall")
    parts = [path(box(0, 0, 1600, 680), s.linear("#3f4a44", "#24312f", angle=10))]
    for i in range(13):
        x = i * 128 + rng.uniform(-6, 6)
        tone = "#fff1cf" if i % 2 else c.SOOT
        parts.append(path(box(x, 0, 124, 680), tone, opacity=0.05))
        parts.append(path(box(x, 0, 4, 680), "#131b1a", opacity=0.8))
        for _ in range(7):
            v = x + rng.uniform(10, 118)
            run = [(v, -10.0), (v + rng.uniform(-8, 8), 330.0), (v + rng.uniform(-5, 5), 690.0)]
            parts.append(path(taper(run, (1, 3, 1)), "#131b1a", opacity=0.4))
    return group(*parts)


def window(s: Scene) -> str:
    """A small window on the left: dusk over the flood, with bamboo bars."""
    view = place(nature.landscape(s, 560, c.DUSK, (720, 420, 100)), 20, -60, scale=0.62)
    opening = box(160, 70, 520, 430)
    parts = [path(box(134, 44, 572, 482, 6), "#5d3c22"), s.clipped(opening, view)]
    bar = s.linear(c.BARK, c.SOOT, angle=0)
    parts += [path(box(x, 70, 16, 430), bar) for x in (290, 420, 550)]
    sill = s.linear("#9b6a3c", "#4a2d18")
    parts.append(path(box(116, 500, 608, 34, 5), sill))
    glow = s.radial((0, "#ff9a4f", 0.4), (1, "#ff9a4f", 0))
    parts.append(path(oval(420, 300, 620, 480), glow, style="mix-blend-mode:screen"))
    return group(*parts)


def halo(s: Scene) -> str:
    """The warmth round the jar."""
    glow = s.radial((0, "#ffb650", 0.55), (0.5, "#e5842c", 0.22), (1, "#e5842c", 0))
    return path(oval(0, 0, 620, 480), glow, style="mix-blend-mode:screen")


def jar(s: Scene) -> str:
    """The big glass jar with its red cloth lid, slices heaped at its bottom."""
    half: list[Point] = [
        (196, 0),
        (222, 6),
        (242, 30),
        (250, 80),
        (250, 130),
        (250, 380),
        (232, 470),
        (176, 530),
        (168, 590),
    ]
    rng, slices = s.chance("slices"), []
    spots = sorted((rng.random(), rng.uniform(-1, 1)) for _ in range(52))
    for y, x in spots:
        flat, size = rng.uniform(0.4, 0.95), rng.uniform(50, 60)
        at = (x * 195, -300 + y * 270 + abs(x) * 20)
        turn = rng.uniform(-50, 50)
        edge = place(path(oval(0, 9, size, size), "#7d5a1c"), *at, turn, squash=flat)
        slices.append(edge + place(piece(s, size, rng.uniform(0, 90)), *at, turn, squash=flat))
    steep = path(
        box(-260, -620, 520, 640), "#f2952a", opacity=0.62, style="mix-blend-mode:multiply"
    )
    lid = place(vessels.cloth_lid(s, 400, "#b8345f"), 0, -590)
    return (
        vessels.cast(s, 500, 0.5, 0.7)
        + crafts.glass(s, half, SPIRIT, 480, group(*slices, steep))
        + lid
    )


def piece(s: Scene, r: float, turn: float) -> str:
    """A slice of seeded banana, radius `r`: angular skin, cream flesh, black seeds."""
    rim = smooth([fan(0, 0, r * (1.0 if k % 2 else 0.94), k * 36) for k in range(10)], closed=True)
    flesh = path(oval(0, 0, r * 0.88, r * 0.88), s.radial("#f7e3ae", "#f1d694", "#d9ae5e", r=0.6))
    rooms = "".join(
        taper([(0, 0), fan(0, 0, r * 0.76, a)], (r * 0.07, r * 0.02)) for a in (0, 120, 240)
    )
    seeds, lights = [], []
    for k in range(15):
        a, ring = k * 24 + 12, (0.52, 0.66, 0.36)[k % 3]
        x, y = fan(0, 0, r * ring, a)
        seeds.append(oval(x, y, r * 0.095, r * 0.085))
        lights.append(oval(x - r * 0.03, y - r * 0.03, r * 0.03, r * 0.025))
    body = path(rim, "#8f8a2e") + flesh + path(rooms, "#c79a4a", opacity=0.7)
    return place(
        body + path("".join(seeds), "#2a1c16") + path("".join(lights), "#a58b70"), 0, 0, turn
    )


def hand(s: Scene) -> str:
    """A hand of short, angular seeded bananas lying on the table, its crown at the upper left."""
    parts = [s.shadow(oval(60, 210, 270, 80), 26, 20, 16, 0.6)]
    fingers = (
        (-6, 330, "#8c9a36"),
        (14, 345, "#a3a63a"),
        (35, 345, "#b9ad3e"),
        (58, 335, "#a8a63a"),
        (82, 315, "#8f9a36"),
        (106, 280, "#7b8c34"),
    )
    for turn, size, tone in fingers:
        parts.append(place(finger(s, size, tone), -110, -10, turn))
    crown = smooth([(-40, -40), (20, -60), (40, 0), (20, 50), (-30, 60), (-56, 10)], closed=True)
    parts.append(place(s.formed(crown, "#5c5a24", shade=0.5), -124, -16, 20))
    parts.append(place(s.formed(box(-86, -28, 96, 52, 16), "#4b4420", shade=0.5), -150, -30, 28))
    return group(*parts)


def finger(s: Scene, n: float, tone: str) -> str:
    """One fat five-cornered banana along +x, ridges catching the light, a dark tip."""
    w = n * 0.19
    d = smooth(
        [
            (0, -w * 0.35),
            (n * 0.18, -w * 0.66),
            (n * 0.5, -w * 1.1),
            (n * 0.84, -w * 0.8),
            (n, -w * 0.2),
            (n * 0.98, w * 0.16),
            (n * 0.8, w * 0.72),
            (n * 0.48, w * 0.8),
            (n * 0.16, w * 0.56),
            (0, w * 0.35),
        ],
        closed=True,
        tension=0.8,
    )
    skin = s.linear(c.lighter(tone, 0.35), tone, c.darker(tone, 0.45), angle=90)
    flat = path(
        smooth(
            [
                (n * 0.06, w * 0.1),
                (n * 0.5, w * 0.1),
                (n * 0.96, 0),
                (n * 0.8, w * 0.8),
                (n * 0.3, w * 0.8),
            ],
            closed=True,
        ),
        c.darker(tone, 0.3),
        opacity=0.45,
    )
    ridge = stroke(
        [(n * 0.06, -w * 0.1), (n * 0.5, -w * 0.34), (n * 0.95, -w * 0.06)],
        c.lighter(tone, 0.6),
        4,
        opacity=0.7,
    )
    rng = s.chance(f"spots {n}")
    spots = "".join(
        oval(rng.uniform(n * 0.1, n * 0.9), rng.uniform(-w, w), rng.uniform(2, 6), 2)
        for _ in range(22)
    )
    nub = path(box(n * 0.96, -w * 0.26, n * 0.07, w * 0.4, 6), c.UMBER)
    edge = path(d, stroke=c.darker(tone, 0.6), stroke_width=2.5, opacity=0.6)
    marks = flat + ridge + path(spots, c.UMBER, opacity=0.5)
    return nub + s.formed(d, skin, marks, shade=0.35, light=0.2) + edge


def cup(s: Scene, scale: float) -> str:
    """A small glazed cup of spirit on its foot (0, 0)."""
    d = "M-78 -104C-76 -50 -58 -6 -36 0L36 0C58 -6 76 -50 78 -104Z"
    glaze = s.linear("#fffaf0", "#efe2c8", "#a9947a", angle=10)
    band = stroke([(-74, -72), (0, -48), (74, -72)], c.TEAL, 6)
    spirit = s.radial("#ffd070", "#dd8a1e", "#8f430a", cx=0.4, cy=0.4, r=0.7)
    top = path(oval(0, -104, 79, 24), "#e0d0b2") + path(oval(0, -100, 69, 18), spirit)
    top += path(oval(-24, -104, 24, 5), "#fff0c0", opacity=0.7)
    top += path(oval(0, -104, 79, 24), stroke="#fffaf0", stroke_width=4.5)
    whole = vessels.cast(s, 130, 0.5, 0.6) + s.formed(d, glaze, band, shade=0.45) + top
    return place(whole, 0, 0, scale=scale)
