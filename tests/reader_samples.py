"""A small sound project for tests of reading, and its problems at their places."""

from __future__ import annotations

from pathlib import Path

from small_project import with_files

from generator.catalogue.reading.reader import Reading

SITE = "name: OCOP\nbase_url: https://ocop.example/\nlanguages: [vi, en]\n"
PLACES = (
    '- {slug: tan-hung, kind: xã, name: Tân Hưng, code: "27721", province: Tây Ninh}\n'
    "- {slug: vinh-loi, kind: xã, name: Vĩnh Lợi, province: Long An, now: tan-hung}\n"
)
PRODUCER = "---\nname: Cơ sở mẫu\nkind: household\nplace: tan-hung\nsample: true\n---\nChữ.\n"
STORY = "từ " * 120
PRODUCT = f"""---
name: Khô cá lóc
summary: Cá xẻ phơi nắng.
status: certified
code: 7K3M9
group: 8
producer: co-so
made_in: vinh-loi
certificate:
  stars: 3
  decision: Số 01/QĐ-THỬ
  decided_on: 2025-11-18
  issued_by: UBND tỉnh Tây Ninh
  legal_basis: 148/QĐ-TTg
photos:
  - file: ca.jpg
    alt: Khô cá
packs:
  - net: 500 g
    price: 185.000
sample: true
---
{STORY}
"""
FAIR = """---
name: Hội chợ
starts_on: 2026-12-18
ends_on: 22/12/2026
products: [kho]
---
"""


def project(root: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """A small sound project, with these files (below content/) added or replaced."""
    sound = {
        "site.yaml": SITE,
        "places.yaml": PLACES,
        "producers/co-so.md": PRODUCER,
        "products/kho.md": PRODUCT,
    }
    return with_files(root, {**sound, **(files or {})})


def places(reading: Reading) -> list[str]:
    """Each problem as `file:line:column rule`."""
    return [
        f"{p.path.removeprefix('content/')}:{p.line}:{p.column} {p.rule.code}"
        for p in reading.problems
    ]


def changed(old: str, new: str) -> str:
    """The sound product with one passage replaced."""
    assert old in PRODUCT
    return PRODUCT.replace(old, new, 1)
