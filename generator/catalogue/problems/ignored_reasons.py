"""Why a file below content/ is not read, and what to do about it, in both languages.

`{name}` is replaced by the name that would be read, `{folders}` by the folders that there are,
`{files}` by the files that are read there, `{example}` by a file that stands in a folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class IgnoredReason(NamedTuple):
    """What is wrong and what to do, each without a full stop."""

    vi: tuple[str, str]
    en: tuple[str, str]

    def values(self, said: Mapping[str, str], closest: str) -> dict[str, str]:
        """What the rule's words want; `closest` is a name that was perhaps meant."""
        texts = {"reason_vi": self.vi[0], "remedy_vi": self.vi[1]}
        texts |= {"reason_en": self.en[0], "remedy_en": self.en[1]}
        filled = {key: text.format_map(said) for key, text in texts.items()}
        return filled | {"closest": closest}


IGNORED_REASONS: Mapping[str, IgnoredReason] = MappingProxyType(
    {
        "txt": IgnoredReason(
            (
                "tên thật của nó kết thúc bằng .txt, phần mà Windows thường giấu đi",
                "Hãy đổi tên thành {name}; trong Explorer, chọn View rồi “File name extensions” "
                "để thấy cả tên",
            ),
            (
                "its real name ends in .txt, a part that Windows usually hides",
                "Rename it {name}; in Explorer, View and then “File name extensions” show the "
                "whole name",
            ),
        ),
        "ending": IgnoredReason(
            ("ở đây chương trình chỉ đọc tệp .md", "Hãy đổi tên thành {name}"),
            ("only files that end in .md are read here", "Rename it {name}"),
        ),
        "document": IgnoredReason(
            (
                "chương trình không đọc được tài liệu Word, PDF và những loại tương tự",
                "Hãy chép chữ vào một tệp văn bản thường tên {name}, rồi cất tài liệu ở ngoài "
                "content/",
            ),
            (
                "documents of Word, PDF and the like can't be read",
                "Copy its words into a plain text file {name}, and keep the document outside "
                "content/",
            ),
        ),
        "picture": IgnoredReason(
            (
                "ảnh chỉ được đọc trong content/media",
                "Hãy chuyển ảnh vào đó và ghi tên ảnh ở khóa photos",
            ),
            (
                "photos are read from content/media only",
                "Move it there, and write its name under the key photos",
            ),
        ),
        "table": IgnoredReason(
            (
                "bảng chỉ được đọc trong content/lots",
                "Hãy lưu bảng các lô dưới dạng “CSV UTF-8” vào content/lots với tên {name}, hoặc "
                "cất nó ở ngoài content/",
            ),
            (
                "tables are read from content/lots only",
                "Save a table of lots as “CSV UTF-8” in content/lots under the name {name}, or "
                "keep it outside content/",
            ),
        ),
        "other": IgnoredReason(
            (
                "ở đây chương trình chỉ đọc tệp .md",
                "Nếu là nội dung, hãy chép chữ vào một tệp .md; nếu không, hãy cất nó ở ngoài "
                "content/",
            ),
            (
                "only files that end in .md are read here",
                "If it is content, copy its words into a .md file, else keep it outside content/",
            ),
        ),
        "folder": IgnoredReason(
            (
                "ở đây chương trình không tìm trong thư mục con, nên bỏ qua {example}",
                "Hãy chuyển các tệp trong đó lên thẳng {name}",
            ),
            (
                "folders are not searched here, so {example} is passed over",
                "Move the files in it up into {name}",
            ),
        ),
        "room": IgnoredReason(
            (
                "chương trình không có thư mục nào tên như vậy, nên bỏ qua {example}",
                "Hãy chuyển nội dung vào một trong các thư mục {folders}",
            ),
            (
                "the program has no folder of that name, so {example} is passed over",
                "Move the content into one of the folders {folders}",
            ),
        ),
        "loose": IgnoredReason(
            (
                "tệp .md chỉ được đọc khi nằm trong thư mục của nó",
                "Hãy chuyển vào một trong các thư mục {folders} trong content/",
            ),
            (
                "a .md file is read only from the folder it belongs to",
                "Move it into one of the folders {folders} of content/",
            ),
        ),
        "setting": IgnoredReason(
            (
                "thẳng trong content/ chương trình chỉ đọc {files}",
                "Hãy đổi tên nếu đây là một trong các tệp ấy, nếu không thì cất nó ở ngoài "
                "content/",
            ),
            (
                "directly in content/ only {files} are read",
                "Rename it if it is one of these, else keep it outside content/",
            ),
        ),
        "media": IgnoredReason(
            (
                "trong content/media chương trình chỉ tìm ảnh",
                "Hãy chuyển tệp vào thư mục của nó: {folders}, hoặc lots cho bảng các lô",
            ),
            (
                "only photos are looked for in content/media",
                "Move it into its folder: {folders}, or lots for a table of lots",
            ),
        ),
    }
)
