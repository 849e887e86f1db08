"""The project on which the documents' commands are run: the product that they name, and no more."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import yaml
from click.testing import CliRunner, Result
from small_project import change, photo, write

from generator.addresses import ledger
from generator.cli import ocop
from generator.desk.versions.archive import Archive

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = "kho-ca-loc"
KEPT = (
    *("site.yaml", "places.yaml", "producers/co-so-mau-so-1.md"),
    *(f"products/{PRODUCT}.md", f"products/{PRODUCT}.en.md"),
    *(f"lots/{PRODUCT}.csv", f"lots/{PRODUCT}.events.csv"),
)
FAIR = f"""\
---
name: Hội chợ mẫu
starts_on: 2026-12-18
ends_on: 2026-12-22
place: tan-hung
products: [{PRODUCT}]
sample: true
---
Năm ngày của một hội chợ mẫu.
"""
ANSWERS = "Tên mới\n" + "\n" * 40
"""What somebody types who knows the name of a new thing, and nothing else of it."""


def run(words: Sequence[str], typed: str = "") -> Result:
    """Run a command as `ocop` does, with what is typed if it asks."""
    return CliRunner().invoke(ocop, [*words], input=typed, standalone_mode=False)


def part_of_the_sample(root: Path) -> Path:
    """The sample content's product of the documents, with all that it names, at a real host."""
    for name in KEPT:
        target = root / "content" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "content" / name, target)
    write(root, "content/fairs/hoi-cho-mau-2026.md", FAIR)
    photo(root, f"{PRODUCT}.jpg", "#c98a12")  # a plain one, which takes no time
    change(root, "content/site.yaml", "ocop-tanhung.example", "ocop-mau.vn")
    # A list to import, such as the guide's reader has from an office.
    run(["export", "--root", str(root), str(root / "danh-sach.xlsx")])
    return root


def with_a_slip(root: Path) -> Path:
    """Give it the product of the guide's picture, with the slip that the picture shows."""
    product, producer = "mat-ong-tram", "co-so-mau-so-5"
    for name in (f"products/{product}.md", f"producers/{producer}.md"):
        shutil.copy2(ROOT / "content" / name, root / "content" / name)
    photo(root, f"{product}.jpg", "#d9a548")
    change(root, f"content/products/{product}.md", "made_in: hung-thanh", "made_in: hung-thah")
    return root


def with_two_versions(root: Path) -> None:
    """Give it two versions, with a ledger; between them the product was edited."""
    content, row = root / "content", {"address": "/Q/4N8TQ", "quantity": 1, "what": "tem"}
    printed = {"printed_on": "26/11/2026", "product": PRODUCT, **row}
    ledger.enter(content, [ledger.Printing.model_validate(printed)])
    file = content / f"products/{PRODUCT}.md"
    text = file.read_bytes()
    for now in (text, text + b"\nSai.\n"):
        file.write_bytes(now)
        Archive.of(root).add("ocop build")


def with_targets(root: Path, pages: Sequence[str]) -> None:
    """Write the targets of the pages' examples, each as a folder beside the project."""
    texts = [page.split("```yaml\n")[1].split("```")[0] for page in pages]
    names = {name for text in texts for name in yaml.safe_load(text)}
    folders = {name: {"kind": "folder", "path": f"../public/{name}"} for name in sorted(names)}
    (root / "content/publish.yaml").write_text(yaml.safe_dump(folders), "utf-8")
    (root.parent / "public").mkdir()


def published_twice(root: Path, names: Sequence[str]) -> None:
    """Build and publish the site to each target, then once more with another price."""
    for price in ("185000", "190000"):
        change(root, f"content/products/{PRODUCT}.md", "price: 185000", f"price: {price}")
        built = run(["build", "--root", str(root), "--only", "site", "--jobs", "1"])
        assert built.return_value == 0, built.output
        for name in names:
            sent = run(["publish", name, "--root", str(root), "--no-verify"])
            assert sent.return_value == 0, sent.output
