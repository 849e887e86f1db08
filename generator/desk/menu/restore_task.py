"""The task that brings an earlier version back: shown first, then one file or all of them."""

from __future__ import annotations

from generator.desk.menu.talk import Talk
from generator.desk.new.choices import Choice
from generator.desk.versions.restoring import would_bring

_ALL = ""


def restore_version(talk: Talk) -> None:
    """Ask which version, show what it would change, and bring back what somebody agrees to."""
    if talk.command("history") != 0 or not (talk.root / ".versions").is_dir():
        return
    number = _number(talk)
    if not number or talk.command("restore", number, "--dry-run") != 0:
        return
    files = would_bring(talk.root, int(number))
    file = _file(talk, files)
    if file is None:
        return
    if file:
        question = (
            f"Lấy lại {file} như ở phiên bản {number}?",
            f"Bring {file} back as in version {number}?",
        )
    else:
        question = (
            f"Đưa TOÀN BỘ nội dung về phiên bản {number}? Mọi sửa đổi từ đó đến nay sẽ không còn "
            "trong content/.",
            f"Bring ALL content back to version {number}? All edits since then leave content/.",
        )
    if talk.yes(*question):
        talk.command("restore", number, *([file] if file else []))


def _number(talk: Talk) -> str:
    while number := talk.text(
        "Lấy lại bản số mấy (Enter: thôi)", "The number to bring back (Enter: leave it)"
    ):
        if number.isdecimal() and number.isascii():
            break
        talk.reporter.refuse(
            f"“{number}” không phải là số ở đầu một dòng trên.",
            f"“{number}” is no number at the head of a line above.",
        )
    return number


def _file(talk: Talk, files: list[str]) -> str | None:
    """The one file that is wanted, nothing for all, None for neither."""
    vietnamese = talk.reporter.language == "vi"
    choices = [
        Choice(_ALL, "tất cả" if vietnamese else "all of it"),
        *(Choice(f"content/{each}", each) for each in files),
    ]
    return talk.one_of(
        choices,
        "Lấy lại tệp nào: gõ số, hoặc vài chữ trong tên (Enter: thôi)",
        "Which file: its number, or some of its name (Enter: leave it)",
    )
