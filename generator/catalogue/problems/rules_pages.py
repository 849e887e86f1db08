"""Rules for the pages of the site: names that stand for something else, things that there are not.

As in `rules`: first what is wrong, then what to do.
"""

from __future__ import annotations

from generator.catalogue.problems.rule import error

ADDRESS_RESERVED = error(
    "address-reserved",
    vi=(
        "Địa chỉ “{found}” dành cho một danh sách hoặc một thư mục của trang web",
        "Hãy đặt tên khác cho tệp này",
    ),
    en=(
        "The address “{found}” is kept for a list or a folder of the site itself",
        "Give this file another name",
    ),
)
UNKNOWN_VILLAGE = error(
    "unknown-village",
    vi=(
        "Không có làng nghề “{found}”",
        "{hint}Hãy sửa lại hoặc tạo content/villages/{found}.md",
    ),
    en=(
        "There is no craft village “{found}”",
        "{hint}Correct it or create content/villages/{found}.md",
    ),
)
