"""`ocop new product` and the like: by options, or asked at a terminal; what it writes, checks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from folder_samples import needed
from new_project import FACTS, errors, files, keys, run, without_photos
from small_project import change, with_files, write

from generator.addresses.new_codes import codes_taken, new_code
from generator.catalogue.fields import keys_of
from generator.catalogue.model.folders import BY_NAME, FOLDERS, Folder
from generator.catalogue.reading.reader import read
from generator.desk.new.questions import questions_of

PRODUCTS = BY_NAME["products"]
HOSTILE = {
    "../x": "x",
    "/etc/passwd": "etc-passwd",
    "..\\..\\x": "x",
    "Khô: cá #1": "kho-ca-1",
    "# Khô": "kho",
    "- [a, {b": "a-b",
    "'Khô' \"cá\"": "kho-ca-2",
    "Khô ---": "kho",
    "---": "product",
    "🍜 Phở": "pho",
    "!!!": "product",
    "null": "null",
    "con": "con-2",
    "NUL": "nul-2",
    "KHO CÁ": "kho-ca-2",
    "Khô\ncá\tlóc": "kho-ca-loc",
    "Kho\u0302 ca\u0301 lo\u0301c": "kho-ca-loc",
    "Khô\x07\x1b[31m lóc": "kho-31m-loc",
    "Đặc sản Ữớc": "dac-san-uoc",
    "{{ x }} {% y %}": "x-y",
    "2026-01-01": "2026-01-01",
    "&a *a !a": "a-a-a",
    "%YAML": "yaml",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return without_photos(tmp_path)


def test_what_a_build_prints_for_a_fair_is_typed_with_commas(root: Path) -> None:
    days = ("--starts-on", "18/12/2026", "--ends-on", "22/12/2026")
    run(root, "fair", "--name", "Hội chợ hai", *days, "--brochures", "leaflet, cards")

    assert keys(root, "fairs/hoi-cho-hai.md")["brochures"] == ["leaflet", "cards"]


def test_an_option_with_keys_of_its_own_says_how_it_is_typed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ("--starts-on", "18/12/2026", "--ends-on", "22/12/2026")
    result = run(root, "fair", "--name", "Hội chợ hai", *days, "--cover", "bia.jpg")

    assert result.return_value != 0
    assert '--cover "{file: ' in result.output + capsys.readouterr().err


def test_a_product_is_made_from_options_named_like_the_keys(root: Path) -> None:
    result = run(
        root, "product", "--name", "Mật ong", *FACTS, "--net", "500 g", "--price", "90.000"
    )
    found = keys(root, "products/mat-ong.md")

    assert result.return_value == 0
    assert found.pop("code") in result.output
    assert found == {
        "name": "Mật ong",
        "status": "certified",
        "group": "8",
        "producer": "co-so",
        "certificate": {"stars": "3", "issued_by": "UBND tỉnh"},
        "packs": [{"net": "500 g", "price": "90.000"}],
    }
    assert errors(read(root)) == []


def test_every_key_of_the_file_is_explained(root: Path) -> None:
    run(root, "product", "--name", "Mật ong", *FACTS)
    text = (root / "content/products/mat-ong.md").read_text("utf-8")

    assert set(keys_of(PRODUCTS.model)) <= set(re.findall(r"^#? ?(\w+):", text, re.MULTILINE))
    assert "# Bộ sản phẩm OCOP, từ 1 đến 26.\ngroup: 8\n" in text
    assert "\n#made_in: tan-hung\n" in text


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda each: each.kind)
def test_each_kind_of_thing_can_be_made_and_passes_the_check(root: Path, folder: Folder) -> None:
    with_files(root, {"products/gao.md": (root / "content/products/gao.md").read_text("utf-8")})
    said = dict(line.split(": ", 1) for line in needed(folder, "Điều mới").splitlines())
    said |= {"producer": "co-so"} if "producer" in said else {}
    said |= {"status": "potential"} if folder is PRODUCTS else {}
    options = [f"--{key.replace('_', '-')}={value}" for key, value in said.items()]
    result = run(root, folder.kind, *options)

    assert result.return_value == 0, result.output
    assert (root / "content" / folder.name / "dieu-moi.md").is_file()
    assert errors(read(root)) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda each: each.kind)
def test_there_is_an_option_for_each_key_that_editors_write(folder: Folder) -> None:
    names = [each.option for each in questions_of(folder)]

    assert {f"--{key.replace('_', '-')}" for key in keys_of(folder.model)} <= {*names}
    assert len(names) == len(set(names))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda each: each.kind)
def test_without_a_terminal_all_that_is_missing_is_told_in_one_line(
    root: Path, folder: Folder
) -> None:
    before = files(root)
    result = run(root, folder.kind, "--lang", "en")
    required = [each.option for each in questions_of(folder) if each.required and not each.path[1:]]

    assert result.return_value == 2
    assert result.stderr.splitlines() == [
        f"{', '.join(required)} missing. Give them, or --draft for a draft."
    ]
    assert files(root) == before


def test_a_certified_product_wants_its_certificate(root: Path) -> None:
    asked = ("--name", "A", "--group", "8", "--producer", "co-so", "--status", "certified")
    result = run(root, "product", *asked)

    assert result.return_value == 2
    assert "--stars, --issued-by" in result.stderr


FAIR = ("fair", "--name", "Hội chợ", "--starts-on", "1/12/2026", "--ends-on", "2/12/2026")


@pytest.mark.parametrize(
    "products",
    [
        ("kho-ca,gao",),
        ("Khô cá; gạo",),
        ("kho-ca gao",),
        ("kho-ca", "gao"),
        ("[kho-ca, gao]",),
        ("kho-ca", "gao;"),
    ],
)
def test_several_of_a_list_are_given_in_one_option_or_in_more(
    root: Path, products: tuple[str, ...]
) -> None:
    said = [word for each in products for word in ("--products", each)]

    assert run(root, *FAIR, *said).return_value == 0
    assert keys(root, "fairs/hoi-cho.md")["products"] == ["kho-ca", "gao"]


def test_a_list_of_texts_is_parted_but_not_within_a_figure(root: Path) -> None:
    names = ("--also-known-as", "Khô lóc, Cá 1,5 nắng; Lóc khô", "--also-known-as", "Khô")
    run(root, "product", "--draft", "--name", "Cá", *names)

    wanted = ["Khô lóc", "Cá 1,5 nắng", "Lóc khô", "Khô"]
    assert keys(root, "products/ca.md")["also_known_as"] == wanted


def test_what_is_in_no_list_is_told_with_how_to_give_several(root: Path) -> None:
    said = run(root, *FAIR, "--products", "1").stderr

    assert "Không có mục nào là “1”" in said
    assert "gõ số" not in said
    assert "cách bằng dấu phẩy" in said


def test_a_draft_needs_no_more_than_its_name(root: Path) -> None:
    result = run(root, "product", "--name", "Mật ong", "--draft")

    assert result.return_value == 0
    assert "draft: true" in result.output
    assert keys(root, "products/mat-ong.md")["draft"] == "true"
    assert errors(read(root)) == []


@pytest.mark.parametrize("name", [(), ("--name", " \x00 "), ("--name", "")])
def test_a_draft_without_a_name_is_none(root: Path, name: tuple[str, ...]) -> None:
    result = run(root, "product", "--draft", *name)

    assert result.return_value == 2
    assert "Thiếu --name." in result.stderr


def test_a_product_of_a_producer_in_work_is_in_work_too(root: Path) -> None:
    change(root, "content/producers/hop-tac-xa.md", "sample: true", "draft: true")
    (root / "content/products/gao.md").unlink()
    facts = ("--group", "8", "--producer", "hop-tac-xa", "--status", "potential")
    result = run(root, "product", "--name", "Mật ong", *facts)

    assert result.return_value == 0, result.output
    assert keys(root, "products/mat-ong.md")["draft"] == "true"
    assert errors(read(root)) == []


def test_a_fair_that_shows_a_product_in_work_is_in_work_too(root: Path) -> None:
    change(root, "content/products/gao.md", "sample: true", "draft: true")
    days = ("--venue", "Sân xã", "--starts-on", "2027-01-01", "--ends-on", "2027-01-02")
    result = run(root, "fair", "--name", "Hội xuân", "--products", "[mam-ca, gao]", *days)

    assert result.return_value == 0, result.output
    assert keys(root, "fairs/hoi-xuan.md")["draft"] == "true"
    assert "content/products/gao.md" in result.output
    assert errors(read(root)) == []


@pytest.mark.parametrize(("name", "slug"), HOSTILE.items())
def test_a_hostile_name_is_kept_in_the_file_and_harmless_as_its_name(
    root: Path, name: str, slug: str
) -> None:
    before = files(root)
    result = run(root, "product", "--name", name, *FACTS)
    new = files(root).keys() - before.keys()

    assert result.return_value == 0, result.output
    assert new == {f"content/products/{slug}.md"}
    assert {path: text for path, text in files(root).items() if path in before} == before
    found = read(root)
    assert errors(found) == []
    assert found.catalogue is not None
    kept = found.catalogue.by_slug[slug].name
    assert re.sub(r"\W", "", kept) in re.sub(r"\W", "", _in_nfc(name)) or "\x1b" in name


def _in_nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("name", ["a" * 200, "Khô cá lóc " * 18])
def test_a_long_name_has_a_short_file(root: Path, name: str) -> None:
    assert run(root, "product", "--name", name, *FACTS).return_value == 0
    (found,) = {path.stem for path in (root / "content/products").glob("*.md")} - {
        "gao", "kho-ca", "kho-ca.en", "mam-ca",
    }  # fmt: skip

    assert len(found) <= 60
    assert not found.endswith("-")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--name", "a" * 201), "--name: “name”"),
        (("--name", "🍜🍜"), "--name: In ra thì khóa name không còn chữ nào"),
        (("--stars", "6"), "--stars: Số sao “6”"),
        (("--stars", "bốn"), "--stars:"),
        (("--group", "44"), "--group: Không có mục nào là “44”"),
        (("--group", "rau"), "--group: “rau” hợp với 2 mục: 1 (Rau, củ, quả, hạt tươi), 7"),
        (("--producer", "co-soo"), "Có phải “co-so”?"),
        (("--producer", "1"), "--producer: Không có mục nào là “1”"),
        (("--decided-on", "30/2/2026"), "--decided-on:"),
        (("--price", "chín chục"), "--price:"),
        (("--code", "abc"), "--code:"),
        (("--code", "7K3M1"), "code-duplicate"),
        (("--aliases", "/san-pham/kho-ca/"), "alias-clash"),
        (("--slug", "../x"), "--slug “../x”"),
        (("--slug", "con"), "--slug “con”"),
        (("--slug", "kho-ca"), "--slug “kho-ca”"),
        (("--slug", "Kho-Ca"), "--slug “Kho-Ca”"),
    ],
)
def test_what_the_check_would_refuse_is_refused_with_its_reason(
    root: Path, words: tuple[str, ...], said: str
) -> None:
    before = files(root)
    facts = ("--name", "Mật ong", *FACTS)
    result = run(root, "product", *facts, *words)

    assert result.return_value in (1, 2)
    assert said in result.stderr
    assert files(root) == before


def test_a_slug_is_one_that_no_file_alias_or_print_has(root: Path) -> None:
    write(root, "content/products/Mat-Ong.md", "broken")
    write(root, "content/lots/mat-ong-2.csv", "lot\n")
    change(root, "content/products/gao.md", "sample: true", "aliases: [/san-pham/mat-ong-3/]")
    row = "2026-03-12,HTTPS://THU.EXAMPLE/Q/9K3M9,mat-ong-4,,500,tem\n"
    write(root, "content/printed.csv", f"printed_on,address,product,lot,quantity,what\n{row}")
    facts = ("--group", "8", "--producer", "co-so", "--status", "potential")
    result = run(root, "product", "--name", "Mật ong", *facts)

    assert result.return_value == 0, result.output
    assert (root / "content/products/mat-ong-5.md").is_file()


def test_a_page_never_takes_an_address_of_the_site(root: Path) -> None:
    assert run(root, "page", "--title", "Sản phẩm").return_value == 0
    assert run(root, "page", "--title", "Q").return_value == 0

    assert (root / "content/pages/san-pham-2.md").is_file()
    assert (root / "content/pages/q-2.md").is_file()
    assert errors(read(root)) == []


def test_a_code_is_new_even_to_what_was_printed_handed_out_or_is_in_work(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "HTTPS://THU.EXAMPLE/Q/{}"
    write(root, "content/printed.csv", address.format("22222"))
    write(root, "content/handed-out.csv", f"\ufeff{address.format('3333A')}".encode("utf-16"))
    write(root, "content/printed.seal", "4444a")
    write(root, "content/products/hong.md", "code: '5555A")
    taken = codes_taken(root / "content")
    signs = iter("7K3M14444A5555A3333322E227K3M9")
    monkeypatch.setattr("secrets.choice", lambda _: next(signs))

    assert {"22222", "3333A", "4444A", "5555A", "7K3M1", "7K3M2"} <= taken
    assert new_code(taken) == "7K3M9"


def test_nothing_is_written_through_a_link_that_leaves_content(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (root / "content/pages").symlink_to(outside, target_is_directory=True)
    result = run(root, "page", "--title", "Trang")

    assert result.return_value == 2
    assert "content/" in result.stderr
    assert [*outside.iterdir()] == []


def test_a_broken_site_is_named(root: Path) -> None:
    write(root, "content/site.yaml", "name: [")
    result = run(root, "page", "--title", "Trang")

    assert result.return_value == 1
    assert "content/site.yaml" in result.stderr


def test_an_error_elsewhere_stops_no_new_file(root: Path) -> None:
    change(root, "content/products/gao.md", "group: 4", "group: 44")

    assert run(root, "page", "--title", "Trang").return_value == 0
    assert run(root, "product", "--name", "Mật", *FACTS).return_value == 0


def test_a_file_that_comes_to_stand_there_meanwhile_is_kept(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.desk.new import things

    real: Callable[..., str] = things.slug_for

    def late(*words: object) -> str:
        slug = real(*words)
        write(root, f"content/pages/{slug}.md", "của tôi")
        return slug

    monkeypatch.setattr(things, "slug_for", late)
    result = run(root, "page", "--title", "Trang")

    assert result.return_value == 2
    assert (root / "content/pages/trang.md").read_text("utf-8") == "của tôi"


def test_a_second_thing_of_one_name_is_pointed_out(root: Path) -> None:
    first, second = (run(root, "page", "--title", "Liên hệ mới").stdout for _ in range(2))

    assert "cùng tên" not in first
    assert "Đã có content/pages/lien-he-moi.md cùng tên" in second
