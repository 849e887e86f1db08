"""The 26 product groups in 6 sectors, with the sub-sectors a catalogue may list them under.

Source: the classification annexed to decision 148/QĐ-TTg (24/02/2023), second-hand (S2); its
successors keep it. English names are ours: there are no official ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sector:
    """One of the six sectors (ngành); `numeral` is Roman, as in the decision."""

    numeral: str
    vi: str
    en: str

    def name(self, language: str) -> str:
        """Its name in Vietnamese or English."""
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Group:
    """One product group (bộ sản phẩm); the sub-sector (nhóm) is empty where there is none."""

    number: int
    sector: Sector
    vi: str
    en: str
    subsector_vi: str = ""
    subsector_en: str = ""

    def name(self, language: str) -> str:
        """Its name in Vietnamese or English."""
        return self.en if language == "en" else self.vi

    def subsector(self, language: str) -> str:
        """The name of its sub-sector, or an empty text."""
        return self.subsector_en if language == "en" else self.subsector_vi


_FOOD = Sector("I", "Thực phẩm", "Food")
_DRINKS = Sector("II", "Đồ uống", "Drinks")
_HERBS = Sector(
    "III", "Dược liệu và sản phẩm từ dược liệu", "Medicinal plants and products made from them"
)
_CRAFTS = Sector("IV", "Hàng thủ công mỹ nghệ", "Handicrafts")
_LIVING = Sector("V", "Sinh vật cảnh", "Ornamental plants and animals")
_TOURISM = Sector(
    "VI",
    "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
    "Community tourism, ecotourism and visitor sites",
)

SECTORS = (_FOOD, _DRINKS, _HERBS, _CRAFTS, _LIVING, _TOURISM)
"""The six sectors in the order of the decision."""

_FRESH = ("Thực phẩm tươi sống", "Fresh food")
_RAW = ("Thực phẩm thô, sơ chế", "Raw and semi-processed food")
_PROCESSED = ("Thực phẩm chế biến", "Processed food")
_SPICES = ("Gia vị", "Seasonings")
_TEA = ("Chè", "Tea")
_ALCOHOL = ("Đồ uống có cồn", "Alcoholic drinks")
_SOFT = ("Đồ uống không cồn", "Non-alcoholic drinks")

_ALL = (
    Group(1, _FOOD, "Rau, củ, quả, hạt tươi", "Fresh vegetables, roots, fruit and seeds", *_FRESH),
    Group(
        2,
        _FOOD,
        "Thịt, thủy sản, trứng, sữa tươi",
        "Fresh meat, fish and seafood, eggs and milk",
        *_FRESH,
    ),
    Group(
        3, _FOOD, "Gạo, ngũ cốc, hạt sơ chế khác", "Rice, cereals and other prepared grains", *_RAW
    ),
    Group(
        4,
        _FOOD,
        "Mật ong, mật khác và nông sản thực phẩm khác",
        "Honey, other nectars and other farm foods",
        *_RAW,
    ),
    Group(5, _FOOD, "Đồ ăn nhanh", "Ready-to-eat food", *_PROCESSED),
    Group(6, _FOOD, "Chế biến từ gạo, ngũ cốc", "Made from rice and cereals", *_PROCESSED),
    Group(
        7,
        _FOOD,
        "Chế biến từ rau, củ, quả, hạt",
        "Made from vegetables, roots, fruit and seeds",
        *_PROCESSED,
    ),
    Group(
        8,
        _FOOD,
        "Chế biến từ thịt, trứng, sữa, thủy sản, các sản phẩm từ mật ong, mật khác và nông sản "
        "thực phẩm khác",
        "Made from meat, eggs, milk, fish and seafood, honey, other nectars and other farm foods",
        *_PROCESSED,
    ),
    Group(
        9,
        _FOOD,
        "Tương, nước mắm, gia vị dạng lỏng khác",
        "Soy sauces, fish sauce and other liquid seasonings",
        *_SPICES,
    ),
    Group(10, _FOOD, "Gia vị khác", "Other seasonings", *_SPICES),
    Group(11, _FOOD, "Chè tươi, chế biến", "Tea, fresh and processed", *_TEA),
    Group(12, _FOOD, "Sản phẩm chè (trà) từ thực vật khác", "Teas from other plants", *_TEA),
    Group(13, _FOOD, "Cà phê, ca cao", "Coffee and cocoa", "Cà phê, ca cao", "Coffee and cocoa"),
    Group(14, _DRINKS, "Rượu trắng", "White spirits", *_ALCOHOL),
    Group(15, _DRINKS, "Đồ uống có cồn khác", "Other alcoholic drinks", *_ALCOHOL),
    Group(
        16,
        _DRINKS,
        "Nước khoáng thiên nhiên, nước uống đóng chai",
        "Natural mineral water and bottled drinking water",
        *_SOFT,
    ),
    Group(17, _DRINKS, "Đồ uống không cồn khác", "Other non-alcoholic drinks", *_SOFT),
    Group(
        18,
        _HERBS,
        "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền",
        "Food supplements, herbal and traditional medicines",
    ),
    Group(
        19, _HERBS, "Mỹ phẩm có thành phần từ dược liệu", "Cosmetics with medicinal plant extracts"
    ),
    Group(
        20, _HERBS, "Tinh dầu và dược liệu khác", "Essential oils and other medicinal plant goods"
    ),
    Group(
        21,
        _CRAFTS,
        "Thủ công mỹ nghệ gia dụng, trang trí",
        "Handicrafts for the home and for decoration",
    ),
    Group(22, _CRAFTS, "Vải, may mặc", "Textiles and clothing"),
    Group(23, _LIVING, "Hoa", "Flowers"),
    Group(24, _LIVING, "Cây cảnh", "Ornamental plants"),
    Group(25, _LIVING, "Động vật cảnh", "Ornamental animals"),
    Group(26, _TOURISM, _TOURISM.vi, _TOURISM.en),
)

GROUPS: Mapping[int, Group] = MappingProxyType({group.number: group for group in _ALL})
"""Every product group by its number, 1 to 26."""

TOURISM_GROUP = 26
"""The group of services: no packs, no GTIN, no lots."""
