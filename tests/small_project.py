"""A project of three products for tests that edit one thing and see what is made again."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PIL import Image

from generator.desk.building.build import build
from generator.desk.console import Desk
from generator.desk.options import Order

SITE = """\
name: Danh mục thử
base_url: https://thu.example
language: vi
languages: [vi, en]
tagline: Ba món thử
english:
  name: Trial catalogue
"""
PLACES = """\
- {slug: tan-hung, kind: xã, name: Tân Hưng, province: Tây Ninh}
- {slug: vinh-chau, kind: xã, name: Vĩnh Châu, province: Tây Ninh}
"""
STORY = "Cá tươi được làm sạch rồi phơi hai nắng. " * 16
PRODUCT = """\
---
name: {name}
summary: Món {slug} để thử.
status: certified
code: {code}
group: {group}
producer: {producer}
certificate:
  stars: {stars}
  decision: Số 1
  decided_on: 2026-01-15
  issued_by: UBND tỉnh Tây Ninh
  legal_basis: 148/QĐ-TTg
photos:
  - file: {slug}.jpg
    alt: Ảnh {slug}
packs:
  - net: 500 g
    price: 90000
sample: true
---
{story}
"""
ENGLISH = """\
---
name: Dried fish
summary: Fish for a trial.
---
Fish is cleaned and dried in the sun for two days. Then it is packed.
"""
PRODUCTS = {
    "kho-ca": {"name": "Khô cá", "code": "7K3M1", "group": "8", "producer": "co-so", "stars": "3"},
    "mam-ca": {"name": "Mắm cá", "code": "7K3M2", "group": "8", "producer": "co-so", "stars": "4"},
    "gao": {"name": "Gạo", "code": "7K3M3", "group": "4", "producer": "hop-tac-xa", "stars": "3"},
}


def write(root: Path, path: str, text: str) -> None:
    """Write a file of the project."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def change(root: Path, path: str, old: str, new: str) -> None:
    """Replace a text that stands in a file of the project."""
    text = (root / path).read_text("utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


def photo(root: Path, name: str, colour: str) -> None:
    """A picture large enough for print."""
    file = root / "content" / "media" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (1600, 400), colour).save(file, quality=50)


def product(slug: str, **facts: str) -> str:
    """A product's file, of PRODUCTS and what is given."""
    return PRODUCT.format(slug=slug, **{"story": STORY, **PRODUCTS.get(slug, {}), **facts})


def project(root: Path) -> Path:
    """Write the whole project."""
    write(root, "content/site.yaml", SITE)
    write(root, "content/places.yaml", PLACES)
    for slug, place in (("co-so", "tan-hung"), ("hop-tac-xa", "vinh-chau")):
        keys = f"name: Nơi làm {slug}\nkind: household\nplace: {place}\nsample: true\n"
        write(root, f"content/producers/{slug}.md", f"---\n{keys}---\n")
    for slug, colour in zip(PRODUCTS, ("#c98a12", "#7a4a2a", "#e8dcb8"), strict=True):
        write(root, f"content/products/{slug}.md", product(slug))
        photo(root, f"{slug}.jpg", colour)
    write(root, "content/products/kho-ca.en.md", ENGLISH)
    write(root, "themes/rieng/theme.toml", 'name = "rieng"\ninherits = "mua-nuoc-noi"\n')
    return root


def built(root: Path, only: str | None = None, output: Path | None = None, jobs: int = 1) -> int:
    """Build it; the exit status."""
    target = output or root / "output"
    return ended(Order(root=root, output=target, theme="rieng", only=only, jobs=jobs))


def ended(order: Order) -> int:
    """Build what is ordered, telling this console; the status."""
    return build(order, Desk("vi")).status


def report(root: Path) -> dict[str, list[str]]:
    """What the last build wrote and removed, by its own account."""
    found = json.loads((root / "output" / "report.json").read_text("utf-8"))
    return {key: found[key] for key in ("written", "removed")}


def everything(output: Path) -> dict[str, bytes]:
    """Every published file by its path below output/, but for the report and the inventory."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and path.name not in {"report.json", ".inventory"}
    }


def set_back(file: Path, times: os.stat_result) -> None:
    """Give a file the times of another."""
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
