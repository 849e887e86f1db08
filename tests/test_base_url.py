"""Where the site lives: what may be written, how it is written, and what is printed with it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from label_project import ledger, status, written
from press_samples import codes_in, text_of
from small_project import built, change, project

from generator.addresses import readable_url
from generator.catalogue import base_url
from generator.catalogue.base_url import LONGEST, REASONS, BaseUrlError, normalised
from generator.cli import ocop
from generator.desk.content import load

DIACRITICS = "https://đặcsản.vn"
ASCII = "https://xn--csn-uqa6698amda.vn"
ONE_STAMP = ("labels", "kho-ca", "--design", "stamp", "--count", "1")
REAL = "https://ocop.example.vn"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://ocop.vn", "https://ocop.vn"),
        ("https://ocop.vn/", "https://ocop.vn"),
        (" https://ocop.vn ", "https://ocop.vn"),
        ("HTTPS://OCOP.VN/Ocop/", "https://ocop.vn/Ocop"),
        ("https://ocop.vn:443/", "https://ocop.vn"),
        ("http://ocop.vn:80", "http://ocop.vn"),
        ("http://ocop.vn:443", "http://ocop.vn:443"),
        ("https://ocop.vn:8443/a/b/", "https://ocop.vn:8443/a/b"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000"),
        ("https://xa.github.io/ocop.2026", "https://xa.github.io/ocop.2026"),
        (DIACRITICS, ASCII),
        (DIACRITICS.upper(), ASCII),
        (unicodedata.normalize("NFD", DIACRITICS), ASCII),
        (ASCII.upper(), ASCII),
        ("https://a。vn", "https://a.vn"),
        ("https://faß.de", "https://xn--fa-hia.de"),
    ],
)
def test_a_place_is_written_in_one_way(written: str, meant: str) -> None:
    assert normalised(written) == meant
    assert normalised(meant) == meant


WRONG = [
    ("", "scheme"),
    ("ocop.vn", "scheme"),
    ("https:ocop.vn", "scheme"),
    ("https:/ocop.vn", "scheme"),
    ("ftp://ocop.vn", "scheme"),
    ("javascript://ocop.vn", "scheme"),
    ("https://", "host-empty"),
    ("https:///ocop.vn", "host-empty"),
    ("https://:8000", "host-empty"),
    ("https://ocop.vn/?utm=fb", "query"),
    ("https://ocop.vn?", "query"),
    ("https://ocop.vn/#a", "query"),
    ("https://an@ocop.vn", "user"),
    ("https://an:mk@ocop.vn", "user"),
    ("https://ocop.vn:0", "port"),
    ("https://ocop.vn:65536", "port"),
    ("https://ocop.vn:", "port"),
    ("https://ocop.vn:80a", "port"),
    ("https://ocop.vn:٨٠", "port"),
    ("https://[::1]:8000", "ipv6"),
    ("https://2001:db8::1", "ipv6"),
    ("https://ocop", "host-single"),
    ("https://.ocop.vn", "host"),
    ("https://ocop.vn.", "host"),
    ("https://ocop..vn", "host"),
    ("https://ocop_xa.vn", "host"),
    ("https://-ocop.vn", "host"),
    ("https://ocop-.vn", "host"),
    ("https://ocop,vn", "host"),
    ("https://ocop%2Evn", "host"),
    ("https://đặc_sản.vn", "host"),
    ("https://xn--zzzz.vn", "host"),
    ("https://999.1.1.1", "host"),
    ("https://10.1", "host"),
    (f"https://{'a' * 64}.vn", "host-long"),
    (f"https://{'đ' * 60}.vn", "host-long"),
    (f"https://{'a.' * 126}vn", "host-long"),
    (f"https://a.vn/{'b' * LONGEST}", "long"),
    ("https://ocop.vn/index.html", "file"),
    ("https://ocop.vn/index.html/", "file"),
    ("https://ocop.vn/INDEX.PHP", "file"),
    ("https://ocop.vn/xa/trang-chu.aspx", "file"),
    ("https://ocop.vn/index.cfm7", "file"),
    ("https://ocop.vn/so.xlsx", "file"),
    ("https://ocop.vn//", "folder"),
    ("https://ocop.vn/a//b", "folder"),
    ("https://ocop.vn/a/../b", "folder"),
    ("https://ocop.vn/.", "folder"),
    ("https://ocop.vn/a%20b", "path"),
    ("https://ocop.vn/%2e%2e/b", "path"),
    ("https://ocop.vn/đặc-sản", "path"),
    ("https://ocop.vn/a;b", "path"),
    ("https://ocop vn", "characters"),
    ("https://ocop.vn/a b", "characters"),
    ("https:\\\\ocop.vn", "characters"),
    ("https://ocop.vn\\a", "characters"),
    ("https://ocop.vn/<a>", "characters"),
    ("https://ocop.vn/\x07", "characters"),
]


@pytest.mark.parametrize(("text", "reason"), WRONG)
def test_what_no_code_can_begin_with_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BaseUrlError) as caught:
        normalised(text)

    assert caught.value.reason == reason


def test_every_reason_is_tried() -> None:
    assert {reason for _, reason in WRONG} == set(REASONS)


@pytest.mark.parametrize("text", [text for text, _ in WRONG])
def test_what_is_proposed_instead_can_be_used(text: str) -> None:
    with pytest.raises(BaseUrlError) as caught:
        normalised(text)
    proposed = caught.value.closest

    assert not proposed or normalised(proposed) == proposed


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("https://ocop.vn/xa/index.html", "https://ocop.vn/xa"),
        ("https://ocop.vn/?utm=fb", "https://ocop.vn"),
        ("https:///ocop.vn", "https://ocop.vn"),
        ("https://an:mk@ocop.vn", "https://ocop.vn"),
        ("ocop.vn", "https://ocop.vn"),
        ("https://ocop.vn:0", ""),
    ],
)
def test_the_address_that_was_meant_is_proposed(text: str, proposed: str) -> None:
    with pytest.raises(BaseUrlError) as caught:
        normalised(text)

    assert caught.value.closest == proposed


@pytest.mark.parametrize(
    ("text", "placeholder"),
    [
        ("https://ocop.example", True),
        ("https://OCOP.TEST/", True),
        ("https://a.invalid", True),
        ("https://a.localhost", True),
        ("http://localhost:8000", True),
        ("http://127.8.0.1", True),
        ("http://192.168.1.10:8000", True),
        ("http://may-ban.local", True),
        ("https://example.com", True),
        ("https://www.Example.ORG/ocop", True),
        ("https://ocop.example.net:8443", True),
        ("https://myexample.com", False),
        ("https://example.com.vn", False),
        ("https://example.vn", False),
        ("https://ocop.example.vn", False),
        ("https://localhost.vn", False),
        ("http://8.8.8.8", False),
        ("no base url", False),
    ],
)
def test_a_placeholder_is_what_nobody_else_can_reach(text: str, placeholder: bool) -> None:
    assert base_url.is_placeholder(text) is placeholder


@pytest.mark.parametrize(
    ("printed", "letters"),
    [
        ("HTTPS://XN--CSN-UQA6698AMDA.VN/Q/7K3M1", "đặcsản.vn/Q/7K3M1"),
        ("https://xn--csn-uqa6698amda.vn:8443/Ocop/Q/7K3M1", "đặcsản.vn:8443/Ocop/Q/7K3M1"),
        ("HTTPS://OCOP.VN/Q/7K3M1", "OCOP.VN/Q/7K3M1"),
        ("HTTPS://XN--WGV71A.VN/Q/7K3M1", "XN--WGV71A.VN/Q/7K3M1"),
        ("https://xn--e1awd7f.vn/", "xn--e1awd7f.vn/"),
    ],
)
def test_people_read_a_vietnamese_host_with_its_diacritics(printed: str, letters: str) -> None:
    assert readable_url(printed) == letters


def ask(root: Path, *words: str) -> Result:
    return CliRunner().invoke(ocop, [*words, "--root", str(root)], standalone_mode=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small project at a host that is no placeholder."""
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "https://thu.example", REAL)
    change(tmp_path, "content/products/kho-ca.md", "sample: true\n", "")
    return tmp_path


@pytest.mark.parametrize(
    "text", ["https://ocop.vn/index.html", "https:///ocop.vn", "https://o_a.vn"]
)
def test_check_says_it_at_its_line_and_column(root: Path, text: str) -> None:
    change(root, "content/site.yaml", REAL, text)
    (found,) = load(root).problems

    assert (found.rule.code, found.path, found.line, found.column) == (
        *("base-url", "content/site.yaml", 2, 11),
    )
    assert text in found.line_in("vi")
    assert text in found.line_in("en")


def test_a_former_place_is_read_as_strictly(root: Path) -> None:
    former = f"{REAL}\nformer_base_urls: [https://cu.vn, https://cu.vn/index.php]"
    change(root, "content/site.yaml", REAL, former)
    (found,) = load(root).problems

    assert (found.rule.code, found.line, found.column) == ("base-url", 3, 35)


@pytest.mark.parametrize("command", [["build"], ["labels", "kho-ca"]])
def test_the_option_is_refused_with_the_same_sentence(root: Path, command: list[str]) -> None:
    text = "https://ocop.vn/?utm=fb"
    result = ask(root, *command, "--base-url", text)
    assert status(result) == 2
    assert written(root) == []
    said = result.exception.format_message()  # type: ignore[union-attr]

    change(root, "content/site.yaml", REAL, text)
    (found,) = load(root).problems
    for language in ("vi", "en"):
        assert found.said_in(language).replace("base_url", "--base-url") in said


def test_labels_of_a_site_with_a_wrong_place_are_refused_in_one_line(root: Path) -> None:
    change(root, "content/site.yaml", REAL, "https:///ocop.vn")
    result = ask(root, *ONE_STAMP)

    assert status(result) == 1
    assert "error[base-url]" in result.output
    assert written(root) == []


def test_codes_and_files_for_machines_carry_the_host_in_ascii(root: Path) -> None:
    change(root, "content/site.yaml", REAL, DIACRITICS)
    assert built(root, only="site") == 0
    site = root / "output/site"
    page = (site / "san-pham/kho-ca/index.html").read_text("utf-8")

    assert f'<link rel="canonical" href="{ASCII}/san-pham/kho-ca/">' in page
    assert "đặcsản.vn/" in page.replace("<wbr>", "")
    for name in ("sitemap.xml", "feed.xml", "robots.txt", "catalogue.json"):
        text = (site / name).read_text("utf-8")
        assert ASCII in text
        assert "đặcsản" not in text.lower()


def test_a_label_carries_the_host_in_ascii_and_shows_it_with_diacritics(root: Path) -> None:
    change(root, "content/site.yaml", REAL, DIACRITICS)
    result = ask(root, "labels", "kho-ca", "--design", "code", "--stock", "L7160")
    assert status(result) == 0, result.output
    pdf = (root / "output/labels/kho-ca/code-a4-64x38/labels.pdf").read_bytes()

    assert set(codes_in(pdf)) == {f"{ASCII.upper()}/Q/7K3M1"}
    assert "đặcsản.vn" in text_of(pdf)
    assert [row["address"] for row in ledger(root)] == [f"{ASCII.upper()}/Q/7K3M1"]


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        ("https://thu.example", None),
        ("http://127.0.0.1:8000", None),
        (REAL, "https://khac.example.vn"),
        (REAL, f"{REAL}/ocop"),
        (REAL, "http://localhost:8000"),
        (REAL, "https://thu.example"),
        ("https://thu.example", REAL),
    ],
)
def test_a_run_whose_codes_would_not_open_this_site_is_a_proof(
    root: Path, own: str, asked: str | None
) -> None:
    change(root, "content/site.yaml", REAL, own)
    result = ask(root, *ONE_STAMP, *(["--base-url", asked] if asked else []))
    pdf = root / "output/labels/kho-ca/stamp-a4-70x37-proof/labels.pdf"

    assert status(result) == 0
    assert "đây là bản in thử và không ghi sổ" in result.output
    assert "BẢN IN THỬ" in text_of(pdf.read_bytes())
    assert ledger(root) == []


@pytest.mark.parametrize(
    ("own", "asked"),
    [
        (REAL, REAL.upper()),
        (REAL, f"{REAL}/"),
        (REAL, f"{REAL}:443"),
        (DIACRITICS, ASCII),
        (ASCII, DIACRITICS),
    ],
)
def test_the_site_s_own_place_in_another_way_of_writing_is_printed_for_sale(
    root: Path, own: str, asked: str
) -> None:
    change(root, "content/site.yaml", REAL, own)
    assert status(ask(root, *ONE_STAMP, "--base-url", asked)) == 0

    assert len(ledger(root)) == 1


def test_a_code_for_designers_that_is_only_a_proof_has_a_folder_of_its_own(root: Path) -> None:
    assert status(ask(root, "labels", "kho-ca", "--design", "code", "--proof")) == 0
    assert (root / "output/labels/kho-ca/artwork-proof/qr.svg").is_file()

    asked = ("--base-url", "https://thu.example")
    result = ask(root, "labels", "kho-ca", "--design", "code", *asked)
    assert "không ghi sổ" in result.output
    assert not (root / "output/labels/kho-ca/artwork").exists()
    assert ledger(root) == []
