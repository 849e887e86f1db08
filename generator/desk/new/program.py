"""Where this program was installed from, for a project that is to install it once more."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

_NAME = "ocop-catalogue"


def requirement() -> str | None:
    """A line for pip that installs the program that runs here; None where it isn't installed."""
    try:
        program = distribution(_NAME)
    except PackageNotFoundError:
        return None
    origin = program.read_text("direct_url.json")
    if origin is None:
        return f"{_NAME}=={program.version}\n"
    return f"{_NAME} @ {_url(json.loads(origin))}\n"


def _url(origin: dict[str, Any]) -> str:
    """The address that pip noted (PEP 610): of a folder, a file, or a commit of a repository."""
    if version := origin.get("vcs_info"):
        return f"{version['vcs']}+{origin['url']}@{version['commit_id']}"
    return str(origin["url"])
