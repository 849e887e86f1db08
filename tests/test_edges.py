"""The day itself, the lot itself, the pack itself: where a rule or a page could be off by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from label_samples import full, run_of, words
from rule_cases.case import FISH, Edit, put, swap
from rule_cases.lots import events, lots
from rule_cases.ocop import certified
from small_project import project

from generator import theme
from generator.catalogue.model import Wording
from generator.desk.content import load
from generator.desk.options import SHIPPED_THEMES
from generator.engine import Values
from generator.press import wording
from generator.press.run import Run
from generator.press.stocks import shipped
from generator.web.plan import plan

_FAIR = "content/fairs/hoi-cho.md"
_WITHDRAWN = swap(FISH, "status: certified", "status: withdrawn")


@pytest.mark.parametrize(
    "edits",
    [
        (put(_FAIR, "---\nname: Hội\nstarts_on: 2026-12-18\nends_on: 2026-12-18\n---\n"),),
        (lots("L1,2026-06-01,2026-06-01,ok,"),),
        (swap(FISH, "Món kho-ca để thử.", "x" * 180),),
        (certified("revoked_on: 2026-01-15"), _WITHDRAWN),
        (swap(FISH, "2026-01-15", "2026-05-22"), swap(FISH, "148/QĐ-TTg", "26/2026/QĐ-TTg")),
    ],
    ids=["fair", "lot", "summary", "revoked", "legal basis"],
)
def test_the_very_day_or_length_is_still_sound(edits: tuple[Edit, ...], tmp_path: Path) -> None:
    root = project(tmp_path)
    for edit in edits:
        edit(root)

    assert load(root).problems == ()


def test_a_lots_own_last_day_goes_before_the_shelf_life() -> None:
    found = full()
    run = run_of(found, "a4-99x68", "label", lot="L1", best_before=date(2027, 3, 1))

    assert dict(wording.dates(run, words()))["HSD"] == "01/03/2027"
    undated = dict(wording.dates(replace(run, best_before=None), words()))["HSD"]
    assert undated == run.product.shelf_life


def test_bars_are_those_of_the_one_pack_before_the_products() -> None:
    packed = full(packs=({"net": "500 g", "gtin": "9521234500063"},)).products[0]
    two = ({"net": "500 g", "gtin": "9521234500063"}, {"net": "1 kg", "gtin": "9521234500070"})
    several = full(packs=two).products[0]

    assert packed.gtin == several.gtin == "9521234500056"
    stock = shipped()["a4-70x37"]
    own, products = (
        wording.bars(Run(each, stock, date(2026, 12, 1)), words()) for each in (packed, several)
    )
    assert own
    assert own["digits"] == "9521234500063"
    assert products
    assert products["digits"] == "9521234500056"


def values_at(root: Path, path: str) -> Values:
    """What the artifact at that path of the site is made from."""
    content = load(root)
    assert content.catalogue
    folders = theme.chain("mua-nuoc-noi", SHIPPED_THEMES)
    planned = plan(content.catalogue, content.pictures, root / "content", folders)
    [artifact] = [each for each in planned.artifacts if f"site/{path}" in each.paths]
    return artifact.values_from(planned.subject)


def test_a_page_tells_every_pack_with_its_own_price(tmp_path: Path) -> None:
    root = project(tmp_path)
    swap(FISH, "    price: 90000", "    price: 90000\n  - net: 1 kg\n    price: 170000")(root)
    page = values_at(root, "san-pham/kho-ca/index.html")["page"]

    assert [(each["net"], each["price"]) for each in page["packs"]] == [
        ("500 g", "90.000\u00a0đ"),
        ("1 kg", "170.000\u00a0đ"),
    ]


def test_a_page_tells_every_fact_of_a_label(tmp_path: Path) -> None:
    root = project(tmp_path)
    facts = set(Wording.model_fields) - {"source", "name", "summary", "story"}
    lines = "".join(f"{key}: Chữ của {key}\n" for key in sorted(facts))
    swap(FISH, "sample: true\n", f"sample: true\n{lines}")(root)
    page = values_at(root, "san-pham/kho-ca/index.html")["page"]

    assert {each["name"]: each["value"] for each in page["facts"]} == {
        key: f"Chữ của {key}" for key in facts
    }


@pytest.fixture
def recalling(tmp_path: Path) -> Path:
    """Three lots: one that is well, one recalled first but made last, and one recalled last."""
    root = project(tmp_path)
    lots(
        "L3,2026-07-03,2027-07-03,ok,",
        "L2,2026-07-02,2027-07-02,recalled,Mốc",
        "L1,2026-07-01,2027-07-01,recalled,Thiếu nhãn",
    )(root)
    events("L2,2026-08-01,recalled,", "L1,2026-09-01,recalled,")(root)
    return root


def test_recalled_lots_are_marked_where_a_product_lists_its_lots(recalling: Path) -> None:
    links = values_at(recalling, "san-pham/kho-ca/index.html")["page"]["lots"]["links"]

    assert [(each["lot"], each["recalled"]) for each in links] == [
        ("L3", False),
        ("L2", True),
        ("L1", True),
    ]


def test_the_latest_recall_comes_first_and_bears_the_day_of_its_recall(recalling: Path) -> None:
    page = values_at(recalling, "thu-hoi/index.html")["page"]
    feed = values_at(recalling, "thu-hoi.xml")
    entries = feed["entries"]

    assert [each["lot"] for each in page["recalls"]] == ["L1", "L2"]
    assert [each["updated"][:10] for each in entries] == ["2026-09-01", "2026-08-01"]
    assert feed["updated"] == entries[0]["updated"]
