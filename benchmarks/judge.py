"""Ways to make pages' pictures, judged on real photographs: bytes at equal likeness, and CPU time.

    python benchmarks/judge.py                       # the photographs of photographs.py
    python benchmarks/judge.py benchmarks/corpora/100/ours/content/media --most 8

For each width, the measure is WebP as libwebp's usual effort (4) makes it. Every other way is tried
at several qualities, and between them each photo's bytes are told at just the score that the
measure has for that photo: by SSIMULACRA2, and by the similarity of brightness (SSIM) beside it.
Both look at the photo scaled to that width.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import fmean
from typing import Any

from likeness import ssim, ssimulacra2
from photographs import FOLDER
from PIL import Image

WIDTHS = (480, 800, 1600)


@dataclass(frozen=True, slots=True)
class Way:
    """A coder with its settings, and the qualities to try; the first `Way` is the measure."""

    name: str
    form: str
    qualities: Sequence[float]
    settings: Mapping[str, Any] = field(default_factory=dict)


def _avif(speed: int) -> Way:
    settings = {"speed": speed, "max_threads": 1, "subsampling": "4:2:0", "autotiling": False}
    return Way(f"AVIF {speed}", "AVIF", (42, 50, 57, 64, 72), settings)


WAYS = (
    Way("WebP 4", "WEBP", (79,), {"method": 4}),
    Way("WebP 2", "WEBP", (73, 79, 84, 88), {"method": 2}),
    _avif(8),
    _avif(9),
    _avif(10),
    Way("JPEG", "JPEG", (50, 62, 74, 84), {"optimize": True}),
    Way("JPEG progressive", "JPEG", (50, 62, 74, 84), {"progressive": True}),
)


@dataclass(frozen=True, slots=True)
class Made:
    """What a way made at a quality: bytes, scores, CPU seconds of the fastest of three."""

    quality: float
    size: int
    ssimulacra2: float
    ssim: float
    seconds: float


Judged = Mapping[str, Sequence[Made]]
"""What each way made of one photo at one width."""


def main() -> None:
    """Read the command line, judge, print a table for each width."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("photos", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--most", type=int, default=1000, help="how many photos")
    parser.add_argument("--widths", type=int, nargs="*", default=WIDTHS)
    parser.add_argument("--ways", nargs="*", help="names of ways beside the measure")
    given = parser.parse_args()
    ways = [WAYS[0], *(each for each in WAYS[1:] if not given.ways or each.name in given.ways)]
    files = sorted(given.photos.iterdir())[: given.most]
    for width in given.widths:
        with ProcessPoolExecutor(max_workers=2) as pool:
            made = [each for each in pool.map(partial(judged, width, ways), files) if each]
        print(f"\n**{width}**, {len(made)} ảnh · photos\n")
        print("\n".join(table(ways, made)), flush=True)


def judged(width: int, ways: Sequence[Way], file: Path) -> Judged | None:
    """What each way makes of a photo; None where it is narrower than 1.05 times the width."""
    with Image.open(file) as photo:
        if photo.width < 1.05 * width:
            return None
        height = round(photo.height * width / photo.width)
        pixels = photo.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
    return {way.name: [_made(pixels, way, quality) for quality in way.qualities] for way in ways}


def table(ways: Sequence[Way], photos: Sequence[Judged]) -> Iterator[str]:
    """A row for each way: at the measure's mean score, then bytes at each photo's own score."""
    heads = (
        *("cách · way", "chất lượng · quality", "kB", "SSIMULACRA2", "thấp nhất · lowest", "SSIM"),
        *("ms CPU", "byte, SSIMULACRA2 bằng nhau · equal", "byte, SSIM bằng nhau · equal"),
    )
    yield "| " + " | ".join(heads) + " |"
    yield "|---" + "|---:" * (len(heads) - 1) + "|"
    measures = [photo[ways[0].name][0] for photo in photos]
    wanted = fmean(each.ssimulacra2 for each in measures)
    for way in ways:
        made = [photo[way.name] for photo in photos]
        quality = _at(
            wanted,
            [fmean(photo[k].ssimulacra2 for photo in made) for k in range(len(way.qualities))],
            way.qualities,
        )
        between = [_between(photo, quality) for photo in made]
        cells = [
            way.name,
            f"{quality:.1f}",
            f"{fmean(each.size for each in between) / 1000:.1f}",
            f"{fmean(each.ssimulacra2 for each in between):.1f}",
            f"{min(each.ssimulacra2 for each in between):.1f}",
            f"{fmean(each.ssim for each in between):.4f}",
            f"{1000 * fmean(each.seconds for each in between):.1f}",
            f"{_ratio(measures, made, 'ssimulacra2'):.3f}",
            f"{_ratio(measures, made, 'ssim'):.3f}",
        ]
        yield "| " + " | ".join(cells) + " |"


def _ratio(measures: Sequence[Made], made: Sequence[Sequence[Made]], score: str) -> float:
    """The geometric mean of bytes over the measure's, at the measure's score of each photo."""
    logs = []
    for measure, tried in zip(measures, made, strict=True):
        scores = [getattr(each, score) for each in tried]
        size = _at(getattr(measure, score), scores, [math.log(each.size) for each in tried])
        logs.append(size - math.log(measure.size))
    return math.exp(fmean(logs))


def _at(wanted: float, scores: Sequence[float], values: Sequence[float]) -> float:
    """The value where the score is the wanted one; beyond those tried along the last line."""
    if len(scores) == 1:
        return values[0]
    k = next((k for k, score in enumerate(scores[1:-1], 1) if score >= wanted), len(scores) - 1)
    part = (wanted - scores[k - 1]) / (scores[k] - scores[k - 1])
    return values[k - 1] + part * (values[k] - values[k - 1])


def _between(tried: Sequence[Made], quality: float) -> Made:
    """What a quality between two that were tried would have given."""
    qualities = [each.quality for each in tried]
    found = [
        _at(quality, qualities, [getattr(each, name) for each in tried])
        for name in ("ssimulacra2", "ssim", "seconds")
    ]
    size = math.exp(_at(quality, qualities, [math.log(each.size) for each in tried]))
    return Made(quality, round(size), *found)


def _made(pixels: Image.Image, way: Way, quality: float) -> Made:
    seconds = []
    for _ in range(3):
        out = BytesIO()
        begin = time.process_time()
        pixels.save(out, way.form, quality=quality, **way.settings)
        seconds.append(time.process_time() - begin)
    with Image.open(out) as picture:
        shown = picture.convert("RGB")
    scores = ssimulacra2(pixels, shown), ssim(pixels, shown)
    return Made(quality, len(out.getvalue()), *scores, min(seconds))


if __name__ == "__main__":
    main()
