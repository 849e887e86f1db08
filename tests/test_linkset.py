"""Linksets and the host's description: what machines find behind a GS1 address."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from small_project import change, project, write

from generator import theme
from generator.desk.content import load
from generator.engine.artifact import (
    Artifact,
    Folders,
    Plan,
)
from generator.web.plan import plan

ROOT = Path(__file__).resolve().parent.parent
CHAIN = theme.chain("mua-nuoc-noi", [ROOT / "themes"])
KHO = "content/products/kho-ca.md"
GTIN = "9521234500018"
VOC = "https://ref.gs1.org/voc/"

URL = {"type": "string", "pattern": r"^https?://[a-zA-Z0-9./]+"}
LINK = {
    "type": "object",
    "required": ["href", "title"],
    "additionalProperties": False,
    "properties": {
        "href": URL,
        "title": {"type": "string"},
        "type": {"type": "string", "pattern": r"\w+/[-+.\w]+"},
        "hreflang": {"type": "array", "items": {"pattern": r"^\w{2}(-\w{2})?$"}},
        "context": {"type": "array"},
    },
}
LINKSET = {
    "type": "object",
    "required": ["linkset"],
    "additionalProperties": False,
    "properties": {
        "linkset": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["anchor", "itemDescription"],
                "additionalProperties": False,
                "properties": {"anchor": URL, "itemDescription": {"type": "string"}},
                "patternProperties": {
                    r"^(?!anchor$)[a-z-]+$|^https?://[a-zA-Z0-9./]+$": {
                        "type": "array",
                        "items": LINK,
                    }
                },
            },
        }
    },
}
"""What GS1 asks of a linkset in JSON, written down from its resolver standard and schema."""
KEYS = (
    *("all", "00", "01", "253", "255", "401", "402", "410", "411", "412", "413", "414", "415"),
    *("417", "8003", "8004", "8006", "8010", "8013", "8017", "8018"),
)
DESCRIPTION = {
    "type": "object",
    "required": ["resolverRoot", "supportedPrimaryKeys"],
    "properties": {
        "name": {"type": "string"},
        "resolverRoot": URL,
        "supportedPrimaryKeys": {"type": "array", "items": {"enum": [*KEYS]}},
        "supportedLinkType": {
            "type": "array",
            "items": {
                "properties": {
                    "namespace": URL,
                    "prefix": {"pattern": "^[a-zA-Z_][A-Za-z0-9_-]*:$"},
                }
            },
        },
        "linkTypeDefaultCanBeLinkset": {"type": "boolean"},
        "jsonLdContextLocation": {"type": "string"},
        "contact": {"type": "object", "properties": {"fn": {"type": "string"}}},
    },
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which khô cá has a GTIN, a shop and English words, and gạo a GTIN alone."""
    made = project(tmp_path)
    buy = (
        "buy:\n  - {name: Chợ, phone: 0000 000 001}\n  - {name: Mạng, url: https://example.com/a}\n"
    )
    change(made, KHO, "sample:", f'gtin: "{GTIN}"\ndirections: Nướng than.\n{buy}sample:')
    change(made, "content/products/gao.md", "sample:", 'gtin: "9521234500025"\nsample:')
    return made


def planned(root: Path) -> Plan:
    content = load(root)
    assert content.errors == 0
    assert content.catalogue is not None
    return plan(content.catalogue, content.pictures, root / "content", CHAIN)


def artifacts(root: Path) -> dict[str, Artifact]:
    return {path: each for each in planned(root).artifacts for path in each.paths}


def made(root: Path, path: str) -> Any:  # noqa: ANN401 (JSON)
    found = planned(root)
    (artifact,) = (each for each in found.artifacts if path in each.paths)
    values = artifact.values_from(found.subject)
    return json.loads(artifact.make(values, Folders(root / "content", CHAIN))[0])


def item(root: Path, gtin: str = GTIN) -> dict[str, Any]:
    (found, *_) = made(root, f"site/01/{gtin.zfill(14)}/linkset.json")["linkset"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("gtin", [GTIN, "9521234500025"])
def test_a_linkset_has_the_form_that_gs1_asks_for(root: Path, gtin: str) -> None:
    jsonschema.validate({"linkset": [item(root, gtin)]}, LINKSET, cls=jsonschema.Draft7Validator)


def test_there_is_one_default_link_with_an_address_and_a_title_alone(root: Path) -> None:
    assert item(root)[f"{VOC}defaultLink"] == [
        {"href": "https://thu.example/san-pham/kho-ca/", "title": "Khô cá"}
    ]


def test_the_product_s_page_is_listed_in_each_language(root: Path) -> None:
    found = item(root)

    assert found["anchor"] == f"https://thu.example/01/0{GTIN}"
    assert [(each["hreflang"], each["href"]) for each in found[f"{VOC}pip"]] == [
        (["vi"], "https://thu.example/san-pham/kho-ca/"),
        (["en"], "https://thu.example/en/products/kho-ca/"),
    ]


def test_only_what_there_is_is_linked(root: Path) -> None:
    """Khô cá has a certificate, directions and a shop on the net; gạo has a certificate."""
    types = {"defaultLink", "pip", "certificationInfo", "productPassport", "backgroundInfo"}

    assert {key.removeprefix(VOC) for key in item(root)} - {"anchor", "itemDescription"} == (
        types | {"instructions", "hasRetailers"}
    )
    assert {key.removeprefix(VOC) for key in item(root, "9521234500025")} >= types
    assert f"{VOC}hasRetailers" not in item(root, "9521234500025")
    assert item(root)[f"{VOC}hasRetailers"] == [{"href": "https://example.com/a", "title": "Mạng"}]


def test_each_link_is_titled_as_what_it_leads_to(root: Path) -> None:
    found = item(root)

    assert [each["title"] for each in found[f"{VOC}certificationInfo"]] == [
        "Khô cá: Chứng nhận OCOP",
        "Dried fish: OCOP certificate",
    ]
    assert found[f"{VOC}productPassport"] == [
        {
            "href": "https://thu.example/san-pham/kho-ca/passport.json",
            "title": "Khô cá: Hộ chiếu số",
            "hreflang": ["vi"],
            "type": "application/json",
        }
    ]


def test_a_potential_product_has_no_certification_to_link(root: Path) -> None:
    text = (root / KHO).read_text("utf-8")
    write(
        root, KHO, re.sub(r"certificate:\n(?:  .*\n)+", "", text.replace("certified", "potential"))
    )

    assert f"{VOC}certificationInfo" not in item(root)


def test_every_linked_page_of_ours_exists_with_its_anchor(root: Path) -> None:
    made_pages = artifacts(root)
    links = [link for links in item(root).values() if isinstance(links, list) for link in links]
    ours = [each["href"] for each in links if each["href"].startswith("https://thu.example/")]

    assert len(ours) >= 8
    for href in ours:
        path, _, anchor = href.removeprefix("https://thu.example/").partition("#")
        assert {f"site/{path}", f"site/{path}index.html"} & made_pages.keys()
        assert anchor in {"", "cert"}


def test_a_product_without_a_gtin_has_no_linkset(root: Path) -> None:
    found = [path for path in artifacts(root) if path.endswith("linkset.json")]

    assert sorted(found) == [
        "site/01/09521234500018/linkset.json",
        "site/01/09521234500025/linkset.json",
    ]


def test_the_host_describes_itself_as_gs1_asks(root: Path) -> None:
    change(root, "content/site.yaml", "https://thu.example", "https://thu.example/ocop")
    found = made(root, "site/.well-known/gs1resolver")

    jsonschema.validate(found, DESCRIPTION, cls=jsonschema.Draft7Validator)
    assert found["resolverRoot"] == "https://thu.example/ocop"
    assert found["supportedPrimaryKeys"] == ["01"]


def test_a_site_without_gtins_claims_nothing(tmp_path: Path) -> None:
    assert "site/.well-known/gs1resolver" not in artifacts(project(tmp_path))


def test_the_page_links_its_linkset(root: Path) -> None:
    found = artifacts(root)
    content = load(root)
    assert content.catalogue is not None
    subject = plan(content.catalogue, content.pictures, root / "content", CHAIN).subject

    def html(path: str) -> str:
        artifact = found[f"site/{path}/index.html"]
        folders = Folders(root / "content", CHAIN)
        return artifact.make(artifact.values_from(subject), folders)[0].decode()

    link = '<link rel="linkset" type="application/linkset+json" href="../../{}">'
    assert link.format("01/09521234500018/linkset.json") in html("san-pham/kho-ca")
    assert link.format("01/09521234500018/linkset.json") in html("01/09521234500018")
    assert 'rel="linkset"' not in html("san-pham/mam-ca")


def test_lots_have_anchors_of_their_own_and_a_recall_is_linked_from_lot_and_product(
    root: Path,
) -> None:
    write(root, "content/lots/kho-ca.csv", "lot,status,note\nL1,recalled,Mốc\nL2,,\n")
    events = "lot,when,step\nL1,05/08/2026,recalled\nL2,01/08/2026,packed\n"
    write(root, "content/lots/kho-ca.events.csv", events)
    path = f"site/01/0{GTIN}/linkset.json"
    whole = made(root, path)
    jsonschema.validate(whole, LINKSET, cls=jsonschema.Draft7Validator)
    product, *lots = whole["linkset"]
    by_anchor = {each["anchor"].rpartition("/")[2]: each for each in lots}
    pages = [
        f"https://thu.example/01/0{GTIN}/10/L1/",
        "https://thu.example/en/products/kho-ca/L1/",
    ]

    assert set(by_anchor) == {"L1", "L2"}
    for found in (product, by_anchor["L1"]):
        assert [each["href"] for each in found[f"{VOC}recallStatus"]] == pages
    assert f"{VOC}recallStatus" not in by_anchor["L2"]
    (default,) = by_anchor["L2"][f"{VOC}defaultLink"]
    assert default["href"] == f"https://thu.example/01/0{GTIN}/10/L2/"
    assert by_anchor["L2"]["anchor"] == f"https://thu.example/01/0{GTIN}/10/L2"
    assert f"{VOC}traceability" in by_anchor["L2"]
    served = {path for each in planned(root).artifacts for path in each.paths}
    assert {page.replace("https://thu.example", "site") + "index.html" for page in pages} <= served
