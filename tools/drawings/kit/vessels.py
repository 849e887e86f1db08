"""Jars, bottles, bowls, sacks and packs: side views standing on (0, 0), with their own shadow.

Widths and heights are in units; `height` is measured from the foot to the lip.
"""

from __future__ import annotations

from . import palette as c
from .picture import Scene
from .shapes import Points, box, group, oval, path, place, smooth, stroke, taper


def turned(half: Points) -> str:
    """Path data of a thing turned on the wheel.

    `half` are the (half width, height) points of its right side, foot first.
    """
    right = [(w, -h) for w, h in half]
    left = [(-w, -h) for w, h in reversed(half)]
    sides = smooth(right, tension=0.75), smooth(left, tension=0.75)
    return f"{sides[0]}L{sides[1][1:]}Z"


def cast(s: Scene, width: float, length: float = 0.5, strength: float = 0.45) -> str:
    """The shadow a standing thing of that width throws to the lower right on a table."""
    near = s.shadow(oval(0, 0, width * 0.5, width * 0.1), width * 0.03, width * 0.02, 8, strength)
    long = s.shadow(
        oval(width * length, width * 0.06, width * 0.62, width * 0.13), 0, 0, 18, strength * 0.7
    )
    return long + near


def jar(
    s: Scene, width: float = 360, height: float = 420, colour: str = c.CLAY, lid: bool = True
) -> str:
    """A glazed earthen jar (lu, khạp) with a band of relief and, if wanted, a cloth-tied lid."""
    w, h = width / 2, height
    d = turned(
        [
            (w * 0.56, 0),
            (w * 0.86, h * 0.22),
            (w, h * 0.55),
            (w * 0.84, h * 0.84),
            (w * 0.6, h * 0.95),
            (w * 0.64, h),
        ]
    )
    glaze = s.linear(
        c.darker(colour, 0.1), c.lighter(colour, 0.3), colour, c.darker(colour, 0.6), angle=0
    )
    drips = "".join(
        taper(
            [(x, -h * 0.84), (x * 1.06, -h * 0.7), (x * 1.1, -h * (0.5 + (i % 3) * 0.07))],
            (40, 22, 9),
        )
        for i, x in enumerate(range(int(-w), int(w), 34))
    )
    bands = "".join(
        stroke(
            [(-w * k, -h * t), (0, -h * t + w * 0.1), (w * k, -h * t)],
            c.darker(colour, 0.5),
            4,
            opacity=0.5,
        )
        for t, k in ((0.8, 0.92), (0.76, 0.96), (0.3, 0.95))
    )
    glint = s.blurred(
        5,
        path(
            taper(
                [(-w * 0.62, -h * 0.78), (-w * 0.78, -h * 0.55), (-w * 0.68, -h * 0.3)],
                (4, w * 0.13, 3),
            ),
            "#fff3d4",
            opacity=0.7,
        ),
    )
    body = s.formed(
        d,
        glaze,
        path(drips, c.darker(colour, 0.4), opacity=0.5),
        bands,
        glint,
        shade=0.4,
        light=0.2,
    )
    mouth = path(oval(0, -h, w * 0.64, w * 0.15), c.darker(colour, 0.7)) + path(
        oval(0, -h, w * 0.64, w * 0.15), stroke=c.lighter(colour, 0.2), stroke_width=7
    )
    top = place(cloth_lid(s, width * 0.72), 0, -h) if lid else mouth
    return cast(s, width * 0.8) + body + top


def cloth_lid(s: Scene, width: float = 240, colour: str = c.CREAM) -> str:
    """A cloth tied over a mouth, `width` wide, the mouth's middle at (0, 0)."""
    w = width / 2
    skirt = smooth(
        [
            (-w, -6),
            (-w * 1.1, w * 0.34),
            (-w * 0.6, w * 0.46),
            (-w * 0.2, w * 0.38),
            (w * 0.25, w * 0.5),
            (w * 0.7, w * 0.38),
            (w * 1.1, w * 0.38),
            (w, -6),
        ],
        tension=0.8,
    )
    folds = "".join(
        taper([(x * 0.9, -4), (x, w * 0.2), (x * 1.06, w * 0.46)], (1, w * 0.05, 2))
        for x in (-w * 0.8, -w * 0.45, -w * 0.1, w * 0.3, w * 0.62)
    )
    cap = smooth(
        [
            (-w, 0),
            (-w * 0.7, -w * 0.24),
            (0, -w * 0.32),
            (w * 0.7, -w * 0.24),
            (w, 0),
            (0, w * 0.16),
        ],
        closed=True,
    )
    cord = stroke([(-w, 4), (0, w * 0.2), (w, 4)], c.RATTAN, w * 0.07)
    under = s.formed(
        skirt + "Z", c.darker(colour, 0.12), path(folds, c.darker(colour, 0.4), opacity=0.6)
    )
    return under + s.formed(cap, c.lighter(colour, 0.3)) + cord


def bottle(
    s: Scene,
    width: float = 150,
    height: float = 480,
    liquid: str = c.AMBER,
    glass: str = "#cfe0d2",
    full: float = 0.68,
    cork: bool = True,
) -> str:
    """A glass bottle filled to `full` of its height, with glints and the light it throws."""
    w, h = width / 2, height
    d = turned(
        [
            (w * 0.94, 0),
            (w, h * 0.06),
            (w, h * 0.5),
            (w * 0.86, h * 0.62),
            (w * 0.36, h * 0.76),
            (w * 0.33, h * 0.96),
            (w * 0.4, h),
        ]
    )
    tint = s.linear(
        c.darker(liquid, 0.35), c.lighter(liquid, 0.35), liquid, c.darker(liquid, 0.45), angle=0
    )
    fill = path(box(-w, -h * full, width, h * full), tint)
    level = path(
        oval(0, -h * full, w * (1 if full < 0.55 else 0.7), w * 0.09), c.lighter(liquid, 0.4)
    )
    glints = path(box(-w * 0.72, -h * 0.5, w * 0.16, h * 0.42, 9), "#ffffff", opacity=0.55)
    glints += path(box(w * 0.66, -h * 0.46, w * 0.08, h * 0.34, 5), "#ffffff", opacity=0.35)
    glints += path(box(-w * 0.2, -h * 0.95, w * 0.12, h * 0.16, 5), "#ffffff", opacity=0.5)
    edge = path(d, stroke=c.darker(glass, 0.35), stroke_width=3.5, opacity=0.6)
    pool = s.blurred(
        12,
        path(
            oval(width * 0.62, width * 0.05, width * 0.42, width * 0.07),
            c.lighter(liquid, 0.25),
            opacity=0.6,
        ),
    )
    stop = (
        path(box(-w * 0.3, -h * 1.06, w * 0.6, h * 0.1, 6), s.linear(c.SAND, c.RATTAN, angle=0))
        if cork
        else ""
    )
    body = path(d, glass, opacity=0.55) + s.clipped(d, fill, level) + glints
    return cast(s, width, 0.6) + pool + stop + body + edge


def glass_jar(
    s: Scene, width: float = 240, height: float = 300, filling: str = "", liquid: str = ""
) -> str:
    """A preserving jar with a tin lid.

    `filling` is markup drawn within (its floor's middle at (0, 0)), `liquid` a colour or nothing.
    """
    w, h = width / 2, height
    d = turned(
        [(w * 0.92, 0), (w, h * 0.07), (w, h * 0.76), (w * 0.8, h * 0.88), (w * 0.78, h * 0.92)]
    )
    fill = (
        path(
            box(-w, -h * 0.8, width, h),
            s.linear(c.lighter(liquid, 0.4), liquid, c.darker(liquid, 0.4), angle=15),
            opacity=0.85,
        )
        if liquid
        else ""
    )
    lid = s.formed(
        box(-w * 0.86, -h * 1.02, w * 1.72, h * 0.13, 8),
        s.linear("#f4dfa6", c.STRAW, c.BARK, angle=0),
    )
    glint = path(box(-w * 0.8, -h * 0.72, w * 0.14, h * 0.58, 9), "#ffffff", opacity=0.55)
    glint += path(box(w * 0.7, -h * 0.68, w * 0.07, h * 0.5, 5), "#ffffff", opacity=0.4)
    edge = path(d, stroke="#8fa79a", stroke_width=4, opacity=0.75)
    return (
        cast(s, width)
        + path(d, "#e4eee0", opacity=0.5)
        + s.clipped(d, fill, filling)
        + glint
        + edge
        + lid
    )


def bowl(
    s: Scene, width: float = 340, colour: str = "#f3ead6", band: str = c.TEAL, filling: str = ""
) -> str:
    """A bowl, its foot's middle at (0, 0), 0.46 × width high.

    `filling` is markup heaped in it with the mouth's middle at (0, 0).
    """
    w, h = width / 2, width * 0.44
    d = (
        smooth(
            [
                (-w, -h),
                (-w * 0.86, -h * 0.42),
                (-w * 0.4, -h * 0.06),
                (w * 0.4, -h * 0.06),
                (w * 0.86, -h * 0.42),
                (w, -h),
            ],
            tension=0.9,
        )
        + "Z"
    )
    foot = s.formed(box(-w * 0.38, -h * 0.12, w * 0.76, h * 0.14, 6), c.darker(colour, 0.2))
    rings = "".join(
        stroke([(-w * k, -h * t), (0, -h * t + w * 0.25), (w * k, -h * t)], band, t_w)
        for t, k, t_w in ((0.86, 0.99, 9.0), (0.74, 0.97, 3.0))
    )
    mouth = path(oval(0, -h, w, w * 0.25), s.linear(c.darker(colour, 0.45), c.darker(colour, 0.12)))
    lip = path(oval(0, -h, w, w * 0.25), stroke=c.lighter(colour, 0.6), stroke_width=width * 0.016)
    room = box(-w, -h - width, width, width) + oval(0, -h, w * 0.98, w * 0.235)
    heap = s.clipped(room, place(filling, 0, -h)) if filling else ""
    return cast(s, width * 0.8) + foot + s.formed(d, colour, rings, shade=0.55) + mouth + lip + heap


def plate(
    s: Scene, rx: float = 300, ry: float = 110, colour: str = "#f3ead6", band: str = c.TEAL
) -> str:
    """A shallow plate seen aslant, its middle at (0, 0)."""
    k = ry / rx
    under = s.shadow(oval(0, ry * 0.1, rx, ry), 18, 18, 12)
    rim = s.formed(oval(0, 0, rx, ry), colour)
    ring = path(oval(0, 0, rx * 0.93, rx * 0.93 * k), stroke=band, stroke_width=rx * 0.018)
    well = path(
        oval(0, 0, rx * 0.74, rx * 0.74 * k),
        s.linear(c.darker(colour, 0.2), c.lighter(colour, 0.4), angle=50),
    )
    return under + rim + ring + well


def sack(
    s: Scene, width: float = 420, height: float = 380, colour: str = "#d8b98a", filling: str = ""
) -> str:
    """An open jute sack with a rolled rim.

    `filling` is markup heaped in the mouth, whose middle is (0, 0) and whose width 0.8 × width.
    """
    w, h = width / 2, height
    d = (
        smooth(
            [
                (-w * 0.8, -h),
                (-w * 0.98, -h * 0.55),
                (-w * 0.9, -h * 0.06),
                (0, h * 0.03),
                (w * 0.92, -h * 0.05),
                (w, -h * 0.5),
                (w * 0.8, -h),
            ],
            tension=0.8,
        )
        + "Z"
    )
    tile = path(box(0, 0, 12, 12), colour) + path(
        "M0 3h12M0 9h12", stroke=c.darker(colour, 0.3), stroke_width=1.6
    )
    tile += path("M3 0v12M9 0v12", stroke=c.lighter(colour, 0.4), stroke_width=1.6, opacity=0.6)
    folds = "".join(
        taper([(x * 0.8, -h * 0.95), (x, -h * 0.5), (x * 0.9, -h * 0.1)], (2, w * 0.07, 2))
        for x in (-w * 0.66, -w * 0.2, w * 0.36, w * 0.74)
    )
    body = path(d, colour) + s.formed(
        d,
        s.pattern(tile, 12, 12),
        s.blurred(6, path(folds, c.darker(colour, 0.5), opacity=0.55)),
        shade=0.5,
    )
    mouth = path(oval(0, -h, w * 0.82, w * 0.2), c.darker(colour, 0.65))
    roll = path(
        oval(0, -h, w * 0.84, w * 0.21),
        stroke=s.linear(c.lighter(colour, 0.4), c.darker(colour, 0.2), angle=20),
        stroke_width=width * 0.06,
    )
    heap = place(filling, 0, -h) if filling else ""
    front = path(
        f"M{-w * 0.84:.1f} {-h:.1f}a{w * 0.84:.1f} {w * 0.21:.1f} 0 0 0 {w * 1.68:.1f} 0",
        stroke=c.lighter(colour, 0.12),
        stroke_width=width * 0.06,
    )
    return cast(s, width) + body + mouth + roll + heap + front


def heap(
    s: Scene, grain: str, width: float, height: float, count: int = 260, size: float = 1.0
) -> str:
    """A mound of small things.

    Copies of `grain` (markup round (0, 0)) piled `width` wide and `height` high, its base's
    middle at (0, 0), lit from the upper left.
    """
    rng, spots = s.chance(f"heap {width} {height}"), []
    for _ in range(count):
        x = rng.uniform(-1, 1)
        y = rng.random() * (1 - x * x)
        spots.append(
            (-y, x * width / 2, -y * height + rng.uniform(0, width * 0.12) * (1 - y) * (1 - x * x))
        )
    parts = [
        place(grain, x, y, rng.uniform(0, 360), size * rng.uniform(0.85, 1.1))
        for _, x, y in sorted(spots)
    ]
    dome = smooth(
        [
            (-width / 2, 0),
            (-width * 0.28, -height * 0.72),
            (0, -height),
            (width * 0.28, -height * 0.72),
            (width / 2, 0),
            (0, width * 0.1),
        ],
        closed=True,
    )
    dark = s.linear((0.4, c.SHADOW, 0), (1, c.SHADOW, 0.45), angle=40)
    return group(*parts) + path(dome, dark, style="mix-blend-mode:multiply")
