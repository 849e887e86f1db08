"""The Scene: collects marks and definitions and writes the SVG text of one picture."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from .palette import SHADOW
from .shapes import group, num, path, tag

WIDTH, HEIGHT = 1600, 1200

Stop = str | tuple[float, str] | tuple[float, str, float]
"""A colour (spread evenly), (offset, colour) or (offset, colour, opacity)."""


def _stops(stops: Sequence[Stop]) -> str:
    last = max(len(stops) - 1, 1)
    out = []
    for i, stop in enumerate(stops):
        whole = (i / last, stop, 1.0) if isinstance(stop, str) else (*stop, 1.0)[:3]
        opacity = whole[2] if whole[2] != 1 else None
        out.append(tag("stop", offset=whole[0], stop_color=str(whole[1]), stop_opacity=opacity))
    return "".join(out)


class Scene:
    """One picture, 1600 × 1200, its subject within the middle 70 %.

    Drawing functions take the scene first (for gradients, clips and chance) and *return* markup;
    nothing is drawn until `add`. Later marks lie over earlier ones.
    """

    def __init__(self, title: str, seed: int = 1, grain: float = 0.13) -> None:
        """`grain` is the strength of the paper grain laid over all, 0 to 1."""
        self.title = title
        self._seed = seed
        self._grain = grain
        self._definitions: dict[str, str] = {}
        self._parts: list[str] = []

    def add(self, *markup: str) -> None:
        """Draw over everything added so far."""
        self._parts.extend(markup)

    def chance(self, purpose: str) -> Random:
        """A fresh, always equal source of randomness for one purpose in this picture."""
        return Random(f"{self._seed}:{purpose}")  # noqa: S311 -- strokes, not secrets

    def define(self, name: str, content: str, **attributes: str | float | None) -> str:
        """Keep a definition once and return its `url(#…)`."""
        key = tag(name, content, id="@", **attributes)
        ident = self._definitions.setdefault(key, f"d{len(self._definitions)}")
        return f"url(#{ident})"

    def linear(self, *stops: Stop, angle: float = 90) -> str:
        """A straight gradient across the shape's own box; 90 runs down, 0 to the right."""
        return self.define(
            "linearGradient", _stops(stops), x2=1.0, gradientTransform=f"rotate({num(angle)} .5 .5)"
        )

    def linear_between(
        self, start: tuple[float, float], end: tuple[float, float], *stops: Stop
    ) -> str:
        """A straight gradient between two points of the drawing's own coordinates."""
        (x1, y1), (x2, y2) = start, end
        space = {"gradientUnits": "userSpaceOnUse"}
        return self.define("linearGradient", _stops(stops), x1=x1, y1=y1, x2=x2, y2=y2, **space)

    def radial(self, *stops: Stop, cx: float = 0.5, cy: float = 0.5, r: float = 0.5) -> str:
        """A round gradient; centre and radius are parts of the shape's own box."""
        return self.define("radialGradient", _stops(stops), cx=cx, cy=cy, r=r)

    def pattern(self, tile: str, width: float, height: float, transform: str = "") -> str:
        """A paint that repeats `tile`, a piece of markup from (0, 0) to (width, height)."""
        units = {"patternUnits": "userSpaceOnUse", "patternTransform": transform or None}
        return self.define("pattern", tile, width=width, height=height, **units)

    def clipped(self, d: str, *parts: str, **attributes: str | float | None) -> str:
        """Marks shown only within path data `d`."""
        clip = self.define("clipPath", path(d, "#000"))
        return group(group(*parts, **attributes), clip_path=clip)

    def blurred(self, radius: float, *parts: str, **attributes: str | float | None) -> str:
        """Marks out of focus; the radius is in units."""
        blur = tag("feGaussianBlur", stdDeviation=radius)
        box = {"x": "-40%", "y": "-40%", "width": "180%", "height": "180%"}
        look = self.define("filter", blur, color_interpolation_filters="sRGB", **box)
        return group(*parts, filter=look, **attributes)

    def shadow(
        self,
        d: str,
        dx: float = 10,
        dy: float = 14,
        blur: float = 10,
        strength: float = 0.4,
        colour: str = SHADOW,
    ) -> str:
        """The soft shadow cast by path data `d`, to be added before the thing itself."""
        mark = path(d, colour, transform=f"translate({num(dx)} {num(dy)})")
        return self.blurred(blur, mark, opacity=strength, style="mix-blend-mode:multiply")

    def formed(
        self, d: str, fill: str, *inside: str, shade: float = 0.35, light: float = 0.35
    ) -> str:
        """Turn a flat outline into a form.

        Path data filled, with marks inside it, then light from the upper left and shade on the
        lower right laid over.
        """
        sun = self.linear((0, "#fff0c8", light), (0.45, "#fff0c8", 0), angle=55)
        dark = self.linear((0.5, SHADOW, 0), (1, SHADOW, shade), angle=55)
        over = path(d, sun) + path(d, dark, style="mix-blend-mode:multiply")
        return path(d, fill) + (self.clipped(d, *inside) if inside else "") + over

    def svg(self) -> str:
        """The whole picture as SVG text."""
        size: dict[str, str | float | None] = {"width": WIDTH, "height": HEIGHT}
        size["viewBox"] = f"0 0 {WIDTH} {HEIGHT}"
        grain = self._paper_grain() if self._grain else ""
        kept = self._definitions.items()
        defs = "".join(key.replace('id="@"', f'id="{ident}"', 1) for key, ident in kept)
        body = tag("title", self.title) + tag("defs", defs) + "".join(self._parts) + grain
        return tag("svg", body, xmlns="http://www.w3.org/2000/svg", **size)

    def _paper_grain(self) -> str:
        noise = tag(
            "feTurbulence", type="fractalNoise", baseFrequency="0.55", numOctaves="2", seed="7"
        )
        grey = "0.6 0.6 0 0 -0.1 0.6 0.6 0 0 -0.1 0.6 0.6 0 0 -0.1 0 0 0 0 1"
        flat = tag("feColorMatrix", type="matrix", values=grey)
        whole: dict[str, str | float | None] = {"x": "0", "y": "0", "width": "1", "height": "1"}
        look = self.define("filter", noise + flat, color_interpolation_filters="sRGB", **whole)
        sheet = tag("rect", width=WIDTH, height=HEIGHT, filter=look)
        return group(sheet, opacity=self._grain, style="mix-blend-mode:soft-light")
