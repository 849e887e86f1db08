"""The rules about what one file says of another: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

UNKNOWN_PRODUCER = error(
    "unknown-producer",
    vi=(
        "Không có chủ thể “{found}”",
        "{hint}Hãy sửa lại hoặc tạo content/producers/{found}.md",
    ),
    en=(
        "There is no producer “{found}”",
        "{hint}Correct it or create content/producers/{found}.md",
    ),
)
UNKNOWN_PLACE = error(
    "unknown-place",
    vi=(
        "Không có địa danh “{found}”",
        "{hint}Hãy sửa lại hoặc thêm vào content/places.yaml",
    ),
    en=(
        "There is no place “{found}”",
        "{hint}Correct it or add it to content/places.yaml",
    ),
)
UNKNOWN_PRODUCT = error(
    "unknown-product",
    vi=("Không có sản phẩm “{found}”", "{hint}Hãy sửa lại hoặc bỏ dòng này"),
    en=("There is no product “{found}”", "{hint}Correct it or remove the line"),
)
BOOTH_PRODUCT = error(
    "booth-product",
    vi=(
        "Gian hàng có “{found}”, mà products của hội chợ không có",
        "{hint}Hãy thêm vào products, hoặc bỏ khỏi booths",
    ),
    en=(
        "A booth has “{found}”, which is not among the fair's products",
        "{hint}Add it to products, or take it out of booths",
    ),
)
FAIR_CERTIFICATE = warning(
    "fair-certificate",
    vi=(
        "Giấy chứng nhận của “{found}” hết hiệu lực trước khi hội chợ kết thúc, "
        "nên tờ bướm không in sản phẩm này",
        "Hãy bỏ sản phẩm khỏi danh sách, hoặc ghi quyết định mới khi có",
    ),
    en=(
        "The certificate of “{found}” lapses before the fair is over, "
        "so the leaflet leaves the product out",
        "Take it off the list, or write the new decision when there is one",
    ),
)
LINK_BROKEN = error(
    "link-broken",
    vi=(
        "Liên kết “{found}” không dẫn tới đâu",
        "{hint}Hãy ghi tên tệp có thật như ../products/kho-ca-loc.md, hoặc địa chỉ https:// đầy đủ",
    ),
    en=(
        "The link “{found}” leads nowhere",
        "{hint}Name an existing file such as ../products/kho-ca-loc.md, or a full https:// address",
    ),
)
