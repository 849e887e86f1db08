"""How soon a cheap phone on a bad connection shows the name, the stars and the validity.

    python benchmarks/first_view.py output/site Q/7K3M9/ san-pham/

Chromium with an empty cache at 360×640 pixels and double density, 400 kbit/s, 400 ms more for each
answer, a processor four times slower. The site is served compressed from this machine. Seconds
count from asking for the page until a frame with all three is on the screen; medians.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import browser as chromium
from hosts import Compressing, serving

LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""Milliseconds, bytes a second."""
SLOWER = 4
MOST_LOOKS = 300
SEEN = """
const said = (e) => e && e.getClientRects().length > 0;
(function look() {
  const stars = [...document.querySelectorAll("main .stars")].some(said);
  const cert = document.querySelector("main .cert");
  const until = cert ? said(cert) : document.readyState !== "loading";
  if (said(document.querySelector("h1")) && stars && until)
    requestAnimationFrame(() => setTimeout(() => (window.seenAt = performance.now())));
  else
    setTimeout(look, 10);
})();
"""
"""Notes when they have been painted: after the frame that follows their being laid out.

A page without a certificate of its own, such as a list, has to show its name and its first stars.
"""


def main() -> None:
    """Read the command line and print a line for each page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--reps", type=int, default=5)
    given = parser.parse_args()
    print("| trang · page | tên, sao, hạn · name, stars, validity, s | kB |")
    print("|---|---:|---:|")
    with serving(Compressing, given.site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        for path in given.paths:
            visits = [visit(browser, f"{host}/{path}") for _ in range(given.reps)]
            seconds, size = (median(values) for values in zip(*visits, strict=True))
            print(f"| {path} | {seconds:.2f} | {size / 1000:.1f} |")
        browser.close()


def visit(browser: Browser, address: str) -> tuple[float, float]:
    """Seconds until all three are seen, and bytes of the document on the way."""
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(SEEN)
    page.goto(address, wait_until="commit")
    for _ in range(MOST_LOOKS):  # the page's policy lets nothing be looked for from within
        if page.evaluate("window.seenAt"):
            break
        page.wait_for_timeout(100)
    seconds = page.evaluate("window.seenAt") / 1000
    page.wait_for_load_state()
    size = page.evaluate("performance.getEntriesByType('navigation')[0].encodedBodySize")
    context.close()
    return seconds, size


if __name__ == "__main__":
    main()
