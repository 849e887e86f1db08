"""A project of one product, and the command that works on it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from PIL import Image

from generator.cli import ocop

SITE = """\
name: Danh mục thử
base_url: https://thu.example
language: vi
languages: [vi]
"""
PLACES = "- {slug: tan-hung, kind: xã, name: Tân Hưng, province: Tây Ninh}\n"
PRODUCER = "---\nname: Cơ sở mẫu\nkind: household\nplace: tan-hung\nsample: true\n---\n"
STORY = "Cá tươi được làm sạch rồi phơi hai nắng. " * 20


def product(name: str = "Khô cá mẫu", code: str = "7K3M9", **more: str) -> str:
    keys = {
        "name": name,
        "status": "certified",
        "code": code,
        "group": "8",
        "producer": "co-so",
        "made_in": "tan-hung",
        "certificate": "{stars: 3, decision: Số 1, decided_on: 2026-01-15, "
        "issued_by: UBND tỉnh Tây Ninh, legal_basis: 148/QĐ-TTg}",
        "photos": "[{file: ca.jpg, alt: Cá khô trên nia}]",
        "sample": "true",
        **more,
    }
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n{STORY}\n"


def write_project(root: Path) -> Path:
    """Write a project of one product."""
    content = root / "content"
    for folder in ("products", "producers", "media"):
        (content / folder).mkdir(parents=True)
    (content / "site.yaml").write_text(SITE, "utf-8")
    (content / "places.yaml").write_text(PLACES, "utf-8")
    (content / "producers/co-so.md").write_text(PRODUCER, "utf-8")
    (content / "products/kho-ca.md").write_text(product(), "utf-8")
    Image.new("RGB", (1600, 1200), "#c98a12").save(content / "media/ca.jpg")
    return root


def run(project: Path, *arguments: str) -> tuple[int, str, str]:
    verb, *rest = arguments
    result = CliRunner().invoke(ocop, [verb, "--root", str(project), *rest], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.return_value or 0, result.stdout, result.stderr
