"""A register need not say in which commune a producer is: what is unknown is said to be."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from small_project import built, change, project, run

from generator.catalogue.reading.reader import read

RICE = "site/san-pham/gao/index.html"
MAKER = "content/producers/hop-tac-xa.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, built, in which nobody knows the commune of the rice's producer."""
    root = project(tmp_path_factory.mktemp("unknown"))
    change(root, MAKER, "place: vinh-chau\n", "")
    assert read(root).problems == ()
    assert built(root) == 0
    return root


def _page(root: Path, path: str) -> str:
    return (root / "output" / path).read_text("utf-8")


def test_pages_say_that_it_is_unknown_and_name_no_commune(root: Path) -> None:
    for path in (RICE, "site/chu-the/hop-tac-xa/index.html"):
        assert "chưa có thông tin" in _page(root, path)
        assert "None" not in _page(root, path)
        assert "xã" not in re.findall("<h1.*?</p>|<dl.*?</dl>", _page(root, path), re.DOTALL)[0]


def test_no_list_of_a_commune_has_its_products(root: Path) -> None:
    lists = sorted(path.parent.name for path in (root / "output/site/xa").glob("*/index.html"))

    assert lists == ["tan-hung"]
    assert "/san-pham/gao/" not in _page(root, "site/xa/tan-hung/index.html")


def test_machines_are_told_nothing_that_is_not_known(root: Path) -> None:
    records = json.loads(_page(root, "site/catalogue.json"))["products"]
    rice = next(each for each in records if each["slug"] == "gao")
    passport = json.loads(_page(root, "site/san-pham/gao/passport.json"))
    schema = json.loads(_page(root, "site/schema/passport.json"))

    assert (rice["commune"], rice["commune_code"]) == (None, None)
    assert '"addressLocality"' not in _page(root, RICE)
    assert (passport["producer"]["address"], passport["origin"]["commune"]) == (None, None)
    assert not [*Draft202012Validator(schema).iter_errors(passport)]


def test_the_passport_lacks_address_and_origin(root: Path) -> None:
    _, said, _ = run(root, "passport", "gao", "--lang", "en")
    told = [line for line in said.splitlines() if "origin" in line.lower()]

    assert told
    assert all("None" not in line for line in told)


def test_labels_and_leaflets_are_printed_without_a_place(root: Path) -> None:
    printed = [path.name for path in (root / "output").rglob("*.pdf")]

    assert printed

    for design in ("label", "stamp", "shelf-card"):
        stock = () if design == "shelf-card" else ("--stock", "a4-99x38")
        words = ("gao", "--count", "2", "--proof", "--design", design, *stock)
        status, _, said = run(root, "labels", *words)
        assert status == 0, said


def test_a_product_with_its_own_place_is_listed_by_that(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, MAKER, "place: vinh-chau\n", "")
    change(tmp_path, "content/products/gao.md", "sample:", "made_in: vinh-chau\nsample:")
    assert built(tmp_path, "site") == 0

    assert "/san-pham/gao/" in _page(tmp_path, "site/xa/vinh-chau/index.html")
    assert "xã Vĩnh Châu" in _page(tmp_path, RICE)


def test_a_label_for_sale_asks_for_the_commune(tmp_path: Path) -> None:
    project(tmp_path)
    change(tmp_path, MAKER, "place: vinh-chau\n", "address: Ấp 3\n")
    for file in (MAKER, "content/products/gao.md"):
        change(tmp_path, file, "sample: true\n", "")
    _, _, said = run(tmp_path, "labels", "gao", "--count", "2")

    assert "thiếu địa chỉ chủ thể" in said
    assert "Hãy thêm khóa place" in said
