"""Write a made-up catalogue of any size, in our form and in one that other generators read.

    python benchmarks/corpus.py 1000 --photos 50 --out benchmarks/corpora/1000

`ours/` is a project for `ocop build`; `plain/` holds the same products, stories and photos (hard
links) for the peers: Markdown with flat front matter in `products/`, `photos/`, and `data/*.json`.
Same arguments and versions, same bytes. Everything is a sample: no product, producer or place in it
is real.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import scenery
from invention import ITEMS, Producer, Product, producers, product

from generator.addresses import group_key
from generator.catalogue.ocop.groups import GROUPS

BASE_URL = "https://ocop.example"
# Peers draw no share cards, so ours draws none either.
SITE = f"""\
name: Danh mục mẫu
base_url: {BASE_URL}
language: vi
languages: [vi]
theme: mua-nuoc-noi
tagline: Dữ liệu bịa để đo thời gian
description: Danh mục này chỉ để đo thời gian làm trang. Không có sản phẩm nào là thật.
share_cards: false
downloads: false
"""


def main() -> None:
    """Read the command line and write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("products", type=int)
    parser.add_argument("--photos", type=int, default=0, metavar="M", help="different pictures")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--own-photos",
        action="store_true",
        help="a file of its own per product, also where there are fewer pictures",
    )
    parser.add_argument("--each", type=int, default=1, help="own photos a product; ours alone")
    given = parser.parse_args()
    if given.out.exists() and not (given.out / "corpus.json").is_file():
        parser.error(f"{given.out} exists and is no corpus")
    shutil.rmtree(given.out, ignore_errors=True)
    own = given.each if given.own_photos else 0
    made = write(given.out, given.products, given.photos, own_photos=own)
    print(json.dumps(made, ensure_ascii=False))


def write(out: Path, count: int, photos: int, *, own_photos: int = 0) -> Mapping[str, Any]:
    """Write both forms below `out`; what was made, which `out`/corpus.json also tells.

    Each product has so many photos of its own, else one of all. The peers show the first.
    """
    makers = producers(count)
    files = [f"anh-{number:04}.jpg" for number in range(1, photos + 1)]
    products = [product(k, makers, files, own=bool(own_photos)) for k in range(count)]
    _write_ours(out / "ours", makers, products, own_photos)
    _write_plain(out / "plain", makers, products)
    _write_photos(out, files, products, own_photos)
    made = {
        "products": count,
        "producers": len(makers),
        "communes": len({each.commune.slug for each in makers}),
        "groups": len({each.group for each in products}),
        "photos": photos,
        "photo_files": len({each.photo for each in products if each.photo}) * max(1, own_photos),
        "own_photos": bool(own_photos),
    }
    _text(out / "corpus.json", json.dumps(made, indent=1) + "\n")
    return made


def _write_ours(
    root: Path, makers: Sequence[Producer], products: Sequence[Product], own_photos: int
) -> None:
    content = root / "content"
    _text(content / "site.yaml", SITE)
    communes = {each.commune.slug: each.commune for each in makers}
    rows = (
        f"- {{slug: {each.slug}, kind: {each.kind}, name: {each.name}, province: Mẫu}}\n"
        for each in communes.values()
    )
    _text(content / "places.yaml", "".join(rows))
    for maker in makers:
        keys = {
            "name": maker.name,
            "kind": maker.legal_form,
            "place": maker.commune.slug,
            "phone": maker.phone,
            "sample": True,
        }
        _text(content / "producers" / f"{maker.slug}.md", _file(keys, ""))
    for each in products:
        _text(
            content / "products" / f"{each.slug}.md", _file(_our_keys(each, own_photos), each.story)
        )


def _names(photo: str, own_photos: int) -> Sequence[str]:
    """The files of a product's photos, by that of the first."""
    stem = photo.removesuffix(".jpg")
    return [photo, *(f"{stem}-{number}.jpg" for number in range(2, own_photos + 1))]


def _our_keys(product: Product, own_photos: int) -> Mapping[str, Any]:
    level = "Bộ mẫu" if product.stars == 5 else "UBND tỉnh Mẫu"
    keys: dict[str, Any] = {
        "name": product.name,
        "summary": product.summary,
        "status": "certified",
        "code": product.code,
        "group": product.group,
        "producer": product.producer.slug,
        "certificate": {
            "stars": product.stars,
            "decision": product.decision,
            "decided_on": product.decided.date().isoformat(),
            "issued_by": level,
            "legal_basis": "1489/QĐ-TTg",
        },
    }
    if product.photo:
        keys["photos"] = [
            {"file": name, "alt": f"Ảnh mẫu {number}: {product.name}"}
            for number, name in enumerate(_names(product.photo, own_photos), 1)
        ]
    if product.net:
        keys["packs"] = [{"net": product.net, "price": product.price}]
    return {**keys, "sample": True}


def _write_plain(root: Path, makers: Sequence[Producer], products: Sequence[Product]) -> None:
    for each in products:
        _text(root / "products" / f"{each.slug}.md", _file(_plain_keys(each), each.story))
    groups = {number: GROUPS[number].name("vi") for number in sorted(ITEMS)}
    tables: Mapping[str, Mapping[str, Any]] = {
        "groups": {group_key(number, name): name for number, name in groups.items()},
        "communes": {each.commune.slug: each.commune.label for each in makers},
        "producers": {
            each.slug: {"name": each.name, "commune": each.commune.slug, "phone": each.phone}
            for each in makers
        },
    }
    for name, table in tables.items():
        _text(root / "data" / f"{name}.json", json.dumps(table, ensure_ascii=False, indent=0))


def _plain_keys(product: Product) -> Mapping[str, Any]:
    keys = {
        "title": product.name,
        "slug": product.slug,
        "date": product.decided,
        "description": product.summary,
        "stars": product.stars,
        "group": group_key(product.group, GROUPS[product.group].name("vi")),
        "producer": product.producer.slug,
        "commune": product.producer.commune.slug,
        "decision": product.decision,
        "decided_on": product.decided.date().isoformat(),
        "net": product.net,
        "price": product.price,
        "photo": product.photo,
        "scan": f"{BASE_URL}/Q/{product.code}".upper(),
    }
    return {key: value for key, value in keys.items() if value is not None}


def _file(keys: Mapping[str, Any], body: str) -> str:
    return "---\n" + "".join(_lines(keys)) + f"---\n{body}"


def _lines(keys: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """YAML of the keys; texts in double quotes, as JSON writes them."""
    for key, value in keys.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:\n"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, datetime):
            yield f"{indent}{key}: {value.isoformat()}\n"
        elif isinstance(value, list):
            yield f"{indent}{key}:\n"
            for row in value:
                first, *others = _lines(row, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from others
        else:
            yield f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}\n"


def _write_photos(
    out: Path, files: Sequence[str], products: Sequence[Product], own_photos: int
) -> None:
    """The pictures under the names that products use; in `plain` as hard links."""
    ours, plain = out / "ours" / "content" / "media", out / "plain" / "photos"
    ours.mkdir(parents=True, exist_ok=True)
    plain.mkdir(parents=True, exist_ok=True)
    if not files:
        return
    pool = out / "pool"
    pool.mkdir()
    with ProcessPoolExecutor() as workers:
        list(workers.map(scenery.write, [pool / file for file in files], range(len(files))))
    firsts = dict.fromkeys(each.photo for each in products if each.photo)
    names = [name for first in firsts for name in _names(first, own_photos)]
    for k, name in enumerate(names):
        if k < len(files):
            os.link(pool / files[k % len(files)], ours / name)
        else:
            (ours / name).write_bytes(_marked((pool / files[k % len(files)]).read_bytes(), k))
        if name in firsts:
            os.link(ours / name, plain / name)
    shutil.rmtree(pool)


def _marked(photo: bytes, number: int) -> bytes:
    """The JPEG with a comment of its own: the same picture, but no other file's bytes.

    To draw a picture takes half a second: what is measured is how each file of many is worked on.
    """
    comment = f"{number:08}".encode()
    length = (len(comment) + 2).to_bytes(2, "big")
    return photo[:2] + b"\xff\xfe" + length + comment + photo[2:]


def _text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
