"""The picture of `ocop new site`: a jar with an empty label, for a product yet to be named."""

from __future__ import annotations

from kit import backdrops, nature, plants, vessels
from kit import palette as c
from kit.picture import Scene
from kit.shapes import box, oval, path, place, stroke


def draw() -> Scene:
    """Morning over still water; the jar in the middle of a table, a lotus lying beside it."""
    s = Scene(
        "Hũ thủy tinh nhãn trắng trên bàn gỗ bên bông sen, phía sau là đồng nước", 26, grain=0
    )
    s.add(backdrops.table_by_water(s, edge=700, wood="#a9743f", focus=7))
    s.add(place(backdrops.check_cloth(s, 1060, 520, c.WATER, "#f6e9d0"), 800, 1010, squash=0.5))
    s.add(place(jar(s, 480, 690), 770, 1040))
    s.add(place(plants.lotus_leaf(s, 190, 0.36), 1250, 1020, 8))
    s.add(place(plants.lotus_flower(s, 250), 1236, 1020, 14))
    s.add(place(nature.birds(0, 0, 44), 1090, 170))
    s.add(backdrops.soft_light(s, 0.45))
    return s


def jar(s: Scene, width: float, height: float) -> str:
    """A full jar with a cloth tied over its lid and a label that nobody has written yet."""
    w, h = width / 2, height
    body = vessels.turned([(w * 0.92, 0), (w, h * 0.07), (w, h * 0.72)])
    across = s.linear("#a06a22", "#d9a548", "#eecb82", "#d39e48", "#8c5a1e", angle=0)
    depth = s.linear((0, "#fff0c8", 0.25), (0.4, "#fff0c8", 0), angle=35)
    return (
        vessels.glass_jar(s, width, height)
        + path(body, across)
        + path(body, depth)
        + path(box(-w * 0.8, -h * 0.72, w * 0.14, h * 0.6, 14), "#ffffff", opacity=0.5)
        + label(s, width * 0.74, height * 0.4, height * 0.16)
        + place(vessels.cloth_lid(s, width * 0.86, c.CREAM), 0, -height * 0.98)
    )


def label(s: Scene, width: float, height: float, foot: float) -> str:
    """The paper label: two ruled lines to write on below a ring kept free for a mark."""
    left, top = -width / 2, -foot - height
    paper = s.formed(box(left, top, width, height, 10), "#fdf8ea", shade=0.18, light=0.1)
    frame = path(
        box(left + 14, top + 14, width - 28, height - 28, 4), stroke=c.TEAL, stroke_width=4
    )
    ring = path(
        oval(0, top + height * 0.36, 36, 36), stroke=c.STRAW, stroke_width=5, stroke_dasharray="9 7"
    )
    lines = "".join(
        stroke([(-width * reach, top + height * at), (width * reach, top + height * at)], c.MIST, 5)
        for reach, at in ((0.32, 0.66), (0.22, 0.78))
    )
    return paper + frame + ring + lines
