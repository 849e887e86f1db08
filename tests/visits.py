"""Pages of the sample site that tests open, and what goes wrong when they do."""

from __future__ import annotations

from playwright.sync_api import Page

PAGES = [
    "",
    "san-pham/",
    "san-pham/kho-ca-chot-do-thi-ngan/",
    "san-pham/kho-ca-loc/",
    "san-pham/com-gao/",
    "san-pham/mot-ngay-tren-dong-nuoc-noi/",
    "chu-the/do-thi-ngan/",
    "xa/tan-hung/",
    "sao/3/",
    "hoi-cho/hoi-cho-mau-2026/",
    "en/",
    "en/products/kho-ca-loc/",
    "Q/7K3M9",
]


class Visit:
    """A page that was opened, and everything that went wrong on the way."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.faults: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._note)
        page.goto(address, wait_until="load")

    def _note(self, message: object) -> None:
        if getattr(message, "type", "") in {"error", "warning"}:
            self.faults.append(str(getattr(message, "text", message)))
