"""The rules about photos: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

PHOTO_PATH = error(
    "photo-path",
    vi=(
        "Ảnh “{found}” không nằm trong content/media",
        "Hãy chép ảnh vào đó và chỉ ghi tên tệp",
    ),
    en=("The photo “{found}” is not in content/media", "Copy it there and write its name only"),
)
PHOTO_MISSING = error(
    "photo-missing",
    vi=("Không có ảnh “{found}” trong content/media", "{hint}Hãy chép ảnh vào đó hoặc sửa tên tệp"),
    en=("There is no photo “{found}” in content/media", "{hint}Copy it there, or correct its name"),
)
PHOTO_UNREADABLE = error(
    "photo-unreadable",
    vi=("Không mở được ảnh “{found}”", "Hãy lưu lại ảnh dưới dạng JPEG, PNG, WebP hoặc HEIC"),
    en=("The photo “{found}” can't be opened", "Save it again as JPEG, PNG, WebP or HEIC"),
)
PHOTO_TOO_LARGE = error(
    "photo-too-large",
    vi=("Ảnh “{found}” quá lớn để mở an toàn", "Hãy thu nhỏ cạnh dài còn khoảng 4000 điểm ảnh"),
    en=(
        "The photo “{found}” is too large to open safely",
        "Scale it to about 4000 pixels on its longer side",
    ),
)
PHOTO_UNMADE = error(
    "photo-unmade",
    vi=(
        "Ảnh “{found}” mở được nhưng không làm được hình cho trang web hay bản in từ nó",
        "Hãy lưu lại ảnh dưới dạng JPEG, cạnh dài khoảng 4000 điểm ảnh",
    ),
    en=(
        "The photo “{found}” opens, but no picture for pages or print can be made of it",
        "Save it again as JPEG, about 4000 pixels on its longer side",
    ),
)
PHOTO_NO_AVIF = error(
    "photo-no-avif",
    vi=(
        "Thư viện ảnh Pillow của máy này không ghi được AVIF, nên không ảnh nào lên được trang",
        "Hãy cài lại: pip install --force-reinstall --only-binary :all: pillow",
    ),
    en=(
        "This machine's library for pictures, Pillow, can't write AVIF: no photo can be shown",
        "Install it anew: pip install --force-reinstall --only-binary :all: pillow",
    ),
)
PHOTO_TOO_SMALL = warning(
    "photo-too-small",
    vi=("Ảnh “{found}” nhỏ, in ra sẽ mờ", "Hãy dùng ảnh gốc, cạnh dài ít nhất 1600 điểm ảnh"),
    en=(
        "The photo “{found}” is small and will look soft in print",
        "Use the original, at least 1600 pixels on its longer side",
    ),
)
PHOTO_TWICE = warning(
    "photo-twice",
    vi=(
        "Ảnh “{found}” giống hệt ảnh “{other}” ở {key}, dòng {line}",
        "Trang sẽ hiện một ảnh hai lần; hãy bỏ một mục, hoặc chọn ảnh khác",
    ),
    en=(
        "The photo “{found}” is the very same as “{other}” at {key}, line {line}",
        "The page would show one picture twice; take one away, or choose another photo",
    ),
)
