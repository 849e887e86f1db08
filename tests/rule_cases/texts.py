"""A case for each rule about photos, texts in Markdown, and signs that print has no type for."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path
from types import SimpleNamespace

import made_once
import pytest
from PIL import Image
from small_project import STORY

from generator.catalogue.problems import rules_photos, rules_prepress, rules_signs, rules_texts
from generator.catalogue.prose.markdown_engine import Converter, ProseError
from generator.desk import photos as desk_photos
from generator.pictures import photos
from rule_cases.case import FISH, RICE, SAUCE, Case, Edit, end, gone, put, swap

PHOTO = "content/media/kho-ca.jpg"
AT = f"{FISH}:15:11"


def _small(width: int = 1599, height: int = 1200) -> bytes:
    with io.BytesIO() as out:
        Image.new("RGB", (width, height), "#c98a12").save(out, "JPEG")
        return out.getvalue()


def _claiming(width: int, height: int) -> bytes:
    """The beginning of a PNG of that size, as an attack would have it: hardly a byte behind."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    begun = b"\x89PNG\r\n\x1a\n\x00\x00\x00\r" + head + struct.pack(">I", zlib.crc32(head))
    return begun + b"\x00\x00\x00\x00IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


def _no_crop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture library that fails at a photo which it opened."""
    monkeypatch.setattr(made_once, "_off", True)  # what was cut before is no matter here
    monkeypatch.setattr(photos, "crop_box", lambda *_: (-1.0, 0.0, 9.0, 9.0))


def _no_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Markdown library that fails at a text."""

    def fail(_: object, text: str) -> str:
        if "`" in text:
            raise ProseError(rules_texts.TEXT_UNREADABLE, found="IndexError")
        return text

    monkeypatch.setattr(Converter, "convert", fail)


def twin(path: str, other: str) -> Edit:
    """The same file once more, under another name."""

    def edit(root: Path) -> None:
        (root / other).write_bytes((root / path).read_bytes())

    return edit


def said(text: str) -> Edit:
    """More of the story, from line 24 on."""
    return end(FISH, text)


def _no_avif(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow as it is where it was built without libavif."""
    spec = SimpleNamespace(submodule_search_locations=[os.fspath(Path(__file__).parent)])
    monkeypatch.setattr(desk_photos, "find_spec", lambda _: spec)


CASES = (
    Case(rules_prepress.PHOTO_COARSE, AT, (put(PHOTO, _small(1600, 700)),)),
    Case(rules_prepress.PHOTO_TOO_COARSE, AT, (put(PHOTO, _small(1600, 260)),)),
    Case(rules_photos.PHOTO_PATH, AT, (swap(FISH, "file: kho-ca.jpg", "file: ../kho-ca.jpg"),)),
    Case(rules_photos.PHOTO_MISSING, AT, (gone(PHOTO),)),
    Case(rules_photos.PHOTO_UNREADABLE, AT, (put(PHOTO, "no picture"),)),
    Case(rules_photos.PHOTO_TOO_LARGE, AT, (put(PHOTO, _claiming(20_000, 20_000)),)),
    Case(
        rules_photos.PHOTO_UNMADE,
        f"{SAUCE}:15:11",
        verb=("build", "--only", "brochures", "--jobs", "1"),
        broken=_no_crop,
    ),
    Case(rules_photos.PHOTO_NO_AVIF, f"{RICE}:15:11", broken=_no_avif),
    Case(rules_photos.PHOTO_TOO_SMALL, AT, (put(PHOTO, _small()),)),
    Case(
        rules_photos.PHOTO_TWICE,
        f"{RICE}:17:11",
        (
            twin("content/media/gao.jpg", "content/media/gao-2.jpg"),
            swap(RICE, "    alt: Ảnh gao", "    alt: Ảnh gao\n  - file: gao-2.jpg\n    alt: Ảnh 2"),
        ),
    ),
    Case(rules_texts.MARK_UNUSED, f"{FISH}:24:1", (said("~~Cá~~"),)),
    Case(rules_texts.TEXT_NESTED, f"{FISH}:24:1", (said(f"{'>' * 13} Cá"),)),
    Case(rules_texts.TEXT_LONG, f"{FISH}:2022:1", (said("Cá\n" * 2000),)),
    Case(rules_texts.TEXT_MARKS, f"{FISH}:24:1", (said("[" * 501),)),
    Case(rules_texts.TEXT_DENSE, f"{FISH}:24:1", (said("* cá " * 400),)),
    Case(
        rules_texts.TEXT_UNREADABLE,
        f"{FISH}:24:1",
        (said("`Cá`"),),
        broken=_no_markdown,
    ),
    Case(rules_texts.STORY_SHORT, f"{FISH}:22:1", (swap(FISH, STORY, "Cá tươi được làm sạch."),)),
    Case(rules_texts.SCRIPT_REMOVED, f"{FISH}:24:1", (said("<script>alert(1)</script>"),)),
    Case(rules_texts.STORY_IMAGE, f"{FISH}:24:1", (said("![Cá](kho-ca.jpg)"),)),
    Case(rules_signs.SIGN_REPLACED, f"{FISH}:2:7", (swap(FISH, "name: Khô cá", "name: Khô cá ★"),)),
    Case(
        rules_signs.SIGN_LEFT_OUT, f"{FISH}:2:7", (swap(FISH, "name: Khô cá", "name: Khô cá 🐟"),)
    ),
    Case(rules_signs.SIGN_NOTHING_LEFT, f"{FISH}:2:7", (swap(FISH, "name: Khô cá", "name: 🐟"),)),
)
