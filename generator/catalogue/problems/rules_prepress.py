"""The rules of what a printing house gets, a part of the table in rules.py."""

from __future__ import annotations

from generator.catalogue.problems.rule import error

PRESS_PROFILE = error(
    "press-profile",
    vi=(
        "Hồ sơ màu “{found}” không dùng được: {reason_vi}",
        "Hãy xin nhà in tệp ICC của máy in offset, bốn màu CMYK, và chép vào content/; "
        "hoặc bỏ khóa profile để dùng hồ sơ giấy tráng phủ có sẵn",
    ),
    en=(
        "The colour profile “{found}” can't be used: {reason_en}",
        "Ask the printing house for its press's ICC file, in CMYK, and copy it to content/; or "
        "leave out the key profile for the one for coated paper that comes with the program",
    ),
)
