"""The made-up catalogues that builds are measured with, and what the harness says of a build."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from generator.catalogue.prose.story import word_count
from generator.desk.content import load

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
sys.path.append(str(BENCHMARKS))

import corpus as writer  # noqa: E402  # benchmarks/ is put on the path above
import invention  # noqa: E402
import judge  # noqa: E402
import likeness  # noqa: E402
import outcome  # noqa: E402
import peers  # noqa: E402
import scenery  # noqa: E402
import table  # noqa: E402

COUNT = 12


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    writer.write(folder, COUNT, 1, own_photos=True)
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def story(file: Path) -> str:
    return file.read_text("utf-8").split("---\n", 2)[2]


def test_our_reader_finds_nothing_wrong(corpus: Path) -> None:
    content = load(corpus / "ours")

    assert content.problems == ()
    assert content.catalogue is not None
    assert len(content.catalogue.products) == COUNT
    assert all(each.sample for each in content.catalogue.products)
    assert all(each.sample for each in content.catalogue.producers.values())
    assert content.catalogue.site.languages == ("vi",)


def test_the_same_arguments_give_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    writer.write(tmp_path, COUNT, 1, own_photos=True)

    assert len(everything(tmp_path / "plain")) == 2 * COUNT + 3
    for part in ("ours/content", "plain"):
        assert everything(tmp_path / part) == everything(corpus / part)


def test_the_plain_form_holds_the_same_products_stories_and_photos(corpus: Path) -> None:
    ours = {path.name: story(path) for path in (corpus / "ours/content/products").iterdir()}
    plain = {path.name: story(path) for path in (corpus / "plain/products").iterdir()}

    assert len(plain) == COUNT
    assert plain == ours
    assert everything(corpus / "plain/photos") == everything(corpus / "ours/content/media")


def test_photos_are_shared_unless_each_product_has_its_own() -> None:
    makers, files = invention.producers(COUNT), ["a.jpg", "b.jpg"]
    shared = [invention.product(k, makers, files, own=False).photo for k in range(COUNT)]
    own = {invention.product(k, makers, files, own=True).photo for k in range(COUNT)}

    assert shared == files * (COUNT // 2)
    assert len(own) == COUNT
    assert invention.product(0, makers, (), own=True).photo is None


def test_stories_are_long_enough_and_vary() -> None:
    makers = invention.producers(200)
    products = [invention.product(k, makers, (), own=False) for k in range(200)]
    words = [word_count(each.story) for each in products]

    assert min(words) >= invention.SHORTEST
    assert max(words) <= invention.LONGEST
    assert len({each.story for each in products}) == 200
    assert len({each.group for each in products}) > 20
    assert {each.stars for each in products} == {3, 4, 5}


def test_codes_of_a_national_catalogue_are_all_different() -> None:
    codes = {invention.code(k) for k in range(17_000)}

    assert len(codes) == 17_000
    assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{5}", code) for code in codes)


def test_photos_are_as_large_as_a_camera_s() -> None:
    content = scenery.photo(0)

    assert scenery.LIGHTEST <= len(content) <= scenery.HEAVIEST
    assert (scenery.WIDTH, scenery.HEIGHT) == (2400, 1800)


def test_our_project_is_measured_with_a_theme_whose_edit_shows(
    corpus: Path, tmp_path: Path
) -> None:
    ours = peers.PEERS["ours"]
    ours.stage(corpus, tmp_path / "work")
    content = load(tmp_path / "work")

    assert peers.TOKEN in (tmp_path / "work" / ours.template).read_text("utf-8")
    assert content.problems == ()
    assert content.catalogue is not None
    assert content.catalogue.site.theme == peers.THEME


PAGE = '<img src="/b.webp" srcset="/a.webp 480w, /b.webp 800w, /c.webp 1600w">'
CODE = '<img class="qr" src="/code.png">'
MADE = {"products": 1, "photos": 1, "photo_files": 1}


def a_site(folder: Path) -> Path:
    for name in ("a.webp", "b.webp", "c.webp", "code.png", "sitemap.xml", "feed.xml"):
        (folder / name).write_text("")
    page = folder / "san-pham/gao/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE + CODE, "utf-8")
    return page


def test_a_whole_site_has_no_faults(tmp_path: Path) -> None:
    a_site(tmp_path)

    assert outcome.faults(outcome.look(tmp_path, ["gao"]), MADE) == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda page: page.unlink(), "product_pages: 0 instead of 1"),
        (lambda page: page.write_text(PAGE), "codes: 0 instead of 1"),
        (lambda page: page.write_text(CODE), "pictured: 0 instead of 1"),
        (lambda page: (page.parents[2] / "code.png").unlink(), "codes: 0 instead of 1"),
        (lambda page: (page.parents[2] / "c.webp").unlink(), "pictures: 2 instead of 3"),
        (lambda page: (page.parents[2] / "feed.xml").unlink(), "feeds: 1 instead of 2"),
    ],
)
def test_what_is_missing_is_named(
    tmp_path: Path, spoil: Callable[[Path], object], fault: str
) -> None:
    spoil(a_site(tmp_path))

    assert fault in outcome.faults(outcome.look(tmp_path, ["gao"]), MADE)


def test_pages_that_lack_an_edit_are_counted(tmp_path: Path) -> None:
    a_site(tmp_path)

    assert outcome.lacking(tmp_path, "srcset") == 0
    assert outcome.lacking(tmp_path, "chưa có") == 1


def line(peer: str, wall: float, rep: int, *faults: str) -> Mapping[str, Any]:
    measured = {"wall": wall, "cpu": wall, "memory": 2**20, "resident": 2**20}
    return {"peer": peer, "scenario": "cold", "rep": rep, "faults": faults, **measured}


def test_the_table_shows_medians_of_sound_builds_and_their_ratios(tmp_path: Path) -> None:
    head = {
        "corpus": {"products": 1, "photos": 0},
        "machine": {"cores": 2, "processor": "x"},
        "versions": {"ours": "1", "hugo": "2"},
        "day": "2026-11-24",
    }
    ours = [line("ours", 1, 0), line("ours", 2, 1), line("ours", 9, 2)]
    hugo = [line("hugo", 4, 0), line("hugo", 4, 1), line("hugo", 99, 2, "no page")]
    file = tmp_path / "results.jsonl"
    lines = (json.dumps(each) for each in (head, *ours, *hugo))
    file.write_text("\n".join(lines), "utf-8")
    rows = table.table(file).splitlines()

    assert "| làm lần đầu, giây · cold, s | 2.00 | 4.00 | 0.50 |" in rows
    assert "- hugo, cold, 3: no page" in rows


def _grey(values: NDArray[np.float64]) -> Image.Image:
    return Image.fromarray(values.round().clip(0, 255).astype(np.uint8))


def test_likeness_is_one_for_equal_pictures_and_falls_with_noise() -> None:
    chance = np.random.default_rng(1)
    picture = np.asarray(Image.linear_gradient("L"), np.float64)
    little, much = (picture + chance.normal(0, sigma, picture.shape) for sigma in (2, 20))
    like = [likeness.ssim(_grey(picture), _grey(each)) for each in (picture, little, much)]

    assert like[0] == pytest.approx(1)
    assert like == sorted(like, reverse=True)
    assert like[2] < like[1] < 1


def test_likeness_of_even_pictures_is_the_definition_s_first_factor() -> None:
    dark, light = (Image.new("L", (20, 20), value) for value in (100, 120))
    c1 = (0.01 * 255) ** 2

    assert likeness.ssim(dark, light) == pytest.approx((24_000 + c1) / (10_000 + 14_400 + c1))


def test_bytes_are_told_at_the_score_of_the_measure() -> None:
    ways = [judge.Way("a", "WEBP", (79,)), judge.Way("b", "AVIF", (40, 60))]

    def made(quality: float, size: int, score: float) -> judge.Made:
        return judge.Made(quality, size, score, score / 100, 0.01)

    photo = {"a": [made(79, 2000, 70)], "b": [made(40, 500, 60), made(60, 2000, 80)]}
    row = [*judge.table(ways, [photo])][-1].split(" | ")

    assert row[1] == "50.0"
    assert row[-2:] == ["0.500", "0.500 |"]
