"""Files in Notepad's encodings are read; text that lost its letters on the way is told of."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from small_project import PLACES, SITE, built, everything, project, write

from generator.addresses import ledger
from generator.catalogue.reading.files import text_of
from generator.desk.content import load
from tests.test_ledger import HEAD, PRINTED, row

FORMS = {
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 of old Macs": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 without a mark": lambda text: text.encode("utf-16-le"),
    "utf-16 of old Macs without a mark": lambda text: text.encode("utf-16-be"),
}


def _told(root: Path) -> list[str]:
    return [each.line_in("en") for each in load(root).problems]


@pytest.mark.parametrize("form", FORMS)
def test_every_file_of_content_is_read_in_every_encoding_of_notepad(
    tmp_path: Path, form: str
) -> None:
    project(tmp_path / "plain")
    project(tmp_path / "saved")
    more = {
        "content/lots/kho-ca.csv": "lot,note\nL1,Mẻ đầu\n",
        "content/lots/kho-ca.events.csv": "lot,when,step\nL1,2026-01-02,harvested\n",
        "content/stocks.yaml": (
            "- {name: to, page: 100 x 100, columns: 1, rows: 1, label: 90 x 90, margin: 5 x 5}\n"
        ),
        "content/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nChữ có dấu.\n",
    }
    for path, text in more.items():
        write(tmp_path / "plain", path, text)
        write(tmp_path / "saved", path, text)
    for file in (tmp_path / "saved").rglob("*"):
        if file.suffix in {".yaml", ".md", ".csv", ".toml"}:
            text = file.read_text("utf-8").replace("\n", "\r\n")
            file.write_bytes(FORMS[form](text))

    assert _told(tmp_path / "saved") == _told(tmp_path / "plain") == []
    assert built(tmp_path / "saved", only="site") == built(tmp_path / "plain", only="site") == 0
    assert everything(tmp_path / "saved/output") == everything(tmp_path / "plain/output")


@pytest.mark.parametrize("form", FORMS)
def test_a_ledger_in_every_encoding_of_notepad_is_read_and_added_to(
    tmp_path: Path, form: str
) -> None:
    write(tmp_path, "content/site.yaml", SITE)
    write(tmp_path, "content/places.yaml", PLACES)
    file = tmp_path / "content" / ledger.NAME
    file.write_bytes(FORMS[form](f"{HEAD}{row()}".replace("\n", "\r\n")))
    ledger.enter(tmp_path / "content", [PRINTED])
    found = ledger.read(tmp_path / "content")

    assert found.faults == ()
    assert len(found.entries) == 2
    assert file.read_bytes().decode("utf-8-sig").count("\r\n") == 3


def test_a_damaged_utf_16_file_is_told_with_its_place(tmp_path: Path) -> None:
    damaged = codecs.BOM_UTF16_LE + "name: x\ntagline: ".encode("utf-16-le") + b"\x00\xd8a\x00"
    (project(tmp_path) / "content/site.yaml").write_bytes(damaged)
    (told,) = _told(tmp_path)

    assert told.startswith("content/site.yaml:2:10: error[encoding]: ")


@pytest.mark.parametrize("found", [b"", b"a", b"\0", b"a\0", b"\0\0\0\0", "Khô cá".encode()])
def test_no_bytes_are_too_few_to_be_read(found: bytes) -> None:
    assert text_of(found) in {"", "a", "Khô cá"}
