"""The country's 34 provinces and centrally run cities (resolution 202/2025/QH15, article 1)."""

from __future__ import annotations

import re

from generator.catalogue.folding import bare

PROVINCES = (
    *("Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"),
    *("Lai Châu", "Điện Biên", "Sơn La", "Lạng Sơn", "Cao Bằng", "Quảng Ninh", "Thanh Hóa"),
    *("Nghệ An", "Hà Tĩnh", "Tuyên Quang", "Lào Cai", "Thái Nguyên", "Phú Thọ", "Bắc Ninh"),
    *("Hưng Yên", "Ninh Bình", "Quảng Trị", "Quảng Ngãi", "Gia Lai", "Khánh Hòa", "Lâm Đồng"),
    *("Đắk Lắk", "Đồng Nai", "Tây Ninh", "Vĩnh Long", "Đồng Tháp", "Cà Mau", "An Giang"),
)
_BY_WORDS = {bare(each): each for each in PROVINCES}
_NAME = re.compile(r"[^\W\d_][\w .]*")
_KIND = re.compile(r"(?:tinh|thanh pho|tp|t p|t) ")


def province_of(text: str) -> str | None:
    """The province that is meant, without its kind; None for what is none."""
    if not _NAME.fullmatch(text.strip()):
        return None
    words = bare(text)
    return _BY_WORDS.get(words) or _BY_WORDS.get(_KIND.sub("", words, count=1))
