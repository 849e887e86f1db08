"""What is written of a product itself."""

from __future__ import annotations

from functools import partial

from generator.catalogue.fields.row import Row, Shows, Written
from generator.catalogue.fields.shared import ON_PAGES, draft, sample, slug, source, translations
from generator.catalogue.model import Product

_product = partial(Row, Product)

ROWS = (
    slug(Product, "kho-ca-loc", ON_PAGES | Shows.PASSPORT | Shows.OPEN_DATA, printed=True),
    _product(
        "name",
        vi=("tên sản phẩm", "Tên sản phẩm, như ghi trên bao bì."),
        en=("name of the product", "The product's name, as it stands on the pack."),
        example="Khô cá lóc",
        shows=Shows.EVERYWHERE,
        schema="name",
        headings=(
            "Tên sản phẩm",
            "Tên sản phẩm OCOP",
            "Sản phẩm",
            "Sản phẩm OCOP",
            "Tên sản phẩm dịch vụ",
            "Tên hàng hóa",
            "Tên SP",
        ),
    ),
    _product(
        "also_known_as",
        vi=(
            "tên gọi khác",
            "Những tên khác của sản phẩm. Trang riêng ghi “còn gọi là”; nhãn không in.",
        ),
        en=(
            "other names",
            "Other names of the product. Its own page says “also known as”; labels do without.",
        ),
        example="[Khô lóc, Cá lóc một nắng]",
        shows=Shows.OWN_PAGE | Shows.SEARCH,
        schema="alternateName",
    ),
    _product(
        "summary",
        vi=(
            "một câu giới thiệu",
            "Một hai câu giới thiệu, hiện trên thẻ và tờ bướm. Nhiều nhất 180 ký tự.",
        ),
        en=(
            "summary",
            "One or two sentences about it, shown on cards and leaflets. At most 180 characters.",
        ),
        example="Cá đồng phơi hai nắng.",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LEAFLET,
        schema="description",
        headings=(
            "Giới thiệu",
            "Giới thiệu sản phẩm",
            "Mô tả",
            "Mô tả sản phẩm",
        ),
    ),
    _product(
        "status",
        vi=(
            "tình trạng",
            "Tình trạng: certified (đã công nhận), potential (tiềm năng) hoặc withdrawn "
            "(đã thu hồi).",
        ),
        en=("status", "The status: certified, potential or withdrawn."),
        example="certified",
        shows=Shows.EVERYWHERE,
        headings=(
            "Trạng thái",
            "Tình trạng sản phẩm",
        ),
    ),
    _product(
        "code",
        vi=(
            "mã của danh mục",
            "Mã ngắn in dưới mã QR. Gồm 4–8 chữ số hoặc chữ in hoa, không có I, L, O, U; "
            "mỗi sản phẩm một mã, đã in thì không bao giờ đổi.",
        ),
        en=(
            "the catalogue's code",
            "The short code printed below the QR code. It has 4–8 digits or capitals "
            "without I, L, O, U; each product has its own, never changed once printed.",
        ),
        example="SPM01",
        shows=Shows.EVERYWHERE,
        schema="sku",
        headings=(
            "Mã sản phẩm",
            "Mã danh mục",
        ),
    ),
    _product(
        "gtin",
        vi=(
            "mã GTIN",
            "Mã vạch (GTIN) do GS1 cấp. Đặt trong ngoặc kép; chưa được cấp thì đừng ghi; "
            "đầu số 952 chỉ dành cho ví dụ.",
        ),
        en=(
            "GTIN",
            "The barcode number (GTIN) that GS1 issued. In quotes; left out until it is "
            "issued; 952 is for examples alone.",
        ),
        example='"9520000000011"',
        shows=Shows.EVERYWHERE,
        schema="gtin",
        headings=(
            "Mã vạch",
            "GTIN",
            "Mã số mã vạch",
        ),
    ),
    _product(
        "group",
        vi=("bộ sản phẩm", "Bộ sản phẩm OCOP, từ 1 đến 26."),
        en=("product group", "The OCOP product group, 1 to 26."),
        example="7",
        shows=Shows.LEAFLET
        | Shows.OWN_PAGE
        | Shows.ELSEWHERE
        | Shows.PASSPORT
        | Shows.OPEN_DATA
        | Shows.SEARCH,
        schema="category",
        headings=(
            "Nhóm sản phẩm",
            "Bộ sản phẩm OCOP",
            "Phân nhóm",
            "Nhóm",
            "Ngành hàng",
            "Phân loại sản phẩm",
        ),
    ),
    _product(
        "brand",
        vi=(
            "nhãn hiệu hoặc ký hiệu",
            "Nhãn hiệu hoặc ký hiệu trên bao bì. Không có thì ghi rõ là không có.",
        ),
        en=("brand or model", "The brand or mark on the pack. Where there is none, say so."),
        example="Nhãn hiệu mẫu",
        shows=Shows.OWN_PAGE | Shows.PASSPORT | Shows.SEARCH,
        headings=(
            "Nhãn hiệu",
            "Thương hiệu",
            "Tên thương hiệu",
        ),
    ),
    _product(
        "logo",
        vi=(
            "logo",
            "Logo riêng của sản phẩm trên nhãn thương hiệu, nếu khác logo của chủ thể. Là tên tệp "
            "trong content/media, như ở chủ thể.",
        ),
        en=(
            "logo",
            "The product's own logo on brand labels, if it isn't its producer's. A file's name in "
            "content/media, as the producer's is.",
        ),
        example="logo-mau.svg",
        shows=Shows.LABEL,
    ),
    _product(
        "producer",
        vi=(
            "chủ thể",
            "Chủ thể làm ra sản phẩm. Là tên tệp trong content/producers/ không kèm .md.",
        ),
        en=("producer", "The producer. A file's name in content/producers/ without .md."),
        example="co-so-mau",
        shows=Shows.EVERYWHERE,
        schema="manufacturer",
        headings=(
            "Chủ thể",
            "Tên chủ thể",
            "Tên cơ sở sản xuất",
            "Cơ sở sản xuất",
        ),
    ),
    _product(
        "made_in",
        vi=(
            "nơi làm ra",
            "Nơi làm ra. Là một slug trong content/places.yaml; bỏ trống thì là nơi của chủ thể.",
        ),
        en=(
            "origin",
            "The place where it is made. A slug of content/places.yaml; the producer's "
            "place where left out.",
        ),
        example="xa-mau",
        shows=Shows.EVERYWHERE,
        headings=(
            "Nơi sản xuất",
            "Địa điểm sản xuất",
            "Xuất xứ",
        ),
    ),
    _product(
        "certificate",
        vi=(
            "giấy chứng nhận",
            "Giấy chứng nhận. Chép đúng theo quyết định; sản phẩm tiềm năng thì bỏ cả mục này.",
        ),
        en=(
            "certificate",
            "The certificate. Copied from the decision; a potential product has none.",
        ),
        example=(
            "{stars: 4, decided_on: 2026-01-15, issued_by: UBND tỉnh Mẫu, legal_basis: 148/QĐ-TTg}"
        ),
        shows=Shows.EVERYWHERE,
        schema="hasCertification",
    ),
    _product(
        "photos",
        vi=(
            "ảnh",
            "Ảnh sản phẩm. Tệp nằm trong content/media/, cạnh dài từ 2400 điểm ảnh; ảnh "
            "đầu là ảnh chính.",
        ),
        en=(
            "photos",
            "Photos of the product. The files are in content/media/, 2400 pixels or more "
            "on the long side; the first is the main one.",
        ),
        example="[{file: san-pham-mau.jpg, alt: Hũ thủy tinh trên bàn gỗ}]",
        shows=Shows.EVERYWHERE & ~Shows.OPEN_DATA,
        schema="image",
    ),
    _product(
        "video",
        vi=("video", "Phim ngắn về sản phẩm. Là địa chỉ trên mạng."),
        en=("video", "A short film. Its address on the web."),
        example="https://example.com/phim",
        shows=Shows.OWN_PAGE,
    ),
    _product(
        "packs",
        vi=(
            "quy cách và giá",
            "Các loại gói, với lượng và giá. Giá tính bằng đồng; gói nào có mã vạch riêng "
            "thì thêm gtin.",
        ),
        en=(
            "packs and prices",
            "The packs, with content and price. The price is in đồng; a pack with a "
            "barcode of its own has gtin too.",
        ),
        example="[{net: 250 g, price: 50000}]",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.SEARCH,
        on_cards=True,
    ),
    _product(
        "ingredients",
        vi=("thành phần", "Thành phần, như ghi trên nhãn."),
        en=("ingredients", "The ingredients, as on the label."),
        example="Cá lóc 90 %, muối, đường",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.LABEL | Shows.SEARCH,
        headings=(
            "Thành phần chính",
            "Nguyên liệu",
        ),
    ),
    _product(
        "allergens",
        vi=("dị ứng", "Chất có thể gây dị ứng, nếu có."),
        en=("allergens", "Allergens, if any."),
        example="Có đậu phộng",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.LABEL | Shows.PASSPORT | Shows.SEARCH,
    ),
    _product(
        "directions",
        vi=("cách dùng", "Cách dùng, như ghi trên bao bì."),
        en=("directions for use", "Directions for use, as on the pack."),
        example="Chiên hoặc nướng trước khi ăn",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.LABEL | Shows.SEARCH,
        headings=(
            "Hướng dẫn sử dụng",
            "Cách sử dụng",
        ),
    ),
    _product(
        "storage",
        vi=("bảo quản", "Cách bảo quản."),
        en=("storage", "How to store it."),
        example="Để nơi khô mát, tránh nắng",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.LABEL | Shows.SEARCH,
        headings=(
            "Hướng dẫn bảo quản",
            "Cách bảo quản",
        ),
    ),
    _product(
        "warnings",
        vi=("cảnh báo an toàn", "Cảnh báo an toàn, nếu có."),
        en=("safety warnings", "Safety warnings, if any."),
        example="Không dùng khi có mùi lạ",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.LABEL | Shows.PASSPORT | Shows.SEARCH,
    ),
    _product(
        "shelf_life",
        vi=("hạn dùng", "Hạn dùng kể từ ngày sản xuất."),
        en=("shelf life", "How long it keeps from the day of production."),
        example="6 tháng kể từ ngày sản xuất",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.LABEL | Shows.PASSPORT | Shows.SEARCH,
        headings=(
            "Hạn sử dụng",
            "Thời hạn sử dụng",
            "HSD",
        ),
    ),
    _product(
        "standards",
        vi=("tiêu chuẩn áp dụng", "Tiêu chuẩn áp dụng, như ghi trong hồ sơ."),
        en=("standards applied", "The standards that apply, as filed."),
        example="[TCCS 01:2026/MẪU]",
        shows=Shows.LEAFLET | Shows.OWN_PAGE | Shows.LABEL | Shows.PASSPORT,
    ),
    _product(
        "awards",
        vi=(
            "giải thưởng",
            "Giải thưởng của sản phẩm. Mỗi giải ghi name (tên), year (năm) và by (nơi trao).",
        ),
        en=(
            "awards",
            "Prizes that the product was given. Each has name, year and by (who gave it).",
        ),
        example="[{name: Giải mẫu, year: 2025, by: Hội thi mẫu}]",
        shows=Shows.OWN_PAGE | Shows.SEARCH,
        schema="award",
    ),
    _product(
        "marks",
        vi=(
            "chứng nhận khác",
            "Chứng nhận khác ngoài OCOP, như chỉ dẫn địa lý, VietGAP, hữu cơ. Mỗi chứng nhận ghi "
            "scheme (tên), kèm number (số), issuer (nơi cấp), from và until (từ ngày, đến ngày) "
            "nếu biết.",
        ),
        en=(
            "other certificates",
            "Certificates of other schemes than OCOP, such as a geographical indication, VietGAP "
            "or organic. Each has scheme, and number, issuer, from and until as far as known.",
        ),
        example="[{scheme: vietgap, number: MẪU-0001, until: 2027-01-15}]",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
        schema="hasCertification",
    ),
    _product(
        "buy",
        vi=(
            "nơi mua",
            "Nơi mua. Mỗi nơi ghi name (tên), kèm url (địa chỉ trên mạng) hoặc phone (điện thoại).",
        ),
        en=("where to buy", "Where to buy it. Each seller has name, with url or phone."),
        example="[{name: Gian hàng mẫu, url: https://example.com/gian-hang, phone: 0000 000 000}]",
        shows=Shows.LEAFLET | Shows.OWN_PAGE,
    ),
    _product(
        "aliases",
        vi=("địa chỉ cũ", "Địa chỉ cũ của trang, để liên kết và mã cũ vẫn mở được."),
        en=(
            "former addresses",
            "Former addresses of the page, so that old links and codes still open.",
        ),
        example="[/san-pham/ten-cu/]",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE,
    ),
    sample(Product, Shows.EVERYWHERE, told_on_paper=True),
    draft(Product),
    source(Product),
    _product(
        "story",
        vi=(
            "câu chuyện",
            "Câu chuyện của sản phẩm. Là phần văn bản dưới các khóa, từ hai trăm đến bốn trăm từ.",
        ),
        en=("story", "The product's story. The text below the keys, two to four hundred words."),
        example="Cá về khi nước rút.",
        shows=Shows.OWN_PAGE | Shows.LEAFLET | Shows.SEARCH,
        written=Written.AS_TEXT,
    ),
    translations(Product),
)
