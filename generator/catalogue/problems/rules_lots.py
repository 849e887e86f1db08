"""The rules about lots: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

LOT_FILE_FORM = error(
    "lot-file-form",
    vi=(
        "Thư mục content/lots chỉ nhận bảng dạng .csv",
        "Hãy lưu bảng dưới dạng “CSV UTF-8” với tên <sản phẩm>.csv",
    ),
    en=(
        "content/lots takes tables with the ending .csv only",
        "Save the table as “CSV UTF-8” under the name <product>.csv",
    ),
)
LOT_PRODUCT = error(
    "lot-product",
    vi=(
        "Không có sản phẩm “{found}” cho bảng này",
        "{hint}Hãy đặt tên bảng theo tệp sản phẩm, như kho-ca-loc.csv",
    ),
    en=(
        "There is no product “{found}” for this table",
        "{hint}Name the table after the product's file, such as kho-ca-loc.csv",
    ),
)
LOT_OF_SERVICE = error(
    "lot-of-service",
    vi=("Dịch vụ du lịch ({other}) không có lô hàng", "Hãy bỏ bảng này"),
    en=("A tourism service ({other}) has no lots", "Remove this table"),
)
LOT_ADDRESS_MISSING = error(
    "lot-address-missing",
    vi=(
        "Lô chưa có địa chỉ để quét vì {other} chưa có code hoặc gtin",
        "Hãy thêm code vào tệp sản phẩm",
    ),
    en=(
        "The lots have no address to scan, for {other} has neither code nor gtin",
        "Add a code to the product's file",
    ),
)
LOT_CHARACTERS = error(
    "lot-characters",
    vi=(
        "Lô “{found}” không dùng được trong địa chỉ",
        "Hãy viết bằng chữ in hoa không dấu, chữ số, gạch nối hoặc dấu chấm ở giữa, "
        "nhiều nhất 20 ký tự, như L260112A",
    ),
    en=(
        "The lot “{found}” can't stand in an address",
        "Use unaccented capitals, digits, and hyphens or full stops between them, "
        "at most 20 characters, such as L260112A",
    ),
)
LOT_CAPITALS = error(
    "lot-capitals",
    vi=(
        "Lô “{found}” có chữ thường, mà lô chỉ viết bằng chữ in hoa",
        "Hãy ghi {capitals}, và in trên bao bì đúng như vậy",
    ),
    en=(
        "The lot “{found}” has small letters, and lots are written in capitals",
        "Write {capitals}, and print it just so on the pack",
    ),
)
LOT_DUPLICATE = error(
    "lot-duplicate",
    vi=("Lô “{found}” đã có ở dòng {other}", "Hãy giữ lại một dòng cho mỗi lô"),
    en=("The lot “{found}” is already in line {other}", "Keep one row for each lot"),
)
LOT_DATES_REVERSED = error(
    "lot-dates-reversed",
    vi=("Hạn dùng đứng trước ngày sản xuất", "Hãy xem lại produced và best_before trên nhãn"),
    en=(
        "The best-before day comes before the day of production",
        "Compare produced and best_before with the label",
    ),
)
LOT_TABLE_MISSING = error(
    "lot-table-missing",
    vi=(
        "Bảng này kể về các lô, mà không có bảng lô {other}",
        "Hãy tạo bảng lô ấy, mỗi lô một dòng dưới cột lot",
    ),
    en=(
        "This table tells of lots, and there is no table of lots {other}",
        "Create it, with a line for each lot below the column lot",
    ),
)
EVENT_LOT = error(
    "event-lot",
    vi=(
        "Không có lô “{found}” trong bảng lô của sản phẩm",
        "{hint}Hãy xem lại trên bao bì và sửa lại, hoặc thêm lô vào bảng kia trước",
    ),
    en=(
        "There is no lot “{found}” in the product's table of lots",
        "{hint}Look at the pack and correct it, or add the lot to that table first",
    ),
)
EVENT_STEP = warning(
    "event-step",
    vi=(
        "“{found}” không phải tên một công đoạn thông dụng",
        "{hint}Hãy sửa nếu viết nhầm; tên tự đặt vẫn dùng được, hiện nguyên văn trong mọi ngôn ngữ",
    ),
    en=(
        "“{found}” is not the name of a standard step",
        "{hint}Correct a slip; a name of your own may stay, shown as it is in every language",
    ),
)
GLN_WRONG = error(
    "gln-wrong",
    vi=(
        "“{found}” không phải mã địa điểm GLN: phải đủ 13 chữ số và đúng chữ số kiểm tra",
        "Hãy chép lại từ giấy của GS1 hoặc bỏ trống",
    ),
    en=(
        "“{found}” is no location code (GLN): 13 digits with a right check digit",
        "Copy it again from GS1's letter, or leave it out",
    ),
)
GLN_SAMPLE = error(
    "gln-sample",
    vi=(
        "Dữ liệu mẫu không được mang mã địa điểm {found} có thể là của người khác",
        "Hãy dùng đầu số 952 dành cho ví dụ, hoặc bỏ trống",
    ),
    en=(
        "A sample must not carry the location code {found}, which may be someone's",
        "Use the prefix 952, kept for examples, or leave it out",
    ),
)
GLN_DEMONSTRATION = error(
    "gln-demonstration",
    vi=(
        "Mã địa điểm {found} có đầu số 952, chỉ dành cho ví dụ",
        "Hãy ghi mã do GS1 cấp, hoặc bỏ trống",
    ),
    en=(
        "The location code {found} has the prefix 952, which is kept for examples",
        "Write the number GS1 gave, or leave it out",
    ),
)
RECALL_REASON = warning(
    "recall-reason",
    vi=(
        "Lô {found} bị thu hồi mà chưa ghi lý do",
        "Hãy ghi lý do vào cột note; người đang cầm gói hàng cần biết",
    ),
    en=(
        "The lot {found} is recalled without a reason",
        "Write it in the column note; whoever holds the pack needs to know",
    ),
)
LOT_FUTURE = warning(
    "lot-future",
    vi=(
        "Ngày “{found}” ở {key} của lô {lot} còn lâu mới tới",
        "Hãy xem lại năm và tháng",
    ),
    en=(
        "The day “{found}” at {key} of the lot {lot} is far off",
        "See whether year and month are right",
    ),
)
LOT_STEPS = warning(
    "lot-steps",
    vi=(
        "Lô {lot}: “{found_vi}” ghi ngày {when_vi}, sau khi đã “{other_vi}” ({before_vi})",
        "Hãy xem lại ngày của hai dòng ấy",
    ),
    en=(
        "Lot {lot}: “{found_en}” is dated {when_en}, when it was “{other_en}” by {before_en}",
        "Check the days of these two rows",
    ),
)
LOT_PRODUCED_LATE = warning(
    "lot-produced-late",
    vi=(
        "Lô {lot}: “{found_vi}” ghi ngày {when_vi} thì không hợp với ngày sản xuất {produced} "
        "trong bảng lô",
        "Hãy xem lại ngày này và cột produced của lô",
    ),
    en=(
        "Lot {lot}: “{found_en}” on {when_en} doesn't agree with the day of production, "
        "{produced}, in the table of lots",
        "Check this day, and the lot's column produced",
    ),
)
LOT_SOLD_LATE = warning(
    "lot-sold-late",
    vi=(
        "Lô {lot}: “{found_vi}” ghi ngày {when_vi}, sau hạn dùng {best_before}",
        "Hãy xem lại ngày này và cột best_before của lô",
    ),
    en=(
        "Lot {lot}: “{found_en}” is dated {when_en}, after its best-before day, {best_before}",
        "Check this day, and the lot's column best_before",
    ),
)
RECALL_DAY = warning(
    "recall-day",
    vi=(
        "Lô {found} bị thu hồi mà chưa ghi từ ngày nào",
        "Hãy thêm vào bảng .events.csv một dòng với step là {step}",
    ),
    en=(
        "Nothing says since when the lot {found} is recalled",
        "Add a row with the step {step} to the table .events.csv",
    ),
)
RECALL_STATUS = error(
    "recall-status",
    vi=(
        "Bảng .events.csv ghi lô {found} đã bị thu hồi, mà ở đây status không phải là recalled, "
        "nên không trang nào báo thu hồi và nhãn của lô vẫn in được",
        "Hãy ghi recalled vào cột status; nếu lô không còn bị thu hồi, hãy ghi việc ấy bằng tên "
        "khác, như “đã hết thu hồi”",
    ),
    en=(
        "The table .events.csv says that the lot {found} was recalled, but its status here is not "
        "recalled, so that no page warns of it and its labels can still be printed",
        "Write recalled into the column status; if the recall is over, give that event another "
        "name, such as “recall ended”",
    ),
)
