"""Một ngày trên đồng nước nổi: guests in a sampan among water lilies and drowned tràm."""

from __future__ import annotations

from kit import backdrops, crafts, nature, plants
from kit import palette as c
from kit.picture import Scene
from kit.shapes import Point, box, group, lens, oval, path, place, smooth, stroke, tag, taper

SKIN = c.mix(c.CLAY, c.HONEY, 0.45)
VEST = "#f2641c"


def draw() -> Scene:
    """A green morning: far grove, tràm standing in the water, the sampan, lilies, egrets."""
    s = Scene("Khách đội nón lá ngồi xuồng giữa đồng súng và rừng tràm", seed=21)
    s.add(nature.landscape(s, horizon=392, light=c.DAY, sun=(560, 150, 62)))
    for x, y, tall in ((150, 468, 400), (1270, 462, 380), (1490, 500, 520), (352, 452, 330)):
        s.add(drowned_tree(s, x, y, tall, 0.3))
    s.add(nature.birds(700, 236, 52, "#fffaf0", 6))
    s.add(lilies(s, 470, 690, 34))
    s.add(drowned_tree(s, 60, 640, 780, 0.0))
    s.add(place(egret(s), 1330, 640, scale=0.9))
    s.add(place(sampan(s), 800, 800))
    s.add(lilies(s, 850, 1170, 15))
    s.add(near_trunk(s, 1560, 1010))
    s.add(place(egret(s), 1400, 1010, scale=-1.5))
    for x, y, size, tone in (
        (960, 950, 110, crafts.LILY_WHITE),
        (300, 1010, 190, crafts.LILY_PINK),
        (1110, 1064, 190, crafts.LILY_PINK),
        (640, 1080, 170, crafts.LILY_WHITE),
    ):
        s.add(place(crafts.lily_pad(s, size * 0.95, 0.36, c.LEAF, x % 160), x + 60, y + 46))
        s.add(place(crafts.water_lily(s, size, tone), x, y))
    s.add(place(plants.grasses(s, 240, 330, count=34), 40, 1230))
    s.add(backdrops.soft_light(s, 0.4))
    return s


def lilies(s: Scene, top: float, bottom: float, count: int) -> str:
    """A scatter of pads and flowers between two heights, larger towards the viewer."""
    rng, spots = s.chance(f"lilies {top}"), []
    for _ in range(count):
        y = top + (bottom - top) * rng.random()
        spots.append((y, rng.uniform(-20, 1620)))
    parts = []
    for i, (y, x) in enumerate(sorted(spots)):
        r = 16 + (y - 440) * 0.125
        tone = c.mix(c.LEAF, c.MOSS, rng.random())
        parts.append(place(crafts.lily_pad(s, r, 0.3, tone, rng.uniform(0, 360)), x, y))
        if i % 3 == 0:
            hue = (crafts.LILY_PINK, crafts.LILY_WHITE)[i // 3 % 2]
            parts.append(place(crafts.water_lily(s, r * 0.9, hue), x - r * 0.2, y - r * 0.26))
    return group(*parts)


def drowned_tree(s: Scene, x: float, y: float, tall: float, haze: float) -> str:
    """A tràm standing in the flood at the waterline, with its reflection."""
    tree = plants.tram_tree(s, tall)
    back = tag("g", tree, transform="scale(1 -.5)")
    rings = path(lens(0, 3, tall * 0.26, 4), c.DAY.water[0], opacity=0.7)
    return place(s.blurred(2.4, back, opacity=0.34) + group(tree, opacity=1 - haze) + rings, x, y)


def near_trunk(s: Scene, x: float, y: float) -> str:
    """A near trunk rising out of the picture, its bark peeling in papery strips."""
    rng = s.chance("near trunk")
    d = taper([(x, y), (x - 16, y - 420), (x + 14, y - 1060)], (104, 82, 70))
    strips = []
    for _ in range(90):
        sy, sx = rng.uniform(y - 1040, y), x + rng.uniform(-60, 40)
        w = rng.uniform(14, 54)
        strip = [(sx, sy), (sx + w * 0.5, sy - rng.uniform(2, 16)), (sx + w, sy - 4)]
        tone = rng.choice((c.RATTAN, c.UMBER, "#fff3d8", "#fff3d8"))
        strips.append(path(taper(strip, (1, rng.uniform(4, 11), 1)), tone, opacity=0.6))
    bark = s.linear("#f7ecd4", "#d8c2a0", "#8c7358", c.UMBER, angle=0)
    trunk = s.formed(d, bark, *strips, shade=0.4)
    back = tag("g", trunk, transform=f"translate(0 {2 * y}) scale(1 -1)")
    rings = path(lens(x, y + 4, 240, 6) + lens(x - 10, y + 20, 330, 4), c.DAY.water[0], opacity=0.6)
    return s.blurred(4, back, opacity=0.3) + trunk + rings


def egret(s: Scene) -> str:
    """A white egret standing in shallow water, 150 high, looking left; its feet at (0, 0)."""
    legs = stroke([(4, 0), (6, -52)], c.SOOT, 3.4) + stroke([(20, 2), (16, -52)], c.SOOT, 3.4)
    body = smooth([(-24, -78), (0, -92), (34, -74), (66, -38), (24, -46), (-12, -50)], closed=True)
    neck = taper([(-10, -70), (-30, -92), (-14, -116), (-26, -138)], (24, 14, 10, 11))
    head = oval(-28, -140, 11, 8)
    beak = taper([(-34, -140), (-66, -132)], (7, 1))
    plume = stroke([(6, -80), (34, -62), (58, -40)], c.MIST, 2.6)
    plume += stroke([(4, -68), (26, -56), (44, -46)], c.MIST, 2.2)
    white = s.linear("#ffffff", "#f3efe2", "#bfcfc4", angle=50)
    eye = path(oval(-33, -142, 1.8, 1.8), c.SOOT)
    bird = legs + path(neck, "#fbf8ef") + path(body, white) + plume
    bird += path(head, "#ffffff") + path(beak, c.STRAW) + eye
    back = tag("g", bird, transform="scale(1 -.7)")
    return s.blurred(2, back, opacity=0.4) + bird + path(lens(8, 2, 80, 2.6), "#e9f3e2")


def sampan(s: Scene) -> str:
    """The sampan, about 1040 long, waterline at (0, 0), bow left: a boatwoman and three guests."""
    inside = smooth(
        [(-510, -98), (-250, -74), (0, -68), (280, -74), (510, -104), (280, -34), (-260, -30)],
        closed=True,
    )
    well = path(inside, s.linear(c.UMBER, c.SOOT))
    people = (
        place(person(s, "#f3ead6", VEST), -250, -30)
        + place(person(s, c.TEAL, VEST), -60, -28)
        + place(person(s, "#e8b54a", VEST), 150, -30, scale=-1)
        + place(rower(s), 352, -40)
    )
    boat = well + people + hull(s)
    back = tag("g", boat, transform="translate(0 22) scale(1 -.62)")
    rings = "".join(
        lens(dx, 24 + 9 * i, 900 - 130 * i, 4) for i, dx in enumerate((0, 60, -40, 90, -20))
    )
    dark = s.blurred(10, path(lens(20, 26, 1060, 30), c.INK, opacity=0.5))
    mirror = s.blurred(4, back, opacity=0.42)
    return mirror + dark + boat + path(rings, c.DAY.water[0], opacity=0.6)


def hull(s: Scene) -> str:
    """The near side of the boat with its planks, rim and nails."""
    rim: list[Point] = [(-520, -106), (-300, -52), (0, -36), (300, -52), (520, -112)]
    keel: list[Point] = [(440, -20), (280, 16), (0, 24), (-280, 16), (-440, -18)]
    d = smooth([*rim, *keel], closed=True, tension=0.8)
    wood = s.linear(c.mix(c.AMBER, c.RATTAN, 0.5), c.BARK, c.SOOT)
    lines = "".join(
        stroke(
            [(-490, -92 + k), (-280, -42 + k), (0, -26 + k), (290, -42 + k), (490, -96 + k)],
            c.SOOT,
            2.4,
            opacity=0.55,
        )
        for k in (14, 29)
    )
    wet = path(box(-540, 4, 1080, 30), c.INK, opacity=0.45)
    edge = stroke(rim, c.SOOT, 15) + stroke(
        [(x, y - 3) for x, y in rim], c.lighter(c.AMBER, 0.4), 9
    )
    return s.formed(d, wood, lines, wet, shade=0.4, light=0.3) + edge


def person(s: Scene, shirt: str, vest: str) -> str:
    """A seated guest in nón lá and life vest, turned to the left, the seat at (0, 0)."""
    cloth = s.linear(c.lighter(shirt, 0.4), shirt, c.darker(shirt, 0.4), angle=20)
    knees = smooth([(-86, 0), (-80, -52), (-30, -58), (40, -40), (54, 4)], closed=True)
    legs = path(knees, s.linear("#50627a", "#2d3d52"))
    torso = smooth(
        [(-44, 0), (-50, -60), (-42, -124), (-14, -146), (22, -140), (46, -104), (54, 0)],
        closed=True,
        tension=0.8,
    )
    jacket = smooth(
        [
            (-47, -18),
            (-51, -66),
            (-43, -120),
            (-24, -138),
            (-4, -112),
            (14, -136),
            (38, -112),
            (48, -62),
            (50, -18),
        ],
        closed=True,
        tension=0.5,
    )
    orange = s.linear("#ff9a4e", vest, c.darker(vest, 0.4), angle=25)
    straps = "".join(stroke([(-50, y), (0, y + 9), (50, y - 1)], c.UMBER, 7) for y in (-40, -76))
    seam = stroke([(-5, -110), (-2, -20)], c.darker(vest, 0.5), 4)
    buckles = path(box(-10, -38, 14, 12, 3) + box(-11, -73, 14, 12, 3), c.CREAM)
    lit = stroke([(-42, -112), (-47, -64), (-43, -22)], "#ffe0b0", 4, opacity=0.8)
    arm = taper([(24, -116), (38, -66), (-8, -40), (-40, -46)], (36, 30, 23, 15))
    neck = path(box(-18, -164, 28, 36, 8), c.darker(SKIN, 0.25))
    body = legs + neck + path(torso, cloth)
    body += s.formed(jacket, orange, straps, shade=0.3) + seam + buckles + lit
    body += path(arm, cloth) + path(oval(-44, -46, 12, 10), SKIN)
    return body + place(head(s), -8, -182)


def head(s: Scene) -> str:
    """A head under a nón lá, turned a little to the left, its middle at (0, 0)."""
    hair = path(smooth([(-6, -26), (34, -20), (36, 22), (20, 34), (6, 20)], closed=True), c.SOOT)
    face = smooth([(-28, -24), (-30, 0), (-22, 22), (-4, 32), (16, 20), (22, -24)], closed=True)
    tone = s.linear(c.darker(SKIN, 0.35), SKIN, SKIN)
    marks = stroke([(-20, 2), (-14, 0), (-10, 2)], c.SOOT, 2.6)
    marks += stroke([(2, 2), (7, 0), (12, 2)], c.SOOT, 2.6)
    marks += stroke([(-17, 16), (-8, 20), (2, 16)], c.BRICK, 3) + stroke(
        [(-9, 4), (-12, 11)], c.CLAY, 2.4
    )
    blush = path(oval(8, 12, 6, 4) + oval(-22, 11, 4, 4), "#d8603f", opacity=0.4)
    band = stroke([(-24, -16), (-16, 24), (-3, 35), (14, 24), (22, -14)], c.LOTUS, 3.4)
    hat = place(nature.conical_hat(s), 0, -18, -3, 1.62)
    return hair + path(face, tone) + marks + blush + band + hat


def rower(s: Scene) -> str:
    """The boatwoman standing at the stern in a brown áo bà ba, pushing with a pole."""
    pole = taper([(-70, -360), (60, -130), (200, 130)], (9, 10, 8))
    blouse = smooth(
        [
            (-38, -56),
            (-44, -120),
            (-40, -190),
            (-12, -214),
            (24, -210),
            (48, -176),
            (50, -110),
            (58, -54),
        ],
        closed=True,
        tension=0.8,
    )
    cloth = s.linear("#c75b7d", c.LOTUS, c.darker(c.LOTUS, 0.5), angle=20)
    skirt = smooth(
        [(-40, -62), (-44, 6), (-10, 14), (2, -40), (16, 14), (56, 8), (56, -62)],
        closed=True,
        tension=0.5,
    )
    trousers = path(skirt, s.linear(c.SOOT, "#191214"))
    near = taper([(-30, -186), (-62, -150), (-36, -236 + 40), (-8, -244)], (34, 29, 22, 14))
    far = taper([(34, -184), (74, -150), (48, -134)], (34, 27, 16))
    scarf = s.formed(
        smooth([(-34, -206), (0, -190), (34, -204), (30, -222), (-24, -224)], closed=True),
        c.CREAM,
        shade=0.5,
    )
    hands = path(oval(-5, -246, 11, 11) + oval(48, -136, 12, 11), SKIN)
    neck = path(box(-14, -236, 28, 34, 8), c.darker(SKIN, 0.25))
    wood = path(pole, s.linear(c.BAMBOO, c.RATTAN))
    body = trousers + neck + path(blouse, cloth) + scarf + wood
    return (
        body
        + path(near, cloth)
        + path(far, c.lighter(c.LOTUS, 0.12))
        + hands
        + place(head(s), -2, -256)
    )
