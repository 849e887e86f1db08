"""The rules of print, a part of the table in rules.py: labels, what has no room, and the law."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

PRINT_OVERFLOW = error(
    "print-overflow",
    vi=(
        "Chữ của “{found}” không vừa {called_vi}, dù đã nhỏ hết mức cho phép",
        "Hãy rút ngắn {shorten_vi}{larger_vi}",
    ),
    en=(
        "The words of “{found}” don't fit the {called_en}, even in the smallest letters allowed",
        "Shorten {shorten_en}{larger_en}",
    ),
)
PRINT_LEFT_OUT = warning(
    "print-left-out",
    vi=("Có {count}/{asked} sản phẩm không lên {called_vi}: {left_vi}", "Hãy {cure_vi}"),
    en=("{count} of {asked} products are not on the {called_en}: {left_en}", "{cure_en}"),
)
PRINT_NOTHING = warning(
    "print-nothing",
    vi=("Không in {called_vi}, vì không có sản phẩm nào để in: {left_vi}", "Hãy {cure_vi}"),
    en=("There is no {called_en}, for no product can be shown: {left_en}", "{cure_en}"),
)
CODE_OVERFLOW = error(
    "code-overflow",
    vi=(
        "Địa chỉ quá dài, mã QR {side} ô mỗi cạnh không vừa nhãn: {found}",
        "Hãy dùng giấy lớn hơn{larger_vi}, tên miền ngắn hơn, số lô ngắn hơn, hoặc --level L",
    ),
    en=(
        "The address is too long: its code of {side} modules a side has no room: {found}",
        "Use larger labels{larger_en}, a shorter host, a shorter lot, or --level L",
    ),
)
TEMPLATE_FAULT = error(
    "template-fault",
    vi=("Mẫu in của giao diện bị lỗi: “{found}”", "Hãy sửa tệp press/*.typ của giao diện"),
    en=("The theme's print template is at fault: “{found}”", "Correct the theme's press/*.typ"),
)
LABEL_WITHDRAWN = error(
    "label-withdrawn",
    vi=("Sản phẩm đã thu hồi, không in nhãn nữa", "Hãy xem lại status nếu ghi nhầm"),
    en=("The product is withdrawn and gets no labels", "Correct status if that is a mistake"),
)
LABEL_ADDRESS_MISSING = error(
    "label-address-missing",
    vi=(
        "Chưa có địa chỉ để mã dẫn tới",
        "Hãy thêm code (5 ký tự, không bao giờ đổi) hoặc gtin",
    ),
    en=(
        "There is no address for the code",
        "Add a code (5 characters, never changed) or a gtin",
    ),
)
LABEL_OFFSET = error(
    "label-offset",
    vi=(
        "--offset {found} đẩy chữ ra khỏi phần in được của tờ {stock}",
        "Hãy dùng từ {least} đến {most}",
    ),
    en=(
        "--offset {found} moves the words off the printable part of the sheet {stock}",
        "Use {least} to {most}",
    ),
)
LOT_FORM = error(
    "lot-form",
    vi=(
        "Số lô “{found}” không in được vào mã",
        "Hãy dùng tối đa 20 chữ in hoa không dấu, chữ số, dấu gạch nối, dấu chấm",
    ),
    en=(
        "The lot “{found}” can't be put into a code",
        "Use at most 20 unaccented capital letters, digits, hyphens and dots",
    ),
)
LOT_UNKNOWN = error(
    "lot-unknown",
    vi=(
        "Sản phẩm không có lô “{found}”",
        "{hint}Hãy xem lại tên lô trên bao bì, hoặc thêm lô vào content/lots/{product}.csv",
    ),
    en=(
        "The product has no lot “{found}”",
        "{hint}Look the lot up on the pack, or add it to content/lots/{product}.csv",
    ),
)
LOT_UNLISTED = error(
    "lot-unlisted",
    vi=(
        "Lô “{found}” chưa có trong sổ lô, nên mã in ra sẽ không mở được trang nào",
        "Hãy chạy ocop new lot {product} {found}, hoặc ghi lô vào content/lots/{product}.csv, rồi "
        "in lại; in thử thì thêm --proof",
    ),
    en=(
        "The lot “{found}” is not on file, so that its code would open no page",
        "Run ocop new lot {product} {found}, or write it into content/lots/{product}.csv, and "
        "print again; --proof makes a trial",
    ),
)
LOT_STOPPED = error(
    "lot-stopped",
    vi=("Lô “{found}” đang ở trạng thái {status}", "Đừng in nhãn cho lô này"),
    en=("The lot “{found}” has the status {status}", "Print no labels for it"),
)
LOT_DAY_OTHER = warning(
    "lot-day-other",
    vi=(
        "Nhãn lô {lot} sẽ in {key} {found}, mà trang của lô, nơi mã trên nhãn mở ra, ghi {listed}",
        "Hãy bỏ --{option}, hoặc sửa ngày của lô trong content/lots/{product}.csv",
    ),
    en=(
        "Labels of the lot {lot} will say {key} {found}, but the lot's page, which their code "
        "opens, says {listed}",
        "Leave out --{option}, or correct the lot's day in content/lots/{product}.csv",
    ),
)
LABEL_EXPIRED = warning(
    "label-expired",
    vi=(
        "Hạn dùng {best_before} sẽ in trên nhãn đã qua",
        "Hãy xem lại --best-before và best_before của lô; hàng quá hạn không được bán",
    ),
    en=(
        "The best-before day {best_before}, which the label will say, is past",
        "Check --best-before and the lot's best_before; such goods may not be sold",
    ),
)
LOT_DATES = error(
    "lot-dates",
    vi=(
        "Hạn dùng {best_before} đứng trước ngày sản xuất {produced}",
        "Hãy xem lại --produced, --best-before và ngày của lô trong content/lots/{product}.csv",
    ),
    en=(
        "The best-before day {best_before} comes before the day of production {produced}",
        "Check --produced, --best-before and the lot's dates in content/lots/{product}.csv",
    ),
)
LABEL_FACT_MISSING = error(
    "label-fact-missing",
    vi=(
        "Nhãn hàng hóa thiếu {item_vi} ({law_vi})",
        "Hãy thêm khóa {key}; bản in thử (--proof) thì vẫn làm được",
    ),
    en=(
        "The label lacks {item_en} ({law_en})",
        "Add the key {key}; a proof (--proof) can be made all the same",
    ),
)
LABEL_LANGUAGE = error(
    "label-language",
    vi=(
        "Sản phẩm chưa có chữ tiếng Việt, là thứ tiếng bắt buộc trên nhãn",
        "Hãy thêm bản dịch .vi.md",
    ),
    en=(
        "The product has no Vietnamese words, which are compulsory on a label",
        "Add a translation .vi.md",
    ),
)
LABEL_STARS_LAPSED = warning(
    "label-stars-lapsed",
    vi=(
        "Giấy chứng nhận hết hiệu lực ngày {until}, nên nhãn không có sao",
        "Hãy làm hồ sơ công nhận lại rồi ghi quyết định mới",
    ),
    en=(
        "The certificate ran out on {until}, so the label bears no stars",
        "Have the product assessed again and write down the new decision",
    ),
)
LABEL_STARS_UNKNOWN = warning(
    "label-stars-unknown",
    vi=(
        "Không rõ giấy chứng nhận còn hiệu lực đến ngày nào, nên nhãn không có sao",
        "Hãy thêm decided_on, chỉ biết năm cũng được, hoặc expires_on vào certificate",
    ),
    en=(
        "It is not known until when the certificate is valid, so the label bears no stars",
        "Add decided_on, be it only the year, or expires_on to certificate",
    ),
)
LABEL_STARS_EARLY = warning(
    "label-stars-early",
    vi=(
        "Đến ngày {found} giấy chứng nhận mới có hiệu lực, nên nhãn in trước ngày đó không có sao",
        "Hãy xem lại decided_on, hoặc in nhãn từ ngày đó",
    ),
    en=(
        "The certificate begins on {found}, so a label printed before bears no stars",
        "Check decided_on, or print the labels from that day on",
    ),
)
LABEL_CLAIM = warning(
    "label-claim",
    vi=(
        "Nhãn thực phẩm có lời “{found}” ({law_vi})",
        "Hãy bỏ lời đó nếu không có giấy tờ cho phép; đây chỉ là lời nhắc",
    ),
    en=(
        "The label of a food says “{found}” ({law_en})",
        "Leave it out unless a permit allows it; this is only a reminder",
    ),
)
LABEL_DATE_FORM = warning(
    "label-date-form",
    vi=("Ngày “{found}” không ở dạng ngày/tháng/năm", "Hãy ghi như 01/09/2026"),
    en=("The date “{found}” is not day/month/year", "Write it as 01/09/2026"),
)
LABEL_ENGLISH_MISSING = warning(
    "label-english-missing",
    vi=("Chưa có bản tiếng Anh, nên nhãn chỉ có tiếng Việt", "Hãy thêm tệp .en.md"),
    en=("There is no English, so the label is in Vietnamese alone", "Add a file .en.md"),
)
CARD_PRICE_MISSING = warning(
    "card-price-missing",
    vi=("Thẻ quầy không có giá của gói {found}", "Hãy thêm price vào packs nếu muốn hiện giá"),
    en=("The shelf card shows no price of the pack {found}", "Add its price to packs to show it"),
)
LABEL_BARS_LEFT_OUT = warning(
    "label-bars-left-out",
    vi=(
        "Nhãn không đủ chỗ cho mã vạch {found}; mã QR vẫn mang số này",
        "Nếu cửa hàng cần mã vạch, hãy {larger_vi}",
    ),
    en=(
        "The label has no room for the bars of {found}; the QR code carries the number",
        "If shops need the bars, {larger_en}",
    ),
)

FORMAT_UNKNOWN = error(
    "format-unknown",
    vi=(
        "Không có ấn phẩm nào tên “{found}”",
        "{hint}Hãy xem các ấn phẩm bằng ocop brochure --list",
    ),
    en=("There is no printed format named “{found}”", "{hint}ocop brochure --list shows all"),
)
FORMAT_SUBJECT = error(
    "format-subject",
    vi=(
        "{called_vi} không in cho một hội chợ",
        "Hãy ghi “{found}” ở khóa brochures của site.yaml, hoặc bỏ đi",
    ),
    en=(
        "The {called_en} is not printed for a fair",
        "Name “{found}” at the key brochures of site.yaml, or take it out",
    ),
)
