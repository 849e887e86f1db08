"""Nước mắm cá linh: a bottle glowing in window light, jars, fresh cá linh, chilli on a table."""

from __future__ import annotations

from kit import backdrops, kitchen, palette, vessels
from kit.fish import fish
from kit.picture import Scene
from kit.shapes import box, oval, path, place, smooth
from kit.species import CA_LINH

CATCH = ((-104, -26, 8), (96, -20, -6), (-60, 24, -4), (112, 32, 5), (10, 64, 3))
"""Each fish on the plate as x, y, turn."""


def glow(s: Scene) -> str:
    """Sun coming through the amber, and a label with one fish on it, for the bottle."""
    light = s.radial((0, "#ffd27a", 0.95), (0.6, "#ff9d3a", 0.35), (1, "#ff9d3a", 0))
    halo = s.radial((0, "#ffb859", 0.5), (1, "#ffb859", 0))
    bright = path(oval(-10, -330, 92, 190), light) + path(oval(0, -300, 330, 360), halo)
    tag = smooth(
        [(-114, -296), (0, -286), (114, -296), (114, -126), (0, -114), (-114, -126)], True, 0.5
    )
    paper = s.linear("#e7cf9a", "#fdf4de", "#f3e3bd", "#b89a63", angle=0)
    rim = path(box(-92, -276, 184, 6, 3) + box(-92, -142, 184, 6, 3), palette.LOTUS)
    mark = place(fish(s, CA_LINH, 168, cast=0), 0, -206)
    return bright + path(tag, paper) + rim + mark


def catch(s: Scene) -> str:
    """A plate of fresh cá linh."""
    one = [place(fish(s, CA_LINH, 292, cast=0.4), x, y, turn) for x, y, turn in CATCH]
    return vessels.plate(s, 310, 118) + "".join(one)


def draw() -> Scene:
    """Wall and table, three jars, the bottle in the middle, plate, dish and chillies in front."""
    s = Scene("Nước mắm cá linh bên khạp đất, cá linh tươi và ớt", seed=12)
    s.add(backdrops.table_by_wall(s, 640, "#e6c793", palette.mix(palette.BARK, palette.CLAY, 0.25)))
    s.add(s.blurred(3, place(vessels.jar(s, 330, 400, palette.BRICK), 1480, 770)))
    s.add(
        s.blurred(
            2,
            place(vessels.jar(s, 400, 480, palette.mix(palette.CLAY, palette.BARK, 0.4)), 310, 810),
        )
    )
    s.add(place(vessels.jar(s, 460, 540, palette.CLAY), 1190, 880))
    s.add(place(vessels.bottle(s, 236, 700, "#c9661d", full=0.66), 772, 975, scale=1.1))
    s.add(place(glow(s), 772, 975, scale=1.1))
    s.add(place(catch(s), 404, 990))
    s.add(place(kitchen.sauce_bowl(s, 160), 1084, 1000))
    s.add(place(kitchen.chilli(s, 200), 700, 1110, -8))
    s.add(place(kitchen.chilli(s, 150, "#d9481f", 0.05), 860, 1070, 16))
    s.add(place(kitchen.chilli(s, 150), 1290, 1060, -24))
    s.add(backdrops.rays(s, 60, -120, 0.3), backdrops.motes(s))
    s.add(backdrops.soft_light(s, 0.5))
    return s
