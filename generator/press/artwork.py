"""A code alone for whoever designs the pack: SVG, PDF, EPS and PNG, and a sheet that says how."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from generator.catalogue.problems.rules_proofs import PROOF_MODULE, PROOF_UNREAD
from generator.pictures import codes
from generator.press import print_values as facts
from generator.press import proof
from generator.press.label_values import ArtworkValues, CodePageValues
from generator.press.template_values import CodeValues
from generator.press.typesetter import PressError, typeset

RESOLUTIONS = (300, 600, 1200)
_MM = 25.4
_POINTS = 72 / _MM
SHOWN_MM = (0.396, 0.495, 0.66, 0.825, 0.99)
"""Modules of the five codes on the designer's sheet: the least, the target, and up to the most."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a code is: its `size` with the quiet zone, or its `module`, in millimetres."""

    size: float | None = None
    module: float | None = None

    def module_of(self, side: int) -> float:
        """The module of a code with so many modules a side."""
        if self.size:
            return self.size / (side + 2 * codes.QUIET_ZONE)
        return self.module or codes.MODULE_MM


def make(
    templates: Mapping[str, bytes],
    words: Mapping[str, str],
    said: Mapping[str, str],
    url: str,
    level: codes.Level,
    scale: Scale,
) -> dict[str, bytes]:
    """Every file by its name.

    `said` holds the product's name, its source, the site's name and the printing day. Raises
    PressError where the module is under the least that phones and tills read, or where a file does
    not read back.
    """
    matrix = codes.matrix(url, level)
    module = scale.module_of(len(matrix))
    if module < proof.LEAST_MODULE_MM - 1e-6:
        limits = f"{proof.LEAST_MODULE_MM:g}–{proof.MOST_SHOWN_MM:g}"
        raise PressError(said["source"], PROOF_MODULE, f"{module:.3f}", limits=limits)
    code: CodeValues = {**facts.code(url), "level": level}
    code_page: CodePageValues = {
        "title": said["name"],
        "author": said["site"],
        "day": said["day"],
        "code": facts.drawn(code),
        "module": module,
        "words": dict(words),
    }
    values: ArtworkValues = {
        "title": said["name"],
        "author": said["site"],
        "day": said["day"],
        "code": code_page["code"],
        "module": module,
        "shown": list(SHOWN_MM),
        "words": dict(words),
        "name": said["name"],
    }
    files = {
        "qr.svg": codes.svg(matrix, module),
        "qr.eps": eps(matrix, module, said["name"]),
        "qr.pdf": typeset(templates, "code.typ", code_page, "press", said["source"]),
        "qr-keep-out.pdf": typeset(
            templates, "code.typ", {**code_page, "marked": True}, "press", said["source"]
        ),
        "huong-dan.pdf": typeset(templates, "artwork.typ", values, "office", said["source"]),
    }
    for dpi in RESOLUTIONS:
        dots = max(1, round(module / _MM * dpi))
        files[f"qr-{dpi}dpi.png"] = codes.png(matrix, dpi, dots)
    files["proof.json"] = _proof(files, url, said["source"], module)
    return files


def eps(matrix: codes.Matrix, module_mm: float, title: str) -> bytes:
    """The code as PostScript of one page: black ink alone on a white field with the quiet zone."""
    side = len(matrix) + 2 * codes.QUIET_ZONE
    module = module_mm * _POINTS
    whole = side * module
    plain = title.encode("ascii", "replace").decode()
    bars = "\n".join(
        f"{x + codes.QUIET_ZONE} {side - codes.QUIET_ZONE - y - 1} {length} 1 rectfill"
        for x, y, length in codes.outline(matrix)
    )
    return (
        "%!PS-Adobe-3.0 EPSF-3.0\n"
        f"%%BoundingBox: 0 0 {int(whole) + 1} {int(whole) + 1}\n"
        f"%%HiResBoundingBox: 0 0 {whole:.4f} {whole:.4f}\n"
        f"%%Title: {plain}\n%%LanguageLevel: 2\n%%DocumentProcessColors: Black\n%%EndComments\n"
        f"gsave\n{module:.6f} dup scale\n"
        f"0 0 0 0 setcmykcolor 0 0 {side} {side} rectfill\n"
        f"0 0 0 1 setcmykcolor\n{bars}\ngrestore\nshowpage\n%%EOF\n"
    ).encode()


def _proof(files: Mapping[str, bytes], url: str, source: str, module: float) -> bytes:
    """Read every picture and PDF back. Raises PressError (proof-unread)."""
    read = {}
    for name, content in files.items():
        pictures = _pictures(name, content)
        for picture in pictures:
            texts = {*proof.codes_on(picture)}
            if texts != {url}:
                wrong = ", ".join(sorted(texts - {url})) or "–"
                raise PressError(source, PROOF_UNREAD, wrong, wanted_address=url)
        if pictures:
            read[name] = url
    report = {"sound": True, "address": url, "module_mm": round(module, 4), "read": read}
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def _pictures(name: str, content: bytes) -> list[Image.Image]:
    if name.endswith(".png"):
        return [Image.open(BytesIO(content)).convert("L")]
    if name.endswith(".pdf"):
        import pypdfium2  # see press/proof.py

        document = pypdfium2.PdfDocument(content)
        return [page.render(scale=300 / 72, grayscale=True).to_pil() for page in document]
    return []
