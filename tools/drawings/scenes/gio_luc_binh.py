"""Giỏ lục bình: a basket plaited of water-hyacinth stalks on a landing stage at dusk."""

from __future__ import annotations

import math

from kit import backdrops, nature, plants, things
from kit import palette as c
from kit.picture import Scene
from kit.shapes import Point, fan, group, leaf, oval, path, place, smooth, stroke, taper

STALKS = ("#d9b276", "#c79a5c", "#e3c48c", "#b98a4e", "#cfae6e", "#bfa468")
VIOLET, PALE = "#7f5fb8", "#d3c0ee"
ROWS = 9


def draw() -> Scene:
    """Dusk over a carpet of lục bình; the basket full of flowers on the boards, stalks beside."""
    s = Scene("Giỏ đan bằng lục bình với hoa lục bình tím bên bến nước", seed=55)
    s.add(nature.landscape(s, 300, c.DUSK, (1120, 176, 80)))
    s.add(carpet(s))
    s.add(backdrops.table(s, 780, "#8a5f3a"))
    s.add(place(basket(s, 720, 430), 800, 1010))
    s.add(place(bundle(s), 380, 1060, -8))
    s.add(place(spike(s, 300), 1150, 1150, 80))
    s.add(place(things.sheen(s, 520, 380, 0.5), 640, 640))
    s.add(backdrops.soft_light(s, 0.45))
    return s


def carpet(s: Scene) -> str:
    """Clumps of lục bình afloat, larger towards the stage."""
    rng, parts = s.chance("carpet"), []
    spots = sorted((rng.uniform(380, 800), rng.uniform(-20, 1620)) for _ in range(44))
    for i, (y, x) in enumerate(spots):
        size = 50 + (y - 370) * 0.42
        parts.append(place(plants.water_hyacinth(s, size, i % 3 == 0), x, y))
    return group(*parts)


def half_width(t: float, width: float) -> float:
    """The basket's half width at the height `t` (0 foot – 1 rim)."""
    return width * (0.36 + 0.16 * math.sin(t * 2.0) - 0.02 * t)


def plait(s: Scene, y: float, w: float, high: float, tilt: float, row: int) -> str:
    """One braided round of the basket's front: two leaning files of stalks, like an ear of rice."""
    rng, parts = s.chance(f"plait {row}"), []
    for file in (0, 1):
        for k in range(-10, 11):
            a = k * 9.0 + (row % 2) * 4.5
            span = 15.0
            y0, y1 = (0.06, -0.46) if file else (0.02, 0.5)
            ends: list[Point] = []
            for angle, dy in ((a - span * 0.55, y0), (a, (y0 + y1) / 2), (a + span * 0.45, y1)):
                turn = math.radians(max(min(angle, 89), -89))
                ends.append((w * math.sin(turn), y + w * tilt * math.cos(turn) + dy * high))
            thick = high * 0.5 * (0.55 + 0.45 * math.cos(math.radians(max(min(a, 88), -88))))
            parts.append(stalk(ends, thick, rng.choice(STALKS)))
    return group(*parts)


def stalk(ends: list[Point], thick: float, tone: str) -> str:
    """A flattened dry stalk with a dark edge, a lit ridge and a fibre."""
    up = [(x - thick * 0.06, y - thick * 0.2) for x, y in ends]
    down = [(x, y + thick * 0.16) for x, y in ends]
    body = path(taper(ends, (thick * 0.5, thick * 1.06, thick * 0.6)), c.darker(tone, 0.62))
    body += path(taper(ends, (thick * 0.3, thick * 0.86, thick * 0.4)), tone)
    body += path(taper(down, (1, thick * 0.2, 1)), c.darker(tone, 0.38), opacity=0.6)
    return body + path(taper(up, (1, thick * 0.24, 1)), c.lighter(tone, 0.55), opacity=0.9)


def basket(s: Scene, width: float, height: float) -> str:
    """The basket on its foot (0, 0): far rim, flowers, front, near rim, handles."""
    tilt, rim = 0.2, half_width(1, width)
    step = height / ROWS
    left = [(-half_width(t / 10, width) - 4, -height * t / 10) for t in range(11)]
    right = [(-x, y) for x, y in reversed(left)]
    foot = half_width(0, width)
    low = [(-foot * 0.7, foot * tilt * 0.72), (0.0, foot * tilt), (foot * 0.7, foot * tilt * 0.72)]
    mouth = [(rim * 0.7, -height + rim * tilt * 0.7), (0.0, -height + rim * tilt)]
    outline = smooth(
        [*right, *reversed(low), *left, (-mouth[0][0], mouth[0][1]), *reversed(mouth)],
        closed=True,
        tension=0.7,
    )
    rounds = [
        plait(s, -height + step * (i + 0.5), half_width(1 - (i + 0.5) / ROWS, width), step, tilt, i)
        for i in range(ROWS - 1, -1, -1)
    ]
    cast = s.shadow(oval(0, 40, foot * 1.04, foot * 0.24), 60, 20, 22, 0.55)
    inner = path(oval(0, -height, rim, rim * tilt), s.linear("#2c180e", "#6b4526"))
    weave = path(outline, "#4a2c16") + group(*rounds)
    light = s.linear((0, "#ffe7b0", 0.34), (0.4, "#ffe7b0", 0), angle=20)
    dark = s.linear((0.45, c.SHADOW, 0), (1, c.SHADOW, 0.62), angle=20)
    form = path(outline, light) + path(outline, dark, style="mix-blend-mode:multiply")
    return (
        cast
        + place(handle(s, rim, 0.9), 0, -height - rim * tilt * 0.6)
        + inner
        + place(edge_rope(s, rim, tilt, 180, 360), 0, -height)
        + place(bouquet(s), 0, -height + 20)
        + weave
        + form
        + place(edge_rope(s, rim, tilt, 0, 180), 0, -height)
        + place(handle(s, rim, 1.0), 0, -height + rim * tilt * 0.75)
    )


def edge_rope(s: Scene, rim: float, tilt: float, start: int, end: int) -> str:
    """A thick twisted rope of stalks along the rim between two angles."""
    rng, parts = s.chance(f"rope {start}"), []
    for a in range(start, end + 1, 5):
        x, y = fan(0, 0, rim + 6, a)
        before, after = fan(0, 0, rim + 6, a - 4), fan(0, 0, rim + 6, a + 4)
        ends = [(before[0], before[1] * tilt + 14), (x, y * tilt), (after[0], after[1] * tilt - 14)]
        parts.append(stalk(ends, 27, rng.choice(STALKS)))
    return group(*parts)


def handle(s: Scene, rim: float, scale: float) -> str:
    """An arched plaited handle standing on the rim."""
    rng, parts = s.chance(f"handle {scale}"), []
    w, h = rim * 0.46 * scale, rim * 0.6 * scale
    for k in range(34):
        a = 180 + k * 180 / 33
        x, y = math.cos(math.radians(a)) * w, math.sin(math.radians(a)) * h
        lean = 15 if k % 2 else -15
        tx, ty = -math.sin(math.radians(a)), math.cos(math.radians(a))
        ends = [
            (x - tx * 15 - ty * lean * 0.5, y - ty * 15 + tx * lean * 0.5),
            (x, y),
            (x + tx * 15 + ty * lean * 0.7, y + ty * 15 - tx * lean * 0.7),
        ]
        parts.append(stalk(ends, 22, rng.choice(STALKS)))
    return group(*parts)


def bouquet(s: Scene) -> str:
    """Flower spikes and glossy leaves standing in the basket's mouth."""
    parts = []
    blade = smooth([(0, 0), (30, -46), (110, -52), (150, 0), (110, 50), (30, 46)], closed=True)
    for x, turn, k in (
        (-230, -142, 1.0),
        (230, -38, 1.0),
        (-120, -116, 0.9),
        (130, -62, 0.9),
        (0, -92, 1),
    ):
        leafy = s.formed(blade, s.linear(c.lighter(c.LEAF, 0.25), c.PINE, angle=90))
        leafy += stroke([(6, 0), (140, 0)], c.MIST, 2, opacity=0.6)
        parts.append(place(leafy, x, 0, turn, k))
    for x, size, turn in (
        (-190, 250, -24),
        (190, 260, 22),
        (-84, 310, -10),
        (92, 300, 9),
        (4, 350, 0),
    ):
        parts.append(place(spike(s, size), x, 30, turn))
    return group(*parts)


def spike(s: Scene, height: float) -> str:
    """A flower spike of lục bình growing up from (0, 0)."""
    rng = s.chance(f"spike {height}")
    parts = [plants.stem([(0, 0), (4, -height * 0.5), (0, -height)], height * 0.05)]
    for k in range(15):
        t = k / 14
        x = (-1) ** k * height * 0.13 * (1.05 - t) * rng.uniform(0.7, 1.1)
        tone = c.mix(VIOLET, PALE, rng.uniform(0.1, 0.6))
        flower = floret(s, height * 0.105 * (1.15 - 0.4 * t), tone)
        parts.append(place(flower, x, -height * (0.42 + 0.58 * t), rng.uniform(-30, 30)))
    return group(*parts)


def floret(s: Scene, r: float, tone: str) -> str:
    """One six-petalled flower with the yellow eye on its upper petal."""
    petal = leaf(r, r * 0.62)
    paint = s.linear(c.darker(tone, 0.12), tone, c.mix(tone, "#ffffff", 0.45), angle=0)
    edge = c.mix(tone, "#3a2266", 0.5)
    five = "".join(
        place(path(petal, paint, stroke=edge, stroke_width=0.8), 0, 0, a)
        for a in (30, 90, 150, 210, -30)
    )
    top = place(path(petal, paint, stroke=edge, stroke_width=0.8), 0, 0, -90, 1.12)
    eye = path(oval(0, -r * 0.5, r * 0.2, r * 0.28), VIOLET) + path(
        oval(0, -r * 0.5, r * 0.1, r * 0.16), "#ffd94a"
    )
    return five + top + eye


def bundle(s: Scene) -> str:
    """A tied bundle of dried stalks lying on the boards, 620 long."""
    rng, parts = s.chance("bundle"), []
    for i in range(46):
        y = rng.uniform(-46, 40)
        x0, x1 = -310 + rng.uniform(-34, 30), 300 + rng.uniform(-60, 50)
        flare = rng.uniform(-26, 26)
        way: list[Point] = [
            (x0, y * 1.3 + flare),
            (-120, y * 0.8),
            (140, y * 0.8),
            (x1, y * 1.4 - flare),
        ]
        tone = STALKS[i % 6]
        parts.append(path(taper(way, (12, 15, 14, 8)), c.darker(tone, 0.55)))
        parts.append(path(taper([(x, v - 2) for x, v in way], (7, 10, 9, 4)), tone))
        parts.append(path(taper([(x, v - 4) for x, v in way], (1, 3, 3, 1)), c.lighter(tone, 0.5)))
    cast = s.shadow(oval(0, 44, 300, 24), 20, 14, 12, 0.55)
    bands = "".join(stroke([(x, -44), (x + 9, -4), (x, 42)], c.UMBER, 28) for x in (-126, 140))
    bands += "".join(
        stroke([(x + k, -44), (x + 9 + k, -4), (x + k, 42)], c.RATTAN, 6)
        for x in (-126, 140)
        for k in (-8, 0, 8)
    )
    return cast + group(*parts) + bands
