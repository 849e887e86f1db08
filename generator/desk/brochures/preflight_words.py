"""What a preflight measured, in a line that an officer can send to the printing house."""

from __future__ import annotations

import json
from typing import Any

from generator.catalogue.languages import Language
from generator.catalogue.saying import figure

_NAMES = {
    "press": ("Bản gửi nhà in", "For the printing house"),
    "cover": ("Bìa", "Cover"),
}


def measured(report: bytes) -> tuple[str, ...]:
    """A line in each language for all files that the report (`<format>.proof.json`) is about."""
    files: dict[str, dict[str, Any]] = json.loads(report)["files"]
    both: tuple[Language, Language] = ("vi", "en")
    return tuple(
        "; ".join(
            f"{_NAMES[name][number]}: {', '.join(_rows(each, language))}"
            for name, each in files.items()
        )
        for number, language in enumerate(both)
    )


def _rows(found: dict[str, Any], language: Language) -> list[str]:
    """What was measured, as far as there was anything to measure."""
    ink = max(found["inks_of_photos"], found["inks_of_colours"])
    vi = language == "vi"
    rows = [
        f"{found['pages']} trang" if vi else _counted(found["pages"], "page"),
        f"mực chồng tới {ink:.0f} %" if vi else f"inks of {ink:.0f} %",
    ]
    if dots := found["coarsest_photo_dpi"]:
        rows.append(f"ảnh từ {dots:.0f} dpi" if vi else f"photos of {dots:.0f} dpi and more")
    if letters := found["smallest_letters_pt"]:
        size = figure(letters, language, 1)
        rows.append(f"chữ từ {size} pt" if vi else f"letters of {size} pt and more")
    if codes := len(found["codes"]):
        rows.append(f"đọc lại {codes} mã" if vi else f"{_counted(codes, 'code')} read back")
    if left_out := ", ".join(found["photos_left_out"]):
        rows.append(
            f"chữ dài nên không còn chỗ cho ảnh {left_out}"
            if vi
            else f"words leave no room for the photo {left_out}"
        )
    return rows


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
