"""The rules of label stocks, a part of the table in rules.py."""

from __future__ import annotations

from generator.catalogue.problems.rule import error

STOCK_GEOMETRY = error(
    "stock-geometry",
    vi=(
        "Giấy “{name}”: lề, nhãn và khe hở cộng lại là {used} mm, còn tờ giấy {page} mm",
        "Hãy đo lại tờ giấy hoặc chép đúng bảng kích thước của hãng",
    ),
    en=(
        "Stock “{name}”: margins, labels and gaps come to {used} mm, the page has {page} mm",
        "Measure the sheet again, or copy the maker's data sheet",
    ),
)
STOCK_BLEED = error(
    "stock-bleed",
    vi=(
        "Giấy “{name}” có bleed, nhưng chỉ tờ một nhãn, không phải cuộn, mới có phần xén bỏ",
        "Hãy bỏ khóa bleed",
    ),
    en=(
        "The stock “{name}” has a bleed, which only a sheet that is one label can have",
        "Leave out the key bleed",
    ),
)
STOCK_INSET = error(
    "stock-inset",
    vi=(
        "Giấy “{name}”: viền không in (inset) chiếm hết nhãn",
        "Hãy ghi inset nhỏ lại, như 2 x 2",
    ),
    en=(
        "Stock “{name}”: what stays clear of print (inset) takes the whole label",
        "Write a smaller inset, such as 2 x 2",
    ),
)
STOCK_PRINTABLE = error(
    "stock-printable",
    vi=(
        "Giấy “{name}”: chữ sẽ cách mép tờ {found} mm, mà máy in không in được {least} mm sát mép",
        "Hãy ghi inset rộng hơn",
    ),
    en=(
        "Stock “{name}”: words would come within {found} mm of the sheet's edge, of which printers "
        "leave {least} mm blank",
        "Write a wider inset",
    ),
)
LABEL_STOCK_UNKNOWN = error(
    "label-stock-unknown",
    vi=(
        "Không có giấy nhãn nào tên “{found}”",
        "{hint}Hãy xem các loại bằng ocop labels --list; giấy riêng ghi vào content/stocks.yaml",
    ),
    en=(
        "There is no label stock named “{found}”",
        "{hint}ocop labels --list shows all; write your own into content/stocks.yaml",
    ),
)
LABEL_PRINTER = error(
    "label-printer",
    vi=(
        "Giấy nhãn không dành cho máy in {found} chấm mỗi inch",
        "Hãy ghi một trong các số: {known}",
    ),
    en=(
        "The label stock is not for a printer of {found} dots an inch",
        "Write one of: {known}",
    ),
)
