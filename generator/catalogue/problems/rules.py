"""The one table of rules: what can be wrong with the content, and what an editor does about it.

Every text is a `str.format` template without a closing full stop: first what is wrong, then what
to do. `{wanted}` is replaced by one of PHRASES, `{hint}` by its “did you mean” if a value is close.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.catalogue.problems.press_rules import PRESS
from generator.catalogue.problems.rule import (
    Rule,
    error,
    warning,
)
from generator.catalogue.problems.rules_lots import (
    LOTS,
    TABLES,
)
from generator.catalogue.problems.rules_ocop import OCOP
from generator.catalogue.problems.rules_pages import PAGES
from generator.catalogue.problems.rules_printed import PRINTED
from generator.catalogue.problems.rules_signs import SIGNS
from generator.catalogue.problems.rules_site import SITE
from generator.catalogue.problems.rules_texts import TEXTS

_FILES = (
    error(
        "file-missing",
        vi=("Không có tệp này", "Hãy tạo tệp; lệnh “ocop new site” viết sẵn một tệp mẫu"),
        en=("This file does not exist", "Create it; “ocop new site” writes one to start from"),
    ),
    error(
        "file-unreadable",
        vi=(
            "Không đọc được mục này như một tệp",
            "Hãy thay bằng một tệp văn bản thường và kiểm tra quyền đọc",
        ),
        en=("This can't be read as a file", "Put an ordinary text file here that may be read"),
    ),
    error(
        "file-outside",
        vi=(
            "Liên kết tượng trưng này dẫn ra ngoài thư mục content/",
            "Hãy chép tệp thật vào thư mục content/",
        ),
        en=("This symbolic link leads out of content/", "Copy the file itself into content/"),
    ),
    error(
        "file-too-large",
        vi=(
            "Tệp văn bản lớn hơn {most} kB",
            "Hãy rút ngắn bài; ảnh và phim để riêng trong content/media",
        ),
        en=(
            "The text file is larger than {most} kB",
            "Shorten it; pictures and films belong in content/media",
        ),
    ),
    error(
        "encoding",
        vi=("Chữ trong tệp không ở dạng UTF-8", "Hãy lưu lại tệp với bảng mã UTF-8"),
        en=("The file's text is not UTF-8", "Save the file again with the encoding UTF-8"),
    ),
    error(
        "slug-invalid",
        vi=(
            "Tên tệp “{name}” không dùng được làm địa chỉ trang",
            "Hãy đặt tên bằng chữ thường không dấu, chữ số và gạch nối, như kho-ca-loc.md",
        ),
        en=(
            "The file name “{name}” can't be a page's address",
            "Use unaccented lower-case letters, digits and hyphens, such as kho-ca-loc.md",
        ),
    ),
    error(
        "slug-duplicate",
        vi=("Tên “{slug}” đã được dùng ở {other}", "Hãy đặt một tên khác"),
        en=("The name “{slug}” is already used by {other}", "Choose another name"),
    ),
)

_KEYS = (
    error(
        "front-matter-missing",
        vi=(
            "Tệp thiếu phần khai báo nằm giữa hai dòng ---",
            "Hãy bắt đầu tệp bằng một dòng ---, các khóa, rồi một dòng --- nữa",
        ),
        en=(
            "The file has no front matter between two lines of ---",
            "Begin the file with a line of ---, the keys, and another line of ---",
        ),
    ),
    error(
        "yaml-syntax",
        vi=(
            "Không đọc được phần khai báo từ chỗ này",
            "Hãy xem lại khoảng thụt đầu dòng và đặt giá trị có dấu “: ” trong ngoặc kép",
        ),
        en=(
            "The keys can't be read from here on ({detail})",
            "Check the indentation, and put a value that contains “: ” in double quotes",
        ),
    ),
    error(
        "key-duplicate",
        vi=("Khóa “{key}” được viết hai lần", "Hãy giữ lại một dòng"),
        en=("The key “{key}” is written twice", "Keep one of the lines"),
    ),
    error(
        "key-missing",
        vi=("Thiếu khóa bắt buộc “{key}”", "Hãy thêm dòng “{key}: …”"),
        en=("The required key “{key}” is missing", "Add a line “{key}: …”"),
    ),
    error(
        "key-unknown",
        vi=(
            "Không có khóa nào tên “{key}”",
            "{hint}Hãy sửa lại hoặc bỏ dòng này",
        ),
        en=("There is no key “{key}”", "{hint}Correct the line or remove it"),
    ),
    error(
        "type-wrong",
        vi=("“{key}” đang là “{found}”", "Hãy ghi {wanted}"),
        en=("“{key}” is “{found}”", "Write {wanted}"),
    ),
    error(
        "date-impossible",
        vi=("“{found}” không phải là ngày có thật", "Hãy ghi {wanted}"),
        en=("“{found}” is not a real date", "Write {wanted}"),
    ),
    error(
        "dates-reversed",
        vi=("Ngày kết thúc đứng trước ngày bắt đầu", "Hãy đổi lại starts_on và ends_on"),
        en=("The last day is before the first", "Correct starts_on and ends_on"),
    ),
    warning(
        "summary-long",
        vi=(
            "Tóm tắt dài {length} ký tự, thẻ và tờ bướm chỉ vừa {most}",
            "Hãy rút còn một hai câu",
        ),
        en=(
            "The summary has {length} characters; cards and leaflets hold {most}",
            "Shorten it to a sentence or two",
        ),
    ),
    error(
        "translation-key",
        vi=(
            "Bản dịch không được ghi lại thông tin “{key}”",
            "Hãy bỏ dòng này; thông tin chỉ ghi một lần, trong {original}",
        ),
        en=(
            "A translation must not repeat the fact “{key}”",
            "Remove the line; facts are written once, in {original}",
        ),
    ),
    error(
        "translation-orphan",
        vi=("Bản dịch này không có tệp gốc {original}", "Hãy tạo tệp gốc hoặc sửa tên bản dịch"),
        en=(
            "This translation has no original {original}",
            "Create the original, or correct the translation's name",
        ),
    ),
    warning(
        "photo-alts-count",
        vi=(
            "Có {found} mô tả ảnh cho {wanted_count} ảnh",
            "Hãy viết cho mỗi ảnh một mô tả, đúng thứ tự",
        ),
        en=(
            "There are {found} picture texts for {wanted_count} photos",
            "Write one for each photo, in the same order",
        ),
    ),
    warning(
        "award-names-count",
        vi=(
            "Có {found} tên giải dịch cho {wanted_count} giải thưởng",
            "Hãy viết cho mỗi giải một tên, đúng thứ tự",
        ),
        en=(
            "There are {found} translated award names for {wanted_count} awards",
            "Write one for each award, in the same order",
        ),
    ),
)

_REFERENCES = (
    error(
        "unknown-producer",
        vi=(
            "Không có chủ thể “{found}”",
            "{hint}Hãy sửa lại hoặc tạo content/producers/{found}.md",
        ),
        en=(
            "There is no producer “{found}”",
            "{hint}Correct it or create content/producers/{found}.md",
        ),
    ),
    error(
        "unknown-place",
        vi=(
            "Không có địa danh “{found}”",
            "{hint}Hãy sửa lại hoặc thêm vào content/places.yaml",
        ),
        en=(
            "There is no place “{found}”",
            "{hint}Correct it or add it to content/places.yaml",
        ),
    ),
    error(
        "unknown-product",
        vi=("Không có sản phẩm “{found}”", "{hint}Hãy sửa lại hoặc bỏ dòng này"),
        en=("There is no product “{found}”", "{hint}Correct it or remove the line"),
    ),
    warning(
        "fair-certificate",
        vi=(
            "Giấy chứng nhận của “{found}” hết hiệu lực trước khi hội chợ kết thúc, "
            "nên tờ bướm không in sản phẩm này",
            "Hãy bỏ sản phẩm khỏi danh sách, hoặc ghi quyết định mới khi có",
        ),
        en=(
            "The certificate of “{found}” lapses before the fair is over, "
            "so the leaflet leaves the product out",
            "Take it off the list, or write the new decision when there is one",
        ),
    ),
    error(
        "link-broken",
        vi=(
            "Liên kết “{found}” không dẫn tới đâu",
            "Hãy ghi tên tệp có thật như ../products/kho-ca-loc.md, hoặc địa chỉ https:// đầy đủ",
        ),
        en=(
            "The link “{found}” leads nowhere",
            "Name an existing file such as ../products/kho-ca-loc.md, or a full https:// address",
        ),
    ),
)

_ADDRESSES = (
    error(
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
    ),
    error(
        "scan-address-missing",
        vi=(
            "Sản phẩm đã công nhận nhưng chưa có địa chỉ để quét",
            "Hãy thêm code (5 ký tự, không bao giờ đổi) hoặc gtin",
        ),
        en=(
            "The certified product has no address to scan",
            "Add a code (5 characters, never changed later) or a gtin",
        ),
    ),
    error(
        "code-duplicate",
        vi=("Mã {found} đã thuộc về {other}", "Hãy cho sản phẩm này một mã riêng"),
        en=("The code {found} already belongs to {other}", "Give this product a code of its own"),
    ),
    error(
        "gtin-duplicate",
        vi=("Mã GTIN {found} đã thuộc về {other}", "Hãy xem lại mã trên bao bì của cả hai"),
        en=("The GTIN {found} already belongs to {other}", "Check the number on both packs"),
    ),
    error(
        "gtin-check-digit",
        vi=(
            "Chữ số kiểm tra của GTIN {found} không khớp",
            "Hãy chép lại từng chữ số từ bao bì hoặc giấy của GS1",
        ),
        en=(
            "The check digit of GTIN {found} is wrong",
            "Copy the number again, digit by digit, from the pack or GS1's letter",
        ),
    ),
    error(
        "gtin-sample",
        vi=(
            "Sản phẩm mẫu không được mang GTIN {found} có thể là của người khác",
            "Hãy dùng đầu số 952 dành cho ví dụ, hoặc bỏ gtin",
        ),
        en=(
            "A sample must not carry GTIN {found}, which may be someone's",
            "Use the prefix 952, kept for examples, or leave gtin out",
        ),
    ),
    error(
        "gtin-demonstration",
        vi=(
            "GTIN {found} có đầu số 952, chỉ dành cho ví dụ",
            "Hãy ghi mã do GS1 cấp, hoặc bỏ gtin; trang vẫn có địa chỉ theo code",
        ),
        en=(
            "GTIN {found} has the prefix 952, which is kept for examples",
            "Write the number GS1 gave, or leave gtin out; the code gives the page an address",
        ),
    ),
    error(
        "alias-form",
        vi=("Địa chỉ cũ “{found}” không dùng được: {reason_vi}", "{remedy_vi}"),
        en=("The old address “{found}” can't be used: {reason_en}", "{remedy_en}"),
    ),
    error(
        "alias-clash",
        vi=(
            "Địa chỉ cũ “{alias}” đang là một trang hoặc đã được ghi ở một dòng khác",
            "Hãy bỏ dòng này hoặc ghi địa chỉ khác",
        ),
        en=(
            "The old address “{alias}” is a page itself or claimed by another line",
            "Remove it, or write another address",
        ),
    ),
    error(
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
    ),
    error(
        "alias-cycle",
        vi=("Địa chỉ cũ “{alias}” chuyển vòng quanh", "Hãy để nó dẫn tới một trang có thật"),
        en=("The old address “{alias}” leads in a circle", "Let it lead to a page"),
    ),
    error(
        "alias-scan",
        vi=(
            "Địa chỉ cũ “{alias}” giống địa chỉ để quét nhưng không đúng dạng",
            "Hãy ghi /Q/ và mã, hoặc /01/ và GTIN đủ 14 chữ số, như đã in trên bao bì",
        ),
        en=(
            "The old address “{alias}” looks like one to scan but isn't",
            "Write /Q/ and a code, or /01/ and a GTIN of 14 digits, as packs have it",
        ),
    ),
    error(
        "address-unsafe",
        vi=(
            "“{found}” không thể là một tệp bên trong thư mục kết quả",
            "Hãy sửa tên hoặc địa chỉ trong tệp này",
        ),
        en=(
            "“{found}” can't be a file inside the output folder",
            "Correct the name or the address in this file",
        ),
    ),
    error(
        "address-duplicate",
        vi=("Địa chỉ “{found}” trùng với {other}", "Hãy đổi tên một trong hai tệp"),
        en=("The address “{found}” is also that of {other}", "Rename one of the two files"),
    ),
)

_PHOTOS = (
    error(
        "photo-path",
        vi=(
            "Ảnh “{found}” không nằm trong content/media",
            "Hãy chép ảnh vào đó và chỉ ghi tên tệp",
        ),
        en=("The photo “{found}” is not in content/media", "Copy it there and write its name only"),
    ),
    error(
        "photo-missing",
        vi=("Không có ảnh “{found}” trong content/media", "Hãy chép ảnh vào đó hoặc sửa tên tệp"),
        en=("There is no photo “{found}” in content/media", "Copy it there, or correct its name"),
    ),
    error(
        "photo-unreadable",
        vi=("Không mở được ảnh “{found}”", "Hãy lưu lại ảnh dưới dạng JPEG, PNG, WebP hoặc HEIC"),
        en=("The photo “{found}” can't be opened", "Save it again as JPEG, PNG, WebP or HEIC"),
    ),
    error(
        "photo-too-large",
        vi=("Ảnh “{found}” quá lớn để mở an toàn", "Hãy thu nhỏ cạnh dài còn khoảng 4000 điểm ảnh"),
        en=(
            "The photo “{found}” is too large to open safely",
            "Scale it to about 4000 pixels on its longer side",
        ),
    ),
    error(
        "photo-unmade",
        vi=(
            "Ảnh “{found}” mở được nhưng không làm được hình cho trang web hay bản in từ nó",
            "Hãy lưu lại ảnh dưới dạng JPEG, cạnh dài khoảng 4000 điểm ảnh",
        ),
        en=(
            "The photo “{found}” opens, but no picture for pages or print can be made of it",
            "Save it again as JPEG, about 4000 pixels on its longer side",
        ),
    ),
    warning(
        "photo-too-small",
        vi=("Ảnh “{found}” nhỏ, in ra sẽ mờ", "Hãy dùng ảnh gốc, cạnh dài ít nhất 1600 điểm ảnh"),
        en=(
            "The photo “{found}” is small and will look soft in print",
            "Use the original, at least 1600 pixels on its longer side",
        ),
    ),
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for part in (
            *(_FILES, _KEYS, SITE, TABLES, OCOP, _REFERENCES),
            *(_ADDRESSES, LOTS, PAGES, PRINTED, _PHOTOS, TEXTS, SIGNS, PRESS),
        )
        for rule in part
    }
)
"""Every rule by its code."""
