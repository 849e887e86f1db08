"""The files of what is new: their texts, and whether `ocop check` would pass them."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from generator.catalogue.model.folders import FOLDERS
from generator.catalogue.problems.problem import Problem, Severity
from generator.catalogue.reading.reader import NO_CACHE, PLACES, SITE, read
from generator.engine import spread

_KEYS = (
    *("name", "summary", "status", "code", "gtin", "group", "brand", "producer", "made_in"),
    *("certificate", "packs", "ingredients", "allergens", "directions", "storage", "warnings"),
    *("shelf_life", "kind", "place", "address", "phone", "email", "website", "tax_code", "founded"),
)
"""The order of the keys in a file."""
_CERTIFICATE = (
    *("stars", "decision", "decided_on", "issued_by", "legal_basis", "score", "ocop_code"),
    "expires_on",
)


_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_QUOTED_DAY = re.compile(r"(?<=: )'([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)'$", re.MULTILINE)
"""A date, which YAML's writer puts into quotes and editors don't."""


def product_text(values: Mapping[str, object], producer: str, code: str) -> str:
    """A new product's file. It has no story: nobody but its maker can tell that."""
    told = {key.partition(".")[2]: value for key, value in values.items() if "certificate." in key}
    certificate = {key: told[key] for key in _CERTIFICATE if key in told}
    keys = {**values, "producer": producer, "code": values.get("code", code)}
    return _text({**keys, **({"certificate": certificate} if certificate else {})})


def producer_text(values: Mapping[str, object]) -> str:
    """A new producer's file."""
    return _text(values)


def _text(values: Mapping[str, object]) -> str:
    keys = {key: values[key] for key in _KEYS if key in values}
    told = yaml.dump(keys, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    told = _QUOTED_DAY.sub(r"\1", told)
    return f"---\n{told}---\n"


def errors_of(root: Path, texts: Mapping[str, str]) -> dict[str, list[Problem]]:
    """The errors of new files, by their paths below content/, when they stand among the others."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder)
        _copy(root / "content", trial / "content")
        for name, text in texts.items():
            file = trial / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        found: dict[str, list[Problem]] = {}
        for problem in read(trial, NO_CACHE, spread(_jobs(len(texts)))).problems:
            name = problem.path.removeprefix("content/")
            if name in texts and problem.severity is Severity.ERROR:
                found.setdefault(name, []).append(problem)
        return found


def _jobs(files: int) -> int:
    """How many processes read so many files: starting one takes as long as reading hundreds."""
    return min(os.cpu_count() or 1, 1 + files // 500)


def _copy(content: Path, target: Path) -> None:
    """The texts of content/ without pictures, which new files have none of."""
    target.mkdir(parents=True)
    files: Sequence[Path] = [content / name for name in (SITE, PLACES)]
    for file in (*files, *(f for each in FOLDERS for f in content.glob(f"{each.name}/*.md"))):
        if file.is_file():
            copy = target / file.relative_to(content)
            copy.parent.mkdir(exist_ok=True)
            shutil.copyfile(file, copy)
