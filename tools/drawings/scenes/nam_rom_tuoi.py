"""Nấm rơm tươi: straw mushrooms breaking out of a straw bed, a full basket behind, at sunrise."""

from __future__ import annotations

from kit import backdrops, kitchen, nature, palette, plants, things
from kit.picture import WIDTH, Scene
from kit.shapes import box, group, oval, path, place, smooth, taper

CLUSTER = (
    (450, 880, 0.9, -14, 0),
    (1120, 880, 0.92, 14, 1),
    (620, 900, 1.26, -6, 3),
    (960, 905, 1.26, 7, 0),
    (790, 985, 1.62, 0, 2),
    (1120, 1030, 1.12, 16, 2),
    (440, 1030, 1.1, -12, 1),
    (585, 1076, 0.86, -4, 0),
    (985, 1080, 0.8, 8, 1),
)
"""Each mushroom in the bed as foot x, y, scale, turn and kind; the far ones first."""

KINDS = (("#6d3f1f", "#efd2a0"), ("#4f2d18", "#e3c490"), ("#80502b", "#f3dcb0"))
"""Crown and foot of the three shades of cap."""


def mushroom(s: Scene, kind: int) -> str:
    """An egg-shaped straw mushroom 200 high, its foot at (0, 0): dark fibrous crown, pale base."""
    crown, pale = KINDS[kind]
    rng = s.chance(f"mushroom {kind}")
    egg = smooth(
        [
            (0, 4),
            (-62, -8),
            (-86, -62),
            (-74, -132),
            (-36, -186),
            (0, -200),
            (38, -186),
            (75, -130),
            (86, -60),
            (60, -8),
        ],
        closed=True,
    )
    skin = s.linear(
        palette.darker(crown, 0.45), crown, palette.mix(crown, pale, 0.4), pale, "#fdf1d6"
    )
    fibres = []
    for _ in range(120):
        u, low = rng.uniform(-1, 1), rng.uniform(-130, -20)
        top = rng.uniform(-196, -120)
        line = [(u * 22, top), (u * 66, (top + low) / 2), (u * 82, low)]
        fibres.append(taper(line, (1, 2.6, 0.6)))
    dark = path("".join(fibres), palette.darker(crown, 0.5), opacity=0.3)
    cap = s.blurred(10, path(oval(6, -196, 56, 40), palette.darker(crown, 0.6), opacity=0.75))
    glint = s.blurred(6, path(oval(-34, -128, 15, 40), "#fff6e0", opacity=0.75))
    ragged = [(-74, 2), (-82, -34), (-58, -22), (-36, -40), (-6, -20), (20, -38), (48, -20)]
    cup = smooth([*ragged, (80, -36), (72, 2), (0, 18)], closed=True, tension=0.8)
    veil = s.formed(cup, s.linear("#f3e3c3", "#dfc79d", "#b3925f"), shade=0.35)
    under = s.shadow(oval(22, 2, 96, 26), 14, 8, 12, 0.6)
    return under + s.formed(egg, skin, dark, cap, glint, shade=0.6, light=0.3) + veil


def opened(s: Scene) -> str:
    """A mushroom 230 high that has burst its sac: bell cap, pale stalk, torn cup at its foot."""
    rng = s.chance("opened")
    stalk = smooth([(-30, 0), (-24, -60), (-26, -120), (26, -120), (26, -60), (32, 0)], True, 0.6)
    bell = smooth(
        [
            (-104, -104),
            (-92, -160),
            (-48, -212),
            (0, -226),
            (48, -212),
            (92, -160),
            (104, -104),
            (54, -92),
            (0, -88),
            (-54, -92),
        ],
        closed=True,
    )
    skin = s.linear("#4a2c18", "#7a4a26", "#b0834f", "#e3c490")
    fibres = []
    for _ in range(110):
        u = rng.uniform(-1, 1)
        line = [(u * 26, -222), (u * 74, -170), (u * 100, rng.uniform(-140, -100))]
        fibres.append(taper(line, (1, 2.6, 0.6)))
    under = path(oval(0, -98, 96, 17), s.linear("#8a6a55", "#d8b79a"))
    gills = "".join(taper([(k * 4, -106), (k * 12, -90)], (1, 2.4)) for k in range(-8, 9))
    ragged = [(-62, 0), (-74, -66), (-48, -48), (-26, -72), (4, -46), (30, -74), (50, -50)]
    cup = smooth([*ragged, (74, -62), (62, 0), (0, 18)], closed=True, tension=0.8)
    glint = s.blurred(6, path(oval(-44, -160, 14, 30), "#fff6e0", opacity=0.7))
    return group(
        s.shadow(oval(20, 2, 96, 26), 14, 8, 12, 0.6),
        s.formed(stalk, s.linear("#fffaf0", "#efe0c3", "#b99b70", angle=0)),
        under + path(gills, "#6e4a3a", opacity=0.7),
        s.formed(bell, skin, path("".join(fibres), "#2f1d14", opacity=0.35), glint, shade=0.55),
        s.formed(cup, s.linear("#a98a66", "#8a6a4a", "#5e4530"), shade=0.4),
    )


def halved(s: Scene) -> str:
    """A mushroom cut lengthwise, 200 high: white flesh, the young cap and gills folded inside."""
    egg = smooth(
        [
            (0, 4),
            (-60, -6),
            (-84, -62),
            (-72, -132),
            (-36, -184),
            (0, -198),
            (38, -184),
            (73, -130),
            (84, -60),
            (58, -6),
        ],
        closed=True,
    )
    cap = smooth(
        [
            (-46, -84),
            (-50, -124),
            (-24, -162),
            (0, -170),
            (24, -162),
            (50, -124),
            (46, -84),
            (20, -96),
            (14, -60),
            (-14, -60),
            (-20, -96),
        ],
        closed=True,
    )
    stem = smooth([(-18, -18), (-15, -70), (0, -140), (15, -70), (18, -18), (0, -8)], closed=True)
    gills = "".join(
        taper([(k * 9, -140 + abs(k) * 4), (k * 10.5, -92 + abs(k) * 2)], (1, 3, 1))
        for k in (-4, -3, -2, 2, 3, 4)
    )
    rim = path(egg, stroke="#6b5a4c", stroke_width=9)
    return group(
        s.shadow(egg, 16, 14, 10, 0.5),
        s.formed(egg, s.linear("#fffaf0", "#f6ead2", "#e0cba4"), shade=0.25),
        rim,
        path(
            smooth([(-60, -60), (-62, -122), (0, -182), (62, -122), (60, -60), (0, -26)], True),
            "#cbb38c",
        ),
        s.formed(cap, "#fdf4e4", shade=0.2),
        path(gills, "#c58f7d"),
        s.formed(stem, "#fffaf0", shade=0.25),
    )


def behind(s: Scene) -> str:
    """A dim garden of tràm and water out of focus, sunrise between the trunks."""
    land = nature.landscape(s, 400, palette.DAY, (430, 190, 96))
    dusk = path(box(0, 0, WIDTH, 760), s.linear((0, "#ffe08a", 0.1), (1, "#3f7a52", 0.4)))
    trunks = "".join(
        place(plants.tram_tree(s, size), x, 660)
        for x, size in ((60, 760), (1530, 820), (1330, 640))
    )
    return s.blurred(7, land, dusk, trunks)


def basket(s: Scene, kinds: list[str]) -> str:
    """A basket full of mushrooms, its foot at (0, 0)."""
    spots = [(-150, 20, -24), (150, 16, 22), (-52, 4, -8), (62, 2, 10), (-104, 62, -14)]
    spots += [(104, 64, 16), (0, 66, 2)]
    heap = [place(kinds[i % 3], x, y, a, 0.78) for i, (x, y, a) in enumerate(spots)]
    w, h = 250, 270
    room = box(-w * 1.2, -h - 420, w * 2.4, 420) + oval(0, -h, w * 0.97, w * 0.18)
    full = s.clipped(room, place(group(*heap), 0, -h))
    front = path(
        f"M{-w} {-h}a{w} {w * 0.2} 0 0 0 {2 * w} 0",
        stroke=s.linear(palette.lighter(palette.RATTAN, 0.35), palette.RATTAN, angle=30),
        stroke_width=26,
    )
    return things.basket(s, 2 * w, h) + full + front


def draw() -> Scene:
    """Blurred grove, straw bed, basket, the cluster with straw over its feet, one cut in half."""
    s = Scene("Nấm rơm tươi nhú lên từ mô rơm, giỏ nấm đầy", seed=73)
    kinds = [kitchen.stamp(s, mushroom(s, kind)) for kind in range(3)]
    kinds.append(kitchen.stamp(s, opened(s)))
    s.add(nature.sky(s, 420, palette.DAY), behind(s))
    bed = smooth(
        [(-40, 660), (300, 590), (800, 560), (1300, 590), (1640, 650), (1640, 1260), (-40, 1260)],
        True,
        0.7,
    )
    s.add(path(bed, s.linear("#c08a38", "#8a5f2a", "#5f4128")))
    s.add(kitchen.straw(s, ((-60, 610), (1660, 900)), 620, 190))
    s.add(place(basket(s, kinds), 1080, 770, scale=0.98))
    s.add(kitchen.straw(s, ((-60, 820), (1660, 980)), 320, 240))
    s.add(kitchen.straw(s, ((-60, 930), (1660, 1120)), 300, 240))
    for x, y, size, turn, kind in CLUSTER:
        s.add(place(kinds[kind], x, y, turn, size))
        s.add(place(kitchen.straw(s, ((x - 70, y - 8), (x + 70, y + 26)), 9, 150), 0, 0))
    s.add(kitchen.straw(s, ((-60, 1090), (1660, 1230)), 300, 270))
    s.add(place(halved(s), 1290, 1130, 16, 0.98))
    s.add(backdrops.rays(s, 240, -100, 0.34), backdrops.motes(s, 46))
    s.add(plants.stem([(20, 1010), (110, 990), (190, 1000)], 9))
    s.add(place(plants.lotus_bud(s, 150), 182, 1000, 84))
    s.add(backdrops.soft_light(s, 0.5))
    return s
