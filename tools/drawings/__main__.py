"""Draw the catalogue's pictures: `python tools/drawings [NAME…]`.

Each module in `scenes/` whose `draw()` returns a Scene becomes a JPEG of 2400 × 1800 in
content/media/, named like the module with hyphens. The same code gives the same bytes.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
import sys
from pathlib import Path

import resvg_py
import scenes
from kit.picture import Scene
from PIL import Image, ImageCms

MEDIA = Path(__file__).resolve().parents[2] / "content" / "media"
PIXELS = 2400
QUALITY = 86


def scene_names() -> list[str]:
    """The names of all scenes, with hyphens, in order."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(scenes.__path__))


def load(name: str) -> Scene:
    """The drawn scene of that name."""
    module = importlib.import_module(f"scenes.{name.replace('-', '_')}")
    scene = module.draw()
    if not isinstance(scene, Scene):
        raise TypeError(f"scenes.{module.__name__}: draw() must return a Scene.")
    return scene


def srgb_profile() -> bytes:
    """An sRGB ICC profile with its time of making blanked, so that bytes stay equal."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes((7, 231, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    profile[84:100] = bytes(16)
    return bytes(profile)


def render(scene: Scene) -> bytes:
    """The scene as JPEG bytes."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=scene.svg(), width=PIXELS, skip_system_fonts=True))
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    out = io.BytesIO()
    look = {"quality": QUALITY, "progressive": True, "optimize": True}
    picture.save(out, "JPEG", icc_profile=srgb_profile(), **look)
    return out.getvalue()


def write(name: str) -> Path:
    """Draw one scene into its file, which appears whole or not at all."""
    target = MEDIA / f"{name}.jpg"
    part = target.with_suffix(".part")
    part.write_bytes(render(load(name)))
    part.replace(target)
    return target


def main(wanted: list[str]) -> int:
    """Draw the wanted scenes, or all of them; 2 when a name is unknown."""
    known = scene_names()
    names = [name.replace("_", "-") for name in wanted] or known
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"no scene {', '.join(unknown)}; there are {', '.join(known)}.", file=sys.stderr)
        return 2
    for name in names:
        target = write(name)
        print(f"{target.name}  {target.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
