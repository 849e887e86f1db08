"""Why an old address can't stand: what is wrong with it and what to do, in both languages.

`{part}` is replaced by the sign or the part that is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class AliasReason(NamedTuple):
    """What is wrong and what to do, each without a full stop."""

    vi: tuple[str, str]
    en: tuple[str, str]


_WRITE_VI = "Hãy ghi đường dẫn của trang cũ tính từ tên miền, như /san-pham/ten-cu/"
_WRITE_EN = "Write the old page's path from the host on, such as /san-pham/ten-cu/"
_LEAVE_VI = "Hãy bỏ dòng này, hoặc ghi một địa chỉ khác như /san-pham/ten-cu/"
_LEAVE_EN = "Remove this line, or write another address such as /san-pham/ten-cu/"

REASONS: Mapping[str, AliasReason] = MappingProxyType(
    {
        "host": AliasReason(
            (
                "“{part}” không phải nơi của trang này",
                "Chỉ địa chỉ của chính trang này mới chuyển tiếp được: hãy ghi như "
                "/san-pham/ten-cu/; nơi trang từng ở thì khai ở former_base_urls trong "
                "content/site.yaml",
            ),
            (
                "“{part}” is not where this site is",
                "Only addresses of this site can be led on: write one such as /san-pham/ten-cu/; "
                "list a place where the site used to be in former_base_urls of content/site.yaml",
            ),
        ),
        "query": AliasReason(
            (
                "máy chủ tìm trang theo đường dẫn, không theo phần từ dấu “{part}” trở đi",
                "Hãy bỏ phần ấy nếu đường dẫn trước nó là của riêng trang này, không thì bỏ cả "
                "dòng",
            ),
            (
                "a host looks for pages by their path, not by what comes from “{part}” on",
                "Leave that out if the path before it was this page's alone, else remove the line",
            ),
        ),
        "sign": AliasReason(
            ("dấu “{part}” không dùng được trong địa chỉ của một trang", _LEAVE_VI),
            ("the sign “{part}” can't be used in a page's address", _LEAVE_EN),
        ),
        "space": AliasReason(
            (
                "trong địa chỉ có dấu cách",
                "Hãy bỏ dấu cách, hoặc thay bằng gạch nối nếu địa chỉ cũ viết như vậy",
            ),
            (
                "there is a space in the address",
                "Remove the space, or write a hyphen if the old address had one",
            ),
        ),
        "invisible": AliasReason(
            ("có một ký tự không nhìn thấy ({part})", "Hãy xóa cả địa chỉ rồi gõ lại bằng tay"),
            ("there is a character that can't be seen ({part})", "Delete it all and type it anew"),
        ),
        "up": AliasReason(
            ("phần “{part}” chỉ tới một thư mục khác", _WRITE_VI),
            ("the part “{part}” leads to another folder", _WRITE_EN),
        ),
        "dot": AliasReason(
            ("phần “{part}” bắt đầu hoặc kết thúc bằng dấu chấm", "Hãy bỏ dấu chấm ấy"),
            ("the part “{part}” begins or ends with a full stop", "Remove that full stop"),
        ),
        "empty": AliasReason(
            ("có hai dấu / liền nhau", "Hãy để một dấu / giữa hai phần, như /san-pham/ten-cu/"),
            ("two slashes stand together", "Leave one between two parts: /san-pham/ten-cu/"),
        ),
        "percent": AliasReason(
            (
                "dấu % phải đi với hai chữ số thập lục phân, cùng nhau thành chữ UTF-8",
                "Hãy ghi thẳng chữ có dấu, như /san-pham/khô-cá/",
            ),
            (
                "each % must be followed by two hexadecimal digits that make letters in UTF-8",
                "Write the letters themselves, such as /san-pham/khô-cá/",
            ),
        ),
        "device": AliasReason(
            ("“{part}” là tên mà Windows giữ cho thiết bị, không thư mục nào mang được", _LEAVE_VI),
            ("Windows keeps the name “{part}” for a device, so no folder can bear it", _LEAVE_EN),
        ),
        "file": AliasReason(
            (
                "“{part}” là tên một tệp của trang hoặc của máy chủ",
                "Hãy chỉ ghi thư mục chứa trang cũ, như /san-pham/ten-cu/",
            ),
            (
                "“{part}” is the name of a file of the site or the host",
                "Write only the old page's folder, such as /san-pham/ten-cu/",
            ),
        ),
        "room": AliasReason(
            ("“/{part}/” là thư mục của riêng chương trình hoặc máy chủ", _LEAVE_VI),
            ("“/{part}/” is a folder of the program's or the host's own", _LEAVE_EN),
        ),
        "wide": AliasReason(
            ("một phần dài {part} byte, tên thư mục chỉ được 255", _LEAVE_VI),
            ("one part has {part} bytes, and a folder's name may have 255", _LEAVE_EN),
        ),
        "long": AliasReason(
            (
                "địa chỉ dài {part} ký tự (mỗi chữ có dấu tính từ 6), nhiều nhất là 800",
                _LEAVE_VI,
            ),
            (
                "the address has {part} characters (6 and more for a letter with marks); the most "
                "is 800",
                _LEAVE_EN,
            ),
        ),
    }
)
