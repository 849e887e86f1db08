"""Bông điên điển muối chua: a jar of pickled yellow flowers under the bough, beside the water."""

from __future__ import annotations

from kit import backdrops, kitchen, nature, palette, plants, things, vessels
from kit.picture import Scene
from kit.shapes import box, group, oval, path, place, smooth, stroke


def blossom(s: Scene, size: float, tone: str = "#ffc81f") -> str:
    """One điên điển flower, its calyx at (0, 0), opening along +x; kept once.

    A notched banner specked brown behind, two wings, the pale keel between.
    """
    k, rng = size, s.chance(f"blossom {size} {tone}")
    edge = palette.darker(tone, 0.42)
    banner = smooth(
        [
            (0, 0),
            (k * 0.2, -k * 0.44),
            (k * 0.62, -k * 0.6),
            (k * 0.74, -k * 0.36),
            (k * 0.98, -k * 0.34),
            (k * 0.94, k * 0.02),
            (k * 0.5, k * 0.1),
        ],
        closed=True,
    )
    wing = smooth(
        [
            (0, 0),
            (k * 0.4, -k * 0.16),
            (k * 0.86, -k * 0.06),
            (k * 0.8, k * 0.2),
            (k * 0.36, k * 0.2),
        ],
        closed=True,
    )
    keel = smooth(
        [(0, 0), (k * 0.4, k * 0.08), (k * 0.66, k * 0.34), (k * 0.24, k * 0.3)], closed=True
    )
    specks = "".join(
        oval(k * rng.uniform(0.25, 0.85), -k * rng.uniform(0.12, 0.5), k * 0.016, k * 0.012)
        for _ in range(16)
    )
    line: dict[str, str | float | None] = {"stroke": edge, "stroke_width": k * 0.022}
    sunny = s.linear(palette.lighter(tone, 0.5), tone, palette.darker(tone, 0.2), angle=50)
    calyx = smooth(
        [(-k * 0.16, 0), (-k * 0.02, -k * 0.1), (k * 0.14, 0), (-k * 0.02, k * 0.1)], True
    )
    return kitchen.stamp(
        s,
        path(banner, sunny, **line)
        + s.clipped(banner, path(specks, "#7a3b1e", opacity=0.7))
        + path(keel, palette.lighter(tone, 0.55), **line)
        + path(wing, s.linear(palette.lighter(tone, 0.3), tone, palette.darker(tone, 0.16)), **line)
        + path(calyx, palette.MOSS),
    )


def pickled(s: Scene, width: float, height: float) -> str:
    """Flowers gone olive-gold in their brine, with slices of chilli and pale sprouts."""
    rng = s.chance(f"pickled {width}")
    tones = ("#dcae2e", "#e8c04a", "#c99a2a")
    kinds = [blossom(s, size, tone) for tone, size in zip(tones, (92, 84, 88), strict=True)]
    chilli = kitchen.stamp(s, kitchen.chilli_ring(size=46))
    parts = []
    for i in range(int(width * height / 900) + 30):
        x, y = rng.uniform(-width / 2, width / 2), -height * rng.uniform(0, 1)
        parts.append(place(kinds[i % 3], x, y, rng.uniform(0, 360)))
        if i % 12 == 11:
            parts.append(place(chilli, x + 60, y, rng.uniform(0, 180)))
        elif i % 8 == 7:
            sprout = [(x - 52, y), (x, y + rng.uniform(-22, 22)), (x + 52, y - 12)]
            parts.append(stroke(sprout, "#c9b98a", 12) + stroke(sprout, "#f8f1d6", 8))
    return group(*parts)


def jarful(s: Scene) -> str:
    """The jar's filling: flowers, brine clear at the top, the glass's roundness over all."""
    whole = box(-260, -680, 520, 700)
    sides = s.linear(
        (0, "#4a3210", 0.75),
        (0.2, "#7a5210", 0.15),
        (0.45, "#fff3c0", 0),
        (1, "#3a2210", 0.8),
        angle=0,
    )
    glow = s.radial((0, "#fff0a8", 0.6), (1, "#ffd860", 0), cx=0.35, cy=0.4, r=0.5)
    clear = path(oval(0, -528, 240, 22), "#fbe9a4", opacity=0.85)
    return group(
        pickled(s, 500, 470),
        clear,
        path(whole, sides, style="mix-blend-mode:multiply"),
        path(whole, glow, style="mix-blend-mode:soft-light"),
    )


def fresh(s: Scene) -> str:
    """A small nia heaped with fresh flowers."""
    rng, spots = s.chance("fresh"), []
    kinds = [blossom(s, 84), blossom(s, 78, "#ffdc4f")]
    for _ in range(120):
        x = rng.uniform(-1, 1)
        y = rng.uniform(-1, 1) * (1 - x * x) ** 0.5
        spots.append((x * 210, y * 66 - 74 * (1 - x * x) * (1 - y * y)))
    spots.sort(key=lambda at: at[1])
    heap = [place(kinds[i % 2], x, y, rng.uniform(0, 360)) for i, (x, y) in enumerate(spots)]
    return things.tray(s, 310, 122, 15) + group(*heap)


def loose(s: Scene) -> str:
    """Flowers fallen on the table."""
    rng, one = s.chance("loose"), blossom(s, 78)
    parts = []
    for x, y in ((640, 1090), (760, 1124), (960, 1094), (1010, 1150), (560, 1150)):
        parts.append(path(oval(x + 36, y + 24, 40, 10), palette.SHADOW, opacity=0.4))
        parts.append(place(one, x, y, rng.uniform(-40, 60)))
    return group(*parts)


def bough(s: Scene, length: float, clusters: int) -> str:
    """A bough with clusters of flowers hanging below it."""
    rng, kinds = s.chance(f"bough {length}"), [blossom(s, 78), blossom(s, 74, "#ffdc4f")]
    parts = [plants.sesbania(s, length, 0)]
    for i in range(clusters):
        t = 0.14 + 0.86 * i / clusters
        x, y = length * t, length * (0.1 * t + 0.22 * t * t)
        drop = rng.uniform(150, 210) * (1.1 - t * 0.4)
        parts.append(stroke([(x, y), (x + 10, y + drop * 0.5), (x + 4, y + drop)], palette.MOSS, 4))
        for k in range(6):
            at = (x + 8, y + drop * (0.2 + 0.16 * k))
            turn = (142 if k % 2 else 38) + rng.uniform(-16, 16)
            flower = place(kinds[k % 2], 0, 0, 0, 1 - 0.07 * k)
            parts.append(place(flower, *at, turn + 180 * (k % 2), -1 if k % 2 else 1))
    return group(*parts)


def draw() -> Scene:
    """Flooded field in clear light, table, jar, tray and bowl, two flowering boughs overhead."""
    s = Scene("Bông điên điển muối chua trong hũ, cành hoa vàng bên nước", seed=61)
    wood = palette.mix(palette.BARK, "#7d7a5a", 0.35)
    s.add(backdrops.table_by_water(s, 690, wood, palette.DAY, 5))
    s.add(s.blurred(1.5, place(nature.sampan(s, light=palette.DAY), 1270, 500, scale=0.8)))
    s.add(place(bough(s, 640, 6), 1660, -20, -14, -1))
    s.add(place(fresh(s), 420, 960))
    s.add(place(vessels.glass_jar(s, 500, 660, jarful(s), "#e9b93a"), 830, 1010))
    bowl = vessels.bowl(s, 330, filling=place(pickled(s, 190, 60), 0, 0))
    s.add(place(bowl, 1270, 1060), loose(s))
    s.add(place(kitchen.chilli(s, 150), 1090, 1120, -14))
    s.add(place(bough(s, 760, 7), -60, 10, -4))
    s.add(backdrops.soft_light(s, 0.42))
    return s
