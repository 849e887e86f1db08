"""The page for editors about every key, written from the field table: `make docs`."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator

from generator.catalogue.fields.row import Row, Shows, Written
from generator.catalogue.fields.table import is_translated, rows_of
from generator.catalogue.model import (
    Award,
    Booth,
    Certificate,
    Fair,
    LabelHabits,
    Mark,
    OcopMark,
    Office,
    Pack,
    Page,
    Photo,
    Place,
    PressHabits,
    Producer,
    ProducerWording,
    Product,
    Seller,
    Site,
    Translation,
    Village,
)
from generator.catalogue.model.lots import Event, Lot
from generator.catalogue.model.publishing import PublishTarget
from generator.catalogue.ocop.groups import GROUPS
from generator.catalogue.ocop.steps import STEPS

_HEAD = """\
# Các khóa · Keys

Trang này do `make docs` viết ra từ bảng khóa của chương trình. Mỗi khóa có tên, lời dặn ghi gì,
ví dụ, và nơi nó hiện ra. **Bắt buộc** là khóa phải có; *dịch* là khóa mà tệp bản dịch (`.en.md`)
ghi bằng ngôn ngữ kia, mọi khóa khác chỉ ghi một lần. “Trang khác” là thẻ, danh sách, trang của
sản phẩm khác; “nhãn” là mọi thứ in bằng `ocop labels`; “dữ liệu mở” là `catalogue.json`; “máy
tìm kiếm” kèm tên gọi của schema.org.

This page is written by `make docs` from the program's field table. Each key has its name, what
to write, an example, and where it shows: on its own page (trang riêng), on other pages (trang
khác), on labels (nhãn) and leaflets (tờ bướm), in the digital passport (hộ chiếu số), in open
data (dữ liệu mở), to search engines (máy tìm kiếm) under a term of schema.org. **Bắt buộc**
marks a key that must be there, *dịch* one that a translation (`.en.md`) has in its own words.

"""
_TABLE = """\
| khóa · key | ghi gì · what to write | ví dụ · example | hiện ở đâu · shows |
|---|---|---|---|
"""
_SECTIONS: tuple[tuple[type, str, str], ...] = (
    (Product, "Sản phẩm · Products", "content/products/<sản phẩm>.md"),
    (Certificate, "Giấy chứng nhận · Certificate", "certificate"),
    (Photo, "Ảnh · Photos", "photos"),
    (Pack, "Loại gói · Packs", "packs"),
    (Award, "Giải thưởng · Awards", "awards"),
    (Mark, "Chứng nhận khác · Other certificates", "marks"),
    (Seller, "Nơi mua · Sellers", "buy"),
    (Translation, "Bản dịch của sản phẩm · Translations", "content/products/<sản phẩm>.en.md"),
    (Producer, "Chủ thể · Producers", "content/producers/<chủ thể>.md"),
    (ProducerWording, "Bản dịch của chủ thể · Translations", "content/producers/<chủ thể>.en.md"),
    (Place, "Địa danh · Places", "content/places.yaml"),
    (Village, "Làng nghề · Craft villages", "content/villages/<làng>.md"),
    (Fair, "Hội chợ · Fairs", "content/fairs/<hội chợ>.md"),
    (Booth, "Gian hàng · Booths", "booths"),
    (Page, "Trang · Pages", "content/pages/<trang>.md"),
    (Site, "Trang web · The site", "content/site.yaml"),
    (Office, "Nơi giải đáp · The office", "office"),
    (LabelHabits, "Tem nhãn · Labels", "labels"),
    (PressHabits, "Nhà in · The printing house", "press"),
    (OcopMark, "Dấu OCOP · The OCOP mark", "mark"),
    (Lot, "Lô hàng · Lots", "content/lots/<sản phẩm>.csv"),
    (Event, "Việc đã làm với lô · Events", "content/lots/<sản phẩm>.events.csv"),
    (PublishTarget, "Nơi đăng · Publish targets", "content/publish.yaml"),
)
_PLACES = {
    Shows.OWN_PAGE: "trang riêng",
    Shows.ELSEWHERE: "trang khác",
    Shows.LABEL: "nhãn",
    Shows.LEAFLET: "ấn phẩm",
    Shows.PASSPORT: "hộ chiếu số",
    Shows.OPEN_DATA: "dữ liệu mở",
    Shows.SEARCH: "tìm kiếm và so sánh",
}
_NOT_AS_KEY = {
    Written.AS_FILE_NAME: " (tên tệp · the file's name)",
    Written.AS_TEXT: " (phần văn bản · the text)",
}


def page() -> str:
    """The whole page as Markdown."""
    sections = "\n".join(_section(*each) for each in _SECTIONS)
    return f"{_HEAD}{sections}\n{_groups()}\n{_steps()}"


def _section(model: type, title: str, place: str) -> str:
    where = f"Tệp · file: `{place}`" if "/" in place else f"Dưới khóa · below the key `{place}`"
    rows = (row for row in rows_of(model) if row.written is not Written.NOT)
    return f"## {title}\n\n{where}\n\n{_TABLE}{''.join(map(_row, rows))}"


def _row(row: Row) -> str:
    cells = (
        f"`{row.key}`{_NOT_AS_KEY.get(row.written, '')}<br>{'; '.join(_said(row))}",
        f"{row.hint('vi')}<br>*{row.hint('en')}*",
        f"`{row.example}`",
        ", ".join(_shown(row)) or "–",
    )
    return f"| {' | '.join(each.replace('|', chr(92) + '|') for each in cells)} |\n"


def _shown(row: Row) -> Iterator[str]:
    for each, name in _PLACES.items():
        if each in row.shows:
            alone = each is Shows.ELSEWHERE and Shows.OWN_PAGE not in row.shows
            yield "các trang" if alone else name
    if row.schema:
        yield f"máy tìm kiếm (`{row.schema}`)"


def _said(row: Row) -> Iterator[str]:
    yield f"{row.name('vi')} · {row.name('en')}"
    if row.written is Written.AS_KEY and _is_required(row):
        yield "**bắt buộc**"
    if is_translated(row):
        yield "*dịch*"


def _is_required(row: Row) -> bool:
    if not dataclasses.is_dataclass(row.model):
        return bool(row.model.model_fields[row.key].is_required())  # type: ignore[attr-defined]
    plain = {
        each.name: each.default is dataclasses.MISSING for each in dataclasses.fields(row.model)
    }
    return plain.get(row.key, True)  # a column that tells which thing a row is of


def _groups() -> str:
    lines = (
        f"| {each.number} | {each.vi}<br>*{each.en}* | {each.sector.vi}<br>*{each.sector.en}* |\n"
        for each in GROUPS.values()
    )
    head = "| `group` | bộ sản phẩm · product group | ngành · sector |\n|---|---|---|\n"
    return f"## Bộ sản phẩm · Product groups\n\n{head}{''.join(lines)}"


def _steps() -> str:
    lines = (f"| `{key}` | {step.vi} | {step.en} |\n" for key, step in STEPS.items())
    head = "| `step` | công đoạn | stage |\n|---|---|---|\n"
    return f"## Công đoạn thông dụng · Common stages\n\n{head}{''.join(lines)}"


if __name__ == "__main__":
    # Bytes, for a console elsewhere may not know Vietnamese letters.
    sys.stdout.buffer.write(page().encode())
