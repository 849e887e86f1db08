"""The printing house's profile that site.yaml names, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.catalogue.model import Site
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.rules_prepress import PRESS_PROFILE
from generator.plain_files import read_plain
from generator.press.finishing.print_profile import LARGEST, fault_of

_AT = ("press", "profile")
_REASONS: Mapping[str, tuple[str, str]] = {
    "missing": ("không có tệp này trong content/", "there is no such file in content/"),
    "unreadable": ("không phải tệp ICC, hoặc tệp bị hỏng", "it is no ICC file, or damaged"),
    "not-output": ("đây là hồ sơ của màn hình hay máy quét", "it is a screen's or a scanner's"),
    "not-cmyk": ("đây không phải hồ sơ bốn màu mực CMYK", "it is not one of the four inks CMYK"),
}


def profile_named(site: Site) -> str | None:
    """The name of the file in content/; none where the shipped profile serves."""
    return site.press.profile if site.press else None


def findings(site: Site, content: Path) -> Iterator[Finding]:
    """Yield what is wrong with the profile that the site names."""
    name = profile_named(site)
    if name and (fault := _fault(content / name)):
        vi, en = _REASONS[fault]
        yield Finding.of(site.source, _AT, PRESS_PROFILE, found=name, reason_vi=vi, reason_en=en)


def _fault(path: Path) -> str | None:
    if not path.exists():
        return "missing"
    try:
        return fault_of(read_plain(path, LARGEST))
    except OSError:
        return "unreadable"
