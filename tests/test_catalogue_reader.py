"""Reading a whole project: the catalogue, and every problem at its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reader_samples import FAIR, PLACES, PRODUCER, PRODUCT, STORY, changed, places, project

from generator.catalogue.reading.reader import (
    read,
)
from generator.catalogue.reading.stories import story_of


def test_a_sound_project_is_read_without_a_problem(tmp_path: Path) -> None:
    english = f"---\nname: Dried fish\nphoto_alts: [Fish]\n---\n{STORY}"
    pages = "---\ntitle: Về OCOP\nmenu: 1\n---\n[cá](../products/kho.md)\n"
    reading = read(
        project(
            tmp_path,
            {
                "products/kho.en.md": english,
                "producers/co-so.en.md": "---\nname: Workshop\n---\nA small workshop.\n",
                "fairs/tet.md": FAIR,
                "pages/ve-ocop.md": pages,
            },
        )
    )

    assert places(reading) == []
    catalogue = reading.catalogue
    assert catalogue
    product = catalogue.by_slug["kho"]
    assert product.packs[0].price == 185_000
    assert story_of(catalogue, product, "vi") == f"{STORY}\n"
    assert product.photo_alt(0, "en") == "Fish"
    assert product.wording("en").name == "Dried fish"
    assert catalogue.producers["co-so"].bodies["en"] == "A small workshop.\n"
    assert catalogue.producers["co-so"].name_in("en") == "Workshop"
    assert catalogue.producers["co-so"].name_in("vi") == "Cơ sở mẫu"
    assert catalogue.fairs[0].ends_on.day == 22
    assert catalogue.pages[0].menu == 1
    assert catalogue.commune_of(catalogue.places["vinh-loi"]).slug == "tan-hung"
    assert reading.positions.of("content/products/kho.md", ("certificate", "stars")) == (10, 10)
    assert reading.positions.of("content/products/kho.md", ("certificate", "score")) == (9, 1)


def test_a_dozen_broken_files_give_a_dozen_right_lines(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "products/a.md": changed("7K3M9", "7K3MA").replace("group: 8", "group: 27"),
        "products/b.md": changed("7K3M9", "7K3MB").replace("stars: 3", "stars: 6"),
        "products/c.md": changed("7K3M9", "7K3MC").replace("summary: Cá", "sumary: Cá"),
        "products/d.md": changed("7K3M9", "7K3MD").replace("2025-11-18", "2025-02-30"),
        "products/e.md": changed("7K3M9", "7K3ME").replace("co-so", "co-sO"),
        "products/f.md": changed("7K3M9", "7K3MF").replace("name: Khô", "name: @ Khô"),
        "products/g.md": "chỉ có chữ\n",
        "products/h.md": "---\nname: cá\n---\n".encode() + b"\xff\n",
        "products/i.md": changed("code: 7K3M9\n", ""),
        "products/j.md": changed("7K3M9", "7K3MJ").replace("sample: true", "sample: maybe"),
        "products/k.md": changed("7K3M9", "7K3MK").replace(STORY, "[x](khong-co.md) " + STORY),
        "products/kho.en.md": "---\nname: Fish\ngroup: 8\n---\n",
    }

    assert places(read(project(tmp_path, files))) == [
        "products/a.md:6:8 unknown-group",
        "products/b.md:10:10 stars-range",
        "products/c.md:3:1 key-unknown",
        "products/d.md:12:15 date-impossible",
        "products/e.md:7:11 type-wrong",
        "products/f.md:2:7 yaml-syntax",
        "products/g.md:1:1 front-matter-missing",
        "products/h.md:4:1 encoding",
        "products/i.md:4:9 scan-address-missing",
        "products/j.md:21:9 type-wrong",
        "products/k.md:23:5 link-broken",
        "products/kho.en.md:3:1 translation-key",
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("name: Khô cá lóc\n", "", ["1:1 key-missing"]),
        ("  stars: 3\n", "", ["9:1 key-missing"]),
        ("stars: 3", "sao: 3", ["10:3 key-unknown"]),
        ("stars: 3", "stars: ba", ["10:10 stars-range"]),
        ("185.000", "rẻ", ["20:12 type-wrong"]),
        ("185.000", "-5", ["20:12 type-wrong"]),
        ("status: certified", "status: certfied", ["4:9 type-wrong"]),
        ("2025-11-18", "hôm qua", ["12:15 type-wrong"]),
        ("7K3M9", "OILU", ["5:7 type-wrong"]),
        ("group: 8", "group: tám", ["6:8 unknown-group"]),
        ("sample: true", "source: x", ["21:1 key-unknown"]),
        ("sample: true", "standards: VietGAP", ["21:12 type-wrong"]),
        ("sample: true", "name: lại", ["21:1 key-duplicate"]),
        ("file: ca.jpg", "file: ../../ca.jpg", ["16:11 photo-path"]),
        ("file: ca.jpg", "file: /etc/passwd", ["16:11 photo-path"]),
        ("producer: co-so", "producer: co-sa", ["7:11 unknown-producer"]),
        ("made_in: vinh-loi", "made_in: vinh-lo", ["8:10 unknown-place"]),
        ("  decision: Số 01/QĐ-THỬ\n", "", ["9:1 certificate-decision-missing"]),
        ("stars: 3", "score: 80\n  stars: 3", ["10:10 points-stars"]),
        ("stars: 3", "ocop_code: 80-1\n  stars: 3", ["10:14 ocop-code-form"]),
        ("UBND tỉnh Tây Ninh", "UBND xã Tân Hưng", ["13:14 authority"]),
        ("148/QĐ-TTg", "26/2026/QĐ-TTg", ["14:16 legal-basis-date"]),
        ("group: 8", 'gtin: "9521234500019"\ngroup: 8', ["6:7 gtin-check-digit"]),
        ("group: 8", 'gtin: "8934588063053"\ngroup: 8', ["6:7 gtin-sample"]),
        ("sample: true\n", 'gtin: "9521234500018"\n', ["21:7 gtin-demonstration"]),
        (STORY, "ngắn", ["23:1 story-short"]),
        (STORY, STORY + "\n<script>x</script>", ["24:1 script-removed"]),
        (STORY, STORY + "\n\n![x](x.jpg)", ["25:1 story-image"]),
        ("Cá xẻ phơi nắng.", "dài " * 50, ["3:10 summary-long"]),
    ],
)
def test_a_rule_names_the_very_key_or_line(
    tmp_path: Path, old: str, new: str, found: list[str]
) -> None:
    reading = read(project(tmp_path, {"products/kho.md": changed(old, new)}))

    assert places(reading) == [f"products/kho.md:{place}" for place in found]


def test_what_needs_a_broken_thing_is_left_out_without_a_second_problem(tmp_path: Path) -> None:
    broken = PRODUCER.replace("household", "shop")
    reading = read(project(tmp_path, {"producers/co-so.md": broken, "fairs/tet.md": FAIR}))

    assert places(reading) == ["producers/co-so.md:3:7 type-wrong"]
    assert reading.catalogue
    assert reading.catalogue.products == ()
    assert reading.catalogue.fairs[0].products == ()


@pytest.mark.parametrize("site", [None, "", "name: [x", "name: x\n"])
def test_without_a_site_there_is_no_catalogue_but_all_the_other_problems(
    tmp_path: Path, site: str | None
) -> None:
    root = project(tmp_path, {"site.yaml": site or "", "products/x.md": "x"})
    if site is None:
        (root / "content" / "site.yaml").unlink()
    reading = read(root)

    assert reading.catalogue is None
    assert {p.path for p in reading.problems} == {"content/site.yaml", "content/products/x.md"}


def test_an_empty_folder_has_one_problem(tmp_path: Path) -> None:
    assert places(read(tmp_path)) == ["site.yaml:1:1 file-missing"]


def test_codes_and_gtins_belong_to_one_product(tmp_path: Path) -> None:
    mine = changed("group: 8", 'gtin: "9521234500018"\ngroup: 8')
    other = mine.replace("net: 500 g", 'net: 500 g\n    gtin: "09521234500018"')
    reading = read(project(tmp_path, {"products/kho.md": mine, "products/mam.md": other}))

    assert places(reading) == [
        "products/mam.md:5:7 code-duplicate",
        "products/mam.md:6:7 gtin-duplicate",
        "products/mam.md:21:11 gtin-duplicate",
    ]
    assert "content/products/kho.md" in reading.problems[0].line_in("vi")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("products/Khô cá.md", "slug-invalid"),
        ("products/kho_ca.md", "slug-invalid"),
        ("products/kho.fr.md", "language-unknown"),
        ("products/con.md", "slug-reserved"),
        ("products/lpt1.md", "slug-reserved"),
        ("products/kho.MD", "slug-duplicate"),
        ("products/mam.en.md", "translation-orphan"),
    ],
)
def test_a_file_name_must_make_an_address(tmp_path: Path, name: str, found: str) -> None:
    text = changed("code: 7K3M9", "code: 7K3MX")
    reading = read(project(tmp_path, {name: text}))

    assert [p.rule.code for p in reading.problems] == [found]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("now: tan-hung", "now: tan-hun", ["places.yaml:2:70 unknown-place"]),
        ("now: tan-hung", "now: vinh-loi", ["places.yaml:2:70 unknown-place"]),
        ("slug: vinh-loi", "slug: tan-hung", ["places.yaml:2:10 slug-duplicate"]),
        ("slug: vinh-loi", "slug: nul", ["places.yaml:2:10 slug-reserved"]),
        ("kind: xã, name: Vĩnh", "name: Vĩnh", ["places.yaml:2:3 key-missing"]),
        ("- {slug: tan-hung", "- x\n- {slug: tan-hung", ["places.yaml:1:3 type-wrong"]),
    ],
)
def test_places_are_checked_row_by_row(
    tmp_path: Path, old: str, new: str, found: list[str]
) -> None:
    text = PLACES.replace(old, new, 1)
    product = changed("made_in: vinh-loi\n", "")
    reading = read(project(tmp_path, {"places.yaml": text, "products/kho.md": product}))

    assert places(reading) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("ends_on: 22/12/2026", "ends_on: 2026-12-01", "4:10 dates-reversed"),
        ("starts_on: 2026-12-18", "starts_on: 2026-12", "3:12 type-wrong"),
        ("starts_on: 2026-12-18", "starts_on: mai", "3:12 type-wrong"),
        ("[kho]", "[kho, gao]", "5:17 unknown-product"),
        ("products:", "place: x\nproducts:", "5:8 unknown-place"),
    ],
)
def test_a_fair_names_real_days_and_products(
    tmp_path: Path, old: str, new: str, found: str
) -> None:
    reading = read(project(tmp_path, {"fairs/tet.md": FAIR.replace(old, new)}))

    assert places(reading) == [f"fairs/tet.md:{found}"]


def test_translations_match_their_originals(tmp_path: Path) -> None:
    words = "---\nname: Fish\nphoto_alts: [a, b]\ncolour: red\n---\n"
    workshop = "---\nname: Workshop\nphone: 0000 000 001\n---\n"
    reading = read(
        project(tmp_path, {"products/kho.en.md": words, "producers/co-so.en.md": workshop})
    )

    assert places(reading) == [
        "producers/co-so.en.md:3:1 translation-key",
        "products/kho.en.md:3:1 photo-alts-count",
        "products/kho.en.md:4:1 key-unknown",
    ]


def test_translated_award_names_and_packs_are_as_many_as_the_originals(tmp_path: Path) -> None:
    """Else a name would stand beside another's award, a size beside another's price."""
    words = "---\nname: Fish\naward_names: [Sample prize]\npack_nets: [a box, a bag]\n---\n"
    reading = read(project(tmp_path, {"products/kho.en.md": words}))

    assert places(reading) == [
        "products/kho.en.md:3:1 award-names-count",
        "products/kho.en.md:4:1 pack-nets-count",
    ]


def test_files_that_are_no_text_of_the_project_are_refused_or_ignored(tmp_path: Path) -> None:
    root = project(tmp_path / "project", {"products/.an.md": "x", "products/note.txt": "x"})
    folder = root / "content" / "products"
    (tmp_path / "secret.md").write_text("---\n---\n")
    (folder / "folder.md").mkdir()
    (folder / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "loop.md").symlink_to(folder / "loop.md")
    (folder / "big.md").write_bytes(b"a" * 300_000)
    (folder / "blank.md").write_bytes(b"\0" * 300)
    os.mkfifo(folder / "pipe.md")

    assert places(read(root)) == [
        "products/big.md:1:1 file-too-large",
        "products/blank.md:1:1 file-blanked",
        "products/folder.md:1:1 file-unreadable",
        "products/link.md:1:1 file-outside",
        "products/loop.md:1:1 file-unreadable",
        "products/pipe.md:1:1 file-unreadable",
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.binary(max_size=300) | st.text(max_size=200).map(lambda t: f"---\n{t}\n---\n{t}".encode())
)
def test_no_content_of_a_file_raises(tmp_path: Path, content: bytes) -> None:
    names = ("products/x.md", "products/kho.en.md", "places.yaml", "fairs/x.md", "site.yaml")
    for name in names:
        reading = read(project(tmp_path, {name: content}))
        for problem in reading.problems:
            assert problem.line_in("vi").count("\n") == 0
        project(tmp_path, {"fairs/x.md": FAIR})


_VALUE = st.sampled_from(["", "1", "x", "[1]", "{a: 1}", "2025-13", "-", "~", '"\\0"', "[[]]", "3"])


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(1, 20), _VALUE)
def test_no_value_of_a_key_raises(tmp_path: Path, row: int, value: str) -> None:
    lines = PRODUCT.split("\n")
    lines[row] = f"{lines[row].partition(':')[0]}: {value}"
    reading = read(project(tmp_path, {"products/kho.md": "\n".join(lines)}))

    assert all(p.path == "content/products/kho.md" for p in reading.problems)
    assert all(p.line >= 1 and p.column >= 1 for p in reading.problems)


def test_the_projects_own_content_has_no_error() -> None:
    root = Path(__file__).parent.parent
    reading = read(root)

    assert [p.line_in("vi") for p in reading.problems if p.severity == "error"] == []
    assert reading.catalogue
    assert reading.catalogue.products


def test_a_countrys_communes_and_former_units_are_read(tmp_path: Path) -> None:
    units = "".join(
        f"- {{slug: xa-{n}, kind: xã, name: Số {n}, province: Tây Ninh}}\n" for n in range(6000)
    )

    reading = read(project(tmp_path, {"places.yaml": f"{PLACES}{units}"}))

    assert len(units.encode()) > 256_000
    assert places(reading) == []
    assert reading.catalogue is not None
    assert "xa-5999" in reading.catalogue.places
