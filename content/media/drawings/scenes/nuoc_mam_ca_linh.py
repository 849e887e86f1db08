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
    tag = smooth([(-112, -330), (0, -318), (112, -330), (112, -130), (0, -116), (-112, -130)], True, 0.5)
    paper = s.linear("#e7cf9a", "#fdf4de", "#f3e3bd", "#b89a63", angle=0)
    rim = path(box(-92, -312, 184, 6, 3) + box(-92, -146, 184, 6, 3), palette.LOTUS)
    mark = place(fish(s, CA_LINH, 168, cast=0), 0, -226)
    return bright + path(tag, paper) + rim + mark


def catch(s: Scene) -> str:
    """A plate of fresh cá linh."""
    one = [place(fish(s, CA_LINH, 292, cast=0.4), x, y, turn) for x, y, turn in CATCH]
    return vessels.plate(s, 310, 118) + "".join(one)


def draw() -> Scene:
    """Wall and table, three jars, the bottle in the middle, plate, dish and chillies in front."""
    s = Scene("Nước mắm cá linh bên khạp đất, cá linh tươi và ớt", seed=12)
    s.add(backdrops.table_by_wall(s, 640, "#e6c793", palette.mix(palette.BARK, palette.CLAY, 0.25)))
    s.add(s.blurred(3, place(vessels.jar(s, 330, 400, palette.BRICK), 1440, 760)))
    s.add(s.blurred(2, place(vessels.jar(s, 400, 470, palette.mix(palette.CLAY, palette.BARK, 0.4)), 270, 800)))
    s.add(place(vessels.jar(s, 440, 540, palette.CLAY), 1120, 880))
    s.add(place(vessels.bottle(s, 236, 700, "#c9661d", full=0.66), 720, 930))
    s.add(place(glow(s), 720, 930))
    s.add(place(catch(s), 430, 1000))
    s.add(place(kitchen.sauce_bowl(s, 150), 980, 978))
    s.add(place(kitchen.chilli(s, 190), 720, 1090, -8))
    s.add(place(kitchen.chilli(s, 160, "#d9481f"), 800, 1060, 24))
    s.add(place(kitchen.chilli(s, 150), 1180, 1086, -28))
    s.add(backdrops.rays(s, 60, -120, 0.3), backdrops.motes(s))
    s.add(backdrops.soft_light(s, 0.5))
    return s
