"""Every page holds on the smallest phone, with long words, and with letters of twice the size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import long_words
import pytest
import small_project
from hosts import Compressing, Quiet, serving
from phone import MOST_LOOKS
from playwright.sync_api import Browser

WIDTHS = (320, 360, 768, 1280)
LOOK = """async ({pages, letters}) => {
  const frame = document.createElement("iframe");
  // It is laid out but need not be painted.
  frame.style.cssText = "position:absolute;left:0;top:0;border:0;height:800px;visibility:hidden";
  document.body.replaceChildren(frame);
  const name = (e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class")}`;
  const opened = (address, still) => new Promise((done) => {
    frame.onload = done;
    if (!still) frame.removeAttribute("srcdoc");
    if (still) frame.srcdoc = still;
    else frame.src = address;
  });
  // What the browser fills is there a while after the page.
  const filled = async (address) => {
    const made = "[data-groups] .card, .compared tbody tr, [data-cards] .card";
    while (/[#?]/.test(address) && !frame.contentDocument.querySelector(made))
      await new Promise((done) => setTimeout(done, 20));
  };

  function sticksOut(page) {
    const {innerWidth: wide, document: doc} = page, found = [], range = doc.createRange();
    const style = (e) => page.getComputedStyle(e);
    const over = doc.documentElement.scrollWidth - wide;
    if (over > 0) found.push(`the page is ${over} px too wide`);
    const edges = new Map(), scrolls = new Map(), boxless = /^(inline|contents)$/;
    const edge = (e) => {
      if (!edges.has(e))
        edges.set(e, boxless.test(style(e).display) ? null : e.getBoundingClientRect());
      return edges.get(e);
    };
    const isMoved = (e) => {
      if (!e) return false;
      if (!scrolls.has(e))
        scrolls.set(e, /auto|scroll/.test(style(e).overflowX) || isMoved(e.parentElement));
      return scrolls.get(e);
    };
    const wrong = (element, box) => {
      if (box.left < -0.5 || box.right > wide + 0.5) return "off the screen";
      for (let e = element; e !== doc.body; e = e.parentElement) {
        const own = edge(e);
        const out = own && (box.right > own.right + 1 || box.left < own.left - 1);
        if (out) return `out of ${name(e)}`;
      }
    };
    const words = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const node = words.currentNode, element = node.parentElement;
      if (!node.data.trim() || element.closest(".skip, .unseen")) continue;
      if (!element.checkVisibility()) continue;
      if (isMoved(element)) continue;
      range.selectNodeContents(node);
      const why = [...range.getClientRects()].filter((each) => each.width >= 1)
        .map((each) => wrong(element, each)).find(Boolean);
      if (why) found.push(`${why}: ${name(element)} ${node.data.trim().slice(0, 30)}`);
    }
    return found;
  }

  function small(page) {
    const doc = page.document, style = (e, part) => page.getComputedStyle(e, part);
    return [...doc.querySelectorAll("a, button, summary, input")].filter((e) => {
      if (!e.checkVisibility() || e.closest(".skip")) return false;
      // An entry that is tapped as a whole is larger than its words.
      const cover = style(e, "::after");
      if (cover.position === "absolute" && cover.content !== "none") return false;
      // A link in a sentence is as high as its line (WCAG 2.5.8).
      if (style(e).display === "inline" && e.closest("p, li, td")) return false;
      const own = e.getBoundingClientRect();
      return own.height < 24 || own.width < 24;
    }).map((e) => `small: ${e.outerHTML.slice(0, 80)}`);
  }

  const found = [];
  for (const {address, still, widths} of pages) {
    frame.style.width = `${widths[0]}px`;
    await opened(address, still);
    await filled(address);
    frame.contentDocument.documentElement.style.fontSize = letters;
    for (const width of widths) {
      frame.style.width = `${width}px`;
      for (const fault of [...sticksOut(frame.contentWindow), ...small(frame.contentWindow)])
        found.push(`${address} at ${width}: ${fault}`);
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site in which everything is long."""
    root = long_words.project(tmp_path_factory.mktemp("long"))
    assert small_project.built(root, only="site") == 0
    return root / "output" / "site"


def addresses(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]


def of_each_kind(site: Path, widths: tuple[int, ...]) -> dict[str, tuple[int, ...]]:
    """The narrowest width for every page, and all for two of each folder."""
    found: dict[str, tuple[int, ...]] = {}
    seen = Counter[str]()
    for address in addresses(site):
        folder = address.rpartition("/")[0].rpartition("/")[0]
        seen[folder] += 1
        found[address] = widths if seen[folder] <= 2 else widths[:1]
    return found


def still(page: Path) -> str:
    """A redirect, which would be followed before it could be looked at, as a page that stays."""
    html, follow = page.read_text("utf-8"), 'http-equiv="refresh"'
    return html.replace(follow, "") if follow in html else ""


def faults(
    browser: Browser, site: Path, pages: Mapping[str, tuple[int, ...]], letters: str
) -> list[str]:
    """What sticks out of the pages of a site, redirects among them, and what is hard to tap."""
    told = [
        {"address": address, "widths": widths, "still": still(site / re.split("[?#]", address)[0])}
        for address, widths in pages.items()
    ]
    context = browser.new_context(service_workers="block", viewport={"width": 1300, "height": 800})
    page = context.new_page()
    with serving(Quiet, site) as host:
        page.goto(f"{host}/robots.txt")
        found: list[str] = page.evaluate(LOOK, {"pages": told, "letters": letters})
    context.close()
    return found


def test_every_page_of_the_sample_holds_at_every_width(browser: Browser, output: Path) -> None:
    """And what can be tapped is 24 px high and wide (WCAG 2.5.8).

    Of pages that are alike two are looked at in all widths, the others in the narrowest.
    """
    site = output / "site"

    assert faults(browser, site, of_each_kind(site, WIDTHS), "100%") == []


def test_a_footer_s_links_take_two_lines_at_most_and_lists_have_room_above_their_number(
    browser: Browser, output: Path
) -> None:
    context = browser.new_context(service_workers="block", viewport={"width": 768, "height": 800})
    page = context.new_page()
    with serving(Quiet, output / "site") as host:
        page.goto(f"{host}/san-pham/index.html?q=zzzz")
        page.wait_for_selector("[data-nothing]:not([hidden])")
        lines: int = page.evaluate(
            """() => Math.max(...[...document.querySelectorAll(".links a")].map(link => {
              const range = document.createRange();
              range.selectNodeContents(link);
              return new Set([...range.getClientRects()].map(box => box.top)).size;
            }))"""
        )
        page.set_viewport_size({"width": 360, "height": 800})
        room: float = page.evaluate(
            """() => {
              const box = name => document.querySelector(name).getBoundingClientRect();
              return box("[data-count]").top - box("[data-order]").bottom;
            }"""
        )
    context.close()

    assert lines <= 2
    assert room >= 12


def test_every_page_holds_long_words_at_every_width(browser: Browser, nasty: Path) -> None:
    assert len(addresses(nasty)) > 30
    assert faults(browser, nasty, dict.fromkeys(addresses(nasty), WIDTHS), "100%") == []


def test_pages_that_the_browser_fills_hold_too(browser: Browser, nasty: Path) -> None:
    chosen = ",".join(small_project.PRODUCTS)
    pages = ("danh-sach/index.html#", "so-sanh/index.html#", "san-pham/index.html?q=")
    filled = [f"{each}{'kho' if each[-1] == '=' else chosen}" for each in pages]

    for letters in ("100%", "200%"):
        assert faults(browser, nasty, dict.fromkeys(filled, WIDTHS), letters) == []


def test_a_word_that_sticks_out_would_be_seen(browser: Browser, tmp_path: Path) -> None:
    wide = '<body><p style="width:90px;white-space:nowrap">'
    moved = '<div style="overflow-x:auto;width:90px"><p>'
    for name, text in {"out": wide, "moved": wide.replace("<p", f"{moved[:-3]}<p")}.items():
        (tmp_path / f"{name}.html").write_text(f"<!doctype html>{text}Nghiêng nghiêng mùa nước nổi")
    (tmp_path / "robots.txt").touch()
    found = faults(browser, tmp_path, dict.fromkeys(addresses(tmp_path), (320,)), "100%")

    assert {each.split(":")[0] for each in found} == {"out.html at 320"}


def test_every_page_holds_letters_of_twice_the_size(browser: Browser, nasty: Path) -> None:
    assert faults(browser, nasty, dict.fromkeys(addresses(nasty), (360, 1280)), "200%") == []


def test_a_wide_table_is_moved_by_the_keyboard(browser: Browser, nasty: Path) -> None:
    """And not the page with it."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    with serving(Compressing, nasty) as host:
        page.goto(f"{host}/mot/")
        page.get_by_role("region", name="Bảng, kéo ngang để xem hết").focus()
        page.keyboard.press("ArrowRight")
        for _ in range(MOST_LOOKS):  # the page's policy lets nothing be looked for from within
            if moved := page.evaluate("document.activeElement.scrollLeft"):
                break
            page.wait_for_timeout(20)

        assert moved > 0
        assert page.evaluate("scrollX") == 0
    page.close()
