"""The ledger's seal: what was recorded once is missed when it is gone or changed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from small_project import built, project

from generator.addresses import seal
from generator.addresses.ledger import LedgerError, Printing, enter, read
from generator.desk.content import load
from generator.desk.labels import handing_out
from generator.desk.labels.handing_out import hand_out
from generator.desk.options import Order
from generator.engine import kept_files

HOST = "HTTPS://THU.EXAMPLE"
FIRST = Printing(
    printed_on=date(2026, 3, 12),
    address=f"{HOST}/Q/7K3M1",
    product="kho-ca",
    serials="1-1200",
    quantity=1200,
    what="tem, 70 × 37",
)
SECOND = Printing(
    printed_on=date(2026, 4, 1),
    address=f"{HOST}/Q/7K3M2",
    product="mam-ca",
    quantity=24,
    what="tờ bướm",
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content of a project that has printed twice."""
    folder = project(tmp_path) / "content"
    enter(folder, [FIRST])
    enter(folder, [SECOND])
    return folder


def told(content: Path) -> list[tuple[str, str, int]]:
    found = load(content.parent).problems
    return [(p.rule.code, p.path, p.line) for p in found if p.severity.value == "error"]


def lost(content: Path) -> list[str]:
    return [
        p.line_in("en") for p in load(content.parent).problems if p.rule.code == "printed-row-lost"
    ]


def edited(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


def test_a_recorded_ledger_is_fine(content: Path) -> None:
    assert told(content) == []
    assert len(seal.read(content).lines) == 2


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"\xef\xbb\xbf"),
        lambda file: file.unlink(),
        lambda file: file.write_bytes(file.read_bytes().splitlines(keepends=True)[0]),
    ],
    ids=["emptied", "mark only", "missing", "header only"],
)
def test_a_ledger_that_lost_all_rows_is_an_error_that_names_each(
    content: Path, harm: Callable[[Path], object]
) -> None:
    harm(content / "printed.csv")
    first, second = lost(content)

    assert all(word in first for word in (FIRST.address, "kho-ca", "1200", "git", "printed.seal"))
    assert all(word in second for word in (SECOND.address, "mam-ca", "24"))
    assert built(content.parent) == 1


def test_of_many_lost_rows_the_first_are_named_and_the_rest_counted(content: Path) -> None:
    enter(content, [SECOND.model_copy(update={"quantity": each}) for each in range(1, 301)])
    (content / "printed.csv").write_bytes(b"")
    found = load(content.parent).problems
    told = [each for each in found if each.rule.code.startswith("printed-row")]

    assert [each.rule.code for each in told] == ["printed-row-lost"] * 5 + ["printed-rows-lost"]
    assert "297 more" in told[-1].said_in("en")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",1200,", ",12,"),
        ("2026-03-12", "2026-03-13"),
        ("1-1200", "1-1300"),
        (f"{HOST}/Q/7K3M1", "/Q/7K3M1"),
        (f"{HOST}/Q/7K3M1,kho-ca", f"{HOST}/Q/7K3M2,mam-ca"),
    ],
)
def test_a_changed_row_is_an_error(content: Path, old: str, new: str) -> None:
    edited(content / "printed.csv", old, new)
    (line,) = lost(content)

    assert FIRST.address in line


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("2026-03-12", "46093", "type-wrong"),
        (",kho-ca,", ",,", "table-cell-empty"),
        (",1200,", ",nhiều,", "type-wrong"),
        ("printed_on,", ",", "table-column-missing"),
        ("kho-ca", "\0" * 20, "file-blanked"),
    ],
)
def test_a_row_with_a_fault_that_is_told_is_not_told_as_lost(
    content: Path, old: str, new: str, rule: str
) -> None:
    """One cause, one message; another row that is gone at the same time is told."""
    edited(content / "printed.csv", old, new)
    assert [code for code, *_ in told(content)] == [rule]
    assert built(content.parent) == 1

    if rule in {"type-wrong", "table-cell-empty"}:
        edited(content / "printed.csv", "2026-04-01", "2026-04-02")
        assert [code for code, *_ in told(content)] == [rule, "printed-row-lost"]


def test_one_of_two_equal_rows_is_missed(content: Path) -> None:
    enter(content, [SECOND])
    rows = (content / "printed.csv").read_bytes().splitlines(keepends=True)
    (content / "printed.csv").write_bytes(b"".join(rows[:-1]))

    assert len(lost(content)) == 1


def test_a_spreadsheet_may_save_the_ledger_in_another_form(content: Path) -> None:
    text = (
        "quantity;what;serials;product;address;printed_on\r\n"
        "24;khác;;mam-ca;https://thu.example/Q/7K3M2/;01/04/2026\r\n"
        '1.200;"tem";1 – 1200;kho-ca;https://Thu.Example/Q/7K3M1;12/03/2026\r\n'
    )
    (content / "printed.csv").write_text(text, "utf-8", newline="")

    assert told(content) == []


def test_a_row_written_by_hand_is_fine_and_sealed_with_the_next_printing(content: Path) -> None:
    with (content / "printed.csv").open("a", encoding="utf-8") as file:
        file.write(f"2026-05-01,{HOST}/Q/7K3M3,gao,,,5,tem\n")
    assert told(content) == []
    enter(content, [FIRST])

    assert [each.cells["product"] for each in seal.read(content).lines] == [
        "kho-ca",
        "mam-ca",
        "gao",
        "kho-ca",
    ]


def test_a_ledger_from_before_the_seal_is_fine_and_sealed_whole(content: Path) -> None:
    (content / "printed.seal").unlink()
    assert told(content) == []
    assert built(content.parent) == 0
    assert not (content / "printed.seal").exists()
    enter(content, [FIRST])

    assert len(seal.read(content).lines) == 3


def test_a_lost_row_comes_back_from_the_seal(content: Path) -> None:
    header = (content / "printed.csv").read_text("utf-8").splitlines()[0]
    rows = [each.row for each in seal.read(content).lines]
    (content / "printed.csv").write_text("\n".join([header, *rows, ""]), "utf-8")

    assert told(content) == []
    assert [each.printing for each in read(content).entries] == [FIRST, SECOND]


def test_a_row_is_let_go_of_with_a_mark_in_the_seal(content: Path) -> None:
    rows = (content / "printed.csv").read_bytes().splitlines(keepends=True)
    (content / "printed.csv").write_bytes(b"".join(rows[:-1]))
    line = seal.read(content).lines[1]
    edited(content / "printed.seal", line.digest, f"# {line.digest}")
    assert told(content) == []
    enter(content, [FIRST])

    assert [each.live for each in seal.read(content).lines] == [True, False, True]
    assert told(content) == []


def without_a_line(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:-2], lines[-1]])


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text[:0],
        lambda text: "\x00" * len(text),
        lambda text: text[:-40],
        lambda text: text.replace("kho-ca", "gao"),
        lambda text: text + "lạ\n",
        without_a_line,
    ],
)
def test_a_damaged_seal_is_an_error_and_is_not_written_anew(
    content: Path, harm: Callable[[str], str]
) -> None:
    file = content / "printed.seal"
    file.write_text(harm(file.read_text("utf-8")), "utf-8")
    before, ledger = file.read_bytes(), (content / "printed.csv").read_bytes()

    assert [rule for rule, *_ in told(content)] == ["printed-seal-damaged"]
    with pytest.raises(LedgerError):
        enter(content, [FIRST])
    assert (file.read_bytes(), (content / "printed.csv").read_bytes()) == (before, ledger)


def test_another_line_end_does_not_harm_the_seal(content: Path) -> None:
    file = content / "printed.seal"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    assert told(content) == []


def test_a_changed_seal_is_looked_at_by_the_next_build(content: Path) -> None:
    assert built(content.parent) == 0
    edited(content / "printed.seal", "kho-ca", "gao")

    assert built(content.parent) == 1


def test_ledger_and_seal_are_on_the_disk_before_any_label(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    fsync, replace, put = os.fsync, os.replace, kept_files.put

    def note_sync(handle: int) -> None:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        seen.append("sync folder" if folder else "sync file")
        fsync(handle)

    def note_replace(old: Path, new: Path) -> None:
        seen.append(Path(new).name)
        replace(old, new)

    def note_put(output: Path, files: dict[str, bytes]) -> None:
        seen.append("labels")
        put(output, files)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(os, "replace", note_replace)
    monkeypatch.setattr(handing_out, "put", note_put)
    root = content.parent
    hand_out(Order(root=root, output=root / "output"), [FIRST], [{"labels/a.pdf": b"x"}])
    first = seen[: seen.index("labels")]

    assert first == [
        *("sync file", "printed.csv", "sync folder"),
        *("sync file", "printed.seal", "sync folder"),
    ]


def test_a_full_disk_between_ledger_and_seal_tells_what_stands(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def full(old: Path, new: Path) -> None:
        if Path(new).name == seal.NAME:
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(old, new)

    monkeypatch.setattr(os, "replace", full)
    root = content.parent
    with pytest.raises(LedgerError, match=r"is in content/printed\.csv.*no label file"):
        hand_out(Order(root=root, output=root / "output"), [FIRST], [{"labels/a.pdf": b"x"}])
    monkeypatch.undo()

    assert not (root / "output/labels/a.pdf").exists()
    assert len(read(content).entries) == 3
    assert told(content) == []


def test_a_full_disk_after_recording_tells_that_the_printing_stands(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(output: Path, files: dict[str, bytes]) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(output / min(files)))

    monkeypatch.setattr(handing_out, "put", full)
    order = Order(root=content.parent, output=content.parent / "output")
    with pytest.raises(LedgerError, match="are recorded, but"):
        hand_out(order, [FIRST], [{"labels/a.pdf": b"x"}])
    with pytest.raises(OSError, match="No space"):
        hand_out(order, [], [{"labels/a.pdf": b"x"}])
