"""What content/site.yaml says."""

from __future__ import annotations

from functools import partial

from generator.catalogue.fields.row import Row, Shows
from generator.catalogue.fields.shared import source
from generator.catalogue.model import LabelHabits, OcopMark, Office, PressHabits, Site

_site = partial(Row, Site)
_office = partial(Row, Office)
_labels = partial(Row, LabelHabits)
_press = partial(Row, PressHabits)
_mark = partial(Row, OcopMark)

ROWS = (
    _site(
        "name",
        vi=("tên trang", "Tên trang, hiện trên đầu mọi trang và trên tờ bướm."),
        en=("name", "The site's name, at the head of every page and on leaflets."),
        example="Danh mục OCOP mẫu",
        shows=Shows.ELSEWHERE | Shows.LABEL | Shows.LEAFLET | Shows.OPEN_DATA,
        schema="name",
    ),
    _site(
        "base_url",
        vi=(
            "địa chỉ trang web",
            "Địa chỉ trang web khi đăng. Mã QR in theo địa chỉ này: đặt địa chỉ thật "
            "trước khi in, đã in thì đừng đổi.",
        ),
        en=(
            "address",
            "The address where the site will live. QR codes carry it: set it before "
            "printing, keep it after.",
        ),
        example="https://ocop.example",
        shows=Shows.ELSEWHERE | Shows.LABEL | Shows.LEAFLET | Shows.PASSPORT | Shows.OPEN_DATA,
        schema="url",
    ),
    _site(
        "former_base_urls",
        vi=(
            "địa chỉ cũ",
            "Nơi trang từng ở, nếu buộc phải đổi địa chỉ. Tên miền cũ phải được giữ và "
            "chuyển tiếp từng địa chỉ về đây.",
        ),
        en=(
            "former addresses",
            "Where the site used to live, if it had to move. Keep those hosts, and have "
            "each of their addresses forwarded here.",
        ),
        example="[https://ten-mien-cu.example]",
        shows=Shows.NOWHERE,
    ),
    _site(
        "language",
        vi=("ngôn ngữ chính", "Ngôn ngữ chính: vi hoặc en."),
        en=("main language", "The main language: vi or en."),
        example="vi",
        shows=Shows.ELSEWHERE | Shows.LEAFLET | Shows.PASSPORT | Shows.OPEN_DATA | Shows.SEARCH,
    ),
    _site(
        "languages",
        vi=(
            "các ngôn ngữ",
            "Các ngôn ngữ có trang. Thêm en khi đã có tệp tiếng Anh, như san-pham-mau.en.md.",
        ),
        en=(
            "languages",
            "The languages that have pages. Add en once there are English files, such as "
            "san-pham-mau.en.md.",
        ),
        example="[vi]",
        shows=Shows.ELSEWHERE | Shows.SEARCH,
    ),
    _site(
        "country",
        vi=(
            "nước xuất xứ",
            "Nước mà sản phẩm của danh mục xuất xứ. Là hai chữ in hoa (ISO 3166-1); không ghi thì "
            "là VN, Việt Nam.",
        ),
        en=(
            "country of origin",
            "The country that the catalogue's products come from. Its two capital letters "
            "(ISO 3166-1); VN, Viet Nam, where left out.",
        ),
        example="VN",
        shows=Shows.ELSEWHERE | Shows.LABEL,
    ),
    _site(
        "theme",
        vi=("giao diện", "Giao diện. Là tên một thư mục trong themes/, hoặc giao diện có sẵn này."),
        en=("theme", "The theme. A folder's name in themes/, or the built-in one."),
        example="mua-nuoc-noi",
        shows=Shows.EVERYWHERE,
    ),
    _site(
        "share_cards",
        vi=(
            "ảnh xem trước",
            "Ảnh xem trước cho từng sản phẩm khi chia sẻ liên kết. Danh mục hàng nghìn "
            "sản phẩm nên đặt false.",
        ),
        en=(
            "share cards",
            "A preview picture for each product, for shared links. Better false for "
            "thousands of products.",
        ),
        example="true",
        shows=Shows.ELSEWHERE,
    ),
    _site(
        "tagline",
        vi=("câu dưới tên trang", "Một câu ngắn dưới tên trang."),
        en=("tagline", "A short line below the site's name."),
        example="Một câu ngắn về quê mình",
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _site(
        "description",
        vi=("lời giới thiệu", "Một hai câu cho máy tìm kiếm và cho trang đầu."),
        en=("description", "One or two sentences for search engines and the front page."),
        example="Danh mục sản phẩm OCOP của xã.",
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
        schema="description",
    ),
    _site(
        "area",
        vi=("vùng", "Vùng mà danh mục nói tới."),
        en=("area", "The area that the catalogue covers."),
        example="Xã Mẫu, tỉnh Mẫu",
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _site(
        "office",
        vi=("nơi giải đáp", "Nơi trả lời câu hỏi. Có thể thêm address, phone, email."),
        en=("office", "The office that answers questions. It may have address, phone and email."),
        example="{name: Bộ phận phụ trách OCOP, phone: 0000 000 000}",
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _site(
        "labels",
        vi=("tem nhãn", "Giấy và máy in tem thường dùng. Có stock và printer."),
        en=("labels", "The usual stock and printer of labels. It has stock and printer."),
        example="{stock: L7160}",
        shows=Shows.LABEL,
    ),
    _site(
        "press",
        vi=("nhà in", "Điều nhà in yêu cầu. Có profile."),
        en=("printing house", "What the printing house asks for. It has profile."),
        example="{profile: in-offset.icc}",
        shows=Shows.LEAFLET,
    ),
    _site(
        "mark",
        vi=(
            "dấu OCOP",
            "Dấu “Sản phẩm OCOP Việt Nam” do văn phòng chương trình cấp, in trên thẻ công nhận. "
            "Có file; không ghi thì không in dấu nào.",
        ),
        en=(
            "OCOP mark",
            "The mark “Sản phẩm OCOP Việt Nam” as the programme's office supplies it, printed on "
            "recognition cards. It has file; without it no mark is printed.",
        ),
        example="{file: dau-ocop.png}",
        shows=Shows.NOWHERE,
    ),
    _site(
        "english",
        vi=("lời tiếng Anh", "Lời tiếng Anh của name, tagline, description, area."),
        en=("English words", "The English name, tagline, description and area."),
        example=(
            "{name: Sample OCOP catalogue, tagline: A short line about the place, "
            "description: OCOP products of the commune., area: Mẫu commune}"
        ),
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _site(
        "brochures",
        vi=(
            "ấn phẩm",
            "Các ấn phẩm mà ocop build in. Là tên trong ocop brochure --list; không ghi thì "
            "chỉ in tờ bướm.",
        ),
        en=(
            "printed formats",
            "What ocop build prints. Names of ocop brochure --list; "
            "the leaflet alone where left out.",
        ),
        example="[leaflet]",
        shows=Shows.NOWHERE,
    ),
    _site(
        "downloads",
        vi=(
            "tải ấn phẩm",
            "Trang danh mục và trang hội chợ có nút tải tờ bướm, cẩm nang dạng PDF để xem trên "
            "máy. Ghi false nếu không muốn.",
        ),
        en=(
            "brochures to download",
            "Catalogue and fair pages offer the leaflet and the books as PDFs for screens. "
            "false for none.",
        ),
        example="true",
        shows=Shows.ELSEWHERE,
    ),
    source(Site),
    _labels(
        "stock",
        vi=(
            "giấy nhãn",
            "Giấy nhãn thường dùng. Là tên trong ocop labels --list hoặc mã của hãng; không ghi "
            "thì là tờ 24 nhãn 70 × 37 mm.",
        ),
        en=(
            "label stock",
            "The usual stock of labels. A name of ocop labels --list, or a maker's number; the "
            "sheet of 24 labels of 70 × 37 mm where left out.",
        ),
        example="L7160",
        shows=Shows.LABEL,
    ),
    _labels(
        "printer",
        vi=(
            "máy in nhiệt",
            "Số chấm mỗi inch của máy in nhiệt. Là 203 hoặc 300, ghi sau lưng máy; chỉ dùng cho "
            "giấy cuộn.",
        ),
        en=(
            "thermal printer",
            "The dots an inch of the thermal printer. 203 or 300, as on its back; it counts for "
            "rolls alone.",
        ),
        example="203",
        shows=Shows.LABEL,
    ),
    _press(
        "profile",
        vi=(
            "hồ sơ màu",
            "Hồ sơ màu ICC của nhà in, chép vào content/. Ảnh được tách bốn màu theo hồ sơ này; "
            "không ghi thì theo giấy tráng phủ (FOGRA39).",
        ),
        en=(
            "colour profile",
            "The printing house's ICC profile, copied to content/. Photos are separated into four "
            "inks by it; for coated paper (FOGRA39) where left out.",
        ),
        example="in-offset.icc",
        shows=Shows.LEAFLET,
    ),
    _mark(
        "file",
        vi=("tệp", "Tệp hình của dấu, chép vào content/media; hình được in trọn, không cắt."),
        en=("file", "The mark's picture, copied to content/media; it is printed whole."),
        example="dau-ocop.png",
        shows=Shows.NOWHERE,
    ),
    _office(
        "name",
        vi=("tên", "Tên cơ quan, bộ phận."),
        en=("name", "The office's name."),
        example="Bộ phận phụ trách OCOP",
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _office(
        "address",
        vi=("địa chỉ", "Địa chỉ liên hệ."),
        en=("address", "The office's address."),
        example="Ấp mẫu",
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _office(
        "phone",
        vi=("điện thoại", "Điện thoại liên hệ."),
        en=("telephone", "The office's telephone."),
        example="0000 000 000",
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
    ),
    _office(
        "email",
        vi=("thư điện tử", "Thư điện tử liên hệ."),
        en=("e-mail", "The office's e-mail address."),
        example="ocop@example.com",
        shows=Shows.ELSEWHERE | Shows.LEAFLET,
    ),
)
