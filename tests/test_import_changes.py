"""What a list may change of a catalogue, what it never may, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from unittest.mock import Mock

import pytest
from office_lists import OFFICE, workbook
from small_project import change, product, project, run, with_files

from generator.catalogue.reading import markdown_files
from generator.desk.console import Desk
from generator.desk.importing import importing
from generator.desk.importing.fates import Fate
from generator.desk.importing.importing import ImportOrder, ImportOutcome, import_list
from generator.desk.importing.judging import Judge
from generator.desk.importing.telling import tell_rows
from generator.engine import writing

LEDGER = (
    "printed_on,address,product,quantity,what\n"
    "2026-01-20,https://thu.example/Q/7K3M1,kho-ca,100,nhãn 63,5 × 38,1 mm\n"
).replace("63,5 × 38,1 mm", "a4-65")


def imported(
    root: Path, rows: Sequence[Mapping[str, object]], *, apply: bool = True
) -> ImportOutcome:
    """Import rows by heading."""
    heads = [*dict.fromkeys(head for row in rows for head in row)]
    below = ([row.get(head, "") for head in heads] for row in rows)
    cells: list[Sequence[object]] = [heads, *below]
    file = workbook(root.parent / "ds.xlsx", cells, sheet="Sheet")
    return import_list(ImportOrder(root, file, apply), Desk("vi"))


def contents(root: Path) -> dict[str, bytes]:
    return {f.as_posix(): f.read_bytes() for f in (root / "content").rglob("*") if f.is_file()}


def file_of(root: Path, name: str = "products/kho-ca.md") -> str:
    return (root / "content" / name).read_text("utf-8")


def row(
    more: Mapping[str, object], name: str = "Khô cá", maker: str = "Nơi làm co-so"
) -> dict[str, object]:
    return {"Tên sản phẩm": name, "Chủ thể": maker, **more}


def test_changed_values_are_set_and_all_else_stays_byte_for_byte(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    change(root, "content/products/kho-ca.md", "group: 8", "group: 8   # bộ của khô\r")
    before, maker = file_of(root), file_of(root, "producers/co-so.md")

    outcome = imported(
        root,
        [
            row(
                {
                    "Hạng sao": "4 sao",
                    "SĐT": "0912 345 678",
                    "Giá bán": 95000,
                    "Quy cách": "500 g",
                }
            )
        ],
    )

    assert [each.fate for each in outcome.rows] == [Fate.CHANGED]
    assert outcome.status == 0
    wanted = before.replace("stars: 3", "stars: 4").replace("price: 90000", "price: 95000")
    assert file_of(root) == wanted
    assert file_of(root, "producers/co-so.md") == maker.replace(
        "sample:", "phone: 0912 345 678\nsample:"
    )


def test_what_was_changed_is_unchanged_the_next_time(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    rows = [row({"Hạng sao": 5, "Quy cách": "500 g; 1 kg", "Giá bán": "95000; 180000"})]

    imported(root, rows)
    before = contents(root)
    outcome = imported(root, rows)

    assert [each.fate for each in outcome.rows] == [Fate.UNCHANGED]
    assert contents(root) == before
    assert "net: 1 kg" in file_of(root)


def test_a_printed_fact_is_refused_with_cell_and_cure_and_the_rest_is_written(
    tmp_path: Path,
) -> None:
    root = with_files(project(tmp_path / "p"), {"printed.csv": LEDGER})
    change(root, "content/products/kho-ca.md", "group: 8", "group: 8\nshelf_life: 6 tháng")

    outcome = imported(root, [row({"Hạn sử dụng": "9 tháng", "Bộ sản phẩm": 9})])

    (refused,) = outcome.rows[0].refused
    assert outcome.status == 3
    assert refused.cell == "Sheet!C2"
    assert "20/01/2026" in refused.vi
    assert 'ocop set kho-ca "shelf_life=9 tháng"' in refused.vi
    assert "shelf_life: 6 tháng" in file_of(root)
    assert "group: 9" in file_of(root)


@pytest.mark.parametrize(
    ("more", "stays"),
    [
        ({"Hạng sao": 4, "Số quyết định": "Số 9/QĐ-UBND"}, "decision: Số 1"),
        ({"Quy cách": "450 g"}, "net: 500 g"),
        ({"Giá bán": 99000, "Quy cách": "500 g"}, "price: 90000"),
    ],
)
def test_a_row_whose_facts_are_all_printed_is_refused(
    tmp_path: Path, more: dict[str, object], stays: str
) -> None:
    root = with_files(project(tmp_path / "p"), {"printed.csv": LEDGER})
    before = contents(root)

    outcome = imported(root, [row(more)])

    assert [each.fate for each in outcome.rows] == [Fate.REFUSED]
    assert contents(root) == before
    assert stays in file_of(root)


def test_what_was_never_said_before_may_be_said_after_printing(tmp_path: Path) -> None:
    root = with_files(project(tmp_path / "p"), {"printed.csv": LEDGER})

    outcome = imported(root, [row({"Hạn sử dụng": "9 tháng", "SĐT": "0912 345 678"})])

    assert outcome.status == 0
    assert "shelf_life: 9 tháng" in file_of(root)


def test_a_code_is_never_changed(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    before = contents(root)

    outcome = imported(root, [{"slug": "kho-ca", "code": "7K3M9", "Tên sản phẩm": "Khô cá"}])

    assert [each.fate for each in outcome.rows] == [Fate.REFUSED]
    assert outcome.rows[0].reasons[0].cell == "Sheet!B2"
    assert contents(root) == before


def test_two_rows_that_say_different_things_of_one_producer_are_doubted(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    before = contents(root)
    rows = [row({"SĐT": "0912 345 678"}), row({"SĐT": "0912 345 679"}, "Mắm cá")]

    outcome = imported(root, rows)

    assert [each.fate for each in outcome.rows] == [Fate.DOUBTFUL] * 2
    assert "Sheet!C3" in outcome.rows[0].reasons[0].vi
    assert contents(root) == before


def test_what_would_bring_an_error_is_refused_with_its_cell_and_the_rest_is_written(
    tmp_path: Path,
) -> None:
    root = project(tmp_path / "p")
    assert run(root, "check")[0] == 0
    rows = [row({"Hạng sao": 4, "GTIN": "8931234567891"}), row({"Hạng sao": 5}, "Mắm cá")]

    outcome = imported(root, rows)

    assert [each.fate for each in outcome.rows] == [Fate.REFUSED, Fate.CHANGED]
    assert outcome.rows[0].reasons[0].cell == "Sheet!D2"
    assert run(root, "check")[0] == 0
    assert "stars: 3" in file_of(root)


def test_a_withdrawn_product_is_not_certified_by_a_list_that_gives_stars(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    change(root, "content/products/kho-ca.md", "status: certified", "status: withdrawn")

    imported(root, [row({"Hạng sao": 4})])

    assert "status: withdrawn" in file_of(root)


def test_a_kill_at_any_moment_leaves_each_file_whole_and_the_next_import_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row({"Hạng sao": 4}), row({"Hạng sao": 5}, "Mắm cá"), *_new()]
    written = {name.partition("/content/")[2]: text for name, text in _after(tmp_path, rows)}
    root = project(tmp_path / "p")
    before = {name.partition("/content/")[2]: text for name, text in contents(root).items()}
    for moment in range(4):
        with monkeypatch.context() as patch:
            patch.setattr(importing, "write", _killed_at(moment % 2))
            with pytest.raises(KeyboardInterrupt):
                imported(root, rows)
        now = {name.partition("/content/")[2]: text for name, text in contents(root).items()}
        whole = {name for name in now if now[name] in (before.get(name), written.get(name))}

        broken = {name for name in now if name not in whole and not name.endswith(".part")}
        assert broken <= {"products/mam-moi.md"}  # its code is another each time
        assert run(root, "check")[0] == 0
    assert imported(root, rows).status == 0
    assert not [*(root / "content").rglob("*.part")]


def _new() -> list[Mapping[str, object]]:
    facts = {"Hạng sao": 4, "Cơ quan công nhận": OFFICE, "Bộ sản phẩm": 8}
    return [row(facts, "Mắm mới", "Hộ kinh doanh Mới")]


def _after(folder: Path, rows: Sequence[Mapping[str, object]]) -> list[tuple[str, bytes]]:
    root = project(folder / "whole")
    imported(root, rows)
    return [*contents(root).items()]


def _killed_at(moment: int) -> Callable[..., None]:
    count = iter(range(100))

    def write(path: Path, content: bytes, **more: bool) -> None:
        if next(count) == moment:
            (path.parent / f".{path.name}.1.part").write_bytes(content[:10])
            raise KeyboardInterrupt
        writing.write(path, content, **more)

    return write


def test_a_file_edited_while_the_list_was_judged_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "p")
    real = tell_rows

    def meanwhile(*told: object) -> None:
        real(*told)  # type: ignore[arg-type]
        with_files(root, {"products/kho-ca.md": product("kho-ca", story="Lời mới. " * 90)})

    monkeypatch.setattr(importing, "tell_rows", meanwhile)

    assert imported(root, [row({"Hạng sao": 4})]).status == 1
    assert "Lời mới" in file_of(root)
    assert "stars: 3" in file_of(root)


@pytest.mark.parametrize(
    ("file", "keys"),
    [
        ("products/nhap.md", "name: MỨT gừng\ncode: 7K3M9"),
        ("producers/nhap.md", "name: Cơ sở Gừng"),
    ],
)
def test_a_draft_that_lacks_keys_is_not_made_a_second_time(
    file: str, keys: str, tmp_path: Path
) -> None:
    root = with_files(project(tmp_path / "p"), {file: f"---\n{keys}\ndraft: true\n---\n"})
    facts = {"Loại hình chủ thể": "hộ kinh doanh", "Bộ sản phẩm": 8, "Tình trạng": "tiềm năng"}
    before = contents(root)
    outcome = imported(root, [row(facts, "Mứt gừng", "Cơ sở Gừng"), row(facts, "Mứt", "Khác")])

    assert [each.fate for each in outcome.rows] == [Fate.DOUBTFUL, Fate.NEW]
    assert f"content/{file}" in outcome.rows[0].reasons[0].vi
    assert len(contents(root)) == len(before) + 2


def test_of_a_product_recognised_in_several_years_the_latest_holds(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    new = {"Cơ quan công nhận": OFFICE, "Nhóm": 8, "Ngày công nhận": "7/4/2023", "Hạng sao": 3}
    later = {**new, "Ngày công nhận": "15/5/2026", "Hạng sao": 4}
    rows = [row(each, name) for each in (new, later, new) for name in ("Khô cá", "Khô mới")]

    outcome = imported(root, rows)
    again = imported(root, rows, apply=False)

    older, taken = [Fate.OUTDONE] * 2, [Fate.CHANGED, Fate.NEW]
    assert [each.fate for each in outcome.rows] == [*older, *taken, *older]
    assert [told.cell for told in outcome.rows[0].reasons] == ["Sheet!E4"]
    assert "stars: 4" in file_of(root)
    assert "stars: 4" in file_of(root, "products/kho-moi.md")
    assert {each.fate for each in again.rows} == {Fate.OUTDONE, Fate.UNCHANGED}


def test_of_two_rows_with_the_same_decision_one_is_refused_and_neither_is_older(
    tmp_path: Path,
) -> None:
    rows = [row({"Ngày công nhận": "7/4/2023", "Hạng sao": stars}) for stars in (3, 4)]

    outcome = imported(project(tmp_path / "p"), rows, apply=False)

    assert outcome.rows[1].fate is Fate.REFUSED
    assert "hãy để lại một dòng" in outcome.rows[1].reasons[0].vi


def test_an_older_list_never_takes_a_product_back_to_an_earlier_decision(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    rows = [
        row({"Số QĐ": f"{number}/QĐ-UBND", "Ngày công nhận": day, "Hạng sao": 3})
        for number, day in ((99, "15/5/2026"), (2008, "7/4/2023"), (99, "14/5/2026"))
    ]

    later, older, corrected = (imported(root, [each]).rows[0] for each in rows)

    assert [later.fate, older.fate, corrected.fate] == [Fate.CHANGED, Fate.OUTDONE, Fate.CHANGED]
    assert "ocop set kho-ca certificate.decided_on=2023-04-07" in older.reasons[0].vi
    assert "decided_on: 2026-05-14" in file_of(root)


def test_of_what_is_proposed_again_only_other_bytes_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "p")
    text = (root / "content/producers/co-so.md").read_bytes()
    judge, read = Judge(root, will_be_written=True), Mock(wraps=markdown_files.read_files)
    monkeypatch.setattr(markdown_files, "read_files", read)
    good = {f"producers/noi-{at}.md": text for at in "ab"}
    mixed = {**good, "producers/noi-a.md": text.replace(b"kind: household", b"kind: none")}

    errors = [{each.path for each in judge.errors(texts)} for texts in (mixed, good)]

    assert errors == [{"content/producers/noi-a.md"}, set()]
    assert [[file.slug for file in call.args[3]] for call in read.call_args_list] == [
        ["noi-a", "noi-b"],
        ["noi-a"],
    ]
