"""The ledger knows what labels said, in a column that an older one lacks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import small_project
from label_project import ask, complete_project, ledger, status
from label_samples import full, run_of, words

from generator.addresses import seal
from generator.addresses.ledger import Printing, enter, read
from generator.addresses.serials import Serials
from generator.desk.content import load
from generator.press import labels

STAMP = ("kho-ca", "--design", "stamp", "--count", "1")
OLD = Printing(
    printed_on=date(2026, 3, 12),
    address="HTTPS://OCOP.EXAMPLE.VN/Q/7K3M1",
    product="kho-ca",
    quantity=1200,
    what="tem",
)
NEW = OLD.model_copy(update={"quantity": 5, "edition": "stamp/a4-70x37/0123456789ab"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return complete_project(tmp_path)


def test_a_label_that_says_something_else_is_another_printing(root: Path) -> None:
    first, again = ask(root, *STAMP), ask(root, *STAMP)
    small_project.change(root, "content/products/kho-ca.md", "net: 500 g", "net: 450 g")
    changed = ask(root, *STAMP)

    assert status(first) == status(again) == status(changed) == 0
    assert "printed-again" in again.output
    assert "printed-again" not in changed.output
    one, other = (row["edition"] for row in ledger(root))
    assert one.rpartition("/")[0] == other.rpartition("/")[0] == "stamp/nhiet-70x50"
    assert one != other


@pytest.mark.parametrize("head", ["", "sep=;\r\n", "\ufeff"])
def test_an_older_ledger_gets_the_column_and_keeps_its_rows(root: Path, head: str) -> None:
    file = root / "content/printed.csv"
    header = "quantity;what;address;product;printed_on;lot"
    row = "12;thử;/Q/7K3M2;mam-ca;01/02/2026;"
    file.write_bytes(f"{head}{header}\r\n{row}\r\n".encode())
    enter(root / "content", [NEW])
    lines = file.read_bytes().decode().removeprefix(head).split("\r\n")

    assert lines[:2] == [f"{header};edition", row]
    assert [each.printing.edition for each in read(root / "content").entries] == [None, NEW.edition]
    assert load(root).errors == 0


def test_a_seal_from_before_the_column_stands_and_seals_the_new_rows_too(root: Path) -> None:
    content = root / "content"
    enter(content, [OLD])
    for name in ("printed.csv", "printed.seal"):
        file = content / name
        file.write_text(file.read_text("utf-8").replace(",edition", ""), "utf-8")
    sealed = (content / seal.NAME).read_text("utf-8").split("\n")
    (before,) = (each for each in sealed if "tem" in each)
    enter(content, [NEW])
    found = seal.read(content)

    assert found.fault is None
    assert found.lost(each.printing for each in read(content).entries) == ()
    assert before in (content / seal.NAME).read_text("utf-8")
    assert [each.cells["edition"] for each in found.lines] == ["", NEW.edition]


def test_an_edition_is_told_by_what_labels_say_and_by_nothing_else() -> None:
    def of(
        stock: str = "a4-64x38", design: str = "stamp", storage: str = "Mát", **asked: object
    ) -> str:
        found = full(storage=storage)
        return labels.edition(found, run_of(found, stock, design, **asked), words())

    assert of() == of(count=3) == of(skip=4) == of(serials=Serials(1, 9)) == of(on=date(2027, 1, 1))
    assert len({of(), of(lot="L1"), of("a4-70x37"), of(design="code")}) == 4
    assert of(storage="Khô") == of()
    assert of(design="label", storage="Khô") != of(design="label")
