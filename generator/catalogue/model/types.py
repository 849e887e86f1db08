"""Types of what editors write: how a value is read, and what form it must have."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.catalogue.base_url import BaseUrlError, normalised
from generator.catalogue.dates import PartialDate
from generator.catalogue.model.countries import is_country
from generator.catalogue.model.money import dong, whole
from generator.catalogue.ocop.stars import MAXIMUM_STARS, MINIMUM_STARS
from generator.catalogue.problems.rule import Rule
from generator.catalogue.problems.rules_keys import TYPE_WRONG
from generator.catalogue.problems.rules_ocop import STARS_RANGE, UNKNOWN_GROUP

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# Nothing else that is installed has a say in how content is read, or is looked for at each start.
FIRST_YEAR, LAST_YEAR = 1945, 2099
"""Years in which something that an editor tells of may have happened."""
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Unicode's categories of signs that leave no mark: spaces, joiners, marks of direction."""


def _tidy(text: str) -> str:
    """The text on one line, in NFC; nothing where no sign of it can be seen."""
    # A letter or a digit first, as nearly always, can be seen.
    if not text[:1].isalnum() and all(unicodedata.category(sign) in _UNSEEN for sign in text):
        return ""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _url(text: str) -> str:
    """Raises ValueError for an address that no browser could open, such as `https://[a` or `:x`."""
    parts = urlsplit(text)
    if not parts.hostname or parts.port == 0:
        raise ValueError(f"no host or port: {text!r}")
    return text


def _dong(value: object) -> object:
    return dong(value) if isinstance(value, str) else value


def _whole(value: object) -> object:
    return whole(value.strip()) if isinstance(value, str) else value


def _integer(value: object) -> object:
    """Digits alone: `1_0` and `1e1` are numbers to a computer and slips to everybody else."""
    if isinstance(value, str) and not re.fullmatch(r"[+-]?[0-9]+", value.strip()):
        raise PydanticCustomError("int_parsing", "no whole number")
    return value


def _decimal(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[+-]?[0-9]+(?:\.[0-9]+)?", value.strip()):
        raise PydanticCustomError("float_parsing", "no number")
    return value


def _digits(value: object) -> object:
    return re.sub(r"[\s-]", "", value) if isinstance(value, str) else value


def _day(value: object) -> object:
    """A whole date in any form that `PartialDate` reads; ValueError for a part of one."""
    if not isinstance(value, str):
        return value
    found = PartialDate.parse(value)
    if found.day is None:
        raise ValueError(f"not one day: {value!r}")
    return found.first_day


def _year(value: int) -> int:
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise ValueError(f"not a year of our time: {value}")
    return value


def _country(code: str) -> str:
    if not is_country(code):
        raise ValueError(f"not a country: {code!r}")
    return code


def _base_url(text: str) -> str:
    try:
        return normalised(text)
    except BaseUrlError as error:
        raise PydanticCustomError("base_url", "{reason_en}", dict(error.values)) from None


@dataclass(frozen=True, slots=True)
class Says:
    """What a value of a type should be, for the message about one that isn't.

    `rule` is the one that says it better than `type-wrong`; a `dated` text may be the form of
    a date that no calendar has.
    """

    vi: str
    en: str
    rule: Rule = TYPE_WRONG
    dated: bool = False


class Printed:
    """Marks text that print and share cards may show; see judging/printed_texts.py."""


class Price:
    """Marks an amount of money, of which one that no one asks is doubted."""


LONGEST_TEXT, LONGEST_NAME = 5000, 200
"""Characters of a text at a key, and of what something is called."""
PageText = Annotated[str, AfterValidator(_tidy), Field(min_length=1, max_length=LONGEST_TEXT)]
"""Text that pages alone show, and names of files."""


Text = Annotated[PageText, Printed]
Name = Annotated[Text, Field(max_length=LONGEST_NAME)]
"""What something is called: it stands in titles, lists and on labels."""


PlaceName = Annotated[Text, Field(max_length=60)]
"""What a place, or its kind, is called: several of them stand on a line of print."""


RegisterNumber = Annotated[PageText, Field(max_length=60)]
"""What a register calls an entry, in its own form: “PGI-IT-02305”."""


StoryText = Annotated[str, Printed]
"""Markdown of which print shows a part."""


Slug = Annotated[
    str,
    Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=100),
    Says(
        "tên ngắn gồm chữ thường không dấu, chữ số và gạch nối: tên tệp không kèm .md, như "
        "kho-ca-loc, hay slug như tan-lap (địa danh)",
        "a short name of unaccented lower-case letters, digits and hyphens: a file's name without "
        ".md, such as kho-ca-loc, or a place's slug, such as tan-lap",
    ),
]
CODE = r"^[0-9A-HJKMNP-TV-Z]{4,8}$"
Code = Annotated[
    str,
    Field(pattern=CODE),
    Says(
        "4–8 chữ số hoặc chữ in hoa, không dùng I, L, O, U",
        "4–8 digits or capital letters without I, L, O, U",
    ),
]
Gtin = Annotated[
    str,
    BeforeValidator(_digits),
    Field(pattern=r"^(?:[0-9]{8}|[0-9]{12,14})$"),
    Says("mã GTIN gồm 8, 12, 13 hoặc 14 chữ số", "a GTIN of 8, 12, 13 or 14 digits"),
]
Gln = Annotated[
    str,
    BeforeValidator(_digits),
    Field(pattern=r"^[0-9]{13}$"),
    Says("mã địa điểm GLN gồm 13 chữ số", "a location code (GLN) of 13 digits"),
]
Email = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9.!#$%&'*+/=^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$"),
    Field(max_length=254),
    Says("một địa chỉ thư điện tử như ocop@example.com", "an e-mail address: ocop@example.com"),
]
Phone = Annotated[
    str,
    Field(pattern=r"^\+?[0-9][0-9 .]{6,16}$"),
    Says("số điện thoại như 0912 345 678", "a telephone number such as 0912 345 678"),
]
Colour = Annotated[
    str,
    Field(pattern=r"^#[0-9a-fA-F]{6}$"),
    Says("một màu như #0e4f4a", "a colour such as #0e4f4a"),
]
Country = Annotated[
    str,
    AfterValidator(_country),
    Says("mã nước gồm hai chữ in hoa như VN", "a country's two capital letters, such as VN"),
]
Url = Annotated[
    str,
    Field(pattern=r"^https?://[^\s<>\"']+$"),
    AfterValidator(_url),
    Says(
        "địa chỉ đầy đủ bắt đầu bằng https:// hoặc http://, như https://example.com/gian-hang",
        "a whole address that starts with https:// or http://, such as https://example.com/shop",
    ),
]
BaseUrl = Annotated[str, AfterValidator(_base_url)]
Dong = Annotated[
    int,
    BeforeValidator(_dong),
    Field(gt=0),
    Price(),
    Says(
        "giá bằng đồng, không có số lẻ, như 185000, 185.000 hoặc 185.000 đ",
        "a price in whole đồng, such as 185000, 185.000 or 185.000 đ",
    ),
]
Quantity = Annotated[
    int,
    BeforeValidator(_whole),
    Field(gt=0),
    Says("một số nguyên như 1200 hoặc 1.200", "a whole number such as 1200 or 1.200"),
]
DAY_SAYS = Says(
    "một ngày cụ thể như 2026-12-18 hoặc 18/12/2026",
    "one day such as 2026-12-18 or 18/12/2026",
    dated=True,
)
PERIOD_SAYS = Says(
    "ngày như 2025-11-18, 18/11/2025, 2025-11, 2025-Q4 hoặc 2025",
    "a date such as 2025-11-18, 18/11/2025, 2025-11, 2025-Q4 or 2025",
    dated=True,
)
Day = Annotated[date, BeforeValidator(_day), DAY_SAYS]
Period = Annotated[PartialDate, PERIOD_SAYS]
Integer = Annotated[int, BeforeValidator(_integer)]
Decimal = Annotated[float, BeforeValidator(_decimal)]
FINEST, COARSEST = 4800, 100
"""Dots an inch of the finest and of the coarsest machine that prints."""
Dots = Annotated[
    Integer,
    Field(ge=COARSEST, le=FINEST),
    Says(
        f"một số nguyên từ {COARSEST} đến {FINEST}", f"a whole number from {COARSEST} to {FINEST}"
    ),
]
ProfileFile = Annotated[
    str,
    AfterValidator(_tidy),
    Field(pattern=r"^[\w .()+-]+\.[iI][cC][cCmM]$", max_length=120),
    Says(
        "tên một tệp .icc hoặc .icm trong content/, như in-offset.icc",
        "the name of a .icc or .icm file in content/, such as in-offset.icc",
    ),
]
PictureFile = Annotated[
    str,
    AfterValidator(_tidy),
    Field(pattern=r"^[\w .()+-]+\.(?i:png|jpe?g|webp|tiff?)$", max_length=120),
    Says(
        "tên một tệp .png, .jpg, .webp hoặc .tif trong content/media, như dau-ocop.png",
        "the name of a .png, .jpg, .webp or .tif file in content/media, such as dau-ocop.png",
    ),
]
Founded = Annotated[Integer, Field(ge=1000, le=LAST_YEAR)]
"""A year since when, which may be centuries ago."""
Year = Annotated[
    Integer,
    AfterValidator(_year),
    Says(
        f"một năm từ {FIRST_YEAR} đến {LAST_YEAR}, như 2024",
        f"a year between {FIRST_YEAR} and {LAST_YEAR}, such as 2024",
    ),
]
Stars = Annotated[
    Integer,
    Field(ge=MINIMUM_STARS, le=MAXIMUM_STARS),
    Says(
        f"số sao từ {MINIMUM_STARS} đến {MAXIMUM_STARS}",
        f"{MINIMUM_STARS} to {MAXIMUM_STARS} stars",
        rule=STARS_RANGE,
    ),
]
GroupNumber = Annotated[
    Integer, Says("một số từ 1 đến 26", "a number from 1 to 26", rule=UNKNOWN_GROUP)
]
Focus = Annotated[
    str,
    Field(pattern=r"^(?:100|[0-9]{1,2})% (?:100|[0-9]{1,2})%$"),
    Says("hai phần trăm như 50% 40%", "two percentages such as 50% 40%"),
]
_LATITUDE = r"(?:[89]|1[0-9]|2[0-3])(?:\.[0-9]{1,8})?"
_LONGITUDE = r"(?:10[2-9]|11[0-7])(?:\.[0-9]{1,8})?"
Position = Annotated[
    str,
    Field(pattern=rf"^{_LATITUDE}, ?{_LONGITUDE}$"),
    Says(
        "vĩ độ, kinh độ trong nước Việt Nam như 10.8712, 105.6504",
        "a latitude and a longitude within Viet Nam such as 10.8712, 105.6504",
    ),
]
"""Latitude and longitude in degrees, as maps on phones copy them; within Viet Nam."""


class Model(BaseModel):
    """Frozen, and strict about unknown keys; scalars arrive as text and are converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
