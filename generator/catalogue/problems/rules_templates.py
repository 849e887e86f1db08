"""The part of the table of rules that is about the templates of a project's own theme."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

TEMPLATE_STRING = error(
    "template-string",
    vi=(
        "Mẫu trang dùng chữ “{found}”, nhưng {files} của giao diện không có khóa ấy",
        "{hint}Hãy sửa tên khóa, hoặc thêm khóa ấy vào thư mục strings/ của giao diện",
    ),
    en=(
        "The template uses the string “{found}”, which {files} of the theme lacks",
        "{hint}Correct the key, or add it to the theme's folder strings/",
    ),
)
TEMPLATE_VALUE = error(
    "template-value",
    vi=(
        "Mẫu trang cần “{found}”, nhưng ở chỗ này không có giá trị, tên hay macro nào như vậy",
        "{hint}Hãy sửa tên theo docs/themes.md{wanted}",
    ),
    en=(
        "The template needs “{found}”, and there is no such value, name or macro here",
        "{hint}Correct the name by docs/themes.md{wanted}",
    ),
)
TEMPLATE_CALL = error(
    "template-call",
    vi=(
        "Mẫu trang gọi “{found}” không đúng cách; có thể dùng: {said}",
        "Hãy viết lời gọi theo docs/themes.md, hoặc theo dòng khai báo của macro",
    ),
    en=(
        "The template calls “{found}” in a way that can't work; possible is: {said}",
        "Write the call by docs/themes.md, or by the line that defines the macro",
    ),
)
TEMPLATE_FAILS = error(
    "template-fails",
    vi=(
        "Mẫu trang hỏng ở dòng này khi làm trang: {reason_vi}",
        "Hãy sửa dòng này; giá trị có khi không có thì đặt trong một lệnh if, xem docs/themes.md",
    ),
    en=(
        "The template fails at this line when a page is made: {reason_en}",
        "Correct the line; put what may be missing within an if, see docs/themes.md",
    ),
)
THEME_KEY_UNUSED = warning(
    "theme-key-unused",
    vi=(
        "“{found}” không đổi gì: giao diện gốc không có tên ấy, tệp của giao diện này cũng không "
        "dùng đến",
        "{hint}Hãy chép đúng tên trong giao diện gốc, hoặc xóa dòng này",
    ),
    en=(
        "“{found}” changes nothing: the theme behind has no such name, and no file of this theme "
        "uses it",
        "{hint}Copy the name from the theme behind, or take the line out",
    ),
)
THEME_FILE_UNUSED = warning(
    "theme-file-unused",
    vi=(
        "Tệp “{found}” của giao diện không đổi gì: giao diện gốc không có tệp tên ấy, không tệp "
        "nào của giao diện này nhắc đến",
        "{hint}Hãy đặt đúng tên như trong giao diện gốc, hoặc xóa tệp",
    ),
    en=(
        "The theme's file “{found}” changes nothing: the theme behind has none of that name, and "
        "no file of this theme names it",
        "{hint}Name it as in the theme behind, or delete it",
    ),
)
