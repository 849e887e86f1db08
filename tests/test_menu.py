"""`ocop menu`: the day's work by numbers, each of which runs the command that one would type."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import pytest
from click.core import ParameterSource
from click.testing import CliRunner, Result
from conftest import ROOT
from new_project import without_photos

from generator.cli import asking, ocop
from generator.desk.menu.numbers import with_numbers
from generator.desk.menu.tasks import TASKS, dragged
from generator.desk.versions import archive as archives
from generator.desk.versions import noted

LOTS = "lot,produced\nL1,2026-01-12\nL2,2026-02-12\n"
TARGETS = "usb: {kind: folder, path: ../usb}\nkhac: {kind: folder, path: ../khac}\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two lots and two places to publish to."""
    root = without_photos(tmp_path_factory.mktemp("menu") / "p")
    (root / "content/lots").mkdir()
    (root / "content/lots/kho-ca.csv").write_text(LOTS, "utf-8")
    (root / "content/publish.yaml").write_text(TARGETS, "utf-8")
    (root / ".versions").mkdir()
    return root


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)


def menu(root: Path, typed: Sequence[str], *words: str, leave: bool = True) -> Result:
    lines = "".join(f"{each}\n" for each in (*typed, *(["0"] if leave else [])))
    result = CliRunner().invoke(
        ocop, ["menu", "--root", str(root), *words], input=lines, standalone_mode=False
    )
    if result.exception:
        raise result.exception
    return result


Ran = list[list[str]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Every command that is run, none of which does anything."""
    found: Ran = []

    def noted(context: click.Context) -> int:
        given = [
            f"{option.name}={context.params[option.name]}"
            for option in context.command.params
            if option.name not in {"root", "lang", None}
            and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE
        ]
        found.append([context.command_path.removeprefix("ocop "), *given])
        return 0

    for name, command in ocop.commands.items():
        if name not in {"menu", "new"}:
            monkeypatch.setattr(command, "invoke", noted)
    return found


CHOICES = {
    "serve": (["1"], [["serve"]]),
    "check": (["2"], [["check"]]),
    "build": (["3"], [["build"]]),
    "recall": (
        ["8", "Khô cá", "2", "k", "L2", "Bao bì hở", "c", "k"],
        [["recall", "product=kho-ca", "lot=L2", "reason=Bao bì hở"]],
    ),
    "recall and build": (
        ["8", "kho-ca", "L1", "Mốc", "có", "co"],
        [["recall", "product=kho-ca", "lot=L1", "reason=Mốc"], ["build", "keep_going=True"]],
    ),
    "recall, but no": (["8", "kho-ca", "L1", "Mốc", ""], []),
    "publish": (
        ["7", "usb", "c"],
        [["publish", "target=usb", "dry_run=True"], ["publish", "target=usb"]],
    ),
    "publish, but no": (["7", "2", "k"], [["publish", "target=khac", "dry_run=True"]]),
    "recall of a lot that the table lacks": (
        ["8", "kho-ca", "lô 9", "L9", "c", "Mốc", "c", "k"],
        [["recall", "product=kho-ca", "lot=L9", "reason=Mốc", "unlisted=True"]],
    ),
    "recall of another lot than was typed": (
        ["8", "kho-ca", "L9", "", "L2", "Mốc", "c", "k"],
        [["recall", "product=kho-ca", "lot=L2", "reason=Mốc"]],
    ),
    "restore": (
        ["9", "hôm qua", "12", ""],
        [["history"], ["restore", "words=('12',)", "dry_run=True"]],
    ),
    "restore nothing": (["9", ""], [["history"]]),
    "export": (["12"], [["export"]]),
    "leave each at its first question": (["5", "", "6", "", "7", "", "8", ""], []),
}


@pytest.mark.parametrize(("typed", "wanted"), CHOICES.values(), ids=CHOICES)
def test_each_number_runs_its_command(root: Path, ran: Ran, typed: list[str], wanted: Ran) -> None:
    assert menu(root, typed).return_value == 0
    assert ran == wanted


LABELS = {
    "as usual": (["", "", "", ""], ["design=stamp", "stock=a4-70x37"]),
    "on a stock that is looked up": (
        ["label", "?", "khong", "L7165", "L1", "1.000"],
        ["design=label", "stock=L7165", "lot=L1", "count=1000"],
    ),
    "a number that is none": (
        ["", "", "", "nhiều", "0", "50"],
        ["design=stamp", "stock=a4-70x37", "count=50"],
    ),
    "a card, which is for no lot": (["thẻ", ""], ["design=shelf-card", "stock=a4-a7"]),
}


@pytest.mark.parametrize(("typed", "options"), LABELS.values(), ids=LABELS)
@pytest.mark.parametrize("for_sale", [True, False])
def test_labels_are_proofs_until_somebody_wants_them_for_sale(
    root: Path, ran: Ran, typed: list[str], options: list[str], *, for_sale: bool
) -> None:
    menu(root, ["6", "gạo", *typed, "c" if for_sale else ""])
    made = [sorted(words) for words in ran if "list_stocks=True" not in words]
    wanted = ["labels", "products=('gao',)", *options]

    assert made == [sorted([*wanted, "proof=True"]), *([sorted(wanted)] if for_sale else [])]


def test_of_several_packs_one_is_chosen(ran: Ran, tmp_path: Path) -> None:
    file = without_photos(tmp_path) / "content/products/gao.md"
    packs = "packs:\n  - net: 1 kg\n    price: 30000\n"
    file.write_text(file.read_text("utf-8").replace("packs:\n", packs), "utf-8")
    menu(tmp_path, ["6", "gao", "", "", "", "1", "", "", ""])

    assert "pack=1 kg" in ran[0]


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/media/danh sách.xlsx", "/media/danh sách.xlsx"),
        ('"C:\\Tài liệu\\danh sách #1 & 2.xlsx"', "C:\\Tài liệu\\danh sách #1 & 2.xlsx"),
        ("'/media/a b.xlsx' ", "/media/a b.xlsx"),
        ("& 'C:\\a''b.xlsx'", "C:\\a'b.xlsx"),
        ("D:\\a'b.xlsx", "D:\\a'b.xlsx"),
        ('"', '"'),
    ],
)
def test_a_file_is_understood_as_windows_type_it_when_it_is_dropped(typed: str, path: str) -> None:
    assert dragged(typed) == path


@pytest.mark.parametrize("answer", ["c", "k"])
def test_a_list_is_shown_and_written_only_where_somebody_agrees(
    root: Path, ran: Ran, tmp_path: Path, answer: str
) -> None:
    file = tmp_path / "danh sách.xlsx"
    file.write_bytes(b"")
    result = menu(root, ["5", str(tmp_path / "khac.xlsx"), f'"{file}"', answer])

    assert "Không thấy tệp" in result.stderr
    assert ran[0] == ["import", f"file={file}"]
    assert ran[1:] == ([["import", f"file={file}", "apply=True"]] if answer == "c" else [])


def test_nothing_is_published_after_a_dry_run_that_failed(
    root: Path, ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failed(_: click.Context) -> int:
        ran.append([])
        return 1

    monkeypatch.setattr(ocop.commands["publish"], "invoke", failed)
    menu(root, ["7", "1"])

    assert ran == [[]]


def test_a_product_whose_file_is_broken_can_be_chosen_for_a_recall(
    ran: Ran, tmp_path: Path
) -> None:
    without_photos(tmp_path)
    (tmp_path / "content/products/kho-ca.md").write_text("---\nname: [\n---\n", "utf-8")
    (tmp_path / "content/lots").mkdir()
    (tmp_path / "content/lots/kho-ca.csv").write_text(LOTS, "utf-8")
    menu(tmp_path, ["8", "kho-ca", "L1", "Mốc", "c", ""])

    assert ran == [["recall", "product=kho-ca", "lot=L1", "reason=Mốc"]]


def test_a_product_without_a_table_of_lots_has_one_recalled_all_the_same(tmp_path: Path) -> None:
    said = menu(without_photos(tmp_path), ["8", "kho-ca", "L9", "c", "Mốc", "c", ""]).stdout

    assert "ocop build --keep-going (việc 3) rồi ocop publish (việc 7)" in said
    assert "Lệnh: ocop recall kho-ca L9 " in said
    assert "(c: có, Enter: không)" in said
    assert "L9,recalled,Mốc" in (tmp_path / "content/lots/kho-ca.csv").read_text("utf-8")


RESTORES = {
    "one file": (["1", "gao", "c"], {"gao"}),
    "all": (["1", "1", "c"], {"gao", "kho-ca"}),
    "all, but no": (["1", "tất cả", ""], set[str]()),
    "no file after all": (["1", ""], set[str]()),
    "a version that there is not": (["7"], set[str]()),
}


@pytest.mark.parametrize(("typed", "back"), RESTORES.values(), ids=RESTORES)
def test_nothing_comes_back_that_was_not_shown_chosen_and_agreed_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], back: set[str]
) -> None:
    monkeypatch.delenv("OCOP_VERSIONS")
    monkeypatch.setattr(archives, "git_program", lambda _: None)
    products = without_photos(tmp_path) / "content/products"
    noted(tmp_path, "ocop build")
    (old,) = {(products / f"{each}.md").read_text("utf-8")[:4] for each in ("gao", "kho-ca")}
    for name in ("gao", "kho-ca"):
        (products / f"{name}.md").write_text("sửa", "utf-8")
    said = menu(tmp_path, ["9", *typed]).stdout
    found = {p.stem for p in products.glob("*.md") if p.read_text("utf-8").startswith(old)}

    assert found & {"gao", "kho-ca"} == back
    assert ("products/gao.md (sửa), products/kho-ca.md (sửa)" in said) is (typed[0] == "1")


def test_the_command_line_is_shown_as_it_would_be_typed(root: Path, ran: Ran) -> None:
    vietnamese = menu(root, ["8", "kho-ca", "L1", "Bao bì hở", "c", ""]).stdout
    english = menu(root, ["2"], "--lang", "en").stdout

    assert len(ran) == 2
    assert f'Lệnh: ocop recall kho-ca L1 --reason "Bao bì hở" --root {root}\n' in vietnamese
    assert f"Command: ocop check --root {root} --lang en\n" in english


def test_in_the_project_s_own_folder_no_folder_is_named(
    root: Path, ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    result = CliRunner().invoke(ocop, ["menu"], input="2\n0\n", standalone_mode=False)

    assert ran == [["check"]]
    assert "Lệnh: ocop check\n" in result.stdout


def test_the_command_itself_runs_and_a_thing_is_made(tmp_path: Path) -> None:
    result = menu(without_photos(tmp_path), ["4", "", "Mật ong", "potential", *[""] * 6, "2"])

    assert (tmp_path / "content/products/mat-ong.md").is_file()
    assert "3 sản phẩm: 0 lỗi" in result.stdout


def test_a_producer_that_is_not_there_yet_is_added_before_the_product(tmp_path: Path) -> None:
    maker = ["Tổ Một", "cooperative_group", "tan-hung"]
    menu(without_photos(tmp_path), ["4", "c", *maker, "Trà sen", "potential", "11", "Tổ Một"])

    assert "name: Tổ Một" in (tmp_path / "content/producers/to-mot.md").read_text("utf-8")
    assert "producer: to-mot" in (tmp_path / "content/products/tra-sen.md").read_text("utf-8")


def test_every_command_of_a_task_is_called_by_its_number() -> None:
    for number, task in enumerate(TASKS, 1):
        for verb in task.verbs:
            said = f"“ocop {verb} --x”, ocop {verb}."
            wanted = f"“ocop {verb} --x (task {number})”, ocop {verb} (task {number})."
            assert with_numbers(said, "en") == wanted
    assert with_numbers("ocop passport, ocop new fair", "vi") == "ocop passport, ocop new fair"


def test_it_speaks_english(root: Path) -> None:
    result = menu(root, ["zehn"], "--lang", "en")

    assert [each.en for each in TASKS if each.en not in result.stdout] == []
    assert "There is no “zehn”" in result.stderr


def test_the_guide_shows_it_as_it_is() -> None:
    guide = (ROOT / "docs/huong-dan.md").read_text("utf-8")
    shown = [f"{number}  {each.vi.partition(' (')[0]}" for number, each in enumerate(TASKS, 1)]

    assert [line for line in shown if f" {line}" not in guide] == []


def test_enter_alone_shows_the_list_again_and_blames_nobody(root: Path, ran: Ran) -> None:
    result = menu(root, ["", "2"])

    assert ran == [["check"]]
    assert result.stdout.count("Hôm nay làm gì?") == 3
    assert result.stderr == ""


@pytest.mark.parametrize("unknown", ["99", "-1", "²", "check"])
def test_an_unknown_answer_is_asked_again(root: Path, ran: Ran, unknown: str) -> None:
    result = menu(root, [unknown, "2"])

    assert ran == [["check"]]
    assert f"Không có mục “{unknown}”" in result.stderr


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("hỏng"), "Lỗi của chương trình: RuntimeError: hỏng"),
        (click.UsageError("sai"), "Error: sai"),
        (PermissionError(13, "held"), "PermissionError"),
        (KeyboardInterrupt(), "Đã dừng"),
        (click.Abort(), "Đã dừng"),
    ],
)
def test_it_survives_whatever_ends_a_command(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, said: str
) -> None:
    def broken(_: click.Context) -> None:
        raise error

    monkeypatch.setattr(ocop.commands["check"], "invoke", broken)
    result = menu(root, ["2", "2"])

    assert result.return_value == 0
    assert result.stderr.count(said) == 2
    assert "Traceback" not in result.output


def test_ctrl_c_leads_back_to_the_menu_and_the_end_of_input_out_of_it(
    root: Path, ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[BaseException | str] = [
        *(KeyboardInterrupt(), "8", KeyboardInterrupt(), "2", "8", EOFError(), EOFError())
    ]

    def typed(_: str) -> str:
        answer = answers.pop(0)
        if isinstance(answer, str):
            return answer
        raise answer

    monkeypatch.setattr("click.termui.visible_prompt_func", typed)
    monkeypatch.chdir(root)
    status = ocop.main(["menu"], "ocop", standalone_mode=False)

    assert status == 0
    assert answers == []
    assert ran == [["check"]]


def test_the_end_of_input_leaves_it(root: Path) -> None:
    assert menu(root, [], leave=False).return_value == 0


def test_without_a_terminal_one_line_names_the_commands(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: False)
    result = menu(root, [])

    assert result.return_value == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert [name for name in ocop.commands if name not in result.stderr] == []


def test_without_a_project_it_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError):
        menu(tmp_path, [])


@pytest.mark.parametrize("targets", ["", "usb: {kind: thư mục}\n"])
def test_without_a_target_it_says_where_to_write_one(
    tmp_path: Path, ran: Ran, targets: str
) -> None:
    without_photos(tmp_path)
    if targets:
        (tmp_path / "content/publish.yaml").write_text(targets, "utf-8")
    result = menu(tmp_path, ["7"])

    assert ran == []
    assert "content/publish.yaml" in result.stderr
