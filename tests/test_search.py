"""What the search box finds first, however a visitor types it; never what was not meant."""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import product as combined
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from search_samples import Answer, answers, catalogue, finder, place, product, search_files

from generator.catalogue.model import Catalogue
from generator.catalogue.ordering import in_order, name_key

MAKERS = {
    "co-so": ("Cơ sở Đỗ Thị Ngân", "tan-hung"),
    "duong": ("Hợp tác xã Dương Văn Hòa", "vinh-chau-cu"),
    "sen": ("Công ty Sen Hồng", "hoa-binh"),
    "banh": ("Hợp tác xã Bình Hòa", "tan-hung"),
}
PLACES = [
    place("tan-hung", "Tân Hưng"),
    place("vinh-chau", "Vĩnh Châu"),
    place("hoa-binh", "Hòa Bình"),
    place(
        "vinh-chau-cu",
        "Vĩnh Lợi",
        kind="thị trấn",
        province="Long An",
        now="vinh-chau",
        district="Tân Hưng",
    ),
]
LAPSED = {"stars": 4, "decided_on": "2020-01-05", "issued_by": "UBND tỉnh"}
PRODUCTS = [
    product("kho-ca-loc", "Khô cá lóc", code="7K3M1", gtin="9521234500018"),
    product("kho-ca-loc-cu", "Khô cá lóc một nắng", certificate=LAPSED),
    product("kho-ca-loc-moi", "Khô cá lóc ướp sả", packs=[{"net": "1 kg", "price": 150000}]),
    product("ca-loc", "Cá lóc kho tộ", packs=[{"net": "1 kg", "price": 90000}]),
    product("ca-chot", "Khô cá chốt"),
    product("chon-loc", "Gạo chọn lọc", producer="duong", ingredients="Gạo lóc cóc cá"),
    product("duong", "Đường thốt nốt", producer="co-so"),
    product("dau", "Dầu dừa", producer="sen"),
    product("da", "Đá cảnh", producer="co-so"),
    product("mat-ong", "Mật ong rừng", also_known_as=["Mật ong tràm"], code="9VE3C"),
    product("tra", "Trà hoa", producer="sen", ingredients="Hoa cúc, cam thảo"),
    product("chuoi", "Chuối sấy", translations={"en": {"name": "Dried banana", "source": "x"}}),
    product("my", "Mì quảng", story="Bột ngâm từ nửa đêm, tráng bằng nồi đồng."),
    product("sen", "Hạt sen sấy", producer="co-so"),
    product("khoai", "Khoai lang tím"),
    product("banh", "Bánh in", producer="banh"),
]
FIRST: Mapping[str, str] = {
    # A name as it is, with and without marks, in any encoding, with the tone on either vowel.
    **dict.fromkeys(("khô cá lóc", "kho ca loc", "KHO CA LOC", "khô ca lóc"), "kho-ca-loc"),
    unicodedata.normalize("NFD", "khô cá lóc"): "kho-ca-loc",
    "hoà bình": "dau",
    "hòa bình": "dau",
    # The exact name, then a name that begins so, a word that begins so, letters within.
    "ca loc": "ca-loc",
    "cá lóc": "ca-loc",
    "mat": "mat-ong",
    "hoai": "khoai",
    "mật ong tràm": "mat-ong",
    # Marks that were typed contradict.
    "đường": "duong",
    "dương": "chon-loc",
    "đá": "da",
    "lọc": "chon-loc",
    # By maker, commune of today and before, stars, codes, ingredients, other languages.
    "do thi ngan chot": "ca-chot",
    "sen hong": "dau",
    "vinh loi": "chon-loc",
    "vĩnh châu": "chon-loc",
    "7k3m1": "kho-ca-loc",
    "https://thu.example/Q/9VE3C": "mat-ong",
    "9521234500018": "kho-ca-loc",
    "09521234500018": "kho-ca-loc",
    "952 1234 500018": "kho-ca-loc",
    "cam thao": "tra",
    "dried banana": "chuoi",
    "banana": "chuoi",
    # Several fields at once, prices and stars in words.
    "gạo vĩnh lợi": "chon-loc",
    "kho ca duoi 200 nghin": "kho-ca-loc-moi",
    "cá lóc dưới 100k": "ca-loc",
    "ocop khô cá chốt": "ca-chot",
    # As people ask at a fair; what is asked beside says nothing of which product.
    "khô cá dưới 200 nghìn, gian nào?": "kho-ca-loc-moi",
    "khô cá giá dưới 200 nghìn đồng": "kho-ca-loc-moi",
    "khô cá dưới 200": "kho-ca-loc-moi",
    "từ 100 đến 200 nghìn": "kho-ca-loc-moi",
    "100k-200k khô cá": "kho-ca-loc-moi",
    "cá lóc không quá 100.000đ": "ca-loc",
    "cá lóc <= 100 000 đồng": "ca-loc",
    "mật ong ở đâu": "mat-ong",
    "khô cá lóc từ 3 sao": "kho-ca-loc",
    "khô cá lóc 2 sao trở lên": "kho-ca-loc",
    # A commune that was, as it was called.
    "thị trấn vĩnh lợi": "chon-loc",
    "long an": "chon-loc",
    # However much is typed.
    "khô cá lóc " * 900: "kho-ca-loc",
}
READ: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("khoo cas loocs", "kho6 ca1 lo1c", "khoo ca1 lóc"), ("keys", "")),
    "khoo cas chootj": ("keys", "ca-chot"),
    "khoo cas choots": ("keys", "ca-chot"),
    "dduwowngf thoots noots": ("keys", "duong"),
    "d9u7o7ng2": ("keys", "duong"),
    "chuoois banana": ("keys", "chuoi"),
    "mật ong 500 ml": ("none", "mật ong"),
    "gạo 5 kg": ("none", "gạo"),
    "cá phê": ("none", "cá"),
    "mỳ quảng": ("south", "my"),
    "mì quản": ("words", "my"),
    "mí quảng": ("marks", "my"),
    "chuói xấy": ("south", "chuoi"),
    "matong": ("joined", "mat-ong"),
    "khocachot": ("joined", "ca-chot"),
    "chu oi say": ("joined", "chuoi"),
    "mat ogn": ("none", "mật ong"),
    "duong thot not": ("words", "duong"),
    "chuoi sayy": ("none", "chuối sấy"),
    "gian nào": ("none", ""),
    "số 12 đến 15": ("none", ""),
    "zzzz": ("none", ""),
}


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return catalogue(PRODUCTS, MAKERS, PLACES)


@pytest.fixture(scope="module")
def page(browser: Browser, known: Catalogue) -> Iterator[Page]:
    with finder(browser, search_files(known)) as found:
        yield found


@pytest.fixture(scope="module")
def asked(page: Page) -> dict[str, Answer]:
    """All queries of the tables, asked at once."""
    return answers(page, [*FIRST, *READ])


@pytest.mark.parametrize("query", FIRST, ids=lambda query: query[:40])
def test_what_was_meant_comes_first(asked: dict[str, Answer], query: str) -> None:
    assert asked[query].slugs[:1] == [FIRST[query]]


@pytest.mark.parametrize("query", READ)
def test_what_was_mistyped_is_read_only_where_nothing_is_found(
    asked: dict[str, Answer], query: str
) -> None:
    how, wanted = READ[query]
    found = asked[query]

    assert found.how == how
    assert wanted in {*found.slugs[:1], found.suggestion, ""}
    assert bool(found.slugs) is (how != "none")


def test_all_words_are_asked_for_and_lapsed_comes_after_valid(page: Page) -> None:
    found = answers(
        page, ["khô cá lóc", "cá lóc", "khô cá lóc rừng", "đá", "sen", "3 sao", "4 sao"]
    )

    assert found["khô cá lóc"].slugs[:3] == ["kho-ca-loc", "kho-ca-loc-moi", "kho-ca-loc-cu"]
    assert found["cá lóc"].slugs[:4] == ["ca-loc", "kho-ca-loc", "kho-ca-loc-moi", "kho-ca-loc-cu"]
    assert found["khô cá lóc rừng"].slugs == []
    assert "dau" not in found["đá"].slugs
    # In the name, then as the maker's.
    assert found["sen"].slugs == ["sen", "dau", "tra"]
    assert len(found["3 sao"].slugs) == len(PRODUCTS) - 1
    assert found["4 sao"].slugs == []


def test_nothing_is_suggested_for_a_word_that_only_marks_or_ingredients_have(page: Page) -> None:
    found = answers(page, ["cà phê", "cúc áo", "zzzz"])

    assert [each.suggestion for each in found.values()] == ["", "", ""]


def test_another_syllable_is_no_typing_error(page: Page) -> None:
    found = answers(page, ["cá chốt", "ca chot", "cà chốt lọc"])

    assert found["cá chốt"].slugs == found["ca chot"].slugs == ["ca-chot"]
    assert found["cà chốt lọc"].slugs == []


def test_words_of_stories_are_found_after_all_else(page: Page) -> None:
    without = answers(page, ["nồi đồng"])["nồi đồng"]
    found = answers(page, ["nồi đồng", "noi dong", "nổi đông", "mì"], stories=True)

    assert without.slugs == []
    assert found["nồi đồng"][:2] == found["noi dong"][:2] == (["my"], "stories")
    assert "my" not in found["nổi đông"].slugs
    assert found["mì"].how == "words"


def unpacked(page: Page, script: str) -> object:
    unpack = "const f = ocopFinder, c = f.unpack(f.got.catalogue, '2026-12-05');"
    return page.evaluate(f"() => {{ {unpack} {script} }}")


def test_columns_are_unpacked_as_they_were(page: Page, known: Catalogue) -> None:
    products = sorted(known.products, key=lambda each: (name_key(each.name), each.slug))
    found = unpacked(
        page,
        "return c.names.map((name, p) => [name, c.slug(p), c.producers[c.producer[p]], c.codes[p],"
        " c.communeSaid[c.commune[p] - 1], c.price[p], c.shownStars[p], c.others[p]])",
    )

    assert found == [
        [
            each.name,
            each.slug,
            known.producers[each.producer].name,
            each.code or "",
            "xã " + known.commune_of(known.places[known.producers[each.producer].place or ""]).name,
            each.packs[0].price if each.packs else 0,
            0 if each.slug == "kho-ca-loc-cu" else 3,
            "Mật ong tràm" if each.also_known_as else ("Dried banana" if each.translations else ""),
        ]
        for each in products
    ]


def test_lists_orders_and_counts_agree_with_the_pages(page: Page, known: Catalogue) -> None:
    everything = unpacked(page, "return f.all(c).map((p) => c.slug(p))")
    valid = [each for each in known.products if each.slug != "kho-ca-loc-cu"]
    listed = [each.slug for each in in_order(valid, "vi")]
    counts = unpacked(
        page,
        "const chosen = c.choices.map(() => new Set());"
        "const at = (name) => c.choices.findIndex((each) => each.name === name);"
        "chosen[at('producer')].add(c.producers.indexOf('Công ty Sen Hồng'));"
        "chosen[at('price')].add(0);"
        "const found = f.narrow(c, f.all(c), chosen);"
        "return [found.ids.length, ...['producer', 'commune', 'price', 'valid'].map((name) =>"
        " Array.from(found.counts()[at(name)]).reduce((a, b) => a + b, 0))]",
    )

    assert everything == [*listed, "kho-ca-loc-cu"]
    # Nothing of Sen Hồng has a price: choices of price are counted for its products, and so on.
    assert counts == [0, 0, 0, 0, 0]
    dear = unpacked(page, "return f.ordered(c, f.all(c), 'dear').slice(0, 2).map((p) => c.slug(p))")
    assert dear == ["kho-ca-loc-moi", "ca-loc"]


def test_a_choice_counts_what_the_other_choices_leave(page: Page) -> None:
    found = unpacked(
        page,
        "const chosen = c.choices.map(() => new Set());"
        "const at = (name) => c.choices.findIndex((each) => each.name === name);"
        "const maker = c.producers.indexOf('Công ty Sen Hồng');"
        "chosen[at('producer')].add(maker);"
        "const {ids, counts: counted} = f.narrow(c, f.all(c), chosen), counts = counted();"
        "return [ids.length, Array.from(counts[at('producer')]).reduce((a, b) => a + b),"
        " counts[at('producer')][maker], counts[at('commune')][c.communes.indexOf('Hòa Bình')],"
        " Array.from(counts[at('commune')]).reduce((a, b) => a + b)]",
    )

    assert found == [2, len(PRODUCTS), 2, 2, 2]


HEADS = ("Khô cá", "Mắm cá", "Bánh tráng", "Trà", "Rượu", "Mật ong", "Nước mắm", "Chả cá")
KINDS = ("chọn lọc", "phơi sương", "gói nhỏ", "mẻ nhỏ", "loại một", "hai nắng", "lá sen", "sả ớt")
NAMES = ("An", "Bình", "Cẩm", "Đông", "Giang", "Hòa", "Khánh", "Lộc", "Mỹ", "Phú", "Tân", "Vĩnh")


def large() -> Catalogue:
    """1,920 products of 144 makers in as many communes."""
    pairs = [*combined(NAMES, NAMES)]
    places = [place(f"xa-{at}", " ".join(pair)) for at, pair in enumerate(pairs)]
    makers = {
        f"hop-tac-xa-{at}": (f"Hợp tác xã {one} {two}", f"xa-{(at * 7) % len(pairs)}")
        for at, (two, one) in enumerate(pairs)
    }
    names = [
        f"{head} {kind} {one} {two}"
        for head, kind, one, two in combined(HEADS, KINDS, NAMES[:6], NAMES[:5])
    ]
    signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
    products = [
        product(
            f"san-pham-{at * 37 % 1999}",
            name,
            producer=f"hop-tac-xa-{at * 31 % len(pairs)}",
            code="".join(signs[at * step % 30] for step in (7, 11, 13, 17)) + signs[at // 30 % 30],
            packs=[{"net": f"{at % 9 + 1}00 g", "price": (at * 7919 % 500 + 1) * 1000}],
            group=at % 26 + 1,
        )
        for at, name in enumerate(names)
    ]
    return catalogue(products, makers, places)


def test_a_large_catalogue_is_small_and_answers_as_well(browser: Browser) -> None:
    found = large()
    files = search_files(found)
    queries = ["kho ca lá sen an bình", "banh trang sa ot", "Trà mẻ nhỏ Đông Giang", "hoa vĩnh"]
    with finder(browser, files) as page:
        told = answers(page, queries)
    names = {each.slug: each.name for each in found.products}

    assert len(found.products) == 1920
    assert len(gzip.compress(files["search.vi.js"])) < 60_000
    assert [names[told[query].slugs[0]] for query in queries[:3]] == [
        "Khô cá lá sen An Bình",
        "Bánh tráng sả ớt An An",
        "Trà mẻ nhỏ Đông Giang",
    ]
    assert len(told["banh trang sa ot"].slugs) == 30
    # All words in one field, in their order: the maker before the commune.
    best = found.by_slug[told["hoa vĩnh"].slugs[0]]
    assert found.producers[best.producer].name == "Hợp tác xã Hòa Vĩnh"


def test_the_sample_catalogue_answers(browser: Browser, output: Path) -> None:
    static = output / "site" / "static"
    first = {
        **dict.fromkeys(("mat ong", "mật ong", "maatj ong", "honey"), "mat-ong-tram"),
        **dict.fromkeys(("nuoc mam", "nước mắm cá linh", "mam ca linh"), "nuoc-mam-ca-linh"),
        **dict.fromkeys(("kho ca chot", "ca chot", "chốt"), "kho-ca-chot-do-thi-ngan"),
        **dict.fromkeys(("tràm dầu", "tinh dau tram", "tinhdau tram"), "tinh-dau-tram"),
        **dict.fromkeys(("sen", "hat sen"), "hat-sen-say"),
        **dict.fromkeys(("4N8TQ", "kho ca loc", "khoo cas loocs"), "kho-ca-loc"),
        "tra la sen": "tra-la-sen",
        "gỏi": "bong-sung-kho",
    }
    files = {path.name: path.read_bytes() for path in sorted(static.glob("search*.vi.js"))}
    with finder(browser, files) as page:
        found = answers(page, [*first], stories=True)

    assert {query: found[query].slugs[0] for query in first} == first
