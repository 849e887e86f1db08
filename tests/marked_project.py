"""A project in which every text that print may show bears a mark; the models tell which."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args, get_type_hints

from small_project import photo, write

from generator.catalogue.judging.printed_texts import _fields
from generator.catalogue.model import (
    Fair,
    Model,
    Place,
    Producer,
    ProducerWording,
    Product,
    Site,
    Translation,
)

_FROM_ELSEWHERE = {"story", "translations", "names"}
"""Fields that no key gives: what is in the file's text, and in its translation."""

FACTS: dict[str, tuple[type[Model], dict[str, object]]] = {
    "site.yaml": (
        Site,
        {"base_url": "https://thu.example", "language": "vi", "languages": ["vi", "en"]},
    ),
    "products/kho-ca.md": (
        Product,
        {
            "status": "certified",
            "code": "7K3M1",
            "group": 8,
            "producer": "co-so",
            "certificate": {
                "stars": 3,
                "decided_on": "2026-01-15",
                "issued_by": "UBND tỉnh",
                "legal_basis": "148/QĐ-TTg",
            },
            "photos": [{"file": "kho-ca.jpg", "alt": "Ảnh"}],
            "sample": True,
        },
    ),
    "products/kho-ca.en.md": (Translation, {}),
    "producers/co-so.md": (Producer, {"kind": "household", "place": "xa", "sample": True}),
    "producers/co-so.en.md": (ProducerWording, {}),
    "fairs/hoi-cho.md": (
        Fair,
        {"starts_on": "2026-12-18", "ends_on": "2026-12-22", "place": "xa", "sample": True},
    ),
}


def marked(model: type[Model], mark: str, key: str = "") -> dict[str, Any]:
    """A value for each key of the model that print may show: its name and the mark."""
    hints = get_type_hints(model, include_extras=True)
    found: dict[str, Any] = {}
    for name in _fields(model):
        if name not in _FROM_ELSEWHERE:
            inner = _model_in(hints[name])
            value = marked(inner, mark, f"{key}{name} ") if inner else f"{key}{name} {mark}"
            found[name] = [value] if "tuple[" in str(hints[name]) else value
    return found


def _model_in(hint: Any) -> type[Model] | None:  # noqa: ANN401  # any type at all
    if isinstance(hint, type):
        return hint if issubclass(hint, Model) else None
    return next(filter(None, map(_model_in, get_args(hint))), None)


def project(root: Path, mark: str, story: str = "Cá về.") -> Path:
    """Write the whole project, a key to a line."""
    for name, (model, facts) in FACTS.items():
        keys = json.dumps({**marked(model, mark), **facts}, ensure_ascii=False, indent=1)
        body = story if name.startswith("products/") else "Lời giới thiệu."
        text = f"{keys}\n" if name.endswith(".yaml") else f"---\n{keys}\n---\n{body}\n"
        write(root, f"content/{name}", text)
    place = {"slug": "xa", **marked(Place, mark)}
    write(root, "content/places.yaml", json.dumps([place], ensure_ascii=False, indent=1))
    photo(root, "kho-ca.jpg", "#c98a12")
    return root
