"""Lists of products, WebP photos (Pillow, a thread per core) and QR codes (segno) for Pelican."""

# ruff: noqa: ANN001, ANN201  # Pelican has no types to annotate with
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import segno
from pelican import signals
from PIL import Image

WIDTHS = (480, 800, 1600)
KINDS = (("stars", "sao"), ("group", "nhom"), ("commune", "xa"), ("producer", "chu-the"))


def register() -> None:
    """Tell Pelican when to call."""
    signals.article_generator_finalized.connect(gather)
    signals.article_writer_finalized.connect(write_lists)


def gather(generator) -> None:
    """Make pictures and codes, and sort the products into lists."""
    output, photos = Path(generator.output_path), Path(generator.settings["PHOTOS"])
    files = sorted({each.photo for each in generator.articles if hasattr(each, "photo")})
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        made = threads.map(lambda file: pictures(photos / file, output / "img"), files)
        by_file = dict(zip(files, made, strict=True))
    lists = {field: {} for field, _ in KINDS}
    for article in generator.articles:
        article.pictures = by_file.get(getattr(article, "photo", None))
        article.code = code(article.scan, output / "qr")
        for field, _ in KINDS:
            lists[field].setdefault(str(getattr(article, field)), []).append(article)
    tables = generator.settings["JINJA_GLOBALS"]
    generator.context["lists"] = [
        {
            "path": path,
            "terms": [
                {
                    "name": name_of(tables, field, key),
                    "path": f"{path}/{key}",
                    "products": lists[field][key],
                }
                for key in sorted(lists[field])
            ],
        }
        for field, path in KINDS
    ]


def write_lists(generator, writer) -> None:
    """Write each list in pages, and the list of lists."""
    one, all_of_kind = generator.get_template("list"), generator.get_template("lists")
    for kind in generator.context["lists"]:
        path = kind["path"]
        writer.write_file(
            f"{path}/index.html", all_of_kind, generator.context, url=f"{path}/", kind=kind
        )
        for term in kind["terms"]:
            writer.write_file(
                f"{term['path']}/index.html",
                one,
                generator.context,
                paginated={"articles": term["products"]},
                template_name="list",
                url=f"{term['path']}/",
                term=term,
            )


def pictures(photo, folder):
    """Address, width and height of the photo's renditions, made unless they are there."""
    content = photo.read_bytes()
    stem = hashlib.sha1(content, usedforsecurity=False).hexdigest()[:12]
    found = []
    with Image.open(photo) as picture:
        for width in WIDTHS:
            path = folder / f"{stem}-{width}.webp"
            height = round(picture.height * width / picture.width)
            if not path.exists():
                folder.mkdir(parents=True, exist_ok=True)
                size = (width, height)
                small = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
                small.save(path, "WEBP", quality=78, method=4)
            found.append((f"/img/{path.name}", width, height))
    return found


def code(text, folder):
    """Address and side of the code's PNG file, which is made unless it is there."""
    name = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:16] + ".png"
    path = folder / name
    if path.exists():
        with path.open("rb") as file:
            return f"/qr/{name}", int.from_bytes(file.read(20)[16:])
    folder.mkdir(parents=True, exist_ok=True)
    drawn = segno.make(text, error="m", boost_error=False, micro=False)
    drawn.save(str(path), scale=4, border=4)
    return f"/qr/{name}", drawn.symbol_size(4, 4)[0]


def name_of(tables, field, key):
    """What a list is called."""
    if field == "stars":
        return f"{key} sao"
    if field == "producer":
        return tables["producers"][key]["name"]
    return tables[f"{field}s"][key]
