"""The rules about files in work (`draft: true`): a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

DRAFT_NEEDED = error(
    "draft-needed",
    vi=(
        "Tệp này còn là bản nháp, nên không được đăng, nhưng {found} nhắc tới nó",
        "Hãy xóa dòng draft: true, bỏ chỗ nhắc ấy, hoặc ghi draft: true vào tệp ấy nữa",
    ),
    en=(
        "This file is a draft, so it is not published, but {found} names it",
        "Delete the line draft: true, take the name out there, or write draft: true there too",
    ),
)
DRAFT_UNFINISHED = warning(
    "draft-unfinished",
    vi=("Bản nháp chưa đủ để đăng: {wanted}", "Đủ rồi thì xóa dòng draft: true"),
    en=(
        "The draft can't be published yet: {wanted}",
        "Once nothing is missing, delete the line draft: true",
    ),
)
DRAFT_RECALLED = warning(
    "draft-recalled",
    vi=(
        "Lô {found} đã thu hồi, nhưng tệp này là bản nháp nên không trang nào báo cho người mua",
        "Hãy xóa dòng draft: true; nếu không bán nữa, hãy ghi status: withdrawn",
    ),
    en=(
        "Lot {found} is recalled, but this file is a draft, so no page tells those who bought it",
        "Delete the line draft: true; if it is sold no more, write status: withdrawn",
    ),
)
