"""What an editor asks `ocop build` for."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.catalogue.base_url import normalised
from generator.shipped import SHIPPED_THEMES

if TYPE_CHECKING:
    from generator.catalogue.languages import Language
    from generator.catalogue.model import Catalogue
    from generator.engine.away import Cluster
    from generator.engine.workers import ExecutorFactory

SCOPES = ("site", "labels", "brochures")
FIRST = "site"
"""What is printed sends people to the site, so it never goes out before it."""


@dataclass(frozen=True, slots=True)
class Order:
    """Where to build and what; None where the content decides.

    Raises click.BadParameter for an output among what people write themselves.
    """

    root: Path
    output: Path
    base_url: str | None = None
    theme: str | None = None
    only: str | None = None
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    clean: bool = False
    strict: bool = False
    keep_going: bool = False
    bundle: bool = False
    language: Language | None = None
    executor: ExecutorFactory | None = None
    cluster: Cluster | None = None

    def __post_init__(self) -> None:
        """Raise click.BadParameter for an output in content/ or themes/."""
        output = self.output.resolve()
        for own in (self.content, self.root / "themes"):
            if output.is_relative_to(own.resolve()):
                raise click.BadParameter(
                    f"{self.output} nằm trong {own.name}/, nơi chỉ chứa những gì bạn soạn. Hãy "
                    f"chọn thư mục khác. · {self.output} is in {own.name}/, which holds what you "
                    "write yourself. Choose another folder.",
                    param_hint="--output",
                )

    @property
    def content(self) -> Path:
        """The folder that editors write in."""
        return self.root / "content"

    @property
    def cache(self) -> Path:
        """What a build remembers; may be deleted at any time."""
        return self.root / ".cache"

    @property
    def output_cache(self) -> Path:
        """The part of the cache that is about this output folder."""
        output, root = self.output.resolve(), self.root.resolve()
        inside = output.relative_to(root) if output.is_relative_to(root) else output
        return self.cache / f"output-{hashlib.sha256(os.fsencode(inside)).hexdigest()[:12]}"

    @property
    def theme_roots(self) -> tuple[Path, ...]:
        """Where themes are looked for, the project's own first."""
        return (self.root / "themes", *SHIPPED_THEMES)

    def ordered(self, catalogue: Catalogue) -> Catalogue:
        """The catalogue at the place and with the theme that are asked for."""
        given = {"base_url": normalised(self.base_url)} if self.base_url else {}
        if self.theme:
            given["theme"] = self.theme.rstrip("/")
        return catalogue.model_copy(update={"site": catalogue.site.model_copy(update=given)})

    @property
    def scopes(self) -> frozenset[str]:
        """The parts of output/ to build."""
        return frozenset([self.only] if self.only else SCOPES)
