"""What Lighthouse says of pages as a phone gets them: four scores, and what costs points.

    npm install --prefix benchmarks/.tools/lighthouse lighthouse
    python benchmarks/lighthouse.py output/site Q/7K3M9/ san-pham/ san-pham/kho-ca-loc/

The site is served compressed from this machine, with its own `_headers`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import browser as chromium
from hosts import Obedient, serving

HERE = Path(__file__).resolve().parent
COMMAND = HERE / ".tools" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def main() -> None:
    """Read the command line, and print a line of scores for each page and what costs points."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("paths", nargs="+")
    given = parser.parse_args()
    with serving(Obedient, given.site) as host:
        for path in given.paths:
            report = run(f"{host}/{path}")
            scores = (report["categories"][each]["score"] for each in CATEGORIES)
            print(path, *(round(100 * score) for score in scores), sep="\t", flush=True)
            for line in lost(report):
                print(f"    {line}")


def run(address: str) -> Mapping[str, Any]:
    """Lighthouse's report on a page."""
    done = subprocess.run(
        [
            *("node", COMMAND, address, "--output=json", "--quiet"),
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        env={**os.environ, "CHROME_PATH": chromium.find() or ""},
        capture_output=True,
        text=True,
        check=True,
    )
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def lost(report: Mapping[str, Any]) -> Iterator[str]:
    """Every audit that counts and has not the full score."""
    for name in CATEGORIES:
        for each in report["categories"][name]["auditRefs"]:
            audit = report["audits"][each["id"]]
            if each["weight"] and audit["score"] is not None and audit["score"] < 1:
                shown = audit.get("displayValue", "")
                yield f"{name}: {audit['title']} ({audit['score']}) {shown}"


if __name__ == "__main__":
    main()
