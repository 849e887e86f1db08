"""Facts that are read well and yet hard to believe: today nobody sees it, tomorrow a buyer does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.catalogue.model import Model, Producer, Product, Site, Status, Village
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.nearest import key_name
from generator.catalogue.problems.place import KeyPath, Position
from generator.catalogue.problems.rules_doubted import (
    FOUNDED_LATE,
    PHONE_DIGITS,
    PHONE_ZERO,
    SAMPLE_STORY,
    SAMPLE_TEXT,
    SELLER_CONTACT,
    TAX_CODE_DIGITS,
    WITHDRAWN_DAY,
)
from generator.catalogue.problems.unsound import as_far, if_sound

_STARTER_SUMMARY = (
    "Sản phẩm dựng làm ví dụ, không có thật. Sửa tệp này, hoặc chép thành tệp khác, để có sản phẩm "
    "đầu tiên của mình."
)
_STARTER_ALT = (
    "Tranh vẽ hũ thủy tinh dán nhãn trắng trên bàn gỗ, cạnh bông sen, phía sau là đồng nước"
)
STARTER_TEXTS = frozenset(
    (
        *("Sản phẩm mẫu", "Số 01/QĐ-MẪU", "UBND tỉnh Mẫu", "Cơ sở mẫu", "Ấp mẫu", "0000 000 000"),
        *("Nguyên liệu mẫu 90 %, muối, đường", "Cách dùng mẫu, ghi như trên bao bì"),
        *("san-pham-mau.jpg", _STARTER_SUMMARY, _STARTER_ALT),
    )
)
"""What the files that `ocop new site` writes say; a test holds the two together."""
STARTER_STORIES = (
    "Đây là câu chuyện mẫu, viết để giữ chỗ",
    "Nên mở đầu bằng một điều thấy được",
    "Ba câu hỏi để kể",
    "Ai làm? Nghề này đến với họ thế nào",
    "Một câu nói thật của người làm nghề hay hơn mười lời khen",
    "Con số thì ghi cho đúng, điều chưa chắc thì hỏi lại",
    "Vài dòng về người làm: mấy người, làm ở đâu",
)
"""How the paragraphs of those files begin."""
_SHORT_NUMBER = re.compile("1[0-9]{2,3}|1[89]00[0-9]{4,6}")
"""Of emergency and service lines, which have no zone."""
_ABROAD = re.compile("84[0-9]{9,10}")
_SAMPLE = re.compile(
    r"QĐ-MẪU|\(mẫu\)|\b(?:tỉnh|xã|phường|huyện) Mẫu\b|^(?:Cơ sở|Ấp) mẫu(?: số)?(?: [0-9]+)?$"
    r"|^0000 000 [0-9]{3}$|^https?://(?:www\.)?example\.(?:com|net|org)\b"
)
"""What names and numbers look like that are made up, in the starter and in the sample catalogue."""


def doubted(thing: Model) -> Iterator[Finding]:
    """Yield what is doubted of a product or a producer by itself."""
    if isinstance(thing, Product):
        for rule in (_phones, _sellers, _withdrawn, _starter_texts):
            yield from as_far(rule(thing))
    if isinstance(thing, Producer):
        yield from as_far(_phone(thing.source, ("phone",), if_sound(thing, "phone")))
        yield from as_far(_tax_code(thing))
        yield from as_far(_starter_texts(thing))
    if isinstance(thing, Village):
        yield from as_far(_founded(thing))
    if isinstance(thing, Site) and thing.office:
        yield from _phone(thing.source, ("office", "phone"), thing.office.phone)


def _phone(source: str, at: KeyPath, phone: str | None) -> Iterator[Finding]:
    digits = re.sub(r"\D", "", phone or "")
    home = f"0{digits[2:]}" if (phone or "").startswith("+84") else digits
    if phone and home.startswith("0") and len(home) not in (10, 11):
        yield Finding.of(source, at, PHONE_DIGITS, found=phone, count=str(len(home)))
    elif phone and not phone.startswith(("0", "+")) and not _SHORT_NUMBER.fullmatch(digits):
        meant = f"+{digits}" if _ABROAD.fullmatch(digits) else f"0{digits}"
        yield Finding.of(source, at, PHONE_ZERO, found=phone, closest=meant)


def _tax_code(producer: Producer) -> Iterator[Finding]:
    digits = re.sub(r"\D", "", producer.tax_code or "")
    if producer.tax_code and len(digits) not in (10, 12, 13):
        values = {"found": producer.tax_code, "count": str(len(digits))}
        yield Finding(producer.source, ("tax_code",), TAX_CODE_DIGITS, values)


def _founded(village: Village) -> Iterator[Finding]:
    recognised, founded = village.recognised_on, village.founded
    if recognised and founded and recognised.last_day.year < founded:
        yield Finding.of(village.source, ("recognised_on",), FOUNDED_LATE, found=str(founded))


def _phones(product: Product) -> Iterator[Finding]:
    for index, seller in enumerate(product.buy):
        yield from _phone(product.source, ("buy", index, "phone"), if_sound(seller, "phone"))


def _sellers(product: Product) -> Iterator[Finding]:
    for index, seller in enumerate(() if product.sample else product.buy):
        if not (seller.url or seller.phone):
            at = ("buy", index, "name")
            yield Finding.of(product.source, at, SELLER_CONTACT, found=seller.name)


def _withdrawn(product: Product) -> Iterator[Finding]:
    certificate = product.certificate
    if product.status is Status.WITHDRAWN and certificate and not certificate.revoked_on:
        yield Finding(product.source, ("status",), WITHDRAWN_DAY)


def starter_stories(thing: Model | None, body: str) -> Iterator[Finding]:
    """Yield the first line, by its number in the text, that the starter wrote, if nothing else.

    `thing` is what the text tells of, None where that is not known.
    """
    if not isinstance(thing, (Product, Producer)) or if_sound(thing, "sample") is not False:
        return
    for number, line in enumerate(body.split("\n"), 1):
        said = line.lstrip(" #>*-")
        if found := next((each for each in STARTER_STORIES if said.startswith(each)), None):
            yield Finding.of("", Position(number, 1), SAMPLE_STORY, found=found)
            return


def _starter_texts(thing: Product | Producer) -> Iterator[Finding]:
    if thing.sample:
        return
    for path, text in _texts(thing, ()):
        if _is_sample(text):
            values = {"key": key_name(path), "found": text}
            yield Finding(thing.source, path, SAMPLE_TEXT, values)


@lru_cache(1 << 16)  # a catalogue has the same few words in file after file
def _is_sample(text: str) -> bool:
    return text in STARTER_TEXTS or _SAMPLE.search(text) is not None


@cache
def _keys(model: type[Model]) -> tuple[str, ...]:
    return tuple(model.model_fields)


def _texts(thing: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The texts of a thing and of what is in it, but for those that have a file of their own."""
    if isinstance(thing, str):
        yield path, thing
    elif isinstance(thing, tuple):
        for index, each in enumerate(thing):
            yield from _texts(each, (*path, index))
    elif isinstance(thing, Model):
        held = vars(thing)  # without what could not be read
        for key in _keys(type(thing)):
            value = held.get(key)
            if value and isinstance(value, (str, tuple, Model)):
                yield from _texts(value, (*path, key))
