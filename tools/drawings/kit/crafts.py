"""Water lilies, tràm blossom, bees, steam and clear glass: what the crafted goods share."""

from __future__ import annotations

import math

from . import palette as c
from .picture import Scene
from .shapes import Point, along, box, fan, group, leaf, oval, path, place, smooth, stroke, taper
from .vessels import turned

LILY_WHITE, LILY_VIOLET, LILY_PINK = "#efe3dc", "#8a6cc0", "#d9587f"


def lily_pad(
    s: Scene, radius: float = 90, tilt: float = 0.36, colour: str = c.LEAF, slit: float = 60
) -> str:
    """A floating pad of súng with its slit towards the angle `slit`, its middle at (0, 0).

    `tilt` is height over width (1 = from above).
    """
    rng = s.chance(f"pad {radius} {slit}")
    rim = []
    for i in range(25):
        x, y = fan(0, 0, radius * (1 + rng.uniform(-0.03, 0.03)), slit + 9 + i * 342 / 24)
        rim.append((x, y * tilt))
    d = smooth(rim) + "L0 0Z"
    veins = []
    for i in range(13):
        x, y = fan(0, 0, radius * 0.92, slit + 22 + i * 316 / 12)
        veins.append(taper([(0, 0), (x * 0.5, y * tilt * 0.5), (x, y * tilt)], (2.6, 1.6, 0.4)))
    face = s.linear(c.lighter(colour, 0.42), colour, c.darker(colour, 0.42), angle=35)
    rust = path(d, "none", stroke=c.mix(colour, c.BRICK, 0.55), stroke_width=radius * 0.035)
    lit = path(smooth(rim[10:19]), "none", stroke="#eaf0b4", stroke_width=radius * 0.03)
    wet = path(d, c.INK, opacity=0.35, transform=f"translate(0 {radius * 0.05:.1f})")
    ribs = path("".join(veins), c.lighter(colour, 0.55), opacity=0.5)
    return wet + path(d, face) + s.clipped(d, ribs) + rust + group(lit, opacity=0.7)


def water_lily(s: Scene, size: float = 120, colour: str = LILY_WHITE, tilt: float = 0.55) -> str:
    """An open water lily (bông súng) seen aslant, `size` wide, its heart at (0, 0)."""
    r = size / 2
    parts = [_lily_ring(s, 12, r, r * 0.36, c.darker(colour, 0.22), tilt, 0)]
    parts.append(_lily_ring(s, 11, r * 0.86, r * 0.34, c.darker(colour, 0.06), tilt * 1.08, 16))
    parts.append(place(_lily_ring(s, 9, r * 0.6, r * 0.3, colour, tilt * 1.2, 8), 0, -r * 0.1))
    parts.append(path(oval(0, -r * 0.16, r * 0.24, r * 0.19), c.STRAW))
    threads = []
    for i in range(22):
        x, y = fan(0, 0, r * (0.3 if i % 2 else 0.2), i * 360 / 22)
        start = (x * 0.3, y * 0.2 - r * 0.14)
        threads.append(taper([start, (x, y * 0.7 - r * 0.22)], (r * 0.06, r * 0.05)))
    return group(*parts) + path("".join(threads), "#ffd75e")


def _lily_ring(
    s: Scene, count: int, length: float, width: float, colour: str, tilt: float, turn: float
) -> str:
    tint = s.linear(c.mix(colour, "#fffaf0", 0.75), c.mix(colour, "#fffaf0", 0.35), colour, angle=0)
    d = leaf(length, width)
    edge = path(d, "none", stroke=c.darker(colour, 0.3), stroke_width=1, opacity=0.45)
    rib = stroke([(length * 0.2, 0), (length * 0.9, 0)], c.darker(colour, 0.2), 1.1, opacity=0.35)
    petal = path(d, tint) + edge + rib
    # Far petals first, so that the near ones lie over them.
    angles = sorted((turn + i * 360 / count for i in range(count)), key=_nearness)
    return place(group(*(place(petal, 0, 0, a) for a in angles)), 0, 0, squash=tilt)


def _nearness(angle: float) -> float:
    return math.sin(math.radians(angle))


def bottlebrush(s: Scene, length: float = 150, seed: int = 0) -> str:
    """A flower spike of tràm along +x from (0, 0): a thick brush of cream threads."""
    rng = s.chance(f"bottlebrush {length} {seed}")
    back: list[str] = []
    front: list[str] = []
    tips: list[str] = []
    for i in range(170):
        t = rng.random()
        x = length * (0.06 + 0.84 * t)
        reach = length * 0.27 * math.sin(math.pi * (0.2 + 0.66 * t)) * rng.uniform(-1, 1)
        tip = (x + length * rng.uniform(0.02, 0.13), reach)
        d = taper(
            [(x, 0), (x + length * 0.02, reach * 0.55), tip], (length * 0.013, length * 0.008)
        )
        (front if i % 2 else back).append(d)
        tips.append(oval(*tip, length * 0.014, length * 0.012))
    core = path(taper([(0, 0), (length * 0.94, 0)], (length * 0.07, 3)), c.MOSS)
    shade = path("".join(back), "#d9cba6") + core
    return shade + path("".join(front), "#fffaf0") + path("".join(tips), "#f3d37e")


def tram_bough(s: Scene, length: float = 420, spikes: int = 3, seed: int = 0) -> str:
    """A twig of tràm with long lance leaves from (0, 0) along +x, flower spikes near its tip."""
    rng = s.chance(f"bough {length} {seed}")
    parts = [path(taper([(0, 0), (length * 0.5, -length * 0.04), (length, 0)], (11, 5)), c.BARK)]
    for i in range(20):
        x = length * (0.04 + 0.95 * i / 20)
        tone = c.mix(c.PINE, c.MOSS, rng.uniform(0.1, 0.9))
        size = length * rng.uniform(0.24, 0.34)
        blade = leaf(size, size * 0.17, size * 0.1)
        rib = stroke([(4, 0), (size * 0.9, -size * 0.085)], c.MIST, 1.4, opacity=0.6)
        turn = (1 if i % 2 else -1) * rng.uniform(26, 64)
        parts.append(place(s.formed(blade, tone) + rib, x, -length * 0.03, turn))
    for k in range(spikes):
        t, turn = 0.98 - 0.25 * k, (-8, 40, -48, 34)[k % 4]
        parts.append(place(bottlebrush(s, length * 0.34, seed + k), length * t, -8, turn))
    return group(*parts)


def bee(s: Scene, size: float = 70) -> str:
    """A honey bee in flight, `size` long, its middle at (0, 0), flying to the left."""
    k = size
    belly = smooth(
        [
            (-k * 0.1, -k * 0.16),
            (k * 0.3, -k * 0.15),
            (k * 0.5, k * 0.06),
            (k * 0.25, k * 0.2),
            (-k * 0.08, k * 0.14),
        ],
        closed=True,
    )
    bands = "".join(
        taper([(x, -k * 0.24), (x + k * 0.05, 0), (x - k * 0.02, k * 0.26)], (k * 0.08, k * 0.08))
        for x in (k * 0.08, k * 0.23, k * 0.38)
    )
    fur = s.radial("#f7cf77", c.STRAW, c.BARK, cx=0.35, cy=0.3, r=0.75)
    parts = [place(_wing(k * 0.56), -k * 0.06, -k * 0.1, -72)]
    parts.append(s.formed(belly, "#eaa52a", path(bands, c.SOOT), shade=0.5))
    parts.append(path(oval(-k * 0.16, 0, k * 0.19, k * 0.18), fur))
    parts.append(path(oval(-k * 0.36, k * 0.04, k * 0.12, k * 0.13), c.UMBER))
    parts.append(path(oval(-k * 0.4, k * 0.01, k * 0.05, k * 0.07), c.SOOT))
    legs = [
        ((-0.2, 0.14), (-0.26, 0.3)),
        ((-0.08, 0.16), (-0.06, 0.34)),
        ((0.04, 0.16), (0.14, 0.34)),
    ]
    parts += [stroke([(a * k, b * k), (x * k, y * k)], c.SOOT, k * 0.03) for (a, b), (x, y) in legs]
    horns = [((-0.42, -0.06), (-0.56, -0.18)), ((-0.38, -0.08), (-0.46, -0.24))]
    parts += [
        stroke([(a * k, b * k), (x * k, y * k)], c.SOOT, k * 0.02) for (a, b), (x, y) in horns
    ]
    parts.append(place(_wing(k * 0.7), -k * 0.08, -k * 0.1, -38))
    return group(*parts)


def _wing(length: float) -> str:
    d = leaf(length, length * 0.44)
    veins = stroke([(0, 0), (length * 0.9, 0)], c.RATTAN, 1.2, opacity=0.6)
    veins += stroke([(0, 0), (length * 0.6, -length * 0.13)], c.RATTAN, 1, opacity=0.6)
    edge = path(d, "none", stroke=c.RATTAN, stroke_width=1.3, opacity=0.6)
    return path(d, "#fffaf0", opacity=0.72) + veins + edge


def steam(s: Scene, height: float = 260, wisps: int = 3) -> str:
    """Wisps of steam rising from (0, 0)."""
    rng, parts = s.chance(f"steam {height}"), []
    for i in range(wisps):
        x, w = (i - (wisps - 1) / 2) * height * 0.16, height * 0.13
        tall = height * rng.uniform(0.75, 1)
        way = [(x, 0.0), (x + w, -tall * 0.25), (x - w, -tall * 0.55), (x + w * 0.8, -tall * 0.8)]
        d = taper([*way, (x + w * 0.2, -tall)], (3, w * 0.6, w * 0.75, w * 0.4, 1))
        parts.append(path(d, "#fffaf0", opacity=0.5))
    return s.blurred(height * 0.022, *parts)


def glass(
    s: Scene,
    half: list[Point],
    tones: tuple[str, ...],
    level: float,
    inside: str = "",
    tint: str = "#f3f1e0",
) -> str:
    """A clear vessel on its foot (0, 0), filled to the height `level`, with the light it throws.

    `half` are (half width, height) points of its right side, foot first; `tones` the liquid's
    colours from the left edge to the right; `inside` marks lying in the liquid.
    """
    w, h = max(x for x, _ in half), half[-1][1]
    body = turned(half)
    inner = turned([(x - w * 0.045, y * 0.99 + h * 0.014) for x, y in half])
    at = along([(y, x) for x, y in half], level) - w * 0.05
    below = box(-w, -level, 2 * w, level + 20)
    fill = path(below, s.linear(*tones, angle=0))
    depth = path(below, s.linear((0, "#fff0c0", 0.25), (0.4, "#fff0c0", 0), (1, c.UMBER, 0.4)))
    core = s.radial((0, c.lighter(tones[2], 0.5), 0.8), (1, tones[2], 0))
    glow = path(oval(w * 0.25, -level * 0.2, w * 0.66, level * 0.24), core)
    top = oval(0, -level, at, at * 0.16)
    surface = path(top, s.linear(c.lighter(tones[2], 0.5), tones[1], angle=15))
    shine = path(top, stroke=c.lighter(tones[2], 0.7), stroke_width=w * 0.016, opacity=0.8)
    left = [
        (-along([(y, x) for x, y in half], h * t) * 0.83, -h * t) for t in (0.12, 0.4, 0.62, 0.76)
    ]
    right = [(-x * 1.06, y) for x, y in left[:3]]
    glints = s.blurred(
        w * 0.008,
        path(taper(left, (w * 0.03, w * 0.13, w * 0.13, w * 0.02)), "#fffdf2", opacity=0.72),
        path(taper(right, (w * 0.02, w * 0.06, w * 0.02)), "#fffdf2", opacity=0.5),
    )
    pool = path(oval(w * 0.9, w * 0.06, w * 0.6, w * 0.12), c.lighter(tones[2], 0.2), opacity=0.65)
    edge = path(body, stroke=c.darker(tones[0], 0.1), stroke_width=w * 0.016, opacity=0.5)
    content = s.clipped(inner, fill, glow, inside, depth) + surface + shine
    return s.blurred(w * 0.06, pool) + path(body, tint, opacity=0.4) + content + glints + edge
