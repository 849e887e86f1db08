"""The generators: what each builds from, with which command, and where its pages land."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOOLS = HERE / ".tools"
TOKEN = "TEMPLATE-TOKEN"  # noqa: S105  # a mark in templates
"""Stands in every page's footer; editing a template means replacing it."""
THEME = "do-luong"
"""Our theme in a measured project: it overrides the layout alone."""

_SAY_VERSIONS = """\
import platform, sys
from importlib.metadata import version
print(*(f"{name} {version(name)}" for name in sys.argv[1:]), "python", platform.python_version())
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """One generator; its paths are below the folder that it works in.

    `parts` says where each part of the corpus goes, `product` is the file of a product's slug,
    `wipe` is what a cold build must not find, `complete` adds what neither skeleton nor corpus has.
    """

    name: str
    command: Sequence[str]
    version: Sequence[str]
    parts: Mapping[str, str]
    product: str
    template: str
    output: str
    wipe: Sequence[str]
    complete: Callable[[Path], None]
    skeleton: str | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    def stage(self, corpus: Path, work: Path) -> None:
        """Lay out everything that it builds from in a folder of its own."""
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        if self.skeleton:
            shutil.copytree(HERE / "peers" / self.skeleton, work, dirs_exist_ok=True)
        for part, folder in self.parts.items():
            shutil.copytree(corpus / part, work / folder, copy_function=_copy, dirs_exist_ok=True)
        self.complete(work)

    def versions(self) -> str:
        """What it says of its version."""
        done = subprocess.run(self.version, capture_output=True, text=True, check=True)
        return " ".join(done.stdout.partition(" linux/")[0].split())


def _copy(source: str, target: str) -> None:
    """Copy what is edited; photos become hard links where the disk allows."""
    if source.endswith(".jpg") and Path(source).stat().st_dev == Path(target).parent.stat().st_dev:
        os.link(source, target)
    else:
        shutil.copyfile(source, target)


def _add_theme(work: Path) -> None:
    """A theme as `docs/themes.md` describes it, and the site's word that it is used."""
    folder = work / "themes" / THEME
    (folder / "web").mkdir(parents=True)
    manifest = f'name = "{THEME}"\ntitle = "Đo lường"\ninherits = "mua-nuoc-noi"\n'
    (folder / "theme.toml").write_text(manifest, "utf-8")
    layout = HERE.parent / "themes" / "mua-nuoc-noi" / "web" / "layout.html"
    before, end, after = layout.read_text("utf-8").rpartition("</footer>")
    marked = f"{before}<p>{TOKEN}</p>{end}{after}"
    (folder / "web" / "layout.html").write_text(marked, "utf-8")
    site = work / "content" / "site.yaml"
    text = site.read_text("utf-8").replace("theme: mua-nuoc-noi", f"theme: {THEME}")
    site.write_text(text, "utf-8")


def _add_style(folder: str) -> Callable[[Path], None]:
    def add(work: Path) -> None:
        (work / folder).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / "peers" / "style.css", work / folder / "style.css")

    return add


def _add_modules(work: Path) -> None:
    _add_style("static")(work)
    (work / "node_modules").symlink_to(TOOLS / "eleventy" / "node_modules")


def _ours() -> Peer:
    ocop = str(Path(sys.executable).with_name("ocop"))
    return Peer(
        name="ours",
        command=(ocop, "build", "--only", "site"),
        version=(sys.executable, "-c", _SAY_VERSIONS, "ocop-catalogue", "markdown", "pillow"),
        parts={"ours": "."},
        product="content/products/{slug}.md",
        template=f"themes/{THEME}/web/layout.html",
        output="output/site",
        wipe=("output", ".cache"),
        complete=_add_theme,
    )


def _hugo(name: str, configs: str) -> Peer:
    # The package's own `hugo` is a Python script that starts this binary 0.1 s later.
    found = TOOLS.glob("python/lib/*/site-packages/hugo/binaries/hugo*")
    binary = str(next(found, TOOLS / "hugo"))
    return Peer(
        name=name,
        skeleton="hugo",
        command=(binary, "--quiet", "--config", configs),
        version=(binary, "version"),
        parts={
            "plain/products": "content/san-pham",
            "plain/photos": "assets/photos",
            "plain/data": "data",
        },
        product="content/san-pham/{slug}.md",
        template="layouts/baseof.html",
        output="public",
        wipe=("public", "resources", "cache", ".hugo_build.lock"),
        complete=_add_style("static"),
        environment={"HUGO_CACHEDIR": "{work}/cache"},
    )


def _eleventy() -> Peer:
    modules = TOOLS / "eleventy" / "node_modules"
    packages = ("@11ty/eleventy", "@11ty/eleventy-img", "sharp")
    say = (
        "const [, ...files] = process.argv;"
        "const said = files.map(require).map((each) => `${each.name} ${each.version}`);"
        "console.log('node', process.version, ...said)"
    )
    return Peer(
        name="eleventy",
        skeleton="eleventy",
        command=("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"),
        version=("node", "-e", say, *(f"{modules / each}/package.json" for each in packages)),
        parts={"plain/products": "src/products", "plain/photos": "photos", "plain/data": "data"},
        product="src/products/{slug}.md",
        template="src/_includes/base.njk",
        output="_site",
        wipe=("_site", ".cache"),
        complete=_add_modules,
    )


def _pelican() -> Peer:
    python = TOOLS / "python" / "bin"
    return Peer(
        name="pelican",
        skeleton="pelican",
        command=(str(python / "pelican"), "--quiet", "--settings", "pelicanconf.py"),
        version=(str(python / "python"), "-c", _SAY_VERSIONS, "pelican", "markdown", "pillow"),
        parts={
            "plain/products": "content/san-pham",
            "plain/photos": "photos",
            "plain/data": "data",
        },
        product="content/san-pham/{slug}.md",
        template="theme/templates/base.html",
        output="output",
        wipe=("output", "cache"),
        complete=_add_style("theme/static"),
    )


PEERS: Mapping[str, Peer] = {
    peer.name: peer
    for peer in (
        _ours(),
        _hugo("hugo", "hugo.toml"),
        _hugo("hugo-own-filter", "hugo.toml,own-filter.toml"),
        _eleventy(),
        _pelican(),
    )
}
USUAL = ("ours", "hugo", "eleventy", "pelican")
