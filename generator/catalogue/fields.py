"""The fields that editors write, one row each: what it is called, and how far it shows.

The names are those that a reader sees; `shows` tells which pages change with the field. What is
derived from these rows needs no list of its own: `own_page_only` is what web/dependencies may
leave out of a thing's face.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel

from generator.catalogue.model import (
    Fair,
    Page,
    Place,
    Producer,
    Product,
    Village,
)


class Shows(Enum):
    """Where a field is seen."""

    OWN_PAGE = "own page"
    """On the page of the thing alone, its lots' pages and what is printed of it."""
    ANYWHERE = "anywhere"
    """On cards, lists, menus or the pages of others too."""


@dataclass(frozen=True, slots=True)
class Row:
    """A field of a model: its names, whether it is translated, and how far it shows."""

    model: type[BaseModel]
    key: str
    vi: str
    en: str
    shows: Shows = Shows.ANYWHERE
    translated: bool = False


OWN = Shows.OWN_PAGE
ROWS = (
    Row(Product, "slug", "tên trong địa chỉ", "name within the address"),
    Row(Product, "source", "tệp", "file"),
    Row(Product, "name", "tên sản phẩm", "name", translated=True),
    Row(Product, "summary", "một câu giới thiệu", "summary", translated=True),
    Row(Product, "status", "tình trạng", "status"),
    Row(Product, "code", "mã của danh mục", "the catalogue's code"),
    Row(Product, "gtin", "mã GTIN", "GTIN"),
    Row(Product, "group", "bộ sản phẩm", "product group"),
    Row(Product, "brand", "nhãn hiệu", "brand", OWN),
    Row(Product, "producer", "chủ thể", "producer"),
    Row(Product, "made_in", "nơi làm ra", "origin"),
    Row(Product, "certificate", "giấy chứng nhận", "certificate"),
    Row(Product, "photos", "ảnh", "photos"),
    Row(Product, "video", "video", "video", OWN),
    Row(Product, "packs", "quy cách và giá", "packs and prices", OWN),
    Row(Product, "ingredients", "thành phần", "ingredients", OWN, translated=True),
    Row(Product, "allergens", "dị ứng", "allergens", OWN, translated=True),
    Row(Product, "directions", "cách dùng", "directions", OWN, translated=True),
    Row(Product, "storage", "bảo quản", "storage", OWN, translated=True),
    Row(Product, "warnings", "cảnh báo", "warnings", OWN, translated=True),
    Row(Product, "shelf_life", "hạn dùng", "shelf life", OWN, translated=True),
    Row(Product, "standards", "tiêu chuẩn", "standards", OWN),
    Row(Product, "awards", "giải thưởng", "awards", OWN),
    Row(Product, "buy", "nơi mua", "where to buy", OWN),
    Row(Product, "aliases", "địa chỉ cũ", "former addresses"),
    Row(Product, "sample", "dữ liệu mẫu", "sample"),
    Row(Product, "story", "câu chuyện", "story", OWN, translated=True),
    Row(Product, "translations", "bản dịch", "translations"),
    Row(Producer, "slug", "tên trong địa chỉ", "name within the address"),
    Row(Producer, "source", "tệp", "file"),
    Row(Producer, "name", "tên chủ thể", "name"),
    Row(Producer, "kind", "loại hình", "legal form"),
    Row(Producer, "place", "địa danh", "place"),
    Row(Producer, "village", "làng nghề", "craft village"),
    Row(Producer, "address", "địa chỉ", "address"),
    Row(Producer, "phone", "điện thoại", "telephone"),
    Row(Producer, "email", "thư điện tử", "e-mail"),
    Row(Producer, "website", "trang web", "website"),
    Row(Producer, "tax_code", "mã số thuế", "tax code"),
    Row(Producer, "gln", "mã địa điểm GLN", "location code (GLN)"),
    Row(Producer, "founded", "năm thành lập", "founded"),
    Row(Producer, "sample", "dữ liệu mẫu", "sample"),
    Row(Producer, "names", "tên dịch", "translated names"),
    Row(Producer, "bodies", "lời giới thiệu", "text", OWN),
    Row(Village, "slug", "tên trong địa chỉ", "name within the address"),
    Row(Village, "source", "tệp", "file"),
    Row(Village, "name", "tên làng nghề", "name", translated=True),
    Row(Village, "summary", "một câu giới thiệu", "summary", translated=True),
    Row(Village, "craft", "nghề", "craft", translated=True),
    Row(Village, "place", "địa danh", "place"),
    Row(Village, "position", "tọa độ", "position", OWN),
    Row(Village, "map", "bản đồ", "map", OWN),
    Row(Village, "founded", "năm hình thành", "founded", OWN),
    Row(Village, "recognised_on", "ngày công nhận", "day of recognition", OWN),
    Row(Village, "decision", "quyết định", "decision", OWN),
    Row(Village, "recognised_by", "nơi công nhận", "recognised by", OWN),
    Row(Village, "sample", "dữ liệu mẫu", "sample"),
    Row(Village, "body", "lời giới thiệu", "text", OWN, translated=True),
    Row(Village, "translations", "bản dịch", "translations"),
    Row(Fair, "slug", "tên trong địa chỉ", "name within the address"),
    Row(Fair, "source", "tệp", "file"),
    Row(Fair, "name", "tên hội chợ", "name", translated=True),
    Row(Fair, "summary", "một câu giới thiệu", "summary", translated=True),
    Row(Fair, "hours", "giờ mở cửa", "hours", translated=True),
    Row(Fair, "venue", "địa điểm", "venue", translated=True),
    Row(Fair, "starts_on", "ngày mở", "first day"),
    Row(Fair, "ends_on", "ngày kết thúc", "last day"),
    Row(Fair, "booth", "gian hàng", "booth"),
    Row(Fair, "place", "địa danh", "place"),
    Row(Fair, "products", "sản phẩm", "products"),
    Row(Fair, "sample", "dữ liệu mẫu", "sample"),
    Row(Fair, "body", "lời giới thiệu", "text", OWN, translated=True),
    Row(Fair, "translations", "bản dịch", "translations"),
    Row(Page, "slug", "tên trong địa chỉ", "name within the address"),
    Row(Page, "source", "tệp", "file"),
    Row(Page, "title", "tên trang", "title", translated=True),
    Row(Page, "summary", "một câu giới thiệu", "summary", translated=True),
    Row(Page, "menu", "thứ tự trong trình đơn", "rank in the menu"),
    Row(Page, "body", "nội dung", "text", OWN, translated=True),
    Row(Page, "translations", "bản dịch", "translations"),
    Row(Place, "slug", "tên trong địa chỉ", "name within the address"),
    Row(Place, "kind", "loại đơn vị", "kind of unit"),
    Row(Place, "name", "tên", "name"),
    Row(Place, "province", "tỉnh", "province"),
    Row(Place, "district", "huyện", "district"),
    Row(Place, "code", "mã đơn vị hành chính", "administrative code"),
    Row(Place, "province_code", "mã tỉnh", "code of the province"),
    Row(Place, "now", "xã hiện nay", "commune of today"),
)


def rows_of(model: type[BaseModel]) -> tuple[Row, ...]:
    """The model's rows, in the order in which editors are shown them."""
    return tuple(row for row in ROWS if row.model is model)


def own_page_only(model: type[BaseModel]) -> Mapping[str, Any]:
    """What only the own page shows, as pydantic's `exclude`, in the translations too."""
    own = [row for row in rows_of(model) if row.shows is Shows.OWN_PAGE]
    words = {row.key: True for row in own if row.translated}
    translations = {"translations": {"__all__": words}} if words else {}
    return {**{row.key: True for row in own}, **translations}
