"""Kitchen and harvest: rice, chilli, ginger, peanuts, straw, sauce bowls, wok; and stamps.

All are drawn round (0, 0) unless said otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from . import palette as c
from .picture import Scene
from .shapes import Point, fan, group, leaf, oval, path, place, sample, smooth, stroke, tag, taper


def stamp(s: Scene, markup: str) -> str:
    """A mark that repeats `markup` by reference: small in the file however often it is placed."""
    name = s.define("g", markup)[5:-1]
    return tag("use", href=f"#{name}")


def rice(colour: str = "#fdf6e4", length: float = 17) -> str:
    """One grain of polished rice along x."""
    k = length / 2
    d = smooth(
        [(-k, 0), (-k * 0.3, -k * 0.34), (k * 0.6, -k * 0.28), (k, 0.5), (0, k * 0.34)], closed=True
    )
    lit = path(oval(-k * 0.1, -k * 0.1, k * 0.5, k * 0.1), "#ffffff", opacity=0.9)
    return path(d, colour, stroke=c.darker(colour, 0.26), stroke_width=0.8) + lit


def rice_ear(s: Scene, length: float = 420, droop: float = 0.9, colour: str = "#e3a92f") -> str:
    """A ripe panicle of rice rising from (0, 0) and drooping to the right, with two leaves.

    Its branches hang the lower the greater `droop` (0 to 1).
    """
    rng = s.chance(f"ear {length} {droop} {colour}")
    spine = [
        (0.0, 0.0),
        (length * 0.03, -length * 0.5),
        (length * 0.11, -length * 0.8),
        (length * 0.24, -length * 0.9),
        (length * 0.37, -length * (0.86 - 0.1 * droop)),
        (length * 0.45, -length * (0.74 - 0.2 * droop)),
    ]
    line = sample(spine, 12)
    parts = []
    for k, turn in ((0.12, -80), (0.3, -58)):
        blade = leaf(length * 0.66, length * 0.032, length * 0.1)
        green = s.linear(c.mix(c.MOSS, c.HONEY, 0.5), c.MOSS, angle=0)
        parts.append(place(path(blade, green), length * k * 0.06, -length * k, turn))
    parts.append(path(taper(spine, (9, 7, 4, 2)), c.mix(colour, c.MOSS, 0.5)))
    grains = _husks(s, length * 0.042, colour)
    for i in range(24, len(line) - 1, 3):
        reach = length * 0.26 * (1.1 - i / len(line) * 0.6)
        for side in (-0.35, 0.55):
            x, y = line[i]
            tip = (x + reach * (0.35 + side * 0.7), y + reach * (0.3 + 0.7 * droop))
            bow = [(x, y), (x + reach * (0.25 + side * 0.3), y + reach * 0.12), tip]
            parts.append(_branch(bow, grains, rng))
    return group(*parts)


def _husks(s: Scene, size: float, colour: str) -> list[str]:
    """Three tones of unhusked grain, each kept once, along +x."""
    d = leaf(size, size * 0.42)
    tones = (colour, c.lighter(colour, 0.35), c.darker(colour, 0.22))
    return [
        stamp(
            s,
            path(d, s.linear(c.lighter(t, 0.45), t, c.darker(t, 0.35)))
            + stroke([(size * 0.1, 0), (size * 0.85, 0)], c.darker(t, 0.4), size * 0.05),
        )
        for t in tones
    ]


def _branch(bow: Sequence[Point], grains: Sequence[str], rng: Random) -> str:
    """One branch of a panicle with grains on both sides."""
    line = sample(bow, 6)
    parts = [path(taper(bow, (2.6, 1.4)), "#a98a3a")]
    for i in range(1, len(line)):
        (ax, ay), (bx, by) = line[i - 1], line[i]
        turn = math.degrees(math.atan2(by - ay, bx - ax))
        for side in (-1, 1):
            at = turn + side * rng.uniform(10, 26)
            parts.append(place(grains[rng.randrange(3)], bx, by, at, rng.uniform(0.9, 1.15)))
    return group(*parts)


def chilli(s: Scene, length: float = 150, colour: str = "#c7281f", bend: float = 0.18) -> str:
    """A chilli from its stalk at (0, 0) along +x, with its own shadow."""
    spine = [(0, 0), (length * 0.35, -length * bend * 0.5), (length, length * bend)]
    body = taper(spine, (length * 0.15, length * 0.17, length * 0.12, 1))
    lit = [(x, y - length * 0.035) for x, y in spine]
    shine = path(taper(lit, (1, length * 0.028, 0.5)), "#ffd9b8", opacity=0.8)
    stalk = [(length * 0.02, 0), (-length * 0.1, -length * 0.02), (-length * 0.26, length * 0.05)]
    cap = path(oval(0, 0, length * 0.05, length * 0.085), c.LEAF)
    return group(
        s.shadow(body, 7, 10, 5, 0.5),
        s.formed(body, s.linear(c.lighter(colour, 0.12), colour, c.darker(colour, 0.4))),
        s.clipped(body, shine),
        path(taper(stalk, (length * 0.06, length * 0.035, length * 0.05)), c.MOSS),
        cap,
    )


def chilli_ring(colour: str = "#cf2f22", size: float = 22) -> str:
    """A slice of chilli with its seeds."""
    k = size / 2
    ring = path(oval(0, 0, k, k * 0.8), colour) + path(oval(0, 0, k * 0.62, k * 0.48), "#f3b57c")
    seeds = "".join(oval(*fan(0, 0, k * 0.36, a), k * 0.14, k * 0.1) for a in (20, 140, 260))
    return ring + path(seeds, "#fff0c8")


def sauce_bowl(
    s: Scene, rx: float = 130, liquid: str = c.AMBER, colour: str = "#f3ead6", slices: int = 7
) -> str:
    """A small dish of sauce with slices of chilli, seen aslant, its mouth's middle at (0, 0)."""
    rng, ry, deep = s.chance(f"sauce {rx}"), rx * 0.36, rx * 0.5
    d = (
        smooth(
            [
                (-rx, 0),
                (-rx * 0.78, deep * 0.7),
                (-rx * 0.4, deep),
                (rx * 0.4, deep),
                (rx * 0.78, deep * 0.7),
                (rx, 0),
            ]
        )
        + "Z"
    )
    under = s.shadow(oval(rx * 0.3, deep, rx * 0.9, ry * 0.55), 8, 4, 14, 0.55)
    band = stroke([(-rx * 0.96, rx * 0.1), (0, rx * 0.38), (rx * 0.96, rx * 0.1)], c.TEAL, 6)
    mouth = oval(0, 0, rx, ry)
    sauce = oval(0, ry * 0.12, rx * 0.88, ry * 0.82)
    tint = s.linear(c.darker(liquid, 0.45), liquid, c.lighter(liquid, 0.35), angle=60)
    rings = [
        place(chilli_ring(size=rx * 0.3), *fan(0, ry * 0.1, rx * rng.uniform(0.1, 0.6), a))
        for a in (i * 360 / max(slices, 1) for i in range(slices))
    ]
    glint = path(oval(-rx * 0.4, -ry * 0.28, rx * 0.3, ry * 0.12), "#fff3d0", opacity=0.6)
    flat = s.clipped(sauce, place(group(*rings), 0, 0, squash=0.42))
    return group(
        under,
        s.formed(d, colour, band, shade=0.5),
        path(mouth, c.darker(colour, 0.18)),
        path(sauce, tint),
        flat,
        glint,
        path(mouth, stroke=c.lighter(colour, 0.6), stroke_width=rx * 0.035),
    )


def peanut(s: Scene, size: float = 44) -> str:
    """A roasted peanut in its red skin, lying along x."""
    k = size / 2
    d = smooth(
        [
            (-k, 0),
            (-k * 0.5, -k * 0.52),
            (k * 0.5, -k * 0.46),
            (k, 0),
            (k * 0.4, k * 0.5),
            (-k * 0.5, k * 0.5),
        ],
        closed=True,
    )
    skin = s.linear("#d98a55", "#b0522f", "#74301d", angle=60)
    split = stroke([(-k * 0.7, k * 0.05), (k * 0.7, k * 0.08)], "#74301d", 1.6, opacity=0.6)
    return path(d, skin) + split + path(oval(-k * 0.3, -k * 0.25, k * 0.3, k * 0.1), "#ffe0b8")


def ginger(s: Scene, size: float = 200) -> str:
    """A root of ginger with stubby fingers, lying along x, one end cut."""
    k = size / 200
    d = smooth(
        [
            (-96, 8),
            (-78, -30),
            (-40, -26),
            (-30, -64),
            (0, -70),
            (8, -28),
            (46, -34),
            (66, -70),
            (92, -58),
            (82, -14),
            (98, 22),
            (62, 40),
            (30, 28),
            (16, 66),
            (-16, 62),
            (-24, 32),
            (-66, 40),
        ],
        closed=True,
    )
    rings = "".join(
        stroke([(x - 4, -50), (x + 5, 0), (x - 3, 50)], "#8a5b2c", 1.8, opacity=0.5)
        for x in (-74, -56, -20, -4, 30, 50, 70)
    )
    cut = path(oval(-90, 4, 15, 25), "#f4d675") + path(
        oval(-90, 4, 9, 17), stroke="#d8a93c", stroke_width=2
    )
    skin = s.linear("#ecd09a", "#cf9f5c", "#93683a", angle=50)
    return place(s.shadow(d, 10, 14, 8) + s.formed(d, skin, rings) + cut, 0, 0, 0, k)


def wok(s: Scene, width: float = 620, filling: str = "") -> str:
    """An iron wok with two ears, its mouth's middle at (0, 0), `filling` heaped in the mouth."""
    w, iron = width / 2, "#3a3431"
    ry = w * 0.27
    d = smooth([(-w, 0), (-w * 0.74, w * 0.36), (0, w * 0.56), (w * 0.74, w * 0.36), (w, 0)]) + "Z"
    ears = "".join(
        stroke(
            [(k * w * 0.97, -6), (k * w * 1.14, -22), (k * w * 1.14, 16), (k * w * 0.97, 22)],
            iron,
            w * 0.05,
        )
        for k in (-1, 1)
    )
    inside = s.radial("#6b615a", "#463e3a", "#221d1b", cx=0.62, cy=0.7, r=0.8)
    rim = path(oval(0, 0, w, ry), stroke=s.linear("#a89a8c", iron, angle=30), stroke_width=w * 0.03)
    under = s.shadow(oval(w * 0.1, w * 0.5, w * 0.7, w * 0.16), 20, 10, 18, 0.6)
    shine = s.blurred(
        7, stroke([(-w * 0.8, w * 0.14), (-w * 0.6, w * 0.34), (-w * 0.3, w * 0.46)], "#c9b8a4", 12)
    )
    body = s.formed(d, s.linear("#5d534c", iron, "#1c1715"), group(shine, opacity=0.6), shade=0.5)
    return under + ears + body + path(oval(0, 0, w, ry), inside) + filling + rim


def straw(
    s: Scene,
    outline: Sequence[Point],
    count: int = 260,
    length: float = 220,
    colour: str = "#e3b558",
) -> str:
    """Loose rice straw strewn over the box between the first and the last point of `outline`."""
    (x0, y0), (x1, y1) = outline[0], outline[-1]
    rng = s.chance(f"straw {x0} {y0} {count}")
    parts = []
    for i in range(count):
        depth = i / count
        x, y = rng.uniform(x0, x1), y0 + (y1 - y0) * min(1, depth + rng.uniform(-0.12, 0.12))
        a, size = rng.gauss(0, 24) + rng.choice((0, 180)), length * rng.uniform(0.5, 1.2)
        dx, dy = fan(0, 0, size, a)
        line = [(x - dx / 2, y - dy / 2), (x, y + rng.uniform(-14, 14)), (x + dx / 2, y + dy / 2)]
        tone = c.mix(c.darker(colour, rng.uniform(0, 0.4)), c.CREAM, rng.uniform(0, 0.35) * depth)
        wide = rng.uniform(5, 10)
        shade = [(px + 2, py + 5) for px, py in line]
        parts.append(path(taper(shade, (wide, wide, wide * 0.6)), c.SHADOW, opacity=0.35))
        parts.append(path(taper(line, (wide, wide, wide * 0.6)), tone))
        lit = [(px, py - wide * 0.25) for px, py in line]
        parts.append(path(taper(lit, (1.2, 1.8, 0.6)), c.lighter(tone, 0.55), opacity=0.7))
    return group(*parts)
