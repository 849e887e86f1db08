"""The verb `publish`: the built site goes to a target, or the version before comes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from generator.desk.content import load
from generator.desk.publishing import public_check
from generator.desk.publishing.changes import Changes, changes
from generator.desk.publishing.opening import Opening
from generator.desk.publishing.printed_pages import shown_by
from generator.desk.publishing.refusal import RefusedError
from generator.desk.publishing.sending import Sender
from generator.desk.publishing.targets import target_of
from generator.desk.publishing.telling import ask, told
from generator.desk.publishing.transport import TransportError
from generator.desk.publishing.wanted import PublishOrder, Wanted, built, rolled_back, sender_to
from generator.desk.reporting import FAILED, FINE, MISUSED, PARTLY, Reporter, VerbOutcome
from generator.desk.versions import noted
from generator.engine import locked

_PAGES_HOSTS_TAKE = 180
"""Seconds that a host may take to serve a branch after it was pushed."""
_RUN_LATER = (
    "nơi có bộ nhớ đệm thì vài phút sau chạy lại lệnh này.",
    "where there is a cache, run the same command again in some minutes.",
)
_LOOK_LATER = (
    "nơi có bộ nhớ đệm thì vài phút sau tự mở trang mà xem. Đừng chạy lại --rollback: sẽ về bản "
    "mới.",
    "where there is a cache, open a page yourself in some minutes. Don't run --rollback again: "
    "that returns to the newer version.",
)


def publish(order: PublishOrder, reporter: Reporter) -> VerbOutcome:
    """Publish to the target of that name, or say why not."""
    reporter = reporter.speaking(order.language or "vi")
    target = target_of(order.root, order.name, reporter)
    if target is None:
        return VerbOutcome(MISUSED)
    try:
        with _held(order, reporter) as lock:
            with locked(order.build.cache / "lock", reporter.waiting):
                content = load(order.root)
                if content.catalogue and not order.language:
                    reporter = reporter.speaking(content.catalogue.site.language)
                look = rolled_back if order.rollback else built
                wanted = look(order, content, target, reporter)
            done = _at_target(order, wanted, lock, reporter)
        if not done:
            return _outcome(wanted)
        with locked(order.build.cache / "lock", reporter.waiting):
            noted(order.root, f"ocop publish {order.name}", reporter)
        seen = order.verify is False or _verified(order, wanted, reporter)
        return _outcome(wanted) if seen else VerbOutcome(PARTLY, wanted.problems)
    except (RefusedError, TransportError) as error:
        reporter.refuse(error.vi, error.en)
    except OSError as error:
        reporter.unwritable(error)
    return VerbOutcome(FAILED)


def _at_target(order: PublishOrder, wanted: Wanted, lock: int | None, reporter: Reporter) -> bool:
    """Say what is to be done at the target, and do it unless that was all; whether it was done."""
    opening = Opening(wanted.target, order.root, order.folder, not order.dry_run, lock)
    with opening.transport() as transport:
        sender = sender_to(order, transport)
        planned = _planned(sender, wanted)
        questions = told(planned, wanted, transport, reporter)
        if order.dry_run:
            for vi, en in questions:
                reporter.say(f"Sẽ phải hỏi: {vi}", f"Will have to be asked: {en}")
            reporter.say("Chưa đăng gì: chỉ xem trước.", "Nothing was published: a dry run.")
            return False
        ask(questions, order, reporter)
        if not planned.nothing:
            _send(sender, planned, reporter)
        _remember(order, wanted, planned)
    if planned.nothing:
        return True
    name = wanted.target.name
    reporter.say(f"Đã đăng lên “{name}”.", f"Published to “{name}”.")
    if order.rollback:
        reporter.say(
            "Đây là bản trước. Muốn về bản mới thì --rollback lần nữa.",
            "This is the version before. --rollback once more returns to the newer one.",
        )
    return True


@contextmanager
def _held(order: PublishOrder, reporter: Reporter) -> Iterator[int | None]:
    """One run at a time for a target; a dry run, which changes nothing, waits for none."""
    if order.dry_run:
        yield None
        return
    with locked(order.folder / "lock", lambda: _waiting(reporter)) as handle:
        yield handle


def _waiting(reporter: Reporter) -> None:
    reporter.say(
        "Đang có lượt đăng khác lên nơi này, đợi cho xong …",
        "Another run is publishing to this target, waiting …",
    )


def _planned(sender: Sender, wanted: Wanted) -> Changes:
    """What has to be done; the pages behind printed addresses stay, with all that they show."""
    state = sender.state()
    lost = {path for path in wanted.printed if path in state.known - wanted.version.files.keys()}
    kept = shown_by(lost, sender.transport.read) if lost else frozenset[str]()
    return changes(state, wanted.version, kept)


def _send(sender: Sender, planned: Changes, reporter: Reporter) -> None:
    total = len(planned.send) + len(planned.leave)
    try:
        with reporter.progress("Đang đăng", "Publishing", total) as advance:
            sender.send(planned, advance)
    except (KeyboardInterrupt, TransportError):
        reporter.refuse(
            "Dừng giữa chừng: mỗi trang công khai vẫn nguyên vẹn, cũ hoặc mới. Chạy lại lệnh này "
            "để làm tiếp.",
            "Stopped half-way: each public page is whole, old or new. Run the same command to go "
            "on.",
        )
        raise


def _remember(order: PublishOrder, wanted: Wanted, planned: Changes) -> None:
    try:
        order.kept.published(wanted.version, planned.new.id)
    except OSError as error:
        why = error.strerror or error
        raise RefusedError(
            f"Đã đăng xong, nhưng máy này không ghi nhớ được bản vừa đăng ({why}), nên sau này "
            "--rollback có thể không về được bản này.",
            f"All is published, but this machine could not note the version ({why}), so that "
            "--rollback may not bring it back later.",
        ) from error


def _verified(order: PublishOrder, wanted: Wanted, reporter: Reporter) -> bool:
    """Fetch some pages from where the public opens them, and say what came; whether that is fine.

    Whether a folder is what the public sees or a copy, nobody knows unless it is told.
    """
    files = wanted.version.files
    paths = public_check.chosen(wanted.printed, files)
    wait = _PAGES_HOSTS_TAKE if wanted.target.kind == "git" else 0
    pages = {path: files[path].digest for path in paths}
    found = []
    with reporter.progress("Đang mở thử các trang", "Fetching pages", len(pages)) as advance:
        for each in public_check.fetched(wanted.version.base_url, pages, wait):
            found.append(each)
            advance(1)
    wrong = [each for each in found if not each.fine]
    if not wrong:
        printed = bool({*wanted.printed}.intersection(paths))
        vi, en = ("địa chỉ đã in", "printed addresses") if printed else ("trang", "pages")
        reporter.say(
            f"Đã mở thử {len(found)} {vi}: đúng bản vừa gửi.",
            f"Fetched {len(found)} {en}: they are what was sent.",
        )
        return True
    if wanted.target.kind == "folder" and not (order.verify or wanted.target.url):
        reporter.say(
            f"Đã chép xong vào thư mục. {wanted.version.base_url} đang hiện bản khác hoặc không mở "
            "được: bản chép (như USB) thì không sao; thư mục này là thư mục web thì xem bằng "
            "--verify.",
            f"The folder has it all. {wanted.version.base_url} shows another version or can't be "
            "opened: no matter for a copy (as on USB); where this is the web's folder, look with "
            "--verify.",
        )
        return True
    for each in wrong:
        reporter.say(f"  {each.url}: {each.vi}", f"  {each.url}: {each.en}")
    # A rollback that is run again goes forward to the newer version.
    cure_vi, cure_en = _LOOK_LATER if order.rollback else _RUN_LATER
    reporter.refuse(
        "Các tệp ĐÃ ĐƯỢC GỬI XONG, nhưng mở thử trang công khai thì chưa thấy. Hãy xem địa chỉ có "
        f"trỏ tới nơi này không; {cure_vi} Chỉ để chép thì thêm --no-verify.",
        "The files HAVE ALL BEEN SENT, but the public address does not show them yet. See whether "
        f"the address leads to this target; {cure_en} For a mere copy add --no-verify.",
    )
    return False


def _outcome(wanted: Wanted) -> VerbOutcome:
    behind = bool(wanted.built and wanted.built.site.wrong)
    return VerbOutcome(PARTLY if behind else FINE, wanted.problems)
