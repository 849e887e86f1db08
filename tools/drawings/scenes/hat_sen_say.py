"""Hạt sen sấy: a bowl heaped with dried lotus seeds, pods and a flower by a rose-washed wall."""

from __future__ import annotations

from kit import backdrops, plants, vessels
from kit import palette as c
from kit.picture import Scene
from kit.shapes import oval, path, place, smooth, stroke

SEED = "#efd9a8"


def draw() -> Scene:
    """Window light on the wall; bowl in the middle, pods left and right, seeds spilled."""
    s = Scene("Bát hạt sen sấy bên gương sen và bông sen hồng", seed=66)
    s.add(backdrops.table_by_wall(s, 600, "#d9938a", "#6e452c"))
    s.add(place(backdrops.check_cloth(s, 1180, 620, "#7c2c46", "#f6e6d3"), 800, 960, squash=0.5))
    s.add(place(plants.lotus_leaf(s, 330, 0.5), 1240, 640, 10))
    s.add(place(plants.lotus_pod(s, 300, 0.42), 1330, 770, 24))
    s.add(place(vase(s), 330, 800))
    s.add(place(vessels.bowl(s, 780, "#f3ead6", c.TEAL, pile(s)), 815, 990))
    s.add(spilled(s))
    s.add(place(plants.lotus_pod(s, 250, 0.5, True), 1290, 1040, 118))
    s.add(backdrops.rays(s, 160, -80, 0.26))
    s.add(backdrops.soft_light(s, 0.5))
    return s


def vase(s: Scene) -> str:
    """A celadon vase on its foot (0, 0) with a lotus flower, a bud and a pod on long stalks."""
    d = vessels.turned([(80, 0), (118, 60), (128, 140), (84, 260), (46, 310), (62, 344)])
    glaze = s.linear("#d5e4cd", "#9dbfae", "#5f9084", "#3f6a62", angle=12)
    glint = s.blurred(5, path(oval(-66, -150, 14, 70), "#ffffff", opacity=0.7))
    rings = "".join(
        stroke([(-w, y), (0, y + w * 0.18), (w, y)], c.TEAL, 3, opacity=0.5)
        for w, y in ((70, -280), (122, -190), (122, -76))
    )
    stalks = (
        plants.stem([(-10, -330), (-30, -400), (-50, -480)], 15)
        + plants.stem([(8, -330), (60, -480), (90, -590)], 12)
        + plants.stem([(16, -330), (150, -430), (210, -500)], 11)
    )
    flowers = (
        place(plants.lotus_bud(s, 170), 90, -580, 8)
        + place(plants.lotus_pod(s, 130), 208, -490, 22)
        + place(plants.lotus_flower(s, 300), -56, -476, -8)
    )
    mouth = path(oval(0, -344, 62, 13), "#35544d") + path(
        oval(0, -344, 62, 13), stroke="#e3eedd", stroke_width=5
    )
    pot = s.formed(d, glaze, rings, glint, shade=0.3, light=0.2)
    return vessels.cast(s, 230, 0.6) + pot + mouth + stalks + flowers


def seed(s: Scene, size: float, kind: int, turn: float) -> str:
    """One dried seed, `size` long: cream, wrinkled, split at one end, brown at its tip."""
    a, b = size / 2, size * 0.38
    tone = (SEED, "#f6e6c3", "#e6c78c", "#ead09a")[kind % 4]
    d = smooth(
        [
            (-a, 0),
            (-a * 0.6, -b * 0.86),
            (a * 0.3, -b),
            (a, -b * 0.2),
            (a * 0.94, b * 0.3),
            (a * 0.3, b),
            (-a * 0.6, b * 0.86),
        ],
        closed=True,
    )
    lines = stroke([(-a * 0.9, 0), (0, -b * 0.12), (a * 0.6, 0)], c.darker(tone, 0.42), size * 0.05)
    lines += stroke(
        [(-a * 0.6, -b * 0.5), (0, -b * 0.62), (a * 0.5, -b * 0.5)],
        c.darker(tone, 0.25),
        size * 0.025,
        opacity=0.7,
    )
    tip = path(oval(a * 0.86, 0, a * 0.16, b * 0.24), c.CLAY) + path(
        oval(-a * 0.9, 0, a * 0.13, b * 0.2), c.BARK, opacity=0.75
    )
    face = path(d, tone) + s.clipped(d, lines, tip)
    edge = path(d, stroke=c.darker(tone, 0.5), stroke_width=size * 0.03, opacity=0.6)
    # Light and shade lie over the turned seed, so that the sun stays at the upper left.
    sun = s.radial(
        (0, "#fffbe6", 0.85),
        (0.55, "#fffbe6", 0),
        (0.62, c.SHADOW, 0),
        (1, c.SHADOW, 0.5),
        cx=0.34,
        cy=0.28,
        r=0.8,
    )
    return place(face + edge, 0, 0, turn) + place(path(d, sun), 0, 0, turn)


def pile(s: Scene) -> str:
    """The heap in the bowl's mouth, 720 wide."""
    rng, spots = s.chance("pile"), []
    for _ in range(380):
        x = rng.uniform(-1, 1)
        y = rng.random() * (1 - x * x)
        spots.append((y, x * 362, 82 * (1 - y) * (1 - x * x) * rng.uniform(0.3, 1) - y * 176))
    parts = []
    for i, (y, x, v) in enumerate(sorted(spots, reverse=True)):
        dark = path(oval(x + 5, v + 9, 34, 25), "#7a4a22", opacity=0.3)
        parts.append(
            dark + place(seed(s, 66 * (0.9 + 0.14 * (1 - y)), i, rng.uniform(0, 360)), x, v)
        )
    return "".join(parts)


def spilled(s: Scene) -> str:
    """Seeds scattered on the cloth and the table."""
    rng, parts = s.chance("spilled"), []
    for i, (x, y) in enumerate(
        (
            (420, 1010),
            (500, 1066),
            (372, 1084),
            (610, 1098),
            (1010, 1090),
            (1090, 1040),
            (1120, 1108),
            (760, 1112),
            (300, 1030),
            (880, 1076),
        )
    ):
        parts.append(s.shadow(oval(x, y + 8, 34, 18), 10, 8, 5, 0.5))
        parts.append(place(seed(s, 72, i, rng.uniform(0, 360)), x, y))
    return "".join(parts)
