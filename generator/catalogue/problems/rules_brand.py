"""The rules of logos and pictures on brand labels, a part of the table in rules.py."""

from __future__ import annotations

from generator.catalogue.problems.rule import error

LOGO_MISSING = error(
    "logo-missing",
    vi=(
        "Không có tệp logo “{found}” trong content/media",
        "Hãy chép tệp vào đó, hoặc bỏ khóa logo",
    ),
    en=("There is no logo “{found}” in content/media", "Put the file there, or leave logo out"),
)
LOGO_UNUSABLE = error(
    "logo-unusable",
    vi=(
        "Không in được logo “{found}”: {reason_vi}",
        "Hãy lưu lại thành SVG chỉ có hình tô màu, hoặc PNG, JPEG",
    ),
    en=(
        "The logo “{found}” can't be printed: {reason_en}",
        "Save it as an SVG of filled shapes, or as PNG or JPEG",
    ),
)
PICTURE_COARSE = error(
    "picture-coarse",
    vi=(
        "Trên nhãn, “{found}” in cỡ {size_vi} mm nên chỉ có {dots} chấm mỗi inch, cần {least}",
        "Hãy dùng ảnh từ {pixels} điểm ảnh; logo thì tốt nhất là SVG",
    ),
    en=(
        "On the label “{found}” is {size_en} mm large, so it has only {dots} dots an inch of the "
        "{least} it needs",
        "Use a picture of {pixels} pixels or more; a logo is best an SVG",
    ),
)
