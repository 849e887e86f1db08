"""What only a product's translation has: words for each of several things, in their order."""

from __future__ import annotations

from functools import partial

from generator.catalogue.fields.row import Row, Shows
from generator.catalogue.model import Translation

_translation = partial(Row, Translation)

ROWS = (
    _translation(
        "pack_nets",
        vi=(
            "quy cách đã dịch",
            "Lượng trong từng gói bằng ngôn ngữ này. Đúng thứ tự và đủ số gói.",
        ),
        en=(
            "translated packs",
            "What each pack holds, in this language. In the packs' order and number.",
        ),
        example="[box of 250 g]",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.SEARCH,
        on_cards=True,
    ),
    _translation(
        "photo_alts",
        vi=("lời tả ảnh đã dịch", "Lời tả từng ảnh bằng ngôn ngữ này. Đúng thứ tự và đủ số ảnh."),
        en=(
            "translated picture texts",
            "What each photo shows, in this language. In the photos' order and number.",
        ),
        example="[A jar on a table]",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _translation(
        "award_names",
        vi=(
            "tên giải đã dịch",
            "Tên từng giải thưởng bằng ngôn ngữ này. Đúng thứ tự và đủ số giải.",
        ),
        en=(
            "translated award names",
            "Each award's name in this language. In the awards' order and number.",
        ),
        example="[Sample prize]",
        shows=Shows.OWN_PAGE | Shows.SEARCH,
        schema="award",
    ),
)
