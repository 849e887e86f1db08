"""The Content-Security-Policy, in one place: for `_headers`, for every page's own head, for docs.

Where a host sends no header, the page's `<meta http-equiv>` is all there is; it names only the
scripts of its own template, since a phone loads it with every page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from generator import theme
from generator.litter import is_passed_over
from generator.web.template_files import template_files

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def header_policy(folders: theme.Folders) -> str:
    """The policy for all pages of a theme, as a host sends it."""
    return f"{_policy(inline_scripts(folders))}; frame-ancestors 'self'"


def page_policy(folders: theme.Folders, template: str) -> str:
    """The policy for pages of that template, as far as a page may set its own."""
    return _policy(_of_files(template_files(folders, template)))


def _policy(scripts: Iterable[str]) -> str:
    """The site's own files, and the inline scripts of these hashes.

    Styles stay free, since each photo has its placeholder in a style of its own; contributed HTML
    has no style left when it reaches a page.
    """
    allowed = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *(f"'{each}'" for each in scripts)]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in allowed.items())


def inline_scripts(folders: theme.Folders) -> tuple[str, ...]:
    """The hashes of all inline scripts of a theme's templates, as a policy names them, sorted."""
    found = {path.name for folder in folders for path in (folder / "web").glob("*.html")}
    names = sorted(name for name in found if not is_passed_over(name))
    return _of_files(tuple(theme.find(folders, f"web/{name}") for name in names))


def _of_files(templates: Iterable[Path]) -> tuple[str, ...]:
    return _hashes(tuple((path, path.stat().st_mtime_ns) for path in templates))


@lru_cache(maxsize=64)
def _hashes(templates: tuple[tuple[Path, int], ...]) -> tuple[str, ...]:
    texts = (theme.text_of(path) for path, _ in templates)
    return tuple(sorted({_hash(script) for text in texts for script in _SCRIPT.findall(text)}))


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
