"""The part of the table of rules that is about signs the printed typeface lacks."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

SIGN_REPLACED = warning(
    "sign-replaced",
    vi=(
        "Kiểu chữ in không có {signs_vi}, đang dùng ở {where_vi}",
        "Trang web vẫn hiện đúng; bản in và ảnh chia sẻ ghi {instead} thay vào đó. Nếu không "
        "vừa ý, hãy viết cách khác",
    ),
    en=(
        "The printed typeface has no {signs_en}, as used in {where_en}",
        "Pages show it as it is; print and share pictures have {instead} in its place. Write "
        "it another way if that won't do",
    ),
)
SIGN_LEFT_OUT = warning(
    "sign-left-out",
    vi=(
        "Kiểu chữ in không có {signs_vi}, đang dùng ở {where_vi}",
        "Trang web vẫn hiện đúng; bản in và ảnh chia sẻ bỏ đi. Nếu người đọc cần, hãy viết "
        "thành chữ",
    ),
    en=(
        "The printed typeface has no {signs_en}, as used in {where_en}",
        "Pages show it as it is; print and share pictures leave it out. Put it into words if "
        "readers need it",
    ),
)
SIGN_NOTHING_LEFT = error(
    "sign-nothing-left",
    vi=(
        "In ra thì {where_vi} không còn chữ nào, vì kiểu chữ in không có {signs_vi}",
        "Nhãn, tờ bướm và ảnh chia sẻ không thể thiếu mục này: hãy ghi bằng chữ Việt hoặc chữ "
        "Latinh, có thể giữ ký hiệu bên cạnh",
    ),
    en=(
        "In print no letter is left of {where_en}, for the typeface has no {signs_en}",
        "Labels, leaflets and share pictures can't do without it: write it in Latin letters, "
        "with the signs beside them if you like",
    ),
)
