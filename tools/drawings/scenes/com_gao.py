"""Cốm gạo: squares of puffed rice piled on banana leaf, a wok behind, ginger and peanuts before."""

from __future__ import annotations

from kit import backdrops, kitchen, palette
from kit.picture import Scene
from kit.shapes import box, group, oval, path, place, smooth, stroke, taper

WIDE, DEEP, HIGH = 330, 150, 96
"""A square of cốm seen aslant: front width, depth up the picture, thickness."""

PILE = (
    (520, 1000, 0, 0),
    (866, 1012, -1, 1),
    (1212, 1002, 1, 2),
    (690, 880, 2, 1),
    (1040, 884, -2, 0),
    (866, 762, 1, 2),
)
"""Each square's foot as x, y, its turn, and its kind; the lower ones first."""


def puff(s: Scene, tone: str, size: float = 30) -> str:
    """One grain of rice blown up by the heat, cracked along its side."""
    k = size / 2
    d = smooth(
        [
            (-k, 0),
            (-k * 0.5, -k * 0.5),
            (0, -k * 0.42),
            (k * 0.55, -k * 0.54),
            (k, 0.02 * k),
            (k * 0.5, k * 0.5),
            (0, k * 0.4),
            (-k * 0.55, k * 0.52),
        ],
        closed=True,
    )
    body = s.linear("#fffaf0", tone, palette.mix(tone, palette.AMBER, 0.55), angle=60)
    crack = stroke([(-k * 0.6, 1), (0, -1), (k * 0.6, 1.4)], palette.RATTAN, 1.5, opacity=0.6)
    rim = palette.mix(tone, palette.AMBER, 0.7)
    return kitchen.stamp(s, path(d, body, stroke=rim, stroke_width=1.3) + crack)


def square(s: Scene, kind: int) -> str:
    """One square of cốm, its front's foot at (0, 0): top and front packed with grains."""
    rng = s.chance(f"square {kind}")
    w, tones = WIDE / 2, ("#fbe9c0", "#f6dba2", "#fff3d8")
    grains = [puff(s, tone) for tone in tones]
    lean = 26
    front = box(-w, -HIGH, WIDE, HIGH, 16)
    top = smooth(
        [(-w, -HIGH), (-w + lean, -HIGH - DEEP), (w + lean * 0.4, -HIGH - DEEP), (w, -HIGH)],
        True,
        0.25,
    )
    under = s.shadow(box(-w, -30, WIDE + 20, 44, 16), 14, 10, 12, 0.6)
    parts = [under, path(front, "#b8742f"), path(top, "#d99c4a")]
    for row in range(9):
        v = row / 8
        for i in range(19):
            x = (-w + lean * (1 - v)) + (WIDE - lean * 0.6 * (1 - v)) * i / 18
            at = (x + rng.uniform(-6, 6), -HIGH - DEEP * (1 - v) + rng.uniform(-4, 4))
            parts.append(place(grains[rng.randrange(3)], *at, rng.uniform(0, 180), 1, 0.86))
    parts += _toppings(s, kind, lean)
    shaded = []
    for row in range(6):
        for i in range(19):
            at = (-w + 8 + (WIDE - 16) * i / 18 + rng.uniform(-6, 6), -HIGH + 14 + 15 * row)
            shaded.append(place(grains[rng.randrange(3)], *at, rng.uniform(0, 180)))
    dark = s.linear((0, palette.SHADOW, 0.05), (0.5, "#8a4a1e", 0.22), (1, palette.SHADOW, 0.5))
    over = path(
        box(-w - 8, -HIGH + 4, WIDE + 16, HIGH + 6, 16), dark, style="mix-blend-mode:multiply"
    )
    return group(*parts, *shaded, over)


def _toppings(s: Scene, kind: int, lean: float) -> list[str]:
    """Peanuts and black and white sesame over the top face."""
    rng, parts = s.chance(f"toppings {kind}"), []
    nut = kitchen.stamp(s, kitchen.peanut(s, 46))
    for _ in range(90):
        v, u = rng.uniform(0.04, 0.96), rng.uniform(-0.46, 0.46)
        at = (u * WIDE + lean * (1 - v) * 0.6, -HIGH - DEEP * (1 - v))
        seed = path(oval(0, 0, 5.4, 3), "#2b2018" if rng.random() < 0.55 else "#fffaf0")
        parts.append(place(seed, *at, rng.uniform(0, 180)))
    for i in range(6):
        u, v = (i % 3 - 1) * 0.31 + rng.uniform(-0.05, 0.05), 0.28 + 0.46 * (i // 3)
        at = (u * WIDE + lean * (1 - v) * 0.6, -HIGH - DEEP * (1 - v))
        parts.append(place(nut, *at, rng.uniform(0, 180), 1, 0.9))
    return parts


def popping(s: Scene) -> str:
    """Puffed rice heaped in the wok and a few grains leaping out of it."""
    rng = s.chance("popping")
    grains = [puff(s, tone) for tone in ("#fbe9c0", "#fff3d8")]
    spots = []
    for _ in range(420):
        x = rng.uniform(-1, 1)
        y = rng.uniform(-1, 1) * (1 - x * x) ** 0.5
        spots.append((x * 262, y * 60 - 46 * (1 - x * x - y * y * 0.5)))
    spots.sort(key=lambda at: at[1])
    parts = [place(grains[i % 2], x, y, rng.uniform(0, 180)) for i, (x, y) in enumerate(spots)]
    for i in range(16):
        at = (rng.uniform(-230, 230), rng.uniform(-250, -90))
        parts.append(place(grains[i % 2], *at, rng.uniform(0, 180), 1.1))
    return group(*parts)


def steam(s: Scene) -> str:
    """Three wisps rising."""
    wisps = "".join(
        taper([(x, 0), (x + 40, -120), (x - 20, -240), (x + 30, -380)], (6, 34, 26, 2))
        for x in (-120, 10, 130)
    )
    return s.blurred(14, path(wisps, "#fffaf0"), opacity=0.4)


def draw() -> Scene:
    """A mint-green wall, wok with popping rice, banana leaf with six squares, spices in front."""
    s = Scene("Cốm gạo xếp trên lá chuối bên chảo gang", seed=52)
    s.add(
        backdrops.table_by_wall(s, 600, "#a9c9b4", palette.mix(palette.BARK, palette.RATTAN, 0.35))
    )
    s.add(place(backdrops.check_cloth(s, 700, 420, palette.LOTUS, turn=-8), 1300, 790, squash=0.5))
    s.add(place(kitchen.wok(s, 700, popping(s)), 470, 570), place(steam(s), 470, 440))
    s.add(place(backdrops.banana_leaf(s, 1560, 520), 850, 985, -4, 1, 0.8))
    for x, y, turn, kind in PILE:
        s.add(place(square(s, kind), x, y, turn))
    s.add(place(kitchen.ginger(s, 250), 1330, 1090, -8))
    rng, nut = s.chance("nuts"), kitchen.stamp(s, kitchen.peanut(s, 50))
    for i in range(15):
        nx, ny = 250 + 46 * i % 330 + rng.uniform(-20, 20), 1070 + (i % 4) * 24 + rng.uniform(-6, 6)
        s.add(path(oval(nx + 6, ny + 10, 24, 10), palette.SHADOW, opacity=0.4))
        s.add(place(nut, nx, ny, rng.uniform(0, 180)))
    s.add(backdrops.rays(s, 60, -120, 0.25), backdrops.soft_light(s, 0.48))
    return s
