"""Gạo thơm: a jute sack and a bowl of white rice on a plank before a field in ripe gold."""

from __future__ import annotations

from kit import backdrops, kitchen, nature, palette, plants, vessels
from kit.picture import WIDTH, Scene
from kit.shapes import box, fan, group, leaf, oval, path, place, taper

HORIZON, EDGE = 300, 770
LEFT = ((-60, 1240, -2, 1010, 1), (-20, 1250, 2, 840, 1), (-70, 1250, 5, 690, 1))
RIGHT = ((1716, 1250, 2, 1060, -1), (1700, 1260, -2, 860, -1), (1760, 1260, -5, 680, -1))
"""Ears growing at the corners: x, y, turn, length, mirror."""


def field(s: Scene) -> str:
    """Ripe rice from the horizon to the table: bands of green and gold, blades growing nearer."""
    ground = s.linear("#cfcf86", "#c9b450", "#a8a33e", "#7d8a35")
    parts = [path(box(0, HORIZON, WIDTH, EDGE - HORIZON), ground)]
    rng = s.chance("field")
    tones = ("#e9c65a", "#b9a83c", "#7f9440", "#d99f2c", "#5f7f3a")
    for row in range(26):
        t = (row / 25) ** 1.7
        y, tall = HORIZON + 8 + t * (EDGE - HORIZON + 50), 10 + 130 * t
        strokes: list[list[str]] = [[] for _ in tones]
        for _ in range(int(250 - 150 * t)):
            x = rng.uniform(-40, WIDTH + 40)
            top, bow = tall * rng.uniform(0.6, 1.1), rng.uniform(0.1, 0.6) * tall
            blade = [(x, y), (x + bow * 0.2, y - top), (x + bow, y - top * 0.72)]
            wide = 1.2 + 6 * t
            strokes[rng.randrange(5)].append(taper(blade, (wide * 0.6, wide, wide * 0.5)))
        parts += [path("".join(d), tone) for d, tone in zip(strokes, tones, strict=True)]
    return group(*parts)


def mound(s: Scene, width: float, height: float, count: int) -> str:
    """White rice heaped: a solid dome under its grains."""
    grain = kitchen.stamp(s, kitchen.rice())
    w = width / 2
    d = f"M{-w} 0C{-w * 0.72} {-height * 1.2} {w * 0.72} {-height * 1.2} {w} 0Q0 {w * 0.48} {-w} 0Z"
    dome = path(d, s.linear("#fffaf0", "#f2e3c4", "#cfb690", angle=50))
    return dome + vessels.heap(s, grain, width, height, count, 1.25)


def roll(s: Scene, rx: float, ry: float) -> str:
    """The thick rolled rim of the sack in front of the rice, twisted jute catching the sun."""
    arc = f"M{-rx} 0a{rx} {ry} 0 0 0 {2 * rx} 0"
    tone = s.linear("#e9cf9c", "#c9a468", "#9b7443", angle=30)
    parts = [path(arc, stroke=palette.SHADOW, stroke_width=46, opacity=0.25)]
    parts.append(path(arc, stroke=tone, stroke_width=40, stroke_linecap="round"))
    for i in range(61):
        x, y = fan(0, 0, 1, 180 * i / 60)
        at = (x * rx, y * ry)
        line = [(at[0] - 7, at[1] - 18), (at[0], at[1]), (at[0] + 9, at[1] + 18)]
        parts.append(path(taper(line, (1, 4, 1)), "#7d5a30", opacity=0.5))
        lit = [(px + 4, py - 3) for px, py in line]
        parts.append(path(taper(lit, (0.5, 3, 0.5)), "#fff0cc", opacity=0.5))
    return group(*parts)


def emblem(s: Scene) -> str:
    """A faded print on the jute: a wreath of rice grains round a lotus."""
    parts = []
    for side in (-1, 1):
        for i in range(15):
            x, y = fan(0, 0, 128, 90 - side * (14 + 10.2 * i))
            out = 90 - side * (14 + 10.2 * i) - side * 90
            for spread in (-34, 0, 34):
                grain = path(leaf(38 - i * 0.7, 14), palette.PINE)
                parts.append(place(grain, x, y, out + spread))
    wreath = group(*parts, opacity=0.75, style="mix-blend-mode:multiply")
    lotus = group(place(plants.lotus_flower(s, 108, palette.LOTUS), 0, 42), opacity=0.85)
    return place(wreath + lotus, 676, 780)


def scattered(s: Scene) -> str:
    """Grains spilt on the wood."""
    rng, grain = s.chance("spilt"), kitchen.stamp(s, kitchen.rice())
    parts = []
    for _ in range(150):
        x, y = rng.gauss(860, 190), rng.gauss(1090, 34)
        parts.append(path(oval(x + 4, y + 5, 9, 4), palette.SHADOW, opacity=0.35))
        parts.append(place(grain, x, y, rng.uniform(0, 360), 1.2))
    return group(*parts)


def ears(s: Scene, spots: tuple[tuple[float, float, float, float, float], ...]) -> str:
    """Ears of rice at (x, y, turn, length, mirror)."""
    return "".join(
        place(kitchen.rice_ear(s, size, 0.6 + (i % 3) * 0.2), x, y, turn, mirror)
        for i, (x, y, turn, size, mirror) in enumerate(spots)
    )


def draw() -> Scene:
    """Sky, far trees, the field, egrets, table, sack, bowl, ears leaning in from both sides."""
    s = Scene("Gạo thơm trong bao đay bên đồng lúa chín", seed=17)
    light = palette.DAY
    s.add(nature.sky(s, HORIZON, light), nature.sun_disc(s, 330, 120, 62, light))
    s.add(nature.clouds(s, HORIZON, light), nature.tree_line(s, HORIZON + 4, 76, 0.35, light))
    s.add(s.blurred(2.2, field(s)), nature.birds(980, 110, 40))
    s.add(backdrops.table(s, EDGE, palette.mix(palette.RATTAN, palette.BARK, 0.35)))
    s.add(place(vessels.sack(s, 600, 520, filling=mound(s, 500, 190, 900)), 690, 1030))
    s.add(emblem(s), place(roll(s, 252, 64), 690, 510))
    bowl = vessels.bowl(s, 380, filling=mound(s, 350, 130, 520))
    s.add(scattered(s), place(bowl, 1120, 1090))
    s.add(ears(s, LEFT), ears(s, RIGHT))
    s.add(backdrops.soft_light(s, 0.45))
    return s
