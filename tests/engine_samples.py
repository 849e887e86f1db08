"""Makers, plans and an engine for tests of the build engine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.engine import (
    Artifact,
    Folders,
    Plan,
    Values,
)
from generator.engine.engine import Engine


def shout(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """Make the text in upper case."""
    return [str(values["text"]).upper().encode()]


def copy(values: Values, folders: Folders) -> Sequence[bytes]:
    """Make a copy of a content file."""
    return [(folders.content / str(values["file"])).read_bytes()]


def fail(values: Values, folders: Folders) -> Sequence[bytes]:  # noqa: ARG001  # a maker's form
    """Stop with an error, as a damaged photo would make it."""
    raise ValueError(str(values["text"]))


def text(path: str, words: str) -> Artifact:
    return Artifact((path,), shout, {"text": words}, f"{words}.md")


def plan(*artifacts: Artifact) -> Plan:
    return Plan(artifacts)


def site_engine(folder: Path) -> Engine:
    """An engine for a site in that folder."""
    return Engine(
        output=folder / "output",
        cache=folder / ".cache",
        folders=Folders(folder, ()),
        version="1",
        jobs=1,
        scopes=frozenset({"site"}),
    )


def files(engine: Engine) -> dict[str, str]:
    found = (path for path in engine.output.rglob("[!.]*") if path.is_file())
    return {path.relative_to(engine.output).as_posix(): path.read_text() for path in found}


def gathered(subject: dict[str, str], values: Values) -> Values:
    """Derive a text from the subject, and count how often anyone asked."""
    subject["asked"] = subject.get("asked", "") + "x"
    return {"text": subject[str(values["key"])]}
