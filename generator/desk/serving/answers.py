"""From a request to its answer, without a socket: what is asked, by whom, and whether it may be."""

from __future__ import annotations

import hmac
import json
import mimetypes
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote_to_bytes, urlsplit

from generator.desk.serving.hosts import is_allowed, is_loopback
from generator.desk.serving.opening import may_be_opened, open_file
from generator.desk.serving.preview import Preview, ShownFile, with_script
from generator.desk.serving.proof_pictures import FOLDER, failed_picture

EVENTS = "_serve/events"
_OWN = {
    "_serve/live.js": "text/javascript; charset=utf-8",
    "_serve/live.css": "text/css; charset=utf-8",
    "_serve/proofs.css": "text/css; charset=utf-8",
}
"""Files of the preview's own; no page of the site begins with “_”."""
_OPEN = "_serve/open"
_LONGEST = 2000
"""Bytes of an address."""
_ALWAYS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
_POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'"
)
"""For pages of the preview's own and where the site has none to send."""
_FORGETS = b"""\
// A preview keeps nothing in the browser: what an earlier one left there goes.
addEventListener("install", function () { skipWaiting(); });
addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) {
      return name.startsWith("ocop-");
    }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return registration.unregister(); }));
});
"""
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A request; `headers` by names in lower case, `client` the address of who asks."""

    method: str
    target: str
    headers: Mapping[str, str]
    client: str = "127.0.0.1"
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back; `listens` is a browser's wish to be told of changes."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    listens: Listening | None = None


@dataclass(frozen=True, slots=True)
class Listening:
    """A browser that wants to be told: the page it has, in which state, since which sight.

    `token` lets it open files; only a browser at this machine gets one.
    """

    path: str
    state: str
    since: int
    token: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers requests to a server at that port and under those names."""

    preview: Preview
    port: int
    names: frozenset[str]
    opens: Callable[[Path], bool] = open_file
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def to(self, asking: Asking) -> Answer:
        """The answer; whatever is asked for, nothing is raised but faults of the program."""
        if not is_allowed(asking.headers.get("host", ""), self.port, self.names):
            return _refused(421, "This server answers to localhost alone.")
        path, query = _parsed(asking.target)
        if path is None:
            return _refused(414 if len(asking.target) > _LONGEST else 400, "No such address.")
        if asking.method == "POST" and path == _OPEN:
            return self._open(asking)
        if asking.method not in ("GET", "HEAD"):
            return replace(
                _refused(405, "GET and HEAD only."), headers={**_ALWAYS, "Allow": "GET, HEAD"}
            )
        if path == EVENTS:
            return self._events(asking, query)
        if path.startswith("_serve/"):
            return _own(path)
        if path.startswith(FOLDER):
            return self._proof(path, query)
        if f"{path}/" == FOLDER:
            return _moved(f"/{FOLDER}", "")
        return self._file(path, urlsplit(asking.target).query)

    def _file(self, path: str, query: str) -> Answer:
        site = self.preview.sight.site
        prefix = site.prefix if site else ""
        if prefix and path in ("", prefix[1:]):
            return _moved(f"{prefix}/", query)
        path = self._below_prefix(path)
        if path == "sw.js":
            return _answer(200, _FORGETS, {"Content-Type": _TYPES[".js"]})
        shown = self.preview.file(path)
        if shown is None and self.preview.has(f"{path}/index.html"):
            return _moved(f"{prefix}/{path}/", query)
        if shown is None:
            target = self.preview.moved(path)
            shown = None if target else self.preview.lost()
            if target:
                return _moved(f"{prefix}{target}", "")
        return self._sent(shown) if shown else _refused(404, "")

    def _sent(self, shown: ShownFile) -> Answer:
        body = shown.body
        headers = {"Content-Type": _type_of(shown.path), "Content-Security-Policy": _POLICY}
        headers |= shown.headers
        if shown.is_page:
            body = with_script(shown, self.preview.run, self.preview.number)
            headers["Content-Type"] = _TYPES[".html"]
        return _answer(shown.status, body, headers)

    def _proof(self, path: str, query: Mapping[str, str]) -> Answer:
        sight = self.preview.sight
        if sight.site is None:
            return self._sent(self.preview.lost())
        proofs = self.preview.proofs
        if path == FOLDER:
            return self._sent(self.preview.proof_page(query.get("tim", "")))
        try:
            picture = proofs.picture(sight.site, path)
        except Exception as error:  # whatever keeps it from being drawn is said in its place
            drawn = failed_picture(error, sight.language)
            return _answer(200, drawn, {"Content-Type": _TYPES[".svg"]})
        if picture is None:
            return self._sent(self.preview.lost())
        return _answer(200, picture, {"Content-Type": "image/png"})

    def _events(self, asking: Asking, query: Mapping[str, str]) -> Answer:
        path, _ = _parsed(query.get("page", "/"))
        since = query.get("since", "")
        same_run = query.get("run") == self.preview.run
        number = int(since) if since.isascii() and since.isdigit() and len(since) < 12 else 0
        listens = Listening(
            path=self._below_prefix(path or ""),
            state=query.get("state", "")[:200],
            since=number if same_run else self.preview.number,
            token=self.token if is_loopback(asking.client) else "",
        )
        headers = {**_ALWAYS, "Content-Type": "text/event-stream; charset=utf-8"}
        return Answer(200, headers, listens=listens)

    def _below_prefix(self, path: str) -> str:
        site = self.preview.sight.site
        prefix = site.prefix.lstrip("/") if site else ""
        return path.removeprefix(f"{prefix}/") if prefix else path

    def _open(self, asking: Asking) -> Answer:
        """Open a file, for the page of this very server in a browser of this very machine."""
        headers = asking.headers
        own = f"http://{headers.get('host', '').strip().lower()}"
        given = headers.get("x-serve-token", "")
        if not (
            is_loopback(asking.client)
            and headers.get("origin", "").lower() == own
            and headers.get("content-type", "").partition(";")[0].strip() == "application/json"
            and hmac.compare_digest(given.encode(errors="replace"), self.token.encode())
        ):
            return _refused(403, "Not from here.")
        try:
            name = json.loads(asking.body)["file"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return _refused(400, "Which file?")
        file = may_be_opened(self.preview.root, name) if isinstance(name, str) else None
        if file is None:
            return _refused(404, "No file that editors write.")
        try:
            opened = self.opens(file)
        except OSError:
            opened = False
        return _answer(200 if opened else 501, b"", {"Content-Type": "text/plain; charset=utf-8"})


def _parsed(target: str) -> tuple[str | None, Mapping[str, str]]:
    """The path below the root and the query; no path for one that leads nowhere in particular."""
    if len(target) > _LONGEST:
        return None, {}
    try:
        split = urlsplit(target) if target.startswith("/") and target[:2] != "//" else None
        path = unquote_to_bytes(split.path).decode() if split else ""
        found = parse_qs(split.query, max_num_fields=20) if split else {}
    except ValueError:
        return None, {}
    inner = path.lstrip("/") if split else ""
    parts = inner.split("/")
    if split is None or path.startswith("//") or "" in parts[:-1]:
        return None, {}
    if any(part in (".", "..") for part in parts) or not inner.isprintable() or "\\" in inner:
        return None, {}
    return inner, {key: values[-1] for key, values in found.items()}


def _type_of(path: str) -> str:
    ending = f".{path.rpartition('.')[2]}" if "." in path.rpartition("/")[2] else ""
    guessed = _TYPES.get(ending) or mimetypes.types_map.get(ending)
    return guessed or "application/octet-stream"


def _answer(status: int, body: bytes, headers: Mapping[str, str]) -> Answer:
    return Answer(status, {**_ALWAYS, **headers}, body)


def _own(path: str) -> Answer:
    if path not in _OWN:
        return _refused(404, "No such address.")
    file = resources.files("generator.desk.serving") / "own" / path.rpartition("/")[2]
    return _answer(200, file.read_bytes(), {"Content-Type": _OWN[path]})


def _moved(target: str, query: str) -> Answer:
    # Never for good: another preview may stand here tomorrow.
    return _answer(302, b"", {"Location": f"{_quoted(target)}{'?' + query if query else ''}"})


def _quoted(target: str) -> str:
    return quote(target, safe="/-._~!$&'()+,;=@:#")


def _refused(status: int, said: str) -> Answer:
    headers = {"Content-Type": "text/plain; charset=utf-8", "Content-Security-Policy": _POLICY}
    return _answer(status, f"{said}\n".encode(), headers)
