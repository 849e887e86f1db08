"""What is written within a product: certificates, photos, packs, awards, sellers."""

from __future__ import annotations

from functools import partial

from generator.catalogue.fields.row import Row, Shows
from generator.catalogue.model import Award, Certificate, Mark, Pack, Photo, Seller

_certificate = partial(Row, Certificate)
_photo = partial(Row, Photo)
_pack = partial(Row, Pack)
_award = partial(Row, Award)
_mark = partial(Row, Mark)
_seller = partial(Row, Seller)

ROWS = (
    _certificate(
        "stars",
        vi=("số sao", "Số sao: 3, 4 hoặc 5."),
        en=("stars", "The number of stars: 3, 4 or 5."),
        example="4",
        shows=Shows.EVERYWHERE,
        schema="ratingValue",
        headings=(
            "Hạng sao",
            "Số sao",
            "Xếp hạng",
            "Phân hạng",
            "Sao",
            "Hạng",
            "Kết quả phân hạng",
            "Kết quả",
            "Đạt sao",
            "Hạng OCOP",
            "Số sao đạt",
            "Xếp hạng sao",
            "Phân hạng sao",
            "Hạng sao đạt",
        ),
    ),
    _certificate(
        "decision",
        vi=("số quyết định", "Số quyết định công nhận."),
        en=("decision", "The number of the decision."),
        example="Số 01/QĐ-MẪU",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.PASSPORT | Shows.OPEN_DATA | Shows.SEARCH,
        headings=(
            "Quyết định",
            "Quyết định công nhận",
            "Số QĐ",
            "QĐ công nhận",
            "Quyết định số",
            "Số quyết định công nhận",
            "QĐ",
            "Số ngày quyết định",
            "Văn bản công nhận",
        ),
    ),
    _certificate(
        "decided_on",
        vi=(
            "ngày quyết định",
            "Ngày ký quyết định. Chưa rõ ngày thì ghi 2026-01, 2026-Q1 hoặc 2026; không có ngày "
            "này lẫn expires_on thì trang không hiện sao.",
        ),
        en=(
            "date of the decision",
            "The day on which the decision was signed. If it is not known, 2026-01, "
            "2026-Q1 or 2026; without this and expires_on the page shows no stars.",
        ),
        example="2026-01-15",
        shows=Shows.EVERYWHERE & ~Shows.LABEL,
        schema="validFrom",
        headings=(
            "Ngày công nhận",
            "Ngày ký",
            "Ngày QĐ",
            "Ngày cấp",
            "Ngày ban hành",
            "Ngày ký quyết định",
            "Thời gian công nhận",
            "Ngày tháng quyết định",
            "Ngày tháng năm công nhận",
        ),
    ),
    _certificate(
        "issued_by",
        vi=("cơ quan công nhận", "Cơ quan ký quyết định."),
        en=("authority", "The authority that signed the decision."),
        example="UBND tỉnh Mẫu",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.PASSPORT | Shows.OPEN_DATA | Shows.SEARCH,
        schema="issuedBy",
        headings=(
            "Cơ quan ban hành",
            "Cơ quan cấp",
            "Đơn vị công nhận",
            "Nơi cấp",
            "Cấp công nhận",
            "Cơ quan cấp quyết định",
            "Cơ quan ký",
        ),
    ),
    _certificate(
        "legal_basis",
        vi=("bộ tiêu chí", "Bộ tiêu chí được áp dụng, nếu biết."),
        en=("rule book", "The rule book that was applied, if known."),
        example="148/QĐ-TTg",
        shows=Shows.OWN_PAGE | Shows.PASSPORT | Shows.OPEN_DATA,
    ),
    _certificate(
        "score",
        vi=("số điểm", "Số điểm, nếu quyết định có ghi. Từ 0 đến 100, dùng dấu chấm thập phân."),
        en=("points", "The points, if the decision gives them. 0 to 100, with a decimal point."),
        example="66.5",
        shows=Shows.NOWHERE,
        headings=(
            "Điểm",
            "Tổng điểm",
            "Điểm đánh giá",
            "Điểm số",
        ),
    ),
    _certificate(
        "ocop_code",
        vi=("mã sản phẩm OCOP", "Mã sản phẩm OCOP, nếu quyết định có ghi."),
        en=("OCOP code", "The OCOP product code, if the decision gives one."),
        example="80-27721-05-2026",
        shows=Shows.OWN_PAGE | Shows.PASSPORT | Shows.SEARCH,
        schema="certificationIdentification",
        headings=(
            "Mã OCOP",
            "Mã số OCOP",
            "Mã số sản phẩm OCOP",
            "Số GCN",
            "GCN số",
            "Mã GCN",
            "Số giấy chứng nhận",
            "Giấy chứng nhận số",
            "Mã giấy chứng nhận",
            "Số GCN OCOP",
            "Số hiệu giấy chứng nhận",
        ),
    ),
    _certificate(
        "expires_on",
        vi=(
            "ngày hết hạn",
            "Ngày cuối còn giá trị, nếu quyết định có ghi. Không ghi thì tính 36 tháng.",
        ),
        en=(
            "last day of validity",
            "The last day of validity, if the decision gives one. Else 36 months are counted.",
        ),
        example="2029-01-15",
        shows=Shows.EVERYWHERE & ~Shows.LABEL,
        schema="expires",
        headings=(
            "Hết hạn",
            "Thời hạn công nhận",
            "Ngày hết hiệu lực",
            "Hiệu lực đến",
            "Có giá trị đến",
        ),
    ),
    _certificate(
        "revoked_on",
        vi=("ngày thu hồi", "Ngày thu hồi công nhận. Khi đó đổi status thành withdrawn."),
        en=(
            "day of withdrawal",
            "The day on which recognition was withdrawn. The status then becomes withdrawn.",
        ),
        example="12/03/2027",
        shows=Shows.OWN_PAGE,
        conditional=True,
    ),
    _certificate(
        "revoked_by",
        vi=("quyết định thu hồi", "Số quyết định thu hồi công nhận."),
        en=("decision to withdraw", "The number of the decision that withdrew recognition."),
        example="Số 09/QĐ-MẪU",
        shows=Shows.OWN_PAGE,
        conditional=True,
    ),
    _photo(
        "file",
        vi=("tệp ảnh", "Tên tệp ảnh trong content/media/."),
        en=("file", "The picture's file name in content/media/."),
        example="san-pham-mau.jpg",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.LEAFLET | Shows.SEARCH,
        schema="image",
    ),
    _photo(
        "alt",
        vi=("lời tả ảnh", "Lời tả ảnh, cho người không nhìn thấy."),
        en=("picture text", "What the picture shows, for those who can't see it."),
        example="Hũ thủy tinh trên bàn gỗ",
        shows=Shows.EVERYWHERE & ~(Shows.OPEN_DATA | Shows.SEARCH),
    ),
    _photo(
        "credit",
        vi=("tác giả ảnh", "Tác giả ảnh."),
        en=("credit", "Who made the picture."),
        example="Tranh minh họa",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE,
    ),
    _photo(
        "focus",
        vi=(
            "tâm ảnh",
            "Chỗ quan trọng nhất của ảnh, để khi cắt không mất. Tính từ trái và từ trên.",
        ),
        en=(
            "focus",
            "The picture's main point, which cropping keeps. From the left and from the top.",
        ),
        example="50% 40%",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.LEAFLET | Shows.SEARCH,
    ),
    _pack(
        "net",
        vi=("khối lượng, số lượng", "Lượng trong gói, kèm đơn vị."),
        en=("content", "What the pack holds, with its unit."),
        example="250 g",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.SEARCH,
        headings=(
            "Quy cách",
            "Quy cách đóng gói",
            "Quy cách bao gói",
            "Khối lượng tịnh",
            "Khối lượng",
            "Trọng lượng",
            "Đóng gói",
        ),
    ),
    _pack(
        "price",
        vi=("giá bán", "Giá bán, bằng đồng."),
        en=("price", "The price in đồng."),
        example="50000",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.SEARCH,
        headings=(
            "Giá",
            "Đơn giá",
            "Giá sản phẩm",
            "Giá thành",
            "Giá bán lẻ",
        ),
    ),
    _pack(
        "gtin",
        vi=("mã GTIN của gói", "Mã vạch (GTIN) riêng của loại gói này. Đặt trong ngoặc kép."),
        en=("the pack's GTIN", "This pack's own barcode number (GTIN). In quotes."),
        example='"9520000000028"',
        shows=Shows.LABEL | Shows.LEAFLET | Shows.SEARCH,
    ),
    _award(
        "name",
        vi=("tên giải", "Tên giải thưởng."),
        en=("name", "The award's name."),
        example="Giải mẫu",
        shows=Shows.OWN_PAGE | Shows.SEARCH,
        schema="award",
    ),
    _award(
        "year",
        vi=("năm", "Năm được trao."),
        en=("year", "The year in which it was given."),
        example="2025",
        shows=Shows.OWN_PAGE | Shows.SEARCH,
    ),
    _award(
        "by",
        vi=("nơi trao", "Nơi trao giải."),
        en=("given by", "Who gave it."),
        example="Hội thi mẫu",
        shows=Shows.OWN_PAGE,
    ),
    _mark(
        "scheme",
        vi=(
            "tên chứng nhận",
            "Chứng nhận gì. Là gi (chỉ dẫn địa lý), vietgap, globalgap, organic (hữu cơ), haccp, "
            "iso22000, hoặc một tên bất kỳ.",
        ),
        en=(
            "scheme",
            "What is certified. One of gi (geographical indication), vietgap, globalgap, organic, "
            "haccp, iso22000, or any name.",
        ),
        example="vietgap",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
        schema="name",
    ),
    _mark(
        "number",
        vi=(
            "số chứng nhận",
            "Số chứng nhận hoặc số đăng bạ. Chép nguyên dạng, không quá 60 ký tự.",
        ),
        en=(
            "number",
            "The certificate's number, or that in the register. In its own form, no more than 60 "
            "characters.",
        ),
        example="MẪU-0001",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
        schema="certificationIdentification",
    ),
    _mark(
        "issuer",
        vi=("nơi cấp", "Nơi cấp chứng nhận."),
        en=("issuer", "Who issued it."),
        example="Tổ chức chứng nhận mẫu",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
        schema="issuedBy",
    ),
    _mark(
        "from",
        vi=(
            "từ ngày",
            "Ngày bắt đầu có hiệu lực. Chưa rõ ngày thì ghi 2026-01, 2026-Q1 hoặc 2026.",
        ),
        en=(
            "from",
            "From when it is valid. If the day is not known, 2026-01, 2026-Q1 or 2026.",
        ),
        example="2026-01-15",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
        schema="validFrom",
    ),
    _mark(
        "until",
        vi=(
            "đến ngày",
            "Ngày cuối còn hiệu lực. Không có thời hạn hoặc chưa rõ thì bỏ trống: trang không "
            "nói là còn hiệu lực.",
        ),
        en=(
            "until",
            "The last day of validity. Left out where there is no end, or none is known: then "
            "the page does not call it valid.",
        ),
        example="2027-01-15",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
        schema="expires",
    ),
    _seller(
        "name",
        vi=("tên nơi bán", "Tên nơi bán."),
        en=("name", "The seller's name."),
        example="Gian hàng mẫu",
        shows=Shows.LEAFLET | Shows.OWN_PAGE,
    ),
    _seller(
        "url",
        vi=("địa chỉ trên mạng", "Địa chỉ gian hàng trên mạng."),
        en=("web address", "The shop's address on the web."),
        example="https://example.com/gian-hang",
        shows=Shows.OWN_PAGE,
    ),
    _seller(
        "phone",
        vi=("điện thoại", "Điện thoại nơi bán."),
        en=("telephone", "The seller's telephone."),
        example="0000 000 000",
        shows=Shows.LEAFLET | Shows.OWN_PAGE,
    ),
)
