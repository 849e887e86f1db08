"""The rules of the proof of labels, a part of the table in rules.py."""

from __future__ import annotations

from generator.catalogue.problems.rule import error

PROOF_UNREAD = error(
    "proof-unread",
    vi=(
        "Đọc lại bản in, mã cho ra “{found}” thay vì {wanted_address}",
        "Hãy dùng giấy lớn hơn hoặc địa chỉ ngắn hơn; đừng in bản này",
    ),
    en=(
        "Read back, the code says “{found}” instead of {wanted_address}",
        "Use a larger stock or a shorter address; don't print this",
    ),
)
PROOF_COUNT = error(
    "proof-count",
    vi=("Bản in có {found} nhãn thay vì {wanted_count}", "Hãy báo người phụ trách giao diện"),
    en=("The print holds {found} labels, not {wanted_count}", "Tell whoever keeps the theme"),
)
PROOF_MODULE = error(
    "proof-module",
    vi=(
        "Ô của mã QR là {found} mm, phải từ {limits} mm",
        "Hãy dùng giấy lớn hơn, tên miền ngắn hơn, hoặc --level L",
    ),
    en=(
        "The code's module is {found} mm; it must be {limits} mm",
        "Use a larger stock, a shorter host, or --level L",
    ),
)
PROOF_QUIET_ZONE = error(
    "proof-quiet-zone",
    vi=(
        "Quanh mã chỉ trống {found} ô, phải đủ 4 ô",
        "Hãy dùng giấy lớn hơn, hoặc giảm --offset",
    ),
    en=(
        "Only {found} light modules surround the code; 4 are needed",
        "Use a larger stock, or a smaller --offset",
    ),
)
PROOF_LETTERS = error(
    "proof-letters",
    vi=(
        "Chữ nhỏ nhất trên nhãn cao {found} mm, luật đòi {wanted_mm} mm",
        "Hãy sửa mẫu in của giao diện",
    ),
    en=(
        "The smallest letters are {found} mm high; the law asks for {wanted_mm} mm",
        "Correct the theme's print template",
    ),
)
PROOF_CONTRAST = error(
    "proof-contrast",
    vi=(
        "Mã in màu {found} trên nền {light}, không đủ đậm nhạt",
        "Hãy để giao diện in mã màu đen trên nền trắng",
    ),
    en=(
        "The code is {found} on {light}, which lie too near to each other",
        "Have the theme print codes in black on white",
    ),
)
PROOF_DOTS = error(
    "proof-dots",
    vi=(
        "Ô của mã rộng {found} chấm máy in, không tròn chấm",
        "Hãy chọn đúng --dpi của máy in",
    ),
    en=(
        "The code's module is {found} dots of the printer wide, not whole ones",
        "Give the printer's true --dpi",
    ),
)
PROOF_WORDS_OVERLAP = error(
    "proof-words-overlap",
    vi=(
        "Nhãn thứ {number}: chữ “{found}” và “{other}” in đè lên nhau",
        "Hãy rút ngắn chữ, dùng giấy lớn hơn hoặc mẫu khác (--design); đừng in bản này",
    ),
    en=(
        "Label {number}: the words “{found}” and “{other}” are printed over each other",
        "Shorten the words, use a larger stock or another --design; don't print this",
    ),
)
PROOF_WORDS_OUTSIDE = error(
    "proof-words-outside",
    vi=(
        "Nhãn thứ {number}: chữ “{found}” ra ngoài vùng in an toàn của nhãn",
        "Hãy giảm --offset, rút ngắn chữ, dùng giấy lớn hơn hoặc mẫu khác (--design)",
    ),
    en=(
        "Label {number}: the words “{found}” lie outside the label's safe area",
        "Use a smaller --offset, shorter words, a larger stock or another --design",
    ),
)
PROOF_WORDS_IN_CODE = error(
    "proof-words-in-code",
    vi=(
        "Nhãn thứ {number}: chữ “{found}” lấn vào viền trắng quanh mã",
        "Hãy rút ngắn chữ, dùng giấy lớn hơn hoặc mẫu khác (--design)",
    ),
    en=(
        "Label {number}: the words “{found}” stand in the code's quiet zone",
        "Shorten the words, use a larger stock or another --design",
    ),
)
PROOF_WORDS_MISSING = error(
    "proof-words-missing",
    vi=(
        "Nhãn thứ {number} thiếu chữ “{found}” ({key}) hoặc in bị cắt",
        "Hãy rút ngắn chữ, dùng giấy lớn hơn hoặc mẫu khác (--design)",
    ),
    en=(
        "Label {number} lacks the words “{found}” ({key}), or they are cut off",
        "Shorten the words, use a larger stock or another --design",
    ),
)
