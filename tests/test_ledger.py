"""The ledger of what was printed: how it is read and added to, and what it asks of every build."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from printed_rows import HEAD, HOST, keep, lines, row, told
from pydantic import ValidationError
from small_project import built, change, product, project, write

from generator.addresses import ledger
from generator.addresses.ledger import LedgerError, Printing, enter, read

KHO = "content/products/kho-ca.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path)


def test_a_ledger_of_zero_bytes_is_an_error_of_the_check_and_is_not_added_to(root: Path) -> None:
    file = root / "content/printed.csv"
    file.write_bytes(b"\0" * 300)
    printing = Printing(
        printed_on=date(2026, 4, 1), address="/Q/7K3M1", product="kho-ca", quantity=1, what="tem"
    )

    assert [fault.rule.code for fault in read(root / "content").faults] == ["file-blanked"]
    with pytest.raises(LedgerError):
        enter(root / "content", [printing])
    assert file.read_bytes() == b"\0" * 300


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "sep"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_ledger_from_any_spreadsheet_is_read(
    root: Path, delimiter: str, mark: str, end: str
) -> None:
    rows = [
        ["Printed_On", "address", "product", "quantity", "what"],
        ["12/03/2026", f"{HOST}/Q/7K3M1", "kho-ca", "1.200", '"tem; nhỏ, 70 × 37"'],
        ["", "", "", "", ""],
        ["2026-04-01", " /Q/7K3M2 ", "mam-ca", "24", "tờ bướm"],
    ]
    text = end.join(delimiter.join(cells) for cells in rows)
    first = {"sep": f"sep={delimiter}{end}"}.get(mark, mark)
    (root / "content/printed.csv").write_bytes((first + text).encode())
    found = read(root / "content")

    assert found.faults == ()
    assert [entry.position for entry in found.entries] == [
        (2 + (mark == "sep"), 12),
        (4 + (mark == "sep"), 12),
    ]
    assert [entry.printing for entry in found.entries] == [
        Printing(
            printed_on=date(2026, 3, 12),
            address=f"{HOST}/Q/7K3M1",
            product="kho-ca",
            quantity=1200,
            what="tem; nhỏ, 70 × 37",
        ),
        Printing(
            printed_on=date(2026, 4, 1),
            address="/Q/7K3M2",
            product="mam-ca",
            quantity=24,
            what="tờ bướm",
        ),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (row(printed_on="12/13/2026"), ("date-impossible", 2, 1)),
        (row(printed_on="2026"), ("type-wrong", 2, 1)),
        (row(printed_on=""), ("table-cell-empty", 2, 1)),
        (row(address="https://thu.example/san-pham/kho-ca"), ("printed-address", 2, 2)),
        (row(address="thu.example/Q/7K3M1"), ("printed-address", 2, 2)),
        (row(address="Q/7k3m1"), ("printed-address", 2, 2)),
        (row(address=""), ("table-cell-empty", 2, 2)),
        (row(slug="Khô cá"), ("type-wrong", 2, 3)),
        (row(quantity="nhiều"), ("type-wrong", 2, 6)),
        (row(quantity="0"), ("type-wrong", 2, 6)),
        (row(address=f"{HOST}/Q/7K3M1/L1", lot="L2"), ("printed-lot", 2, 4)),
        (row().replace("\n", ",thừa\n"), ("table-cells", 2, 1)),
    ],
)
def test_a_wrong_cell_is_told_with_its_row_and_column(
    root: Path, line: str, expected: tuple[str, int, int]
) -> None:
    rule, number, cell = expected
    column = 1 + sum(len(each) + 1 for each in line.split(",")[: cell - 1])

    assert (rule, number, column) in told(keep(root, line))


def test_a_wrong_address_says_in_both_languages_what_is_wrong(root: Path) -> None:
    keep(root, row(address=f"{HOST}/01/9521234500018"))
    (found,) = lines(root, "printed-address")

    assert "09521234500018" in found.line_in("vi")
    assert "phải viết đủ 14 chữ số" in found.line_in("vi")
    assert "must have 14 digits" in found.line_in("en")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (HEAD.replace(",address", ""), ("table-column-missing", 1, 1)),
        (HEAD.replace("what", "what,what"), ("table-column-duplicate", 1, 54)),
        (HEAD.replace("lot", "lott"), ("table-column-unknown", 1, 28)),
    ],
)
def test_wrong_columns_are_told(root: Path, head: str, expected: tuple[str, int, int]) -> None:
    assert expected in told(keep(root, head=head))


def test_text_in_another_encoding_and_broken_tables_are_told(root: Path) -> None:
    file = root / "content/printed.csv"
    file.write_bytes(HEAD.encode() + "tem nhỏ".encode("utf-16"))
    assert [rule for rule, *_ in told(root)] == ["encoding"]

    file.write_text(HEAD + "x" * 200_000, "utf-8")
    assert [rule for rule, *_ in told(root)] == ["table-syntax"]


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("Tem Kh« c¸ chèt", "text-garbled"),
        ("Tem KhÃ´ cÃ¡", "text-garbled"),
        ("Tem gi?y c?a kh? c?", "text-garbled"),
        ("tem\u202egiấy", "text-invisible"),
    ],
)
def test_words_for_what_was_printed_that_lost_their_letters_are_told(
    root: Path, what: str, code: str
) -> None:
    keep(root, row(what=what))
    [problem] = lines(root, code)

    line, column = 2, HEAD.split(",").index("what\n")
    before = row(what=what).split(",")[:column]
    assert (problem.path, problem.line) == ("content/printed.csv", line)
    assert problem.column == len(",".join(before)) + 2


def test_an_empty_ledger_and_none_ask_for_nothing(root: Path) -> None:
    assert told(root) == []
    assert told(keep(root, head="")) == []
    assert told(keep(root)) == []


PRINTED = Printing(
    printed_on=date(2026, 3, 12),
    address=f"{HOST}/Q/7K3M1",
    product="kho-ca",
    lot="-L1=",
    quantity=1200,
    what='tem "nhỏ", 70 × 37',
)


def test_what_is_entered_is_read_back(root: Path) -> None:
    other = PRINTED.model_copy(update={"lot": None, "serials": "1–1200"})
    enter(root / "content", [PRINTED])
    enter(root / "content", [other, PRINTED])

    assert [each.printing for each in read(root / "content").entries] == [PRINTED, other, PRINTED]
    assert (root / "content/printed.csv").read_bytes().startswith(b"\xef\xbb\xbfprinted_on,")


def test_entering_keeps_an_editor_s_file_as_it_is(root: Path) -> None:
    before = "quantity;what;address;product;printed_on;lot\r\n12;thử;/Q/7K3M2;mam-ca;01/02/2026;"
    file = root / "content/printed.csv"
    file.write_bytes(before.encode())
    enter(root / "content", [PRINTED])

    assert file.read_bytes().decode() == (
        f'{before}\r\n1200;"tem ""nhỏ"", 70 × 37";{HOST}/Q/7K3M1;kho-ca;2026-03-12;-L1=\r\n'
    )


def test_a_ledger_with_faults_or_too_few_columns_is_not_added_to(root: Path) -> None:
    file = keep(root, head="printed_on,address,product,quantity,what\n") / "content/printed.csv"
    before = file.read_bytes()
    with pytest.raises(LedgerError, match="“lot”"):
        enter(root / "content", [PRINTED])
    assert file.read_bytes() == before

    keep(root, head="ngày,địa chỉ\n")
    with pytest.raises(LedgerError, match="ocop check"):
        enter(root / "content", [PRINTED])


def test_printings_entered_at_once_are_all_kept(root: Path) -> None:
    threads = [
        threading.Thread(target=enter, args=(root / "content", [PRINTED] * 5)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(read(root / "content").entries) == 40


@pytest.mark.parametrize(
    "wrong", [{"address": "https://x.vn/"}, {"quantity": 0}, {"product": "Khô"}, {"what": " "}]
)
def test_a_printing_that_can_t_be_is_not_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Printing.model_validate(PRINTED.model_dump() | wrong)


def test_a_printed_address_that_answers_is_fine(root: Path) -> None:
    assert told(keep(root, row(), row(address="/Q/7K3M1"))) == []


def test_a_deleted_product_is_an_error_that_names_packs_and_cures(root: Path) -> None:
    keep(root, row(), row(quantity="300", printed_on="2026-05-02", what="tờ bướm"))
    (root / KHO).unlink()
    (found,) = lines(root, "printed-lost")

    assert (found.path, found.line, found.column) == (ledger.SOURCE, 2, 12)
    for language in ("vi", "en"):
        line = found.line_in(language)
        assert f"{HOST}/Q/7K3M1" in line
        assert "1500 × tem 70 × 37 mm, tờ bướm (12/03/2026 – 02/05/2026)" in line
        assert "/Q/7K3M1" in line.split(". ", 1)[1]
        assert "status: withdrawn" in line
    assert built(root) == 1


def test_each_cure_of_a_deleted_product_cures(root: Path) -> None:
    keep(root, row())
    (root / KHO).unlink()
    text = product("kho-ca").replace("certified", "withdrawn")
    day = "148/QĐ-TTg\n  revoked_on: 2026-06-01"
    write(root, "content/products/kho-ca.md", text.replace("148/QĐ-TTg", day))
    assert told(root) == []

    (root / KHO).unlink()
    (root / "content/products/kho-ca.en.md").unlink()
    assert [rule for rule, *_ in told(root)] == ["printed-lost"]
    change(root, "content/products/mam-ca.md", "sample:", "aliases: [/Q/7K3M1]\nsample:")
    assert told(root) == []


def test_another_code_is_an_error_until_the_old_one_is_an_alias(root: Path) -> None:
    keep(root, row())
    change(root, KHO, "code: 7K3M1", "code: 7K3MX")
    assert [rule for rule, *_ in told(root)] == ["printed-lost"]

    change(root, KHO, "sample:", "aliases: [/Q/7K3M1]\nsample:")
    assert told(root) == []


def test_a_gtin_that_came_or_went_is_an_error_only_if_it_was_printed(root: Path) -> None:
    change(root, KHO, "code: 7K3M1", 'code: 7K3M1\ngtin: "9521234500018"')
    keep(root, row(address=f"{HOST}/01/09521234500018"))
    assert told(root) == []

    change(root, KHO, 'gtin: "9521234500018"\n', "")
    assert [rule for rule, *_ in told(root)] == ["printed-lost"]


def test_a_renamed_file_is_an_error_until_its_old_page_is_an_alias(root: Path) -> None:
    """Else nobody could tell a renamed product from another one that was given its code."""
    keep(root, row())
    (root / "content/products/kho-ca.en.md").unlink()
    (root / KHO).rename(root / "content/products/kho-ca-say.md")
    (found,) = lines(root, "printed-renamed")
    assert "/san-pham/kho-ca/" in found.line_in("vi")

    change(
        root, "content/products/kho-ca-say.md", "sample:", "aliases: [/san-pham/kho-ca/]\nsample:"
    )
    assert told(root) == []


def test_a_code_given_to_another_product_is_an_error(root: Path) -> None:
    keep(root, row())
    change(root, KHO, "code: 7K3M1", "code: 7K3MX")
    change(root, "content/products/mam-ca.md", "code: 7K3M2", "code: 7K3M1")
    (found,) = lines(root, "printed-other")

    assert "content/products/mam-ca.md" in found.line_in("en")


def test_a_printed_lot_needs_a_page_of_its_own(root: Path) -> None:
    keep(root, row(address=f"{HOST}/Q/7K3M1/L1"))
    (found,) = lines(root, "printed-lot-lost")

    assert "content/lots/kho-ca.csv" in found.line_in("vi")

    write(root, "content/lots/kho-ca.csv", "lot\nL1\n")
    assert told(root) == []

    write(root, "content/lots/kho-ca.csv", "lot,produced\nL1,31/31/2026\nl1,\n")
    assert {rule for rule, *_ in told(root)} == {"date-impossible", "lot-capitals"}


def test_a_lot_printed_at_an_old_code_still_has_its_page(root: Path) -> None:
    write(root, "content/lots/kho-ca.csv", "lot\nL1\n")
    keep(root, row(address=f"{HOST}/Q/7K3M1/L1"))
    change(root, KHO, "code: 7K3M1", "code: 7K3MX\naliases: [/Q/7K3M1]")

    assert told(root) == []
    assert built(root, only="site") == 0
    assert (root / "output/site/Q/7K3M1/L1/index.html").is_file()


def test_a_serial_asks_for_the_page_above_it(root: Path) -> None:
    change(root, KHO, "code: 7K3M1", 'gtin: "9521234500018"')

    assert told(keep(root, row(address=f"{HOST}/01/09521234500018/21/7"))) == []


def test_a_product_with_an_error_of_its_own_is_not_told_twice(root: Path) -> None:
    keep(root, row())
    change(root, KHO, "group: 8", "group: 99")
    assert [rule for rule, *_ in told(root)] == ["unknown-group"]

    (root / "content/products/kho-ca.en.md").unlink()
    (root / KHO).rename(root / "content/products/kho-ca-say.md")
    assert [rule for rule, *_ in told(root)] == ["unknown-group"]
