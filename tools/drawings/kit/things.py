"""Bamboo, weave and racks: what things are dried, carried and laid on."""

from __future__ import annotations

import math

from . import palette as c
from .picture import Scene
from .shapes import box, fan, group, num, oval, path, place, poly, smooth, stroke, taper


def bamboo(
    s: Scene,
    start: tuple[float, float],
    end: tuple[float, float],
    width: float = 26,
    colour: str = c.BAMBOO,
) -> str:
    """A bamboo pole between two points, `width` thick, with nodes, fibres and round shading."""
    (x1, y1), (x2, y2) = start, end
    length, turn = math.hypot(x2 - x1, y2 - y1), math.degrees(math.atan2(y2 - y1, x2 - x1))
    rng = s.chance(f"bamboo {start} {end}")
    h = width / 2
    tones = (c.lighter(colour, 0.25), c.lighter(colour, 0.55), colour, c.darker(colour, 0.5))
    flip = -1 if abs(turn) > 90 else 1
    round_ = s.linear_between((0, -h * flip), (0, h * flip), *tones, c.darker(colour, 0.35))
    fibres = "".join(
        path(
            taper([(x, y), (x + rng.uniform(40, 190), y)], (0.4, 1.5, 0.4)), c.darker(colour, 0.45)
        )
        for x, y in ((rng.uniform(0, length), rng.uniform(-h, h)) for _ in range(int(length / 16)))
    )
    body = box(0, -h, length, width, h * 0.35)
    parts = [path(body, round_), s.clipped(body, fibres, opacity=0.3)]
    x = width * rng.uniform(1.5, 4)
    while x < length - width:
        parts.append(_node(x, h, colour, round_))
        x += width * rng.uniform(5.5, 8)
    return place(group(*parts), x1, y1, turn)


def _node(x: float, h: float, colour: str, paint: str) -> str:
    knob = smooth(
        [(x - 7, -h), (x, -h * 1.13), (x + 7, -h), (x + 7, h), (x, h * 1.13), (x - 7, h)],
        closed=True,
    )
    curve = [(x, -h * 1.1), (x + h * 0.16, 0.0), (x, h * 1.1)]
    after = [(px + 4.5, py) for px, py in curve]
    ridge = path(taper(curve, (1, 3, 1)), c.darker(colour, 0.6), opacity=0.75)
    return path(knob, paint) + ridge + path(taper(after, (0.5, 2, 0.5)), c.lighter(colour, 0.6))


def lashing(
    s: Scene, width: float = 34, height: float = 46, turns: int = 5, colour: str = c.RATTAN
) -> str:
    """A binding of split rattan round a joint, its middle at (0, 0)."""
    step, parts = height / turns, [path(box(-width / 2, -height / 2, width, height, 5), c.UMBER)]
    band = s.linear(
        c.lighter(colour, 0.15), c.lighter(colour, 0.45), c.darker(colour, 0.45), angle=0
    )
    for i in range(turns):
        y = -height / 2 + step * (i + 0.5)
        cord = [(-width / 2 - 1, y + 2), (0, y - 1.5), (width / 2 + 1, y + 1)]
        parts.append(path(taper(cord, (step * 0.7, step * 0.92, step * 0.7)), band))
    return group(*parts)


def weave(
    s: Scene, strip: float = 22, colour: str = c.BAMBOO, turn: float = 45, squash: float = 1.0
) -> str:
    """A paint: twill of split bamboo (over two, under two), strips `strip` wide.

    `turn` sets the weave on its corner, `squash` lays it in perspective.
    """
    tile, gap = strip * 4, strip * 0.07
    sunlit = c.mix(colour, "#ffe08f", 0.62)
    long = (sunlit, c.mix(colour, sunlit, 0.45), c.darker(colour, 0.14))
    lying, standing = s.linear(*long), s.linear(*(c.darker(t, 0.1) for t in long), angle=0)
    parts = [path(box(0, 0, tile, tile), c.darker(colour, 0.62))]
    for row in range(4):
        for k in (-4, 0, 4):
            at = (row + k) * strip
            wide, high = strip * 2 - gap * 2, strip - gap * 2
            parts.append(path(box(at + gap, row * strip + gap, wide, high, 3), lying))
            up = (row + k + 1 - 4 * (k > 0)) * strip
            parts.append(path(box(row * strip + gap, up + gap, high, wide, 3), standing))
            hair = f"M{num(at + 5)} {num(row * strip + strip * 0.62)}h{num(wide - 9)}"
            parts.append(path(hair, stroke=c.darker(colour, 0.4), stroke_width=0.9, opacity=0.5))
    turned = f"scale(1 {num(squash)}) rotate({num(turn)})"
    return s.pattern("".join(parts), tile, tile, turned)


def tray(
    s: Scene, rx: float = 600, ry: float = 300, strip: float = 26, colour: str = c.BAMBOO
) -> str:
    """A round winnowing tray (nia) seen aslant.

    Twill of split bamboo in a thick bound rim, its middle at (0, 0). `ry` equal to `rx` is
    straight from above. Lay things on it inside 0.85 of both radii; it brings its own shadow.
    """
    rim, squash = rx * 0.062, ry / rx
    well, whole = oval(0, 0, rx - rim, ry - rim * squash), oval(0, 0, rx, ry)
    drop = rim * (1.25 - squash)
    under = s.shadow(oval(0, drop, rx, ry), 26, 34, 20, 0.5)
    wall = path(oval(0, drop, rx, ry), s.linear(c.darker(colour, 0.35), c.darker(colour, 0.7)))
    floor = path(well, weave(s, strip, colour, 45, squash))
    warm = s.linear((0, "#ffc65c", 0.5), (0.75, "#ffb347", 0.18), angle=50)
    cool = s.linear((0.55, c.BRICK, 0), (1, c.BRICK, 0.36), angle=50)
    hollow = path(
        whole + oval(rim * 0.55, rim * 0.7, rx - rim, ry - rim * squash),
        c.UMBER,
        fill_rule="evenodd",
    )
    light = path(well, warm) + path(well, cool, style="mix-blend-mode:multiply")
    inner = s.clipped(well, s.blurred(rim * 0.32, hollow, opacity=0.62))
    return under + wall + floor + light + inner + _rim(s, rx, ry, rim, colour)


def _rim(s: Scene, rx: float, ry: float, rim: float, colour: str) -> str:
    squash, parts = ry / rx, []
    for part, tone in ((0.0, 0.25), (0.34, 0.5), (0.68, -0.12)):
        out, inn = rx - rim * part, rx - rim * (part + 0.34)
        ring = oval(0, 0, out, out * squash) + oval(0, 0, inn, inn * squash)
        hue = c.lighter(colour, tone) if tone > 0 else c.darker(colour, -tone * 3)
        shade = s.linear(c.lighter(hue, 0.3), hue, c.darker(hue, 0.35), angle=60)
        parts.append(path(ring, shade, fill_rule="evenodd"))
    for part in (0.34, 0.68):
        r = rx - rim * part
        parts.append(
            path(oval(0, 0, r, r * squash), stroke=c.UMBER, stroke_width=1.6, opacity=0.55)
        )
    parts += [_binding(i * 20 + 7, rx, rim, squash) for i in range(18)]
    return group(*parts)


def _binding(angle: float, rx: float, rim: float, squash: float) -> str:
    parts = []
    for k in (-0.75, 0, 0.75):
        ox, oy = fan(0, 0, rx + 2, angle + k * 1.1)
        ix, iy = fan(0, 0, rx - rim - 2, angle + k * 1.1)
        inner = (ix + (ox - ix) * (1 - squash) * 0.4, iy * squash)
        cord = taper([(ox, oy * squash), inner], (rim * 0.17, rim * 0.17))
        parts.append(path(cord, c.mix(c.RATTAN, c.BARK, 0.2 if k else 0)))
    return group(*parts)


def rack(
    s: Scene, back: float, front: float, left: float = -60, right: float = 1660, gap: float = 46
) -> str:
    """A drying rack (giàn) in perspective across the picture.

    Bamboo slats from the height `back` to the height `front` on two long poles, posts going down
    into the water.
    """
    middle, count = (left + right) / 2, int((right - left) / gap)
    posts = (left + 190, right - 190)
    parts = [bamboo(s, (x, front - 20), (x + 4, 1260), 44, c.BAMBOO_GREEN) for x in posts]
    deep = poly([(left, back), (right, back), (right, front + 40), (left, front + 40)])
    parts.append(path(deep, s.linear((0, c.SOOT, 0.15), (0.7, c.SOOT, 0.5), (1, c.SOOT, 0))))
    parts.append(bamboo(s, (left, back + 6), (right, back + 2), 24, c.RATTAN))
    for i in range(count + 1):
        x = left + gap * i + (i % 3) * 5
        far = middle + (x - middle) * 0.84
        tone = c.mix(c.BAMBOO, (c.BAMBOO_GREEN, c.RATTAN, c.SAND)[i % 3], 0.35)
        parts.append(bamboo(s, (far, back - 10), (x, front + 14), 27 + i % 2 * 5, tone))
    parts.append(s.shadow(box(left, front - 20, right - left, 34), 0, 16, 8, 0.5))
    parts.append(bamboo(s, (left, front), (right, front + 6), 40))
    parts += [place(lashing(s, 62, 66, 6), x, front) for x in posts]
    return group(*parts)


def basket(s: Scene, width: float = 320, height: float = 220, colour: str = c.RATTAN) -> str:
    """A round woven basket in side view, its foot's middle at (0, 0), open top with a bound rim."""
    w, h = width / 2, height
    d = smooth(
        [
            (-w, -h),
            (-w * 1.02, -h * 0.6),
            (-w * 0.72, 0),
            (0, h * 0.07),
            (w * 0.72, 0),
            (w * 1.02, -h * 0.6),
            (w, -h),
        ]
    )
    bands = weave(s, width / 18, colour, 0, 0.9)
    body = s.formed(d + "Z", bands, shade=0.6)
    mouth = path(oval(0, -h, w, w * 0.2), s.linear(c.darker(colour, 0.75), c.darker(colour, 0.35)))
    ring = path(oval(0, -h, w, w * 0.2), stroke=c.lighter(colour, 0.2), stroke_width=width * 0.045)
    twist = "".join(
        stroke([(x, y * 0.2 - h - 5), (x + 7, y * 0.2 - h + 5)], c.darker(colour, 0.4), 2.4)
        for x, y in (fan(0, 0, w, a) for a in range(0, 360, 5))
    )
    cast = s.shadow(oval(0, 4, w * 0.8, w * 0.14), 26, 8, 12)
    return cast + body + mouth + ring + twist


def sheen(s: Scene, rx: float, ry: float, strength: float = 0.5) -> str:
    """A soft pool of sunlight to lay over things, its middle at (0, 0)."""
    glow = s.radial((0, "#ffe2a0", strength), (1, "#ffc870", 0))
    return path(oval(0, 0, rx, ry), glow, style="mix-blend-mode:soft-light")
