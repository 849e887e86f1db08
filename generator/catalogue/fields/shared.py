"""Rows that several models have: each is put into words once."""

from __future__ import annotations

from generator.catalogue.fields.row import Row, Shows, Written

ON_PAGES = Shows.OWN_PAGE | Shows.ELSEWHERE
_SLUG_VI = "Tên trong địa chỉ trang. Là tên tệp không kèm .md"
_SLUG_EN = "The name within the page's address. It is the file's name without .md"


def slug(model: type, example: str, shows: Shows = ON_PAGES, *, printed: bool = False) -> Row:
    """The name of the file; `printed` where packs may carry it."""
    vi = f"{_SLUG_VI}; đã in thì không đổi." if printed else f"{_SLUG_VI}."
    en = f"{_SLUG_EN}, permanent once printed." if printed else f"{_SLUG_EN}."
    return Row(
        model,
        "slug",
        vi=("tên trong địa chỉ", vi),
        en=("name within the address", en),
        example=example,
        shows=shows,
        written=Written.AS_FILE_NAME,
    )


def sample(model: type, shows: Shows, *, told_on_paper: bool = False) -> Row:
    """The mark of invented data."""
    vi, en = "Dữ liệu thật thì xóa dòng này.", "Delete the line for real data."
    if told_on_paper:
        vi = "Ghi true thì mọi trang, tem và tờ bướm đều nói rõ; dữ liệu thật thì xóa dòng này."
        en = "With true every page, label and leaflet says so; delete the line for real data."
    return Row(
        model,
        "sample",
        vi=("dữ liệu mẫu", f"Dữ liệu bịa để làm mẫu. {vi}"),
        en=("sample data", f"Invented data, for a sample. {en}"),
        example="true",
        shows=shows,
    )


def draft(model: type) -> Row:
    """The mark of a file in work."""
    return Row(
        model,
        "draft",
        vi=(
            "bản nháp",
            "Tệp đang soạn. Ghi true thì vẫn được kiểm tra và xem thử, nhưng không đăng, không in, "
            "không đếm; soạn xong thì xóa dòng này.",
        ),
        en=(
            "draft",
            "A file in work. With true it is checked and previewed, but not published, printed or "
            "counted; delete the line when it is done.",
        ),
        example="true",
        shows=Shows.OWN_PAGE,
    )


def added(model: type, key: str, vi: str, en: str) -> Row:
    """What reading adds, and nobody writes."""
    return Row(
        model,
        key,
        vi=(vi, ""),
        en=(en, ""),
        example="",
        shows=Shows.EVERYWHERE,
        written=Written.NOT,
    )


def source(model: type) -> Row:
    """The file that a thing was read from."""
    return added(model, "source", "tệp", "file")


def translations(model: type) -> Row:
    """Its words in other languages, by language."""
    return added(model, "translations", "bản dịch", "translations")


def on_a_map(model: type) -> tuple[Row, Row]:
    """Where something is: its position, and a page of a map."""
    return (
        Row(
            model,
            "position",
            vi=("tọa độ", "Vĩ độ và kinh độ. Chép từ ứng dụng bản đồ."),
            en=("position", "Latitude and longitude. Copied from a map."),
            example="10.8712, 105.6504",
            shows=Shows.OWN_PAGE,
            schema="geo",
        ),
        Row(
            model,
            "map",
            vi=(
                "bản đồ",
                "Địa chỉ của một trang bản đồ. Bỏ trống thì trang tự dẫn tới bản đồ theo position.",
            ),
            en=(
                "map",
                "The address of a page with a map. Where left out, the page leads to one by "
                "position.",
            ),
            example="https://example.com/ban-do",
            shows=Shows.OWN_PAGE,
            schema="hasMap",
        ),
    )
