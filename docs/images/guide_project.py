"""The project that the guide's pictures show: the sample content, a draft, and a list to import."""

from __future__ import annotations

import shutil
from pathlib import Path

import xlsxwriter

PRODUCT = "mat-ong-tram"
RECALLED = ("kho-ca-loc", "L260718")
"""A product and its lot."""
DRAFT = "kho-ca-sac"
LIST = "danh-sach.xlsx"
_DRAFT_FILE = """\
---
name: Khô cá sặc
summary: Bản nháp mẫu để xem thử.
status: potential
code: 2XK7D
group: 8
producer: co-so-mau-so-1
sample: true
draft: true
---
Câu chuyện mẫu đang viết.
"""
_ROWS = (
    ("DANH SÁCH SẢN PHẨM OCOP (DỮ LIỆU MẪU)",),
    (),
    ("STT", "Tên sản phẩm", "Chủ thể", "Nhóm", "Hạng sao", "Quyết định"),
    (1, "Khô cá lóc", "Cơ sở mẫu số 1", 8, "4 sao", "Số 04/QĐ-MẪU ngày 18/11/2025"),
    (2, "Mắm cá sặc mẫu", "Cơ sở mẫu số 1", 8, "3 sao", "Số 05/QĐ-MẪU ngày 20/01/2026"),
    (3, "Khô cá trèn mẫu", "Cơ sở mẫu số 1", 8, "3 sao", "Số 05/QĐ-MẪU ngày 31/02/2026"),
)


def make(root: Path, content: Path) -> Path:
    """Make the project anew in that folder."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(content, root / "content")
    (root / f"content/products/{DRAFT}.md").write_text(_DRAFT_FILE, "utf-8")
    with xlsxwriter.Workbook(root / LIST) as book:
        sheet = book.add_worksheet("DS")
        for number, row in enumerate(_ROWS):
            sheet.write_row(number, 0, row)
    return root


def spoil(root: Path) -> None:
    """Write a name of a place that isn't there into a product's file, as a slip of the hand."""
    file = root / f"content/products/{PRODUCT}.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("made_in: hung-thanh", "made_in: hung-thah"), "utf-8")
