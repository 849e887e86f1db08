"""What hosts that serve a branch as a website accept at most.

Source: the hosts' own documentation, seen in autumn 2026.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.catalogue.model.publishing import PublishTarget
from generator.desk.publishing.refusal import RefusedError
from generator.desk.publishing.site_version import SiteVersion

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class HostLimits:
    """The most files, and the most bytes of one and of all; None where there is no such limit."""

    called: str
    files: int | None = None
    file_bytes: int | None = None
    site_bytes: int | None = None


_LIMITS: Mapping[str, HostLimits] = {
    "cloudflare": HostLimits("Cloudflare Pages", 20_000, 25 * _MIB),
    "cloudflare-paid": HostLimits("Cloudflare Pages (paid)", 100_000, 25 * _MIB),
    "github": HostLimits("GitHub Pages", site_bytes=1000 * _MIB),
    "other": HostLimits("—"),
}
_STRICTEST = HostLimits("Cloudflare Pages, GitHub Pages", 20_000, 25 * _MIB, 1000 * _MIB)


def require_room(version: SiteVersion, target: PublishTarget) -> None:
    """Raise RefusedError where the site is more than the target's host accepts."""
    limits = _LIMITS[target.pages] if target.pages else None
    if limits is None:
        if target.kind != "git":
            return
        limits = _STRICTEST
    sizes = {path: file.size for path, file in version.files.items()}
    if limits.files is not None and len(sizes) > limits.files:
        raise _too_much(
            limits,
            f"trang có {len(sizes)} tệp, nơi ấy nhận nhiều nhất {limits.files}",
            f"the site has {len(sizes)} files, of which at most {limits.files} are accepted",
        )
    largest = max(sizes, key=lambda path: sizes[path])
    if limits.file_bytes is not None and sizes[largest] > limits.file_bytes:
        most = limits.file_bytes // _MIB
        raise _too_much(
            limits,
            f"tệp {largest} lớn hơn {most} MiB",
            f"the file {largest} is larger than {most} MiB",
        )
    whole = sum(sizes.values())
    if limits.site_bytes is not None and whole > limits.site_bytes:
        most = limits.site_bytes // _MIB
        raise _too_much(
            limits,
            f"cả trang là {whole // _MIB} MiB, nơi ấy nhận nhiều nhất {most}",
            f"the whole site is {whole // _MIB} MiB, of which at most {most} are accepted",
        )


def _too_much(limits: HostLimits, vi: str, en: str) -> RefusedError:
    return RefusedError(
        f"Quá giới hạn của {limits.called}: {vi}. Hãy chọn nơi khác, hoặc ghi đúng nơi chạy trang "
        "ở khóa pages trong content/publish.yaml (other là không giới hạn).",
        f"More than {limits.called} accepts: {en}. Choose another host, or say with the key pages "
        "in content/publish.yaml which host it is (other has no limits).",
    )
