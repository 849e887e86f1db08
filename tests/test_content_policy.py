"""On a host that sends no header, pages keep to their own origin, and all of them still work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hosts import Quiet, rules, serving
from playwright.sync_api import Browser, Page, Route
from visits import PAGES, Visit

from generator import theme
from generator.web import policy

ROOT = Path(__file__).resolve().parent.parent
CHAIN = theme.chain("mua-nuoc-noi", [ROOT / "themes"])
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
GTIN = "01/09521234500018"
ATTACKS = [
    *(f"{start}/{GTIN}/10/L1" for start in ("//other.example", "///other.example", "////x//a")),
    *(f"{start}/{GTIN}/10/L1" for start in ("/\\other.example", "/%2F/other.example", "/%5Cx.a")),
    *(f"{start}/{GTIN}" for start in ("//a@other.example", "//other.example:80", "//0.0.0.0")),
    *("//other.example/Q/7K3M9/L9", "//other.example/q/7k3m9?to=//other.example#//other.example"),
    *(f"/javascript:alert(1)//{GTIN}/10/L1", f"/data:text/html,a//{GTIN}/10/L1"),
    *(f"/{GTIN}/10/L1//other.example", f"/{GTIN}/10/%2F%2Fother.example"),
    *(f"/{GTIN}?u=javascript:alert(1)#data:text/html,a", "//other.example/san-pham/kho-ca-loc"),
]


class Plain(Quiet):
    """A host that sends files and no header of its own, and 404.html for what it lacks."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/ocop"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@pytest.fixture(scope="module")
def plain(output: Path) -> Iterator[str]:
    with serving(Plain, output / "site") as host:
        yield host


def watched(page: Page, host: str) -> list[str]:
    """Requests to any other host, which get an answer that would tempt the walk-up."""
    strangers: list[str] = []

    def answer(route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(host).netloc:
            route.continue_()
            return
        strangers.append(route.request.url)
        route.fulfill(status=200, body="caught", headers={"Access-Control-Allow-Origin": "*"})

    page.route("**/*", answer)
    return strangers


@pytest.fixture(scope="module", params=[True, False])
def reader(
    request: pytest.FixtureRequest, browser: Browser, plain: str
) -> Iterator[tuple[Page, list[str]]]:
    """A page that obeys pages' policies, and one that knows none; whom else they have asked."""
    context = browser.new_context(bypass_csp=not request.param, service_workers="block")
    page = context.new_page()
    yield page, watched(page, plain)
    context.close()


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_address_of_this_site_leads_to_another(
    reader: tuple[Page, list[str]], plain: str, attack: str
) -> None:
    page, strangers = reader
    strangers.clear()
    page.goto("about:blank")
    page.goto(f"{plain}{attack}")
    page.locator("[data-walk]:not([hidden])").wait_for(state="detached")

    assert strangers == []
    assert page.evaluate("location.origin") == plain


@pytest.mark.parametrize("below", ["", "/ocop", "/"])
@pytest.mark.parametrize(("lost", "found"), [("Q/7K3M9/LẠ", "Q/7K3M9/"), ("q/7k3m9", "Q/7K3M9/")])
def test_an_unknown_lot_still_leads_to_its_product(
    browser: Browser, plain: str, below: str, lost: str, found: str
) -> None:
    page = browser.new_page()
    page.goto(f"{plain}{below}/{lost}")
    page.wait_for_url(f"{plain}{below.rstrip('/')}/{found}*")
    title = page.inner_text("h1")
    page.close()

    assert title == "Khô cá chốt"


def test_every_page_has_its_policy_before_all_that_it_governs(output: Path) -> None:
    pages = [*(output / "site").rglob("*.html")]

    assert pages
    for file in pages:
        html = file.read_text("utf-8")
        head = html.split("<head>\n", 1)[1].splitlines()
        assert head[0] == '<meta charset="utf-8">'
        assert META.fullmatch(head[1]), file
        allowed = META.findall(html)[0]
        for script in re.findall(r"<script>(.*?)</script>", html, re.DOTALL):
            assert policy._hash(script) in allowed, file


def test_header_page_and_documents_have_one_policy(output: Path) -> None:
    header = rules((output / "site/_headers").read_text("utf-8"))["/*"]["Content-Security-Policy"]
    hosts = (ROOT / "docs/may-chu.md").read_text("utf-8")
    (own,) = META.findall((output / "site/404.html").read_text("utf-8"))
    samples = [line.strip() for line in hosts.splitlines() if "default-src" in line]

    assert header == policy.header_policy(CHAIN)
    assert own == policy.page_policy(CHAIN, "not_found.html")
    assert re.sub(r" 'sha256-[^']*'", "", header) == (
        re.sub(r" 'sha256-[^']*'", "", own) + "; frame-ancestors 'self'"
    )
    assert set(re.findall("sha256-[^']*", own)) < set(re.findall("sha256-[^']*", header))
    assert len(samples) == 3
    assert all(f'"{header}"' in line and not line.startswith("#") for line in samples)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_works_under_its_own_policy_from_a_host_and_from_a_folder(
    browser: Browser, plain: str, output: Path, path: str
) -> None:
    folder = (output / "site" / path / "index.html").as_uri()
    page = browser.new_page()
    for address in (f"{plain}/{path}", folder):
        visit = Visit(page, address)
        ran = page.evaluate("document.querySelectorAll('.valid, .lapsed, .early').length > 0")
        wants = page.locator("[data-until]").count() > 0

        assert visit.faults == []
        assert ran is wants
    page.close()


def test_styles_search_and_pictures_work_from_a_folder(browser: Browser, output: Path) -> None:
    page = browser.new_page()
    visit = Visit(page, (output / "site/san-pham/index.html").as_uri())
    page.fill("#q", "kho ca chot")
    page.locator("[data-cards] .card img").wait_for()
    shown = page.locator(".card").locator("visible=true").count()
    styled = page.evaluate("getComputedStyle(document.querySelector('.bar')).display")
    picture = page.evaluate(
        "(e => e.decode().then(() => e.naturalWidth))"
        "(document.querySelector('[data-cards] .card img'))"
    )
    page.close()

    assert visit.faults == []
    assert shown == 1
    assert styled == "flex"
    assert picture > 0


def test_a_foreign_script_does_not_run_without_a_header(browser: Browser, plain: str) -> None:
    page = browser.new_page()
    page.goto(f"{plain}/san-pham/kho-ca-loc/")
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.broken = 1";
            document.body.append(script);
        }"""
    )
    ran = page.evaluate("window.broken")
    page.close()

    assert ran is None
