"""The site as the last build left it, if it is fit to be published."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from generator.addresses import ledger, seal
from generator.catalogue.base_url import is_placeholder
from generator.catalogue.model import Catalogue
from generator.catalogue.model.publishing import PublishTarget
from generator.catalogue.problems.problem import Problem, Severity
from generator.desk.building.build_record import BuildRecord, BuiltSite
from generator.desk.building.going_on import forget_rest, rest_of
from generator.desk.content import Content
from generator.desk.options import FIRST, Order
from generator.desk.publishing.refusal import RefusedError
from generator.desk.publishing.site_version import SiteFile, SiteVersion, is_sound
from generator.desk.today import printing_day
from generator.engine.fingerprint import digest_at
from generator.engine.manifest import load, load_inventory
from generator.engine.tree import listing
from generator.litter import is_of_system

_HOME = "index.html"
_OF_THE_LEDGER = frozenset({ledger.SOURCE, seal.SOURCE})


@dataclass(frozen=True, slots=True)
class BuiltOutput:
    """What is to be published, and what an editor has to know of it.

    `strangers` are files that no build has made and that are published as well, `left_behind` what
    is no file that a site could have.
    """

    version: SiteVersion
    site: BuiltSite
    strangers: tuple[str, ...]
    left_behind: tuple[str, ...]


def built_output(order: Order, content: Content, target: PublishTarget) -> BuiltOutput:
    """The built site, for that target. Raises RefusedError, and OSError."""
    record = BuildRecord.of(order)
    if record is None or not (order.output / FIRST / _HOME).is_file():
        raise RefusedError(
            f"Chưa có trang nào trong {order.output / FIRST} để đăng. Hãy chạy ocop build trước.",
            f"There is no site in {order.output / FIRST} to publish. Run ocop build first.",
        )
    if content.errors and not record.site.wrong:
        raise RefusedError(
            f"Chưa đăng gì: {content.errors} lỗi trong nội dung. Hãy sửa rồi chạy ocop build; hoặc "
            "chạy ocop build --keep-going để đăng phần không lỗi.",
            f"Nothing was published: {content.errors} errors in the content. Mend them and run "
            "ocop build; or run ocop build --keep-going to publish what has no error.",
        )
    _require_fresh(order, record)
    catalogue = _around_errors(order, content, record.site) if content.errors else content.catalogue
    _require_place(record.site, target, catalogue)
    return _read(order, record.site)


def _require_fresh(order: Order, record: BuildRecord) -> None:
    if not record.holds(order):
        name = record.newer(order) or "content/"
        raise RefusedError(
            f"Trang đã làm cũ hơn nội dung: {name} đã đổi từ đó đến nay. Hãy chạy ocop build.",
            f"The site is older than its content: {name} has changed since. Run ocop build.",
        )
    if not record.site.holds_on(printing_day()):
        raise RefusedError(
            f"Trang làm ngày {record.site.days[0]} không còn đúng: từ đó đến nay có giấy chứng "
            "nhận hết hạn, hoặc đồng hồ máy sai. Hãy xem đồng hồ rồi chạy ocop build.",
            f"The site of {record.site.days[0]} is no longer true: a certificate has lapsed since, "
            "or the clock is wrong. See to the clock and run ocop build.",
        )


def _around_errors(order: Order, content: Content, site: BuiltSite) -> Catalogue | None:
    """What can be published although files are broken: as the build went around them."""
    wrong = [each for each in content.problems if each.severity is Severity.ERROR]
    unforeseen = sorted({each.path for each in wrong} - {*site.wrong}, key=str)
    try:
        rest = (
            None
            if unforeseen or _of_ledger(wrong)
            else rest_of(order, content, listing(order.content))
        )
    finally:
        forget_rest(order)
    if rest is None:
        named = ", ".join(unforeseen or sorted({each.path for each in wrong}))
        raise RefusedError(
            f"Chưa đăng gì: lỗi trong {named} không phải lỗi mà ocop build --keep-going đã đi vòng "
            "qua. Hãy sửa rồi chạy lại.",
            f"Nothing was published: ocop build --keep-going did not go around the errors of "
            f"{named}. Mend them and run again.",
        )
    return rest.content.catalogue


def _of_ledger(wrong: list[Problem]) -> bool:
    return any(each.path in _OF_THE_LEDGER for each in wrong)


def _require_place(site: BuiltSite, target: PublishTarget, catalogue: Catalogue | None) -> None:
    own = catalogue.site.base_url if catalogue else site.base_url
    public = target.url or own
    if is_placeholder(public):
        raise RefusedError(
            f"Địa chỉ {public} chỉ để thử, không ai mở được. Hãy đặt base_url thật trong "
            "content/site.yaml rồi chạy ocop build.",
            f"{public} is a placeholder that nobody can open. Set the real base_url in "
            "content/site.yaml and run ocop build.",
        )
    if site.base_url != public:
        raise RefusedError(
            f"Trang được làm cho {site.base_url}, nhưng “{target.name}” mở ở {public}. Hãy chạy "
            f"ocop build --base-url {public}, hoặc sửa url trong content/publish.yaml.",
            f"The site was built for {site.base_url}, but “{target.name}” is opened at {public}. "
            f"Run ocop build --base-url {public}, or correct url in content/publish.yaml.",
        )


def _read(order: Order, site: BuiltSite) -> BuiltOutput:
    """All files of output/site, none of which is other than the build left it."""
    root = order.output / FIRST
    entries = load(order.output_cache / "manifest.json")
    inventory = load_inventory(order.output)
    files: dict[str, SiteFile] = {}
    strangers, left_behind = [], []
    for path, stamp in listing(root).items():
        name = path.rpartition("/")[2]
        if path.endswith("/") or is_of_system(name):
            continue
        if not (is_sound(path) and stat.S_ISREG((root / path).lstat().st_mode)):
            left_behind.append(path)
            continue
        entry = entries.get(f"{FIRST}/{path}")
        digest = entry.digest if entry and entry.stamp == stamp else digest_at(str(root / path))
        if digest is None or (entry and digest != entry.digest):
            raise _spoilt(root / path)
        files[path] = SiteFile(digest, stamp[0])
        if f"{FIRST}/{path}" not in inventory:
            strangers.append(path)
    made = {path.removeprefix(f"{FIRST}/") for path in inventory if path.startswith(f"{FIRST}/")}
    if missing := sorted(made - files.keys()):
        raise _spoilt(root / missing[0])
    version = SiteVersion(files, site.base_url, site.days[0])
    return BuiltOutput(version, site, tuple(sorted(strangers)), tuple(sorted(left_behind)))


def _spoilt(path: Path) -> RefusedError:
    return RefusedError(
        f"{path} không còn như ocop build đã làm ra. Hãy chạy ocop build rồi đăng.",
        f"{path} is not as ocop build made it. Run ocop build, then publish.",
    )
