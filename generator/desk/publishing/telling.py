"""What a run is going to change, said before it does, and what it asks about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.catalogue.saying import figure
from generator.desk.publishing import readers_news
from generator.desk.publishing.changes import Changes, is_page
from generator.desk.publishing.refusal import RefusedError
from generator.desk.publishing.site_version import MANIFEST, PARTS, UNDER_WAY
from generator.desk.publishing.transport import Transport
from generator.desk.publishing.wanted import PublishOrder, Wanted
from generator.desk.reporting import Reporter
from generator.litter import is_of_system

_MOST_LOSSES = 0.05
"""Of the files that are public: more than that are only removed when somebody says so."""
_FEW = 5
_OF_HOSTS = frozenset(
    {".htaccess", ".well-known", "cgi-bin", ".ftpquota", "error_log", "cname", ".nojekyll"}
    | {MANIFEST, UNDER_WAY, PARTS}
)
"""What hosts put into a website's folder themselves, in small letters, and our own."""
_WEB_FOLDERS = ("public_html", "www", "htdocs", "httpdocs", "wwwroot", "html")
"""How hosts call the folder that the public sees."""


def told(
    planned: Changes, wanted: Wanted, transport: Transport, reporter: Reporter
) -> Sequence[tuple[str, str]]:
    """Say what will change, in numbers and for readers; the questions that it raises."""
    _tell_leftovers(wanted, reporter)
    if planned.nothing:
        reporter.say("Không có gì mới để đăng.", "There is nothing new to publish.")
        return ()
    files, state = planned.new.files, planned.state
    size = sum(files[path].size for path in planned.send) / 1_000_000
    same = len(files) - len(planned.send)
    if state.unfinished:
        reporter.say(
            "Lượt đăng trước dừng giữa chừng: lượt này làm tiếp.",
            "The run before was stopped half-way: this one goes on.",
        )
    reporter.say(
        f"{wanted.target.name} ({planned.new.base_url}): gửi {len(planned.send)} tệp "
        f"({figure(size, 'vi', 1)} MB), giữ {same}, xóa {len(planned.leave)}.",
        f"{wanted.target.name} ({planned.new.base_url}): {len(planned.send)} files to send "
        f"({size:.1f} MB), {same} stay, {len(planned.leave)} to delete.",
    )
    found = readers_news.news(
        state.version, transport.read, wanted.version, wanted.read, wanted.language
    )
    readers_news.tell(found, reporter)
    if kept_pages := sorted(path for path in planned.kept if is_page(path)):
        shown = ", ".join(kept_pages[:_FEW])
        reporter.say(
            f"Giữ lại, vì địa chỉ đã in: {shown}", f"Kept, for their addresses are printed: {shown}"
        )
    return [*_questions(planned, found.recalled_no_more, transport, wanted)]


def _tell_leftovers(wanted: Wanted, reporter: Reporter) -> None:
    built = wanted.built
    if built is None:
        return
    if built.site.wrong:
        behind = ((*built.site.kept, *built.site.photos), built.site.left_out)
        stays, waits = (", ".join(each) for each in behind)
        reporter.refuse(
            "CHÚ Ý: trang này được làm trong khi có tệp lỗi. "
            + (f"Vẫn như lần đăng trước: {stays}. " if stays else "")
            + (f"Chưa được đăng: {waits}. " if waits else ""),
            "NOTE: this site was built around broken files. "
            + (f"As they were published before: {stays}. " if stays else "")
            + (f"Not published: {waits}. " if waits else ""),
        )
    said = (
        (built.strangers, "Tệp lạ trong output/site, cũng được đăng", "Not made by ocop, sent too"),
        (built.left_behind, "Không đăng được, bỏ qua", "Can't be published, left out"),
    )
    for paths, vi, en in said:
        if paths:
            shown = ", ".join(paths[:_FEW]).encode(errors="replace").decode()
            shown += f" (+{len(paths) - _FEW})" if len(paths) > _FEW else ""
            reporter.say(f"{vi}: {shown}", f"{en}: {shown}")


def _questions(
    planned: Changes, recalled_no_more: Sequence[str], transport: Transport, wanted: Wanted
) -> Iterator[tuple[str, str]]:
    """Yield what nobody does without being asked."""
    if wanted.published_before and planned.state.manifest is None and not planned.state.known:
        yield (
            "Máy này đã từng đăng lên đây, mà nay ở đó không có gì của ocop: có phải ổ USB khác, "
            "chưa cắm, hay path đã đổi? Đăng mới từ đầu?",
            "This machine has published here before, and now there is nothing of ocop's: another "
            "USB stick, none, or another path? Publish it all anew?",
        )
    if planned.state.manifest is None and not planned.state.known:
        yield from _about_strangers(transport.top())
    public = len(planned.state.version.files)
    if planned.losses > public * _MOST_LOSSES:
        yield (
            f"{planned.losses} trong {public} tệp đang công khai sẽ bị xóa. Xóa?",
            f"{planned.losses} of {public} public files will be deleted. Delete them?",
        )
    if recalled_no_more:
        shown = "; ".join(recalled_no_more[:_FEW]).rstrip(".")
        yield (
            f"Trang sẽ không còn báo thu hồi: {shown}. Vẫn đăng?",
            f"The site will no longer tell these recalls: {shown}. Publish all the same?",
        )
    fresh = planned.send - planned.state.known
    if strange := sorted(transport.present(fresh)):
        shown = ", ".join(strange[:_FEW]) + (" …" if len(strange) > _FEW else "")
        yield (
            f"Ở đó đã có {len(strange)} tệp không do ocop đăng: {shown}. Ghi đè?",
            f"{len(strange)} files stand there that ocop has not published: {shown}. Overwrite?",
        )


def _about_strangers(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the question whether a place that holds other things is the right one."""
    strange = sorted(
        name for name in names if not is_of_system(name) and name.casefold() not in _OF_HOSTS
    )
    if not strange:
        return
    shown = ", ".join(strange[:_FEW]) + (" …" if len(strange) > _FEW else "")
    shown = shown.encode(errors="replace").decode()
    web = next((name for name in strange if name in _WEB_FOLDERS), None)
    vi = f" Trang web thường nằm trong {web}: nếu vậy hãy ghi nó ở path." if web else ""
    en = f" A website is mostly in {web}: if so, write that as path." if web else ""
    yield (
        f"Lần đầu đăng lên đây, mà ở đó đã có {len(strange)} thứ khác: {shown}.{vi} Đúng là nơi "
        "này?",
        f"This is the first time, and {len(strange)} other things stand there: {shown}.{en} Is it "
        "the right place?",
    )


def ask(questions: Sequence[tuple[str, str]], order: PublishOrder, reporter: Reporter) -> None:
    """Raise RefusedError unless each is answered with yes."""
    for vi, en in questions:
        if order.yes:
            reporter.say(f"{vi} Có (--yes).", f"{en} Yes (--yes).")
        elif order.confirm is None:
            vi, en = (" ".join(each) for each in zip(*questions, strict=True))
            raise RefusedError(
                f"Chưa đăng gì. {vi} Nếu đồng ý, hãy chạy lại với --yes.",
                f"Nothing was published. {en} If so, run again with --yes.",
            )
        elif not order.confirm(vi if reporter.language == "vi" else en):
            raise RefusedError("Chưa đăng gì.", "Nothing was published.")
