"""What else takes published addresses away: a line of site.yaml, a place, an alias, a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import pytest
from small_project import (
    built_project,
    change,
    producer,
    product,
    project,
    published,
    with_files,
    write,
)

from generator.catalogue.problems.problem import Problem
from generator.desk.building.build import build
from generator.desk.building.build_record import BuildRecord
from generator.desk.building.lost_addresses import with_lost_addresses
from generator.desk.building.make import make
from generator.desk.building.published_pages import PublishedPages
from generator.desk.console import Desk
from generator.desk.content import load
from generator.desk.options import Order

SITE, FISH, MAKER = "content/site.yaml", "content/products/kho-ca.md", "content/producers/co-so.md"
HOST = "https://ocop.vinhhung.vn"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project without samples and with a page of each kind, as it was published."""
    project(tmp_path)
    change(tmp_path, SITE, "https://thu.example", HOST)
    with_files(
        tmp_path,
        {
            **{f"products/{slug}.md": _real(product(slug)) for slug in ("mam-ca", "gao")},
            "products/kho-ca.md": _real(product("kho-ca")).replace(
                "status:", "aliases: [/kho/cu/]\nstatus:"
            ),
            "producers/co-so.md": _real(producer("co-so", "tan-hung")),
            "producers/hop-tac-xa.md": _real(producer("hop-tac-xa", "vinh-chau")),
            "fairs/tet.md": "---\nname: Hội chợ Tết\nstarts_on: 2026-12-01\nends_on: 2026-12-03\n"
            "place: tan-hung\n---\n",
            "villages/lang.md": "---\nname: Làng mắm\nplace: tan-hung\n---\n",
            "pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nĐôi lời.\n",
        },
    )
    published(tmp_path, HOST)
    return tmp_path


def _real(text: str) -> str:
    return text.replace("sample: true\n", "")


def _doubts(root: Path) -> list[Problem]:
    content = with_lost_addresses(Order(root=root, output=root / "output"), load(root))
    assert content.errors == 0, content.problems
    return [each for each in content.problems if each.rule.code.startswith("address")]


def _told(root: Path) -> list[str]:
    return [f"{each.path}:{each.line} {each.rule.code}" for each in _doubts(root)]


def test_nothing_is_doubted_of_what_stays(root: Path) -> None:
    change(root, FISH, "price: 90000", "price: 95000")

    assert _told(root) == []


def test_a_language_that_goes_is_told_once_with_how_many_pages_go(root: Path) -> None:
    change(root, SITE, "languages: [vi, en]", "languages: [vi]")
    (doubt,) = _doubts(root)

    assert (doubt.rule.code, doubt.path, doubt.line) == ("address-language", SITE, 4)
    assert "/en/" in doubt.said_in("vi")


def test_languages_that_are_left_out_are_told_at_the_file(root: Path) -> None:
    change(root, SITE, "languages: [vi, en]\n", "")

    assert _told(root) == [f"{SITE}:1 address-language"]


def test_another_language_of_the_site_is_told_once(root: Path) -> None:
    (root / "content/products/kho-ca.en.md").unlink()
    change(root, SITE, "language: vi", "language: en")

    assert _told(root) == [f"{SITE}:3 address-own-language"]


@pytest.mark.parametrize("where", ["https://ocop.tanhung.vn", f"{HOST}/danh-muc"])
def test_a_site_that_moves_is_told_unless_the_old_place_forwards(root: Path, where: str) -> None:
    change(root, SITE, HOST, where)
    assert _told(root) == [f"{SITE}:2 address-host"]
    change(root, SITE, "language: vi", f"former_base_urls: [{HOST}]\nlanguage: vi")

    assert _told(root) == []


def test_a_first_true_host_in_place_of_an_example_is_no_move(root: Path) -> None:
    published(root, "https://thu.example")

    assert _told(root) == []


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("fairs/tet.md", "/hoi-cho/tet/"),
        ("villages/lang.md", "/lang-nghe/lang/"),
        ("pages/gioi-thieu.md", "/gioi-thieu/"),
    ],
)
def test_a_page_of_any_folder_is_told_at_its_file(root: Path, file: str, address: str) -> None:
    (root / "content" / file).unlink()
    (doubt,) = _doubts(root)

    assert (doubt.path, doubt.rule.code) == (f"content/{file}", "address-page")
    assert address in doubt.said_in("vi")


def test_an_alias_at_a_product_answers_for_any_page(root: Path) -> None:
    (root / "content/fairs/tet.md").unlink()
    change(root, FISH, "aliases: [/kho/cu/]", "aliases: [/kho/cu/, /hoi-cho/tet/]")

    assert _told(root) == []


def test_a_producer_under_another_name_is_told(root: Path) -> None:
    (root / MAKER).rename(root / "content/producers/co-so-moi.md")
    for slug in ("kho-ca", "mam-ca"):
        change(root, f"content/products/{slug}.md", "producer: co-so", "producer: co-so-moi")

    assert _told(root) == [f"{MAKER}:1 address-page"]


def test_a_folder_that_was_emptied_is_told_once(root: Path) -> None:
    write(root, "content/pages/lien-he.md", "---\ntitle: Liên hệ\n---\nĐôi lời.\n")
    published(root, HOST)
    for name in ("gioi-thieu", "lien-he"):
        (root / f"content/pages/{name}.md").unlink()

    assert _told(root) == ["content/pages:1 address-folder"]


def test_an_alias_that_was_taken_out_is_offered_again(root: Path) -> None:
    change(root, FISH, "aliases: [/kho/cu/]\n", "")
    (doubt,) = _doubts(root)

    assert doubt.rule.code == "address-alias"
    assert "aliases: [/kho/cu/]" in doubt.said_in("vi")


def test_a_code_that_was_changed_is_offered_as_an_alias(root: Path) -> None:
    change(root, FISH, "code: 7K3M1", "code: 7K3M9")
    (doubt,) = _doubts(root)

    assert doubt.rule.code == "address-alias"
    assert "aliases: [/kho/cu, /Q/7K3M1/]" in doubt.said_in("vi")


def test_a_gtin_that_was_taken_out_is_offered_as_an_alias(root: Path) -> None:
    change(root, FISH, "code: 7K3M1", "code: 7K3M1\ngtin: 8938500000010")
    published(root, HOST)
    change(root, FISH, "\ngtin: 8938500000010", "")

    assert "/01/08938500000010/]" in _doubts(root)[0].said_in("vi")


def test_what_the_list_of_codes_tells_is_not_told_again(root: Path) -> None:
    row = f"2026-03-12,{HOST.upper()}/Q/7K3M1,kho-ca\n"
    write(root, "content/handed-out.csv", f"handed_on,address,product\n{row}")
    change(root, FISH, "code: 7K3M1", "code: 7K3M9")

    assert _told(root) == []
    change(root, SITE, HOST, "https://ocop.tanhung.vn")
    assert "address-host" not in " ".join(_told(root))


def test_a_place_under_another_slug_is_told(root: Path) -> None:
    for file in ("places.yaml", "producers/hop-tac-xa.md"):
        change(root, f"content/{file}", "vinh-chau", "xa-vinh-chau")

    assert _told(root) == ["content/places.yaml:1 address-page"]


def test_what_went_while_files_were_broken_is_still_told(root: Path) -> None:
    order = Order(root=root, output=root / "output")
    before = PublishedPages.last(order)
    (root / "content/fairs/tet.md").unlink()
    catalogue = load(root).catalogue
    assert catalogue is not None
    PublishedPages.of(catalogue, HOST).with_gone(before).remember(order)

    assert _told(root) == ["content/fairs/tet.md:1 address-page"]


def test_what_was_remembered_is_not_believed_when_damaged(root: Path) -> None:
    (root / "content/fairs/tet.md").unlink()
    (file,) = root.glob(".cache/output-*/addresses.json")
    file.write_bytes(file.read_bytes().replace(b"tet", b"tat"))

    assert _told(root) == []


class Killed(BaseException):
    """A build that ends in the middle, as by a power cut."""


def test_a_build_that_is_killed_once_the_site_is_out_loses_no_address_of_old_or_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = built_project(tmp_path)
    order = Order(root=root, output=root / "output", theme="rieng", only="site", jobs=1)

    def killed(*given: Any) -> NoReturn:  # noqa: ANN401  # whatever a build is given
        assert make(*given).published
        raise Killed

    new = _real(product("mam-ca", code="7K3M9")).replace("status:", "aliases: [/mam/]\nstatus:")
    write(root, "content/products/moi.md", new)
    (root / "content/products/mam-ca.md").unlink()
    (root / "content/products/kho-ca.en.md").unlink()
    before = _told(root)
    monkeypatch.setattr("generator.desk.building.make.make", killed)
    with pytest.raises(Killed):
        build(order, Desk("vi"))

    assert before == ["content/products/kho-ca.md:1 address-untranslated"]
    assert _told(root) == before
    assert BuildRecord.of(order) is None

    change(root, "content/products/moi.md", "aliases: [/mam/]\n", "")
    assert _told(root) == [*before, "content/products/moi.md:1 address-alias"]

    (root / "content/products/moi.md").unlink()
    assert _told(root) == [*before, "content/products/moi.md:1 address-lost"]


def test_a_build_that_is_killed_before_the_site_is_out_has_published_no_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = built_project(tmp_path)
    order = Order(root=root, output=root / "output", theme="rieng", only="site", jobs=1)

    def killed(order: Order) -> NoReturn:  # noqa: ARG001  # what goes last of the site before
        raise Killed

    old = _real((root / "content/products/mam-ca.md").read_text("utf-8"))
    (root / "content/products/mam-ca.md").unlink()
    write(root, "content/products/moi.md", old)
    before = _told(root)
    monkeypatch.setattr("generator.desk.building.make.forget", killed)
    with pytest.raises(Killed):
        build(order, Desk("vi"))

    assert before == ["content/products/moi.md:1 address-moved"]
    assert _told(root) == before

    (root / "content/products/moi.md").unlink()
    write(root, "content/products/mam-ca.md", old)
    assert _told(root) == []
