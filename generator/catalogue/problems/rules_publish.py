"""The part of the table of rules that is about publish.yaml."""

from __future__ import annotations

from generator.catalogue.problems.rule import error

PUBLISH_PASSWORD = error(
    "publish-password",
    vi=(
        "Mật khẩu không được ghi trong tệp này: ai có tệp là đăng được trang ({key})",
        "Hãy xóa nó ở đây, đổi mật khẩu nếu tệp đã gửi cho ai, rồi cất mật khẩu bằng lệnh “ocop "
        "publish {name} --password” (kho khóa của máy), hoặc đặt biến môi trường {variable}",
    ),
    en=(
        "No password may stand in this file: whoever has the file could publish ({key})",
        "Delete it here, change it if anybody else has had the file, and keep it with “ocop "
        "publish {name} --password” (the system's keyring) or in the environment variable "
        "{variable}",
    ),
)
PUBLISH_NAME = error(
    "publish-name",
    vi=(
        "“{found}” không dùng được làm tên nơi đăng",
        "Hãy đặt tên bằng chữ thường không dấu, chữ số và gạch nối, như cong-tinh; con, "
        "nul, com1… thì Windows dành cho thiết bị",
    ),
    en=(
        "“{found}” can't be the name of a target",
        "Use unaccented lower-case letters, digits and hyphens, such as cong-tinh; "
        "con, nul, com1, … Windows keeps for devices",
    ),
)
PUBLISH_KEY_NEEDED = error(
    "publish-key-needed",
    vi=("Nơi đăng kiểu {kind} còn thiếu khóa “{key}”{about}", "Hãy thêm dòng “{key}: …”"),
    en=("A target of kind {kind} lacks the key “{key}”{about}", "Add a line “{key}: …”"),
)
PUBLISH_KEY_UNUSED = error(
    "publish-key-unused",
    vi=(
        "Nơi đăng kiểu {kind} không dùng khóa “{key}”",
        "Hãy xóa dòng này, hoặc sửa kind; các khóa của kiểu này: {keys}",
    ),
    en=(
        "A target of kind {kind} has no use for the key “{key}”",
        "Remove the line, or correct the kind; the keys of this one: {keys}",
    ),
)
PUBLISH_PLACE = error(
    "publish-place",
    vi=(
        "Không đăng được vào “{found}”: đó là thư mục dự án, thư mục chứa dự án, thư mục "
        "riêng của dự án như content/, output/, .versions/, hoặc thư mục của git",
        "Hãy chọn một thư mục khác, ở ngoài dự án",
    ),
    en=(
        "The site can't be published into “{found}”: that is the project's folder, one around it, "
        "one of its own such as content/, output/ or .versions/, or one of git's",
        "Choose another folder, outside the project",
    ),
)
PUBLISH_PATH = error(
    "publish-path",
    vi=(
        "“{found}” không phải một thư mục trên máy chủ",
        "Hãy ghi như trong chương trình FTP, không có “..” và “\\”, như public_html hay web/ocop",
    ),
    en=(
        "“{found}” is no folder of a server",
        "Write it as an FTP program shows it, without “..” and “\\”, such as public_html or "
        "web/ocop",
    ),
)
