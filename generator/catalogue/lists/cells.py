"""One cell's value as the fact that it states, or as a doubt: named, not guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TypeVar

from generator.catalogue import saying
from generator.catalogue.dates import PartialDate
from generator.catalogue.folding import bare, folded
from generator.catalogue.lists.tables import Value
from generator.catalogue.model.money import dong, doubtful
from generator.catalogue.ocop.groups import GROUPS

T = TypeVar("T")


class CellDoubt(ValueError):  # noqa: N818 - a doubt of the reader, no error of the program
    """What can't be taken from a cell, and what to do."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.vi, self.en = vi, en


_LOOK_ALIKE = str.maketrans("Ðð", "Đđ")
"""The eth of Windows-1252 looks like, and stands for, the Đ of Windows-1258."""


@lru_cache(1 << 16, typed=True)  # the same few values in row after row
def plain(value: Value) -> str:
    """A cell as text: 185000.0 is 185000, and a day is written day first."""
    if isinstance(value, str):
        return " ".join(value.translate(_LOOK_ALIKE).split())
    if isinstance(value, datetime | date):
        return saying.day(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return " ".join(str(value).split()) if value is not None else ""


_NOTHING = re.compile(r"[\s\-–—_.…/x?]*", re.IGNORECASE)
_NO_WORDS = (
    *("khong", "khong co", "chua", "chua co", "chua ro", "khong ro", "n a", "null", "0"),
    *("dang cap nhat", "chua cap nhat", "cap nhat sau", "lien he"),
)
_LONGEST_NO = 20
"""Characters of such words, with the signs around them."""
_TELLS = ("allergens", "warnings", "ingredients", "summary", "name", "storage", "directions")
"""Columns in which “không” says something."""
_LOST = "\ufffd"
_FAULT = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|#+)\s*")


@lru_cache(1 << 16, typed=True)
def stands_for_nothing(key: str, value: Value) -> bool:
    """Whether a cell only says that there is nothing: a dash, “không có”, “đang cập nhật”.

    Raises CellDoubt for what a spreadsheet shows where a formula has failed, and for lost letters.
    """
    text = plain(value)
    if text[:1] == "#" and _FAULT.fullmatch(text):
        raise CellDoubt(
            f"ô này là lỗi công thức của Excel ({text}); hãy gõ giá trị vào ô",
            f"a formula of the spreadsheet has failed here ({text}); type the value",
        )
    if _LOST in text:
        raise CellDoubt(
            f"có chữ đã mất khi tệp được lưu: “{text}”; hãy gõ lại, hoặc lưu danh sách thành .xlsx",
            f"letters were lost when the file was saved: “{text}”; type it again, or save as .xlsx",
        )
    if _NOTHING.fullmatch(text):
        return True
    return len(text) <= _LONGEST_NO and key not in _TELLS and bare(text) in _NO_WORDS


def _remembered(read: Callable[[Value], T]) -> Callable[[Value], T]:
    """The same, asked once for what stands in row after row; 1 and True are not one value."""
    return lru_cache(1 << 12, typed=True)(read)


_MOST_STARS = 5
_STARS_IN_WORDS = {"ba": 3, "bon": 4, "nam": 5, "tu": 4}
_STAR = re.compile(r"[★⭐*✭]")
_NOTED = re.compile(r"\(.*?\)|(?:năm|,|-|–|/)?\s*(?:19|20)[0-9]{2}\b", re.IGNORECASE)
"""What stands beside the stars: when, and by which decision."""


@_remembered
def stars(value: Value) -> int:
    """4 of “4 sao”, “04 sao”, “****”, “★★★★☆”, “4*”, “Bốn sao”, “OCOP 4 sao (2023)”, 4.0."""
    text = _NOTED.sub(" ", plain(value))
    digits = set(re.findall(r"[0-9]+(?:[.,][0-9]+)?", text))
    count = len(_STAR.findall(text))
    words = bare(text).split()
    potential = "tiem nang" in " ".join(words)
    if len(digits) == 1 and not potential and (found := re.fullmatch("0?([1-5])", digits.pop())):
        return int(found[1])
    if not digits and 0 < count <= _MOST_STARS and not potential:
        return count
    if not digits and words and words[0] in _STARS_IN_WORDS and "sao" in words:
        return _STARS_IN_WORDS[words[0]]
    raise CellDoubt(
        f"không rõ mấy sao: “{plain(value)}”; hãy ghi một số 3, 4 hoặc 5",
        f"can't tell how many stars: “{plain(value)}”; write 3, 4 or 5",
    )


_MIDNIGHT = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_EPOCH = date(1899, 12, 30)
_SERIALS = range(30_000, 60_000)
"""Excel's numbers of days from 1982 to 2064; a number of four digits is a year."""
_DAY = re.compile(
    r"(?<![0-9])([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})\s*[/.\-]\s*([0-9]{4}|[0-9]{2})(?![0-9])"
)
_IN_WORDS = re.compile(r"(?:ngay\s+)?([0-9]{1,2})\s+thang\s+([0-9]{1,2})\s+nam\s+([0-9]{4})")
_MONTH = re.compile(r"(?:thang\s+)?([0-9]{1,2})(?:\s+nam)?\s+([0-9]{4})")
_QUARTER = re.compile(r"quy\s+(iv|i{1,3}|[1-4])(?:\s+nam)?\s+([0-9]{4})")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = re.compile(r"(?:nam\s+)?((?:19|20)[0-9]{2})")


@_remembered
def day(value: Value) -> str:
    """A date as a file has it, in any Vietnamese form or as Excel's number; the day comes first."""
    if isinstance(value, datetime | date):
        return str(PartialDate(value.year, None, value.month, value.day))
    text = _MIDNIGHT.sub("", plain(value))
    if text.isdigit() and int(text) in _SERIALS:
        return (_EPOCH + timedelta(days=int(text))).isoformat()
    try:
        return str(_written_day(text))
    except ValueError as error:
        raise CellDoubt(
            f"không phải một ngày có thật: “{text}”; hãy ghi như 07/04/2023, 04/2023 hoặc 2023",
            f"no real date: “{text}”; write it as 07/04/2023, 04/2023 or 2023",
        ) from error


def _written_day(text: str) -> PartialDate:
    if len(found := _DAY.findall(text)) == 1:
        first, month, year = found[0]
        return _real(int(year) + 2000 * (len(year) == 2), int(month), int(first))
    words = bare(text)
    if told := _IN_WORDS.search(words):
        return _real(int(told[3]), int(told[2]), int(told[1]))
    if told := _QUARTER.fullmatch(words):
        return PartialDate(int(told[2]), _QUARTERS.get(told[1]) or int(told[1]))
    if told := _MONTH.fullmatch(words):
        return _real(int(told[2]), int(told[1]), None)
    if told := _YEAR.fullmatch(words):
        return PartialDate(int(told[1]))
    return PartialDate.parse(text)


def _real(year: int, month: int, of_month: int | None) -> PartialDate:
    found = PartialDate(year, None, month, of_month)
    _ = found.first_day
    return found


def price(value: Value, times: int | None) -> int:
    """A price in đồng; `times` is what the heading says it is written in."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        amount = value * (times or 1)
        if (
            abs(amount - round(amount)) < 1e-6
            and amount > 0
            and (times or not doubtful(plain(amount)))
        ):
            return round(amount)
    else:
        text = re.sub(r"\s*/.*$", "", plain(value))
        try:
            if times and times > 1:
                return price(
                    float(text.replace(".", "").replace(",", "."))
                    if times < 1_000_000
                    else float(text.replace(",", ".")),
                    times,
                )
            if times or not doubtful(text):
                return dong(text)
        except ValueError:
            pass
    raise CellDoubt(
        f"không rõ giá: “{plain(value)}”; hãy ghi số đồng như 185000, hoặc ghi đơn vị ở tiêu đề "
        "như “Giá bán (nghìn đồng)”",
        f"can't tell the price: “{plain(value)}”; write đồng such as 185000, "
        "or the unit in the heading",
    )


_ABROAD = re.compile(r"^\+84[\s.]*(?:\(0\)|0)?")


def same_digits(text: str) -> str:
    """A number without its signs; one of Vietnam that is called from abroad, as at home."""
    return folded(_ABROAD.sub("0", text)).replace(" ", "")


_SHORTENED = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE)


def digits(value: Value) -> str:
    """A number of digits that count; a CellDoubt for one that Excel has rounded: 1.2E+11."""
    text = plain(value)
    rounded = isinstance(value, int | float) and value >= 1e9 and value % 1e5 == 0
    if _SHORTENED.fullmatch(text.replace(" ", "")) or rounded:
        raise _cut(text, "Excel đã làm tròn số này", "Excel has rounded this number")
    return text.lstrip("'")


_BEFORE_DIGITS = re.compile(r"(?:đt|sđt|điện thoại|tel|mst|mã số thuế)\s*[:.]?\s*", re.IGNORECASE)
_LONGEST_PHONE = 13


def phone(value: Value) -> str:
    """A telephone number, which begins with 0, + or is one of a call centre."""
    told = _BEFORE_DIGITS.sub("", digits(value))
    text = re.sub(r"\s+", " ", re.sub(r"[()\-–]", " ", told)).strip(" .")
    only = re.sub(r"[ .]", "", text)
    if len(re.findall(r"(?:\+84|\b0)[0-9 .]{7,}", re.sub("[^0-9+ .]", ";", told))) > 1 or (
        len(only) > _LONGEST_PHONE and only.isdigit()
    ):
        raise CellDoubt(
            f"có nhiều số điện thoại trong một ô: “{told}”; hãy để lại một số",
            f"several telephone numbers in one cell: “{told}”; leave one",
        )
    if re.match(r"0|\+|1[89]00", only) and re.fullmatch(r"\+?[0-9]{8,13}", only):
        return text
    if re.fullmatch(r"[1-9][0-9]{8,9}", only):
        raise _cut(text, "Excel đã bỏ số 0 ở đầu", "Excel has dropped the leading 0")
    raise CellDoubt(
        f"không phải một số điện thoại: “{text}”; hãy ghi một số như 0912 345 678",
        f"not one telephone number: “{text}”; write one such as 0912 345 678",
    )


def tax_code(value: Value) -> str:
    """A tax code: 10 digits, 10 and 3, or the 12 of a person."""
    text = _BEFORE_DIGITS.sub("", digits(value))
    only = re.sub(r"[ .]", "", text)
    if re.fullmatch(r"[0-9]{10}(?:-[0-9]{3})?|[0-9]{12,13}", only):
        return only
    if re.fullmatch(r"[0-9]{8,9}|[0-9]{11}", only):
        raise _cut(
            text,
            "thiếu chữ số, có lẽ Excel đã bỏ số 0 ở đầu",
            "digits are missing; perhaps Excel has dropped the leading 0",
        )
    return text


def _cut(text: str, vi: str, en: str) -> CellDoubt:
    return CellDoubt(
        f"“{text}”: {vi}; hãy đổi định dạng cột thành Văn bản (Text) rồi gõ lại đủ số",
        f"“{text}”: {en}; format the column as Text and type the number again",
    )


_GROUP_NAMES = {bare(each.vi): number for number, each in GROUPS.items()}
_OF_SECTORS = {
    bare(sector.vi): [number for number, each in GROUPS.items() if each.sector == sector]
    for sector in {each.sector for each in GROUPS.values()}
}


_GROUP_WORDS = {number: {*bare(each.vi).split()} for number, each in GROUPS.items()}


_GROUP_NUMBER = re.compile(
    r"(?:(?:bộ|nhóm)(?:\s+sản\s+phẩm)?(?:\s+số)?)?\s*([0-9]{1,2})(?:\s*[.:\-–]?\s+.*)?",
    re.IGNORECASE,
)


@_remembered
def group(value: Value) -> int:
    """A product group by its number or by its name."""
    text = plain(value)
    told = _GROUP_NUMBER.fullmatch(text)
    if told and int(told[1]) in GROUPS:
        return int(told[1])
    if found := _GROUP_NAMES.get(re.sub(r"^(bo san pham|bo|nhom) ", "", bare(text))):
        return found
    if len(several := _OF_SECTORS.get(re.sub("^(nhom|nganh) ", "", bare(text)), [])) > 1:
        raise CellDoubt(
            f"“{text}” là cả nhóm, gồm các bộ từ {several[0]} đến {several[-1]}; hãy ghi số của bộ",
            f"“{text}” has the groups {several[0]} to {several[-1]}; write the number of one",
        )
    words = {*bare(text).split()} - {"va", "tu"}
    near = [number for number, name in _GROUP_WORDS.items() if words and words <= name][:3]
    vi = " hoặc ".join(f"{number} ({GROUPS[number].vi})" for number in near)
    en = " or ".join(f"{number} ({GROUPS[number].en})" for number in near)
    raise CellDoubt(
        f"không rõ bộ sản phẩm nào: “{text}”; hãy ghi số từ 1 đến 26"
        + (f", có lẽ {vi}" if near else ""),
        f"can't tell the product group: “{text}”; write its number, 1 to 26"
        + (f", perhaps {en}" if near else ""),
    )


_KINDS = (
    ("cooperative_group", r"to hop tac|tht|cooperative group"),
    ("cooperative", r"hop tac xa|htx|lien hiep hop tac xa|cooperative"),
    ("company", r"cong ty|cty|doanh nghiep|dntn|tnhh|company"),
    ("household", r"ho kinh doanh|hkd|ho gia dinh|ho san xuat|ho|household"),
)


def kind(text: str) -> str:
    """The legal form that a text names at its beginning, empty for none."""
    words = bare(text)
    if words.startswith("ho ") and folded(text).partition(" ")[0] not in ("hộ", "ho"):
        return ""  # a family name, as of Hồ Thị Mẫu
    return next((name for name, said in _KINDS if re.match(rf"(?:{said})\b", words)), "")


def _kind(value: Value) -> str:
    if found := kind(plain(value)):
        return found
    raise CellDoubt(
        f"không rõ loại hình: “{plain(value)}”; hãy ghi hộ kinh doanh, "
        "tổ hợp tác, hợp tác xã hoặc công ty",
        f"can't tell the legal form: “{plain(value)}”; write household, "
        "cooperative_group, cooperative or company",
    )


_STATUSES = {
    "certified": ("certified", "da cong nhan", "duoc cong nhan", "dat", "con hieu luc", "con han"),
    "potential": ("potential", "tiem nang", "chua cong nhan", "dang ky", "y tuong"),
    "withdrawn": ("withdrawn", "da thu hoi", "thu hoi"),
}


def _status(value: Value) -> str:
    words = bare(plain(value))
    for name, said in _STATUSES.items():
        if words in said or words == f"san pham {said[-1]}":
            return name
    raise CellDoubt(
        f"không rõ tình trạng: “{plain(value)}”; hãy ghi đã công nhận, tiềm năng hoặc đã thu hồi",
        f"can't tell the status: “{plain(value)}”; write certified, potential or withdrawn",
    )


def _number(value: Value) -> float | int:
    try:
        found = float(plain(value).replace(",", "."))
    except ValueError as error:
        raise CellDoubt(
            f"không phải một số: “{plain(value)}”", f"no number: “{plain(value)}”"
        ) from error
    return int(found) if found.is_integer() else found


READ: Mapping[str, Callable[[Value], object]] = {
    "certificate.stars": stars,
    "certificate.decided_on": day,
    "certificate.expires_on": day,
    "certificate.score": _number,
    "producer.phone": phone,
    "producer.tax_code": tax_code,
    "producer.founded": _number,
    "producer.kind": _kind,
    "gtin": digits,
    "group": group,
    "status": _status,
}
"""How the columns are read that hold more than text. All raise CellDoubt."""


@lru_cache(1 << 16, typed=True)
def taken(key: str, value: Value) -> object:
    """What a cell of that column says, empty for nothing. Raises CellDoubt."""
    return READ[key](value) if key in READ else plain(value)
