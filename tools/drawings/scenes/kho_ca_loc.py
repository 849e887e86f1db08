"""Khô cá lóc: split and whole snakeheads hung from a bamboo pole in the clear light of noon."""

from __future__ import annotations

from kit import backdrops, nature, palette, plants, things
from kit.fish import fish
from kit.form import outline
from kit.picture import Scene
from kit.shapes import group, path, place, stroke, taper
from kit.species import CA_LOC
from kit.split import split_fish

POLE = 206
HUNG = ((330, 700, 90, False), (566, 740, 90, True), (812, 780, 90, False), (1046, 740, 90, True))
HUNG_LAST = (1282, 706, -90, False)
"""Each fish as x, length, turn (−90 is mirrored), and whether it is split."""


def whole(s: Scene, length: float, cast: float = 0.45) -> str:
    """A dried snakehead with the dark chevrons of its sides drawn strong."""
    marks = []
    for i in range(10):
        x = (-0.19 + 0.055 * i) * length
        bend = [(x - length * 0.03, -length * 0.1), (x + length * 0.022, -length * 0.012)]
        marks.append(taper([*bend, (x - length * 0.03, length * 0.06)], (20, 15, 2)))
    dark = path("".join(marks), "#26140c", opacity=0.62)
    body = fish(s, CA_LOC, length, dried=True, cast=cast)
    return body + s.clipped(outline(CA_LOC, length), s.blurred(2, dark))


def hung(s: Scene, x: float, length: float, turn: float, split: bool) -> str:
    """One fish hanging head up on a cord from the pole."""
    nose = POLE + 62
    one = split_fish(s, CA_LOC, length) if split else whole(s, length)
    cord = stroke([(x - 9, POLE), (x - 12, nose), (x, nose + 40)], palette.UMBER, 5)
    cord += stroke([(x + 9, POLE), (x + 12, nose), (x, nose + 40)], palette.RATTAN, 5)
    at = nose + length / 2
    return place(one, x, at, turn, 1 if turn > 0 else -1) + cord


def far_row(s: Scene) -> str:
    """A second pole farther off with its catch, out of focus."""
    one = whole(s, 250, 0)
    parts = [things.bamboo(s, (-60, 420), (1660, 432), 20, palette.RATTAN)]
    parts += [place(one, 70 + 118 * i, 562 + (i % 3) * 5, 90) for i in range(13)]
    return s.blurred(4, *parts, opacity=0.8)


def draw() -> Scene:
    """Pale sky over low water, a blurred far row, the pole with five fish, lotus at the foot."""
    s = Scene("Khô cá lóc treo trên sào tre giữa trưa nắng", seed=21)
    s.add(s.blurred(2.5, nature.landscape(s, 800, palette.DAY, (300, 96, 58))))
    s.add(far_row(s))
    s.add(things.bamboo(s, (58, 1260), (132, 90), 46, palette.BAMBOO_GREEN))
    s.add(things.bamboo(s, (1546, 1260), (1480, 90), 46, palette.BAMBOO_GREEN))
    s.add(things.bamboo(s, (-60, POLE + 8), (1660, POLE - 6), 50))
    s.add(*(place(things.lashing(s, 64, 70, 6), x, POLE) for x in (124, 1486)))
    s.add(*(hung(s, *one) for one in (*HUNG, HUNG_LAST)))
    ties = [place(things.lashing(s, 32, 60, 4), one[0], POLE) for one in (*HUNG, HUNG_LAST)]
    s.add(group(*ties))
    s.add(place(things.sheen(s, 640, 420, 0.55), 620, 520))
    s.add(place(plants.lotus_leaf(s, 190), 210, 1180), place(plants.lotus_leaf(s, 150), 1380, 1190))
    s.add(plants.stem([(1480, 1240), (1470, 1170), (1478, 1100)], 9))
    s.add(place(plants.lotus_flower(s, 110), 1478, 1104))
    s.add(place(plants.grasses(s, 240, 330, palette.LEAF, 30), 20, 1230))
    s.add(backdrops.soft_light(s, 0.42))
    return s
