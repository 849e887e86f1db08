"""Khô cá chạch: spiny eels drying on a rack at dusk, some in waves, some curled up."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kit import backdrops, nature, palette, plants, things
from kit.picture import Scene
from kit.shapes import Point, along, group, oval, path, place, poly, sample, smooth, taper
from kit.species import CA_CHACH

BACK, SIDE, PALE = "#33200f", "#8a5d2a", "#e9b865"


def rail(spine: Sequence[Point], lift: Sequence[float]) -> list[Point]:
    """The points beside a spine, each moved out along its normal by `lift` units."""
    out, last = [], len(spine) - 1
    for i, (x, y) in enumerate(spine):
        (ax, ay), (bx, by) = spine[max(i - 1, 0)], spine[min(i + 1, last)]
        size = math.hypot(bx - ax, by - ay) or 1
        out.append((x + (by - ay) / size * lift[i], y - (bx - ax) / size * lift[i]))
    return out


def ribbon(spine: Sequence[Point], low: Sequence[float], high: Sequence[float]) -> str:
    """Path data between two rails of a spine."""
    return smooth([*rail(spine, high), *reversed(rail(spine, low))], closed=True)


def eel(s: Scene, bends: Sequence[Point], thick: float) -> str:
    """A dried spiny eel lying along `bends`, nose first; `thick` is its length for its depth."""
    spine = sample(bends, 9)
    n = len(spine) - 1
    ts = [0.93 * i / n for i in range(n + 1)]
    thin = [min(1, 0.12 + (0.93 - t) * 7) for t in ts]
    up = [along(CA_CHACH.back, t) * thick * k for t, k in zip(ts, thin, strict=True)]
    down = [along(CA_CHACH.belly, t) * thick * k for t, k in zip(ts, thin, strict=True)]
    rise = [max(0.0, min(1, (t - 0.5) * 9, (0.95 - t) * 8)) * thick * 0.03 for t in ts]
    frill = ribbon(
        spine,
        [-d - r for d, r in zip(down, rise, strict=True)],
        [u + r for u, r in zip(up, rise, strict=True)],
    )
    body = ribbon(spine, [-d for d in down], up)
    fins = s.formed(frill, "#96602c", _rays(spine, up, thick))
    inside = [path(ribbon(spine, [-d for d in down], [-d * 0.3 for d in down]), PALE, opacity=0.75)]
    inside.append(path(ribbon(spine, [u * 0.42 for u in up], up), BACK, opacity=0.8))
    inside.append(path(ribbon(spine, [u * 0.02 for u in up], [u * 0.2 for u in up]), BACK))
    inside.append(_spots(s, spine, up, thick))
    glint = ribbon(spine[3:-4], [u * 0.5 for u in up[3:-4]], [u * 0.68 for u in up[3:-4]])
    inside.append(s.blurred(2, path(glint, "#ffe9b8", opacity=0.75)))
    keel = ribbon(spine, [-d for d in down], [-d * 0.75 for d in down])
    inside.append(s.blurred(3, path(keel, palette.SHADOW, opacity=0.55)))
    under = s.shadow(frill, 14, 18, 9, 0.55) + s.shadow(body, 4, 7, 3, 0.5)
    rim = path(body, stroke=palette.darker(BACK, 0.3), stroke_width=2.4, opacity=0.6)
    return under + fins + path(body, SIDE) + s.clipped(body, *inside) + rim + _face(spine, thick)


def _rays(spine: Sequence[Point], up: Sequence[float], thick: float) -> str:
    reach = [u + thick * 0.04 for u in up]
    outer, inner = rail(spine, reach), rail(spine, [-r for r in reach])
    lines = [
        taper([spine[i], end], (2.4, 1))
        for i in range(len(spine) // 2, len(spine))
        for end in (outer[i], inner[i])
    ]
    return path("".join(lines), palette.darker(BACK, 0.2), opacity=0.7)


def _spots(s: Scene, spine: Sequence[Point], up: Sequence[float], thick: float) -> str:
    """Pale mottling on the flank and a row of ringed spots along the back's rear half."""
    rng, dots = s.chance(f"spots {spine[0]} {thick}"), []
    flank = rail(spine, [-u * 0.3 for u in up])
    for x, y in flank[8::2]:
        dots.append(oval(x + rng.uniform(-9, 9), y + rng.uniform(-5, 5), 7, 3.4))
    marks = path("".join(dots), BACK, opacity=0.5)
    rear = rail(spine, [u * 0.62 for u in up])[len(spine) // 2 :: 5]
    rings = "".join(oval(x, y, 8.5, 8.5) for x, y in rear[:5])
    eyes = "".join(oval(x, y, 6.2, 6.2) for x, y in rear[:5])
    return marks + path(rings, PALE, opacity=0.85) + path(eyes, "#23120a")


def _face(spine: Sequence[Point], thick: float) -> str:
    """Eye, gill slit and the small breast fin."""
    near = spine[:24]
    at = [min(int(len(spine) * t), len(near) - 1) for t in (0.07, 0.17)]
    ex, ey = rail(near, [thick * 0.012] * len(near))[at[0]]
    gx, gy = near[at[1]]
    turn = math.degrees(math.atan2(near[at[1]][1] - near[at[0]][1], gx - near[at[0]][0]))
    fin = smooth([(0, -3), (34, -15), (46, 0), (36, 13), (0, 5)], closed=True)
    slit = path(taper([(-9, -30), (3, 0), (-9, 28)], (1, 5, 1)), "#2b160c", opacity=0.8)
    rays = "".join(taper([(0, 0), (42, k)], (1.6, 1)) for k in (-9, -3, 3, 9))
    gill = place(slit + path(fin, "#c98a43") + path(rays, BACK, opacity=0.6), gx, gy, turn)
    eye = path(oval(ex, ey, 8, 8), "#e7c583") + path(oval(ex, ey, 4.6, 4.6), "#1d100a")
    return gill + eye + path(oval(ex - 2, ey - 2, 1.6, 1.6), "#fffaf0")


def wave(x: float, y: float, length: float, swing: float, phase: float) -> list[Point]:
    """An eel's line in gentle bends, nose at the left."""
    return [(x + length * k / 8, y + swing * math.sin(phase + k * 0.95)) for k in range(9)]


def coil(x: float, y: float, outer: float, start: float, squash: float = 0.62) -> list[Point]:
    """An eel's line curled like a spring, tail within."""
    points = []
    for k in range(15):
        a, r = math.radians(start + 44 * k), outer * (1 - 0.052 * k)
        points.append((x + math.cos(a) * r, y + math.sin(a) * r * squash))
    return points


def draw() -> Scene:
    """The sun going down in the water, rack, two rows in waves, two curled in front."""
    s = Scene("Khô cá chạch phơi trên giàn lúc hoàng hôn", seed=41)
    s.add(nature.landscape(s, 300, palette.DUSK, (960, 232, 80)))
    s.add(nature.birds(330, 120, 34, "#5b3a3a"))
    s.add(place(nature.sampan(s, palette.TEAL, light=palette.DUSK), 420, 372, scale=0.62))
    s.add(things.rack(s, 500, 1116, gap=52))
    catch = eel(s, wave(310, 556, 950, 20, 0.4), 820)
    catch += place(eel(s, wave(-500, 0, 1000, 24, 2.2), 900), 830, 664, 0, -1)
    catch += eel(s, coil(480, 868, 226, 200), 900) + eel(s, coil(1086, 880, 236, 176), 940)
    s.add(place(catch, -56, -52, scale=1.07))
    s.add(place(things.sheen(s, 700, 300, 0.6), 860, 620))
    warm = s.radial((0, "#ff9a4f", 0.5), (1, "#ff9a4f", 0), cx=0.6, cy=0.2, r=0.7)
    s.add(
        path(
            poly([(0, 0), (1600, 0), (1600, 1200), (0, 1200)]),
            warm,
            style="mix-blend-mode:soft-light",
        )
    )
    s.add(
        place(plants.water_hyacinth(s, 250), 110, 1200),
        place(plants.water_hyacinth(s, 190, False), 300, 1230),
    )
    s.add(
        place(plants.lotus_flower(s, 104), 1500, 1130), place(plants.lotus_leaf(s, 150), 1520, 1200)
    )
    s.add(group(place(plants.grasses(s, 240, 300, "#23474a", 30), 1590, 1230)))
    s.add(backdrops.soft_light(s, 0.45))
    return s
