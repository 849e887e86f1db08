"""A fish split open and laid flat to dry, drawn from a Species; placed like a whole one."""

from __future__ import annotations

import math

from . import palette as c
from .fins import spread_fin, tail_fin
from .form import draw_eye, salt, shadow_of, tones_of
from .picture import Scene
from .shapes import Point, along, group, lens, path, place, smooth, taper
from .species import Species


def split_fish(s: Scene, kind: Species, length: float = 500, cast: float = 0.45) -> str:
    """A fish cut open along the belly and laid flat to dry, flesh up.

    Two halves joined at the back, backbone between, head parted, fins at the edges. About 0.42 ×
    length across.
    """
    rng = s.chance(f"split {length}")
    wide = 1.62
    edge: list[Point] = []
    for side in (-1, 1):
        run = []
        for i in range(18):
            t = 0.015 + (kind.back[-1][0] - 0.02) * i / 17
            half = (
                (along(kind.back, t) + along(kind.belly, t))
                * length
                * 0.5
                * wide
                * (1.04 - 0.42 * t)
            )
            ruffle = 1 + rng.uniform(-0.05, 0.05) * (0.2 < t < 0.75)
            run.append(((t - 0.5) * length, side * half * ruffle))
        edge += run if side < 0 else run[::-1]
    d = smooth(edge, closed=True)
    tones = tones_of(kind, True)
    under = shadow_of(s, kind, length, d, cast)
    skin = path(
        d, c.darker(tones[0], 0.1), stroke=c.darker(tones[0], 0.25), stroke_width=length * 0.012
    )
    flesh = _flesh(s, kind, length, d)
    parts = [
        under,
        tail_fin(s, kind, length, tones[3]),
        skin,
        flesh,
        _open_head(s, kind, length, tones),
    ]
    parts += [_open_barbels(kind, length, tones)]
    return group(*parts)


def _flesh(s: Scene, kind: Species, length: float, d: str) -> str:
    meat = s.linear("#d77a38", "#f2ad5e", "#b5532a", "#f2ad5e", "#c4652c")
    parts = [path(d, meat, transform="scale(.985 .93)")]
    deep = max(h for _, h in kind.back) + max(h for _, h in kind.belly)
    for i in range(26):
        x = (kind.head + 0.01 + i * 0.026 - 0.5) * length
        h = deep * 0.9 * length
        for side in (-1, 1):
            line = [
                (x, 0),
                (x + h * 0.34, side * h * 0.34),
                (x + h * 0.3, side * h * 0.62),
                (x + h * 0.52, side * h),
            ]
            parts.append(
                path(
                    taper(line, (length * 0.002, length * 0.006, length * 0.002)),
                    "#8a3f1e",
                    opacity=0.42,
                )
            )
            after = [(px + length * 0.008, py) for px, py in line]
            parts.append(path(taper(after, (0.5, length * 0.005, 0.5)), "#ffe0a3", opacity=0.5))
    bone = [(-length * (0.5 - kind.head * 0.8), 0.0), (0, 0), (length * 0.35, 0)]
    parts.append(
        s.blurred(
            length * 0.008,
            path(taper(bone, (length * 0.045, length * 0.03, 2)), c.BRICK, opacity=0.75),
        )
    )
    parts.append(path(taper(bone, (length * 0.014, length * 0.01, 2)), "#f7dfae"))
    pips = "".join(
        lens((-0.32 + 0.024 * i) * length, 0, length * 0.006, length * 0.012) for i in range(28)
    )
    parts.append(path(pips, "#a85c2c"))
    sun = s.blurred(
        length * 0.02,
        path(
            lens(-length * 0.05, -length * 0.075, length * 0.5, length * 0.03),
            "#fff0c6",
            opacity=0.6,
        ),
    )
    return s.clipped(d, *parts, sun, salt(s, kind, length))


def _open_head(s: Scene, kind: Species, length: float, tones: tuple[str, str, str, str]) -> str:
    parts, r = [], kind.head * length
    deep = (along(kind.back, kind.head) + along(kind.belly, kind.head)) * length * 0.74
    for side in (-1, 1):
        half = side * deep
        cheek = [(r * 0.16, half * 0.6), (r * 0.6, half * 0.98), (r * 1.04, half * 1.06)]
        d = smooth([(0, 0), *cheek, (r * 0.84, half * 0.55), (r * 0.96, 0)], closed=True)
        bone = s.linear(
            c.lighter(tones[1], 0.15), tones[1], c.darker(tones[0], 0.1), angle=90 * side
        )
        hollow = smooth(
            [
                (r * 0.5, half * 0.2),
                (r * 0.66, half * 0.72),
                (r * 0.98, half * 0.7),
                (r * 0.86, half * 0.14),
            ],
            closed=True,
        )
        combs = "".join(
            taper(
                [(r * k, half * 0.12), (r * (k + 0.13), half * 0.45), (r * (k + 0.1), half * 0.8)],
                (1, 5, 1),
            )
            for k in (0.5, 0.58, 0.66, 0.74)
        )
        gills = path(hollow, c.darker(c.BRICK, 0.25)) + s.clipped(hollow, path(combs, "#d0694a"))
        eye = place(
            draw_eye(s, kind, length, tones[1], True),
            r * 0.36 - (kind.eye[0] - 0.5) * length,
            half * 0.66 + kind.eye[1] * length,
        )
        parts += [s.formed(d, bone, gills, shade=0.25), eye]
        parts.insert(0, place(spread_fin(s, length, tones[3]), r * 0.92, half * 0.96, 30 * side))
    return place(group(*parts), -length / 2, 0)


def _open_barbels(kind: Species, length: float, tones: tuple[str, str, str, str]) -> str:
    parts = []
    for i, line in enumerate(kind.barbels[:3]):
        for side in (-1, 1):
            reach = math.dist(line[0], line[-1]) * length
            start = (-length * (0.492 - 0.012 * i), side * length * (0.016 + 0.02 * i))
            bow = [
                start,
                (start[0] - reach * 0.3, start[1] + side * reach * (0.1 + 0.2 * i)),
                (start[0] - reach * 0.22, start[1] + side * reach * (0.5 + 0.15 * i)),
                (start[0] + reach * 0.2, start[1] + side * reach * 0.8),
            ]
            parts.append(
                path(
                    taper(bow, (length * 0.0075, length * 0.006, length * 0.002)),
                    c.darker(tones[0], 0.3),
                )
            )
    return group(*parts)
