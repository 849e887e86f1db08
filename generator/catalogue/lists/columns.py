"""The columns that a list may have: fields of the field table, by a name that editors can write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.fields import Row, row_of
from generator.catalogue.folding import bare
from generator.catalogue.languages import Language
from generator.catalogue.model import Certificate, Model, Pack, Producer, Product

NUMBER, YEAR_ONLY, IGNORED = "number", "year", "-"
"""A row's running number; the year of recognition alone; a column that is not taken."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the `key` is what --map and --set call it, `vi` its heading in what we export."""

    key: str
    model: type[Model]
    field: str
    vi: str = ""
    also: tuple[str, ...] = ()

    @property
    def row(self) -> Row:
        """The field's row in the field table."""
        found = row_of(self.model, self.field)
        if found is None:
            raise LookupError(self.key)
        return found

    @property
    def heading(self) -> str:
        """What the column is called in a list of ours."""
        name = self.vi or self.row.name("vi")
        return name[0].upper() + name[1:]

    def name(self, language: Language) -> str:
        """What a message calls it."""
        return self.row.name("en") if language == "en" else self.heading

    def english(self) -> Iterator[str]:
        """What it is called in an English list, whose “name” alone is the product's."""
        whose = "" if self.model is Product else self.model.__name__.lower()
        yield bare(f"{whose} {self.row.name('en')}")
        if self.model is not Producer:
            yield bare(self.row.name("en"))

    def names(self) -> Iterator[str]:
        """Everything that it is called, without marks."""
        yield from (bare(each) for each in (self.heading, self.key, *self.also, *self.row.headings))
        if not self.vi:
            yield bare(self.row.name("vi"))


COLUMNS = (
    Column("slug", Product, "slug", also=("slug", "tên tệp")),
    Column("code", Product, "code"),
    Column("name", Product, "name"),
    Column("status", Product, "status"),
    Column("certificate.stars", Certificate, "stars"),
    Column("producer.name", Producer, "name"),
    Column("producer.slug", Producer, "slug", "tên tệp của chủ thể"),
    Column("producer.kind", Producer, "kind", "loại hình chủ thể"),
    Column("producer.place", Producer, "place", "xã của chủ thể"),
    Column("producer.address", Producer, "address", "địa chỉ"),
    Column("producer.phone", Producer, "phone"),
    Column("producer.email", Producer, "email"),
    Column("producer.website", Producer, "website"),
    Column("producer.tax_code", Producer, "tax_code"),
    Column("producer.founded", Producer, "founded"),
    Column("group", Product, "group", also=("bộ", "nhóm")),
    Column("certificate.decision", Certificate, "decision"),
    Column("certificate.decided_on", Certificate, "decided_on"),
    Column(
        "certificate.issued_by",
        Certificate,
        "issued_by",
        also=("cơ quan quyết định", "cơ quan ban hành", "cơ quan ra quyết định"),
    ),
    Column("certificate.legal_basis", Certificate, "legal_basis"),
    Column("certificate.score", Certificate, "score"),
    Column("certificate.ocop_code", Certificate, "ocop_code"),
    Column("certificate.expires_on", Certificate, "expires_on"),
    Column("packs.net", Pack, "net", "quy cách"),
    Column("packs.price", Pack, "price"),
    Column("gtin", Product, "gtin"),
    Column("brand", Product, "brand"),
    Column("made_in", Product, "made_in"),
    Column("summary", Product, "summary"),
    Column("ingredients", Product, "ingredients"),
    Column("allergens", Product, "allergens"),
    Column("directions", Product, "directions"),
    Column("storage", Product, "storage"),
    Column("warnings", Product, "warnings"),
    Column("shelf_life", Product, "shelf_life"),
)
"""In the order in which a list of ours has them."""
BY_KEY = {column.key: column for column in COLUMNS}
_NO_FACTS = {
    NUMBER: ("stt", "tt", "số thứ tự", "no"),
    YEAR_ONLY: ("năm", "năm công nhận", "năm được công nhận", "năm đánh giá", "năm đạt"),
    IGNORED: (
        "ghi chú",
        "sản lượng",
        "doanh thu",
        "thu nhập",
        "lao động",
        "số lao động",
        "quy trình sản xuất",
        "kênh tiêu thụ",
        "người đại diện",
        "đại diện",
        "tên người đại diện",
        "chủ hộ",
        "vùng nguyên liệu",
        "huyện",
        "kinh độ",
        "vĩ độ",
        "tọa độ",
        "objectid",
        "globalid",
        "shape length",
        "shape area",
        "loại hình sản phẩm",
        "loại hình du lịch",
    ),
}
_KNOWN = {
    **{name: column.key for column in reversed(COLUMNS) for name in column.english()},
    **{bare(name): key for key, names in _NO_FACTS.items() for name in names},
    **{name: column.key for column in reversed(COLUMNS) for name in column.names()},
}


_ALTERNATIVES = re.compile(r"\s*/\s*|\s+hoặc\s+")
"""Between names of one column: “Nhóm/Bộ sản phẩm”."""
_CAMELS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SHORT = {
    "sp": "san pham",
    "qd": "quyet dinh",
    "cn": "cong nhan",
    "cq": "co quan",
}

_PLAIN_ALONE = ("sdt", "mst")
"""Words that say what a column is, whatever follows: “SĐT liên hệ”."""


def _in_full(heading: str) -> list[str]:
    """The words of a heading; those of a map's table have no spaces: TenSanPham."""
    apart = heading if " " in heading.strip() else _CAMELS.sub(" ", heading)
    return " ".join(_SHORT.get(word, word) for word in bare(apart).split()).split()


_AGES = (
    re.compile(r" (?:cu|truoc (?:khi )?(?:sap nhap|sap xep))$"),
    re.compile(r" (?:moi|hien nay|nay|sau (?:khi )?(?:sap nhap|sap xep))$"),
)
"""Behind the name of an address or a commune: of before July 2025, and of today."""
_AGING = ("producer.address", "producer.place", "made_in")


def how_recent(heading: str) -> int:
    """Of columns of one place, which to take: the highest number."""
    former, today = (bool(age.search(bare(heading))) for age in _AGES)
    return 1 + today - former


def column_of(heading: str) -> tuple[str, bool]:
    """The key of a heading, empty for none, and whether the heading says just that and no more."""
    own = bare(heading)
    for age in _AGES:
        key, sure = _column_of(age.sub("", own))
        if key in _AGING and age.search(own):
            return key, sure
    for said in (heading, *_ALTERNATIVES.split(heading)):
        key, sure = _column_of(said)
        if key:
            return key, sure
    return "", False


def _column_of(heading: str) -> tuple[str, bool]:
    words = _in_full(heading)
    for length in range(len(words), 0, -1):
        key = _KNOWN.get(" ".join(words[:length]))
        if key and (length == len(words) or length > 1 or words[0] in _PLAIN_ALONE):
            return key, length == len(words)
    return "", False
