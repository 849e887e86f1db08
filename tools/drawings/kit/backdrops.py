"""Close-up settings with soft light: a table by an open window, a sedge mat, planks, cloth.

Each fills the picture; add things over it, then finish with `soft_light(s)`.
"""

from __future__ import annotations

from . import palette as c
from .nature import landscape
from .picture import HEIGHT, WIDTH, Scene
from .shapes import box, group, leaf, oval, path, place, poly, smooth, stroke, taper


def table_by_water(
    s: Scene, edge: float = 620, wood: str = c.RATTAN, light: c.Light = c.MORNING, focus: float = 9
) -> str:
    """A wooden table whose far edge is at the height `edge`.

    The flooded plain behind it out of focus (`focus` units of blur). Standing things have their
    feet between edge + 60 and 1050.
    """
    view = landscape(s, edge * 0.6, light, (430, edge * 0.33, 80))
    # Larger than the picture, so that the blur finds no transparent edge to draw in.
    far = s.blurred(focus, place(view, -48, -30, scale=1.06))
    over = path(box(0, 0, WIDTH, edge), s.linear((0, light.sun, 0.05), (1, light.glow, 0.3)))
    return far + over + table(s, edge, wood)


def table_by_wall(s: Scene, edge: float = 620, wall: str = "#e9d2a6", wood: str = c.BARK) -> str:
    """A wooden table before a plain lime-washed wall with window light falling aslant on it."""
    plain = path(
        box(0, 0, WIDTH, edge),
        s.linear(c.lighter(wall, 0.35), wall, c.darker(wall, 0.25), angle=25),
    )
    panes = "".join(
        poly([(x, 40), (x + 150, 10), (x + 330, edge), (x + 170, edge)]) for x in (160, 350, 540)
    )
    glow = s.blurred(14, path(panes, "#fff4d2", opacity=0.55))
    cool = s.linear((0, c.SHADOW, 0), (1, c.SHADOW, 0.3), angle=15)
    shade = path(box(0, 0, WIDTH, edge), cool, style="mix-blend-mode:multiply")
    return (
        plain
        + s.clipped(box(0, 0, WIDTH, edge), glow, _leaf_shadows(s))
        + shade
        + table(s, edge, wood)
    )


def _leaf_shadows(s: Scene) -> str:
    rng, blades = s.chance("leaf shadows"), []
    for i in range(11):
        blade = path(leaf(rng.uniform(170, 300), 36, 20), c.SHADOW)
        blades.append(place(blade, 1180 + 30 * (i % 3), 60 + 16 * i, 100 + i * 15))
    return s.blurred(9, *blades, opacity=0.2)


def table(s: Scene, edge: float = 620, wood: str = c.RATTAN) -> str:
    """The table top alone: planks running away from the viewer below the height `edge`."""
    rng, parts = s.chance(f"table {edge}"), []
    parts.append(
        path(
            box(0, edge, WIDTH, HEIGHT - edge),
            s.linear(c.lighter(wood, 0.35), wood, c.darker(wood, 0.4)),
        )
    )
    cuts = [-700 + 300 * i for i in range(11)]
    for i, x in enumerate(cuts[:-1]):
        top = [800 + (v - 800) * 0.55 for v in (x, cuts[i + 1])]
        plank = poly([(top[0], edge), (top[1], edge), (cuts[i + 1], HEIGHT), (x, HEIGHT)])
        tone = c.SHADOW if i % 2 else "#fff1cf"
        parts.append(path(plank, tone, opacity=rng.uniform(0.03, 0.12)))
        parts.append(s.clipped(plank, *_veins(s, x, cuts[i + 1], edge, wood)))
        parts.append(
            path(taper([(top[0], edge), (x, HEIGHT)], (1.5, 6)), c.darker(wood, 0.75), opacity=0.8)
        )
        parts.append(
            path(
                taper([(top[0] + 3, edge), (x + 6, HEIGHT)], (1, 3)),
                c.lighter(wood, 0.5),
                opacity=0.5,
            )
        )
    lip = path(
        box(0, edge - 3, WIDTH, 9),
        s.linear((0, c.lighter(wood, 0.7), 0.9), (1, c.lighter(wood, 0.7), 0)),
    )
    return s.clipped(box(0, edge - 4, WIDTH, HEIGHT), *parts) + lip


def _veins(s: Scene, left: float, right: float, edge: float, wood: str) -> list[str]:
    rng, veins = s.chance(f"veins {left}"), []
    for _ in range(13):
        x = rng.uniform(left, right)
        run = [
            (800 + (x + rng.uniform(-9, 9) - 800) * k, y)
            for k, y in (
                (0.55, edge),
                (0.7, edge + (HEIGHT - edge) * 0.33),
                (0.86, edge + (HEIGHT - edge) * 0.68),
                (1, HEIGHT),
            )
        ]
        veins.append(
            path(taper(run, (0.8, 2, 3, 2)), c.darker(wood, 0.55), opacity=rng.uniform(0.15, 0.4))
        )
    return veins


def mat(
    s: Scene, colour: str = "#dcbf7c", bands: tuple[str, ...] = (c.LOTUS, c.TEAL), top: float = 0
) -> str:
    """A sedge mat (chiếu) seen from above, fine-woven, with coloured bands along two sides.

    From the height `top` down to the lower edge.
    """
    tile = path(box(0, 0, 22, 16), c.darker(colour, 0.16))
    for row in range(2):
        for k in (-1, 0, 1):
            tile += path(
                box(k * 22 + row * 11 + 1, row * 8 + 0.8, 20, 6.6, 3),
                s.linear(c.lighter(colour, 0.4), colour),
            )
    parts = [path(box(0, top, WIDTH, HEIGHT - top), s.pattern(tile, 22, 16))]
    for i, band in enumerate(bands):
        for y in (top + 48 + 44 * i, HEIGHT - 76 - 44 * i):
            parts.append(
                path(box(0, y, WIDTH, 28), band, opacity=0.62, style="mix-blend-mode:multiply")
            )
            diamonds = "".join(
                poly([(x, y + 14), (x + 16, y + 5), (x + 32, y + 14), (x + 16, y + 23)])
                for x in range(-8, WIDTH, 52)
            )
            parts.append(path(diamonds, c.CREAM, opacity=0.75))
    return group(*parts)


def planks(s: Scene, wood: str = c.BARK) -> str:
    """Old boards lying side by side, seen from above."""
    rng, parts, y = s.chance("planks"), [], 0.0
    while y < HEIGHT:
        high = rng.uniform(140, 190)
        tone = c.mix(wood, c.SAND, rng.uniform(0.1, 0.3))
        parts.append(
            path(box(0, y, WIDTH, high), s.linear(c.lighter(tone, 0.2), tone, c.darker(tone, 0.3)))
        )
        for _ in range(16):
            v, x = y + rng.uniform(6, high - 6), rng.uniform(-300, WIDTH)
            run = [
                (x, v),
                (x + rng.uniform(150, 400), v + rng.uniform(-6, 6)),
                (x + rng.uniform(450, 900), v),
            ]
            parts.append(path(taper(run, (0.5, 2.4, 0.5)), c.darker(tone, 0.5), opacity=0.4))
        parts.append(path(box(0, y, WIDTH, 5), c.SOOT, opacity=0.75))
        y += high
    return group(*parts)


def check_cloth(
    s: Scene,
    width: float = 900,
    height: float = 420,
    dark: str = "#43322d",
    pale: str = "#f1e5cd",
    turn: float = 0,
) -> str:
    """A khăn rằn (checked scarf) lying flat with a wavy edge and fringes, its middle at (0, 0).

    Squash it with `place` to lay it on a table.
    """
    rng, w, h = s.chance(f"cloth {width}"), width / 2, height / 2
    tile = path(box(0, 0, 48, 48), pale) + path(
        box(0, 0, 24, 48) + box(0, 0, 48, 24), dark, opacity=0.55
    )
    tile += path(box(0, 0, 24, 24), dark, opacity=0.5)
    tile += path("M30 0v48M42 0v48M0 30h48M0 42h48", stroke=dark, stroke_width=1.4, opacity=0.4)
    top = [(-w + width * i / 8, -h + rng.uniform(-9, 9)) for i in range(9)]
    low = [(w - width * i / 8, h + rng.uniform(-9, 9)) for i in range(9)]
    d = smooth([*top, *low], closed=True, tension=0.6)
    folds = "".join(
        taper([(-w, y), (0, y + rng.uniform(-50, 50)), (w, y + rng.uniform(-30, 30))], (2, 26, 2))
        for y in (-h * 0.5, h * 0.05, h * 0.55)
    )
    fringe = "".join(
        stroke([(x, y), (x + 16 * v, y + rng.uniform(-4, 8))], pale, 3)
        for v, x in ((-1, -w + 4), (1, w - 4))
        for y in range(int(-h), int(h), 11)
    )
    cloth = s.formed(
        d, s.pattern(tile, 48, 48), s.blurred(12, path(folds, c.SHADOW, opacity=0.4)), shade=0.25
    )
    return place(s.shadow(d, 10, 12, 8) + fringe + cloth, 0, 0, turn)


def banana_leaf(s: Scene, length: float = 900, width: float = 330) -> str:
    """A piece of banana leaf lying flat, its middle at (0, 0), along x."""
    rng, d = s.chance(f"banana {length}"), leaf(length, width)
    ribs = []
    for i in range(60):
        x = length * i / 60
        for side in (-1, 1):
            rib = [
                (x, 0.0),
                (x + length * 0.05, side * width * 0.3),
                (x + length * 0.12, side * width * 0.6),
            ]
            ribs.append(
                path(
                    taper(rib, (2.4, 0.8)),
                    c.MIST if i % 2 else c.PINE,
                    opacity=rng.uniform(0.15, 0.4),
                )
            )
    mid = path(taper([(0, 0), (length, 0)], (12, 4)), c.mix(c.MOSS, c.CREAM, 0.5))
    blade = s.formed(d, s.linear(c.mix(c.LEAF, c.MOSS, 0.6), c.LEAF, c.PINE), *ribs)
    return place(s.shadow(d, 10, 14, 9) + blade + mid, -length / 2, 0)


def soft_light(s: Scene, strength: float = 0.5) -> str:
    """To finish any picture: sun from the upper left, quiet shade towards the other corners."""
    sun = s.radial((0, "#ffdf9a", strength), (1, "#ffb85a", 0), cx=0.22, cy=0.1, r=0.85)
    dark = s.radial((0.5, c.SHADOW, 0), (1, c.SHADOW, strength * 0.75), cx=0.46, cy=0.44, r=0.78)
    whole = box(0, 0, WIDTH, HEIGHT)
    return path(whole, sun, style="mix-blend-mode:soft-light") + path(
        whole, dark, style="mix-blend-mode:multiply"
    )


def rays(s: Scene, x: float = 200, y: float = -80, strength: float = 0.3) -> str:
    """Slanting beams of sun from a point off the upper edge."""
    beams = "".join(
        poly([(x, y), (x + 240 * i - 60, 1300), (x + 240 * i + 80, 1300)]) for i in range(1, 6)
    )
    fade = s.linear((0, "#fff3cf", strength), (1, "#fff3cf", 0))
    return s.blurred(16, path(beams, fade), style="mix-blend-mode:screen")


def motes(s: Scene, count: int = 40) -> str:
    """Specks of dust in the light, few and soft."""
    rng = s.chance("motes")
    dots = "".join(
        oval(rng.uniform(0, 1100), rng.uniform(40, 800), r, r)
        for r in (rng.uniform(1, 4) for _ in range(count))
    )
    return path(dots, "#fff6da", opacity=0.5)
