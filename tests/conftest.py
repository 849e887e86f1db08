"""What several tests share: the real catalogue, built once, and a browser."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from generator.desk.building.build import build
from generator.desk.console import Desk
from generator.desk.options import Order
from generator.engine import Artifact, locked

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

# As many processes test at once as there is work for; each typesets with one thread, and builds
# alone where a test says nothing of jobs.
os.environ.setdefault("RAYON_NUM_THREADS", "1")
if "PYTEST_XDIST_WORKER" in os.environ:
    os.cpu_count = lambda: 1
# Memory of a photo or a page that was let go is kept for the next, in processes started from here.
os.environ.setdefault("MALLOC_MMAP_THRESHOLD_", str(1 << 30))
os.environ.setdefault("MALLOC_TRIM_THRESHOLD_", str(1 << 30))
# Until all tests are collected nothing is garbage, and looking for it takes a third of the time.
gc.disable()

PRINTING_DAY = "1796083200"
"""01/12/2026: tests judge certificates by this day, whenever they run."""
os.environ["SOURCE_DATE_EPOCH"] = PRINTING_DAY

# How long an example takes says more of the machine than of the program.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
# Versions of content/ are a matter of the tests that are about them, which switch them on.
os.environ["OCOP_VERSIONS"] = "off"

# No test cuts the power. Waiting for the disk at each build would take longer than all else; the
# tests of durability put their own in place of these.
os.fsync = lambda _: None
os.sync = lambda: None

import browser as chromium  # noqa: E402  # tests/ is put on the path above
import made_once  # noqa: E402
import memory_disk  # noqa: E402
from hosts import Compressing, serving  # noqa: E402
from web_samples import pictured  # noqa: E402

made_once.install()


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: now and then a test waits for a browser or the disk.

    Each of them collects all tests, and reads theme and typeface for itself.
    """
    return (os.cpu_count() or 1) + 1


def pytest_collection(session: pytest.Session) -> None:
    """Each process imports a share of the files first, so that in a fresh clone it compiles these
    while the others compile theirs, and not all of them all."""
    number = os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")
    if number and session.config.args == session.config.getini("testpaths"):
        names = [file.stem for file in sorted((ROOT / "tests").glob("test_*.py"))]
        for name in names[int(number) :: int(os.environ["PYTEST_XDIST_WORKER_COUNT"])]:
            importlib.import_module(name)


def pytest_collection_finish() -> None:
    """Look for garbage from here on, seldom, and not among what was collected."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    gc.enable()


def pytest_configure(config: pytest.Config) -> None:
    """What one process makes, the others have; and all write into memory, where there is room."""
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        shared = ExitStack()
        config.add_cleanup(shared.close)
        shared.enter_context(memory_disk.temporary_files())
        shared.enter_context(made_once.shared())


LONGEST = (
    "test_narrow",
    "test_proof_words",
    "test_build_stands",
    "test_rules",
    "test_documented_commands",
    "test_blast_radius",
    "test_trial_prints",
    "test_labels_command",
    "test_label_designs",
    "test_fields",
    "test_format_leaflet",
    "test_streams",
    "test_photo_sizes",
    "test_format_books",
    "test_printed_again",
    "test_press_labels",
    "test_press_leaflets",
    "test_watermark",
    "test_sign_builds",
    "test_content_policy",
    "test_publish_servers",
    "test_install",
    "test_brochure_command",
    "test_old_encodings",
    "test_handed_out",
    "test_validity",
    "test_format_cards",
    "test_new_things",
    "test_proof",
    "test_first_view",
    "test_browser",
    "test_brochure_editions",
    "test_press_templates",
    "test_story_words",
    "test_label_quality",
    "test_text_limits",
    "test_label_packs",
    "test_keep_going",
    "test_press_formats",
    "test_versions",
    "test_press_languages",
    "test_format_at_a_fair",
    "test_photos",
    "test_base_url",
    "test_benchmarks",
    "test_lost_codes",
    "test_printed_codes",
    "test_printed_addresses",
    "test_format_large",
    "test_restore",
    "test_own_language",
)
"""Begun first, so that at the end no process has a long file left while others have nothing.

The first of them builds the repository's own content, for which others would wait.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; xdist hands files out in the order in which they come."""
    order = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.stem, len(LONGEST)))


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own content, built once for all tests and by one of their processes."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, done = shared / "catalogue" / "output", shared / "catalogue" / "built"
    with locked(shared / "catalogue" / "lock", lambda: None):
        if not done.exists():
            order = Order(root=ROOT, output=folder, language="en")
            assert build(order, Desk("en")).status == 0
            done.touch()
    return folder


class _Below(Compressing):
    """A host of the site at its root and below /ocop alike."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/ocop"))


@pytest.fixture(scope="session")
def site(output: Path) -> Iterator[str]:
    """The built site below a sub-path of a local server, without a closing slash."""
    with serving(_Below, output / "site") as host:
        yield f"{host}/ocop"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium.find(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def artifacts() -> list[Artifact]:
    """The plan of a small site with one photo, with the values that workers would derive."""
    return pictured()


@pytest.fixture
def anew() -> Iterator[None]:
    """For tests of whether the same comes out twice: nothing is what was made before."""
    with made_once.anew():
        yield
