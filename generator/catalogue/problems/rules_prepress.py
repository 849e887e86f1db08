"""The rules of what a printing house gets, a part of the table in rules.py."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

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
PRESS_PREFLIGHT = error(
    "press-preflight",
    vi=(
        "Ấn phẩm chưa in được: {reason_vi}",
        "Hãy sửa mẫu in hoặc màu của giao diện (theme.toml), hoặc ảnh ấy",
    ),
    en=(
        "This can't be printed as it is: {reason_en}",
        "Correct the theme's print template or its colours (theme.toml), or that photo",
    ),
)
PRESS_COLOURS = error(
    "press-colours",
    vi=(
        "Với các màu giao diện này tự đặt ({found}), chữ hay mã trên bản in không thấy được hoặc "
        "không đọc được",
        "Hãy sửa bảng [colours] trong theme.toml: màu chữ và màu mã phải đậm, khác hẳn màu nền; "
        "màu khác trên giấy thì ghi ở office và press",
    ),
    en=(
        "In the colours that this theme sets itself ({found}), words or codes in print can't be "
        "seen or read",
        "Correct [colours] in theme.toml: what words and codes have must be dark and far from "
        "their ground; another colour on paper is written at office and press",
    ),
)
PHOTO_COARSE = warning(
    "photo-coarse",
    vi=(
        "Ảnh “{found}” ({size} điểm ảnh) chỉ có {dots} điểm mỗi inch trên {called_vi}, in ra sẽ mờ",
        "Hãy dùng ảnh gốc lớn hơn, từ {wanted_size} điểm ảnh",
    ),
    en=(
        "The photo “{found}” ({size} pixels) has only {dots} pixels an inch on the {called_en} and "
        "will look soft",
        "Use a larger original, of {wanted_size} pixels",
    ),
)
PHOTO_TOO_COARSE = error(
    "photo-too-coarse",
    vi=(
        "Ảnh “{found}” ({size} điểm ảnh) chỉ có {dots} điểm mỗi inch trên {called_vi}, "
        "không in được",
        "Hãy dùng ảnh gốc, từ {wanted_size} điểm ảnh; --keep-going thì vẫn làm trang web",
    ),
    en=(
        "The photo “{found}” ({size} pixels) has only {dots} pixels an inch on the {called_en}, "
        "too few for print",
        "Use the original, of {wanted_size} pixels; --keep-going still makes the site",
    ),
)
