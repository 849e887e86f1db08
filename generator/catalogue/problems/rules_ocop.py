"""The rules about the programme and its certificates: a part of the one table of rules."""

from __future__ import annotations

from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.problems.rule import error, warning

STARS_RANGE = error(
    "stars-range",
    vi=(
        "Số sao “{found}” không hợp lệ",
        "Hãy ghi 3, 4 hoặc 5; dưới 3 sao không có giấy chứng nhận",
    ),
    en=(
        "“{found}” is not a number of stars",
        "Write 3, 4 or 5; below 3 stars there is no certificate",
    ),
)
CERTIFICATE_MISSING = error(
    "certificate-missing",
    vi=(
        "Sản phẩm ghi là đã công nhận nhưng không có giấy chứng nhận",
        "Hãy thêm khóa certificate, hoặc đổi status thành potential",
    ),
    en=(
        "The product is called certified but has no certificate",
        "Add the key certificate, or set status to potential",
    ),
)
CERTIFICATE_POTENTIAL = warning(
    "certificate-potential",
    vi=(
        "Sản phẩm ghi là tiềm năng mà có giấy chứng nhận {stars} sao: không hiện sao, không được "
        "đếm là đã công nhận",
        "Nếu đã công nhận, hãy đổi status thành certified; nếu chưa, hãy bỏ khóa certificate",
    ),
    en=(
        "The product is called potential but has a certificate of {stars} stars: they are not "
        "shown, and it is not counted as certified",
        "Set status to certified if it is; else leave out the key certificate",
    ),
)
CERTIFICATE_DECISION_MISSING = warning(
    "certificate-decision-missing",
    vi=("Giấy chứng nhận chưa ghi số quyết định", "Hãy thêm “decision: Số …” khi có"),
    en=(
        "The certificate does not name its decision",
        "Add “decision: Số …” as soon as it is known",
    ),
)
CERTIFICATE_BASIS_MISSING = warning(
    "certificate-basis-missing",
    vi=(
        "Giấy chứng nhận chưa ghi bộ tiêu chí được áp dụng, nên trang ghi là chưa có thông tin",
        "Hãy thêm “legal_basis: {basis}” hoặc số khác, đúng như quyết định ghi",
    ),
    en=(
        "The certificate does not name its rule book, so that its page calls it unknown",
        "Add “legal_basis: {basis}” or another, as the decision has it",
    ),
)
CERTIFICATE_DATE_MISSING = warning(
    "certificate-date-missing",
    vi=(
        "Giấy chứng nhận chưa ghi ngày quyết định, nên trang ghi là chưa có thông tin",
        "Hãy thêm decided_on; chưa rõ ngày thì ghi tháng, quý hoặc năm, như 2026-01",
    ),
    en=(
        "The certificate does not say when it was decided, so that its page calls that unknown",
        "Add decided_on; where the day is not known its month, quarter or year, such as 2026-01",
    ),
)
CERTIFICATE_VALIDITY_UNKNOWN = warning(
    "certificate-validity-unknown",
    vi=(
        "Giấy chứng nhận không có ngày quyết định lẫn ngày hết hạn, nên không rõ còn hiệu lực hay "
        "không: trang không hiện sao, không làm tờ tem và không đưa sản phẩm vào tờ bướm",
        "Hãy thêm decided_on, chỉ biết năm cũng được, hoặc expires_on",
    ),
    en=(
        "The certificate has neither the day of its decision nor its last day, so nobody can say "
        "whether it is valid: its page shows no stars, no label sheet is made and no leaflet "
        "shows the product",
        "Add decided_on, be it only the year, or expires_on",
    ),
)
CERTIFICATE_DATES = error(
    "certificate-dates",
    vi=("“{key}” đứng trước ngày quyết định", "Hãy xem lại {key} và decided_on"),
    en=("“{key}” comes before the decision", "Compare {key} and decided_on"),
)
CERTIFICATE_REVOKED = error(
    "certificate-revoked",
    vi=(
        "Giấy chứng nhận đã bị thu hồi ngày {found} mà sản phẩm vẫn ghi là đã công nhận",
        "Hãy đổi status thành withdrawn; trang vẫn còn và nói rõ điều đó",
    ),
    en=(
        "The certificate was revoked on {found}, yet the product is called certified",
        "Set status to withdrawn; its page stays and says so",
    ),
)
CERTIFICATE_LAPSED = warning(
    "certificate-lapsed",
    vi=(
        "Giấy chứng nhận hết hiệu lực sau ngày {until}, nên không làm tờ tem và "
        "không đưa sản phẩm vào tờ bướm; trang web tự ẩn sao",
        "Khi được công nhận lại, hãy ghi quyết định mới vào certificate",
    ),
    en=(
        "The certificate lapsed after {until}, so no label sheet is made and no leaflet "
        "shows the product; its page hides the stars by itself",
        "When it is recognised again, write the new decision into certificate",
    ),
)
CERTIFICATE_LAPSING = warning(
    "certificate-lapsing",
    vi=(
        "Giấy chứng nhận chỉ còn hiệu lực đến {until}",
        "Hãy làm hồ sơ công nhận lại, và chỉ in số tem dùng kịp trước ngày đó",
    ),
    en=(
        "The certificate is valid only until {until}",
        "Apply again, and print only as many labels as will be used by then",
    ),
)
CERTIFICATE_FUTURE = warning(
    "certificate-future",
    vi=(
        "Ngày quyết định {dated_vi} chưa tới, nên trước ngày đó không làm tờ tem và không đưa "
        "sản phẩm vào tờ bướm",
        "Hãy xem lại decided_on",
    ),
    en=(
        "The date of the decision, {dated_en}, is yet to come, so until then no label sheet is "
        "made and no leaflet shows the product",
        "Check decided_on",
    ),
)
POINTS_STARS = warning(
    "points-stars",
    vi=(
        "{score} điểm ứng với {expected} sao, không phải {stars} sao",
        "Hãy xem lại score và stars theo quyết định",
    ),
    en=(
        "{score} points stand for {expected} stars, not {stars}",
        "Compare score and stars with the decision",
    ),
)
AUTHORITY = warning(
    "authority",
    vi=(
        "“{found}” không phải cấp công nhận {stars} sao vào thời điểm đó ({expected_vi})",
        "Hãy xem lại issued_by, stars và decided_on theo quyết định",
    ),
    en=(
        "“{found}” was not the level that recognised {stars} stars then ({expected_en} did)",
        "Compare issued_by, stars and decided_on with the decision",
    ),
)
LEGAL_BASIS_DATE = warning(
    "legal-basis-date",
    vi=(
        "Quyết định công nhận có trước căn cứ pháp lý {found} ({dated_vi})",
        "Hãy xem lại legal_basis và decided_on",
    ),
    en=(
        "The decision is older than its legal basis {found} ({dated_en})",
        "Compare legal_basis and decided_on with the decision",
    ),
)
OCOP_CODE_FORM = warning(
    "ocop-code-form",
    vi=(
        "Mã sản phẩm OCOP “{found}” không theo dạng nào đã biết",
        "Hãy chép lại từ giấy chứng nhận: dạng mới như 80-27721-05-2026, dạng cũ như "
        "83-829-28780-3-2022",
    ),
    en=(
        "The OCOP product code “{found}” has no known form",
        "Copy it again from the certificate: new codes look like 80-27721-05-2026, old ones "
        "like 83-829-28780-3-2022",
    ),
)


def _groups(language: str) -> str:
    """Every group with its number, as an editor chooses one."""
    return "; ".join(f"{number} {group.name(language)}" for number, group in GROUPS.items())


UNKNOWN_GROUP = error(
    "unknown-group",
    vi=("Không có bộ sản phẩm “{found}”", f"Hãy ghi một số từ 1 đến 26: {_groups('vi')}"),
    en=("There is no product group “{found}”", f"Write a number from 1 to 26: {_groups('en')}"),
)
MARK_LAPSED = warning(
    "mark-lapsed",
    vi=(
        "Chứng nhận {scheme_vi} hết hiệu lực sau ngày {until}; trang sản phẩm tự ghi như vậy",
        "Khi được chứng nhận lại, hãy ghi số và ngày mới vào marks; nếu không thì bỏ mục này",
    ),
    en=(
        "The certificate {scheme_en} lapsed after {until}; the product’s page says so by itself",
        "When it is renewed, write the new number and dates into marks; else leave it out",
    ),
)
MARK_LAPSING = warning(
    "mark-lapsing",
    vi=(
        "Chứng nhận {scheme_vi} chỉ còn hiệu lực đến {until}",
        "Hãy làm hồ sơ chứng nhận lại, rồi ghi ngày mới vào until",
    ),
    en=(
        "The certificate {scheme_en} is valid only until {until}",
        "Have it renewed, then write the new day into until",
    ),
)
MARK_DATES = error(
    "mark-dates",
    vi=("Chứng nhận hết hiệu lực trước khi bắt đầu", "Hãy xem lại from và until"),
    en=("The certificate ends before it begins", "Compare from and until"),
)
MARK_OCOP = error(
    "mark-ocop",
    vi=(
        "“{found}” là chứng nhận của chính Chương trình OCOP, marks chỉ dành cho chứng nhận khác",
        "Hãy ghi vào khóa certificate, để số sao hết hạn đúng ngày",
    ),
    en=(
        "“{found}” is OCOP’s own certificate; marks are for those of other schemes",
        "Write it under the key certificate, so that its stars lapse in time",
    ),
)
