"""HTTP: the standard library's server, a thread for each browser that asks."""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from generator.desk.serving.answers import Answer, Answers, Asking, Listening

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PATIENCE = 20.0
"""Seconds that a browser may take over sending a request, and over taking an answer."""
_BEAT = 15.0
"""Seconds after which a browser that listens hears that the preview goes on."""
_MOST_AT_ONCE = 120
_MOST_LISTENING = 40
_LONGEST_BODY = 4096
_NEXT_PORTS = 50


class WebServer(ThreadingHTTPServer):
    """Serves answers; a browser that goes away, or never asks, is no fault."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    # On Windows, two programs could have one port so.
    allow_reuse_address = os.name != "nt"

    def __init__(self, address: tuple[str, int], on_fault: Callable[[Exception], None]) -> None:
        super().__init__(address, _Browser)
        self.answers: Answers | None = None
        self.on_fault = on_fault
        self.at_once = threading.BoundedSemaphore(_MOST_AT_ONCE)
        self.listening = threading.BoundedSemaphore(_MOST_LISTENING)

    def process_request(self, request: object, client_address: object) -> None:
        """Serve it in a thread, unless there are too many already."""
        if not self.at_once.acquire(blocking=False):
            self.shutdown_request(request)  # type: ignore[arg-type]  # the library's own object
            return
        super().process_request(request, client_address)  # type: ignore[arg-type]

    def process_request_thread(self, request: object, client_address: object) -> None:
        """Serve it, and make room for another."""
        try:
            super().process_request_thread(request, client_address)  # type: ignore[arg-type]
        finally:
            self.at_once.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of faults; that a browser broke off is none."""
        del request, client_address
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, OSError | ValueError):
            self.on_fault(error)


class _InTime(io.RawIOBase):
    """What a browser sends, as long as all of a request comes in time.

    A patience for each byte would be none at all: whoever sends one every few seconds would keep a
    thread for ever, and a hundred of them the whole server.
    """

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = 0.0

    def begin(self) -> None:
        """From now on, another request has its time."""
        self._until = time.monotonic() + _PATIENCE

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class _Browser(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE
    server: WebServer

    def setup(self) -> None:
        super().setup()
        self._in_time = _InTime(self.connection)
        self.rfile.close()
        self.rfile = io.BufferedReader(self._in_time)

    def handle_one_request(self) -> None:
        self._in_time.begin()
        super().handle_one_request()

    def _respond(self) -> None:
        answers = self.server.answers
        if answers is None:
            self.close_connection = True
            return
        body = self._body()
        self.connection.settimeout(_PATIENCE)
        headers = {name.lower(): value for name, value in self.headers.items()}
        # Two names for one server: whoever sends both means no good.
        if len(self.headers.get_all("Host") or ()) != 1:
            headers.pop("host", None)
        client = str(self.client_address[0])
        try:
            answer = answers.to(Asking(self.command, self.path, headers, client, body))
        except Exception as error:  # an editor sees no traceback, and the preview goes on
            self.server.on_fault(error)
            answer = Answer(500, {"Content-Type": "text/plain"}, b"A fault of the program.\n")
        if answer.listens and self.command == "GET":
            self._tell(answer, answer.listens)
        else:
            self._send(answer)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = _respond  # noqa: N815
    do_TRACE = do_CONNECT = _respond  # noqa: N815 - the library asks for these names

    def _body(self) -> bytes:
        """What was sent along, if it is short; what isn't read ends the connection."""
        given = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers:
            self.close_connection = True
            return b""
        if not given:
            return b""
        length = int(given) if given.isascii() and given.isdigit() and len(given) < 8 else -1
        if self.command != "POST" or not 0 <= length <= _LONGEST_BODY:
            self.close_connection = True
            return b""
        return self.rfile.read(length)

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _tell(self, answer: Answer, listens: Listening) -> None:
        """Tell a browser of every change until it goes away (server-sent events)."""
        if not self.server.listening.acquire(blocking=False):
            self._send(Answer(503, {"Retry-After": "5"}))
            return
        try:
            self.close_connection = True
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            self._events(listens)
        finally:
            self.server.listening.release()

    def _events(self, listens: Listening) -> None:
        preview = self.server.answers.preview if self.server.answers else None
        if preview is None:
            return
        state, since = listens.state, listens.since
        told = -1
        while True:
            if preview.number != told:
                message = dict(preview.message(listens.path, state, since))
                state, since = str(message["state"]), int(str(message["number"]))
                told = since
                message["token"] = listens.token
                data = json.dumps(message, ensure_ascii=False)
                self.wfile.write(f"data: {data}\n\n".encode(errors="replace"))
            else:
                self.wfile.write(b": \n\n")
            self.wfile.flush()
            if not preview.wait(told, _BEAT):
                return

    def version_string(self) -> str:
        """Names no versions."""
        return "ocop"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name
        """Say nothing: an editor's terminal is for problems."""


class PortError(Exception):
    """A port that can't be opened, and why."""

    def __init__(self, port: int, why: str) -> None:
        super().__init__(port, why)
        self.port, self.why = port, why


def bound(
    host: str, port: int | None, on_fault: Callable[[Exception], None], usual: int = 8000
) -> WebServer:
    """A server at that port; without one at the usual port, or the next that is free.

    Raises PortError.
    """
    wanted = [*range(usual, usual + _NEXT_PORTS), 0] if port is None else [port]
    for each in wanted:
        try:
            return WebServer((host, each), on_fault)
        except OSError as error:
            if each == wanted[-1]:
                raise PortError(each, error.strerror or str(error)) from error
    raise PortError(usual, "")


@contextlib.contextmanager
def serving(server: WebServer) -> Iterator[None]:
    """Serve in the background for as long as this lasts."""
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        if server.answers:
            server.answers.preview.end()
        server.shutdown()
        thread.join()
        with contextlib.suppress(OSError):
            server.socket.shutdown(socket.SHUT_RDWR)
        server.server_close()
