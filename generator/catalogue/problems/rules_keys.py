"""The rules about keys and their values: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

FRONT_MATTER_MISSING = error(
    "front-matter-missing",
    vi=(
        "Tệp thiếu phần khai báo nằm giữa hai dòng ---",
        "Hãy bắt đầu tệp bằng một dòng ---, các khóa, rồi một dòng --- nữa",
    ),
    en=(
        "The file has no front matter between two lines of ---",
        "Begin the file with a line of ---, the keys, and another line of ---",
    ),
)
YAML_SYNTAX = error(
    "yaml-syntax",
    vi=("Không đọc được phần khai báo: {reason_vi}", "{remedy_vi}"),
    en=("The keys can't be read: {reason_en}", "{remedy_en}"),
)
YAML_MARK = error(
    "yaml-mark",
    vi=(
        "“{found}” ở đầu giá trị có dấu (!, & hoặc *) mà YAML hiểu là lệnh, không phải chữ",
        "Hãy đặt cả giá trị trong ngoặc kép",
    ),
    en=(
        "“{found}” begins a value with a mark (!, & or *) that YAML takes for a command, not text",
        "Put the whole value in double quotes",
    ),
)
VALUE_SPLIT = error(
    "value-split",
    vi=(
        "Giữa hai ngoặc nhọn, dấu phẩy đã tách “{found}” khỏi giá trị của “{key}”",
        'Hãy đặt cả giá trị trong ngoặc kép: {key}: "{whole}"',
    ),
    en=(
        "Within braces, a comma has split “{found}” from the value of “{key}”",
        'Put the whole value in double quotes: {key}: "{whole}"',
    ),
)
VALUE_CUT = warning(
    "value-cut",
    vi=(
        "Từ dấu “#” trở đi, “{found}” là lời ghi chú, không thuộc giá trị của “{key}” và sẽ không "
        "hiện ở đâu",
        "Nếu là chữ của giá trị, hãy đặt cả giá trị trong ngoặc kép; nếu là ghi chú, hãy chuyển "
        "lên một dòng riêng",
    ),
    en=(
        "From “#” on, “{found}” is a remark: it is no part of the value of “{key}” and shows "
        "nowhere",
        "If it belongs to the value, put the whole value in double quotes; if it is a remark, "
        "move it to a line of its own",
    ),
)
WORD_FOR_NOTHING = warning(
    "word-for-nothing",
    vi=(
        "“{key}” đang là “{found}”, và sẽ hiện đúng như vậy",
        "Nếu không có gì để ghi, hãy xóa dòng này; nếu có, hãy ghi bằng lời",
    ),
    en=(
        "“{key}” is “{found}”, and will show just so",
        "If there is nothing to say, remove it; else put it into words",
    ),
)
VALUE_MARKDOWN = warning(
    "value-markdown",
    vi=(
        "“{key}” là chữ thường, nên “{found}” sẽ hiện nguyên cả dấu",
        "Hãy bỏ dấu; chữ đậm, nghiêng và liên kết chỉ dùng được trong bài viết bên dưới",
    ),
    en=(
        "“{key}” is plain text, so “{found}” will show with its marks",
        "Take them away; bold, italics and links are for the text below the keys alone",
    ),
)
VALUE_QUOTES = warning(
    "value-quotes",
    vi=(
        "Cả giá trị của “{key}” nằm trong dấu ngoặc {marks}, là chữ chứ không phải ngoặc của YAML "
        "hay bảng tính, nên sẽ hiện nguyên cả ngoặc",
        'Hãy bỏ hai dấu ấy, hoặc thay bằng ngoặc kép thẳng (")',
    ),
    en=(
        "All of “{key}” stands within {marks}, which are words and no quotes of YAML or a table, "
        "so they will show",
        'Take the two marks away, or put straight quotes (") in their place',
    ),
)
PRICE_DOUBTFUL = warning(
    "price-doubtful",
    vi=(
        "Giá “{found}” đồng ở “{key}” khó tin",
        "Có phải {meant}? Nếu đúng là {found} đồng, hãy ghi {sure}",
    ),
    en=(
        "A price of “{found}” đồng at “{key}” is hard to believe",
        "Did you mean {meant}? If it is {found} đồng indeed, write {sure}",
    ),
)
KEY_DUPLICATE = error(
    "key-duplicate",
    vi=("Khóa “{key}” được viết hai lần", "Hãy giữ lại một dòng"),
    en=("The key “{key}” is written twice", "Keep one of the lines"),
)
KEY_MISSING = error(
    "key-missing",
    vi=("Thiếu khóa bắt buộc “{key}”", "Hãy thêm dòng “{line}: …”{about}"),
    en=("The required key “{key}” is missing", "Add a line “{line}: …”{about}"),
)
KEY_UNKNOWN = error(
    "key-unknown",
    vi=(
        "Không có khóa nào tên “{key}”",
        "{hint}Hãy sửa lại hoặc bỏ dòng này",
    ),
    en=("There is no key “{key}”", "{hint}Correct the line or remove it"),
)
TYPE_WRONG = error(
    "type-wrong",
    vi=("“{key}” đang là “{found}”", "Hãy ghi {wanted}"),
    en=("“{key}” is “{found}”", "Write {wanted}"),
)
DATE_IMPOSSIBLE = error(
    "date-impossible",
    vi=("“{found}” không phải là ngày có thật", "Hãy ghi {wanted}"),
    en=("“{found}” is not a real date", "Write {wanted}"),
)
NUMBER_SHORTENED = error(
    "number-shortened",
    vi=(
        "“{found}” ở “{key}” là cách bảng tính viết gọn một dãy số dài, và các chữ số cuối có thể "
        "đã mất",
        "Hãy chép lại đủ chữ số từ giấy tờ; trong bảng tính, đặt định dạng cột là Văn bản (Text) "
        "trước khi gõ hay dán",
    ),
    en=(
        "“{found}” at “{key}” is how a spreadsheet shortens a long number, and its last digits may "
        "be lost",
        "Copy all digits from the papers again; in the spreadsheet set the column's format to Text "
        "before typing or pasting",
    ),
)
DATES_REVERSED = error(
    "dates-reversed",
    vi=("Ngày kết thúc đứng trước ngày bắt đầu", "Hãy đổi lại starts_on và ends_on"),
    en=("The last day is before the first", "Correct starts_on and ends_on"),
)
SUMMARY_LONG = warning(
    "summary-long",
    vi=(
        "Tóm tắt dài {length} ký tự, thẻ và tờ bướm chỉ vừa {most}",
        "Hãy rút còn một hai câu",
    ),
    en=(
        "The summary has {length} characters; cards and leaflets hold {most}",
        "Shorten it to a sentence or two",
    ),
)
TRANSLATION_KEY = error(
    "translation-key",
    vi=(
        "Bản dịch không được ghi lại thông tin “{key}”",
        "Hãy bỏ dòng này; thông tin chỉ ghi một lần, trong {original}",
    ),
    en=(
        "A translation must not repeat the fact “{key}”",
        "Remove the line; facts are written once, in {original}",
    ),
)
TRANSLATION_ORPHAN = error(
    "translation-orphan",
    vi=("Bản dịch này không có tệp gốc {original}", "Hãy tạo tệp gốc hoặc sửa tên bản dịch"),
    en=(
        "This translation has no original {original}",
        "Create the original, or correct the translation's name",
    ),
)
PACK_NETS_COUNT = warning(
    "pack-nets-count",
    vi=(
        "Có {found} lời dịch cho {wanted_count} quy cách",
        "Hãy viết cho mỗi quy cách trong packs một lời, đúng thứ tự",
    ),
    en=(
        "The translated packs number {found}, the packs {wanted_count}",
        "Write one for each of the product's packs, in the same order",
    ),
)
PHOTO_ALTS_COUNT = warning(
    "photo-alts-count",
    vi=(
        "Có {found} mô tả ảnh cho {wanted_count} ảnh",
        "Hãy viết cho mỗi ảnh một mô tả, đúng thứ tự",
    ),
    en=(
        "The picture texts number {found}, the photos {wanted_count}",
        "Write one for each photo, in the same order",
    ),
)
AWARD_NAMES_COUNT = warning(
    "award-names-count",
    vi=(
        "Có {found} tên giải dịch cho {wanted_count} giải thưởng",
        "Hãy viết cho mỗi giải một tên, đúng thứ tự",
    ),
    en=(
        "The translated award names number {found}, the awards {wanted_count}",
        "Write one for each award, in the same order",
    ),
)
