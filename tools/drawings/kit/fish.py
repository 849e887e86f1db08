"""A whole fish, fresh or dried, drawn from a Species.

It looks left, its middle at (0, 0), from -length/2 to length/2; `place(…, scale=-1)` mirrors it.
"""

from __future__ import annotations

from . import palette as c
from .fins import edge_fin, paired_fin, tail_fin
from .form import draw_eye, outline, shadow_of, tones_of
from .picture import Scene
from .shapes import along, group, path, smooth, taper
from .skin import skin
from .species import Species


def fish(
    s: Scene, kind: Species, length: float = 500, dried: bool = False, cast: float = 0.45
) -> str:
    """A whole fish in side view.

    `dried` warms its colours, shrinks its eye, ruffles its fins and shows the cut along the
    belly; `cast` is the strength of the shadow under it.
    """
    tones = tones_of(kind, dried)
    body = outline(kind, length)
    fins = [tail_fin(s, kind, length, tones[3])]
    fins += [edge_fin(s, kind, fin, length, tones[3]) for fin in kind.fins]
    near = [paired_fin(s, kind, p, length, tones[3]) for p in kind.paddles]
    shade = shadow_of(s, kind, length, body, cast)
    parts = [shade, group(*fins), skin(s, kind, length, tones, body, dried)]
    parts += [_head(s, kind, length, tones, dried), group(*near), _barbels(kind, length, tones)]
    return group(*parts)


def _head(
    s: Scene, kind: Species, length: float, tones: tuple[str, str, str, str], dried: bool
) -> str:
    back, side, belly, _ = tones
    x = (kind.head - 0.5) * length
    top, low = along(kind.back, kind.head) * length, along(kind.belly, kind.head) * length
    cover = [
        (x - length * 0.035, -top * 0.72),
        (x, -top * 0.1),
        (x - length * 0.012, low * 0.5),
        (x - length * 0.06, low * 0.9),
    ]
    gill = path(
        taper(cover, (0.6, length * 0.011, length * 0.008, 0.6)), c.darker(back, 0.45), opacity=0.85
    )
    lit = path(
        taper([(px - length * 0.009, py) for px, py in cover], (0.5, length * 0.006, 0.5)),
        c.lighter(belly, 0.4),
        opacity=0.7,
    )
    cap = [
        ((t - 0.5) * length, -along(kind.back, t) * length * (1 if k else 0.3))
        for k, t in (
            (1, 0),
            (1, kind.head * 0.4),
            (1, kind.head * 0.95),
            (0, kind.head * 0.8),
            (0, kind.head * 0.3),
        )
    ]
    crown = s.clipped(
        outline(kind, length),
        s.blurred(length * 0.008, path(smooth(cap, closed=True), c.darker(back, 0.3), opacity=0.6)),
    )
    lip = [
        (-length / 2, length * 0.004),
        ((kind.mouth * 0.5 - 0.5) * length, length * 0.012),
        ((kind.mouth - 0.5) * length, length * 0.02),
    ]
    mouth = path(taper(lip, (length * 0.004, length * 0.006, 0.6)), c.darker(back, 0.6))
    return crown + gill + lit + mouth + draw_eye(s, kind, length, side, dried)


def _barbels(kind: Species, length: float, tones: tuple[str, str, str, str]) -> str:
    parts = []
    for line in kind.barbels:
        points = [((t - 0.5) * length, y * length) for t, y in line]
        parts.append(
            path(
                taper(points, (length * 0.011, length * 0.007, length * 0.0025)),
                c.darker(tones[0], 0.3),
            )
        )
        lit = [(x - length * 0.001, y - length * 0.0015) for x, y in points]
        parts.append(path(taper(lit, (length * 0.003, length * 0.002, 0.5)), tones[2], opacity=0.5))
    return group(*parts)
