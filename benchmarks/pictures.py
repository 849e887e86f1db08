"""Our AVIF pictures beside the WebP of Eleventy's sharp: bytes, and likeness to the photo.

    python benchmarks/pictures.py benchmarks/corpora/100 --most 20

Likeness is to the photo scaled down by Pillow with Lanczos from all its pixels, which is what both
mean to show: SSIMULACRA2, and the structural similarity of brightness (SSIM).
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

from likeness import ssim, ssimulacra2
from peers import HERE, PEERS
from PIL import Image

from generator.engine import Folders
from generator.pictures import photos


@dataclass(frozen=True, slots=True)
class Seen:
    """One rendition of one photo: whose, how wide, how many bytes, how alike by each measure."""

    maker: str
    width: int
    size: int
    ssimulacra2: float
    ssim: float


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
                    wanted = _scaled(photo, width).convert("RGB")
                    for maker, made in (("ours", ours), ("sharp", theirs[file])):
                        yield _seen(maker, width, made[width], wanted)


def table(seen: Iterable[Seen]) -> Iterator[str]:
    """A row for each width: mean bytes, and the mean and the lowest likeness."""
    every = list(seen)
    heads = ("rộng · wide", "ours kB", "sharp kB", "ours ÷ sharp")
    measures = ("SSIMULACRA2", "SSIM")
    likenesses = [f"{maker} {measure}" for measure in measures for maker in ("ours", "sharp")]
    yield "| " + " | ".join([*heads, *likenesses]) + " |"
    yield "|---:" * (len(heads) + len(likenesses)) + "|"
    for width in sorted({each.width for each in every}):
        ours, sharp = (
            [each for each in every if (each.maker, each.width) == (maker, width)]
            for maker in ("ours", "sharp")
        )
        sizes = [mean(each.size for each in made) / 1000 for made in (ours, sharp)]
        cells = [f"{width}", *(f"{size:.1f}" for size in sizes), f"{sizes[0] / sizes[1]:.2f}"]
        alike = [
            _likeness([getattr(each, measure.lower()) for each in made], digits)
            for measure, digits in zip(measures, (1, 4), strict=True)
            for made in (ours, sharp)
        ]
        yield "| " + " | ".join([*cells, *alike]) + " |"


def _likeness(scores: Sequence[float], digits: int) -> str:
    return f"{mean(scores):.{digits}f} (≥ {min(scores):.{digits}f})"


def _seen(maker: str, width: int, content: bytes, wanted: Image.Image) -> Seen:
    with Image.open(BytesIO(content)) as picture:
        shown = picture.convert("RGB")
    return Seen(maker, width, len(content), ssimulacra2(wanted, shown), ssim(wanted, shown))


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


if __name__ == "__main__":
    main()
