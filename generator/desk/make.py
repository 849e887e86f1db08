"""The verbs `build` and `check`."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator import __version__
from generator.build import (
    Clash,
    Engine,
    ExecutorFactory,
    Folders,
    Outcome,
    Plan,
    clashes,
    locked,
    replace,
)
from generator.build.fingerprint import digest
from generator.catalogue.models import Catalogue, Language
from generator.catalogue.problems import Problem
from generator.desk.console import Desk
from generator.desk.content import PHOTOS, Content, load
from generator.desk.plan import plan
from generator.web import theme

_PACKAGE = Path(__file__).resolve().parent.parent
_SHIPPED_THEMES = (_PACKAGE / "themes", _PACKAGE.parent / "themes")
"""Where the default theme is: in the installed package, or beside it in the repository."""
SCOPES = ("site", "labels", "brochures")
FINE, FAILED = 0, 1


@dataclass(frozen=True, slots=True)
class Order:
    """What an editor asked `ocop build` for; None where the content decides."""

    root: Path
    output: Path
    base_url: str | None = None
    theme: str | None = None
    only: str | None = None
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    clean: bool = False
    strict: bool = False
    language: Language | None = None
    executor: ExecutorFactory | None = None

    @property
    def cache(self) -> Path:
        """What a build remembers; may be deleted at any time."""
        return self.root / ".cache"

    @property
    def memory(self) -> Path:
        """The part of the cache that is about this output folder."""
        output, root = self.output.resolve(), self.root.resolve()
        inside = output.relative_to(root) if output.is_relative_to(root) else output
        return self.cache / f"output-{digest(inside.as_posix().encode())[:12]}"

    @property
    def scopes(self) -> frozenset[str]:
        """The parts of output/ to build."""
        return frozenset([self.only] if self.only else SCOPES)


class Stopwatch:
    """Seconds per stage, for the report and the summary."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        start = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - start, 3)


def check(root: Path, language: Language | None, *, as_json: bool) -> int:
    """Say everything that is wrong; write nothing into output/."""
    content = load(root)
    desk = Desk(language or _language_of(content))
    if as_json:
        found = [_as_json(problem, desk.language) for problem in content.problems]
        desk.raw(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        desk.problems(content.problems)
        desk.checked(content)
    return FAILED if content.errors else FINE


def build(order: Order) -> int:
    """Build what the order asks for into its output folder, or say why not."""
    desk = Desk(order.language or "vi")
    try:
        with locked(order.cache / "lock", desk.waiting):
            return _build(order)
    except OSError as error:
        desk.unwritable(error)
        return FAILED


def _build(order: Order) -> int:
    watch = Stopwatch()
    if order.clean:
        shutil.rmtree(order.memory, ignore_errors=True)
        (order.cache / PHOTOS).unlink(missing_ok=True)
    with watch.stage("read"):
        content = load(order.root)
    desk = Desk(order.language or _language_of(content))
    desk.problems(content.problems)
    if content.errors or (order.strict and content.warnings) or content.catalogue is None:
        desk.refused(content)
        return FAILED
    catalogue = _as_ordered(content.catalogue, order)
    try:
        chain = theme.chain(catalogue.site.theme, (order.root / "themes", *_SHIPPED_THEMES))
    except theme.ThemeError as error:
        desk.refuse(f"Không dùng được giao diện: {error}", f"The theme can't be used: {error}")
        return FAILED
    with watch.stage("plan"):
        planned = plan(catalogue, content.pictures, order.root / "content", chain, order.scopes)
    if wrong := clashes(planned.artifacts):
        desk.problems(tuple(_clash_problem(clash) for clash in wrong))
        return FAILED
    with watch.stage("make"):
        outcome = _run(order, chain, planned, desk)
    if outcome.failed:
        desk.failed(outcome)
        return FAILED
    _report(order, catalogue, content, outcome, watch)
    desk.built(catalogue, outcome, order.output, sum(watch.seconds.values()), content.warnings)
    return FINE


def _as_json(problem: Problem, language: Language) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": problem.line_in(language),
    }


def _language_of(content: Content) -> Language:
    return content.catalogue.site.language if content.catalogue else "vi"


def _as_ordered(catalogue: Catalogue, order: Order) -> Catalogue:
    wanted = {"base_url": order.base_url, "theme": order.theme}
    given = {key: value.rstrip("/") for key, value in wanted.items() if value}
    site = catalogue.site.model_copy(update=given)
    return catalogue.model_copy(update={"site": site})


def _run(order: Order, chain: tuple[Path, ...], planned: Plan, desk: Desk) -> Outcome:
    with desk.progress("Đang làm", "Making", len(planned.artifacts)) as advance:
        engine = Engine(
            output=order.output,
            cache=order.memory,
            folders=Folders((order.root / "content").resolve(), chain),
            version=__version__,
            jobs=order.jobs,
            scopes=order.scopes,
            on_made=lambda _: advance(1),
            executor=order.executor,
        )
        return engine.run(planned)


def _clash_problem(clash: Clash) -> Problem:
    first, second = clash.sources
    return Problem.of(second, 1, 1, "address-duplicate", found=clash.path, other=first)


def _report(
    order: Order, catalogue: Catalogue, content: Content, outcome: Outcome, watch: Stopwatch
) -> None:
    report = {
        "version": __version__,
        "products": len(catalogue.products),
        "files": len(outcome.written) + len(outcome.unchanged),
        "written": list(outcome.written),
        "unchanged": len(outcome.unchanged),
        "removed": list(outcome.removed),
        "strangers": list(outcome.strangers),
        "warnings": [p.line_in(catalogue.site.language) for p in content.problems],
        "seconds": watch.seconds,
    }
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    replace(order.output / "report.json", text.encode())
