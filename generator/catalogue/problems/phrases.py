"""Parts of messages: the “did you mean”, and what a key's value should be, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PHRASES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "hint": ("Có phải “{closest}”{about}? ", "Did you mean “{closest}”{about}? "),
        "text": ("một dòng chữ", "a line of text"),
        "filled": ("một dòng chữ không để trống", "a text that is not empty"),
        "whole": ("một số nguyên", "a whole number"),
        "positive": ("một số nguyên lớn hơn 0", "a whole number above 0"),
        "number": ("một con số, dùng dấu chấm thập phân", "a number with a decimal point"),
        "decimal": (
            "dấu chấm thay cho dấu phẩy thập phân: {decimal}",
            "a decimal point for the comma: {decimal}",
        ),
        "points": ("số điểm từ 0 đến 100", "points between 0 and 100"),
        "at-least": ("một số từ {least} trở lên", "a number of {least} or more"),
        "at-most": ("một số nhiều nhất là {largest}", "a number of {largest} at most"),
        "yes-no": ("true hoặc false", "true or false"),
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
    }
)
"""The hint, and what a key's value should be, in Vietnamese and English."""
