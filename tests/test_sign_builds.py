"""What a build makes of signs that print lacks, and of a printed thing that can't be made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from marked_project import project
from PIL import Image, ImageChops
from press_samples import text_of
from small_project import PRODUCTS, built, change, everything, report, write
from small_project import project as small_project

from generator.desk.console import Desk
from generator.desk.labels.artwork import artwork_of
from generator.desk.labels.label_runs import Workshop
from generator.desk.labels.printing import LabelJob, labels_of, with_workshop
from generator.desk.options import Order
from generator.desk.reporting import Reporter
from generator.press.artwork import Scale
from generator.press.run import Run
from generator.press.stocks import shipped

NASTY = "25\u00a0℃→b 🐟鱼\ue000\u202e\u200b\ufffe"
PRINTED = "25 °C–b"


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project built with signs that print lacks in every text."""
    root = project(tmp_path_factory.mktemp("nasty"), NASTY, story=f"Cá về {NASTY} rồi.")
    write(root, "themes/rieng/theme.toml", 'name = "rieng"\ninherits = "mua-nuoc-noi"\n')
    assert built(root) == 0
    return root


def pdfs(root: Path) -> Iterator[tuple[str, str]]:
    for file in sorted((root / "output").rglob("*.pdf")):
        yield file.relative_to(root / "output").as_posix(), text_of(file.read_bytes())


def test_pages_show_signs_as_they_are(nasty: Path) -> None:
    page = (nasty / "output/site/san-pham/kho-ca/index.html").read_text("utf-8")

    assert "name 25 ℃→b 🐟鱼\ue000" in page
    assert "<p>Cá về 25&nbsp;℃→b 🐟鱼\ue000" in page


def test_print_has_the_signs_that_its_typeface_has(nasty: Path) -> None:
    said = dict(pdfs(nasty))
    worded = {name: text for name, text in said.items() if not name.endswith("qr.pdf")}

    assert len(worded) == 10
    for text in worded.values():
        assert PRINTED in text
        assert not {*"℃→🐟鱼\ue000\u202e\ufffe\ufffd"} & {*text}
        assert "b  " not in text
    assert f"Cá về {PRINTED} rồi." in worded["brochures/hoi-cho/leaflet.office.pdf"]


def job(order: Order, desk: Reporter, workshop: Workshop, run: Run) -> LabelJob:
    """The job of printing for the nasty product."""
    product = workshop.catalogue.by_slug["kho-ca"]
    return LabelJob(order, desk, workshop, (product,), run, recorded=(), again=False, pack=None)


@pytest.mark.parametrize("design", ["label", "stamp", "shelf-card"])
def test_labels_on_demand_have_them_too(nasty: Path, tmp_path: Path, design: str) -> None:
    run = Run(
        product=None,  # type: ignore[arg-type]  # the command puts each product in
        stock=shipped()["a6"],
        on=date(2026, 12, 1),
        design=design,  # type: ignore[arg-type]
        count=1,
        proof=True,
        languages=("vi", "en"),
    )
    order = Order(root=nasty, output=tmp_path)

    done = with_workshop(order, Desk("vi"), lambda *at: labels_of(job(order, *at, run)))
    assert done.status == 0
    (pdf,) = tmp_path.rglob("labels.office.pdf")
    text = text_of(pdf.read_bytes())
    assert PRINTED in text
    assert not {*"℃→🐟鱼\ue000\u202e\ufffd"} & {*text}


def test_the_designers_sheet_has_them_too(nasty: Path, tmp_path: Path) -> None:
    run = Run(None, shipped()["a6"], design="code", on=date(2026, 12, 1), proof=True)  # type: ignore[arg-type]

    order = Order(root=nasty, output=tmp_path)

    done = with_workshop(order, Desk("vi"), lambda *at: artwork_of(job(order, *at, run), Scale()))
    assert done.status == 0
    (pdf,) = tmp_path.rglob("huong-dan.pdf")
    assert PRINTED in text_of(pdf.read_bytes())


def test_a_share_card_is_that_of_the_words_as_print_has_them(nasty: Path, tmp_path: Path) -> None:
    plain = project(tmp_path, PRINTED.replace(" ", "\u00a0"))
    write(plain, "themes/rieng/theme.toml", 'name = "rieng"\ninherits = "mua-nuoc-noi"\n')
    assert built(plain, "site") == 0
    for name in ("kho-ca.jpg", "kho-ca.en.jpg"):
        one, other = (
            Image.open(BytesIO((root / "output/site/share" / name).read_bytes()))
            for root in (nasty, plain)
        )

        assert ImageChops.difference(one, other).getbbox() is None


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_project(tmp_path)


def test_a_label_that_cannot_be_made_holds_back_labels_alone(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built(root) == 0
    before = everything(root / "output")
    write(root, "themes/rieng/press/labels.typ", '#panic("print-overflow: trial")')
    change(root, "content/products/mam-ca.md", "name: Mắm cá", "name: Mắm cá mới")
    capsys.readouterr()

    assert built(root) == 1
    after = everything(root / "output")
    said = capsys.readouterr().err
    assert "Mắm cá mới" in after["site/san-pham/mam-ca/index.html"].decode()
    assert "Mắm cá mới" in text_of(after["brochures/catalogue/leaflet.office.pdf"])
    assert labels(after) == labels(before)
    assert "content/products/mam-ca.md:2:7: error[print-overflow]" in said
    assert f"Đã làm mới trọn vẹn: {root / 'output/brochures'}, {root / 'output/site'}" in said
    assert f"còn nguyên như lần trước: {root / 'output/labels'}; đừng in" in said
    told = json.loads((root / "output/report.json").read_text("utf-8"))
    assert told["held"] == ["labels"]
    assert sorted(told["failed"]) == [f"labels/{slug}/sheet.pdf" for slug in sorted(PRODUCTS)]
    assert not [path for path in told["written"] if path.startswith("labels/")]


def labels(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.startswith("labels/")}


def test_print_that_has_no_room_never_holds_back_the_site(root: Path, tmp_path: Path) -> None:
    """Once that is mended, all is as in a clean build."""
    template = "themes/rieng/press/labels.typ"
    write(root, template, '#panic("print-overflow: thử")')
    assert built(root) == 1
    assert (root / "output/site/san-pham/gao/index.html").exists()
    assert not [*(root / "output/labels").rglob("*.pdf")]
    (root / template).unlink()
    assert built(root) == 0
    mended = everything(root / "output")

    assert not report(root)["removed"]
    assert built(root, output=tmp_path / "clean") == 0
    assert mended == everything(tmp_path / "clean")
    assert "Gạo" in text_of(mended["labels/gao/sheet.office.pdf"])
