"""Khô cá sặc rằn: three tied pairs of gourami on a bamboo screen, seen from straight above."""

from __future__ import annotations

from kit import backdrops, nature, palette, plants, things
from kit.fish import fish
from kit.form import outline
from kit.picture import HEIGHT, WIDTH, Scene
from kit.shapes import box, group, leaf, oval, path, place, stroke, taper
from kit.species import CA_SAC_RAN

PAIRS = ((792, 262, -3, 3), (812, 600, 2, -4), (796, 938, -2, 4))
"""Each pair's knot as x, y and the turns of the left and right fish."""


def screen(s: Scene) -> str:
    """Split bamboo lying side by side over the water, bound with twisted rope."""
    parts = [path(box(0, 0, WIDTH, HEIGHT), s.linear("#3f9187", "#12574f", angle=40))]
    parts.append(nature.ripples(s, -300, palette.DAY, 160))
    for i in range(44):
        x = -20 + 38 * i + (i % 3) * 2
        tone = palette.mix(palette.BAMBOO_GREEN, ("#b4d08a", "#93bb70", "#a5c67d")[i % 3], 0.86)
        parts.append(s.shadow(box(x - 14, 0, 28, HEIGHT), 9, 0, 5, 0.5))
        parts.append(things.bamboo(s, (x, -30), (x + i % 2 * 5, 1230), 36 - i % 2 * 2, tone))
    for y in (60, 436, 770, 1140):
        for i in range(44):
            x = -20 + 38 * i
            knot = [(x - 17, y + 9), (x, y - 4), (x + 17, y - 9)]
            parts.append(stroke([(a + 2, b + 7) for a, b in knot], palette.SHADOW, 9, opacity=0.4))
            parts.append(stroke(knot, palette.BARK, 10) + stroke(knot, palette.RATTAN, 5))
    return group(*parts)


def knot(s: Scene) -> str:
    """The raffia that ties two snouts together, with loose ends."""
    loop = [(-46, -16), (-14, 6), (14, -6), (46, 16)]
    cross = [(-46, 18), (-12, -6), (14, 6), (46, -18)]
    ends = stroke([(0, 0), (-14, 40), (-44, 66)], "#d9587f", 6)
    ends += stroke([(0, 0), (20, 36), (22, 74)], "#b8345f", 6)
    shade = s.shadow(oval(0, 4, 44, 20), 5, 8, 5, 0.5)
    lines = stroke(loop, "#b8345f", 8) + stroke(cross, "#d9587f", 8)
    return (
        shade
        + ends
        + lines
        + path(oval(0, 0, 13, 12), "#b8345f")
        + path(oval(-3, -4, 5, 4), "#f3a9bd")
    )


def barred(s: Scene, length: float) -> str:
    """A dried gourami with the slanting bars of its sides drawn strong, and the sun on it."""
    marks = []
    for i in range(11):
        x = (-0.24 + 0.055 * i) * length
        bar = [(x + length * 0.05, -length * 0.2), (x, 0), (x - length * 0.055, length * 0.2)]
        marks.append(taper(bar, (length * 0.02, length * 0.024, length * 0.008)))
    dark = path("".join(marks), "#2b160c", opacity=0.6)
    d = outline(CA_SAC_RAN, length)
    tail = path(oval(length * 0.3, 0, length * 0.028, length * 0.03), "#2b160c", opacity=0.75)
    sun = path(oval(-length * 0.06, -length * 0.02, length * 0.32, length * 0.1), "#ffb45a")
    glow = s.blurred(length * 0.03, sun, opacity=0.62)
    return fish(s, CA_SAC_RAN, length, dried=True, cast=0.65) + s.clipped(
        d, glow, s.blurred(2, dark, tail)
    )


def leaf_shadows(s: Scene) -> str:
    """The shadow of a bough somewhere above, over all."""
    blades = [
        place(path(leaf(330, 52, 30), palette.SHADOW), 1640, -60 + 34 * i, 128 + 9 * i)
        for i in range(7)
    ]
    return s.blurred(12, *blades, opacity=0.26, style="mix-blend-mode:multiply")


def draw() -> Scene:
    """The screen over teal water, three pairs nose to nose, a lotus leaf and flower at the edge."""
    s = Scene("Khô cá sặc rằn buộc từng cặp trên vỉ tre", seed=33)
    s.add(screen(s))
    s.add(place(things.sheen(s, 800, 560, 0.35), 560, 420))
    for x, y, left, right in PAIRS:
        one, other = (barred(s, size) for size in (624, 612))
        s.add(place(other, x + 320, y, right))
        s.add(place(one, x - 326, y, left, -1))
        s.add(place(knot(s), x - 4, y + 2))
    s.add(leaf_shadows(s))
    s.add(
        place(plants.lotus_leaf(s, 170, 0.92), 20, 1190),
        place(plants.lotus_leaf(s, 120, 0.9), 1590, 1180),
    )
    s.add(place(plants.lotus_flower(s, 110), 1520, 1180))
    s.add(backdrops.soft_light(s, 0.5))
    return s
