"""The rules about files as such: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

FILE_MISSING = error(
    "file-missing",
    vi=(
        "Không có tệp này, hoặc đây là liên kết tượng trưng tới một tệp không còn",
        "Hãy tạo tệp, hay thay liên kết bằng tệp thật; lệnh “ocop new site” viết sẵn tệp mẫu",
    ),
    en=(
        "This file does not exist, or is a symbolic link to one that is gone",
        "Create it, or put the file itself in the link's place; “ocop new site” writes samples",
    ),
)
FILE_UNREADABLE = error(
    "file-unreadable",
    vi=(
        "Không đọc được mục này như một tệp",
        "Hãy thay bằng một tệp văn bản thường và kiểm tra quyền đọc",
    ),
    en=("This can't be read as a file", "Put an ordinary text file here that may be read"),
)
FILE_OUTSIDE = error(
    "file-outside",
    vi=(
        "Liên kết tượng trưng này dẫn ra ngoài thư mục content/",
        "Hãy chép tệp thật vào thư mục content/",
    ),
    en=("This symbolic link leads out of content/", "Copy the file itself into content/"),
)
FILE_TOO_LARGE = error(
    "file-too-large",
    vi=(
        "Tệp văn bản lớn hơn {most} kB",
        "Hãy viết ngắn lại; ảnh và phim để riêng trong content/media",
    ),
    en=(
        "The text file is larger than {most} kB",
        "Shorten it; pictures and films belong in content/media",
    ),
)
TABLE_TOO_LARGE = error(
    "table-too-large",
    vi=(
        "Bảng lớn hơn {most} kB",
        "Hãy mở bằng phần mềm bảng tính, xóa những dòng và cột thừa hay trống rồi lưu lại dạng "
        "CSV UTF-8",
    ),
    en=(
        "The table is larger than {most} kB",
        "Open it in a spreadsheet, delete rows and columns that are empty or not needed, and save "
        "it again as CSV UTF-8",
    ),
)
FILE_BLANKED = error(
    "file-blanked",
    vi=(
        "Từ dòng này tệp chỉ còn byte 0, thường do mất điện khi đang ghi",
        "Hãy lấy lại tệp bằng lệnh “ocop restore”, từ git hoặc từ bản sao lưu; nếu không còn, hãy "
        "xóa tệp rồi viết lại",
    ),
    en=(
        "From this line on the file holds zero bytes, as a power cut while it is saved leaves it",
        "Take it back with “ocop restore”, from git or from a backup; if there is none, delete the "
        "file and write it anew",
    ),
)
ENCODING = error(
    "encoding",
    vi=("Chữ trong tệp không ở dạng UTF-8", "Hãy lưu lại tệp với bảng mã UTF-8"),
    en=("The file's text is not UTF-8", "Save the file again with the encoding UTF-8"),
)
SLUG_INVALID = error(
    "slug-invalid",
    vi=(
        "Tên tệp “{name}” không dùng được làm địa chỉ trang",
        "Hãy đặt tên bằng chữ thường không dấu, chữ số và gạch nối, như kho-ca-loc.md",
    ),
    en=(
        "The file name “{name}” can't be a page's address",
        "Use unaccented lower-case letters, digits and hyphens, such as kho-ca-loc.md",
    ),
)
TRANSLATION_OWN_LANGUAGE = error(
    "translation-own-language",
    vi=(
        "Tệp “{name}” có đuôi của ngôn ngữ chính của trang ({language})",
        "Lời trong ngôn ngữ ấy nằm ở {original}; hãy chuyển chúng sang đó, hoặc đổi language trong "
        "content/site.yaml",
    ),
    en=(
        "The file “{name}” has the ending of the site's own language ({language})",
        "Its words belong into {original}: move them there, or change language in "
        "content/site.yaml",
    ),
)
LANGUAGE_UNKNOWN = error(
    "language-unknown",
    vi=(
        "Tệp “{name}” có đuôi của một ngôn ngữ mà trang không có ({language})",
        "Trang chỉ có tiếng Việt và tiếng Anh (.en.md); nếu không phải bản dịch, hãy bỏ dấu chấm "
        "trong tên",
    ),
    en=(
        "The file “{name}” has the ending of a language that no site has ({language})",
        "Sites are in Vietnamese and English (.en.md); if it is no translation, leave out the full "
        "stop in its name",
    ),
)
SLUG_RESERVED = error(
    "slug-reserved",
    vi=(
        "“{found}” là tên Windows dành cho thiết bị, không thư mục nào mang được",
        "Hãy đặt tên khác, như {found}-1",
    ),
    en=(
        "Windows keeps the name “{found}” for a device: no folder can have it",
        "Choose another, such as {found}-1",
    ),
)
FAIR_RESERVED = error(
    "fair-reserved",
    vi=(
        "“{found}” là tên thư mục của ấn phẩm không thuộc hội chợ nào",
        "Hãy đặt tên tệp khác, như hoi-cho-{found}.md",
    ),
    en=(
        "“{found}” names the folder of what is printed for no fair",
        "Choose another file name, such as hoi-cho-{found}.md",
    ),
)
SLUG_DUPLICATE = error(
    "slug-duplicate",
    vi=("Tên “{slug}” đã được dùng ở {other}", "Hãy đặt một tên khác"),
    en=("The name “{slug}” is already used by {other}", "Choose another name"),
)
FILE_IGNORED = warning(
    "file-ignored",
    vi=("Không được đọc: {reason_vi}", "{hint}{remedy_vi}"),
    en=("This is not read: {reason_en}", "{hint}{remedy_en}"),
)
FILE_NAME_CLASH = error(
    "file-name-clash",
    vi=(
        "Tên này chỉ khác {other} ở chữ hoa, chữ thường hoặc cách ghi dấu: Windows và macOS coi "
        "là một tệp",
        "Hãy đổi tên một trong hai tệp, hoặc xóa tệp thừa",
    ),
    en=(
        "This name differs from {other} only in capital letters or in how its marks are stored: "
        "Windows and macOS take both for one file",
        "Rename one of the two, or delete the one too many",
    ),
)
FILE_MISPLACED = error(
    "file-misplaced",
    vi=(
        "Các khóa trong tệp này là của một tệp trong {other}, không phải của thư mục này",
        "Hãy chuyển tệp sang {other}",
    ),
    en=(
        "This file's keys are those of a file in {other}, not of this folder",
        "Move the file to {other}",
    ),
)
