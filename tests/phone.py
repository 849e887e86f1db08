"""A phone and its host, which can be switched off and on."""

from __future__ import annotations

import io
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from hosts import Quiet, serving
from playwright.sync_api import Page

STORED = """async ([name, url]) =>
  (await caches.has(name)) && Boolean(await (await caches.open(name)).match(url))"""
MOST_LOOKS = 200


def wait_for(page: Page, url: str, store: str = "ocop-1@/", *, stored: bool = True) -> None:
    """Until the phone has that address in its store, or has it no more."""
    for _ in range(MOST_LOOKS):
        if page.evaluate(STORED, [store, url]) is stored:
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{url} is {'not ' if stored else ''}in the store")


class Host:
    """A host of its own for a copy of the site; `asked` are the paths it was asked for.

    With `most` it answers so many more, then breaks off each connection; where `busy`, it says so.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.most: int | None = None
        self.busy = False
        self._up = ExitStack()
        self._address = ""
        self.start()

    def start(self) -> None:
        host = self

        class Counting(Quiet):
            def send_head(self) -> io.BytesIO | BinaryIO | None:
                if host.most is not None and len(host.asked) >= host.most:
                    self.close_connection = True
                    return None
                host.asked.append(self.path)
                if host.busy:
                    self.send_error(503)
                    return None
                return super().send_head()

        port = int(self._address.rpartition(":")[2] or 0)
        self._address = self._up.enter_context(serving(Counting, self.folder, port))

    def stop(self) -> None:
        self._up.close()

    def url(self, path: str) -> str:
        return f"{self._address}/{path}/"
