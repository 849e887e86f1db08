"""Labels and brochures as pictures at /in/…, to look at; nothing of it is printed or counted."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape
from io import BytesIO
from urllib.parse import quote

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from generator import theme
from generator.catalogue.folding import bare
from generator.catalogue.judging.lapsing import not_held
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue, Product, Status
from generator.catalogue.ocop.groups import TOURISM_GROUP
from generator.catalogue.problems.rules_press import PRINT_OVERFLOW
from generator.desk.serving.made_files import MadeFiles
from generator.desk.serving.sight import LiveSite
from generator.desk.today import printing_day
from generator.engine import Artifact
from generator.engine.fingerprint import digest
from generator.pictures.imaging import PhotoError
from generator.press import brochures, labels, own_stocks
from generator.press import print_values as facts
from generator.press.designs import DESIGNS
from generator.press.lettered import lettered
from generator.press.plan import plan
from generator.press.run import Run
from generator.press.selection import Stand
from generator.press.stocks import measures, shipped
from generator.press.typesetter import PressError
from generator.press.usual import printer_dots, usual_stock
from generator.theme.fonts import font_path

FOLDER = "in/"
_DESIGNS = {"in/tem/": "stamp", "in/nhan/": "label"}
"""Where labels stand, and the designs; they say of themselves that they are proofs."""
_DPI = 130
_LABEL_DPI = 300
_SHOWN = 60
"""Products whose labels stand on one page; the others are found by their names."""
_PICTURES = 80
"""Pictures that need not be drawn again."""
_MARK = "BẢN XEM THỬ"
_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("Xem thử bản in", "Print proofs"),
    "lead": (
        "Chỉ để xem: không ghi vào sổ in, không dùng để in bán. In thật bằng ocop labels.",
        "To look at only: nothing here enters the ledger of printed labels or is meant for sale. "
        "Print with ocop labels.",
    ),
    "brochures": ("Tờ bướm", "Brochures"),
    "labels": ("Tem nhãn", "Labels"),
    "page": ("trang {n}", "page {n}"),
    "find": ("Tìm sản phẩm", "Find a product"),
    "more": ("Còn {n} sản phẩm nữa: hãy tìm theo tên.", "{n} more products: find them by name."),
    "none": ("Chưa có gì để in.", "There is nothing to print yet."),
    "home": ("Về trang web", "To the site"),
}


@dataclass(frozen=True, slots=True)
class _Picture:
    """Where it stands, its name, what changes when it does, and how it is drawn.

    `draw` gives a PNG, None for a page that there is not. It raises PressError or ThemeError.
    """

    path: str
    name: str
    version: str
    draw: Callable[[], bytes | None]


@dataclass(slots=True)
class ProofPictures:
    """Draws what is asked for; any thread may ask."""

    files: MadeFiles
    _drawn: OrderedDict[tuple[str, str], bytes] = field(default_factory=OrderedDict)
    _brochures: tuple[LiveSite, Sequence[_Picture]] | None = None
    _offered: tuple[LiveSite, Mapping[str, Artifact]] | None = None
    _guard: threading.RLock = field(default_factory=threading.RLock)

    def index(self, site: LiveSite, asked: str) -> bytes:
        """The page that shows them all; `asked` is a part of products' names, marks or none."""
        language = site.catalogue.site.language
        words = {key: both[language == "en"] for key, both in _WORDS.items()}
        every = [each for each in site.catalogue.products if _has_label(site, each)]
        sought = bare(asked)
        found = [each for each in every if sought in bare(each.name)]
        shown = [each for product in found[:_SHOWN] for each in self._labels(site, product)]
        print_ = [] if sought else self._of_brochures(site)
        parts = [
            *_section(words["brochures"], print_),
            _search(words["find"], asked) if len(every) > _SHOWN else "",
            *_section(words["labels"], shown),
        ]
        if len(found) > _SHOWN:
            parts.append(f"<p>{escape(words['more'].format(n=len(found) - _SHOWN))}</p>")
        if not shown and not print_:
            parts.append(f"<p>{escape(words['none'])}</p>")
        return _document(language, words, "\n".join(parts)).encode()

    def picture(self, site: LiveSite, path: str) -> bytes | None:
        """The PNG at that path; None where there is none. Raises PressError, ThemeError."""
        wanted = next((each for each in self._at(site, path) if each.path == path), None)
        if wanted is None:
            return None
        key = (wanted.path, wanted.version)
        # One at a time: neither the typesetter nor the reader of PDFs is for two.
        with self._guard:
            if key not in self._drawn:
                drawn = wanted.draw()
                if drawn is None:
                    return None
                self._drawn[key] = drawn
            self._drawn.move_to_end(key)
            while len(self._drawn) > _PICTURES:
                self._drawn.popitem(last=False)
            return self._drawn[key]

    def offered(self, site: LiveSite, path: str) -> Artifact | None:
        """What makes the file that the site offers at that path; None where it offers none."""
        if not path.startswith("brochures/"):
            return None
        with self._guard:
            if self._offered is None or self._offered[0] is not site:
                stand = _stand(site)
                printed = plan(
                    site.catalogue,
                    stand.photos,
                    site.folders.theme,
                    frozenset({"site"}),
                    stand.lapsed,
                )
                self._offered = site, {name: each for each in printed for name in each.paths}
            return self._offered[1].get(f"site/{path}")

    def _at(self, site: LiveSite, path: str) -> Sequence[_Picture]:
        folder = next((each for each in _DESIGNS if path.startswith(each)), None)
        if folder is None:
            return self._of_brochures(site)
        slug = path.removeprefix(folder).removesuffix(".png")
        product = site.catalogue.by_slug.get(slug)
        return self._labels(site, product) if product and _has_label(site, product) else ()

    def _labels(self, site: LiveSite, product: Product) -> Sequence[_Picture]:
        alone = lettered(site.catalogue.with_parts({"products": (product,), "fairs": ()}))
        return [
            _label(site, alone, f"{folder}{product.slug}.png", design)
            for folder, design in _DESIGNS.items()
            if design == "stamp" or product.group != TOURISM_GROUP
        ]

    def _of_brochures(self, site: LiveSite) -> Sequence[_Picture]:
        with self._guard:
            if self._brochures is None or self._brochures[0] is not site:
                self._brochures = site, tuple(self._planned(site))
            return self._brochures[1]

    def _planned(self, site: LiveSite) -> Iterator[_Picture]:
        """Yield every page of every brochure, a picture each."""
        stand = _stand(site)
        language = site.catalogue.site.language
        for all_files in brochures.plan(
            lettered(site.catalogue), stand, site.folders.theme, language
        ):
            office = next((path for path in all_files.paths if ".office." in path), None)
            each = brochures.in_flavour(all_files, "office", office) if office else all_files
            subject = all_files.paths[0].removeprefix("brochures/").rpartition(".")[0]
            title = str(each.values["called"][language == "en"]).capitalize()
            for page in range(self._pages_of(each, site)):
                yield _Picture(
                    f"{FOLDER}{subject}-{page + 1}.png",
                    f"{title}: {each.values['title']}, "
                    + _WORDS["page"][language == "en"].format(n=page + 1),
                    _version(each.values),
                    partial(self._page, each, site, page),
                )

    def _pages_of(self, brochure: Artifact, site: LiveSite) -> int:
        """How many pages it has: those of its panels, else those of what was made.

        Where it can't be made there is one, which says why.
        """
        measures = brochure.values["format"]
        if measures["pages"] and not measures["repeated"]:
            return len(measures["pages"])
        try:
            return _count(self._file(brochure, site))
        except (PressError, PhotoError):
            return 1

    def _file(self, brochure: Artifact, site: LiveSite) -> bytes:
        """The file that an office prints, for its colours are those of screens."""
        return self.files.of(brochure, site)[0]

    def _page(self, brochure: Artifact, site: LiveSite, page: int) -> bytes | None:
        drawn = _drawn(self._file(brochure, site), page, _DPI)
        return _png(_marked(drawn)) if drawn else None


def _stand(site: LiveSite) -> Stand:
    return Stand(site.pictures, not_held(site.catalogue, printing_day()))


def _label(site: LiveSite, alone: Catalogue, path: str, design: str) -> _Picture:
    """One label of the only product, on the usual stock, or the next on which its words fit."""
    (product,) = alone.products
    words = theme.press_words(site.folders.theme, "vi")
    stocks, _ = own_stocks.read(site.folders.content)
    usual = usual_stock(alone.site, stocks)
    dpi = printer_dots(alone.site, usual)
    run = Run(product, usual, on=printing_day(), design=design, dpi=dpi, proof=True, count=1)
    values = labels.values_of(alone, run, words)
    name = f"{product.name} ({DESIGNS[design].vi})"
    return _Picture(path, name, _version(values), partial(_draw_label, site, alone, run))


def _draw_label(site: LiveSite, alone: Catalogue, run: Run) -> bytes | None:
    chain = site.folders.theme
    templates, words = theme.typst_templates(chain), theme.press_words(chain, "vi")
    try:
        pdf = _set_label(alone, run, words, templates)
    except PressError as error:
        if error.rule != PRINT_OVERFLOW:
            raise
        larger = labels.smallest_larger(alone, run, shipped(), words, templates)
        if larger is None:
            raise
        run = replace(run, stock=larger, dpi=larger.dpi[0])
        pdf = _set_label(alone, run, words, templates)
    page = _drawn(pdf, 0, _LABEL_DPI)
    if page is None:
        return None
    (left, top), (width, height) = measures(run.stock.margin), run.stock.size
    edges = (left, top, left + width, top + height)
    box = [round(each / 25.4 * _LABEL_DPI) for each in edges]
    return _png(page.crop((box[0], box[1], min(box[2], page.width), min(box[3], page.height))))


def _set_label(
    alone: Catalogue, run: Run, words: Mapping[str, str], templates: Mapping[str, bytes]
) -> bytes:
    values = labels.drawn(labels.values_of(alone, run, words))
    return labels.print_labels(templates, values, "office")


def _has_label(site: LiveSite, product: Product) -> bool:
    """As in a build: certified, with an address to scan, and stars that hold."""
    return (
        product.status is Status.CERTIFIED
        and facts.scan_url(site.catalogue, product) is not None
        and product.slug
        not in not_held(site.catalogue.with_parts({"products": (product,)}), printing_day())
    )


def _version(values: object) -> str:
    """Changes with what the picture shows."""
    return digest(repr(values).encode(errors="surrogateescape"))[:12]


def _count(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _drawn(pdf: bytes, page: int, dpi: int) -> Image.Image | None:
    """A page of the PDF; None where it has fewer."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        if page >= len(document):
            return None
        picture: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("RGB")
    finally:
        document.close()
    return picture


def _png(picture: Image.Image) -> bytes:
    target = BytesIO()
    picture.save(target, "PNG", compress_level=3)
    return target.getvalue()


def _marked(picture: Image.Image) -> Image.Image:
    side = max(picture.size)
    font = ImageFont.truetype(font_path("SemiBold"), max(14, side // 26))
    layer = Image.new("RGBA", (side * 2, side * 2))
    pen = ImageDraw.Draw(layer)
    step = max(1, side // 4)
    for row, y in enumerate(range(0, side * 2, step)):
        for x in range(-(row % 2) * step, side * 2, step * 2):
            pen.text((x, y), _MARK, font=font, fill=(184, 52, 95, 46))
    turned = layer.rotate(24, resample=Image.Resampling.BICUBIC)
    left, top = (turned.width - picture.width) // 2, (turned.height - picture.height) // 2
    over = turned.crop((left, top, left + picture.width, top + picture.height))
    return Image.alpha_composite(picture.convert("RGBA"), over).convert("RGB")


def failed_picture(error: Exception, language: Language) -> bytes:
    """What stands in place of a picture that can't be made: why."""
    match error:
        case PressError():
            said = error.line_in(language)
        case theme.ThemeError():
            said = error.en if language == "en" else error.vi
        case _:
            said = f"{type(error).__name__}: {error}"
    lines = [said[start : start + 64] for start in range(0, min(len(said), 640), 64)]
    texts = "".join(
        f'<text x="16" y="{32 + 22 * number}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    height = 32 + 22 * len(lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 {height}" '
        f'font-family="sans-serif" font-size="15" fill="#8d1424">'
        f'<rect width="600" height="{height}" fill="#fff3d6"/>{texts}</svg>'
    ).encode()


def _section(title: str, pictures: Sequence[_Picture]) -> Iterator[str]:
    if not pictures:
        return
    yield f"<h2>{escape(title)}</h2>\n<div class=prints>"
    for each in pictures:
        source = f"/{quote(each.path)}?v={each.version}"
        yield (
            f'<figure><a href="{source}"><img src="{source}" alt="" loading=lazy></a>'
            f"<figcaption>{escape(each.name)}</figcaption></figure>"
        )
    yield "</div>"


def _search(title: str, asked: str) -> str:
    return (
        f'<form action="/{FOLDER}"><label>{escape(title)} '
        f'<input type=search name=tim value="{escape(asked)}"></label></form>'
    )


def _document(language: Language, words: Mapping[str, str], body: str) -> str:
    return f"""\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(words["title"])}</title>
<link rel="stylesheet" href="/_serve/proofs.css">
</head>
<body>
<main>
<p class="back"><a href="/">{escape(words["home"])}</a></p>
<h1>{escape(words["title"])}</h1>
<p class="lead">{escape(words["lead"])}</p>
{body}
</main>
</body>
</html>
"""
