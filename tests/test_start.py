"""Commands start fast: what they don't use is not loaded."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from small_project import built, one_product

from generator.desk.content import load

PAGES = ("jinja2", "qrcode", "generator.web.plan", "generator.web.render")
PRINT = ("typst", "zxingcpp", "pypdfium2", "generator.press.labels")
PIXELS = ("PIL", "pillow_heif", "fontTools")
PROCESSES = ("multiprocessing", "concurrent.futures.process")
REST = ("stdnum", "babel.numbers", "generator.engine.engine", "generator.engine.workers")
MODELS = ("pydantic", "generator.catalogue.model")
READING = ("yaml", "markdown")
HEAVY = (*PAGES, *PRINT, *PIXELS, *PROCESSES, *REST, "rich")
LOADED = """
import sys
from generator.cli import ocop
ocop(sys.argv[2:], standalone_mode=False)
print(*sorted(sys.modules.keys() & {*sys.argv[1].split()}), file=sys.stderr)
"""
"""Runs a command in this very process, then tells which of the named modules it has loaded."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built, of whose files all is known."""
    root = one_product(tmp_path_factory.mktemp("start"))
    assert built(root) == 0
    load(root)
    return root


def loaded(names: tuple[str, ...], *words: str) -> list[str]:
    """Which of these modules a command loads in a process of its own."""
    command = [sys.executable, "-c", LOADED, " ".join(names), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stderr.splitlines()[-1].split()


def test_help_loads_nothing_of_what_commands_do() -> None:
    names = (*HEAVY, *MODELS, *READING, "generator.desk.content")

    assert loaded(names, "check", "--help") == []


def test_history_reads_the_language_and_no_models(root: Path) -> None:
    assert loaded((*HEAVY, *MODELS, "markdown"), "history", "--root", str(root)) == []


def test_a_check_of_what_is_known_loads_nothing_that_makes_pages_or_print(root: Path) -> None:
    assert loaded(HEAVY, "check", "--root", str(root)) == []


def test_a_build_of_what_has_not_changed_loads_no_models(root: Path) -> None:
    words = ("build", "--only", "site", "--root", str(root))
    loaded((), *words)  # the one before it may have been made within a tick of the clock

    assert loaded((*HEAVY, *MODELS, *READING), *words) == []


@pytest.mark.parametrize("name", [*HEAVY, *MODELS, *READING])
def test_what_is_watched_for_is_there(name: str) -> None:
    """A module that was renamed would never be found among those that are loaded."""
    assert find_spec(name)
