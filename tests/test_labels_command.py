"""`ocop labels`: what it writes, what it enters in the ledger, and what it refuses in one line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import small_project
from label_project import HOST, ask, complete_project, ledger, status, written
from press_samples import codes_in, text_of
from small_project import built, write

from generator.desk import print_project
from generator.desk.today import printing_day
from generator.press.stocks import shipped


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return complete_project(tmp_path)


def test_a_run_writes_both_flavours_with_their_proof_and_is_entered_in_the_ledger(
    root: Path,
) -> None:
    assert status(ask(root, "kho-ca", "--design", "stamp", "--stock", "L7160")) == 0
    folder = "labels/kho-ca/stamp-a4-64x38"

    assert written(root) == [
        f"{folder}/{name}" for name in ("labels.office.pdf", "labels.pdf", "proof.json")
    ]
    assert [{**row, "edition": row["edition"][:15]} for row in ledger(root)] == [
        {
            "printed_on": printing_day().isoformat(),
            "address": f"{HOST}/Q/7K3M1",
            "product": "kho-ca",
            "lot": "",
            "serials": "",
            "quantity": "21",
            "what": "stamp a4-64x38",
            "edition": "stamp/a4-64x38/",
        }
    ]
    proof = json.loads((root / "output" / folder / "proof.json").read_text("utf-8"))
    assert [sheet["read"] for sheet in proof["sheets"]] == [21, 21]


def test_a_proof_is_watermarked_and_not_entered(root: Path) -> None:
    assert status(ask(root, "kho-ca", "--stock", "L7165", "--design", "label", "--proof")) == 0
    pdf = root / "output/labels/kho-ca/label-a4-99x68-proof/labels.pdf"

    assert "BẢN IN THỬ" in text_of(pdf.read_bytes())
    assert ledger(root) == []


def test_a_second_run_is_a_second_line_and_the_first_stands(root: Path) -> None:
    ask(root, "kho-ca", "--design", "code", "--stock", "L7651")
    first = (root / "content/printed.csv").read_bytes()
    ask(root, "mam-ca", "kho-ca", "--design", "code", "--stock", "L7651", "--again")

    assert (root / "content/printed.csv").read_bytes().startswith(first)
    assert [row["product"] for row in ledger(root)] == ["kho-ca", "mam-ca", "kho-ca"]


def test_where_no_design_is_asked_for_it_is_a_full_label(root: Path) -> None:
    assert status(ask(root, "kho-ca", "--stock", "L7165")) == 0

    assert [row["what"] for row in ledger(root)] == ["label a4-99x68"]


@pytest.mark.parametrize(
    ("product", "stock", "why"),
    [
        ("mam-ca", "L7165", "error[label-fact-missing]"),
        ("kho-ca", "L7651", "error[print-overflow]"),
    ],
)
def test_a_full_label_that_cannot_be_made_never_becomes_a_stamp_unasked(
    root: Path, product: str, stock: str, why: str
) -> None:
    result = ask(root, product, "--stock", stock)

    assert status(result) == 1
    assert why in result.output
    assert "thêm --design stamp" in result.output
    assert written(root) == []
    assert status(ask(root, product, "--stock", stock, "--design", "stamp")) == 0


def test_a_stamp_is_offered_only_where_it_has_room_and_no_design_was_asked_for(root: Path) -> None:
    long = "Khô cá lóc đồng phơi hai nắng " * 4
    small_project.change(root, "content/products/kho-ca.md", "name: Khô cá", f"name: {long}")
    unfit = ask(root, "kho-ca", "--stock", "L7651")
    asked = ask(root, "mam-ca", "--stock", "L7165", "--design", "label")

    assert (status(unfit), status(asked)) == (1, 1)
    assert "--design stamp" not in unfit.output + asked.output


def test_a_service_has_no_goods_and_so_no_goods_label(root: Path) -> None:
    small_project.change(root, "content/products/kho-ca.md", "group: 8", "group: 26")
    ask(root, "kho-ca", "--stock", "L7165")

    assert [row["what"] for row in ledger(root)] == ["stamp a4-99x68"]


def test_a_full_label_that_lacks_what_the_law_asks_for_is_refused_unless_it_is_a_proof(
    root: Path,
) -> None:
    refused = ask(root, "mam-ca", "--design", "label", "--stock", "L7165")
    assert status(refused) == 1
    assert "error[label-fact-missing]: Nhãn hàng hóa thiếu thành phần" in refused.output
    assert written(root) == []
    assert ledger(root) == []

    assert status(ask(root, "mam-ca", "--design", "label", "--stock", "L7165", "--proof")) == 0


def test_one_product_at_fault_and_nothing_is_written(root: Path) -> None:
    result = ask(root, "kho-ca", "mam-ca", "--design", "label", "--stock", "L7165")

    assert status(result) == 1
    assert written(root) == []
    assert "Chưa ghi gì cả." in result.output


def test_words_without_room_name_a_stock_that_has_it(root: Path) -> None:
    long = "Chiên vừa lửa cho vàng đều hai mặt rồi để ráo. " * 14
    small_project.change(root, "content/products/kho-ca.md", "Chiên hoặc nướng", long)
    result = ask(root, "kho-ca", "--design", "label", "--stock", "a4-64x38")

    assert status(result) == 1
    assert "error[print-overflow]" in result.output
    assert "hoặc dùng giấy a4-" in result.output
    stock = result.output.split("--stock ")[1].split(")")[0]
    assert status(ask(root, "kho-ca", "--design", "label", "--stock", stock)) == 0


def test_a_lots_dates_are_printed_and_its_folder_is_its_own(root: Path) -> None:
    write(root, "content/lots/kho-ca.csv", "lot;produced\nL260901;31/08/2026\n")
    result = ask(
        root,
        *("kho-ca", "--design", "stamp", "--lot", "L260901", "--stock", "a4-70x37"),
        *("--produced", "01/09/2026", "--best-before", "2027-03-01"),
    )
    pdf = root / "output/labels/kho-ca/L260901/stamp-a4-70x37/labels.pdf"

    assert status(result) == 0
    assert "NSX 01/09/2026" in text_of(pdf.read_bytes())
    assert "HSD 01/03/2027" in text_of(pdf.read_bytes())
    assert codes_in(pdf.read_bytes()) == [f"{HOST}/Q/7K3M1/L260901"] * 24
    assert ledger(root)[0]["lot"] == "L260901"


def test_a_lot_whose_code_would_open_no_page_is_only_proven(root: Path) -> None:
    asked = ("kho-ca", "--design", "stamp", "--lot", "L9", "--produced", "01/09/2026")
    refused = ask(root, *asked)

    assert status(refused) == 1
    assert "error[lot-unlisted]" in refused.output
    assert "ocop new lot kho-ca " in refused.output
    assert status(ask(root, *asked, "--proof")) == 0
    assert ledger(root) == []


def test_what_was_printed_is_served_by_the_next_build(root: Path) -> None:
    write(root, "content/lots/kho-ca.csv", "lot\nL1\n")
    assert status(ask(root, "kho-ca", "--design", "stamp", "--lot", "L1")) == 0

    assert built(root, "site") == 0
    assert (root / "output/site/Q/7K3M1/L1/index.html").is_file()
    write(root, "content/lots/kho-ca.csv", "lot\nL2\n")
    assert built(root, "site") == 1


def test_serials_are_a_run_of_their_own_codes_and_one_line_of_the_ledger(root: Path) -> None:
    write(root, "content/lots/kho-ca.csv", "lot\nL1\n")
    assert status(ask(root, "kho-ca", "--design", "stamp", "--lot", "L1", "--serials", "8-12")) == 0
    pdf = root / "output/labels/kho-ca/L1/stamp-nhiet-70x50/labels.pdf"

    assert sorted(codes_in(pdf.read_bytes())) == sorted(
        f"{HOST}/Q/7K3M1/L1/21/{number}" for number in range(8, 13)
    )
    [row] = ledger(root)
    assert (row["serials"], row["quantity"]) == ("8–12", "5")
    assert row["address"] == f"{HOST}/Q/7K3M1/L1"


def test_a_ledger_of_another_form_is_not_written_to(root: Path) -> None:
    small_project.write(root, "content/printed.csv", "a,b\n1,2\n")
    result = ask(root, "kho-ca", "--design", "stamp")

    assert status(result) == 1
    assert "content/printed.csv" in result.output
    assert (root / "content/printed.csv").read_text("utf-8") == "a,b\n1,2\n"
    assert written(root) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["kho-c"], "Did you mean “kho-ca”?"),
        (["kho-ca", "--stock", "a4-70x38"], "Did you mean “a4-70x37”?"),
        (["kho-ca", "--serials", "9-3"], "1–20000"),
        (["kho-ca", "--serials", "1-5", "--count", "3"], "--serials, --count"),
        (["kho-ca", "--offset", "far"], "0.5,-1"),
        (["kho-ca", "--stock", "a4-70x37", "--skip", "24"], "24 ≥ 24"),
        (["kho-ca", "--stock", "nhiet-50x30", "--dpi", "600"], "203, 300"),
        (["kho-ca", "--size", "20"], "--design code"),
        (["kho-ca", "--design", "code", "--size", "20", "--module", "1"], "--size, --module"),
        (["kho-ca", "--produced", "2026"], "01/09/2026"),
        ([], "--list"),
    ],
)
def test_wrong_usage_is_said_before_anything_is_made(
    root: Path, words: list[str], said: str
) -> None:
    result = ask(root, *words)

    assert status(result) == 2
    assert said in result.exception.format_message()  # type: ignore[union-attr]
    assert written(root) == []


def test_a_withdrawn_product_gets_no_labels(root: Path) -> None:
    small_project.change(root, "content/products/kho-ca.md", "certified", "withdrawn")

    assert "error[label-withdrawn]" in ask(root, "kho-ca", "--design", "stamp").output


def test_the_list_shows_every_stock_and_the_projects_own(root: Path) -> None:
    own = "- {name: rieng, page: 80 x 50, columns: 1, rows: 1, label: 80 x 50, margin: 0 x 0}\n"
    small_project.write(root, "content/stocks.yaml", own)
    result = ask(root, "--list")

    assert status(result) == 0
    for name in (*shipped(), "rieng"):
        assert name in result.output
    assert "⣿" in result.output


def test_a_test_grid_needs_no_product_and_shows_every_label(root: Path) -> None:
    assert status(ask(root, "--outline", "--stock", "L7160")) == 0
    text = text_of((root / "output/labels/outline/a4-64x38.pdf").read_bytes())

    assert [str(number) for number in range(1, 22)] == [w for w in text.split() if w.isdigit()][:21]
    assert "Thước 100 mm" in text
    assert ledger(root) == []


def test_an_invented_product_is_only_proven_and_the_rest_of_the_order_is_recorded(
    root: Path,
) -> None:
    small_project.change(root, "content/products/mam-ca.md", "packs:", "sample: true\npacks:")
    result = ask(root, "kho-ca", "mam-ca", "--design", "stamp", "--count", "1")
    ask(root, "mam-ca", "--design", "code")

    assert status(result) == 0
    assert "mam-ca là dữ liệu mẫu (sample: true)" in result.output
    assert [row["product"] for row in ledger(root)] == ["kho-ca"]
    folders = {path.split("/")[2] for path in written(root) if "mam-ca" in path}
    assert folders == {"stamp-nhiet-70x50-proof", "artwork-proof"}


def test_artwork_is_written_at_the_size_asked_for_and_entered(root: Path) -> None:
    assert status(ask(root, "kho-ca", "--design", "code", "--module", "0.6", "--lot", "L1")) == 0
    report = json.loads((root / "output/labels/kho-ca/L1/artwork/proof.json").read_text("utf-8"))

    assert report["module_mm"] == 0.6
    assert [row["what"] for row in ledger(root)] == ["artwork"]


def test_a_build_leaves_runs_of_labels_where_they_are_and_calls_them_no_strangers(
    root: Path,
) -> None:
    assert built(root, "labels") == 0
    ask(root, "kho-ca", "--design", "stamp")
    before = (root / "output/labels/kho-ca/stamp-nhiet-70x50/labels.pdf").read_bytes()
    small_project.change(root, "content/products/kho-ca.md", "name: Khô cá", "name: Khô cá lóc")
    assert built(root, "labels") == 0
    report = json.loads((root / "output/report.json").read_text("utf-8"))

    assert (root / "output/labels/kho-ca/stamp-nhiet-70x50/labels.pdf").read_bytes() == before
    assert report["strangers"] == []


def test_warnings_are_errors_when_strict(root: Path) -> None:
    small_project.change(root, "content/products/kho-ca.md", "Nơi mát", "Nơi mát, ngon nhất")
    asked = ("kho-ca", "--design", "label", "--stock", "L7165")

    assert "warning[label-claim]" in ask(root, *asked).output
    assert status(ask(root, *asked, "--strict")) == 1


def test_the_legal_check_of_all_products_writes_nothing(root: Path) -> None:
    result = ask(root, "--check")

    assert status(result) == 1
    assert result.output.count("error[label-fact-missing]") == 8
    assert "1/3 sản phẩm đủ mục luật đòi" in result.output
    assert status(ask(root, "kho-ca", "--check")) == 0
    assert written(root) == []


def test_lang_is_the_language_of_messages_and_label_lang_that_of_labels(root: Path) -> None:
    english = ask(root, "kho-ca", "--stock", "a6", "--count", "1", "--proof", "--lang", "en")
    both = ask(root, "kho-ca", "--stock", "a6", "--count", "1", "--proof", "--label-lang", "vi+en")
    mixed = ask(root, "kho-ca", "--lang", "vi+en")

    assert status(english) == 0
    assert "codes read back" in english.output
    assert status(both) == 0
    assert "đọc lại được" in both.output
    (pdf,) = (root / "output/labels/kho-ca").rglob("labels.office.pdf")
    assert "Dried fish" in text_of(pdf.read_bytes())
    assert status(mixed) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("kho-ca", "--stock", "a6", "--count", "1"),
        ("kho-ca", "--check"),
        ("--outline", "--stock", "a6"),
        ("kho-ca", "--design", "code", "--size", "30"),
    ],
)
def test_a_project_is_read_once_and_under_its_lock(
    root: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    read, lock = print_project.load, print_project.locked

    @contextmanager
    def locked(*given: object) -> Iterator[None]:
        with lock(*given):  # type: ignore[arg-type]
            order.append("locked")
            yield
            order.append("let go")

    def load(*given: object) -> object:
        order.append("read")
        return read(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(print_project, "locked", locked)
    monkeypatch.setattr(print_project, "load", load)

    assert status(ask(root, *words)) == 0
    assert order == ["locked", "read", "let go"]
