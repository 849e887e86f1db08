"""Sky, water, trees and far things of the flooded plain; all flat to the horizon, never a hill.

The landscape backdrop is `landscape(s, horizon)`; its parts can be drawn one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import palette as c
from .picture import HEIGHT, WIDTH, Scene
from .shapes import blob, box, group, lens, num, oval, path, place, poly, smooth, stroke, tag, taper


def landscape(
    s: Scene,
    horizon: float = 360,
    light: c.Light = c.MORNING,
    sun: tuple[float, float, float] | None = (470, 215, 74),
) -> str:
    """The whole backdrop of the flooded plain, to the lower edge.

    Sky, sun (x, y, radius; None for none), streaks of cloud, two lines of tràm, water with
    reflections, ripples and glitter. Then add the near things over it.
    """
    parts = [sky(s, horizon, light)]
    if sun:
        parts.append(sun_disc(s, *sun, light))
    parts.append(clouds(s, horizon, light))
    far = tree_line(s, horizon + 2, 52, 0.62, light, "far")
    near = tree_line(s, horizon + 5, 98, 0.0, light, "near", gaps=((300, 720), (1050, 1330)))
    mist = s.linear((0, light.sun, 0), (0.7, light.sun, 0.34), (1, light.sun, 0.1))
    veil = path(box(0, horizon - 34, WIDTH, 42), mist)
    parts += [
        far,
        near,
        veil,
        water(s, horizon, light),
        mirrored(s, far + near, horizon + 3, light),
    ]
    parts.append(ripples(s, horizon, light))
    if sun:
        parts.append(glitter(s, sun[0], horizon, light))
    return group(*parts)


def sky(s: Scene, horizon: float, light: c.Light) -> str:
    """The sky down to the horizon."""
    return path(box(0, 0, WIDTH, horizon + 12), s.linear(*light.sky))


def sun_disc(s: Scene, x: float, y: float, radius: float, light: c.Light) -> str:
    """The sun with a wide glow."""
    glow = s.radial((0, light.sun, 0.85), (0.25, light.glow, 0.55), (1, light.glow, 0))
    disc = s.radial(light.sun, c.mix(light.sun, light.glow, 0.45))
    return path(oval(x, y, radius * 5, radius * 5), glow) + path(oval(x, y, radius, radius), disc)


def clouds(s: Scene, horizon: float, light: c.Light, count: int = 9) -> str:
    """Long flat streaks of cloud, thinner towards the horizon."""
    rng, parts = s.chance("clouds"), []
    for i in range(count):
        near = rng.random()
        y = horizon * (0.1 + 0.72 * (1 - near))
        x, wide = rng.uniform(0, WIDTH), rng.uniform(260, 620) * (0.5 + near * 0.7)
        tint = c.mix(light.sun, light.sky[i % 2], 0.25 if i % 3 else 0.6)
        for k in range(3):
            dx, dy = rng.uniform(-wide * 0.3, wide * 0.3), k * (4 + 7 * near)
            d = lens(x + dx, y + dy, wide * (1 - 0.22 * k), 7 + 13 * near)
            parts.append(path(d, tint, opacity=0.42))
    return group(*parts)


def tree_line(
    s: Scene,
    ground: float,
    height: float,
    haze: float,
    light: c.Light,
    purpose: str = "trees",
    gaps: Sequence[tuple[float, float]] = (),
) -> str:
    """A grove of tràm across the picture: slender crowns with a lit side, pale trunks below.

    `haze` 0 near – 1 lost; `gaps` are (from, to) in x where it opens.
    """
    rng = s.chance(f"trees {purpose}")
    dark, lit = light.distance(light.trees[2], haze), light.distance(light.trees[0], haze)
    middle = light.distance(light.trees[1], haze)
    trunks, crowns, sides, x = [], [], [], -30.0
    while x < WIDTH + 30:
        x += height * rng.uniform(0.06, 0.22)
        if any(a < x < b for a, b in gaps):
            continue
        tall = height * rng.uniform(0.7, 1.0) * _edge(x, gaps)
        trunks.append(
            taper(
                [(x, ground), (x + rng.uniform(-3, 3), ground - tall * 0.7)], (height * 0.035, 1.4)
            )
        )
        for k in range(4):
            w = tall * (0.17 - 0.03 * k) * rng.uniform(0.8, 1.25)
            cx, cy = x + rng.uniform(-w, w) * 0.6, ground - tall * (0.43 + 0.15 * k)
            crowns.append(blob(rng, cx, cy, w, tall * 0.13, 0.22))
            if k % 2 == 0:
                sides.append(lens(cx - w * 0.3, cy - tall * 0.05, w * 1.1, tall * 0.05))
    brush = "".join(
        lens(rng.uniform(a, b), ground, rng.uniform(60, 200), height * 0.09)
        for a, b in _stands(gaps)
        for _ in range(int((b - a) / 45))
    )
    bark = c.mix(light.sun, middle, 0.35)
    return (
        path("".join(trunks), bark, opacity=0.6 * (1 - haze))
        + path("".join(crowns), s.linear(c.mix(dark, middle, 0.55), dark))
        + path("".join(sides), middle, opacity=0.6)
        + path("".join(sides[::3]), lit, opacity=0.55, transform="translate(-2 -3)")
        + path(brush, dark)
    )


def _edge(x: float, gaps: Sequence[tuple[float, float]]) -> float:
    """Trees grow smaller towards the edge of a gap."""
    nearest = min((min(abs(x - a), abs(x - b)) for a, b in gaps), default=400)
    return min(1.0, 0.72 + nearest / 300)


def _stands(gaps: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    edges = [0.0, *(x for gap in gaps for x in gap), float(WIDTH)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def water(s: Scene, horizon: float, light: c.Light) -> str:
    """Still flood water from the horizon to the lower edge."""
    return path(box(0, horizon, WIDTH, HEIGHT - horizon), s.linear(*light.water))


def mirrored(s: Scene, markup: str, line: float, light: c.Light, depth: float = 1.0) -> str:
    """The reflection of marks that stand on the waterline `line`, stretched by `depth`."""
    turned = tag("g", markup, transform=f"translate(0 {num(line * (1 + depth))}) scale(1 {-depth})")
    bright = s.linear((0, light.water[1], 0.12), (1, light.water[1], 0.5))
    veil = path(box(0, line, WIDTH, 120 * depth), bright)
    return s.clipped(
        box(0, line, WIDTH, HEIGHT), s.blurred(1.6, turned, opacity=0.62), veil, opacity=0.85
    )


def ripples(
    s: Scene, horizon: float, light: c.Light, count: int = 320, bottom: float = HEIGHT
) -> str:
    """Lying lenses of light and dark, longer and farther apart towards the viewer."""
    rng = s.chance("ripples")
    pale: list[str] = []
    deep: list[str] = []
    for _ in range(count):
        t = rng.random() ** 1.4
        y = horizon + 8 + t * (bottom - horizon)
        d = lens(rng.uniform(-40, WIDTH), y, (50 + 300 * t) * rng.uniform(0.4, 1.3), 2 + 9 * t)
        (pale if rng.random() < 0.55 else deep).append(d)
    return path("".join(pale), c.mix(light.water[1], light.sun, 0.4), opacity=0.3) + path(
        "".join(deep), light.water[-2], opacity=0.22
    )


def glitter(s: Scene, x: float, horizon: float, light: c.Light, count: int = 120) -> str:
    """The sun's path on the water below x, widening towards the viewer."""
    rng, marks = s.chance(f"glitter {x}"), []
    for _ in range(count):
        t = rng.random() ** 1.5
        spread = 46 + 190 * t
        y = horizon + 4 + t * 520
        marks.append(lens(rng.gauss(x, spread * 0.5), y, spread * rng.uniform(0.3, 1), 2 + 7 * t))
    glow = s.radial((0, light.sun, 0.75), (1, light.glow, 0))
    pool = path(oval(x, horizon + 60, 330, 110), glow)
    return s.clipped(box(0, horizon, WIDTH, HEIGHT), pool) + path(
        "".join(marks), light.sun, opacity=0.75
    )


def birds(x: float, y: float, size: float = 30, colour: str = c.CREAM, count: int = 5) -> str:
    """A loose line of egrets on the wing; `size` is the wing span of the first."""
    parts = []
    for i in range(count):
        w = size * (1 - 0.09 * i)
        lift = 0.5 if i % 2 else 0.28
        wing = [(-w / 2, -w * lift), (-w * 0.2, -w * 0.13), (0, 0), (w * 0.22, -w * 0.2)]
        d = taper([*wing, (w / 2, -w * (0.78 - lift))], (0.5, w * 0.1, w * 0.15, w * 0.1, 0.5))
        body = path(lens(-w * 0.05, 0, w * 0.46, w * 0.05), colour)
        parts.append(place(path(d, colour) + body, x + i * size * 1.15, y - (i % 3) * size * 0.5))
    return group(*parts)


def sampan(s: Scene, shirt: str = c.LOTUS, oar: bool = True, light: c.Light = c.MORNING) -> str:
    """A sampan with a person in a nón lá, about 300 wide and 150 high.

    (0, 0) is the waterline amidships, bow to the left. Scale 0.5 for far off. Its reflection is
    drawn with it.
    """
    boat = _hull(s) + _rower(s, shirt) + (_oar() if oar else "")
    back = tag("g", boat, transform="translate(0 2) scale(1 -.62)")
    rings = "".join(lens(dx, 6 + 5 * i, 250 - 46 * i, 3) for i, dx in enumerate((0, 22, -16, 30)))
    return s.blurred(1.5, back, opacity=0.5) + boat + path(rings, light.water[0], opacity=0.75)


def _hull(s: Scene) -> str:
    top = [(-156, -34), (-110, -14), (0, -8), (108, -14), (150, -30)]
    side = [(128, -4), (80, 7), (0, 9), (-84, 7), (-134, -10)]
    d = smooth([*top, *side], closed=True, tension=0.8)
    wood = s.linear(c.mix(c.BARK, c.AMBER, 0.35), c.SOOT)
    rim = stroke(top, c.lighter(c.AMBER, 0.35), 3.6)
    plank = stroke([(-128, -14), (0, 0), (124, -11)], c.SOOT, 1.6, opacity=0.6)
    return path(d, wood) + plank + rim


def _rower(s: Scene, shirt: str) -> str:
    body = [(34, -10), (30, -44), (40, -74), (58, -80), (76, -72), (86, -40), (86, -10)]
    arm = taper([(50, -68), (26, -52), (6, -46)], (15, 11, 7))
    scarf = path(poly([(46, -82), (74, -80), (66, -68), (50, -70)]), c.CREAM)
    skin = path(oval(56, -90, 11, 13), c.mix(c.CLAY, c.HONEY, 0.35)) + path(
        oval(4, -46, 5, 4.5), c.mix(c.CLAY, c.HONEY, 0.35)
    )
    cloth = s.linear(c.lighter(shirt, 0.3), shirt, c.darker(shirt, 0.45), angle=20)
    shirted = path(smooth(body, closed=True, tension=0.7), cloth)
    return (
        shirted + scarf + skin + path(arm, c.lighter(shirt, 0.12)) + place(conical_hat(s), 56, -92)
    )


def conical_hat(s: Scene) -> str:
    """A nón lá, 88 wide and 40 high, its brim's middle at (0, 0)."""
    d = "M-44 2C-24 -12 -8 -26 0 -38C8 -26 24 -12 44 2Q0 14 -44 2Z"
    straw = s.linear("#fff0c4", c.SAND, c.mix(c.RATTAN, c.BARK, 0.3), angle=8)
    ribs = "".join(
        stroke([(0, -37), (x * 0.5, -17 + abs(x) * 0.02), (x, 6 - abs(x) * 0.08)], c.RATTAN, 0.9)
        for x in (-30, -15, 0, 15, 30)
    )
    rings = "".join(
        stroke([(-w, y), (0, y + w * 0.17), (w, y)], c.RATTAN, 0.8)
        for w, y in ((11, -25), (26, -12))
    )
    return path(d, straw) + group(ribs, rings, opacity=0.55)


def _oar() -> str:
    pole = taper([(-18, -92), (0, -46), (36, 26)], (4, 4.4, 3.6))
    blade = taper([(26, 6), (34, 22), (42, 40)], (4, 11, 8))
    return path(pole, c.BARK) + path(blade, c.UMBER)


def stilt_house(s: Scene, light: c.Light = c.MORNING) -> str:
    """A thatched house on stilts, 300 wide and 210 high, on the waterline (0, 0)."""
    posts = "".join(box(x, -66, 7, 70) for x in (-116, -62, -8, 46, 100))
    wall = path(box(-124, -136, 240, 74), s.linear(c.mix(c.SAND, c.CLAY, 0.35), c.BARK, angle=15))
    slats = "".join(box(x, -136, 1.6, 74) for x in range(-112, 112, 12))
    holes = path(box(-30, -122, 40, 60) + box(48, -120, 40, 30) + box(-96, -120, 40, 30), c.SOOT)
    roof = smooth([(-152, -124), (-92, -206), (92, -206), (148, -124)], tension=0.3)
    thatch = path(roof + "Q0 -112 -152 -124Z", s.linear(c.lighter(c.RATTAN, 0.3), c.BARK, angle=70))
    lines = "".join(
        stroke([(x, -204), (x * 1.45, -126)], c.UMBER, 1.4, opacity=0.4) for x in range(-88, 92, 11)
    )
    deck = path(box(-150, -66, 290, 8), c.lighter(c.BARK, 0.3))
    house = path(posts, c.UMBER) + wall + path(slats, c.UMBER, opacity=0.3) + holes
    house += deck + thatch + lines
    back = tag("g", house, transform="scale(1 -.6)")
    return s.blurred(2, back, opacity=0.4) + house + path(lens(0, 4, 330, 3), light.water[0])
