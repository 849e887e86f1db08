"""Khô cá chốt: split catfish drying on a tray over the flooded field, in low morning sun."""

from __future__ import annotations

from kit import backdrops, nature, plants, things
from kit.fish import fish
from kit.picture import Scene
from kit.shapes import place
from kit.species import CA_CHOT
from kit.split import split_fish

CATCH = (
    (830, 584, -4, False),
    (1106, 698, 6, True),
    (506, 704, -4, False),
    (1100, 848, 4, False),
    (572, 842, -6, True),
    (826, 968, -2, False),
)
"""Each fish as x, y, turn, and whether it is split; the far ones first."""


def draw() -> Scene:
    """Sky and water, a far sampan, the rack with its tray, six fish, plants in the corners."""
    s = Scene("Khô cá chốt phơi trên nia tre giữa đồng nước nổi", seed=8)
    s.add(nature.landscape(s, horizon=318, sun=(430, 176, 70)))
    s.add(nature.birds(700, 130, 36))
    s.add(place(nature.sampan(s), 1170, 384, scale=0.68))
    s.add(things.rack(s, 540, 1086))
    s.add(place(things.tray(s, 700, 340), 800, 772))
    for x, y, turn, split in CATCH:
        size = 580 + (y - 584) * 0.12
        one = split_fish(s, CA_CHOT, size) if split else fish(s, CA_CHOT, size, dried=True)
        s.add(place(one, x, y, turn, squash=0.9))
    s.add(place(things.sheen(s, 620, 300, 0.6), 600, 680))
    s.add(place(plants.grasses(s, 260, 330, count=34), 10, 1230))
    s.add(place(plants.lotus_leaf(s, 150), 150, 1176))
    s.add(plants.stem([(1516, 1230), (1512, 1150), (1524, 1085)], 9))
    s.add(place(plants.lotus_flower(s, 104), 1524, 1090))
    s.add(place(plants.lotus_leaf(s, 120), 1436, 1196))
    s.add(backdrops.soft_light(s, 0.4))
    return s
