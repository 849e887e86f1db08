"""What an editor wants to be public: what was built last, or what was public before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalogue.languages import Language
from generator.catalogue.model.publishing import PublishTarget
from generator.catalogue.problems.problem import Problem, Severity
from generator.desk.content import Content
from generator.desk.options import FIRST, Order
from generator.desk.publishing.built_site import BuiltOutput, built_output
from generator.desk.publishing.host_limits import require_room, tell_of_room
from generator.desk.publishing.kept_versions import Kept, KeptVersions
from generator.desk.publishing.opening import Opening
from generator.desk.publishing.printed_pages import printed_pages
from generator.desk.publishing.refusal import RefusedError
from generator.desk.publishing.sending import Sender
from generator.desk.publishing.site_version import SiteVersion
from generator.desk.publishing.transport import Transport
from generator.desk.reporting import Reporter

Confirm = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class PublishOrder:
    """What an editor asks `ocop publish` for. `confirm` asks a question, None where nobody can.

    `verify` says whether public pages must show it afterwards, None that it depends on the target.
    """

    root: Path
    name: str
    dry_run: bool = False
    rollback: bool = False
    yes: bool = False
    verify: bool | None = None
    language: Language | None = None
    confirm: Confirm | None = None

    @property
    def build(self) -> Order:
        """The build whose output is published."""
        return Order(root=self.root, output=self.root / "output")

    @property
    def folder(self) -> Path:
        """What is remembered of the target."""
        return self.root / ".cache" / "publish" / self.name

    @property
    def kept(self) -> KeptVersions:
        """The versions that were published there."""
        return KeptVersions(self.folder)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The version that is to be public, where its files are, and how to tell of it.

    `printed` are the pages behind printed addresses, `place` gives a file of the version by its
    path; `published_before` tells whether this machine has ever published there.
    """

    target: PublishTarget
    version: SiteVersion
    printed: tuple[str, ...]
    place: Callable[[str], Path]
    language: Language
    published_before: bool
    built: BuiltOutput | None = None
    problems: tuple[Problem, ...] = field(default=(), repr=False)

    def read(self, path: str) -> bytes | None:
        """What a file of the version holds."""
        return self.place(path).read_bytes() if path in self.version.files else None


def built(
    order: PublishOrder, content: Content, target: PublishTarget, reporter: Reporter
) -> Wanted:
    """What the last build left; its files are kept, so that builds may go on meanwhile."""
    errors = [each for each in content.problems if each.severity is Severity.ERROR]
    reporter.problems(errors)
    built = built_output(order.build, content, target)
    require_room(built.version, target)
    tell_of_room(built.version, target, reporter)
    files, site = built.version.files, order.build.output / FIRST
    if not order.dry_run and (changed := order.kept.take(site, files)):
        raise RefusedError(
            f"{site / changed} vừa bị đổi trong lúc đọc. Hãy chạy lại.",
            f"{site / changed} was changed while it was read. Run again.",
        )
    kept = order.kept
    return Wanted(
        target,
        built.version,
        printed_pages(order.build.content, built.version.base_url),
        (lambda path: site / path)
        if order.dry_run
        else (lambda path: kept.place(files[path].digest)),
        content.catalogue.site.language if content.catalogue else "vi",
        kept.current is not None,
        built,
        content.problems,
    )


def rolled_back(
    order: PublishOrder, content: Content, target: PublishTarget, reporter: Reporter
) -> Wanted:
    """The version before the one that is public, from what this machine has kept."""
    kept = order.kept
    found = _version_before(order, target)
    if found is None or not kept.whole(found.version.files.values()):
        raise RefusedError(
            f"Máy này không giữ bản nào trước bản đang đăng ở “{target.name}”: mới đăng một lần từ "
            "máy này, hoặc .cache đã bị xóa. Hãy lấy lại nội dung cũ (ocop restore), chạy ocop "
            "build rồi ocop publish.",
            f"No version before the one at “{target.name}” is kept on this machine: it was "
            "published from here once, or .cache was deleted. Bring the old content back (ocop "
            "restore), run ocop build and ocop publish.",
        )
    files = found.version.files
    day = found.version.built_on
    reporter.say(f"Bản trước, làm ngày {day}:", f"The version before, built on {day}:")
    return Wanted(
        target,
        found.version,
        printed_pages(order.build.content, found.version.base_url),
        lambda path: kept.place(files[path].digest),
        content.catalogue.site.language if content.catalogue else "vi",
        published_before=True,
    )


def _version_before(order: PublishOrder, target: PublishTarget) -> Kept | None:
    """The last whole one where a run was stopped half-way, else the one before.

    Where it was itself on its way to the one before, as a rollback is, it goes on.
    """
    with Opening(target, order.root, order.folder, to_write=False).transport() as transport:
        state = sender_to(order, transport).state()
    current, before = order.kept.current, order.kept.before
    goes_back = before and state.under_way.version in (before.id, before.version.id)
    if current and state.unfinished and state.version.id == current.id and not goes_back:
        return current
    return before


def sender_to(order: PublishOrder, transport: Transport) -> Sender:
    """Who sends there; this machine knows what it has published last."""
    current = order.kept.current
    known = current.version if current else None
    return Sender(transport, order.folder / "sent", order.kept.place, known)
