"""A draft that lacks facts is shown in the preview, which says what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from serve_project import Trial, trial
from small_project import SITE, built, everything, product, project, run, with_files, write

from generator.catalogue.fields import keys_of
from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.problems.problem import Severity
from generator.catalogue.reading.declared import with_inner
from generator.catalogue.reading.stand_ins import STANDS_IN
from generator.desk.content import load

DRAFT = "draft: true\n"
NEW = {"name": "Mới", "code": "9K3M9", "group": "8", "producer": "co-so", "stars": "3"}
WHOLE = product("gao", **NEW).replace("sample: true\n", DRAFT)


def without(*lines: str) -> str:
    text = WHOLE
    for line in lines:
        assert re.search(rf"^{line}\n", text, re.MULTILINE)
        text = re.sub(rf"^{line}\n", "", text, count=1, flags=re.MULTILINE)
    return text


def other(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new)


def only(*keys: str) -> str:
    return "\n".join(["---", *keys, "draft: true", "---", "Đang soạn.", ""])


PLACE_OF = {
    "products": "san-pham",
    "producers": "chu-the",
    "villages": "lang-nghe",
    "fairs": "hoi-cho",
    "pages": "",
}
CASES = {
    "products/khong-ten": (only(), ["name", "status", "group", "producer"]),
    "products/khong-bo": (without("group: 8"), ["group"]),
    "products/khong-chu-the": (without("producer: co-so"), ["producer"]),
    "products/chu-the-la": (other("producer: co-so", "producer: chua-co"), ["producer"]),
    "products/noi-la": (other("producer: co-so", "producer: co-so\nmade_in: la"), ["made_in"]),
    "products/khong-giay": (re.sub(r"certificate:\n(  .*\n)+", "", WHOLE), ["certificate"]),
    "products/khong-ma": (without("code: 9K3M9"), ["code"]),
    "products/khong-sao": (without("  stars: 3"), ["certificate.stars"]),
    "products/sao-la": (other("stars: 3", "stars: 9"), ["certificate.stars"]),
    "products/khong-cap": (without("  issued_by: .*"), ["certificate.issued_by"]),
    "products/ngay-sai": (other("2026-01-15", "2026-13-45"), ["certificate.decided_on"]),
    "products/khong-anh": (re.sub(r"photos:\n(  .*\n)+", "", WHOLE), []),
    "products/anh-khong-co": (other("gao.jpg", "khong-co.jpg"), []),
    "products/anh-ngoai": (other("gao.jpg", "../gao.jpg"), ["photos[1].file"]),
    "products/anh-khong-chu": (without("    alt: Ảnh gao"), ["photos[1].alt"]),
    "products/bo-la": (other("group: 8", "group: 44"), ["group"]),
    "products/gia-sai": (other("price: 90000", "price: chín"), ["packs[1].price"]),
    "products/hai-ma": (other("9K3M9", "7K3M1"), ["code"]),
    "products/hai-hang": (
        other("packs:\n  - net: 500 g\n", "packs:\n  - price: 1000\n  - net: 1 kg\n    gtin: 1\n"),
        ["packs[1].net", "packs[2].gtin"],
    ),
    "products/giai-thuong": (
        other("packs:", "awards:\n  - name: Giải\n    by: Hội\npacks:"),
        ["awards[1].year"],
    ),
    "products/anh-trong": (
        other("photos:\n", "photos:\n  - credit: A\n"),
        ["photos[1].file", "photos[1].alt"],
    ),
    "producers/moi": (only(), ["name", "kind"]),
    "producers/noi-la": (only("name: N", "kind: household", "place: la"), ["place"]),
    "villages/moi": (only(), ["name"]),
    "villages/ngay": (only("name: L", "recognised_on: 31/2/2020"), ["recognised_on"]),
    "fairs/moi": (only(), ["name", "starts_on", "ends_on"]),
    "fairs/nguoc": (only("name: H", "starts_on: 2026-12-18", "ends_on: 2026-12-1"), ["ends_on"]),
    "fairs/la": (
        only("name: H", "starts_on: 2026-12-18", "ends_on: 2026-12-20", "products: [la, gao]"),
        ["products[1]"],
    ),
    "pages/moi": (only(), ["title"]),
}


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    root = project(tmp_path_factory.mktemp("unfinished"))
    coded = enumerate(CASES.items(), 10)
    texts = {name: text.replace("9K3M9", f"9K3M{code}") for code, (name, (text, _)) in coded}
    with_files(root, {f"{name}.md": text for name, text in texts.items()})
    write(root, "content/products/khong-ten.en.md", "---\nsummary: In work.\n---\nIn work.\n")
    return Trial(root)


def banner(page: str) -> str:
    found = re.search(r'<p class="aside sample" role="note"><b>(.*?)</p>', page, re.DOTALL)
    return unescape(found[1]) if found else ""


def keys(page: str) -> list[str]:
    """The keys that the banner names."""
    return re.findall(r"\(([a-z_.\[\]0-9]+)\)", banner(page))


@pytest.mark.parametrize("name", CASES)
def test_it_has_its_page_and_the_banner_names_what_is_missing(preview: Trial, name: str) -> None:
    folder, _, slug = name.partition("/")
    found = preview.ask(f"/{PLACE_OF[folder]}/{slug}/".replace("//", "/"))

    assert found.status == 200
    assert "Bản nháp" in banner(found.body.decode())
    assert sorted(keys(found.body.decode())) == sorted(CASES[name][1])
    assert preview.faults == []


def test_the_banner_speaks_as_the_guide_does(preview: Trial) -> None:
    page = preview.text("/san-pham/khong-ten/")

    assert "tên sản phẩm (name)" in banner(page)
    assert "bộ sản phẩm (group)" in banner(page)
    assert "khong-ten" in page
    assert "Đang soạn." in page
    english = preview.text("/en/products/khong-ten/")
    assert "group (group)" in banner(english)


def test_what_can_t_do_without_a_fact_goes_alone(preview: Trial) -> None:
    assert 'alt="Ảnh gao"' in preview.text("/san-pham/anh-trong/")


def test_pages_of_the_published_say_nothing_of_it(preview: Trial) -> None:
    assert "Bản nháp" not in banner(preview.text("/san-pham/kho-ca/"))
    assert preview.ask("/Q/7K3M1/").status == 200
    assert "Khô cá" in preview.text("/Q/7K3M1/")


def test_a_producer_stands_in_where_none_is_told(preview: Trial) -> None:
    page = preview.text("/san-pham/khong-chu-the/")

    assert "chưa ghi" in page
    assert keys(preview.text("/chu-the/chua-ghi/")) == ["name", "kind"]


@pytest.mark.parametrize("target", ["/in/", "/", "/san-pham/", "/chu-the/", "/hoi-cho/"])
def test_lists_and_prints_stand_with_it(preview: Trial, target: str) -> None:
    assert preview.ask(target).status == 200


def test_it_is_neither_published_nor_counted_and_stops_nothing(tmp_path: Path) -> None:
    root = project(tmp_path)
    unfinished = ("khong-ten", "khong-bo", "khong-chu-the", "khong-giay", "khong-ma", "khong-sao")
    names = {name: text for name, (text, _) in CASES.items() if name.endswith("/moi")}
    names |= {f"products/{slug}": CASES[f"products/{slug}"][0] for slug in unfinished[:1]}
    for number, slug in enumerate(unfinished[1:]):
        text = CASES[f"products/{slug}"][0].replace("9K3M9", f"9K3M{number}")
        names[f"products/{slug}"] = f"{text}Bài {slug}.\n"
    with_files(root, {f"{name}.md": text for name, text in names.items()})
    status, said, _ = run(root, "check", "--strict", "--lang", "en")

    assert status == 0, said
    assert "3 products: 0 errors" in said
    assert f"{len(names)} drafts (draft: true) not published." in said
    assert built(root, only="site") == 0
    paths = "\n".join(everything(root / "output"))
    gone = (*unfinished, "chua-ghi")
    assert [slug for slug in gone if re.search(rf"\b{slug}\b", paths)] == []
    assert "/moi/" not in paths
    index = everything(root / "output")["site/catalogue.json"].decode()
    assert "khong-bo" not in index


def test_published_files_may_not_name_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    with_files(
        root,
        {
            "products/moi.md": only(),
            "pages/trang.md": "---\ntitle: T\n---\nXem [mới](../products/moi.md).\n",
        },
    )
    errors = [each for each in load(root).problems if each.severity is Severity.ERROR]

    assert [(each.path, each.rule.code) for each in errors] == [
        ("content/products/moi.md", "draft-needed")
    ]
    shown = Trial(root)
    assert shown.ask("/san-pham/moi/").status == 200
    assert shown.rules() == ["draft-needed"]


def test_an_edit_of_it_is_shown_at_once_with_what_is_still_missing(tmp_path: Path) -> None:
    found = trial(tmp_path)
    found.settled({"content/products/moi.md": only("producer: co-so")})
    assert keys(found.text("/san-pham/moi/")) == ["name", "status", "group"]

    found.saved({"content/products/moi.md": only("producer: co-so", "name: Bánh tráng")})
    assert "Bánh tráng" in found.text("/san-pham/moi/")
    assert keys(found.text("/san-pham/moi/")) == ["status", "group"]
    found.saved({"content/products/moi.md": only("producer: co-so", "name: Bánh", "group: x")})
    assert keys(found.text("/san-pham/moi/")) == ["status", "group"]
    found.saved({"content/products/moi.md": WHOLE.replace("Mới", "Bánh đủ")})
    assert "Bánh đủ" in found.text("/san-pham/moi/")
    assert keys(found.text("/san-pham/moi/")) == []
    found.settled({"content/products/moi.md": "---\nname: [\n---\n"})
    assert "Bánh đủ" in found.text("/san-pham/moi/")
    assert found.rules() == ["yaml-syntax"]


def test_one_without_an_address_of_its_own_is_told_and_hides_nothing(tmp_path: Path) -> None:
    root = project(tmp_path)
    taken = WHOLE.replace("packs:", "aliases: [/san-pham/kho-ca/]\npacks:")
    with_files(root, {"products/Tên Hay.md": only(), "products/cu.md": taken})
    found = Trial(root)

    assert found.rules() == ["slug-invalid", "alias-clash"]
    assert "Khô cá" in found.text("/san-pham/kho-ca/")
    assert found.faults == []


def test_another_language_of_the_site_says_so_too(tmp_path: Path) -> None:
    root = project(tmp_path)
    write(root, "content/site.yaml", SITE.replace("language: vi\n", "language: en\n"))
    write(root, "content/products/moi.md", only())
    page = Trial(root).text("/en/products/moi/")

    assert "Missing or wrong: name of the product (name), " in banner(page)
    assert "not told yet" in page


def test_nothing_is_found_wrong_with_what_stands_in(tmp_path: Path) -> None:
    root = project(tmp_path)
    with_files(
        root, {"fairs/moi.md": only(), "products/moi.md": only(), "producers/moi.md": only()}
    )
    judged = {*load(root, with_drafts=True).problems}
    seen = load(root, with_drafts=True, stand_ins=True)

    assert {*seen.problems} == judged
    assert seen.catalogue is not None
    assert "moi" in seen.catalogue.by_slug


def test_of_two_that_share_a_number_the_one_in_work_is_wrong(tmp_path: Path) -> None:
    root = project(tmp_path)
    packs = "  - net: 500 g\n    gtin: 9521234500014\n"
    with_files(
        root,
        {
            "products/a.md": other("9K3M9", "7K3M1").replace("  - net: 500 g\n", packs),
            "products/gao.md": product("gao").replace("  - net: 500 g\n", packs),
        },
    )
    twice = [each for each in load(root).problems if each.rule.code.endswith("-duplicate")]

    assert {each.path for each in twice} == {"content/products/a.md"}
    assert {each.rule.code for each in twice} == {"code-duplicate", "gtin-duplicate"}


def needed() -> Iterator[tuple[type, str]]:
    for folder in FOLDERS:
        for model in (*with_inner(folder.model), *with_inner(folder.words)):
            for key in keys_of(model):
                if model.model_fields[key].is_required():
                    yield model, key


def test_something_is_said_to_stand_in_for_every_key_that_is_needed() -> None:
    alone = {("Certificate", "stars"), ("Award", "year"), ("Photo", "file")}
    missing = {(model.__name__, key) for model, key in needed() if (model, key) not in STANDS_IN}

    assert missing == alone
