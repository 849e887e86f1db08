"""What a new project installs the program from, so that it can be set up on any machine."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, distribution

from generator.desk.new.wheel import wheel_of

_NAME = "ocop-catalogue"
_ORIGIN = "direct_url.json"
"""The note of an installation from a folder, a file or a repository (PEP 610)."""
REQUIREMENTS = "requirements.txt"


@cache
def carried() -> tuple[str, bytes] | None:
    """The name and content of the file that installs the program that runs here.

    What came from an index comes from there again, by its version. Anything else is carried whole:
    a folder is on this machine alone, and offices have no git. None where it isn't installed.
    Kept, for the program stays the same while it runs.
    """
    try:
        program = distribution(_NAME)
    except PackageNotFoundError:
        return None
    if program.read_text(_ORIGIN) is None:
        return REQUIREMENTS, f"{_NAME}=={program.version}\n".encode()
    return wheel_of(program)
