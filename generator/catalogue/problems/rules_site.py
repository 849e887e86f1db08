"""The part of the table of rules that is about site.yaml as a whole."""

from __future__ import annotations

from generator.catalogue.problems.rule import error

SITE_LANGUAGE_UNLISTED = error(
    "site-language-unlisted",
    vi=(
        "languages không có “{language}”, là ngôn ngữ chính của trang (language), nên mọi "
        "trang bằng tiếng ấy, kể cả trang mà mã đã in mở ra, sẽ mất",
        "Hãy thêm {language} vào languages, hoặc xóa khóa languages nếu trang chỉ có một ngôn ngữ",
    ),
    en=(
        "languages lacks “{language}”, the site's own language, so every page in it would "
        "vanish, those behind printed codes too",
        "Add {language} to languages, or leave languages out if the site has one language",
    ),
)
SITE_LANGUAGE_TWICE = error(
    "site-language-twice",
    vi=("Ngôn ngữ “{language}” ghi hai lần", "Hãy chỉ ghi một lần"),
    en=("The language “{language}” is listed twice", "List it once"),
)
THEME_MISSING = error(
    "theme-missing",
    vi=(
        "Không có giao diện nào tên “{found}”",
        "{hint}Hãy ghi tên một thư mục trong themes/, hoặc mua-nuoc-noi là giao diện có sẵn",
    ),
    en=(
        "There is no theme named “{found}”",
        "{hint}Name a folder in themes/, or mua-nuoc-noi, which comes with the program",
    ),
)
THEME_STRING_MISSING = error(
    "theme-string-missing",
    vi=(
        "Giao diện “{found}” thiếu chữ {key} trong strings/press.{language}.toml, {called_vi} cần",
        "Hãy thêm khóa đó vào bảng chữ của giao diện",
    ),
    en=(
        "The theme “{found}” lacks the string {key} in strings/press.{language}.toml, "
        "which the {called_en} needs",
        "Add that key to the theme's strings",
    ),
)
THEME_STRING_PLACE = error(
    "theme-string-place",
    vi=(
        "Chữ {key} trong strings/{table}.toml của giao diện “{found}” có chỗ "
        "chương trình không điền được: “{text}”",
        "Hãy sửa lại như trong giao diện gốc; muốn in dấu ngoặc nhọn thì viết hai lần",
    ),
    en=(
        "The string {key} in strings/{table}.toml of the theme “{found}” has a place "
        "that the program can't fill in: “{text}”",
        "Write it as in the original theme; a curly bracket to be printed is written twice",
    ),
)
THEME_UNUSABLE = error(
    "theme-unusable",
    vi=(
        "Không dùng được giao diện này: {reason_vi}",
        "Hãy sửa giao diện hoặc chọn giao diện khác ở khóa theme",
    ),
    en=(
        "This theme can't be used: {reason_en}",
        "Correct the theme, or choose another with the key theme",
    ),
)
