"""Trà lá sen: a clay pot and a steaming cup on the sill over a lotus pond."""

from __future__ import annotations

from kit import backdrops, crafts, nature, plants, vessels
from kit import palette as c
from kit.picture import WIDTH, Scene
from kit.shapes import Point, box, group, leaf, oval, path, place, smooth, stroke, taper

CLAY = "#a5512f"


def draw() -> Scene:
    """Through the open window a lotus pond by day; on the sill pot, cup, leaf and rolled tea."""
    s = Scene("Ấm trà lá sen bốc khói bên cửa sổ nhìn ra đầm sen", seed=44)
    s.add(pond(s))
    s.add(frame(s))
    s.add(backdrops.table(s, 690, "#b98a55"))
    s.add(place(vessels.cast(s, 560, 0.4), 330, 1010))
    s.add(place(plants.lotus_leaf(s, 430, 0.36, "#4f9058"), 520, 960, -3))
    s.add(place(rolls(s), 372, 975))
    s.add(place(teapot(s), 790, 930))
    s.add(place(cup(s), 1190, 1010))
    s.add(place(crafts.steam(s, 330), 1190, 860))
    s.add(place(crafts.steam(s, 200, 2), 505, 570))
    s.add(backdrops.rays(s, 120, -80, 0.24))
    s.add(backdrops.soft_light(s, 0.45))
    return s


def pond(s: Scene) -> str:
    """The lotus pond outside, softly out of focus far off, clear near the sill."""
    rng = s.chance("pond")
    parts = [
        s.blurred(5, place(nature.landscape(s, 250, c.DAY, (470, 90, 54)), -48, -30, scale=1.06))
    ]
    spots = sorted((rng.uniform(310, 640), rng.uniform(40, 1560)) for _ in range(30))
    for y, x in spots:
        r = 30 + (y - 300) * 0.34
        tone = c.mix(c.LEAF, c.MIST, max(0.0, 0.5 - (y - 300) / 500))
        parts.append(place(plants.lotus_leaf(s, r, 0.3, tone), x, y))
    far = s.blurred(2.2, *parts)
    flowers = ""
    for x, y, size, turn in ((1260, 430, 200, 4), (520, 400, 120, -6), (930, 350, 96, 3)):
        flowers += plants.stem([(x, y - 6), (x + 8, y + 160), (x - 4, y + 330)], size * 0.07)
        flowers += place(plants.lotus_flower(s, size), x, y, turn)
    bud = plants.stem([(1075, 470), (1085, 560), (1080, 720)], 10)
    return far + flowers + bud + place(plants.lotus_bud(s, 120), 1075, 480, 4)


def frame(s: Scene) -> str:
    """Wooden jambs and lintel of the window with the sun on their inner edges."""
    wood = s.linear("#6b4426", c.UMBER, angle=0)
    parts = []
    for x, w, lit in ((-20, 130, 108), (WIDTH - 110, 130, WIDTH - 112)):
        parts.append(path(box(x, -10, w, 720), wood))
        parts.append(path(box(lit - 3, 0, 7, 700), c.lighter(c.RATTAN, 0.4), opacity=0.8))
    parts.append(path(box(0, -10, WIDTH, 66), s.linear("#6b4426", c.UMBER)))
    parts.append(path(box(108, 54, WIDTH - 216, 6), c.RATTAN, opacity=0.8))
    slats = "".join(box(x, 60, 9, 640) for x in (132, 1462))
    return group(*parts) + path(slats, "#7d5330")


def teapot(s: Scene) -> str:
    """A clay teapot on its foot (0, 0), spout to the left, 470 wide and 400 high."""
    body = vessels.turned([(96, 0), (170, 60), (206, 150), (176, 246), (110, 296), (84, 300)])
    clay = s.linear(c.lighter(CLAY, 0.35), CLAY, c.darker(CLAY, 0.3), c.darker(CLAY, 0.6), angle=15)
    spout = taper([(-150, -110), (-220, -150), (-252, -240), (-296, -284)], (104, 64, 44, 34))
    mouth = path(oval(-292, -286, 20, 8), c.SOOT, transform="rotate(-32 -292 -286)")
    loop: list[Point] = [(160, -236), (270, -262), (300, -160), (240, -86), (178, -84)]
    handle = stroke(loop, c.darker(CLAY, 0.55), 42) + stroke(loop, CLAY, 34)
    handle += stroke([(x - 6, y - 7) for x, y in loop], c.lighter(CLAY, 0.4), 7, opacity=0.7)
    lid = s.formed(
        smooth(
            [(-96, -296), (-70, -338), (0, -354), (70, -338), (96, -296), (0, -280)], closed=True
        ),
        clay,
        shade=0.4,
    )
    knob = s.formed(oval(0, -368, 28, 25), clay, shade=0.5)
    ring = stroke([(-98, -296), (0, -276), (98, -296)], c.darker(CLAY, 0.6), 6)
    glint = s.blurred(
        7,
        path(taper([(-110, -250), (-166, -170), (-140, -80)], (6, 34, 6)), "#ffe3bd", opacity=0.65),
    )
    bands = "".join(
        stroke([(-w, y), (0, y + w * 0.16), (w, y)], c.darker(CLAY, 0.45), 3, opacity=0.6)
        for w, y in ((166, -244), (176, -232), (150, -52))
    )
    relief = place(lotus_relief(), 20, -128)
    cast = vessels.cast(s, 360, 0.6)
    pot = s.formed(body, clay, bands, relief, glint, shade=0.4, light=0.15)
    return cast + handle + s.formed(spout, clay, shade=0.3) + mouth + pot + lid + knob + ring


def lotus_relief() -> str:
    """A lotus cut into the clay, 150 wide."""
    petal = leaf(86, 34)
    cut = "".join(
        place(
            path(petal, c.lighter(CLAY, 0.2), stroke=c.darker(CLAY, 0.55), stroke_width=3), 0, 0, a
        )
        for a in (-160, -20, -135, -45, -112, -68, -90)
    )
    return group(cut, stroke([(0, 0), (-4, 34), (10, 62)], c.darker(CLAY, 0.55), 4), opacity=0.75)


def cup(s: Scene) -> str:
    """A white cup of golden green tea on a saucer, its foot at (0, 0)."""
    dish = place(vessels.plate(s, 210, 58, "#f3ead6", c.LEAF), 0, 0)
    body = "M-130 -150C-126 -60 -80 -6 -46 -2L46 -2C80 -6 126 -60 130 -150Z"
    china = s.linear("#fffaf0", "#f2e7d0", "#b9ab93", angle=10)
    band = stroke([(-122, -116), (0, -82), (122, -116)], c.LEAF, 7)
    band += stroke([(-118, -100), (0, -66), (118, -100)], c.LEAF, 2.5)
    tea = s.radial("#f3dc7a", "#c9a63a", "#8c7a2a", cx=0.4, cy=0.4, r=0.7)
    rim = path(oval(0, -150, 131, 36), "#e6dac2") + path(oval(0, -145, 118, 29), tea)
    rim += path(oval(-44, -150, 42, 8), "#fff6cf", opacity=0.6)
    rim += path(oval(0, -150, 131, 36), stroke="#fffaf0", stroke_width=6)
    foot = s.formed(box(-58, -12, 116, 20, 8), c.darker("#f2e7d0", 0.15), shade=0.4)
    cast = s.shadow(oval(14, 6, 70, 14), 12, 2, 6)
    return dish + cast + foot + s.formed(body, china, band) + rim


def rolls(s: Scene) -> str:
    """Dry lotus leaf cut and rolled into small cigars: a heap 430 wide."""
    rng, spots = s.chance("rolls"), []
    for _ in range(74):
        x = rng.uniform(-1, 1)
        y = rng.random() * (1 - x * x)
        spots.append((y, x * 200, 60 * (1 - y) * (1 - x * x) * rng.random() - y * 150))
    parts = []
    for k, (_, x, y) in enumerate(sorted(spots, reverse=True)):
        parts.append(place(path(oval(6, 12, 46, 16), "#22301c", opacity=0.35), x, y))
        parts.append(place(roll(s, k, rng.uniform(74, 112)), x, y, rng.uniform(-58, 58)))
    cast = s.shadow(oval(0, 16, 226, 46), 20, 14, 12, 0.5)
    crumbs = "".join(
        oval(rng.uniform(-270, 270), rng.uniform(40, 84), rng.uniform(3, 8), 3) for _ in range(40)
    )
    return cast + path(crumbs, "#4a5530") + group(*parts)


def roll(s: Scene, kind: int, n: float) -> str:
    """One rolled piece of leaf, `n` long, with its spiral end to the right."""
    tone = ("#5d6b3a", "#7d8844", "#4d5a33", "#948f4c", "#6f6238")[kind % 5]
    a, r = n / 2, 14 + kind % 3 * 2
    body = smooth(
        [(-a, -r * 0.7), (0, -r * 1.06), (a, -r), (a, r), (0, r * 0.98), (-a, r * 0.74)],
        closed=True,
        tension=0.5,
    )
    skin = s.linear(c.lighter(tone, 0.4), tone, c.darker(tone, 0.6))
    lap = stroke([(-a * 0.96, -r * 0.1), (0, -r * 0.36), (a, -r * 0.2)], c.darker(tone, 0.6), 2.2)
    vein = stroke([(-a * 0.5, r * 0.6), (-a * 0.1, -r * 0.3)], c.lighter(tone, 0.5), 1.6)
    vein += stroke([(a * 0.2, r * 0.6), (a * 0.5, -r * 0.2)], c.lighter(tone, 0.5), 1.6)
    end = path(oval(a, 0, r * 0.55, r), c.darker(tone, 0.5))
    curl = [(a - r * 0.3, r * 0.5), (a - r * 0.2, -r * 0.6), (a + r * 0.34, -r * 0.1)]
    swirl = stroke([*curl, (a, r * 0.45), (a + r * 0.06, -r * 0.1)], c.lighter(tone, 0.4), 2.4)
    return path(body, skin) + lap + group(vein, opacity=0.6) + end + swirl
