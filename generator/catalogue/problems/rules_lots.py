"""The rules about lots and about tables kept in a spreadsheet: a part of the one table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import (
    error,
    warning,
)

TABLES = (
    error(
        "table-syntax",
        vi=(
            "Không đọc được bảng từ dòng này, có lẽ vì một dấu ngoặc kép không đóng",
            "Hãy mở tệp bằng phần mềm bảng tính và lưu lại dạng CSV UTF-8",
        ),
        en=(
            "The table can't be read from this line on ({detail})",
            "Open it in a spreadsheet and save it again as CSV UTF-8",
        ),
    ),
    error(
        "table-column-missing",
        vi=("Bảng thiếu cột “{column}”", "Dòng đầu phải ghi tên các cột: {columns}"),
        en=("The table lacks the column “{column}”", "Its first line names the columns: {columns}"),
    ),
    error(
        "table-column-unknown",
        vi=(
            "Bảng không có cột nào tên “{column}”",
            "{hint}Hãy sửa tên hoặc bỏ cột; các cột dùng được: {columns}",
        ),
        en=(
            "There is no column “{column}” in this table",
            "{hint}Correct the name or remove the column; known ones: {columns}",
        ),
    ),
    error(
        "table-column-duplicate",
        vi=("Cột “{column}” xuất hiện hai lần", "Hãy giữ lại một cột"),
        en=("The column “{column}” is there twice", "Keep one of them"),
    ),
    error(
        "table-cell-empty",
        vi=("Dòng này bỏ trống cột “{column}”", "Hãy điền ô này hoặc xóa cả dòng"),
        en=("This row leaves the column “{column}” empty", "Fill in the cell or delete the row"),
    ),
    error(
        "table-cells",
        vi=(
            "Dòng này có nhiều ô hơn số cột, thừa “{found}”",
            "Hãy đặt chữ có dấu phân cách trong ngoặc kép",
        ),
        en=(
            "This row has more cells than there are columns, left over is “{found}”",
            "Put a text that contains the separator in double quotes",
        ),
    ),
)

LOTS = (
    error(
        "lot-file-form",
        vi=(
            "Thư mục content/lots chỉ nhận bảng dạng .csv",
            "Hãy lưu bảng dưới dạng “CSV UTF-8” với tên <sản phẩm>.csv",
        ),
        en=(
            "content/lots takes tables with the ending .csv only",
            "Save the table as “CSV UTF-8” under the name <product>.csv",
        ),
    ),
    error(
        "lot-product",
        vi=(
            "Không có sản phẩm “{found}” cho bảng này",
            "{hint}Hãy đặt tên bảng theo tệp sản phẩm, như kho-ca-loc.csv",
        ),
        en=(
            "There is no product “{found}” for this table",
            "{hint}Name the table after the product's file, such as kho-ca-loc.csv",
        ),
    ),
    error(
        "lot-of-service",
        vi=("Dịch vụ du lịch ({other}) không có lô hàng", "Hãy bỏ bảng này"),
        en=("A tourism service ({other}) has no lots", "Remove this table"),
    ),
    error(
        "lot-address-missing",
        vi=(
            "Lô chưa có địa chỉ để quét vì {other} chưa có code hoặc gtin",
            "Hãy thêm code vào tệp sản phẩm",
        ),
        en=(
            "The lots have no address to scan, for {other} has neither code nor gtin",
            "Add a code to the product's file",
        ),
    ),
    error(
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
    ),
    error(
        "lot-duplicate",
        vi=("Lô “{found}” đã có ở dòng {other}", "Hãy giữ lại một dòng cho mỗi lô"),
        en=("The lot “{found}” is already in line {other}", "Keep one row for each lot"),
    ),
    error(
        "lot-dates-reversed",
        vi=("Hạn dùng đứng trước ngày sản xuất", "Hãy xem lại produced và best_before trên nhãn"),
        en=(
            "The best-before day comes before the day of production",
            "Compare produced and best_before with the label",
        ),
    ),
    error(
        "event-lot",
        vi=(
            "Không có lô “{found}” trong bảng lô của sản phẩm",
            "{hint}Hãy sửa lại, hoặc thêm lô vào bảng kia trước",
        ),
        en=(
            "There is no lot “{found}” in the product's table of lots",
            "{hint}Correct it, or add the lot to that table first",
        ),
    ),
    warning(
        "event-step",
        vi=(
            "“{found}” không phải tên một công đoạn thông dụng",
            "{hint}Tên tự đặt vẫn dùng được và hiện nguyên văn trong mọi ngôn ngữ",
        ),
        en=(
            "“{found}” is not the name of a standard step",
            "{hint}A name of your own may stay; it is shown as it is in every language",
        ),
    ),
    error(
        "gln-wrong",
        vi=(
            "“{found}” không phải mã địa điểm GLN: phải đủ 13 chữ số và đúng chữ số kiểm tra",
            "Hãy chép lại từ giấy của GS1 hoặc bỏ trống",
        ),
        en=(
            "“{found}” is no location code (GLN): 13 digits with a right check digit",
            "Copy it again from GS1's letter, or leave it out",
        ),
    ),
    error(
        "gln-sample",
        vi=(
            "Dữ liệu mẫu không được mang mã địa điểm {found} có thể là của người khác",
            "Hãy dùng đầu số 952 dành cho ví dụ, hoặc bỏ trống",
        ),
        en=(
            "A sample must not carry the location code {found}, which may be someone's",
            "Use the prefix 952, kept for examples, or leave it out",
        ),
    ),
    error(
        "gln-demonstration",
        vi=(
            "Mã địa điểm {found} có đầu số 952, chỉ dành cho ví dụ",
            "Hãy ghi mã do GS1 cấp, hoặc bỏ trống",
        ),
        en=(
            "The location code {found} has the prefix 952, which is kept for examples",
            "Write the number GS1 gave, or leave it out",
        ),
    ),
    warning(
        "recall-reason",
        vi=(
            "Lô {found} bị thu hồi mà chưa ghi lý do",
            "Hãy ghi lý do vào cột note; người đang cầm gói hàng cần biết",
        ),
        en=(
            "The lot {found} is recalled without a reason",
            "Write it in the column note; whoever holds the pack needs to know",
        ),
    ),
    warning(
        "recall-day",
        vi=(
            "Lô {found} bị thu hồi mà chưa ghi từ ngày nào",
            "Hãy thêm vào bảng .events.csv một dòng với step là {step}",
        ),
        en=(
            "Nothing says since when the lot {found} is recalled",
            "Add a row with the step {step} to the table .events.csv",
        ),
    ),
)
