"""The rules about facts that are hard to believe: a part of the table of rules."""

from __future__ import annotations

from generator.catalogue.problems.rule import warning

PHONE_DIGITS = warning(
    "phone-digits",
    vi=(
        "Số điện thoại “{found}” có {count} chữ số",
        "Số trong nước bắt đầu bằng 0 có 10 hoặc 11 chữ số: hãy xem có thiếu hay thừa số nào",
    ),
    en=(
        "The telephone number “{found}” has {count} digits",
        "One of this country that begins with 0 has 10 or 11: see whether a digit is missing or "
        "too many",
    ),
)
PHONE_ZERO = warning(
    "phone-zero",
    vi=(
        "Số điện thoại “{found}” không bắt đầu bằng 0 hay dấu +, nên điện thoại không gọi được",
        "Có phải “{closest}”? Bảng tính và YAML hay bỏ số 0 đầu: hãy đặt cả số trong ngoặc kép",
    ),
    en=(
        "The telephone number “{found}” begins with neither 0 nor +, so that no telephone calls it",
        "Did you mean “{closest}”? Spreadsheets drop a leading 0: put the number in quotes",
    ),
)
TAX_CODE_DIGITS = warning(
    "tax-code-digits",
    vi=(
        "Mã số thuế “{found}” có {count} chữ số, mà mã số thuế có 10, 12 hoặc 13 chữ số",
        "Hãy chép lại từ giấy đăng ký và đặt trong ngoặc kép; bảng tính hay bỏ số 0 đầu",
    ),
    en=(
        "The tax code “{found}” has {count} digits; one has 10, 12 or 13",
        "Copy it from the registration, in quotes; spreadsheets drop a leading 0",
    ),
)
UNTIL_PARTIAL = warning(
    "until-partial",
    vi=(
        "“{found}” ở {key} không phải một ngày, nên chứng nhận bị coi là hết hạn từ sau {until}",
        "Hãy ghi ngày cuối cùng còn giá trị, như {last}",
    ),
    en=(
        "“{found}” at {key} is no day, so that the certificate is taken to lapse after {until}",
        "Write the last day on which it is valid, such as {last}",
    ),
)
SELLER_CONTACT = warning(
    "seller-contact",
    vi=(
        "Nơi bán “{found}” không có địa chỉ trang (url) hay điện thoại (phone), người mua không "
        "tìm được",
        "Hãy thêm url hoặc phone dưới nơi bán ấy",
    ),
    en=(
        "The seller “{found}” has neither a page (url) nor a telephone (phone): no buyer gets "
        "there",
        "Add url or phone below that seller",
    ),
)
WITHDRAWN_DAY = warning(
    "withdrawn-day",
    vi=(
        "Sản phẩm đã bị thu hồi công nhận mà không có ngày thu hồi",
        "Hãy thêm revoked_on và revoked_by dưới certificate, chép theo quyết định thu hồi",
    ),
    en=(
        "The product's recognition was withdrawn, and no day is given",
        "Add revoked_on and revoked_by below certificate, as the decision of withdrawal says",
    ),
)
NAME_COPIED = warning(
    "name-copied",
    vi=(
        "Tên “{found}” đã là tên một sản phẩm khác của cùng chủ thể ở {other}",
        "Nếu tệp này được chép từ tệp kia, hãy sửa lại tên; nếu là hai sản phẩm, hãy ghi tên cho "
        "phân biệt được",
    ),
    en=(
        "“{found}” is the name of another product of the same producer, in {other}",
        "If this file was copied from that one, correct the name; if they are two products, name "
        "them so that they can be told apart",
    ),
)
SUMMARY_COPIED = warning(
    "summary-copied",
    vi=(
        "Lời tóm tắt giống hệt lời tóm tắt của sản phẩm ở {other}",
        "Hãy viết cho mỗi sản phẩm một lời riêng, để người xem phân biệt được",
    ),
    en=(
        "The summary is word for word that of the product in {other}",
        "Write one for each product, so that they can be told apart",
    ),
)
STORY_COPIED = warning(
    "story-copied",
    vi=(
        "Câu chuyện giống hệt câu chuyện của sản phẩm ở {other}",
        "Hãy kể chuyện riêng của sản phẩm này: ai làm, làm ra sao, ở đâu",
    ),
    en=(
        "The story is word for word that of the product in {other}",
        "Tell this product's own story: who makes it, how, and where",
    ),
)
PLACE_SPELLING = warning(
    "place-spelling",
    vi=(
        "Tên nơi “{found}” khác dấu với “{closest}” trong places.yaml",
        "Hãy sửa dấu; nếu là một nơi khác, hãy thêm nơi ấy vào places.yaml",
    ),
    en=(
        "The place “{found}” has other marks than “{closest}” in places.yaml",
        "Correct the marks; if it is another place, add it to places.yaml",
    ),
)
OCOP_CODE_COPIED = warning(
    "ocop-code-copied",
    vi=(
        "Mã sản phẩm OCOP “{found}” cũng được ghi ở {other}; mỗi sản phẩm có mã riêng",
        "Hãy chép lại mã ở cả hai tệp từ giấy chứng nhận",
    ),
    en=(
        "The OCOP product code “{found}” stands in {other} too; each product has its own",
        "Copy the code from the certificate again, in both files",
    ),
)
DECISION_DAYS = warning(
    "decision-days",
    vi=(
        "Quyết định “{found}” ghi ngày {day} ở đây mà ghi ngày {then} ở {other}",
        "Hãy xem lại decision và decided_on ở cả hai tệp theo quyết định",
    ),
    en=(
        "The decision “{found}” is of {day} here and of {then} in {other}",
        "Compare decision and decided_on in both files with the decision",
    ),
)
DECISION_ISSUERS = warning(
    "decision-issuers",
    vi=(
        "Quyết định “{found}” cùng ngày do “{issuer}” ban hành ở đây mà do “{authority}” ban hành "
        "ở {other}",
        "Hãy xem lại decision và issued_by ở cả hai tệp theo quyết định, và ghi tên cơ quan như "
        "nhau",
    ),
    en=(
        "The decision “{found}” of one day is by “{issuer}” here and by “{authority}” in {other}",
        "Compare decision and issued_by in both files with the decision, and name the authority "
        "alike",
    ),
)
TRANSLATION_FIGURES = warning(
    "translation-figures",
    vi=(
        "Bản dịch có {figures} mà {other} không có, còn ở đó có {originals} mà bản dịch không có",
        "Có lẽ chỉ một trong hai bản đã được sửa: hãy đối chiếu các con số",
    ),
    en=(
        "The translation has {figures}, which {other} lacks, and that has {originals}, which the "
        "translation lacks",
        "Perhaps only one of the two was changed: compare their figures",
    ),
)
SAMPLE_STORY = warning(
    "sample-story",
    vi=(
        "Bài viết còn chữ của tệp mẫu: “{found} …”, mà dòng sample đã bỏ",
        "Hãy xóa những đoạn ấy và kể chuyện thật",
    ),
    en=(
        "The text still has the starter's words “{found} …”, though the line sample is gone",
        "Remove those paragraphs and tell what is true",
    ),
)
SAMPLE_TEXT = warning(
    "sample-text",
    vi=(
        "“{key}” còn chữ của tệp mẫu: “{found}”, mà dòng sample đã bỏ",
        "Hãy ghi điều có thật, hoặc xóa dòng này",
    ),
    en=(
        "“{key}” still has the starter's words “{found}”, though the line sample is gone",
        "Write what is true, or remove the line",
    ),
)
DATE_TO_COME = warning(
    "date-to-come",
    vi=("“{key}” ghi {found_vi}, mà lúc ấy chưa tới", "Hãy xem lại năm, tháng"),
    en=("“{key}” says {found_en}, which is yet to come", "Check year and month"),
)
FOUNDED_LATE = warning(
    "founded-late",
    vi=(
        "Làng được công nhận trước khi có: “recognised_on” ở trước năm “founded” ({found})",
        "Hãy xem lại hai dòng ấy",
    ),
    en=(
        "The village was recognised before it began: recognised_on is before the year {found} of "
        "founded",
        "Check both lines",
    ),
)
