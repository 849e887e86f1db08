"""The verb `serve`: look at the site while it is written."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from generator.desk.options import Order
from generator.desk.reporting import FAILED, FINE, Reporter, VerbOutcome
from generator.desk.serving import overlay
from generator.desk.serving.answers import Answers
from generator.desk.serving.hosts import allowed_names, own_addresses
from generator.desk.serving.session import Session
from generator.desk.serving.watching import Watch
from generator.desk.serving.web_server import PortError, bound, serving
from generator.pictures import codes

_EVERY = 0.5
"""Seconds between looks whether Ctrl-C was pressed: Windows tells of it only then."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How to serve: the port (None: 8000, or the next), for the network too, with the browser."""

    port: int | None = None
    lan: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Running:
    """A preview that is up: its address on this machine and in the network, and its parts."""

    address: str
    lan: tuple[str, ...]
    session: Session
    answers: Answers
    watch: Watch


def serve(order: Order, reporter: Reporter, wish: Wish) -> VerbOutcome:
    """Serve until Ctrl-C."""
    reporter = reporter.speaking(order.language or "vi")
    try:
        with running(order, reporter, wish) as preview:
            language = order.language or preview.session.preview.sight.language
            reporter = reporter.speaking(language)
            _tell(preview, reporter)
            if wish.opens:
                webbrowser.open(preview.address)
            while not preview.session.stop.wait(_EVERY):
                pass
    except PortError as error:
        reporter.refuse(
            f"Không mở được cổng {error.port}: {error.why}. Hãy đóng chương trình đang dùng cổng "
            "ấy, hoặc chọn cổng khác bằng --port.",
            f"Port {error.port} can't be opened: {error.why}. End what uses it, or choose another "
            "with --port.",
        )
        return VerbOutcome(FAILED)
    except OSError as error:
        reporter.unwritable(error)
        return VerbOutcome(FAILED)
    except KeyboardInterrupt:
        reporter.say("Đã dừng xem thử.", "The preview has ended.")
    return VerbOutcome(FINE)


@contextmanager
def running(order: Order, reporter: Reporter, wish: Wish) -> Iterator[Running]:
    """A preview for as long as this lasts. Raises PortError."""

    def on_fault(error: Exception) -> None:
        reporter.refuse(
            f"Lỗi của chương trình: {type(error).__name__}: {error}. Xem thử vẫn chạy tiếp; chi "
            f"tiết ở {order.cache / 'error.log'}.",
            f"A fault of the program: {type(error).__name__}: {error}. The preview goes on; more "
            f"is in {order.cache / 'error.log'}.",
        )

    def on_polling() -> None:
        reporter.say(
            "Hệ thống không báo được tệp nào vừa lưu: ocop tự xem lại các tệp, chậm hơn một chút.",
            "The system can't tell which files are saved: ocop looks for itself, a little slower.",
        )

    # Bound first: a browser that is quick waits, instead of finding nothing.
    server = bound("" if wish.lan else "127.0.0.1", wish.port, on_fault)
    try:
        session = Session(order, on_fault)
        watch = Watch(order.root, session.saved, on_polling)
        session.begin()
    except BaseException:
        server.server_close()
        raise
    lan = own_addresses() if wish.lan else ()
    port = server.server_port
    server.answers = Answers(session.preview, port, allowed_names(lan))
    with serving(server), _following(session, watch):
        addresses = tuple(f"http://{each}:{port}/" for each in lan)
        yield Running(f"http://127.0.0.1:{port}/", addresses, session, server.answers, watch)


@contextmanager
def _following(session: Session, watch: Watch) -> Iterator[None]:
    """Follow what is saved, in two threads: one notices, one reads the whole."""
    threads = [
        threading.Thread(target=target, daemon=True) for target in (watch.run, session.follow)
    ]
    for each in threads:
        each.start()
    watch.ready.wait()
    try:
        yield
    finally:
        watch.stop.set()
        session.end()
        for each in threads:
            # A reading of thousands of products that nobody waits for any more ends by itself.
            each.join(timeout=2)


def _tell(preview: Running, reporter: Reporter) -> None:
    sight = preview.session.preview.sight
    reporter.say(
        f"Xem thử: {preview.address}   (bản in: {preview.address}in/)",
        f"Preview: {preview.address}   (print: {preview.address}in/)",
    )
    if sight.awaited:
        said = overlay.reading(sight)
        reporter.say(said, said)
    if sight.errors:
        reporter.say(
            f"{sight.errors} lỗi: xem ngay trên trang.", f"Errors: {sight.errors}, shown there."
        )
    if preview.lan:
        reporter.say(
            f"Điện thoại cùng mạng Wi-Fi: {preview.lan[0]}, hoặc quét mã này.",
            f"Phones on the same Wi-Fi: {preview.lan[0]}, or scan this.",
        )
        reporter.raw(terminal_code(preview.lan[0]))
    reporter.say("Dừng: bấm Ctrl+C.", "Press Ctrl+C to end it.")


def terminal_code(address: str) -> str:
    """The address as a QR code of block letters, two rows of modules to a line."""
    quiet = codes.QUIET_ZONE
    rows = codes.matrix(address)
    wide = len(rows) + 2 * quiet
    blank = ["0" * wide] * quiet
    full = [*blank, *(f"{'0' * quiet}{row}{'0' * quiet}" for row in rows), *blank]
    if len(full) % 2:
        full.append("0" * wide)
    # Light modules are drawn: most terminals are dark.
    signs = {"00": "█", "01": "▀", "10": "▄", "11": " "}
    pairs = zip(full[::2], full[1::2], strict=True)
    return "\n".join(
        "".join(signs[above + below] for above, below in zip(upper, lower, strict=True))
        for upper, lower in pairs
    )
