"""What is saved is shown, what is broken stands as it was, and nothing else is hidden by it."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from serve_project import Trial, trial
from small_project import ENGLISH, SITE, STORY, producer, product, project

from generator.catalogue.reading import files as reading_files
from generator.desk.building.last_published import LastPublished
from generator.desk.options import Order
from generator.desk.serving import session as session_module
from generator.desk.serving.serve import terminal_code
from generator.desk.serving.watching import is_meant
from generator.desk.version import program_version
from generator.engine.tree import listing

PAGE, OTHER = "/san-pham/kho-ca/", "/san-pham/mam-ca/"
FILE, OTHER_FILE = "content/products/kho-ca.md", "content/products/mam-ca.md"
BROKEN = "---\nname: [\n---\n"
OWN_THEME = "theme: rieng\n"


@pytest.fixture
def preview(tmp_path: Path) -> Trial:
    return trial(tmp_path)


def test_a_saved_file_is_shown_before_the_whole_is_read(preview: Trial) -> None:
    before = preview.state(PAGE)
    preview.saved({FILE: product("kho-ca", name="Khô cá mới")})

    assert "Khô cá mới" in preview.text(PAGE)
    assert preview.told(PAGE, before)["act"] == "reload"


def test_what_depends_on_it_elsewhere_follows_with_the_whole(preview: Trial) -> None:
    preview.settled({FILE: product("kho-ca", name="Khô cá mới")})

    assert "Khô cá mới" in preview.text("/san-pham/")
    assert "Khô cá mới" in preview.text(OTHER)


def test_a_story_and_a_translation_are_shown_at_once(preview: Trial) -> None:
    preview.saved({FILE: product("kho-ca", story=f"{STORY} Chuyện vừa viết.")})
    preview.saved({"content/products/kho-ca.en.md": ENGLISH.replace("Dried fish", "Sun fish")})

    assert "Chuyện vừa viết" in preview.text(PAGE)
    assert "Sun fish" in preview.text("/en/products/kho-ca/")


def test_the_browser_goes_to_the_page_of_the_file_just_saved(preview: Trial) -> None:
    home = preview.state("/")
    preview.saved({FILE: product("kho-ca", name="Khô cá mới")})

    assert preview.told("/", home)["go"] == PAGE
    preview.saved({"content/products/kho-ca.en.md": ENGLISH + "More."})
    assert preview.told("/", home)["go"] == "/en/products/kho-ca/"


@pytest.mark.parametrize("page", [PAGE, "/Q/7K3M1/", "/en/products/kho-ca/"])
def test_it_stays_where_it_is_about_that_file_already(preview: Trial, page: str) -> None:
    before = preview.state(page)
    preview.saved({FILE: product("kho-ca", group="4")})
    told = preview.told(page, before)

    assert "go" not in told
    assert told["act"] == "reload"


def test_nobody_is_led_about_after_an_import(preview: Trial) -> None:
    home = preview.state("/")
    preview.settled({FILE: product("kho-ca", name="A"), OTHER_FILE: product("mam-ca", name="B")})

    assert "go" not in preview.told("/", home)


def test_a_file_that_is_only_touched_changes_nothing(preview: Trial) -> None:
    number = preview.preview.number
    preview.saved({FILE: product("kho-ca")})

    assert preview.preview.number == number


def test_a_broken_file_stands_as_it_was_and_hides_nothing(preview: Trial) -> None:
    preview.settled({FILE: product("kho-ca").replace("group: 8", "group: 88")})

    assert preview.rules() == ["unknown-group"]
    assert preview.ask(PAGE).status == 200
    preview.settled({OTHER_FILE: product("mam-ca", name="Mắm mới")})
    assert "Mắm mới" in preview.text(OTHER)
    assert "Khô cá" in preview.text("/san-pham/")
    preview.settled({FILE: product("kho-ca", name="Khô cá lành")})
    assert preview.rules() == []
    assert "Khô cá lành" in preview.text(PAGE)


def test_a_problem_is_told_at_once_with_place_excerpt_and_cure(preview: Trial) -> None:
    preview.saved({FILE: product("kho-ca").replace("group: 8", "group: <b>8")})
    told = preview.preview.message("", "", 0)
    rows = told["problems"]

    assert isinstance(rows, list)
    (row,) = (each for each in rows if each["severity"] == "error")
    assert (row["file"], row["line"], row["first"]) == (FILE, 6, 5)
    assert row["lines"][1] == "group: <b>8"
    assert row["what"]
    assert row["cure"]
    assert row["opens"]


def test_what_is_told_speaks_the_site_s_language(tmp_path: Path) -> None:
    run = trial(tmp_path)
    run.settled({"content/site.yaml": SITE.replace("language: vi\nlanguages: [vi, en]",
                                                   "language: en\nlanguages: [en]")})  # fmt: skip
    words = run.preview.message("", "", 0)["words"]

    assert isinstance(words, dict)
    assert words["open"] == "Open the file"


def test_a_file_broken_from_the_start_is_left_out_and_the_rest_shown(tmp_path: Path) -> None:
    root = trial(tmp_path).root
    (root / FILE).write_text(BROKEN, "utf-8")
    run = Trial(root)

    assert run.rules()
    assert run.ask(OTHER).status == 200
    assert run.ask(PAGE).status == 404
    run.settled({FILE: product("kho-ca")})
    assert run.ask(PAGE).status == 200


def test_it_stands_as_it_was_published_where_a_build_has_published_it(tmp_path: Path) -> None:
    root = project(tmp_path)
    copies = LastPublished(
        Order(root, root / "output").output_cache / "published", program_version()
    )
    copies.remember(root / "content", listing(root / "content"), frozenset())
    (root / FILE).write_text(BROKEN, "utf-8")
    (root / OTHER_FILE).unlink()
    run = Trial(root)

    assert run.rules()
    assert "Khô cá" in run.text(PAGE)
    assert run.ask(OTHER).status == 404


def test_a_broken_translation_keeps_its_last_words_and_lets_the_facts_go_on(
    preview: Trial,
) -> None:
    preview.settled({"content/products/kho-ca.en.md": BROKEN})
    preview.settled({FILE: product("kho-ca", name="Khô cá mới")})

    assert preview.rules()
    assert "Dried fish" in preview.text("/en/products/kho-ca/")
    assert "Khô cá mới" in preview.text(PAGE)


def test_a_project_without_a_sound_site_yaml_starts_and_says_so(tmp_path: Path) -> None:
    root = trial(tmp_path).root
    (root / "content/site.yaml").write_text("name: [", "utf-8")
    run = Trial(root)

    assert run.rules()
    assert run.ask("/").status == 500
    assert "/_serve/live.js" in run.text("/")
    assert run.ask("/in/").status in (404, 500)
    before = run.state("/")
    run.settled({"content/site.yaml": SITE})
    assert run.ask("/").status == 200
    assert run.told("/", before)["act"] == "reload"


def test_site_yaml_broken_later_hides_no_page(preview: Trial) -> None:
    preview.settled({"content/site.yaml": "name: ["})

    assert preview.rules()
    assert preview.ask(PAGE).status == 200


def test_a_page_stands_though_its_file_can_t_even_be_taken_apart(preview: Trial) -> None:
    preview.settled({FILE: "name: Khô cá, và không có gì khác"})

    assert preview.rules()
    assert "Khô cá" in preview.text(PAGE)
    assert preview.ask(PAGE).status == 200


def test_what_names_a_broken_thing_stands_too(preview: Trial) -> None:
    preview.settled({"content/producers/co-so.md": BROKEN})

    assert preview.ask(PAGE).status == 200
    assert preview.ask("/chu-the/co-so/").status == 200


def test_what_names_a_thing_that_is_gone_goes_with_it(preview: Trial) -> None:
    preview.settled({"content/producers/co-so.md": None})

    assert "unknown-producer" in preview.rules()
    assert preview.ask(PAGE).status == 404
    assert preview.ask("/san-pham/gao/").status == 200
    preview.settled({"content/producers/co-so.md": producer("co-so", "tan-hung")})
    assert preview.ask(PAGE).status == 200


def test_a_new_product_and_a_renamed_one_are_found(preview: Trial) -> None:
    home = preview.state("/")
    text = (preview.root / FILE).read_text("utf-8")
    english = "content/products/kho-ca.en.md"
    preview.settled({FILE: None, english: None, "content/products/kho-ca-moi.md": text})

    assert preview.ask(PAGE).status == 404
    assert preview.ask("/san-pham/kho-ca-moi/").status == 200
    preview.settled({"content/products/them.md": product("gao", code="7K3M9", name="Thêm")})
    assert preview.told("/", home)["go"] == "/san-pham/them/"


def test_a_file_in_work_is_shown_and_says_so(preview: Trial) -> None:
    assert "Bản nháp" not in preview.text(PAGE)
    draft = product("kho-ca").replace("\n---\n", "\ndraft: true\n---\n", 1)
    preview.saved({FILE: draft})
    assert "Bản nháp" in preview.text(PAGE)
    preview.settled({FILE: draft})
    assert "Bản nháp" in preview.text(PAGE)
    assert "Bản nháp" not in preview.text(OTHER)


def test_the_content_folder_may_go_and_come_back(preview: Trial) -> None:
    content, away = preview.root / "content", preview.root / "away"
    content.rename(away)
    preview.session.saved(frozenset({"content"}))
    preview.session.catch_up()
    assert preview.rules()
    assert preview.ask(PAGE).status == 200
    preview.ask("/in/")

    away.rename(content)
    preview.session.saved(frozenset({"content"}))
    preview.session.catch_up()
    assert preview.rules() == []
    assert preview.faults == []


def test_a_photo_that_is_gone_is_told_and_its_page_shown(preview: Trial) -> None:
    preview.settled({"content/media/kho-ca.jpg": None})

    assert preview.rules() == ["photo-missing"]
    assert preview.ask(PAGE).status == 200


def test_a_theme_with_an_error_leaves_pages_as_they_were(preview: Trial) -> None:
    preview.settled({"content/site.yaml": SITE + OWN_THEME})
    good = preview.text(PAGE).rpartition("<script src")[0]
    preview.settled({"themes/rieng/web/product.html": "{% if %}"})

    assert preview.rules() == ["theme-unusable"]
    assert preview.text(PAGE).rpartition("<script src")[0] == good
    preview.settled({"themes/rieng/web/product.html": "<p>Trang riêng</p></body>"})
    assert preview.rules() == []
    assert "Trang riêng" in preview.text(PAGE)


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("web/product.html", "\n{% if %}\n", 2),
        ("strings/vi.toml", "[a]\n\nb\n", 3),
        ("theme.toml", 'name = "rieng"\ninherits\n', 2),
    ],
)
def test_a_theme_with_an_error_is_told_at_the_line_to_mend(
    preview: Trial, file: str, text: str, line: int
) -> None:
    preview.settled({"content/site.yaml": SITE + OWN_THEME})
    preview.saved({f"themes/rieng/{file}": text})
    rows = preview.preview.message("", "", 0)["problems"]

    assert isinstance(rows, list)
    (row,) = (each for each in rows if each["rule"] == "theme-unusable")
    assert (row["file"], row["line"], row["opens"]) == (f"themes/rieng/{file}", line, True)
    assert text.splitlines()[line - 1] in row["lines"]
    assert row["what"]


def test_a_template_that_fails_as_it_runs_is_a_problem_over_the_last_good_page(
    preview: Trial,
) -> None:
    preview.settled({"content/site.yaml": SITE + OWN_THEME})
    before = preview.state(PAGE)
    preview.settled({"themes/rieng/web/product.html": "\n{{ 1 // 0 }}"})
    told = preview.told(PAGE, before)

    assert preview.ask(PAGE).status == 200
    assert "Khô cá" in preview.text(PAGE)
    assert isinstance(told["problems"], list)
    (problem,) = [each for each in told["problems"] if "chia cho 0" in each["what"]]
    assert (problem["file"], problem["line"]) == ("themes/rieng/web/product.html", 2)
    assert problem["lines"][-1] == "{{ 1 // 0 }}"
    assert preview.ask(OTHER).status == 500
    assert preview.faults == []


def test_styles_change_in_place(preview: Trial) -> None:
    preview.settled({"content/site.yaml": SITE + OWN_THEME})
    home, page = preview.state("/"), preview.state(PAGE)
    sheets = ("base.css", "browse.css")
    preview.saved({f"themes/rieng/static/{each}": "h1 { color: red }\n" for each in sheets})

    assert preview.told("/", home)["act"] == "styles"
    assert preview.told(PAGE, page)["act"] == "styles"
    assert "h1{color: red}" in preview.text("/static/site.css")


def test_a_part_of_a_script_is_new_at_once(preview: Trial) -> None:
    preview.settled({"content/site.yaml": SITE + OWN_THEME})
    home = preview.state("/")
    preview.saved({"themes/rieng/scripts/search/files.js": "window.trial = 1;\n"})

    assert preview.told("/", home)["act"] == "reload"
    assert "window.trial = 1;" in preview.text("/static/search.js")


def test_a_file_that_another_program_holds_is_tried_again_then_told(
    preview: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reading_files.read_plain

    def held(path: Path, largest: int) -> bytes:
        if path.name == "kho-ca.md":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path, largest)

    monkeypatch.setattr(reading_files, "read_plain", held)
    preview.saved({FILE: product("kho-ca", name="Khô cá mới")})
    for _ in range(session_module.UNTOLD):
        preview.session.catch_up()
        assert preview.rules() == []
        assert preview.ask("/san-pham/").status == 200
    preview.session.catch_up()
    assert preview.rules() == ["file-unreadable"]

    monkeypatch.undo()
    preview.session.catch_up()
    assert preview.rules() == []
    assert "Khô cá mới" in preview.text(PAGE)


def test_a_whole_that_is_older_than_what_is_shown_is_not_shown(
    preview: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    looker = preview.session._looker
    whole = type(looker).whole

    def slow(*arguments: object) -> object:
        found = whole(*arguments)  # type: ignore[arg-type]
        monkeypatch.undo()
        preview.saved({FILE: product("kho-ca", name="Khô cá mới nhất")})
        return found

    monkeypatch.setattr(type(looker), "whole", slow)
    preview.session.catch_up()

    assert "Khô cá mới nhất" in preview.text(PAGE)
    preview.session.catch_up()
    assert "Khô cá mới nhất" in preview.text("/san-pham/")


@pytest.mark.parametrize(
    ("path", "meant"),
    [("products/kho-ca.md", True), ("products/~$kho.docx", False), ("lots/x.csv", True),
     ("products/.kho-ca.md.swp", False), ("products/kho-ca.md~", False), ("products/4913", False),
     ("products/kho-ca.tmp", False), (".git/index", False), ("desktop.ini", False),
     ("lots/.~lock.x.csv#", False), ("media/anh.jpg.part", False), ("products/kho-ca.MD", True)],
)  # fmt: skip
def test_files_that_nobody_meant_wake_nobody(path: str, meant: bool) -> None:
    assert is_meant(path) is meant


def test_a_phone_reads_the_code_in_the_terminal() -> None:
    address = "http://192.168.1.7:8000/"
    lines = terminal_code(address).splitlines()
    halves = {"█": (255, 255), "▀": (255, 0), "▄": (0, 255), " ": (0, 0)}
    rows = [[halves[sign][half] for sign in line] for line in lines for half in (0, 1)]
    picture = Image.new("L", (len(rows[0]), len(rows)))
    picture.putdata([each for row in rows for each in row])
    found = zxingcpp.read_barcodes(picture.resize((8 * picture.width, 8 * picture.height), 0))

    assert [each.text for each in found] == [address]
