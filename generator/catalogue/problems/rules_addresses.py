"""The rules about codes, GTINs and addresses: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

BASE_URL = error(
    "base-url",
    vi=(
        "“{found}” không làm {key} được: {reason_vi}",
        "{hint}Hãy chỉ ghi https://, tên miền, cổng nếu có, và thư mục nếu có, "
        "như https://ten-mien.vn hoặc https://ten-mien.vn/ocop",
    ),
    en=(
        "“{found}” can't be {key}: {reason_en}",
        "{hint}Write only https://, the host, a port if there is one, and folders if there "
        "are any, such as https://ten-mien.vn or https://ten-mien.vn/ocop",
    ),
)
SCAN_ADDRESS_MISSING = error(
    "scan-address-missing",
    vi=(
        "Sản phẩm đã công nhận nhưng chưa có địa chỉ để quét",
        "Hãy thêm code (5 ký tự, không bao giờ đổi) hoặc gtin",
    ),
    en=(
        "The certified product has no address to scan",
        "Add a code (5 characters, never changed later) or a gtin",
    ),
)
CODE_DUPLICATE = error(
    "code-duplicate",
    vi=("Mã {found} đã thuộc về {other}", "Hãy cho sản phẩm này một mã riêng"),
    en=("The code {found} already belongs to {other}", "Give this product a code of its own"),
)
GTIN_DUPLICATE = error(
    "gtin-duplicate",
    vi=("Mã GTIN {found} đã thuộc về {other}", "Hãy xem lại mã trên bao bì của cả hai"),
    en=("The GTIN {found} already belongs to {other}", "Check the number on both packs"),
)
GTIN_CHECK_DIGIT = error(
    "gtin-check-digit",
    vi=(
        "Chữ số kiểm tra của GTIN {found} không khớp",
        "Hãy chép lại từng chữ số từ bao bì hoặc giấy của GS1",
    ),
    en=(
        "The check digit of GTIN {found} is wrong",
        "Copy the number again, digit by digit, from the pack or GS1's letter",
    ),
)
GTIN_OF_ZEROS = error(
    "gtin-of-zeros",
    vi=(
        "GTIN {found} toàn số 0, không phải mã của sản phẩm nào",
        "Hãy ghi mã do GS1 cấp, hoặc bỏ gtin; trang vẫn có địa chỉ theo code",
    ),
    en=(
        "GTIN {found} has zeros only and is no product's number",
        "Write the number GS1 gave, or leave gtin out; the code gives the page an address",
    ),
)
GTIN_IN_STORE = warning(
    "gtin-in-store",
    vi=(
        "GTIN {found} có đầu số mà cửa hàng tự đặt cho nội bộ, nơi khác có thể là hàng khác",
        "Hãy hỏi lại GS1 Việt Nam về mã của sản phẩm, hoặc bỏ gtin; trang vẫn có địa chỉ theo code",
    ),
    en=(
        "GTIN {found} begins as numbers that shops give out for themselves: elsewhere it may be "
        "another product's",
        "Ask GS1 for the product's own number, or leave gtin out; the code gives the page an "
        "address",
    ),
)
GTIN_SAMPLE = error(
    "gtin-sample",
    vi=(
        "Sản phẩm mẫu không được mang GTIN {found} có thể là của người khác",
        "Hãy dùng đầu số 952 dành cho ví dụ, hoặc bỏ gtin",
    ),
    en=(
        "A sample must not carry GTIN {found}, which may be someone's",
        "Use the prefix 952, kept for examples, or leave gtin out",
    ),
)
GTIN_DEMONSTRATION = error(
    "gtin-demonstration",
    vi=(
        "GTIN {found} có đầu số 952, chỉ dành cho ví dụ",
        "Hãy ghi mã do GS1 cấp, hoặc bỏ gtin; trang vẫn có địa chỉ theo code",
    ),
    en=(
        "GTIN {found} has the prefix 952, which is kept for examples",
        "Write the number GS1 gave, or leave gtin out; the code gives the page an address",
    ),
)
ALIAS_FORM = error(
    "alias-form",
    vi=("Địa chỉ cũ “{found}” không dùng được: {reason_vi}", "{remedy_vi}"),
    en=("The old address “{found}” can't be used: {reason_en}", "{remedy_en}"),
)
ALIAS_CLASH = error(
    "alias-clash",
    vi=(
        "Địa chỉ cũ “{alias}” đã thuộc về {other}",
        "Hãy bỏ dòng này hoặc ghi địa chỉ khác",
    ),
    en=(
        "The old address “{alias}” already belongs to {other}",
        "Remove this line, or write another address",
    ),
)
ALIAS_CASE = error(
    "alias-case",
    vi=(
        "Địa chỉ cũ “{alias}” chỉ khác “{other}” ở chữ hoa, chữ thường: Windows và macOS không "
        "phân biệt được hai thư mục ấy",
        "Hãy viết giống hệt “{other}”, hoặc bỏ dòng này",
    ),
    en=(
        "The old address “{alias}” differs from “{other}” only in capital letters: Windows and "
        "macOS can't tell the two folders apart",
        "Write it exactly as “{other}”, or remove this line",
    ),
)
ALIAS_SCAN = error(
    "alias-scan",
    vi=(
        "Địa chỉ cũ “{alias}” giống địa chỉ để quét nhưng không đúng dạng",
        "Hãy ghi /Q/ và mã, hoặc /01/ và GTIN đủ 14 chữ số, như đã in trên bao bì",
    ),
    en=(
        "The old address “{alias}” looks like one to scan but isn't",
        "Write /Q/ and a code, or /01/ and a GTIN of 14 digits, as packs have it",
    ),
)
ADDRESS_UNSAFE = error(
    "address-unsafe",
    vi=(
        "“{found}” không thể là một tệp bên trong thư mục kết quả",
        "Hãy sửa tên hoặc địa chỉ trong tệp này",
    ),
    en=(
        "“{found}” can't be a file inside the output folder",
        "Correct the name or the address in this file",
    ),
)
ADDRESS_DUPLICATE = error(
    "address-duplicate",
    vi=("Địa chỉ “{found}” trùng với {other}", "Hãy đổi tên một trong hai tệp"),
    en=("The address “{found}” is also that of {other}", "Rename one of the two files"),
)
