"""The rules about addresses that were published and go: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import warning

ADDRESS_MOVED = warning(
    "address-moved",
    vi=(
        "Trang {address} của lần làm trước không còn: {old} nay là tệp này, vì cùng mã, và địa chỉ "
        "cũ không dẫn tới đâu",
        "Hãy ghi vào tệp này dòng aliases: {aliases}",
    ),
    en=(
        "The page {address} of the last build is gone: {old} is this file now, as its code tells, "
        "and the old address leads nowhere",
        "Write into this file: aliases: {aliases}",
    ),
)
ADDRESS_DRAFT = warning(
    "address-draft",
    vi=(
        "Tệp này đã được đăng ở {address}, nay là bản nháp nên lần làm tới sẽ gỡ trang ấy",
        "Nếu trang cần còn, hãy xóa dòng draft: true; nếu gỡ là đúng ý thì cứ làm tiếp",
    ),
    en=(
        "This file was published at {address}; as a draft it has no page after the next build",
        "If the page is to stay, delete the line draft: true; if it is to go, go on",
    ),
)
ADDRESS_UNTRANSLATED = warning(
    "address-untranslated",
    vi=(
        "Bản dịch {old} của lần làm trước không còn, nên địa chỉ {address} không dẫn tới đâu",
        "Hãy đặt lại bản dịch, hoặc ghi vào tệp này dòng aliases: {aliases}",
    ),
    en=(
        "The translation {old} of the last build is gone, so that {address} leads nowhere",
        "Put the translation back, or write into this file: aliases: {aliases}",
    ),
)
ADDRESS_LOST = warning(
    "address-lost",
    vi=(
        "Trang {address} của lần làm trước không còn, và địa chỉ ấy không dẫn tới đâu",
        "Hãy ghi aliases: {aliases} vào tệp của sản phẩm thay nó; nếu đã bỏ hẳn, ocop build "
        "--clean sẽ thôi nhắc",
    ),
    en=(
        "The page {address} of the last build is gone, and its address leads nowhere",
        "Write aliases: {aliases} into the file of the product in its place; if it was given up, "
        "ocop build --clean forgets it",
    ),
)
ADDRESS_ALIAS = warning(
    "address-alias",
    vi=(
        "Lần làm trước {address} còn mở trang của sản phẩm này, nay không dẫn tới đâu",
        "Nếu địa chỉ ấy có thể đã in hay đã gửi cho ai, hãy ghi vào tệp này dòng aliases: "
        "{aliases}",
    ),
    en=(
        "With the last build {address} still opened this product's page; now it leads nowhere",
        "If it may be on packs, or anyone was sent it, write into this file: aliases: {aliases}",
    ),
)
ADDRESS_PAGE = warning(
    "address-page",
    vi=(
        "Trang {address} của lần làm trước không còn, và địa chỉ ấy không dẫn tới đâu",
        "Hãy đặt lại tệp với tên cũ; hoặc ghi aliases: {aliases} vào tệp của sản phẩm mà người đọc "
        "nên tới; nếu gỡ là đúng ý thì cứ làm tiếp",
    ),
    en=(
        "The page {address} of the last build is gone, and its address leads nowhere",
        "Give the file its old name back; or write aliases: {aliases} into the file of the product "
        "that readers should come to; if it is to go, go on",
    ),
)
ADDRESS_FOLDER = warning(
    "address-folder",
    vi=(
        "Thư mục này không còn tệp nào, nên {count} trang của lần làm trước, như {address}, không "
        "dẫn tới đâu",
        "Nếu tệp bị xóa hay dời nhầm, hãy lấy lại bằng ocop restore; nếu gỡ là đúng ý thì cứ làm "
        "tiếp",
    ),
    en=(
        "This folder has no file left, so {count} pages of the last build, such as {address}, lead "
        "nowhere",
        "If the files were deleted or moved by mistake, bring them back with ocop restore; if they "
        "are to go, go on",
    ),
)
ADDRESS_LANGUAGE = warning(
    "address-language",
    vi=(
        "Không còn ngôn ngữ “{found}” ở đây, nên {count} trang của lần làm trước, như {address}, "
        "không dẫn tới đâu",
        "Hãy ghi lại {found} vào languages; nếu bỏ hẳn ngôn ngữ ấy là đúng ý thì cứ làm tiếp",
    ),
    en=(
        "The language “{found}” is not listed any more, so {count} pages of the last build, such "
        "as {address}, lead nowhere",
        "Write {found} into languages again; if that language is to go, go on",
    ),
)
ADDRESS_OWN_LANGUAGE = warning(
    "address-own-language",
    vi=(
        "Ngôn ngữ của trang đổi từ “{before}” sang “{found}”, nên {count} trang của lần làm trước, "
        "như {address}, không dẫn tới đâu",
        "Hãy ghi lại language: {before}; nếu đổi là đúng ý thì cứ làm tiếp",
    ),
    en=(
        "The site's language changes from “{before}” to “{found}”, so {count} pages of the last "
        "build, such as {address}, lead nowhere",
        "Write language: {before} again; if the change is meant, go on",
    ),
)
ADDRESS_HOST = warning(
    "address-host",
    vi=(
        "Lần làm trước trang ở {old}, nay đặt ở {found}: mọi liên kết và dấu trang cũ chỉ còn mở "
        "được nếu nơi cũ chuyển tiếp",
        "Hãy trả base_url về như cũ; hoặc giữ tên miền cũ, cho nó chuyển tiếp mọi địa chỉ về đây "
        "(docs/may-chu.md) và ghi former_base_urls: {listed}",
    ),
    en=(
        "With the last build the site was at {old}, now it is at {found}: old links and bookmarks "
        "open only if the old place forwards them",
        "Set base_url as it was; or keep the old host, let it forward every address here "
        "(docs/may-chu.md), and write former_base_urls: {listed}",
    ),
)
