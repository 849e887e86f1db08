"""Plants of the flooded plain, to stand in the middle and the near plane. All grow from (0, 0)."""

from __future__ import annotations

import math

from . import palette as c
from .picture import Scene
from .shapes import blob, fan, group, leaf, oval, path, place, smooth, stroke, taper


def grasses(
    s: Scene, width: float, height: float, colour: str = c.PINE, count: int = 40, lean: float = 0.2
) -> str:
    """A tuft of flood grass and sedge, `width` across its foot at (0, 0), `height` tall.

    Three tones, the pale ones catching the sun. `lean` > 0 bends with a wind from the left.
    """
    rng = s.chance(f"grass {width} {height} {colour}")
    tones: list[list[str]] = [[], [], []]
    for i in range(count):
        x, tall = rng.uniform(-width, width) / 2, height * rng.uniform(0.45, 1)
        tip = x + tall * (lean + rng.uniform(-0.28, 0.28))
        bow = [(x, 0.0), (x + (tip - x) * 0.25, -tall * 0.55), (tip, -tall)]
        tones[i % 3].append(taper(bow, (height * 0.03, height * 0.02, 0.4)))
    shades = (c.darker(colour, 0.35), colour, c.mix(colour, c.HONEY, 0.45))
    return group(*(path("".join(d), tone) for d, tone in zip(tones, shades, strict=True)))


def lotus_leaf(s: Scene, radius: float = 110, tilt: float = 0.38, colour: str = c.LEAF) -> str:
    """A floating or standing lotus leaf seen aslant, its middle at (0, 0).

    `tilt` is height over width (1 = from above).
    """
    rng = s.chance(f"lotus leaf {radius} {tilt} {colour}")
    rim = []
    for i in range(28):
        r = radius * (1 + rng.uniform(-0.035, 0.035) - (0.16 if i == 4 else 0))
        x, y = fan(0, 0, r, i * 360 / 28)
        rim.append((x, y * tilt))
    d = smooth(rim, closed=True)
    veins = []
    for i in range(14):
        x, y = fan(0, 0, radius * 0.93, i * 360 / 14 + 10)
        veins.append(taper([(0, 0), (x * 0.5, y * tilt * 0.5 + 2), (x, y * tilt)], (3, 2, 0.5)))
    half = s.linear((0, "#d8e59a", 0.38), (0.5, "#d8e59a", 0.06), (1, c.INK, 0.25), angle=60)
    lit = c.mix(colour, c.CREAM, 0.5)
    face = s.radial(c.lighter(colour, 0.28), colour, c.darker(colour, 0.3), cx=0.35, cy=0.3, r=0.8)
    inside = path("".join(veins), lit, opacity=0.6) + path(
        oval(0, 0, radius * 0.07, radius * 0.05), lit
    )
    edge = path(d, "none", stroke=lit, stroke_width=radius * 0.02, opacity=0.7)
    return path(d, face) + s.clipped(d, inside) + path(d, half) + edge


def _petal(s: Scene, length: float, width: float, colour: str) -> str:
    d = leaf(length, width)
    tint = s.linear("#fff3e6", c.mix(colour, "#ffe4df", 0.55), colour, angle=0)
    veins = "".join(
        stroke(
            [(length * 0.1, 0), (length * 0.5, k * width * 0.26), (length * 0.93, 0)], colour, 1.2
        )
        for k in (-1, 0, 1)
    )
    edge = path(d, "none", stroke=c.darker(colour, 0.15), stroke_width=1, opacity=0.4)
    return path(d, tint) + s.clipped(d, veins, opacity=0.35) + edge


def lotus_flower(s: Scene, size: float = 150, colour: str = "#d9587f") -> str:
    """An open lotus flower in side view, about `size` high and 1.4 × wide, on its stalk's end."""

    def ring(angles: tuple[int, ...], length: float, width: float, deep: float) -> str:
        tone = c.darker(colour, deep)
        return group(
            *(place(_petal(s, size * length, size * width, tone), 0, 0, a) for a in angles)
        )

    heart = path(oval(0, -size * 0.42, size * 0.17, size * 0.1), c.HONEY)
    back = ring((-125, -105, -75, -55, -90), 0.98, 0.36, 0.18)
    front = ring((-160, -20, -140, -40), 0.82, 0.36, 0.04) + ring((-112, -68, -90), 0.72, 0.42, 0)
    return back + heart + front


def lotus_bud(s: Scene, size: float = 110, colour: str = "#d9587f") -> str:
    """A closed lotus bud, pointing up."""
    back = place(_petal(s, size, size * 0.5, c.darker(colour, 0.2)), 0, 0, -90)
    left = place(_petal(s, size * 0.93, size * 0.34, colour), -size * 0.05, 0, -98)
    right = place(_petal(s, size * 0.9, size * 0.34, c.darker(colour, 0.1)), size * 0.05, 0, -80)
    return back + right + left


def lotus_pod(s: Scene, size: float = 120, tilt: float = 0.42, dry: bool = False) -> str:
    """A lotus seed pod (gương sen) seen from above aslant, `size` wide, on its stalk's end."""
    skin = c.BARK if dry else c.MOSS
    r = size / 2
    cone = smooth(
        [
            (-r, -size * 0.62),
            (-r * 0.5, -size * 0.22),
            (0, 0),
            (r * 0.5, -size * 0.22),
            (r, -size * 0.62),
        ]
    )
    face = oval(0, -size * 0.62, r, r * tilt)
    parts = [s.formed(cone + "Z", s.linear(c.lighter(skin, 0.2), c.darker(skin, 0.3), angle=0))]
    parts.append(s.formed(face, c.lighter(skin, 0.25)))
    for count, ring in ((1, 0.0), (6, 0.36), (11, 0.72)):
        for i in range(count):
            x, y = fan(0, 0, r * ring, i * 360 / count + 12)
            at = (x, -size * 0.62 + y * tilt)
            parts.append(path(oval(*at, r * 0.12, r * 0.12 * (tilt + 0.2)), c.darker(skin, 0.6)))
            seed = c.BARK if dry else c.mix(c.LEAF, c.CREAM, 0.3)
            parts.append(
                path(oval(at[0], at[1] - r * 0.02, r * 0.085, r * 0.085 * (tilt + 0.25)), seed)
            )
    return group(*parts)


def stem(points: list[tuple[float, float]], width: float = 8, colour: str = c.MOSS) -> str:
    """A stalk through the points with a lit edge."""
    lit = [(x - width * 0.22, y) for x, y in points]
    return path(taper(points, (width, width * 0.8)), colour) + path(
        taper(lit, (width * 0.22, width * 0.16)), c.lighter(colour, 0.5), opacity=0.7
    )


def sesbania(s: Scene, length: float = 420, flowers: int = 16) -> str:
    """A bough of điên điển with feathered leaves and yellow flowers.

    It runs from (0, 0) along +x, hanging a little.
    """
    rng = s.chance(f"sesbania {length}")

    def bend(t: float) -> tuple[float, float]:
        return length * t, length * (0.1 * t + 0.22 * t * t)

    parts = [path(taper([bend(k / 4) for k in range(5)], (9, 3)), c.mix(c.MOSS, c.BARK, 0.4))]
    for i in range(1, 12):
        x, y = bend(i / 12)
        side = 1 if i % 2 else -1
        leaflets = "".join(
            f'<g transform="translate({8 * k} 0) rotate({70 * v})">{path(leaf(26, 8), c.LEAF)}</g>'
            for k in range(1, 12)
            for v in (-1, 1)
        )
        parts.append(
            place(stroke([(0, 0), (96, 0)], c.MOSS, 2) + leaflets, x, y, 60 * side, length / 520)
        )
    for i in range(flowers):
        x, y = bend(0.12 + 0.86 * i / flowers)
        at = (x + rng.uniform(-14, 14), y + rng.uniform(8, 64) * length / 420)
        parts.append(place(sesbania_flower(s, length * 0.1), *at, rng.uniform(-40, 70)))
    return group(*parts)


def sesbania_flower(s: Scene, size: float = 44) -> str:
    """One yellow pea-flower of điên điển, `size` across, its calyx at (0, 0), opening along +x."""
    k = size
    banner = smooth([(0, 0), (k * 0.3, -k * 0.5), (k * 0.9, -k * 0.55), (k * 0.75, 0)], closed=True)
    wing = smooth([(0, 0), (k * 0.5, -k * 0.16), (k, k * 0.16), (k * 0.5, k * 0.36)], closed=True)
    calyx = path(oval(0, 0, k * 0.12, k * 0.1), c.MOSS)
    back = path(banner, s.linear("#ffe27a", "#f0b01f", angle=20))
    return back + path(wing, s.linear("#ffd34d", "#d98d10", angle=60)) + calyx


def tram_sprig(s: Scene, length: float = 360, flowers: bool = True) -> str:
    """A twig of tràm (melaleuca) with lance-shaped leaves, from (0, 0) along +x.

    `flowers` sets white bottle-brush flowers on it.
    """
    rng = s.chance(f"tram {length}")
    parts = [path(taper([(0, 0), (length * 0.5, -length * 0.05), (length, 0)], (9, 4)), c.BARK)]
    for i in range(22):
        x = length * (0.06 + 0.94 * i / 22)
        tone = c.mix(c.PINE, c.MOSS, rng.random())
        side = 1 if i % 2 else -1
        size = length * rng.uniform(0.2, 0.28)
        blade = leaf(size, size * 0.2, size * 0.08)
        rib = stroke([(4, 0), (size * 0.9, -size * 0.07)], c.MIST, 1.2, opacity=0.6)
        parts.append(
            place(s.formed(blade, tone) + rib, x, -length * 0.03, side * rng.uniform(28, 62))
        )
    if flowers:
        parts += [
            place(_brush(s, length * 0.26), length * t, -length * 0.04, a)
            for t, a in ((0.45, -55), (0.72, 38), (0.98, -4))
        ]
    return group(*parts)


def _brush(s: Scene, length: float) -> str:
    rng, hairs, tips = s.chance(f"brush {length}"), [], []
    for i in range(90):
        x = length * (0.08 + 0.9 * i / 90)
        reach = length * 0.24 * math.sin(math.pi * (0.16 + 0.7 * i / 90)) * (1 if i % 2 else -1)
        tip = (x + length * 0.08, reach * rng.uniform(0.75, 1.1))
        hairs.append(taper([(x, 0), (x + length * 0.03, tip[1] * 0.6), tip], (1.6, 1)))
        tips.append(oval(*tip, 2, 2))
    core = path(taper([(0, 0), (length, 0)], (5, 3)), c.MOSS)
    return core + path("".join(hairs), "#fffaf0") + path("".join(tips), c.SAND)


def tram_tree(s: Scene, height: float = 520) -> str:
    """One tràm near by: pale peeling trunk, airy bunched crown; foot at (0, 0)."""
    rng = s.chance(f"tree {height}")
    h = height
    trunk = taper(
        [(0, 0), (-h * 0.02, -h * 0.35), (h * 0.03, -h * 0.8)], (h * 0.07, h * 0.05, h * 0.02)
    )
    bark = s.linear("#f2e6cf", "#cdb596", c.BARK, angle=0)
    peel = "".join(
        stroke(
            [(rng.uniform(-0.03, 0.01) * h, -y), (rng.uniform(0, 0.03) * h, -y - 9)], c.RATTAN, 3
        )
        for y in range(10, int(h * 0.7), 17)
    )
    parts = [path(trunk, bark) + s.clipped(trunk, peel, opacity=0.7)]
    for side in (-1, 1, -1, 1):
        y = -h * rng.uniform(0.4, 0.62)
        bough = [(0, y), (side * h * 0.06, y - h * 0.12), (side * h * 0.13, y - h * 0.24)]
        parts.append(path(taper(bough, (h * 0.022, h * 0.008)), "#b79c7a"))
    for i in range(64):
        t = i / 64
        x = rng.uniform(-1, 1) * h * 0.17 * (1.15 - t * 0.85) + h * 0.02
        y = -h * (0.5 + 0.48 * t)
        for tone, k in ((c.PINE, 1.0), (c.LEAF, 0.66), (c.MOSS, 0.36)):
            shift = (1 - k) * h * 0.022
            d = blob(rng, x - shift, y - shift, h * 0.052 * k, h * 0.036 * k, 0.28)
            parts.append(path(d, c.darker(tone, 0.3 * (1 - t))))
    return group(*parts)


def water_hyacinth(s: Scene, size: float = 150, bloom: bool = True) -> str:
    """A clump of lục bình afloat, `size` wide, waterline at (0, 0), with a violet flower spike."""
    rng, parts = s.chance(f"hyacinth {size}"), []
    for i in range(9):
        a = -90 + (i - 4) * 19 + rng.uniform(-5, 5)
        x, y = fan(0, 0, size * rng.uniform(0.3, 0.48), a)
        parts.append(
            path(taper([(0, 0), (x * 0.5, y * 0.6), (x, y)], (size * 0.08, size * 0.05, 3)), c.MOSS)
        )
        d = smooth([(0, 0), (14, -17), (40, -13), (46, 0), (40, 13), (14, 17)], closed=True)
        blade = s.formed(d, s.linear(c.lighter(c.LEAF, 0.2), c.PINE, angle=90))
        parts.append(place(blade, x, y, a, size / 170))
    if bloom:
        for k in range(9):
            at = ((-1) ** k * size * 0.06 * (1 - k / 12), -size * (0.4 + 0.035 * k))
            petals = "".join(oval(*fan(0, 0, 7, i * 60), 6, 4) for i in range(6))
            parts.append(
                place(
                    path(petals, c.mix("#8f6fb5", "#d9c6ea", k / 9))
                    + path(oval(0, -3, 2.4, 3), c.HONEY),
                    *at,
                    20 * k,
                    size / 150,
                )
            )
    return group(*parts)
