"""The rules about tables kept in a spreadsheet: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import error

TABLE_SYNTAX = error(
    "table-syntax",
    vi=(
        "Không đọc được bảng từ dòng này ({detail})",
        "Hãy mở tệp bằng phần mềm bảng tính và lưu lại dạng CSV UTF-8",
    ),
    en=(
        "The table can't be read from this line on ({detail})",
        "Open it in a spreadsheet and save it again as CSV UTF-8",
    ),
)
TABLE_QUOTE_OPEN = error(
    "table-quote-open",
    vi=(
        'Dấu ngoặc kép " mở ở đầu ô này không được đóng ở cuối ô',
        'Hãy thêm dấu " ở cuối ô, hoặc bỏ dấu ở đầu; mở bằng phần mềm bảng tính rồi lưu thì dấu '
        "tự đủ",
    ),
    en=(
        'The quote " that begins this cell is not closed at its end',
        'Add " at the end of the cell, or take the first one away; a spreadsheet sets both when '
        "it saves",
    ),
)
TABLE_QUOTE_BEHIND = error(
    "table-quote-behind",
    vi=(
        "Sau dấu ngoặc kép đóng của ô còn chữ “{found}”",
        'Trong ô có ngoặc kép, hãy viết đôi dấu bên trong ("") hoặc bỏ hết dấu ngoặc kép',
    ),
    en=(
        "Behind the closing quote of the cell stands “{found}”",
        'Within a cell in quotes double each quote ("") or take all of them away',
    ),
)
TABLE_COLUMN_MISSING = error(
    "table-column-missing",
    vi=("Bảng thiếu cột “{column}”", "Hãy ghi tên các cột ở dòng đầu: {columns}"),
    en=("The table lacks the column “{column}”", "Name the columns in its first line: {columns}"),
)
TABLE_COLUMN_UNKNOWN = error(
    "table-column-unknown",
    vi=(
        "Bảng không có cột nào tên “{column}”",
        "{hint}Hãy sửa tên hoặc bỏ cột; các cột dùng được: {columns}",
    ),
    en=(
        "There is no column “{column}” in this table",
        "{hint}Correct the name or remove the column; known ones: {columns}",
    ),
)
TABLE_COLUMN_DUPLICATE = error(
    "table-column-duplicate",
    vi=("Cột “{column}” xuất hiện hai lần", "Hãy giữ lại một cột"),
    en=("The column “{column}” is there twice", "Keep one of them"),
)
TABLE_CELL_EMPTY = error(
    "table-cell-empty",
    vi=("Dòng này bỏ trống cột “{column}”", "Hãy điền ô này hoặc xóa cả dòng"),
    en=("This row leaves the column “{column}” empty", "Fill in the cell or delete the row"),
)
TABLE_CELLS = error(
    "table-cells",
    vi=(
        "Dòng này có nhiều ô hơn số cột, thừa “{found}”",
        "Hãy đặt chữ có dấu phân cách trong ngoặc kép",
    ),
    en=(
        "This row has more cells than there are columns, left over is “{found}”",
        "Put a text that contains the separator in double quotes",
    ),
)
