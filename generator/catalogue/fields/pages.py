"""What is written of craft villages, fairs and content pages."""

from __future__ import annotations

from functools import partial

from generator.catalogue.fields.row import Row, Shows, Written
from generator.catalogue.fields.shared import draft, on_a_map, sample, slug, source, translations
from generator.catalogue.model import Booth, Fair, Page, Village

_village = partial(Row, Village)
_fair = partial(Row, Fair)
_booth = partial(Row, Booth)
_page = partial(Row, Page)

ROWS = (
    slug(Village, "lang-mau"),
    _village(
        "name",
        vi=("tên làng nghề", "Tên làng nghề."),
        en=("name", "The craft village's name."),
        example="Làng nghề mẫu",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.SEARCH,
        schema="name",
    ),
    _village(
        "summary",
        vi=("một câu giới thiệu", "Một hai câu giới thiệu."),
        en=("summary", "One or two sentences about it."),
        example="Làng làm nghề mẫu.",
        shows=Shows.OWN_PAGE,
        schema="description",
    ),
    _village(
        "craft",
        vi=("nghề", "Nghề của làng."),
        en=("craft", "The village's craft."),
        example="Nghề mẫu",
        shows=Shows.OWN_PAGE,
    ),
    _village(
        "place",
        vi=("địa danh", "Xã của làng. Là một slug trong content/places.yaml."),
        en=("place", "The village's commune. A slug of content/places.yaml."),
        example="xa-mau",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE,
        schema="addressLocality",
    ),
    *on_a_map(Village),
    _village(
        "founded",
        vi=("năm hình thành", "Năm hình thành."),
        en=("founded", "The year in which it began."),
        example="1990",
        shows=Shows.OWN_PAGE,
    ),
    _village(
        "recognised_on",
        vi=("ngày công nhận", "Ngày được công nhận. Chưa rõ ngày thì ghi tháng, quý hoặc năm."),
        en=(
            "day of recognition",
            "The day of recognition. If it is not known, the month, quarter or year.",
        ),
        example="2025-11-18",
        shows=Shows.OWN_PAGE,
    ),
    _village(
        "decision",
        vi=("quyết định", "Số quyết định công nhận."),
        en=("decision", "The number of the decision that recognised it."),
        example="Số 02/QĐ-MẪU",
        shows=Shows.OWN_PAGE,
    ),
    _village(
        "recognised_by",
        vi=("nơi công nhận", "Cơ quan công nhận."),
        en=("recognised by", "The authority that recognised it."),
        example="UBND tỉnh Mẫu",
        shows=Shows.OWN_PAGE,
    ),
    sample(Village, Shows.OWN_PAGE),
    draft(Village),
    source(Village),
    _village(
        "body",
        vi=("lời giới thiệu", "Chuyện của làng, của nghề. Là phần văn bản dưới các khóa."),
        en=("text", "The story of the village and its craft. The text below the keys."),
        example="Cả làng làm một nghề.",
        shows=Shows.OWN_PAGE,
        written=Written.AS_TEXT,
    ),
    translations(Village),
    slug(Fair, "hoi-cho-mau"),
    _fair(
        "name",
        vi=("tên hội chợ", "Tên hội chợ."),
        en=("name", "The fair's name."),
        example="Hội chợ mẫu",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET | Shows.SEARCH,
        schema="name",
    ),
    _fair(
        "summary",
        vi=("một câu giới thiệu", "Một hai câu giới thiệu."),
        en=("summary", "One or two sentences about it."),
        example="Hội chợ dựng làm ví dụ.",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET,
        schema="description",
    ),
    _fair(
        "hours",
        vi=("giờ mở cửa", "Giờ mở cửa."),
        en=("hours", "Opening hours."),
        example="8 giờ – 21 giờ",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _fair(
        "venue",
        vi=("địa điểm", "Địa điểm tổ chức."),
        en=("venue", "The venue."),
        example="Quảng trường mẫu",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET,
        schema="location",
    ),
    _fair(
        "cover",
        vi=(
            "ảnh bìa",
            "Ảnh trên bìa các ấn phẩm của hội chợ. Có file, alt và credit như ảnh sản phẩm; "
            "không ghi thì lấy ảnh của sản phẩm đầu.",
        ),
        en=(
            "cover",
            "The photo on the front of what is printed for the fair. With file, alt and credit, "
            "as photos of products; the first product's photo where left out.",
        ),
        example="{file: san-pham-mau.jpg, alt: Chợ nổi buổi sớm}",
        shows=Shows.LEAFLET,
    ),
    _fair(
        "plan",
        vi=(
            "sơ đồ",
            "Bản đồ hay sơ đồ gian hàng, trên trang hội chợ và mặt sau tờ bướm. Có file và alt; "
            "hình được in trọn, không cắt.",
        ),
        en=(
            "plan",
            "A map, or a plan of the stands, on the fair's page and the leaflet's back. With file "
            "and alt; it is printed whole.",
        ),
        example="{file: san-pham-mau.jpg, alt: Gian 12 ở giữa dãy A}",
        shows=Shows.OWN_PAGE | Shows.LEAFLET,
    ),
    _fair(
        "starts_on",
        vi=("ngày mở", "Ngày mở."),
        en=("first day", "The first day."),
        example="2026-12-18",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET,
        schema="startDate",
    ),
    _fair(
        "ends_on",
        vi=("ngày kết thúc", "Ngày kết thúc."),
        en=("last day", "The last day."),
        example="2026-12-22",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET | Shows.SEARCH,
        schema="endDate",
    ),
    _fair(
        "booth",
        vi=("gian hàng", "Số gian hàng."),
        en=("booth", "The number of the booth."),
        example="A12",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _fair(
        "place",
        vi=("địa danh", "Xã nơi tổ chức. Là một slug trong content/places.yaml."),
        en=("place", "The commune where it is held. A slug of content/places.yaml."),
        example="xa-mau",
        shows=Shows.OWN_PAGE | Shows.LEAFLET,
        schema="addressLocality",
    ),
    *on_a_map(Fair),
    _fair(
        "products",
        vi=(
            "sản phẩm",
            "Các sản phẩm mang đi, theo thứ tự trên tờ bướm. Là tên tệp trong "
            "content/products/ không kèm .md; bỏ trống là tất cả.",
        ),
        en=(
            "products",
            "The products shown, in the leaflet's order. Files' names in "
            "content/products/ without .md; all where left out.",
        ),
        example="[san-pham-mau]",
        shows=Shows.OWN_PAGE | Shows.LEAFLET | Shows.SEARCH,
    ),
    _fair(
        "booths",
        vi=(
            "các gian hàng",
            "Sản phẩm nào ở gian nào. Mỗi gian có name và products; sản phẩm phải có trong "
            "products của hội chợ.",
        ),
        en=(
            "booths",
            "Which product is at which booth. Each with name and products, which must be among "
            "those of the fair.",
        ),
        example="[{name: Gian 12, products: [san-pham-mau]}]",
        shows=Shows.OWN_PAGE | Shows.SEARCH,
    ),
    _booth(
        "name",
        vi=("tên gian", "Tên hay số của gian hàng."),
        en=("booth's name", "The booth's name or number."),
        example="Gian 12",
        shows=Shows.OWN_PAGE | Shows.SEARCH,
    ),
    _booth(
        "products",
        vi=("sản phẩm ở gian", "Các sản phẩm ở gian này. Là tên tệp như trong products."),
        en=("products there", "The products at the booth. Files' names, as in products."),
        example="[san-pham-mau]",
        shows=Shows.OWN_PAGE | Shows.SEARCH,
    ),
    _fair(
        "brochures",
        vi=(
            "ấn phẩm",
            "Các ấn phẩm mà ocop build in cho hội chợ này. Là tên trong ocop brochure --list; "
            "không ghi thì theo site.yaml.",
        ),
        en=(
            "printed formats",
            "What ocop build prints for this fair. Names of ocop brochure --list; "
            "as site.yaml has it where left out.",
        ),
        example="[leaflet]",
        shows=Shows.NOWHERE,
    ),
    sample(Fair, Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET),
    draft(Fair),
    source(Fair),
    _fair(
        "body",
        vi=("lời giới thiệu", "Lời giới thiệu hội chợ. Là phần văn bản dưới các khóa."),
        en=("text", "What is told of the fair. The text below the keys."),
        example="Gian hàng của xã ở dãy đầu.",
        shows=Shows.OWN_PAGE,
        written=Written.AS_TEXT,
    ),
    translations(Fair),
    slug(Page, "gioi-thieu"),
    _page(
        "title",
        vi=("tên trang", "Tên trang."),
        en=("title", "The page's title."),
        example="Giới thiệu",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE,
    ),
    _page(
        "summary",
        vi=("một câu giới thiệu", "Một hai câu về trang."),
        en=("summary", "One or two sentences about the page."),
        example="Về danh mục này.",
        shows=Shows.OWN_PAGE,
    ),
    _page(
        "menu",
        vi=(
            "thứ tự trong trình đơn",
            "Thứ tự trong trình đơn. Bỏ trống thì trang không có trong trình đơn.",
        ),
        en=(
            "rank in the menu",
            "Its rank in the menu. Where left out, the page is not in the menu.",
        ),
        example="1",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE,
    ),
    draft(Page),
    source(Page),
    _page(
        "body",
        vi=("nội dung", "Nội dung của trang. Là phần văn bản dưới các khóa."),
        en=("text", "What the page says. The text below the keys."),
        example="Danh mục này do xã làm.",
        shows=Shows.OWN_PAGE,
        written=Written.AS_TEXT,
    ),
    translations(Page),
)
