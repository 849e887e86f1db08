"""Our WebP pictures beside those of Eleventy's sharp: bytes, and likeness to the photo.

    python benchmarks/pictures.py benchmarks/corpora/100 --most 20

Likeness is the structural similarity of brightness (SSIM) to the photo scaled down by Pillow with
Lanczos from all its pixels, which is what both mean to show.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import mean

import numpy as np
from numpy.typing import NDArray
from peers import HERE, PEERS
from PIL import Image

from generator.engine import Folders
from generator.pictures import photos

Brightness = NDArray[np.float64]
WINDOW = 8
"""Side of the square, in pixels, within which two pictures are compared."""
_STABLE = (0.01 * 255) ** 2, (0.03 * 255) ** 2
"""C1 and C2 of the definition, for brightness from 0 to 255."""


def ssim(one: Brightness, other: Brightness) -> float:
    """Structural similarity of two pictures of one size, 1 for equal ones.

    As in Wang, Bovik, Sheikh and Simoncelli, “Image quality assessment: from error visibility to
    structural similarity” (2004), with the plain mean over a square for the weighted one.
    """
    mean_one, mean_other = _local_mean(one), _local_mean(other)
    variance_one = _local_mean(one * one) - mean_one**2
    variance_other = _local_mean(other * other) - mean_other**2
    covariance = _local_mean(one * other) - mean_one * mean_other
    c1, c2 = _STABLE
    likeness = (2 * mean_one * mean_other + c1) * (2 * covariance + c2)
    scale = (mean_one**2 + mean_other**2 + c1) * (variance_one + variance_other + c2)
    return float((likeness / scale).mean())


def _local_mean(values: Brightness) -> Brightness:
    """The mean of every WINDOW×WINDOW square that lies within the picture."""
    sums = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    w = WINDOW
    total = sums[w:, w:] - sums[:-w, w:] - sums[w:, :-w] + sums[:-w, :-w]
    return np.asarray(total / w**2)


@dataclass(frozen=True, slots=True)
class Seen:
    """One rendition of one photo: whose, how wide, how many bytes, how alike."""

    maker: str
    width: int
    size: int
    likeness: float


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, default=20, help="how many photos")
    given = parser.parse_args()
    content = given.corpus.resolve() / "ours" / "content"
    files = sorted((content / "media").iterdir())[: given.most]
    if not files:
        parser.error(f"{given.corpus} has no photos")
    print(f"{len(files)} ảnh · photos\n")
    print("\n".join(table([*compared(content, files)])))


def compared(content: Path, files: Sequence[Path]) -> Iterator[Seen]:
    """Every rendition of every photo."""
    with tempfile.TemporaryDirectory() as folder:
        theirs = _sharp(Path(folder), files)
        for file in files:
            ours = _ours(content, file)
            with Image.open(file) as photo:
                photo.load()
                for width in photos.WIDTHS:
                    wanted = _brightness(_scaled(photo, width))
                    for maker, made in (("ours", ours), ("sharp", theirs[file])):
                        yield _seen(maker, width, made[width], wanted)


def table(seen: Iterable[Seen]) -> Iterator[str]:
    """A row for each width: mean bytes, and the mean and the lowest likeness."""
    every = list(seen)
    yield "| rộng · wide | ours kB | sharp kB | ours ÷ sharp | ours SSIM | sharp SSIM |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for width in sorted({each.width for each in every}):
        ours, sharp = (
            [each for each in every if (each.maker, each.width) == (maker, width)]
            for maker in ("ours", "sharp")
        )
        sizes = [mean(each.size for each in made) / 1000 for made in (ours, sharp)]
        cells = [f"{width}", *(f"{size:.1f}" for size in sizes), f"{sizes[0] / sizes[1]:.2f}"]
        alike = [_likeness(made) for made in (ours, sharp)]
        yield "| " + " | ".join([*cells, *alike]) + " |"


def _likeness(made: Sequence[Seen]) -> str:
    lowest = min(each.likeness for each in made)
    return f"{mean(each.likeness for each in made):.4f} (≥ {lowest:.4f})"


def _seen(maker: str, width: int, content: bytes, wanted: Brightness) -> Seen:
    with Image.open(BytesIO(content)) as picture:
        return Seen(maker, width, len(content), ssim(_brightness(picture), wanted))


def _ours(content: Path, file: Path) -> Mapping[int, bytes]:
    facts = photos.inspect(file)
    values = photos.plan(file.name, content, facts, "").values
    made = photos.make_renditions(values, Folders(content, ()))
    return dict(zip(photos.WIDTHS, made, strict=False))


def _sharp(folder: Path, files: Sequence[Path]) -> Mapping[Path, Mapping[int, bytes]]:
    eleventy = PEERS["eleventy"]
    eleventy.complete(folder)
    script = "pictures.js"
    for name in (script, "package.json"):
        (folder / name).write_bytes((HERE / "peers" / "eleventy" / name).read_bytes())
    command = ["node", script, *map(str, files)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return {
        Path(file): {int(width): (folder / path).read_bytes() for width, path in made.items()}
        for file, made in json.loads(done.stdout).items()
    }


def _scaled(photo: Image.Image, width: int) -> Image.Image:
    height = round(photo.height * width / photo.width)
    return photo.resize((width, height), Image.Resampling.LANCZOS)


def _brightness(picture: Image.Image) -> Brightness:
    return np.asarray(picture.convert("L"), np.float64)


if __name__ == "__main__":
    main()
