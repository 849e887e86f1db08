"""What is written and what is read of it: nothing of a value is lost or misread unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue.model.money import dong
from generator.catalogue.reading.reader import read
from tests.test_catalogue_reader import changed, places, project

HEAD = "lot,quantity,note\n"


def told(root: Path, text: str) -> list[str]:
    """What is told of the sound project with that product."""
    return [
        each.removeprefix("products/kho.md:")
        for each in places(read(project(root, {"products/kho.md": text})))
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Khô cá lóc", "Khô cá #1 Tân Hưng", ["2:14 value-cut"]),
        ("Cá xẻ phơi nắng.", "Cá xẻ  # phơi", ["3:17 value-cut"]),
        ("Cá xẻ phơi nắng.", "Cá xẻ\n  #1 của tỉnh", ["4:3 value-cut"]),
        ("summary: Cá xẻ phơi nắng.", "summary:\n  Cá xẻ,\n  #E621", ["5:3 value-cut"]),
        ("summary: Cá xẻ phơi nắng.", "summary:\n  Cá xẻ\n#brand: A", []),
        ("summary: Cá xẻ phơi nắng.", "summary: #1 của tỉnh", ["3:10 value-cut"]),
        ("summary: Cá xẻ phơi nắng.", 'summary: "Cá" #1 của tỉnh', ["3:15 value-cut"]),
        ("Số 01/QĐ-THỬ", "Số 01 #THỬ", ["11:19 value-cut"]),
        ("sample: true", "standards:\n  - TCVN #1\n  - b\nsample: true", ["22:10 value-cut"]),
        ("185.000", "185.000 #2", ["20:20 value-cut"]),
        ("Cá xẻ phơi nắng.", "Cá#1, # nói sau", ["3:16 value-cut"]),
        ("Cá xẻ phơi nắng.", '"Cá #1"', []),
        ("Cá xẻ phơi nắng.", '"Cá xẻ"  # ghi chú', []),
        ("Cá xẻ phơi nắng.", ">\n  Cá #1\n  của tỉnh", []),
        ("Cá xẻ phơi nắng.", "C#1", []),
        ("summary: Cá xẻ phơi nắng.", "# summary: Cá\nbrand:  # chưa có", []),
        ("185.000", "185.000  # giá lẻ", []),
        ("status: certified", "status: certified # năm 2025", []),
    ],
)
def test_words_behind_a_hash_are_told_where_it_stands(
    tmp_path: Path, old: str, new: str, found: list[str]
) -> None:
    assert told(tmp_path, changed(old, new)) == found


def test_a_hash_is_told_in_lists_of_things_too(tmp_path: Path) -> None:
    rows = (
        "- slug: tan-hung\n  kind: xã\n  name: Tân Hưng\n  province: Tây Ninh\n"
        "- slug: vinh-loi\n  kind: xã\n  name: Vĩnh Lợi #2\n  province: Tây Ninh\n"
    )

    assert places(read(project(tmp_path, {"places.yaml": rows}))) == ["places.yaml:7:18 value-cut"]


@pytest.mark.parametrize(
    ("new", "found", "cure"),
    [
        ("{net: 500 g, price: 185,000}", "19:29 value-split", 'price: "185,000"'),
        ("{net: Hũ to, 500 g, price: 185.000}", "19:18 value-split", 'net: "Hũ to, 500 g"'),
    ],
)
def test_a_comma_in_braces_cuts_no_value_unsaid(
    tmp_path: Path, new: str, found: str, cure: str
) -> None:
    text = changed("net: 500 g\n    price: 185.000", new)
    reading = read(project(tmp_path, {"products/kho.md": text}))

    assert places(reading) == [f"products/kho.md:{found}"]
    assert cure in reading.problems[0].line_in("vi")


def test_a_key_in_braces_may_be_left_without_a_value(tmp_path: Path) -> None:
    assert told(tmp_path, changed("net: 500 g\n    price: 185.000", "{net: 500 g, price: }")) == []


def test_null_is_absent_from_every_kind_of_thing(tmp_path: Path) -> None:
    product = changed(
        "sample: true",
        "brand: null\nallergens: ~\nwarnings: NULL\nvideo: Null\nawards: ~\ngtin: null\n"
        "buy: [{name: Chợ, phone: ~, url: null}]\nsample: true",
    ).replace("price: 185.000", "price: ~")
    producer = "---\nname: Cơ sở\nkind: household\nplace: tan-hung\nphone: ~\nsample: true\n---\n"
    files: dict[str, str | bytes] = {"products/kho.md": product, "producers/co-so.md": producer}
    catalogue = read(project(tmp_path, files)).catalogue
    assert catalogue
    (found,) = catalogue.products

    assert (found.brand, found.allergens, found.warnings, found.video) == (None,) * 4
    assert (found.awards, found.gtin, found.packs[0].price) == ((), None, None)
    assert (found.buy[0].phone, found.buy[0].url) == (None, None)
    assert catalogue.producers["co-so"].phone is None


def test_null_for_what_must_be_given_is_told_as_missing(tmp_path: Path) -> None:
    assert told(tmp_path, changed("name: Khô cá lóc", "name: null")) == ["1:1 key-missing"]


@pytest.mark.parametrize("unseen", ["\u200b", "\u00a0 \u00a0", "\u200e\u200f", "\u2060", "\u00ad"])
def test_a_text_of_which_nothing_can_be_seen_is_an_empty_one(tmp_path: Path, unseen: str) -> None:
    """Such signs come along when a name is copied from a page; a heading would have no words."""
    text = changed("Cá xẻ phơi nắng.", f'"{unseen}"')

    assert told(tmp_path, text) == ["3:10 type-wrong"]


@pytest.mark.parametrize(
    "url", ["https://[a/b", "https://:8080/x", "http://a.vn:99999/x", "https://?a=b", "http://a:x/"]
)
def test_an_address_that_no_browser_could_open_is_told(tmp_path: Path, url: str) -> None:
    text = changed("sample: true", f'video: "{url}"\nsample: true')

    assert told(tmp_path, text) == ["21:8 type-wrong"]


@pytest.mark.parametrize(
    "url",
    [
        "https://ví-dụ.vn/khô?a=[1]#x",
        "http://a.vn:8080",
        "https://[2001:db8::1]/x",
        "https://a.vn/%zz",
    ],
)
def test_an_address_may_have_diacritics_a_port_and_anything_behind(
    tmp_path: Path, url: str
) -> None:
    assert told(tmp_path, changed("sample: true", f'video: "{url}"\nsample: true')) == []


@pytest.mark.parametrize("word", ['"null"', "N/A", "n/a", "None", "nan", "'-'", "TODO", "…"])
def test_other_words_for_nothing_are_told_for_they_would_show(tmp_path: Path, word: str) -> None:
    assert told(tmp_path, changed("Cá xẻ phơi nắng.", word)) == ["3:10 word-for-nothing"]


@pytest.mark.parametrize("cell", ["null", "#N/A", "#REF!", "-", "NULL"])
def test_words_for_nothing_are_told_in_tables_too(tmp_path: Path, cell: str) -> None:
    reading = read(project(tmp_path, {"lots/kho.csv": f"{HEAD}L1,{cell},\n"}))

    assert places(reading) == ["lots/kho.csv:2:4 word-for-nothing"]


@pytest.mark.parametrize(
    "text",
    [
        *("185000", "185.000", "185,000", "185 000", "185\u00a0000", "185\u202f000 đ", "185.000đ"),
        *("185.000 đồng", "185.000 ₫", "₫185.000", "VND 185,000", "185 000 VNĐ", "185k", "185 K"),
        *("185 nghìn", "185 ngàn đồng", "185.000,00", "185,000.00", "185_000"),
    ],
)
def test_a_price_may_be_written_in_every_way_that_has_one_meaning(text: str) -> None:
    assert dong(text) == 185_000


@pytest.mark.parametrize("text", ["1,2 triệu", "1.2tr", "1.20 triệu đồng", "1200k", "1.200.000đ"])
def test_a_price_may_be_written_in_millions(text: str) -> None:
    assert dong(text) == 1_200_000


@given(st.integers(1, 10**12))
def test_a_price_grouped_in_any_way_is_the_number(amount: int) -> None:
    for sign in (".", ",", " ", "\u00a0", "\u202f"):
        assert dong(f"{amount:,}".replace(",", sign)) == amount


@pytest.mark.parametrize(
    "text",
    [
        *("185.00", "185.5", "90.0000", "185,0", "185.000,50", "1.200k", "1,255 triệu", "0.185"),
        *("185.000/kg", "185.000 - 200.000", "185.00.000", "1.000 000", "1tr2", "khoảng 185.000"),
    ],
)
def test_a_price_of_two_meanings_is_answered_with_an_example(tmp_path: Path, text: str) -> None:
    product = changed("185.000", text)
    (problem,) = read(project(tmp_path, {"products/kho.md": product})).problems

    assert (problem.line, problem.column, problem.rule.code) == (20, 12, "type-wrong")
    assert "185.000 đ" in problem.line_in("vi")
    assert "185.000 đ" in problem.line_in("en")


@pytest.mark.parametrize(
    ("text", "meant", "sure"),
    [("185", "185.000", "185 đ"), ("18500000", "1.850.000", "18.500.000")],
)
def test_a_price_that_no_one_asks_is_doubted_until_it_is_written_on_purpose(
    tmp_path: Path, text: str, meant: str, sure: str
) -> None:
    product = changed("185.000", text)
    (problem,) = read(project(tmp_path, {"products/kho.md": product})).problems

    assert (problem.line, problem.column, problem.rule.code) == (20, 12, "price-doubtful")
    assert meant in problem.line_in("vi")
    assert f"{sure}." in problem.line_in("vi")
    assert told(tmp_path, changed("185.000", sure)) == []
