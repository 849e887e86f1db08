"""Bonsai mai chiếu thủy: an old tree in a glazed tray, white flowers hanging, on a veranda."""

from __future__ import annotations

import math

from kit import backdrops, nature, vessels
from kit import palette as c
from kit.picture import Scene
from kit.shapes import Point, blob, box, group, leaf, oval, path, place, poly, smooth, stroke, taper

HOUR = c.Light(
    sky=("#a8cfc4", "#cfe3cd", "#f3efd2", "#fbe2b0"),
    sun="#fffbe8",
    glow="#fff0bf",
    haze="#e9e6c8",
    water=("#f6e6bd", "#cfdcc0", "#9cc3b2", "#6fa69a", "#4d8a80"),
    trees=("#b5c29a", "#86a883", "#4f8468"),
)
"""An early pale hour, so that the dark tree stands out."""
PADS = (
    (470, 470, 190, 74),
    (1140, 500, 200, 72),
    (640, 330, 200, 84),
    (1000, 340, 190, 78),
    (330, 610, 120, 50),
    (1270, 640, 130, 50),
    (815, 220, 200, 92),
)
"""Each cloud of leaves as x, y, half width, half height."""
BOUGHS: tuple[tuple[list[Point], float], ...] = (
    ([(760, 640), (620, 590), (520, 520), (440, 500)], 54),
    ([(590, 566), (540, 570), (440, 620), (330, 640)], 24),
    ([(860, 600), (980, 590), (1080, 540), (1160, 530)], 50),
    ([(1070, 545), (1120, 570), (1200, 630), (1280, 668)], 24),
    ([(800, 520), (700, 440), (650, 370)], 46),
    ([(850, 480), (940, 420), (1000, 380)], 44),
    ([(830, 440), (800, 340), (815, 250)], 42),
)


def draw() -> Scene:
    """Tiles and a rail, the pale flood beyond; stand, tray, moss, trunk, leaves, flowers."""
    s = Scene("Bonsai mai chiếu thủy cổ thụ nở hoa trắng trong chậu men bên hiên nhà", seed=111)
    s.add(s.blurred(5, place(nature.landscape(s, 480, HOUR, (300, 190, 70)), -48, -30, scale=1.06)))
    s.add(veranda(s))
    s.add(place(stand(s), 800, 1090))
    s.add(tree(s))
    s.add(place(pot(s), 800, 1000))
    s.add(fallen(s))
    s.add(backdrops.rays(s, 60, -80, 0.22))
    s.add(backdrops.soft_light(s, 0.42))
    return s


def veranda(s: Scene) -> str:
    """A tiled floor, a turned rail and two posts with an eave of tiles."""
    parts = []
    parts.append(path(box(0, 880, 1600, 320), s.linear("#d99a72", "#b9663f", "#7d3d25")))
    for k in range(-9, 10):
        x = 800.0 + k * 190
        far = 800 + (x - 800) * 0.56
        parts.append(path(taper([(far, 880.0), (x, 1200.0)], (2, 6)), "#6b321e", opacity=0.55))
    for y, w in ((920, 2), (972, 3), (1042, 4), (1136, 5)):
        parts.append(path(box(0, y, 1600, w), "#6b321e", opacity=0.55))
    tiles = s.chance("tiles")
    for _ in range(16):
        x, y = tiles.uniform(0, 1500), tiles.choice((972, 1042))
        parts.append(path(box(x, y, 150, 70), "#fff1cf", opacity=tiles.uniform(0.03, 0.1)))
    wood = s.linear("#a8744a", "#6b4426", c.UMBER, angle=0)
    for foot in range(60, 1600, 74):
        baluster = vessels.turned([(9, 0), (16, 40), (9, 80), (18, 130), (9, 190), (12, 230)])
        parts.append(place(path(baluster, wood), foot, 890))
    for y, h in ((640, 30), (868, 24)):
        parts.append(path(box(-10, y, 1620, h), s.linear("#c79160", "#7d5330", "#4a2d18")))
    for left in (60, 1470):
        parts.append(path(box(left, -10, 74, 930), wood))
        parts.append(
            path(box(left - 14, 880, 102, 46, 8), s.linear("#d8cdb4", "#8f8468", angle=20))
        )
    return group(*parts) + eave(s)


def eave(s: Scene) -> str:
    """The edge of a tiled roof along the top."""
    parts = [path(box(0, -10, 1600, 66), s.linear("#4a2d18", "#2f1c10"))]
    for k in range(27):
        tile = poly(
            [
                (k * 62 - 8, 40),
                (k * 62 + 50, 40),
                (k * 62 + 50, 66),
                (k * 62 + 21, 92),
                (k * 62 - 8, 66),
            ]
        )
        parts.append(path(tile, s.linear("#c4683f", "#7d3821", angle=60)))
    return group(*parts)


def stand(s: Scene) -> str:
    """A low carved wooden stand, its foot at (0, 0)."""
    wood = s.linear("#8a5430", "#54301a", "#2f190d")
    legs = "".join(
        s.formed(
            smooth(
                [
                    (x - 34, -90),
                    (x + 34, -90),
                    (x + 22, -40),
                    (x + 30 * k, 0),
                    (x - 14 + 22 * k, 0),
                    (x - 24, -44),
                ],
                closed=True,
                tension=0.6,
            ),
            wood,
        )
        for x, k in ((-390, -1), (390, 1))
    )
    apron = s.formed(
        "M-420 -96H420V-66C300 -66 260 -30 130 -46C60 -54 40 -40 0 -30C-40 -40 -60 -54 -130 -46"
        "C-260 -30 -300 -66 -420 -66Z",
        wood,
    )
    top = s.formed(box(-460, -122, 920, 34, 10), s.linear("#b3754a", "#6b3d20"))
    cast = s.shadow(oval(30, 4, 480, 40), 60, 8, 20, 0.5)
    return cast + legs + apron + top


def pot(s: Scene) -> str:
    """The glazed tray on its foot (0, 0): 840 wide, teal with a pale rim and a lotus frieze."""
    d = "M-410 -140C-406 -60 -380 -24 -350 -14H350C380 -24 406 -60 410 -140Z"
    glaze = s.linear("#4fa79c", "#23766f", "#0e4f4a", "#0a3a38", angle=15)
    petal = path(leaf(46, 20), "#cfe3cd", opacity=0.85)
    frieze = "".join(
        place(group(*(place(petal, 0, 0, a) for a in (-150, -120, -90, -60, -30))), x, -44, 0, 0.9)
        for x in range(-300, 301, 120)
    )
    lines = path(box(-400, -104, 800, 4) + box(-380, -34, 760, 4), "#cfe3cd", opacity=0.7)
    glint = s.blurred(
        6, path(taper([(-380, -120), (-366, -70), (-330, -36)], (4, 22, 4)), "#ffffff", opacity=0.6)
    )
    feet = "".join(s.formed(box(x, -18, 96, 30, 10), "#0e4f4a") for x in (-330, 234))
    rim = s.formed(
        box(-432, -172, 864, 40, 14), s.linear("#bfe0d0", "#3d9489", "#165c56"), shade=0.3
    )
    rng = s.chance("moss")
    moss = []
    for k in range(90):
        x = -400 + 800 * k / 89
        high = 16 + 22 * math.exp(-((x / 300) ** 2)) * rng.uniform(0.5, 1)
        tone = c.mix(c.MOSS, rng.choice((c.PINE, c.HONEY, c.LEAF)), rng.uniform(0.1, 0.5))
        moss.append(path(blob(rng, x, -166 - high * 0.3, 26, high * 0.6), tone))
    return (
        feet + s.formed(d, glaze, frieze, lines, glint, shade=0.3, light=0.2) + group(*moss) + rim
    )


def tree(s: Scene) -> str:
    """Roots, the twisted trunk with its hollows, boughs, then the clouds of leaf and flower."""
    way: list[Point] = [
        (790, 900),
        (776, 838),
        (738, 750),
        (776, 650),
        (858, 560),
        (802, 470),
        (830, 380),
    ]
    widths = (300, 226, 166, 136, 106, 80, 50)
    bark = s.linear("#c9b294", "#94785a", "#5f4630", "#3a281b", angle=10)
    roots = "".join(
        path(
            taper([(790 + dx * 0.3, 806), (790 + dx * 0.75, 832), (790 + dx, 860)], (84, 50, 12)),
            bark,
        )
        for dx in (-250, -150, 130, 240, 40)
    )
    boughs = "".join(
        path(taper(line, (w * 0.3, w, w * 0.56, w * 0.25)), bark) for line, w in BOUGHS
    )
    trunk = taper(way, widths)
    rng, grooves = s.chance("bark"), []
    for k in range(30):
        shift = (k / 29 - 0.5) * 0.86
        run = [
            (x + w * shift + rng.uniform(-7, 7), y) for (x, y), w in zip(way, widths, strict=True)
        ]
        tone, thick = (c.SOOT, 5.0) if k % 3 else ("#e6d2b0", 3.4)
        grooves.append(
            path(taper(run, (thick, thick * 1.3, thick, 1)), tone, opacity=rng.uniform(0.25, 0.6))
        )
    for x, y, rx, ry in ((752, 726, 22, 40), (846, 590, 15, 24)):
        grooves.append(path(oval(x, y, rx * 1.4, ry * 1.25), "#b89b78"))
        grooves.append(path(oval(x + 2, y + 2, rx, ry), c.SOOT))
    stem = s.shadow(trunk, 14, 10, 10, 0.35) + s.formed(
        trunk, bark, *grooves, shade=0.5, light=0.25
    )
    crown = "".join(pad(s, *spot) for spot in PADS)
    return roots + boughs + stem + crown


def pad(s: Scene, x: float, y: float, rx: float, ry: float) -> str:
    """A cloud of small leaves, lit above, with white flowers hanging on threads from it."""
    rng, parts = s.chance(f"pad {x}"), []
    blade = leaf(30, 12)
    under = path(blob(rng, x, y + ry * 0.1, rx * 0.9, ry * 0.75, 0.12), "#1f4a38")
    spots = []
    for _ in range(int(rx * 1.7)):
        a, r = rng.uniform(0, math.tau), math.sqrt(rng.random())
        spots.append((math.sin(a) * r, math.cos(a) * r))
    for v, u in sorted(spots, reverse=True):
        lit = max(0.0, min(1.0, 0.5 - v * 0.55 - u * 0.25 + rng.uniform(-0.15, 0.15)))
        tone = c.mix("#1f5a40", "#a9c25e", lit)
        at = (x + u * rx, y + v * ry + abs(u) ** 3 * ry * 0.3)
        parts.append(place(path(blade, tone), *at, rng.uniform(-180, 180), rng.uniform(0.8, 1.25)))
    flowers = []
    for k in range(int(rx / 11)):
        u = -0.92 + 1.84 * (k + rng.random() * 0.6) / (rx / 11)
        top = y + ry * rng.uniform(-0.3, 0.75) * math.sqrt(max(0.0, 1 - u * u))
        drop = rng.uniform(26, 62)
        fx, fy = x + u * rx, top + drop
        flowers.append(
            stroke([(fx - 5, top), (fx + 3, top + drop * 0.5), (fx, fy)], "#86a05a", 2.2)
        )
        flowers.append(place(flower(s), fx, fy, rng.uniform(-25, 25), rng.uniform(0.8, 1.15)))
    return under + group(*parts) + group(*flowers)


def flower(s: Scene) -> str:
    """A five-petalled flower of mai chiếu thủy hanging face down and a little forward."""
    petal = path(
        leaf(21, 13),
        s.linear("#f1ecd0", "#fffdf6", "#ffffff", angle=0),
        stroke="#b9bf9a",
        stroke_width=0.8,
    )
    petals = "".join(place(petal, 0, 0, a) for a in (18, 90, 162, 234, 306))
    return place(petals, 0, 6, squash=0.82) + path(oval(0, 6, 4, 4), c.HONEY)


def fallen(s: Scene) -> str:
    """Flowers fallen on the tiles, the stand and the moss."""
    rng, parts = s.chance("fallen"), []
    for _ in range(26):
        x, y = rng.uniform(180, 1420), rng.uniform(1100, 1180)
        parts.append(s.shadow(oval(x, y + 8, 16, 6), 4, 4, 3, 0.4))
        parts.append(place(flower(s), x, y, rng.uniform(0, 72), 1.15, 0.6))
    return group(*parts)
