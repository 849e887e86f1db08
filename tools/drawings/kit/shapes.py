"""Paths and marks as SVG text.

Lengths are viewBox units (the picture is 1600 × 1200), angles degrees. Functions return *markup*
to add to a picture, or, where their docstring says “path data”, the `d` of a path to be filled,
clipped or shadowed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

Point = tuple[float, float]
Points = Sequence[Point]


def num(value: float) -> str:
    """A number with at most two decimals and no trailing zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def tag(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """An SVG element; `stroke_width=3` becomes `stroke-width="3"`, None is left out."""
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            shown = value if isinstance(value, str) else num(value)
            parts.append(f'{key.rstrip("_").replace("_", "-")}="{shown}"')
    head = " ".join(parts)
    return f"<{head}>{content}</{name}>" if content else f"<{head}/>"


def path(d: str, fill: str = "none", /, **attributes: str | float | None) -> str:
    """A path from path data."""
    return tag("path", d=d, fill=fill, **attributes)


def group(*parts: str, **attributes: str | float | None) -> str:
    """Several marks as one."""
    return tag("g", "".join(parts), **attributes) if parts else ""


def place(
    markup: str, x: float, y: float, turn: float = 0, scale: float = 1, squash: float = 1
) -> str:
    """Move to (x, y), turned clockwise, scaled.

    `squash` < 1 lays it flatter, a negative `scale` is a mirror image left to right.
    """
    move = f"translate({num(x)} {num(y)}) "
    if squash != 1:
        move += f"scale(1 {num(squash)}) "
    if turn:
        move += f"rotate({num(turn)}) "
    if scale != 1:
        move += f"scale({scale:.4f} {abs(scale):.4f})"
    return group(markup, transform=move.strip())


def smooth(points: Points, closed: bool = False, tension: float = 1.0) -> str:
    """Path data of a smooth curve through the points (Catmull–Rom)."""
    n = len(points)

    def pick(i: int) -> Point:
        return points[i % n] if closed else points[min(max(i, 0), n - 1)]

    d = [f"M{num(points[0][0])} {num(points[0][1])}"]
    for i in range(n if closed else n - 1):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (pick(i + k) for k in (-1, 0, 1, 2))
        k = tension / 6
        c = (x1 + (x2 - x0) * k, y1 + (y2 - y0) * k, x2 - (x3 - x1) * k, y2 - (y3 - y1) * k)
        d.append("C" + " ".join(num(v) for v in (*c, x2, y2)))
    return "".join(d) + ("Z" if closed else "")


def poly(points: Points, closed: bool = True) -> str:
    """Path data of straight lines through the points."""
    body = "L".join(f"{num(x)} {num(y)}" for x, y in points)
    return f"M{body}" + ("Z" if closed else "")


def oval(cx: float, cy: float, rx: float, ry: float) -> str:
    """Path data of an ellipse."""
    arc = f"a{num(rx)} {num(ry)} 0 1 "
    return f"M{num(cx - rx)} {num(cy)}{arc}1 {num(2 * rx)} 0{arc}1 {num(-2 * rx)} 0Z"


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> str:
    """Path data of a rectangle with rounded corners."""
    r = min(radius, width / 2, height / 2)
    a, b = num(r), f"a{num(r)} {num(r)} 0 0 1 "
    return (
        f"M{num(x + r)} {num(y)}h{num(width - 2 * r)}{b}{a} {a}v{num(height - 2 * r)}{b}-{a} {a}"
        f"h{num(2 * r - width)}{b}-{a} -{a}v{num(2 * r - height)}{b}{a} -{a}Z"
    )


def lens(cx: float, cy: float, width: float, height: float) -> str:
    """Path data of a lying lens, pointed at both ends: a ripple, a glint."""
    w, h = width / 2, height / 2
    return (
        f"M{num(cx - w)} {num(cy)}Q{num(cx)} {num(cy - 2 * h)} {num(cx + w)} {num(cy)}"
        f"Q{num(cx)} {num(cy + 2 * h)} {num(cx - w)} {num(cy)}Z"
    )


def leaf(length: float, width: float, bend: float = 0) -> str:
    """Path data of a pointed leaf from (0, 0) along +x; `bend` lifts its tip."""
    k = length
    top = [(0.0, 0.0), (k * 0.3, -width * 0.5 - bend * 0.2), (k * 0.7, -width * 0.36 - bend * 0.6)]
    low = [(k * 0.7, width * 0.34 - bend * 0.6), (k * 0.3, width * 0.5 - bend * 0.2)]
    return smooth([*top, (k, -bend), (k, -bend), *low], closed=True, tension=0.9)


def blob(rng: Random, cx: float, cy: float, rx: float, ry: float, wobble: float = 0.18) -> str:
    """Path data of an uneven round form: a crown, a stone, a cloud."""
    n = 9
    start = rng.random() * math.tau
    points = []
    for i in range(n):
        r = 1 + rng.uniform(-wobble, wobble)
        a = start + math.tau * i / n
        points.append((cx + math.cos(a) * rx * r, cy + math.sin(a) * ry * r))
    return smooth(points, closed=True)


def sample(points: Points, steps: int = 6) -> list[Point]:
    """Points along the smooth curve through `points`, `steps` to each span."""
    n, out = len(points), []
    for i in range(n - 1):
        p0, p1, p2, p3 = (points[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            out.append(
                (_spline(t, p0[0], p1[0], p2[0], p3[0]), _spline(t, p0[1], p1[1], p2[1], p3[1]))
            )
    return [*out, points[-1]]


def _spline(t: float, a: float, b: float, c: float, d: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )


def taper(points: Points, widths: Sequence[float]) -> str:
    """Path data of a brush stroke along the points of varying width.

    `widths` are spread evenly along it: a barbel, a blade of grass, a stem.
    """
    line = sample(points)
    last = len(line) - 1
    left, right = [], []
    for i, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(i - 1, 0)], line[min(i + 1, last)]
        size = math.hypot(bx - ax, by - ay) or 1
        half = _along(widths, i / last) / 2
        nx, ny = -(by - ay) / size * half, (bx - ax) / size * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return smooth([*left, *reversed(right)], closed=True)


def _along(values: Sequence[float], t: float) -> float:
    """The value at `t` (0–1) of a run of evenly spaced values."""
    at = t * (len(values) - 1)
    i = min(int(at), len(values) - 2)
    return values[i] + (values[i + 1] - values[i]) * (at - i)


def along(pairs: Sequence[Point], t: float) -> float:
    """The height at `t` of a profile given as (t, height) pairs, smooth between them."""
    n = len(pairs)
    i = max(k for k in range(n - 1) if pairs[k][0] <= t or k == 0)
    p0, p1, p2, p3 = (pairs[min(max(i + k, 0), n - 1)][1] for k in (-1, 0, 1, 2))
    width = pairs[i + 1][0] - pairs[i][0]
    return _spline(min(max((t - pairs[i][0]) / width, 0), 1), p0, p1, p2, p3)


def stroke(points: Points, colour: str, width: float, **attributes: str | float | None) -> str:
    """A smooth open line with round ends."""
    return path(
        smooth(points), stroke=colour, stroke_width=width, stroke_linecap="round", **attributes
    )


def fan(cx: float, cy: float, radius: float, angle: float) -> Point:
    """The point at `radius` and `angle` (0 to the right, 90 down) from a centre."""
    a = math.radians(angle)
    return cx + math.cos(a) * radius, cy + math.sin(a) * radius
