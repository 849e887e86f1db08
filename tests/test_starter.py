"""`ocop new site`: what an editor starts from, and that it holds all that can be written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from generator.catalogue.fields import Written, keys_of, rows_of
from generator.catalogue.model import (
    Certificate,
    Fair,
    Model,
    Office,
    Pack,
    Page,
    Photo,
    Place,
    Producer,
    Product,
    Site,
    Village,
)
from generator.catalogue.reading.reader import read
from generator.cli import ocop

OPTIONAL = {"province", "province_kind", "district", "code", "province_code", "now"}
UNUSED_KEY = re.compile(r"^( *)#(?=[-\w])", re.MULTILINE)
"""The mark before a key that waits to be used; explanations have a space after it."""


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(ocop, arguments, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "dự án"
    assert not run("new", "site", str(folder)).return_value
    return folder


def test_a_new_project_builds_without_a_word_of_complaint(project: Path) -> None:
    result = run("build", "--root", str(project), "--jobs", "1", "--strict")
    page = (project / "output/site/san-pham/san-pham-mau/index.html").read_text("utf-8")

    assert not result.return_value
    assert result.stderr == ""
    assert "Sản phẩm mẫu" in page
    assert "Dữ liệu mẫu" in page
    assert (project / "output/site/Q/SPM01/index.html").is_file()
    assert (project / "output/labels/san-pham-mau/sheet.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_made_from_a_project_is_kept_out_of_git(project: Path) -> None:
    ignored = (project / ".gitignore").read_text("utf-8").splitlines()

    assert {"/output/", "/.cache/"} <= set(ignored)
    assert not (project / "gitignore").exists()


def test_the_photo_is_fit_for_print_and_light_to_carry(project: Path) -> None:
    photo = project / "content/media/san-pham-mau.jpg"

    with Image.open(photo) as picture:
        assert picture.size == (2400, 1800)
    assert photo.stat().st_size < 300_000


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert not run("new", "site", str(tmp_path)).return_value
    assert (tmp_path / "content/site.yaml").is_file()


@pytest.mark.parametrize(("language", "words"), [("vi", "không trống"), ("en", "is not empty")])
def test_a_folder_in_use_is_left_alone(tmp_path: Path, language: str, words: str) -> None:
    (tmp_path / ".ghi-chú").write_text("của tôi", "utf-8")
    result = run("new", "site", str(tmp_path), "--lang", language)

    assert result.return_value == 1
    assert words in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == [".ghi-chú"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run("new", "site", str(tmp_path / "file" / "project"))

    assert result.return_value == 1
    assert "file/project" in result.stderr.replace("\\", "/")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [["new"], ["new", "sitee"], ["new", "site"], ["new", "site", "a", "b"]]
)
def test_wrong_usage_is_told_apart_from_a_failure(arguments: list[str]) -> None:
    assert CliRunner().invoke(ocop, arguments).exit_code == 2


@pytest.fixture
def guided(project: Path) -> Path:
    """The project with the examples of its guide put where the guide says."""
    guide = (project / "README.md").read_text("utf-8")
    examples = {
        "## Thêm hội chợ": "fairs/hoi-cho-mau.md",
        "## Thêm làng nghề": "villages/lang-mau.md",
        "## Thêm trang": "pages/gioi-thieu.md",
        "## Lô hàng": "lots/san-pham-mau.csv",
    }
    for heading, path in examples.items():
        part = guide.split(heading)[1].split("\n## ")[0]
        lines = re.findall(r"^    (.*)$", part, re.MULTILINE)
        (project / "content" / path).parent.mkdir()
        (project / "content" / path).write_text("\n".join(lines) + "\n", "utf-8")
    return project


SHOWN: list[tuple[str, list[type[Model]]]] = [
    ("site.yaml", [Site, Office]),
    ("places.yaml", [Place]),
    ("producers/co-so-mau.md", [Producer]),
    ("products/san-pham-mau.md", [Product, Certificate, Photo, Pack]),
    ("fairs/hoi-cho-mau.md", [Fair]),
    ("villages/lang-mau.md", [Village]),
    ("pages/gioi-thieu.md", [Page]),
]
"""Each file of the starter and its guide, with the models whose keys stand in it."""


@pytest.mark.parametrize(("file", "models"), SHOWN)
def test_every_key_is_shown(guided: Path, file: str, models: list[type[Model]]) -> None:
    text = (guided / "content" / file).read_text("utf-8")
    shown = set(re.findall(r"(?:^[# -]*|[{,] ?)(\w+)(?::|  )", text, re.MULTILINE))
    missing = {key for model in models for key in keys_of(model)} - shown

    assert missing == set()


@pytest.mark.parametrize(("file", "models"), [each for each in SHOWN if each[1] != [Place]])
def test_the_hint_of_each_key_stands_above_it(
    guided: Path, file: str, models: list[type[Model]]
) -> None:
    text = (guided / "content" / file).read_text("utf-8")
    told: set[tuple[str, str]] = set()
    above = ""
    for line in text.splitlines():
        if key := re.match(r" *(?:- |# ?)?([a-z]\w*): ?", line):
            told.add((key[1], above.strip()))
            above = ""
        else:
            above += re.sub(r"^ *#", "", line)
    hints = {
        (row.key, row.hint("vi"))
        for model in models
        for row in rows_of(model)
        if row.written is Written.AS_KEY
    }

    assert {
        (key, hint) for key, hint in hints if not any(key == k and hint in t for k, t in told)
    } == set()


def test_the_list_of_places_explains_each_key(project: Path) -> None:
    text = (project / "content/places.yaml").read_text("utf-8")

    for row in rows_of(Place):
        optional = " Không bắt buộc." if row.key in OPTIONAL else ""
        assert re.search(
            rf"^# {row.key} +{re.escape(row.hint('vi') + optional)}$", text, re.MULTILINE
        )


def test_every_key_that_waits_can_be_used_as_it_stands(guided: Path) -> None:
    project = guided
    for path in (project / "content").rglob("*.*"):
        if path.suffix in {".md", ".yaml"}:
            text = path.read_text("utf-8")
            used = UNUSED_KEY.sub(r"\1", text)
            path.write_text(used, "utf-8")
            assert used != text, path
    reading = read(project)
    problems = {problem.line_in("en") for problem in reading.problems}
    assert reading.catalogue is not None
    (product,) = reading.catalogue.products

    assert problems == set()
    assert product.gtin == "9520000000011"
    assert product.packs[0].gtin == "9520000000028"
    assert product.buy
    assert product.certificate is not None
    assert product.certificate.score == 66.5
    assert reading.catalogue.site.english is not None
    assert reading.catalogue.site.office is not None
    assert reading.catalogue.site.office.email == "ocop@example.com"
    assert reading.catalogue.fairs[0].booth == "A12"
    assert reading.catalogue.villages["lang-mau"].founded == 1990
    assert reading.catalogue.pages[0].summary == "Về danh mục này."


def test_the_guide_s_examples_can_be_copied_as_they_stand(guided: Path) -> None:
    reading = read(guided)
    assert reading.catalogue is not None

    assert reading.problems == ()
    assert [lot.lot for lot in reading.catalogue.lots["san-pham-mau"]] == ["L260112"]
    assert [fair.products for fair in reading.catalogue.fairs] == [("san-pham-mau",)]
    assert [*reading.catalogue.villages] == ["lang-mau"]
    assert [page.menu for page in reading.catalogue.pages] == [1]


def test_the_guide_names_files_that_are_there(project: Path) -> None:
    guide = (project / "README.md").read_text("utf-8")
    table = guide.split("## Sửa gì, ở đâu")[1].split("##")[0]
    named = re.findall(r"`(content/[^`]+)`", table)

    assert named
    assert [path for path in named if not (project / path).exists()] == []
