"""Parts of messages: the “did you mean”, and what a key's value should be, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "hint": ("Có phải “{closest}”? ", "Did you mean “{closest}”? "),
        "text": ("một dòng chữ", "a line of text"),
        "filled": ("một dòng chữ không để trống", "a text that is not empty"),
        "whole": ("một số nguyên", "a whole number"),
        "positive": ("một số nguyên lớn hơn 0", "a whole number above 0"),
        "number": ("một con số, dùng dấu chấm thập phân", "a number with a decimal point"),
        "points": ("số điểm từ 0 đến 100", "points between 0 and 100"),
        "yes-no": ("true hoặc false", "true or false"),
        "date": (
            "ngày như 2025-11-18, 18/11/2025, 2025-11, 2025-Q4 hoặc 2025",
            "a date such as 2025-11-18, 18/11/2025, 2025-11, 2025-Q4 or 2025",
        ),
        "day": (
            "một ngày cụ thể như 2026-12-18 hoặc 18/12/2026",
            "one day such as 2026-12-18 or 18/12/2026",
        ),
        "list": (
            "một danh sách, mỗi mục một dòng bắt đầu bằng “- ”",
            "a list, each entry on a line that starts with “- ”",
        ),
        "mapping": (
            "các dòng “khóa: giá trị” thụt vào bên dưới",
            "lines of “key: value”, indented below it",
        ),
        "choice": ("một trong các giá trị: {choices}", "one of: {choices}"),
        "short": ("nhiều nhất {most} ký tự", "at most {most} characters"),
        "code": (
            "4–8 chữ số hoặc chữ in hoa, không dùng I, L, O, U",
            "4–8 digits or capital letters without I, L, O, U",
        ),
        "gtin": ("mã GTIN gồm 8, 12, 13 hoặc 14 chữ số", "a GTIN of 8, 12, 13 or 14 digits"),
        "gln": ("mã địa điểm GLN gồm 13 chữ số", "a location code (GLN) of 13 digits"),
        "phone": ("số điện thoại như 0912 345 678", "a telephone number such as 0912 345 678"),
        "url": (
            "địa chỉ bắt đầu bằng https:// hoặc http://",
            "an address that starts with https:// or http://",
        ),
        "position": (
            "vĩ độ, kinh độ trong nước Việt Nam như 10.8712, 105.6504",
            "a latitude and a longitude within Viet Nam such as 10.8712, 105.6504",
        ),
        "measures": (
            "hai số đo bằng milimét như 63.5 x 38.1",
            "two measures in millimetres such as 63.5 x 38.1",
        ),
        "focus": ("hai phần trăm như 50% 40%", "two percentages such as 50% 40%"),
        "slug": (
            "tên ngắn gồm chữ thường không dấu, chữ số và gạch nối, như kho-ca-loc",
            "a short name of unaccented lower-case letters, digits and hyphens, such as kho-ca-loc",
        ),
    }
)
"""The hint, and what a key's value should be, in Vietnamese and English."""
