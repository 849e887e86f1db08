"""Why keys can't be read: what is wrong and what to do, in both languages.

`{part}` is replaced by the sign, the word or the key that it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class YamlReason(NamedTuple):
    """What is wrong and what to do, each without a full stop."""

    vi: tuple[str, str]
    en: tuple[str, str]


_QUOTE_VI = "Hãy đặt cả giá trị trong ngoặc kép"
_QUOTE_EN = "Put the whole value in double quotes"
_LONG_VI = (
    "Hãy viết cả giá trị trên một dòng; nếu cần nhiều dòng, hãy đặt “|” ngay sau “khóa: ” rồi thụt "
    "mọi dòng chữ vào hai dấu cách"
)
_LONG_EN = (
    "Write the whole value on one line; for several lines put “|” right behind “key: ” and indent "
    "every line of the text by two spaces"
)

YAML_REASONS: Mapping[str, YamlReason] = MappingProxyType(
    {
        "tab": YamlReason(
            (
                "ở đây có dấu Tab, mà khoảng thụt chỉ được làm bằng dấu cách",
                "Hãy xóa dấu Tab và gõ dấu cách, mỗi bậc hai dấu",
            ),
            (
                "here is a tab, and only spaces may indent",
                "Delete the tab and type spaces, two for each level",
            ),
        ),
        "nbsp": YamlReason(
            (
                "sau “{part}:” là dấu cách không ngắt, thường do chép từ Word hoặc trang web",
                "Hãy xóa dấu đó và gõ lại một dấu cách thường",
            ),
            (
                "behind “{part}:” is a no-break space, as copying from Word or a web page leaves",
                "Delete it and type an ordinary space",
            ),
        ),
        "nbsp-indent": YamlReason(
            (
                "khoảng thụt ở đây là dấu cách không ngắt, thường do chép từ Word hoặc trang web",
                "Hãy xóa khoảng thụt và gõ lại bằng dấu cách thường",
            ),
            (
                "the indentation is of no-break spaces, as copying from Word or a web page leaves",
                "Delete it and type ordinary spaces",
            ),
        ),
        "no-space": YamlReason(
            ("thiếu dấu cách sau “{part}:”", "Hãy thêm một dấu cách sau dấu hai chấm"),
            ("there is no space behind “{part}:”", "Add a space behind the colon"),
        ),
        "no-colon": YamlReason(
            ("sau “{part}” thiếu dấu hai chấm và dấu cách", "Hãy ghi “{part}: …”"),
            ("there is no colon and space behind “{part}”", "Write “{part}: …”"),
        ),
        "sign": YamlReason(
            ("giá trị không được bắt đầu bằng dấu “{part}”", _QUOTE_VI),
            ("a value can't begin with the sign “{part}”", _QUOTE_EN),
        ),
        "quote-open": YamlReason(
            (
                "dấu ngoặc {part} mở ở đây không được đóng ở cuối giá trị",
                "Hãy thêm dấu {part} vào cuối giá trị, trên cùng dòng",
            ),
            (
                "the quote {part} that opens here is not closed at the end of the value",
                "Add {part} at the end of the value, on the same line",
            ),
        ),
        "quote-behind": YamlReason(
            (
                "sau dấu ngoặc đóng của giá trị còn chữ “{part}”",
                "Hãy đặt cả giá trị trong ngoặc đơn '…' nếu bên trong có ngoặc kép, hoặc bỏ ngoặc "
                "ở đầu",
            ),
            (
                "behind the closing quote of the value stands “{part}”",
                "Put the whole value in single quotes '…' if there are double ones in it, or take "
                "the first quote away",
            ),
        ),
        "escape": YamlReason(
            (
                "trong ngoặc kép, dấu \\ là lệnh, và “{part}” không phải lệnh nào",
                "Hãy đặt giá trị trong ngoặc đơn '…', hoặc viết \\\\ thay cho \\",
            ),
            (
                "within double quotes \\ is a command, and “{part}” is none",
                "Put the value in single quotes '…', or write \\\\ for \\",
            ),
        ),
        "bracket-open": YamlReason(
            (
                "dấu “{part}” mở ở đây không được đóng",
                "Hãy đóng nó ở cuối danh sách; nếu là chữ, hãy đặt cả giá trị trong ngoặc kép",
            ),
            (
                "the “{part}” that opens here is not closed",
                "Close it at the end of the list; if it is text, put the whole value in double "
                "quotes",
            ),
        ),
        "remark-in-brackets": YamlReason(
            (
                "từ dấu “#” trở đi, “{part}” là lời ghi chú, nên dấu phẩy và dấu ngoặc trong đó "
                "không có tác dụng",
                "Nếu là chữ của giá trị, hãy đặt cả giá trị trong ngoặc kép; nếu là ghi chú, hãy "
                "chuyển lên một dòng riêng",
            ),
            (
                "from “#” on, “{part}” is a remark, so commas and brackets in it do nothing",
                "If it belongs to the value, put the whole value in double quotes; if it is a "
                "remark, move it to a line of its own",
            ),
        ),
        "bracket-behind": YamlReason(
            (
                "sau dấu ngoặc đóng còn chữ “{part}”",
                "Nếu cả dòng là chữ, hãy đặt cả giá trị trong ngoặc kép; nếu không, hãy bỏ phần ấy",
            ),
            (
                "behind the closing bracket stands “{part}”",
                "If all of it is text, put the whole value in double quotes; else take that away",
            ),
        ),
        "in-brackets": YamlReason(
            (
                "giữa hai dấu ngoặc, “{part}” không đọc được",
                "Hãy đặt từng giá trị có dấu “: ”, dấu phẩy hoặc dấu ngoặc trong ngoặc kép, và "
                "ngăn các mục bằng dấu phẩy",
            ),
            (
                "between the brackets, “{part}” can't be read",
                "Put every value with “: ”, a comma or brackets in double quotes, and separate "
                "the entries with commas",
            ),
        ),
        "no-comma": YamlReason(
            (
                "giữa hai dấu ngoặc, trước khóa “{part}” thiếu dấu phẩy",
                "Hãy ngăn các mục bằng dấu phẩy thường: “, {part}: …”",
            ),
            (
                "between the brackets, there is no comma before the key “{part}”",
                "Separate the entries with plain commas: “, {part}: …”",
            ),
        ),
        "colon": YamlReason(
            ("dấu “: ” trong giá trị của “{part}” khiến nó trông như một khóa", _QUOTE_VI),
            ("“: ” within the value of “{part}” makes it look like a key", _QUOTE_EN),
        ),
        "two-keys": YamlReason(
            (
                "khóa “{part}” đứng giữa dòng, sau giá trị của một khóa khác",
                "Hãy xuống dòng trước “{part}:”; nếu đó là chữ, hãy đặt cả giá trị trong ngoặc kép",
            ),
            (
                "the key “{part}” stands on the line of another key, behind its value",
                "Begin a new line before “{part}:”; if it is text, put the whole value in double "
                "quotes",
            ),
        ),
        "lines": YamlReason(
            ("dòng này không có khóa; có lẽ là phần tiếp của giá trị ở trên", _LONG_VI),
            ("this line has no key; perhaps it goes on with the value above", _LONG_EN),
        ),
        "colon-lines": YamlReason(
            (
                "giá trị của “{part}” viết trên nhiều dòng, và dòng này có dấu “: ”",
                _LONG_VI,
            ),
            (
                "the value of “{part}” is written over several lines, and this one has “: ” in it",
                _LONG_EN,
            ),
        ),
        "indent": YamlReason(
            (
                "dòng này thụt vào không khớp với các dòng ở trên",
                "Hãy cho các khóa cùng bậc bắt đầu ở cùng một cột, mỗi bậc thụt thêm hai dấu cách",
            ),
            (
                "this line is not indented like those above",
                "Let keys of one level begin in the same column, each level two spaces further in",
            ),
        ),
        "list-inline": YamlReason(
            (
                "danh sách bắt đầu ngay sau “{part}:” trên cùng một dòng",
                "Hãy viết mỗi mục “- ” trên một dòng riêng bên dưới, thụt vào hai dấu cách",
            ),
            (
                "a list begins right behind “{part}:” on the same line",
                "Write each entry “- ” on a line of its own below it, indented by two spaces",
            ),
        ),
        "no-dash": YamlReason(
            (
                "mục này của danh sách thiếu gạch nối ở đầu",
                "Hãy ghi “- ” trước dấu “{”, mỗi mục một dòng",
            ),
            (
                "this entry of the list has no hyphen before it",
                "Write “- ” before the “{”, each entry on a line of its own",
            ),
        ),
        "list-mixed": YamlReason(
            (
                "các mục “- ” và các khóa lẫn vào nhau ở cùng một bậc",
                "Hãy thụt các dòng của một mục vào sâu hơn dấu “-” của nó",
            ),
            (
                "entries “- ” and keys are mixed on one level",
                "Indent the lines of an entry deeper than its “-”",
            ),
        ),
        "bullet": YamlReason(
            (
                "mục của danh sách không được bắt đầu bằng dấu “{part}”",
                "Hãy thay bằng gạch nối và một dấu cách: “- ”",
            ),
            (
                "an entry of a list can't begin with the sign “{part}”",
                "Write a hyphen and a space instead: “- ”",
            ),
        ),
        "dash": YamlReason(
            (
                "sau gạch nối ở đầu mục thiếu dấu cách",
                "Hãy ghi “- ” rồi mới đến chữ",
            ),
            (
                "there is no space behind the hyphen that begins the entry",
                "Write “- ” and then the words",
            ),
        ),
        "hidden": YamlReason(
            (
                "ở đây có một dấu không nhìn thấy ({part}), thường do chép từ nơi khác",
                "Hãy xóa cả dòng và gõ lại bằng tay",
            ),
            (
                "here is a sign that can't be seen ({part}), as copying leaves",
                "Delete the line and type it again by hand",
            ),
        ),
        "conflict": YamlReason(
            (
                "dòng này là dấu của git ở chỗ hai bản sửa khác nhau",
                "Hãy giữ lại bản đúng và xóa các dòng “<<<<<<<”, “=======”, “>>>>>>>”",
            ),
            (
                "this line is git's mark where two versions differ",
                "Keep the right version and delete the lines “<<<<<<<”, “=======”, “>>>>>>>”",
            ),
        ),
        "document": YamlReason(
            (
                "ở đây bắt đầu một phần khai báo thứ hai",
                "Hãy xóa dòng “---” hoặc “...” thừa",
            ),
            (
                "a second set of keys begins here",
                "Delete the needless line “---” or “...”",
            ),
        ),
        "deep": YamlReason(
            (
                "các bậc lồng nhau quá sâu",
                "Không khóa nào cần quá bốn bậc: hãy xem lại khoảng thụt và dấu ngoặc",
            ),
            (
                "the levels are nested too deeply",
                "No key needs more than four: see to indentation and brackets",
            ),
        ),
        "no-key": YamlReason(
            ("ở đây thiếu tên khóa", "Hãy ghi tên khóa trước dấu hai chấm, hoặc bỏ dòng này"),
            (
                "a key is missing here",
                "Write the key's name before the colon, or remove the line",
            ),
        ),
        "other": YamlReason(
            (
                "từ chỗ này trở đi không theo cách viết “khóa: giá trị” ({part})",
                "Hãy xem lại khoảng thụt đầu dòng, và đặt giá trị có dấu đặc biệt trong ngoặc kép",
            ),
            (
                "from here on it is not written as “key: value” ({part})",
                "Check the indentation, and put a value with special signs in double quotes",
            ),
        ),
    }
)
"""By the cause that reading/yaml_causes.py finds."""
