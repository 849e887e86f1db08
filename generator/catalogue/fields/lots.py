"""The columns of the tables in content/lots/: lots, and what happened to them."""

from __future__ import annotations

from functools import partial

from generator.catalogue.fields.row import Row, Shows, Written
from generator.catalogue.model.lots import Event, Lot

_lot = partial(Row, Lot)
_event = partial(Row, Event)

LOTS = (
    _lot(
        "lot",
        vi=(
            "số lô",
            "Số lô như in trên bao bì. Gồm chữ in hoa, chữ số, gạch nối, dấu chấm; nhiều nhất 20 "
            "ký tự.",
        ),
        en=(
            "lot number",
            "The lot number as printed on the pack. Capitals, digits, hyphens and full stops, at "
            "most 20.",
        ),
        example="L260905",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.LABEL | Shows.PASSPORT,
    ),
    _lot(
        "produced",
        vi=("ngày sản xuất", "Ngày sản xuất."),
        en=("production date", "The day of production."),
        example="05/09/2026",
        shows=Shows.OWN_PAGE | Shows.LABEL | Shows.PASSPORT,
    ),
    _lot(
        "best_before",
        vi=("hạn dùng", "Ngày cuối nên dùng."),
        en=("best before", "The day before which it is best."),
        example="05/03/2027",
        shows=Shows.OWN_PAGE | Shows.LABEL | Shows.PASSPORT,
    ),
    _lot(
        "quantity",
        vi=("số lượng", "Số lượng của lô. Ghi tự do."),
        en=("quantity", "How much the lot is. In any words."),
        example="180 gói 500 g",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
    ),
    _lot(
        "status",
        vi=("tình trạng", "Tình trạng: ok, hoặc recalled khi thu hồi."),
        en=("status", "The status: ok, or recalled when it is called back."),
        example="ok",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.PASSPORT,
    ),
    _lot(
        "note",
        vi=("ghi chú", "Ghi chú; với lô thu hồi là lý do."),
        en=("note", "A note; of a recalled lot, the reason."),
        example="Đã gửi mẫu kiểm nghiệm",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.PASSPORT,
    ),
    _lot(
        "events",
        vi=("các việc đã làm với lô", "Những việc đã làm với lô."),
        en=("events", "What happened to the lot."),
        example="",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
        written=Written.NOT,
    ),
)
EVENTS = (
    _event(
        "lot",
        vi=("số lô", "Lô mà việc này làm với. Là số lô trong bảng kia."),
        en=("lot number", "The lot to which it happened. A lot number of the other table."),
        example="L260905",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
    ),
    _event(
        "when",
        vi=("ngày", "Ngày làm việc này. Chưa rõ ngày thì ghi tháng, như 2026-10."),
        en=("day", "The day on which it happened. If it is not known, the month: 2026-10."),
        example="05/09/2026",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.PASSPORT,
    ),
    _event(
        "step",
        vi=(
            "công đoạn",
            "Công đoạn. Tên tiếng Việt hoặc khóa tiếng Anh của công đoạn thông dụng, hoặc một tên "
            "khác.",
        ),
        en=(
            "stage",
            "The stage. The Vietnamese name or the English key of a common one, or another name.",
        ),
        example="packed",
        shows=Shows.OWN_PAGE | Shows.ELSEWHERE | Shows.PASSPORT,
    ),
    _event(
        "place",
        vi=("nơi làm", "Nơi làm việc này."),
        en=("place", "Where it happened."),
        example="Xưởng của cơ sở",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
    ),
    _event(
        "actor",
        vi=("người làm", "Người hoặc đơn vị làm việc này."),
        en=("actor", "Who did it."),
        example="Cơ sở mẫu",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
    ),
    _event(
        "gln",
        vi=("mã địa điểm GLN", "Mã địa điểm (GLN) của nơi làm. Gồm 13 chữ số do GS1 cấp."),
        en=("location code (GLN)", "The place's location code (GLN). 13 digits that GS1 issued."),
        example='"9520000000004"',
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
    ),
    _event(
        "note",
        vi=("ghi chú", "Ghi chú về việc này."),
        en=("note", "A note on it."),
        example="Hút chân không",
        shows=Shows.OWN_PAGE | Shows.PASSPORT,
    ),
)
ROWS = (*LOTS, *EVENTS)
