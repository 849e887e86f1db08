"""Photos: upright, sRGB, small, and silent about where they were taken."""

from __future__ import annotations

import base64
import pickle
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from generator.catalogue.problems.rules_photos import PHOTO_MISSING
from generator.engine import Folders
from generator.pictures import photos
from generator.pictures.imaging import PAPER
from generator.pictures.photos import PhotoError, PhotoFacts, cropped, inspect, jpeg_bytes

RED, BLUE = (220, 30, 30), (30, 30, 220)
ORIENTATION, GPS, MAKER_NOTE = 0x0112, 0x8825, 0x927C

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Write a picture to content/media and give its path."""
    (tmp_path / "media").mkdir()

    def _save(image: Image.Image, name: str, **options: Any) -> Path:  # noqa: ANN401  # as Pillow's save
        path = tmp_path / "media" / name
        image.save(path, **options)
        return path

    return _save


def halves(width: int = 80, height: int = 40) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def exif(orientation: int) -> Image.Exif:
    """What a phone writes: how it was held, and where."""
    found = Image.Exif()
    found[ORIENTATION] = orientation
    found[0x010F] = "Phone of Tan Hung"
    found.get_ifd(GPS).update({1: "N", 2: (10.0, 50.0, 0.0), 3: "E", 4: (105.0, 40.0, 0.0)})
    return found


def made(path: Path) -> dict[str, bytes]:
    """The photo's renditions by path."""
    content = path.parents[1]
    artifact = photos.plan(path.name, content, inspect(path), "0123456789abcdef")
    contents = artifact.make(artifact.values, Folders(content, ()))
    return dict(zip(artifact.paths, contents, strict=True))


def near(found: object, wanted: tuple[int, int, int], tolerance: int = 12) -> bool:
    assert isinstance(found, tuple)
    return all(abs(a - b) <= tolerance for a, b in zip(found, wanted, strict=True))


def pixel(path: Path, x: int = 0, y: int = 0) -> object:
    facts = inspect(path)
    return cropped(path, facts.width, facts.height, "50% 50%").getpixel((x, y))


UPRIGHT_CORNERS = {
    1: (RED, BLUE, (80, 40)),
    2: (BLUE, RED, (80, 40)),
    3: (BLUE, RED, (80, 40)),
    4: (RED, BLUE, (80, 40)),
    5: (RED, BLUE, (40, 80)),
    6: (RED, BLUE, (40, 80)),
    7: (BLUE, RED, (40, 80)),
    8: (BLUE, RED, (40, 80)),
}


@pytest.mark.parametrize("orientation", UPRIGHT_CORNERS)
@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.avif", "a.tif"])
def test_a_photo_stands_upright_whichever_way_the_phone_was_held(
    save: Save, orientation: int, name: str
) -> None:
    path = save(halves(), name, exif=exif(orientation))
    first, last, size = UPRIGHT_CORNERS[orientation]
    facts = inspect(path)

    assert (facts.width, facts.height) == size
    assert near(pixel(path), first)
    assert near(pixel(path, size[0] - 1, size[1] - 1), last)


@pytest.mark.parametrize("compression", ["tiff_lzw", "jpeg", "tiff_deflate"])
@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_scan_is_turned_once_however_it_is_packed(
    save: Save, orientation: int, compression: str
) -> None:
    path = save(halves(), "a.tiff", exif=exif(orientation), compression=compression)
    first, _, size = UPRIGHT_CORNERS[orientation]
    (rendition, *_) = made(path).values()

    assert near(pixel(path), first)
    with Image.open(BytesIO(rendition)) as image:
        assert (image.width < image.height) == (size[0] < size[1])


def test_a_large_photo_is_upright_too(save: Save) -> None:
    """Scaling while decoding happens before turning."""
    path = save(halves(4000, 2000), "a.jpg", exif=exif(6))
    content = made(path)["site/media/a.01234567.800.avif"]

    with Image.open(BytesIO(content)) as image:
        assert image.size == (800, 1600)
        assert near(image.getpixel((400, 10)), RED)
        assert near(image.getpixel((400, 1590)), BLUE)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.heic"])
def test_no_rendition_says_where_or_with_what_it_was_taken(save: Save, name: str) -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "Phone of Tan Hung")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    extras: dict[str, dict[str, Any]] = {
        "a.jpg": {"comment": b"Phone of Tan Hung", "xmp": b"<x:xmpmeta>Phone of Tan Hung"},
        "a.png": {"pnginfo": text},
        "a.webp": {"xmp": b"<x:xmpmeta>Phone of Tan Hung"},
    }
    path = save(halves(), name, exif=exif(1).tobytes(), icc_profile=profile, **extras.get(name, {}))
    contents = made(path).values()

    assert b"Phone of Tan Hung" in path.read_bytes()
    for content in contents:
        assert not any(mark in content for mark in (b"Phone", b"Exif", b"EXIF", b"xmp", b"XMP"))
        with Image.open(BytesIO(content)) as image:
            assert not image.getexif()
            assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)


def test_damaged_exif_does_not_spoil_a_good_photo(save: Save) -> None:
    path = save(halves(), "a.jpg", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff")

    assert inspect(path).width == 80


@pytest.mark.parametrize(
    ("mode", "name"),
    [("CMYK", "a.jpg"), ("CMYK", "a.tif"), ("P", "a.gif"), ("RGB", "a.bmp"), ("RGB", "a.avif")],
)
def test_any_common_colour_mode_becomes_srgb(save: Save, mode: str, name: str) -> None:
    picture = halves().quantize(4) if mode == "P" else halves().convert(mode)
    path = save(picture, name)

    assert near(pixel(path, 5, 5), RED, 16)
    assert near(pixel(path, 75, 5), BLUE, 16)


def test_heic_from_a_phone_is_read(save: Save) -> None:
    pillow_heif.register_heif_opener()
    path = save(halves(128, 64), "a.heic", quality=95, exif=exif(6).tobytes())
    facts = inspect(path)

    assert (facts.width, facts.height) == (64, 128)
    assert near(pixel(path, 32, 8), RED, 24)


@pytest.mark.parametrize("mode", ["L", "1", "LA"])
def test_gray_stays_gray(save: Save, mode: str) -> None:
    path = save(Image.new("L", (20, 20), 255).convert(mode), "a.png")

    assert pixel(path) == (255, 255, 255)


@pytest.mark.parametrize("name", ["a.png", "a.tif"])
def test_sixteen_bits_are_scaled_not_clipped(save: Save, name: str) -> None:
    path = save(Image.new("I;16", (20, 20), 0x8080), name)

    assert pixel(path) == (128, 128, 128)


def test_what_is_transparent_shows_paper(save: Save) -> None:
    image = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    image.paste((*RED, 255), (10, 0, 20, 20))
    path = save(image, "a.png")

    assert pixel(path) == PAPER
    assert pixel(path, 19, 0) == RED


def test_a_transparent_colour_of_a_palette_shows_paper(save: Save) -> None:
    path = save(Image.new("P", (20, 20), 3), "a.gif", transparency=3)

    assert pixel(path) == PAPER


def rgb_profile_with_swapped_primaries() -> bytes:
    """An sRGB profile whose red and blue columns have changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    start, count = 132, struct.unpack(">I", profile[128:132])[0]
    for entry in range(start, start + 12 * count, 12):
        name = bytes(profile[entry : entry + 4])
        profile[entry : entry + 4] = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}.get(name, name)
    return bytes(profile)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_colour_profile_is_obeyed(save: Save, mode: str) -> None:
    path = save(halves().convert(mode), "a.png", icc_profile=rgb_profile_with_swapped_primaries())

    assert near(pixel(path, 5, 5), BLUE)


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
@pytest.mark.parametrize("profile", [b"not a profile", rgb_profile_with_swapped_primaries()[:200]])
def test_a_damaged_profile_is_passed_over(save: Save, mode: str, profile: bytes) -> None:
    path = save(halves().convert(mode), "a.jpg", icc_profile=profile)

    assert near(pixel(path, 5, 5), (90, 90, 90) if mode == "L" else RED, 16)


def test_a_profile_of_another_colour_space_is_passed_over(save: Save) -> None:
    path = save(Image.new("L", (20, 20), 200), "a.png", icc_profile=ImageCms.ImageCmsProfile(
        ImageCms.createProfile("sRGB")).tobytes())  # fmt: skip

    assert pixel(path) == (200, 200, 200)


def test_a_missing_photo_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(PhotoError) as caught:
        inspect(tmp_path / "none.jpg")

    assert caught.value.rule == "photo-missing"


def truncated_jpeg() -> bytes:
    noise = Image.effect_noise((200, 200), 90)
    return jpeg_bytes(noise.convert("RGB"), 90)[:-3000]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a text, not a photo\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff\xe0",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"RIFF\x24\x00\x00\x00WEBPVP8 ",
        truncated_jpeg(),
    ],
    ids=["empty", "text", "eps", "svg", "jpeg-start", "png-start", "webp-start", "truncated"],
)
def test_what_is_no_whole_photo_is_a_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    with pytest.raises(PhotoError) as caught:
        inspect(path)

    assert caught.value.rule == "photo-unreadable"


@pytest.mark.parametrize("side", [11_000, 12_000, 60_000])
def test_a_decompression_bomb_is_refused_unopened(tmp_path: Path, side: int) -> None:
    """A few bytes that claim 121 megapixels (our limit is 120) or 3,600 (Pillow's own)."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    path = tmp_path / "bomb.png"
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    path.write_bytes(start + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b""))
    with pytest.raises(PhotoError) as caught:
        inspect(path)

    assert caught.value.rule == "photo-too-large"


def test_a_problem_survives_the_way_from_a_worker() -> None:
    error = pickle.loads(pickle.dumps(PhotoError(PHOTO_MISSING, Path("a.jpg"))))  # noqa: S301

    assert (error.rule, error.path, str(error)) == (
        "photo-missing",
        Path("a.jpg"),
        "photo-missing: a.jpg",
    )


def test_renditions_have_the_paths_and_widths_of_the_contract(save: Save) -> None:
    found = made(save(halves(2000, 1000), "Khô cá.jpg"))
    sizes = {path: Image.open(BytesIO(content)).size for path, content in found.items()}

    assert sizes == {
        "site/media/kho-ca.01234567.480.avif": (480, 240),
        "site/media/kho-ca.01234567.800.avif": (800, 400),
        "site/media/kho-ca.01234567.1600.avif": (1600, 800),
        "site/media/kho-ca.01234567.480.jpg": (480, 240),
        "site/media/kho-ca.01234567.800.jpg": (800, 400),
    }


def test_a_small_photo_is_never_enlarged(save: Save) -> None:
    path = save(halves(600, 300), "a.png")
    widths = [Image.open(BytesIO(content)).width for content in made(path).values()]

    assert widths == [480, 600, 600, 480, 600]


@pytest.mark.parametrize(
    ("width", "offered"),
    [
        (300, {480: 300}),
        (480, {480: 480}),
        (600, {480: 480, 800: 600}),
        (4000, {480: 480, 800: 800, 1600: 1600}),
    ],
)
def test_each_real_width_is_offered_once(width: int, offered: dict[int, int]) -> None:
    assert PhotoFacts(width, 100, "").widths == offered


def test_files_of_one_name_in_two_folders_do_not_meet() -> None:
    first = photos.rendition_paths("2024/a.jpg", "0" * 32)

    assert first.jpeg[800] == "site/media/2024-a.00000000.800.jpg"
    assert first.jpeg != photos.rendition_paths("2025/a.jpg", "0" * 32).jpeg


def test_a_name_without_a_single_letter_still_has_a_path() -> None:
    found = photos.rendition_paths("照片.jpg", "0" * 32)

    assert found.jpeg[800] == "site/media/photo.00000000.800.jpg"


def test_a_crowded_photo_is_still_light_enough_for_a_phone(save: Save) -> None:
    """A scan opens on a weak connection: 480 px within 27 kB, 800 px within 53 kB."""
    leaves = Image.effect_noise((200, 150), 30).resize((1600, 1200), Image.Resampling.BICUBIC)
    found = made(save(leaves.convert("RGB"), "a.png"))

    assert len(found["site/media/a.01234567.480.avif"]) <= 27_000
    assert len(found["site/media/a.01234567.800.avif"]) <= 53_000


def test_a_lowered_quality_still_uses_most_of_the_bytes_it_may_have(save: Save) -> None:
    straw = Image.effect_noise((400, 300), 45).resize((2000, 1500), Image.Resampling.BICUBIC)
    found = made(save(straw.convert("RGB"), "a.png"))

    for width, limit in ((480, 27_000), (800, 53_000), (1600, 160_000)):
        assert 0.85 * limit < len(found[f"site/media/a.01234567.{width}.avif"]) <= limit


@pytest.mark.usefixtures("anew")
def test_the_same_photo_gives_the_same_bytes(save: Save) -> None:
    path = save(halves(1000, 700), "a.jpg")

    assert made(path) == made(path)
    assert inspect(path) == inspect(path)


def test_the_placeholder_is_a_tiny_picture_of_the_same_shape(save: Save) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((1600, 1200), 120) for _ in range(3)])
    uri = inspect(save(noise, "a.png")).placeholder
    head, _, body = uri.partition(",")

    assert head == "data:image/webp;base64"
    assert len(uri) <= 250
    assert Image.open(BytesIO(base64.b64decode(body))).size == (16, 12)


@pytest.mark.parametrize(
    ("focus", "colour"), [("0% 50%", RED), ("100% 0%", BLUE), ("10% 90%", RED)]
)
def test_a_crop_keeps_what_the_focus_names(save: Save, focus: str, colour: object) -> None:
    image = cropped(save(halves(400, 100), "a.png"), 50, 50, focus)

    assert image.size == (50, 50)
    assert image.getpixel((25, 25)) == colour


@pytest.mark.parametrize("size", [(200, 50), (50, 200), (500, 500)])
def test_a_crop_has_exactly_the_size_asked_for(save: Save, size: tuple[int, int]) -> None:
    assert cropped(save(halves(), "a.png"), *size, "50% 50%").size == size


def test_jpeg_for_print_records_its_resolution() -> None:
    with Image.open(BytesIO(jpeg_bytes(halves(), 92, dpi=300))) as image:
        assert image.info["dpi"] == (300, 300)
