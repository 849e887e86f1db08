"""How long a letter in the search field takes until its results stand on the catalogue's page.

    python benchmarks/keystrokes.py output/site
    python benchmarks/keystrokes.py output/site --page en/products/ --queries "dried fish"

Chromium with a processor four times slower. Each query is typed letter by letter; a keystroke is
the time that the page's script takes for it, with finding and the first cards. The catalogue has
been opened before, and a second goes by from the touch on the field to the first letter.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import browser as chromium
from hosts import Compressing, serving

SLOWER = 4
QUERIES = ("khô cá lóc", "banh phong", "mật ong rừng", "hoa binh", "ruou nep 4 sao", "chuoi")
TYPE = """async (queries) => {
  const input = document.getElementById("q");
  input.focus();
  await new Promise((done) => setTimeout(done, 1000));
  const calm = () => new Promise((done) => setTimeout(done, 150));
  const times = [];
  for (const query of queries) {
    for (let end = 1; end <= query.length; end++) {
      input.value = query.slice(0, end);
      const start = performance.now();
      input.dispatchEvent(new Event("input"));
      times.push(performance.now() - start);
      await calm();
    }
  }
  return times;
}"""
READY = """new Promise((done) => (function look() {
  const c = window.ocopFinder && window.ocopFinder.got.catalogue;
  if (c && document.querySelector("[data-panel] li")) setTimeout(() => done(c.count), 3000);
  else setTimeout(look, 50);
})())"""


def main() -> None:
    """Read the command line and print a line for the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--page", default="san-pham/")
    parser.add_argument("--queries", nargs="+", default=QUERIES)
    given = parser.parse_args()
    with serving(Compressing, given.site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        count, times = typed(browser.new_page(), f"{host}/{given.page}", given.queries)
        browser.close()
    print("| sản phẩm · products | phím · keys | giữa · median, ms | 95 %, ms | nhất · most, ms |")

    print("|---:|---:|---:|---:|---:|")
    most = quantiles(times, n=20)[-1]
    print(f"| {count} | {len(times)} | {median(times):.1f} | {most:.1f} | {max(times):.1f} |")


def typed(page: Page, address: str, queries: list[str]) -> tuple[int, list[float]]:
    """How many products are searched, and the milliseconds of each keystroke."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    count: int = page.evaluate(READY)
    times: list[float] = page.evaluate(TYPE, queries)
    return count, times


if __name__ == "__main__":
    main()
