"""What is written of producers, and of the places they are in."""

from __future__ import annotations

from functools import partial

from generator.catalogue.fields.row import Row, Shows, Written
from generator.catalogue.fields.shared import added, draft, sample, slug, source
from generator.catalogue.model import Place, Producer, ProducerWording

_producer = partial(Row, Producer)
_place = partial(Row, Place)

ROWS = (
    slug(Producer, "co-so-mau", printed=True),
    _producer(
        "name",
        vi=(
            "tên chủ thể",
            "Tên chủ thể. Ghi đủ như đã đăng ký, như Hộ kinh doanh Nguyễn Văn Mẫu: nhãn in đúng "
            "như vậy. Tên chưa nói loại hình thì trang của chủ thể nói thay.",
        ),
        en=(
            "name",
            "The producer's name. In full, as it is registered: so labels print it. Where it "
            "doesn't tell the legal form its page does.",
        ),
        example="Cơ sở mẫu",
        shows=Shows.EVERYWHERE,
        schema="name",
        headings=(
            "Chủ thể",
            "Tên chủ thể",
            "Tên cơ sở sản xuất",
            "Cơ sở sản xuất",
            "Chủ thể sản xuất",
            "Tên chủ thể sản xuất",
            "Chủ thể OCOP",
            "Tên cơ sở",
            "Đơn vị sản xuất",
            "Tên đơn vị",
            "Nhà sản xuất",
            "Doanh nghiệp",
            "Tên doanh nghiệp",
            "Tên HTX",
            "Cơ sở",
            "Đơn vị",
            "Hộ sản xuất",
        ),
    ),
    _producer(
        "kind",
        vi=(
            "loại hình",
            "Loại hình: household (hộ kinh doanh), cooperative_group (tổ hợp tác), "
            "cooperative (hợp tác xã) hoặc company (công ty).",
        ),
        en=("legal form", "The legal form: household, cooperative_group, cooperative or company."),
        example="household",
        shows=Shows.OWN_PAGE,
        headings=(
            "Loại hình",
            "Loại hình chủ thể",
            "Loại hình đơn vị",
            "Loại hình cơ sở",
            "Loại hình kinh doanh",
            "Loại hình doanh nghiệp",
            "Loại hình tổ chức",
            "Loại hình kinh tế",
            "Loại hình sản xuất",
            "Loại chủ thể",
        ),
    ),
    _producer(
        "place",
        vi=("địa danh", "Xã của chủ thể. Là một slug trong content/places.yaml."),
        en=("place", "The producer's commune. A slug of content/places.yaml."),
        example="xa-mau",
        shows=Shows.EVERYWHERE,
        schema="addressLocality",
        headings=(
            "Xã",
            "Xã phường",
            "Xã phường thị trấn",
            "Phường",
            "Đơn vị hành chính",
            "Tên xã",
        ),
    ),
    _producer(
        "village",
        vi=(
            "làng nghề",
            "Làng nghề mà cơ sở thuộc về. Là tên tệp trong content/villages/ không kèm .md.",
        ),
        en=(
            "craft village",
            "The craft village that it belongs to. A file's name in content/villages/ without .md.",
        ),
        example="lang-mau",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.SEARCH,
        conditional=True,
    ),
    _producer(
        "address",
        vi=("địa chỉ", "Số nhà, ấp, đường. Không lặp lại tên xã."),
        en=("address", "House number, hamlet, street. Without the commune's name."),
        example="Ấp mẫu",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.PASSPORT,
        schema="streetAddress",
        headings=(
            "Địa chỉ",
            "Địa chỉ sản xuất",
            "Địa chỉ cơ sở",
            "Địa chỉ liên hệ",
            "Địa chỉ trụ sở",
            "Trụ sở",
        ),
    ),
    _producer(
        "phone",
        vi=("điện thoại", "Số điện thoại, cũng là nút gọi trên trang của sản phẩm."),
        en=("telephone", "The telephone, also the button to call on a product's page."),
        example="0000 000 000",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.PASSPORT,
        schema="telephone",
        headings=(
            "Số điện thoại",
            "SĐT",
            "ĐT",
            "Điện thoại liên hệ",
            "Số ĐT",
            "Liên hệ",
            "Số điện thoại liên hệ",
        ),
    ),
    _producer(
        "email",
        vi=("thư điện tử", "Địa chỉ thư điện tử."),
        en=("e-mail", "The e-mail address."),
        example="co-so-mau@example.com",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE,
        schema="email",
        headings=(
            "Email",
            "E-mail",
            "Hộp thư",
        ),
    ),
    _producer(
        "website",
        vi=("trang web", "Trang web riêng của chủ thể."),
        en=("website", "The producer's own website."),
        example="https://example.com",
        shows=Shows.OWN_PAGE,
        headings=(
            "Website",
            "Web",
        ),
    ),
    _producer(
        "tax_code",
        vi=("mã số thuế", "Mã số thuế. Đặt trong ngoặc kép."),
        en=("tax code", "The tax code. In quotes."),
        example='"0000000000"',
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.PASSPORT,
        schema="taxID",
        headings=(
            "MST",
            "Mã số doanh nghiệp",
            "Mã số thuế",
            "MSDN",
        ),
    ),
    _producer(
        "gln",
        vi=(
            "mã địa điểm GLN",
            "Mã địa điểm (GLN) do GS1 cấp. Đặt trong ngoặc kép; đầu số 952 chỉ dành cho ví dụ.",
        ),
        en=(
            "location code (GLN)",
            "The location code (GLN) that GS1 issued. In quotes; 952 is for examples alone.",
        ),
        example='"9520000000004"',
        shows=Shows.ELSEWHERE | Shows.PASSPORT,
    ),
    _producer(
        "founded",
        vi=("năm thành lập", "Năm thành lập."),
        en=("founded", "The year of foundation."),
        example="2020",
        shows=Shows.OWN_PAGE,
    ),
    _producer(
        "logo",
        vi=(
            "logo",
            "Logo trên nhãn thương hiệu. Là tên tệp trong content/media; nên là SVG, nét đã chuyển "
            "thành hình; PNG, JPEG thì phải đủ 300 chấm mỗi inch ở cỡ in.",
        ),
        en=(
            "logo",
            "The logo on brand labels. A file's name in content/media; better an SVG of filled "
            "shapes; PNG or JPEG need 300 dots an inch at the size of print.",
        ),
        example="logo.svg",
        shows=Shows.LABEL,
    ),
    _producer(
        "logo_colour",
        vi=(
            "màu logo",
            "Một màu cho logo và nhãn thương hiệu. Ghi như #0e4f4a; không ghi thì theo giao diện.",
        ),
        en=(
            "logo's colour",
            "The one colour of logo and brand labels. Written as #0e4f4a; else the theme's.",
        ),
        example='"#0e4f4a"',
        shows=Shows.LABEL,
    ),
    sample(Producer, Shows.OWN_PAGE, told_on_paper=True),
    draft(Producer),
    source(Producer),
    added(Producer, "names", "tên dịch", "translated names"),
    _producer(
        "bodies",
        vi=("lời giới thiệu", "Lời giới thiệu chủ thể. Là phần văn bản dưới các khóa."),
        en=("text", "What is told of the producer. The text below the keys."),
        example="{vi: Hai chị em làm từ năm 2020.}",
        shows=Shows.OWN_PAGE,
        written=Written.AS_TEXT,
    ),
    _place(
        "slug",
        vi=(
            "tên trong địa chỉ",
            "Tên ngắn không dấu, dùng trong địa chỉ trang. Đã in ra bao bì thì đừng đổi.",
        ),
        en=(
            "name within the address",
            "A short unaccented name, used in page addresses. Kept once printed.",
        ),
        example="xa-mau",
        shows=Shows.ELSEWHERE,
    ),
    _place(
        "kind",
        vi=("loại đơn vị", "Loại đơn vị: xã, phường, thị trấn."),
        en=("kind of unit", "The kind of unit: xã, phường, thị trấn."),
        example="xã",
        shows=Shows.ELSEWHERE
        | Shows.LABEL
        | Shows.LEAFLET
        | Shows.PASSPORT
        | Shows.OPEN_DATA
        | Shows.SEARCH,
    ),
    _place(
        "name",
        vi=("tên", "Tên riêng, không kèm chữ “xã”, “phường”."),
        en=("name", "Its own name, without “xã” or “phường”."),
        example="Mẫu",
        shows=Shows.ELSEWHERE
        | Shows.LABEL
        | Shows.LEAFLET
        | Shows.PASSPORT
        | Shows.OPEN_DATA
        | Shows.SEARCH,
    ),
    _place(
        "province",
        vi=("tỉnh", "Tỉnh, hoặc thành phố trực thuộc trung ương. Nơi ở nước ngoài thì bỏ."),
        en=("province", "The province, or the city of that rank. Left out for a place abroad."),
        example="Mẫu",
        shows=Shows.ELSEWHERE | Shows.LABEL | Shows.LEAFLET | Shows.PASSPORT | Shows.SEARCH,
    ),
    _place(
        "province_kind",
        vi=(
            "loại của cấp tỉnh",
            "Tỉnh hay thành phố. Bỏ trống thì theo tên: sáu thành phố trực thuộc trung ương là "
            "“thành phố”, còn lại là “tỉnh”.",
        ),
        en=(
            "kind of province",
            "Tỉnh or thành phố. Without it the name tells: the six centrally run cities are "
            "“thành phố”, all others “tỉnh”.",
        ),
        example="thành phố",
        shows=Shows.ELSEWHERE | Shows.LABEL | Shows.LEAFLET | Shows.PASSPORT | Shows.SEARCH,
    ),
    _place(
        "district",
        vi=("huyện", "Huyện cũ. Chỉ ghi cho đơn vị trước ngày 01/07/2025."),
        en=("district", "The former district. For units before 01/07/2025 alone."),
        example="Mẫu",
        shows=Shows.ELSEWHERE | Shows.LABEL | Shows.PASSPORT,
    ),
    _place(
        "code",
        vi=("mã đơn vị hành chính", "Mã đơn vị hành chính. Đặt trong ngoặc kép để giữ đủ chữ số."),
        en=(
            "administrative code",
            "The administrative code. In quotes, so that all digits are kept.",
        ),
        example='"00000"',
        shows=Shows.PASSPORT | Shows.OPEN_DATA,
    ),
    _place(
        "province_code",
        vi=("mã tỉnh", "Mã tỉnh. Đặt trong ngoặc kép."),
        en=("code of the province", "The province's code. In quotes."),
        example='"00"',
        shows=Shows.NOWHERE,
    ),
    _place(
        "now",
        vi=("xã hiện nay", "Xã hiện nay đã nhận đơn vị cũ này. Là slug của xã ấy."),
        en=("commune of today", "The commune of today that took in this former unit. Its slug."),
        example="xa-mau",
        shows=Shows.ELSEWHERE
        | Shows.LABEL
        | Shows.LEAFLET
        | Shows.PASSPORT
        | Shows.OPEN_DATA
        | Shows.SEARCH,
        conditional=True,
    ),
    Row(
        ProducerWording,
        "body",
        vi=(
            "lời giới thiệu đã dịch",
            "Lời giới thiệu chủ thể bằng ngôn ngữ này. Là phần văn bản dưới các khóa.",
        ),
        en=(
            "translated text",
            "What is told of the producer, in this language. The text below the keys.",
        ),
        example="Two sisters have made it since 2020.",
        shows=Shows.OWN_PAGE,
        written=Written.AS_TEXT,
    ),
)
