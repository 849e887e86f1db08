"""The verb `passport`: what the law wants known of a product, what is, where to add the rest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.catalogue.judging.passport import (
    CIRCULAR,
    DECREE,
    Completeness,
    Passport,
    PassportEntry,
    passport,
)
from generator.catalogue.languages import Language
from generator.catalogue.model import Catalogue
from generator.catalogue.problems.nearest import closest
from generator.catalogue.reading.reader import read
from generator.desk.reporting import FAILED, FINE, MISUSED, Reporter, VerbOutcome

MOST_REPORTED = 2000
"""Of more products, report.json has no passports: each build would take a second for them."""


@dataclass(frozen=True, slots=True)
class PassportOutcome(VerbOutcome):
    """The passport that was asked for; None where there is no such product."""

    passport: Passport | None = None


def show(
    root: Path, slug: str, language: Language | None, reporter: Reporter, *, as_json: bool
) -> PassportOutcome:
    """Tell the passport of the product of that name."""
    reading = read(root)
    catalogue = reading.preview  # what a draft lacks is to be seen too
    reporter = reporter.speaking(language or (catalogue.site.language if catalogue else "vi"))
    product = catalogue.by_slug.get(slug) if catalogue else None
    if catalogue is None or product is None:
        problems = tuple(p for p in reading.problems if p.path == f"content/products/{slug}.md")
        reporter.problems(problems)
        _refuse(reporter, slug, catalogue)
        return PassportOutcome(FAILED if problems else MISUSED, problems)
    found = passport(catalogue, product, reporter.language)
    if as_json:
        record = as_record(found, reporter.language)
        reporter.raw(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        reporter.say(f"{product.name}: {_counts(found)}", f"{product.name}: {_counts(found)}")
        for entry in found.entries:
            reporter.raw(_line(entry, reporter.language))
    return PassportOutcome(FINE, passport=found)


def as_record(found: Passport, language: Language) -> dict[str, Any]:
    """A passport as JSON values."""
    return {
        "circular_02_2024": completeness(found.circular),
        "decree_37_2026_32": completeness(found.decree),
        "items": [
            {
                "key": entry.item.key,
                "name": entry.item.name(language),
                "circular_02_2024": entry.item.circular,
                "decree_37_2026_32": entry.item.decree,
                "value": entry.value,
                "file": entry.file,
                "add": entry.item.row.key,
            }
            for entry in found.entries
        ],
    }


def completeness(found: Completeness) -> dict[str, Any]:
    """How complete a passport is, as JSON values."""
    return {"known": found.known, "of": found.of, "missing": list(found.missing)}


def report(catalogue: Catalogue) -> Mapping[str, Any] | None:
    """Every product's completeness by its slug, for report.json; None for very many products."""
    if len(catalogue.products) > MOST_REPORTED:
        return None
    found = ((product.slug, passport(catalogue, product)) for product in catalogue.products)
    return {
        slug: {
            "circular_02_2024": completeness(each.circular),
            "decree_37_2026_32": completeness(each.decree),
        }
        for slug, each in found
    }


def summarise(reporter: Reporter, catalogue: Catalogue) -> None:
    """Say how many products' passports are complete, and how to see what one of them lacks."""
    passports = (passport(catalogue, each, reporter.language) for each in catalogue.products)
    whole = [not each.circular.missing for each in passports]
    lacking = next(
        (p.slug for p, done in zip(catalogue.products, whole, strict=True) if not done), ""
    )
    reporter.say(
        f"Hộ chiếu số ({CIRCULAR}): {sum(whole)} trên {len(whole)} sản phẩm đủ thông tin."
        + (f" Còn thiếu gì: ocop passport {lacking}" if lacking else ""),
        f"Digital passports ({CIRCULAR}): {sum(whole)} of {len(whole)} products complete."
        + (f" What is missing: ocop passport {lacking}" if lacking else ""),
    )


def _counts(found: Passport) -> str:
    return (
        f"{found.circular.known}/{found.circular.of} ({CIRCULAR}), "
        f"{found.decree.known}/{found.decree.of} ({DECREE})"
    )


def _line(entry: PassportEntry, language: Language) -> str:
    name = entry.item.name(language)
    if entry.value is not None:
        return f"  ✓ {name}: {entry.value}"
    if language == "en":
        return f"  – {name}: not known; add {entry.item.row.key} to {entry.file}"
    return f"  – {name}: chưa có thông tin; thêm {entry.item.row.key} vào {entry.file}"


def _refuse(reporter: Reporter, slug: str, catalogue: Catalogue | None) -> None:
    near = closest(slug, catalogue.by_slug if catalogue else ())
    reporter.refuse(
        f"Không có sản phẩm “{slug}”, hoặc tệp của nó còn lỗi. "
        + (f"Có phải “{near}”?" if near else "Hãy chạy ocop check."),
        f"There is no product “{slug}”, or its file has errors. "
        + (f"Did you mean “{near}”?" if near else "Run ocop check."),
    )
