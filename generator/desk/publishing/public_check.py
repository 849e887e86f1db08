"""Whether the public gets what was sent: pages are fetched from their address and compared."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse

from generator.desk.publishing import public_words
from generator.engine.fingerprint import digest

MOST = 5
"""Pages that are fetched."""
_PATIENCE, _LONGEST_WAIT = 15, 45
"""Seconds: for each answer to go on, and for all of it."""
_LARGEST = 20_000_000
_PART = 65_536
_PAUSE = 10


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one page; `vi` and `en` are empty where it is what was sent."""

    url: str
    vi: str = ""
    en: str = ""
    answered: bool = True

    @property
    def fine(self) -> bool:
        """Whether the public gets what was sent."""
        return not self.en

    @property
    def late(self) -> bool:
        """Whether it may come yet: a host answers that doesn't serve all that it got."""
        return self.answered and not self.fine


def chosen(printed: Sequence[str], pages: Mapping[str, object]) -> tuple[str, ...]:
    """The pages to fetch: printed ones if there are any, else the home page and a few others."""
    scanned = [path for path in printed if path in pages]
    others = sorted(path for path in pages if path.endswith("index.html"))
    others.sort(key=lambda path: (path != "index.html", not path.startswith(("Q/", "01/"))))
    return tuple((scanned or others)[:MOST])


def fetched(base_url: str, pages: Mapping[str, str], wait: int = 0) -> Iterator[Fetched]:
    """Fetch pages, given with the hash of what was sent; for so many seconds they may come late.

    The first that can't be fetched at all is the last that is tried.
    """
    end = time.monotonic() + wait
    for path, hash_ in pages.items():
        found = _fetched(base_url, path, hash_)
        while found.late and time.monotonic() < end:
            time.sleep(min(_PAUSE, max(end - time.monotonic(), 0)))
            found = _fetched(base_url, path, hash_)
        yield found
        if not found.answered:
            return


def _fetched(base_url: str, path: str, hash_: str) -> Fetched:
    url = f"{base_url}/{path.removesuffix('index.html').rstrip('/')}"
    # A cache on the way, or the host's own, would give what was there before.
    headers = {"Cache-Control": "no-cache", "User-Agent": "ocop-publish"}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - base_url is http(s)
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            body, came_from = _body(answer), str(answer.geturl())
    except urllib.error.HTTPError as error:
        error.close()
        return Fetched(url, *public_words.refused(error.code))
    except (OSError, HTTPException, ValueError) as error:
        return Fetched(url, *public_words.unanswered(error), answered=False)
    if digest(body) == hash_:
        return Fetched(url)
    return Fetched(url, *public_words.other(came_from, url, body))


def _body(answer: HTTPResponse) -> bytes:
    """What is answered; a host that lets each byte be waited for is given up in the end."""
    end, parts, size = time.monotonic() + _LONGEST_WAIT, list[bytes](), 0
    while size < _LARGEST and (part := answer.read1(_PART)):
        parts.append(part)
        size += len(part)
        if time.monotonic() > end:
            raise TimeoutError
    return b"".join(parts)
