"""requirements.lock has what pyproject.toml asks for, each with hashes, and nothing of a place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def test_each_dependency_is_locked_within_its_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = {
        canonicalize_name(name): Version(version)
        for name, version in re.findall(r"^([\w.-]+)==([^ ;]+)", LOCK, re.MULTILINE)
    }

    for each in map(Requirement, project["dependencies"]):
        assert locked[canonicalize_name(each.name)] in each.specifier, each


def test_every_entry_has_hashes_and_none_an_address() -> None:
    entries = re.split(r"\n(?=\w)", LOCK.strip())

    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+", entry)
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
    assert "://" not in LOCK
