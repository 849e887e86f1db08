"""What readers and search engines find on the site, from a small catalogue written inline."""

from __future__ import annotations

import gzip
import json
import posixpath
import re
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from web_samples import BASE, THEME, Page, catalogue, made, planned

from generator.catalogue.fields import ROWS, Shows
from generator.catalogue.model import Certificate, Product, Status
from generator.engine.artifact import (
    Artifact,
    Folders,
)
from generator.pictures.photos import PhotoFacts, Picture
from generator.web.feeds import FIELDS
from generator.web.plan import plan


@pytest.fixture(scope="module")
def site(artifacts: list[Artifact]) -> dict[str, bytes]:
    return made(artifacts)


def html(site: dict[str, bytes]) -> list[str]:
    return [path for path in site if path.endswith(".html")]


def test_every_link_and_request_leads_to_a_file_of_the_site(site: dict[str, bytes]) -> None:
    lost = []
    for path in html(site):
        page = Page(site[path])
        for link in (*page.requests(), *page.links()):
            parts = urlsplit(link)
            if parts.scheme in ("tel", "mailto") or not parts.path:
                continue
            if parts.hostname == "calendar.google.com":
                continue  # a fair's page leads there, and asks it for nothing itself
            if path == "404.html":
                target = parts.path.removeprefix("/tan-hung/")
                target += "index.html" if not target or target.endswith("/") else ""
            else:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
            if parts.scheme or unquote(target) not in site:
                lost.append((path, link))

    assert lost == []


def test_what_editors_write_once_is_in_its_own_language_on_a_page_of_another(
    site: dict[str, bytes],
) -> None:
    """Who took a photo and who sells have no words in another language."""
    own, other = (site[f"{path}/kho-ca/index.html"] for path in ("san-pham", "en/products"))
    for words in ("Tranh", "Chợ"):
        marked = f'<span lang="vi">{words}</span>'.encode()

        assert marked in other
        assert marked not in own


def test_no_page_asks_another_host_for_anything(site: dict[str, bytes]) -> None:
    outside = [
        (path, link)
        for path in html(site)
        for link in Page(site[path]).requests()
        if urlsplit(link).netloc or (link.startswith("/") and path != "404.html")
    ]

    assert outside == []
    assert not re.search(rb"url\(\"?(?:https?:)?//", site["static/site.css"])


def test_ids_are_unique_and_every_page_has_one_main_heading(site: dict[str, bytes]) -> None:
    for path in html(site):
        elements = Page(site[path]).elements
        ids = [each["id"] for _, each in elements if "id" in each]
        headings = [int(tag[1]) for tag, _ in elements if re.fullmatch("h[1-6]", tag)]

        assert len(ids) == len(set(ids)), path
        if "http-equiv" not in site[path].decode():
            assert headings.count(1) == 1, path
            below = pairwise(headings)
            assert all(following <= level + 1 for level, following in below), path


def test_a_scan_page_weighs_at_most_14_kb_compressed_and_waits_for_nothing(
    site: dict[str, bytes],
) -> None:
    for path in ("Q/7K3M9/index.html", "01/09521234500018/index.html"):
        elements = Page(site[path]).elements
        sheets = [each for tag, each in elements if each.get("rel") == "stylesheet"]
        scripts = [each for tag, each in elements if tag == "script" and "src" in each]

        assert len(gzip.compress(site[path])) <= 14_000
        assert [each["media"] for each in sheets] == ["print"]  # no screen waits for it
        assert all("defer" in each for each in scripts)


def test_a_scan_page_is_a_whole_page_whose_canonical_address_is_the_products(
    site: dict[str, bytes],
) -> None:
    scan = Page(site["Q/7K3M9/index.html"])
    canonical = [each["href"] for _, each in scan.elements if each.get("rel") == "canonical"]

    assert canonical == [f"{BASE}/san-pham/kho-ca/"]
    assert b'http-equiv="refresh"' not in site["Q/7K3M9/index.html"]


def test_an_address_to_be_typed_breaks_after_a_dot_or_a_stroke(site: dict[str, bytes]) -> None:
    page = site["Q/7K3M9/index.html"].decode()
    (letters,) = re.findall(r'<p class="address">(.+?)</p>', page)

    assert re.fullmatch(r"[\w-]+(\.<wbr>[\w-]+)+(/<wbr>[\w-]+)+", letters), letters


def test_languages_of_a_page_name_each_other(site: dict[str, bytes]) -> None:
    pairs: dict[str, dict[str, str]] = {}
    for path in html(site):
        elements = Page(site[path]).elements
        own = [each["href"] for _, each in elements if each.get("rel") == "canonical"]
        others = {e["hreflang"]: e["href"] for _, e in elements if "hreflang" in e and "rel" in e}
        if own and others:
            pairs[own[0]] = others

    assert f"{BASE}/en/products/kho-ca/" in pairs
    assert f"{BASE}/san-pham/gao-thom/" not in pairs
    for url, others in pairs.items():
        assert url in others.values()
        assert others["x-default"] == others["vi"]
        assert all(pairs[other] == others for other in others.values())


def test_a_certificate_is_a_certification_and_never_a_customers_rating(
    site: dict[str, bytes],
) -> None:
    data = Page(site["san-pham/kho-ca/index.html"]).typed("Product")
    certification = data["hasCertification"]

    assert certification["certificationRating"] == {
        "@type": "Rating",
        "ratingValue": 3,
        "bestRating": 5,
    }
    assert certification["validFrom"] == "2025-11-18"
    assert certification["expires"] == "2028-11-18"
    assert certification["issuedBy"]["name"] == "UBND tỉnh"
    assert data["gtin"] == "9521234500018"
    assert data["hasGS1DigitalLink"] == f"{BASE}/01/09521234500018"
    assert not any(b"aggregateRating" in content for content in site.values())


def test_each_kind_of_page_has_its_structured_data(site: dict[str, bytes]) -> None:
    kinds = {
        "san-pham/index.html": "CollectionPage",
        "xa/tan-hung/index.html": "CollectionPage",
        "hoi-cho/phien-cho/index.html": "ExhibitionEvent",
        "san-pham/diem-vuon/index.html": "TouristAttraction",
        "chu-the/co-so/index.html": "LocalBusiness",
        "san-pham/kho-ca/index.html": "BreadcrumbList",
    }

    for path, kind in kinds.items():
        assert Page(site[path]).typed(kind), path


def test_a_products_words_cannot_end_its_structured_data(site: dict[str, bytes]) -> None:
    data = Page(site["san-pham/kho-ca/index.html"]).typed("Product")

    assert data["description"] == "Khô cá </script> phơi nắng."


@pytest.mark.parametrize("slug", ["gao-thom", "ruou-cu"])
def test_a_product_without_certificate_shows_no_stars(site: dict[str, bytes], slug: str) -> None:
    page = site[f"san-pham/{slug}/index.html"].decode().split("</head>")[1]

    assert 'class="stars"' not in page.split('class="others"')[0]
    assert '"hasCertification":' not in site[f"san-pham/{slug}/index.html"].decode()


def test_a_withdrawn_product_says_so_first_and_stands_in_no_list(site: dict[str, bytes]) -> None:
    page = site["Q/9VE3C/index.html"].decode()

    assert page.index("thu hồi công nhận") < page.index("<h1")
    assert b"ruou-cu" not in site["san-pham/index.html"]
    assert b"ruou-cu" not in site["sitemap.xml"]


def test_the_readers_own_day_decides_whether_a_certificate_holds(site: dict[str, bytes]) -> None:
    page = Page(site["san-pham/kho-ca/index.html"])
    untils = {each["data-until"] for _, each in page.elements if "data-until" in each}

    assert "2028-11-18" in untils
    assert "Có giá trị đến" in site["san-pham/kho-ca/index.html"].decode()


def test_unknown_facts_are_said_and_known_ones_written_as_in_vietnam(
    site: dict[str, bytes],
) -> None:
    page = site["san-pham/kho-ca/index.html"].decode()

    assert "chưa có thông tin" in page
    assert "185.000\N{NO-BREAK SPACE}đ" in page
    assert "<br>Xã Tân Hưng, tỉnh Tây Ninh" in page
    assert "(trên bao bì: xã Vĩnh Lợi, huyện Tân Hưng, tỉnh Long An)" in page


def test_an_english_page_names_places_in_english(site: dict[str, bytes]) -> None:
    page = site["en/products/kho-ca/index.html"].decode().split("<body")[1]

    assert "Tân Hưng commune, Tây Ninh province" in page
    assert "(on the pack: Vĩnh Lợi commune, Tân Hưng district, Long An province)" in page
    assert "xã Tân Hưng" not in page


def test_sample_data_is_marked_in_the_certificate_itself(site: dict[str, bytes]) -> None:
    """A picture of the panel alone must not pass for a real certificate."""
    panel = re.compile(r'<section class="cert".*?</section>', re.DOTALL)
    sample = panel.findall(site["san-pham/kho-ca/index.html"].decode())
    real = panel.findall(site["san-pham/diem-vuon/index.html"].decode())

    assert ["Dữ liệu mẫu" in each for each in sample] == [True]
    assert ["Dữ liệu mẫu" in each for each in real] == [False]


def test_the_home_page_shows_its_leading_product_once(artifacts: list[Artifact]) -> None:
    home = next(each for each in artifacts if each.paths == ("site/index.html",))
    page = home.values["page"]

    assert page["lead"]["name"] == "Kho ca"
    assert [each["name"] for each in page["newest"]] == ["Diem vuon"]


def test_the_largest_of_the_newest_products_has_a_photo_where_one_has() -> None:
    found = catalogue()
    photo = found.products[0].photos
    certified = {"certificate": found.products[0].certificate, "status": Status.CERTIFIED}
    newest = [
        found.products[0].model_copy(update=certified | {"slug": slug, "photos": photos})
        for slug, photos in (("a", photo), ("b", ()), ("c", photo), ("d", ()))
    ]
    changed = found.model_copy(update={"products": tuple(newest), "lots": {}})
    pictures = {"ca.jpg": Picture(PhotoFacts(1600, 1200, ""), "0" * 64)}
    paths = plan(changed, pictures, Path("content"), THEME)
    page = next(each for each in paths.artifacts if each.paths == ("site/index.html",))
    shown = page.values_from(paths.subject)["page"]["newest"]

    assert [bool(each["picture"]) for each in shown] == [True, False, False]


def test_nobody_is_asked_to_call_without_a_number(site: dict[str, bytes]) -> None:
    page = site["san-pham/kho-ca/index.html"].decode()
    whole = catalogue()
    alone = whole.model_copy(update={"site": whole.site.model_copy(update={"office": None})})
    found = plan(alone, {}, Path("content"), THEME)
    [bare] = (each for each in found.artifacts if "site/san-pham/kho-ca/index.html" in each.paths)
    unreached = bare.make(bare.values_from(found.subject), Folders(Path(), THEME))[0].decode()

    assert "Gọi cơ sở" not in page
    assert "chỉ cần gọi" in page
    assert "chỉ cần gọi" not in unreached


def test_an_old_address_leads_to_the_page_of_today(site: dict[str, bytes]) -> None:
    page = site["san-pham/kho-cu/index.html"].decode()

    assert 'content="0; url=../kho-ca/index.html"' in page
    assert f'rel="canonical" href="{BASE}/san-pham/kho-ca/"' in page


def test_links_in_stories_lead_to_pages_of_the_same_edition(site: dict[str, bytes]) -> None:
    assert (
        'href="../../san-pham/gao-thom/index.html"' in site["san-pham/kho-ca/index.html"].decode()
    )
    assert not any(b"ocop:" in site[path] for path in html(site))


def test_the_feed_is_dated_by_decisions(site: dict[str, bytes]) -> None:
    names = {"a": "http://www.w3.org/2005/Atom"}
    feed = ET.fromstring(site["feed.xml"])  # noqa: S314 (our own file)

    assert [each.text for each in feed.findall("a:entry/a:updated", names)] == [
        "2025-11-18T00:00:00+07:00",
        "2025-11-18T00:00:00+07:00",
    ]
    assert len(ET.fromstring(site["en/feed.xml"]).findall("a:entry", names)) == 1  # noqa: S314


def test_the_sitemap_lists_pages_under_their_public_addresses(site: dict[str, bytes]) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = [each.text for each in ET.fromstring(site["sitemap.xml"]).iterfind("s:url/s:loc", names)]  # noqa: S314

    assert f"{BASE}/san-pham/kho-ca/" in urls
    assert f"{BASE}/en/products/kho-ca/" in urls
    assert not any("/Q/" in (url or "") for url in urls)


def test_a_long_sitemap_is_a_list_of_parts_that_hold_every_address_once(
    site: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.web.sitemap.MOST_ADDRESSES", 5)
    found = {
        path.removeprefix("site/"): content
        for artifact in planned({})
        if "sitemap" in artifact.paths[0]
        for path, content in zip(
            artifact.paths, artifact.make(artifact.values, Folders(Path(), THEME)), strict=True
        )
    }
    listed = re.findall(r"<loc>(.*?)</loc>", found.pop("sitemap.xml").decode())
    parts = [re.findall(r"<loc>(.*?)</loc>", content.decode()) for content in found.values()]

    assert listed == [f"{BASE}/{path}" for path in found]
    assert len(parts) > 2
    assert all(1 <= len(each) <= 6 for each in parts)
    assert [*chain(*parts)] == re.findall(r"<loc>(.*?)</loc>", site["sitemap.xml"].decode())


def test_open_data_explains_every_field_that_it_has(site: dict[str, bytes]) -> None:
    data = json.loads(site["catalogue.json"])

    assert data["fields"] == FIELDS
    assert all(list(each) == list(FIELDS) for each in data["products"])


def test_open_data_says_of_a_field_what_its_row_says() -> None:
    rows = {row.key: row for row in ROWS if row.model in {Product, Certificate}}
    told = {key: f"{rows[key].meaning('vi')} · {rows[key].meaning('en')}" for key in rows}
    same = {key for key, words in FIELDS.items() if told.get(key) == words}

    assert {"name", "status", "group", "code", "gtin", "stars", "issued_by", "sample"} <= same
    assert [key for key in same if not rows[key].shows & Shows.OPEN_DATA] == []


def test_the_same_values_give_the_same_bytes(artifacts: list[Artifact]) -> None:
    again = planned({})
    pages = [each for each in artifacts if each.paths[0] == "site/hoi-cho/index.html"]
    folders = Folders(Path("content"), THEME)

    assert pages[0].make(pages[0].values, folders) == pages[0].make(pages[0].values, folders)
    assert pages[0].values in [each.values for each in again]


def test_values_are_json_and_files_name_all_that_a_page_reads(artifacts: list[Artifact]) -> None:
    for artifact in artifacts:
        assert json.loads(json.dumps(artifact.values)) == artifact.values
    page = next(each for each in artifacts if "site/san-pham/kho-ca/index.html" in each.paths)
    names = {path.name for path in page.files}

    assert {"product.html", "layout.html", "parts.html", "vi.toml", "base.css"} <= names


@pytest.mark.parametrize(
    ("name", "label"),
    [("Cơ sở", "Hộ kinh doanh"), ("Hộ kinh doanh Nguyễn Văn Mẫu", "Chủ thể")],
)
def test_the_legal_form_stands_above_a_name_that_does_not_say_it(name: str, label: str) -> None:
    whole = catalogue()
    maker = whole.producers["co-so"].model_copy(update={"name": name})
    whole = whole.model_copy(update={"producers": {"co-so": maker}})
    found = plan(whole, {}, Path("content"), THEME)
    page = next(each for each in found.artifacts if "chu-the/co-so/index.html" in str(each.paths))
    artifact = replace(page, values=page.values_from(found.subject), derive=None)

    (text,) = (each.decode() for each in artifact.make(artifact.values, Folders(Path(), THEME))[:1])

    assert f'<p class="label">{label}</p>' in text
    assert f">{name}</h1>" in text
