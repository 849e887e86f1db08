"""The tasks of the menu: each asks what its commands want to know, and runs them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.reading import publish_file
from generator.desk.menu.label_task import print_labels
from generator.desk.menu.recall_task import recall_lot
from generator.desk.menu.restore_task import restore_version
from generator.desk.menu.talk import Talk
from generator.desk.new.choices import Choice


@dataclass(frozen=True, slots=True)
class MenuTask:
    """One line of the menu, in both languages, what it does, and for which commands it stands."""

    vi: str
    en: str
    do: Callable[[Talk], None]
    verbs: tuple[str, ...]


def _add_product(talk: Talk) -> None:
    if (
        talk.yes(
            "Chủ thể làm ra sản phẩm chưa có trong danh mục, thêm trước?",
            "Is its producer missing from the catalogue, and to be added first?",
        )
        and talk.command("new", "producer") != 0
    ):
        return
    talk.command("new", "product")


def _import_list(talk: Talk) -> None:
    talk.reporter.say(
        "Kéo tệp Excel thả vào cửa sổ này, hoặc gõ đường dẫn của tệp (Enter: thôi).",
        "Drag the Excel file into this window, or type its path (Enter: leave it).",
    )
    while typed := talk.text("Tệp", "File"):
        file = dragged(typed)
        if not Path(file).is_file():
            talk.reporter.refuse(f"Không thấy tệp {file}.", f"There is no file {file}.")
        elif talk.command("import", file) == 0 and talk.yes(
            "Ghi những gì mới, những gì đổi ở trên?", "Write what is new and what has changed?"
        ):
            talk.command("import", file, "--apply")
            return
        else:
            return


def dragged(typed: str) -> str:
    """The path that a window types for a file that is dropped on it, often within quotes."""
    text = typed.strip().removeprefix("& ").strip()  # PowerShell
    for quote in "\"'":
        if len(text) > 1 and text[0] == text[-1] == quote:
            return text[1:-1].replace(quote * 2, quote)
    return text


def _publish(talk: Talk) -> None:
    targets, problems = publish_file.read(talk.root / "content")
    if problems:
        talk.reporter.problems(problems)
    if not targets:
        talk.reporter.refuse(
            f"Chưa có nơi đăng nào dùng được trong {publish_file.SOURCE}. Hãy ghi một nơi vào đó, "
            "theo trang “Đăng trang” của hướng dẫn.",
            f"There is no target to publish to in {publish_file.SOURCE}. Write one there, as the "
            "guide's page “Đăng trang” says.",
        )
        return
    choices = [Choice(name, f"{name} ({each.kind})") for name, each in targets.items()]
    name = talk.one_of(choices, "Đăng lên nơi nào (Enter: thôi)", "Where to (Enter: leave it)")
    if name is None or talk.command("publish", name, "--dry-run") != 0:
        return
    if talk.yes("Đăng những thay đổi ở trên?", "Publish the changes above?"):
        talk.command("publish", name)


def _command(*words: str) -> Callable[[Talk], None]:
    """A task that is one command."""

    def do(talk: Talk) -> None:
        talk.command(*words)

    return do


TASKS = (
    MenuTask(
        "Xem thử trang web (bấm Ctrl+C để trở lại đây)",
        "See the site (Ctrl+C comes back here)",
        _command("serve"),
        ("serve",),
    ),
    MenuTask("Kiểm tra nội dung", "Check the content", _command("check"), ("check",)),
    MenuTask(
        "Làm trang web và bản in", "Make the site and the prints", _command("build"), ("build",)
    ),
    MenuTask("Thêm sản phẩm", "Add a product", _add_product, ("new product",)),
    MenuTask("Nhập danh sách Excel", "Import a list from Excel", _import_list, ("import",)),
    MenuTask("In tem", "Print labels", print_labels, ("labels",)),
    MenuTask("Đăng trang", "Publish the site", _publish, ("publish",)),
    MenuTask("Thu hồi lô", "Recall a lot", recall_lot, ("recall",)),
    MenuTask(
        "Lấy lại bản cũ", "Bring an earlier version back", restore_version, ("restore", "history")
    ),
    MenuTask("Thêm lô hàng", "Add a lot", _command("new", "lot"), ("new lot",)),
    MenuTask("Thêm chủ thể", "Add a producer", _command("new", "producer"), ("new producer",)),
    MenuTask("Xuất danh sách ra Excel", "Write the list to Excel", _command("export"), ("export",)),
)
"""In the order of their numbers, from 1."""
