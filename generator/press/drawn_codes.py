"""The codes of a piece of print, drawn when its PDF is: as runs, or each as a picture of its own.

A book has hundreds of them, and drawing runs is what takes Typst longest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from generator.pictures.codes import Level, matrix, outline, svg_path
from generator.press import print_values as facts
from generator.press.template_values import CodeValues
from generator.press.typesetter import Flavour

Told = Mapping[str, Any]
"""The values of a piece of print."""


def with_runs(told: Told, _: Flavour) -> tuple[dict[str, object], dict[str, bytes]]:
    """The values with the runs of each code, which templates draw; no files."""
    products = [
        {**each, "code": facts.drawn(each["code"]) if each["code"] else None}
        for each in told["products"]
    ]
    return {**told, "products": products, "code": facts.drawn(told["code"])}, {}


def with_pictures(told: Told, flavour: Flavour) -> tuple[dict[str, object], dict[str, bytes]]:
    """The values with the file of each code, and the files: vectors, in one ink for the press."""
    files: dict[str, bytes] = {}

    def pictured(code: CodeValues | None, name: object) -> CodeValues | None:
        if code is None:
            return None
        modules = matrix(code["url"], cast(Level, code.get("level", "M")))
        file = f"code-{name}.{'pdf' if flavour == 'press' else 'svg'}"
        files[file] = pdf_of(modules) if flavour == "press" else svg_of(modules)
        return {**code, "side": len(modules), "file": file}

    products = [
        {**each, "code": pictured(each["code"], place)}
        for place, each in enumerate(told["products"])
    ]
    return {**told, "products": products, "code": pictured(told["code"], "site")}, files


def svg_of(modules: Sequence[str]) -> bytes:
    """The code without quiet zone, a unit a module."""
    side = len(modules)
    path = svg_path(tuple(modules))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'width="{side}" height="{side}"><path d="{path}"/></svg>'
    ).encode()


def pdf_of(modules: Sequence[str]) -> bytes:
    """The same as the one page of a PDF, in pure black."""
    side = len(modules)
    runs = "\n".join(f"{x} {side - 1 - y} {n} 1 re" for x, y, n in outline(tuple(modules)))
    drawing = f"0 0 0 1 k\n{runs}\nf".encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents 4 0 R/Resources<<>>>>"
        % (side, side),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawing), drawing),
    )
    out, starts = bytearray(b"%PDF-1.6\n"), []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    count = len(objects) + 1
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, entries)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return bytes(out + table + end)
