"""Tinh dầu tràm: an amber dropper bottle among tràm leaves and blossom, the copper still behind."""

from __future__ import annotations

from kit import backdrops, crafts, nature, plants, vessels
from kit import palette as c
from kit.picture import Scene
from kit.shapes import Point, box, group, leaf, oval, path, place, smooth, stroke, taper

AMBER = ("#3d1606", "#7d350c", "#d97f22", "#a9540f", "#6b2c0a", "#2f1005")
PALE = ("#b9a24a", "#d8c565", "#f6eaa0", "#e2d070", "#c0a94e", "#9a8438")
COPPER = ("#8a4424", "#f2b184", "#c8703c", "#8f4526", "#54230f")


def draw() -> Scene:
    """A cool green morning under tràm; still behind, two bottles in front, boughs round them."""
    s = Scene("Lọ tinh dầu tràm màu hổ phách bên cành tràm và nồi chưng cất bằng đồng", seed=99)
    far = nature.landscape(s, 380, c.DAY, (380, 150, 64))
    for x, y, tall in ((90, 520, 520), (1330, 500, 480), (1540, 560, 620), (620, 470, 330)):
        far += place(plants.tram_tree(s, tall), x, y)
    s.add(s.blurred(6, place(far, -48, -30, scale=1.06)))
    s.add(path(box(0, 0, 1600, 660), "#dcebcf", opacity=0.16))
    s.add(backdrops.table(s, 650, "#a08058"))
    s.add(s.blurred(2, place(still(s), 400, 800)))
    s.add(place(crafts.tram_bough(s, 520, 3, 2), 1640, 880, 198))
    s.add(s.blurred(14, path(oval(860, 1030, 420, 50), c.SHADOW, opacity=0.3)))
    s.add(place(flask(s), 1130, 960))
    s.add(place(bottle(s), 800, 1020))
    s.add(place(crafts.tram_bough(s, 560, 4, 6), 120, 1130, -8))
    s.add(place(crafts.tram_bough(s, 420, 3, 8), 1540, 1140, 186))
    s.add(backdrops.rays(s, 160, -80, 0.3))
    s.add(backdrops.soft_light(s, 0.45))
    return s


def bottle(s: Scene) -> str:
    """The dropper bottle on its foot (0, 0), 300 wide and 700 high."""
    half: list[Point] = [
        (140, 0),
        (152, 18),
        (152, 120),
        (152, 320),
        (140, 376),
        (80, 420),
        (72, 470),
    ]
    body = crafts.glass(s, half, AMBER, 330, tint="#c77a35")
    smoked = path(vessels.turned(half), s.linear(*AMBER, angle=0), opacity=0.72)
    cap = s.formed(box(-86, -540, 172, 82, 12), s.linear("#565149", "#2d2926", "#171412", angle=0))
    ribs = "".join(box(x, -534, 4, 70, 2) for x in range(-76, 80, 13))
    bulb = s.formed(
        smooth(
            [(-44, -536), (-46, -620), (-30, -694), (0, -712), (30, -694), (46, -620), (44, -536)],
            closed=True,
            tension=0.8,
        ),
        s.linear("#6d665c", "#37322d", "#191614", angle=0),
        shade=0.3,
    )
    gloss = s.blurred(
        3, path(taper([(-24, -560), (-26, -630), (-14, -680)], (5, 13, 4)), "#fff4dc", opacity=0.7)
    )
    pipette = path(box(-10, -470, 20, 330, 9), "#ffe9bd", opacity=0.28)
    return (
        vessels.cast(s, 300, 0.6)
        + body
        + smoked
        + pipette
        + place(label(s), 0, -196)
        + bulb
        + gloss
        + cap
        + path(ribs, "#0f0d0c", opacity=0.6)
    )


def label(s: Scene) -> str:
    """A paper band round the bottle with a drawn sprig of tràm; nothing written on it."""
    band = "M-152 -96Q0 -70 152 -96L152 96Q0 124 -152 96Z"
    paper = s.linear("#b9a988", "#f8efd9", "#f3e6c8", "#cbb78f", "#84704f", angle=0)
    lines = "".join(
        stroke([(-150, y), (0, y + 25), (150, y)], c.PINE, w)
        for y, w in ((-80, 5), (-70, 2), (80, 5), (70, 2))
    )
    sprig = stroke([(0, 78), (2, 10), (0, -54)], c.PINE, 4)
    for k in range(5):
        for side in (-1, 1):
            blade = path(leaf(62 - 5 * k, 15, 4), c.PINE if side > 0 else c.LEAF)
            sprig += place(blade, 0, 60 - 26 * k, -90 + side * (52 - 3 * k))
    flower = place(crafts.bottlebrush(s, 60, 12), 0, -36, -90)
    return (
        s.formed(band, paper, lines, shade=0.2, light=0.1)
        + sprig
        + path(oval(0, -64, 24, 32), c.MIST, opacity=0.5)
        + flower
    )


def flask(s: Scene) -> str:
    """A small clear stoppered flask of pale oil."""
    half: list[Point] = [(88, 0), (104, 16), (106, 90), (92, 150), (48, 196), (38, 216), (38, 268)]
    stopper = path(box(-36, -306, 72, 60, 8), s.linear(c.SAND, c.RATTAN, c.BARK, angle=0))
    specks = "".join(oval(x, y, 3, 2) for x, y in ((-20, -290), (4, -276), (18, -294), (-6, -262)))
    body = crafts.glass(s, half, PALE, 128)
    return vessels.cast(s, 210, 0.55) + stopper + path(specks, c.BARK) + body


def still(s: Scene) -> str:
    """A copper still on its brick hearth, (0, 0) the hearth's foot; its pipe runs to the right."""
    copper = s.linear(*COPPER, angle=0)
    hearth = s.formed(box(-250, -150, 500, 160, 10), "#8a5a44", bricks(), shade=0.5)
    fire = path("M-80 0V-64Q0 -120 80 -64V0Z", c.SOOT)
    glow = s.radial((0, "#ffd05a", 1), (0.4, "#f5822a", 0.9), (1, "#c33a12", 0), cy=0.85, r=0.8)
    flames = path(
        "M-60 0C-70 -40 -36 -44 -36 -84C-12 -60 -8 -48 4 -92"
        "C24 -60 30 -50 40 -76C54 -46 66 -30 58 0Z",
        glow,
    )
    belly = vessels.turned([(150, 0), (206, 50), (222, 130), (196, 210), (150, 250)])
    dome = vessels.turned([(122, 240), (128, 270), (142, 320), (100, 372), (44, 400), (30, 440)])
    neck: list[Point] = [(0, -560), (14, -640), (120, -668), (430, -560), (760, -400)]
    pipe = path(taper(neck, (66, 52, 40, 34, 28)), s.linear(*COPPER))
    pipe += path(taper([(x - 4, y - 10) for x, y in neck], (6, 7, 6, 5, 4)), "#ffe0bf", opacity=0.7)
    tub = place(barrel(s), 790, 0)
    bands = "".join(
        stroke([(-w, y), (0, y + w * 0.13), (w, y)], "#6b3018", 6, opacity=0.7)
        for w, y in ((206, -50), (198, -208))
    )
    rivets = "".join(
        oval(-180 + 30 * k, -192 + 22 * (1 - ((k - 6) / 6) ** 2), 5, 5) for k in range(13)
    )
    glint = s.blurred(
        8,
        path(taper([(-120, -210), (-164, -130), (-140, -40)], (6, 36, 8)), "#fff0d8", opacity=0.8),
    )
    pot = s.formed(belly, copper, bands, path(rivets, "#ffd0a0"), glint, shade=0.45, light=0.25)
    shine = s.blurred(
        5, path(taper([(-76, -370), (-104, -320), (-92, -276)], (4, 20, 4)), "#fff0d8", opacity=0.8)
    )
    lid = s.formed(dome, copper, shine, shade=0.45, light=0.25)
    collar = s.formed(box(-154, -262, 308, 28, 10), copper, shade=0.4)
    whole = vessels.cast(s, 480, 0.5) + tub + hearth + fire + flames + pipe
    return whole + place(pot + lid + collar, 0, -140)


def bricks() -> str:
    """Courses of brick on the hearth."""
    marks = []
    for row in range(4):
        for k in range(-5, 6):
            x, y = k * 62 + (row % 2) * 31 - 31, -148 + row * 40
            tone = ("#a9664a", "#96553d", "#b37555")[(k + row) % 3]
            marks.append(path(box(x, y, 57, 35, 4), tone))
    return group(*marks)


def barrel(s: Scene) -> str:
    """The cooling tub of staves, 300 wide and 420 high, its foot at (0, 0)."""
    d = vessels.turned([(120, 0), (146, 120), (150, 240), (140, 380), (138, 400)])
    staves = "".join(
        path(taper([(x * 0.84, 0), (x, -200), (x * 0.94, -400)], (3, 4, 3)), c.SOOT, opacity=0.6)
        for x in range(-140, 150, 35)
    )
    hoops = "".join(
        stroke([(-w, y), (0, y + 26), (w, y)], "#4a4742", 16)
        + stroke([(-w, y - 3), (0, y + 23), (w, y - 3)], "#8d8a80", 4)
        for w, y in ((146, -330), (146, -90))
    )
    wood = s.linear("#c79a62", "#9a6a3c", "#5d3c22", angle=10)
    top = path(oval(0, -400, 138, 30), "#5ea79b") + path(
        oval(-30, -404, 60, 8), "#dff0e2", opacity=0.7
    )
    top += path(oval(0, -400, 138, 30), stroke="#d8b27c", stroke_width=9)
    return vessels.cast(s, 280, 0.5) + s.formed(d, wood, staves, hoops, shade=0.5) + top
