"""What content/publish.yaml says of each place to publish to."""

from __future__ import annotations

from functools import partial

from generator.catalogue.fields.row import Row, Shows, Written
from generator.catalogue.model.publishing import PublishTarget

_target = partial(Row, PublishTarget, shows=Shows.NOWHERE)

ROWS = (
    _target(
        "name",
        vi=("tên nơi đăng", "Tên nơi đăng. Là dòng trên cùng của nó, gõ sau “ocop publish”."),
        en=(
            "name",
            "The target's name. The line above its keys, typed after “ocop publish”.",
        ),
        example="cong-tinh",
        written=Written.NOT,
    ),
    _target(
        "kind",
        vi=(
            "kiểu",
            "Cách đăng: folder (thư mục hay USB), ftps, sftp, s3 hoặc git (một nhánh git).",
        ),
        en=("kind", "The kind: folder (or a USB stick), ftps, sftp, s3 or git (a branch)."),
        example="ftps",
    ),
    _target(
        "path",
        vi=(
            "thư mục",
            "Thư mục để trang. Với folder là thư mục trên máy này; nơi khác là thư mục trên máy "
            "chủ, như public_html.",
        ),
        en=(
            "folder",
            "The folder for the site. For folder it is one of this machine, else one of the "
            "server, such as public_html.",
        ),
        example="public_html",
    ),
    _target(
        "host",
        vi=("máy chủ", "Tên máy chủ. Không có https:// và không có cổng."),
        en=("server", "The server's name. Without https:// and without a port."),
        example="ftp.example.vn",
    ),
    _target(
        "port",
        vi=(
            "cổng",
            "Cổng của máy chủ. Bỏ trống là cổng thường; ftps ở cổng 990 thì ghi 990.",
        ),
        en=("port", "The server's port. The usual one where left out; 990 for implicit FTPS."),
        example="2121",
    ),
    _target(
        "user",
        vi=(
            "tên đăng nhập",
            "Tên đăng nhập. Với s3 là Access Key; với git chỉ cần khi đăng nhập bằng mật khẩu qua "
            "https. Mật khẩu không ghi ở đây.",
        ),
        en=(
            "account",
            "The name of the account. For s3 the access key; for git only where a password is "
            "used over https. The password does not stand here.",
        ),
        example="ocop@example.vn",
    ),
    _target(
        "host_key",
        vi=(
            "khóa của máy chủ",
            "Khóa công khai của máy chủ sftp, để không gửi nhầm cho máy khác. Bỏ trống thì xem "
            "trong tệp known_hosts của ssh trên máy này.",
        ),
        en=(
            "server's key",
            "The public key of an sftp server, so that nothing goes to another one. Where left "
            "out, this machine's known_hosts of ssh is asked.",
        ),
        example="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH0",
    ),
    _target(
        "bucket",
        vi=("kho", "Tên kho (bucket) của s3."),
        en=("bucket", "The bucket, for s3."),
        example="trang-ocop",
    ),
    _target(
        "region",
        vi=("vùng", "Vùng của kho s3. Chỉ ghi nếu nhà cung cấp yêu cầu."),
        en=("region", "The bucket's region. Only where the provider asks for it."),
        example="us-east-1",
    ),
    _target(
        "repository",
        vi=(
            "kho git",
            "Kho git nhận trang. Bỏ trống thì là kho origin của dự án này.",
        ),
        en=("repository", "The git repository. The project's own origin where left out."),
        example="https://git.example.vn/xa/trang.git",
    ),
    _target(
        "branch",
        vi=("nhánh", "Nhánh git chứa trang, không chứa gì khác."),
        en=("branch", "The git branch that holds the site and nothing else."),
        example="trang-web",
    ),
    _target(
        "pages",
        vi=(
            "nơi chạy trang",
            "Nơi chạy trang từ nhánh hay thư mục này, để biết giới hạn: cloudflare, "
            "cloudflare-paid, github, other (không giới hạn). Với git mà bỏ trống thì theo giới "
            "hạn chặt nhất.",
        ),
        en=(
            "pages host",
            "Who serves the branch or folder, for its limits: cloudflare, cloudflare-paid, "
            "github, other (none). For git, the strictest where left out.",
        ),
        example="github",
    ),
    _target(
        "url",
        vi=(
            "địa chỉ công khai",
            "Địa chỉ mà người xem mở trang ở nơi này. Bỏ trống thì là base_url của site.yaml.",
        ),
        en=(
            "public address",
            "Where readers open what is published there. The base_url of site.yaml where left out.",
        ),
        example="https://ocop.example.vn",
    ),
)
