"""The outline of a fish, its tones and its shadow: what whole and split fish share."""

from __future__ import annotations

from . import palette as c
from .picture import Scene
from .shapes import Point, along, oval, path, smooth
from .species import Species


def outline(kind: Species, length: float) -> str:
    """Path data of the body without fins."""
    ts = [i / 22 * kind.back[-1][0] for i in range(23)]
    top = [edge_point(kind, "back", t, length) for t in ts]
    low = [edge_point(kind, "belly", t, length) for t in reversed(ts)]
    end = kind.back[-1][0] + 0.016
    return smooth([*top, ((end - 0.5) * length, 0.0), *low], closed=True)


def edge_point(kind: Species, edge: str, t: float, length: float, lift: float = 0) -> Point:
    """The point of the back's or belly's edge at `t`, moved out by `lift` lengths."""
    up = edge == "back"
    height = along(kind.back if up else kind.belly, min(t, kind.back[-1][0])) + lift
    return (t - 0.5) * length, -height * length if up else height * length


def tones_of(kind: Species, dried: bool) -> tuple[str, str, str, str]:
    """Back, side, belly and fin colours, living or dried."""
    back, side, belly, fin = kind.colours
    if not dried:
        return back, side, belly, fin
    return (
        c.mix(back, "#2f170f", 0.5),
        c.mix(side, "#7f4219", 0.6),
        c.mix(belly, "#e9a64b", 0.6),
        c.mix(fin, "#8d4a1b", 0.6),
    )


def tail_outline(kind: Species, length: float) -> str:
    """Path data of the tail."""
    base = kind.back[-1][0]
    x0, x1, h = (base - 0.515) * length, length / 2, kind.tail_spread * length
    root = kind.back[-1][1] * length * 0.86
    if kind.tail == "forked":
        mid = x0 + (x1 - x0) * 0.5
        lobe = [(x1 - h * 0.5, -h * 0.78), (x1, -h), (x1 - h * 0.12, -h * 0.62), (mid, 0.0)]
        low = [(x1 - h * 0.12, h * 0.62), (x1, h), (x1 - h * 0.5, h * 0.78)]
        return smooth([(x0, -root), *lobe, *low, (x0, root)], closed=True, tension=0.75)
    nose = 0.62 if kind.tail == "round" else 0.3
    far = [
        (x1 - h * 0.5, -h),
        (x1, -h * nose),
        (x1 + h * 0.05, 0.0),
        (x1, h * nose),
        (x1 - h * 0.5, h),
    ]
    return smooth([(x0, -root), *far, (x0, root)], closed=True, tension=0.9)


def shadow_of(s: Scene, kind: Species, length: float, body: str, strength: float) -> str:
    """A dark touch where the fish lies and the longer shadow of a low sun."""
    d = body + tail_outline(kind, length)
    near = s.shadow(d, length * 0.007, length * 0.018, length * 0.006, strength)
    return s.shadow(d, length * 0.036, length * 0.05, length * 0.018, strength * 0.8) + near


def draw_eye(s: Scene, kind: Species, length: float, side: str, dried: bool) -> str:
    """The eye at its place in the whole fish."""
    t, up, r = (v * length for v in kind.eye)
    x, y = t - length / 2, -up
    ring = s.radial(*(("#e7c583", "#9c7a3d") if dried else ("#fff3c0", "#c9a047")))
    pupil = r * (0.5 if dried else 0.6)
    socket = path(oval(x, y, r * 1.3, r * 1.25), c.darker(side, 0.55), opacity=0.7)
    ball = path(oval(x, y, r, r), ring) + path(oval(x, y, pupil, pupil), c.SOOT)
    return socket + ball + path(oval(x - r * 0.3, y - r * 0.35, r * 0.2, r * 0.18), "#fffaf0")


def salt(s: Scene, kind: Species, length: float) -> str:
    """Grains of salt on the skin."""
    rng, grains = s.chance(f"salt {length}"), []
    for _ in range(46):
        t = rng.uniform(0.1, 0.82)
        y = rng.uniform(-along(kind.back, t), along(kind.belly, t)) * length * 0.9
        grains.append(oval((t - 0.5) * length, y, length * 0.0022, length * 0.0018))
    return path("".join(grains), "#fff8e2", opacity=0.8)
