"""Photos of any size and form: what a check passes is made in every rendition and every crop."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_once import anew
from PIL import Image

from generator.catalogue.problems.rules_photos import PHOTO_UNREADABLE
from generator.catalogue.reading.positions import Positions
from generator.catalogue.reading.reader import read
from generator.desk.photos import PhotoCache, findings_of_failed
from generator.engine import (
    Artifact,
    Folders,
)
from generator.engine.workers import Made
from generator.pictures import fonts, photos
from generator.pictures.imaging import LONGEST_SIDE
from generator.pictures.photos import LONGEST, PhotoError, crop_box, cropped, inspect
from tests.small_project import PRODUCTS, built, change, product, project, write


@cache
def shapes() -> tuple[tuple[int, int], ...]:
    """Width and height of every crop of a build with few products and of one with many."""
    found: list[tuple[int, int]] = []
    original = photos.cropped

    def spy(path: Path, width: int, height: int, *more: Any) -> Image.Image:  # noqa: ANN401
        found.append((width, height))
        return original(path, width, height, *more)

    users = [
        module
        for name, module in sys.modules.items()
        if name.startswith("generator.") and getattr(module, "cropped", None) is original
    ]
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch, anew():
        root = project(Path(folder))
        for user in users:
            patch.setattr(user, "cropped", spy)
        # What takes long and is not cut need not be made.
        patch.setattr(photos, "_renditions", lambda *_: [b""] * 5)
        patch.setattr(fonts, "_subset", lambda *_: b"")
        assert [built(root, only) for only in ("site", "brochures")] == [0, 0]
        facts = PRODUCTS["gao"]
        write(root, "content/products/them.md", product("gao", **{**facts, "code": "7K3M8"}))
        assert [built(root, only) for only in ("site", "brochures")] == [0, 0]
    return tuple(sorted(set(found)))


SIDES = st.integers(1, 4000)
SHARES = st.integers(0, 100)


@settings(max_examples=400)
@given(SIDES, SIDES, SHARES, SHARES)
@example(1000, 1000, 48, 55)
@example(1280, 853, 48, 55)
@example(720, 1280, 50, 50)
@example(1, 4000, 100, 100)
@example(4000, 1, 100, 100)
def test_every_crop_stays_inside_every_photo(width: int, height: int, x: int, y: int) -> None:
    for shape in shapes():
        left, top, right, bottom = crop_box((width, height), shape, f"{x}% {y}%")

        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height


@pytest.mark.parametrize(
    ("focus", "part"),
    [("50% 50%", (35, 65)), ("72% 50%", (57, 87)), ("95% 50%", (70, 100)), ("3% 50%", (0, 30))],
)
def test_what_is_pointed_at_stands_in_the_middle_as_far_as_the_photo_goes(
    focus: str, part: tuple[int, int]
) -> None:
    left, top, right, bottom = crop_box((100, 60), (30, 60), focus)

    assert (left, right) == pytest.approx(part)
    assert (top, bottom) == (0, 60)


def test_the_crops_are_those_of_share_cards_and_leaflets() -> None:
    """The list is gathered from a build; here only that it has something of both."""
    assert len(shapes()) >= 4


ORDINARY = [(1000, 1000), (1280, 853), (720, 1280), (500, 500)]


def test_a_build_takes_ordinary_sizes(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, "content/products/them.md", product("them", **{**PRODUCTS["gao"], "code": "7K3M8"}))
    for slug, size in zip([*PRODUCTS, "them"], ORDINARY, strict=True):
        Image.new("RGB", size, "#c98a12").save(root / f"content/media/{slug}.jpg")

    assert [built(root, only) for only in ("site", "brochures")] == [0, 0]


def sizes_made(path: Path, crops: slice = slice(None)) -> Iterator[tuple[int, int]]:
    """Make all that the program makes of a photo, or so many of its crops; its renditions' sizes.

    How a photo is decoded is the same for every crop; what its sides are is not.
    """
    content = path.parents[1]
    artifact = photos.plan(path.name, content, inspect(path), "0123456789abcdef")
    for found in artifact.make(artifact.values, Folders(content, ())):
        with Image.open(BytesIO(found)) as image:
            yield image.size
    for shape in shapes()[crops]:
        assert cropped(path, *shape, "100% 33%").size == shape


def saved(folder: Path, image: Image.Image, ending: str = "png") -> Path:
    path = folder / "media" / f"a.{ending}"
    path.parent.mkdir(exist_ok=True)
    image.save(path)
    return path


@pytest.mark.parametrize(
    "size",
    [(1, 1), (1, 4000), (4000, 1), (540, 17_000), (17_000, 540), (3, 60_000), (LONGEST_SIDE, 2)],
)
def test_a_strip_of_a_photo_is_made_in_every_rendition(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = saved(tmp_path, Image.new("RGB", size, "#c98a12"))
    offered = inspect(path).widths
    # Photos of millions of pixels take long; that any crop has its size, the thin ones tell.
    large = size[0] * size[1] > 1_000_000
    found = list(sizes_made(path, slice(None, None, 4) if large else slice(None)))

    assert all(1 <= side <= LONGEST for each in found for side in each)
    assert [width for width, _ in found[:3]] == [inspect(path).width_of(n) for n in photos.WIDTHS]
    assert set(offered.values()) == {width for width, _ in found}
    if size == (540, 17_000):
        assert sorted(offered.values()) == [480, 520]
        assert all(abs(height / width - 17_000 / 540) < 0.05 for width, height in found)


@pytest.mark.parametrize("size", [(LONGEST_SIDE + 1, 1), (1, LONGEST_SIDE + 1)])
def test_a_side_longer_than_any_camera_gives_is_refused(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = saved(tmp_path, Image.new("RGB", size))

    with pytest.raises(PhotoError, match="photo-too-large"):
        inspect(path)


ONE_CROP = slice(1)
MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "LAB", "I", "F", "I;16")
ENDINGS = ("png", "tif", "jpg", "webp", "gif", "bmp", "avif", "heic")


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_a_check_passes_is_made_in_any_colour_mode(tmp_path: Path, ending: str) -> None:
    grey = Image.linear_gradient("L").resize((120, 90))
    passed = 0
    for mode in MODES:
        image = Image.merge("LAB", [grey] * 3) if mode == "LAB" else grey.convert(mode)
        try:
            path = saved(tmp_path, image, ending)
            inspect(path)
        except (PhotoError, OSError, KeyError, ValueError):
            continue
        passed += 1
        assert len(list(sizes_made(path, ONE_CROP))) == 5

    assert passed >= 2


def _samples() -> Iterator[bytes]:
    image = Image.effect_mandelbrot((80, 60), (-2, -1, 1, 1), 40).convert("RGB")
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "HEIF"):
        out = BytesIO()
        image.save(out, kind)
        yield out.getvalue()


_WHOLE = tuple(_samples())


@settings(max_examples=50)
@given(st.sampled_from(_WHOLE), st.floats(0, 1), st.integers(0, 255), st.booleans())
def test_a_damaged_photo_is_refused_or_made(
    whole: bytes, share: float, byte: int, cut: bool
) -> None:
    """A check never lets an exception of a decoder through, nor a photo that can't be made."""
    at = int(share * (len(whole) - 1))
    damaged = whole[:at] if cut else whole[:at] + bytes([byte]) + whole[at + 1 :]
    with TemporaryDirectory() as folder:
        path = Path(folder, "media", "a.jpg")
        path.parent.mkdir()
        path.write_bytes(damaged)
        try:
            inspect(path)
        except PhotoError:
            return
        assert len(list(sizes_made(path, ONE_CROP))) == 5


def test_whatever_goes_wrong_while_a_picture_is_made_names_the_photo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, Image.new("RGB", (200, 100)))
    monkeypatch.setattr(photos, "crop_box", lambda *_: (-1.0, 0.0, 9.0, 9.0))

    with pytest.raises(PhotoError) as caught:
        cropped(path, 50, 50, "50% 50%")
    assert (caught.value.rule, caught.value.path) == ("photo-unmade", path)


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_build_that_a_photo_stops_says_which_and_where_it_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    jobs: int,
) -> None:
    root = project(tmp_path)
    change(root, "content/products/kho-ca.md", "Ảnh kho-ca", "Ảnh của khô cá")
    monkeypatch.setattr(photos, "crop_box", lambda *_: (-1.0, 0.0, 9.0, 9.0))
    status = built(root, only="brochures", jobs=jobs)
    said = capsys.readouterr().err

    assert status == 1
    assert "content/products/" in said
    assert "error[photo-unmade]" in said
    assert "site.yaml" not in said
    assert "Traceback" not in said


def test_every_product_that_names_the_failed_photo_is_told(tmp_path: Path) -> None:
    root = project(tmp_path)
    change(root, "content/products/gao.md", "gao.jpg", "kho-ca.jpg")
    catalogue = read(root).catalogue
    assert catalogue
    blamed = root / "content/media/kho-ca.jpg"
    leaflet = Artifact(
        ("brochures/a/leaflet.pdf",), photos.make_renditions, {}, "content/site.yaml"
    )
    made = Made(leaflet, error="x", rule="photo-unmade", blamed=blamed)
    positions = Positions(root / "content")
    found = map(positions.placed, findings_of_failed([made], catalogue))

    assert [(each.path, each.line, each.rule.code) for each in found] == [
        ("content/products/gao.md", 15, "photo-unmade"),
        ("content/products/kho-ca.md", 15, "photo-unmade"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_photo_that_is_a_pipe_is_a_problem_and_never_waited_for(tmp_path: Path) -> None:
    root = project(tmp_path)
    os.mkfifo(root / "content/media/ong.jpg")
    cache = PhotoCache(root / "book.json", "1", {})

    assert cache.look(["ong.jpg"], root / "content", map) == {"ong.jpg": PHOTO_UNREADABLE}


@pytest.mark.parametrize("quality", [90, 95])
def test_even_noise_becomes_jpeg_for_print(quality: int) -> None:
    """Of a grainy photo there is more than Pillow has room for, where it looks for the shortest."""
    noise = Image.merge("RGB", [Image.effect_noise((400, 300), 200) for _ in range(3)])

    with Image.open(BytesIO(photos.jpeg_bytes(noise, quality, dpi=300))) as image:
        image.load()
        assert (image.size, image.info["dpi"]) == ((400, 300), (300, 300))
