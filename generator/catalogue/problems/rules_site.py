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
