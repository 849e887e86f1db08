"""The skin of a whole fish: countershade, marks, scales, muscle, shine, the cut of the knife."""

from __future__ import annotations

from . import palette as c
from .form import salt
from .picture import Scene
from .shapes import along, group, lens, path, poly, stroke, taper
from .species import Species


def skin(
    s: Scene, kind: Species, length: float, tones: tuple[str, str, str, str], d: str, dried: bool
) -> str:
    """The body with all that lies on its skin; `d` is its outline."""
    back, side, belly, _ = tones
    skin = s.linear(
        (0, c.darker(back, 0.25)),
        (0.28, back),
        (0.56, side),
        (0.8, belly),
        (1, c.darker(belly, 0.35)),
    )
    inside = [_marks(s, kind, length, tones)]
    if kind.scale:
        inside.append(_scales(s, kind, length, tones))
    inside.append(_muscles(kind, length, back))
    ts = [0.12 + 0.7 * i / 8 for i in range(9)]
    shine = [((t - 0.5) * length, -along(kind.back, t) * length * 0.52) for t in ts]
    glint = path(taper(shine, (0.5, length * 0.016, length * 0.01, 0.5)), "#fff1c8", opacity=0.75)
    inside.append(s.blurred(length * 0.006, glint))
    keel = [((t - 0.5) * length, along(kind.belly, t) * length * 0.99) for t in ts]
    inside.append(
        s.blurred(
            length * 0.012,
            path(taper(keel, (1, length * 0.045, length * 0.03, 1)), c.SHADOW, opacity=0.5),
        )
    )
    if dried:
        inside.append(_cut(kind, length))
        inside.append(salt(s, kind, length))
    rim = path(d, stroke=c.darker(back, 0.4), stroke_width=length * 0.005, opacity=0.55)
    return path(d, skin) + s.clipped(d, *inside) + rim


def _marks(s: Scene, kind: Species, length: float, tones: tuple[str, str, str, str]) -> str:
    dark, rng, parts = c.darker(tones[0], 0.35), s.chance(f"marks {length}"), []
    for t, h, w in _stripe_rows(kind):
        line = [
            (
                (k / 8 * (0.84 - t) + t - 0.5) * length,
                _level(kind, k / 8 * (0.84 - t) + t, h) * length,
            )
            for k in range(9)
        ]
        parts.append(
            path(
                taper(line, (w * length * 0.5, w * length, w * length * 0.8, w * length * 0.4)),
                dark,
                opacity=0.72,
            )
        )
    if kind.marks in ("bars", "chevrons"):
        for i in range(13 if kind.marks == "bars" else 11):
            x = (kind.head + 0.045 + i * 0.05 - 0.5) * length
            lean = length * (0.05 if kind.marks == "bars" else 0.035)
            size = length * 0.021 * rng.uniform(0.7, 1.2)
            low = 0.19 if kind.marks == "bars" else 0.055
            bar = [(x + lean, -0.2 * length), (x + lean * 0.2, 0), (x - lean, low * length)]
            parts.append(path(taper(bar, (size * 1.2, size, size * 0.3)), dark, opacity=0.5))
    if kind.marks == "mottled":
        for _ in range(70):
            t = rng.uniform(0.06, 0.92)
            y = rng.uniform(-0.9, 0.4) * along(kind.back, t) * length
            parts.append(
                path(lens((t - 0.5) * length, y, length * 0.03, length * 0.006), dark, opacity=0.45)
            )
    return group(*parts)


def _stripe_rows(kind: Species) -> tuple[tuple[float, float, float], ...]:
    """Lateral stripes as (start t, height as part of the half depth, width)."""
    if kind.marks == "stripes":
        return ((0.2, -0.08, 0.026), (0.24, -0.62, 0.015), (0.26, 0.42, 0.009))
    if kind.marks in ("band", "bars"):
        return ((kind.head, -0.02, 0.019),)
    return ()


def _level(kind: Species, t: float, part: float) -> float:
    return part * along(kind.back if part < 0 else kind.belly, t)


def _scales(s: Scene, kind: Species, length: float, tones: tuple[str, str, str, str]) -> str:
    size = kind.scale * length
    arc = f"M0 0Q{size * 0.75:.1f} {size * 0.5:.1f} 0 {size:.1f}"
    half = f"M{size * 0.5:.1f} {-size * 0.5:.1f}q{size * 0.75:.1f} {size * 0.5:.1f} 0 {size:.1f}"
    twin = f"M{size * 0.5:.1f} {size * 0.5:.1f}q{size * 0.75:.1f} {size * 0.5:.1f} 0 {size:.1f}"
    lit = path(
        arc + half + twin,
        stroke=c.lighter(tones[2], 0.3),
        stroke_width=size * 0.1,
        transform="translate(-2 0)",
    )
    lines = path(arc + half + twin, stroke=c.darker(tones[0], 0.35), stroke_width=size * 0.09)
    paint = s.pattern(lit + lines, size, size)
    x, h = (kind.head - 0.5) * length, length * 0.25
    return path(poly([(x, -h), (length * 0.4, -h), (length * 0.4, h), (x, h)]), paint, opacity=0.55)


def _muscles(kind: Species, length: float, colour: str) -> str:
    """Faint chevrons of muscle under the skin."""
    lines = []
    for i in range(22):
        x = (kind.head + 0.03 + i * 0.03 - 0.5) * length
        h = length * 0.1
        lines.append(
            stroke(
                [(x + h * 0.3, -h), (x, -h * 0.2), (x + h * 0.12, 0), (x + h * 0.4, h)],
                colour,
                length * 0.0024,
            )
        )
    return group(*lines, opacity=0.3)


def _cut(kind: Species, length: float) -> str:
    ts = [0.2 + 0.05 * i for i in range(7)]
    line = [((t - 0.5) * length, along(kind.belly, t) * length * 0.86) for t in ts]
    opening = taper(line, (0.5, length * 0.022, length * 0.016, 0.5))
    lip = [(x, y - length * 0.008) for x, y in line]
    return path(opening, c.BRICK) + path(
        taper(lip, (0.5, length * 0.006, 0.5)), c.CREAM, opacity=0.75
    )
