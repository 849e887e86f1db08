"""Old addresses: what may be written as one, and that all that may be written also works."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_project import built, change, product, project, write

from generator import addresses, theme
from generator.catalogue.judging.aliases import OWN_FILES, OWN_ROOMS, AliasError, read_alias
from generator.catalogue.problems.alias_reasons import REASONS
from generator.desk.content import Content, load
from generator.engine import (
    clashes,
    outside,
)
from generator.engine.artifact import Folders
from generator.web.kinds import KINDS
from generator.web.paths import claimed
from generator.web.plan import plan

ROOT = Path(__file__).resolve().parent.parent
CHAIN = theme.chain("mua-nuoc-noi", [ROOT / "themes"])
KHO = "content/products/kho-ca.md"
OWN = ("https://thu.example", "https://cu.example/ocop", "https://ocop-mẫu.vn")


def with_aliases(root: Path, *aliases: str) -> Content:
    lines = "".join(f"  - '{alias}'\n" for alias in aliases)
    change(root, KHO, "sample: true", f"aliases:\n{lines}sample: true")
    return load(root)


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/san-pham/cu/", "/san-pham/cu"),
        ("san-pham/cu", "/san-pham/cu"),
        ("/san-pham/kh%C3%B4-c%C3%A1/", "/san-pham/khô-cá"),
        ("/san-pham/kho\u0302-ca\u0301/", "/san-pham/khô-cá"),
        ("/san-pham/kho%CC%82-ca%CC%81", "/san-pham/khô-cá"),
        ("https://thu.example/san-pham/cu/", "/san-pham/cu"),
        ("HTTP://THU.EXAMPLE/Q/AB1CD", "/Q/AB1CD"),
        ("https://thu.example:443/Q/AB1CD/", "/Q/AB1CD"),
        ("//thu.example/Q/AB1CD", "/Q/AB1CD"),
        ("thu.example/Q/AB1CD", "/Q/AB1CD"),
        ("https://cu.example/ocop/01/09521234500018", "/01/09521234500018"),
        ("https://xn--ocop-mu-pp4c.vn/san-pham/cu", "/san-pham/cu"),
        ("https://OCOP-MẪU.vn/san-pham/cu", "/san-pham/cu"),
        ("https://thu.example", "/"),
        ("/", "/"),
        ("/gioi-thieu.html", "/gioi-thieu.html"),
        ("index.php/san-pham/cu", "/index.php/san-pham/cu"),
        ("/a&b=(c)+@d,e;f!/", "/a&b=(c)+@d,e;f!"),
        (f"/{'x' * 255}/", f"/{'x' * 255}"),
    ],
)
def test_an_alias_is_read_however_it_is_written(alias: str, path: str) -> None:
    assert read_alias(alias, OWN) == path


def is_refused(alias: str) -> bool:
    try:
        read_alias(alias, OWN)
    except AliasError:
        return True
    return False


def test_a_site_below_a_path_takes_its_own_prefix_off() -> None:
    own = ("https://thu.example/ocop",)

    assert read_alias("https://THU.example/ocop/Q/AB1CD", own) == "/Q/AB1CD"
    assert read_alias("/ocop/san-pham/cu/", own) == "/san-pham/cu"
    assert read_alias("/san-pham/cu/", own) == "/san-pham/cu"
    with pytest.raises(AliasError):
        read_alias("https://thu.example/khac/cu", own)


BAD = [
    *((alias, "up") for alias in ("/../cu", "/a/../../b/", "..", "/a/./b", "/%2e%2e/a", "/a%2F..")),
    *((alias, "up") for alias in ("%2e%2e%2fcu", "https://thu.example/../x")),
    *((alias, "sign") for alias in ("/a\\b", "/a%5Cb", "/sp/*", "/a:b", "/<a>", "/a|b", '/"a"')),
    *((alias, "sign") for alias in ("/a%3Fb", "/a%23b", "/%252e%252e/", "C:\\cu", "mailto:a@b.vn")),
    *((alias, "sign") for alias in ("javascript:alert(1)", "https:\\\\thu.example\\a")),
    *((alias, "query") for alias in ("/cu.php?id=12", "/cu#a", "https://thu.example?a=1")),
    *((alias, "space") for alias in ("/khô cá/", "/a%20b", "/a%C2%A0b", "/a%0Ab", "/a /b")),
    *((alias, "invisible") for alias in ("/a%00b", "/a\u200bb", "/a%7Fb", "/a\u202eb")),
    *((alias, "dot") for alias in ("/a./b", "/.git/a", "/a/b.", "/...")),
    *((alias, "empty") for alias in ("/a//b", "//san-pham/cu", "/a//")),
    *((alias, "percent") for alias in ("/a%zz", "/giam-50%/", "/a%C3", "/%ff")),
    *((alias, "device") for alias in ("/con/", "/a/NUL", "/aux.html", "/Com1.tar.gz", "/a/lpt9/b")),
    *((alias, "device") for alias in ("/com²/a", "/conin$")),
    *((alias, "file") for alias in ("/sw.js", "/feed.xml", "/index.html", "/404.html")),
    *((alias, "file") for alias in ("/_redirects", "_headers", "/sw.js/a", "/a/Index.HTML")),
    *((alias, "room") for alias in ("/media/a", "/STATIC/", "/cdn-cgi/a", "/.well-known/a")),
    *((alias, "host") for alias in ("https://khac.example/a", "//khac.example/a", "ftp://a.vn")),
    *((alias, "host") for alias in ("khac.example/Q/AB1CD", "www.khac.vn", "https://a@thu.example/")),
    *((alias, "host") for alias in ("https://cu.example/a", "https://thu.example.khac.vn/a")),
    *((alias, "wide") for alias in ("/" + "x" * 256, "/" + "ă" * 128)),
    *((alias, "long") for alias in ("/a" * 401, "/" + "ă" * 127 + "/a/" + "ă" * 20)),
]  # fmt: skip


@pytest.mark.parametrize(("alias", "reason"), BAD)
def test_what_no_folder_can_be_or_no_host_finds_is_refused(alias: str, reason: str) -> None:
    with pytest.raises(AliasError) as caught:
        read_alias(alias, OWN)

    assert caught.value.reason == reason


def test_every_reason_is_told_in_both_languages_and_has_an_example() -> None:
    assert {reason for _, reason in BAD} == REASONS.keys()
    for reason in REASONS.values():
        assert ["{part}" in text for text in reason.vi] == ["{part}" in text for text in reason.en]
        assert all(text and not text.endswith(".") for text in (*reason.vi, *reason.en))


@given(st.text(alphabet="aĂ1./\\%2eEfF5cC:*?# ~_-\u0302\u200b\0\n", max_size=40))
def test_what_is_read_stays_below_the_site_and_reads_the_same_again(alias: str) -> None:
    try:
        path = read_alias(alias, OWN)
    except AliasError:
        return

    assert path == "/" or not {"", ".", ".."}.intersection(path[1:].split("/"))
    assert unquote(path) == path
    assert read_alias(path, OWN) == path


def test_each_bad_alias_is_told_at_its_own_place_and_the_good_ones_are_not(tmp_path: Path) -> None:
    root = project(tmp_path)
    content = with_aliases(root, "/san-pham/cu/", "/../cu/", "/con/")
    lines = (root / KHO).read_text("utf-8").splitlines()
    found = [(each.rule.code, lines[each.line - 1], each.column) for each in content.problems]

    assert found == [("alias-form", "  - '/../cu/'", 5), ("alias-form", "  - '/con/'", 5)]
    assert "“..”" in content.problems[0].line_in("vi")
    assert "“con”" in content.problems[1].line_in("en")


def test_a_bad_alias_is_one_problem_alone(tmp_path: Path) -> None:
    """Neither the ledger nor a fair has anything to say of the product that is left out."""
    root = project(tmp_path)
    row = "2026-08-01,HTTPS://THU.EXAMPLE/Q/AB1CD,kho-ca,10,tem"
    write(root, "content/printed.csv", f"printed_on,address,product,quantity,what\n{row}\n")
    content = with_aliases(root, "https://thu.example/Q/AB1CD", "/a*")

    assert [each.rule.code for each in content.problems if each.severity == "error"] == [
        "alias-form"
    ]


def test_nothing_is_said_of_hosts_while_the_site_s_own_is_unknown(tmp_path: Path) -> None:
    root = project(tmp_path)
    change(root, "content/site.yaml", "https://thu.example", "thu")
    content = with_aliases(root, "https://thu.example/Q/AB1CD")

    assert {each.path for each in content.problems} == {"content/site.yaml"}


@pytest.mark.parametrize(
    ("alias", "rule"),
    [
        ("/san-pham/gao/", "alias-clash"),
        ("/san-pham/", "alias-clash"),
        ("/san-pham/trang-2/", "alias-clash"),
        ("/en/products/kho-ca/", "alias-clash"),
        ("/en/products/kho-ca/L1/", "alias-clash"),
        ("/en/products/page-9/", "alias-clash"),
        ("/sao/3/", "alias-clash"),
        ("/", "alias-clash"),
        ("https://thu.example/Q/7K3M2", "alias-clash"),
        ("/San-Pham/cu/", "alias-case"),
        ("/san-pham/GAO/", "alias-case"),
        ("/q/ab1cd", "alias-case"),
        ("/EN/", "alias-case"),
        ("https://thu.example/Q/ab1cd", "alias-scan"),
        ("https://thu.example/Q/AB1CD/L1", "alias-scan"),
    ],
)
def test_an_alias_can_t_take_a_page_s_place_in_any_case(
    tmp_path: Path, alias: str, rule: str
) -> None:
    root = project(tmp_path)
    write(root, "content/lots/kho-ca.csv", "lot\nL1\n")
    content = with_aliases(root, alias)

    assert [(each.rule.code, each.path) for each in content.problems] == [(rule, KHO)]
    assert all(each.line_in(language) for each in content.problems for language in ("vi", "en"))


def test_two_aliases_that_differ_in_case_are_an_error_at_the_second(tmp_path: Path) -> None:
    root = project(tmp_path)
    content = with_aliases(root, "/cu/a/", "/CU/b/", "/cu/a/", "/cu/Á/", "/cu/á")
    lines = (root / KHO).read_text("utf-8").splitlines()
    found = [(each.rule.code, lines[each.line - 1].strip("' -")) for each in content.problems]

    assert found == [("alias-case", "/CU/b/"), ("alias-clash", "/cu/a/"), ("alias-case", "/cu/á")]


def test_a_whole_page_stands_at_a_whole_scan_address_of_this_site(tmp_path: Path) -> None:
    root = project(tmp_path)
    content = with_aliases(root, "HTTPS://THU.EXAMPLE/Q/AB1CD", "/san-pham/kh%C3%B4-c%C3%A1/")

    assert content.problems == ()
    assert built(root, "site") == 0
    pages = root / "output/site"
    page = (pages / "Q/AB1CD/index.html").read_bytes()
    assert page == (pages / "Q/7K3M1/index.html").read_bytes()
    assert (pages / "san-pham/khô-cá/index.html").is_file()
    rules = (pages / "_redirects").read_text("utf-8").splitlines()
    assert rules[0] == "/san-pham/kh%C3%B4-c%C3%A1/ /san-pham/kho-ca/ 301"


def test_every_line_of_redirects_has_three_plain_words(tmp_path: Path) -> None:
    root = project(tmp_path)
    content = with_aliases(root, "/a&b=(c)+@d,e;f!/", "/rượu-40°/", "/cu.php", "/{a}^`")
    assert content.problems == ()
    assert content.catalogue is not None
    planned = plan(content.catalogue, {}, root / "content", CHAIN)
    (rules,) = (each for each in planned.artifacts if each.paths == ("site/_redirects",))
    lines = rules.make(rules.values, Folders(root / "content", CHAIN))[0].decode().splitlines()

    assert len(lines) == 4 + 6
    for line in lines:
        old, new, status = line.split(" ")
        assert old.isascii()
        assert old.startswith("/")
        assert new.startswith("/")
        assert status in {"301", "302"}
        assert len(line) < 1000


def test_an_english_site_leads_old_addresses_on(tmp_path: Path) -> None:
    root = project(tmp_path)
    site = "name: Trial\nbase_url: https://thu.example\nlanguage: en\nlanguages: [en]\n"
    write(root, "content/site.yaml", site)
    (root / "content/products/kho-ca.en.md").unlink()
    content = with_aliases(root, "/products/old-name/", "/san-pham/kho-ca/")

    assert content.problems == ()
    assert built(root, only="site") == 0
    page = (root / "output/site/products/old-name/index.html").read_text("utf-8")
    assert "en/products/kho-ca/" in page


def test_no_alias_that_passes_can_meet_a_file_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever stands there is a page that aliases are held against, or has a name kept for it."""
    root = project(tmp_path)
    change(root, "content/products/gao.md", "sample:", 'gtin: "9521234500018"\nsample:')
    write(root, "content/lots/kho-ca.csv", "lot\nL1\n")
    fair = "---\nname: Hội chợ\nstarts_on: 2026-12-18\nends_on: 2026-12-20\n---\n"
    write(root, "content/fairs/hoi-cho.md", fair)
    content = load(root)
    assert content.catalogue is not None
    monkeypatch.setattr("generator.web.sitemap.MOST_ADDRESSES", 5)
    known = addresses.pages(content.catalogue, claimed(content.catalogue, KINDS))
    lots = addresses.served(content.catalogue.products, content.catalogue.lots)
    planned = plan(content.catalogue, content.pictures, root / "content", CHAIN)
    paths = [path.removeprefix("site/") for each in planned.artifacts for path in each.paths]

    assert clashes(planned.artifacts) == ()
    assert outside(planned.artifacts, {"site"}) == ()
    for path in paths:
        folder, _, name = path.rpartition("/")
        kept = name in OWN_FILES or name.startswith(".") or is_refused(f"/{name}")
        assert path.split("/")[0] in OWN_ROOMS or kept, path
        if name == "index.html" and folder:
            assert f"{folder}/" in {*known, *lots}, path


def test_a_file_that_two_products_claim_in_another_case_is_found(tmp_path: Path) -> None:
    root = project(tmp_path)
    text = product("gao").replace("sample: true", "aliases: [/cu/Ten/]\nsample: true")
    write(root, "content/products/gao.md", text)
    content = with_aliases(root, "/cu/ten/")

    assert [(each.rule.code, each.path) for each in content.problems] == [("alias-case", KHO)]
