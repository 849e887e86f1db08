"""Fins: on the edge of the back or belly, paired, tail, and laid flat."""

from __future__ import annotations

from . import palette as c
from .form import edge_point, tail_outline
from .picture import Scene
from .shapes import Point, along, group, leaf, path, place, sample, smooth, taper
from .species import Fin, Paddle, Species


def edge_fin(s: Scene, kind: Species, fin: Fin, length: float, colour: str) -> str:
    """A fin on the edge of back or belly, with rays and its thorn."""
    sign = -1 if fin.edge == "back" else 1
    span = fin.end - fin.start

    def at(u: float, h: float) -> Point:
        x, y = edge_point(kind, fin.edge, fin.start + span * u, length, -0.012)
        return x, y + sign * (h + 0.012) * length * (h > 0)

    top = [at(u, h) for u, h in fin.outline]
    d = smooth([at(0, 0), *top, at(1, 0), at(0.5, -0.01)], closed=True, tension=0.8)
    rays = []
    crest = sample([at(0, 0), *top], 12)
    for i in range(fin.rays):
        u = (i + 0.5) / fin.rays
        tip = crest[int((0.24 + 0.74 * u) * (len(crest) - 1))]
        rays.append(
            path(taper([at(u, 0), tip], (length * 0.006, length * 0.002)), c.darker(colour, 0.45))
        )
    thin = s.linear(c.lighter(colour, 0.25), colour, c.darker(colour, 0.25), angle=-90 * sign)
    parts = [path(d, thin, opacity=0.92 if fin.rays else 1), s.clipped(d, *rays, opacity=0.6)]
    if fin.spine:
        thorn = [at(0, 0), at(fin.outline[0][0] * 0.35, fin.outline[0][1] * 0.5), top[0]]
        parts.append(
            path(
                taper(thorn, (length * 0.013, length * 0.009, length * 0.002)),
                c.darker(colour, 0.5),
            )
        )
    return group(
        *parts, path(d, stroke=c.darker(colour, 0.45), stroke_width=length * 0.0028, opacity=0.6)
    )


def paired_fin(s: Scene, kind: Species, p: Paddle, length: float, colour: str) -> str:
    """A breast or belly fin, or a feeler where it is very narrow."""
    depth = along(kind.belly, p.t) * length * p.depth
    size, wide = p.length * length, p.width * length
    if wide < length * 0.02:
        thread = [
            (0, 0),
            (size * 0.4, size * 0.05),
            (size * 0.8, -size * 0.04),
            (size, -size * 0.12),
        ]
        return place(
            path(taper(thread, (length * 0.009, length * 0.005, 0.8)), c.darker(colour, 0.3)),
            (p.t - 0.5) * length,
            depth,
            p.angle,
        )
    d = smooth(
        [
            (0, -wide * 0.16),
            (size * 0.94, -wide * 0.42),
            (size, -wide * 0.2),
            (size * 0.76, wide * 0.42),
            (size * 0.3, wide * 0.36),
            (0, wide * 0.14),
        ],
        closed=True,
        tension=0.8,
    )
    rays = [
        taper([(0, 0), (size, wide * (-0.3 + 0.8 * k / 6))], (length * 0.005, length * 0.002))
        for k in range(7)
    ]
    skin = s.linear(c.lighter(colour, 0.05), c.lighter(colour, 0.3), angle=10)
    parts = [
        s.shadow(d, 3, 5, 3, 0.35),
        path(d, skin),
        s.clipped(d, path("".join(rays), c.darker(colour, 0.5), opacity=0.5)),
    ]
    parts.append(path(d, stroke=c.darker(colour, 0.5), stroke_width=length * 0.0028, opacity=0.6))
    if p.spine:
        thorn = [(0, -wide * 0.08), (size * 0.5, -wide * 0.4), (size * 1.04, -wide * 0.42)]
        parts.append(
            path(taper(thorn, (length * 0.016, length * 0.012, 1)), c.darker(colour, 0.45))
        )
    return place(group(*parts), (p.t - 0.5) * length, depth, p.angle)


def tail_fin(s: Scene, kind: Species, length: float, colour: str) -> str:
    """The tail with its rays."""
    d = tail_outline(kind, length)
    x0, h = (kind.back[-1][0] - 0.53) * length, kind.tail_spread * length
    rays = [
        taper([(x0, h * 0.2 * v), (length * 0.53, h * 1.1 * v)], (length * 0.007, length * 0.003))
        for v in (k / 7 for k in range(-7, 8))
    ]
    skin = s.linear(c.darker(colour, 0.2), colour, c.lighter(colour, 0.3), angle=0)
    edge = path(d, stroke=c.darker(colour, 0.5), stroke_width=length * 0.003, opacity=0.6)
    return (
        path(d, skin) + s.clipped(d, path("".join(rays), c.darker(colour, 0.5), opacity=0.5)) + edge
    )


def spread_fin(s: Scene, length: float, colour: str) -> str:
    """A breast fin lying flat, its thorn in front, from (0, 0) along +x."""
    d, size = leaf(length * 0.14, length * 0.06), length * 0.14
    rays = "".join(taper([(0, 0), (size, size * v)], (2.4, 1)) for v in (-0.16, -0.06, 0.04, 0.14))
    skin = s.linear(colour, c.lighter(colour, 0.25), angle=0)
    edge = path(d, stroke=c.darker(colour, 0.5), stroke_width=1.6, opacity=0.7)
    return path(d, skin) + s.clipped(d, path(rays, c.darker(colour, 0.5), opacity=0.6)) + edge
