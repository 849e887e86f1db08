"""`draft: true`: a file in work is checked, and neither published, printed nor counted."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import web_samples
from folder_samples import NAMES, needed
from small_project import built, change, everything, product, project, run, with_files, write

from generator.catalogue.model.folders import BY_NAME
from generator.catalogue.problems.problem import Problem, Severity
from generator.desk.building.lost_addresses import with_lost_addresses
from generator.desk.building.plan import plan as plan_all
from generator.desk.content import load
from generator.desk.options import Order
from generator.engine.artifact import Folders
from generator.web.plan import plan

RICE = "content/products/gao.md"
DRAFT = "sample: true\ndraft: true\n"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def root(sound: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sound, tmp_path, dirs_exist_ok=True)


def in_work(root: Path, path: str) -> None:
    change(root, path, "sample: true\n", DRAFT)


def errors(root: Path) -> list[Problem]:
    return [each for each in load(root).problems if each.severity is Severity.ERROR]


def codes(root: Path) -> list[str]:
    return [each.rule.code for each in errors(root)]


def test_nothing_that_is_published_or_printed_tells_of_a_draft(root: Path) -> None:
    change(root, "content/products/kho-ca.en.md", "name:", "name:")
    write(root, "content/products/gao.en.md", "---\nname: Secret rice\n---\nRice.\n")
    change(root, RICE, "name: Gạo", "name: Gạo giấu kín")
    write(root, "content/lots/gao.csv", "lot\nL1\n")
    in_work(root, RICE)
    for name in ("villages", "fairs", "pages"):
        text = needed(BY_NAME[name], "Điều giấu kín")
        write(root, f"content/{name}/giau.md", f"---\n{text}draft: true\n---\nGiấu.\n")
    write(
        root,
        "content/producers/giau.md",
        "---\nname: Nơi giấu kín\nkind: household\nplace: tan-hung\ndraft: true\n---\n",
    )

    assert built(root, only="site") == 0
    files = everything(root / "output")
    words = ("gao", "7K3M3", "giau", "giấu kín", "Secret rice")
    texts = {path: text.decode() for path, text in files.items() if _is_text(path)}
    assert [path for path in files if any(each in path for each in words)] == []
    assert [path for path, text in texts.items() if any(each in text for each in words)] == []
    assert "Khô cá" in texts["site/index.html"]
    printed = _on_paper(root)
    assert "kho-ca" in printed
    assert [each for each in words if each in printed] == []


def _on_paper(root: Path) -> str:
    """Paths and values of all that would be printed."""
    content = load(root)
    assert content.catalogue is not None
    scopes = frozenset({"labels", "brochures"})
    day = date(2026, 3, 1)
    found = plan_all(content.catalogue, content, root / "content", web_samples.THEME, scopes, day)
    return repr([(each.paths, each.values_from(found.subject)) for each in found.artifacts])


def _is_text(path: str) -> bool:
    return path.endswith((".html", ".json", ".xml", ".txt", ".js", ".css", ".conf", ".svg"))


def test_the_check_counts_drafts_by_themselves(root: Path) -> None:
    in_work(root, RICE)
    status, said, _ = run(root, "check", "--lang", "en")

    assert status == 0
    assert "2 products: 0 errors" in said
    assert "1 draft (draft: true) not published." in said
    assert "of 2 products complete" in said


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_of_each_folder_may_lack_facts_and_stops_nothing(root: Path, name: str) -> None:
    write(root, f"content/{name}/moi.md", "---\ndraft: true\n---\n")
    found = [each for each in load(root).problems if each.path == f"content/{name}/moi.md"]

    assert errors(root) == []
    assert {"draft-unfinished"} <= {each.rule.code for each in found}
    assert "“" in found[0].said_in("vi")
    assert "is missing" in " ".join(each.said_in("en") for each in found)
    cures = [each.said_in("vi") for each in found if each.rule.code == "draft-unfinished"]
    assert all("Hãy thêm" in each and "Đủ rồi thì xóa" in each for each in cures)


def test_what_is_wrong_in_a_draft_is_an_error_as_anywhere(root: Path) -> None:
    in_work(root, RICE)
    change(root, RICE, "group: 4", "group: 44")
    change(root, RICE, "price: 90000", "price: chín")

    assert sorted(codes(root)) == ["type-wrong", "unknown-group"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("7K3M3", "7K3M1", "code-duplicate"),
        ("sample: true", "aliases: [/san-pham/kho-ca/]\nsample: true", "alias-clash"),
    ],
)
def test_a_draft_s_code_and_aliases_are_taken(root: Path, old: str, new: str, rule: str) -> None:
    in_work(root, RICE)
    change(root, RICE, old, new)

    assert codes(root) == [rule]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (
            "fairs/hoi-cho",
            "name: H\nstarts_on: 2026-12-18\nends_on: 2026-12-20\nproducts: [gao]",
            5,
        ),
        ("pages/trang", "title: T\n---\nXem [gạo](../products/gao.md).\n\n---", 4),
    ],
)
def test_a_draft_that_published_files_name_is_told_once_at_its_own_line(
    root: Path, path: str, text: str, line: int
) -> None:
    in_work(root, RICE)
    with_files(root, {f"{path}.md": f"---\n{text}\n---\n"})
    (found,) = errors(root)

    assert (found.path, found.rule.code, found.line) == (RICE, "draft-needed", 21)
    assert f"content/{path}.md:{line}" in found.said_in("vi")
    change(root, f"content/{path}.md", f"---\n{text[:4]}", f"---\ndraft: true\n{text[:4]}")
    assert errors(root) == []


def test_products_of_a_producer_in_work_are_named_in_one_message(root: Path) -> None:
    in_work(root, "content/producers/co-so.md")
    (found,) = errors(root)

    assert (found.path, found.rule.code) == ("content/producers/co-so.md", "draft-needed")
    assert "kho-ca.md:7, content/products/mam-ca.md:7" in found.said_in("en")
    in_work(root, "content/products/kho-ca.md")
    in_work(root, "content/products/mam-ca.md")
    assert errors(root) == []


def test_translations_of_a_draft_may_link_to_drafts(root: Path) -> None:
    in_work(root, RICE)
    in_work(root, "content/products/kho-ca.md")
    change(root, "content/products/kho-ca.en.md", "Fish is", "See [rice](gao.md). Fish is")

    assert errors(root) == []


def test_words_of_a_draft_in_another_language_may_wait_too(root: Path) -> None:
    write(root, "content/products/gao.en.md", "---\nsummary: Rice.\n---\n")
    assert codes(root) == ["key-missing"]
    in_work(root, RICE)

    assert codes(root) == []


def test_a_link_to_a_draft_s_translation_is_one_to_the_draft(root: Path) -> None:
    in_work(root, "content/products/kho-ca.md")
    change(root, RICE, "Món này là gao.", "Xem [cá](kho-ca.en.md).")

    assert codes(root) == ["draft-needed"]


def test_labels_of_a_draft_are_refused_in_one_line(root: Path) -> None:
    in_work(root, RICE)
    status, _, said = run(root, "labels", "kho-ca", "content/products/gao.md", "--lang", "en")

    assert status == 2
    assert said.splitlines() == [
        f"{RICE} is a draft (draft: true), which is not printed. Once done, delete that line."
    ]
    assert "gao" not in run(root, "labels", "--check", "--lang", "en")[1]


def test_a_printed_product_stays_published(root: Path) -> None:
    row = "2026-03-12,HTTPS://THU.EXAMPLE/Q/7K3M3,gao,,,500,tem\n"
    write(
        root, "content/printed.csv", f"printed_on,address,product,lot,serials,quantity,what\n{row}"
    )
    before = codes(root)
    in_work(root, RICE)

    assert before == []
    (found,) = errors(root)
    assert (found.path, found.line, found.rule.code) == (RICE, 21, "printed-draft")


def test_a_draft_that_lacks_facts_is_held_to_what_was_printed_too(root: Path) -> None:
    row = "2026-03-12,HTTPS://THU.EXAMPLE/Q/7K3M3,ten-cu,,,500,tem\n"
    write(
        root, "content/printed.csv", f"printed_on,address,product,lot,serials,quantity,what\n{row}"
    )
    in_work(root, RICE)
    change(root, RICE, "group: 4\n", "")

    assert codes(root) == ["printed-draft"]


def test_a_code_that_was_handed_out_is_doubted(root: Path) -> None:
    row = "2026-03-12,HTTPS://THU.EXAMPLE/Q/7K3M3,gao\n"
    write(root, "content/handed-out.csv", f"handed_on,address,product\n{row}")
    in_work(root, RICE)
    found = [each.rule.code for each in load(root).problems]

    assert "handed-out-lost" in found
    assert errors(root) == []


def _doubts_of_addresses(root: Path) -> list[tuple[str, str]]:
    content = with_lost_addresses(Order(root=root, output=root / "output"), load(root))
    return [
        (each.path, each.rule.code)
        for each in content.problems
        if each.rule.code.startswith("address")
    ]


def test_a_page_that_goes_because_its_file_is_in_work_again_is_told(root: Path) -> None:
    change(root, RICE, "sample: true\n", "")
    assert built(root, only="site") == 0
    change(root, RICE, "producer: hop-tac-xa\n", "producer: hop-tac-xa\ndraft: true\n")

    assert _doubts_of_addresses(root) == [(RICE, "address-draft")]
    assert built(root, only="site") == 0
    assert not (root / "output/site/san-pham/gao/index.html").exists()
    (root / RICE).unlink()
    assert _doubts_of_addresses(root) == []


def test_a_preview_has_drafts_and_says_so(root: Path) -> None:
    in_work(root, "content/producers/co-so.md")
    for slug in ("kho-ca", "mam-ca"):
        in_work(root, f"content/products/{slug}.md")
    published, preview = load(root), load(root, with_drafts=True)
    assert published.catalogue is not None
    assert preview.catalogue is not None

    assert [*published.catalogue.by_slug] == ["gao"]
    assert [*published.catalogue.producers] == ["hop-tac-xa"]
    assert [*preview.catalogue.by_slug] == ["gao", "kho-ca", "mam-ca"]
    assert preview.pictures.keys() == {"gao.jpg", "kho-ca.jpg", "mam-ca.jpg"}
    assert published.pictures.keys() == {"gao.jpg"}


def test_the_page_of_a_draft_says_that_only_the_preview_has_it() -> None:
    found = web_samples.catalogue()
    products = tuple(
        each.model_copy(update={"draft": each.slug == "ruou-cu"}) for each in found.products
    )
    drafted = found.model_copy(update={"products": products})
    planned = plan(drafted, {}, Path("content"), web_samples.THEME)
    wanted = {"site/san-pham/ruou-cu/index.html": True, "site/san-pham/gao-thom/index.html": False}
    folders = Folders(Path("content"), web_samples.THEME)

    for each in planned.artifacts:
        if each.paths[0] in wanted:
            (page, *_) = each.make(each.values_from(planned.subject), folders)
            assert ("Bản nháp" in page.decode()) is wanted.pop(each.paths[0])
    assert wanted == {}


def test_a_draft_by_another_word_than_true_is_asked_to_say_true(root: Path) -> None:
    write(
        root,
        "content/products/moi.md",
        product("moi", name="M", code="9K3M9", group="8", producer="co-so", stars="3")
        .replace("moi.jpg", "gao.jpg")
        .replace("sample: true", "draft: nháp"),
    )
    (found,) = errors(root)

    assert (found.rule.code, dict(found.values)["key"]) == ("type-wrong", "draft")
