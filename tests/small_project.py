"""A project of three products for tests that edit one thing and see what is made again."""

from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from click.testing import CliRunner
from PIL import Image

from generator.cli import ocop
from generator.desk.building.build import build
from generator.desk.building.published_pages import PublishedPages
from generator.desk.console import Desk
from generator.desk.content import load
from generator.desk.options import Order

SITE = """\
name: Danh mục thử
base_url: https://thu.example
language: vi
languages: [vi, en]
tagline: Ba món thử
downloads: false
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


def write(root: Path, path: str, text: str | bytes) -> None:
    """Write a file of the project."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def with_files(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their paths below content/; the project."""
    for name, text in files.items():
        write(root, f"content/{name}", text)
    return root


def change(root: Path, path: str, old: str, new: str) -> None:
    """Replace a text that stands in a file of the project."""
    text = (root / path).read_text("utf-8")
    assert old in text
    write(root, path, text.replace(old, new))


def photo(root: Path, name: str, colour: str) -> None:
    """A picture large enough for print."""
    write(root, f"content/media/{name}", _picture(Path(name).suffix.lower(), colour))


@functools.cache
def _picture(suffix: str, colour: str) -> bytes:
    file = BytesIO()
    picture = Image.new("RGB", (1600, 1040), colour)
    picture.save(file, Image.registered_extensions()[suffix], quality=50)
    return file.getvalue()


def product(slug: str, **facts: str) -> str:
    """A product's file, of PRODUCTS and what is given."""
    return PRODUCT.format(
        slug=slug, **{"story": f"{STORY}Món này là {slug}.", **PRODUCTS.get(slug, {}), **facts}
    )


def producer(slug: str, place: str) -> str:
    """A producer's file."""
    keys = f"name: Nơi làm {slug}\nkind: household\nplace: {place}\nsample: true\n"
    return f"---\n{keys}---\n"


def project(root: Path) -> Path:
    """Write the whole project."""
    with_files(
        root,
        {
            "site.yaml": SITE,
            "places.yaml": PLACES,
            "producers/co-so.md": producer("co-so", "tan-hung"),
            "producers/hop-tac-xa.md": producer("hop-tac-xa", "vinh-chau"),
            **{f"products/{slug}.md": product(slug) for slug in PRODUCTS},
            "products/kho-ca.en.md": ENGLISH,
        },
    )
    for slug, colour in zip(PRODUCTS, ("#c98a12", "#7a4a2a", "#e8dcb8"), strict=True):
        photo(root, f"{slug}.jpg", colour)
    write(root, "themes/rieng/theme.toml", 'name = "rieng"\ninherits = "mua-nuoc-noi"\n')
    return root


def one_label_a_sheet(root: Path) -> Path:
    """Have its labels printed on a roll: of the 24 alike of a usual sheet each takes its time."""
    with (root / "content/site.yaml").open("a", encoding="utf-8") as site:
        site.write("labels: {stock: nhiet-70x50}\n")
    return root


def one_product(root: Path) -> Path:
    """The project without its English words and all but the first product."""
    project(root)
    for path in ("products/mam-ca.md", "products/gao.md", "products/kho-ca.en.md"):
        (root / "content" / path).unlink()
    (root / "content/producers/hop-tac-xa.md").unlink()
    write(root, "content/site.yaml", SITE.replace("[vi, en]", "[vi]"))
    return root


@functools.cache
def _first_site() -> Path:
    """The project, its site built once in each process of tests."""
    folder = Path(tempfile.mkdtemp(prefix="small-site-"))
    atexit.register(_removed, folder, os.getpid())
    root = project(folder / "project")
    assert built(root, "site") == 0
    return root


def _removed(folder: Path, process: int) -> None:
    """Remove it, where this is no fork that ends."""
    if os.getpid() == process:
        shutil.rmtree(folder, ignore_errors=True)


def built_project(root: Path) -> Path:
    """The whole project with its site built, a copy that a test may change in any way."""
    return Path(shutil.copytree(_first_site(), root, symlinks=True, dirs_exist_ok=True))


def built(root: Path, only: str | None = None, output: Path | None = None, jobs: int = 1) -> int:
    """Build it; the exit status."""
    target = output or root / "output"
    return ended(Order(root=root, output=target, theme="rieng", only=only, jobs=jobs))


def published(root: Path, base_url: str = "https://thu.example") -> None:
    """Remember the addresses of today's content as those of the last build, without one."""
    catalogue = load(root).catalogue
    assert catalogue is not None
    PublishedPages.of(catalogue, base_url).remember(Order(root=root, output=root / "output"))


def ended(order: Order) -> int:
    """Build what is ordered, telling this console; the status."""
    return build(order, Desk("vi")).status


def run(root: Path, verb: str, *arguments: str) -> tuple[int, str, str]:
    """Run a command on the project; its status, output and messages. Raises what it raises."""
    words = [verb, "--root", str(root), *arguments]
    result = CliRunner().invoke(ocop, words, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.return_value or 0, result.stdout, result.stderr


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
