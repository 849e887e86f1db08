"""Whether the host of a target accepts the site that is to be published there."""

from __future__ import annotations

from generator.catalogue.model.publishing import PublishTarget
from generator.catalogue.pages_hosts import MIB, HostLimits, is_near, limits_of
from generator.catalogue.saying import count
from generator.desk.publishing.refusal import RefusedError
from generator.desk.publishing.site_version import SiteVersion
from generator.desk.reporting import Reporter


def require_room(version: SiteVersion, target: PublishTarget) -> None:
    """Raise RefusedError where the site is more than the target's host accepts."""
    limits = limits_of(target)
    if limits is None:
        return
    sizes = {path: file.size for path, file in version.files.items()}
    if limits.files is not None and len(sizes) > limits.files:
        raise _too_much(
            limits,
            f"trang có {len(sizes)} tệp, nơi ấy nhận nhiều nhất {limits.files}",
            f"the site has {len(sizes)} files, of which at most {limits.files} are accepted",
        )
    largest = max(sizes, key=lambda path: sizes[path])
    if limits.file_bytes is not None and sizes[largest] > limits.file_bytes:
        most = limits.file_bytes // MIB
        raise _too_much(
            limits,
            f"tệp {largest} lớn hơn {most} MiB",
            f"the file {largest} is larger than {most} MiB",
        )
    whole = sum(sizes.values())
    if limits.site_bytes is not None and whole > limits.site_bytes:
        most = limits.site_bytes // MIB
        raise _too_much(
            limits,
            f"cả trang là {whole // MIB} MiB, nơi ấy nhận nhiều nhất {most}",
            f"the whole site is {whole // MIB} MiB, of which at most {most} are accepted",
        )


def tell_of_room(version: SiteVersion, target: PublishTarget, reporter: Reporter) -> None:
    """Say where the site is almost as much as the target's host accepts."""
    limits = limits_of(target)
    if limits is None:
        return
    files, whole = len(version.files), sum(each.size for each in version.files.values())
    if limits.files is not None and is_near(files, limits.files):
        found, most = (count(each, "vi") for each in (files, limits.files))
        found_en, most_en = (count(each, "en") for each in (files, limits.files))
        reporter.say(
            f"Trang có {found} tệp, {limits.called} nhận nhiều nhất {most}: thêm ít sản phẩm nữa "
            "là không đăng được.",
            f"The site has {found_en} files, {limits.called} accepts at most {most_en}: with "
            "a few more products it will be refused.",
        )
    if limits.site_bytes is not None and is_near(whole, limits.site_bytes):
        reporter.say(
            f"Trang nặng {whole // MIB} MiB, {limits.called} nhận nhiều nhất "
            f"{limits.site_bytes // MIB} MiB: thêm ít sản phẩm nữa là không đăng được.",
            f"The site is {whole // MIB} MiB, {limits.called} accepts at most "
            f"{limits.site_bytes // MIB} MiB: with a few more products it will be refused.",
        )


def _too_much(limits: HostLimits, vi: str, en: str) -> RefusedError:
    return RefusedError(
        f"Quá giới hạn của {limits.called}: {vi}. Hãy chọn nơi khác, hoặc ghi đúng nơi chạy trang "
        "ở khóa pages trong content/publish.yaml (other là không giới hạn).",
        f"More than {limits.called} accepts: {en}. Choose another host, or say with the key pages "
        "in content/publish.yaml which host it is (other has no limits).",
    )
