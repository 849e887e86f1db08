"""Rules about texts in Markdown: what keeps one from being shown, and what a page leaves out."""

from __future__ import annotations

from generator.catalogue.problems.rule import error, warning

TEXT_NESTED = error(
    "text-nested",
    vi=(
        "Bài viết lồng nhau quá {most} tầng trích dẫn, danh sách",
        "Hãy bớt các dấu “>”, “-”, “*”, số thứ tự đứng liền nhau ở đầu dòng này",
    ),
    en=(
        "Quotes or lists in the text stand more than {most} deep in each other",
        "Take away marks such as “>”, “-”, “*” or numbers at the beginning of this line",
    ),
)
TEXT_LONG = error(
    "text-long",
    vi=("Bài viết dài hơn {most} dòng", "Hãy rút ngắn, hoặc chia thành nhiều trang"),
    en=("The text has more than {most} lines", "Shorten it, or make several pages of it"),
)
TEXT_MARKS = error(
    "text-marks",
    vi=("Bài viết có hơn {most} dấu “{found}”", "Hãy xóa những dấu “{found}” thừa"),
    en=("The text has more than {most} marks “{found}”", "Take away those it does not need"),
)
TEXT_DENSE = error(
    "text-dense",
    vi=(
        "Đoạn này quá dài mà lại có quá nhiều dấu Markdown (*, _, [, <, &)",
        "Hãy chia thành nhiều đoạn bằng dòng trống, hoặc xóa bớt dấu",
    ),
    en=(
        "This paragraph is too long for its many Markdown marks (*, _, [, <, &)",
        "Divide it by empty lines, or take marks away",
    ),
)
TEXT_UNREADABLE = error(
    "text-unreadable",
    vi=(
        "Không đọc được đoạn này như Markdown ({found})",
        "Hãy viết lại đoạn này bằng chữ thường, bớt dấu",
    ),
    en=("This passage can't be read as Markdown ({found})", "Write it in plainer words"),
)
STORY_SHORT = warning(
    "story-short",
    vi=(
        "Câu chuyện mới có {words} từ",
        "Hãy kể thêm điều có thật, ít nhất {least} từ; câu chuyện là một phần điểm đánh giá",
    ),
    en=(
        "The story has only {words} words",
        "Tell more that is true, at least {least} words; the story counts in the assessment",
    ),
)
SCRIPT_REMOVED = warning(
    "script-removed",
    vi=(
        "Mã HTML hoặc tập lệnh “{found}” sẽ bị bỏ",
        "Hãy viết bằng chữ thường và ký hiệu Markdown",
    ),
    en=("The HTML or script “{found}” will be left out", "Write plain text and Markdown"),
)
MARK_UNUSED = warning(
    "mark-unused",
    vi=(
        "Dấu “{found}” không có nghĩa ở đây và sẽ hiện nguyên như vậy",
        "Hãy bỏ dấu, hoặc dùng *nghiêng*, **đậm**, danh sách, trích dẫn, bảng",
    ),
    en=(
        "The mark “{found}” means nothing here and will show as it is",
        "Take it away, or use *italics*, **bold**, lists, quotes and tables",
    ),
)
STORY_IMAGE = warning(
    "story-image",
    vi=("Ảnh “{found}” trong bài viết sẽ không hiện", "Hãy khai báo ảnh ở khóa photos"),
    en=("The picture “{found}” in the text will not show", "List it under the key photos"),
)
TEXT_GARBLED = warning(
    "text-garbled",
    vi=(
        "Chữ “{found}” bị hỏng: {kind_vi}",
        "{hint}Hãy gõ lại, hoặc chuyển sang Unicode bằng bộ gõ (UniKey: Ctrl+Shift+F6) rồi dán lại",
    ),
    en=(
        "The letters of “{found}” are garbled: {kind_en}",
        "{hint}Type it anew, or have it converted to Unicode and paste it again",
    ),
)
TEXT_INVISIBLE = warning(
    "text-invisible",
    vi=(
        "Ở {key} có ký tự không nhìn thấy {signs}",
        "Hãy xóa cả dòng rồi gõ lại bằng tay; ký tự ấy có thể đảo chiều chữ hoặc làm tìm kiếm sai",
    ),
    en=(
        "There is a character at {key} that can't be seen: {signs}",
        "Delete the line and type it anew; such a character may turn words round or hide them "
        "from a search",
    ),
)
